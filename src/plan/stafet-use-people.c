/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting people on shifts, and taking their regrets.
 */
#include "core/stafet-error.h"
#include "schedule/stafet-conflict.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-private.h"

#include <string.h>

/* How far ahead a standing place is held against what its volunteer is already on. */
#define HORIZON_DAYS (56 * 7)

typedef struct
{
  char *shift, *volunteer, *organiser, *guest;
  int count, parity, every;
  StafetDate date, from, to;
  gboolean asked, anyway, looking;
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

static Arguments *
arguments_new (const char *shift, const StafetWho *who)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->shift = g_strdup (shift);
  a->volunteer = g_strdup (who->volunteer);
  a->organiser = g_strdup (who->organiser);
  a->guest = g_strdup (who->guest);
  a->count = MAX (who->count, 1);
  a->parity = STAFET_PARITY_NONE;
  a->every = 1;
  return a;
}

/* The arguments once resolved against the plan. */
typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetShift *shift;
  StafetVolunteer *volunteer; /* or NULL */
  StafetOrganiser *organiser; /* or NULL */
  const char *guest;          /* or "" */
  const char *name;
} Place;

static gboolean
resolve (StafetPlan *plan, const Arguments *a, Place *place, GError **error)
{
  memset (place, 0, sizeof *place);
  place->plan = plan;
  place->snapshot = stafet_plan_get_snapshot (plan);
  place->guest = a->guest != NULL ? a->guest : "";
  place->name = place->guest;
  if (!stafet_use_check_text (STAFET_KIND_ASSIGNMENT, "guest", place->guest, error))
    return FALSE;
  place->shift = stafet_reference_find (place->snapshot, STAFET_KIND_SHIFT, a->shift, error);
  if (place->shift == NULL)
    return FALSE;
  if (a->volunteer != NULL)
    {
      place->volunteer = stafet_reference_find (place->snapshot, STAFET_KIND_VOLUNTEER, a->volunteer, error);
      if (place->volunteer == NULL)
        return FALSE;
      place->name = place->volunteer->name;
    }
  if (a->organiser != NULL)
    {
      place->organiser = stafet_reference_find (place->snapshot, STAFET_KIND_ORGANISER, a->organiser, error);
      if (place->organiser == NULL)
        return FALSE;
      place->name = place->organiser->name;
    }
  return TRUE;
}

static StafetUid
uid_of (gpointer record)
{
  return record != NULL ? ((StafetRecord *) record)->uid : NULL;
}

static StafetPlace *
find_place (const Place *place, const StafetStaffing *staffing)
{
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    {
      StafetPlace *other = &staffing->places[i];

      if ((place->volunteer != NULL && other->volunteer != NULL
           && uid_of (other->volunteer) == uid_of (place->volunteer))
          || (place->organiser != NULL && other->organiser != NULL
              && uid_of (other->organiser) == uid_of (place->organiser))
          || (*place->guest != '\0' && other->guest != NULL && strcmp (other->guest, place->guest) == 0))
        return other;
    }
  return NULL;
}

/* Her dated row on this shift and date, or NULL. */
static StafetAssignment *
find_dated (const Place *place, StafetDate date)
{
  const GPtrArray *rows =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, uid_of (place->shift));

  for (guint i = stafet_snapshot_first_on (rows, date); i < rows->len; i++)
    {
      StafetAssignment *row = g_ptr_array_index (rows, i);

      if (row->date != date)
        break;
      if (row->volunteer == uid_of (place->volunteer) && row->organiser == uid_of (place->organiser)
          && strcmp (row->guest, place->guest) == 0)
        return row;
    }
  return NULL;
}

static void
book (const Place *place, StafetChangeset *changeset)
{
  if (place->volunteer != NULL)
    stafet_changeset_book (changeset, place->volunteer);
}

/* ——— Checks ——— */

