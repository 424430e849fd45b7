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
  STAFET_SQLITE_OPEN,      /* locked as SQLite does, read until stafet_sqlite_allow_writing() */
  STAFET_SQLITE_IMMUTABLE, /* a file that nobody can be writing: no locks, no -wal */
  STAFET_SQLITE_CREATE     /* an empty file: written from the first moment */
} StafetSqliteMode;

/* Opens @path with every pragma that reading safely takes. Refuses files of other programs, and leaves
 * them as they were. */
StafetConnection *stafet_sqlite_open (const char *path, StafetSqliteMode mode, GError **error);
/* Sets what writing safely takes: for a file whose schema this program may write. */
gboolean stafet_sqlite_allow_writing (StafetConnection *connection, GError **error);
/* Whether a log lies beside the file: after an unclean end, or because somebody is writing now. */
gboolean stafet_sqlite_has_wal (const char *path);
/* Quick integrity check, for after an unclean end. */
gboolean stafet_sqlite_quick_check (StafetConnection *connection, GError **error);
/* Replaces everything that @connection's file holds by what @from's holds, in one transaction that its
 * other readers see as any other commit. */
gboolean stafet_sqlite_replace (StafetConnection *connection, StafetConnection *from, GError **error);

G_END_DECLS
