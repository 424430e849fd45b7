/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds backups: whole, checked, private, and put back without losing what they replace.
 */
#include "store-fixture.h"

#include <unistd.h>

static char *
beside (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
must_back_up (StafetStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;

  stafet_store_backup (store, path, &error);
  g_assert_no_error (error);
}

static void
must_restore (const char *path, const char *backup)
{
  g_autoptr (GError) error = NULL;

  stafet_store_restore (path, backup, &error);
  g_assert_no_error (error);
}

static guint
areas_in (const char *path)
{
  g_autoptr (StafetStore) store = open_store (path);

  assert_sound (store);
  return count (store, STAFET_KIND_AREA);
}

static void
a_backup_is_one_private_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *wal = beside (f, "backup.db-wal");
  GStatBuf info;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_object_unref (stored (f->store, new_area ("syd", "Syd")));
  g_assert_cmpuint (areas_in (path), ==, 1);
  /* A newer one takes its place. */
  must_back_up (f->store, path);
  g_assert_cmpuint (areas_in (path), ==, 2);
}

static void
assert_no_backup_over (Fixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_store_backup (f->store, path, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_EXISTS);
}

static void
a_backup_never_replaces_the_store_itself (Fixture *f, gconstpointer data)
{
  g_autofree char *alias = beside (f, "alias.db");

  (void) data;
  assert_no_backup_over (f, f->path);
  g_assert_cmpint (symlink (f->path, alias), ==, 0);
  assert_no_backup_over (f, alias);
}

static void
a_restore_keeps_the_replaced_store (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *kept = beside (f, "stafet.db.before-restore");
  g_autofree char *kept_too = beside (f, "stafet.db.before-restore-2");

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  g_object_unref (stored (f->store, new_area ("syd", "Syd")));
  g_clear_object (&f->store);
  must_restore (f->path, path);
  g_assert_cmpuint (areas_in (f->path), ==, 1);
  g_assert_cmpuint (areas_in (kept), ==, 2);
  must_restore (f->path, kept);
  g_assert_cmpuint (areas_in (f->path), ==, 2);
  g_assert_cmpuint (areas_in (kept_too), ==, 1);
}

/* The window may be open meanwhile: what it writes afterwards goes into the restored store. */
static void
others_see_the_restored_store (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db");
  g_autoptr (GPtrArray) entries = NULL;
  gint64 known, version;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  g_object_unref (stored (f->store, new_area ("syd", "Syd")));
  known = head (f->store);
  version = stafet_store_data_version (f->store);
  must_restore (f->path, path);
  g_assert_cmpint (stafet_store_data_version (f->store), !=, version);
  entries = stafet_store_read_log_since (f->store, known, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (entries, 0))->kind, ==, STAFET_CHANGESET_SYSTEM);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
  g_object_unref (stored (f->store, new_area ("vest", "Vest")));
  g_assert_cmpuint (areas_in (f->path), ==, 2);
}

static void
a_damaged_store_is_kept_and_replaced (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *kept = beside (f, "stafet.db.before-restore");
  g_autofree char *content = NULL;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  g_clear_object (&f->store);
  g_assert_true (g_file_set_contents (f->path, "i stykker", -1, NULL));
  must_restore (f->path, path);
  g_assert_cmpuint (areas_in (f->path), ==, 1);
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "i stykker");
}

/* So many that they fill the file's last pages. */
static void
fill_pages (StafetStore *store)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Mange");

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *uid = g_strdup_printf ("area%d", i), *name = g_strdup_printf ("Område %d", i);

      stafet_changeset_insert (changeset, new_area (uid, name));
    }
  commit (store, changeset);
}

/* Opening it does not read every page. */
static void
a_store_that_opens_in_spite_of_its_damage_is_replaced (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *kept = beside (f, "stafet.db.before-restore");
  g_autofree char *bytes = NULL;
  gsize length;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  fill_pages (f->store);
  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  /* Rows that opening has no need of. */
  memset (bytes + length - 3 * 4096, 0x55, 3 * 4096);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) length, NULL));
  g_object_unref (open_store (f->path));
  must_restore (f->path, path);
  g_assert_cmpuint (areas_in (f->path), ==, 1);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
