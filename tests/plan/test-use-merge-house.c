/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the merging of a house into another: what moves, with whom and into which room, and one undo.
 */
#include "core/stafet-note.h"
#include "plan/stafet-use-merge-house.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NEW_YEAR (stafet_date_new (2027, 1, 1))
/* The café is on Tuesdays. */
#define LAST (stafet_date_new (2026, 12, 29))

static void
set_up_two (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  ADD (HOUSE, "name=Dalgas", "kind=community");
  ADD (ROOM, "name=Salen", "house=Dalgas");
}

static StafetHouseMerge
tried (Fixture *f)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (f->plan);
  g_autoptr (GError) error = NULL;
  StafetHouseMerge merge;

  stafet_house_merge_try (scratch, "Møllestien", "Dalgas", NEW_YEAR, &merge, &error);
  g_assert_no_error (error);
  return merge;
}

static void
merge_them (Fixture *f)
{
  UNDOABLE (stafet_use_merge_house ("Møllestien", "Dalgas", NEW_YEAR));
}

/* The activity of that title which has that date; NULL when none does. */
static StafetActivity *
activity_on (Fixture *f, const char *title, StafetDate date)
{
  const GPtrArray *activities = all (f, STAFET_KIND_ACTIVITY);

  for (guint i = 0; i < activities->len; i++)
    {
      StafetActivity *activity = g_ptr_array_index (activities, i);

      if (strcmp (activity->title, title) == 0 && has_date (f, &activity->parent, date))
        return activity;
    }
  return NULL;
}

static const char *
house_of (Fixture *f, const StafetActivity *activity)
{
  g_assert_nonnull (activity);
  return ((StafetHouse *) stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_HOUSE,
                                               activity->house))
    ->name;
}

static const StafetRoom *
room_of (Fixture *f, const StafetActivity *activity)
{
  g_assert_nonnull (activity);
  return stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ROOM, activity->room);
}

RULE (a_series_moves_with_its_people_and_into_the_room_of_that_name)
{
  StafetActivity *after;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Åse Kjær"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  EDIT (VOLUNTEER, "Åse Kjær", "houses=Møllestien");
  g_assert_cmpuint (tried (f).activities, ==, 1);
  g_assert_cmpuint (tried (f).roomless, ==, 0);
  g_assert_cmpuint (tried (f).volunteers, ==, 1);
  merge_them (f);
  g_assert_cmpstr (house_of (f, activity_on (f, "Café", LAST)), ==, "Møllestien");
  after = activity_on (f, "Café", LAST + 7);
  g_assert_cmpstr (house_of (f, after), ==, "Dalgas");
  g_assert_cmpstr (room_of (f, after)->name, ==, "Salen");
  g_assert_true (room_of (f, after)->house == after->house);
  g_assert_cmpint (((StafetHouse *) FIND (HOUSE, "Møllestien"))->closed_from, ==, NEW_YEAR);
  {
    g_autofree char *staffed_then = staffed (f, &after->parent, LAST + 7);

    g_assert_cmpstr (staffed_then, ==, "Åse Kjær standing 1");
  }
}

RULE (what_has_not_begun_moves_as_it_is)
{
  StafetUid uid;

  ADD (ACTIVITY, "title=Nytårskur", "house=Møllestien", "start=2027-01-08T14:00", "end=2027-01-08T16:00",
       "room=Værkstedet");
  uid = f->created;
  /* There is no such room in the other house. */
  g_assert_cmpuint (tried (f).roomless, ==, 1);
  merge_them (f);
  g_assert_true (activity_on (f, "Nytårskur", stafet_date_new (2027, 1, 8))->parent.uid == uid);
  g_assert_cmpstr (house_of (f, activity_on (f, "Nytårskur", stafet_date_new (2027, 1, 8))), ==, "Dalgas");
  g_assert_null (room_of (f, activity_on (f, "Nytårskur", stafet_date_new (2027, 1, 8))));
}

RULE (a_room_that_is_taken_is_not_booked_twice)
{
  const GPtrArray *rooms =
    stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_ROOM_BY_HOUSE,
                           ((StafetRecord *) FIND (HOUSE, "Dalgas"))->uid);
  g_autofree char *room = g_strconcat ("room=", ((StafetRecord *) rooms->pdata[0])->uid, NULL);

  ADD (ACTIVITY, "title=Banko", "house=Dalgas", room, "start=2026-11-03T10:00", "end=2026-11-03T12:00",
       "rule=FREQ=WEEKLY");
  g_assert_cmpuint (tried (f).roomless, ==, 1);
  merge_them (f);
  g_assert_null (room_of (f, activity_on (f, "Café", LAST + 7)));
}

