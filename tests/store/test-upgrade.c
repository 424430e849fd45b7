/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the upgrade of older stores: copied first, then given the steps they lack, and never half.
 */
#include "store-fixture.h"

#include "store/stafet-schema.h"
#include "store/stafet-sqlite.h"
#include "store/stafet-store-private.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define PROCESSES 6

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  sqlite3_close (database);
}

static int
integer_in (const char *path, const char *sql)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  int value;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return value;
}

static int
schema_of (const char *path)
{
  return integer_in (path, "SELECT schema FROM store_meta");
}

static gboolean
has_calls (const char *path)
{
  return integer_in (path, "SELECT count(*) FROM sqlite_master WHERE name = 'call'") == 1;
}

/* A store as the program of the first step made it, with one area that was put in by it. */
static void
make_step_1 (const char *path)
{
  g_autofree char *sql =
    g_strdup_printf ("PRAGMA application_id=%d; %s", STAFET_APPLICATION_ID, stafet_schema_step (1));

  run_sql (path, sql);
  run_sql (path, "PRAGMA journal_mode=WAL; INSERT INTO area (uid, version, changed, name) "
                 "VALUES ('nord', 1, 1795500000, 'Nord'); "
                 "INSERT INTO change_log (id, at, author, label, kind, target, state) "
                 "VALUES (1, 1795500000, 'gammel@maskine', 'Nyt område: Nord', 0, 0, 0); "
                 "INSERT INTO change_row (log, position, kind_name, uid, operation, before, after) "
                 "VALUES (1, 0, 'area', 'nord', 0, NULL, '{''name'': ''Nord''}')");
}

static void
set_up_old (Fixture *f, gconstpointer data)
{
  (void) data;
  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "stafet.db", NULL);
  make_step_1 (f->path);
}

static char *
beside (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
tear_down_old (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = beside (f, "stafet.db.backups");

  if (g_file_test (backups, G_FILE_TEST_IS_DIR))
    empty_folder (backups);
  g_rmdir (backups);
  tear_down (f, data);
}

static char *
copy_of (Fixture *f)
{
  return beside (f, "stafet.db.backups/before-step-2.db");
}

/* A call by the author of @store about a shift of its own. */
static void
put_call (StafetStore *store, const char *uid)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Ringet");
  gpointer call = stafet_record_new (STAFET_KIND_CALL, uid);

  set_text (call, "date", "2026-11-24");
  set_text (call, "outcome", "rang");
  stafet_changeset_insert (changeset, call);
  commit (store, changeset);
}

/* ——— Upgraded ——— */

static void
an_older_store_gets_the_steps_it_lacks (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;

  (void) data;
  g_assert_false (has_calls (f->path));
  f->store = open_store (f->path);
  g_assert_false (stafet_store_is_read_only (f->store));
  g_assert_cmpint (schema_of (f->path), ==, STAFET_SCHEMA_VERSION);
  g_assert_true (has_calls (f->path));
  /* The sixth brought states that older programs do not know. */
  g_assert_cmpint (integer_in (f->path, "SELECT readable_from FROM store_meta"), ==, 6);
  g_assert_cmpint (integer_in (f->path, "SELECT writable_from FROM store_meta"), ==, 6);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
  history = stafet_store_read_history (f->store, 0, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  put_call (f->store, "opkald");
  g_assert_cmpuint (count (f->store, STAFET_KIND_CALL), ==, 1);
  assert_sound (f->store);
}

/* As a program of the second or third step does: it names the columns that it knows. */
#define ACTIVITY_OF_STEP_1                                                                                   \
  "INSERT INTO house (uid, version, changed, name, kind, kind_word, address, postcode, town, phone, mail, "  \
  "hours) VALUES ('mill', 1, 1795500000, 'Møllestien', 'community', '', '', '', '', '', '', ''); "          \
  "INSERT INTO activity (uid, version, changed, title, house, start, \"end\", rule, season, skip_weeks, "    \
  "address, public_text, price, doors_open, meeting_place, make_ready, note, draft, counts_hours, anyway) "  \
  "VALUES ('cafe', 1, 1795500000, 'Café', 'mill', '2026-11-03T10:00', '2026-11-03T14:00', '', '', '', '', " \
  "'Kaffe', '', '', '', '', '', 0, 1, 0)"

static void
assert_cafe (StafetStore *store)
{
  g_autoptr (GPtrArray) activities = load (store, STAFET_KIND_ACTIVITY);
  const StafetActivity *cafe;

  g_assert_cmpuint (activities->len, ==, 1);
  cafe = g_ptr_array_index (activities, 0);
  g_assert_cmpstr (cafe->title, ==, "Café");
  g_assert_cmpstr (cafe->public_text, ==, "Kaffe");
  g_assert_cmpstr (cafe->volunteer_text, ==, "");
  g_assert_false (cafe->meal || cafe->transport);
  g_assert_true (cafe->counts_hours);
}

static void
an_older_program_goes_on_writing (Fixture *f, gconstpointer data)
{
  (void) data;
  f->store = open_store (f->path);
  run_sql (f->path, ACTIVITY_OF_STEP_1);
  assert_cafe (f->store);
  assert_sound (f->store);
}

static void
what_was_written_before_reads_as_before (Fixture *f, gconstpointer data)
{
  (void) data;
  run_sql (f->path, ACTIVITY_OF_STEP_1);
  f->store = stafet_store_open_untouched (f->path, NULL);
  g_assert_cmpint (f->store->schema, ==, 1);
  assert_cafe (f->store);
  g_clear_object (&f->store);
  f->store = open_store (f->path);
  assert_cafe (f->store);
}

/* What sqlite_master says of every table and index. (transfer full) */
static char *
ddl_of (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *database;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "SELECT name, sql FROM sqlite_master ORDER BY name", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s: %s\n", sqlite3_column_text (statement, 0),
                            (const char *) sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return g_string_free (text, FALSE);
}

static void
an_upgraded_store_is_as_a_new_one (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "ny.db"), *old = NULL, *new = NULL;

  (void) data;
  g_object_unref (stafet_store_create (path, NULL, TEST_INSTANT, NULL));
  g_object_unref (open_store (f->path));
  old = ddl_of (f->path);
  new = ddl_of (path);
  g_assert_cmpstr (old, ==, new);
}

