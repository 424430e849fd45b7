/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The query catalogue: what is generated from the record tables, and how a record's fields travel between
 * struct and row.
 */
#pragma once

#include "core/stafet-record.h"
#include "stafet-connection.h"

G_BEGIN_DECLS

/* Columns: uid, version, changed, [booking_version,] then the fields in order; @schema is the newest step
 * that the store has had. (transfer full) */
char *stafet_query_select (const StafetRecordInfo *info, int schema, const char *where);
/* Writes no row where the uid is taken. */
char *stafet_query_insert (const StafetRecordInfo *info);
/* Parameters as insert's, and the expected version last. */
char *stafet_query_update (const StafetRecordInfo *info);
char *stafet_query_delete (const StafetRecordInfo *info);
/* What the schema's written steps must equal, column for column: held by a test. */
char *stafet_query_create (const StafetRecordInfo *info);
char *stafet_query_add_column (const StafetRecordInfo *info, const StafetField *field);

/* Binds uid, version, changed, [booking_version] and fields from parameter 1 on; returns the next one. */
int stafet_query_bind (StafetConnection *connection, StafetStatement *statement, gpointer record);
/* The record of a row of stafet_query_select(), derived. */
gpointer stafet_query_read (StafetConnection *connection, StafetStatement *statement,
                            const StafetRecordInfo *info);

G_END_DECLS
