/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People on one date of a shift: put on, asked, sending regrets, taken off.
 */
#include "schedule/stafet-eligibility.h"
#include "stafet-use-exception.h"
#include "stafet-use-place.h"

/* ——— Assign ——— */

static gboolean
check_not_twice (const StafetUsePlace *place, const StafetPlace *there, gboolean asked, GError **error)
{
  if (there == NULL || (there->state == STAFET_PLACE_AWAY && there->came < 0)
      || (there->state == STAFET_PLACE_ASKED && !asked))
    return TRUE;
  if (there->state == STAFET_PLACE_AWAY && there->came >= 0)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s did not come to “%s” that date. If she did, record that she came."), place->name,
                 place->shift->role);
  else if (there->state == STAFET_PLACE_ASKED)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
                 _ ("%s was asked for “%s” that date already. Put her on when she has said yes."),
                 place->name, place->shift->role);
  else
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE, _ ("%s is on “%s” that date already."),
                 place->name, place->shift->role);
  return FALSE;
}

static void
warn_not_free (const StafetUsePlace *place, const StafetShiftDate *on)
{
  const guint away = STAFET_HINDRANCE_PAUSED | STAFET_HINDRANCE_ABSENT | STAFET_HINDRANCE_NOT_AVAILABLE;
  g_auto (StafetNeed) need = { NULL };
  StafetFitness fitness = { 0 };

  if (place->volunteer == NULL)
    return;
  stafet_need_init (&need, place->snapshot, on->entry, on->staffing);
  stafet_fitness_judge (&need, place->volunteer, &fitness);
  if ((fitness.hindrances & away) != 0)
    stafet_plan_warn (place->plan, _ ("%s is not free that day."), place->name);
}

static StafetAssignment *
new_dated (const StafetUsePlace *place, StafetDate date)
{
  StafetAssignment *row = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);

  row->shift = place->shift->parent.uid;
  row->date = date;
  row->volunteer = stafet_use_place_volunteer (place);
  row->organiser = stafet_use_place_organiser (place);
  stafet_record_take_text (row, stafet_record_info_field (STAFET_RECORD_INFO (row), "guest"),
                           g_strdup (place->guest));
  return row;
}

/* Writes the holder's row of that date: a new one, or the one there is with another state. @count 0 keeps
 * the heads. */
static void
write_dated (const StafetUsePlace *place, StafetDate date, StafetAssignmentState state, int count,
             gboolean anyway, StafetChangeset *changeset)
{
  StafetAssignment *before = stafet_use_place_dated (place, date);
  StafetAssignment *after = before != NULL ? stafet_record_copy (before) : new_dated (place, date);

  after->state = state;
  after->anyway = after->anyway || anyway;
  if (count > 0)
    after->count = count;
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
}

/* Whether dropping her regrets is enough: she stands on that date, with as many heads, and is not away. */
static gboolean
stands_again (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on)
{
  const StafetStanding *standing = stafet_use_place_standing (place, a->date);
  const StafetAssignment *row = stafet_use_place_dated (place, a->date);

  return standing != NULL && row != NULL && row->state == STAFET_ASSIGNMENT_DECLINED && !a->asked
         && (a->count == 0 || a->count == standing->count)
         && (place->volunteer == NULL
             || !stafet_staffing_is_absent (place->snapshot, place->volunteer, on->staffing->start,
                                            on->staffing->end, NULL));
}

static gboolean
check_overlap (const StafetUsePlace *place, const StafetShiftDate *on, StafetDate date, gboolean anyway,
               gboolean *accepted, GError **error)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (StafetUse));
  StafetUse use = stafet_use_place_use (on, date);

  *accepted = FALSE;
  if (place->volunteer == NULL)
    return TRUE;
  g_array_append_val (mine, use);
  return stafet_use_check_person (place->plan, stafet_use_place_volunteer (place), mine, anyway, accepted,
                                  error);
}

/* How many heads the promise adds. */
static int
heads_of (const StafetUsePlace *place, const StafetPlaceArguments *a)
{
  const StafetAssignment *row = stafet_use_place_dated (place, a->date);

  if (a->count > 0)
    return a->count;
  return row != NULL ? row->count : 1;
}

