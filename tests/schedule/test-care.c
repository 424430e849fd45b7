/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds who is to be thanked, talked with, missed and welcomed, and what is to be looked at soon.
 */
#include "core/stafet-cooperation.h"
#include "schedule/stafet-care.h"
#include "schedule/stafet-record-text.h"
#include "schedule/stafet-reminders.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NOW "2026-11-24T18:00"

/* A café every Tuesday since August, on which Lis stands; Ib has begun in November. */
static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "viby", "name", "Rosenvang", "kind", "community", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "started", "2020-01-01", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ib", "name", "Ib Dal", "started", "2026-11-10", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-08-04T10:00", "end",
       "2026-08-04T12:00", "rule", "FREQ=WEEKLY", NULL);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "2", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "st", "shift", "cook", "volunteer", "lis", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetWall
wall (const char *text)
{
  StafetWall now;

  g_assert_true (stafet_wall_parse (text, &now, NULL));
  return now;
}

static StafetCare
care_at (Fixture *f, const char *volunteer, const char *now)
{
  StafetAgendaQuery query = { .house = stafet_uid_intern ("mill") };
  g_autoptr (StafetCares) cares = stafet_cares_new (f->snapshot, &query, wall (now));

  return stafet_care_of (cares, stafet_uid_intern (volunteer));
}

static void
talk (Fixture *f, const char *uid, const char *volunteer, const char *kind, const char *date)
{
  put (f, STAFET_KIND_TALK, uid, "volunteer", volunteer, "kind", kind, "date", date, NULL);
}

RULE (whoever_came_is_thanked_once)
{
  StafetCare care = care_at (f, "lis", NOW);

  g_assert_true (care.to_thank);
  g_assert_true (care.unthanked);
  g_assert_cmpint (care.last, ==, TUESDAY);
  g_assert_cmpstr (care.what, ==, "Café");
  talk (f, "t1", "lis", "thanks", "2026-11-24");
  care = care_at (f, "lis", NOW);
  g_assert_false (care.to_thank);
  g_assert_false (care.unthanked);
  /* A week later she has come again. */
  care = care_at (f, "lis", "2026-12-01T18:00");
  g_assert_true (care.to_thank);
  g_assert_false (care.unthanked);
}

RULE (who_did_not_come_is_not_thanked_for_it)
{
  put (f, STAFET_KIND_ATTENDANCE, "a", "shift", "cook", "date", "2026-11-24", "volunteer", "lis", "status",
       "absent", NULL);
  g_assert_cmpint (care_at (f, "lis", NOW).last, ==, TUESDAY - 7);
}

RULE (milestones_are_told_until_she_is_thanked)
{
  put (f, STAFET_KIND_STANDING, "st2", "shift", "cook", "volunteer", "ib", "from", "2026-11-24", NULL);
  g_assert_cmpint (care_at (f, "ib", NOW).milestone, ==, STAFET_MILESTONE_FIRST);
  g_assert_true (care_at (f, "ib", NOW).is_new);
  talk (f, "t1", "ib", "thanks", "2026-11-24");
  g_assert_cmpint (care_at (f, "ib", NOW).milestone, ==, STAFET_MILESTONE_NONE);
  g_assert_cmpint (care_at (f, "ib", "2027-01-26T18:00").milestone, ==, STAFET_MILESTONE_TENTH);
  /* Who began before what is remembered has no first visit. */
  g_assert_cmpint (care_at (f, "lis", "2026-08-04T18:00").milestone, ==, STAFET_MILESTONE_NONE);
}

RULE (back_after_a_pause_is_told)
{
  put (f, STAFET_KIND_ABSENCE, "away", "volunteer", "lis", "from", "2026-09-08", "to", "2026-11-22", NULL);
  g_assert_cmpint (care_at (f, "lis", NOW).milestone, ==, STAFET_MILESTONE_BACK);
}

RULE (half_a_year_without_a_talk_is_long)
{
  g_assert_true (care_at (f, "lis", NOW).to_talk);
  g_assert_false (care_at (f, "ib", NOW).to_talk);
  talk (f, "t1", "lis", "coffee", "2026-06-01");
  g_assert_false (care_at (f, "lis", NOW).to_talk);
  talk (f, "t1", "lis", "coffee", "2026-05-20");
  g_assert_true (care_at (f, "lis", NOW).to_talk);
}

