/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the plan may be proposed anew: who is put on as asked, and was not rung about it yet.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* The assignments of @agenda's shifts that begin at @now or later, whose volunteers are asked, are their own
 * house's, and were not rung up about that date: nobody knows of them but the plan. Borrowed records, in the
 * agenda's order. (transfer container) of StafetAssignment */
GPtrArray *stafet_proposal_find_unrung (const StafetSnapshot *snapshot, const StafetAgenda *agenda,
                                        StafetWall now);
/* The snapshot without them. (transfer full) */
StafetSnapshot *stafet_proposal_take_back (StafetSnapshot *snapshot, const GPtrArray *assignments);

G_END_DECLS
