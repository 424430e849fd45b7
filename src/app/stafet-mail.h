/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the desktop's mail program for a draft.
 */
#pragma once

#include "schedule/stafet-letter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @error NULL: a mail program shows the draft. */
typedef void (*StafetMailDone) (gpointer owner, const GError *error);

/* @done is called unless @owner (an object) is gone by then. */
void stafet_mail_compose (GtkWindow *window, const StafetMailDraft *draft, gpointer owner,
                          StafetMailDone done);

G_END_DECLS
