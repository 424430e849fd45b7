/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: written beside, synced, renamed, opened and checked; and put back the same way.
 */
#include "core/stafet-i18n.h"
#include "stafet-sqlite.h"
#include "stafet-store-posix.h"
#include "stafet-store-private.h"

#include <glib/gstdio.h>

#define LOCKED(self) g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&(self)->lock)

static gboolean
rename_over (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_IO,
               _ ("%s cannot be written. Nothing was changed."), to);
  return FALSE;
}

/* Whether the file is a whole, sound store. */
static gboolean
is_sound (const char *path, GError **error)
{
  g_autoptr (StafetStore) store = stafet_store_open (path, error);
  g_autoptr (GPtrArray) faults = store != NULL ? stafet_store_check (store, error) : NULL;

  if (faults == NULL)
    return FALSE;
  if (faults->len == 0)
    return TRUE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE, _ ("%s is damaged: %s"), path,
               (const char *) g_ptr_array_index (faults, 0));
  return FALSE;
}

gboolean
stafet_store_copy_to (StafetConnection *connection, const char *path, GError **error)
{
  return stafet_posix_create_private (path, error) && stafet_connection_backup (connection, path, error)
         && stafet_posix_sync (path, error) && is_sound (path, error);
}

gboolean
stafet_store_backup (StafetStore *self, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".new", NULL);
  LOCKED (self);

  g_unlink (beside);
  if (stafet_store_copy_to (self->connection, beside, error) && rename_over (beside, path, error))
    return stafet_posix_sync (path, error);
  g_unlink (beside);
  return FALSE;
}

/* The store that was there is kept under a name that says so. */
static gboolean
keep_old (const char *store_path, GError **error)
{
  g_autofree char *kept = g_strconcat (store_path, ".before-restore", NULL);
  g_autoptr (StafetStore) old = NULL;

  if (!g_file_test (store_path, G_FILE_TEST_EXISTS))
    return TRUE;
  old = stafet_store_open (store_path, NULL);
  if (old != NULL)
    return stafet_store_backup (old, kept, error);
  /* Damaged: its bytes are kept as they are. */
  return rename_over (store_path, kept, error);
}

gboolean
stafet_store_restore (const char *store_path, const char *backup_path, GError **error)
{
  g_autofree char *beside = g_strconcat (store_path, ".new", NULL);
  g_autofree char *wal = g_strconcat (store_path, "-wal", NULL),
                  *shm = g_strconcat (store_path, "-shm", NULL);
  g_autoptr (StafetStore) backup = NULL;

  if (!is_sound (backup_path, error))
    return FALSE;
  backup = stafet_store_open (backup_path, error);
  g_unlink (beside);
  if (backup == NULL || !stafet_store_copy_to (backup->connection, beside, error)
      || !keep_old (store_path, error))
    {
      g_unlink (beside);
      return FALSE;
    }
  g_unlink (wal);
  g_unlink (shm);
  return rename_over (beside, store_path, error) && stafet_posix_sync (store_path, error);
}
