/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page in the sidebar: icon, name, and a count in words.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_SIDE_ROW (stafet_side_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetSideRow, stafet_side_row, STAFET, SIDE_ROW, GtkListBoxRow)

GtkWidget *stafet_side_row_new (const char *icon, const char *title);
/* "2 missing"; "" for nothing to say. */
void stafet_side_row_set_count (StafetSideRow *self, const char *count);

G_END_DECLS
