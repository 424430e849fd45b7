/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan says line by line: what each assignment costs, why a place is empty, why somebody is not used,
 * and what a lock breaks.
 */
#pragma once

#include "stafet-roster-plan.h"

G_BEGIN_DECLS

/* Costs that belong to several lines are carried by the lines in order of start, then id; a pair of partners
 * by the later volunteer. So the lines add up to the plan's cost. */
typedef struct
{
  guint shift, volunteer;
  StafetRosterPairCost own;
  gint32 new_face, load, unpopular, partner;
} StafetRosterLine;

/* Sorted by shift, then volunteer. (transfer full) of StafetRosterLine. */
GArray *stafet_roster_lines_new (const StafetRosterPlan *plan);

typedef enum
{
  STAFET_ROSTER_FUNNEL,    /* nobody could: how many are left after one rule and the next */
  STAFET_ROSTER_SATURATED, /* everybody of a small group is used up */
  STAFET_ROSTER_CAPS       /* everybody who could is busy or at a cap */
} StafetRosterEmptyKind;

typedef struct
{
  guint shift;
  gint32 missing;
  StafetRosterEmptyKind kind;
  guint with_skill, with_check, of_house, with_time, present; /* FUNNEL: each of those before it */
  GArray *group;                                              /* SATURATED: guint volunteers; owned */
  guint eligible, busy, per_day, per_week, per_month;         /* CAPS */
} StafetRosterEmpty;

/* For each shift with a place left, in order. (transfer full) of StafetRosterEmpty. */
GPtrArray *stafet_roster_empties_new (const StafetRosterPlan *plan);

typedef enum
{
  STAFET_ROSTER_NOT_NEEDED,
  STAFET_ROSTER_UNUSED_SKILL,
  STAFET_ROSTER_UNUSED_CHECK,
  STAFET_ROSTER_UNUSED_HOUSE,
  STAFET_ROSTER_UNUSED_TIME,
  STAFET_ROSTER_UNUSED_ABSENT,
  STAFET_ROSTER_UNUSED_CAPS
} StafetRosterUnused;

/* Why somebody has no shift at all: what stands in the way where least does. */
StafetRosterUnused stafet_roster_unused (const StafetRosterPlan *plan, guint volunteer);

/* Bits of the rules that a locked pair breaks, in this order: skill, check, house, time, absent, overlap,
 * rest, per day, per week, per month, wanted. */
guint stafet_roster_broken_rules (const StafetRosterPlan *plan, const StafetRosterPair *pair);

G_END_DECLS
