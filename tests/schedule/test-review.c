/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the review of holidays and closures: what it finds, where it stands, and what becomes of it.
 */
#include "schedule/stafet-review.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define DECEMBER                                                                                             \
  (StafetAgendaQuery) { .from = stafet_date_new (2026, 12, 1), .to = stafet_date_new (2027, 1, 10) }

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "west", "name", "Vest", NULL);
  put (f, STAFET_KIND_AREA, "east", "name", "Øst", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "west", NULL);
  put (f, STAFET_KIND_HOUSE, "wood", "name", "Skovvang", "kind", "nursing", "area", "east", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "wood", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-05T10:00", "end",
       "2026-11-05T14:00", "rule", "FREQ=WEEKLY;BYDAY=TH", "holidays", "ask", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

/* "Christmas Eve 24/12: cafe 24/12 ask; New Year's Eve …" (transfer full) */
static char *
told (Fixture *f, const StafetAgendaQuery *query)
{
  static const char *const states[] = { "held", "kept", "ask", "policy", "closed", "cancelled", "moved" };
  g_autoptr (StafetReview) review = stafet_review_new (f->snapshot, query);
  GString *text = g_string_new (NULL);
  StafetDate first;

  /* However it is counted, as many wait. */
  g_assert_cmpuint (stafet_review_count_waiting (f->snapshot, query, &first), ==,
                    stafet_review_count (review, STAFET_REVIEW_ASK));
  for (guint i = 0; i < review->groups->len; i++)
    {
      const StafetReviewGroup *group = g_ptr_array_index (review->groups, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              stafet_hurdle_name (&group->hurdle, STAFET_LANGUAGE_EN));
      for (guint j = 0; j < group->items->len; j++)
        {
          const StafetReviewItem *item = &g_array_index (group->items, StafetReviewItem, j);
          int month, day;

          stafet_date_split (stafet_wall_date (item->entry->start), NULL, &month, &day);
          g_string_append_printf (text, "%s %s %d/%d %s", j > 0 ? "," : ":", item->entry->series, day, month,
                                  states[item->state]);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_told (Fixture *f, StafetAgendaQuery query, const char *expected)
{
  g_autofree char *text = told (f, &query);

  g_assert_cmpstr (text, ==, expected);
}

RULE (each_policy_has_its_state)
{
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 ask");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "holidays", "cancel", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 policy");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "holidays", "keep", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 held");
}

RULE (the_first_that_waits_is_known)
{
  StafetDate first = 0;

  put (f, STAFET_KIND_ACTIVITY, "games", "title", "Spil", "house", "mill", "start", "2026-12-26T10:00", "end",
       "2026-12-26T12:00", "holidays", "ask", NULL);
  g_assert_cmpuint (stafet_review_count_waiting (f->snapshot, &DECEMBER, &first), ==, 2);
  g_assert_cmpint (first, ==, stafet_date_new (2026, 12, 24));
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "cafe", "date", "2026-12-24", "status", "kept", NULL);
  g_assert_cmpuint (stafet_review_count_waiting (f->snapshot, &DECEMBER, &first), ==, 1);
  g_assert_cmpint (first, ==, stafet_date_new (2026, 12, 26));
  put (f, STAFET_KIND_ACTIVITY, "games", "holidays", "keep", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "holidays", "keep", NULL);
  g_assert_cmpuint (stafet_review_count_waiting (f->snapshot, &DECEMBER, &first), ==, 0);
  g_assert_cmpint (first, ==, STAFET_DATE_NONE);
}

RULE (an_answer_is_shown_and_asks_no_more)
{
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "cafe", "date", "2026-12-24", "status", "kept", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 kept");
  put (f, STAFET_KIND_EXCEPTION, "e", "status", "cancelled", "reason", "Juleaften", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 cancelled");
  put (f, STAFET_KIND_EXCEPTION, "e", "status", "changed", "reason", "", "changes",
       "{'start': '2026-12-22T10:00', 'end': '2026-12-22T14:00'}", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 22/12 moved");
}

RULE (a_date_with_other_changes_still_asks)
{
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "cafe", "date", "2026-12-24", "changes",
       "{'title': 'Julecafé'}", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 ask");
}

RULE (what_is_moved_onto_a_holiday_asks_there)
{
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "cafe", "date", "2026-12-17", "changes",
       "{'start': '2026-12-26T10:00', 'end': '2026-12-26T14:00'}", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 ask; Boxing Day: cafe 26/12 ask");
}

RULE (a_closure_decides_before_a_holiday)
{
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-12-23", "to", "2027-01-03", "text", "Juleferie", "house",
       "mill", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "cafe", "date", "2026-12-31", "status", "kept", NULL);
  assert_told (f, DECEMBER, "Juleferie: cafe 24/12 closed, cafe 31/12 kept");
}

RULE (a_closure_of_hours_meets_what_goes_on_then)
{
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-12-03T14:00", "to", "2026-12-03T18:00", "text",
       "Vagtskifte", "house", "mill", NULL);
  put (f, STAFET_KIND_CLOSURE, "d", "from", "2026-12-10T13:59", "to", "2026-12-10T18:00", "text", "Personale",
       "house", "mill", NULL);
  assert_told (f, DECEMBER, "Personale: cafe 10/12 closed; Christmas Eve: cafe 24/12 ask");
}

RULE (what_began_before_a_closure_and_goes_on_in_it_is_met)
{
  put (f, STAFET_KIND_SHIFT, "night", "role", "Nattevagt", "wanted", "1", "house", "wood", "start",
       "2026-12-01T22:00", "end", "2026-12-02T06:00", NULL);
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-12-02", "to", "2026-12-02", "text", "Influenza", "area",
       "east", NULL);
  assert_told (f, DECEMBER, "Influenza: night 1/12 closed; Christmas Eve: cafe 24/12 ask");
}

RULE (a_school_holiday_is_that_of_the_place)
{
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "s", "from", "2026-12-19", "to", "2027-01-03", "text", "Juleferie",
       "area", "east", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "school_holidays", "cancel", NULL);
  assert_told (f, DECEMBER, "Christmas Eve: cafe 24/12 ask");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "ward", "b1", NULL);
  assert_told (f, DECEMBER, "Juleferie: cafe 24/12 policy, cafe 31/12 policy");
}

