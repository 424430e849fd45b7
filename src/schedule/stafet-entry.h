/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds one entry of the agenda: a series on one original date, with its exception, closures, holidays,
 * stops and shifts.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* What all entries of one series share. Borrowed from the snapshot. */
typedef struct
{
  StafetKind kind;
  StafetUid uid;
  StafetActivity *activity; /* or NULL */
  StafetShift *shift;       /* a free-standing one, or NULL */
  const StafetTiming *timing;
  StafetUid house, room, ward;
} StafetSeries;

/* FALSE when @record is not a series: a shift of an activity. */
gboolean stafet_series_init (StafetSeries *series, gpointer record);

/* Where the series is on an original date before any exception. */
void stafet_series_span (const StafetSeries *series, StafetDate original, StafetWall *start, StafetWall *end);

/* Fills @entry for an original date of the series (the caller knows it is one). */
void stafet_entry_init (StafetEntry *entry, const StafetSnapshot *snapshot, const StafetSeries *series,
                        StafetDate original);
void stafet_entry_free (StafetEntry *entry);

/* The closure of the entry's own place, or of a ward it stops at, while it is there; or NULL. Also when the
 * entry is held in spite of it. */
StafetClosure *stafet_entry_find_closure (const StafetSnapshot *snapshot, const StafetEntry *entry);
/* The school holiday of @house (nullable) on @date, or NULL. */
StafetSchoolHoliday *stafet_school_holiday_find (const StafetSnapshot *snapshot, const StafetHouse *house,
                                                 StafetDate date);

G_END_DECLS
