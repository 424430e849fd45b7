/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only the operating system can give: unguessable bytes, and files that are whole.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fills @bytes from the system's generator; ends the program if there is none. */
void stafet_random_bytes (guint8 *bytes, gsize length);
/* What the temporary file ends with, as mkstemp() takes it: whoever was stopped leaves such a file behind. */
#define STAFET_FILE_SUFFIX ".stafet-XXXXXX"

/* Replaces the file by @bytes as a whole or not at all: temporary file beside it, sync, rename. What a link
 * leads to is replaced, not the link; something that is no regular file (a pipe, a terminal) is written to
 * instead. 0, or the errno of what failed. */
int stafet_file_replace (const char *path, const GString *bytes);

G_END_DECLS
