/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the use cases of people to their rules: dated and standing places, regrets, attendance.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define STAND(shift, name)                                                                                   \
  done (f, stafet_use_assign_standing (shift, WHO (name), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE))

/* ——— One date ——— */

RULE (asked_becomes_promised_and_nobody_is_on_twice)
{
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk asked 1");
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, FALSE), TWICE);
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 1);
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, TRUE), TWICE);
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE), TWICE);
}

RULE (a_regret_is_withdrawn_by_putting_her_on_again)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag away 1");
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1");
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 0);
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, FALSE));
  done (f, stafet_use_regret ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1, Lis Bæk promised 1");
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 1);
}

RULE (heads_count_and_asked_ones_do_not)
{
  StafetWho choir = { .organiser = "Sangvennerne", .count = 2 }, guest = { .guest = " Bodil " };

  done (f, stafet_use_assign ("Servering", &choir, TUESDAY, TRUE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  PLAN_REFUSED (stafet_use_assign ("Servering", &choir, TUESDAY, FALSE, FALSE), FULL);
  done (f, stafet_use_assign ("Servering", &guest, TUESDAY, FALSE, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bodil promised 1, Lis Bæk promised 1, Sangvennerne asked 2");
  UNDOABLE (stafet_use_assign ("Servering", &choir, TUESDAY, FALSE, TRUE));
  UNDOABLE (stafet_use_regret ("Servering", &(StafetWho){ .organiser = "Sangvennerne" }, TUESDAY, FALSE));
  assert_staffed (f, "Café", TUESDAY, "Bodil promised 1, Lis Bæk promised 1");
  UNDOABLE (stafet_use_unassign ("Servering", &(StafetWho){ .guest = "Bodil" }, TUESDAY));
}

RULE (exactly_one_holder_is_named)
{
  PLAN_REFUSED (stafet_use_assign ("Servering", &(StafetWho){ NULL }, TUESDAY, FALSE, FALSE), MALFORMED);
  PLAN_REFUSED (stafet_use_assign ("Servering", &(StafetWho){ .volunteer = "Lis Bæk", .guest = "Bo" },
                                   TUESDAY, FALSE, FALSE),
                MALFORMED);
  PLAN_REFUSED (stafet_use_assign_standing ("Servering", &(StafetWho){ .guest = "Bo" }, NONE, NONE,
                                            STAFET_PARITY_NONE, 1, FALSE),
                MALFORMED);
}

RULE (an_overlap_is_refused_unless_anyway_and_recorded)
{
  ADD (SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-11-24T13:00",
       "end=2026-11-24T15:00");
  done (f, stafet_use_assign ("Køkken", WHO ("Lis Bæk"), TUESDAY, TRUE, FALSE));
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE), CLASH);
  g_assert_nonnull (strstr (f->message, "Køkken"));
  UNDOABLE (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, TRUE));
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 2);
}

RULE (anyway_is_recorded_only_where_it_was_needed)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, TRUE));
  g_assert_false (((StafetAssignment *) g_ptr_array_index (all (f, STAFET_KIND_ASSIGNMENT), 0))->anyway);
}

RULE (who_is_put_on_against_a_rule_comes_with_a_warning)
{
  EDIT (VOLUNTEER, "Lis Bæk", "available=mon 09:00-13:00");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 0), "is not free that day"));
  EDIT (VOLUNTEER, "Bent Krag", "per_month=1");
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY - 7, FALSE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  EDIT (SHIFT, "Servering", "skill=café", "max=9");
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (f->warnings, 0), ==,
                   "Bent Krag: does not have the skill “café” and has enough that month.");
}

RULE (a_check_that_is_missing_lets_nobody_on)
{
  EDIT (SHIFT, "Servering", "check=yes");
  EDIT (VOLUNTEER, "Bent Krag", "check_seen=2026-01-01", "check_until=2026-11-30");
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, TRUE), STATE);
  PLAN_REFUSED (
    stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE),
    STATE);
  /* Whoever is asked may bring it yet. */
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, TRUE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

RULE (nobody_is_put_on_a_cancelled_date)
{
  done (f, stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE), STATE);
}

/* ——— Regrets ——— */

