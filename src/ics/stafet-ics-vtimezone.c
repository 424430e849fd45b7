/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns the observances of a VTIMEZONE into one table of transitions, by the same expansion as every series.
 */
#include "stafet-ics-vtimezone.h"

#include "schedule/stafet-expand.h"
#include "stafet-ics-time.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1970
#define LAST_YEAR 2100
#define MOST_OBSERVANCES 200
#define MOST_ONSETS 2000

/* STANDARD or DAYLIGHT. */
typedef struct
{
  StafetWall start; /* STAFET_WALL_NONE: not said */
  gboolean has_rule;
  StafetRule rule;
  int from, to;  /* seconds east of UTC; G_MAXINT: not said */
  GArray *dates; /* StafetWall of RDATE; owned */
} Observance;

struct _StafetIcsVtimezone
{
  char *name;
  GPtrArray *observances; /* Observance; owned */
};

static void
observance_free (gpointer data)
{
  Observance *self = data;

  g_array_unref (self->dates);
  g_free (self);
}

StafetIcsVtimezone *
stafet_ics_vtimezone_new (void)
{
  StafetIcsVtimezone *self = g_new0 (StafetIcsVtimezone, 1);

  self->name = g_strdup ("");
  self->observances = g_ptr_array_new_with_free_func (observance_free);
  return self;
}

void
stafet_ics_vtimezone_free (StafetIcsVtimezone *self)
{
  g_ptr_array_unref (self->observances);
  g_free (self->name);
  g_free (self);
}

const char *
stafet_ics_vtimezone_name (const StafetIcsVtimezone *self)
{
  return self->name;
}

void
stafet_ics_vtimezone_begin (StafetIcsVtimezone *self)
{
  Observance *observance = g_new0 (Observance, 1);

  observance->start = STAFET_WALL_NONE;
  observance->from = observance->to = G_MAXINT;
  observance->dates = g_array_new (FALSE, FALSE, sizeof (StafetWall));
  g_ptr_array_add (self->observances, observance);
}

/* ——— Lines ——— */

/* "+0100", "-033000" */
static int
parse_offset (const char *text)
{
  int sign = *text == '-' ? -1 : 1, value;

  if ((*text != '+' && *text != '-') || strspn (text + 1, "0123456789") != strlen (text + 1)
      || (strlen (text) != 5 && strlen (text) != 7))
    return G_MAXINT;
  value = (text[1] - '0') * 36000 + (text[2] - '0') * 3600 + (text[3] - '0') * 600 + (text[4] - '0') * 60;
  if (text[5] != '\0')
    value += atoi (text + 5);
  return value < 86400 ? sign * value : G_MAXINT;
}

/* Outlook begins in the year 1601: from 1970 on is as good. */
static StafetWall
parse_start (const char *text)
{
  StafetIcsTime time;
  char later[16];

  if (strlen (text) == 15 && strncmp (text, "1970", 4) < 0 && g_ascii_isdigit (*text))
    {
      memcpy (later, "1970", 4);
      memcpy (later + 4, text + 4, 12);
      text = later;
    }
  return stafet_ics_time_parse (text, NULL, &time) ? time.wall : STAFET_WALL_NONE;
}

static void
add_dates (Observance *observance, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MOST_ONSETS);

  for (char **part = parts; *part != NULL; part++)
    {
      char *slash = strchr (*part, '/');
      StafetIcsTime time;

      if (slash != NULL)
        *slash = '\0';
      if (stafet_ics_time_parse (*part, NULL, &time) && observance->dates->len < MOST_ONSETS)
        g_array_append_val (observance->dates, time.wall);
    }
}

static void
observe (Observance *observance, StafetIcsLine *line)
{
  if (stafet_ics_line_is (line, "DTSTART"))
    observance->start = parse_start (line->value);
  else if (stafet_ics_line_is (line, "TZOFFSETFROM"))
    observance->from = parse_offset (line->value);
  else if (stafet_ics_line_is (line, "TZOFFSETTO"))
    observance->to = parse_offset (line->value);
  else if (stafet_ics_line_is (line, "RDATE"))
    add_dates (observance, line->value);
  else if (stafet_ics_line_is (line, "RRULE"))
    observance->has_rule = stafet_rule_parse (line->value, stafet_ics_utc (), &observance->rule, NULL);
}

void
stafet_ics_vtimezone_line (StafetIcsVtimezone *self, StafetIcsLine *line)
{
  guint n = self->observances->len;

  if (n > 0 && n <= MOST_OBSERVANCES)
    observe (g_ptr_array_index (self->observances, n - 1), line);
  else if (stafet_ics_line_is (line, "TZID"))
    {
      g_free (self->name);
      self->name = g_strdup (line->value);
    }
}

/* ——— Transitions ——— */

static void
add_onset (GArray *transitions, const Observance *observance, StafetWall wall)
{
  StafetTransition transition = { (gint64) wall * 60 - observance->from, observance->to };

  g_array_append_val (transitions, transition);
}

static void
add_onsets (GArray *transitions, const Observance *observance)
{
  StafetFilter none = { .parity = STAFET_PARITY_NONE };
  StafetDate first = stafet_date_new (FIRST_YEAR, 1, 1), last = stafet_date_new (LAST_YEAR, 12, 31);
  g_autoptr (GArray) walls = NULL;
  StafetRule rule = observance->rule;

  /* UNTIL is in UTC, onsets are told by the clock before them. */
  if (observance->has_rule && rule.until != STAFET_WALL_NONE)
    rule.until += observance->from / 60;
  if (observance->has_rule)
    walls = stafet_expand_recur (&rule, observance->start, &none, first, last, MOST_ONSETS);
  else
    add_onset (transitions, observance, observance->start);
  for (guint i = 0; walls != NULL && i < walls->len; i++)
    add_onset (transitions, observance, g_array_index (walls, StafetWall, i));
  for (guint i = 0; i < observance->dates->len; i++)
    add_onset (transitions, observance, g_array_index (observance->dates, StafetWall, i));
}

static int
compare_transitions (gconstpointer a, gconstpointer b)
{
  const StafetTransition *x = a, *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

StafetZone *
stafet_ics_vtimezone_zone (const StafetIcsVtimezone *self)
{
  g_autoptr (GArray) transitions = g_array_new (FALSE, FALSE, sizeof (StafetTransition));
  StafetInstant earliest = G_MAXINT64;
  int before = 0;

  for (guint i = 0; i < MIN (self->observances->len, MOST_OBSERVANCES); i++)
    {
      const Observance *observance = g_ptr_array_index (self->observances, i);

      if (observance->start == STAFET_WALL_NONE || observance->to == G_MAXINT || observance->from == G_MAXINT)
        continue;
      add_onsets (transitions, observance);
      if ((gint64) observance->start * 60 - observance->from < earliest)
        {
          earliest = (gint64) observance->start * 60 - observance->from;
          before = observance->from;
        }
    }
  if (transitions->len == 0)
    return NULL;
  g_array_sort (transitions, compare_transitions);
  return stafet_zone_new_custom (self->name, before, &g_array_index (transitions, StafetTransition, 0),
                                 transitions->len);
}
