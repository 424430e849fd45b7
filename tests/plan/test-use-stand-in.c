/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what becomes of a vacant place to its rules: who takes it if nobody else can, who was rung, who is
 * borrowed from another house, who swaps.
 */
#include "use-fixture.h"

#include "schedule/stafet-borrowings.h"
#include "schedule/stafet-candidates.h"
#include "schedule/stafet-swaps.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define STAND(shift, name)                                                                                   \
  done (f, stafet_use_assign_standing (shift, WHO (name), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE))
#define PUT_ON(name, date) done (f, stafet_use_assign ("Servering", WHO (name), date, FALSE, FALSE))

static const StafetStaffing *
staffing_of (StafetAgenda *agenda)
{
  return &ENTRY (agenda)->shifts[0];
}

static StafetAgenda *
cafe_on (Fixture *f, StafetDate date)
{
  return agenda_on (f, FIND (ACTIVITY, "Café"), date);
}

/* ——— If nobody else can ——— */

RULE (who_takes_it_if_nobody_else_can_leaves_a_hole)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  UNDOABLE (stafet_use_assign_if_needed ("Servering", "Lis Bæk", TUESDAY, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk if needed 1");
  agenda = cafe_on (f, TUESDAY);
  g_assert_cmpint (staffing_of (agenda)->filled, ==, 0);
  g_assert_cmpint (staffing_of (agenda)->asked, ==, 0);
  g_assert_cmpint (staffing_of (agenda)->in_reserve, ==, 1);
  g_assert_cmpint (staffing_of (agenda)->missing, ==, 2);
  PLAN_REFUSED (stafet_use_assign_if_needed ("Servering", "Lis Bæk", TUESDAY, FALSE), TWICE);
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, FALSE), TWICE);
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
  PLAN_REFUSED (stafet_use_assign_if_needed ("Servering", "Lis Bæk", TUESDAY, FALSE), TWICE);
}

RULE (she_is_first_of_the_candidates_and_kept_free)
{
  g_autoptr (GPtrArray) here = NULL, there = NULL;
  const StafetCandidate *first;

  ADD (SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-11-24T13:00",
       "end=2026-11-24T15:00");
  done (f, stafet_use_assign_if_needed ("Servering", "Lis Bæk", TUESDAY, FALSE));
  here = stafet_candidates_find (stafet_plan_get_snapshot (f->plan), FIND (SHIFT, "Servering"), TUESDAY,
                                 stafet_clock_now (f->clock), STAFET_LANGUAGE_EN, NULL);
  first = g_ptr_array_index (here, 0);
  g_assert_cmpstr (first->volunteer->name, ==, "Lis Bæk");
  g_assert_true (first->possible && first->if_needed);
  g_assert_cmpstr (((StafetReason *) g_ptr_array_index (first->reasons, 0))->code, ==, "if_needed");
  there = stafet_candidates_judge (stafet_plan_get_snapshot (f->plan), FIND (SHIFT, "Køkken"), TUESDAY,
                                   stafet_clock_now (f->clock), FIND (VOLUNTEER, "Lis Bæk"),
                                   STAFET_LANGUAGE_EN, NULL);
  g_assert_false (((StafetCandidate *) g_ptr_array_index (there, 0))->possible);
}

RULE (nobody_is_said_to_have_come_who_only_would)
{
  done (f, stafet_use_assign_if_needed ("Servering", "Lis Bæk", TUESDAY, FALSE));
  PUT_ON ("Bent Krag", TUESDAY);
  done (f, stafet_use_attend_as_planned ("Servering", TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 1);
}

/* ——— Rung ——— */

RULE (who_cannot_is_rung_and_asked_no_more)
{
  const StafetCall *call;

  UNDOABLE (stafet_use_cannot ("Servering", "Lis Bæk", TUESDAY));
  assert_staffed (f, "Café", TUESDAY, "");
  call = g_ptr_array_index (all (f, STAFET_KIND_CALL), 0);
  g_assert_cmpint (call->outcome, ==, STAFET_CALL_RANG);
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 1);
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_cannot ("Servering", "Bent Krag", TUESDAY), STATE);
  UNDOABLE (stafet_use_call ("Servering", "Åse Kjær", TUESDAY, STAFET_CALL_WAITS));
}

