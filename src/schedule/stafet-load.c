/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a volunteer's turns.
 */
#include "stafet-load.h"

#include "core/stafet-text.h"
#include "stafet-entry.h"

#include <string.h>

#define DAYS (7 * STAFET_LOAD_WEEKS)
#define MEMORY_DAYS 396
/* A face is known after so many times. */
#define KNOWN_TIMES 3

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const StafetTurn *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return strcmp (x->shift->parent.uid, y->shift->parent.uid);
}

/* Every turn of hers in [@from, @to], in order. (transfer full) */
static GArray *
turns_between (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer, StafetDate from,
               StafetDate to)
{
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (snapshot);
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  stafet_turns_add_all (snapshot, moved, volunteer, from, to, turns);
  g_array_sort (turns, compare_turns);
  return turns;
}

static StafetRecord *
series_of (const StafetSnapshot *snapshot, const StafetShift *shift)
{
  return shift->activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity)
                                 : (StafetRecord *) shift;
}

char *
stafet_turn_title (const StafetSnapshot *snapshot, const StafetTurn *turn)
{
  const StafetActivity *activity =
    stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, turn->shift->activity);

  if (activity == NULL || stafet_text_compare (activity->title, turn->shift->role) == 0)
    return g_strdup (turn->shift->role);
  return g_strdup_printf ("%s · %s", activity->title, turn->shift->role);
}

/* ——— What she has done ——— */

static StafetKnownSeries *
find_known (StafetLoad *self, StafetRecord *series)
{
  StafetKnownSeries known = { series };

  for (guint i = 0; i < self->known->len; i++)
    if (g_array_index (self->known, StafetKnownSeries, i).series == series)
      return &g_array_index (self->known, StafetKnownSeries, i);
  g_array_append_val (self->known, known);
  return &g_array_index (self->known, StafetKnownSeries, self->known->len - 1);
}

/* Whether the series has dates from @today on. */
static gboolean
goes_on (StafetRecord *record, StafetDate today)
{
  StafetSeries series;

  return stafet_series_init (&series, record) && series.timing->last_date >= today;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const StafetKnownSeries *x = a, *y = b;

  if (x->regular != y->regular)
    return x->regular ? -1 : 1;
  if (x->times != y->times)
    return x->times > y->times ? -1 : 1;
  return stafet_text_compare (stafet_record_get_label (x->series), stafet_record_get_label (y->series));
}

static void
count_turn (StafetLoad *self, const StafetSnapshot *snapshot, const StafetTurn *turn, StafetDate today)
{
  StafetDate date = stafet_wall_date (turn->start);
  StafetRecord *series = series_of (snapshot, turn->shift);

  if (turn->asked)
    return;
  self->shifts += date >= today - DAYS;
  if (turn->shift->unpopular)
    {
      self->unpopular = date;
      self->unpopular_shift = turn->shift;
    }
  if (series != NULL)
    find_known (self, series)->times++;
}

static void
add_standing (StafetLoad *self, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
              StafetDate today)
{
  const GPtrArray *all =
    stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (all, i);
      const StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, standing->shift);
      StafetRecord *series = shift != NULL ? series_of (snapshot, shift) : NULL;

      if (series != NULL && (standing->to == STAFET_DATE_NONE || standing->to >= today))
        find_known (self, series)->regular = TRUE;
    }
}

void
stafet_load_init (StafetLoad *self, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
                  StafetDate today)
{
  g_autoptr (GArray) turns = turns_between (snapshot, volunteer, today - MEMORY_DAYS, today - 1);

  *self = (StafetLoad){ .wished_per_week = volunteer->wished_per_week, .unpopular = STAFET_DATE_NONE };
  self->known = g_array_new (FALSE, FALSE, sizeof (StafetKnownSeries));
  self->days = volunteer->started != STAFET_DATE_NONE ? CLAMP (today - volunteer->started, 0, DAYS) : DAYS;
  self->wished = MAX (0, volunteer->wished_per_week) * self->days / 7;
  for (guint i = 0; i < turns->len; i++)
    count_turn (self, snapshot, &g_array_index (turns, StafetTurn, i), today);
  add_standing (self, snapshot, volunteer, today);
  for (guint i = self->known->len; i-- > 0;)
    {
      const StafetKnownSeries *known = &g_array_index (self->known, StafetKnownSeries, i);

      if ((!known->regular && known->times < KNOWN_TIMES) || !goes_on (known->series, today))
        g_array_remove_index (self->known, i);
    }
  g_array_sort (self->known, compare_known);
}

void
stafet_load_clear (StafetLoad *self)
{
  g_clear_pointer (&self->known, g_array_unref);
}

/* ——— What is too much ——— */

static StafetDate
month_begin (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return date - day + 1;
}

static gboolean
is_above (gint32 cap, int count)
{
  return cap != STAFET_INTEGER_NONE && count > cap;
}

/* Whether one more on @date is, beside those that stay, which are all from before. */
static gboolean
is_too_much (const StafetVolunteer *volunteer, const GArray *kept, StafetDate date)
{
  StafetDate monday = stafet_date_monday (date), first = month_begin (date);
  int day = 1, week = 1, month = 1;

  for (guint i = 0; i < kept->len; i++)
    {
      StafetDate other = g_array_index (kept, StafetDate, i);

      day += other == date;
      week += other >= monday && other < monday + 7;
      month += other >= first;
    }
  return is_above (volunteer->per_day, day) || is_above (volunteer->per_week, week)
         || is_above (volunteer->per_month, month);
}

GArray *
stafet_load_above (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer, StafetDate from,
                   StafetDate to)
{
  StafetDate first = MIN (month_begin (from), stafet_date_monday (from));
  g_autoptr (GArray) turns = NULL, kept = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  GArray *above = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  if (volunteer->per_day == STAFET_INTEGER_NONE && volunteer->per_week == STAFET_INTEGER_NONE
      && volunteer->per_month == STAFET_INTEGER_NONE)
    return above;
  turns = turns_between (snapshot, volunteer, first, to);
  for (guint i = 0; i < turns->len; i++)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);
      StafetDate date = stafet_wall_date (turn->start);

      if (date >= from && is_too_much (volunteer, kept, date))
        g_array_append_val (above, *turn);
      else
        g_array_append_val (kept, date);
    }
  return above;
}
