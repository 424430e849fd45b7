/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches somebody else's calendar from an address: bounded in size and in time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @text is an address (http:, https:, webcal:) and not a file. */
gboolean stafet_fetch_is_address (const char *text);

/* The body behind @address, at most @most octets. webcal: is fetched by https. Five redirections are
 * followed, never from https to http. Waits at most ten seconds for each answer, and a minute in all. Blocks;
 * any thread. NULL and STAFET_CORE_ERROR_FILE with a sentence. (transfer full) */
GBytes *stafet_fetch (const char *address, gsize most, GCancellable *cancellable, GError **error);

G_END_DECLS