/* ——— Regrets that last ——— */

RULE (one_date_opens_for_that_date_and_a_stop_for_good)
{
  g_autoptr (StafetAgenda) once = NULL, after = NULL, before = NULL;

  STAND ("Servering", "Bent Krag");
  STAND ("Servering", "Lis Bæk");
  UNDOABLE (stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  once = cafe_on (f, TUESDAY);
  g_assert_cmpint (staffing_of (once)->temporary, ==, 1);
  g_assert_cmpint (staffing_of (once)->permanent, ==, 0);
  g_assert_true (staffing_of (once)->looking);
  UNDOABLE (stafet_use_unassign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 6));
  before = cafe_on (f, TUESDAY);
  after = cafe_on (f, TUESDAY + 7);
  g_assert_cmpint (staffing_of (before)->permanent, ==, 0);
  g_assert_cmpint (staffing_of (after)->permanent, ==, 1);
  g_assert_cmpint (staffing_of (after)->temporary, ==, 0);
}

/* ——— Borrowed ——— */

static void
add_neighbour (Fixture *f)
{
  ADD (HOUSE, "name=Gellerup", "kind=community");
  ADD (VOLUNTEER, "name=Ida Lund", "houses=Gellerup");
}

static GPtrArray *
requests (Fixture *f, const char *house)
{
  StafetAgendaQuery places = { .house = ((StafetRecord *) FIND (HOUSE, house))->uid };

  return stafet_borrowings_find (stafet_plan_get_snapshot (f->plan), &places, stafet_clock_now (f->clock));
}

RULE (a_neighbour_is_on_when_both_have_said_yes)
{
  g_autoptr (GPtrArray) asked = NULL, elsewhere = NULL, answered = NULL;
  g_autofree char *words = NULL;

  add_neighbour (f);
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, TRUE, FALSE));
  asked = requests (f, "Gellerup");
  elsewhere = requests (f, "Møllestien");
  g_assert_cmpuint (asked->len, ==, 1);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  words = stafet_borrowing_words (g_ptr_array_index (asked, 0), STAFET_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "Møllestien wants to borrow Ida Lund");
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Ida Lund asked 1");
  UNDOABLE (stafet_use_answer_borrowing ("Servering", "Ida Lund", TUESDAY, TRUE));
  assert_staffed (f, "Café", TUESDAY, "Ida Lund promised 1");
  answered = requests (f, "Gellerup");
  g_assert_cmpuint (answered->len, ==, 0);
  PLAN_REFUSED (stafet_use_answer_borrowing ("Servering", "Ida Lund", TUESDAY, FALSE), STATE);
}

RULE (a_house_that_says_no_frees_the_place)
{
  g_autoptr (GPtrArray) candidates = NULL;

  add_neighbour (f);
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, TRUE, FALSE));
  UNDOABLE (stafet_use_answer_borrowing ("Servering", "Ida Lund", TUESDAY, FALSE));
  assert_staffed (f, "Café", TUESDAY, "");
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, FALSE, FALSE), STATE);
  candidates = stafet_candidates_judge (stafet_plan_get_snapshot (f->plan), FIND (SHIFT, "Servering"),
                                        TUESDAY, stafet_clock_now (f->clock), FIND (VOLUNTEER, "Ida Lund"),
                                        STAFET_LANGUAGE_EN, NULL);
  g_assert_cmpstr (
    ((StafetReason *) g_ptr_array_index (((StafetCandidate *) candidates->pdata[0])->reasons, 0))->code, ==,
    "refused");
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, TRUE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Ida Lund asked 1");
}

RULE (who_is_at_home_in_both_houses_is_not_borrowed)
{
  add_neighbour (f);
  EDIT (VOLUNTEER, "Ida Lund", "houses=Gellerup,Møllestien");
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, TRUE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Ida Lund promised 1");
}

