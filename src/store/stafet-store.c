/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens, creates, loads and writes the store.
 */
#include "stafet-store-private.h"

#include "core/stafet-house-rules.h"

#include "core/stafet-i18n.h"
#include "stafet-queries.h"
#include "stafet-schema.h"
#include "stafet-sqlite.h"
#include "stafet-store-posix.h"

#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_QUARK (stafet - store - error - quark, stafet_store_error)
G_DEFINE_FINAL_TYPE (StafetStore, stafet_store, G_TYPE_OBJECT)

#define LOCKED(self) g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&(self)->lock)

static void
stafet_store_finalize (GObject *object)
{
  StafetStore *self = STAFET_STORE (object);

  g_clear_object (&self->connection);
  if (self->scratch != NULL)
    g_unlink (self->scratch);
  g_free (self->scratch);
  g_free (self->path);
  g_free (self->author);
  g_rec_mutex_clear (&self->lock);
  G_OBJECT_CLASS (stafet_store_parent_class)->finalize (object);
}

static void
stafet_store_class_init (StafetStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_store_finalize;
}

static void
stafet_store_init (StafetStore *self)
{
  g_rec_mutex_init (&self->lock);
  self->author = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
}

gboolean
stafet_store_is_read_only (StafetStore *self)
{
  return self->read_only;
}

const char *
stafet_store_get_path (StafetStore *self)
{
  return self->path;
}

const char *
stafet_store_get_author (StafetStore *self)
{
  return self->author;
}

void
stafet_store_set_author (StafetStore *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

/* ——— Opening ——— */

static gint64
wal_size (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 ? (gint64) info.st_size : 0;
}

/* A file that cannot be written in a folder that cannot either: SQLite could not even read its -wal, so a
 * private copy of both is read instead. */
static char *
copy_aside (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("stafet-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "stafet.db", NULL) : NULL;
  static const char *const suffixes[] = { "", "-wal" };

  for (gsize i = 0; copy != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL),
                      *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (from, &bytes, &length, error)
          || !g_file_set_contents (to, bytes, (gssize) length, error))
        return NULL;
    }
  return g_steal_pointer (&copy);
}

static gboolean
connect (StafetStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean file_writable = stafet_posix_can_write (self->path),
           folder_writable = stafet_posix_can_write (folder);
  gboolean unclean = wal_size (self->path) > 0;
  StafetSqliteMode mode = STAFET_SQLITE_WRITE;

  self->read_only = !file_writable || !folder_writable;
  if (self->read_only && unclean)
    {
      self->scratch = copy_aside (self->path, error);
      if (self->scratch == NULL)
        return FALSE;
    }
  else if (self->read_only)
    mode = STAFET_SQLITE_IMMUTABLE;
  self->connection = stafet_sqlite_open (self->scratch != NULL ? self->scratch : self->path, mode, error);
  if (self->connection == NULL)
    return FALSE;
  return !unclean || stafet_sqlite_quick_check (self->connection, error);
}

static gboolean
refuse_path (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING,
                   _ ("There is no store at %s. Make one with: stafetctl init"), path);
      return TRUE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
                   _ ("%s is not a file. Choose the store's file."), path);
      return TRUE;
    }
  if (!stafet_posix_is_network (path))
    return FALSE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NETWORK,
               _ ("%s lies on a network drive, where a store can be damaged. Move it to this machine."),
               path);
  return TRUE;
}

StafetStore *
stafet_store_open (const char *path, GError **error)
{
  g_autoptr (StafetStore) self = g_object_new (STAFET_TYPE_STORE, NULL);
  gboolean writable = FALSE;

  self->path = g_strdup (path);
  if (refuse_path (path, error) || !connect (self, error)
      || !stafet_schema_check (self->connection, &writable, error))
    return NULL;
  self->read_only = self->read_only || !writable;
  return g_steal_pointer (&self);
}

/* ——— Creating ——— */

static gboolean
fill_new (const char *path, StafetChangeset *initial, StafetInstant at, GError **error)
{
  g_autoptr (StafetStore) self = g_object_new (STAFET_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->connection = stafet_sqlite_open (path, STAFET_SQLITE_CREATE, error);
  return self->connection != NULL && stafet_schema_create (self->connection, error)
         && (initial == NULL || stafet_store_apply (self, initial, at, error));
}

StafetStore *
stafet_store_create (const char *path, StafetChangeset *initial, StafetInstant at, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_strconcat (path, ".new", NULL);
  gboolean made;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_EXISTS,
                   _ ("There is a store at %s already. Choose another path, or use that one."), path);
      return NULL;
    }
  g_mkdir_with_parents (folder, 0700);
  g_unlink (beside);
  if (!stafet_posix_create_private (beside, error))
    return NULL;
  made = fill_new (beside, initial, at, error) && stafet_posix_sync (beside, error);
  if (made && g_rename (beside, path) != 0)
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_IO,
                   _ ("%s cannot be written. Nothing was changed."), path);
      made = FALSE;
    }
  if (!made)
    {
      g_unlink (beside);
      return NULL;
    }
  return stafet_store_open (path, error);
}

