/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few icons of the sheets, as shapes in the source's colour. A word always stands beside them.
 */
#pragma once

#include "stafet-block.h"

G_BEGIN_DECLS

/* In the square of @size points at @x, @y. */
void stafet_icon_draw (cairo_t *cr, StafetIcon icon, double x, double y, double size);

G_END_DECLS
