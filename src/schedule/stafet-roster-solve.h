/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds a plan: the flow over the whole period, again with prices for what is no flow, a repair, and
 * annealing.
 */
#pragma once

#include "stafet-roster-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GCancellable *cancellable; /* nullable: the best so far is returned */
  /* How much of the work is done, in thousandths; nullable. */
  void (*progress) (guint thousandths, gpointer data);
  gpointer data;
} StafetRosterWork;

/* The same instance always yields the same plan. @bound (nullable): no plan leaves less empty than this
 * costs. (transfer full) */
StafetRosterPlan *stafet_roster_solve (const StafetRosterOptions *options, const StafetRosterWork *work,
                                       gint64 *bound);

G_END_DECLS
