/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the lending of rooms: asked for, approved or refused by somebody named, and moved only when the
 * borrower says yes.
 */
#include "core/stafet-activity.h"
#include "plan/stafet-use-loan.h"
#include "schedule/stafet-overlap.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define THURSDAY (TUESDAY + 2)
#define AT(date, hour) stafet_wall_new (date, (hour) *60)
#define HANNE "Hanne Holm, centerleder"

static void
ask (Fixture *f, const char *purpose, const char *start, const char *end, const char *rule)
{
  g_autofree char *from = g_strconcat ("start=", start, NULL), *to = g_strconcat ("end=", end, NULL);
  g_autofree char *repeats = g_strconcat ("rule=", rule, NULL);
  g_autofree char *what = g_strconcat ("purpose=", purpose, NULL);
  const StafetActivityDraft draft = { .pairs = PAIRS ("title=Skakklubben", "house=Møllestien", "room=Salen",
                                                      "category=loan", "organiser=Skakklubben", from, to,
                                                      repeats, "draft=yes", "visibility=occupied"),
                                      .loan = PAIRS (what, "people=20") };

  ADD (ORGANISER, "name=Skakklubben", "phone=12345678");
  done (f, stafet_use_save_activity (&draft));
}

static StafetLoan *
loan (Fixture *f)
{
  const GPtrArray *loans = all (f, STAFET_KIND_LOAN);

  g_assert_cmpuint (loans->len, >, 0);
  return g_ptr_array_index (loans, 0);
}

#define UID(f) (loan (f)->parent.uid)

static StafetActivity *
chess (Fixture *f)
{
  return stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ACTIVITY, loan (f)->activity);
}

static void
ask_and_approve (Fixture *f)
{
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "FREQ=WEEKLY");
  done (f, stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE));
}

static guint
uses_of_hall (Fixture *f, StafetDate date)
{
  StafetRecord *hall = FIND (ROOM, "Salen");
  g_autoptr (GArray) uses =
    stafet_overlap_uses (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ROOM, hall->uid, date, date);
  guint n = 0;

  for (guint i = 0; i < uses->len; i++)
    n += stafet_wall_date (g_array_index (uses, StafetUse, i).start) == date
         && g_array_index (uses, StafetUse, i).series == loan (f)->activity;
  return n;
}

RULE (what_is_asked_for_takes_up_no_room)
{
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "");
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_ASKED);
  g_assert_cmpint (loan (f)->asked_on, ==, TUESDAY);
  g_assert_cmpint (stafet_loan_priority (loan (f)), ==, 2);
  g_assert_true (chess (f)->draft);
  g_assert_cmpuint (uses_of_hall (f, stafet_date_new (2026, 12, 15)), ==, 0);
}

RULE (approval_books_the_room)
{
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "");
  CORE_REFUSED (stafet_use_approve_loan (UID (f), "", NULL, FALSE), REQUIRED);
  done (f, stafet_use_approve_loan (UID (f), HANNE, "Husk at låse", FALSE));
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_APPROVED);
  g_assert_cmpstr (loan (f)->decided_by, ==, HANNE);
  g_assert_cmpint (loan (f)->decided_on, ==, TUESDAY);
  g_assert_false (chess (f)->draft);
  g_assert_cmpuint (uses_of_hall (f, stafet_date_new (2026, 12, 15)), ==, 1);
  PLAN_REFUSED (stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE), STATE);
}

/* Neither by the back door: making the draft an activity is no approval. */
RULE (only_approval_makes_it_an_activity)
{
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, chess (f)->parent.uid, PAIRS ("draft=no")), STATE);
  CORE_REFUSED (stafet_use_edit (STAFET_KIND_LOAN, UID (f), PAIRS ("state=approved")), KEY);
}

RULE (approval_meets_what_is_there)
{
  ADD (ACTIVITY, "title=Julefest", "house=Møllestien", "room=Salen", "start=2026-12-15T17:00",
       "end=2026-12-15T20:00");
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "");
  PLAN_REFUSED (stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE), CLASH);
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_ASKED);
  done (f, stafet_use_approve_loan (UID (f), HANNE, NULL, TRUE));
  g_assert_true (chess (f)->anyway);
}

RULE (commercial_use_is_never_approved)
{
  ask (f, "commercial", "2026-12-15T18:00", "2026-12-15T21:00", "");
  CORE_REFUSED (stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE), VALUE);
  done (f, stafet_use_refuse_loan (UID (f), STAFET_REFUSAL_COMMERCIAL, HANNE, "Desværre"));
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_REFUSED);
  g_assert_cmpint (loan (f)->reason, ==, STAFET_REFUSAL_COMMERCIAL);
  g_assert_true (chess (f)->draft);
}

