/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rules of candidates: who could take a shift, who could not, why, and in which order.
 */
#include "cafe-fixture.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-candidates.h"
#include "schedule/stafet-postcodes.h"

#include <string.h>

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  begin_cafe (f);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "1", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "house", "start",
       "2026-09-01T13:00", "end", "2026-09-01T15:00", "rule", "FREQ=WEEKLY;BYDAY=TU,WE,TH", NULL);
  add_free (f, "lis", "Lis Bæk");
}

static GPtrArray *
find_on (Fixture *f, const char *shift, StafetDate date)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *candidates =
    stafet_candidates_find (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, shift), date,
                            stafet_wall_new (date, 480), STAFET_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return candidates;
}

static gboolean
is_listed (const GPtrArray *candidates, const char *uid)
{
  for (guint i = 0; i < candidates->len; i++)
    if (strcmp (((StafetCandidate *) g_ptr_array_index (candidates, i))->volunteer->parent.uid, uid) == 0)
      return TRUE;
  return FALSE;
}

static const StafetCandidate *
get (const GPtrArray *candidates, const char *uid)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const StafetCandidate *candidate = g_ptr_array_index (candidates, i);

      if (strcmp (candidate->volunteer->parent.uid, uid) == 0)
        return candidate;
    }
  g_error ("%s is not listed", uid);
}

static const char *
reason_text (const StafetCandidate *candidate, const char *code)
{
  for (guint i = 0; i < candidate->reasons->len; i++)
    {
      const StafetReason *reason = g_ptr_array_index (candidate->reasons, i);

      if (strcmp (reason->code, code) == 0)
        return reason->text;
    }
  return NULL;
}

/* Lis is possible, and it is said of her so. @text NULL: nothing is said under @code. */
static void
assert_for (Fixture *f, const char *code, const char *text)
{
  g_autoptr (GPtrArray) candidates = find_on (f, "serve", TUESDAY);
  const StafetCandidate *lis = get (candidates, "lis");

  g_assert_true (lis->possible);
  g_assert_cmpstr (reason_text (lis, code), ==, text);
}

/* Lis is impossible for @code alone. */
static void
assert_against_on (Fixture *f, StafetDate date, const char *code, const char *text)
{
  g_autoptr (GPtrArray) candidates = find_on (f, "serve", date);
  const StafetCandidate *lis = get (candidates, "lis");

  g_assert_false (lis->possible);
  g_assert_cmpuint (lis->reasons->len, ==, 1);
  g_assert_cmpstr (reason_text (lis, code), ==, text);
}

static void
assert_against (Fixture *f, const char *code, const char *text)
{
  assert_against_on (f, TUESDAY, code, text);
}

/* ——— Times ——— */

static void
free_in_her_window (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_for (f, "available", "free Tuesday");
  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "from_minute", "601", NULL);
  assert_against (f, "not_available", "not free at that time");
}

static void
window_passes_midnight (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "weekday", "1", "from_minute", "1200", "to_minute", "2280",
       NULL);
  assert_for (f, "available", "free Tuesday");
  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "to_minute", "2279", NULL);
  assert_against (f, "not_available", "not free at that time");
}

static void
window_of_even_weeks (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_AVAILABILITY, "lis-tue", "weeks", "even", NULL);
  assert_for (f, "available", "free Tuesday");
  assert_against_on (f, TUESDAY + 7, "not_available", "not free at that time");
}

static void
preferred_window_is_cheaper (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  add_free (f, "aase", "Aase Dam");
  put (f, STAFET_KIND_AVAILABILITY, "lis-wish", "volunteer", "lis", "weekday", "2", "from_minute", "600",
       "to_minute", "840", "preferred", "yes", NULL);
  assert_for (f, "preferred", "prefers this time");
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_true (g_ptr_array_index (candidates, 0) == get (candidates, "lis"));
  g_assert_cmpint (get (candidates, "aase")->total - get (candidates, "lis")->total, ==, 10);
}

