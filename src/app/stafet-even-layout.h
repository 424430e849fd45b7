/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children side by side, each as wide as the others: columns, and what stands above them.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_EVEN_LAYOUT (stafet_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (StafetEvenLayout, stafet_even_layout, STAFET, EVEN_LAYOUT, GtkLayoutManager)

/* @least: the least width of a child in pixels. */
void stafet_even_layout_set_least (StafetEvenLayout *self, int least);
/* So many have room, also while some of them are not shown yet; 0: those that are shown. */
void stafet_even_layout_set_wanted (StafetEvenLayout *self, int wanted);
/* For a widget in a scrolled window, which GTK 4.8 asks for its height without saying its width: notes in
 * *@known the width that it was given, and has it asked once more when that is another. */
void stafet_width_note (GtkWidget *widget, int width, int *known);
/* Where column @i of @n begins when all have @width. */
int stafet_even_layout_x (int i, int n, int width);

G_END_DECLS
