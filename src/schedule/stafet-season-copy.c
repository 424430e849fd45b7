/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the programme of a season, and moves it to another.
 */
#include "stafet-season-copy.h"

#include "core/stafet-text.h"
#include "stafet-entry.h"
#include "stafet-expand.h"

/* ——— When ——— */

/* As many weeks into the new season. */
static StafetDate
one_off_date (StafetDate date, const StafetSeasonSpan *span)
{
  StafetDate moved = date + stafet_date_monday (span->into) - stafet_date_monday (span->from);

  return moved < span->into ? moved + 7 : moved;
}

/* The rule as it would go on by itself: so the copy keeps step with it. */
static StafetDate
recurring_date (const StafetTiming *timing, const StafetSeasonSpan *span)
{
  StafetTiming endless = *timing;

  endless.last_date = G_MAXINT32;
  return stafet_expand_next (&endless, span->into);
}

gboolean
stafet_season_copy_timing (const StafetTiming *timing, const StafetSeasonSpan *span, StafetTiming *out)
{
  StafetDate first = timing->recurs ? recurring_date (timing, span) : one_off_date (timing->first_date, span);

  *out = *timing;
  if (first == STAFET_DATE_NONE || first > span->until)
    return FALSE;
  out->start = stafet_wall_new (first, stafet_wall_minutes (timing->start));
  out->end = out->start + (timing->end - timing->start);
  out->until = timing->recurs ? span->until : STAFET_DATE_NONE;
  out->first_date = first;
  out->last_date = timing->recurs ? span->until : first;
  return TRUE;
}

/* ——— Which ——— */

typedef struct
{
  guint n;
  StafetDate first, last;
} Count;

static gboolean
count_cb (StafetDate date, gpointer data)
{
  Count *count = data;

  if (count->n++ == 0)
    count->first = date;
  count->last = date;
  return TRUE;
}

static Count
count_dates (const StafetTiming *timing, StafetDate from, StafetDate to)
{
  Count count = { 0, STAFET_DATE_NONE, STAFET_DATE_NONE };

  stafet_expand_timing (timing, from, to, count_cb, &count);
  return count;
}

static StafetUid
origin_of (const StafetSeries *series)
{
  return series->activity != NULL ? series->activity->split_from : series->shift->split_from;
}

static gboolean
comes_from (const StafetSnapshot *snapshot, StafetSeries series, StafetUid uid)
{
  gpointer origin;

  while (origin_of (&series) != NULL && origin_of (&series) != uid)
    {
      origin = stafet_snapshot_get (snapshot, series.kind, origin_of (&series));
      if (origin == NULL || !stafet_series_init (&series, origin))
        return FALSE;
    }
  return origin_of (&series) == uid;
}

/* What became of it: another series that came from it, in the new season or later in the old one. */
static StafetSeasonState
followed_state (const StafetSnapshot *snapshot, StafetRecord *record, const StafetSeasonSpan *span)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_RECORD_KIND (record));
  StafetSeasonState state = STAFET_SEASON_READY;

  for (guint i = 0; i < all->len; i++)
    {
      StafetSeries other;

      if (!stafet_series_init (&other, g_ptr_array_index (all, i))
          || !comes_from (snapshot, other, record->uid))
        continue;
      if (count_dates (other.timing, span->from, span->to).n > 0)
        return STAFET_SEASON_FOLLOWED;
      if (count_dates (other.timing, span->into, span->until).n > 0)
        state = STAFET_SEASON_COPIED;
    }
  return state;
}

static StafetSeasonState
state_of (const StafetSnapshot *snapshot, const StafetSeries *series, StafetRecord *record,
          const StafetSeasonSpan *span, gboolean has_date)
{
  if (count_dates (series->timing, span->into, span->until).n > 0)
    return STAFET_SEASON_GOES_ON;
  if (!has_date)
    return STAFET_SEASON_NO_DATE;
  return followed_state (snapshot, record, span);
}

gboolean
stafet_season_judge (const StafetSnapshot *snapshot, StafetRecord *record, const StafetSeasonSpan *span,
                     StafetSeasonChoice *choice)
{
  StafetSeries series;
  StafetTiming copy;
  Count count;
  gboolean has_date;

  if (!stafet_series_init (&series, record) || (series.activity != NULL && series.activity->draft)
      || stafet_snapshot_index (snapshot, STAFET_INDEX_LOAN_BY_ACTIVITY, series.uid)->len > 0)
    return FALSE;
  count = count_dates (series.timing, span->from, span->to);
  if (count.n == 0)
    return FALSE;
  has_date = stafet_season_copy_timing (series.timing, span, &copy);
  *choice = (StafetSeasonChoice){ record,
                                  state_of (snapshot, &series, record, span, has_date),
                                  count.n,
                                  count.first,
                                  count.last,
                                  has_date ? copy.start : STAFET_WALL_NONE,
                                  has_date ? copy.end : STAFET_WALL_NONE };
  return TRUE;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const StafetSeasonChoice *x = a, *y = b;
  int order = stafet_text_compare (stafet_record_get_label (x->series), stafet_record_get_label (y->series));

  if (order == 0)
    order = (x->first > y->first) - (x->first < y->first);
  return order != 0 ? order : g_strcmp0 (x->series->uid, y->series->uid);
}

GArray *
stafet_season_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                    const StafetSeasonSpan *span)
{
  static const StafetKind kinds[] = { STAFET_KIND_ACTIVITY, STAFET_KIND_SHIFT };
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (StafetSeasonChoice));

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const GPtrArray *all = stafet_snapshot_all (snapshot, kinds[k]);

      for (guint i = 0; i < all->len; i++)
        {
          StafetSeasonChoice choice;
          StafetSeries series;

          if (stafet_series_init (&series, g_ptr_array_index (all, i))
              && (series.activity == NULL || series.activity->calendar == NULL)
              && stafet_agenda_query_takes (query,
                                            stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, series.house))
              && stafet_season_judge (snapshot, g_ptr_array_index (all, i), span, &choice))
            g_array_append_val (choices, choice);
        }
    }
  g_array_sort (choices, compare_choices);
  return choices;
}

/* ——— In words ——— */

const char *
stafet_season_state_words (StafetSeasonState state, StafetLanguage language)
{
  static const char *const words[] = { "", N_ ("goes on by itself"), N_ ("is there already"),
                                       N_ ("went on as another series"),
                                       N_ ("has no date in the new season") };

  return *words[state] != '\0' ? stafet_i18n_text (language, words[state]) : "";
}
