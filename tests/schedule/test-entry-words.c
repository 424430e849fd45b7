/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what an entry says of itself in a line: where, and whom it lacks.
 */
#include "schedule/stafet-entry-words.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define DA STAFET_LANGUAGE_DA
#define EN STAFET_LANGUAGE_EN

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "mill", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "karen", "name", "Karen Holm", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetAgenda *
tuesday (Fixture *f)
{
  return stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern ("cafe"),
                                       TUESDAY);
}

#define ENTRY(agenda) ((const StafetEntry *) g_ptr_array_index ((agenda)->entries, 0))

static void
assert_place (Fixture *f, const char *asked, const char *expected)
{
  g_autoptr (StafetAgenda) agenda = tuesday (f);
  g_autofree char *text =
    stafet_entry_words_place (agenda, ENTRY (agenda), asked != NULL ? stafet_uid_intern (asked) : NULL);

  g_assert_cmpstr (text, ==, expected);
}

typedef char *(*Words) (StafetLanguage language, const StafetStaffing *staffing);

static void
assert_words (Fixture *f, Words words, StafetLanguage language, const char *expected)
{
  g_autoptr (StafetAgenda) agenda = tuesday (f);
  g_autofree char *text = words (language, &ENTRY (agenda)->shifts[0]);

  g_assert_cmpstr (text, ==, expected);
}

static void
stand (Fixture *f, const char *volunteer)
{
  put (f, STAFET_KIND_STANDING, volunteer, "shift", "serve", "volunteer", volunteer, NULL);
}

static void
dated (Fixture *f, const char *uid, const char *volunteer, const char *state)
{
  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", "serve", "date", "2026-11-24", "volunteer", volunteer,
       "state", state, NULL);
}

/* ——— Where ——— */

RULE (the_house_that_was_asked_about_is_not_named)
{
  put (f, STAFET_KIND_ACTIVITY, "cafe", "room", "hall", NULL);
  assert_place (f, "mill", "Salen");
  assert_place (f, "home", "Salen, Møllestien");
  assert_place (f, NULL, "Salen, Møllestien");
}

RULE (a_ward_elsewhere_comes_with_its_house)
{
  put (f, STAFET_KIND_ACTIVITY, "cafe", "ward", "b1", NULL);
  assert_place (f, "mill", "B.1, Skovvang");
  assert_place (f, "home", "B.1");
}

RULE (without_a_room_the_address_or_the_house_is_said)
{
  assert_place (f, "mill", "Møllestien");
  assert_place (f, "home", "Møllestien");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "address", "Torvet 3", NULL);
  assert_place (f, "mill", "Torvet 3");
  assert_place (f, NULL, "Torvet 3, Møllestien");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "room", "hall", NULL);
  assert_place (f, "mill", "Salen");
}

RULE (what_goes_round_says_where_it_goes)
{
  put (f, STAFET_KIND_HOUSE, "lyng", "name", "Lyngen", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "l1", "name", "L.1", "house", "lyng", NULL);
  put (f, STAFET_KIND_STOP, "t1", "activity", "cafe", "ward", "b1", "from_minute", "0", "to_minute", "30",
       NULL);
  assert_place (f, "mill", "Skovvang");
  put (f, STAFET_KIND_STOP, "t2", "activity", "cafe", "ward", "l1", "from_minute", "30", "to_minute", "60",
       NULL);
  assert_place (f, "mill", "Skovvang, Lyngen");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "room", "hall", NULL);
  assert_place (f, "mill", "Salen");
}

RULE (a_shift_that_stands_alone_says_its_house)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autofree char *place = NULL;

  put (f, STAFET_KIND_SHIFT, "night", "role", "Nattevagt", "wanted", "1", "house", "home", "start",
       "2026-11-24T22:00", "end", "2026-11-25T06:00", NULL);
  agenda =
    stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_SHIFT, stafet_uid_intern ("night"), TUESDAY);
  place = stafet_entry_words_place (agenda, ENTRY (agenda), NULL);
  g_assert_cmpstr (place, ==, "Skovvang");
}

/* ——— Whom ——— */

RULE (what_is_missing_is_counted)
{
  assert_words (f, stafet_entry_words_missing, DA, "mangler 3 af 3");
  stand (f, "lis");
  assert_words (f, stafet_entry_words_missing, DA, "mangler 2 af 3");
  assert_words (f, stafet_entry_words_missing, EN, "missing 2 of 3");
  dated (f, "d1", "bent", "asked");
  assert_words (f, stafet_entry_words_missing, DA, "mangler 2 af 3, 1 er spurgt");
  dated (f, "d2", "karen", "asked");
  assert_words (f, stafet_entry_words_missing, DA, "mangler 2 af 3, 2 er spurgt");
  assert_words (f, stafet_entry_words_missing, EN, "missing 2 of 3, 2 are asked");
}