/* ——— Loading ——— */

static gboolean
load_rows (StafetStore *self, const StafetRecordInfo *info, StafetStatement *statement,
           StafetStoreRowFunc func, gpointer data, GError **error)
{
  StafetStep step;

  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    func (stafet_query_read (self->connection, statement, info), data);
  return step == STAFET_STEP_DONE;
}

gboolean
stafet_store_load (StafetStore *self, StafetKind kind, StafetDate since, StafetStoreRowFunc func,
                   gpointer data, GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (kind);
  gboolean dated = info->order != NULL && since != STAFET_DATE_NONE;
  g_autofree char *where = dated ? g_strdup_printf ("WHERE \"%s\" >= $1", info->order) : g_strdup ("");
  g_autofree char *sql = stafet_query_select (info, where);
  char buffer[STAFET_DATE_SIZE];
  StafetStatement *statement;
  LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  if (dated)
    stafet_connection_bind_text (self->connection, statement, 1, stafet_date_write (since, buffer));
  return load_rows (self, info, statement, func, data, error);
}

static void
keep_published_cb (StafetRecord *record, gpointer data)
{
  g_hash_table_insert (data, ((StafetPublished *) record)->event, record);
}

GHashTable *
stafet_store_load_published (StafetStore *self, const char *feed, GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (STAFET_KIND_PUBLISHED);
  g_autofree char *sql = stafet_query_select (info, "WHERE \"feed\" = $1");
  g_autoptr (GHashTable) published = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  StafetStatement *statement;
  LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, feed);
  if (!load_rows (self, info, statement, keep_published_cb, published, error))
    return NULL;
  return g_steal_pointer (&published);
}

/* ——— The publisher's memory ——— */

static gboolean
replace_published (StafetStore *self, StafetRecord *record, GError **error)
{
  static const char sql[] = "INSERT INTO \"published\" (\"uid\", \"version\", \"changed\", \"feed\", "
                            "\"event\", \"hash\", \"sequence\", \"at\") "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (\"uid\") DO UPDATE SET "
                            "\"hash\" = $6, \"sequence\" = $7, \"at\" = $8";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  record->changed = ((StafetPublished *) record)->at;
  stafet_query_bind (self->connection, statement, record);
  return stafet_connection_run (self->connection, statement, error);
}

static gboolean
write_note (StafetStore *self, const char *key, const char *value, GError **error)
{
  static const char sql[] =
    "INSERT INTO note (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 1, key);
  stafet_connection_bind_text (self->connection, statement, 2, value);
  return stafet_connection_run (self->connection, statement, error);
}

static gboolean
remember_all (StafetStore *self, GPtrArray *records, const char *key, const char *value, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!replace_published (self, g_ptr_array_index (records, i), error))
      return FALSE;
  return key == NULL || write_note (self, key, value, error);
}

gboolean
stafet_store_remember (StafetStore *self, GPtrArray *records, const char *key, const char *value,
                       GError **error)
{
  LOCKED (self);

  if (!stafet_connection_begin (self->connection, error))
    return FALSE;
  if (remember_all (self, records, key, value, error) && stafet_connection_commit (self->connection, error))
    return TRUE;
  stafet_connection_rollback (self->connection);
  return FALSE;
}

char *
stafet_store_read_note (StafetStore *self, const char *key, GError **error)
{
  StafetStatement *statement;
  StafetStep step;
  char *value;
  LOCKED (self);

  statement = stafet_connection_prepare (self->connection, "SELECT value FROM note WHERE key = $1", error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, key);
  step = stafet_connection_step (self->connection, statement, error);
  if (step == STAFET_STEP_ERROR)
    return NULL;
  value =
    g_strdup (step == STAFET_STEP_ROW ? stafet_connection_get_text (self->connection, statement, 0) : "");
  stafet_connection_reset (self->connection, statement);
  return value;
}

gint64
stafet_store_data_version (StafetStore *self)
{
  LOCKED (self);

  return stafet_connection_data_version (self->connection);
}

GPtrArray *
stafet_store_check (StafetStore *self, GError **error)
{
  LOCKED (self);

  return stafet_connection_check (self->connection, error);
}