static void
by_agreement_is_asked_last (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "aase", "name", "Aase Dam", NULL);
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "h2", "volunteer", "lis", "house", "other", NULL);
  add_free (f, "bent", "Bent Krag");
  put (f, STAFET_KIND_VOLUNTEER, "bent", "by_agreement", "yes", NULL);
  put (f, STAFET_KIND_AVAILABILITY, "bent-tue", "weekday", "5", NULL);
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpuint (candidates->len, ==, 3);
  g_assert_true (g_ptr_array_index (candidates, 0) == get (candidates, "lis"));
  g_assert_true (get (candidates, "aase")->possible && get (candidates, "aase")->ask_first);
  g_assert_cmpstr (reason_text (get (candidates, "aase"), "ask_first"), ==, "has given no times: ask first");
  g_assert_true (get (candidates, "bent")->possible && get (candidates, "bent")->ask_first);
  g_assert_cmpstr (reason_text (get (candidates, "bent"), "ask_first"), ==, "times by agreement: ask first");
}

/* ——— Herself ——— */

static void
absence_is_told_without_its_cause (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_ABSENCE, "a1", "volunteer", "lis", "from", "2026-11-20", "to", "2026-11-24", NULL);
  assert_against (f, "absent", "not free");
}

static void
paused_until_and_stopped (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "lis", "status", "paused", "paused_until", "2026-11-25", NULL);
  assert_against (f, "paused", "takes a break");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "paused_until", "2026-11-24", NULL);
  assert_for (f, "paused", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "status", "stopped", NULL);
  assert_against (f, "stopped", "has stopped");
}

static void
skill_is_compared_folded (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "skill", "Kørekort", NULL);
  assert_against (f, "skill", "does not have the skill “Kørekort”");
  put (f, STAFET_KIND_SKILL, "k1", "volunteer", "lis", "skill", "sang", NULL);
  put (f, STAFET_KIND_SKILL, "k2", "volunteer", "lis", "skill", "KØREKORT", NULL);
  assert_for (f, "skill", NULL);
}

static void
check_must_be_valid_that_day (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_asked", "2026-01-01", NULL);
  assert_against (f, "check", "has no valid check on that day");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-11-24", NULL);
  assert_for (f, "check", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-01-01", "check_until", "2026-11-23", NULL);
  assert_against (f, "check", "has no valid check on that day");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_until", "2026-11-24", NULL);
  assert_for (f, "check", NULL);
  /* A shift that needs none is open to everybody, and nothing is said. */
  put (f, STAFET_KIND_SHIFT, "serve", "check", "no", NULL);
  assert_for (f, "check_soon", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "", "check_until", "", NULL);
  assert_for (f, "check", NULL);
}

static void
a_check_that_expires_soon_is_told_and_blocks_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-01-01", NULL);
  assert_for (f, "check_soon", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_until", "2027-01-24", NULL);
  assert_for (f, "check_soon", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_until", "2027-01-23", NULL);
  assert_for (f, "check_soon", "the check expires on Sat 23/1");
}

/* ——— Houses ——— */

static void
blocked_house (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "cook", "volunteer", "lis", "to", "2026-10-01", NULL);
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "lis-home", "relation", "blocked", NULL);
  assert_against (f, "blocked", "does not come to this house");
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "lis-home", "house", "other", "relation", "home", NULL);
  assert_for (f, "blocked", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "only_these_houses", "yes", NULL);
  assert_against (f, "blocked", "does not come to this house");
}

static void
radius_holds_but_at_home (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "cook", "volunteer", "lis", "to", "2026-10-01", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "postcode", "8541", "radius_km", "10", NULL);
  assert_for (f, "distance", "about 14 km away");
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "lis-home", "house", "other", NULL);
  assert_against (f, "too_far", "too far away");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "radius_km", "14", NULL);
  assert_for (f, "house", NULL);
}

static void
protected_address_is_not_hinted_at (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "lis", "postcode", "8000", NULL);
  assert_for (f, "near", "lives close by");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "protected", "yes", NULL);
  assert_for (f, "near", NULL);
}