a_lost_store_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *folder = beside (f, "ny"), *lost = beside (f, "ny/s.db");

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  /* On a new machine not even the folder is there. */
  must_restore (lost, path);
  g_assert_cmpuint (areas_in (lost), ==, 1);
  empty_folder (folder);
  g_rmdir (folder);
}

static void
assert_not_restored (Fixture *f, const char *backup, StafetStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_store_restore (f->path, backup, &error));
  g_assert_error (error, STAFET_STORE_ERROR, (int) code);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
}

static void
no_damaged_backup_is_put_back (Fixture *f, gconstpointer data)
{
  g_autofree char *path = beside (f, "backup.db"), *bytes = NULL;
  gsize length;

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  must_back_up (f->store, path);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + 4096, 0x55, length - 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  assert_not_restored (f, path, STAFET_STORE_ERROR_UNREADABLE);
  g_unlink (path);
  assert_not_restored (f, path, STAFET_STORE_ERROR_MISSING);
}

/* ——— A backup a day ——— */

static void
rotation_keeps_seven_days_and_five_weeks (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (StafetDate)), kept = NULL;
  StafetDate today = stafet_date_new (2026, 11, 24); /* a Tuesday */

  (void) f;
  (void) data;
  for (StafetDate day = today - 99; day <= today; day++)
    g_array_append_val (days, day);
  kept = stafet_store_days_kept (days);
  g_assert_cmpuint (kept->len, ==, 12);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (g_array_index (kept, StafetDate, 11 - i), ==, today - (int) i);
  /* The Sundays of the five weeks before the one that the seventh day lies in. */
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (g_array_index (kept, StafetDate, 4 - i), ==, today - 9 - 7 * (int) i);
}

static void
few_backups_are_all_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (StafetDate)), kept = NULL;

  (void) f;
  (void) data;
  for (StafetDate day = 20000; day < 20000 + 12 * 30; day += 30)
    g_array_append_val (days, day);
  kept = stafet_store_days_kept (days);
  g_assert_cmpuint (kept->len, ==, 12);
}

static void
the_first_backup_of_a_day_stays (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = beside (f, "stafet.db.backups"),
                  *path = g_build_filename (folder, "2026-11-24.db", NULL);
  StafetDate today = stafet_date_new (2026, 11, 24);

  (void) data;
  g_object_unref (stored (f->store, new_area ("nord", "Nord")));
  g_assert_true (stafet_store_backup_daily (f->store, today, NULL));
  g_object_unref (stored (f->store, new_area ("syd", "Syd")));
  g_assert_true (stafet_store_backup_daily (f->store, today, NULL));
  g_assert_cmpuint (areas_in (path), ==, 1);
  for (int i = 1; i <= 20; i++)
    g_assert_true (stafet_store_backup_daily (f->store, today + i, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  empty_folder (folder);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/backup/is-one-private-file", a_backup_is_one_private_file);
  TEST ("/store/backup/never-replaces-the-store-itself", a_backup_never_replaces_the_store_itself);
  TEST ("/store/restore/keeps-the-replaced-store", a_restore_keeps_the_replaced_store);
  TEST ("/store/restore/others-see-the-restored-store", others_see_the_restored_store);
  TEST ("/store/restore/a-damaged-store-is-kept-and-replaced", a_damaged_store_is_kept_and_replaced);
  TEST ("/store/restore/a-store-that-opens-in-spite-of-its-damage",
        a_store_that_opens_in_spite_of_its_damage_is_replaced);
  TEST ("/store/restore/a-lost-store-comes-back", a_lost_store_comes_back);
  TEST ("/store/restore/no-damaged-backup-is-put-back", no_damaged_backup_is_put_back);
  TEST ("/store/rotation/keeps-seven-days-and-five-weeks", rotation_keeps_seven_days_and_five_weeks);
  TEST ("/store/rotation/few-backups-are-all-kept", few_backups_are_all_kept);
  TEST ("/store/rotation/the-first-backup-of-a-day-stays", the_first_backup_of_a_day_stays);
  return g_test_run ();
}
