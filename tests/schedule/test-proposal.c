/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rules of a proposal for the plan: which holes, who for them, what stays empty, and why.
 */
#include "cafe-fixture.h"
#include "schedule/stafet-proposal-why.h"

#include <string.h>

#define NEXT_TUESDAY (TUESDAY + 7)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  begin_cafe (f);
}

static StafetProposal *
propose (Fixture *f, StafetDate from, StafetDate to, gboolean ask_first)
{
  StafetProposalQuery query = { .places = { .from = from, .to = to, .house = stafet_uid_intern ("house") },
                                .now = stafet_wall_new (from, 0),
                                .ask_first = ask_first,
                                .language = STAFET_LANGUAGE_EN };

  return stafet_proposal_new (f->snapshot, &query, NULL);
}

/* Who is proposed on @date, "Ann, Bo" in the order of their numbers. */
static char *
names_on (const StafetProposal *proposal, StafetDate date)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < proposal->lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, i);

      if (STAFET_PROPOSAL_HOLE (proposal, line->shift)->entry->original == date)
        g_string_append_printf (
          names, "%s%s", names->len > 0 ? ", " : "",
          ((StafetVolunteer *) g_ptr_array_index (proposal->people, line->volunteer))->name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture *f, StafetDate date, const char *expected)
{
  g_autoptr (StafetProposal) proposal = propose (f, TUESDAY, NEXT_TUESDAY, FALSE);
  g_autofree char *names = names_on (proposal, date);

  g_assert_cmpstr (names, ==, expected);
  g_assert_true (stafet_proposal_is_proved (proposal));
}

/* What stays empty on Tuesday does so for @reason. */
static void
assert_empty_because (Fixture *f, const char *reason)
{
  g_autoptr (StafetProposal) proposal = propose (f, TUESDAY, TUESDAY, FALSE);
  g_autofree char *because = NULL;

  g_assert_cmpuint (proposal->holes->len, ==, 1);
  g_assert_cmpint (stafet_proposal_left (proposal, 0), >, 0);
  because = stafet_proposal_why_empty (proposal, 0, STAFET_LANGUAGE_EN);
  g_assert_cmpstr (because, ==, reason);
}

/* ——— Who ——— */

static void
fills_every_date (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  assert_names (f, TUESDAY, "Ann, Bo");
  assert_names (f, NEXT_TUESDAY, "Ann, Bo");
}

static void
leaves_who_is_there (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_STANDING, "stand", "shift", "serve", "volunteer", "ann", NULL);
  assert_names (f, TUESDAY, "Bo");
}

/* Whoever was asked has the place until she answers. */
static void
counts_who_was_asked (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  add_free (f, "cai", "Cai");
  put (f, STAFET_KIND_ASSIGNMENT, "asked", "shift", "serve", "date", "2026-11-24", "volunteer", "ann",
       "state", "asked", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "no", "shift", "serve", "date", "2026-11-24", "volunteer", "bo", "state",
       "declined", NULL);
  assert_names (f, TUESDAY, "Cai");
}

static void
keeps_to_caps_beside_it (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  put (f, STAFET_KIND_VOLUNTEER, "ann", "name", "Ann", "per_week", "1", NULL);
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "other", "start",
       "2026-11-26T13:00", "end", "2026-11-26T15:00", NULL);
  assert_names (f, TUESDAY, "Ann");
  put (f, STAFET_KIND_ASSIGNMENT, "there", "shift", "desk", "date", "2026-11-26", "volunteer", "ann", "state",
       "promised", NULL);
  assert_names (f, TUESDAY, "");
  assert_names (f, NEXT_TUESDAY, "Ann");
}

