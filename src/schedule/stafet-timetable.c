/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads most dates from the series alone; only one that something bears on is built as a whole entry, so
 * that the rules of exceptions, closures and holidays stand in one place.
 */
#include "stafet-timetable.h"

#include "stafet-holidays.h"
#include "stafet-rooms.h"

#include <string.h>

/* Whether some closure touches the place at some time; or may: what costs time to tell is taken for granted.
 */
static gboolean
may_close (const StafetTimetable *self)
{
  const GPtrArray *closures = stafet_snapshot_all (self->snapshot, STAFET_KIND_CLOSURE);

  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);

      if (self->stops->len > 0 || closure->area != NULL || closure->house == self->house
          || (closure->ward != NULL && closure->ward == self->series.ward)
          || stafet_rooms_meet (self->snapshot, closure->room, self->series.room))
        return TRUE;
    }
  return FALSE;
}

/* Whether a closure shuts the series' place, or a ward it stops at. */
static gboolean
is_closed (const StafetTimetable *self, StafetWall start, StafetWall end)
{
  if (stafet_closure_find (self->snapshot, self->house, self->series.ward, self->series.room, start, end)
      != NULL)
    return TRUE;
  for (guint i = 0; i < self->stops->len; i++)
    {
      const StafetStop *stop = g_ptr_array_index (self->stops, i);
      const StafetWard *ward = stafet_snapshot_get (self->snapshot, STAFET_KIND_WARD, stop->ward);

      if (ward != NULL
          && stafet_closure_find (self->snapshot, ward->house, stop->ward, NULL, start + stop->from_minute,
                                  start + stop->to_minute)
               != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_school_holiday (const StafetSnapshot *snapshot, StafetDate date)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetSchoolHoliday *holiday = g_ptr_array_index (all, i);

      if (holiday->from <= date && date <= holiday->to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_be_cancelled (const StafetTimetable *self, StafetWall start, StafetWall end)
{
  const StafetTiming *timing = self->series.timing;

  if (timing->holidays == STAFET_HOLIDAY_CANCEL && stafet_holidays_name (stafet_wall_date (start)) != NULL)
    return TRUE;
  if (timing->school_holidays == STAFET_HOLIDAY_CANCEL
      && is_school_holiday (self->snapshot, stafet_wall_date (start)))
    return TRUE;
  return self->may_close && is_closed (self, start, end);
}

static gboolean
has_exception (const StafetTimetable *self, StafetDate original)
{
  if (self->exceptions->len > 0
      && stafet_snapshot_exception (self->snapshot, self->series.uid, self->series.kind, original) != NULL)
    return TRUE;
  return self->shift_exceptions->len > 0
         && stafet_snapshot_exception (self->snapshot, self->shift->parent.uid, STAFET_KIND_SHIFT, original)
              != NULL;
}

/* What the activity (nullable) takes of its room before and after, and of vehicles. */
static void
read_bookings (const StafetTimetable *self, const StafetActivity *activity, StafetOccasion *occasion)
{
  const StafetRoom *room = stafet_snapshot_get (self->snapshot, STAFET_KIND_ROOM, occasion->room);

  occasion->vehicle = activity != NULL ? activity->vehicle : NULL;
  occasion->setup_minutes = room != NULL ? MAX (room->setup_minutes, 0) : 0;
  occasion->cleardown_minutes = room != NULL ? MAX (room->cleardown_minutes, 0) : 0;
  if (activity != NULL && activity->setup_minutes != STAFET_INTEGER_NONE)
    occasion->setup_minutes = activity->setup_minutes;
  if (activity != NULL && activity->cleardown_minutes != STAFET_INTEGER_NONE)
    occasion->cleardown_minutes = activity->cleardown_minutes;
}

/* The slow way, and the whole truth. */
static gboolean
read_entry (const StafetTimetable *self, StafetDate original, StafetOccasion *occasion)
{
  StafetEntry *entry = g_new (StafetEntry, 1);
  gboolean held;

  stafet_entry_init (entry, self->snapshot, &self->series, original);
  held = entry->status != STAFET_STATUS_CANCELLED;
  occasion->start = entry->start;
  occasion->end = entry->end;
  occasion->room = entry->room != NULL ? entry->room->parent.uid : NULL;
  read_bookings (self, entry->activity, occasion);
  occasion->accepted = entry->activity != NULL ? entry->activity->anyway : entry->shifts[0].shift->anyway;
  occasion->check = entry->activity == NULL && entry->shifts[0].shift->check;
  for (guint i = 0; self->shift != NULL && i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == self->shift->parent.uid)
      {
        occasion->start = entry->shifts[i].start;
        occasion->end = entry->shifts[i].end;
        occasion->check = entry->shifts[i].shift->check;
      }
  stafet_entry_free (entry);
  return held;
}

gboolean
stafet_timetable_read (const StafetTimetable *self, StafetDate original, StafetOccasion *occasion)
{
  const StafetSeries *series = &self->series;

  occasion->original = original;
  if (has_exception (self, original))
    return read_entry (self, original, occasion);
  stafet_series_span (series, original, &occasion->start, &occasion->end);
  if (may_be_cancelled (self, occasion->start, occasion->end))
    return read_entry (self, original, occasion);
  occasion->room = series->room;
  read_bookings (self, series->activity, occasion);
  occasion->accepted = series->activity != NULL ? series->activity->anyway : series->shift->anyway;
  occasion->check = series->shift != NULL && series->shift->check;
  if (self->shift != NULL)
    {
      occasion->start += self->shift->start_offset;
      occasion->end += self->shift->end_offset;
      occasion->check = self->shift->check;
    }
  return TRUE;
}

/* ——— Which dates ——— */

void
stafet_timetable_originals (const StafetTimetable *self, StafetDate from, StafetDate to, StafetDate *first,
                            StafetDate *last)
{
  StafetWall usual =
    stafet_wall_minutes (self->series.timing->start) + (self->shift != NULL ? self->shift->start_offset : 0);
  int days = stafet_wall_date (usual);

  *first = from - days;
  *last = to - days;
}

static const StafetException *
get_exception (const GPtrArray *exceptions, guint i)
{
  return g_ptr_array_index (exceptions, i);
}

typedef struct
{
  StafetExpandFunc func;
  gpointer data;
  gboolean stopped;
} Each;

static gboolean
each_cb (StafetDate date, gpointer data)
{
  Each *each = data;

  each->stopped = !each->func (date, each->data);
  return !each->stopped;
}

void
stafet_timetable_each (const StafetTimetable *self, StafetDate first, StafetDate last, StafetExpandFunc func,
                       gpointer data)
{
  const GPtrArray *lists[] = { self->exceptions, self->shift_exceptions };
  Each each = { func, data, FALSE };

  stafet_expand_timing (self->series.timing, first, last, each_cb, &each);
  for (gsize n = 0; n < G_N_ELEMENTS (lists); n++)
    for (guint i = 0; i < lists[n]->len && !each.stopped; i++)
      {
        const StafetException *exception = get_exception (lists[n], i);
        StafetDate date = exception->date;

        if (exception->changes[0] == '\0' || (first <= date && date <= last)
            || !stafet_expand_holds (self->series.timing, date))
          continue;
        /* A date with exceptions of both sorts is met once: with the series' own. */
        if (n == 1)
          exception = stafet_snapshot_exception (self->snapshot, self->series.uid, self->series.kind, date);
        if (n == 1 && exception != NULL && exception->changes[0] != '\0')
          continue;
        each_cb (date, &each);
      }
}

/* ——— Setting up ——— */

/* The house of the place, as stafet_entry_place_house() has it. */
static StafetUid
place_house (const StafetSnapshot *snapshot, const StafetSeries *series)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, series->ward);
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, series->room);

  if (ward != NULL)
    return ward->house;
  return room != NULL ? room->house : series->house;
}

gboolean
stafet_timetable_init (StafetTimetable *self, const StafetSnapshot *snapshot, gpointer record)
{
  memset (self, 0, sizeof *self);
  self->snapshot = snapshot;
  if (!stafet_series_init (&self->series, record))
    {
      StafetActivity *activity;

      self->shift = record;
      activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->shift->activity);
      if (activity == NULL)
        return FALSE;
      stafet_series_init (&self->series, activity);
    }
  if (self->series.activity != NULL && self->series.activity->draft)
    return FALSE;
  self->exceptions =
    stafet_snapshot_index (snapshot,
                           self->series.kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                                     : STAFET_INDEX_EXCEPTION_BY_SHIFT,
                           self->series.uid);
  self->shift_exceptions = stafet_snapshot_index (snapshot, STAFET_INDEX_EXCEPTION_BY_SHIFT,
                                                  self->shift != NULL ? self->shift->parent.uid : NULL);
  self->stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, self->series.uid);
  self->house = place_house (snapshot, &self->series);
  self->may_close = may_close (self);
  return TRUE;
}
