/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Betters a plan by small moves: no move leaves more empty or changes more of what is published.
 */
#pragma once

#include "stafet-roster-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Fills places that are empty, also by moving one person from another shift that somebody else can take. */
void stafet_roster_fill (StafetRosterPlan *plan);

/* @steps moves are tried, from a fixed beginning: the same plan is bettered in the same way. @hottest: the
 * temperature to begin with, in points of preference. Ends early when it is cancelled. The best plan on the
 * way is left in @plan. */
void stafet_roster_anneal (StafetRosterPlan *plan, guint64 steps, gint64 hottest, guint64 seed,
                           GCancellable *cancellable);

G_END_DECLS
