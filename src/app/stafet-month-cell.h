/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day in the overview of a month: its number, what it lacks, and as much of what happens as there is room
 * for.
 */
#pragma once

#include "stafet-month-content.h"

G_BEGIN_DECLS

#define STAFET_TYPE_MONTH_CELL (stafet_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (StafetMonthCell, stafet_month_cell, STAFET, MONTH_CELL, GtkWidget)

GtkWidget *stafet_month_cell_new (void);
/* @day is borrowed until the next one, or NULL, takes its place. */
void stafet_month_cell_bind (StafetMonthCell *self, const StafetMonthDay *day);
const StafetMonthDay *stafet_month_cell_get (StafetMonthCell *self);

G_END_DECLS
