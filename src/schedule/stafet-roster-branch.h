/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Branch and bound over what the flow does not know: two shifts of a person that collide, and a cap of a
 * month.
 *
 * Of two that collide a branch forbids the one, and another whatever collides with it; of too many, one each.
 * Then the flow is mended. The branch that covers most goes first, of equals the deepest: so the way straight
 * down is taken until it would cost a place, and the first in which nothing collides covers most of all.
 */
#pragma once

#include "stafet-roster-flow.h"
#include "stafet-roster-plan.h"

G_BEGIN_DECLS

/* @flow was solved. Leaves in it a solution in which nothing collides: one that covers most, when it was
 * found while the flow had not worked more than @patience. @bound: no plan leaves less empty. FALSE when it
 * was cancelled. */
gboolean stafet_roster_branch (StafetRosterFlow *flow, const StafetRosterOptions *options, guint64 patience,
                               GCancellable *cancellable, gint64 *bound);

G_END_DECLS
