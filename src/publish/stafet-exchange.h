/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything of a house as one calendar of series with overrides, for another program or another store.
 *
 * Who is on the shifts is not in it, and no volunteer is named. What RFC 5545 has no word for stands in lines
 * of Stafet's own, so that stafet-calendar-import.h makes the same records of it:
 *
 *   X-STAFET-KIND:activity | shift   what the event is
 *   X-STAFET-SET:KEY=VALUE           a key of that record, as the command line has it; a room or an
 *                                    organiser by name
 *   X-STAFET-CHANGED:KEY=VALUE       a key that this one date has otherwise
 *   X-STAFET-SHIFT:KEY=VALUE…        a shift of the activity: its keys, one a line
 *   X-STAFET-SERIES:UID              the event is one date of a series that no other program knows (even
 *                                    and odd weeks, a season, weeks left out; one date that was moved): its
 *                                    keys tell title, times and rule
 *   X-STAFET-ON:YYYY-MM-DD           … and this was that date's original place
 */
#pragma once

#include "plan/stafet-plan.h"

G_BEGIN_DECLS

#define STAFET_EXCHANGE_KIND "X-STAFET-KIND"
#define STAFET_EXCHANGE_SET "X-STAFET-SET"
#define STAFET_EXCHANGE_CHANGED "X-STAFET-CHANGED"
#define STAFET_EXCHANGE_SHIFT "X-STAFET-SHIFT"
#define STAFET_EXCHANGE_SERIES "X-STAFET-SERIES"
#define STAFET_EXCHANGE_ON "X-STAFET-ON"

/* Whether a field goes into X-STAFET-SET: what the calendar itself does not say, and what may leave the
 * program.
 */
gboolean stafet_exchange_takes (const StafetField *field);

/* The calendar of @house: series as rules, what is special about their dates from 13 months back to two years
 * on. The bytes are a pure function of the store and the week. (transfer full) */
GString *stafet_exchange_render (StafetPlan *plan, StafetUid house);

/* The same to the file @path ("-": standard output). */
gboolean stafet_exchange_export (StafetPlan *plan, StafetUid house, const char *path, GError **error);

G_END_DECLS
