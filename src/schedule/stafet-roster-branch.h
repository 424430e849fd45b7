/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Branch and bound over what the flow does not know: two shifts of a person that collide, and a cap of a
 * month.
 *
 * Of two that collide a branch forbids the one, and another whatever collides with it; of too many, one each.
 * Then the flow is solved anew. The one that costs least goes first, so that the first in which nothing
 * collides is the best of all by the prices of the flow.
 */
#pragma once

#include "stafet-roster-flow.h"
#include "stafet-roster-plan.h"

G_BEGIN_DECLS

/* Leaves in @flow the best that was found within so many @paths of the flow, in which nothing collides, and
 * nothing forbidden afterwards but in that solution. @bound: no plan leaves less empty. FALSE when it was
 * cancelled before there was any. */
gboolean stafet_roster_branch (StafetRosterFlow *flow, const StafetRosterOptions *options,
                               const gint32 *costs, guint64 paths, GCancellable *cancellable, gint64 *bound);

G_END_DECLS
