/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest call to somebody about one date of a shift, and what is said of it.
 */
#pragma once

#include "plan/stafet-plan.h"
#include "schedule/stafet-call-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* NULL when she was not rung. */
const StafetCall *stafet_called_last (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date,
                                      StafetUid volunteer);
/* "rang at 10.40: no answer". (transfer full) */
char *stafet_called_words (StafetPlan *plan, const StafetCall *call);
/* What came of it; NULL of STAFET_CALLED_NOT. (transfer floating) */
GtkWidget *stafet_called_chip_new (StafetCalled called);
/* "13 58 31 42 (through the house) · after 16". (transfer full) */
char *stafet_called_phones (const StafetCallLine *line);

G_END_DECLS
