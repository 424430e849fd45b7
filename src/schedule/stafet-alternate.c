/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes on both ways, and tells what the difference is.
 */
#include "stafet-alternate.h"

#include "core/stafet-text.h"
#include "stafet-entry.h"
#include "stafet-expand.h"

/* The weeks before a date in which one of every other week must lie. */
#define LOOK_BACK_DAYS 28
/* What has no date in the new year within so many days is not asked about. */
#define LOOK_AHEAD_DAYS 400

static StafetAlternateWay
week_way (StafetDate date)
{
  return stafet_date_iso_week (date, NULL) % 2 == 0 ? STAFET_ALTERNATE_EVEN : STAFET_ALTERNATE_ODD;
}

/* ——— How it is written ——— */

gboolean
stafet_alternate_timing_way (const StafetTiming *timing, StafetAlternateWay *way)
{
  if (!timing->recurs || timing->parsed.frequency != STAFET_FREQUENCY_WEEKLY)
    return FALSE;
  if (timing->parsed.interval == 1 && timing->parity != STAFET_PARITY_NONE)
    *way = (StafetAlternateWay) timing->parity;
  else if (timing->parsed.interval == 2)
    *way = timing->parity == STAFET_PARITY_NONE ? STAFET_ALTERNATE_FORTNIGHT : STAFET_ALTERNATE_BOTH;
  else
    return FALSE;
  return TRUE;
}

gboolean
stafet_alternate_standing_way (const StafetStanding *standing, StafetAlternateWay *way)
{
  if (standing->parity != STAFET_PARITY_NONE)
    *way = (StafetAlternateWay) standing->parity;
  else if (standing->every == 2)
    *way = STAFET_ALTERNATE_FORTNIGHT;
  else
    return FALSE;
  return TRUE;
}

/* ——— The weeks it goes in ——— */

static gboolean
keep_last_cb (StafetDate date, gpointer data)
{
  *(StafetDate *) data = date;
  return TRUE;
}

StafetDate
stafet_alternate_timing_last (const StafetTiming *timing, StafetDate before)
{
  StafetTiming all = *timing;
  StafetDate last = STAFET_DATE_NONE;

  all.filter.season = (StafetSeason){ 0, 0 };
  all.filter.skip_weeks = 0;
  /* Of what is written both ways counting tells where it was. */
  if (all.parsed.interval == 2)
    all.filter.parity = STAFET_PARITY_NONE;
  stafet_expand_timing (&all, before - LOOK_BACK_DAYS, before - 1, keep_last_cb, &last);
  return last;
}

gboolean
stafet_alternate_standing_goes_in (const StafetStanding *standing, StafetDate date)
{
  if (standing->parity != STAFET_PARITY_NONE)
    return week_way (date) == (StafetAlternateWay) standing->parity;
  return (stafet_date_monday (date) - stafet_date_monday (standing->from)) / 7 % 2 == 0;
}

StafetDate
stafet_alternate_standing_last (const StafetStanding *standing, StafetDate before)
{
  for (StafetDate monday = stafet_date_monday (before - 1); monday > before - LOOK_BACK_DAYS; monday -= 7)
    if (stafet_alternate_standing_goes_in (standing, monday))
      return standing->from == STAFET_DATE_NONE || monday + 6 >= standing->from ? monday : STAFET_DATE_NONE;
  return STAFET_DATE_NONE;
}

/* ——— Going on ——— */

StafetDate
stafet_alternate_convert (const StafetTiming *timing, StafetAlternateWay way, StafetDate from,
                          StafetTiming *out)
{
  StafetDate last = stafet_alternate_timing_last (timing, from);
  StafetDate first = last != STAFET_DATE_NONE ? last : stafet_expand_next (timing, from);

  if (first == STAFET_DATE_NONE)
    return STAFET_DATE_NONE;
  *out = *timing;
  out->parsed.interval = way == STAFET_ALTERNATE_FORTNIGHT ? 2 : 1;
  out->parity = way == STAFET_ALTERNATE_FORTNIGHT ? STAFET_PARITY_NONE : (gint32) way;
  out->filter.parity = out->parity;
  /* The weekday of the first date stands for a rule that names none. */
  out->first_date =
    stafet_date_monday (first) + (int) stafet_date_weekday (timing->first_date) - STAFET_MONDAY;
  /* What begins later does not begin sooner for that. */
  if (last == STAFET_DATE_NONE)
    return stafet_expand_next (out, MAX (from, timing->first_date));
  return stafet_expand_next (out, from);
}

