/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes and checks the schema.
 */
#include "stafet-schema.h"

#include "core/stafet-i18n.h"
#include "stafet-schema-1.h"
#include "stafet-store.h"

const char *
stafet_schema_step (int version)
{
  g_return_val_if_fail (version == 1, NULL);
  return stafet_schema_1;
}

static gboolean
run_steps (StafetConnection *connection, GError **error)
{
  for (int version = 1; version <= STAFET_SCHEMA_VERSION; version++)
    if (!stafet_connection_execute (connection, stafet_schema_step (version), error))
      return FALSE;
  return TRUE;
}

gboolean
stafet_schema_create (StafetConnection *connection, GError **error)
{
  if (!stafet_connection_begin (connection, error))
    return FALSE;
  if (run_steps (connection, error) && stafet_connection_commit (connection, error))
    return TRUE;
  stafet_connection_rollback (connection);
  return FALSE;
}

static gboolean
read_meta (StafetConnection *connection, gint64 *readable_from, gint64 *writable_from, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (connection, "SELECT readable_from, writable_from FROM store_meta", error);

  if (statement == NULL || stafet_connection_step (connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  *readable_from = stafet_connection_get_integer (connection, statement, 0);
  *writable_from = stafet_connection_get_integer (connection, statement, 1);
  stafet_connection_reset (connection, statement);
  return TRUE;
}

/* No such table, or no row in it, is damage; a store that another program holds is only busy. */
static gboolean
fail_without_meta (GError *cause, GError **error)
{
  if (cause != NULL && !g_error_matches (cause, STAFET_STORE_ERROR, STAFET_STORE_ERROR_IO))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_clear_error (&cause);
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
                       _ ("The store is damaged: it does not say what it is. Restore the newest backup."));
  return FALSE;
}

gboolean
stafet_schema_check (StafetConnection *connection, gboolean *writable, GError **error)
{
  gint64 readable_from, writable_from;
  GError *cause = NULL;

  if (!read_meta (connection, &readable_from, &writable_from, &cause))
    return fail_without_meta (cause, error);
  *writable = writable_from <= STAFET_SCHEMA_VERSION;
  if (readable_from <= STAFET_SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NEWER,
    _ ("The store was written by a newer Stafet. Install that version; the store was left untouched."));
  return FALSE;
}
