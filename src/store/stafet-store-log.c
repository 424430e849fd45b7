/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the change log: history, what others did, and what undo and redo would take.
 */
#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#define SELECT "SELECT id, at, author, label, kind, target, state FROM change_log "

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
read_rows (StafetStore *self, StafetLogEntry *entry, GError **error)
{
  static const char sql[] =
    "SELECT kind_name, uid, operation, before, after FROM change_row WHERE log = $1 ORDER BY position";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);
  StafetStep step;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, entry->id);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    {
      StafetLogRow *row = g_new0 (StafetLogRow, 1);

      g_ptr_array_add (entry->rows, row);
      row->kind = stafet_kind_from_name (stafet_connection_get_text (self->connection, statement, 0));
      row->uid = stafet_uid_intern (stafet_connection_get_text (self->connection, statement, 1));
      row->operation = (StafetChangeOperation) stafet_connection_get_integer (self->connection, statement, 2);
      if (!read_image (self, statement, 3, &row->before, error)
          || !read_image (self, statement, 4, &row->after, error))
        {
          stafet_connection_reset (self->connection, statement);
          return FALSE;
        }
    }
  return step == STAFET_STEP_DONE;
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

/* The entries of a bound statement, with their rows. */
static GPtrArray *
read_entries (StafetStore *self, StafetStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_log_entry_free);
  StafetStep step;

  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    g_ptr_array_add (entries, read_entry (self, statement));
  if (step == STAFET_STEP_ERROR)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!read_rows (self, g_ptr_array_index (entries, i), error)
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
  return read_entries (self, statement, error);
}

GPtrArray *
stafet_store_read_history (StafetStore *self, guint limit, GError **error)
{
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, SELECT "ORDER BY id DESC LIMIT $1", error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1, limit > 0 ? (gint64) limit : G_MAXINT64);
  return read_entries (self, statement, error);
}

static StafetLogEntry *
read_one_of_author (StafetStore *self, const char *sql, const char *nothing, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  StafetStatement *statement;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (self->connection, statement, 1, self->author);
  entries = read_entries (self, statement, error);
  if (entries == NULL)
    return NULL;
  if (entries->len > 0)
    return g_ptr_array_steal_index (entries, 0);
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING, nothing);
  return NULL;
}

/* Kind 0 is STAFET_CHANGESET_EDIT; state 0 is done, 1 is undone and can be redone. */
StafetLogEntry *
stafet_store_read_undo (StafetStore *self, GError **error)
{
  return read_one_of_author (self,
                             SELECT "WHERE author = $1 AND kind = 0 AND state = 0 ORDER BY id DESC LIMIT 1",
                             _ ("There is nothing of yours to undo."), error);
}

StafetLogEntry *
stafet_store_read_redo (StafetStore *self, GError **error)
{
  return read_one_of_author (self, SELECT "WHERE author = $1 AND kind = 0 AND state = 1 ORDER BY id LIMIT 1",
                             _ ("There is nothing of yours to redo."), error);
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
