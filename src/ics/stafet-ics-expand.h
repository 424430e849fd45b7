/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a foreign calendar comes to in a period: the dates of its series with their exceptions and overrides
 * (RFC 5545 §3.8.5), as the clock shows them here.
 */
#pragma once

#include "stafet-ics-reader.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_ICS_PLANNED,
  STAFET_ICS_MOVED,
  STAFET_ICS_CANCELLED
} StafetIcsStatus;

typedef struct
{
  const StafetIcsComponent *component; /* whose texts hold on that date */
  const StafetIcsComponent *series;    /* which it is a date of: often the same */
  StafetWall start, end;               /* in the period's zone, end exclusive; all day: midnights */
  StafetWall original;                 /* where its series put it */
  StafetIcsStatus status;
  gboolean all_day;
} StafetIcsInstance;

/* The events of one UID: its master, and what is said of single dates. */
typedef struct
{
  const char *uid;
  const StafetIcsComponent *master; /* NULL: only single dates are told */
  GPtrArray *overrides;             /* StafetIcsComponent, by RECURRENCE-ID; one for each */
} StafetIcsSeries;

/* The series of a file in the order of the file, without what is faulty. Of two events that speak of the
 * same, the one with the higher SEQUENCE counts, or the later one. (transfer full) of StafetIcsSeries. */
GPtrArray *stafet_ics_series_of (const StafetIcsFile *file);

/* How long it may take, and how much it may yield. */
typedef struct
{
  gint64 deadline;           /* of g_get_monotonic_time() */
  guint most;                /* instances */
  GCancellable *cancellable; /* nullable */
} StafetIcsPatience;

/* Five seconds from now, and a million dates. */
StafetIcsPatience stafet_ics_patience (void);

/* The instances that start in [@from, @to] by the clock of @zone, sorted by start, title (Danish order) and
 * UID. @series NULL: of every series. NULL when @patience ends, with a sentence that names the event.
 * (transfer full) of StafetIcsInstance; they borrow from @file. */
GArray *stafet_ics_expand (const StafetIcsFile *file, const StafetIcsSeries *series, const StafetZone *zone,
                           StafetDate from, StafetDate to, const StafetIcsPatience *patience, GError **error);

G_END_DECLS
