/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One role of an activity in its editor: what, how many, and who stands on it.
 */
#pragma once

#include "plan/stafet-use-cases.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_ROLE_ROW (stafet_role_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetRoleRow, stafet_role_row, STAFET, ROLE_ROW, GtkBox)

/* @shift NULL: a new, empty role. Signal "changed": something was typed. Signal "removed". */
GtkWidget *stafet_role_row_new (const StafetSnapshot *snapshot, StafetShift *shift);
/* Whether nothing was typed into a new role. */
gboolean stafet_role_row_is_empty (StafetRoleRow *self);
const char *stafet_role_row_get_role (StafetRoleRow *self);
int stafet_role_row_get_wanted (StafetRoleRow *self);
void stafet_role_row_set (StafetRoleRow *self, const char *role, int wanted);
/* Adds what stands in it to @texts (a{ss}), each key after @prefix; and puts such texts back. FALSE when
 * there are none. */
void stafet_role_row_write (StafetRoleRow *self, const char *prefix, GVariantBuilder *texts);
gboolean stafet_role_row_fill (StafetRoleRow *self, const char *prefix, GVariant *texts);
/* The shift's uid, or NULL. */
StafetUid stafet_role_row_get_shift (StafetRoleRow *self);
/* "KEY=VALUE" of what differs from the shift; for a new one of everything. (transfer full) of char *, with a
 * NULL at the end. */
GPtrArray *stafet_role_row_pairs (StafetRoleRow *self);
void stafet_role_row_set_problem (StafetRoleRow *self, const char *problem);

G_END_DECLS
