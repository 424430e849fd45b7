/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of properties, and what follows from them.
 */
#include "stafet-ics-property.h"

#include "core/stafet-i18n.h"
#include "stafet-ics-foreign-rule.h"

#include <string.h>

/* What is wrong, and which property says so. */
typedef struct
{
  StafetIcsFile *file;
  StafetIcsComponent *component;
  StafetIcsLine *line;
  const StafetIcsLimits *limits;
} Taking;

void
stafet_ics_component_fault (StafetIcsComponent *component, const char *sentence)
{
  if (component->fault == NULL)
    component->fault = g_strdup (sentence);
}

/* ——— Times ——— */

static StafetIcsZone *
zone_of (Taking *t)
{
  g_autofree char *name = NULL;
  StafetIcsZone *zone;

  if (*t->line->parameters == '\0')
    return NULL;
  name = stafet_ics_line_parameter (t->line, "TZID");
  if (name == NULL || *name == '\0')
    return NULL;
  zone = g_hash_table_lookup (t->file->zones, name);
  if (zone == NULL)
    {
      zone = g_new0 (StafetIcsZone, 1);
      zone->name = g_steal_pointer (&name);
      g_hash_table_insert (t->file->zones, zone->name, zone);
    }
  return zone;
}

static void
bad_time (Taking *t, const char *text)
{
  g_autofree char *brief = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  g_autofree char *sentence =
    g_strdup_printf (_ ("%s is no date or time that exists: “%s”."), t->line->name, brief);

  stafet_ics_component_fault (t->component, sentence);
}

static void
take_time (Taking *t, StafetIcsTime *time)
{
  if (!stafet_ics_time_parse (g_strstrip (t->line->value), zone_of (t), time))
    bad_time (t, t->line->value);
}

static void
take_start (Taking *t)
{
  take_time (t, &t->component->start);
}

static void
take_end (Taking *t)
{
  take_time (t, &t->component->end);
}

static void
take_recurrence (Taking *t)
{
  g_autofree char *range = stafet_ics_line_parameter (t->line, "RANGE");

  take_time (t, &t->component->recurrence);
  t->component->following = range != NULL && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
}

static void
take_duration (Taking *t)
{
  if (!stafet_ics_duration_parse (g_strstrip (t->line->value), &t->component->duration))
    stafet_ics_component_fault (t->component, _ ("How long it lasts (DURATION) is malformed."));
}

/* ——— Lists of dates ——— */

static gboolean
parse_day (char *text, StafetIcsZone *zone, StafetIcsDay *day)
{
  char *slash = strchr (g_strstrip (text), '/');

  memset (day, 0, sizeof *day);
  if (slash != NULL)
    *slash++ = '\0';
  if (!stafet_ics_time_parse (text, zone, &day->start))
    return FALSE;
  if (slash == NULL)
    return TRUE;
  day->has_duration = stafet_ics_duration_parse (slash, &day->duration);
  return day->has_duration || stafet_ics_time_parse (slash, zone, &day->end);
}

static guint
n_dates (const StafetIcsComponent *component)
{
  return (component->days != NULL ? component->days->len : 0)
         + (component->except != NULL ? component->except->len : 0);
}

/* @days: RDATE, else EXDATE. */
static void
take_dates (Taking *t, gboolean days)
{
  StafetIcsComponent *component = t->component;
  GArray **array = days ? &component->days : &component->except;
  StafetIcsZone *zone = zone_of (t);
  char *next;

  if (*array == NULL)
    *array = g_array_new (FALSE, FALSE, days ? sizeof (StafetIcsDay) : sizeof (StafetIcsTime));
  for (char *text = t->line->value; text != NULL && *text != '\0'; text = next)
    {
      StafetIcsDay day;

      next = strchr (text, ',');
      if (next != NULL)
        *next++ = '\0';
      if (!parse_day (text, zone, &day))
        bad_time (t, text);
      else if (n_dates (component) >= t->limits->dates)
        stafet_ics_component_fault (component, _ ("It has more than 200 dates of its own (EXDATE, RDATE)."));
      else if (days)
        g_array_append_val (*array, day);
      else
        g_array_append_val (*array, day.start);
    }
}

static void
take_days (Taking *t)
{
  take_dates (t, TRUE);
}

static void
take_except (Taking *t)
{
  take_dates (t, FALSE);
}

/* ——— Everything else ——— */

static void
take_rule (Taking *t)
{
  if (*t->component->rule != '\0')
    stafet_ics_component_fault (t->component, _ ("It repeats by two rules at once."));
  t->component->rule = g_strstrip (t->line->value);
}

static void
take_exclusion (Taking *t)
{
  stafet_ics_component_fault (t->component,
                              _ ("It leaves dates out by a rule (EXRULE), which calendars gave up in 2009."));
}

static void
take_status (Taking *t)
{
  t->component->cancelled = g_ascii_strcasecmp (g_strstrip (t->line->value), "CANCELLED") == 0;
}

static void
take_sequence (Taking *t)
{
  t->component->sequence = (gint32) MIN (g_ascii_strtoull (t->line->value, NULL, 10), G_MAXINT32);
}

/* Known, and nothing that an event would lose. */
static void
pass_over (Taking *t)
{
  (void) t;
}

typedef struct
{
  const char *name;
  void (*take) (Taking *t);
  gsize text; /* instead: where a TEXT goes */
} Property;

