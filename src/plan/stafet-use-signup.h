/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places on a date: who gets one, who waits, and who moves up.
 *
 * The order is strict: nobody passes those who wait, and whoever is first but does not fit (she brings two,
 * and one place is free) lets nobody by. So a place may stay free; the coordinator fills it with @anyway.
 */
#pragma once

#include "stafet-use-private.h"

#include "core/stafet-signup.h"

G_BEGIN_DECLS

/* Gives a new sign-up its place, or one on the waiting list, and inserts it. @anyway: a place in any case.
 * Takes a reference of @signup. */
gboolean stafet_use_place_signup (StafetPlan *plan, StafetSignup *signup, gboolean anyway,
                                  StafetChangeset *changeset, GError **error);
/* Puts @after in place of @before, with what follows for those who wait. Takes a reference of @after. */
gboolean stafet_use_change_signup (StafetPlan *plan, StafetSignup *before, StafetSignup *after,
                                   gboolean anyway, StafetChangeset *changeset, GError **error);
/* Adds to @changeset that those who wait get the places that it frees: it removes or changes sign-ups, or how
 * many places there are on dates to come. Warns whom to call, and where there are too few places now. */
void stafet_use_move_up (StafetPlan *plan, StafetChangeset *changeset);
/* TWICE: somebody of that name and phone is signed up for that date already. */
gboolean stafet_use_check_signup_once (const StafetSnapshot *snapshot, const StafetSignup *signup,
                                       GError **error);
/* FULL: on the date of @signup more heads have a place @after than before, and than there are places. */
gboolean stafet_use_check_signup_room (StafetSnapshot *before, StafetSnapshot *after,
                                       const StafetSignup *signup, gboolean anyway, GError **error);

/* Whether a tally says what can be said of its date: a head-count of one that has been, further meals where
 * there are any. @fresh: it is new, so its activity must have the date. */
gboolean stafet_use_check_tally (StafetPlan *plan, StafetRecord *tally, gboolean fresh, GError **error);
/* STATE: something is counted of that date already. */
gboolean stafet_use_check_tally_once (const StafetSnapshot *snapshot, const StafetTally *tally,
                                      GError **error);

G_END_DECLS
