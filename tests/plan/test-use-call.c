/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds calls about a date, and taking back who came, to their rules.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define RANG STAFET_CALL_RANG
#define NO_ANSWER STAFET_CALL_NO_ANSWER

static const StafetCall *
call_at (Fixture *f, guint i)
{
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, >, i);
  return g_ptr_array_index (all (f, STAFET_KIND_CALL), i);
}

static void
set_time (Fixture *f, StafetDate date, int minutes)
{
  stafet_clock_set_now (f->clock, stafet_wall_new (date, minutes));
}

RULE (a_call_says_who_about_what_and_when)
{
  const StafetCall *call;

  UNDOABLE (stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, NO_ANSWER));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 1);
  call = call_at (f, 0);
  g_assert_cmpstr (call->volunteer, ==, ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid);
  g_assert_cmpstr (call->shift, ==, ((StafetRecord *) FIND (SHIFT, "Servering"))->uid);
  g_assert_cmpint (call->date, ==, TUESDAY + 7);
  g_assert_cmpint (call->at, ==, stafet_clock_instant (f->clock));
  g_assert_cmpint (call->outcome, ==, NO_ANSWER);
  assert_staffed (f, "Café", TUESDAY + 7, "");
}

RULE (a_second_call_the_same_day_takes_the_place_of_the_first)
{
  StafetInstant first;

  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, NO_ANSWER));
  first = call_at (f, 0)->at;
  set_time (f, TUESDAY, 900);
  UNDOABLE (stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, RANG));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 1);
  g_assert_cmpint (call_at (f, 0)->outcome, ==, RANG);
  g_assert_cmpint (call_at (f, 0)->at, ==, first + (900 - 480) * 60);
  done (f, stafet_edit_undo ());
  g_assert_cmpint (call_at (f, 0)->outcome, ==, NO_ANSWER);
  g_assert_cmpint (call_at (f, 0)->at, ==, first);
  done (f, stafet_edit_undo ());
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 0);
}

/* Wall time decides what is the same day: these two are 40 minutes apart, on either side of midnight. */
RULE (another_day_person_or_date_is_another_call)
{
  set_time (f, TUESDAY, 1420);
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, NO_ANSWER));
  done (f, stafet_use_call ("Servering", "Bent Krag", TUESDAY + 7, NO_ANSWER));
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 14, NO_ANSWER));
  done (f, stafet_use_call ("Nattevagt", "Lis Bæk", TUESDAY + 7, NO_ANSWER));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 4);
  set_time (f, TUESDAY + 1, 20);
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, RANG));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 5);
  assert_sound (f);
}

RULE (a_call_is_about_a_date_and_a_person_that_are_there)
{
  PLAN_REFUSED (stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 1, RANG), NO_DATE);
  PLAN_REFUSED (stafet_use_call ("Servering", "Ingen", TUESDAY, RANG), UNKNOWN);
  PLAN_REFUSED (stafet_use_call ("Ingen", "Lis Bæk", TUESDAY, RANG), UNKNOWN);
  PLAN_REFUSED (stafet_use_call ("Servering", NULL, TUESDAY, RANG), MALFORMED);
}

RULE (a_removed_volunteer_takes_her_calls_along)
{
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, RANG));
  done (f, stafet_use_call ("Servering", "Bent Krag", TUESDAY, RANG));
  UNDOABLE (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 1);
  g_assert_cmpstr (call_at (f, 0)->volunteer, ==, ((StafetRecord *) FIND (VOLUNTEER, "Bent Krag"))->uid);
}

RULE (a_removed_shift_takes_its_calls_along)
{
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, RANG));
  done (f, stafet_use_call ("Nattevagt", "Lis Bæk", TUESDAY, RANG));
  UNDOABLE (stafet_use_remove (STAFET_KIND_SHIFT, "Servering"));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 1);
}

RULE (a_removed_activity_takes_the_calls_of_its_shifts_along)
{
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, RANG));
  UNDOABLE (stafet_use_remove (STAFET_KIND_ACTIVITY, "Café"));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 0);
}

/* The calls of a shift in order of date: "2026-12-01 2026-12-08". (transfer full) */
static char *
calls_of (Fixture *f, StafetUid shift)
{
  const GPtrArray *calls =
    stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_CALL_BY_SHIFT, shift);
  GString *text = g_string_new (NULL);
  char buffer[STAFET_DATE_SIZE];

  for (guint i = 0; i < calls->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            stafet_date_write (((StafetCall *) g_ptr_array_index (calls, i))->date, buffer));
  return g_string_free (text, FALSE);
}

/* The first shift of an activity. */
static StafetUid
shift_of (Fixture *f, const char *activity)
{
  const GPtrArray *shifts =
    stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_SHIFT_BY_ACTIVITY,
                           ((StafetRecord *) FIND (ACTIVITY, activity))->uid);

  return ((StafetRecord *) g_ptr_array_index (shifts, 0))->uid;
}

