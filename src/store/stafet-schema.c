/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes and checks the schema.
 */
#include "stafet-schema.h"

#include "core/stafet-i18n.h"
#include "stafet-schema-1.h"
#include "stafet-schema-10.h"
#include "stafet-schema-11.h"
#include "stafet-schema-2.h"
#include "stafet-schema-3.h"
#include "stafet-schema-4.h"
#include "stafet-schema-5.h"
#include "stafet-schema-6.h"
#include "stafet-schema-7.h"
#include "stafet-schema-8.h"
#include "stafet-schema-9.h"
#include "stafet-store.h"

const char *
stafet_schema_step (int version)
{
  static const char *const steps[] = { stafet_schema_1, stafet_schema_2,  stafet_schema_3, stafet_schema_4,
                                       stafet_schema_5, stafet_schema_6,  stafet_schema_7, stafet_schema_8,
                                       stafet_schema_9, stafet_schema_10, stafet_schema_11 };

  G_STATIC_ASSERT (G_N_ELEMENTS (steps) == STAFET_SCHEMA_VERSION);
  g_return_val_if_fail (version >= 1 && version <= STAFET_SCHEMA_VERSION, NULL);
  return steps[version - 1];
}

static gboolean
run_steps (StafetConnection *connection, int after, GError **error)
{
  for (int version = after + 1; version <= STAFET_SCHEMA_VERSION; version++)
    if (!stafet_connection_execute (connection, stafet_schema_step (version), error))
      return FALSE;
  return TRUE;
}

gboolean
stafet_schema_create (StafetConnection *connection, GError **error)
{
  if (!stafet_connection_begin (connection, error))
    return FALSE;
  if (run_steps (connection, 0, error) && stafet_connection_commit (connection, error))
    return TRUE;
  stafet_connection_rollback (connection);
  return FALSE;
}

typedef struct
{
  gint64 schema, readable_from, writable_from;
} Meta;

static gboolean
read_meta (StafetConnection *connection, Meta *meta, GError **error)
{
  StafetStatement *statement = stafet_connection_prepare (
    connection, "SELECT schema, readable_from, writable_from FROM store_meta", error);

  if (statement == NULL || stafet_connection_step (connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  meta->schema = stafet_connection_get_integer (connection, statement, 0);
  meta->readable_from = stafet_connection_get_integer (connection, statement, 1);
  meta->writable_from = stafet_connection_get_integer (connection, statement, 2);
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
stafet_schema_has (int version, StafetKind kind)
{
  switch (kind)
    {
    case STAFET_KIND_CALL:
      return version >= 2;
    case STAFET_KIND_NOTE:
      return version >= 3;
    case STAFET_KIND_SIGNUP:
    case STAFET_KIND_TALLY:
      return version >= 4;
    case STAFET_KIND_TOLD:
    case STAFET_KIND_ROOM_PART:
    case STAFET_KIND_LOAN:
    case STAFET_KIND_IDEA:
    case STAFET_KIND_IDEA_ROLE:
      return version >= 5;
    case STAFET_KIND_IMPORTED:
      return version >= 8;
    case STAFET_KIND_CALENDAR:
      return version >= 9;
    case STAFET_KIND_OFFER:
    case STAFET_KIND_NOTICE:
    case STAFET_KIND_SYNONYM:
    case STAFET_KIND_ENQUIRY:
      return version >= 10;
    case STAFET_KIND_AGREEMENT:
    case STAFET_KIND_APPLICATION:
    case STAFET_KIND_MEMBER:
    case STAFET_KIND_MEETING:
    case STAFET_KIND_LINK:
    case STAFET_KIND_TALK:
    case STAFET_KIND_SNAG:
    case STAFET_KIND_WELCOME:
    case STAFET_KIND_PHOTO:
    case STAFET_KIND_REGULAR:
      return version >= 11;
    default:
      return TRUE;
    }
}

static gboolean
run_missing_steps (StafetConnection *connection, int from, GError **error)
{
  Meta meta;

  if (!read_meta (connection, &meta, error))
    return FALSE;
  return run_steps (connection, MAX (from, (int) meta.schema), error)
         && stafet_connection_commit (connection, error);
}

gboolean
stafet_schema_upgrade (StafetConnection *connection, int from, GError **error)
{
  if (!stafet_connection_begin (connection, error))
    return FALSE;
  if (run_missing_steps (connection, from, error))
    return TRUE;
  stafet_connection_rollback (connection);
  return FALSE;
}

gboolean
stafet_schema_check (StafetConnection *connection, int *version, gboolean *writable, GError **error)
{
  Meta meta;
  GError *cause = NULL;

  if (!read_meta (connection, &meta, &cause))
    return fail_without_meta (cause, error);
  *version = (int) meta.schema;
  *writable = meta.writable_from <= STAFET_SCHEMA_VERSION;
  if (meta.readable_from <= STAFET_SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NEWER,
    _ ("The store was written by a newer Stafet. Install that version; the store was left untouched."));
  return FALSE;
}