static void
a_copy_from_before_lies_beside_and_opens (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = copy_of (f);
  g_autoptr (StafetStore) store = NULL;
  GStatBuf info;

  (void) data;
  f->store = open_store (f->path);
  g_assert_cmpint (schema_of (copy), ==, 1);
  g_assert_false (has_calls (copy));
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  store = open_store (copy);
  g_assert_cmpuint (count (store, STAFET_KIND_AREA), ==, 1);
  assert_sound (store);
  g_clear_object (&store);
  {
    g_autofree char *folder = g_strconcat (copy, ".backups", NULL);

    empty_folder (folder);
    g_rmdir (folder);
  }
}

static void
a_second_opening_makes_no_second_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = copy_of (f), *folder = beside (f, "stafet.db.backups");

  (void) data;
  g_object_unref (open_store (f->path));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_object_unref (open_store (f->path));
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
a_new_store_is_not_copied (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "ny.db"), *folder = beside (f, "ny.db.backups");
  g_autoptr (StafetStore) store = stafet_store_create (path, NULL, TEST_INSTANT, NULL);

  (void) data;
  g_assert_nonnull (store);
  g_assert_cmpint (schema_of (path), ==, STAFET_SCHEMA_VERSION);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* A step that fails leaves the store as it was, with the copy beside it. */
