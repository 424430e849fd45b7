/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what the history tells people to what was done, in Danish.
 */
#include "plan/stafet-history-words.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static StafetLogEntry *
newest (Fixture *f)
{
  g_autoptr (GPtrArray) entries = stafet_store_read_history (f->store, 1, NULL);

  return g_ptr_array_steal_index (entries, 0);
}

static char *
words_of (Fixture *f, const StafetLogEntry *entry)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (f->plan);
  g_autoptr (GPtrArray) one = g_ptr_array_new (), lines = NULL;
  g_autoptr (GHashTable) gone = NULL;

  g_ptr_array_add (one, (gpointer) entry);
  gone = stafet_history_words_gone (f->store, snapshot, one);
  lines = stafet_history_words_lines (snapshot, stafet_clock_get_zone (f->clock), gone, entry);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_words (Fixture *f, const char *expected)
{
  g_autoptr (StafetLogEntry) entry = newest (f);
  g_autofree char *words = words_of (f, entry);

  g_assert_cmpstr (words, ==, expected);
}

RULE (a_changed_time_says_the_times)
{
  EDIT (ACTIVITY, "Café", "start=2026-11-03T10:30", "room=Værkstedet");
  assert_words (f, "Start: kl. 10.00 → kl. 10.30\nLokale: Salen → Værkstedet");
  EDIT (ACTIVITY, "Café", "room=", "draft=yes", "price=15 kr.", "capacity=20");
  assert_words (f, "Lokale: Værkstedet → –\nPris: – → 15 kr.\nPladser: – → 20\nKladde: nej → ja");
}

RULE (a_rule_is_one_sentence)
{
  EDIT (ACTIVITY, "Café", "parity=even", "season=09-01/05-31");
  assert_words (f, "Gentages: hver tirsdag → tirsdag i lige uger, 1. september til 31. maj");
}

RULE (a_start_on_another_day_says_the_day)
{
  EDIT (ACTIVITY, "Café", "start=2026-11-05T10:00", "end=2026-11-05T14:00");
  assert_words (f, "Gentages: hver tirsdag → hver torsdag\n"
                   "Start: 3. november kl. 10.00 → 5. november kl. 10.00\n"
                   "Slut: 3. november kl. 14.00 → 5. november kl. 14.00");
}

RULE (what_is_new_says_what_it_holds)
{
  ADD (SHIFT, "role=Køkken", "wanted=2", "activity=Café", "unpopular=yes");
  assert_words (f, "Oprettet: vagt »Køkken« · Ønsket antal: 2 · Upopulær: ja · Aktivitet: Café");
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-04T14:00", "end=2026-12-04T16:00",
       "rule=FREQ=WEEKLY;COUNT=3");
  assert_words (f, "Oprettet: aktivitet »Banko« · Hus: Møllestien · Start: 4. december kl. 14.00 · Slut: "
                   "4. december kl. 16.00 · Gentages: hver fredag, til 18. december 2026");
}

RULE (what_is_gone_says_what_it_held)
{
  ADD (VOLUNTEER, "name=Karen Holm", "phones=13701244", "available=tue 09:00-15:00");
  done (f, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Karen Holm"));
  assert_words (f, "Fjernet: telefon »Karen Holm« · Telefon: 13 70 12 44\n"
                   "Fjernet: tid, der passer »Karen Holm« · tirsdag kl. 9–15\n"
                   "Fjernet: frivillig »Karen Holm«");
}

RULE (a_change_of_several_says_which)
{
  EDIT (VOLUNTEER, "Lis Bæk", "note=Ringer\nhelst", "phones=13583142");
  assert_words (f, "Lis Bæk · Note: – → Ringer helst\nOprettet: telefon »Lis Bæk« · Telefon: 13 58 31 42");
}

RULE (a_place_is_named_by_who_where_and_when)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, TRUE, FALSE));
  assert_words (f, "Oprettet: på vagten »Servering, tir. 1/12, Lis Bæk« · Tilstand: spurgt");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  assert_words (f, "Tilstand: spurgt → lovet");
}

RULE (one_date_says_what_it_has_of_its_own)
{
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-01T11:00"), FALSE));
  assert_words (f, "Oprettet: undtagelse »Café, tir. 1/12«\nStart: kl. 10.00 → kl. 11.00");
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-01T11:30", "room="), FALSE));
  assert_words (f, "Start: kl. 11.00 → kl. 11.30\nLokale: Salen → –");
  done (f, stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));
  assert_words (f, "Status: ændret → aflyst\nÅrsag: – → Rørskade");
}

RULE (where_a_list_stands_is_not_told)
{
  EDIT (VOLUNTEER, "Lis Bæk", "phones=13583142,13402218");
  EDIT (VOLUNTEER, "Lis Bæk", "phones=13402218,13583142");
  assert_words (f, "");
}

RULE (what_is_gone_since_has_its_name)
{
  g_autoptr (StafetLogEntry) placed = NULL, changed = NULL;
  g_autofree char *place = NULL, *change = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, TRUE, FALSE));
  placed = newest (f);
  EDIT (VOLUNTEER, "Lis Bæk", "note=Ringer helst", "skills=café");
  changed = newest (f);
  done (f, stafet_use_unassign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7));
  done (f, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  place = words_of (f, placed);
  g_assert_cmpstr (place, ==, "Oprettet: på vagten »Servering, tir. 1/12, Lis Bæk« · Tilstand: spurgt");
  change = words_of (f, changed);
  g_assert_cmpstr (change, ==, "Lis Bæk · Note: – → Ringer helst\nOprettet: kunnen »Lis Bæk« · Kunnen: café");
  lines = stafet_history_words_lines (stafet_plan_get_snapshot (f->plan), stafet_clock_get_zone (f->clock),
                                      NULL, changed);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "frivillig, som er væk · Note: – → Ringer helst");
}

