/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds whom others may be told of, how holes are spoken of, and whom to ring.
 */
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-entry-words.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define DA STAFET_LANGUAGE_DA
#define UID(text) (stafet_uid_intern (text))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "phone", "13880010", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "bake", "role", "Bagning", "wanted", "2", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "km", "name", "Karen Margrethe Friis", "short_name", "KM", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ane", "name", "Ane Skjult", "protected", "yes", NULL);
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
  return stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_ACTIVITY, UID ("cafe"), TUESDAY);
}

#define ENTRY(agenda) ((const StafetEntry *) g_ptr_array_index ((agenda)->entries, 0))

static void
stand (Fixture *f, const char *uid, const char *shift, const char *volunteer)
{
  put (f, STAFET_KIND_STANDING, uid, "shift", shift, "volunteer", volunteer, NULL);
}

static void
dated (Fixture *f, const char *uid, const char *shift, const char *volunteer, const char *state)
{
  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", shift, "date", "2026-11-24", "volunteer", volunteer, "state",
       state, NULL);
}

static void
assert_named (Fixture *f, StafetNamesLevel names, const char *expected)
{
  g_autoptr (StafetAgenda) agenda = tuesday (f);
  g_autoptr (GPtrArray) places = stafet_entry_promised (ENTRY (agenda), NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      g_string_append (out, i > 0 ? "|" : "");
      stafet_place_append_name (out, DA, g_ptr_array_index (places, i), names);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

RULE (promised_people_are_named_once_and_asked_ones_not_at_all)
{
  stand (f, "s1", "serve", "lis");
  stand (f, "s2", "bake", "lis");
  dated (f, "d1", "serve", "km", "asked");
  assert_named (f, STAFET_NAMES_FIRST, "Lis");
  dated (f, "d1", "serve", "km", "promised");
  assert_named (f, STAFET_NAMES_FIRST, "Lis|KM");
  assert_named (f, STAFET_NAMES_FULL, "Lis Bæk|Karen Margrethe Friis");
}

RULE (protected_people_are_volunteers_at_every_level)
{
  stand (f, "s1", "serve", "ane");
  assert_named (f, STAFET_NAMES_FIRST, "Frivillig");
  assert_named (f, STAFET_NAMES_FULL, "Frivillig");
}

RULE (guests_have_a_first_name_and_regrets_none)
{
  stand (f, "s1", "serve", "lis");
  dated (f, "d1", "serve", "lis", "declined");
  put (f, STAFET_KIND_ASSIGNMENT, "d2", "shift", "serve", "date", "2026-11-24", "guest", "Cille Gæst",
       "state", "promised", NULL);
  assert_named (f, STAFET_NAMES_FIRST, "Cille");
  assert_named (f, STAFET_NAMES_FULL, "Cille Gæst");
}

static void
assert_holes (Fixture *f, int asked, int stand_ins, int others, int permanent)
{
  g_autoptr (StafetAgenda) agenda = tuesday (f);
  StafetEntryHoles holes;

  stafet_entry_count_holes (ENTRY (agenda), &holes);
  g_assert_cmpint (holes.asked, ==, asked);
  g_assert_cmpint (holes.stand_ins, ==, stand_ins);
  g_assert_cmpint (holes.others, ==, others);
  g_assert_cmpint (holes.permanent, ==, permanent);
}

RULE (holes_are_told_apart)
{
  put (f, STAFET_KIND_SHIFT, "bake", "wanted", "0", NULL);
  assert_holes (f, 0, 0, 0, 3);
  stand (f, "s1", "serve", "lis");
  dated (f, "d1", "serve", "lis", "declined");
  assert_holes (f, 0, 1, 0, 2);
  dated (f, "d2", "serve", "km", "asked");
  assert_holes (f, 1, 1, 0, 1);
}

RULE (only_a_temporary_hole_looks_for_a_stand_in)
{
  put (f, STAFET_KIND_SHIFT, "bake", "wanted", "0", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "wanted", "2", NULL);
  stand (f, "s1", "serve", "lis");
  dated (f, "d1", "serve", "lis", "declined");
  put (f, STAFET_KIND_EXCEPTION, "e1", "shift", "serve", "date", "2026-11-24", "looking", "yes", NULL);
  assert_holes (f, 0, 1, 0, 1);
}

RULE (a_date_that_is_looked_for_has_one_hole_to_look_for)
{
  put (f, STAFET_KIND_SHIFT, "bake", "wanted", "0", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "wanted", "2", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e1", "shift", "serve", "date", "2026-11-24", "looking", "yes", NULL);
  assert_holes (f, 0, 1, 0, 1);
  dated (f, "d1", "serve", "km", "asked");
  dated (f, "d2", "serve", "lis", "asked");
  assert_holes (f, 2, 0, 0, 0);
}

RULE (the_number_to_ring_is_the_public_contacts_or_the_houses)
{
  const StafetHouse *house = stafet_snapshot_lookup (f->snapshot, STAFET_KIND_HOUSE, "mill");

  put (f, STAFET_KIND_CONTACT, "c1", "name", "Hemmelig", "role", "vicevært", "house", "mill", "phone",
       "13990011", NULL);
  g_assert_null (stafet_house_public_contact (f->snapshot, UID ("mill")));
  g_assert_cmpstr (stafet_house_public_number (f->snapshot, house), ==, "13880010");
  put (f, STAFET_KIND_CONTACT, "c2", "name", "Karen Holm", "role", "leder", "house", "mill", "public", "yes",
       NULL);
  g_assert_nonnull (stafet_house_public_contact (f->snapshot, UID ("mill")));
  g_assert_cmpstr (stafet_house_public_number (f->snapshot, house), ==, "13880010");
  put (f, STAFET_KIND_CONTACT, "c2", "phone", "13245671", NULL);
  g_assert_cmpstr (stafet_house_public_number (f->snapshot, house), ==, "13245671");
}

RULE (contacts_that_are_not_public_are_a_role_or_a_first_name)
{
  const StafetContact *contact =
    put (f, STAFET_KIND_CONTACT, "c1", "name", "Pia Lauge", "role", "sygeplejerske", "house", "mill", NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  stafet_contact_append_name (out, contact, STAFET_NAMES_COUNTS);
  g_string_append_c (out, '|');
  stafet_contact_append_name (out, contact, STAFET_NAMES_FIRST);
  g_string_append_c (out, '|');
  stafet_contact_append_name (out, contact, STAFET_NAMES_FULL);
  g_assert_cmpstr (out->str, ==, "sygeplejerske|Pia|Pia Lauge");
}

RULE (a_moved_entry_tells_when_it_was_planned)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autofree char *planned = NULL;

  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "changed",
       "changes", "{'start': '2026-11-27T11:00', 'end': '2026-11-27T12:00'}", NULL);
  agenda = tuesday (f);
  planned = stafet_entry_words_planned (f->snapshot, DA, ENTRY (agenda));
  g_assert_cmpstr (planned, ==, "tirsdag den 24. november kl. 10.00–14.00");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  TEST ("/schedule/entry-people/promised-once-asked-never",
        promised_people_are_named_once_and_asked_ones_not_at_all);
  TEST ("/schedule/entry-people/protected", protected_people_are_volunteers_at_every_level);
  TEST ("/schedule/entry-people/guests-and-regrets", guests_have_a_first_name_and_regrets_none);
  TEST ("/schedule/entry-people/holes-are-told-apart", holes_are_told_apart);
  TEST ("/schedule/entry-people/only-a-temporary-hole-looks-for-a-stand-in",
        only_a_temporary_hole_looks_for_a_stand_in);
  TEST ("/schedule/entry-people/a-date-looked-for-has-a-hole-to-look-for",
        a_date_that_is_looked_for_has_one_hole_to_look_for);
  TEST ("/schedule/entry-people/the-number-to-ring", the_number_to_ring_is_the_public_contacts_or_the_houses);
  TEST ("/schedule/entry-people/contacts", contacts_that_are_not_public_are_a_role_or_a_first_name);
  TEST ("/schedule/entry-people/when-it-was-planned", a_moved_entry_tells_when_it_was_planned);
  return g_test_run ();
}
