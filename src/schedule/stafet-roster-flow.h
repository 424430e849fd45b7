/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core of the proposal: a min-cost flow by successive shortest paths with potentials (Edmonds and Karp
 * 1972; inserted place by place, as in the assignment problem).
 *
 * From each place of a shift a unit flows over an option to the volunteer's day, her week or month, herself,
 * and out at the convex cost of her load; or out at once, and the place stays empty. So the first empty place
 * of a shift with nobody, which counts double, is the last to be left. What is no flow is left to others:
 * that shifts lie too close or overlap some of each other, and the cap of a week that straddles two months.
 */
#pragma once

#include "stafet-roster-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _StafetRosterFlow StafetRosterFlow;

StafetRosterFlow *stafet_roster_flow_new (const StafetRosterOptions *options);
void stafet_roster_flow_free (StafetRosterFlow *self);

/* Solves it with @costs, one from 0 on for each option. FALSE when it was cancelled: then nothing is chosen.
 */
gboolean stafet_roster_flow_solve (StafetRosterFlow *self, const gint32 *costs, GCancellable *cancellable);
/* Whether the option is in the solution. */
gboolean stafet_roster_flow_chose (const StafetRosterFlow *self, guint option);
/* What it costs by the prices that it was solved with, locks counted: what is empty is that of no plan less.
 */
StafetRosterCost stafet_roster_flow_cost (const StafetRosterFlow *self);
/* How much it has worked so far: nodes that it looked at, the same on every machine. */
guint64 stafet_roster_flow_effort (const StafetRosterFlow *self);
/* Leaves an option out from now on, until it is solved anew; the solution is mended, and stays one that costs
 * least. */
void stafet_roster_flow_forbid (StafetRosterFlow *self, guint option);

/* The part of a week that straddles two months to which the option belongs; STAFET_ROSTER_NONE: none. The
 * parts of one week share its cap, which the flow does not know of: each has it for itself. */
guint stafet_roster_flow_part_of (const StafetRosterFlow *self, guint option);
/* Leaves no more than @cap in the part, as above. */
void stafet_roster_flow_limit (StafetRosterFlow *self, guint part, gint32 cap);

/* A solution with what was forbidden and limited for it, to come back to. */
typedef struct _StafetRosterFlowState StafetRosterFlowState;

StafetRosterFlowState *stafet_roster_flow_save (const StafetRosterFlow *self);
/* @state: saved from the same flow, since it was last solved. */
void stafet_roster_flow_restore (StafetRosterFlow *self, const StafetRosterFlowState *state);
/* What one takes of memory, in bytes. */
gsize stafet_roster_flow_state_size (const StafetRosterFlow *self);
void stafet_roster_flow_state_free (StafetRosterFlowState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRosterFlow, stafet_roster_flow_free)

G_END_DECLS
