/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds numbers shaped like a Danish CPR number, so that none is ever kept.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A valid ddmmyy and four digits, with nothing, a hyphen or a space between, not inside a longer number.
 * @offset (nullable) is where it begins, in bytes. */
gboolean stafet_cpr_find (const char *text, int *offset);

G_END_DECLS
