/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to one date of an activity or a shift, as a menu.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) */
GMenuModel *stafet_entry_menu_new (const StafetEntry *entry);
/* The entries (StafetEntry) as items that each show theirs: "Café · 10.00–14.00 · 1 missing". (transfer full)
 */
GMenuModel *stafet_entry_menu_new_choice (const GPtrArray *entries);

G_END_DECLS
