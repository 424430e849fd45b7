/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds strict opening: each file that is no store of ours gets its sentence and is left as it was.
 */
#include "store-fixture.h"

#include "store/stafet-sqlite.h"
#include "store/stafet-store-private.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static void
assert_not_opened (const char *path, StafetStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetStore) store = stafet_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, STAFET_STORE_ERROR, (int) code);
}

static void
assert_bytes_in (const char *path, const char *bytes, gsize length)
{
  g_autofree char *now = NULL;
  gsize length_now;

  g_assert_true (g_file_get_contents (path, &now, &length_now, NULL));
  g_assert_cmpmem (now, length_now, bytes, length);
}

static void
assert_bytes_refused (Fixture *f, const char *bytes, gsize length, StafetStoreError code)
{
  g_autofree char *path = g_build_filename (f->folder, "other.db", NULL);
  guint files;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  files = count_files (f->folder);
  assert_not_opened (path, code);
  assert_bytes_in (path, bytes, length);
  g_assert_cmpuint (count_files (f->folder), ==, files);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* The bytes of a closed store that holds something: (transfer full). */
static char *
closed_bytes (Fixture *f, gsize *length)
{
  char *bytes;

  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &bytes, length, NULL));
  return bytes;
}

/* ——— Files that are no store ——— */

static void
a_missing_store_names_init (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "findes-ikke.db", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (stafet_store_open (path, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "init"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_not_opened (f->folder, STAFET_STORE_ERROR_UNREADABLE);
}

static void
other_files_are_left_untouched (Fixture *f, gconstpointer data)
{
  static const char diary[] = "Kære dagbog, i dag var der krolf og kage.";
  g_autofree char *path = g_build_filename (f->folder, "fremmed.db", NULL), *bytes = NULL;
  gsize length;

  (void) data;
  assert_bytes_refused (f, diary, strlen (diary), STAFET_STORE_ERROR_UNREADABLE);
  assert_bytes_refused (f, "", 0, STAFET_STORE_ERROR_UNREADABLE);
  run_sql (path, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('Æblegrød')");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  assert_bytes_refused (f, bytes, length, STAFET_STORE_ERROR_FOREIGN);
}

/* Another program's database as a crash of that program would leave it: a file and its log. */
static void
a_foreign_log_is_not_brought_home (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "fremmed.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *bytes = NULL, *log = NULL;
  gsize length, log_length;
  sqlite3 *database;

  (void) data;
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, "PRAGMA journal_mode=WAL; CREATE TABLE recipe (name TEXT)", NULL, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (wal, &log, &log_length, NULL));
  sqlite3_close (database);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (wal, log, (gssize) log_length, NULL));
  assert_not_opened (path, STAFET_STORE_ERROR_FOREIGN);
  assert_bytes_in (path, bytes, length);
  assert_bytes_in (wal, log, log_length);
}

static void
a_cut_off_store_is_refused (Fixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = closed_bytes (f, &length);

  (void) data;
  assert_bytes_refused (f, bytes, 50, STAFET_STORE_ERROR_UNREADABLE);
  for (gsize cut = 4096; cut < length; cut += 20 * 4096)
    assert_bytes_refused (f, bytes, cut + 100, STAFET_STORE_ERROR_UNREADABLE);
}

/* What damage did is for the check to tell; here only that nothing worse than an error comes of it. */
static void
read_everything (const char *path)
{
  g_autoptr (StafetStore) store = stafet_store_open (path, NULL);

  for (int kind = 1; store != NULL && kind < STAFET_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

      stafet_store_load (store, (StafetKind) kind, STAFET_DATE_NONE, keep_row_cb, rows, NULL);
    }
}

static void
damage_is_an_error_and_no_crash (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "skadet.db", NULL);
  gsize length;
  g_autofree char *bytes = closed_bytes (f, &length);

  (void) data;
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);

      for (int j = 0; j < 5 * (i + 1); j++)
        damaged[g_test_rand_int_range (100, (int) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      read_everything (path);
    }
}