#define TEXT(member) NULL, G_STRUCT_OFFSET (StafetIcsComponent, member)

/* In the order in which they are looked for. */
static const Property properties[] = { { "DTSTART", take_start },
                                       { "DTEND", take_end },
                                       { "UID", TEXT (uid) },
                                       { "SUMMARY", TEXT (title) },
                                       { "DESCRIPTION", TEXT (description) },
                                       { "LOCATION", TEXT (location) },
                                       { "DTSTAMP", pass_over },
                                       { "LAST-MODIFIED", pass_over },
                                       { "CREATED", pass_over },
                                       { "SEQUENCE", take_sequence },
                                       { "STATUS", take_status },
                                       { "TRANSP", pass_over },
                                       { "CATEGORIES", TEXT (category) },
                                       { "RRULE", take_rule },
                                       { "EXDATE", take_except },
                                       { "RDATE", take_days },
                                       { "RECURRENCE-ID", take_recurrence },
                                       { "DURATION", take_duration },
                                       { "COMMENT", TEXT (comment) },
                                       { "EXRULE", take_exclusion } };

static const Property *
find_property (const StafetIcsLine *line)
{
  char first = g_ascii_toupper (*line->name);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (*properties[i].name == first && stafet_ics_line_is (line, properties[i].name))
      return &properties[i];
  return NULL;
}

static void
keep_raw (StafetIcsFile *file, StafetIcsComponent *component, StafetIcsLine *line)
{
  if (*line->name == '\0')
    return;
  if (component->n_raw == 0)
    component->first_raw = file->raw->len;
  component->n_raw++;
  g_ptr_array_add (file->raw, stafet_ics_line_raw (line));
}

void
stafet_ics_property_take (StafetIcsFile *file, StafetIcsComponent *component, StafetIcsLine *line,
                          const StafetIcsLimits *limits)
{
  Taking taking = { file, component, line, limits };
  const Property *property = find_property (line);

  if (line->length > limits->property)
    stafet_ics_component_fault (component, _ ("One of its texts is larger than 64 kB."));
  else if (property == NULL)
    keep_raw (file, component, line);
  else if (property->take != NULL)
    property->take (&taking);
  else if (*G_STRUCT_MEMBER (const char *, component, property->text) == '\0')
    G_STRUCT_MEMBER (const char *, component, property->text) =
      g_strstrip (stafet_ics_unescape (line->value));
}

/* ——— The whole ——— */

/* The same event has the same name, however often the file is read. */
static void
name_it (StafetIcsFile *file, StafetIcsComponent *component)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  char wall[STAFET_WALL_SIZE], *made;

  stafet_wall_write (component->start.wall, wall);
  g_checksum_update (sum, (const guchar *) wall, -1);
  g_checksum_update (sum, (const guchar *) component->title, -1);
  g_checksum_update (sum, (const guchar *) component->location, -1);
  made = g_strdup_printf ("stafet-%.24s", g_checksum_get_string (sum));
  g_ptr_array_add (file->made, made);
  component->uid = made;
}

static void
finish_rule (StafetIcsFile *file, StafetIcsComponent *component)
{
  const StafetZone *zone = stafet_ics_time_zone (&component->start, file->local);
  g_autoptr (GError) error = NULL;
  StafetRule rule;

  if (*component->rule == '\0')
    return;
  if (stafet_rule_parse (component->rule, zone, &rule, NULL))
    component->parsed = g_memdup2 (&rule, sizeof rule);
  else if (!stafet_ics_foreign_rule_check (component->rule, &error))
    stafet_ics_component_fault (component, error->message);
}

/* An event without an end lasts as long as its date, or no time at all (§3.6.1). */
static void
finish_end (StafetIcsFile *file, StafetIcsComponent *component)
{
  const StafetIcsTime *start = &component->start, *end = &component->end;
  gboolean all_day = start->form == STAFET_ICS_DATE;
  gboolean early;

  if (all_day && end->form != STAFET_ICS_NEVER
      && stafet_wall_date (end->wall) == stafet_wall_date (start->wall))
    component->end.form = STAFET_ICS_NEVER;
  if (end->form == STAFET_ICS_NEVER)
    {
      if (all_day)
        component->duration.days = MAX (component->duration.days, 1);
      return;
    }
  early = all_day ? end->wall < start->wall
                  : stafet_ics_time_instant (end, file->local) < stafet_ics_time_instant (start, file->local);
  if (early)
    stafet_ics_component_fault (component, _ ("It ends before it starts."));
}

void
stafet_ics_component_finish (StafetIcsFile *file, StafetIcsComponent *component)
{
  if (component->start.form == STAFET_ICS_NEVER)
    stafet_ics_component_fault (component, _ ("It does not say when it starts (DTSTART)."));
  if (*component->uid == '\0')
    name_it (file, component);
  if (component->start.form == STAFET_ICS_NEVER)
    return;
  finish_end (file, component);
  finish_rule (file, component);
}

void
stafet_ics_component_clear (gpointer data)
{
  StafetIcsComponent *component = data;

  g_clear_pointer (&component->parsed, g_free);
  g_clear_pointer (&component->days, g_array_unref);
  g_clear_pointer (&component->except, g_array_unref);
  g_clear_pointer (&component->fault, g_free);
}
