/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hours down the side of a grid of time, and what time it is.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_GRID_AXIS (stafet_grid_axis_get_type ())
G_DECLARE_FINAL_TYPE (StafetGridAxis, stafet_grid_axis, STAFET, GRID_AXIS, GtkWidget)

GtkWidget *stafet_grid_axis_new (void);
/* @minutes after midnight; < 0: the time of day is not in view. */
void stafet_grid_axis_set_now (StafetGridAxis *self, int minutes);

G_END_DECLS
