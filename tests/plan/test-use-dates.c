/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the use cases of single dates to their rules: that date, that date and following, cancelled, held.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* ——— That date ——— */

static StafetWall
start_on (Fixture *f, StafetRecord *series, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, series, date);

  return ENTRY (agenda)->start;
}

RULE (one_date_is_changed_and_changed_back)
{
  StafetRecord *cafe = FIND (ACTIVITY, "Café");

  UNDOABLE (stafet_use_edit_on (
    "Café", TUESDAY + 7, PAIRS ("start=2026-12-02T11:00", "end=2026-12-02T15:00", "title=Julecafé"), FALSE));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_MOVED);
  g_assert_cmpint (start_on (f, cafe, TUESDAY + 7), ==, stafet_wall_new (TUESDAY + 8, 660));
  unchanged (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("title=Julecafé"), FALSE));
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-01T10:00", "end=2026-12-01T14:00"),
                               FALSE));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_PLANNED);
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 1);
  UNDOABLE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("title=Café"), FALSE));
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 0);
}

RULE (a_date_that_is_none_names_the_right_one)
{
  PLAN_REFUSED (stafet_use_edit_on ("Café", TUESDAY + 1, PAIRS ("title=x"), FALSE), NO_DATE);
  g_assert_nonnull (strstr (f->message, "Tuesday 1 December 2026"));
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-03T10:00", "end=2026-12-03T14:00"),
                               FALSE));
  PLAN_REFUSED (stafet_use_edit_on ("Café", TUESDAY + 9, PAIRS ("title=x"), FALSE), NO_DATE);
  g_assert_nonnull (strstr (f->message, "Tuesday 1 December 2026"));
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 9, FALSE, FALSE), NO_DATE);
}

RULE (what_no_single_date_can_have_is_refused)
{
  CORE_REFUSED (stafet_use_edit_on ("Café", TUESDAY, PAIRS ("rule=FREQ=DAILY"), FALSE), KEY);
  CORE_REFUSED (stafet_use_edit_on ("Café", TUESDAY, PAIRS ("house=Skovvang"), FALSE), KEY);
  CORE_REFUSED (stafet_use_edit_on ("Café", TUESDAY, PAIRS ("end=2026-11-24T10:00"), FALSE), ORDER);
  CORE_REFUSED (
    stafet_use_edit_on ("Café", TUESDAY, PAIRS ("start=2027-03-28T02:30", "end=2027-03-28T05:00"), FALSE),
    GAP);
  CORE_REFUSED (stafet_use_edit_on ("Servering", TUESDAY, PAIRS ("start=2026-11-24T11:00"), FALSE), KEY);
  CORE_REFUSED (stafet_use_edit_on ("Servering", TUESDAY, PAIRS ("start_offset=300"), FALSE), ORDER);
}

RULE (a_shift_differs_on_the_dates_of_its_activity)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  UNDOABLE (stafet_use_edit_on ("Servering", TUESDAY + 7, PAIRS ("wanted=4", "start_offset=-30"), FALSE));
  agenda = agenda_on (f, FIND (ACTIVITY, "Café"), TUESDAY + 7);
  g_assert_cmpint (ENTRY (agenda)->shifts[0].wanted, ==, 4);
  g_assert_cmpint (ENTRY (agenda)->shifts[0].start, ==, stafet_wall_new (TUESDAY + 7, 570));
}

RULE (a_date_moved_onto_another_is_refused_unless_anyway)
{
  const char *const pairs[] = { "start=2026-12-01T11:00", "end=2026-12-01T12:00", NULL };

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-03T14:00", "end=2026-12-03T16:00",
       "room=Salen", "rule=FREQ=WEEKLY");
  PLAN_REFUSED (stafet_use_edit_on ("Banko", TUESDAY + 9, pairs, FALSE), CLASH);
  UNDOABLE (stafet_use_edit_on ("Banko", TUESDAY + 9, pairs, TRUE));
  done (f, stafet_use_edit_on ("Banko", TUESDAY + 9, PAIRS ("note=Kun én gang"), FALSE));
  done (f, stafet_use_edit_on ("Banko", TUESDAY + 16,
                               PAIRS ("room=Værkstedet", "start=2026-12-08T11:00", "end=2026-12-08T12:00"),
                               FALSE));
}

/* ——— Cancelled, and held after all ——— */

RULE (a_period_is_cancelled_and_one_date_comes_back)
{
  StafetRecord *cafe = FIND (ACTIVITY, "Café");

  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("title=Julecafé"), FALSE));
  UNDOABLE (stafet_use_cancel ("Café", TUESDAY, TUESDAY + 13, "Rørskade"));
  unchanged (f, stafet_use_cancel ("Café", TUESDAY, TUESDAY + 13, "Rørskade"));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_CANCELLED);
  UNDOABLE (stafet_use_restore_date ("Café", TUESDAY + 7));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_PLANNED);
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 2);
  UNDOABLE (stafet_use_restore_date ("Café", TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 1);
  PLAN_REFUSED (stafet_use_restore_date ("Café", TUESDAY), STATE);
  PLAN_REFUSED (stafet_use_cancel ("Café", TUESDAY + 1, TUESDAY + 6, "x"), NO_DATE);
  PLAN_REFUSED (stafet_use_cancel ("Nattevagt", TUESDAY, TUESDAY + 4000, "x"), STATE);
  PLAN_REFUSED (stafet_use_cancel ("Servering", TUESDAY, NONE, "x"), STATE);
  CORE_REFUSED (stafet_use_cancel ("Café", TUESDAY, NONE, " "), REQUIRED);
  CORE_REFUSED (stafet_use_cancel ("Café", TUESDAY, NONE, "Se 010190-1234"), CPR);
}

