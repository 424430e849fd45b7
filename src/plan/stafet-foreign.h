/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What calendars of others tell of is theirs: here it changes only together with its calendar, when that is
 * fetched or goes.
 */
#pragma once

#include "core/stafet-calendar.h"
#include "stafet-plan.h"

G_BEGIN_DECLS

/* Refuses what would change, cancel or put people on something that a calendar of others tells of, unless
 * @changeset changes the calendar too. Notes about it are the house's own. */
gboolean stafet_foreign_check (const StafetSnapshot *snapshot, const StafetChangeset *changeset,
                               GError **error);
/* Removes a calendar with all that it tells of. */
void stafet_foreign_drop (StafetPlan *plan, StafetCalendar *calendar, StafetChangeset *changeset);

G_END_DECLS