/* Half an hour lies between two houses. */
static void
leaves_time_to_travel (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "ann-other", "volunteer", "ann", "house", "other", NULL);
  put (f, STAFET_KIND_ACTIVITY, "walk", "title", "Gåtur", "house", "other", "start", "2026-11-24T14:15",
       "end", "2026-11-24T15:00", NULL);
  put (f, STAFET_KIND_SHIFT, "lead", "role", "Leder", "wanted", "1", "activity", "walk", NULL);
  for (int later = 0; later < 2; later++)
    {
      StafetProposalQuery query = { .places = { .from = TUESDAY, .to = TUESDAY },
                                    .now = stafet_wall_new (TUESDAY, 0) };
      g_autoptr (StafetProposal) proposal = stafet_proposal_new (f->snapshot, &query, NULL);

      g_assert_cmpuint (proposal->holes->len, ==, 2);
      g_assert_cmpuint (proposal->lines->len, ==, later ? 2 : 1);
      put (f, STAFET_KIND_ACTIVITY, "walk", "title", "Gåtur", "house", "other", "start", "2026-11-24T14:30",
           "end", "2026-11-24T15:00", NULL);
    }
}

static void
keeps_people_apart (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_PARTNER, "apart", "volunteer", "bo", "other", "ann", "relation", "apart", NULL);
  for (StafetDate date = TUESDAY; date <= NEXT_TUESDAY; date += 7)
    {
      g_autoptr (StafetProposal) proposal = propose (f, date, date, FALSE);

      g_assert_cmpuint (proposal->lines->len, ==, 1);
    }
}

static void
asks_first_only_when_told (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  put (f, STAFET_KIND_VOLUNTEER, "ann", "name", "Ann", "by_agreement", "yes", NULL);
  for (int ask_first = 0; ask_first < 2; ask_first++)
    {
      g_autoptr (StafetProposal) proposal = propose (f, TUESDAY, TUESDAY, ask_first);

      g_assert_cmpuint (proposal->lines->len, ==, (guint) ask_first);
    }
}

/* She has not said how far she goes: her own houses alone. */
static void
goes_no_farther_than_said (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_VOLUNTEER_HOUSE, stafet_uid_intern ("ann-home"));
  assert_names (f, TUESDAY, "");
  put (f, STAFET_KIND_VOLUNTEER, "ann", "name", "Ann", "postcode", "8260", "radius_km", "20", NULL);
  assert_names (f, TUESDAY, "Ann");
}

static void
takes_nothing_that_has_begun (Fixture *f, gconstpointer data)
{
  StafetProposalQuery query = { .places = { .from = TUESDAY, .to = TUESDAY },
                                .now = stafet_wall_new (TUESDAY, 10 * 60 + 1) };
  g_autoptr (StafetProposal) proposal = NULL;

  (void) data;
  add_free (f, "ann", "Ann");
  proposal = stafet_proposal_new (f->snapshot, &query, NULL);
  g_assert_cmpuint (proposal->holes->len, ==, 0);
  g_assert_true (stafet_proposal_is_proved (proposal));
}

/* ——— Why ——— */

static void
says_what_speaks_for_her (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) proposal = NULL;
  const GPtrArray *reasons;

  (void) data;
  add_free (f, "ann", "Ann");
  proposal = propose (f, TUESDAY, TUESDAY, FALSE);
  g_assert_cmpuint (proposal->lines->len, ==, 1);
  reasons = g_ptr_array_index (proposal->reasons, 0);
  g_assert_cmpuint (reasons->len, >, 0);
  g_assert_cmpstr (((StafetReason *) g_ptr_array_index (reasons, 0))->text, ==, "free Tuesday");
}

static void
says_which_house_lends_her (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) proposal = NULL;
  const GPtrArray *reasons;
  gboolean said = FALSE;

  (void) data;
  add_free (f, "ann", "Ann");
  put (f, STAFET_KIND_VOLUNTEER, "ann", "name", "Ann", "postcode", "8260", "radius_km", "20", NULL);
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, "ann-home", "volunteer", "ann", "house", "other", NULL);
  proposal = propose (f, TUESDAY, TUESDAY, FALSE);
  g_assert_cmpuint (proposal->lines->len, ==, 1);
  reasons = g_ptr_array_index (proposal->reasons, 0);
  for (guint i = 0; i < reasons->len; i++)
    {
      const StafetReason *reason = g_ptr_array_index (reasons, i);

      if (strcmp (reason->code, "lent") != 0)
        continue;
      g_assert_cmpstr (reason->text, ==, "from Grøndalsvej, which is asked too");
      g_assert_true (stafet_reason_warns (reason));
      said = TRUE;
    }
  g_assert_true (said);
}

