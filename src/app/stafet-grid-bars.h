/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lasts a day or longer, as bars above the columns of a grid of time.
 */
#pragma once

#include "stafet-grid-content.h"

G_BEGIN_DECLS

#define STAFET_TYPE_GRID_BARS (stafet_grid_bars_get_type ())
G_DECLARE_FINAL_TYPE (StafetGridBars, stafet_grid_bars, STAFET, GRID_BARS, GtkWidget)

GtkWidget *stafet_grid_bars_new (void);
void stafet_grid_bars_bind (StafetGridBars *self, const StafetGridContent *content);

G_END_DECLS