static void
a_failing_step_leaves_the_store_as_it_was (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = copy_of (f);
  g_autoptr (GError) error = NULL;

  (void) data;
  run_sql (f->path, "CREATE TABLE call_by_volunteer (x TEXT)");
  g_assert_null (stafet_store_open (f->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (schema_of (f->path), ==, 1);
  g_assert_false (has_calls (f->path));
  g_assert_cmpint (schema_of (copy), ==, 1);
  run_sql (f->path, "DROP TABLE call_by_volunteer");
  f->store = open_store (f->path);
  g_assert_true (has_calls (f->path));
}

static void
without_a_copy_there_is_no_upgrade (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = beside (f, "stafet.db.backups");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (g_file_set_contents (folder, "en fil i vejen", -1, NULL));
  g_assert_null (stafet_store_open (f->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (schema_of (f->path), ==, 1);
  g_unlink (folder);
}

/* ——— Read ——— */

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
reads_without_upgrading (const char *path)
{
  g_autoptr (StafetStore) store = open_store (path);

  g_assert_true (stafet_store_is_read_only (store));
  g_assert_cmpint (store->schema, ==, 1);
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    g_assert_cmpuint (count (store, (StafetKind) kind), ==, kind == STAFET_KIND_AREA ? 1 : 0);
  assert_sound (store);
}

static void
an_older_store_that_may_not_be_written_is_read (Fixture *f, gconstpointer data)
{
  guint files = count_files (f->folder);

  (void) data;
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  as_ordinary_user (reads_without_upgrading, f->path);
  g_assert_cmpuint (count_files (f->folder), ==, files);
  g_assert_cmpint (schema_of (f->path), ==, 1);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
}

/* ——— Others ——— */

/* Opens, writes and looks, in a process of its own that waits for the starting shot. */
static pid_t
start_process (const char *path, int shot, int i)
{
  pid_t child = fork ();
  char byte;

  if (child != 0)
    return child;
  if (read (shot, &byte, 1) < 0)
    _exit (3);
  {
    g_autofree char *uid = g_strdup_printf ("opkald-%d", i);
    g_autoptr (StafetStore) store = stafet_store_open (path, NULL);

    if (store == NULL || stafet_store_is_read_only (store))
      _exit (2);
    put_call (store, uid);
  }
  _exit (0);
}

static void
open_at_once (const char *path)
{
  pid_t children[PROCESSES];
  int shot[2], status;

  g_assert_cmpint (pipe (shot), ==, 0);
  for (int i = 0; i < PROCESSES; i++)
    children[i] = start_process (path, shot[0], i);
  g_assert_cmpint (write (shot[1], "123456", PROCESSES), ==, PROCESSES);
  for (int i = 0; i < PROCESSES; i++)
    {
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  close (shot[0]);
  close (shot[1]);
}

static void
processes_that_open_at_once_all_succeed (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = copy_of (f), *folder = beside (f, "stafet.db.backups");

  (void) data;
  for (int round = 0; round < 4; round++)
    {
      open_at_once (f->path);
      g_assert_cmpint (schema_of (f->path), ==, STAFET_SCHEMA_VERSION);
      g_assert_cmpint (schema_of (copy), ==, 1);
      g_assert_cmpuint (count_files (folder), ==, 1);
      f->store = open_store (f->path);
      g_assert_cmpuint (count (f->store, STAFET_KIND_CALL), ==, PROCESSES);
      assert_sound (f->store);
      g_clear_object (&f->store);
      empty_folder (folder);
      g_rmdir (folder);
      empty_folder (f->folder);
      make_step_1 (f->path);
    }
}

/* One who was slow to copy finds the steps taken: what he copied is no copy from before. */
static void
a_late_copy_does_not_take_the_place_of_the_first (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = copy_of (f);
  g_autoptr (StafetStore) late = stafet_store_open_untouched (f->path, NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpint (late->schema, ==, 1);
  g_object_unref (open_store (f->path));
  g_clear_object (&late->connection);
  late->connection = stafet_sqlite_open (f->path, STAFET_SQLITE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (stafet_sqlite_allow_writing (late->connection, &error));
  g_assert_true (stafet_store_upgrade (late, &error));
  g_assert_no_error (error);
  g_assert_cmpint (late->schema, ==, STAFET_SCHEMA_VERSION);
  g_assert_cmpint (schema_of (copy), ==, 1);
}

/* ——— Backups of before ——— */

static void
an_older_backup_is_upgraded_when_it_is_restored (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = beside (f, "gammel.db");
  g_autoptr (GError) error = NULL;

  (void) data;
  make_step_1 (backup);
  f->store = open_store (f->path);
  put_call (f->store, "opkald");
  g_assert_true (stafet_store_restore (f->path, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (schema_of (f->path), ==, STAFET_SCHEMA_VERSION);
  g_assert_cmpint (schema_of (backup), ==, 1);
  /* Whoever has it open goes on. */
  g_assert_cmpuint (count (f->store, STAFET_KIND_CALL), ==, 0);
  put_call (f->store, "andet");
  g_assert_cmpuint (count (f->store, STAFET_KIND_CALL), ==, 1);
  assert_sound (f->store);
}

static void
an_older_backup_comes_back_where_there_is_no_store (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = beside (f, "gammel.db");
  g_autoptr (GError) error = NULL;

  (void) data;
  make_step_1 (backup);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_true (stafet_store_restore (f->path, backup, &error));
  g_assert_no_error (error);
  f->store = open_store (f->path);
  put_call (f->store, "opkald");
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
}

/* Backups of one store are known as its own, whenever they get the steps they lack. */
static void
what_came_of_one_store_has_its_identity (Fixture *f, gconstpointer data)
{
  g_autofree char *other = beside (f, "anden.db");
  g_autofree char *copy = beside (f, "kopi.db");
  g_autoptr (StafetStore) second = NULL, third = NULL;
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  (void) data;
  make_step_1 (other);
  f->store = open_store (f->path);
  a = stafet_store_read_identity (f->store, NULL);
  second = open_store (other);
  b = stafet_store_read_identity (second, NULL);
  g_assert_cmpuint (strlen (a), ==, 32);
  g_assert_cmpstr (a, ==, b);
  g_assert_true (stafet_store_backup (f->store, copy, NULL));
  third = open_store (copy);
  c = stafet_store_read_identity (third, NULL);
  g_assert_cmpstr (c, ==, a);
}

static void
new_stores_have_identities_of_their_own (Fixture *f, gconstpointer data)
{
  g_autofree char *one = beside (f, "en.db");
  g_autofree char *two = beside (f, "to.db");
  g_autoptr (StafetStore) first = stafet_store_create (one, NULL, TEST_INSTANT, NULL);
  g_autoptr (StafetStore) second = stafet_store_create (two, NULL, TEST_INSTANT, NULL);
  g_autofree char *a = stafet_store_read_identity (first, NULL);
  g_autofree char *b = stafet_store_read_identity (second, NULL);

  (void) data;
  g_assert_cmpuint (strlen (a), ==, 32);
  g_assert_cmpstr (a, !=, b);
}

/* ——— Newer ——— */

static void
a_newer_store_is_refused_and_not_copied (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = beside (f, "stafet.db.backups");
  g_autoptr (GError) error = NULL;

  (void) data;
  run_sql (f->path, "UPDATE store_meta SET schema = 99, readable_from = 99, writable_from = 99");
  g_assert_null (stafet_store_open (f->path, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NEWER);
  g_assert_cmpint (schema_of (f->path), ==, 99);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Newer steps that only add lock nobody out: what is there is neither upgraded nor turned back. */
static void
a_newer_store_that_may_be_written_stays_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = beside (f, "stafet.db.backups");

  (void) data;
  run_sql (f->path, stafet_schema_step (2));
  run_sql (f->path, stafet_schema_step (3));
  run_sql (f->path, stafet_schema_step (4));
  run_sql (f->path, "UPDATE store_meta SET schema = 99, readable_from = 1, writable_from = 2");
  f->store = open_store (f->path);
  g_assert_false (stafet_store_is_read_only (f->store));
  put_call (f->store, "opkald");
  g_assert_cmpint (schema_of (f->path), ==, 99);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

#define OLD(path, func) g_test_add (path, Fixture, NULL, set_up_old, func, tear_down_old)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  OLD ("/store/upgrade/an-older-store-gets-the-steps-it-lacks", an_older_store_gets_the_steps_it_lacks);
  OLD ("/store/upgrade/an-older-program-goes-on-writing", an_older_program_goes_on_writing);
  OLD ("/store/upgrade/what-was-written-before-reads-as-before", what_was_written_before_reads_as_before);
  OLD ("/store/upgrade/is-as-a-new-one", an_upgraded_store_is_as_a_new_one);
  OLD ("/store/upgrade/a-copy-from-before-lies-beside-and-opens", a_copy_from_before_lies_beside_and_opens);
  OLD ("/store/upgrade/a-second-opening-makes-no-second-copy", a_second_opening_makes_no_second_copy);
  OLD ("/store/upgrade/a-new-store-is-not-copied", a_new_store_is_not_copied);
  OLD ("/store/upgrade/a-failing-step-leaves-it-as-it-was", a_failing_step_leaves_the_store_as_it_was);
  OLD ("/store/upgrade/not-without-a-copy", without_a_copy_there_is_no_upgrade);
  OLD ("/store/upgrade/what-may-not-be-written-is-read", an_older_store_that_may_not_be_written_is_read);
  OLD ("/store/upgrade/processes-that-open-at-once-all-succeed", processes_that_open_at_once_all_succeed);
  OLD ("/store/upgrade/a-late-copy-is-no-copy-from-before", a_late_copy_does_not_take_the_place_of_the_first);
  OLD ("/store/upgrade/an-older-backup-is-upgraded-when-restored",
       an_older_backup_is_upgraded_when_it_is_restored);
  OLD ("/store/upgrade/an-older-backup-comes-back-without-a-store",
       an_older_backup_comes_back_where_there_is_no_store);
  OLD ("/store/upgrade/what-came-of-one-store-has-its-identity", what_came_of_one_store_has_its_identity);
  OLD ("/store/upgrade/new-stores-have-identities-of-their-own", new_stores_have_identities_of_their_own);
  OLD ("/store/upgrade/a-newer-store-is-refused-and-not-copied", a_newer_store_is_refused_and_not_copied);
  OLD ("/store/upgrade/a-newer-store-stays-newer", a_newer_store_that_may_be_written_stays_newer);
  return g_test_run ();
}
