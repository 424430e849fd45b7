/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every key does. GTK 4.8's own window of shortcuts neither scrolls nor wraps: in large text half of it
 * is beyond the screen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating) */
GtkWidget *stafet_shortcuts_window_new (void);

G_END_DECLS