static void
says_why_it_stays_empty (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_empty_because (f, "nobody has said that she comes to this house");
  add_free (f, "ann", "Ann");
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "2", "activity", "cafe", "skill",
       "kaffe", NULL);
  assert_empty_because (f, "1 comes to the house, but has not the skill or the check");
  put (f, STAFET_KIND_SKILL, "ann-skill", "volunteer", "ann", "skill", "Kaffe", NULL);
  assert_empty_because (f, "1 could, but is needed more elsewhere, or has enough then");
  put (f, STAFET_KIND_ABSENCE, "away", "volunteer", "ann", "from", "2026-11-24", "to", "2026-11-24", NULL);
  assert_empty_because (f, "1 has such times, but is not free");
  put (f, STAFET_KIND_AVAILABILITY, "ann-tue", "volunteer", "ann", "weekday", "3", "from_minute", "480",
       "to_minute", "960", NULL);
  assert_empty_because (f, "1 can do it, but her times do not hold it");
}

static void
says_why_somebody_is_not_used (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) proposal = NULL;
  static const char *const expected[] = { NULL, "no hole is within her times", "is not free in this time" };

  (void) data;
  add_free (f, "a", "Ann");
  add_free (f, "b", "Bo");
  add_free (f, "c", "Cai");
  put (f, STAFET_KIND_AVAILABILITY, "b-tue", "volunteer", "b", "weekday", "3", "from_minute", "480",
       "to_minute", "960", NULL);
  put (f, STAFET_KIND_ABSENCE, "away", "volunteer", "c", "from", "2026-11-20", "to", "2026-12-24", NULL);
  proposal = propose (f, TUESDAY, NEXT_TUESDAY, FALSE);
  g_assert_cmpuint (proposal->people->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < proposal->people->len; i++)
    {
      g_autofree char *because = stafet_proposal_why_unused (proposal, i, STAFET_LANGUAGE_EN);

      g_assert_cmpstr (because, ==, expected[i]);
    }
}

/* ——— Why not her ——— */

/* What is said of @uid and the date's servers. */
static void
assert_why (Fixture *f, const char *uid, StafetWhyKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  StafetVolunteer *volunteer = stafet_snapshot_lookup (f->snapshot, STAFET_KIND_VOLUNTEER, uid);
  g_autoptr (StafetWhy) why =
    stafet_why_new (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_SHIFT, "serve"), TUESDAY,
                    volunteer, stafet_wall_new (TUESDAY, 0), STAFET_LANGUAGE_EN, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = stafet_why_words (why, volunteer, STAFET_LANGUAGE_EN);
  g_assert_cmpstr (words, ==, text);
  g_assert_cmpint (why->kind, ==, kind);
}