static gboolean
check_overlap (const Place *place, StafetWall start, StafetWall end, gboolean anyway, GError **error)
{
  g_autofree char *title = NULL, *day = NULL;
  StafetWall from;

  if (place->volunteer == NULL
      || !stafet_conflict_volunteer (place->snapshot, uid_of (place->volunteer), uid_of (place->shift), start,
                                     end, &title, &from))
    return TRUE;
  day = stafet_use_day (stafet_wall_date (from));
  if (anyway)
    {
      stafet_plan_warn (place->plan, _ ("%s is also on “%s” on %s."), place->name, title, day);
      return TRUE;
    }
  g_set_error (
    error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH,
    _ (
      "%s is already on “%s” on %s at the same time. Choose somebody else, or put her on anyway (--anyway)."),
    place->name, title, day);
  return FALSE;
}

static gboolean
check_room (const Place *place, const StafetStaffing *staffing, int heads, gboolean anyway, GError **error)
{
  if (anyway || staffing->filled + heads <= staffing->max)
    return TRUE;
  g_set_error (
    error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL,
    _ ("“%s” has %d of at most %d already. Put one more on anyway (--anyway), or raise the maximum."),
    place->shift->role, staffing->filled, staffing->max);
  return FALSE;
}

static gboolean
check_person (const Place *place, const StafetStaffing *staffing, GError **error)
{
  if (place->volunteer == NULL)
    return TRUE;
  if (place->volunteer->status == STAFET_VOLUNTEER_STOPPED)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s has stopped. Make her active again first."), place->name);
      return FALSE;
    }
  if (stafet_staffing_is_absent (place->snapshot, place->volunteer, staffing->start, staffing->end, NULL))
    stafet_plan_warn (place->plan, _ ("%s is not free that day."), place->name);
  return TRUE;
}

static gboolean
check_held (const Place *place, const StafetShiftDate *on, GError **error)
{
  if (on->entry->status != STAFET_STATUS_CANCELLED)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("“%s” is cancelled on that date (%s)."),
               place->shift->role, stafet_entry_reason (on->entry, stafet_i18n_get_language ()));
  return FALSE;
}

/* ——— Assign ——— */

static StafetAssignment *
new_dated (const Place *place, const Arguments *a, StafetAssignmentState state)
{
  StafetAssignment *row = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);

  row->shift = uid_of (place->shift);
  row->date = a->date;
  row->volunteer = uid_of (place->volunteer);
  row->organiser = uid_of (place->organiser);
  row->count = a->count;
  row->state = state;
  row->anyway = a->anyway;
  stafet_record_take_text (row, stafet_record_info_field (STAFET_RECORD_INFO (row), "guest"),
                           g_strdup (place->guest));
  return row;
}

/* Writes her row of that date: a new one, or the one there is with another state. */
static void
write_dated (const Place *place, const Arguments *a, StafetAssignmentState state, StafetChangeset *changeset)
{
  StafetAssignment *before = find_dated (place, a->date), *after;

  if (before == NULL)
    {
      stafet_changeset_insert (changeset, new_dated (place, a, state));
      return;
    }
  after = stafet_record_copy (before);
  after->state = state;
  after->count = MAX (a->count, before->count);
  after->anyway = after->anyway || a->anyway;
  stafet_changeset_update (changeset, before, after);
}

static gboolean
check_not_twice (const Place *place, const StafetPlace *there, gboolean asked, GError **error)
{
  if (there == NULL || there->state == STAFET_PLACE_AWAY || (there->state == STAFET_PLACE_ASKED && !asked))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE, _ ("%s is on “%s” that date already."),
               place->name, place->shift->role);
  return FALSE;
}

