/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of a toast that has as many lines as it needs.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast's own title is cut off. Once it is shown on @overlay this one leaves room for the buttons beside
 * it, and the toast stands above those at the foot of what is in view (class "panel-foot"). */
GtkWidget *stafet_toast_title_new (AdwToastOverlay *overlay, const char *text);

G_END_DECLS
