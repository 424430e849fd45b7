/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody promised before she was away becomes regrets.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Whoever stops while on a break stops at once, unless @after says another day than @before did.
 *
 * When @after is an absence, or a volunteer who pauses or stops and did not in @before (nullable): declines
 * her dated places in that time that nobody has confirmed, in the same changeset, and says which. Standing
 * places need no regrets: she is away from them anyway; which dates of them need a stand-in is said, too. */
void stafet_use_follow_absence (StafetPlan *plan, StafetRecord *before, StafetRecord *after,
                                StafetChangeset *changeset);

G_END_DECLS