RULE (regrets_twice_change_nothing_and_looking_marks_the_date)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  STAND ("Servering", "Bent Krag");
  UNDOABLE (stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  unchanged (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  agenda = agenda_on (f, FIND (ACTIVITY, "Café"), TUESDAY);
  g_assert_true (ENTRY (agenda)->shifts[0].looking);
  PLAN_REFUSED (stafet_use_regret ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE), STATE);
  g_assert_nonnull (strstr (f->message, "Bent Krag"));
}

/* ——— Taken off ——— */

RULE (a_standing_place_is_not_taken_off_one_date)
{
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_unassign ("Servering", WHO ("Bent Krag"), TUESDAY), STATE);
  g_assert_nonnull (strstr (f->message, "regret"));
  PLAN_REFUSED (stafet_use_unassign ("Servering", WHO ("Lis Bæk"), TUESDAY), STATE);
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  EDIT (ACTIVITY, "Café", "until=2026-12-01");
  UNDOABLE (stafet_use_unassign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14));
}

/* ——— Standing ——— */

RULE (a_standing_place_may_not_overlap_itself)
{
  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_EVEN, 1, FALSE));
  PLAN_REFUSED (
    stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY, NONE, STAFET_PARITY_NONE, 1, FALSE),
    TWICE);
  UNDOABLE (
    stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_ODD, 1, FALSE));
  CORE_REFUSED (stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY, TUESDAY - 1,
                                            STAFET_PARITY_NONE, 1, FALSE),
                ORDER);
  PLAN_REFUSED (stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 1, TUESDAY + 5,
                                            STAFET_PARITY_NONE, 1, FALSE),
                NO_DATE);
}

RULE (a_stand_in_may_become_a_regular)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  STAND ("Servering", "Bent Krag");
  STAND ("Servering", "Lis Bæk");
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag standing 1, Lis Bæk standing 1");
  PLAN_REFUSED (
    stafet_use_assign_standing ("Servering", WHO ("Åse Kjær"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE),
    FULL);
  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Åse Kjær"), NONE, NONE, STAFET_PARITY_NONE, 1, TRUE));
}

RULE (a_standing_place_is_held_against_all_she_is_on)
{
  done (f, stafet_use_assign ("Nattevagt", WHO ("Lis Bæk"), TUESDAY + 40, FALSE, FALSE));
  ADD (SHIFT, "role=Morgenmad", "wanted=1", "house=Skovvang", "start=2026-11-24T05:00",
       "end=2026-11-24T07:00", "rule=FREQ=DAILY");
  PLAN_REFUSED (
    stafet_use_assign_standing ("Morgenmad", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE),
    CLASH);
  UNDOABLE (
    stafet_use_assign_standing ("Morgenmad", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, TRUE));
  g_assert_true (((StafetStanding *) g_ptr_array_index (all (f, STAFET_KIND_STANDING), 0))->anyway);
}

RULE (ending_a_standing_place_never_rewrites_the_past)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
  UNDOABLE (stafet_use_unassign_standing ("Servering", WHO ("Bent Krag"), NONE));
  assert_staffed (f, "Café", TUESDAY - 7, "Bent Krag standing 1");
  assert_staffed (f, "Café", TUESDAY, "");
  UNDOABLE (stafet_use_unassign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 14));
  assert_staffed (f, "Café", TUESDAY + 14, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TUESDAY + 21, "");
  UNDOABLE (stafet_use_unassign_standing ("Servering", WHO ("Lis Bæk"), NONE));
  g_assert_cmpuint (all (f, STAFET_KIND_STANDING)->len, ==, 1);
  PLAN_REFUSED (stafet_use_unassign_standing ("Servering", WHO ("Lis Bæk"), NONE), STATE);
}

RULE (a_standing_place_ends_today_at_the_earliest)
{
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_unassign_standing ("Servering", WHO ("Bent Krag"), TUESDAY - 2), MALFORMED);
  assert_staffed (f, "Café", TUESDAY - 7, "Bent Krag standing 1");
  done (f, stafet_use_unassign_standing ("Servering", WHO ("Bent Krag"), TUESDAY - 1));
  assert_staffed (f, "Café", TUESDAY - 7, "Bent Krag standing 1");
}

