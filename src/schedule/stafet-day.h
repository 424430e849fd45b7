/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a coordinator asks of a day: how much happens, what is closed, and which days are not settled yet.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Sums over the entries of an agenda that start on one date; cancelled ones are counted apart. */
typedef struct
{
  guint activities, cancelled;
  guint heads, asked, missing;
} StafetDayCount;

void stafet_day_count (const StafetAgenda *agenda, StafetDate date, StafetDayCount *count);

/* The places that are missing on that date in shifts that are not over at @now. */
guint stafet_day_missing_from (const StafetAgenda *agenda, StafetDate date, StafetWall now);

/* The first shift that somebody is missing on and that is not over at @now; FALSE when there is none. Both
 * are borrowed from @agenda. */
gboolean stafet_day_next_hole (const StafetAgenda *agenda, StafetWall now, const StafetEntry **entry,
                               const StafetStaffing **staffing);

/* The only house that is no nursing home, or NULL. */
StafetUid stafet_day_own_house (const StafetSnapshot *snapshot);

/* The closures that touch @query's first day and what was asked about, or a place that an entry of @agenda
 * goes to on that day. (transfer container) of StafetClosure. */
GPtrArray *stafet_day_closures (const StafetAgenda *agenda, const StafetAgendaQuery *query);

/* Whether somebody was planned on the entry and nobody has said whether she came. */
gboolean stafet_day_is_unconfirmed (const StafetEntry *entry);
/* The days of the fortnight before @today with such an entry in the place that @query asks about, ascending.
 * (transfer full) of StafetDate. */
GArray *stafet_day_unconfirmed (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate today);

G_END_DECLS
