/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the desktop's mail program for a draft.
 */
#pragma once

#include "schedule/stafet-letter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @error NULL: a mail program shows the draft, or whoever was asked which one to use chose none. */
typedef void (*StafetMailDone) (gpointer owner, const GError *error);

/* Through the desktop's portal where one answers, which knows of programs beyond a sandbox; else whichever
 * program takes mailto:. @text: "" when it stays out of the draft. @done is called unless @owner (an object)
 * is gone by then. */
void stafet_mail_compose (GtkWindow *window, const StafetMailDraft *draft, const char *subject,
                          const char *text, gpointer owner, StafetMailDone done);

/* The same of a draft to whom the mail program is told. What is longer than a mailto: takes stays out of it
 * where no portal answers. */
void stafet_mail_compose_to_nobody (GtkWindow *window, const char *subject, const char *text, gpointer owner,
                                    StafetMailDone done);

G_END_DECLS
