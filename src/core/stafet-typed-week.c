/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads typed weekly times. A group is some weekdays and the hours that follow them; "lige uger" and "helst"
 * belong to the group that they stand in, or, behind its hours and no comma, to the one that ends there.
 */
#include "stafet-typed-week.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-rule.h"
#include "stafet-typed-token.h"

#include <string.h>

#define ALL_DAYS 0xfeu
#define MOST_WINDOWS 200
#define HOUR 60

typedef struct
{
  int weekday;
  int from, to; /* minutes */
  gint32 weeks; /* StafetParity */
  gboolean preferred;
} Window;

typedef struct
{
  StafetTypedReader reader;
  GArray *windows;
  guint group; /* where the windows of the latest group begin */
  guint days;  /* of the group that is being read, and of the one before it until new days are said */
  gboolean has_hours, comma;
  gint32 weeks;
  gboolean preferred;
  gboolean by_agreement;
} Reading;

static const struct
{
  int from, to;
} day_parts[] = { [STAFET_TYPED_EARLY] = { 7 * HOUR, 9 * HOUR },
                  [STAFET_TYPED_FORENOON] = { 9 * HOUR, 12 * HOUR },
                  [STAFET_TYPED_AFTERNOON] = { 12 * HOUR, 16 * HOUR },
                  [STAFET_TYPED_EVENING] = { 17 * HOUR, 21 * HOUR } };

static const struct
{
  int from, to;
} whole_day = { 8 * HOUR, 21 * HOUR };

/* ——— Windows ——— */

static gboolean
is_window (const Window *a, const Window *b)
{
  return a->weekday == b->weekday && a->from == b->from && a->to == b->to && a->weeks == b->weeks
         && a->preferred == b->preferred;
}

static gboolean
has_window (const GArray *windows, const Window *window)
{
  for (guint i = 0; i < windows->len; i++)
    if (is_window (&g_array_index (windows, Window, i), window))
      return TRUE;
  return FALSE;
}

/* The group's hours on each of its days. */
static StafetTypedMatch
add_hours (Reading *r, int from, int to)
{
  if (r->days == 0 || r->windows->len > MOST_WINDOWS)
    return STAFET_TYPED_MISS;
  if (!r->has_hours)
    r->group = r->windows->len;
  for (int day = 1; day <= 7; day++)
    {
      Window window = { day, from, to, r->weeks, r->preferred };

      if (r->days >> day & 1)
        g_array_append_val (r->windows, window);
    }
  r->has_hours = TRUE;
  r->comma = FALSE;
  return STAFET_TYPED_HIT;
}

/* A new group begins with what was said of it ahead. */
static void
begin_group (Reading *r)
{
  if (!r->has_hours)
    return;
  r->has_hours = FALSE;
  r->days = 0;
  r->weeks = STAFET_PARITY_NONE;
  r->preferred = FALSE;
}

/* Whether what is said now is said of the group whose hours were just read. */
static gboolean
belongs_behind (const Reading *r)
{
  StafetTypedReader ahead = r->reader;

  if (!r->has_hours)
    return FALSE;
  if (!r->comma)
    return TRUE;
  /* A comma before it and nothing after it: there is no other group. */
  while (stafet_typed_take (&ahead, STAFET_TYPED_BRACKET, NULL)
         || stafet_typed_take (&ahead, STAFET_TYPED_PREFERRED, NULL)
         || stafet_typed_take (&ahead, STAFET_TYPED_PREPOSITION, NULL)
         || stafet_typed_take (&ahead, STAFET_TYPED_PARITY, NULL)
         || stafet_typed_take (&ahead, STAFET_TYPED_UNIT, NULL))
    ;
  return stafet_typed_at_end (&ahead);
}

/* ——— Clauses ——— */

static StafetTypedMatch
days (Reading *r, G_GNUC_UNUSED GError **error)
{
  guint said;
  int unit;

  if (stafet_typed_take (&r->reader, STAFET_TYPED_EVERY, NULL)
      && stafet_typed_take (&r->reader, STAFET_TYPED_UNIT, &unit))
    said = unit == STAFET_TYPED_DAY ? ALL_DAYS : 0;
  else if (stafet_typed_read_weekdays (&r->reader, &said) != STAFET_TYPED_HIT)
    return STAFET_TYPED_MISS;
  begin_group (r);
  r->days |= said;
  return said != 0 ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
}

