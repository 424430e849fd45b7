/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People on one date of a shift: put on, asked, there if nobody else can, borrowed, sending regrets, taken
 * off.
 */
#include "core/stafet-text.h"
#include "schedule/stafet-candidate-reasons.h"
#include "stafet-use-exception.h"
#include "stafet-use-place.h"

/* ——— Assign ——— */

#define AWAY (STAFET_HINDRANCE_PAUSED | STAFET_HINDRANCE_ABSENT | STAFET_HINDRANCE_NOT_AVAILABLE)

static gboolean
check_not_twice (const StafetUsePlace *place, const StafetPlace *there, const StafetPlaceArguments *a,
                 GError **error)
{
  if (there == NULL || (there->state == STAFET_PLACE_AWAY && there->came < 0)
      || (there->state == STAFET_PLACE_ASKED && !a->asked)
      || (there->state == STAFET_PLACE_IF_NEEDED && !a->asked && !a->if_needed))
    return TRUE;
  if (there->state == STAFET_PLACE_AWAY && there->came >= 0)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s did not come to “%s” that date. If she did, record that she came."), place->name,
                 place->shift->role);
  else if (there->state == STAFET_PLACE_ASKED)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
                 _ ("%s was asked for “%s” that date already. Put her on when she has said yes."),
                 place->name, place->shift->role);
  else if (there->state == STAFET_PLACE_IF_NEEDED)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
                 _ ("%s takes “%s” that date already if nobody else can. Put her on when it comes to that."),
                 place->name, place->shift->role);
  else
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE, _ ("%s is on “%s” that date already."),
                 place->name, place->shift->role);
  return FALSE;
}

/* What she says of herself; all 0 of anybody but a volunteer. */
static StafetFitness
judge (const StafetUsePlace *place, const StafetShiftDate *on)
{
  g_auto (StafetNeed) need = { NULL };
  StafetFitness fitness = { 0 };

  if (place->volunteer == NULL)
    return fitness;
  stafet_need_init (&need, place->snapshot, on->entry, on->staffing);
  stafet_fitness_judge (&need, place->volunteer, &fitness);
  return fitness;
}

/* What stands in her way, in words; what is refused or asked about in words of its own is left out. (transfer
 * full) */
static char *
words_against (const StafetUsePlace *place, const StafetNeed *need, const StafetFitness *fitness)
{
  const guint told = STAFET_HINDRANCE_ALREADY | STAFET_HINDRANCE_DECLINED | STAFET_HINDRANCE_OVERLAP
                     | STAFET_HINDRANCE_CHECK | AWAY;
  StafetFitness rest = *fitness;
  g_autoptr (GPtrArray) reasons = NULL, words = g_ptr_array_new ();

  rest.hindrances &= ~told;
  if (rest.hindrances == 0)
    return NULL;
  reasons = stafet_candidate_reasons_new (need, place->volunteer, &rest, NULL, stafet_i18n_get_language ());
  for (guint i = 0; i < reasons->len; i++)
    g_ptr_array_add (words, (gpointer) ((StafetReason *) g_ptr_array_index (reasons, i))->text);
  return stafet_names_join (stafet_i18n_get_language (), (const char *const *) words->pdata, words->len);
}

/* The rules that a proposal holds to: whoever decides otherwise is told. */
static void
warn_rules (const StafetUsePlace *place, const StafetShiftDate *on, StafetDate date)
{
  g_autoptr (GHashTable) moved = NULL;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));
  g_auto (StafetNeed) need = { NULL };
  g_autofree char *against = NULL;
  StafetFitness fitness;

  if (place->volunteer == NULL)
    return;
  moved = stafet_turns_find_moved (place->snapshot);
  stafet_need_init (&need, place->snapshot, on->entry, on->staffing);
  stafet_fitness_judge (&need, place->volunteer, &fitness);
  stafet_fitness_add_turns (place->snapshot, moved, place->volunteer, date, date, turns);
  stafet_fitness_judge_turns (&need, place->volunteer, turns, &fitness);
  if ((fitness.hindrances & AWAY) != 0)
    stafet_plan_warn (place->plan, _ ("%s is not free that day."), place->name);
  against = words_against (place, &need, &fitness);
  if (against != NULL)
    stafet_plan_warn (place->plan, _ ("%s: %s."), place->name, against);
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
 * the heads. @lent: the house of whoever it is is asked, too. Returns what the place comes to. */
