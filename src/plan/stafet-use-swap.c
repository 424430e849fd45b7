/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people change places: both leave, both are held against the rules, both are put on.
 */
#include "schedule/stafet-swaps.h"
#include "stafet-use-place.h"

typedef struct
{
  char *shift, *volunteer; /* volunteer: nullable of the other side, where the place is vacant */
  StafetDate date;
} Side;

typedef struct
{
  Side one, other;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->one.shift);
  g_free (a->one.volunteer);
  g_free (a->other.shift);
  g_free (a->other.volunteer);
  g_free (a);
}

/* ——— Leaving ——— */

static StafetPlaceArguments *
place_arguments (const Side *side)
{
  const StafetWho who = { .volunteer = side->volunteer };
  StafetPlaceArguments *a = stafet_place_arguments_new (side->shift, &who);

  a->date = side->date;
  return a;
}

/* What has been, or was said to have been, is not swapped. */
static gboolean
check_to_come (StafetPlan *plan, const StafetUsePlace *place, const StafetShiftDate *on,
               const StafetPlace *there, StafetDate date, GError **error)
{
  g_autofree char *day = NULL;

  if (on->staffing->end > stafet_clock_now (stafet_plan_get_clock (plan))
      && (there == NULL || there->came < 0))
    return TRUE;
  day = stafet_use_day (date);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” on %s is over. Swap a shift that is still to come."), place->shift->role, day);
  return FALSE;
}

/* Whoever stands there sends regrets for the date; a promise is gone as if it had never been. */
static gboolean
leave_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  const StafetPlace *there;
  StafetAssignment *row;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
      || !stafet_use_place_check_held (&place, &on, error))
    return FALSE;
  there = stafet_use_place_find (&place, on.staffing);
  if (!check_to_come (plan, &place, &on, there, a->date, error))
    return FALSE;
  if (there == NULL || !stafet_place_is_filled (there))
    return stafet_use_place_refuse_absent (&place, &on, a->date, error);
  row = stafet_use_place_dated (&place, a->date);
  if (there->standing)
    {
      StafetAssignment *after =
        row != NULL ? stafet_record_copy (row) : stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);

      after->shift = place.shift->parent.uid;
      after->date = a->date;
      after->volunteer = stafet_use_place_volunteer (&place);
      after->state = STAFET_ASSIGNMENT_DECLINED;
      if (row != NULL)
        stafet_changeset_update (changeset, row, after);
      else
        stafet_changeset_insert (changeset, after);
    }
  else
    stafet_changeset_delete (changeset, row);
  stafet_use_place_book (&place, changeset);
  return TRUE;
}

static gboolean
leave (StafetPlan *scratch, const Side *side, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetEdit) edit =
    stafet_edit_new (STAFET_CHANGESET_EDIT, leave_func, place_arguments (side), stafet_place_arguments_free);

  return stafet_plan_try (scratch, edit, changeset, NULL, error);
}

/* ——— Coming ——— */

/* @side's volunteer on @to. */
static gboolean
check_rules (StafetPlan *scratch, const Side *side, const Side *to, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (scratch);
  StafetShift *shift = stafet_reference_find (snapshot, STAFET_KIND_SHIFT, to->shift, error);
  StafetVolunteer *volunteer =
    shift != NULL ? stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, side->volunteer, error) : NULL;
  g_autofree char *why = NULL, *day = stafet_use_day (to->date);

  if (volunteer == NULL)
    return FALSE;
  why = stafet_swap_hindrance (snapshot, shift, to->date, volunteer, stafet_i18n_get_language ());
  if (*why == '\0')
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s cannot take “%s” on %s: %s. Choose another date, or another person."), volunteer->name,
               shift->role, day, why);
  return FALSE;
}

static gboolean
come (StafetPlan *scratch, const Side *side, const Side *to, StafetChangeset *changeset, GError **error)
{
  const StafetWho who = { .volunteer = side->volunteer };
  g_autoptr (StafetEdit) edit = stafet_use_assign (to->shift, &who, to->date, FALSE, FALSE);

  return stafet_plan_try (scratch, edit, changeset, NULL, error);
}