RULE (purpose_is_known_before_approval)
{
  ask (f, "", "2026-12-15T18:00", "2026-12-15T21:00", "");
  PLAN_REFUSED (stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE), STATE);
}

RULE (too_many_people_are_told_of)
{
  EDIT (ROOM, "Salen", "rows=12", "tables=8");
  ask (f, "local", "2026-12-15T18:00", "2026-12-15T21:00", "");
  done (f, stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

RULE (approved_loan_moves_only_by_a_proposal)
{
  StafetDate date = stafet_date_new (2026, 12, 22);

  ask_and_approve (f);
  PLAN_REFUSED (stafet_use_edit_on (chess (f)->parent.uid, date, PAIRS ("start=2026-12-22T17:00"), TRUE),
                STATE);
  PLAN_REFUSED (
    stafet_use_edit_following (chess (f)->parent.uid, date, PAIRS ("start=2026-12-22T17:00"), TRUE), STATE);
  PLAN_REFUSED (stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, chess (f)->parent.uid, PAIRS ("room=")), STATE);
  done (f, stafet_use_propose_move (UID (f), date, AT (date, 16), AT (date, 19), NULL));
  g_assert_cmpint (loan (f)->move_asked, ==, TUESDAY);
  g_assert_cmpuint (uses_of_hall (f, date), ==, 1);
  /* Another time than the proposed one is as refused as before. */
  PLAN_REFUSED (stafet_use_edit_on (chess (f)->parent.uid, date, PAIRS ("start=2026-12-22T17:00"), TRUE),
                STATE);
  done (f, stafet_use_answer_move (UID (f), TRUE, FALSE));
  g_assert_cmpint (loan (f)->move_date, ==, NONE);
  {
    g_autoptr (StafetAgenda) agenda = agenda_on (f, &chess (f)->parent, date);

    g_assert_cmpint (ENTRY (agenda)->start, ==, AT (date, 16));
    g_assert_cmpint (ENTRY (agenda)->end, ==, AT (date, 19));
  }
}

RULE (no_lets_it_stand)
{
  StafetDate date = stafet_date_new (2026, 12, 22);

  ask_and_approve (f);
  PLAN_REFUSED (stafet_use_answer_move (UID (f), TRUE, FALSE), STATE);
  done (f, stafet_use_propose_move (UID (f), date, AT (date, 16), AT (date, 19), NULL));
  done (f, stafet_use_answer_move (UID (f), FALSE, FALSE));
  g_assert_cmpint (loan (f)->move_date, ==, NONE);
  g_assert_cmpint (status_on (f, &chess (f)->parent, date), ==, STAFET_STATUS_PLANNED);
}

RULE (notice_is_kept)
{
  StafetDate near = stafet_date_new (2026, 12, 15);

  ask_and_approve (f);
  EDIT (HOUSE, "Møllestien", "loan_notice_days=22");
  PLAN_REFUSED (stafet_use_propose_move (UID (f), near, AT (near, 16), AT (near, 19), NULL), STATE);
  EDIT (HOUSE, "Møllestien", "loan_notice_days=21");
  done (f, stafet_use_propose_move (UID (f), near, AT (near, 16), AT (near, 19), NULL));
}

RULE (nothing_is_proposed_onto_something_else)
{
  StafetDate date = stafet_date_new (2026, 12, 22);

  ask_and_approve (f);
  ADD (ACTIVITY, "title=Julefest", "house=Møllestien", "room=Salen", "start=2026-12-22T15:00",
       "end=2026-12-22T17:00");
  PLAN_REFUSED (stafet_use_propose_move (UID (f), date, AT (date, 16), AT (date, 17), NULL), CLASH);
  g_assert_cmpint (loan (f)->move_date, ==, NONE);
}

/* The house's own arrangement is moved by whoever plans it. */
RULE (own_arrangement_moves_freely)
{
  StafetDate date = stafet_date_new (2026, 12, 22);

  ask (f, "own", "2026-12-15T18:00", "2026-12-15T21:00", "FREQ=WEEKLY");
  done (f, stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE));
  done (f, stafet_use_edit_on (chess (f)->parent.uid, date, PAIRS ("start=2026-12-22T17:00"), FALSE));
}

RULE (withdrawn_loan_frees_what_is_to_come)
{
  ask_and_approve (f);
  PLAN_REFUSED (stafet_use_refuse_loan (UID (f), STAFET_REFUSAL_TAKEN, HANNE, NULL), STATE);
  done (f, stafet_use_withdraw_loan (UID (f)));
  g_assert_true (chess (f)->draft);
  g_assert_cmpuint (uses_of_hall (f, stafet_date_new (2026, 12, 15)), ==, 0);
  PLAN_REFUSED (stafet_use_withdraw_loan (UID (f)), STATE);
}