RULE (who_stops_coming_is_missed_but_not_in_holidays)
{
  put (f, STAFET_KIND_STANDING, "st", "to", "2026-10-20", NULL);
  g_assert_true (care_at (f, "lis", NOW).missed);
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "autumn", "text", "Efterår", "from", "2026-10-19", "to", "2026-11-15",
       NULL);
  g_assert_false (care_at (f, "lis", NOW).missed);
}

RULE (nobody_is_missed_while_her_house_is_closed)
{
  put (f, STAFET_KIND_STANDING, "st", "to", "2026-10-20", NULL);
  put (f, STAFET_KIND_CLOSURE, "flood", "house", "viby", "from", "2026-10-21", "to", "2026-11-22", "text",
       "Rørskade", NULL);
  /* Another house's. */
  g_assert_true (care_at (f, "lis", NOW).missed);
  put (f, STAFET_KIND_CLOSURE, "flood", "house", "mill", NULL);
  g_assert_false (care_at (f, "lis", NOW).missed);
  /* 28 days that it was open. */
  g_assert_false (care_at (f, "lis", "2026-12-19T18:00").missed);
  g_assert_true (care_at (f, "lis", "2026-12-23T18:00").missed);
}

RULE (who_is_away_or_comes_again_is_not_missed)
{
  put (f, STAFET_KIND_STANDING, "st", "to", "2026-10-20", NULL);
  put (f, STAFET_KIND_ABSENCE, "away", "volunteer", "lis", "from", "2026-11-01", "to", "2026-12-31", NULL);
  g_assert_false (care_at (f, "lis", NOW).missed);
  put (f, STAFET_KIND_ABSENCE, "away", "from", "2026-01-01", "to", "2026-01-02", NULL);
  g_assert_true (care_at (f, "lis", NOW).missed);
  put (f, STAFET_KIND_STANDING, "st2", "shift", "cook", "volunteer", "lis", "from", "2026-12-01", NULL);
  g_assert_false (care_at (f, "lis", NOW).missed);
}

RULE (who_comes_to_another_house_is_not_missed)
{
  put (f, STAFET_KIND_STANDING, "st", "to", "2026-10-20", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "viby", "start", "2026-11-05T10:00", "end",
       "2026-11-05T12:00", NULL);
  put (f, STAFET_KIND_SHIFT, "singer", "role", "Forsanger", "wanted", "1", "activity", "song", NULL);
  put (f, STAFET_KIND_STANDING, "st2", "shift", "singer", "volunteer", "lis", NULL);
  g_assert_false (care_at (f, "lis", NOW).missed);
  g_assert_cmpstr (care_at (f, "lis", NOW).what, ==, "Sang");
}

RULE (a_regular_is_missed_after_three_dates)
{
  StafetAgendaQuery query = { .house = stafet_uid_intern ("mill") };
  g_autoptr (StafetCares) three = NULL, two = NULL;

  put (f, STAFET_KIND_REGULAR, "eva", "activity", "cafe", "name", "Eva Ry", "consent", "2026-09-01", "seen",
       "2026-11-04", NULL);
  three = stafet_cares_new (f->snapshot, &query, wall (NOW));
  g_assert_cmpuint (three->away->len, ==, 1);
  g_assert_cmpuint (g_array_index (three->away, StafetAway, 0).times, ==, 3);
  /* A date that was not held is none. */
  put (f, STAFET_KIND_EXCEPTION, "ex", "activity", "cafe", "date", "2026-11-17", "status", "cancelled", NULL);
  two = stafet_cares_new (f->snapshot, &query, wall (NOW));
  g_assert_cmpuint (two->away->len, ==, 0);
}

RULE (others_houses_have_their_own)
{
  StafetAgendaQuery query = { .house = stafet_uid_intern ("viby") };
  g_autoptr (StafetCares) cares = stafet_cares_new (f->snapshot, &query, wall (NOW));

  g_assert_cmpuint (cares->people->len, ==, 0);
}

