/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What widgets of our own do alike.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For dispose(): unparents every child, also those that a template made. */
void stafet_widget_drop_children (GtkWidget *self);
void stafet_widget_set_class (GtkWidget *self, const char *class_name, gboolean on);
/* Of a long form: shows what lies below the window's edge when that which is in view was painted. */
void stafet_widget_show_later (GtkWidget *self);
/* Shows @text, or nothing at all when there is none ("" or NULL): a screen reader would say the name of its
 * class. It may wrap when it is longer than max-width-chars, or than a word where that is not set.
 * A label that may wrap is laid out anew for each width that it is asked about, so that many of them are
 * slow. */
void stafet_label_show (GtkLabel *self, const char *text);
/* Runs the named action, which takes a text, in a turn of the loop of its own: what led to it took its time.
 */
void stafet_widget_activate_later (GtkWidget *self, const char *action, const char *target);
/* Lets the words of a tick go to another line, as GTK's own label does not. */
void stafet_tick_wrap (GtkCheckButton *self);
/* Shows the page of that name, and keeps the others from screen readers, as GTK 4.8 does not. */
void stafet_stack_show (GtkStack *self, const char *name);
/* So many of @rows as take the same time, and the same room, when the text is larger: half as many of twice
 * the size, but two at least. */
guint stafet_widget_portion (guint rows);
/* Lists of rows in a GtkListBox. */
void stafet_list_clear (GtkListBox *self);
/* Shows @rows (GtkListBoxRow, floating), and keeps those that look and do the same already: the focus stays
 * on them. What a row stands for beyond its labels and actions tells its widget name. Of a long list the rows
 * that are in view come at once, the others while nothing else happens. */
void stafet_list_show (GtkListBox *self, const GPtrArray *rows);
/* The keyboard goes to the first child of a list view whose row can be activated. */
void stafet_list_view_focus_first (GtkListView *self);

/* A row that is nothing to press itself, only what is in it; @name tells it from others and is what it is
 * called. (transfer floating) */
GtkWidget *stafet_still_row_new (GtkWidget *child, const char *name);

/* A short remark with its icon before it: what speaks for something, or against it. @class_name colours the
 * icon. */
GtkWidget *stafet_remark_new (const char *icon, const char *class_name, const char *text);

G_END_DECLS
