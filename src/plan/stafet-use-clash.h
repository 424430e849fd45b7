/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a changeset would book somebody or something twice, and which bookings it states.
 */
#pragma once

#include "schedule/stafet-overlap.h"
#include "stafet-use-private.h"

G_BEGIN_DECLS

/* How far ahead a series is held against what is booked already. */
#define STAFET_USE_HORIZON_DAYS (56 * 7)

/* The first date to look at: of a one-off its own, of a series the first that is not over. */
StafetDate stafet_use_horizon (StafetPlan *plan, const StafetTiming *timing);

/* Tries @changeset on a scratch copy of the plan and looks at the dates [@from, @to] of the series whose uids
 * are in @changed (activities and shifts). Overlaps that it would bring are STAFET_PLAN_ERROR_CLASH; with
 * @anyway they are warnings, and @accepted (set either way) says that there were some. What is to be
 * accepted must not be marked so in @changeset yet. */
gboolean stafet_use_check_clash (StafetPlan *plan, const StafetChangeset *changeset, const GPtrArray *changed,
                                 StafetDate from, StafetDate to, gboolean anyway, gboolean *accepted,
                                 GError **error);

/* The same for one volunteer and her places to be: @mine holds a StafetUse for each, in order of start. Costs
 * no scratch copy. */
gboolean stafet_use_check_person (StafetPlan *plan, StafetUid volunteer, const GArray *mine, gboolean anyway,
                                  gboolean *accepted, GError **error);

/* Whether an activity or a shift is in a room, or takes a vehicle. */
gboolean stafet_use_takes_room (StafetRecord *series);
/* Whether two states of a series differ in when, where or for whom it is. */
gboolean stafet_use_moves_bookings (gconstpointer before, gconstpointer after);
/* Books the room of a series and everybody who stands or is put on its coming dates. */
void stafet_use_book_series (StafetPlan *plan, StafetRecord *series, StafetChangeset *changeset);

/* Changes a series on all its dates, with everything that follows: stafet_use_edit() of an activity or a
 * shift. */
gboolean stafet_use_change_series (StafetPlan *plan, StafetRecord *before, const char *const *pairs,
                                   gboolean anyway, StafetChangeset *changeset, GError **error);

/* Whether an overlap was accepted on a record that can say so. */
gboolean stafet_use_get_anyway (gconstpointer record);
void stafet_use_set_anyway (gpointer record, gboolean anyway);

G_END_DECLS
