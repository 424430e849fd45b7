/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a WebDAV server says lies in a folder: its answer to PROPFIND (RFC 4918 §13).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Name → stamp, both owned: the ETag, else when the file was changed and how long it is, else "". The folder
 * @address itself is left out. Errors are of STAFET_PUBLISH_ERROR. */
GHashTable *stafet_publish_multistatus_read (GBytes *body, const char *address, GError **error);

G_END_DECLS
