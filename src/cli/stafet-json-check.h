/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text is JSON by the letter of RFC 8259, before a reader that forgives much takes it in.
 *
 * Refused besides: more than a few layers in each other, the same key twice in an object, whole numbers of
 * more digits than a machine counts with, and texts that hold what is no letter.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fault is STAFET_CLI_ERROR_USAGE and begins with its path, such as "$.shifts[3].end". */
gboolean stafet_json_check (const char *text, gsize length, GError **error);

G_END_DECLS
