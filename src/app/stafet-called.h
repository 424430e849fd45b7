/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest call to somebody about one date of a shift, and what is said of it.
 */
#pragma once

#include "plan/stafet-plan.h"

G_BEGIN_DECLS

/* NULL when she was not rung. */
const StafetCall *stafet_called_last (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date,
                                      StafetUid volunteer);
/* "rang at 10.40: no answer". (transfer full) */
char *stafet_called_words (StafetPlan *plan, const StafetCall *call);

G_END_DECLS
