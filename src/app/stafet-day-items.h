/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of the day and the week list.
 */
#pragma once

#include "stafet-day-item.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

/* A day: closures, holes first, then everything by time, days not settled, and tomorrow in a line.
 * @open: what stafet_day_unconfirmed() found, which is shown today; NULL while it is not known. (transfer
 * full) of StafetDayItem. */
GPtrArray *stafet_day_items_for_day (StafetDesk *desk, StafetDate date, const GArray *open);
/* The seven days from @monday on, each under its name. (transfer full) of StafetDayItem. */
GPtrArray *stafet_day_items_for_week (StafetDesk *desk, StafetDate monday);

G_END_DECLS
