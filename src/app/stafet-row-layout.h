/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children side by side in one line, whose widths never depend on the height: GtkBox asks each child how wide
 * it would be for the height that there is, for which a label that wraps is laid out with one width after
 * another.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_ROW_LAYOUT (stafet_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (StafetRowLayout, stafet_row_layout, STAFET, ROW_LAYOUT, GtkLayoutManager)

/* Children that expand share what is left; where there is too little, all are content with less than they
 * would like. A child has all the height, or no more than it would like with the class STAFET_MIDDLE
 * (stafet-wrap-layout.h). @spacing between two, in pixels: a property too, for .ui files. */
GtkLayoutManager *stafet_row_layout_new (int spacing);

G_END_DECLS
