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

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* clang-format off */
G_DEFINE_QUARK (stafet-store-error-quark, stafet_store_error)
/* clang-format on */
G_DEFINE_FINAL_TYPE (StafetStore, stafet_store, G_TYPE_OBJECT)

static void
unlink_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  g_unlink (beside);
}

/* A store file with what SQLite may have left beside it. */
static void
unlink_store (const char *path)
{
  unlink_beside (path, "");
  unlink_beside (path, "-wal");
  unlink_beside (path, "-shm");
}

static void
remove_scratch (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  unlink_store (path);
  g_rmdir (folder);
}

static void
stafet_store_finalize (GObject *object)
{
  StafetStore *self = STAFET_STORE (object);

  g_clear_object (&self->connection);
  if (self->scratch != NULL)
    remove_scratch (self->scratch);
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

static gboolean
is_lost (StafetStore *self)
{
  StafetFileId now;

  return self->file.number != 0
         && (!stafet_posix_identify (self->path, &now) || now.number != self->file.number
             || now.device != self->file.device);
}

gboolean
stafet_store_refuse_writing (StafetStore *self, GError **error)
{
  if (is_lost (self))
    {
      g_set_error (
        error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING,
        _ ("The data is no longer at %s: the file was moved, deleted or replaced. Nothing was saved. "
           "Put it back, or start Stafet anew."),
        self->path);
      return TRUE;
    }
  if (!self->read_only)
    return FALSE;
  g_set_error (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_READ_ONLY,
    _ ("The store at %s can only be read. Ask for write access to its folder: nothing was changed."),
    self->path);
  return TRUE;
}

/* ——— Opening ——— */

static gboolean
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL), *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (source, &bytes, &length, NULL)
         && g_file_set_contents (target, bytes, (gssize) length, NULL);
}

/* SQLite cannot read a -wal in a folder that it may not write to, so a private copy of both is read. */
static char *
copy_aside (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("stafet-XXXXXX", NULL);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "stafet.db", NULL) : NULL;

  if (copy != NULL && copy_file (path, copy, "") && copy_file (path, copy, "-wal"))
    return g_steal_pointer (&copy);
  if (copy != NULL)
    remove_scratch (copy);
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
               _ ("%s cannot be copied to be read. Look at who may read it, and make room on the disk."),
               path);
  return NULL;
}

static gboolean
connect_reading (StafetStore *self, GError **error)
{
  if (!stafet_sqlite_has_wal (self->path))
    {
      self->connection = stafet_sqlite_open (self->path, STAFET_SQLITE_IMMUTABLE, error);
      return self->connection != NULL;
    }
  self->scratch = copy_aside (self->path, error);
  if (self->scratch == NULL)
    return FALSE;
  self->connection = stafet_sqlite_open (self->scratch, STAFET_SQLITE_OPEN, error);
  return self->connection != NULL;
}

/* Writing is for the disk to allow, and then for the schema. */
static gboolean
open_connection (StafetStore *self, gboolean may_write, GError **error)
{
  gboolean unclean = stafet_sqlite_has_wal (self->path), writable = FALSE;

  if (may_write)
    self->connection = stafet_sqlite_open (self->path, STAFET_SQLITE_OPEN, error);
  else if (!connect_reading (self, error))
    return FALSE;
  if (self->connection == NULL || !stafet_schema_check (self->connection, &self->schema, &writable, error)
      || (unclean && !stafet_sqlite_quick_check (self->connection, error)))
    return FALSE;
  self->read_only = !may_write || !writable;
  return self->read_only
         || (stafet_sqlite_allow_writing (self->connection, error) && stafet_store_upgrade (self, error));
}

static gboolean
refuse_path (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0 && errno != ENOENT && errno != ENOTDIR)
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
                   _ ("%s cannot be looked at: %s. Ask for access to its folder."), path, g_strerror (errno));
      return TRUE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING,
                   _ ("There is no store at %s. Make one with: stafetctl init"), path);
      return TRUE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
               _ ("%s is not a file. Choose the store's file."), path);
  return TRUE;
}

static gboolean
refuse_network (const char *path, const char *at, GError **error)
{
  if (!stafet_posix_is_network (at))
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
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean may_write = stafet_posix_can_write (path) && stafet_posix_can_write (folder);
  g_autoptr (GError) refusal = NULL;

  self->path = g_strdup (path);
  if (refuse_path (path, error) || refuse_network (path, path, error))
    return NULL;
  if (open_connection (self, may_write, &refusal))
    {
      stafet_posix_identify (path, &self->file);
      return g_steal_pointer (&self);
    }
  /* A full disk has no room for what SQLite keeps beside a store it may write: it is read all the same. */
  g_clear_object (&self->connection);
  if (g_error_matches (refusal, STAFET_STORE_ERROR, STAFET_STORE_ERROR_FULL)
      && open_connection (self, FALSE, NULL))
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}