RULE (own_first_steps_take_the_place_of_the_programs)
{
  g_autoptr (GPtrArray) usual = stafet_welcome_steps (f->snapshot, STAFET_LANGUAGE_EN), own = NULL;

  g_assert_cmpuint (usual->len, ==, 5);
  put (f, STAFET_KIND_WELCOME, "w1", "title", "Has a key", "days", "7", NULL);
  put (f, STAFET_KIND_WELCOME, "w2", "title", "Has a badge", NULL);
  put (f, STAFET_KIND_WELCOME, "w3", "title", "Has a badge", "volunteer", "ib", "done", "2026-11-12", NULL);
  own = stafet_welcome_steps (f->snapshot, STAFET_LANGUAGE_EN);
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (own->pdata[0], ==, "Has a badge");
  g_assert_cmpint (stafet_welcome_done (f->snapshot, stafet_uid_intern ("ib"), "Has a badge"), ==,
                   TUESDAY - 12);
  g_assert_cmpint (stafet_welcome_done (f->snapshot, stafet_uid_intern ("ib"), "Has a key"), ==,
                   STAFET_DATE_NONE);
}

/* ——— Reminders ——— */

/* "agreement is looked at again tomorrow, …" (transfer full) */
static char *
reminded (Fixture *f, const char *house)
{
  StafetAgendaQuery query = { .house = house != NULL ? stafet_uid_intern (house) : NULL };
  g_autoptr (GArray) found = stafet_reminders_find (f->snapshot, &query, TUESDAY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const StafetReminder *reminder = &g_array_index (found, StafetReminder, i);
      g_autofree char *words = stafet_reminder_words (reminder, TUESDAY, STAFET_LANGUAGE_EN);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", stafet_record_get_label (reminder->record),
                              words);
    }
  return g_string_free (text, FALSE);
}

#define REMINDS(house, wanted)                                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *got_ = reminded (f, house);                                                             \
    g_assert_cmpstr (got_, ==, wanted);                                                                      \
  }                                                                                                          \
  G_STMT_END

RULE (agreements_are_looked_at_again)
{
  put (f, STAFET_KIND_ORGANISER, "cross", "name", "Røde Kors", NULL);
  put (f, STAFET_KIND_AGREEMENT, "a", "title", "Besøg", "organiser", "cross", "house", "mill", "review",
       "2026-12-08", NULL);
  REMINDS ("mill", "Besøg is looked at again Tuesday 8 December");
  REMINDS ("viby", "");
  put (f, STAFET_KIND_AGREEMENT, "a", "review", "2026-12-09", NULL);
  REMINDS ("mill", "");
  put (f, STAFET_KIND_AGREEMENT, "a", "review", "2026-11-01", NULL);
  REMINDS (NULL, "Besøg was to be looked at again Sunday 1 November");
  put (f, STAFET_KIND_AGREEMENT, "a", "until", "2026-11-23", NULL);
  REMINDS (NULL, "Besøg ended Monday 23 November");
  put (f, STAFET_KIND_AGREEMENT, "a", "until", "2026-10-20", NULL);
  REMINDS (NULL, "");
}

RULE (a_pool_reminds_by_how_far_it_is)
{
  put (f, STAFET_KIND_APPLICATION, "p", "title", "Sang", "deadline", "2026-11-25", "answer", "2026-11-20",
       "report", "2026-12-01", NULL);
  REMINDS (NULL, "Sang the deadline is tomorrow");
  put (f, STAFET_KIND_APPLICATION, "p", "status", "sent", NULL);
  REMINDS (NULL, "Sang an answer was expected Friday 20 November");
  put (f, STAFET_KIND_APPLICATION, "p", "status", "granted", NULL);
  REMINDS (NULL, "Sang the report is due Tuesday 1 December");
  put (f, STAFET_KIND_APPLICATION, "p", "status", "reported", NULL);
  REMINDS (NULL, "");
}

RULE (meetings_and_terms_come_up)
{
  put (f, STAFET_KIND_MEETING, "m", "title", "Møde", "date", "2026-11-24", "house", "mill", NULL);
  put (f, STAFET_KIND_MEMBER, "k", "name", "Kaj Ry", "house", "mill", "until", "2026-12-01", NULL);
  REMINDS ("mill", "Møde meeting today, Kaj Ry the term ends Tuesday 1 December");
}

/* ——— What is written ——— */

RULE (a_budget_is_summed)
{
  (void) f;
  g_assert_cmpint (stafet_budget_sum (""), ==, 0);
  g_assert_cmpint (stafet_budget_sum ("Kaffe 500"), ==, 500);
  g_assert_cmpint (stafet_budget_sum ("Kaffe 1.200 kr.\nMusik, fire gange: 3.200,-\nGlæde\n"), ==, 4400);
  g_assert_cmpint (stafet_budget_sum ("99999999999999999999"), ==, G_MAXINT32);
}

