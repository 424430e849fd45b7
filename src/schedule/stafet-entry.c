/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One occurrence with everything that bears on it.
 */
#include "stafet-entry.h"

#include "core/stafet-text.h"
#include "stafet-holidays.h"
#include "stafet-rooms.h"

#include <string.h>

static void
saw (StafetEntry *entry, gconstpointer record)
{
  if (record != NULL)
    entry->changed = MAX (entry->changed, ((const StafetRecord *) record)->changed);
}

gboolean
stafet_series_init (StafetSeries *series, gpointer record)
{
  memset (series, 0, sizeof *series);
  series->kind = STAFET_RECORD_KIND (record);
  series->uid = ((StafetRecord *) record)->uid;
  if (series->kind == STAFET_KIND_ACTIVITY)
    {
      series->activity = record;
      series->timing = &series->activity->timing;
      series->house = series->activity->house;
      series->room = series->activity->room;
      series->ward = series->activity->ward;
      return TRUE;
    }
  series->shift = record;
  series->timing = &series->shift->timing;
  series->house = series->shift->house;
  series->room = series->shift->room;
  series->ward = series->shift->ward;
  return series->shift->activity == NULL;
}

void
stafet_series_span (const StafetSeries *series, StafetDate original, StafetWall *start, StafetWall *end)
{
  *start = stafet_wall_new (original, stafet_wall_minutes (series->timing->start));
  *end = *start + (series->timing->end - series->timing->start);
}

/* The record as it is on the exception's date, and its own start and end where it has them. */
static gpointer
apply_exception (gpointer record, const StafetException *exception, StafetWall *start, StafetWall *end)
{
  g_autoptr (GVariant) image = NULL;
  gpointer effective;
  const char *text;

  if (exception == NULL || exception->changes[0] == '\0'
      || (image = stafet_image_read (exception->changes, NULL)) == NULL)
    return g_object_ref (record);
  effective = stafet_record_copy (record);
  if (!stafet_record_apply_image (effective, image, NULL))
    g_warning ("The changes of %s cannot be read", exception->parent.uid);
  if (start != NULL && g_variant_lookup (image, "start", "&s", &text))
    stafet_wall_parse (text, start, NULL);
  if (end != NULL && g_variant_lookup (image, "end", "&s", &text))
    stafet_wall_parse (text, end, NULL);
  return effective;
}

/* ——— Closures and holidays ——— */

static gboolean
closure_shuts (const StafetSnapshot *snapshot, const StafetClosure *closure, StafetUid house, StafetUid ward,
               StafetUid room)
{
  const StafetHouse *place;

  if (closure->ward != NULL || closure->room != NULL)
    return (ward != NULL && closure->ward == ward) || stafet_rooms_meet (snapshot, closure->room, room);
  if (closure->house != NULL)
    return closure->house == house;
  place = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house);
  return place != NULL && place->area == closure->area;
}

StafetClosure *
stafet_closure_find (const StafetSnapshot *snapshot, StafetUid house, StafetUid ward, StafetUid room,
                     StafetWall start, StafetWall end)
{
  const GPtrArray *closures = stafet_snapshot_all (snapshot, STAFET_KIND_CLOSURE);

  for (guint i = 0; i < closures->len; i++)
    {
      StafetClosure *closure = g_ptr_array_index (closures, i);
      StafetWall from, to;

      stafet_moment_span (closure->from, closure->to, &from, &to);
      if (from < end && start < to && closure_shuts (snapshot, closure, house, ward, room))
        return closure;
    }
  return NULL;
}

/* What others do outside the house goes on when it is closed. */
static gboolean
is_elsewhere (const StafetActivity *activity, gconstpointer room)
{
  return activity != NULL && activity->calendar != NULL && room == NULL;
}

StafetClosure *
stafet_entry_find_closure (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  StafetHouse *place = stafet_entry_place_house (snapshot, entry);
  StafetClosure *closure;

  if (stafet_snapshot_all (snapshot, STAFET_KIND_CLOSURE)->len == 0
      || is_elsewhere (entry->activity, entry->room))
    return NULL;
  closure = stafet_closure_find (
    snapshot, place != NULL ? place->parent.uid : NULL, entry->ward != NULL ? entry->ward->parent.uid : NULL,
    entry->room != NULL ? entry->room->parent.uid : NULL, entry->start, entry->end);
  for (guint i = 0; closure == NULL && i < entry->n_visits; i++)
    {
      const StafetVisit *visit = &entry->visits[i];

      if (visit->ward != NULL)
        closure = stafet_closure_find (snapshot, visit->ward->house, visit->ward->parent.uid, NULL,
                                       visit->start, visit->end);
    }
  return closure;
}

