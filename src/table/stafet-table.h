/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of texts, as spreadsheets give and take them: CSV, or cells with tabs between that were pasted.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STAFET_TABLE_BYTES_MAX (50 * 1000 * 1000)
#define STAFET_TABLE_COLUMNS_MAX 100
/* The largest municipality has 3000 volunteers; what is far more can still be looked through. */
#define STAFET_TABLE_ROWS_MAX 250000

/* Immutable once read, and counted by reference: a worker may look at it. */
typedef struct
{
  GPtrArray *rows; /* GPtrArray of char *: trimmed, never NULL. The index of a row is its place in the file:
                    * an empty line is a row without cells */
  guint n_columns; /* of the longest row */
  char separator;  /* tab, ';' or ',' */
  GArray *mended;  /* guint, ascending: the rows that stafet_table_row_is_mended() speaks of */
} StafetTable;

/* Reads UTF-8, with or without a byte-order mark, UTF-16 with one (what a spreadsheet calls Unicode text), or
 * else Windows-1252, line by line: some who gather lists paste one kind into the other. The separator is the
 * one of tab, ';' and ',' that divides most lines. Quoted cells may hold separators and line ends; a
 * quotation mark that is never closed stands for itself. NULL for what is no text (STAFET_CORE_ERROR_FILE),
 * larger than STAFET_TABLE_BYTES_MAX or of more lines than STAFET_TABLE_ROWS_MAX. (transfer full) */
StafetTable *stafet_table_read (const char *bytes, gsize length, GError **error);
StafetTable *stafet_table_read_file (const char *path, GError **error);
StafetTable *stafet_table_ref (StafetTable *self);
void stafet_table_unref (StafetTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetTable, stafet_table_unref)

/* "" beyond the end. */
const char *stafet_table_get (const StafetTable *self, guint row, guint column);
gboolean stafet_table_row_is_empty (const StafetTable *self, guint row);
/* Whether the row was read as Windows-1252 in a table that is mostly UTF-8. */
gboolean stafet_table_row_is_mended (const StafetTable *self, guint row);

/* @rows: GPtrArray of char *. UTF-8 with a byte-order mark, ';' and CRLF, which the spreadsheets of Danes
 * open with a double click; a cell that a spreadsheet would take for a formula begins with an apostrophe,
 * which stafet_table_read() takes away again. (transfer full) */
char *stafet_table_write (const GPtrArray *rows);

G_END_DECLS