RULE (a_divided_series_carries_its_calls)
{
  g_autofree char *old = NULL, *new = NULL;

  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, RANG));
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, RANG));
  done (f, stafet_use_call ("Servering", "Bent Krag", TUESDAY + 14, NO_ANSWER));
  UNDOABLE (stafet_use_edit_following (
    "Café", TUESDAY + 7, PAIRS ("title=Torsdagscafé", "start=2026-12-03T10:00", "end=2026-12-03T14:00"),
    FALSE));
  old = calls_of (f, shift_of (f, "Café"));
  new = calls_of (f, shift_of (f, "Torsdagscafé"));
  g_assert_cmpstr (old, ==, "2026-11-24");
  g_assert_cmpstr (new, ==, "2026-12-03 2026-12-10");
}

RULE (calls_move_along_with_all_dates)
{
  g_autofree char *calls = NULL;

  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, RANG));
  UNDOABLE (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("start=2026-11-05T10:00", "end=2026-11-05T14:00")));
  calls = calls_of (f, shift_of (f, "Café"));
  g_assert_cmpstr (calls, ==, "2026-12-03");
}

RULE (another_machine_reads_the_calls)
{
  g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
  g_autoptr (StafetPlan) other = stafet_plan_new (store, f->clock, NULL);

  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, RANG));
  g_assert_true (stafet_plan_refresh (other, NULL, NULL));
  g_assert_cmpuint (stafet_snapshot_all (stafet_plan_get_snapshot (other), STAFET_KIND_CALL)->len, ==, 1);
}

/* ——— A group at once ——— */

RULE (a_group_is_told_as_one_change)
{
  StafetUid cafe = ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid;
  StafetWall now = stafet_clock_now (f->clock);
  g_autoptr (StafetRecipients) recipients = NULL, after = NULL;

  EDIT (VOLUNTEER, "Lis Bæk", "mail=lis@post.example");
  EDIT (VOLUNTEER, "Bent Krag", "mail=bent@post.example");
  EDIT (VOLUNTEER, "Åse Kjær", "phones=20304050");
  EDIT (ACTIVITY, "Café", "organiser=Sangvennerne");
  EDIT (ORGANISER, "Sangvennerne", "mail=sang@kor.example");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, TRUE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, TRUE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY + 7, FALSE, TRUE));
  recipients =
    stafet_recipients_new (stafet_call_list_new_everybody (stafet_plan_get_snapshot (f->plan),
                                                           STAFET_KIND_ACTIVITY, cafe, TUESDAY + 7),
                           now);
  UNDOABLE (stafet_use_tell (recipients, STAFET_REACHED_BY_MAIL));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 2);
  g_assert_cmpuint (all (f, STAFET_KIND_TOLD)->len, ==, 1);
  after = stafet_recipients_new (stafet_call_list_new_everybody (stafet_plan_get_snapshot (f->plan),
                                                                 STAFET_KIND_ACTIVITY, cafe, TUESDAY + 7),
                                 now);
  g_assert_cmpuint (stafet_call_list_count_untold (after->calls), ==, 1);
  unchanged (f, stafet_use_tell (after, STAFET_REACHED_BY_MAIL));
  /* What is decided since has to be told anew. */
  stafet_clock_set_now (f->clock, now + 60);
  done (f, stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));
  g_clear_pointer (&after, stafet_recipients_free);
  after = stafet_recipients_new (stafet_call_list_new_everybody (stafet_plan_get_snapshot (f->plan),
                                                                 STAFET_KIND_ACTIVITY, cafe, TUESDAY + 7),
                                 now);
  g_assert_cmpuint (stafet_call_list_count_untold (after->calls), ==, 4);
}

/* ——— Who came, taken back ——— */

RULE (who_came_is_taken_back)
{
  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, 0));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag away 1");
  UNDOABLE (stafet_use_unattend ("Servering", WHO ("Bent Krag"), TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 0);
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1");
}

RULE (who_was_extra_is_gone_when_taken_back)
{
  StafetWho song = { .organiser = "Sangvennerne", .count = 4 }, guest = { .guest = "Bo" };

  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  done (f, stafet_use_attend ("Servering", &song, TUESDAY, TRUE, 0));
  done (f, stafet_use_attend ("Servering", &guest, TUESDAY, TRUE, 0));
  UNDOABLE (stafet_use_unattend ("Servering", &guest, TUESDAY));
  UNDOABLE (stafet_use_unattend ("Servering", &song, TUESDAY));
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
  UNDOABLE (stafet_use_unattend ("Servering", WHO ("Lis Bæk"), TUESDAY));
  assert_staffed (f, "Café", TUESDAY, "");
}

