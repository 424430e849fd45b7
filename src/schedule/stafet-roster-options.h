/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every pair of a shift and a volunteer that a proposal may use: what is possible beside what is locked.
 */
#pragma once

#include "stafet-roster.h"

G_BEGIN_DECLS

typedef struct
{
  guint shift, volunteer;
  StafetRosterPairCost own;
  gint32 partner;    /* what it is worth that she is together with people beside the instance: 0 or less */
  gboolean new_face; /* she is no regular of the series */
  gboolean published;

  /* Derived: of all the above, and what she may have then, locks counted, of what she has in the instance. */
  gint32 cost;
  gint32 per_day, per_week, per_month;
} StafetRosterOption;

/* More are neither kept nor solved: a municipality's month has less than half of them. */
#define STAFET_ROSTER_MOST_PAIRS 1500000

/* Whether more pairs than that are eligible. */
gboolean stafet_roster_is_too_large (const StafetRosterInstance *instance);

/* What a volunteer has left of her caps in one week, month or day, locks and what was taken before
 * subtracted. */
typedef struct
{
  const StafetRosterInstance *instance; /* borrowed */
  StafetRosterOption *options;          /* sorted by shift, then volunteer */
  guint n;
  guint *first;        /* of each shift: its first option; one more at the end */
  guint *by_volunteer; /* numbers of options, by volunteer … */
  guint *first_of;     /* … each volunteer's first; one more at the end */
  guint *locks;        /* of each shift: how many are locked on it */
  GArray **locked;     /* of each volunteer: guint shifts that are locked, or NULL */
} StafetRosterOptions;

/* @instance is not too large. */
StafetRosterOptions *stafet_roster_options_new (const StafetRosterInstance *instance);
/* The same of the pairs given, whoever judged them: StafetRosterOption sorted by shift, then volunteer,
 * without what is in the way of a lock or beyond a cap. Takes @pairs. */
StafetRosterOptions *stafet_roster_options_new_given (const StafetRosterInstance *instance, GArray *pairs);
void stafet_roster_options_free (StafetRosterOptions *self);

/* How many more shifts she may have on @day, in @week and in @month: never below 0. */
gint32 stafet_roster_left_on_day (const StafetRosterOptions *self, guint volunteer, gint32 day);
gint32 stafet_roster_left_in_week (const StafetRosterOptions *self, guint volunteer, gint32 week);
gint32 stafet_roster_left_in_month (const StafetRosterOptions *self, guint volunteer, gint32 month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRosterOptions, stafet_roster_options_free)

G_END_DECLS
