/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content lines of an iCalendar stream (RFC 5545 §3.1), read in place: nothing is copied, and what a
 * line says lies in the buffer that it was read from.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line, NUL-terminated parts in the buffer. */
typedef struct
{
  char *name;       /* "" for a line that is none */
  char *parameters; /* ";TZID=Europe/Copenhagen;VALUE=DATE" without the first semicolon, or "" */
  char *value;
  gsize length; /* octets of the whole line, unfolded */
} StafetIcsLine;

/* Joins folded lines; @text (of @length octets, and a NUL behind them) gets shorter. Folds may lie inside a
 * UTF-8 sequence, as old writers do it: so this goes before any look at the encoding. Returns the length. */
gsize stafet_ics_unfold (char *text, gsize length);

/* The next line that is not empty of the unfolded text at *@at, which moves on; FALSE at its end. The text
 * ends with a NUL. */
gboolean stafet_ics_line_next (char **at, StafetIcsLine *line);
/* A line with no parts taken yet is kept whole as raw text: writes the separators that stafet_ics_line_next()
 * took out back, and returns the line. */
char *stafet_ics_line_raw (StafetIcsLine *line);
gboolean stafet_ics_line_is (const StafetIcsLine *line, const char *name);
/* The value of a parameter, without quotation marks; NULL when the line has none. (transfer full) */
char *stafet_ics_line_parameter (const StafetIcsLine *line, const char *name);
/* Undoes the escapes of a TEXT (§3.3.11) in place, and returns it. */
char *stafet_ics_unescape (char *text);

G_END_DECLS
