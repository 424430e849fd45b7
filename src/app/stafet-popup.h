/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu that is made when it is asked for, so that rows cost nothing for menus that nobody opens.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops @menu up beside @parent; it goes away with its popover. */
void stafet_popup_menu (GtkWidget *parent, GMenuModel *menu);

/* Closes what is open in @widget, before that goes out of view: GTK 4.8 leaves the grab of a popover that
 * goes with its parent, and the window deaf to keyboard and pointer. */
void stafet_popup_close_within (GtkWidget *widget);

/* Appends an item whose action takes @target (floating refs are sunk). */
void stafet_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

G_END_DECLS