StafetSchoolHoliday *
stafet_school_holiday_find (const StafetSnapshot *snapshot, const StafetHouse *house, StafetDate date)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  for (guint i = 0; i < all->len; i++)
    {
      StafetSchoolHoliday *holiday = g_ptr_array_index (all, i);

      if (holiday->from <= date && date <= holiday->to
          && (holiday->area == NULL || (house != NULL && house->area == holiday->area)))
        return holiday;
    }
  return NULL;
}

static void
cancel (StafetEntry *entry, const char *reason, gboolean is_msgid)
{
  entry->status = STAFET_STATUS_CANCELLED;
  entry->reason = reason;
  entry->reason_is_msgid = is_msgid;
}

static void
apply_holidays (StafetEntry *entry, const StafetSnapshot *snapshot, const StafetTiming *timing)
{
  StafetDate date = stafet_wall_date (entry->start);
  const char *name = timing->holidays != STAFET_HOLIDAY_KEEP ? stafet_holidays_name (date) : NULL;
  StafetSchoolHoliday *school =
    timing->school_holidays != STAFET_HOLIDAY_KEEP
      ? stafet_school_holiday_find (snapshot, stafet_entry_place_house (snapshot, entry), date)
      : NULL;

  if (name != NULL && timing->holidays == STAFET_HOLIDAY_CANCEL)
    cancel (entry, name, TRUE);
  else if (school != NULL && timing->school_holidays == STAFET_HOLIDAY_CANCEL)
    {
      cancel (entry, school->text, FALSE);
      saw (entry, school);
    }
  else if (name != NULL || school != NULL)
    entry->review = name != NULL ? name : school->text;
}

/* Explicit first, then closures, then holidays: a date that was kept stands against both. */
static void
decide_status (StafetEntry *entry, const StafetSnapshot *snapshot, const StafetSeries *series,
               const StafetException *exception)
{
  StafetClosure *closure;

  if (exception != NULL && exception->status == STAFET_EXCEPTION_CANCELLED)
    cancel (entry, exception->reason, FALSE);
  if (exception != NULL && exception->status != STAFET_EXCEPTION_CHANGED)
    return;
  closure = stafet_entry_find_closure (snapshot, entry);
  if (closure != NULL)
    {
      cancel (entry, closure->text, FALSE);
      saw (entry, closure);
      return;
    }
  apply_holidays (entry, snapshot, series->timing);
}

/* ——— Inside ——— */

static void
add_visits (StafetEntry *entry, const StafetSnapshot *snapshot)
{
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, entry->series);

  if (stops->len == 0)
    return;
  entry->visits = g_new0 (StafetVisit, stops->len);
  for (guint i = 0; i < stops->len; i++)
    {
      StafetStop *stop = g_ptr_array_index (stops, i);
      StafetVisit visit = { stop, stafet_snapshot_get (snapshot, STAFET_KIND_WARD, stop->ward),
                            entry->start + stop->from_minute, entry->start + stop->to_minute,
                            stafet_snapshot_get (snapshot, STAFET_KIND_CONTACT, stop->received_by) };
      guint at = entry->n_visits++;

      for (; at > 0 && entry->visits[at - 1].start > visit.start; at--)
        entry->visits[at] = entry->visits[at - 1];
      entry->visits[at] = visit;
      saw (entry, stop);
      saw (entry, visit.ward);
      saw (entry, visit.received_by);
    }
}