RULE (when_nothing_is_missing_everybody_is_there)
{
  put (f, STAFET_KIND_SHIFT, "serve", "wanted", "1", NULL);
  stand (f, "lis");
  dated (f, "d1", "bent", "asked");
  assert_words (f, stafet_entry_words_missing, DA, "alle er på plads");
  assert_words (f, stafet_entry_words_missing, EN, "everybody is there");
}

RULE (a_hole_says_for_how_long)
{
  assert_words (f, stafet_entry_words_hole, DA, "fast ledig");
  assert_words (f, stafet_entry_words_hole, EN, "permanently vacant");
  stand (f, "lis");
  stand (f, "bent");
  stand (f, "karen");
  dated (f, "d1", "lis", "declined");
  assert_words (f, stafet_entry_words_hole, DA, "kun denne gang");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_STANDING, stafet_uid_intern ("karen"));
  assert_words (f, stafet_entry_words_hole, DA, "1 fast ledig, 1 kun denne gang");
  assert_words (f, stafet_entry_words_hole, EN, "1 permanently vacant, 1 only this time");
}

RULE (what_is_needed_is_all_of_it_in_a_line)
{
  stand (f, "lis");
  stand (f, "bent");
  stand (f, "karen");
  dated (f, "d1", "lis", "declined");
  assert_words (f, stafet_entry_words_need, DA, "mangler 1 af 3 · kun denne gang");
  put (f, STAFET_KIND_EXCEPTION, "e1", "shift", "serve", "date", "2026-11-24", "looking", "yes", NULL);
  assert_words (f, stafet_entry_words_need, DA, "mangler 1 af 3 · kun denne gang · søger afløser");
  assert_words (f, stafet_entry_words_need, EN, "missing 1 of 3 · only this time · looking for a stand-in");
}

RULE (who_is_away_is_named)
{
  assert_words (f, stafet_entry_words_away, EN, "");
  stand (f, "lis");
  stand (f, "bent");
  stand (f, "karen");
  dated (f, "d1", "lis", "declined");
  assert_words (f, stafet_entry_words_away, EN, "Lis Bæk is away");
  dated (f, "d2", "bent", "declined");
  assert_words (f, stafet_entry_words_away, EN, "Bent Krag and Lis Bæk are away");
  dated (f, "d3", "karen", "declined");
  assert_words (f, stafet_entry_words_away, EN, "Bent Krag, Karen Holm and Lis Bæk are away");
}

RULE (a_shift_named_as_its_activity_is_named_once)
{
  g_autoptr (StafetAgenda) before = tuesday (f), after = NULL;
  g_autofree char *both = stafet_entry_words_shift (ENTRY (before), &ENTRY (before)->shifts[0]), *one = NULL;

  g_assert_cmpstr (both, ==, "Café · Servering");
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Café", NULL);
  after = tuesday (f);
  one = stafet_entry_words_shift (ENTRY (after), &ENTRY (after)->shifts[0]);
  g_assert_cmpstr (one, ==, "Café");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  TEST ("/schedule/entry-words/place/not-the-house-asked-about", the_house_that_was_asked_about_is_not_named);
  TEST ("/schedule/entry-words/place/a-ward-elsewhere-with-its-house", a_ward_elsewhere_comes_with_its_house);
  TEST ("/schedule/entry-words/place/what-goes-round", what_goes_round_says_where_it_goes);
  TEST ("/schedule/entry-words/place/without-a-room", without_a_room_the_address_or_the_house_is_said);
  TEST ("/schedule/entry-words/place/of-a-shift-that-stands-alone", a_shift_that_stands_alone_says_its_house);
  TEST ("/schedule/entry-words/missing-is-counted", what_is_missing_is_counted);
  TEST ("/schedule/entry-words/everybody-is-there", when_nothing_is_missing_everybody_is_there);
  TEST ("/schedule/entry-words/a-hole-says-for-how-long", a_hole_says_for_how_long);
  TEST ("/schedule/entry-words/need-is-all-in-a-line", what_is_needed_is_all_of_it_in_a_line);
  TEST ("/schedule/entry-words/who-is-away-is-named", who_is_away_is_named);
  TEST ("/schedule/entry-words/a-shift-named-as-its-activity", a_shift_named_as_its_activity_is_named_once);
  return g_test_run ();
}