RULE (a_date_is_held_in_spite_of_a_closure)
{
  StafetRecord *cafe = FIND (ACTIVITY, "Café");

  ADD (CLOSURE, "from=2026-12-01", "to=2026-12-01", "text=Personaledag", "house=Møllestien");
  UNDOABLE (stafet_use_restore_date ("Café", TUESDAY + 7));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_PLANNED);
  UNDOABLE (stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Alligevel ikke"));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_CANCELLED);
  UNDOABLE (stafet_use_restore_date ("Café", TUESDAY + 7));
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 7), ==, STAFET_STATUS_PLANNED);
}

RULE (a_room_given_away_meanwhile_keeps_the_date_cancelled)
{
  done (f, stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-01T11:00", "end=2026-12-01T13:00",
       "room=Salen");
  PLAN_REFUSED (stafet_use_restore_date ("Café", TUESDAY + 7), CLASH);
  done (f, stafet_use_restore_date_anyway ("Café", TUESDAY + 7));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

/* ——— That date and following ——— */

RULE (the_first_date_and_following_is_all_dates)
{
  StafetUid cafe = ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid;

  done (f, stafet_use_edit_following ("Café", stafet_date_new (2026, 11, 3), PAIRS ("title=Kaffe"), FALSE));
  g_assert_cmpstr (f->created, ==, cafe);
  g_assert_cmpstr (((StafetRecord *) FIND (ACTIVITY, "Kaffe"))->uid, ==, cafe);
  PLAN_REFUSED (stafet_use_edit_following ("Kaffe", TUESDAY + 1, PAIRS ("title=x"), FALSE), NO_DATE);
}

RULE (a_divided_series_carries_everything_over)
{
  StafetUid cafe = ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid;
  StafetRecord *old, *new;

  ADD (STOP, "activity=Café", "ward=B.1", "from_minute=0", "to_minute=30");
  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 14, TRUE));
  done (f, stafet_use_cancel ("Café", TUESDAY + 21, NONE, "Juleferie"));
  UNDOABLE (stafet_use_edit_following (
    "Café", TUESDAY + 7, PAIRS ("title=Aftencafé", "start=2026-12-01T17:00", "end=2026-12-01T20:00"), FALSE));
  old = FIND (ACTIVITY, cafe);
  new = FIND (ACTIVITY, "Aftencafé");
  g_assert_cmpstr (((StafetActivity *) new)->split_from, ==, old->uid);
  g_assert_true (has_date (f, old, TUESDAY));
  g_assert_false (has_date (f, old, TUESDAY + 7));
  g_assert_false (has_date (f, new, TUESDAY));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1, Åse Kjær promised 1");
  assert_staffed (f, "Aftencafé", TUESDAY + 7, "Bent Krag standing 1");
  assert_staffed (f, "Aftencafé", TUESDAY + 14, "Lis Bæk promised 1, Bent Krag away 1");
  g_assert_cmpint (status_on (f, new, TUESDAY + 21), ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 2);
  g_assert_cmpuint (all (f, STAFET_KIND_SHIFT)->len, ==, 3);
}

RULE (the_uid_that_comes_back_is_the_new_series)
{
  done (f, stafet_use_edit_following ("Café", TUESDAY, PAIRS ("title=Kaffe"), FALSE));
  g_assert_cmpstr (f->created, ==, ((StafetRecord *) FIND (ACTIVITY, "Kaffe"))->uid);
}

RULE (a_shift_that_changes_from_a_date_divides_its_activity)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  StafetUid old = ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid, new = old;

  UNDOABLE (stafet_use_edit_following ("Servering", TUESDAY + 7, PAIRS ("wanted=3"), FALSE));
  for (guint i = 0; i < all (f, STAFET_KIND_ACTIVITY)->len; i++)
    if (((StafetRecord *) g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i))->uid != old)
      new = ((StafetRecord *) g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i))->uid;
  agenda = agenda_on (f, FIND (ACTIVITY, new), TUESDAY + 7);
  g_assert_cmpint (ENTRY (agenda)->shifts[0].wanted, ==, 3);
}

