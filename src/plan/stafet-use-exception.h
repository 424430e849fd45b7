/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date's own record: made when it first has something to say, and gone when it has nothing left.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* A copy of the exception of @record (an activity or a shift) on @date to change, or a new one. @before is
 * the one there is (borrowed) or NULL. (transfer full) */
StafetException *stafet_use_exception (const StafetSnapshot *snapshot, StafetRecord *record, StafetDate date,
                                       StafetException **before);
/* Writes @after as an insert, an update or, when it says nothing, a delete; nothing when it is as @before.
 * Takes @after. */
void stafet_use_put_exception (StafetChangeset *changeset, StafetException *before, StafetException *after);
void stafet_use_set_reason (StafetException *exception, const char *reason);
/* Checks that what @exception changes makes a sound date of its series: order, gap and the shifts' spans. */
gboolean stafet_use_check_own_date (StafetPlan *plan, const StafetException *exception, GError **error);

G_END_DECLS
