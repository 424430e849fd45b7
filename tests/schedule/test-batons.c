/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds when a baton is dropped, when it is to be asked how it went, whom to ask, and what the letter tells.
 */
#include "schedule/stafet-batons.h"
#include "snapshot-fixture.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define TODAY (stafet_date_new (2026, 11, 24))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "mid", "name", "Midt", NULL);
  put (f, STAFET_KIND_AREA, "south", "name", "Syd", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "mid", "postcode",
       "8000", "phone", "13245671", NULL);
  put (f, STAFET_KIND_HOUSE, "viby", "name", "Rosenvang", "kind", "community", "area", "south", "postcode",
       "8260", NULL);
  put (f, STAFET_KIND_CONTACT, "henrik", "name", "Henrik Bay", "role", "frivilligkonsulent", "area", "mid",
       "duty", "volunteering", NULL);
  put (f, STAFET_KIND_CONTACT, "lone", "name", "Lone Birk", "role", "frivilligkonsulent", "area", "south",
       "duty", "volunteering", NULL);
  put (f, STAFET_KIND_CONTACT, "bro", "name", "Ida Bro", "role", "brobygger", "duty", "genlyd", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetEnquiry *
enquiry (Fixture *f, const char *uid, const char *holder, const char *next_on, const char *matched)
{
  return put (f, STAFET_KIND_ENQUIRY, uid, "title", uid, "begun", "2026-11-01", "delete_on", "2027-05-01",
              "holder", holder, "next_step", "Ring", "next_on", next_on, "matched", matched, "house", "mill",
              NULL);
}

#define STATE(state, ...)                                                                                    \
  g_assert_cmpint (stafet_baton_state (enquiry (f, __VA_ARGS__), TODAY), ==, STAFET_BATON_##state)

RULE (a_baton_is_dropped_without_a_holder_a_day_or_after_its_day)
{
  STATE (HELD, "a", "Karen", "2026-11-25", "");
  STATE (DUE, "a", "Karen", "2026-11-24", "");
  STATE (DROPPED, "a", "Karen", "2026-11-23", "");
  STATE (DROPPED, "a", "Karen", "", "");
  STATE (DROPPED, "a", "", "2026-11-25", "");
  STATE (HELD, "a", "Karen", "", "2026-11-20");
}

RULE (it_is_asked_after_one_four_and_twelve_weeks)
{
  static const struct
  {
    const char *matched;
    int asks;
  } cases[] = { { "2026-11-18", 0 }, { "2026-11-17", 1 }, { "2026-10-27", 4 }, { "2026-09-01", 12 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (stafet_baton_asks (enquiry (f, "a", "Karen", "", cases[i].matched), TODAY), ==,
                     cases[i].asks);
  put (f, STAFET_KIND_ENQUIRY, "a", "matched", "2026-11-17", "after_1", "came", NULL);
  g_assert_cmpint (stafet_baton_asks (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ENQUIRY, "a"), TODAY),
                   ==, 0);
  STATE (ASK, "b", "Karen", "", "2026-11-17");
}

RULE (dropped_ones_come_first_and_those_of_other_houses_not_at_all)
{
  StafetAgendaQuery query = { .from = TODAY, .to = TODAY, .house = stafet_uid_intern ("mill") };
  g_autoptr (GPtrArray) found = NULL;

  enquiry (f, "later", "Karen", "2026-11-30", "");
  enquiry (f, "today", "Karen", "2026-11-24", "");
  enquiry (f, "dropped", "", "2026-12-01", "");
  enquiry (f, "ended", "Karen", "2026-11-20", "");
  put (f, STAFET_KIND_ENQUIRY, "ended", "ended", "2026-11-21", NULL);
  put (f, STAFET_KIND_ENQUIRY, "elsewhere", "title", "x", "house", "viby", "delete_on", "2027-05-01", NULL);
  put (f, STAFET_KIND_ENQUIRY, "nowhere", "title", "x", "delete_on", "2027-05-01", "holder", "Bo", "next_on",
       "2026-11-26", NULL);
  found = stafet_batons_find (f->snapshot, &query, TODAY);
  g_assert_cmpuint (found->len, ==, 4);
  g_assert_cmpstr (((StafetRecord *) found->pdata[0])->uid, ==, "dropped");
  g_assert_cmpstr (((StafetRecord *) found->pdata[1])->uid, ==, "today");
  g_assert_cmpstr (((StafetRecord *) found->pdata[2])->uid, ==, "nowhere");
  g_assert_cmpstr (((StafetRecord *) found->pdata[3])->uid, ==, "later");
}

RULE (the_areas_own_is_asked_before_those_of_no_place)
{
  const StafetHouse *mill = stafet_snapshot_lookup (f->snapshot, STAFET_KIND_HOUSE, "mill");
  StafetUid south = stafet_baton_area_of (f->snapshot, "8260");

  g_assert_cmpstr (stafet_baton_contact (f->snapshot, STAFET_DUTY_VOLUNTEERING, mill, NULL, FALSE)->name, ==,
                   "Henrik Bay");
  g_assert_cmpstr (stafet_baton_contact (f->snapshot, STAFET_DUTY_VOLUNTEERING, NULL, south, FALSE)->name, ==,
                   "Lone Birk");
  g_assert_cmpstr (stafet_baton_contact (f->snapshot, STAFET_DUTY_GENLYD, mill, NULL, FALSE)->name, ==,
                   "Ida Bro");
  g_assert_null (stafet_baton_contact (f->snapshot, STAFET_DUTY_PREVENTION, mill, NULL, FALSE));
  g_assert_null (stafet_baton_area_of (f->snapshot, "9999"));
}

RULE (a_letter_names_nobody_who_has_not_agreed)
{
  StafetEnquiry *one =
    put (f, STAFET_KIND_ENQUIRY, "a", "title", "Gåmakker", "wish", "Vil gerne gå", "name", "Gerda", "phone",
         "13572468", "consent", "2026-11-23", "delete_on", "2027-05-01", NULL);
  g_autofree char *letter = stafet_baton_letter (f->snapshot, one, NULL, STAFET_LANGUAGE_EN),
                  *anonymous = NULL;

  g_assert_nonnull (strstr (letter, "Gerda"));
  g_assert_nonnull (strstr (letter, "13 57 24 68"));
  g_assert_nonnull (strstr (letter, "contact the citizen"));
  put (f, STAFET_KIND_ENQUIRY, "a", "consent", "", "name", "", "phone", "", NULL);
  anonymous = stafet_baton_letter (
    f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ENQUIRY, "a"), NULL, STAFET_LANGUAGE_EN);
  g_assert_null (strstr (anonymous, "Gerda"));
  g_assert_nonnull (strstr (anonymous, "Vil gerne gå"));
}

#define BATON_TEST(path, name) g_test_add (path, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  BATON_TEST ("/schedule/batons/one-is-dropped-without-a-holder-a-day-or-after-its-day",
              a_baton_is_dropped_without_a_holder_a_day_or_after_its_day);
  BATON_TEST ("/schedule/batons/it-is-asked-after-one-four-and-twelve-weeks",
              it_is_asked_after_one_four_and_twelve_weeks);
  BATON_TEST ("/schedule/batons/dropped-ones-come-first-and-those-of-other-houses-not-at-all",
              dropped_ones_come_first_and_those_of_other_houses_not_at_all);
  BATON_TEST ("/schedule/batons/the-areas-own-is-asked-before-those-of-no-place",
              the_areas_own_is_asked_before_those_of_no_place);
  BATON_TEST ("/schedule/batons/a-letter-names-nobody-who-has-not-agreed",
              a_letter_names_nobody_who_has_not_agreed);
  return g_test_run ();
}