static gboolean
is_asked_for (Fixture *f, StafetDate date)
{
  g_autoptr (GPtrArray) found = requests (f, "Gellerup");

  for (guint i = 0; i < found->len; i++)
    if (((StafetBorrowing *) g_ptr_array_index (found, i))->date == date)
      return TRUE;
  return FALSE;
}

/* However it is that she comes. */
RULE (no_way_onto_a_shift_leads_past_the_house_that_lends)
{
  add_neighbour (f);
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Ida Lund asked 1");
  g_assert_true (is_asked_for (f, TUESDAY));
  g_assert_cmpuint (f->warnings->len, ==, 1);

  done (f, stafet_use_assign_if_needed ("Servering", "Ida Lund", TUESDAY + 7, FALSE));
  g_assert_false (is_asked_for (f, TUESDAY + 7));
  done (f, stafet_use_assign ("Servering", WHO ("Ida Lund"), TUESDAY + 7, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY + 7, "Ida Lund asked 1");
  g_assert_true (is_asked_for (f, TUESDAY + 7));

  done (f, stafet_use_answer_borrowing ("Servering", "Ida Lund", TUESDAY + 7, TRUE));
  PUT_ON ("Lis Bæk", TUESDAY + 14);
  done (f, stafet_use_swap ("Servering", "Ida Lund", TUESDAY + 7, "Servering", "Lis Bæk", TUESDAY + 14));
  assert_staffed (f, "Café", TUESDAY + 14, "Ida Lund asked 1");
  assert_staffed (f, "Café", TUESDAY + 7, "Lis Bæk promised 1");
  g_assert_true (is_asked_for (f, TUESDAY + 14));
}

RULE (a_house_lends_for_single_dates)
{
  add_neighbour (f);
  PLAN_REFUSED (
    stafet_use_assign_standing ("Servering", WHO ("Ida Lund"), NONE, NONE, STAFET_PARITY_NONE, 1, TRUE),
    STATE);
  g_assert_nonnull (strstr (f->message, "Gellerup"));
  EDIT (VOLUNTEER, "Ida Lund", "houses=Gellerup,Møllestien");
  STAND ("Servering", "Ida Lund");
  assert_staffed (f, "Café", TUESDAY, "Ida Lund standing 1");
}

/* ——— Swapped ——— */

RULE (what_is_over_is_not_swapped)
{
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_swap ("Servering", "Bent Krag", TUESDAY - 7, "Servering", NULL, TUESDAY), STATE);
  g_assert_nonnull (strstr (f->message, "is over"));
  g_assert_null (strstr (f->message, "Bent Krag"));
}

RULE (two_on_one_shift_and_date_have_nothing_to_swap)
{
  PUT_ON ("Lis Bæk", TUESDAY);
  PUT_ON ("Bent Krag", TUESDAY);
  PLAN_REFUSED (stafet_use_swap ("Servering", "Lis Bæk", TUESDAY, "Servering", "Bent Krag", TUESDAY), STATE);
  g_assert_nonnull (strstr (f->message, "nothing to swap"));
  PLAN_REFUSED (stafet_use_swap ("Servering", "Lis Bæk", TUESDAY, "Servering", NULL, TUESDAY), STATE);
}

RULE (two_change_places_as_one_change)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE));
  PUT_ON ("Lis Bæk", TUESDAY + 7);
  UNDOABLE (stafet_use_swap ("Servering", "Bent Krag", TUESDAY, "Servering", "Lis Bæk", TUESDAY + 7));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1, Bent Krag away 1");
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag standing 1");
  PLAN_REFUSED (stafet_use_swap ("Servering", "Bent Krag", TUESDAY, "Servering", "Lis Bæk", TUESDAY + 7),
                STATE);
  PLAN_REFUSED (stafet_use_swap ("Servering", "Lis Bæk", TUESDAY, "Servering", "Lis Bæk", TUESDAY + 7),
                STATE);
}

