/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The yardstick of a proposal: shift after shift gets whoever costs least then.
 */
#pragma once

#include "schedule/stafet-roster-plan.h"

/* Whoever is cheapest on @shift then; FALSE when nobody can. */
static inline gboolean
take_cheapest (StafetRosterPlan *plan, guint shift)
{
  const StafetRosterOptions *o = plan->options;
  guint cheapest = STAFET_ROSTER_NONE;
  gint64 least = G_MAXINT64;

  for (guint i = o->first[shift]; i < o->first[shift + 1]; i++)
    if (stafet_roster_plan_fits (plan, i, STAFET_ROSTER_NONE) && stafet_roster_plan_try_add (plan, i) < least)
      {
        least = stafet_roster_plan_try_add (plan, i);
        cheapest = i;
      }
  if (cheapest != STAFET_ROSTER_NONE)
    stafet_roster_plan_add (plan, cheapest);
  return cheapest != STAFET_ROSTER_NONE;
}

/* Shift by shift as they begin: what a person would do. */
static inline gint64
fill_greedily (const StafetRosterOptions *options)
{
  g_autoptr (StafetRosterPlan) plan = stafet_roster_plan_new (options);

  for (guint i = 0; i < plan->instance->shifts->len; i++)
    while (take_cheapest (plan, i))
      ;
  return plan->cost.coverage;
}