StafetStore *
stafet_store_open_untouched (const char *path, GError **error)
{
  g_autoptr (StafetStore) self = g_object_new (STAFET_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  if (refuse_path (path, error) || !open_connection (self, FALSE, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ——— Creating ——— */

static gboolean
fill_new (const char *path, StafetChangeset *initial, StafetInstant at, GError **error)
{
  g_autoptr (StafetStore) self = g_object_new (STAFET_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->schema = STAFET_SCHEMA_VERSION;
  self->connection = stafet_sqlite_open (path, STAFET_SQLITE_CREATE, error);
  return self->connection != NULL && stafet_schema_create (self->connection, error)
         && (initial == NULL || stafet_store_apply (self, initial, at, error));
}

/* Made under a name of its own, so that two who do the same never meet in one file. */
static gboolean
make_beside (const char *path, StafetChangeset *initial, StafetInstant at, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.%s", path, stafet_uid_new ());
  gboolean made;

  if (!stafet_posix_create_private (beside, error))
    return FALSE;
  made = fill_new (beside, initial, at, error) && stafet_posix_sync (beside, error)
         && stafet_posix_rename_new (beside, path, error);
  if (!made)
    unlink_store (beside);
  return made && stafet_posix_sync (path, error);
}

StafetStore *
stafet_store_create (const char *path, StafetChangeset *initial, StafetInstant at, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  StafetStore *store;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_EXISTS,
                   _ ("There is a store at %s already. Choose another path, or use that one."), path);
      return NULL;
    }
  g_mkdir_with_parents (folder, 0700);
  if (refuse_network (path, folder, error) || !make_beside (path, initial, at, error))
    return NULL;
  store = stafet_store_open (path, error);
  /* One that cannot be opened a moment after it was made would only stand in the way. */
  if (store == NULL)
    unlink_store (path);
  return store;
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
  gboolean dated = info->order_field >= 0 && info->fields[info->order_field].type == STAFET_FIELD_DATE
                   && since != STAFET_DATE_NONE;
  g_autofree char *where = dated ? g_strdup_printf ("WHERE \"%s\" >= $1", info->order) : g_strdup ("");
  g_autofree char *sql = stafet_query_select (info, self->schema, where);
  char buffer[STAFET_DATE_SIZE];
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  if (!stafet_schema_has (self->schema, kind))
    return TRUE;
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
  g_autofree char *sql = stafet_query_select (info, self->schema, "WHERE \"feed\" = $1");
  g_autoptr (GHashTable) published = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, feed);
  if (!load_rows (self, info, statement, keep_published_cb, published, error))
    return NULL;
  return g_steal_pointer (&published);
}

GHashTable *
stafet_store_load_published_newest (StafetStore *self, GError **error)
{
  g_autoptr (GHashTable) newest = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  StafetStatement *statement;
  StafetStep step;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (
    self->connection, "SELECT \"feed\", MAX(\"at\") FROM \"published\" GROUP BY \"feed\"", error);
  if (statement == NULL)
    return NULL;
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    {
      StafetUid feed = stafet_uid_intern (stafet_connection_get_text (self->connection, statement, 0));
      const char *text = stafet_connection_get_text (self->connection, statement, 1);
      StafetInstant at;

      if (text != NULL && stafet_instant_parse (text, &at, NULL))
        g_hash_table_insert (newest, (gpointer) feed, g_memdup2 (&at, sizeof at));
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&newest) : NULL;
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

gboolean
stafet_store_write_note (StafetStore *self, const char *key, const char *value, GError **error)
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
  return key == NULL || stafet_store_write_note (self, key, value, error);
}

gboolean
stafet_store_remember (StafetStore *self, GPtrArray *records, const char *key, const char *value,
                       GError **error)
{
  STAFET_STORE_LOCKED (self);

  if (stafet_store_refuse_writing (self, error) || !stafet_connection_begin (self->connection, error))
    return FALSE;
  if (remember_all (self, records, key, value, error) && stafet_connection_commit (self->connection, error))
    return TRUE;
  stafet_connection_rollback (self->connection);
  return FALSE;
}

/* The text that @sql finds, "" without a row. @key (nullable) is its argument. */
static char *
read_text (StafetStore *self, const char *sql, const char *key, GError **error)
{
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);
  StafetStep step;
  char *value;

  if (statement == NULL)
    return NULL;
  if (key != NULL)
    stafet_connection_bind_text (self->connection, statement, 1, key);
  step = stafet_connection_step (self->connection, statement, error);
  if (step == STAFET_STEP_ERROR)
    return NULL;
  value =
    g_strdup (step == STAFET_STEP_ROW ? stafet_connection_get_text (self->connection, statement, 0) : "");
  stafet_connection_reset (self->connection, statement);
  return value;
}

char *
stafet_store_read_note (StafetStore *self, const char *key, GError **error)
{
  STAFET_STORE_LOCKED (self);

  return read_text (self, "SELECT value FROM note WHERE key = $1", key, error);
}

char *
stafet_store_read_identity (StafetStore *self, GError **error)
{
  STAFET_STORE_LOCKED (self);

  return read_text (self, "SELECT identity FROM store_meta", NULL, error);
}

GPtrArray *
stafet_store_list_notes (StafetStore *self, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  StafetStatement *statement;
  StafetStep step;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (
    self->connection,
    "SELECT key FROM note WHERE substr(key, 1, length($1)) = $1 AND value <> '' ORDER BY key", error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, prefix);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    g_ptr_array_add (keys, g_strdup (stafet_connection_get_text (self->connection, statement, 0)));
  if (step == STAFET_STEP_ERROR)
    return NULL;
  stafet_connection_reset (self->connection, statement);
  return g_steal_pointer (&keys);
}

gint64
stafet_store_data_version (StafetStore *self)
{
  STAFET_STORE_LOCKED (self);

  return stafet_connection_data_version (self->connection);
}

GPtrArray *
stafet_store_check (StafetStore *self, GError **error)
{
  STAFET_STORE_LOCKED (self);

  return stafet_connection_check (self->connection, error);
}
