/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The password of a place that calendars are published to. It lies in the desktop's keyring, or in a file
 * that only a timer reads; never in the store, on a command line or in what is told.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the keyring holds for @user at @to. NULL without an error when it holds nothing, or there is no
 * keyring. Blocks for as long as somebody takes to open the keyring, a minute at most. Freed with
 * stafet_publish_password_free(). */
char *stafet_publish_password_look_up (const char *to, const char *user);
/* Keeps it there. The sentence says when there is no keyring. Blocks alike. */
gboolean stafet_publish_password_keep (const char *to, const char *user, const char *password,
                                       GError **error);
/* The first line of a file. Errors are of STAFET_PUBLISH_ERROR. */
char *stafet_publish_password_read_file (const char *path, GError **error);
/* Leaves none of it in memory. NULL is fine. */
void stafet_publish_password_free (char *password);

G_END_DECLS