static gboolean
take_day_after (Reading *r)
{
  guint back = r->reader.at;

  stafet_typed_take (&r->reader, STAFET_TYPED_ARTICLE, NULL);
  if (stafet_typed_take (&r->reader, STAFET_TYPED_UNIT, NULL)
      && stafet_typed_take (&r->reader, STAFET_TYPED_AFTER, NULL))
    return TRUE;
  r->reader.at = back;
  return FALSE;
}

/* "8-14", "kl. 22-6", "8-10 dagen efter" */
static StafetTypedMatch
hours (Reading *r, GError **error)
{
  g_autoptr (GError) why = NULL;
  int from = 0, to = 0;
  StafetTypedMatch match = stafet_typed_read_span (&r->reader, &from, &to, &why);

  if (match == STAFET_TYPED_MISS)
    return match;
  if (take_day_after (r))
    to += to <= STAFET_MINUTES_PER_DAY ? STAFET_MINUTES_PER_DAY : 0;
  else if (match == STAFET_TYPED_REFUSED)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return match;
    }
  return add_hours (r, from, to);
}

/* "formiddag", "hele dagen" */
static StafetTypedMatch
day_part (Reading *r, G_GNUC_UNUSED GError **error)
{
  int value;

  if (stafet_typed_take (&r->reader, STAFET_TYPED_WHOLE, NULL))
    return stafet_typed_take (&r->reader, STAFET_TYPED_UNIT, &value) && value == STAFET_TYPED_DAY
             ? add_hours (r, whole_day.from, whole_day.to)
             : STAFET_TYPED_MISS;
  if (!stafet_typed_take (&r->reader, STAFET_TYPED_DAY_PART, &value))
    return STAFET_TYPED_MISS;
  return add_hours (r, day_parts[value].from, day_parts[value].to);
}

static StafetTypedMatch
parity (Reading *r, G_GNUC_UNUSED GError **error)
{
  gboolean behind = belongs_behind (r);
  gint32 weeks;

  stafet_typed_take (&r->reader, STAFET_TYPED_EVERY, NULL);
  if (stafet_typed_read_parity (&r->reader, &weeks) != STAFET_TYPED_HIT)
    return STAFET_TYPED_MISS;
  if (!behind)
    begin_group (r);
  if (r->weeks != STAFET_PARITY_NONE)
    return STAFET_TYPED_MISS;
  r->weeks = weeks;
  for (guint i = r->group; behind && i < r->windows->len; i++)
    g_array_index (r->windows, Window, i).weeks = weeks;
  return STAFET_TYPED_HIT;
}

static StafetTypedMatch
preferred (Reading *r, G_GNUC_UNUSED GError **error)
{
  gboolean behind = belongs_behind (r) && !stafet_typed_is (&r->reader, 1, STAFET_TYPED_WEEKDAY);

  if (!stafet_typed_take (&r->reader, STAFET_TYPED_PREFERRED, NULL))
    return STAFET_TYPED_MISS;
  if (!behind)
    begin_group (r);
  r->preferred = TRUE;
  for (guint i = r->group; behind && i < r->windows->len; i++)
    g_array_index (r->windows, Window, i).preferred = TRUE;
  return STAFET_TYPED_HIT;
}

/* "tirsdag 10-14, helst formiddag": of all that was said, what lies in those hours. */
static StafetTypedMatch
preferred_part (Reading *r, G_GNUC_UNUSED GError **error)
{
  guint n = r->windows->len;
  int part;

  if (!r->has_hours || !stafet_typed_take (&r->reader, STAFET_TYPED_PREFERRED, NULL))
    return STAFET_TYPED_MISS;
  stafet_typed_take (&r->reader, STAFET_TYPED_PREPOSITION, NULL);
  if (!stafet_typed_take (&r->reader, STAFET_TYPED_DAY_PART, &part))
    return STAFET_TYPED_MISS;
  r->group = n;
  for (guint i = 0; i < n; i++)
    {
      Window window = g_array_index (r->windows, Window, i);

      window.from = MAX (window.from, day_parts[part].from);
      window.to = MIN (window.to, day_parts[part].to);
      window.preferred = TRUE;
      if (window.from < window.to)
        g_array_append_val (r->windows, window);
    }
  return r->windows->len > n ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
}