static StafetPlaceState
write_dated (const StafetUsePlace *place, StafetDate date, StafetAssignmentState state, int count,
             gboolean anyway, gboolean lent, StafetChangeset *changeset)
{
  StafetAssignment *before = stafet_use_place_dated (place, date);
  StafetAssignment *after = before != NULL ? stafet_record_copy (before) : new_dated (place, date);
  StafetPlaceState comes_to;

  after->state = state;
  if (lent)
    after->borrowed = STAFET_BORROWED_ASKED;
  comes_to = stafet_assignment_place_state (after);
  after->anyway = after->anyway || anyway;
  if (count > 0)
    after->count = count;
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
  return comes_to;
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

/* A house that said no may be asked again, not passed over. */
static gboolean
check_not_refused (const StafetUsePlace *place, const StafetPlaceArguments *a, GError **error)
{
  const StafetAssignment *row = stafet_use_place_dated (place, a->date);

  if (a->asked || row == NULL || row->borrowed != STAFET_BORROWED_REFUSED)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("The house of %s said no to lending that date. Ask it again, or find somebody else."),
               place->name);
  return FALSE;
}

static gboolean
check_assign (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on,
              gboolean *accepted, GError **error)
{
  if (!stafet_use_place_check_held (place, on, error)
      || !check_not_twice (place, stafet_use_place_find (place, on->staffing), a, error)
      || !check_not_refused (place, a, error) || !stafet_use_place_check_active (place, a->date, error)
      || (!a->asked && !a->if_needed
          && !stafet_use_place_check_room (place, on->staffing, heads_of (place, a), a->date, a->anyway,
                                           error))
      || !check_overlap (place, on, a->date, a->anyway, accepted, error)
      || !stafet_use_place_check_check (place, a->date, a->asked || a->if_needed, error))
    return FALSE;
  warn_rules (place, on, a->date);
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

  if (staffing->looking && staffing->filled + heads >= staffing->wanted)
    mark_looking (place, a->date, FALSE, changeset);
}

static StafetAssignmentState
state_of (const StafetPlaceArguments *a)
{
  if (a->asked)
    return STAFET_ASSIGNMENT_ASKED;
  return a->if_needed ? STAFET_ASSIGNMENT_IF_NEEDED : STAFET_ASSIGNMENT_PROMISED;
}

/* Whoever is asked or put on where she is not at home, but is at another house, is asked of that house, too:
 * however it is that she comes. What it agreed to stays so; who only takes it if nobody else can is not asked
 * for before it comes to that. */
static gboolean
is_to_be_lent (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on)
{
  const StafetAssignment *row = stafet_use_place_dated (place, a->date);

  return !a->if_needed && (row == NULL || row->borrowed != STAFET_BORROWED_GRANTED)
         && judge (place, on).lender != NULL;
}

static void
set_label (const StafetUsePlace *place, const StafetPlaceArguments *a, StafetChangeset *changeset)
{
  g_autofree char *day = stafet_use_day (a->date);

  stafet_changeset_set_label (changeset,
                              a->asked       ? _ ("%s asked for %s on %s")
                              : a->if_needed ? _ ("%s takes %s on %s if nobody else can")
                                             : _ ("%s put on %s on %s"),
                              place->name, place->shift->role, day);
}

/* Whoever has promised is on; of whoever is borrowed it is said that her house has not agreed yet. */
static void
put_on (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetShiftDate *on,
        gboolean accepted, StafetChangeset *changeset)
{
  StafetPlaceState state =
    write_dated (place, a->date, state_of (a), a->count, accepted, is_to_be_lent (place, a, on), changeset);

  if (state == STAFET_PLACE_PROMISED)
    stop_looking (place, a, on->staffing, changeset);
  else if (state == STAFET_PLACE_ASKED && !a->asked)
    stafet_plan_warn (place->plan, _ ("%s is on when her house has said yes to lending."), place->name);
}

