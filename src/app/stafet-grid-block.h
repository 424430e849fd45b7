/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing in a grid of time: its title, time and people, as much of them as there is room for. Its
 * accessible name says all of it.
 */
#pragma once

#include "stafet-grid-content.h"

G_BEGIN_DECLS

#define STAFET_TYPE_GRID_BLOCK (stafet_grid_block_get_type ())
G_DECLARE_FINAL_TYPE (StafetGridBlock, stafet_grid_block, STAFET, GRID_BLOCK, GtkWidget)

/* A list item when it stands in a column. */
GtkWidget *stafet_grid_block_new (void);
/* Shows @entry of @content's agenda, which it keeps. */
void stafet_grid_block_bind (StafetGridBlock *self, const StafetGridContent *content,
                             const StafetEntry *entry);
/* Borrowed until the next bind; NULL before the first. */
const StafetEntry *stafet_grid_block_get_entry (StafetGridBlock *self);
/* Its entry as STAFET_ENTRY_TARGET. (transfer full) */
GVariant *stafet_grid_block_get_target (StafetGridBlock *self);

G_END_DECLS
