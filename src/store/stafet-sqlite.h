/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The SQLite engine: the only file that knows its pragmas and result codes.
 */
#pragma once

#include "stafet-connection.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SQLITE (stafet_sqlite_get_type ())
G_DECLARE_FINAL_TYPE (StafetSqlite, stafet_sqlite, STAFET, SQLITE, StafetConnection)

/* "Staf" in ASCII. */
#define STAFET_APPLICATION_ID 0x53746166

typedef enum
{
  STAFET_SQLITE_WRITE,
  STAFET_SQLITE_READ,      /* a file that cannot be written */
  STAFET_SQLITE_IMMUTABLE, /* and whose folder cannot either: no locks, no -wal */
  STAFET_SQLITE_CREATE     /* an empty file: pragmas that a new database needs */
} StafetSqliteMode;

/* Opens @path and sets every pragma that keeps the store safe. Refuses files of other programs. */
StafetConnection *stafet_sqlite_open (const char *path, StafetSqliteMode mode, GError **error);
/* Quick integrity check, for after an unclean end. */
gboolean stafet_sqlite_quick_check (StafetConnection *connection, GError **error);

G_END_DECLS
