/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is said of a volunteer's terms, and what is counted of her shifts.
 */
#include "cafe-fixture.h"
#include "schedule/stafet-load.h"
#include "schedule/stafet-terms.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define LIS(...) put (f, STAFET_KIND_VOLUNTEER, "lis", __VA_ARGS__, NULL)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  begin_cafe (f);
  add_free (f, "lis", "Lis Bæk");
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
}

static StafetVolunteer *
lis (Fixture *f)
{
  return stafet_snapshot_lookup (f->snapshot, STAFET_KIND_VOLUNTEER, "lis");
}

/* What is said of Lis: "refused KEY: TEXT" of each; "" for nothing. (transfer full) */
static char *
said (Fixture *f)
{
  g_autoptr (GPtrArray) terms = stafet_terms_find (f->snapshot, NULL, lis (f), TUESDAY, STAFET_LANGUAGE_EN);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const StafetTerm *term = g_ptr_array_index (terms, i);

      g_string_append_printf (text, "%s%s %s: %s", i > 0 ? "; " : "", term->refused ? "refused" : "odd",
                              term->key, term->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_said (Fixture *f, const char *expected)
{
  g_autofree char *text = said (f);

  g_assert_cmpstr (text, ==, expected);
}

RULE (terms_that_go_together_are_not_spoken_of)
{
  LIS ("per_day", "1", "per_week", "2", "per_month", "8", "wished_per_week", "2", "radius_km", "5");
  assert_said (f, "");
}

RULE (a_limit_above_a_wider_one_is_refused)
{
  LIS ("per_day", "3", "per_week", "2");
  assert_said (f, "refused per_day: At most 3 a day is more than at most 2 a week: mend one of the two.");
  LIS ("per_day", "", "per_week", "9", "per_month", "8");
  assert_said (f, "refused per_week: At most 9 a week is more than at most 8 a month: mend one of the two.");
  LIS ("per_day", "9", "per_week", "", "per_month", "8");
  assert_said (f, "refused per_day: At most 9 a day is more than at most 8 a month: mend one of the two.");
  LIS ("per_day", "2", "per_week", "2", "per_month", "2");
  assert_said (f, "");
}

RULE (a_wish_above_a_limit_is_odd)
{
  LIS ("per_week", "1", "wished_per_week", "1.5");
  assert_said (
    f, "odd wished_per_week: The wish of 1.5 a week is above the limit of 1 a week: the limit holds.");
  LIS ("per_week", "", "per_month", "3", "wished_per_week", "1");
  assert_said (f,
               "odd wished_per_week: The wish of 1 a week is above the limit of 3 a month: the limit holds.");
  LIS ("wished_per_week", "0.75");
  assert_said (f, "");
}

RULE (a_limit_of_none_is_odd)
{
  LIS ("per_week", "0");
  assert_said (f, "odd per_week: With at most 0 nobody is ever proposed: an empty field is no limit, and a "
                  "pause says how long.");
}

RULE (a_house_is_one_or_the_other)
{
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "not", "volunteer", "lis", "house", "house", "relation", "blocked",
       NULL);
  assert_said (f, "refused blocked_houses: Møllestien is among the houses, and among those not to come to: "
                  "take it out of one.");
}

RULE (only_these_houses_takes_a_house)
{
  LIS ("only_these_houses", "yes");
  assert_said (f, "");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_VOLUNTEER_HOUSE, stafet_uid_intern ("lis-home"));
  assert_said (
    f, "odd houses: Only these houses, but no house is named: no shift is ever proposed. Add a house.");
}