RULE (a_check_that_runs_out_ends_no_standing_place_but_empties_it)
{
  EDIT (SHIFT, "Servering", "check=yes");
  EDIT (VOLUNTEER, "Lis Bæk", "check_seen=2026-01-01", "check_until=2026-12-03");
  PLAN_REFUSED (stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, NONE,
                                            STAFET_PARITY_NONE, 1, FALSE),
                STATE);
  UNDOABLE (stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, TUESDAY + 21,
                                        STAFET_PARITY_NONE, 1, FALSE));
  assert_staffed (f, "Café", TUESDAY + 7, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TUESDAY + 14, "Lis Bæk away 1");
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE), STATE);
  EDIT (VOLUNTEER, "Lis Bæk", "check_until=2028-12-03");
  assert_staffed (f, "Café", TUESDAY + 14, "Lis Bæk standing 1");
}

RULE (it_is_said_until_when_the_check_of_a_standing_place_lasts)
{
  const char *said;

  EDIT (SHIFT, "Servering", "check=yes");
  EDIT (VOLUNTEER, "Lis Bæk", "check_seen=2026-01-01", "check_until=2026-12-03");
  done (f, stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, TUESDAY + 21,
                                       STAFET_PARITY_NONE, 1, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  said = g_ptr_array_index (f->warnings, 0);
  g_assert_nonnull (strstr (said, "Lis Bæk"));
  g_assert_nonnull (strstr (said, "Thursday 3 December 2026"));
  g_assert_nonnull (strstr (said, "2 dates"));
}

RULE (whoever_is_on_a_shift_that_takes_a_check_from_now_on_is_named)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  EDIT (VOLUNTEER, "Åse Kjær", "check_seen=2026-01-01");
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, FALSE));
  UNDOABLE (stafet_use_edit (STAFET_KIND_SHIFT, "Servering", PAIRS ("check=yes")));
  EDIT (SHIFT, "Servering", "check=no");
  EDIT (SHIFT, "Servering", "check=yes");
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 0), "Bent Krag and Lis Bæk"));
  assert_staffed (f, "Café", TUESDAY, "Åse Kjær promised 1, Bent Krag away 1");
}

RULE (from_a_date_on_those_on_the_shift_are_named_too)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_edit_following ("Servering", TUESDAY + 7, PAIRS ("check=yes"), FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 0), "Bent Krag"));
}

RULE (the_next_date_is_said_as_people_say_it)
{
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 1, FALSE, FALSE), NO_DATE);
  g_assert_nonnull (strstr (f->message, "Tuesday 1 December 2026"));
  g_assert_null (strstr (f->message, "2026-12"));
}

/* ——— Who came ——— */

static StafetAttendance *
attendance_of (Fixture *f, const char *name)
{
  StafetUid uid = ((StafetRecord *) FIND (VOLUNTEER, name))->uid;
  const GPtrArray *rows =
    stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER, uid);

  g_assert_cmpuint (rows->len, ==, 1);
  return g_ptr_array_index (rows, 0);
}

RULE (everybody_who_was_planned_came)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, TRUE, FALSE));
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, 0));
  UNDOABLE (stafet_use_attend_as_planned ("Servering", TUESDAY));
  unchanged (f, stafet_use_attend_as_planned ("Servering", TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 2);
  g_assert_cmpint (attendance_of (f, "Bent Krag")->minutes, ==, 240);
  g_assert_cmpint (attendance_of (f, "Bent Krag")->method, ==, STAFET_METHOD_COUNTED);
  g_assert_cmpint (attendance_of (f, "Lis Bæk")->minutes, ==, 0);
  PLAN_REFUSED (stafet_use_attend_as_planned ("Servering", TUESDAY + 7), STATE);
}

RULE (who_came_unplanned_is_extra_and_may_be_corrected)
{
  STAND ("Servering", "Bent Krag");
  UNDOABLE (stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 90));
  g_assert_cmpint (attendance_of (f, "Lis Bæk")->status, ==, STAFET_ATTENDANCE_EXTRA);
  unchanged (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  UNDOABLE (stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 120));
  g_assert_cmpint (attendance_of (f, "Lis Bæk")->status, ==, STAFET_ATTENDANCE_EXTRA);
  UNDOABLE (stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, 0));
  PLAN_REFUSED (stafet_use_attend ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, 0), STATE);
  g_assert_nonnull (strstr (f->message, "Bent Krag"));
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, 0));
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE), STATE);
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE, 0));
  g_assert_cmpint (attendance_of (f, "Bent Krag")->status, ==, STAFET_ATTENDANCE_CAME);
  g_assert_cmpint (attendance_of (f, "Bent Krag")->minutes, ==, 240);
}