/* ——— The new year both ways ——— */

typedef struct
{
  GArray *dates;
  const StafetStanding *standing; /* with a parity or counted from its first week; NULL: any date */
} Few;

static gboolean
take_few_cb (StafetDate date, gpointer data)
{
  Few *few = data;

  if (few->standing == NULL || stafet_standing_holds (few->standing, date))
    g_array_append_val (few->dates, date);
  return few->dates->len < STAFET_ALTERNATE_DATES;
}

static GArray *
few_dates (const StafetTiming *timing, const StafetStanding *standing, StafetDate from)
{
  Few few = { g_array_new (FALSE, FALSE, sizeof (StafetDate)), standing };

  stafet_expand_timing (timing, from, from + LOOK_AHEAD_DAYS, take_few_cb, &few);
  return few.dates;
}

static gboolean
same_dates (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (g_array_index (a, StafetDate, i) != g_array_index (b, StafetDate, i))
      return FALSE;
  return a->len == b->len;
}

static void
alternating_free (gpointer data)
{
  StafetAlternating *item = data;

  g_array_unref (item->by_week);
  g_array_unref (item->by_count);
  g_free (item);
}

/* Takes the dates. */
static void
add_item (StafetAlternation *self, StafetRecord *series, StafetStanding *standing, StafetAlternateWay stands,
          StafetAlternateWay weeks, GArray *by_week, GArray *by_count)
{
  StafetAlternating *item = g_new (StafetAlternating, 1);

  *item =
    (StafetAlternating){ series, standing, stands, weeks, by_week, by_count, same_dates (by_week, by_count) };
  if (by_week->len > 0 || by_count->len > 0)
    g_ptr_array_add (self->items, item);
  else
    alternating_free (item);
}

static void
add_timing (StafetAlternation *self, StafetRecord *series, const StafetTiming *timing, StafetAlternateWay way)
{
  StafetDate last = stafet_alternate_timing_last (timing, self->turn);
  StafetTiming by_week, by_count;
  StafetAlternateWay weeks;

  if (last == STAFET_DATE_NONE)
    return;
  weeks = week_way (last);
  stafet_alternate_convert (timing, weeks, self->turn, &by_week);
  stafet_alternate_convert (timing, STAFET_ALTERNATE_FORTNIGHT, self->turn, &by_count);
  add_item (self, series, NULL, way, weeks, few_dates (&by_week, NULL, self->turn),
            few_dates (&by_count, NULL, self->turn));
}

static void
add_standing (StafetAlternation *self, StafetRecord *series, const StafetTiming *timing,
              StafetStanding *standing)
{
  g_autoptr (StafetRecord) by_week = NULL, by_count = NULL;
  StafetAlternateWay stands, series_way;
  StafetDate last, of_series;
  StafetStanding *week, *count;

  /* What goes every week need not say from when: there is nothing to count from. */
  if (!stafet_alternate_standing_way (standing, &stands))
    return;
  last = stafet_alternate_standing_last (standing, self->turn);
  of_series = stafet_alternate_timing_last (timing, self->turn);
  if (last == STAFET_DATE_NONE || of_series == STAFET_DATE_NONE
      || (stafet_alternate_timing_way (timing, &series_way) && stafet_date_monday (of_series) == last))
    return;
  by_week = stafet_record_copy (standing);
  by_count = stafet_record_copy (standing);
  week = (StafetStanding *) by_week;
  count = (StafetStanding *) by_count;
  week->parity = (gint32) week_way (last);
  week->every = 1;
  count->parity = STAFET_PARITY_NONE;
  count->every = 2;
  count->from = last;
  add_item (self, series, standing, stands, week_way (last), few_dates (timing, week, self->turn),
            few_dates (timing, count, self->turn));
}

