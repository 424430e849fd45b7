/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the change log: history, what others did, and what undo and redo would take.
 */
#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#define SELECT STAFET_STORE_SELECT_LOG
#define MANY_ROWS 200

static void
log_row_free (StafetLogRow *row)
{
  g_clear_pointer (&row->before, g_variant_unref);
  g_clear_pointer (&row->after, g_variant_unref);
  g_free (row);
}

void
stafet_log_entry_free (StafetLogEntry *entry)
{
  g_free (entry->author);
  g_free (entry->label);
  g_ptr_array_unref (entry->rows);
  g_array_unref (entry->bookings);
  g_free (entry);
}

static gboolean
read_image (StafetStore *self, StafetStatement *statement, int column, GVariant **image, GError **error)
{
  const char *text = stafet_connection_get_text (self->connection, statement, column);

  *image = text != NULL ? stafet_image_read (text, error) : NULL;
  return text == NULL || *image != NULL;
}

static gboolean
read_row (StafetStore *self, StafetStatement *statement, StafetLogEntry *entry, GError **error)
{
  StafetLogRow *row = g_new0 (StafetLogRow, 1);

  g_ptr_array_add (entry->rows, row);
  row->kind = stafet_kind_from_name (stafet_connection_get_text (self->connection, statement, 0));
  row->uid = stafet_uid_intern (stafet_connection_get_text (self->connection, statement, 1));
  row->operation = (StafetChangeOperation) stafet_connection_get_integer (self->connection, statement, 2);
  return read_image (self, statement, 3, &row->before, error)
         && read_image (self, statement, 4, &row->after, error);
}

/* The rows of a statement that is bound but for its first parameter and its last one, the limit. */
static gboolean
read_rows_of (StafetStore *self, StafetStatement *statement, int limit_at, StafetLogEntry *entry, guint limit,
              GError **error)
{
  StafetStep step;

  stafet_connection_bind_integer (self->connection, statement, 1, entry->id);
  stafet_connection_bind_integer (self->connection, statement, limit_at,
                                  limit > 0 ? (gint64) limit : G_MAXINT64);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    if (!read_row (self, statement, entry, error))
      {
        stafet_connection_reset (self->connection, statement);
        return FALSE;
      }
  return step == STAFET_STEP_DONE;
}

#define SELECT_ROWS "SELECT kind_name, uid, operation, before, after FROM change_row WHERE log = $1 "

/* A list that was taken in has thousands of rows: those that name what is asked for come first. */
static gboolean
read_naming_rows (StafetStore *self, StafetLogEntry *entry, const StafetLogExtent *extent, GError **error)
{
  static const char sql[] =
    SELECT_ROWS "AND (uid = $2 OR before LIKE $3 OR after LIKE $3) ORDER BY position LIMIT $4";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);
  g_autofree char *pattern = g_strdup_printf ("%%'%s'%%", extent->naming);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 2, extent->naming);
  stafet_connection_bind_text (self->connection, statement, 3, pattern);
  return read_rows_of (self, statement, 4, entry, extent->limit, error);
}

static gboolean
count_rows (StafetStore *self, StafetLogEntry *entry, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (self->connection, "SELECT count(*) FROM change_row WHERE log = $1", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, entry->id);
  if (stafet_connection_step (self->connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  entry->n_rows = (guint) stafet_connection_get_integer (self->connection, statement, 0);
  stafet_connection_reset (self->connection, statement);
  return TRUE;
}

static gboolean
read_rows (StafetStore *self, StafetLogEntry *entry, const StafetLogExtent *extent, GError **error)
{
  static const char sql[] = SELECT_ROWS "ORDER BY position LIMIT $2";
  StafetStatement *statement;

  if (extent->limit > 0 && !count_rows (self, entry, error))
    return FALSE;
  if (entry->n_rows > extent->limit && extent->naming != NULL
      && !read_naming_rows (self, entry, extent, error))
    return FALSE;
  if (entry->rows->len > 0)
    return TRUE;
  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL || !read_rows_of (self, statement, 2, entry, extent->limit, error))
    return FALSE;
  entry->n_rows = MAX (entry->n_rows, entry->rows->len);
  return TRUE;
}

static gboolean
read_bookings (StafetStore *self, StafetLogEntry *entry, GError **error)
{
  static const char sql[] =
    "SELECT kind_name, uid, expected FROM change_booking WHERE log = $1 ORDER BY kind_name, uid";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);
  StafetStep step;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, entry->id);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    {
      StafetBooking booking = {
        stafet_kind_from_name (stafet_connection_get_text (self->connection, statement, 0)),
        stafet_uid_intern (stafet_connection_get_text (self->connection, statement, 1)),
        stafet_connection_get_integer (self->connection, statement, 2)
      };

      g_array_append_val (entry->bookings, booking);
    }
  return step == STAFET_STEP_DONE;
}

