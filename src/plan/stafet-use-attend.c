/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who came: closing a date, all at once or person by person.
 */
#include "stafet-use-private.h"

#include <string.h>

typedef struct
{
  char *shift, *volunteer, *organiser, *guest;
  StafetDate date;
  gboolean came;
  int count, minutes;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->shift);
  g_free (a->volunteer);
  g_free (a->organiser);
  g_free (a->guest);
  g_free (a);
}

static const StafetField *
guest_field (void)
{
  return stafet_record_info_field (stafet_record_info (STAFET_KIND_ATTENDANCE), "guest");
}

static StafetAttendance *
row_for (const StafetShiftDate *on, StafetUid shift, const StafetPlace *place, StafetAttendanceStatus status)
{
  StafetAttendance *row = stafet_record_new (STAFET_KIND_ATTENDANCE, NULL);

  row->shift = shift;
  row->date = on->entry->original;
  row->volunteer = place->volunteer != NULL ? place->volunteer->parent.uid : NULL;
  row->organiser = place->organiser != NULL ? place->organiser->parent.uid : NULL;
  stafet_record_take_text (row, guest_field (), g_strdup (place->guest != NULL ? place->guest : ""));
  row->count = place->count;
  row->status = (gint32) status;
  row->minutes = on->staffing->end - on->staffing->start;
  return row;
}

/* The shift's date, which must have begun and not be cancelled. */
static StafetShift *
find_shift (StafetPlan *plan, const Arguments *a, StafetShiftDate *on, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetShift *shift = stafet_reference_find (snapshot, STAFET_KIND_SHIFT, a->shift, error);

  if (shift == NULL || !stafet_shift_date_find (snapshot, shift, a->date, on, error))
    return NULL;
  if (stafet_wall_date (on->staffing->start) > stafet_clock_today (stafet_plan_get_clock (plan)))
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("“%s” has not been yet: nobody can have come."), shift->role);
  else if (on->entry->status == STAFET_STATUS_CANCELLED)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("“%s” is cancelled on that date (%s)."), shift->role,
                 stafet_entry_reason (on->entry, stafet_i18n_get_language ()));
  else
    return shift;
  return NULL;
}

static gboolean
everybody_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  StafetShift *shift = find_shift (plan, a, &on, error);
  g_autofree char *day = stafet_use_day (a->date);

  if (shift == NULL)
    return FALSE;
  for (guint i = 0; i < on.staffing->n_places; i++)
    {
      const StafetPlace *place = &on.staffing->places[i];

      if (place->state != STAFET_PLACE_ASKED && place->came < 0)
        stafet_changeset_insert (changeset, row_for (&on, shift->parent.uid, place, STAFET_ATTENDANCE_CAME));
    }
  stafet_changeset_set_label (changeset, _ ("Everybody came to %s on %s"), shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_attend_as_planned (const char *shift, StafetDate date)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->shift = g_strdup (shift);
  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, everybody_func, a, arguments_free);
}

/* ——— One person ——— */

static gboolean
resolve (const StafetSnapshot *snapshot, const Arguments *a, StafetPlace *place, GError **error)
{
  memset (place, 0, sizeof *place);
  place->count = MAX (a->count, 1);
  place->guest = a->guest;
  if (a->guest != NULL && !stafet_use_check_text (STAFET_KIND_ATTENDANCE, "guest", a->guest, error))
    return FALSE;
  if (a->volunteer != NULL)
    place->volunteer = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, a->volunteer, error);
  if (a->organiser != NULL)
    place->organiser = stafet_reference_find (snapshot, STAFET_KIND_ORGANISER, a->organiser, error);
  return place->volunteer != NULL || place->organiser != NULL || place->guest != NULL;
}

static gboolean
same_holder (const StafetPlace *a, StafetUid volunteer, StafetUid organiser, const char *guest)
{
  return (a->volunteer != NULL ? a->volunteer->parent.uid : NULL) == volunteer
         && (a->organiser != NULL ? a->organiser->parent.uid : NULL) == organiser
         && strcmp (a->guest != NULL ? a->guest : "", guest) == 0;
}

static gboolean
is_planned (const StafetShiftDate *on, const StafetPlace *who)
{
  for (guint i = 0; i < on->staffing->n_places + on->staffing->n_away; i++)
    {
      const StafetPlace *place = &on->staffing->places[i];

      if (same_holder (who, place->volunteer != NULL ? place->volunteer->parent.uid : NULL,
                       place->organiser != NULL ? place->organiser->parent.uid : NULL,
                       place->guest != NULL ? place->guest : ""))
        return place->state != STAFET_PLACE_ASKED;
    }
  return FALSE;
}

static StafetAttendance *
find_row (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date, const StafetPlace *who)
{
  const GPtrArray *rows = stafet_snapshot_index (snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, shift);

  for (guint i = stafet_snapshot_first_on (rows, date); i < rows->len; i++)
    {
      StafetAttendance *row = g_ptr_array_index (rows, i);

      if (row->date != date)
        break;
      if (same_holder (who, row->volunteer, row->organiser, row->guest))
        return row;
    }
  return NULL;
}

static gboolean
one_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  StafetShift *shift = find_shift (plan, a, &on, error);
  g_autofree char *day = stafet_use_day (a->date);
  StafetAttendanceStatus status;
  StafetAttendance *before, *after;
  StafetPlace who;

  if (shift == NULL || !resolve (snapshot, a, &who, error))
    return FALSE;
  before = find_row (snapshot, shift->parent.uid, a->date, &who);
  status = !a->came                 ? STAFET_ATTENDANCE_ABSENT
           : is_planned (&on, &who) ? STAFET_ATTENDANCE_CAME
                                    : STAFET_ATTENDANCE_EXTRA;
  if (before != NULL && a->came && before->status == STAFET_ATTENDANCE_EXTRA)
    status = STAFET_ATTENDANCE_EXTRA;
  after = row_for (&on, shift->parent.uid, &who, status);
  if (a->minutes > 0)
    after->minutes = a->minutes;
  if (before != NULL)
    {
      after->parent.uid = before->parent.uid;
      stafet_changeset_update (changeset, before, after);
    }
  else
    stafet_changeset_insert (changeset, after);
  stafet_changeset_set_label (changeset,
                              a->came ? _ ("%s came to %s on %s") : _ ("%s did not come to %s on %s"),
                              stafet_place_get_name (&who), shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_attend (const char *shift, const StafetWho *who, StafetDate date, gboolean came, int minutes)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->shift = g_strdup (shift);
  a->volunteer = g_strdup (who->volunteer);
  a->organiser = g_strdup (who->organiser);
  a->guest = g_strdup (who->guest);
  a->count = who->count;
  a->date = date;
  a->came = came;
  a->minutes = minutes;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, one_func, a, arguments_free);
}
