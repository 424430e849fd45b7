/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row that shows a StafetDayItem, and the list of such rows.
 */
#pragma once

#include "stafet-day-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_DAY_ROW (stafet_day_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetDayRow, stafet_day_row, STAFET, DAY_ROW, GtkWidget)

GtkWidget *stafet_day_row_new (void);
/* Follows @item until another one, or NULL, takes its place. */
void stafet_day_row_set_item (StafetDayRow *self, StafetDayItem *item);
/* What the row is about, in a sentence. (transfer full) */
char *stafet_day_row_describe (const StafetDayContent *content);

/* Makes rows for a GtkListView. (transfer full) */
GtkListItemFactory *stafet_day_row_factory_new (void);
/* What Enter on the row at @position does: finds somebody for a hole, opens an activity. */
void stafet_day_row_activate (GtkListView *view, guint position);

/* "food" …: the style class of a category, "none" without one. Static. */
const char *stafet_category_class (gint32 category);
const char *stafet_category_icon (gint32 category);

G_END_DECLS
