/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who came: everybody as planned, or one by one.
 */
#include "schedule/stafet-hours.h"
#include "stafet-use-place.h"

/* More than a day, or so much more than was planned, is asked about. */
#define MOST_MINUTES STAFET_MINUTES_PER_DAY
#define MOST_LONGER (6 * 60)

static int
minutes_of (StafetPlan *plan, const StafetStaffing *staffing)
{
  return stafet_staffing_minutes (staffing, stafet_clock_get_zone (stafet_plan_get_clock (plan)));
}

static gboolean
check_past (StafetPlan *plan, const StafetShiftDate *on, GError **error)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  g_autofree char *day = stafet_use_day (stafet_wall_date (on->staffing->start));

  if (stafet_wall_date (on->staffing->start) <= today)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” on %s is still to come. Say who came on the day itself or later."),
               on->staffing->shift->role, day);
  return FALSE;
}

static gboolean
find (const StafetUsePlace *place, const StafetPlaceArguments *a, StafetShiftDate *on, GError **error)
{
  return stafet_shift_date_find (place->snapshot, place->shift, a->date, on, error)
         && stafet_use_place_check_held (place, on, error) && check_past (place->plan, on, error);
}

/* ——— As planned ——— */

static void
insert_planned (const StafetUsePlace *place, StafetDate date, const StafetPlace *there, int minutes,
                StafetChangeset *changeset)
{
  StafetAttendance *row = stafet_record_new (STAFET_KIND_ATTENDANCE, NULL);

  row->shift = place->shift->parent.uid;
  row->date = date;
  row->volunteer = there->volunteer != NULL ? there->volunteer->parent.uid : NULL;
  row->organiser = there->organiser != NULL ? there->organiser->parent.uid : NULL;
  row->count = there->count;
  row->minutes = minutes;
  if (there->guest != NULL)
    stafet_record_take_text (row, stafet_record_info_field (STAFET_RECORD_INFO (row), "guest"),
                             g_strdup (there->guest));
  stafet_changeset_insert (changeset, row);
}

static gboolean
as_planned_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  int minutes;

  if (!stafet_use_place_resolve_shift (&place, plan, a, error) || !find (&place, a, &on, error))
    return FALSE;
  minutes = minutes_of (plan, on.staffing);
  for (guint i = 0; i < on.staffing->n_places; i++)
    {
      const StafetPlace *there = &on.staffing->places[i];

      if (stafet_place_is_filled (there) && there->came < 0)
        insert_planned (&place, a->date, there, minutes, changeset);
    }
  if (on.staffing->filled == 0)
    stafet_plan_warn (plan, _ ("Nobody was planned on “%s” on %s."), place.shift->role, day);
  stafet_changeset_set_label (changeset, _ ("Everybody came to %s on %s"), place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_attend_as_planned (const char *shift, StafetDate date)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, NULL);

  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, as_planned_func, a, stafet_place_arguments_free);
}

/* ——— One by one ——— */

/* Whether the plan had the holder on that date, as opposed to attendance alone. */
static gboolean
is_planned (const StafetUsePlace *place, StafetDate date)
{
  return stafet_use_place_dated (place, date) != NULL || stafet_use_place_standing (place, date) != NULL;
}

static StafetAttendance *
new_attendance (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on)
{
  StafetAttendance *row = stafet_record_new (STAFET_KIND_ATTENDANCE, NULL);
  const StafetPlace *there = stafet_use_place_find (place, on->staffing);

  row->shift = place->shift->parent.uid;
  row->date = a->date;
  row->volunteer = stafet_use_place_volunteer (place);
  row->organiser = stafet_use_place_organiser (place);
  row->count = there != NULL ? there->count : 1;
  stafet_record_take_text (row, stafet_record_info_field (STAFET_RECORD_INFO (row), "guest"),
                           g_strdup (place->guest));
  return row;
}

static gboolean
check_minutes (const StafetPlaceArguments *a, GError **error)
{
  const StafetField *field =
    stafet_record_info_field (stafet_record_info (STAFET_KIND_ATTENDANCE), "minutes");

  if (!a->came && a->minutes > 0)
    {
      g_set_error_literal (
        error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
        _ ("Whoever did not come was not there for any minutes. Leave one of the two out."));
      return FALSE;
    }
  if (a->minutes <= field->maximum)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
               _ ("%d minutes are more than a week. Mend the number."), a->minutes);
  return FALSE;
}