RULE (of_two_holidays_the_one_that_asks_stands_before_the_one_that_does_not)
{
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "s", "from", "2026-12-19", "to", "2027-01-03", "text", "Juleferie",
       NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "holidays", "keep", "school_holidays", "ask", NULL);
  assert_told (f, DECEMBER, "Juleferie: cafe 24/12 ask, cafe 31/12 ask");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "holidays", "ask", "school_holidays", "keep", NULL);
  assert_told (f, DECEMBER, "Juleferie: cafe 31/12 held; Christmas Eve: cafe 24/12 ask");
}

RULE (only_what_was_asked_about_is_listed)
{
  StafetAgendaQuery query = DECEMBER;

  query.house = stafet_uid_intern ("wood");
  assert_told (f, query, "");
  query.house = NULL;
  query.area = stafet_uid_intern ("west");
  assert_told (f, query, "Christmas Eve: cafe 24/12 ask");
  query.to = stafet_date_new (2026, 12, 23);
  assert_told (f, query, "");
}

RULE (the_review_and_the_agenda_agree)
{
  StafetAgendaQuery query = DECEMBER;
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  g_autoptr (StafetReview) review = stafet_review_new (f->snapshot, &query);
  guint asks = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    asks += ((StafetEntry *) g_ptr_array_index (agenda->entries, i))->review != NULL;
  g_assert_cmpuint (asks, ==, 1);
  g_assert_cmpuint (stafet_review_count (review, STAFET_REVIEW_ASK), ==, asks);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/review/each-policy-has-its-state", each_policy_has_its_state);
  TEST ("/schedule/review/the-first-that-waits", the_first_that_waits_is_known);
  TEST ("/schedule/review/an-answer-asks-no-more", an_answer_is_shown_and_asks_no_more);
  TEST ("/schedule/review/other-changes-still-ask", a_date_with_other_changes_still_asks);
  TEST ("/schedule/review/moved-onto-a-holiday", what_is_moved_onto_a_holiday_asks_there);
  TEST ("/schedule/review/a-closure-before-a-holiday", a_closure_decides_before_a_holiday);
  TEST ("/schedule/review/a-closure-of-hours", a_closure_of_hours_meets_what_goes_on_then);
  TEST ("/schedule/review/under-way-when-it-closes", what_began_before_a_closure_and_goes_on_in_it_is_met);
  TEST ("/schedule/review/school-holidays-of-the-place", a_school_holiday_is_that_of_the_place);
  TEST ("/schedule/review/what-asks-before-what-does-not",
        of_two_holidays_the_one_that_asks_stands_before_the_one_that_does_not);
  TEST ("/schedule/review/only-what-was-asked-about", only_what_was_asked_about_is_listed);
  TEST ("/schedule/review/agrees-with-the-agenda", the_review_and_the_agenda_agree);
  return g_test_run ();
}
