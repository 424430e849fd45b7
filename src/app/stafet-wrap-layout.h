/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays children out in lines, like words: what no longer fits goes to the next line.
 *
 * A child gets its natural width, or the whole width when that is less; one that expands may have less than
 * it would like. What is left of a line goes to its children that expand. So one row serves a wide window, a
 * narrow one and large text. The properties "spacing" and "line-spacing" are in pixels.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_WRAP_LAYOUT (stafet_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (StafetWrapLayout, stafet_wrap_layout, STAFET, WRAP_LAYOUT, GtkLayoutManager)

/* The style class of a child that would like as much width as the same child of other boxes, so that what
 * follows stands in a column; where there is no room it is content with less. */
#define STAFET_COLUMN "title-column"
/* The style class of a child that expands and holds a form or list: beside another one only where both have
 * room for lines of text, and alone as narrow as it must be. */
#define STAFET_FORM_COLUMN "column"
/* The style class of a child that expands and holds little: it shares a line sooner than others. */
#define STAFET_SHORT "short"
/* The style class of a child that never stands last in a line before the child it belongs to, unless it is
 * alone. */
#define STAFET_KEEP_WITH_NEXT "keep-with-next"
/* The style class of a child that stands in the middle of its line, no higher than it would like. GTK's own
 * "valign" does that too, but asks how wide the child would be for the height, which is slow when its text
 * may wrap. */
#define STAFET_MIDDLE "middle"

/* Gives @child its place in a line: all of it, or the middle. */
void stafet_wrap_layout_place (GtkWidget *child, const GtkAllocation *place);

#define STAFET_TYPE_WRAP_BOX (stafet_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (StafetWrapBox, stafet_wrap_box, STAFET, WRAP_BOX, GtkWidget)

/* A container with such a layout; for .ui files and code. */
GtkWidget *stafet_wrap_box_new (int spacing, int line_spacing);
void stafet_wrap_box_append (StafetWrapBox *self, GtkWidget *child);
void stafet_wrap_box_remove_all (StafetWrapBox *self);

G_END_DECLS
