/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the counting of what a change of a series touches.
 */
#include "schedule/stafet-affected.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "karen", "name", "Karen Holm", NULL);
  put (f, STAFET_KIND_ORGANISER, "song", "name", "Sangvennerne", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
assert_affected (Fixture *f, StafetDate from, StafetDate to, StafetAffected expected)
{
  StafetAffected affected;

  stafet_affected_count (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ACTIVITY, "cafe"),
                         from, to, &affected);
  g_assert_cmpuint (affected.occurrences, ==, expected.occurrences);
  g_assert_cmpuint (affected.volunteers, ==, expected.volunteers);
  g_assert_cmpuint (affected.others, ==, expected.others);
  g_assert_cmpuint (affected.signed_up, ==, expected.signed_up);
  g_assert_cmpint (affected.endless, ==, expected.endless);
}

RULE (both_ends_are_counted)
{
  assert_affected (f, TUESDAY, TUESDAY, (StafetAffected){ .occurrences = 1 });
  assert_affected (f, TUESDAY, TUESDAY + 14, (StafetAffected){ .occurrences = 3 });
  assert_affected (f, TUESDAY + 1, TUESDAY + 13, (StafetAffected){ .occurrences = 1 });
  assert_affected (f, TUESDAY + 1, TUESDAY + 6, (StafetAffected){ 0 });
}

RULE (a_series_without_an_end_is_counted_a_year_ahead)
{
  assert_affected (f, TUESDAY, STAFET_DATE_MAX, (StafetAffected){ .occurrences = 53, .endless = TRUE });
  assert_affected (f, TUESDAY, TUESDAY + 365, (StafetAffected){ .occurrences = 53 });
}

RULE (a_series_that_ends_is_counted_to_its_end)
{
  put (f, STAFET_KIND_ACTIVITY, "cafe", "until", "2026-12-15", NULL);
  assert_affected (f, TUESDAY, STAFET_DATE_MAX, (StafetAffected){ .occurrences = 4 });
  assert_affected (f, TUESDAY + 100, STAFET_DATE_MAX, (StafetAffected){ 0 });
  put (f, STAFET_KIND_ACTIVITY, "cafe", "rule", "", "until", "", "start", "2026-11-24T10:00", "end",
       "2026-11-24T14:00", NULL);
  assert_affected (f, TUESDAY - 30, STAFET_DATE_MAX, (StafetAffected){ .occurrences = 1 });
}

RULE (what_is_cancelled_is_not_touched)
{
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-12-01", "status", "cancelled",
       "reason", "Rørskade", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-12-01", "volunteer", "bent", NULL);
  assert_affected (f, TUESDAY, TUESDAY + 14, (StafetAffected){ .occurrences = 2 });
}

RULE (each_volunteer_counts_once)
{
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "serve", "organiser", "song", "count", "4", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-12-01", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d2", "shift", "serve", "date", "2026-12-08", "volunteer", "karen", "state",
       "asked", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d3", "shift", "serve", "date", "2026-12-08", "guest", "Bo", NULL);
  assert_affected (f, TUESDAY, TUESDAY, (StafetAffected){ 1, 1, 4 });
  assert_affected (f, TUESDAY, TUESDAY + 7, (StafetAffected){ 2, 2, 4 });
  assert_affected (f, TUESDAY, TUESDAY + 14, (StafetAffected){ 3, 3, 5 });
}

RULE (who_signed_up_is_counted_with_those_who_wait)
{
  g_autofree char *words = NULL;
  StafetAffected affected;

  put (f, STAFET_KIND_ACTIVITY, "cafe", "capacity", "3", NULL);
  put (f, STAFET_KIND_SIGNUP, "u1", "activity", "cafe", "date", "2026-11-24", "name", "Asta", "heads", "3",
       NULL);
  put (f, STAFET_KIND_SIGNUP, "u2", "activity", "cafe", "date", "2026-11-24", "name", "Ib", "heads", "2",
       "waiting", "yes", NULL);
  put (f, STAFET_KIND_SIGNUP, "u3", "activity", "cafe", "date", "2026-12-08", "name", "Asta", "heads", "1",
       NULL);
  assert_affected (f, TUESDAY, TUESDAY, (StafetAffected){ .occurrences = 1, .signed_up = 5 });
  assert_affected (f, TUESDAY, TUESDAY + 14, (StafetAffected){ .occurrences = 3, .signed_up = 6 });
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "organiser", "song", "count", "4", NULL);
  stafet_affected_count (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ACTIVITY, "cafe"),
                         TUESDAY, TUESDAY, &affected);
  words = stafet_affected_words (&affected, STAFET_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, "0 volunteers, 4 from groups and guests, 5 signed up");
}

RULE (who_sent_regrets_is_not_touched)
{
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "declined", NULL);
  assert_affected (f, TUESDAY, TUESDAY, (StafetAffected){ .occurrences = 1 });
}

/* The date that is asked about is the original one, wherever it was moved. */
RULE (a_moved_date_counts_by_its_original)
{
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "changes",
       "{'start': '2026-11-26T10:00', 'end': '2026-11-26T14:00'}", NULL);
  assert_affected (f, TUESDAY, TUESDAY, (StafetAffected){ .occurrences = 1 });
  assert_affected (f, TUESDAY + 2, TUESDAY + 2, (StafetAffected){ 0 });
}

RULE (a_shift_of_an_activity_is_no_series)
{
  StafetAffected affected = { .occurrences = 9, .volunteers = 9, .endless = TRUE };

  stafet_affected_count (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, "serve"),
                         TUESDAY, TUESDAY + 14, &affected);
  g_assert_cmpuint (affected.occurrences, ==, 0);
  put (f, STAFET_KIND_SHIFT, "night", "role", "Nattevagt", "wanted", "1", "house", "mill", "start",
       "2026-11-24T22:00", "end", "2026-11-25T06:00", "rule", "FREQ=DAILY", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "night", "volunteer", "lis", NULL);
  stafet_affected_count (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, "night"),
                         TUESDAY, TUESDAY + 6, &affected);
  g_assert_cmpuint (affected.occurrences, ==, 7);
  g_assert_cmpuint (affected.volunteers, ==, 1);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/affected/both-ends-are-counted", both_ends_are_counted);
  TEST ("/schedule/affected/without-an-end-a-year-ahead", a_series_without_an_end_is_counted_a_year_ahead);
  TEST ("/schedule/affected/to-its-end", a_series_that_ends_is_counted_to_its_end);
  TEST ("/schedule/affected/not-what-is-cancelled", what_is_cancelled_is_not_touched);
  TEST ("/schedule/affected/each-volunteer-once", each_volunteer_counts_once);
  TEST ("/schedule/affected/who-signed-up", who_signed_up_is_counted_with_those_who_wait);
  TEST ("/schedule/affected/not-who-sent-regrets", who_sent_regrets_is_not_touched);
  TEST ("/schedule/affected/a-moved-date-by-its-original", a_moved_date_counts_by_its_original);
  TEST ("/schedule/affected/a-shift-of-an-activity-is-no-series", a_shift_of_an_activity_is_no_series);
  return g_test_run ();
}
