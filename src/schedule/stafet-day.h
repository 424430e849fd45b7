/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a coordinator asks of a day: how much happens, what is closed, and which days are not settled yet.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* The last day that a span is shown on: each one that it lasts, but for the morning that a night ends in. */
StafetDate stafet_day_last (StafetWall start, StafetWall end);
/* Whether the entry begins on @date or is one of several days that goes on then. */
gboolean stafet_day_shows (const StafetEntry *entry, StafetDate date);

/* Everything is counted once. Activities, cancelled ones apart, and their heads on the day that they begin;
 * places that somebody is missing on or asked for, and that are wanted at all, while their shift is not over:
 * on the day that the entry begins, and today when it began before. Nobody can be found for what is over. */
typedef struct
{
  guint activities, cancelled;
  guint heads, asked, missing, wanted;
} StafetDayCount;

/* The agenda is to have what is under way. */
void stafet_day_count (const StafetAgenda *agenda, StafetDate date, StafetWall now, StafetDayCount *count);
/* Adds one entry. */
void stafet_day_count_entry (const StafetEntry *entry, StafetDate date, StafetWall now,
                             StafetDayCount *count);
/* The places of one shift that count on @date as missing. */
guint stafet_day_missing_on (const StafetEntry *entry, const StafetStaffing *staffing, StafetDate date,
                             StafetWall now);

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
/* The days from @since to the one before @today with such an entry in the place that @query asks about,
 * ascending: a year of many houses is for a thread. (transfer full) of StafetDate. */
GArray *stafet_day_unconfirmed (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate since,
                                StafetDate today);
/* "31 days, the oldest from May": of such days, at least one; with the year where it is not that of @today.
 * (transfer full) */
char *stafet_day_words_open (StafetLanguage language, const GArray *days, StafetDate today);

G_END_DECLS