/* ——— Newer stores ——— */

static void
a_store_too_new_to_read_is_refused_untouched (Fixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  (void) data;
  g_clear_object (&f->store);
  run_sql (f->path, "UPDATE store_meta SET schema = 99, readable_from = 99, writable_from = 99");
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  assert_bytes_refused (f, bytes, length, STAFET_STORE_ERROR_NEWER);
}

static void
a_store_too_new_to_write_opens_to_be_read (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetChangeset) changeset = new_edit ("Skrivning");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  (void) data;
  g_clear_object (&f->store);
  run_sql (f->path, "UPDATE store_meta SET schema = 99, writable_from = 99");
  f->store = open_store (f->path);
  g_assert_true (stafet_store_is_read_only (f->store));
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
  stafet_changeset_update (changeset, area, changed (area, "name", "Syd"));
  assert_refused (f->store, changeset, STAFET_STORE_ERROR_READ_ONLY);
  g_assert_false (stafet_store_remember (f->store, none, "key", "value", &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_READ_ONLY);
}

static void
a_store_that_says_nothing_is_unreadable (Fixture *f, gconstpointer data)
{
  (void) data;
  g_clear_object (&f->store);
  run_sql (f->path, "DELETE FROM store_meta");
  assert_not_opened (f->path, STAFET_STORE_ERROR_UNREADABLE);
  run_sql (f->path, "DROP TABLE store_meta");
  assert_not_opened (f->path, STAFET_STORE_ERROR_UNREADABLE);
}

/* ——— Rights ——— */

/* Runs @func as somebody whom file rights bind, in a process of its own. */
static void
as_ordinary_user (void (*func) (const char *), const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (getuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (2);
      func (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
read_only_reads (const char *path)
{
  g_autoptr (StafetStore) store = open_store (path);
  g_autoptr (StafetChangeset) changeset = new_edit ("Skrivning");

  g_assert_true (stafet_store_is_read_only (store));
  g_assert_cmpuint (count (store, STAFET_KIND_AREA), ==, 1);
  assert_sound (store);
  stafet_changeset_insert (changeset, new_area (NULL, "Syd"));
  assert_refused (store, changeset, STAFET_STORE_ERROR_READ_ONLY);
}

static void
nothing_is_made (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_strconcat (path, "-ny", NULL);

  g_assert_null (stafet_store_create (other, NULL, TEST_INSTANT, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_READ_ONLY);
}

static void
a_read_only_folder_is_read (Fixture *f, gconstpointer data)
{
  guint files;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  g_clear_object (&f->store);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  files = count_files (f->folder);
  as_ordinary_user (read_only_reads, f->path);
  as_ordinary_user (nothing_is_made, f->path);
  g_assert_cmpuint (count_files (f->folder), ==, files);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
}

static void
unreadable (const char *path)
{
  assert_not_opened (path, STAFET_STORE_ERROR_UNREADABLE);
}

static void
a_store_that_may_not_be_read_is_unreadable (Fixture *f, gconstpointer data)
{
  (void) data;
  g_clear_object (&f->store);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0000), ==, 0);
  as_ordinary_user (unreadable, f->path);
}

static void
copy_reads_and_goes (const char *path)
{
  g_autoptr (StafetStore) store = open_store (path);
  g_autofree char *copy = g_strdup (store->scratch), *folder = g_path_get_dirname (copy);

  g_assert_cmpuint (count (store, STAFET_KIND_AREA), ==, 1);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_object (&store);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
what_is_only_in_the_log_is_read_from_a_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));

  (void) data;
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (wal, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  as_ordinary_user (read_only_reads, f->path);
  as_ordinary_user (copy_reads_and_goes, f->path);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
}

/* ——— Creating ——— */

static void
a_new_store_is_private_and_alone (Fixture *f, gconstpointer data)
{
  GStatBuf info;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  /* Once it is closed, whoever copies it has all of it. */
  g_clear_object (&f->store);
  g_assert_false (stafet_sqlite_has_wal (f->path));
}

/* A file chooser that looks what is in the folder opens every file of it, and closes it again. */
static void
look_into_files (Fixture *f)
{
  g_autoptr (GDir) folder = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL), *bytes = NULL;

      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
    }
}

