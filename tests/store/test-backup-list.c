/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is said of backups: which there are, what is in each, and what putting one back would lose.
 */
#include "store-fixture.h"
#include "store/stafet-backup.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define TUESDAY (stafet_date_new (2026, 11, 24))

static char *
beside (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
add_area (Fixture *f, const char *uid, const char *name)
{
  g_object_unref (stored (f->store, new_area (uid, name)));
}

static void
must_back_up (StafetStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;

  stafet_store_backup (store, path, &error);
  g_assert_no_error (error);
}

static void
must_restore (Fixture *f, const char *backup)
{
  g_autoptr (GError) error = NULL;

  stafet_store_restore (f->path, backup, &error);
  g_assert_no_error (error);
}

static StafetBackupLoss
compared (Fixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  StafetBackupLoss loss;

  stafet_backup_compare (f->store, path, &loss, &error);
  g_assert_no_error (error);
  return loss;
}

static void
remove_backups (Fixture *f)
{
  g_autofree char *folder = beside (f, "stafet.db.backups");

  empty_folder (folder);
  g_rmdir (folder);
}

/* ——— Which there are ——— */

static const StafetBackup *
find (const GPtrArray *backups, StafetBackupKind kind)
{
  for (guint i = 0; i < backups->len; i++)
    if (((StafetBackup *) backups->pdata[i])->kind == kind)
      return backups->pdata[i];
  g_assert_not_reached ();
}

RULE (every_kind_of_backup_is_listed)
{
  g_autofree char *by_hand = stafet_backup_by_hand_path (f->path, stafet_wall_new (TUESDAY, 640));
  g_autofree char *daily = NULL, *other = beside (f, "stafet.db.backups/noter.txt");
  g_autoptr (GPtrArray) backups = NULL;

  add_area (f, "nord", "Nord");
  g_assert_true (stafet_store_backup_daily (f->store, TUESDAY, NULL));
  must_back_up (f->store, by_hand);
  must_restore (f, by_hand);
  g_assert_true (g_file_set_contents (other, "ikke en kopi", -1, NULL));
  backups = stafet_backup_list (f->path);
  g_assert_cmpuint (backups->len, ==, 3);
  g_assert_cmpint (find (backups, STAFET_BACKUP_DAILY)->named, ==, stafet_wall_new (TUESDAY, 0));
  g_assert_cmpint (find (backups, STAFET_BACKUP_BY_HAND)->named, ==, stafet_wall_new (TUESDAY, 640));
  g_assert_cmpint (find (backups, STAFET_BACKUP_REPLACED)->named, ==, STAFET_WALL_NONE);
  for (guint i = 0; i < backups->len; i++)
    g_assert_null (((StafetBackup *) backups->pdata[i])->fault);
  /* Looking leaves nothing beside them. */
  daily = beside (f, "stafet.db.backups");
  g_assert_cmpuint (count_files (daily), ==, 3);
  remove_backups (f);
}

RULE (without_a_folder_there_are_none)
{
  g_autoptr (GPtrArray) backups = stafet_backup_list (f->path);

  g_assert_cmpuint (backups->len, ==, 0);
}

RULE (a_backup_says_what_is_in_it)
{
  g_autofree char *path = beside (f, "kopi.db");
  g_autoptr (StafetBackup) backup = NULL;
  StafetRecord *house = stafet_record_new (STAFET_KIND_HOUSE, NULL);

  ((StafetHouse *) house)->kind = STAFET_HOUSE_COMMUNITY;
  stafet_record_take_text (house, stafet_record_info_field (STAFET_RECORD_INFO (house), "name"),
                           g_strdup ("Møllestien"));
  g_object_unref (stored (f->store, house));
  must_back_up (f->store, path);
  backup = stafet_backup_new (f->path, path);
  g_assert_cmpint (backup->kind, ==, STAFET_BACKUP_ELSEWHERE);
  g_assert_null (backup->fault);
  g_assert_cmpuint (backup->houses, ==, 1);
  g_assert_cmpuint (backup->volunteers, ==, 0);
  g_assert_cmpint (backup->newest, ==, TEST_INSTANT);
  g_assert_cmpint (backup->size, >, 4096);
}

RULE (what_cannot_be_put_back_says_why)
{
  g_autofree char *path = beside (f, "kopi.db");
  g_autoptr (StafetBackup) missing = stafet_backup_new (f->path, path), foreign = NULL;

  g_assert_nonnull (missing->fault);
  g_assert_true (g_file_set_contents (path, "Kære dagbog", -1, NULL));
  foreign = stafet_backup_new (f->path, path);
  g_assert_nonnull (foreign->fault);
}

RULE (what_was_taken_by_hand_goes_after_six_weeks)
{
  g_autofree char *by_hand = stafet_backup_by_hand_path (f->path, stafet_wall_new (TUESDAY, 640));

  must_back_up (f->store, by_hand);
  g_assert_true (stafet_store_backup_daily (f->store, TUESDAY + 42, NULL));
  g_assert_true (g_file_test (by_hand, G_FILE_TEST_EXISTS));
  g_assert_true (stafet_store_backup_daily (f->store, TUESDAY + 43, NULL));
  g_assert_false (g_file_test (by_hand, G_FILE_TEST_EXISTS));
  remove_backups (f);
}

/* ——— What putting one back would lose ——— */

RULE (changes_made_since_are_lost)
{
  g_autofree char *path = beside (f, "kopi.db");
  StafetBackupLoss loss;

  add_area (f, "nord", "Nord");
  must_back_up (f->store, path);
  loss = compared (f, path);
  g_assert_true (loss.related);
  g_assert_cmpuint (loss.lost, ==, 0);
  add_area (f, "syd", "Syd");
  add_area (f, "vest", "Vest");
  loss = compared (f, path);
  g_assert_cmpuint (loss.lost, ==, 2);
  g_assert_cmpint (loss.lost_since, ==, TEST_INSTANT);
  g_assert_cmpuint (loss.regained, ==, 0);
}

RULE (what_was_replaced_brings_its_changes_back)
{
  g_autofree char *path = beside (f, "kopi.db"), *kept = beside (f, "stafet.db.before-restore");
  StafetBackupLoss loss;

  add_area (f, "nord", "Nord");
  must_back_up (f->store, path);
  add_area (f, "syd", "Syd");
  must_restore (f, path);
  loss = compared (f, kept);
  g_assert_true (loss.related);
  /* That a backup was restored is no change of anybody's. */
  g_assert_cmpuint (loss.lost, ==, 0);
  g_assert_cmpuint (loss.regained, ==, 1);
}

RULE (another_plan_is_told_apart)
{
  g_autofree char *path = beside (f, "andet.db");
  g_autoptr (StafetStore) other = stafet_store_create (path, NULL, TEST_INSTANT + 60, NULL);
  g_autoptr (StafetChangeset) changeset = new_edit ("Oprettet");
  StafetBackupLoss loss;

  add_area (f, "nord", "Nord");
  stafet_changeset_insert (changeset, new_area ("syd", "Syd"));
  g_assert_true (stafet_store_apply (other, changeset, TEST_INSTANT + 60, NULL));
  loss = compared (f, path);
  g_assert_false (loss.related);
  g_assert_cmpuint (loss.lost, ==, 1);
  g_assert_cmpuint (loss.regained, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/backup-list/every-kind-is-listed", every_kind_of_backup_is_listed);
  TEST ("/store/backup-list/none-without-a-folder", without_a_folder_there_are_none);
  TEST ("/store/backup-list/says-what-is-in-it", a_backup_says_what_is_in_it);
  TEST ("/store/backup-list/says-why-it-cannot-be-put-back", what_cannot_be_put_back_says_why);
  TEST ("/store/backup-list/by-hand-goes-after-six-weeks", what_was_taken_by_hand_goes_after_six_weeks);
  TEST ("/store/backup-loss/changes-made-since", changes_made_since_are_lost);
  TEST ("/store/backup-loss/what-was-replaced-comes-back", what_was_replaced_brings_its_changes_back);
  TEST ("/store/backup-loss/another-plan", another_plan_is_told_apart);
  return g_test_run ();
}