static void
only_those_with_a_reason_to_be_known_are_refused_by_name (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "far", "name", "Poul Friis", "postcode", "8541", "radius_km", "5", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "near", "name", "Ester Vind", "postcode", "8000", "radius_km", "5", NULL);
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_false (is_listed (candidates, "far"));
  g_assert_true (is_listed (candidates, "near"));
}

static int
postcodes_apart (const char *a, const char *b)
{
  return stafet_postcodes_distance ((StafetSpot){ "", a }, (StafetSpot){ "", b });
}

static void
distances_between_postcodes (void)
{
  g_assert_cmpint (postcodes_apart ("8000", "8000"), ==, 0);
  g_assert_cmpint (postcodes_apart ("8000", "8260 Viby J"), ==, postcodes_apart ("8260", "8000"));
  g_assert_cmpint (postcodes_apart ("8000", "8260"), >, 3900);
  g_assert_cmpint (postcodes_apart ("8000", "8260"), <, 4300);
  g_assert_cmpint (postcodes_apart ("8000", "9999"), ==, STAFET_DISTANCE_UNKNOWN);
  g_assert_cmpint (postcodes_apart ("", "8000"), ==, STAFET_DISTANCE_UNKNOWN);
  /* Coordinates are nearer the truth than the centre of the postcode. */
  g_assert_cmpint (
    stafet_postcodes_distance ((StafetSpot){ "56.15300,10.20400", "8541" }, (StafetSpot){ "", "8000" }), <,
    10);
  g_assert_cmpint (stafet_postcodes_distance ((StafetSpot){ "56.15300,10.20400", "" },
                                              (StafetSpot){ "56.16300,10.20400", "" }),
                   ==, 1110);
}

/* ——— Her other shifts ——— */

static void
promise (Fixture *f, const char *uid, const char *shift, const char *date, const char *state)
{
  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", shift, "volunteer", "lis", "date", date, "state", state,
       NULL);
}

static void
overlap_even_when_only_asked (Fixture *f, gconstpointer data)
{
  (void) data;
  promise (f, "d1", "desk", "2026-11-24", "asked");
  assert_against (f, "overlap", "is on “Vagt” at that time");
  promise (f, "d1", "desk", "2026-11-24", "declined");
  assert_for (f, "overlap", NULL);
}

static void
other_shift_of_the_same_date_overlaps (Fixture *f, gconstpointer data)
{
  (void) data;
  promise (f, "d1", "cook", "2026-11-24", "promised");
  assert_against (f, "overlap", "is on “Café” at that time");
}

static void
rest_between_days (Fixture *f, gconstpointer data)
{
  (void) data;
  promise (f, "d1", "desk", "2026-11-25", "promised");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "rest_minutes", "1380", NULL);
  assert_for (f, "rest", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "rest_minutes", "1381", NULL);
  assert_against (f, "rest", "needs more rest between shifts");
}

static void
rest_is_not_asked_for_within_a_day (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "desk", "start", "2026-09-01T14:10", NULL);
  promise (f, "d1", "desk", "2026-11-24", "promised");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "rest_minutes", "600", NULL);
  assert_for (f, "rest", NULL);
}

/* The desk at the other house closes a quarter of an hour before the café opens: not enough for the way. */
static void
time_to_travel_between_houses (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "other", "start",
       "2026-11-24T08:00", "end", "2026-11-24T09:45", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "there", "shift", "desk", "date", "2026-11-24", "volunteer", "lis", "state",
       "promised", NULL);
  assert_against (f, "travel", "is on “Vagt” at another house just before or after");
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "house", "start",
       "2026-11-24T08:00", "end", "2026-11-24T09:45", NULL);
  assert_for (f, "travel", NULL);
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "other", "start",
       "2026-11-24T08:00", "end", "2026-11-24T09:30", NULL);
  assert_for (f, "travel", NULL);
}

