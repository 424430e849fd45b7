/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the holder of a place, and what there is of her on a shift and date.
 */
#include "stafet-use-place.h"

#include "core/stafet-text.h"

#include <string.h>

StafetPlaceArguments *
stafet_place_arguments_new (const char *shift, const StafetWho *who)
{
  StafetPlaceArguments *a = g_new0 (StafetPlaceArguments, 1);

  a->shift = g_strdup (shift);
  a->parity = STAFET_PARITY_NONE;
  a->every = 1;
  a->date = a->from = a->to = STAFET_DATE_NONE;
  if (who == NULL)
    return a;
  a->volunteer = g_strdup (who->volunteer);
  a->organiser = g_strdup (who->organiser);
  a->guest = g_strdup (who->guest);
  a->count = who->organiser != NULL ? who->count : 0;
  a->method = (int) who->method;
  return a;
}

void
stafet_place_arguments_free (gpointer data)
{
  StafetPlaceArguments *a = data;

  g_free (a->shift);
  g_free (a->volunteer);
  g_free (a->organiser);
  g_free (a->guest);
  g_free (a);
}

/* ——— Resolving ——— */

gboolean
stafet_use_place_resolve_shift (StafetUsePlace *place, StafetPlan *plan, const StafetPlaceArguments *a,
                                GError **error)
{
  memset (place, 0, sizeof *place);
  place->plan = plan;
  place->snapshot = stafet_plan_get_snapshot (plan);
  place->name = "";
  place->shift = stafet_reference_find (place->snapshot, STAFET_KIND_SHIFT, a->shift, error);
  return place->shift != NULL;
}

/* A guest is kept by first name: cleaned, and never a number that says who she is. */
static gboolean
resolve_guest (StafetUsePlace *place, const char *guest, GError **error)
{
  g_autoptr (StafetRecord) scratch = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);

  if (guest != NULL
      && !stafet_record_set_text (scratch, stafet_record_info_field (STAFET_RECORD_INFO (scratch), "guest"),
                                  guest, error))
    return FALSE;
  place->guest = g_strdup (((StafetAssignment *) scratch)->guest);
  place->name = place->guest;
  return TRUE;
}

gboolean
stafet_use_place_resolve (StafetUsePlace *place, StafetPlan *plan, const StafetPlaceArguments *a,
                          GError **error)
{
  if (!stafet_use_place_resolve_shift (place, plan, a, error) || !resolve_guest (place, a->guest, error))
    return FALSE;
  if ((a->volunteer != NULL) + (a->organiser != NULL) + (*place->guest != '\0') != 1)
    {
      g_set_error_literal (
        error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
        _ ("Say who: exactly one volunteer, one organiser with how many come, or one guest's first name."));
      return FALSE;
    }
  if (a->volunteer != NULL)
    place->volunteer = stafet_reference_find (place->snapshot, STAFET_KIND_VOLUNTEER, a->volunteer, error);
  else if (a->organiser != NULL)
    place->organiser = stafet_reference_find (place->snapshot, STAFET_KIND_ORGANISER, a->organiser, error);
  if (place->volunteer != NULL)
    place->name = place->volunteer->name;
  if (place->organiser != NULL)
    place->name = place->organiser->name;
  return place->volunteer != NULL || place->organiser != NULL || *place->guest != '\0';
}

void
stafet_use_place_clear (StafetUsePlace *place)
{
  g_clear_pointer (&place->guest, g_free);
}

StafetUid
stafet_use_place_volunteer (const StafetUsePlace *place)
{
  return place->volunteer != NULL ? place->volunteer->parent.uid : NULL;
}

StafetUid
stafet_use_place_organiser (const StafetUsePlace *place)
{
  return place->organiser != NULL ? place->organiser->parent.uid : NULL;
}

/* ——— What there is ——— */

static gboolean
holds (const StafetUsePlace *place, StafetUid volunteer, StafetUid organiser, const char *guest)
{
  return volunteer == stafet_use_place_volunteer (place) && organiser == stafet_use_place_organiser (place)
         && g_strcmp0 (guest, place->guest) == 0;
}

StafetPlace *
stafet_use_place_find (const StafetUsePlace *place, const StafetStaffing *staffing)
{
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    {
      StafetPlace *other = &staffing->places[i];
      StafetUid uid = stafet_place_get_uid (other);

      if (holds (place, other->volunteer != NULL ? uid : NULL, other->organiser != NULL ? uid : NULL,
                 uid == NULL ? other->guest : ""))
        return other;
    }
  return NULL;
}