RULE (nobody_is_wanted_and_unwanted)
{
  put (f, STAFET_KIND_PARTNER, "with", "volunteer", "lis", "other", "bent", "relation", "with", NULL);
  assert_said (f, "");
  put (f, STAFET_KIND_PARTNER, "apart", "volunteer", "lis", "other", "bent", "relation", "apart", NULL);
  assert_said (f, "refused keep_apart: Bent Krag is among those to be with, and among those to be kept apart "
                  "from: choose one.");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_PARTNER, stafet_uid_intern ("apart"));
  put (f, STAFET_KIND_PARTNER, "his", "volunteer", "bent", "other", "lis", "relation", "apart", NULL);
  assert_said (f, "refused partners: Lis Bæk and Bent Krag cannot be put on together. Choose somebody else.");
}

RULE (a_companion_is_somebody_else_and_still_there)
{
  LIS ("companion", "lis");
  assert_said (f, "refused companion: Nobody goes along with herself. Name somebody else.");
  LIS ("companion", "bent");
  assert_said (f, "");
  put (f, STAFET_KIND_VOLUNTEER, "bent", "status", "stopped", NULL);
  assert_said (f, "odd companion: Bent Krag has stopped and cannot go along.");
  put (f, STAFET_KIND_PARTNER, "his", "volunteer", "bent", "other", "lis", "relation", "apart", NULL);
  assert_said (
    f, "refused companion: Bent Krag is to go along, but the two are kept apart. Name somebody else.");
}

RULE (a_pause_ends_after_it_begins)
{
  LIS ("status", "paused", "paused_until", "2026-11-25");
  assert_said (f, "");
  LIS ("paused_until", "2026-11-24");
  assert_said (f,
               "refused paused_until: The pause would be over before it begins: 24 November 2026 has come. "
               "Choose a later day, or none.");
  /* Whoever is active has none. */
  LIS ("status", "active");
  assert_said (f, "");
}

RULE (times_that_meet_no_shift_are_odd)
{
  static const char *const none =
    "odd available: These times hold no shift of the houses and skills in the next two months.";

  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "from_minute", "720", NULL);
  assert_said (f, none);
  LIS ("by_agreement", "yes");
  assert_said (f, "");
  LIS ("by_agreement", "no");
  /* A second window that does hold it. */
  put (f, STAFET_KIND_AVAILABILITY, "more", "volunteer", "lis", "weekday", "2", "from_minute", "600",
       "to_minute", "840", "weeks", "odd", NULL);
  assert_said (f, "");
  /* Only even weeks, and the café in those: only odd ones do not meet it. */
  put (f, STAFET_KIND_ACTIVITY, "cafe", "parity", "even", NULL);
  assert_said (f, none);
}

RULE (a_shift_that_takes_another_skill_is_not_met_by_any_times)
{
  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "from_minute", "720", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "skill", "kok", NULL);
  /* Nothing that she can do is there at all: her times are not what keeps her from it. */
  assert_said (f, "");
  put (f, STAFET_KIND_SKILL, "kok", "volunteer", "lis", "skill", "Kok", NULL);
  assert_said (f,
               "odd available: These times hold no shift of the houses and skills in the next two months.");
}

RULE (a_check_is_spoken_of_when_it_needs_renewing)
{
  LIS ("check_seen", "2026-01-05");
  assert_said (f, "");
  LIS ("check_until", "2027-01-24");
  assert_said (f, "");
  LIS ("check_until", "2027-01-23");
  assert_said (f, "odd check_until: The check expires on 23 January 2027: ask for a new one in good time.");
  LIS ("check_until", "2026-11-23");
  assert_said (f, "odd check_until: The check expired on 23 November 2026: ask for a new one.");
  LIS ("check_until", "2026-01-04");
  assert_said (
    f,
    "refused check_until: The check would expire on 4 January 2026, before it was seen on 5 January 2026.");
  LIS ("check_seen", "2026-12-01", "check_until", "");
  assert_said (f, "odd check_seen: The check counts from 1 December 2026 on, when it is seen.");
}