RULE (who_stays_away_from_the_other_house_goes_on_to)
{
  EDIT (VOLUNTEER, "Åse Kjær", "houses=Møllestien");
  EDIT (VOLUNTEER, "Bent Krag", "houses=Møllestien", "blocked_houses=Dalgas");
  g_assert_cmpuint (tried (f).volunteers, ==, 1);
  merge_them (f);
}

RULE (what_is_over_stays)
{
  ADD (ACTIVITY, "title=Julefrokost", "house=Møllestien", "start=2026-12-11T18:00", "end=2026-12-11T22:00");
  merge_them (f);
  g_assert_cmpstr (house_of (f, activity_on (f, "Julefrokost", stafet_date_new (2026, 12, 11))), ==,
                   "Møllestien");
}

static StafetUid
note_house (Fixture *f, StafetUid note)
{
  return ((StafetNote *) stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_NOTE, note))
    ->house;
}

RULE (a_note_goes_to_whoever_looks_after_it)
{
  StafetUid old = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid;
  StafetUid other = ((StafetRecord *) FIND (HOUSE, "Dalgas"))->uid, stands, before, done_already;

  ADD (NOTE, "text=Nøglen hos pedellen", "house=Møllestien");
  stands = f->created;
  ADD (NOTE, "text=Ring til Bent", "house=Møllestien", "on=2026-12-01");
  before = f->created;
  ADD (NOTE, "text=Køb kaffe", "house=Møllestien");
  done_already = f->created;
  done (f, stafet_use_note_done (done_already, TRUE));
  g_assert_cmpuint (tried (f).notes, ==, 1);
  merge_them (f);
  g_assert_true (note_house (f, stands) == other);
  g_assert_true (note_house (f, before) == old);
  g_assert_true (note_house (f, done_already) == old);
}

static StafetUid
house_now (Fixture *f, StafetKind kind, StafetUid uid)
{
  gpointer record = stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), kind, uid);

  return kind == STAFET_KIND_NOTICE ? ((StafetNotice *) record)->house : ((StafetEnquiry *) record)->house;
}

RULE (who_waits_and_what_hangs_on_the_board_go_along)
{
  StafetUid old = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid;
  StafetUid other = ((StafetRecord *) FIND (HOUSE, "Dalgas"))->uid, waits, ended, hangs, down;

  ADD (ENQUIRY, "wish=Vil gerne synge", "house=Møllestien");
  waits = f->created;
  ADD (ENQUIRY, "wish=Vil gerne danse", "house=Møllestien", "ended=2026-11-24");
  ended = f->created;
  ADD (NOTICE, "title=Gåmakker", "house=Møllestien", "until=2027-03-01");
  hangs = f->created;
  ADD (NOTICE, "title=Kortmakker", "house=Møllestien", "until=2026-12-01");
  down = f->created;
  merge_them (f);
  g_assert_true (house_now (f, STAFET_KIND_ENQUIRY, waits) == other);
  g_assert_true (house_now (f, STAFET_KIND_ENQUIRY, ended) == old);
  g_assert_true (house_now (f, STAFET_KIND_NOTICE, hangs) == other);
  g_assert_true (house_now (f, STAFET_KIND_NOTICE, down) == old);
}

RULE (what_makes_no_sense_is_refused)
{
  PLAN_REFUSED (stafet_use_merge_house ("Møllestien", "Møllestien", NEW_YEAR), MALFORMED);
  PLAN_REFUSED (stafet_use_merge_house ("Møllestien", "Skovvang", NEW_YEAR), STATE);
  PLAN_REFUSED (stafet_use_merge_house ("Møllestien", "Ukendt", NEW_YEAR), UNKNOWN);
  PLAN_REFUSED (stafet_use_merge_house ("Møllestien", "Dalgas", TUESDAY - 1), MALFORMED);
  EDIT (HOUSE, "Dalgas", "closed_from=2027-06-01");
  PLAN_REFUSED (stafet_use_merge_house ("Møllestien", "Dalgas", NEW_YEAR), STATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define MERGE(name, func)                                                                                    \
  g_test_add ("/plan/use/merge-house/" name, Fixture, NULL, set_up_two, func, tear_down)
  MERGE ("a-series-moves-with-its-people", a_series_moves_with_its_people_and_into_the_room_of_that_name);
  MERGE ("what-has-not-begun-moves-as-it-is", what_has_not_begun_moves_as_it_is);
  MERGE ("a-room-that-is-taken", a_room_that_is_taken_is_not_booked_twice);
  MERGE ("who-stays-away-goes-on-to", who_stays_away_from_the_other_house_goes_on_to);
  MERGE ("what-is-over-stays", what_is_over_stays);
  MERGE ("a-note-goes-to-whoever-looks-after-it", a_note_goes_to_whoever_looks_after_it);
  MERGE ("who-waits-and-what-hangs-go-along", who_waits_and_what_hangs_on_the_board_go_along);
  MERGE ("what-makes-no-sense-is-refused", what_makes_no_sense_is_refused);
  return g_test_run ();
}
