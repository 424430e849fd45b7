/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the closing of a house for good: what ends, what is cancelled, what stays, and one undo.
 */
#include "plan/stafet-use-end-house.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
/* The café is on Tuesdays. */
#define NEW_YEAR (stafet_date_new (2027, 1, 1))
#define LAST (stafet_date_new (2026, 12, 29))

static StafetHouseEnd
tried (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  StafetHouseEnd end;

  stafet_house_end_try (f->plan, "Møllestien", NEW_YEAR, &end, &error);
  g_assert_no_error (error);
  return end;
}

static void
close_it (Fixture *f)
{
  UNDOABLE (stafet_use_end_house ("Møllestien", NEW_YEAR));
}

RULE (series_and_those_who_stand_on_them_end)
{
  StafetHouseEnd end;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Åse Kjær"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  end = tried (f);
  g_assert_cmpuint (end.activities, ==, 1);
  g_assert_cmpuint (end.shifts, ==, 0);
  g_assert_cmpuint (end.standings, ==, 1);
  g_assert_cmpuint (end.volunteers, ==, 1);
  g_assert_cmpuint (end.cancelled, ==, 0);
  close_it (f);
  g_assert_cmpint (((StafetHouse *) FIND (HOUSE, "Møllestien"))->closed_from, ==, NEW_YEAR);
  g_assert_true (has_date (f, FIND (ACTIVITY, "Café"), LAST));
  g_assert_false (has_date (f, FIND (ACTIVITY, "Café"), LAST + 7));
  assert_staffed (f, "Café", LAST, "Åse Kjær standing 1");
  g_assert_cmpint (((StafetStanding *) all (f, STAFET_KIND_STANDING)->pdata[0])->to, ==, NEW_YEAR - 1);
}

RULE (what_was_to_come_is_cancelled_with_the_reason)
{
  ADD (ACTIVITY, "title=Nytårskur", "house=Møllestien", "start=2027-01-08T14:00", "end=2027-01-08T16:00");
  ADD (ACTIVITY, "title=Forårskor", "house=Møllestien", "start=2027-02-01T10:00", "end=2027-02-01T12:00",
       "rule=FREQ=WEEKLY");
  g_assert_cmpuint (tried (f).cancelled, ==, 2);
  close_it (f);
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Nytårskur"), stafet_date_new (2027, 1, 8)), ==,
                   STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Forårskor"), stafet_date_new (2027, 2, 1)), ==,
                   STAFET_STATUS_CANCELLED);
  g_assert_false (has_date (f, FIND (ACTIVITY, "Forårskor"), stafet_date_new (2027, 2, 8)));
}

RULE (a_date_that_was_moved_past_the_end_is_cancelled)
{
  done (f,
        stafet_use_edit_on ("Café", LAST, PAIRS ("start=2027-01-02T10:00", "end=2027-01-02T14:00"), FALSE));
  g_assert_cmpuint (tried (f).cancelled, ==, 1);
  close_it (f);
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Café"), LAST), ==, STAFET_STATUS_CANCELLED);
}

RULE (promises_and_sign_ups_on_dates_that_are_no_more_are_told)
{
  StafetHouseEnd end;

  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), LAST + 7, FALSE, FALSE));
  done (f, stafet_use_sign_up ("Café", LAST + 7, PAIRS ("name=Inger Holm"), FALSE));
  end = tried (f);
  g_assert_cmpuint (end.promises, ==, 1);
  g_assert_cmpuint (end.signups, ==, 1);
  g_assert_cmpuint (end.volunteers, ==, 1);
  close_it (f);
}

RULE (other_houses_and_drafts_stay)
{
  ADD (HOUSE, "name=Dalgas", "kind=community");
  ADD (ACTIVITY, "title=Gæster", "house=Dalgas", "room=Værkstedet", "start=2026-12-01T10:00",
       "end=2026-12-01T12:00", "rule=FREQ=WEEKLY");
  ADD (ACTIVITY, "title=Kladde", "house=Møllestien", "start=2026-12-02T10:00", "end=2026-12-02T12:00",
       "rule=FREQ=WEEKLY", "draft=yes");
  g_assert_cmpuint (tried (f).guests, ==, 1);
  g_assert_cmpuint (tried (f).activities, ==, 1);
  close_it (f);
  g_assert_true (has_date (f, FIND (ACTIVITY, "Gæster"), stafet_date_new (2027, 1, 5)));
  g_assert_true (has_date (f, FIND (ACTIVITY, "Kladde"), stafet_date_new (2027, 1, 6)));
}

RULE (what_makes_no_sense_is_refused)
{
  PLAN_REFUSED (stafet_use_end_house ("Møllestien", TUESDAY - 1), MALFORMED);
  PLAN_REFUSED (stafet_use_end_house ("Skovvang", NEW_YEAR), STATE);
  PLAN_REFUSED (stafet_use_end_house ("Ukendt", NEW_YEAR), UNKNOWN);
  close_it (f);
  PLAN_REFUSED (stafet_use_end_house ("Møllestien", NEW_YEAR + 5), STATE);
  /* It may close earlier than was said first. */
  done (f, stafet_use_end_house ("Møllestien", stafet_date_new (2026, 12, 1)));
  g_assert_false (has_date (f, FIND (ACTIVITY, "Café"), LAST));
}

RULE (nothing_new_is_planned_in_a_closed_house)
{
  close_it (f);
  PLAN_REFUSED (
    stafet_use_add (STAFET_KIND_ACTIVITY, PAIRS ("title=Krolf", "house=Møllestien", "start=2027-01-04T10:00",
                                                 "end=2027-01-04T12:00")),
    STATE);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("until=2027-02-01")), STATE);
  ADD (HOUSE, "name=Dalgas", "kind=community");
  ADD (ACTIVITY, "title=Krolf", "house=Dalgas", "start=2027-01-04T10:00", "end=2027-01-04T12:00");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, "Krolf", PAIRS ("house=Møllestien")), STATE);
  ADD (ACTIVITY, "title=Afsked", "house=Møllestien", "start=2026-12-30T10:00", "end=2026-12-30T12:00");
  EDIT (ACTIVITY, "Café", "title=Caféen");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define END(name, func) g_test_add ("/plan/use/end-house/" name, Fixture, NULL, set_up, func, tear_down)
  END ("series-and-places-end", series_and_those_who_stand_on_them_end);
  END ("what-was-to-come-is-cancelled", what_was_to_come_is_cancelled_with_the_reason);
  END ("a-date-moved-past-the-end", a_date_that_was_moved_past_the_end_is_cancelled);
  END ("promises-and-sign-ups-are-told", promises_and_sign_ups_on_dates_that_are_no_more_are_told);
  END ("others-and-drafts-stay", other_houses_and_drafts_stay);
  END ("what-makes-no-sense-is-refused", what_makes_no_sense_is_refused);
  END ("nothing-new-is-planned-there", nothing_new_is_planned_in_a_closed_house);
  return g_test_run ();
}