static void
says_why_not_her (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  add_free (f, "cai", "Cai");
  put (f, STAFET_KIND_AVAILABILITY, "ann-tue", "volunteer", "ann", "weekday", "2", "from_minute", "480",
       "to_minute", "960", "preferred", "yes", NULL);
  put (f, STAFET_KIND_AVAILABILITY, "bo-tue", "volunteer", "bo", "weekday", "2", "from_minute", "480",
       "to_minute", "960", "preferred", "yes", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "far", "name", "Far", NULL);
  assert_why (f, "ann", STAFET_WHY_PROPOSED,
              "Ann is proposed: free Tuesday, prefers this time, belongs to the house.");
  assert_why (f, "cai", STAFET_WHY_LESS_GOOD, "Cai could instead of Bo, but fewer wishes would be met.");
  put (f, STAFET_KIND_AVAILABILITY, "cai-tue", "volunteer", "cai", "weekday", "2", "from_minute", "480",
       "to_minute", "960", "preferred", "yes", NULL);
  assert_why (
    f, "cai", STAFET_WHY_AS_GOOD,
    "Cai could as well, instead of Bo, and nothing more stays empty: free Tuesday, prefers this time, "
    "belongs to the house.");
  put (f, STAFET_KIND_VOLUNTEER, "cai", "name", "Cai", "wished_per_week", "0", NULL);
  assert_why (f, "cai", STAFET_WHY_LESS_GOOD, "Cai could instead of Bo, but Cai wishes no shifts.");
  assert_why (
    f, "far", STAFET_WHY_UNASKED,
    "Far could, but is not proposed before she has said that she comes there, and when: has given no "
    "times: ask first.");
  put (f, STAFET_KIND_ABSENCE, "away", "volunteer", "cai", "from", "2026-11-24", "to", "2026-11-24", NULL);
  assert_why (f, "cai", STAFET_WHY_BARRED, "Cai cannot: not free.");
}

/* Ann was there the week before, and Cai never was. */
static void
says_who_is_known_there (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "1", "activity", "cafe", NULL);
  add_free (f, "ann", "Ann");
  add_free (f, "cai", "Cai");
  put (f, STAFET_KIND_ASSIGNMENT, "before", "shift", "serve", "volunteer", "ann", "date", "2026-11-17",
       "state", "promised", NULL);
  assert_why (f, "cai", STAFET_WHY_LESS_GOOD,
              "Cai could instead of Ann, but Ann is known there (has tried it 1 time, last Tue 17/11).");
}

/* Cai alone can cook: were she to serve, nobody would. */
static void
says_what_would_be_empty (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "1", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "1", "activity", "cafe", "skill", "mad",
       NULL);
  add_free (f, "ann", "Ann");
  add_free (f, "cai", "Cai");
  put (f, STAFET_KIND_SKILL, "cai-skill", "volunteer", "cai", "skill", "mad", NULL);
  assert_why (f, "cai", STAFET_WHY_DEARER,
              "Cai could, but then somebody is missing at Café · Køkken on Tuesday 24 November.");
}

static void
says_that_nobody_is_missing (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "1", "activity", "cafe", NULL);
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_STANDING, "stand", "shift", "serve", "volunteer", "ann", NULL);
  assert_why (f, "bo", STAFET_WHY_FULL,
              "Nobody is missing there. Bo could: free Tuesday, belongs to the house.");
}

/* The only one who cooks is asked to serve, which Bo can do too. */
static void
ask_the_cook (Fixture *f)
{
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "1", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "1", "skill", "kok", "activity", "cafe",
       NULL);
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_SKILL, "ann-cooks", "volunteer", "ann", "skill", "kok", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "asked", "shift", "serve", "date", "2026-11-24", "volunteer", "ann",
       "state", "asked", NULL);
}

static StafetProposal *
propose_again (Fixture *f)
{
  StafetProposalQuery query = {
    .places = { .from = TUESDAY, .to = TUESDAY, .house = stafet_uid_intern ("house") },
    .now = stafet_wall_new (TUESDAY, 0),
    .again = TRUE,
    .language = STAFET_LANGUAGE_EN
  };

  return stafet_proposal_new (f->snapshot, &query, NULL);
}

static void
who_is_asked_but_not_rung_may_be_wanted_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) at_first = NULL, again = NULL;
  g_autofree char *names = NULL;
  const StafetRosterPair *pair;

  (void) data;
  ask_the_cook (f);
  at_first = propose (f, TUESDAY, TUESDAY, FALSE);
  g_assert_cmpuint (at_first->lines->len, ==, 0);
  again = propose_again (f);
  names = names_on (again, TUESDAY);
  g_assert_cmpstr (names, ==, "Ann, Bo");
  g_assert_cmpuint (again->kept, ==, 0);
  g_assert_cmpuint (again->withdrawn->len, ==, 1);
  pair = &g_array_index (again->withdrawn, StafetRosterPair, 0);
  g_assert_cmpstr (STAFET_PROPOSAL_HOLE (again, pair->shift)->staffing->shift->role, ==, "Servering");
  g_assert_cmpstr (((StafetVolunteer *) g_ptr_array_index (again->people, pair->volunteer))->name, ==, "Ann");
}

