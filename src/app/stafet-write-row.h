/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of somebody who is written to.
 */
#pragma once

#include "schedule/stafet-recipients.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @called: what came of it so far. Whoever is rung can be ticked with "page.told", and with @outcomes that
 * she was rung in vain or talked to, with "page.no-answer" and "page.rang"; each takes the key of the line.
 */
GtkWidget *stafet_write_row_new (const StafetRecipient *recipient, StafetCalled called, gboolean outcomes);

G_END_DECLS