#define VISITED "STAFET_TEST_VISITED"

/* Somebody else opens the store for a moment: another process, which knows nothing of this one's locks. */
static void
whoever_looks_into_the_files_loses_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) other = NULL;

  (void) data;
  if (g_test_subprocess ())
    {
      other = open_store (g_getenv (VISITED));
      g_assert_cmpuint (count (other, STAFET_KIND_AREA), ==, 1);
      return;
    }
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  look_into_files (f);
  g_setenv (VISITED, f->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_object_unref (stored (f->store, new_area ("syd", "Syd")));
  g_test_trap_subprocess ("/store/open/subprocess/has-both", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
both_are_there (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) other = open_store (g_getenv (VISITED));

  (void) f;
  (void) data;
  g_assert_cmpuint (count (other, STAFET_KIND_AREA), ==, 2);
}

static void
what_is_there_is_not_made_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  g_assert_null (stafet_store_create (f->path, NULL, TEST_INSTANT, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_EXISTS);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
}

static void
a_store_appears_whole_or_not_at_all (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "ny", NULL);
  g_autofree char *path = g_build_filename (folder, "stafet.db", NULL);
  g_autoptr (StafetChangeset) broken = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  g_autoptr (StafetChangeset) whole = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  g_autoptr (StafetStore) store = NULL;

  (void) data;
  stafet_changeset_insert (broken, new_house ("hus", "findes-ikke"));
  g_assert_null (stafet_store_create (path, broken, TEST_INSTANT, NULL));
  g_assert_cmpuint (count_files (folder), ==, 0);
  stafet_changeset_insert (whole, new_area ("nord", "Nord"));
  store = stafet_store_create (path, whole, TEST_INSTANT, NULL);
  g_assert_cmpuint (count (store, STAFET_KIND_AREA), ==, 1);
  g_clear_object (&store);
  empty_folder (folder);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/open/a-missing-store-names-init", a_missing_store_names_init);
  TEST ("/store/open/other-files-are-left-untouched", other_files_are_left_untouched);
  TEST ("/store/open/a-foreign-log-is-not-brought-home", a_foreign_log_is_not_brought_home);
  TEST ("/store/open/a-cut-off-store-is-refused", a_cut_off_store_is_refused);
  TEST ("/store/open/damage-is-an-error-and-no-crash", damage_is_an_error_and_no_crash);
  TEST ("/store/open/too-new-to-read-is-refused-untouched", a_store_too_new_to_read_is_refused_untouched);
  TEST ("/store/open/too-new-to-write-opens-to-be-read", a_store_too_new_to_write_opens_to_be_read);
  TEST ("/store/open/a-store-that-says-nothing-is-unreadable", a_store_that_says_nothing_is_unreadable);
  TEST ("/store/open/a-read-only-folder-is-read", a_read_only_folder_is_read);
  TEST ("/store/open/what-may-not-be-read-is-unreadable", a_store_that_may_not_be_read_is_unreadable);
  TEST ("/store/open/what-is-only-in-the-log-is-read-from-a-copy",
        what_is_only_in_the_log_is_read_from_a_copy);
  TEST ("/store/create/a-new-store-is-private-and-alone", a_new_store_is_private_and_alone);
  TEST ("/store/open/who-looks-into-the-files-loses-nothing", whoever_looks_into_the_files_loses_nothing);
  TEST ("/store/open/subprocess/has-both", both_are_there);
  TEST ("/store/create/what-is-there-is-not-made-again", what_is_there_is_not_made_again);
  TEST ("/store/create/appears-whole-or-not-at-all", a_store_appears_whole_or_not_at_all);
  return g_test_run ();
}
