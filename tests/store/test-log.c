/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the change log: what was done, by whom, and what undo and redo would take.
 */
#include "store-fixture.h"

/* Renames @record as the undo or redo of @target; on success @record is what is stored now. */
static gboolean
take (StafetStore *store, StafetChangesetKind kind, gint64 target, gpointer *record, const char *name,
      GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (kind);
  g_autoptr (StafetRecord) after = changed (*record, "name", name);

  changeset->target = target;
  stafet_changeset_update (changeset, *record, g_object_ref (after));
  if (!stafet_store_apply (store, changeset, TEST_INSTANT, error))
    return FALSE;
  g_object_unref (*record);
  *record = g_steal_pointer (&after);
  return TRUE;
}

static void
must_take (StafetStore *store, StafetChangesetKind kind, gint64 target, gpointer *record, const char *name)
{
  g_autoptr (GError) error = NULL;

  take (store, kind, target, record, name, &error);
  g_assert_no_error (error);
}

/* 0: nothing. */
static gint64
next_of (StafetLogEntry *(*read) (StafetStore *, guint, GError **), StafetStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetLogEntry) entry = read (store, 1, &error);

  if (entry == NULL)
    g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
  return entry != NULL ? entry->id : 0;
}

static void
assert_next (StafetStore *store, gint64 undo, gint64 redo)
{
  g_assert_cmpint (next_of (stafet_store_read_undo, store), ==, undo);
  g_assert_cmpint (next_of (stafet_store_read_redo, store), ==, redo);
}

static void
undo_goes_back_and_redo_comes_forth_in_order (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gpointer *record = (gpointer *) &area;
  gint64 first = area->version, second = commit_rename (f->store, record, "To");
  gint64 third = commit_rename (f->store, record, "Tre");

  (void) data;
  assert_next (f->store, third, 0);
  must_take (f->store, STAFET_CHANGESET_UNDO, third, record, "To");
  assert_next (f->store, second, third);
  must_take (f->store, STAFET_CHANGESET_UNDO, second, record, "Et");
  assert_next (f->store, first, second);
  must_take (f->store, STAFET_CHANGESET_REDO, second, record, "To");
  assert_next (f->store, second, third);
  must_take (f->store, STAFET_CHANGESET_REDO, third, record, "Tre");
  assert_next (f->store, third, 0);
}

static void
undo_survives_closing (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gint64 second = commit_rename (f->store, (gpointer *) &area, "To");

  (void) data;
  must_take (f->store, STAFET_CHANGESET_UNDO, second, (gpointer *) &area, "Et");
  g_clear_object (&f->store);
  f->store = open_store (f->path);
  g_assert_cmpint (next_of (stafet_store_read_redo, f->store), ==, second);
}

static void
a_new_edit_clears_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gpointer *record = (gpointer *) &area;
  gint64 second = commit_rename (f->store, record, "To"), third;
  g_autoptr (GPtrArray) history = NULL;

  (void) data;
  must_take (f->store, STAFET_CHANGESET_UNDO, second, record, "Et");
  third = commit_rename (f->store, record, "Tre");
  assert_next (f->store, third, 0);
  /* The history still says that it was undone. */
  history = stafet_store_read_history (f->store, 0, NULL);
  g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (history, 2))->id, ==, second);
  g_assert_true (((StafetLogEntry *) g_ptr_array_index (history, 2))->undone);
}