/* ——— The whole ——— */

/* Two places on one shift and date are one and the same to whoever swaps. */
static gboolean
check_apart (const StafetSnapshot *snapshot, const Arguments *a, GError **error)
{
  StafetShift *shift = stafet_reference_find (snapshot, STAFET_KIND_SHIFT, a->one.shift, error);
  StafetShift *other =
    shift != NULL ? stafet_reference_find (snapshot, STAFET_KIND_SHIFT, a->other.shift, error) : NULL;
  g_autofree char *day = NULL;

  if (other == NULL)
    return FALSE;
  if (shift != other || a->one.date != a->other.date)
    return TRUE;
  day = stafet_use_day (a->one.date);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("Both places are on “%s” on %s: there is nothing to swap. Choose another date or shift."),
               shift->role, day);
  return FALSE;
}

static gboolean
check_two (StafetPlan *plan, const Arguments *a, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetVolunteer *one = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, a->one.volunteer, error);
  StafetVolunteer *other = one;

  if (one != NULL && a->other.volunteer != NULL)
    other = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, a->other.volunteer, error);
  if (one == NULL || other == NULL || !check_apart (snapshot, a, error))
    return FALSE;
  if (a->other.volunteer == NULL || one != other)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s cannot swap with the same person. Choose somebody else, or a vacant place."),
               one->name);
  return FALSE;
}

/* A vacant place that she goes to leaves one behind. */
static void
look_for_one (StafetPlan *scratch, const Side *left, StafetChangeset *changeset)
{
  const StafetWho who = { .volunteer = left->volunteer };
  g_autoptr (StafetEdit) edit = stafet_use_regret (left->shift, &who, left->date, TRUE);

  /* Where her promise is gone nobody is looked for in her place: it is a hole like any other. */
  stafet_plan_try (scratch, edit, changeset, NULL, NULL);
}

static void
set_label (StafetChangeset *changeset, StafetPlan *plan, const Arguments *a)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const StafetVolunteer *one =
    stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, a->one.volunteer, NULL);
  const StafetVolunteer *other =
    a->other.volunteer != NULL
      ? stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, a->other.volunteer, NULL)
      : NULL;
  g_autofree char *day = stafet_use_day (a->one.date), *other_day = stafet_use_day (a->other.date);

  if (other != NULL)
    stafet_changeset_set_label (changeset, _ ("%s and %s swap %s and %s"), one->name, other->name, day,
                                other_day);
  else
    stafet_changeset_set_label (changeset, _ ("%s swaps %s for %s"), one->name, day, other_day);
}

static gboolean
swap_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetPlan) scratch = NULL;

  if (!check_two (plan, a, error))
    return FALSE;
  scratch = stafet_plan_new_scratch (plan);
  set_label (changeset, plan, a);
  if (!leave (scratch, &a->one, changeset, error)
      || (a->other.volunteer != NULL && !leave (scratch, &a->other, changeset, error))
      || !check_rules (scratch, &a->one, &a->other, error)
      || (a->other.volunteer != NULL && !check_rules (scratch, &a->other, &a->one, error))
      || !come (scratch, &a->one, &a->other, changeset, error)
      || (a->other.volunteer != NULL && !come (scratch, &a->other, &a->one, changeset, error)))
    return FALSE;
  if (a->other.volunteer == NULL)
    look_for_one (scratch, &a->one, changeset);
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_use_swap (const char *shift, const char *volunteer, StafetDate date, const char *other_shift,
                 const char *other, StafetDate other_date)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->one = (Side){ g_strdup (shift), g_strdup (volunteer), date };
  a->other = (Side){ g_strdup (other_shift), g_strdup (other), other_date };
  return stafet_edit_new (STAFET_CHANGESET_EDIT, swap_func, a, arguments_free);
}