RULE (a_closed_date_is_opened_again_but_for_who_was_extra)
{
  StafetWho song = { .organiser = "Sangvennerne", .count = 4, .method = STAFET_METHOD_ESTIMATED };

  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, FALSE));
  done (f, stafet_use_attend ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, 0));
  done (f, stafet_use_attend ("Servering", &song, TUESDAY, TRUE, 90));
  done (f, stafet_use_attend_as_planned ("Servering", TUESDAY));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1, Sangvennerne promised 4, Åse Kjær away 1");
  UNDOABLE (stafet_use_reopen ("Servering", TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 1);
  g_assert_cmpint (((StafetAttendance *) all (f, STAFET_KIND_ATTENDANCE)->pdata[0])->method, ==,
                   STAFET_METHOD_ESTIMATED);
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1, Sangvennerne promised 4, Åse Kjær promised 1");
  unchanged (f, stafet_use_reopen ("Servering", TUESDAY));
  PLAN_REFUSED (stafet_use_reopen ("Servering", TUESDAY + 1), NO_DATE);
}

RULE (one_person_is_taken_back_on_one_date)
{
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY, TRUE, 0));
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE, 0));
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, TRUE, 0));
  done (f, stafet_use_unattend ("Servering", WHO ("Lis Bæk"), TUESDAY));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 2);
  unchanged (f, stafet_use_unattend ("Servering", WHO ("Lis Bæk"), TUESDAY));
  PLAN_REFUSED (stafet_use_unattend ("Servering", WHO ("Ingen"), TUESDAY), UNKNOWN);
}

/* ——— Told of a closure ——— */

static StafetCalled
called (Fixture *f)
{
  g_autoptr (StafetCallList) list = stafet_call_list_new_closure (
    stafet_plan_get_snapshot (f->plan), FIND (CLOSURE, "Personaledage"), stafet_clock_now (f->clock));

  g_assert_cmpuint (list->lines->len, ==, 1);
  return ((StafetCallLine *) g_ptr_array_index (list->lines, 0))->called;
}

static void
close_and_put_on (Fixture *f)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, STAFET_CALL_RANG));
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY, 600));
  ADD (CLOSURE, "from=2026-12-01", "to=2026-12-08", "text=Personaledage", "house=Møllestien");
}

RULE (calls_before_it_was_closed_were_about_something_else)
{
  close_and_put_on (f);
  g_assert_cmpint (called (f), ==, STAFET_CALLED_NOT);
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, STAFET_CALL_NO_ANSWER));
  g_assert_cmpint (called (f), ==, STAFET_CALLED_NO_ANSWER);
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY + 7, STAFET_CALL_TOLD));
  g_assert_cmpint (called (f), ==, STAFET_CALLED_RANG);
}

RULE (one_call_is_about_all_her_dates_and_one_undo)
{
  const StafetCallTurn turns[] = { { "Servering", TUESDAY + 7 }, { "Servering", TUESDAY + 14 } };

  close_and_put_on (f);
  UNDOABLE (stafet_use_call_about ("Lis Bæk", turns, 2, STAFET_CALL_TOLD));
  g_assert_cmpint (called (f), ==, STAFET_CALLED_TOLD);
  EDIT (CLOSURE, "Personaledage", "to=2026-12-10");
  g_assert_cmpint (called (f), ==, STAFET_CALLED_TOLD);
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY, 700));
  EDIT (CLOSURE, "Personaledage", "to=2026-12-12");
  g_assert_cmpint (called (f), ==, STAFET_CALLED_NOT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/call/says-who-about-what-and-when", a_call_says_who_about_what_and_when);
  TEST ("/plan/use/call/a-second-one-the-same-day-replaces-the-first",
        a_second_call_the_same_day_takes_the_place_of_the_first);
  TEST ("/plan/use/call/another-day-person-or-date-is-another", another_day_person_or_date_is_another_call);
  TEST ("/plan/use/call/is-about-what-is-there", a_call_is_about_a_date_and_a_person_that_are_there);
  TEST ("/plan/use/call/a-removed-volunteer-takes-hers-along", a_removed_volunteer_takes_her_calls_along);
  TEST ("/plan/use/call/a-removed-shift-takes-its-along", a_removed_shift_takes_its_calls_along);
  TEST ("/plan/use/call/a-removed-activity-takes-them-along",
        a_removed_activity_takes_the_calls_of_its_shifts_along);
  TEST ("/plan/use/call/a-group-is-told-as-one-change", a_group_is_told_as_one_change);
  TEST ("/plan/use/call/a-divided-series-carries-them", a_divided_series_carries_its_calls);
  TEST ("/plan/use/call/they-move-along-with-all-dates", calls_move_along_with_all_dates);
  TEST ("/plan/use/call/another-machine-reads-them", another_machine_reads_the_calls);
  TEST ("/plan/use/call/before-it-was-closed", calls_before_it_was_closed_were_about_something_else);
  TEST ("/plan/use/call/about-all-her-dates", one_call_is_about_all_her_dates_and_one_undo);
  TEST ("/plan/use/unattend/who-came-is-taken-back", who_came_is_taken_back);
  TEST ("/plan/use/unattend/who-was-extra-is-gone", who_was_extra_is_gone_when_taken_back);
  TEST ("/plan/use/unattend/a-closed-date-is-opened-again-but-for-who-was-extra",
        a_closed_date_is_opened_again_but_for_who_was_extra);
  TEST ("/plan/use/unattend/one-person-on-one-date", one_person_is_taken_back_on_one_date);
  return g_test_run ();
}
