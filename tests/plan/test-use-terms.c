/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds that every way of writing a volunteer's terms refuses and says the same.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
assert_warned (Fixture *f, guint n, const char *part)
{
  for (guint i = 0; i < f->warnings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (f->warnings, i));
  g_assert_cmpuint (f->warnings->len, ==, n);
  if (n > 0)
    g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, n - 1), part));
}

RULE (what_contradicts_itself_is_refused_when_added_and_when_edited)
{
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Asta Skov", "per_day=3", "per_week=2")),
                STATE);
  g_assert_nonnull (strstr (f->message, "3"));
  EDIT (VOLUNTEER, "Lis Bæk", "per_week=2");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("per_day=3")), STATE);
  PLAN_REFUSED (
    stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("partners=Bent Krag", "keep_apart=Bent Krag")),
    STATE);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk",
                                 PAIRS ("houses=Møllestien", "blocked_houses=Møllestien")),
                STATE);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("companion=Lis Bæk")), STATE);
  PLAN_REFUSED (
    stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("status=paused", "paused_until=2026-11-24")),
    STATE);
  CORE_REFUSED (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("partners=Lis Bæk")), VALUE);
}

RULE (whose_wish_it_is_that_two_are_apart_is_not_said)
{
  EDIT (VOLUNTEER, "Bent Krag", "keep_apart=Lis Bæk");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("partners=Bent Krag")), STATE);
  g_assert_nonnull (strstr (f->message, "Lis Bæk and Bent Krag"));
}

/* Nor does what others wish refuse it. */
RULE (keeping_apart_from_whoever_wants_to_be_together_is_allowed)
{
  EDIT (VOLUNTEER, "Lis Bæk", "partners=Bent Krag");
  EDIT (VOLUNTEER, "Bent Krag", "keep_apart=Lis Bæk");
  EDIT (VOLUNTEER, "Lis Bæk", "per_week=2");
}

RULE (a_week_is_even_or_odd_or_neither)
{
  CORE_REFUSED (
    stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("available=mon 09:00-13:00 odd even")), VALUE);
  EDIT (VOLUNTEER, "Lis Bæk", "available=mon 09:00-13:00 odd, mon 09:00-13:00 even preferred");
}

#define STAND(name)                                                                                          \
  done (f, stafet_use_assign_standing ("Servering", WHO (name), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE))

RULE (a_pause_says_what_opens_of_standing_places_too)
{
  STAND ("Lis Bæk");
  done (f, stafet_use_assign ("Nattevagt", WHO ("Lis Bæk"), TUESDAY + 1, FALSE, FALSE));
  EDIT (VOLUNTEER, "Lis Bæk", "status=paused", "paused_until=2026-12-09");
  assert_warned (f, 2, "3 dates");
  assert_warned (f, 2, "Tuesday 24 November");
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 1), "Servering"));
}

RULE (only_what_a_pause_opens_is_said)
{
  STAND ("Lis Bæk");
  done (f, stafet_use_regret ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE));
  EDIT (VOLUNTEER, "Lis Bæk", "status=paused", "paused_until=2026-12-01");
  assert_warned (f, 0, "");
  ADD (ABSENCE, "volunteer=Lis Bæk", "from=2026-11-25", "to=2026-12-05");
  assert_warned (f, 1, "Tuesday 1 December");
}

RULE (what_is_odd_is_said_once_and_written)
{
  EDIT (VOLUNTEER, "Lis Bæk", "per_week=1", "wished_per_week=2");
  assert_warned (f, 1, "Lis Bæk: ");
  EDIT (VOLUNTEER, "Lis Bæk", "note=Har nøgle");
  assert_warned (f, 0, NULL);
  EDIT (VOLUNTEER, "Lis Bæk", "wished_per_week=3");
  assert_warned (f, 1, "3");
}

/* Written before the rule was there, or come about by time: other edits are not held up by it. */
RULE (what_stands_already_holds_up_nothing)
{
  EDIT (VOLUNTEER, "Lis Bæk", "status=paused", "paused_until=2026-11-26");
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY + 7, 480));
  EDIT (VOLUNTEER, "Lis Bæk", "note=Er tilbage");
  assert_warned (f, 0, NULL);
}

RULE (coming_shifts_above_a_lower_limit_are_told_and_stay)
{
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, FALSE));
  UNDOABLE (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("per_month=0")));
  EDIT (VOLUNTEER, "Bent Krag", "per_month=");
  EDIT (VOLUNTEER, "Bent Krag", "per_day=0");
  assert_warned (f, 2, "2 ");
  assert_staffed (f, "Café", TUESDAY, "Bent Krag promised 1");
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag promised 1");
}

RULE (what_would_be_said_is_known_before)
{
  g_autoptr (GPtrArray) terms = stafet_use_try_terms (
    stafet_plan_get_snapshot (f->plan), ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid,
    PAIRS ("per_day=3", "per_week=2", "wished_per_week=4"), TUESDAY);
  g_autoptr (GPtrArray) unknown =
    stafet_use_try_terms (stafet_plan_get_snapshot (f->plan), NULL, PAIRS ("partners=Ingen"), TUESDAY);

  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_true (((StafetTerm *) g_ptr_array_index (terms, 0))->refused);
  g_assert_cmpstr (((StafetTerm *) g_ptr_array_index (terms, 1))->key, ==, "wished_per_week");
  g_assert_null (unknown);
}

RULE (an_older_change_that_would_contradict_is_not_taken_back)
{
  gint64 first = edit (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("per_day=3"))), second;

  second = edit (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("per_day=1")));
  g_assert_cmpint (first, <, second);
  EDIT (VOLUNTEER, "Lis Bæk", "per_week=2");
  PLAN_REFUSED (stafet_edit_undo_change (second, FALSE), STATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD_RULE(path, func) g_test_add ("/plan/use/terms/" path, Fixture, NULL, set_up, func, tear_down)
  ADD_RULE ("refused", what_contradicts_itself_is_refused_when_added_and_when_edited);
  ADD_RULE ("whose-wish-is-not-said", whose_wish_it_is_that_two_are_apart_is_not_said);
  ADD_RULE ("keeping-apart-is-allowed", keeping_apart_from_whoever_wants_to_be_together_is_allowed);
  ADD_RULE ("even-or-odd", a_week_is_even_or_odd_or_neither);
  ADD_RULE ("a-pause-opens-standing-places-too", a_pause_says_what_opens_of_standing_places_too);
  ADD_RULE ("only-what-a-pause-opens", only_what_a_pause_opens_is_said);
  ADD_RULE ("odd", what_is_odd_is_said_once_and_written);
  ADD_RULE ("stands-already", what_stands_already_holds_up_nothing);
  ADD_RULE ("above-a-limit", coming_shifts_above_a_lower_limit_are_told_and_stay);
  ADD_RULE ("before", what_would_be_said_is_known_before);
  ADD_RULE ("undo", an_older_change_that_would_contradict_is_not_taken_back);
  return g_test_run ();
}