static void
add_standings (StafetAlternation *self, StafetRecord *series, const StafetTiming *timing, StafetUid shift)
{
  const GPtrArray *standings = stafet_snapshot_index (self->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    add_standing (self, series, timing, g_ptr_array_index (standings, i));
}

/* ——— Which series ——— */

static void
add_series (StafetAlternation *self, const StafetAgendaQuery *query, gpointer record)
{
  StafetSeries series;
  const GPtrArray *shifts;
  StafetAlternateWay way;

  if (!stafet_series_init (&series, record) || !series.timing->recurs
      || !stafet_agenda_query_takes (query,
                                     stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, series.house)))
    return;
  if (stafet_alternate_timing_way (series.timing, &way))
    add_timing (self, record, series.timing, way);
  add_standings (self, record, series.timing, series.uid);
  shifts = stafet_snapshot_index (self->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series.uid);
  for (guint i = 0; i < shifts->len; i++)
    add_standings (self, record, series.timing, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetAlternating *x = *(StafetAlternating *const *) a, *y = *(StafetAlternating *const *) b;
  int order = stafet_text_compare (stafet_record_get_label (x->series), stafet_record_get_label (y->series));
  g_autofree char *first = NULL, *second = NULL;

  if (order == 0)
    order = g_strcmp0 (x->series->uid, y->series->uid);
  if (order == 0)
    order = (x->standing != NULL) - (y->standing != NULL);
  if (order != 0 || x->standing == NULL)
    return order;
  first = stafet_alternating_name (data, x);
  second = stafet_alternating_name (data, y);
  order = stafet_text_compare (first, second);
  return order != 0 ? order : g_strcmp0 (x->standing->parent.uid, y->standing->parent.uid);
}

StafetAlternation *
stafet_alternation_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, int year)
{
  static const StafetKind kinds[] = { STAFET_KIND_ACTIVITY, STAFET_KIND_SHIFT };
  StafetAlternation *self = g_new0 (StafetAlternation, 1);

  self->snapshot = stafet_snapshot_ref (snapshot);
  self->turn = stafet_date_from_iso_week (year, 1);
  self->week_53 = stafet_date_iso_week (self->turn - 1, NULL) == 53;
  self->items = g_ptr_array_new_with_free_func (alternating_free);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const GPtrArray *all = stafet_snapshot_all (snapshot, kinds[k]);

      for (guint i = 0; i < all->len; i++)
        add_series (self, query, g_ptr_array_index (all, i));
    }
  g_ptr_array_sort_with_data (self->items, compare_items, self);
  return self;
}

void
stafet_alternation_free (StafetAlternation *self)
{
  g_ptr_array_unref (self->items);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

/* ——— In words ——— */

char *
stafet_alternating_name (const StafetAlternation *self, const StafetAlternating *item)
{
  const StafetStanding *standing = item->standing;
  const StafetShift *shift;
  gpointer holder;

  if (standing == NULL)
    return g_strdup (stafet_record_get_label (item->series));
  shift = stafet_snapshot_get (self->snapshot, STAFET_KIND_SHIFT, standing->shift);
  holder = standing->volunteer != NULL
             ? stafet_snapshot_get (self->snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer)
             : stafet_snapshot_get (self->snapshot, STAFET_KIND_ORGANISER, standing->organiser);
  return g_strdup_printf ("%s · %s", holder != NULL ? stafet_record_get_label (holder) : "", shift->role);
}

const char *
stafet_alternate_way_words (StafetAlternateWay way, StafetLanguage language)
{
  static const char *const words[] = { N_ ("odd weeks"), N_ ("even weeks"), N_ ("every 14 days"),
                                       N_ ("both at once, which has no date after a week 53") };

  return stafet_i18n_text (language, words[way]);
}