static void
cap_of_a_day (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "desk", "start", "2026-09-01T14:10", NULL);
  promise (f, "d1", "desk", "2026-11-24", "promised");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "per_day", "2", NULL);
  assert_for (f, "cap_day", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "per_day", "1", NULL);
  assert_against (f, "cap_day", "has enough that day");
}

static void
cap_of_an_iso_week (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "lis", "per_week", "1", NULL);
  promise (f, "d1", "desk", "2026-11-19", "promised");
  promise (f, "d2", "desk", "2026-12-01", "promised");
  assert_for (f, "cap_week", NULL);
  promise (f, "d3", "desk", "2026-11-26", "promised");
  assert_against (f, "cap_week", "has enough that week");
}

static void
cap_of_a_calendar_month (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "lis", "per_month", "1", NULL);
  promise (f, "d1", "desk", "2026-10-29", "promised");
  promise (f, "d2", "desk", "2026-12-01", "promised");
  assert_for (f, "cap_month", NULL);
  promise (f, "d3", "desk", "2026-11-03", "promised");
  assert_against (f, "cap_month", "has enough that month");
}

/* ——— The shift ——— */

static void
already_on_it_or_asked (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  promise (f, "d1", "serve", "2026-11-24", "asked");
  assert_against (f, "already", "is on the shift already, or asked");
  promise (f, "d1", "serve", "2026-11-24", "declined");
  assert_against (f, "declined", "has said no to this date");
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  assert_against (f, "declined", "has said no to this date");
  assert_against_on (f, TUESDAY + 7, "already", "is on the shift already, or asked");
}

static void
kept_apart_without_whom_or_why (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "aase", "Aase Dam");
  put (f, STAFET_KIND_STANDING, "s1", "shift", "cook", "volunteer", "aase", NULL);
  put (f, STAFET_KIND_PARTNER, "p1", "volunteer", "lis", "other", "aase", "relation", "apart", NULL);
  assert_against (f, "apart", "not free together");
  put (f, STAFET_KIND_PARTNER, "p1", "volunteer", "aase", "other", "lis", "relation", "apart", NULL);
  assert_against (f, "apart", "not free together");
  put (f, STAFET_KIND_STANDING, "s1", "to", "2026-11-23", NULL);
  assert_for (f, "apart", NULL);
}

static void
partner_on_the_shift_counts_for_her (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  add_free (f, "aase", "Aase Dam");
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "aase", NULL);
  put (f, STAFET_KIND_PARTNER, "p1", "volunteer", "aase", "other", "lis", "relation", "with", NULL);
  assert_for (f, "partner", "wished together with Aase Dam");
  put (f, STAFET_KIND_VOLUNTEER, "aase", "protected", "yes", NULL);
  assert_for (f, "partner", "a wished partner is on it");
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpint (get (candidates, "lis")->cost.partner, ==, -10);
}

static void
experience_is_what_was_not_what_is_asked (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "cook", "volunteer", "lis", "from", "2026-10-01", "to",
       "2026-10-20", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "t1", "shift", "cook", "date", "2026-10-13", "volunteer", "lis", "status",
       "absent", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "t2", "shift", "serve", "date", "2026-11-10", "volunteer", "lis", "status",
       "extra", NULL);
  promise (f, "d1", "serve", "2026-11-17", "asked");
  promise (f, "d2", "serve", "2026-12-01", "promised");
  assert_for (f, "known", "has tried it 3 times, last Tue 10/11");
  assert_for (f, "regular", NULL);
}

static void
regular_is_no_new_face (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  add_free (f, "aase", "Aase Dam");
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", "parity", "odd", "from",
       "2026-11-23", NULL);
  assert_for (f, "regular", "regular here");
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpint (get (candidates, "lis")->cost.new_face, ==, 0);
  g_assert_cmpint (get (candidates, "aase")->cost.new_face, ==, 15);
}

/* ——— Ranking ——— */

