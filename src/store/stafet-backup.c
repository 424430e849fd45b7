/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the backups of a store, looks into them, and compares their history with the store's.
 */
#include "stafet-backup.h"

#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

void
stafet_backup_free (StafetBackup *self)
{
  g_free (self->path);
  g_free (self->fault);
  g_free (self);
}

/* "2026-11-24" */
#define DAY_LENGTH 10

static char *
folder_of (const char *store_path)
{
  return g_strconcat (store_path, ".backups", NULL);
}

/* ——— What a file is called ——— */

/* What "2026-11-24.db" and "2026-11-24T1040.db" say; NONE for other names. */
static StafetWall
wall_of_name (const char *name)
{
  g_autofree char *day = g_strndup (name, DAY_LENGTH);
  guint hours = 0, minutes = 0;
  StafetDate date;

  if (!stafet_date_parse (day, &date, NULL))
    return STAFET_WALL_NONE;
  if (name[DAY_LENGTH] == 'T' && sscanf (name + DAY_LENGTH, "T%2u%2u.db", &hours, &minutes) != 2)
    return STAFET_WALL_NONE;
  return hours < 24 && minutes < 60 ? stafet_wall_new (date, (int) (hours * 60 + minutes)) : STAFET_WALL_NONE;
}

static StafetBackupKind
kind_of (const char *store_path, const char *path)
{
  g_autofree char *folder = folder_of (store_path),
                  *replaced = g_strconcat (store_path, ".before-restore", NULL);
  g_autofree char *name = g_path_get_basename (path), *own = g_build_filename (folder, name, NULL);

  if (g_str_has_prefix (path, replaced))
    return STAFET_BACKUP_REPLACED;
  if (strcmp (path, own) != 0)
    return STAFET_BACKUP_ELSEWHERE;
  if (g_str_has_prefix (name, "before-step-"))
    return STAFET_BACKUP_UPGRADE;
  if (wall_of_name (name) == STAFET_WALL_NONE)
    return STAFET_BACKUP_ELSEWHERE;
  return strcmp (name + DAY_LENGTH, ".db") == 0 ? STAFET_BACKUP_DAILY : STAFET_BACKUP_BY_HAND;
}

char *
stafet_backup_by_hand_path (const char *store_path, StafetWall now)
{
  g_autofree char *folder = folder_of (store_path), *name = NULL;
  char day[STAFET_DATE_SIZE];
  int minutes = stafet_wall_minutes (now);

  g_mkdir_with_parents (folder, 0700);
  name = g_strdup_printf ("%sT%02d%02d.db", stafet_date_write (stafet_wall_date (now), day), minutes / 60,
                          minutes % 60);
  return g_build_filename (folder, name, NULL);
}

/* ——— Looking into one ——— */

static gboolean
count_rows (StafetStore *store, StafetKind kind, guint *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", stafet_record_info (kind)->table);
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);

  if (statement == NULL || stafet_connection_step (store->connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  *n = (guint) stafet_connection_get_integer (store->connection, statement, 0);
  stafet_connection_reset (store->connection, statement);
  return TRUE;
}

static gboolean
look (StafetBackup *self, GError **error)
{
  g_autoptr (StafetStore) store = stafet_store_open_untouched (self->path, error);
  gint64 head;

  return store != NULL && stafet_store_read_head (store, &head, &self->newest, error)
         && count_rows (store, STAFET_KIND_HOUSE, &self->houses, error)
         && count_rows (store, STAFET_KIND_VOLUNTEER, &self->volunteers, error)
         && count_rows (store, STAFET_KIND_ACTIVITY, &self->activities, error);
}

StafetBackup *
stafet_backup_new (const char *store_path, const char *path)
{
  StafetBackup *self = g_new0 (StafetBackup, 1);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  GStatBuf info = { 0 };

  self->path = g_strdup (path);
  self->kind = kind_of (store_path, path);
  self->named = STAFET_WALL_NONE;
  if (self->kind == STAFET_BACKUP_DAILY || self->kind == STAFET_BACKUP_BY_HAND)
    self->named = wall_of_name (name);
  self->newest = STAFET_INSTANT_NONE;
  if (g_stat (path, &info) == 0)
    {
      self->at = info.st_mtime;
      self->size = info.st_size;
    }
  if (!look (self, &error))
    self->fault = g_strdup (error->message);
  return self;
}

/* ——— Finding them ——— */

/* @prefix: "" for all that end in @suffix. */
static void
add_from (GPtrArray *backups, const char *store_path, const char *folder, const char *prefix,
          const char *suffix)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix)
          && !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm")
          && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (backups, stafet_backup_new (store_path, path));
    }
  g_clear_pointer (&dir, g_dir_close);
}