RULE (a_check_is_not_seen_before_it_is_asked_for)
{
  g_autoptr (StafetRecord) after = NULL;
  g_autoptr (GPtrArray) renewed = NULL, terms = NULL;

  LIS ("check_asked", "2026-02-01");
  after = stafet_record_copy (lis (f));
  ((StafetVolunteer *) after)->check_seen = stafet_date_new (2026, 1, 5);
  terms = stafet_terms_find (f->snapshot, NULL, (StafetVolunteer *) after, TUESDAY, STAFET_LANGUAGE_EN);
  g_assert_cmpuint (terms->len, ==, 1);
  g_assert_true (((StafetTerm *) terms->pdata[0])->refused);
  g_assert_cmpstr (((StafetTerm *) terms->pdata[0])->key, ==, "check_seen");
  /* That a new one is asked for while the old one holds is as it should be. */
  LIS ("check_seen", "2026-02-05");
  g_object_unref (after);
  after = stafet_record_copy (lis (f));
  ((StafetVolunteer *) after)->check_asked = TUESDAY;
  renewed = stafet_terms_find (f->snapshot, NULL, (StafetVolunteer *) after, TUESDAY, STAFET_LANGUAGE_EN);
  g_assert_cmpuint (renewed->len, ==, 0);
}

static void
assert_place (Fixture *f, const StafetStanding *standing, const char *expected)
{
  const StafetShift *shift = stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, "serve");
  g_autofree char *words =
    stafet_terms_standing_words (lis (f), shift, standing, TUESDAY, STAFET_LANGUAGE_EN);

  g_assert_cmpstr (words, ==, expected);
}

RULE (what_a_check_makes_of_a_standing_place_is_said)
{
  StafetStanding *standing = put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);

  assert_place (f, standing, "");
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  assert_place (f, standing, "no valid check: vacant");
  LIS ("check_seen", "2026-01-05");
  assert_place (f, standing, "");
  LIS ("check_until", "2026-12-03");
  assert_place (f, standing, "vacant after 3 December 2026, when the check expires");
  standing = put (f, STAFET_KIND_STANDING, "s1", "to", "2026-12-01", NULL);
  assert_place (f, standing, "");
}

/* What organises, holds or is visited is at home, as it is to whoever looks for candidates. */
RULE (times_are_held_against_all_that_she_could_take)
{
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "rule", "FREQ=WEEKLY;BYDAY=TH", "start", "2026-09-03T10:00", "end",
       "2026-09-03T14:00", NULL);
  put (f, STAFET_KIND_ACTIVITY, "read", "title", "Højtlæsning", "house", "house", "ward", "b1", "start",
       "2026-09-01T10:00", "end", "2026-09-01T11:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  assert_said (f,
               "odd available: These times hold no shift of the houses and skills in the next two months.");
  put (f, STAFET_KIND_SHIFT, "reader", "role", "Oplæser", "wanted", "1", "activity", "read", NULL);
  assert_said (f, "");
  put (f, STAFET_KIND_ACTIVITY, "read", "ward", "", NULL);
  put (f, STAFET_KIND_ACTIVITY, "read", "house", "other", NULL);
  assert_said (f,
               "odd available: These times hold no shift of the houses and skills in the next two months.");
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "lis-b", "volunteer", "lis", "house", "home", NULL);
  put (f, STAFET_KIND_STOP, "stop", "activity", "read", "ward", "b1", "from_minute", "0", "to_minute", "30",
       NULL);
  assert_said (f, "");
}

/* ——— What is counted ——— */

static void
promise (Fixture *f, const char *shift, StafetDate date)
{
  g_autofree char *uid = g_strdup_printf ("%s-%d", shift, date);
  char text[STAFET_DATE_SIZE];

  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", shift, "date", stafet_date_write (date, text), "volunteer",
       "lis", "state", "promised", NULL);
}

