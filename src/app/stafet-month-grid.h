/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview of a month: a line of days for each week. Arrows move by day and week, and on into the next
 * month; Enter opens the week of a day.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_MONTH_GRID (stafet_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (StafetMonthGrid, stafet_month_grid, STAFET, MONTH_GRID, GtkWidget)

/* Shows the month of @date. What has the keyboard keeps it. */
void stafet_month_grid_show (StafetMonthGrid *self, StafetDesk *desk, StafetDate date);
void stafet_month_grid_focus (StafetMonthGrid *self);

/* Signals: "open" (gint date): a day was chosen; "leave" (gint date): the arrows went to a day of another
 * month. */

G_END_DECLS
