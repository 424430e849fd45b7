/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down of a form, with its title above: the title is its accessible name too.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_PICK (stafet_pick_get_type ())
G_DECLARE_FINAL_TYPE (StafetPick, stafet_pick, STAFET, PICK, GtkBox)

/* Property "title". The drop-down is a child, beneath which others may stand. For .ui files, and for code: */
GtkWidget *stafet_pick_new (const char *title, GtkDropDown *dropdown);

G_END_DECLS