RULE (weeks_stay_in_step_when_a_series_is_divided)
{
  StafetRecord *new;

  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", "start=2026-11-25T10:00", "end=2026-11-25T12:00",
       "rule=FREQ=WEEKLY;INTERVAL=2");
  ADD (SHIFT, "role=Tovholder", "wanted=1", "activity=Krolf");
  done (f, stafet_use_assign_standing ("Tovholder", WHO ("Bent Krag"), TUESDAY + 1, NONE, STAFET_PARITY_NONE,
                                       4, FALSE));
  UNDOABLE (stafet_use_edit_following ("Krolf", TUESDAY + 15, PAIRS ("title=Vinterkrolf"), FALSE));
  new = FIND (ACTIVITY, "Vinterkrolf");
  g_assert_true (has_date (f, new, TUESDAY + 15));
  g_assert_false (has_date (f, new, TUESDAY + 22));
  assert_staffed (f, "Vinterkrolf", TUESDAY + 15, "");
  assert_staffed (f, "Vinterkrolf", TUESDAY + 29, "Bent Krag standing 1");
  assert_staffed (f, "Vinterkrolf", TUESDAY + 43, "");
  assert_staffed (f, "Vinterkrolf", TUESDAY + 57, "Bent Krag standing 1");
}

RULE (a_divided_series_may_move_to_another_weekday)
{
  StafetRecord *new;

  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, TUESDAY + 14, STAFET_PARITY_NONE,
                                       1, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_use_cancel ("Café", TUESDAY + 21, NONE, "Juleferie"));
  UNDOABLE (stafet_use_edit_following (
    "Café", TUESDAY + 7, PAIRS ("title=Torsdagscafé", "start=2026-12-03T10:00", "end=2026-12-03T14:00"),
    FALSE));
  new = FIND (ACTIVITY, "Torsdagscafé");
  g_assert_cmpstr (((StafetActivity *) new)->timing.rule, ==, "FREQ=WEEKLY;BYDAY=TH");
  assert_staffed (f, "Torsdagscafé", TUESDAY + 9, "Bent Krag standing 1");
  assert_staffed (f, "Torsdagscafé", TUESDAY + 16, "Bent Krag standing 1, Lis Bæk promised 1");
  assert_staffed (f, "Torsdagscafé", TUESDAY + 30, "");
  g_assert_cmpint (status_on (f, new, TUESDAY + 23), ==, STAFET_STATUS_CANCELLED);
}

RULE (a_new_half_is_held_against_what_is_booked)
{
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-08T15:00", "end=2026-12-08T17:00",
       "room=Salen");
  PLAN_REFUSED (stafet_use_edit_following ("Café", TUESDAY + 7,
                                           PAIRS ("start=2026-12-01T14:00", "end=2026-12-01T16:00"), FALSE),
                CLASH);
  UNDOABLE (stafet_use_edit_following ("Café", TUESDAY + 7,
                                       PAIRS ("start=2026-12-01T14:00", "end=2026-12-01T16:00"), TRUE));
}

RULE (accepted_overlaps_need_not_be_accepted_again_in_the_new_half)
{
  done (f, stafet_use_add_anyway (STAFET_KIND_ACTIVITY,
                                  PAIRS ("title=Banko", "house=Møllestien", "start=2026-12-01T13:00",
                                         "end=2026-12-01T15:00", "rule=FREQ=WEEKLY", "room=Salen")));
  done (f, stafet_use_edit_following ("Café", TUESDAY + 14, PAIRS ("title=Kaffe"), FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/on/one-date-is-changed-and-changed-back", one_date_is_changed_and_changed_back);
  TEST ("/plan/use/on/a-date-that-is-none-names-the-right-one", a_date_that_is_none_names_the_right_one);
  TEST ("/plan/use/on/what-no-single-date-can-have-is-refused", what_no_single_date_can_have_is_refused);
  TEST ("/plan/use/on/a-shift-differs-on-its-activity's-dates", a_shift_differs_on_the_dates_of_its_activity);
  TEST ("/plan/use/on/a-clash-is-refused-unless-anyway", a_date_moved_onto_another_is_refused_unless_anyway);
  TEST ("/plan/use/cancel/a-period-and-one-date-comes-back", a_period_is_cancelled_and_one_date_comes_back);
  TEST ("/plan/use/restore/in-spite-of-a-closure", a_date_is_held_in_spite_of_a_closure);
  TEST ("/plan/use/restore/not-into-a-room-given-away", a_room_given_away_meanwhile_keeps_the_date_cancelled);
  TEST ("/plan/use/following/the-first-date-is-all-dates", the_first_date_and_following_is_all_dates);
  TEST ("/plan/use/following/carries-everything-over", a_divided_series_carries_everything_over);
  TEST ("/plan/use/following/gives-the-new-uid", the_uid_that_comes_back_is_the_new_series);
  TEST ("/plan/use/following/a-shift-divides-its-activity",
        a_shift_that_changes_from_a_date_divides_its_activity);
  TEST ("/plan/use/following/weeks-stay-in-step", weeks_stay_in_step_when_a_series_is_divided);
  TEST ("/plan/use/following/may-move-to-another-weekday", a_divided_series_may_move_to_another_weekday);
  TEST ("/plan/use/following/is-held-against-what-is-booked", a_new_half_is_held_against_what_is_booked);
  TEST ("/plan/use/following/what-was-accepted-stays-so",
        accepted_overlaps_need_not_be_accepted_again_in_the_new_half);
  return g_test_run ();
}
