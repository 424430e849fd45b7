/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of a card: icon, a title with a detail beneath, and whatever belongs at its end.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_LINE (stafet_line_get_type ())
G_DECLARE_FINAL_TYPE (StafetLine, stafet_line, STAFET, LINE, GtkListBoxRow)

/* @icon may be NULL; @detail "" is none. */
GtkWidget *stafet_line_new (const char *icon, const char *title, const char *detail);
/* So many characters surely stand in one line where it is shown: what is no longer is not tried at one width
 * after another, which is most of what a line costs. 0, as at first, where that is not known. For what is set
 * thereafter. */
void stafet_line_set_fits (StafetLine *self, int characters);
/* Says something else from now on; what was added stays. */
void stafet_line_set (StafetLine *self, const char *icon, const char *title, const char *detail);
void stafet_line_add_start (StafetLine *self, GtkWidget *widget);
/* A line of text beneath the detail. */
void stafet_line_add_text (StafetLine *self, const char *text);
/* After the detail, where there is room. */
/* An e-mail or web address beneath: it can be marked, and gets no hyphen where it breaks. */
void stafet_line_add_address (StafetLine *self, const char *address);
void stafet_line_add_second (StafetLine *self, GtkWidget *widget);
void stafet_line_add_end (StafetLine *self, GtkWidget *widget);
/* Its text is content with little, so that what is at its end stays beside it. */
void stafet_line_set_short (StafetLine *self);
/* In large bold type: a telephone number. */
void stafet_line_set_strong (StafetLine *self);

G_END_DECLS
