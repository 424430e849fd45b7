/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches somebody else's calendar from an address: bounded in size and in time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @text is an address (http:, https:, webcal:) and not a file. */
gboolean stafet_fetch_is_address (const char *text);

/* The body behind @address, as stafet_http_send() bounds it. webcal: is fetched by https. Waits at most ten
 * seconds for each part of an answer, and a minute for the whole of it. Blocks; any thread. NULL and
 * STAFET_CORE_ERROR_FILE with a sentence, or G_IO_ERROR_CANCELLED. (transfer full) */
GBytes *stafet_fetch (const char *address, GCancellable *cancellable, GError **error);

G_END_DECLS