static StafetLogEntry *
read_entry (StafetStore *self, StafetStatement *statement)
{
  StafetLogEntry *entry = g_new0 (StafetLogEntry, 1);

  entry->id = stafet_connection_get_integer (self->connection, statement, 0);
  entry->at = stafet_connection_get_integer (self->connection, statement, 1);
  entry->author = g_strdup (stafet_connection_get_text (self->connection, statement, 2));
  entry->label = g_strdup (stafet_connection_get_text (self->connection, statement, 3));
  entry->kind = (StafetChangesetKind) stafet_connection_get_integer (self->connection, statement, 4);
  entry->target = stafet_connection_get_integer (self->connection, statement, 5);
  entry->undone = stafet_connection_get_integer (self->connection, statement, 6) != 0;
  entry->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) log_row_free);
  entry->bookings = g_array_new (FALSE, FALSE, sizeof (StafetBooking));
  return entry;
}

GPtrArray *
stafet_store_read_entries (StafetStore *self, StafetStatement *statement, const StafetLogExtent *extent,
                           GError **error)
{
  static const StafetLogExtent all = { 0 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_log_entry_free);
  StafetStep step;

  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    g_ptr_array_add (entries, read_entry (self, statement));
  if (step == STAFET_STEP_ERROR)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!read_rows (self, g_ptr_array_index (entries, i), extent != NULL ? extent : &all, error)
        || !read_bookings (self, g_ptr_array_index (entries, i), error))
      return NULL;
  return g_steal_pointer (&entries);
}

GPtrArray *
stafet_store_read_log_since (StafetStore *self, gint64 since, GError **error)
{
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, SELECT "WHERE id > $1 ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1, since);
  return stafet_store_read_entries (self, statement, NULL, error);
}

StafetLogEntry *
stafet_store_read_entry (StafetStore *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, SELECT "WHERE id = $1", error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1, id);
  entries = stafet_store_read_entries (self, statement, NULL, error);
  if (entries == NULL)
    return NULL;
  if (entries->len > 0)
    return g_ptr_array_steal_index (entries, 0);
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING,
                       _ ("There is no change with that number. Look at the history."));
  return NULL;
}

StafetRecord *
stafet_store_read_gone (StafetStore *self, StafetKind kind, StafetUid uid)
{
  static const char sql[] =
    "SELECT coalesce (before, after) FROM change_row WHERE uid = $1 AND kind_name = $2 "
    "AND operation <> 1 ORDER BY log DESC, position DESC LIMIT 1";
  g_autoptr (StafetRecord) record = NULL;
  g_autoptr (GVariant) image = NULL;
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, NULL);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, uid);
  stafet_connection_bind_text (self->connection, statement, 2, stafet_kind_get_name (kind));
  if (stafet_connection_step (self->connection, statement, NULL) != STAFET_STEP_ROW)
    return NULL;
  /* What cannot be read any more is left out. */
  if (read_image (self, statement, 0, &image, NULL) && image != NULL)
    {
      record = stafet_record_new (kind, uid);
      stafet_record_apply_image (record, image, NULL);
    }
  stafet_connection_reset (self->connection, statement);
  return g_steal_pointer (&record);
}

GPtrArray *
stafet_store_read_changes_of (StafetStore *self, StafetUid uid, gint64 since, GError **error)
{
  static const char sql[] =
    SELECT "WHERE id > $1 AND id IN (SELECT log FROM change_row WHERE uid = $2) ORDER BY id DESC";
  const StafetLogExtent extent = { .limit = MANY_ROWS, .naming = uid };
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1, since);
  stafet_connection_bind_text (self->connection, statement, 2, uid);
  return stafet_store_read_entries (self, statement, &extent, error);
}

static StafetLogEntry *
read_one_of_author (StafetStore *self, const char *sql, guint rows, const char *nothing, GError **error)
{
  const StafetLogExtent extent = { .limit = rows };
  g_autoptr (GPtrArray) entries = NULL;
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, self->author);
  entries = stafet_store_read_entries (self, statement, &extent, error);
  if (entries == NULL)
    return NULL;
  if (entries->len > 0)
    return g_ptr_array_steal_index (entries, 0);
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING, nothing);
  return NULL;
}

/* Kind 0 is STAFET_CHANGESET_EDIT; state 0 is done, 1 is undone and can be redone. */
StafetLogEntry *
stafet_store_read_undo (StafetStore *self, guint rows, GError **error)
{
  return read_one_of_author (self,
                             SELECT "WHERE author = $1 AND kind = 0 AND state = 0 ORDER BY id DESC LIMIT 1",
                             rows, _ ("There is nothing of yours to undo."), error);
}

StafetLogEntry *
stafet_store_read_redo (StafetStore *self, guint rows, GError **error)
{
  return read_one_of_author (self, SELECT "WHERE author = $1 AND kind = 0 AND state = 1 ORDER BY id LIMIT 1",
                             rows, _ ("There is nothing of yours to redo."), error);
}

gboolean
stafet_store_read_head (StafetStore *self, gint64 *id, StafetInstant *at, GError **error)
{
  StafetStatement *statement;
  StafetStep step;
  STAFET_STORE_LOCKED (self);

  *id = 0;
  *at = STAFET_INSTANT_NONE;
  statement = stafet_connection_prepare (self->connection,
                                         "SELECT id, at FROM change_log ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  step = stafet_connection_step (self->connection, statement, error);
  if (step == STAFET_STEP_ERROR)
    return FALSE;
  if (step == STAFET_STEP_ROW)
    {
      *id = stafet_connection_get_integer (self->connection, statement, 0);
      *at = stafet_connection_get_integer (self->connection, statement, 1);
    }
  stafet_connection_reset (self->connection, statement);
  return TRUE;
}
