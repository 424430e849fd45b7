/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds notes to their rules: taken, done, and what becomes of them when what they are about goes.
 */
#include "core/stafet-note.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static const StafetNote *
only_note (Fixture *f)
{
  g_assert_cmpuint (all (f, STAFET_KIND_NOTE)->len, ==, 1);
  return g_ptr_array_index (all (f, STAFET_KIND_NOTE), 0);
}

static char *
newest_label (Fixture *f)
{
  g_autoptr (GPtrArray) entries = stafet_store_read_history (f->store, 1, NULL);

  return g_strdup (((StafetLogEntry *) g_ptr_array_index (entries, 0))->label);
}

RULE (a_note_needs_a_text_alone)
{
  CORE_REFUSED (stafet_use_add (STAFET_KIND_NOTE, PAIRS ("on=2026-11-25")), REQUIRED);
  UNDOABLE (stafet_use_add (STAFET_KIND_NOTE, PAIRS ("text=Bestil kaffe")));
  UNDOABLE (
    stafet_use_edit (STAFET_KIND_NOTE, "Bestil kaffe",
                     PAIRS ("on=2026-11-25", "volunteer=Lis Bæk", "activity=Café", "house=Møllestien")));
  g_assert_cmpint (only_note (f)->on, ==, TUESDAY + 1);
  assert_sound (f);
}

RULE (a_note_keeps_no_cpr_number)
{
  CORE_REFUSED (stafet_use_add (STAFET_KIND_NOTE, PAIRS ("text=Hun er 010203-1234")), CPR);
}

RULE (a_note_is_done_today_by_its_author)
{
  stafet_store_set_author (f->store, "bent@kontoret");
  ADD (NOTE, "text=Bestil kaffe");
  UNDOABLE (stafet_use_note_done ("bestil kaffe", TRUE));
  g_assert_cmpint (only_note (f)->done, ==, TUESDAY);
  g_assert_cmpstr (only_note (f)->done_by, ==, "bent@kontoret");
  unchanged (f, stafet_use_note_done (f->created != NULL ? f->created : "Bestil kaffe", TRUE));
  UNDOABLE (stafet_use_note_done ("Bestil kaffe", FALSE));
  g_assert_cmpint (only_note (f)->done, ==, NONE);
  g_assert_cmpstr (only_note (f)->done_by, ==, "");
  PLAN_REFUSED (stafet_use_note_done ("Intet", TRUE), UNKNOWN);
}

RULE (a_note_that_is_done_by_its_key_says_by_whom)
{
  ADD (NOTE, "text=Bestil kaffe");
  stafet_store_set_author (f->store, "bent@kontoret");
  EDIT (NOTE, "Bestil kaffe", "done=2026-11-23");
  g_assert_cmpstr (only_note (f)->done_by, ==, "bent@kontoret");
  stafet_store_set_author (f->store, "lis@kontoret");
  EDIT (NOTE, "Bestil kaffe", "done=2026-11-24", "text=Bestil te");
  g_assert_cmpstr (only_note (f)->done_by, ==, "bent@kontoret");
  EDIT (NOTE, "Bestil te", "done=");
  g_assert_cmpstr (only_note (f)->done_by, ==, "");
  CORE_REFUSED (stafet_use_edit (STAFET_KIND_NOTE, "Bestil te", PAIRS ("done_by=en anden")), KEY);
}

RULE (a_long_note_is_named_by_its_beginning)
{
  g_autofree char *made = NULL, *removed = NULL;

  ADD (NOTE, "text=Ring til kommunen om banen\nDe har åbent fra 9");
  made = newest_label (f);
  g_assert_nonnull (strstr (made, "Ring til kommunen om banen…"));
  g_assert_null (strchr (made, '\n'));
  done (f, stafet_use_remove (STAFET_KIND_NOTE, only_note (f)->parent.uid));
  removed = newest_label (f);
  g_assert_null (strchr (removed, '\n'));
}

RULE (a_note_about_a_volunteer_goes_with_her)
{
  ADD (NOTE, "text=Ring til Lis", "volunteer=Lis Bæk", "house=Møllestien");
  UNDOABLE (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  g_assert_cmpuint (all (f, STAFET_KIND_NOTE)->len, ==, 0);
}

RULE (a_note_about_an_activity_or_a_house_stays_and_forgets_it)
{
  ADD (HOUSE, "name=Trøjborg", "kind=volunteer");
  ADD (NOTE, "text=Bestil bolde", "activity=Café", "house=Trøjborg");
  UNDOABLE (stafet_use_remove (STAFET_KIND_ACTIVITY, "Café"));
  g_assert_null (only_note (f)->activity);
  g_assert_nonnull (only_note (f)->house);
  UNDOABLE (stafet_use_remove (STAFET_KIND_HOUSE, "Trøjborg"));
  g_assert_null (only_note (f)->house);
}

RULE (notes_are_stored_and_read_back)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) plan = NULL;
  const StafetNote *note;

  ADD (NOTE, "text=Ring til Lis", "volunteer=Lis Bæk", "on=2020-01-01");
  store = stafet_store_open (f->path, NULL);
  plan = stafet_plan_new (store, f->clock, NULL);
  note = g_ptr_array_index (stafet_snapshot_all (stafet_plan_get_snapshot (plan), STAFET_KIND_NOTE), 0);
  g_assert_cmpstr (note->text, ==, "Ring til Lis");
  g_assert_cmpint (note->on, ==, stafet_date_new (2020, 1, 1));
  /* The publisher's memory is another table. */
  g_assert_cmpstr (stafet_record_info (STAFET_KIND_NOTE)->table, ==, "memo");
}

RULE (a_note_is_in_the_history_of_what_it_is_about)
{
  const StafetHistoryQuery queries[] = {
    { .volunteer = ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid, .limit = 1 },
    { .series = ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid, .limit = 1 },
    { .house = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid, .limit = 1 },
  };

  ADD (NOTE, "text=Ring til Lis", "volunteer=Lis Bæk", "activity=Café");
  done (f, stafet_use_note_done ("Ring til Lis", TRUE));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) entries = stafet_store_find_history (f->store, &queries[i], NULL);

      g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (entries, 0))->id, ==,
                       stafet_plan_get_head (f->plan));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/note/needs-a-text-alone", a_note_needs_a_text_alone);
  TEST ("/plan/use/note/keeps-no-cpr-number", a_note_keeps_no_cpr_number);
  TEST ("/plan/use/note/is-done-today-by-its-author", a_note_is_done_today_by_its_author);
  TEST ("/plan/use/note/done-by-its-key-says-by-whom", a_note_that_is_done_by_its_key_says_by_whom);
  TEST ("/plan/use/note/a-long-one-is-named-by-its-beginning", a_long_note_is_named_by_its_beginning);
  TEST ("/plan/use/note/about-a-volunteer-goes-with-her", a_note_about_a_volunteer_goes_with_her);
  TEST ("/plan/use/note/about-an-activity-or-a-house-stays",
        a_note_about_an_activity_or_a_house_stays_and_forgets_it);
  TEST ("/plan/use/note/is-stored-and-read-back", notes_are_stored_and_read_back);
  TEST ("/plan/use/note/is-in-the-history-of-what-it-is-about", a_note_is_in_the_history_of_what_it_is_about);
  return g_test_run ();
}
