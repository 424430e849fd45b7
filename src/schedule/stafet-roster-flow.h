/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core of the proposal: a min-cost flow by successive shortest paths with potentials (Edmonds and Karp
 * 1972; inserted place by place, as in the assignment problem).
 *
 * From each place of a shift a unit flows over an option to the volunteer's day, her week or month, herself,
 * and out at the convex cost of her load; or out at once, and the place stays empty. So the first empty place
 * of a shift with nobody, which counts double, is the last to be left. What is no flow is left to others:
 * that shifts overlap or lie too close, and one of two caps where weeks and months straddle.
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
/* Leaves an option out of what is solved next, until it was let in again as often. */
void stafet_roster_flow_forbid (StafetRosterFlow *self, guint option, gboolean forbidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRosterFlow, stafet_roster_flow_free)

G_END_DECLS