RULE (what_was_in_the_last_eight_weeks_is_counted)
{
  g_auto (StafetLoad) load = { 0 };

  promise (f, "serve", TUESDAY - WEEKS (9));
  promise (f, "serve", TUESDAY - WEEKS (8));
  promise (f, "serve", TUESDAY - WEEKS (1));
  promise (f, "serve", TUESDAY);
  LIS ("wished_per_week", "0.5");
  stafet_load_init (&load, f->snapshot, lis (f), TUESDAY);
  g_assert_cmpint (load.shifts, ==, 2);
  g_assert_cmpint (load.wished_per_week, ==, 50);
  g_assert_cmpint (load.wished, ==, 400);
  g_assert_null (load.unpopular_shift);
  g_assert_cmpuint (load.known->len, ==, 1);
  g_assert_cmpint (g_array_index (load.known, StafetKnownSeries, 0).times, ==, 3);
  g_assert_false (g_array_index (load.known, StafetKnownSeries, 0).regular);
}

/* Who began last week is not behind by eight. */
RULE (the_wish_counts_from_the_start)
{
  g_auto (StafetLoad) load = { 0 };

  LIS ("wished_per_week", "2", "started", "2026-11-10");
  stafet_load_init (&load, f->snapshot, lis (f), TUESDAY);
  g_assert_cmpint (load.days, ==, 14);
  g_assert_cmpint (load.wished, ==, 400);
}

RULE (a_face_is_known_after_three_times_or_as_a_regular)
{
  g_auto (StafetLoad) before = { 0 }, after = { 0 };

  promise (f, "serve", TUESDAY - WEEKS (2));
  promise (f, "serve", TUESDAY - WEEKS (1));
  stafet_load_init (&before, f->snapshot, lis (f), TUESDAY);
  g_assert_cmpuint (before.known->len, ==, 0);
  put (f, STAFET_KIND_STANDING, "stands", "shift", "serve", "volunteer", "lis", "from", "2026-12-01", NULL);
  stafet_load_init (&after, f->snapshot, lis (f), TUESDAY);
  g_assert_cmpuint (after.known->len, ==, 1);
  g_assert_true (g_array_index (after.known, StafetKnownSeries, 0).regular);
}

RULE (the_last_shift_that_few_want_is_remembered)
{
  g_auto (StafetLoad) load = { 0 };

  put (f, STAFET_KIND_SHIFT, "wash", "role", "Opvask", "wanted", "1", "activity", "cafe", "unpopular", "yes",
       NULL);
  promise (f, "wash", TUESDAY - WEEKS (5));
  promise (f, "wash", TUESDAY - WEEKS (3));
  promise (f, "serve", TUESDAY - WEEKS (1));
  stafet_load_init (&load, f->snapshot, lis (f), TUESDAY);
  g_assert_cmpint (load.unpopular, ==, TUESDAY - WEEKS (3));
  g_assert_cmpstr (load.unpopular_shift->role, ==, "Opvask");
}

/* "24/11 8/12": the days of what is above. (transfer full) */
static char *
above (Fixture *f)
{
  g_autoptr (GArray) turns = stafet_load_above (f->snapshot, lis (f), TUESDAY, TUESDAY + WEEKS (8));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      int year, month, day;

      stafet_date_split (stafet_wall_date (g_array_index (turns, StafetTurn, i).start), &year, &month, &day);
      g_string_append_printf (text, "%s%d/%d", i > 0 ? " " : "", day, month);
    }
  return g_string_free (text, FALSE);
}

static void
assert_above (Fixture *f, const char *expected)
{
  g_autofree char *text = above (f);

  g_assert_cmpstr (text, ==, expected);
}

RULE (the_last_ones_are_above_a_limit)
{
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "house", "start",
       "2026-09-02T15:00", "end", "2026-09-02T17:00", "rule", "FREQ=WEEKLY;BYDAY=WE,TH", NULL);
  promise (f, "serve", TUESDAY);
  promise (f, "desk", TUESDAY + 1);
  promise (f, "desk", TUESDAY + 2);
  promise (f, "serve", TUESDAY + WEEKS (1));
  assert_above (f, "");
  LIS ("per_week", "1");
  assert_above (f, "25/11 26/11");
  LIS ("per_week", "2");
  assert_above (f, "26/11");
  LIS ("per_week", "", "per_month", "1");
  assert_above (f, "25/11 26/11");
  LIS ("per_month", "", "per_day", "0");
  assert_above (f, "24/11 25/11 26/11 1/12");
}