/* "efter aftale" */
static StafetTypedMatch
agreement (Reading *r, G_GNUC_UNUSED GError **error)
{
  stafet_typed_take (&r->reader, STAFET_TYPED_AFTER, NULL);
  if (!stafet_typed_take (&r->reader, STAFET_TYPED_AGREEMENT, NULL))
    return STAFET_TYPED_MISS;
  r->by_agreement = TRUE;
  return STAFET_TYPED_HIT;
}

static StafetTypedMatch
small_words (Reading *r, G_GNUC_UNUSED GError **error)
{
  static const StafetTypedKind small[] = { STAFET_TYPED_BRACKET, STAFET_TYPED_PREPOSITION,
                                           STAFET_TYPED_ARTICLE, STAFET_TYPED_ALSO,
                                           STAFET_TYPED_FILLER,  STAFET_TYPED_ONLY };

  if (stafet_typed_take (&r->reader, STAFET_TYPED_COMMA, NULL)
      || stafet_typed_take (&r->reader, STAFET_TYPED_AND, NULL)
      || stafet_typed_take (&r->reader, STAFET_TYPED_OR, NULL))
    {
      r->comma = TRUE;
      return STAFET_TYPED_HIT;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    if (stafet_typed_take (&r->reader, small[i], NULL))
      return STAFET_TYPED_HIT;
  return STAFET_TYPED_MISS;
}

static StafetTypedMatch
read_clause (Reading *r, GError **error)
{
  static StafetTypedMatch (*const clauses[]) (Reading *, GError **) = { days,      hours,          day_part,
                                                                        parity,    preferred_part, preferred,
                                                                        agreement, small_words };

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      Reading before = *r;
      StafetTypedMatch match = clauses[i](r, error);

      if (match != STAFET_TYPED_MISS)
        return match;
      *r = before;
    }
  return STAFET_TYPED_MISS;
}

/* ——— The whole ——— */

static gboolean
read_all (Reading *r, GError **error)
{
  const StafetTypedToken *token;
  g_autofree char *word = NULL;

  while (!stafet_typed_at_end (&r->reader))
    {
      StafetTypedMatch match = read_clause (r, error);

      if (match == STAFET_TYPED_REFUSED)
        return FALSE;
      if (match == STAFET_TYPED_HIT)
        continue;
      token = stafet_typed_peek (&r->reader, 0);
      word = g_strndup (token->start, token->length);
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                   _ ("“%s” is not understood. Write for example “Tuesday and Thursday 8-14, even weeks also "
                      "Friday 9-12”."),
                   word);
      return FALSE;
    }
  if (r->has_hours || (r->days == 0 && r->weeks == STAFET_PARITY_NONE && !r->preferred))
    return TRUE;
  g_set_error_literal (
    error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
    _ ("The last days have no hours. Write for example “Tuesday 8-14” or “Tuesday all day”."));
  return FALSE;
}

static char *
write_list (const GArray *windows)
{
  static const char *const keys[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (Window));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < windows->len; i++)
    {
      const Window *w = &g_array_index (windows, Window, i);

      if (has_window (written, w))
        continue;
      g_array_append_val (written, *w);
      g_string_append_printf (out, "%s%s %02d:%02d-%02d:%02d%s%s", out->len > 0 ? ", " : "",
                              keys[w->weekday - 1], w->from / HOUR, w->from % HOUR, w->to / HOUR,
                              w->to % HOUR,
                              w->weeks == STAFET_PARITY_ODD    ? " odd"
                              : w->weeks == STAFET_PARITY_EVEN ? " even"
                                                               : "",
                              w->preferred ? " preferred" : "");
    }
  return g_string_free (out, FALSE);
}

gboolean
stafet_typed_availability (const char *text, char **list, gboolean *by_agreement, GError **error)
{
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (Window));
  Reading r = { .windows = windows, .weeks = STAFET_PARITY_NONE };
  gboolean read;

  *list = NULL;
  *by_agreement = FALSE;
  read = stafet_typed_reader_init (&r.reader, text, error) && read_all (&r, error);
  stafet_typed_reader_clear (&r.reader);
  if (!read)
    return FALSE;
  *list = write_list (windows);
  *by_agreement = r.by_agreement;
  return TRUE;
}