/* Files of one second stand by name, so that the order is always the same. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const StafetBackup *one = *(StafetBackup *const *) a, *other = *(StafetBackup *const *) b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return strcmp (other->path, one->path);
}

GPtrArray *
stafet_backup_list (const char *store_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_backup_free);
  g_autofree char *folder = folder_of (store_path), *beside = g_path_get_dirname (store_path);
  g_autofree char *name = g_path_get_basename (store_path),
                  *replaced = g_strconcat (name, ".before-restore", NULL);

  add_from (backups, store_path, folder, "", ".db");
  add_from (backups, store_path, beside, replaced, "");
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

gboolean
stafet_backup_check (const char *path, GError **error)
{
  g_autoptr (StafetStore) store = stafet_store_open_backup (path, error);

  return store != NULL;
}

/* ——— Comparing ——— */

/* Kinds up to REDO are what people did. */
#define SELECT_CHANGES "SELECT id, at, kind FROM change_log ORDER BY id"

typedef struct
{
  gint64 id;
  StafetInstant at;
  gboolean human;
} Change;

static GArray *
changes_of (StafetStore *store, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  StafetStatement *statement;
  StafetStep step;
  STAFET_STORE_LOCKED (store);

  statement = stafet_connection_prepare (store->connection, SELECT_CHANGES, error);
  if (statement == NULL)
    return NULL;
  while ((step = stafet_connection_step (store->connection, statement, error)) == STAFET_STEP_ROW)
    {
      Change change = { stafet_connection_get_integer (store->connection, statement, 0),
                        stafet_connection_get_integer (store->connection, statement, 1),
                        stafet_connection_get_integer (store->connection, statement, 2)
                          <= STAFET_CHANGESET_REDO };

      g_array_append_val (changes, change);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

static int
compare_changes (const Change *a, const Change *b)
{
  if (a->id != b->id)
    return a->id < b->id ? -1 : 1;
  return a->at == b->at ? 0 : a->at < b->at ? -1 : 1;
}

static void
lose (StafetBackupLoss *loss, const Change *change)
{
  if (change->human && loss->lost++ == 0)
    loss->lost_since = change->at;
}

/* Both in order: a change that has the same number and time in both is the same. */
static void
merge (const GArray *now, const GArray *then, StafetBackupLoss *loss)
{
  guint i = 0, j = 0;

  while (i < now->len || j < then->len)
    {
      const Change *ours = i < now->len ? &g_array_index (now, Change, i) : NULL;
      const Change *theirs = j < then->len ? &g_array_index (then, Change, j) : NULL;
      int order = ours == NULL ? 1 : theirs == NULL ? -1 : compare_changes (ours, theirs);

      loss->related = loss->related || order == 0;
      if (order < 0)
        lose (loss, ours);
      else if (order > 0 && theirs->human)
        loss->regained++;
      i += order <= 0;
      j += order >= 0;
    }
}

gboolean
stafet_backup_compare (StafetStore *store, const char *path, StafetBackupLoss *loss, GError **error)
{
  g_autoptr (StafetStore) backup = stafet_store_open_untouched (path, error);
  g_autoptr (GArray) then = backup != NULL ? changes_of (backup, error) : NULL;
  g_autoptr (GArray) now = then != NULL ? changes_of (store, error) : NULL;

  *loss = (StafetBackupLoss){ .lost_since = STAFET_INSTANT_NONE };
  if (now == NULL)
    return FALSE;
  merge (now, then, loss);
  return TRUE;
}
