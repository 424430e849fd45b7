/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store asks of the operating system.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Creates an empty file that only its owner may read and write; fails if it exists. */
gboolean stafet_posix_create_private (const char *path, GError **error);
/* Makes the file's bytes, and its name in its folder, durable. */
gboolean stafet_posix_sync (const char *path, GError **error);
/* Whether the path lies on a file system that is shared over a network. */
gboolean stafet_posix_is_network (const char *path);
gboolean stafet_posix_can_write (const char *path);

G_END_DECLS