RULE (a_swap_is_refused_with_whose_rule_it_is)
{
  PUT_ON ("Lis Bæk", TUESDAY);
  PUT_ON ("Bent Krag", TUESDAY + 7);
  ADD (ABSENCE, "volunteer=Bent Krag", "from=2026-11-24", "to=2026-11-25");
  PLAN_REFUSED (stafet_use_swap ("Servering", "Lis Bæk", TUESDAY, "Servering", "Bent Krag", TUESDAY + 7),
                STATE);
  g_assert_nonnull (strstr (f->message, "Bent Krag"));
  g_assert_null (strstr (f->message, "Lis Bæk"));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
}

RULE (somebody_may_go_to_a_vacant_place)
{
  g_autoptr (StafetAgenda) left = NULL;

  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE));
  UNDOABLE (stafet_use_swap ("Servering", "Bent Krag", TUESDAY, "Servering", NULL, TUESDAY + 7));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag away 1");
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag standing 1");
  left = cafe_on (f, TUESDAY);
  g_assert_true (staffing_of (left)->looking);
}

RULE (swaps_are_found_with_those_who_could)
{
  g_autoptr (GPtrArray) swaps = NULL;
  guint with_bent = 0, vacant = 0;

  PUT_ON ("Lis Bæk", TUESDAY);
  PUT_ON ("Bent Krag", TUESDAY + 7);
  PUT_ON ("Åse Kjær", TUESDAY + 14);
  ADD (ABSENCE, "volunteer=Åse Kjær", "from=2026-11-24", "to=2026-11-25");
  swaps = stafet_swaps_find (stafet_plan_get_snapshot (f->plan), FIND (SHIFT, "Servering"), TUESDAY,
                             FIND (VOLUNTEER, "Lis Bæk"), stafet_clock_now (f->clock));
  for (guint i = 0; i < swaps->len; i++)
    {
      const StafetSwap *swap = g_ptr_array_index (swaps, i);

      g_assert_cmpint (swap->date, >, TUESDAY);
      if (swap->other == NULL)
        vacant++;
      else
        {
          g_assert_cmpstr (swap->other->name, ==, "Bent Krag");
          with_bent++;
          done (f, stafet_use_swap ("Servering", "Lis Bæk", TUESDAY, swap->shift->parent.uid,
                                    swap->other->parent.uid, swap->date));
        }
    }
  g_assert_cmpuint (with_bent, ==, 1);
  g_assert_cmpuint (vacant, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/if-needed/leaves-a-hole", who_takes_it_if_nobody_else_can_leaves_a_hole);
  TEST ("/plan/use/if-needed/first-and-kept-free", she_is_first_of_the_candidates_and_kept_free);
  TEST ("/plan/use/if-needed/did-not-come", nobody_is_said_to_have_come_who_only_would);
  TEST ("/plan/use/call/who-cannot", who_cannot_is_rung_and_asked_no_more);
  TEST ("/plan/use/regret/once-or-for-good", one_date_opens_for_that_date_and_a_stop_for_good);
  TEST ("/plan/use/borrow/both-say-yes", a_neighbour_is_on_when_both_have_said_yes);
  TEST ("/plan/use/borrow/no-frees-the-place", a_house_that_says_no_frees_the_place);
  TEST ("/plan/use/borrow/at-home-in-both", who_is_at_home_in_both_houses_is_not_borrowed);
  TEST ("/plan/use/borrow/no-way-past-the-house", no_way_onto_a_shift_leads_past_the_house_that_lends);
  TEST ("/plan/use/borrow/for-single-dates", a_house_lends_for_single_dates);
  TEST ("/plan/use/swap/not-what-is-over", what_is_over_is_not_swapped);
  TEST ("/plan/use/swap/not-on-one-shift-and-date", two_on_one_shift_and_date_have_nothing_to_swap);
  TEST ("/plan/use/swap/one-change", two_change_places_as_one_change);
  TEST ("/plan/use/swap/whose-rule", a_swap_is_refused_with_whose_rule_it_is);
  TEST ("/plan/use/swap/vacant-place", somebody_may_go_to_a_vacant_place);
  TEST ("/plan/use/swap/found", swaps_are_found_with_those_who_could);
  return g_test_run ();
}
