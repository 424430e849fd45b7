/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grid of time: columns of days or rooms under their headings, hours down the side.
 *
 * Tab comes to the grid once; arrows move in it: up and down through what happens and free time, left and
 * right to the same time in the next column. Enter opens a thing, or plans a new one on free time, which
 * Shift with up and down makes longer. Alt with arrows moves a thing, with Shift its end; Enter puts it
 * there, Escape leaves it. The pointer does the same by dragging.
 *
 * Signals:
 * - "create" (gint column, gint from, gint to): somebody wants something new there, in minutes.
 * - "move" (StafetGridBlock, gint column, gint from, gint to): a thing is to have that column, start and end
 * (in minutes of the column's day, where @to may lie behind midnight, and @from before it).
 * - "resized": stafet_time_grid_get_lanes() answers otherwise than when the content was made.
 */
#pragma once

#include "stafet-grid-content.h"

G_BEGIN_DECLS

#define STAFET_TYPE_TIME_GRID (stafet_time_grid_get_type ())
G_DECLARE_FINAL_TYPE (StafetTimeGrid, stafet_time_grid, STAFET, TIME_GRID, GtkWidget)

/* Takes @content. What has the keyboard keeps it. */
void stafet_time_grid_show (StafetTimeGrid *self, StafetGridContent *content);
const StafetGridContent *stafet_time_grid_get_content (StafetTimeGrid *self);
/* How many things can be read side by side in a column of the width that there is. */
int stafet_time_grid_get_lanes (StafetTimeGrid *self, int n_columns, gboolean by_room);
/* The minute of the day at the top, and scrolling so that @minute is there, once it is laid out. */
int stafet_time_grid_get_top (StafetTimeGrid *self);
void stafet_time_grid_scroll_to (StafetTimeGrid *self, int minute);
/* The keyboard goes to where it was, or to what comes next. */
void stafet_time_grid_focus (StafetTimeGrid *self);
/* Outlines what is not there yet: @column < 0 takes it away. */
void stafet_time_grid_set_ghost (StafetTimeGrid *self, int column, int from, int to, const char *text);
/* Marks the thing that is shown beside the grid; NULL: none is. */
void stafet_time_grid_select (StafetTimeGrid *self, StafetUid series, StafetDate original);
/* The column, for something that points at it. */
GtkWidget *stafet_time_grid_get_column (StafetTimeGrid *self, int column);

G_END_DECLS
