/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What publishing asks of the operating system. Errors are of STAFET_PUBLISH_ERROR.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the folder when only its last part is missing, and takes it for this process alone until it is
 * released; BUSY when another one has it. A file system without locks is taken on trust. */
gboolean stafet_publish_lock (const char *folder, int *lock, GError **error);
/* The same of an empty file that is made where it is missing; @place is what the sentence names. */
gboolean stafet_publish_lock_file (const char *path, const char *place, int *lock, GError **error);
void stafet_publish_unlock (int lock);

/* Replaces @path by @bytes as a whole or not at all: temporary file beside it, sync, rename. Something that
 * is no regular file (a pipe, a terminal) is written to instead. */
gboolean stafet_publish_write (const char *path, const GString *bytes, GError **error);
GBytes *stafet_publish_read (const char *path, GError **error);
/* One that is gone already is no error. */
gboolean stafet_publish_remove (const char *path, GError **error);
GDir *stafet_publish_open_folder (const char *folder, GError **error);
/* Makes renamed and removed names durable. */
gboolean stafet_publish_sync_folder (const char *folder, GError **error);
/* Bytes, and the time of the last change in nanoseconds; FALSE when there is no such file. */
gboolean stafet_publish_stat (const char *path, gint64 *size, gint64 *changed);
/* Removes what a killed process left half written in a locked folder. */
void stafet_publish_sweep (const char *folder);

G_END_DECLS
