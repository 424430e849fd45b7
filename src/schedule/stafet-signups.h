/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who signed up for one date of an activity, who waits, who is fetched, and what the kitchen makes.
 */
#pragma once

#include "core/stafet-signup.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

#define STAFET_SIGNUPS_NO_LIMIT G_MAXINT

/* StafetSignup in the arrays, borrowed from the snapshot. What was erased stays in the sums. */
typedef struct
{
  GPtrArray *coming;    /* who hold a place, in the order in which they came */
  GPtrArray *waiting;   /* in order */
  GPtrArray *transport; /* of those who come, by where they are fetched and then in order */
  StafetTally *tally;   /* borrowed, nullable */
  int signed_up;        /* heads of those who hold a place */
  int waiting_heads;
  int capacity; /* STAFET_SIGNUPS_NO_LIMIT */
  int free;     /* places, 0 when too many hold one; STAFET_SIGNUPS_NO_LIMIT */
  int fetched, aids;
  int meals, take_home; /* of those who hold a place, and the further ones; 0 without a meal */
} StafetSignups;

/* @activity is as it is on its original @date (StafetEntry's). */
void stafet_signups_find (const StafetSnapshot *snapshot, const StafetActivity *activity, StafetDate date,
                          StafetSignups *signups);
void stafet_signups_clear (StafetSignups *self);

/* What of a sign-up is eaten there: one a head where nobody said. */
int stafet_signup_meals (const StafetSignup *signup);
/* Whether somebody who comes now with so many gets a place: not past those who wait, though there be room.
 * Who brings no head needs no place. */
gboolean stafet_signups_have_room (const StafetSignups *self, int heads);
/* How many of those who wait get a place: from the first on, and none behind one who does not fit. */
guint stafet_signups_moving_up (const StafetSignups *self);
/* What is counted of a date; NULL when nothing is. Borrowed. */
StafetTally *stafet_tally_find (const StafetSnapshot *snapshot, StafetUid activity, StafetDate date);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetSignups, stafet_signups_clear)

G_END_DECLS
