/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite behind the connection's vtable.
 */
#include "stafet-sqlite.h"

#include "core/stafet-i18n.h"
#include "stafet-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define BUSY_MILLISECONDS 5000

struct _StafetSqlite
{
  StafetConnection parent_instance;

  sqlite3 *database;      /* owned */
  GHashTable *statements; /* SQL → StafetStatement, owned */
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (StafetSqlite, stafet_sqlite, STAFET_TYPE_CONNECTION)

#define MAX_PARAMETERS 64

/* To SQLite "$3" is a name, numbered by its first appearance: @indexes leads from the number to that. */
struct _StafetStatement
{
  sqlite3_stmt *statement; /* owned */
  int indexes[MAX_PARAMETERS + 1];
};

#define STATEMENT(wrapped) ((wrapped)->statement)
#define PARAMETER(wrapped, number) ((wrapped)->indexes[number])

/* ——— Errors ——— */

/* The code that stands for @code in the table below. SQLite tells of a full disk as such where it writes,
 * and as an input/output error elsewhere. */
static int
error_class (sqlite3 *database, int code)
{
  int cause = (code & 0xff) == SQLITE_IOERR && database != NULL ? sqlite3_system_errno (database) : 0;

  if (cause == ENOSPC || cause == EDQUOT)
    return SQLITE_FULL;
  switch (code & 0xff)
    {
    case SQLITE_PERM:
      return SQLITE_READONLY;
    case SQLITE_LOCKED:
      return SQLITE_BUSY;
    case SQLITE_NOTADB:
      return SQLITE_CORRUPT;
    default:
      return code & 0xff;
    }
}

static const struct
{
  int code;
  StafetStoreError kind;
  const char *sentence;
} sentences[] = {
  { SQLITE_FULL, STAFET_STORE_ERROR_FULL,
    N_ ("The disk is full. Make room and try again: nothing was changed.") },
  { SQLITE_READONLY, STAFET_STORE_ERROR_READ_ONLY,
    N_ ("The store cannot be written. Ask for write access to its folder: nothing was changed.") },
  { SQLITE_BUSY, STAFET_STORE_ERROR_BUSY,
    N_ ("Another program is using the store. Wait a moment and try again.") },
  { SQLITE_CORRUPT, STAFET_STORE_ERROR_UNREADABLE,
    N_ ("The store is damaged or not a Stafet store (%s). Restore the newest backup.") },
  { SQLITE_CANTOPEN, STAFET_STORE_ERROR_UNREADABLE,
    N_ ("The store cannot be opened (%s). Look at the path and at who may read it.") },
  { SQLITE_CONSTRAINT, STAFET_STORE_ERROR_DEPENDENCY,
    N_ ("Something still refers to what was to be removed, or refers to what is not there (%s).") },
  /* Ends the table: whatever else. */
  { SQLITE_OK, STAFET_STORE_ERROR_IO,
    N_ ("The store could not be used: %s. Try again; if it stays so, restore the newest backup.") },
};

static gboolean
set_error (GError **error, sqlite3 *database, int code)
{
  const char *detail = database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (code);
  int kind = error_class (database, code);
  gsize i = 0;

  while (sentences[i].code != SQLITE_OK && sentences[i].code != kind)
    i++;
  g_set_error (error, STAFET_STORE_ERROR, (int) sentences[i].kind, _ (sentences[i].sentence), detail);
  return FALSE;
}

/* ——— Vtable ——— */

static gboolean
sqlite_execute (StafetConnection *connection, const char *sql, GError **error)
{
  StafetSqlite *self = STAFET_SQLITE (connection);
  int code = sqlite3_exec (self->database, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || set_error (error, self->database, sqlite3_extended_errcode (self->database));
}

static StafetStatement *
wrap (sqlite3_stmt *statement)
{
  StafetStatement *wrapped = g_new0 (StafetStatement, 1);

  wrapped->statement = statement;
  for (int number = 1; number <= MAX_PARAMETERS; number++)
    {
      char name[8];

      g_snprintf (name, sizeof name, "$%d", number);
      wrapped->indexes[number] = sqlite3_bind_parameter_index (statement, name);
    }
  return wrapped;
}

static StafetStatement *
sqlite_prepare (StafetConnection *connection, const char *sql, GError **error)
{
  StafetSqlite *self = STAFET_SQLITE (connection);
  StafetStatement *known = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *statement;

  if (known != NULL)
    return known;
  if (sqlite3_prepare_v3 (self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      set_error (error, self->database, sqlite3_extended_errcode (self->database));
      return NULL;
    }
  known = wrap (statement);
  g_hash_table_insert (self->statements, g_strdup (sql), known);
  return known;
}

static void
sqlite_bind_integer (StafetStatement *statement, int parameter, gint64 value)
{
  sqlite3_bind_int64 (STATEMENT (statement), PARAMETER (statement, parameter), value);
}

static void
sqlite_bind_text (StafetStatement *statement, int parameter, const char *text)
{
  sqlite3_bind_text (STATEMENT (statement), PARAMETER (statement, parameter), text, -1, SQLITE_TRANSIENT);
}

static void
sqlite_bind_null (StafetStatement *statement, int parameter)
{
  sqlite3_bind_null (STATEMENT (statement), PARAMETER (statement, parameter));
}

static void
sqlite_reset (StafetStatement *statement)
{
  sqlite3_reset (STATEMENT (statement));
}

static StafetStep
sqlite_step (StafetConnection *connection, StafetStatement *statement, GError **error)
{
  StafetSqlite *self = STAFET_SQLITE (connection);
  int code = sqlite3_step (STATEMENT (statement));

  if (code == SQLITE_ROW)
    return STAFET_STEP_ROW;
  if (code != SQLITE_DONE)
    set_error (error, self->database, sqlite3_extended_errcode (self->database));
  sqlite3_reset (STATEMENT (statement));
  return code == SQLITE_DONE ? STAFET_STEP_DONE : STAFET_STEP_ERROR;
}

static gboolean
sqlite_is_null (StafetStatement *statement, int column)
{
  return sqlite3_column_type (STATEMENT (statement), column) == SQLITE_NULL;
}

static gint64
sqlite_get_integer (StafetStatement *statement, int column)
{
  return sqlite3_column_int64 (STATEMENT (statement), column);
}

static const char *
sqlite_get_text (StafetStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (STATEMENT (statement), column);
}

static gint64
sqlite_changed_rows (StafetConnection *connection)
{
  return sqlite3_changes64 (STAFET_SQLITE (connection)->database);
}

static gint64
query_integer (StafetConnection *connection, const char *sql, gint64 fallback)
{
  StafetStatement *statement = sqlite_prepare (connection, sql, NULL);
  gint64 value = fallback;

  if (statement != NULL && sqlite_step (connection, statement, NULL) == STAFET_STEP_ROW)
    {
      value = sqlite_get_integer (statement, 0);
      sqlite_reset (statement);
    }
  return value;
}

static gint64
sqlite_data_version (StafetConnection *connection)
{
  return query_integer (connection, "PRAGMA data_version", 0);
}

/* Those who read meanwhile keep what they need of the write-ahead log: then it is cut off another time. */
static void
sqlite_cut_off (StafetConnection *connection)
{
  sqlite3_wal_checkpoint_v2 (STAFET_SQLITE (connection)->database, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                             NULL);
}

static gboolean
copy_pages (sqlite3 *to, sqlite3 *from, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return set_error (error, to, sqlite3_extended_errcode (to));
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || set_error (error, to, code);
}

static gboolean
sqlite_backup (StafetConnection *connection, const char *path, GError **error)
{
  StafetSqlite *self = STAFET_SQLITE (connection);
  sqlite3 *to = NULL;
  int code = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  gboolean done;

  done = code == SQLITE_OK ? copy_pages (to, self->database, error) : set_error (error, to, code);
  /* A backup is one file: no -wal beside it. */
  if (done && sqlite3_exec (to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) != SQLITE_OK)
    done = set_error (error, to, sqlite3_extended_errcode (to));
  sqlite3_close (to);
  return done;
}

gboolean
stafet_sqlite_replace (StafetConnection *connection, StafetConnection *from, GError **error)
{
  return copy_pages (STAFET_SQLITE (connection)->database, STAFET_SQLITE (from)->database, error);
}

/* Rows of a checking pragma, each put into @sentence; @sound (nullable) is what it says when all is well. */
static gboolean
collect (StafetConnection *connection, const char *sql, const char *sound, const char *sentence,
         GPtrArray *faults, GError **error)
{
  StafetStatement *statement = sqlite_prepare (connection, sql, error);
  StafetStep step = STAFET_STEP_ERROR;

  if (statement == NULL)
    return FALSE;
  while ((step = sqlite_step (connection, statement, error)) == STAFET_STEP_ROW)
    {
      const char *text = sqlite_get_text (statement, 0);

      if (g_strcmp0 (text, sound) != 0)
        g_ptr_array_add (faults, g_strdup_printf (sentence, text));
    }
  return step == STAFET_STEP_DONE;
}

static GPtrArray *
sqlite_check (StafetConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!collect (connection, "PRAGMA integrity_check", "ok", _ ("The file is damaged: %s."), faults, error)
      || !collect (connection, "PRAGMA foreign_key_check", NULL,
                   _ ("A record of the kind “%s” refers to something that is not there."), faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}

static void
stafet_sqlite_finalize (GObject *object)
{
  StafetSqlite *self = STAFET_SQLITE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->writing)
    sqlite_cut_off (STAFET_CONNECTION (self));
  sqlite3_close (self->database);
  G_OBJECT_CLASS (stafet_sqlite_parent_class)->finalize (object);
}

static void
stafet_sqlite_class_init (StafetSqliteClass *klass)
{
  StafetConnectionClass *connection_class = STAFET_CONNECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stafet_sqlite_finalize;
  connection_class->execute = sqlite_execute;
  connection_class->prepare = sqlite_prepare;
  connection_class->bind_integer = sqlite_bind_integer;
  connection_class->bind_text = sqlite_bind_text;
  connection_class->bind_null = sqlite_bind_null;
  connection_class->step = sqlite_step;
  connection_class->reset = sqlite_reset;
  connection_class->is_null = sqlite_is_null;
  connection_class->get_integer = sqlite_get_integer;
  connection_class->get_text = sqlite_get_text;
  connection_class->changed_rows = sqlite_changed_rows;
  connection_class->data_version = sqlite_data_version;
  connection_class->cut_off = sqlite_cut_off;
  connection_class->backup = sqlite_backup;
  connection_class->check = sqlite_check;
}

static void
finalize_statement (gpointer data)
{
  StafetStatement *wrapped = data;

  sqlite3_finalize (wrapped->statement);
  g_free (wrapped);
}

static void
stafet_sqlite_init (StafetSqlite *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
}

/* ——— Opening ——— */

gboolean
stafet_sqlite_has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static void
set_option (StafetSqlite *self, int option, int value)
{
  sqlite3_db_config (self->database, option, value, NULL);
}

/* Until it is known to be a store that may be written, nothing of the file is changed: not even a -wal that
 * lies there is brought home on closing. */
static gboolean
prepare_reading (StafetConnection *connection, gboolean keep_wal, GError **error)
{
  StafetSqlite *self = STAFET_SQLITE (connection);

  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_busy_timeout (self->database, BUSY_MILLISECONDS);
  set_option (self, SQLITE_DBCONFIG_DEFENSIVE, 1);
  set_option (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep_wal);
  return sqlite_execute (
    connection, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON;", error);
}

static gboolean
check_application (StafetConnection *connection, const char *path, GError **error)
{
  /* Reads the header: a file that is no database is found here, with its own error. */
  StafetStatement *statement = sqlite_prepare (connection, "PRAGMA application_id", error);
  gint64 id;

  if (statement == NULL || sqlite_step (connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  id = sqlite_get_integer (statement, 0);
  sqlite_reset (statement);
  if (id == STAFET_APPLICATION_ID)
    return TRUE;
  /* An empty file is nobody's: most likely it was cut off. */
  if (query_integer (connection, "PRAGMA page_count", 0) == 0)
    return set_error (error, NULL, SQLITE_NOTADB);
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_FOREIGN,
               _ ("%s belongs to another program than Stafet. It was left untouched; choose another file."),
               path);
  return FALSE;
}

/* SQLite removes the -wal of a store where it believes to be the last one that has it open. It knows that
 * from locks of POSIX, and a process loses all of those on a file as soon as any part of it closes that file,
 * as a file chooser does that looks what is in a folder: it would go on writing into a log that has no name.
 * So the log is brought home and cut to nothing (see finalize), and its empty file stays. */
static void
keep_log (StafetSqlite *self)
{
  self->writing = TRUE;
  set_option (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
}

static gboolean
allow_writing (StafetConnection *connection, const char *journal, GError **error)
{
  static const char writing[] =
    "PRAGMA query_only=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

  if (!sqlite_execute (connection, writing, error) || !sqlite_execute (connection, journal, error))
    return FALSE;
  keep_log (STAFET_SQLITE (connection));
  /* An engine built without foreign keys takes the pragma and does nothing. */
  return query_integer (connection, "PRAGMA foreign_keys", 0) == 1 || set_error (error, NULL, SQLITE_MISUSE);
}

/* A new store is written without a -wal: the file that is renamed is all there is. */
static gboolean
mark_as_store (StafetConnection *connection, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d", STAFET_APPLICATION_ID);

  return allow_writing (connection, "PRAGMA journal_mode=DELETE;", error)
         && sqlite_execute (connection, sql, error);
}

static char *
file_uri (const char *path, gboolean immutable)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  /* With the empty host that it has: what follows two slashes is one else. */
  return g_strconcat (g_path_is_absolute (path) ? "file://" : "file:", escaped,
                      immutable ? "?immutable=1" : "", NULL);
}

StafetConnection *
stafet_sqlite_open (const char *path, StafetSqliteMode mode, GError **error)
{
  g_autoptr (StafetSqlite) self = g_object_new (STAFET_TYPE_SQLITE, NULL);
  StafetConnection *connection = STAFET_CONNECTION (self);
  g_autofree char *uri = file_uri (path, mode == STAFET_SQLITE_IMMUTABLE);
  int access = mode == STAFET_SQLITE_IMMUTABLE ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int code = sqlite3_open_v2 (uri, &self->database, SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | access, NULL);

  if (code != SQLITE_OK)
    {
      set_error (error, self->database, code);
      return NULL;
    }
  if (!prepare_reading (connection, stafet_sqlite_has_wal (path), error)
      || !(mode == STAFET_SQLITE_CREATE ? mark_as_store (connection, error)
                                        : check_application (connection, path, error)))
    return NULL;
  return STAFET_CONNECTION (g_steal_pointer (&self));
}

gboolean
stafet_sqlite_allow_writing (StafetConnection *connection, GError **error)
{
  return allow_writing (connection, "PRAGMA journal_mode=WAL;", error);
}

gboolean
stafet_sqlite_quick_check (StafetConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!collect (connection, "PRAGMA quick_check", "ok", "%s", faults, error))
    return FALSE;
  return faults->len == 0 || set_error (error, NULL, SQLITE_CORRUPT);
}