static gboolean
assign_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_autofree char *day = stafet_use_day (a->date);
  Place place;

  if (!resolve (plan, a, &place, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
      || !check_held (&place, &on, error)
      || !check_not_twice (&place, find_place (&place, on.staffing), a->asked, error)
      || !check_person (&place, on.staffing, error)
      || (!a->asked && !check_room (&place, on.staffing, a->count, a->anyway, error))
      || !check_overlap (&place, on.staffing->start, on.staffing->end, a->anyway, error))
    return FALSE;
  write_dated (&place, a, a->asked ? STAFET_ASSIGNMENT_ASKED : STAFET_ASSIGNMENT_PROMISED, changeset);
  book (&place, changeset);
  stafet_changeset_set_label (changeset, a->asked ? _ ("%s asked for %s on %s") : _ ("%s put on %s on %s"),
                              place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_assign (const char *shift, const StafetWho *who, StafetDate date, gboolean asked, gboolean anyway)
{
  Arguments *a = arguments_new (shift, who);

  a->date = date;
  a->asked = asked;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_func, a, arguments_free);
}

/* ——— Standing ——— */

typedef struct
{
  const Place *place;
  const Arguments *a;
  const StafetStanding *standing;
  GError **error;
  gboolean sound;
} StandingCheck;

static gboolean
check_date_cb (StafetDate date, gpointer data)
{
  StandingCheck *check = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };

  if (!stafet_standing_holds (check->standing, date))
    return TRUE;
  check->sound =
    stafet_shift_date_find (check->place->snapshot, check->place->shift, date, &on, check->error);
  if (!check->sound || on.entry->status == STAFET_STATUS_CANCELLED)
    return check->sound;
  check->sound =
    check_not_twice (check->place, find_place (check->place, on.staffing), FALSE, check->error)
    && check_room (check->place, on.staffing, check->a->count, check->a->anyway, check->error)
    && check_overlap (check->place, on.staffing->start, on.staffing->end, check->a->anyway, check->error);
  return check->sound;
}

static gboolean
check_standing (const Place *place, const Arguments *a, const StafetStanding *standing, GError **error)
{
  StandingCheck check = { place, a, standing, error, TRUE };
  StafetActivity *activity =
    stafet_snapshot_get (place->snapshot, STAFET_KIND_ACTIVITY, place->shift->activity);
  const StafetTiming *timing = activity != NULL ? &activity->timing : &place->shift->timing;
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (place->plan));
  StafetDate from = MAX (standing->from != STAFET_DATE_NONE ? standing->from : today, timing->first_date);

  stafet_expand_timing (timing, from, from + HORIZON_DAYS, check_date_cb, &check);
  return check.sound;
}

static gboolean
assign_standing_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_autoptr (StafetRecord) record = NULL;
  StafetStanding *standing;
  Place place;

  if (!resolve (plan, a, &place, error))
    return FALSE;
  record = stafet_record_new (STAFET_KIND_STANDING, NULL);
  standing = (StafetStanding *) record;
  standing->shift = uid_of (place.shift);
  standing->volunteer = uid_of (place.volunteer);
  standing->organiser = uid_of (place.organiser);
  standing->count = a->count;
  standing->from = a->from;
  standing->to = a->to;
  standing->parity = a->parity;
  standing->every = a->every;
  standing->anyway = a->anyway;
  if (!stafet_record_validate (record, error) || !check_standing (&place, a, standing, error))
    return FALSE;
  stafet_changeset_insert (changeset, g_steal_pointer (&record));
  book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s stands on %s"), place.name, place.shift->role);
  return TRUE;
}

StafetEdit *
stafet_use_assign_standing (const char *shift, const StafetWho *who, StafetDate from, StafetDate to,
                            int parity, int every, gboolean anyway)
{
  Arguments *a = arguments_new (shift, who);

  a->from = from;
  a->to = to;
  a->parity = parity;
  a->every = every;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_standing_func, a, arguments_free);
}

/* ——— Regrets ——— */

