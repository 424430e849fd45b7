/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store asks of the operating system.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Creates an empty file that only its owner may read and write; fails if it exists. */
gboolean stafet_posix_create_private (const char *path, GError **error);
/* Makes the file's bytes, and its name in its folder, durable. Never for a file that SQLite has open:
 * closing it here would drop SQLite's locks. */
gboolean stafet_posix_sync (const char *path, GError **error);
/* Gives @from the name @to; fails if that is taken, also if it was taken a moment ago. */
gboolean stafet_posix_rename_new (const char *from, const char *to, GError **error);
/* Whether both names lead to one file. */
gboolean stafet_posix_same_file (const char *a, const char *b);
/* What tells a file from every other, whatever it is called: FALSE when there is none at @path. */
typedef struct
{
  guint64 device, number;
} StafetFileId;
gboolean stafet_posix_identify (const char *path, StafetFileId *id);
/* Whether the path lies on a file system that is shared over a network. */
gboolean stafet_posix_is_network (const char *path);
gboolean stafet_posix_can_write (const char *path);

G_END_DECLS