static void
add_staffing (StafetEntry *entry, const StafetSnapshot *snapshot, StafetShift *shift, gboolean one_off)
{
  StafetException *exception =
    entry->activity != NULL
      ? stafet_snapshot_exception (snapshot, shift->parent.uid, STAFET_KIND_SHIFT, entry->original)
      : NULL;
  g_autoptr (StafetRecord) effective = apply_exception (shift, exception, NULL, NULL);
  StafetShift *as_it_is = (StafetShift *) effective;
  StafetStaffing *staffing = &entry->shifts[entry->n_shifts++];
  gboolean follows = entry->activity != NULL;

  stafet_staffing_compute (snapshot, as_it_is, entry->original,
                           entry->start + (follows ? as_it_is->start_offset : 0),
                           entry->end + (follows ? as_it_is->end_offset : 0), one_off, staffing);
  staffing->looking = exception != NULL && exception->looking;
  saw (entry, exception);
  entry->changed = MAX (entry->changed, staffing->changed);
}

static void
sort_shifts (StafetEntry *entry)
{
  for (guint i = 1; i < entry->n_shifts; i++)
    for (guint j = i; j > 0; j--)
      {
        StafetStaffing *a = &entry->shifts[j - 1], *b = &entry->shifts[j], swap;

        if (stafet_text_compare (a->shift->role, b->shift->role) <= 0)
          break;
        swap = *a;
        *a = *b;
        *b = swap;
      }
}

static void
add_shifts (StafetEntry *entry, const StafetSnapshot *snapshot, gboolean one_off)
{
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, entry->series);

  if (shifts->len == 0)
    return;
  entry->shifts = g_new0 (StafetStaffing, shifts->len);
  for (guint i = 0; i < shifts->len; i++)
    add_staffing (entry, snapshot, g_ptr_array_index (shifts, i), one_off);
  sort_shifts (entry);
}

static void
set_place (StafetEntry *entry, const StafetSnapshot *snapshot, StafetUid house, StafetUid room,
           StafetUid ward)
{
  entry->house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house);
  entry->room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, room);
  entry->ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, ward);
  saw (entry, entry->house);
  saw (entry, entry->room);
  saw (entry, entry->ward);
}

static void
init_activity (StafetEntry *entry, const StafetSnapshot *snapshot)
{
  StafetActivity *activity = entry->activity;

  entry->title = activity->title;
  entry->category = activity->category;
  entry->organiser = stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, activity->organiser);
  saw (entry, activity);
  saw (entry, entry->organiser);
  saw (entry, stafet_snapshot_get (snapshot, STAFET_KIND_CONTACT, activity->received_by));
  set_place (entry, snapshot, activity->house, activity->room, activity->ward);
  add_visits (entry, snapshot);
}

void
stafet_entry_init (StafetEntry *entry, const StafetSnapshot *snapshot, const StafetSeries *series,
                   StafetDate original)
{
  StafetException *exception = stafet_snapshot_exception (snapshot, series->uid, series->kind, original);
  gboolean one_off = !series->timing->recurs;
  StafetWall start, end;

  memset (entry, 0, sizeof *entry);
  entry->kind = series->kind;
  entry->series = series->uid;
  entry->original = original;
  entry->category = STAFET_ENUM_NONE;
  entry->reason = "";
  entry->changed = STAFET_INSTANT_NONE;
  stafet_series_span (series, original, &start, &end);
  entry->start = start;
  entry->end = end;
  saw (entry, exception);
  if (series->activity != NULL)
    {
      entry->activity = apply_exception (series->activity, exception, &entry->start, &entry->end);
      init_activity (entry, snapshot);
    }
  else
    {
      g_autoptr (StafetRecord) effective =
        apply_exception (series->shift, exception, &entry->start, &entry->end);
      StafetShift *shift = (StafetShift *) effective;

      set_place (entry, snapshot, shift->house, shift->room, shift->ward);
      entry->shifts = g_new0 (StafetStaffing, 1);
      add_staffing (entry, snapshot, shift, one_off);
      entry->shifts[0].looking = exception != NULL && exception->looking;
      entry->title = entry->shifts[0].shift->role;
    }
  if (entry->start != start || entry->end != end)
    entry->status = STAFET_STATUS_MOVED;
  decide_status (entry, snapshot, series, exception);
  if (entry->activity != NULL)
    add_shifts (entry, snapshot, one_off);
}

void
stafet_entry_free (StafetEntry *entry)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    stafet_staffing_clear (&entry->shifts[i]);
  g_free (entry->shifts);
  g_free (entry->visits);
  g_clear_object (&entry->activity);
  g_free (entry);
}