RULE (a_record_is_read_as_a_text)
{
  StafetRecord *application =
    put (f, STAFET_KIND_APPLICATION, "p", "title", "Sang", "status", "draft", "house", "mill", "budget",
         "Kaffe 500\nKage 200", "deadline", "2026-12-01", NULL);
  g_autofree char *text = stafet_record_text (f->snapshot, application, STAFET_LANGUAGE_EN);

  g_assert_cmpstr (
    text, ==,
    "Sang\n\nHow far it is: being written\n\nHouse: Møllestien\n\nBudget, a line each:\nKaffe 500\nKage "
    "200\n\nDeadline: 1 December 2026\n");
}

static void
refused (StafetKind kind, const char *first, const char *value, const char *second, const char *other)
{
  g_autoptr (StafetRecord) record = stafet_record_new (kind, NULL);
  const StafetRecordInfo *info = stafet_record_info (kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (stafet_record_set_text (record, stafet_record_info_field (info, first), value, NULL));
  g_assert_true (stafet_record_set_text (record, stafet_record_info_field (info, second), other, NULL));
  g_assert_false (stafet_record_validate (record, &error));
  g_assert_nonnull (error);
}

RULE (what_contradicts_itself_is_refused)
{
  (void) f;
  refused (STAFET_KIND_AGREEMENT, "title", "A", "volunteer", "lis");
  refused (STAFET_KIND_LINK, "title", "A", "address", "javascript:alert(1)");
  refused (STAFET_KIND_LINK, "title", "A", "address", "file:///etc/passwd");
  refused (STAFET_KIND_WELCOME, "title", "A", "done", "2026-11-24");
  refused (STAFET_KIND_PHOTO, "volunteer", "lis", "consent", "2026-11-24");
}

#define CARE_TEST(path, name) g_test_add (path, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  CARE_TEST ("/schedule/care/whoever-came-is-thanked-once", whoever_came_is_thanked_once);
  CARE_TEST ("/schedule/care/who-did-not-come-is-not-thanked-for-it", who_did_not_come_is_not_thanked_for_it);
  CARE_TEST ("/schedule/care/milestones-are-told-until-she-is-thanked",
             milestones_are_told_until_she_is_thanked);
  CARE_TEST ("/schedule/care/back-after-a-pause-is-told", back_after_a_pause_is_told);
  CARE_TEST ("/schedule/care/half-a-year-without-a-talk-is-long", half_a_year_without_a_talk_is_long);
  CARE_TEST ("/schedule/care/who-stops-coming-is-missed-but-not-in-holidays",
             who_stops_coming_is_missed_but_not_in_holidays);
  CARE_TEST ("/schedule/care/nobody-is-missed-while-her-house-is-closed",
             nobody_is_missed_while_her_house_is_closed);
  CARE_TEST ("/schedule/care/who-is-away-or-comes-again-is-not-missed",
             who_is_away_or_comes_again_is_not_missed);
  CARE_TEST ("/schedule/care/who-comes-to-another-house-is-not-missed",
             who_comes_to_another_house_is_not_missed);
  CARE_TEST ("/schedule/care/a-regular-is-missed-after-three-dates", a_regular_is_missed_after_three_dates);
  CARE_TEST ("/schedule/care/others-houses-have-their-own", others_houses_have_their_own);
  CARE_TEST ("/schedule/care/own-first-steps-take-the-place-of-the-programs",
             own_first_steps_take_the_place_of_the_programs);
  CARE_TEST ("/schedule/care/agreements-are-looked-at-again", agreements_are_looked_at_again);
  CARE_TEST ("/schedule/care/a-pool-reminds-by-how-far-it-is", a_pool_reminds_by_how_far_it_is);
  CARE_TEST ("/schedule/care/meetings-and-terms-come-up", meetings_and_terms_come_up);
  CARE_TEST ("/schedule/care/a-budget-is-summed", a_budget_is_summed);
  CARE_TEST ("/schedule/care/a-record-is-read-as-a-text", a_record_is_read_as_a_text);
  CARE_TEST ("/schedule/care/what-contradicts-itself-is-refused", what_contradicts_itself_is_refused);
  return g_test_run ();
}
