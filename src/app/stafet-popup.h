/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu that is made when it is asked for, so that rows cost nothing for menus that nobody opens.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops @menu up beside @parent; it goes away with its popover. */
void stafet_popup_menu (GtkWidget *parent, GMenuModel *menu);

/* Appends an item whose action takes @target (floating refs are sunk). */
void stafet_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

G_END_DECLS