/* ——— No longer kept ——— */

static GVariant *
image_with (const char *key, const char *text)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", key, text);
  g_variant_builder_add (&builder, "{ss}", "status", "paused");
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
put_image (GVariant **image, GVariant *blanked)
{
  g_clear_pointer (image, g_variant_unref);
  *image = blanked;
}

RULE (what_was_blanked_says_so)
{
  g_autoptr (StafetLogEntry) entry = NULL;
  g_autofree char *words = NULL, *none = NULL;
  StafetLogRow *row;

  EDIT (VOLUNTEER, "Lis Bæk", "note=Ringer helst", "status=paused");
  entry = newest (f);
  row = g_ptr_array_index (entry->rows, 0);
  put_image (&row->before, image_with ("note", STAFET_IMAGE_BLANK));
  put_image (&row->after, image_with ("note", STAFET_IMAGE_BLANK));
  words = words_of (f, entry);
  g_assert_cmpstr (words, ==,
                   "Status: på pause → på pause\nNote: blev ændret; hvad der stod, gemmes ikke længere");
  put_image (&row->before, NULL);
  put_image (&row->after, NULL);
  none = words_of (f, entry);
  g_assert_cmpstr (none, ==, "frivillig: det, der blev ændret, gemmes ikke længere");
}

RULE (a_new_record_that_was_blanked_says_so)
{
  g_autoptr (StafetLogEntry) entry = NULL;
  g_autofree char *words = NULL;
  StafetLogRow *row;

  ADD (VOLUNTEER, "name=Karen Holm");
  entry = newest (f);
  row = g_ptr_array_index (entry->rows, 0);
  put_image (&row->after, image_with ("name", STAFET_IMAGE_BLANK));
  words = words_of (f, entry);
  g_assert_cmpstr (words, ==,
                   "Oprettet: frivillig »frivillig« · Navn: gemmes ikke længere · Status: på pause");
}

/* ——— Around it ——— */

RULE (rows_that_were_not_read_are_counted)
{
  const StafetHistoryQuery query = { .limit = 1, .rows = 2 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *words = NULL;

  EDIT (VOLUNTEER, "Lis Bæk", "phones=13583142,13402218,13701244,13570000");
  entries = stafet_store_find_history (f->store, &query, NULL);
  words = words_of (f, g_ptr_array_index (entries, 0));
  g_assert_true (g_str_has_suffix (words, "\nOg 2 mere."));
}

RULE (who_and_when_are_said_as_people_say_them)
{
  g_autoptr (StafetLogEntry) entry = newest (f);
  StafetZone *zone = stafet_clock_get_zone (f->clock);
  g_autofree char *today = stafet_history_words_when (entry, zone, TUESDAY);
  g_autofree char *yesterday = stafet_history_words_when (entry, zone, TUESDAY + 1);
  g_autofree char *later = stafet_history_words_when (entry, zone, TUESDAY + 2);
  g_autofree char *next_year = stafet_history_words_when (entry, zone, TUESDAY + 200);
  g_autofree char *author = NULL;

  g_assert_cmpstr (today, ==, "i dag kl. 8.00");
  g_assert_cmpstr (yesterday, ==, "i går kl. 8.00");
  g_assert_cmpstr (later, ==, "24. november kl. 8.00");
  g_assert_cmpstr (next_year, ==, "24. november 2026 kl. 8.00");
  g_free (entry->author);
  entry->author = g_strdup ("bent@kontoret");
  author = stafet_history_words_author (entry);
  g_assert_cmpstr (author, ==, "bent");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  TEST ("/plan/history/a-changed-time-says-the-times", a_changed_time_says_the_times);
  TEST ("/plan/history/a-rule-is-one-sentence", a_rule_is_one_sentence);
  TEST ("/plan/history/a-start-on-another-day-says-the-day", a_start_on_another_day_says_the_day);
  TEST ("/plan/history/what-is-new-says-what-it-holds", what_is_new_says_what_it_holds);
  TEST ("/plan/history/what-is-gone-says-what-it-held", what_is_gone_says_what_it_held);
  TEST ("/plan/history/a-change-of-several-says-which", a_change_of_several_says_which);
  TEST ("/plan/history/a-place-is-named-by-who-where-and-when", a_place_is_named_by_who_where_and_when);
  TEST ("/plan/history/one-date-says-what-it-has-of-its-own", one_date_says_what_it_has_of_its_own);
  TEST ("/plan/history/where-a-list-stands-is-not-told", where_a_list_stands_is_not_told);
  TEST ("/plan/history/what-is-gone-since-has-its-name", what_is_gone_since_has_its_name);
  TEST ("/plan/history/what-was-blanked-says-so", what_was_blanked_says_so);
  TEST ("/plan/history/a-new-record-that-was-blanked-says-so", a_new_record_that_was_blanked_says_so);
  TEST ("/plan/history/rows-that-were-not-read-are-counted", rows_that_were_not_read_are_counted);
  TEST ("/plan/history/who-and-when-as-people-say-them", who_and_when_are_said_as_people_say_them);
  return g_test_run ();
}
