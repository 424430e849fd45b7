/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of printing, where it is not what was asked for.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What to do with a sentence. */
typedef void (*StafetPrintTell) (gpointer owner, const char *sentence);

/* Before it is run: when it fails, or prints nothing because pages were chosen that are not there, of which
 * GTK tells nobody, @tell is told, as long as @owner is there. */
void stafet_print_watch (GtkPrintOperation *operation, gpointer owner, StafetPrintTell tell);

G_END_DECLS