RULE (whoever_did_not_come_has_no_minutes)
{
  STAND ("Servering", "Bent Krag");
  PLAN_REFUSED (stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, 20), MALFORMED);
}

RULE (very_many_minutes_are_asked_about)
{
  STAND ("Servering", "Bent Krag");
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE, 240 + 360));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE, 240 + 361));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE, 1441));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 0), "1441"));
}

RULE (the_night_when_the_clock_is_set_back_has_nine_hours)
{
  StafetDate night = stafet_date_new (2026, 10, 24);

  ADD (SHIFT, "role=Vågekone", "wanted=1", "house=Skovvang", "start=2026-10-24T22:00",
       "end=2026-10-25T06:00");
  done (f, stafet_use_assign ("Vågekone", WHO ("Lis Bæk"), night, FALSE, FALSE));
  done (f, stafet_use_attend_as_planned ("Vågekone", night));
  g_assert_cmpint (attendance_of (f, "Lis Bæk")->minutes, ==, 540);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/assign/asked-becomes-promised", asked_becomes_promised_and_nobody_is_on_twice);
  TEST ("/plan/use/assign/a-regret-is-withdrawn", a_regret_is_withdrawn_by_putting_her_on_again);
  TEST ("/plan/use/assign/heads-count-and-asked-ones-do-not", heads_count_and_asked_ones_do_not);
  TEST ("/plan/use/assign/exactly-one-holder-is-named", exactly_one_holder_is_named);
  TEST ("/plan/use/assign/an-overlap-is-refused-unless-anyway",
        an_overlap_is_refused_unless_anyway_and_recorded);
  TEST ("/plan/use/assign/anyway-is-recorded-only-where-needed", anyway_is_recorded_only_where_it_was_needed);
  TEST ("/plan/use/assign/against-a-rule-comes-with-a-warning",
        who_is_put_on_against_a_rule_comes_with_a_warning);
  TEST ("/plan/use/assign/a-missing-check-lets-nobody-on", a_check_that_is_missing_lets_nobody_on);
  TEST ("/plan/use/assign/nobody-on-a-cancelled-date", nobody_is_put_on_a_cancelled_date);
  TEST ("/plan/use/regret/twice-changes-nothing", regrets_twice_change_nothing_and_looking_marks_the_date);
  TEST ("/plan/use/unassign/not-a-standing-place", a_standing_place_is_not_taken_off_one_date);
  TEST ("/plan/use/standing/may-not-overlap-itself", a_standing_place_may_not_overlap_itself);
  TEST ("/plan/use/standing/a-stand-in-may-become-a-regular", a_stand_in_may_become_a_regular);
  TEST ("/plan/use/standing/is-held-against-all-she-is-on", a_standing_place_is_held_against_all_she_is_on);
  TEST ("/plan/use/standing/ending-never-rewrites-the-past", ending_a_standing_place_never_rewrites_the_past);
  TEST ("/plan/use/standing/ends-today-at-the-earliest", a_standing_place_ends_today_at_the_earliest);
  TEST ("/plan/use/standing/a-check-that-runs-out-empties-it",
        a_check_that_runs_out_ends_no_standing_place_but_empties_it);
  TEST ("/plan/use/standing/says-until-when-the-check-lasts",
        it_is_said_until_when_the_check_of_a_standing_place_lasts);
  TEST ("/plan/use/edit/a-check-from-now-on-names-who-lacks-it",
        whoever_is_on_a_shift_that_takes_a_check_from_now_on_is_named);
  TEST ("/plan/use/edit/a-check-from-a-date-on-names-who-lacks-it",
        from_a_date_on_those_on_the_shift_are_named_too);
  TEST ("/plan/use/assign/the-next-date-is-said-in-words", the_next_date_is_said_as_people_say_it);
  TEST ("/plan/use/attend/whoever-did-not-come-has-no-minutes", whoever_did_not_come_has_no_minutes);
  TEST ("/plan/use/attend/very-many-minutes-are-asked-about", very_many_minutes_are_asked_about);
  TEST ("/plan/use/attend/everybody-who-was-planned-came", everybody_who_was_planned_came);
  TEST ("/plan/use/attend/unplanned-is-extra-and-may-be-corrected",
        who_came_unplanned_is_extra_and_may_be_corrected);
  TEST ("/plan/use/attend/the-autumn-night-has-nine-hours",
        the_night_when_the_clock_is_set_back_has_nine_hours);
  return g_test_run ();
}