static void
costs_are_those_of_the_proposal (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const StafetCandidate *lis;

  (void) data;
  put (f, STAFET_KIND_VOLUNTEER, "lis", "postcode", "8260", "wished_per_week", "1", NULL);
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "lis-home", "house", "other", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "desk", "volunteer", "lis", "to", "2026-11-23", NULL);
  candidates = find_on (f, "serve", TUESDAY);
  lis = get (candidates, "lis");
  g_assert_cmpint (lis->cost.new_face, ==, 15);
  g_assert_cmpint (lis->cost.time, ==, 10);
  g_assert_cmpint (lis->cost.house, ==, 10);
  g_assert_cmpint (lis->cost.distance, ==, 4);
  g_assert_cmpint (lis->cost.load, ==, 40);
  g_assert_cmpint (lis->total, ==, 79);
  put (f, STAFET_KIND_STANDING, "s1", "from", "2026-09-29", "parity", "even", NULL);
  g_clear_pointer (&candidates, g_ptr_array_unref);
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpint (get (candidates, "lis")->cost.load, ==, 4 * (5 + 4));
  put (f, STAFET_KIND_STANDING, "s1", "from", "2026-11-02", "parity", "", NULL);
  g_clear_pointer (&candidates, g_ptr_array_unref);
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpint (get (candidates, "lis")->cost.load, ==, 4 * (5 + 1));
}

static void
equals_go_by_danish_name (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  add_free (f, "z", "Åge Ly");
  add_free (f, "y", "Ørn Ly");
  add_free (f, "x", "Zita Ly");
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_true (g_ptr_array_index (candidates, 0) == get (candidates, "lis"));
  g_assert_true (g_ptr_array_index (candidates, 1) == get (candidates, "x"));
  g_assert_true (g_ptr_array_index (candidates, 2) == get (candidates, "y"));
  g_assert_true (g_ptr_array_index (candidates, 3) == get (candidates, "z"));
}

static void
dates_that_need_nobody_are_refused (Fixture *f, gconstpointer data)
{
  StafetShift *shift = stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, "serve");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (stafet_candidates_find (f->snapshot, shift, TUESDAY + 1, stafet_wall_new (TUESDAY, 480),
                                         STAFET_LANGUAGE_EN, &error));
  g_assert_error (error, STAFET_SCHEDULE_ERROR, STAFET_SCHEDULE_ERROR_NO_DATE);
  g_clear_error (&error);
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "cancelled", NULL);
  g_assert_null (stafet_candidates_find (f->snapshot, shift, TUESDAY, stafet_wall_new (TUESDAY, 480),
                                         STAFET_LANGUAGE_EN, &error));
  g_assert_error (error, STAFET_SCHEDULE_ERROR, STAFET_SCHEDULE_ERROR_CANCELLED);
}

/* ——— A property ——— */

static void
add_random_person (Fixture *f, GRand *rand, int i)
{
  g_autofree char *uid = g_strdup_printf ("v%d", i), *standing = g_strdup_printf ("st%d", i);
  g_autofree char *dated = g_strdup_printf ("da%d", i);
  static const char *const shifts[] = { "serve", "cook", "desk" };
  static const char *const states[] = { "asked", "promised", "declined" };
  char text[STAFET_DATE_SIZE];

  add_free (f, uid, uid);
  if (g_rand_boolean (rand))
    put (f, STAFET_KIND_STANDING, standing, "shift", shifts[g_rand_int_range (rand, 0, 3)], "volunteer", uid,
         "parity", g_rand_boolean (rand) ? "even" : "odd", NULL);
  if (g_rand_boolean (rand))
    put (f, STAFET_KIND_ASSIGNMENT, dated, "shift", shifts[g_rand_int_range (rand, 0, 3)], "volunteer", uid,
         "date", stafet_date_write (TUESDAY + WEEKS (g_rand_int_range (rand, 0, 2)), text), "state",
         states[g_rand_int_range (rand, 0, 3)], NULL);
}

static gboolean
is_busy (Fixture *f, const char *volunteer, StafetWall start, StafetWall end)
{
  StafetAgendaQuery query = { .from = stafet_wall_date (start) - 2, .to = stafet_wall_date (end) + 2 };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places; k++)
          if (strcmp (entry->shifts[j].places[k].volunteer->parent.uid, volunteer) == 0
              && entry->shifts[j].start < end && start < entry->shifts[j].end)
            return TRUE;
    }
  return FALSE;
}