/* The mark stands on the activity's date for its shifts, on the shift's own date otherwise. */
static void
mark_looking (const Place *place, StafetDate date, StafetChangeset *changeset)
{
  StafetException *before =
    stafet_snapshot_exception (place->snapshot, uid_of (place->shift), STAFET_KIND_SHIFT, date);
  StafetException *after =
    before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_EXCEPTION, NULL);

  after->shift = uid_of (place->shift);
  after->date = date;
  after->looking = TRUE;
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
}

static gboolean
regret_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_autofree char *day = stafet_use_day (a->date);
  StafetPlace *there;
  Place place;

  if (!resolve (plan, a, &place, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error))
    return FALSE;
  there = find_place (&place, on.staffing);
  if (there == NULL)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s is not on “%s” on %s: there is nothing to send regrets for."), place.name,
                   place.shift->role, day);
      return FALSE;
    }
  a->count = there->count;
  if (there->state != STAFET_PLACE_AWAY)
    {
      write_dated (&place, a, STAFET_ASSIGNMENT_DECLINED, changeset);
      book (&place, changeset);
    }
  if (a->looking && !on.staffing->looking)
    mark_looking (&place, a->date, changeset);
  stafet_changeset_set_label (changeset, _ ("%s sends regrets for %s on %s"), place.name, place.shift->role,
                              day);
  return TRUE;
}

StafetEdit *
stafet_use_regret (const char *shift, const StafetWho *who, StafetDate date, gboolean looking)
{
  Arguments *a = arguments_new (shift, who);

  a->date = date;
  a->looking = looking;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, regret_func, a, arguments_free);
}

/* ——— Taking back ——— */

static gboolean
unassign_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_autofree char *day = stafet_use_day (a->date);
  StafetAssignment *row;
  Place place;

  if (!resolve (plan, a, &place, error))
    return FALSE;
  row = find_dated (&place, a->date);
  if (row == NULL)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s has no place of her own on “%s” on %s. Use regret for one date of a standing "
                      "place, or --standing to end it."),
                   place.name, place.shift->role, day);
      return FALSE;
    }
  stafet_changeset_delete (changeset, row);
  book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s taken off %s on %s"), place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_unassign (const char *shift, const StafetWho *who, StafetDate date)
{
  Arguments *a = arguments_new (shift, who);

  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, unassign_func, a, arguments_free);
}

/* A place that would end before it began is removed; any other keeps its past. */
static void
end_standing (StafetStanding *before, StafetDate to, StafetChangeset *changeset)
{
  StafetStanding *after;

  if (before->from != STAFET_DATE_NONE && before->from > to)
    {
      stafet_changeset_delete (changeset, before);
      return;
    }
  after = stafet_record_copy (before);
  after->to = to;
  stafet_changeset_update (changeset, before, after);
}

static gboolean
unassign_standing_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  StafetDate to = a->to != STAFET_DATE_NONE ? a->to : stafet_clock_today (stafet_plan_get_clock (plan)) - 1;
  const GPtrArray *standings;
  Place place;

  if (!resolve (plan, a, &place, error))
    return FALSE;
  standings = stafet_snapshot_index (place.snapshot, STAFET_INDEX_STANDING_BY_SHIFT, uid_of (place.shift));
  for (guint i = 0; i < standings->len; i++)
    {
      StafetStanding *standing = g_ptr_array_index (standings, i);

      if (standing->volunteer == uid_of (place.volunteer) && standing->organiser == uid_of (place.organiser)
          && (standing->to == STAFET_DATE_NONE || standing->to > to))
        end_standing (standing, to, changeset);
    }
  if (stafet_changeset_length (changeset) == 0)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s has no standing place on “%s” to end then."), place.name, place.shift->role);
      return FALSE;
    }
  book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s no longer stands on %s"), place.name, place.shift->role);
  return TRUE;
}

StafetEdit *
stafet_use_unassign_standing (const char *shift, const StafetWho *who, StafetDate to)
{
  Arguments *a = arguments_new (shift, who);

  a->to = to;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, unassign_standing_func, a, arguments_free);
}
