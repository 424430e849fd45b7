/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the activity of the plan that a row of a week programme is about.
 */
#include "core/stafet-text.h"
#include "schedule/stafet-expand.h"
#include "stafet-import-row.h"

#include <string.h>

/* What the row says, as a series has it: borrowed. */
static StafetTiming
timing_of (const StafetWhen *when)
{
  StafetTiming timing = { .start = when->start,
                          .end = when->end,
                          .rule = when->rule,
                          .parity = when->parity,
                          .season = when->season,
                          .skip_weeks = when->skip_weeks,
                          .until = when->until };

  stafet_timing_derive (&timing);
  return timing;
}

static gboolean
is_as_often (const StafetTiming *timing, const StafetWhen *when)
{
  return strcmp (timing->rule, when->rule) == 0 && timing->parity == when->parity
         && (*when->rule != '\0' || stafet_wall_date (timing->start) == stafet_wall_date (when->start));
}

static gboolean
overlaps (const StafetTiming *a, const StafetTiming *b)
{
  int from = stafet_wall_minutes (a->start), other = stafet_wall_minutes (b->start);

  return from < other + (b->end - b->start) && other < from + (a->end - a->start);
}

/* Of the next of them. */
#define DATES_LOOKED_AT 60

static gboolean
has_date_in_common (const StafetTiming *timing, const StafetTiming *other, StafetDate today)
{
  StafetDate date = stafet_expand_next (timing, today);

  for (guint i = 0; date != STAFET_DATE_NONE && i < DATES_LOOKED_AT; i++)
    {
      if (stafet_expand_holds (other, date))
        return TRUE;
      date = stafet_expand_next (timing, date + 1);
    }
  return FALSE;
}

static StafetLikeness
compare_when (const StafetTiming *timing, const StafetWhen *when, StafetDate today)
{
  StafetTiming mine = timing_of (when);

  if (is_as_often (timing, when) && stafet_wall_minutes (timing->start) == stafet_wall_minutes (when->start))
    return STAFET_LIKE_ALL;
  if (!overlaps (timing, &mine) || timing->last_date < today)
    return STAFET_LIKE_NOTHING;
  if (is_as_often (timing, when))
    return STAFET_LIKE_OTHER_TIME;
  return has_date_in_common (&mine, timing, today) ? STAFET_LIKE_OTHER_DAYS : STAFET_LIKE_NOTHING;
}

/* Where the row takes place, as place_of() says it; "": it does not say. (transfer full) */
static char *
place_of_row (const StafetImportRow *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->pairs, i), "ward="))
      return g_strdup ((const char *) g_ptr_array_index (self->pairs, i) + strlen ("ward="));
  return self->room != NULL ? stafet_text_fold (self->room) : g_strdup ("");
}

/* (transfer full) */
static char *
place_of (const StafetSnapshot *snapshot, const StafetActivity *activity)
{
  const StafetRoom *room =
    activity->room != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, activity->room) : NULL;

  return activity->ward != NULL ? g_strdup (activity->ward)
                                : stafet_text_fold (room != NULL ? room->name : "");
}

/* Two of the same name at the same time are told apart by where and how long they are. */
static guint
rate (const StafetSnapshot *snapshot, const StafetActivity *activity, const StafetWhen *when,
      StafetLikeness likeness, const char *place)
{
  g_autofree char *other = place_of (snapshot, activity);
  const StafetTiming *timing = &activity->timing;

  return likeness * 8 + (strcmp (place, other) == 0 ? 4 : 0)
         + (timing->end - timing->start == when->end - when->start ? 2 : 0)
         + (strcmp (timing->season, when->season) == 0 ? 1 : 0);
}

/* A row before is about that one, elsewhere: this row is about another. */
static gboolean
is_taken (const StafetImportSource *source, const StafetActivity *activity, const char *place)
{
  const char *claimed = g_hash_table_lookup (source->claimed, activity->parent.uid);

  return claimed != NULL && *claimed != '\0' && *place != '\0' && strcmp (claimed, place) != 0;
}

StafetLikeness
stafet_import_find_activity (const StafetImportRow *self, const StafetImportSource *source,
                             const StafetWhen *when, const StafetActivity **existing)
{
  const GPtrArray *activities = stafet_snapshot_all (source->snapshot, STAFET_KIND_ACTIVITY);
  g_autofree char *folded = stafet_text_fold (self->name), *place = place_of_row (self);
  StafetLikeness most = STAFET_LIKE_NOTHING;
  guint best = 0;

  for (guint i = 0; i < activities->len; i++)
    {
      const StafetActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *other = activity->house == self->house && activity->calendar == NULL
                                 ? stafet_text_fold (activity->title)
                                 : NULL;
      StafetLikeness likeness =
        other != NULL && strcmp (folded, other) == 0 && !is_taken (source, activity, place)
          ? compare_when (&activity->timing, when, source->today)
          : STAFET_LIKE_NOTHING;
      guint rating =
        likeness != STAFET_LIKE_NOTHING ? rate (source->snapshot, activity, when, likeness, place) : 0;

      if (rating <= best)
        continue;
      best = rating;
      most = likeness;
      *existing = activity;
    }
  if (most != STAFET_LIKE_NOTHING)
    g_hash_table_insert (source->claimed, (gpointer) (*existing)->parent.uid, g_steal_pointer (&place));
  return most;
}
