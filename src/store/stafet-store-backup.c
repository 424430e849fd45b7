/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: written beside, synced, opened, checked and renamed; and put back as one commit.
 */
#include "core/stafet-i18n.h"
#include "stafet-schema.h"
#include "stafet-sqlite.h"
#include "stafet-store-posix.h"
#include "stafet-store-private.h"

#include <glib/gstdio.h>

gboolean
stafet_store_rename_over (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_IO,
               _ ("%s cannot be written. Nothing was changed."), to);
  return FALSE;
}

static StafetStore *
open_sound (const char *path, GError **error)
{
  g_autoptr (StafetStore) store = stafet_store_open_untouched (path, error);
  g_autoptr (GPtrArray) faults = store != NULL ? stafet_store_check (store, error) : NULL;

  if (faults == NULL)
    return NULL;
  if (faults->len == 0)
    return g_steal_pointer (&store);
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
               _ ("%s is damaged and was not used. %s"), path, (const char *) g_ptr_array_index (faults, 0));
  return NULL;
}

StafetStore *
stafet_store_open_backup (const char *path, GError **error)
{
  GError *cause = NULL;
  StafetStore *store = open_sound (path, &cause);
  g_autofree char *name = g_filename_display_basename (path);

  /* Whoever restores a backup is not told to restore one. */
  if (g_error_matches (cause, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
                   _ ("%s is damaged, or no plan of Stafet's, and was not used. Choose another backup."),
                   name);
      g_error_free (cause);
    }
  else if (cause != NULL)
    g_propagate_error (error, cause);
  return store;
}

static gboolean
is_sound (const char *path, GError **error)
{
  g_autoptr (StafetStore) store = open_sound (path, error);

  return store != NULL;
}

gboolean
stafet_store_owns (StafetStore *self, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *own = g_strconcat (self->path, suffixes[i], NULL);

      if (stafet_posix_same_file (own, path))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_target (StafetStore *self, const char *path, GError **error)
{
  if (!stafet_store_owns (self, path))
    return FALSE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_EXISTS,
               _ ("%s is the store itself. Choose another file for the backup."), path);
  return TRUE;
}

/* @sound: or else it is refused. */
static gboolean
copy_to (StafetStore *self, const char *path, gboolean sound, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.%s", path, stafet_uid_new ());
  STAFET_STORE_LOCKED (self);

  if (refuse_target (self, path, error) || !stafet_posix_create_private (beside, error))
    return FALSE;
  if (stafet_connection_backup (self->connection, beside, error) && stafet_posix_sync (beside, error)
      && (!sound || is_sound (beside, error)) && stafet_store_rename_over (beside, path, error))
    return stafet_posix_sync (path, error);
  g_unlink (beside);
  return FALSE;
}

gboolean
stafet_store_backup (StafetStore *self, const char *path, GError **error)
{
  return copy_to (self, path, TRUE, error);
}

/* ——— Putting back ——— */

/* Restoring twice must not lose what was there first. */
static char *
free_name (const char *store_path)
{
  char *name = g_strconcat (store_path, ".before-restore", NULL);

  for (int number = 2; g_file_test (name, G_FILE_TEST_EXISTS); number++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%d", store_path, number);
    }
  return name;
}

/* An entry without rows and above every id that was ever given: whoever has the store open sees that what
 * he knows is no more. */
static gboolean
log_restore (StafetStore *store, gint64 newest, GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);

  stafet_changeset_set_label (changeset, "%s", _ ("Backup restored"));
  changeset->id = newest;
  return stafet_store_apply (store, changeset, g_get_real_time () / G_USEC_PER_SEC, error);
}

/* A backup of an older program brings the schema of that time: those who have the store open go by ours. */
static gboolean
bring_up_to_date (StafetStore *store, const StafetStore *backup, GError **error)
{
  return backup->schema >= STAFET_SCHEMA_VERSION
         || stafet_schema_upgrade (store->connection, backup->schema, error);
}

/* Where the log itself is damaged nobody can say its last number: one far above what the backup knows is
 * above that too. */
#define FAR_ABOVE 1000000

static gboolean
read_highest (StafetStore *store, StafetStore *backup, gint64 *highest, GError **error)
{
  StafetInstant at;

  if (stafet_store_read_head (store, highest, &at, NULL))
    return TRUE;
  if (!stafet_store_read_head (backup, highest, &at, error))
    return FALSE;
  *highest += FAR_ABOVE;
  return TRUE;
}

/* Others may have the store open: the rows are replaced inside the file, as one commit. What is replaced may
 * be damaged, which opening it does not always find: it is kept as it is. */
static gboolean
replace_rows (StafetStore *store, StafetStore *backup, const char *kept, GError **error)
{
  gint64 newest;

  return !stafet_store_refuse_writing (store, error) && read_highest (store, backup, &newest, error)
         && copy_to (store, kept, FALSE, error)
         && stafet_sqlite_replace (store->connection, backup->connection, error)
         && bring_up_to_date (store, backup, error) && log_restore (store, newest, error);
}

static gboolean
keep_file (const char *path, const char *suffix, const char *kept, GError **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL), *to = g_strconcat (kept, suffix, NULL);

  return !g_file_test (from, G_FILE_TEST_EXISTS) || stafet_store_rename_over (from, to, error);
}

/* What is damaged, or not there, cannot be written into: its bytes are kept as they are. */
static gboolean
replace_file (const char *path, StafetStore *backup, const char *kept, GError **error)
{
  g_autofree char *shm = g_strconcat (path, "-shm", NULL), *folder = g_path_get_dirname (path);
  g_autoptr (StafetStore) store = NULL;

  if (!keep_file (path, "", kept, error) || !keep_file (path, "-wal", kept, error))
    return FALSE;
  g_unlink (shm);
  g_mkdir_with_parents (folder, 0700);
  if (!stafet_store_backup (backup, path, error))
    return FALSE;
  store = stafet_store_open (path, error);
  return store != NULL && log_restore (store, 0, error);
}

gboolean
stafet_store_restore (const char *store_path, const char *backup_path, GError **error)
{
  g_autofree char *kept = free_name (store_path);
  g_autoptr (StafetStore) backup = stafet_store_open_backup (backup_path, error);
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (GError) refusal = NULL;

  if (backup == NULL)
    return FALSE;
  store = stafet_store_open (store_path, &refusal);
  if (store != NULL)
    return replace_rows (store, backup, kept, error);
  if (g_error_matches (refusal, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING)
      || g_error_matches (refusal, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE))
    return replace_file (store_path, backup, kept, error);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}
