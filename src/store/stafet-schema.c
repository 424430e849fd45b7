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

gboolean
stafet_schema_create (StafetConnection *connection, GError **error)
{
  for (int version = 1; version <= STAFET_SCHEMA_VERSION; version++)
    if (!stafet_connection_execute (connection, stafet_schema_step (version), error))
      return FALSE;
  return TRUE;
}

gboolean
stafet_schema_check (StafetConnection *connection, gboolean *writable, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (connection, "SELECT readable_from, writable_from FROM store_meta", error);
  gint64 readable_from;

  if (statement == NULL || stafet_connection_step (connection, statement, error) != STAFET_STEP_ROW)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (
          error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE,
          _ ("The store is damaged: it does not say what it is. Restore the newest backup."));
      return FALSE;
    }
  readable_from = stafet_connection_get_integer (connection, statement, 0);
  *writable = stafet_connection_get_integer (connection, statement, 1) <= STAFET_SCHEMA_VERSION;
  stafet_connection_reset (connection, statement);
  if (readable_from <= STAFET_SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NEWER,
    _ ("The store was written by a newer Stafet. Install that version; the store was left untouched."));
  return FALSE;
}
