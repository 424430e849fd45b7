/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only the operating system can give: unguessable bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fills @bytes from the system's generator; ends the program if there is none. */
void stafet_random_bytes (guint8 *bytes, gsize length);

G_END_DECLS