/* And the other way round: whoever is not busy is possible, unless she has said no. */
static void
possible_is_never_busy (Fixture *f, gconstpointer data)
{
  guint busy = 0;

  (void) data;
  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      StafetDate date = TUESDAY + WEEKS (g_rand_int_range (rand, 0, 2));
      g_autoptr (GPtrArray) candidates = NULL;

      tear_down (f, NULL);
      set_up (f, NULL);
      for (int i = 0; i < 20; i++)
        add_random_person (f, rand, i);
      candidates = find_on (f, "serve", date);
      g_assert_cmpuint (candidates->len, ==, 21);
      for (guint i = 0; i < candidates->len; i++)
        {
          const StafetCandidate *candidate = g_ptr_array_index (candidates, i);
          gboolean is = is_busy (f, candidate->volunteer->parent.uid, stafet_wall_new (date, 600),
                                 stafet_wall_new (date, 840));

          busy += (guint) is;
          g_assert_cmpint (candidate->possible, ==, !is && reason_text (candidate, "declined") == NULL);
        }
    }
  g_assert_cmpuint (busy, >, 100);
}

/* ——— Asked lately ——— */

/* Noted at noon of a day. */
static void
changed_on (gpointer record, StafetDate date)
{
  ((StafetRecord *) record)->changed = ((StafetInstant) stafet_wall_new (date, 720)) * 60;
}

static void
call_about (Fixture *f, const char *uid, StafetDate date, StafetDate at, StafetCallOutcome outcome)
{
  char day[STAFET_DATE_SIZE];
  StafetCall *call;

  stafet_date_write (date, day);
  call = put (f, STAFET_KIND_CALL, uid, "shift", "serve", "date", day, "volunteer", "lis", "at",
              "2026-11-01T00:00:00Z", NULL);
  call->at = ((StafetInstant) stafet_wall_new (at, 720)) * 60;
  call->outcome = (gint32) outcome;
}

static guint
asked_lately (Fixture *f)
{
  g_autoptr (GPtrArray) candidates = find_on (f, "desk", TUESDAY);
  const StafetCandidate *lis = get (candidates, "lis");

  g_assert_cmpint (lis->cost.asked, ==, (int) MIN (lis->asked * 2, 10));
  return lis->asked;
}

static void
who_was_asked_lately_is_counted_by_date (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpuint (asked_lately (f), ==, 0);
  call_about (f, "c1", TUESDAY - 7, TUESDAY - 8, STAFET_CALL_NO_ANSWER);
  g_assert_cmpuint (asked_lately (f), ==, 1);
  call_about (f, "c2", TUESDAY - 7, TUESDAY - 9, STAFET_CALL_RANG);
  g_assert_cmpuint (asked_lately (f), ==, 1);
  changed_on (put (f, STAFET_KIND_ASSIGNMENT, "a1", "shift", "serve", "date", "2026-11-17", "volunteer",
                   "lis", "state", "declined", NULL),
              TUESDAY - 8);
  g_assert_cmpuint (asked_lately (f), ==, 1);
  call_about (f, "c3", TUESDAY - 14, TUESDAY - 15, STAFET_CALL_TOLD);
  g_assert_cmpuint (asked_lately (f), ==, 1);
  call_about (f, "c4", TUESDAY, TUESDAY - 29, STAFET_CALL_RANG);
  g_assert_cmpuint (asked_lately (f), ==, 1);
  call_about (f, "c5", TUESDAY, TUESDAY - 2, STAFET_CALL_WAITS);
  g_assert_cmpuint (asked_lately (f), ==, 2);
  changed_on (
    put (f, STAFET_KIND_ASSIGNMENT, "a2", "shift", "serve", "date", "2026-10-20", "volunteer", "lis", NULL),
    TUESDAY - 1);
  g_assert_cmpuint (asked_lately (f), ==, 2);
}