/* A slip of the finger is more likely than so long a day; but it is said, not known. */
static void
warn_long (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on)
{
  int planned = minutes_of (place->plan, on->staffing);

  if (a->minutes > MOST_MINUTES || a->minutes > planned + MOST_LONGER)
    stafet_plan_warn (place->plan,
                      _ ("%d minutes for %s are many: “%s” lasts %d. Mend the number if that is a slip."),
                      a->minutes, place->name, place->shift->role, planned);
}

/* The row as it was said; @row is new or a copy of the one there is. */
static void
fill (StafetAttendance *row, const StafetUsePlace *place, const StafetPlaceArguments *a,
      const StafetShiftDate *on)
{
  gboolean came_before = row->status != STAFET_ATTENDANCE_ABSENT && row->minutes > 0;

  if (!a->came)
    row->status = STAFET_ATTENDANCE_ABSENT;
  else
    row->status = is_planned (place, a->date) ? STAFET_ATTENDANCE_CAME : STAFET_ATTENDANCE_EXTRA;
  if (a->count > 0)
    row->count = a->count;
  if (a->came && a->organiser != NULL && a->count > 0)
    row->method = a->method;
  if (!a->came)
    row->minutes = 0;
  else if (a->minutes > 0)
    row->minutes = a->minutes;
  else if (!came_before)
    row->minutes = minutes_of (place->plan, on->staffing);
}

static gboolean
attend_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  g_autoptr (StafetRecord) after = NULL;
  g_autoptr (GVariant) differences = NULL;
  StafetAttendance *before;

  if (!stafet_use_place_resolve (&place, plan, a, error) || !find (&place, a, &on, error)
      || !check_minutes (a, error))
    return FALSE;
  before = stafet_use_place_attendance (&place, a->date);
  if (!a->came && before == NULL && !is_planned (&place, a->date))
    return stafet_use_place_refuse_absent (&place, &on, a->date, error);
  after = before != NULL ? stafet_record_copy (before) : (StafetRecord *) new_attendance (&place, a, &on);
  fill ((StafetAttendance *) after, &place, a, &on);
  warn_long (&place, a, &on);
  stafet_changeset_set_label (changeset,
                              a->came ? _ ("%s came to %s on %s") : _ ("%s did not come to %s on %s"),
                              place.name, place.shift->role, day);
  if (before == NULL)
    stafet_changeset_insert (changeset, g_steal_pointer (&after));
  else if ((differences = stafet_record_image (after, before)) != NULL
           && g_variant_n_children (differences) > 0)
    stafet_changeset_update (changeset, before, g_steal_pointer (&after));
  return TRUE;
}

StafetEdit *
stafet_use_attend (const char *shift, const StafetWho *who, StafetDate date, gboolean came, int minutes)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->date = date;
  a->came = came;
  a->minutes = minutes;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, attend_func, a, stafet_place_arguments_free);
}

/* ——— Taken back ——— */

static gboolean
unattend_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  StafetAttendance *row;

  if (!stafet_use_place_resolve (&place, plan, a, error))
    return FALSE;
  row = stafet_use_place_attendance (&place, a->date);
  if (row != NULL)
    stafet_changeset_delete (changeset, row);
  stafet_changeset_set_label (changeset, _ ("%s on %s on %s is not confirmed"), place.name, place.shift->role,
                              day);
  return TRUE;
}

StafetEdit *
stafet_use_unattend (const char *shift, const StafetWho *who, StafetDate date)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, unattend_func, a, stafet_place_arguments_free);
}

/* ——— Opened again ——— */

static gboolean
reopen_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  const GPtrArray *rows;

  if (!stafet_use_place_resolve_shift (&place, plan, a, error)
      || !stafet_use_check_date (place.snapshot, &place.shift->parent, a->date, error))
    return FALSE;
  rows = stafet_snapshot_index (place.snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, place.shift->parent.uid);
  for (guint i = rows->len > 0 ? stafet_snapshot_first_on (rows, a->date) : 0; i < rows->len; i++)
    {
      StafetAttendance *row = g_ptr_array_index (rows, i);

      if (row->date != a->date)
        break;
      if (row->status != STAFET_ATTENDANCE_EXTRA)
        stafet_changeset_delete (changeset, row);
    }
  stafet_changeset_set_label (changeset, _ ("Opened again: who came to %s on %s"), place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_reopen (const char *shift, StafetDate date)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, NULL);

  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, reopen_func, a, stafet_place_arguments_free);
}