RULE (withdrawn_loan_keeps_what_is_over)
{
  ask (f, "local", "2026-11-10T18:00", "2026-11-10T21:00", "FREQ=WEEKLY");
  done (f, stafet_use_approve_loan (UID (f), HANNE, NULL, FALSE));
  done (f, stafet_use_withdraw_loan (UID (f)));
  g_assert_false (chess (f)->draft);
  g_assert_cmpint (chess (f)->timing.until, ==, TUESDAY - 1);
}

RULE (both_halves_of_a_divided_loan_are_lent)
{
  StafetDate date = stafet_date_new (2026, 12, 22);

  ask_and_approve (f);
  done (f, stafet_use_edit_following (chess (f)->parent.uid, date, PAIRS ("title=Skak for alle"), FALSE));
  g_assert_cmpuint (all (f, STAFET_KIND_LOAN)->len, ==, 2);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, f->created, PAIRS ("room=")), STATE);
}

RULE (loan_goes_with_its_activity_and_comes_back)
{
  ask_and_approve (f);
  done (f, stafet_use_remove (STAFET_KIND_ACTIVITY, chess (f)->parent.uid));
  g_assert_cmpuint (all (f, STAFET_KIND_LOAN)->len, ==, 0);
  done (f, stafet_edit_undo ());
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_APPROVED);
  done (f, stafet_edit_undo ());
  g_assert_cmpint (loan (f)->state, ==, STAFET_LOAN_ASKED);
  g_assert_true (chess (f)->draft);
}

RULE (what_is_in_the_programme_is_not_lent_behind_its_back)
{
  ADD (ACTIVITY, "title=Bridge", "house=Møllestien", "room=Salen", "start=2026-12-15T18:00",
       "end=2026-12-15T20:00");
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_LOAN, PAIRS ("activity=Bridge")), STATE);
}

RULE (rooms_join_within_reason)
{
  ADD (ROOM, "name=Stuen", "house=Møllestien");
  ADD (ROOM, "name=Begge", "house=Møllestien", "parts=Salen,Stuen");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ROOM, "Salen", PAIRS ("parts=Salen")), STATE);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ROOM, "Salen", PAIRS ("parts=Stuen")), STATE);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_ROOM, PAIRS ("name=Alt", "house=Møllestien", "parts=Begge")),
                STATE);
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "room=Salen", "start=2026-12-17T10:00",
       "end=2026-12-17T12:00");
  PLAN_REFUSED (
    stafet_use_add (STAFET_KIND_ACTIVITY, PAIRS ("title=Fest", "house=Møllestien", "room=Begge",
                                                 "start=2026-12-17T11:00", "end=2026-12-17T13:00")),
    CLASH);
}

#define LOAN(path, func) TEST ("/plan/use-loan/" path, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LOAN ("what-is-asked-for-takes-up-no-room", what_is_asked_for_takes_up_no_room);
  LOAN ("approval-books-the-room", approval_books_the_room);
  LOAN ("only-approval-makes-it-an-activity", only_approval_makes_it_an_activity);
  LOAN ("approval-meets-what-is-there", approval_meets_what_is_there);
  LOAN ("commercial-use-is-never-approved", commercial_use_is_never_approved);
  LOAN ("purpose-is-known-before-approval", purpose_is_known_before_approval);
  LOAN ("too-many-people-are-told-of", too_many_people_are_told_of);
  LOAN ("approved-loan-moves-only-by-a-proposal", approved_loan_moves_only_by_a_proposal);
  LOAN ("no-lets-it-stand", no_lets_it_stand);
  LOAN ("notice-is-kept", notice_is_kept);
  LOAN ("nothing-is-proposed-onto-something-else", nothing_is_proposed_onto_something_else);
  LOAN ("own-arrangement-moves-freely", own_arrangement_moves_freely);
  LOAN ("withdrawn-loan-frees-what-is-to-come", withdrawn_loan_frees_what_is_to_come);
  LOAN ("withdrawn-loan-keeps-what-is-over", withdrawn_loan_keeps_what_is_over);
  LOAN ("both-halves-of-a-divided-loan-are-lent", both_halves_of_a_divided_loan_are_lent);
  LOAN ("loan-goes-with-its-activity-and-comes-back", loan_goes_with_its_activity_and_comes_back);
  LOAN ("what-is-in-the-programme-is-not-lent-behind-its-back",
        what_is_in_the_programme_is_not_lent_behind_its_back);
  LOAN ("rooms-join-within-reason", rooms_join_within_reason);
  return g_test_run ();
}
