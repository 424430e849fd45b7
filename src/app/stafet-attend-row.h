/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shift that is over, with a tick for everybody who may have come.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

/* @otherwise: keys (stafet_place_key()) of those of whom the contrary is ticked of what is expected. A tick
 * asks for "page.tick" with its key; the buttons for "page.times" and "page.helper" with the shift and the
 * original date. (transfer floating) */
GtkWidget *stafet_attend_row_new (StafetDesk *desk, const StafetEntry *entry, const StafetStaffing *staffing,
                                  GHashTable *otherwise);

G_END_DECLS