StafetAssignment *
stafet_use_place_dated (const StafetUsePlace *place, StafetDate date)
{
  const GPtrArray *rows =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, place->shift->parent.uid);

  for (guint i = stafet_snapshot_first_on (rows, date); i < rows->len; i++)
    {
      StafetAssignment *row = g_ptr_array_index (rows, i);

      if (row->date != date)
        break;
      if (holds (place, row->volunteer, row->organiser, row->guest))
        return row;
    }
  return NULL;
}

StafetAttendance *
stafet_use_place_attendance (const StafetUsePlace *place, StafetDate date)
{
  const GPtrArray *rows =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, place->shift->parent.uid);

  for (guint i = stafet_snapshot_first_on (rows, date); i < rows->len; i++)
    {
      StafetAttendance *row = g_ptr_array_index (rows, i);

      if (row->date != date)
        break;
      if (holds (place, row->volunteer, row->organiser, row->guest))
        return row;
    }
  return NULL;
}

StafetStanding *
stafet_use_place_standing (const StafetUsePlace *place, StafetDate date)
{
  const GPtrArray *rows =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, place->shift->parent.uid);

  for (guint i = 0; i < rows->len; i++)
    {
      StafetStanding *row = g_ptr_array_index (rows, i);

      if (holds (place, row->volunteer, row->organiser, "") && stafet_standing_holds (row, date))
        return row;
    }
  return NULL;
}

void
stafet_use_place_book (const StafetUsePlace *place, StafetChangeset *changeset)
{
  if (place->volunteer != NULL)
    stafet_changeset_book (changeset, place->volunteer);
}

/* ——— Checks ——— */

gboolean
stafet_use_place_refuse_absent (const StafetUsePlace *place, const StafetShiftDate *on, StafetDate date,
                                GError **error)
{
  g_autofree char *day = stafet_use_day (date), *there = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < on->staffing->n_places; i++)
    g_ptr_array_add (names, (gpointer) stafet_place_get_name (&on->staffing->places[i]));
  there = stafet_names_join (stafet_i18n_get_language (), (const char *const *) names->pdata, names->len);
  if (names->len > 0)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s is not on “%s” on %s. On it are: %s."), place->name, place->shift->role, day, there);
  else
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s is not on “%s” on %s. Nobody is: look at the date again."), place->name,
                 place->shift->role, day);
  return FALSE;
}

gboolean
stafet_use_place_check_held (const StafetUsePlace *place, const StafetShiftDate *on, GError **error)
{
  if (on->entry->status != STAFET_STATUS_CANCELLED)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” is cancelled on that date (%s). Take the cancellation back first."),
               place->shift->role, stafet_entry_reason (on->entry, stafet_i18n_get_language ()));
  return FALSE;
}

gboolean
stafet_use_place_check_active (const StafetUsePlace *place, StafetDate date, GError **error)
{
  if (place->volunteer == NULL || !stafet_volunteer_has_stopped (place->volunteer, date))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s has stopped. Make her active again first."), place->name);
  return FALSE;
}

gboolean
stafet_use_place_check_check (const StafetUsePlace *place, StafetDate date, gboolean asked, GError **error)
{
  const StafetVolunteer *volunteer = place->volunteer;

  if (volunteer == NULL || !place->shift->check || stafet_volunteer_is_checked (volunteer, date))
    return TRUE;
  if (asked)
    {
      stafet_plan_warn (place->plan, _ ("“%s” needs a check, and none that is valid then was seen from %s."),
                        place->shift->role, place->name);
      return TRUE;
    }
  g_set_error (
    error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
    _ ("“%s” needs a check, and none that is valid then was seen from %s. Write down when it was seen, "
       "and put her on then."),
    place->shift->role, place->name);
  return FALSE;
}

gboolean
stafet_use_place_check_room (const StafetUsePlace *place, const StafetStaffing *staffing, int heads,
                             StafetDate date, gboolean anyway, GError **error)
{
  g_autofree char *day = NULL;

  if (anyway || staffing->filled + heads <= staffing->max)
    return TRUE;
  day = stafet_use_day (date);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL,
               _ ("“%s” has %d of at most %d already on %s. Put more on anyway, or raise the maximum."),
               place->shift->role, staffing->filled, staffing->max, day);
  return FALSE;
}

StafetUse
stafet_use_place_use (const StafetShiftDate *on, StafetDate date)
{
  return (StafetUse){ .kind = STAFET_KIND_SHIFT,
                      .series = on->staffing->shift->parent.uid,
                      .original = date,
                      .start = on->staffing->start,
                      .end = on->staffing->end,
                      .title = on->entry->title };
}
