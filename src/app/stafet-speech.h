/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names for what GTK 4.8 and libadwaita 1.2 leave without one, so that a screen reader can say it.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Goes through @root and all in it; may be called again when more came in. Names drop-downs and the lists
 * they open, buttons that show a symbol only, and lists, after their window; takes the underscore out of the
 * names of buttons with a mnemonic; and takes from the keyboard what has no use for it. */
void stafet_speech_name (GtkWidget *root);

G_END_DECLS
