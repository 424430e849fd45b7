/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan under way: who is on which shift, what that costs, and what one change more would cost.
 *
 * Locks are in it from the beginning and never leave it. Costs are exact, whatever the order of the changes.
 */
#pragma once

#include "stafet-roster-options.h"

G_BEGIN_DECLS

typedef struct
{
  const StafetRosterOptions *options;   /* borrowed */
  const StafetRosterInstance *instance; /* borrowed */
  GArray **on;                          /* of each shift: guint volunteers */
  GArray **shifts;                      /* of each volunteer: guint shifts, by start */
  gint32 *unpopular;                    /* of each volunteer */
  guint8 *chosen;                       /* of each option: it is in the plan */
  StafetRosterCost cost;
} StafetRosterPlan;

/* With the locks alone. */
StafetRosterPlan *stafet_roster_plan_new (const StafetRosterOptions *options);
void stafet_roster_plan_free (StafetRosterPlan *self);
/* Makes @self hold what @other, of the same options, holds. */
void stafet_roster_plan_copy (StafetRosterPlan *self, const StafetRosterPlan *other);

/* Whether the option can be added when shift @without (STAFET_ROSTER_NONE: none) of hers is gone: a place is
 * free, no cap is full, and nothing of hers collides. */
gboolean stafet_roster_plan_fits (const StafetRosterPlan *self, guint option, guint without);
/* The same, whether a place is free or not. */
gboolean stafet_roster_plan_is_free (const StafetRosterPlan *self, guint option, guint without);
/* Preference that one change more would bring, before it is made. */
gint64 stafet_roster_plan_try_add (const StafetRosterPlan *self, guint option);
gint64 stafet_roster_plan_try_remove (const StafetRosterPlan *self, guint option);
void stafet_roster_plan_add (StafetRosterPlan *self, guint option);
void stafet_roster_plan_remove (StafetRosterPlan *self, guint option);

/* The option of a pair; STAFET_ROSTER_NONE when it is none. */
guint stafet_roster_plan_option (const StafetRosterPlan *self, guint shift, guint volunteer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRosterPlan, stafet_roster_plan_free)

G_END_DECLS