static gboolean
check_assign (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on,
              gboolean *accepted, GError **error)
{
  if (!stafet_use_place_check_held (place, on, error)
      || !check_not_twice (place, stafet_use_place_find (place, on->staffing), a->asked, error)
      || !stafet_use_place_check_active (place, error)
      || (!a->asked
          && !stafet_use_place_check_room (place, on->staffing, heads_of (place, a), a->date, a->anyway,
                                           error))
      || !check_overlap (place, on, a->date, a->anyway, accepted, error))
    return FALSE;
  warn_not_free (place, on);
  stafet_use_place_warn_check (place, a->date);
  return TRUE;
}

/* Whether a stand-in is being looked for on that date. */
static void
mark_looking (const StafetUsePlace *place, StafetDate date, gboolean looking, StafetChangeset *changeset)
{
  StafetException *before;
  StafetException *after = stafet_use_exception (place->snapshot, &place->shift->parent, date, &before);

  after->looking = looking;
  stafet_use_put_exception (changeset, before, after);
}

/* Nobody is looked for any more once the places are filled. */
static void
stop_looking (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetStaffing *staffing,
              StafetChangeset *changeset)
{
  int heads = place->organiser != NULL ? MAX (a->count, 1) : 1;

  if (!a->asked && staffing->looking && staffing->filled + heads >= staffing->wanted)
    mark_looking (place, a->date, FALSE, changeset);
}

static gboolean
assign_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  gboolean accepted;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
      || !check_assign (&place, a, &on, &accepted, error))
    return FALSE;
  if (!accepted && stands_again (&place, a, &on))
    stafet_changeset_delete (changeset, stafet_use_place_dated (&place, a->date));
  else
    write_dated (&place, a->date, a->asked ? STAFET_ASSIGNMENT_ASKED : STAFET_ASSIGNMENT_PROMISED, a->count,
                 accepted, changeset);
  stop_looking (&place, a, on.staffing, changeset);
  stafet_use_place_book (&place, changeset);
  stafet_changeset_set_label (changeset, a->asked ? _ ("%s asked for %s on %s") : _ ("%s put on %s on %s"),
                              place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_assign (const char *shift, const StafetWho *who, StafetDate date, gboolean asked, gboolean anyway)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->date = date;
  a->asked = asked;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_func, a, stafet_place_arguments_free);
}

/* ——— Regrets ——— */

static gboolean
regret_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  const StafetAssignment *row;
  const StafetPlace *there;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error))
    return FALSE;
  there = stafet_use_place_find (&place, on.staffing);
  row = stafet_use_place_dated (&place, a->date);
  if (there == NULL && row == NULL)
    return stafet_use_place_refuse_absent (&place, &on, a->date, error);
  if (there != NULL && there->state != STAFET_PLACE_AWAY)
    {
      write_dated (&place, a->date, STAFET_ASSIGNMENT_DECLINED, there->count, FALSE, changeset);
      stafet_use_place_book (&place, changeset);
    }
  if (a->looking)
    mark_looking (&place, a->date, TRUE, changeset);
  stafet_changeset_set_label (changeset, _ ("%s sends regrets for %s on %s"), place.name, place.shift->role,
                              day);
  return TRUE;
}

StafetEdit *
stafet_use_regret (const char *shift, const StafetWho *who, StafetDate date, gboolean looking)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->date = date;
  a->looking = looking;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, regret_func, a, stafet_place_arguments_free);
}

/* ——— Taken off ——— */

static gboolean
refuse_standing (const StafetUsePlace *place, StafetDate date, GError **error)
{
  g_autofree char *day = stafet_use_day (date);

  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s stands on “%s”. Send regrets for %s alone, or end the standing place."), place->name,
               place->shift->role, day);
  return FALSE;
}

/* A row on a date that the series no longer has can be taken away as well. */
static gboolean
unassign_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  StafetAssignment *row;

  if (!stafet_use_place_resolve (&place, plan, a, error))
    return FALSE;
  row = stafet_use_place_dated (&place, a->date);
  if ((row == NULL || row->state == STAFET_ASSIGNMENT_DECLINED)
      && stafet_use_place_standing (&place, a->date) != NULL)
    return refuse_standing (&place, a->date, error);
  if (row == NULL)
    return stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
           && stafet_use_place_refuse_absent (&place, &on, a->date, error);
  stafet_changeset_delete (changeset, row);
  stafet_use_place_book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s taken off %s on %s"), place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_unassign (const char *shift, const StafetWho *who, StafetDate date)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->date = date;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, unassign_func, a, stafet_place_arguments_free);
}