static gboolean
assign_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  gboolean accepted;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
      || !check_assign (&place, a, &on, &accepted, error))
    return FALSE;
  if (!accepted && stands_again (&place, a, &on))
    {
      stafet_changeset_delete (changeset, stafet_use_place_dated (&place, a->date));
      stop_looking (&place, a, on.staffing, changeset);
    }
  else
    put_on (&place, a, &on, accepted, changeset);
  stafet_use_place_book (&place, changeset);
  set_label (&place, a, changeset);
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

StafetEdit *
stafet_use_assign_if_needed (const char *shift, const char *volunteer, StafetDate date, gboolean anyway)
{
  const StafetWho who = { .volunteer = volunteer };
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, &who);

  a->date = date;
  a->if_needed = TRUE;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_func, a, stafet_place_arguments_free);
}

/* ——— The answer of a house that is asked to lend ——— */

static gboolean
answer_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  StafetAssignment *before;
  StafetAssignment *after;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error))
    return FALSE;
  before = stafet_use_place_dated (&place, a->date);
  if (before == NULL || before->borrowed != STAFET_BORROWED_ASKED
      || before->state == STAFET_ASSIGNMENT_DECLINED)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("Nobody asks to borrow %s for “%s” on %s. It may have been answered already."),
                   place.name, place.shift->role, day);
      return FALSE;
    }
  after = stafet_record_copy (before);
  after->borrowed = a->yes ? STAFET_BORROWED_GRANTED : STAFET_BORROWED_REFUSED;
  if (!a->yes)
    after->state = STAFET_ASSIGNMENT_DECLINED;
  if (stafet_assignment_place_state (after) == STAFET_PLACE_PROMISED)
    stop_looking (&place, a, on.staffing, changeset);
  stafet_changeset_update (changeset, before, after);
  stafet_use_place_book (&place, changeset);
  stafet_changeset_set_label (changeset,
                              a->yes ? _ ("%s is lent to %s on %s") : _ ("%s is not lent to %s on %s"),
                              place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_answer_borrowing (const char *shift, const char *volunteer, StafetDate date, gboolean yes)
{
  const StafetWho who = { .volunteer = volunteer };
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, &who);

  a->date = date;
  a->yes = yes;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, answer_func, a, stafet_place_arguments_free);
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
      write_dated (&place, a->date, STAFET_ASSIGNMENT_DECLINED, there->count, FALSE, FALSE, changeset);
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

/* ——— Rung, and cannot ——— */

/* Whoever is on the shift sends regrets instead: there a place opens. */
static gboolean
cannot_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_auto (StafetUsePlace) place = { NULL };
  g_autofree char *day = stafet_use_day (a->date);
  const StafetPlace *there;

  if (!stafet_use_place_resolve (&place, plan, a, error)
      || !stafet_shift_date_find (place.snapshot, place.shift, a->date, &on, error)
      || !stafet_use_place_check_held (&place, &on, error))
    return FALSE;
  there = stafet_use_place_find (&place, on.staffing);
  if (there != NULL && stafet_place_is_filled (there))
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s is on “%s” that date. Take regrets instead."), place.name, place.shift->role);
      return FALSE;
    }
  if (there == NULL || there->state != STAFET_PLACE_AWAY)
    write_dated (&place, a->date, STAFET_ASSIGNMENT_DECLINED, 0, FALSE, FALSE, changeset);
  stafet_use_place_book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s cannot take %s on %s"), place.name, place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_cannot (const char *shift, const char *volunteer, StafetDate date)
{
  const StafetWho who = { .volunteer = volunteer };
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, &who);
  GPtrArray *edits = g_ptr_array_new ();

  a->date = date;
  g_ptr_array_add (edits,
                   stafet_edit_new (STAFET_CHANGESET_EDIT, cannot_func, a, stafet_place_arguments_free));
  g_ptr_array_add (edits, stafet_use_call (shift, volunteer, date, STAFET_CALL_RANG));
  return stafet_use_several (NULL, edits);
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