static void
what_she_stands_on_was_asked_of_nobody (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  changed_on (put (f, STAFET_KIND_ASSIGNMENT, "a1", "shift", "serve", "date", "2026-11-17", "volunteer",
                   "lis", "state", "declined", NULL),
              TUESDAY - 8);
  call_about (f, "c1", TUESDAY - 7, TUESDAY - 8, STAFET_CALL_RANG);
  g_assert_cmpuint (asked_lately (f), ==, 0);
}

static void
who_was_asked_less_comes_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) candidates = NULL;

  (void) data;
  add_free (f, "bo", "Zoe Bak");
  call_about (f, "c1", TUESDAY - 7, TUESDAY - 8, STAFET_CALL_NO_ANSWER);
  candidates = find_on (f, "serve", TUESDAY);
  g_assert_cmpstr (((StafetCandidate *) candidates->pdata[0])->volunteer->name, ==, "Zoe Bak");
}

#define ADD(path, func) g_test_add ("/schedule/candidates/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("free-in-her-window", free_in_her_window);
  ADD ("window-passes-midnight", window_passes_midnight);
  ADD ("window-of-even-weeks", window_of_even_weeks);
  ADD ("preferred-window-is-cheaper", preferred_window_is_cheaper);
  ADD ("by-agreement-is-asked-last", by_agreement_is_asked_last);
  ADD ("absence-is-told-without-its-cause", absence_is_told_without_its_cause);
  ADD ("paused-until-and-stopped", paused_until_and_stopped);
  ADD ("skill-is-compared-folded", skill_is_compared_folded);
  ADD ("check-must-be-valid-that-day", check_must_be_valid_that_day);
  ADD ("check-expires-soon", a_check_that_expires_soon_is_told_and_blocks_nothing);
  ADD ("blocked-house", blocked_house);
  ADD ("radius-holds-but-at-home", radius_holds_but_at_home);
  ADD ("protected-address-is-not-hinted-at", protected_address_is_not_hinted_at);
  ADD ("only-those-with-a-reason-are-refused-by-name",
       only_those_with_a_reason_to_be_known_are_refused_by_name);
  g_test_add_func ("/schedule/postcodes/distances", distances_between_postcodes);
  ADD ("overlap-even-when-only-asked", overlap_even_when_only_asked);
  ADD ("other-shift-of-the-same-date-overlaps", other_shift_of_the_same_date_overlaps);
  ADD ("rest-between-days", rest_between_days);
  ADD ("rest-is-not-asked-for-within-a-day", rest_is_not_asked_for_within_a_day);
  ADD ("time-to-travel-between-houses", time_to_travel_between_houses);
  ADD ("cap-of-a-day", cap_of_a_day);
  ADD ("cap-of-an-iso-week", cap_of_an_iso_week);
  ADD ("cap-of-a-calendar-month", cap_of_a_calendar_month);
  ADD ("already-on-it-or-asked", already_on_it_or_asked);
  ADD ("kept-apart-without-whom-or-why", kept_apart_without_whom_or_why);
  ADD ("partner-on-the-shift-counts-for-her", partner_on_the_shift_counts_for_her);
  ADD ("experience-is-what-was-not-what-is-asked", experience_is_what_was_not_what_is_asked);
  ADD ("regular-is-no-new-face", regular_is_no_new_face);
  ADD ("costs-are-those-of-the-proposal", costs_are_those_of_the_proposal);
  ADD ("equals-go-by-danish-name", equals_go_by_danish_name);
  ADD ("dates-that-need-nobody-are-refused", dates_that_need_nobody_are_refused);
  ADD ("who-was-asked-lately-is-counted-by-date", who_was_asked_lately_is_counted_by_date);
  ADD ("what-she-stands-on-was-asked-of-nobody", what_she_stands_on_was_asked_of_nobody);
  ADD ("who-was-asked-less-comes-first", who_was_asked_less_comes_first);
  ADD ("possible-is-never-busy", possible_is_never_busy);
  return g_test_run ();
}