RULE (what_has_been_this_month_counts)
{
  promise (f, "serve", TUESDAY - WEEKS (2));
  promise (f, "serve", TUESDAY - WEEKS (1));
  promise (f, "serve", TUESDAY);
  promise (f, "serve", TUESDAY + WEEKS (1));
  LIS ("per_month", "2");
  assert_above (f, "24/11");
}

/* ——— How to reach her ——— */

RULE (how_and_when_to_call_is_one_text)
{
  g_autofree char *nothing = stafet_volunteer_call_words (lis (f), TRUE, STAFET_LANGUAGE_EN), *all = NULL,
                  *call = NULL;

  g_assert_cmpstr (nothing, ==, "");
  LIS ("call_how", "message", "call_when", "mornings", "by_agreement", "yes");
  all = stafet_volunteer_call_words (lis (f), TRUE, STAFET_LANGUAGE_EN);
  call = stafet_volunteer_call_words (lis (f), FALSE, STAFET_LANGUAGE_EN);
  g_assert_cmpstr (all, ==, "by text message · mornings · times by agreement");
  g_assert_cmpstr (call, ==, "by text message · mornings");
}

RULE (a_break_is_over_on_its_day)
{
  LIS ("status", "paused", "paused_until", "2026-12-01");
  g_assert_true (stafet_volunteer_is_paused (lis (f), stafet_date_new (2026, 11, 30)));
  g_assert_false (stafet_volunteer_is_paused (lis (f), stafet_date_new (2026, 12, 1)));
  LIS ("paused_until", "");
  g_assert_true (stafet_volunteer_is_paused (lis (f), stafet_date_new (2030, 1, 1)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/schedule/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("terms/go-together", terms_that_go_together_are_not_spoken_of);
  ADD ("terms/limits", a_limit_above_a_wider_one_is_refused);
  ADD ("terms/wish", a_wish_above_a_limit_is_odd);
  ADD ("terms/limit-of-none", a_limit_of_none_is_odd);
  ADD ("terms/houses", a_house_is_one_or_the_other);
  ADD ("terms/only-these-houses", only_these_houses_takes_a_house);
  ADD ("terms/partners", nobody_is_wanted_and_unwanted);
  ADD ("terms/companion", a_companion_is_somebody_else_and_still_there);
  ADD ("terms/pause", a_pause_ends_after_it_begins);
  ADD ("terms/times", times_that_meet_no_shift_are_odd);
  ADD ("terms/times-and-skills", a_shift_that_takes_another_skill_is_not_met_by_any_times);
  ADD ("terms/check", a_check_is_spoken_of_when_it_needs_renewing);
  ADD ("terms/check-not-before-it-is-asked-for", a_check_is_not_seen_before_it_is_asked_for);
  ADD ("terms/check-of-a-standing-place", what_a_check_makes_of_a_standing_place_is_said);
  ADD ("terms/times-against-all-she-could-take", times_are_held_against_all_that_she_could_take);
  ADD ("load/eight-weeks", what_was_in_the_last_eight_weeks_is_counted);
  ADD ("load/since-the-start", the_wish_counts_from_the_start);
  ADD ("load/known-face", a_face_is_known_after_three_times_or_as_a_regular);
  ADD ("load/unpopular", the_last_shift_that_few_want_is_remembered);
  ADD ("load/above", the_last_ones_are_above_a_limit);
  ADD ("load/what-has-been-counts", what_has_been_this_month_counts);
  ADD ("terms/call-words", how_and_when_to_call_is_one_text);
  ADD ("terms/break-is-over", a_break_is_over_on_its_day);
  return g_test_run ();
}