static void
who_was_rung_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) again = NULL;

  (void) data;
  ask_the_cook (f);
  put (f, STAFET_KIND_CALL, "call", "shift", "serve", "date", "2026-11-24", "volunteer", "ann", "at",
       "2026-11-23T10:00:00Z", "outcome", "rang", NULL);
  again = propose_again (f);
  g_assert_cmpuint (again->lines->len + again->withdrawn->len + again->kept, ==, 0);
}

/* Where nothing more is filled by it, nobody is moved; nor is who would not be proposed at all. */
static void
nothing_is_changed_for_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetProposal) again = NULL;
  g_autofree char *names = NULL;

  (void) data;
  ask_the_cook (f);
  put (f, STAFET_KIND_VOLUNTEER, "else", "name", "Else", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "asked", "shift", "serve", "date", "2026-11-24", "volunteer", "else",
       "state", "asked", NULL);
  again = propose_again (f);
  names = names_on (again, TUESDAY);
  g_assert_cmpstr (names, ==, "Ann");
  g_assert_cmpuint (again->kept, ==, 1);
  g_assert_cmpuint (again->withdrawn->len, ==, 0);
}

/* ——— If nobody else can, and asked lately ——— */

static void
who_takes_it_if_nobody_else_can_is_proposed_neither_for_it_nor_then (Fixture *f, gconstpointer data)
{
  (void) data;
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_SHIFT, "desk", "role", "Vagt", "wanted", "1", "house", "house", "start",
       "2026-11-24T13:00", "end", "2026-11-24T15:00", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "r", "shift", "serve", "date", "2026-11-24", "volunteer", "ann", "state",
       "if_needed", NULL);
  assert_names (f, TUESDAY, "Bo");
}

static void
who_was_asked_less_is_proposed (Fixture *f, gconstpointer data)
{
  StafetCall *call;

  (void) data;
  put (f, STAFET_KIND_SHIFT, "serve", "wanted", "1", NULL);
  add_free (f, "ann", "Ann");
  add_free (f, "bo", "Bo");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "until", "2026-11-24", NULL);
  assert_names (f, TUESDAY, "Ann");
  call = put (f, STAFET_KIND_CALL, "c", "shift", "serve", "date", "2026-11-17", "volunteer", "ann", "at",
              "2026-11-16T10:00:00Z", NULL);
  call->outcome = STAFET_CALL_NO_ANSWER;
  assert_names (f, TUESDAY, "Bo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
#define ADD(name) g_test_add ("/proposal/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (fills_every_date);
  ADD (leaves_who_is_there);
  ADD (counts_who_was_asked);
  ADD (keeps_to_caps_beside_it);
  ADD (leaves_time_to_travel);
  ADD (keeps_people_apart);
  ADD (asks_first_only_when_told);
  ADD (goes_no_farther_than_said);
  ADD (takes_nothing_that_has_begun);
  ADD (says_what_speaks_for_her);
  ADD (says_which_house_lends_her);
  ADD (says_why_it_stays_empty);
  ADD (says_why_somebody_is_not_used);
  ADD (says_why_not_her);
  ADD (says_who_is_known_there);
  ADD (says_what_would_be_empty);
  ADD (says_that_nobody_is_missing);
  ADD (who_is_asked_but_not_rung_may_be_wanted_elsewhere);
  ADD (who_was_rung_stays);
  ADD (nothing_is_changed_for_nothing);
  ADD (who_takes_it_if_nobody_else_can_is_proposed_neither_for_it_nor_then);
  ADD (who_was_asked_less_is_proposed);
#undef ADD
  return g_test_run ();
}