static void
nobody_undoes_what_another_did (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gint64 mine = area->version, theirs;
  g_autoptr (GError) error = NULL;

  (void) data;
  stafet_store_set_author (f->store, "karen@kontoret");
  assert_next (f->store, 0, 0);
  theirs = commit_rename (f->store, (gpointer *) &area, "To");
  assert_next (f->store, theirs, 0);
  g_assert_false (take (f->store, STAFET_CHANGESET_UNDO, mine, (gpointer *) &area, "Et", &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
}

static void
nothing_is_undone_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gint64 second = commit_rename (f->store, (gpointer *) &area, "To");
  g_autoptr (GError) error = NULL;

  (void) data;
  must_take (f->store, STAFET_CHANGESET_UNDO, second, (gpointer *) &area, "Et");
  g_assert_false (take (f->store, STAFET_CHANGESET_UNDO, second, (gpointer *) &area, "To", &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
}

static void
what_the_system_did_is_not_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);

  (void) data;
  stafet_changeset_insert (changeset, new_area ("a", "Et"));
  commit (f->store, changeset);
  assert_next (f->store, 0, 0);
}

static void
assert_image (GVariant *image, const char *key, const char *value)
{
  const char *text;

  /* Of an update only what changed. */
  g_assert_cmpuint (g_variant_n_children (image), ==, 1);
  g_assert_true (g_variant_lookup (image, key, "&s", &text));
  g_assert_cmpstr (text, ==, value);
}

static void
the_log_tells_what_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) person = stored (f->store, new_volunteer ("aase", "Åse Kjær"));
  g_autoptr (StafetChangeset) changeset = new_edit ("Åse skiftede navn");
  g_autoptr (GPtrArray) entries = NULL;
  StafetLogEntry *entry;
  StafetLogRow *row;

  (void) data;
  stafet_changeset_update (changeset, person, changed (person, "name", "Åse Krag"));
  stafet_changeset_book (changeset, person);
  commit (f->store, changeset);
  entries = stafet_store_read_log_since (f->store, person->version, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->id, ==, changeset->id);
  g_assert_cmpint (entry->at, ==, TEST_INSTANT);
  g_assert_cmpstr (entry->label, ==, "Åse skiftede navn");
  g_assert_cmpstr (entry->author, ==, stafet_store_get_author (f->store));
  g_assert_cmpuint (entry->bookings->len, ==, 1);
  row = g_ptr_array_index (entry->rows, 0);
  g_assert_cmpint (row->operation, ==, STAFET_CHANGE_UPDATE);
  g_assert_true (row->uid == person->uid);
  assert_image (row->before, "name", "Åse Kjær");
  assert_image (row->after, "name", "Åse Krag");
}

static void
history_is_newest_first_and_limited (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("a", "Et"));
  gint64 second = commit_rename (f->store, (gpointer *) &area, "To");
  g_autoptr (GPtrArray) all = stafet_store_read_history (f->store, 0, NULL);
  g_autoptr (GPtrArray) one = stafet_store_read_history (f->store, 1, NULL);

  (void) data;
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (one, 0))->id, ==, second);
}

static void
another_machines_commit_is_noticed (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) other = open_store (f->path);
  g_autoptr (StafetRecord) area = NULL;
  gint64 version = stafet_store_data_version (f->store);

  (void) data;
  g_assert_cmpint (stafet_store_data_version (f->store), ==, version);
  area = stored (other, new_area ("nord", "Nord"));
  g_assert_cmpint (stafet_store_data_version (f->store), !=, version);
  g_assert_cmpint (head (f->store), ==, area->version);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/undo/goes-back-and-redo-comes-forth-in-order", undo_goes_back_and_redo_comes_forth_in_order);
  TEST ("/store/undo/survives-closing", undo_survives_closing);
  TEST ("/store/undo/a-new-edit-clears-redo", a_new_edit_clears_redo);
  TEST ("/store/undo/nobody-undoes-what-another-did", nobody_undoes_what_another_did);
  TEST ("/store/undo/nothing-is-undone-twice", nothing_is_undone_twice);
  TEST ("/store/undo/what-the-system-did-is-not-undone", what_the_system_did_is_not_undone);
  TEST ("/store/log/tells-what-changed", the_log_tells_what_changed);
  TEST ("/store/log/history-is-newest-first-and-limited", history_is_newest_first_and_limited);
  TEST ("/store/log/another-machines-commit-is-noticed", another_machines_commit_is_noticed);
  return g_test_run ();
}
