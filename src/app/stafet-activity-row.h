/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An activity in a list: what, when in words, where, and whether regulars are lacking.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ACTIVITY_ROW (stafet_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetActivityRow, stafet_activity_row, STAFET, ACTIVITY_ROW, GtkWidget)

GtkWidget *stafet_activity_row_new (void);
/* Returns what the row says in a sentence. (transfer full) */
char *stafet_activity_row_bind (StafetActivityRow *self, StafetDesk *desk, StafetActivity *activity);

G_END_DECLS
