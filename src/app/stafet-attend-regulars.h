/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citizens who agreed to be missed, where it is said who came: whoever is not ticked was not seen.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

/* The regulars of @entry with a tick each; NULL: there are none. @ticked: keys of those who were there. A
 * tick asks for "page.tick" with its key. (transfer floating) */
GtkWidget *stafet_attend_regulars_new (StafetDesk *desk, const StafetEntry *entry, GHashTable *ticked);
/* Adds what it takes to say that those in @ticked were seen on that day to @edits (StafetEdit); nothing for
 * whoever was seen since. */
void stafet_attend_regulars_add_edits (const StafetSnapshot *snapshot, const StafetEntry *entry,
                                       GHashTable *ticked, GPtrArray *edits);
/* Adds the keys of all of @entry. @keys: char *, transfer full */
void stafet_attend_regulars_add_keys (const StafetSnapshot *snapshot, const StafetEntry *entry,
                                      GPtrArray *keys);

G_END_DECLS
