/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A foreign calendar taken into a house: first looked at, then written as one change.
 *
 * Which event an activity came from is remembered, so that the same file again changes nothing, and a newer
 * one only what it says otherwise. What the house has added (rooms, shifts, people) stays. What is no longer
 * in the calendar goes, or ends yesterday where it has begun; what is past stays.
 */
#pragma once

#include "core/stafet-calendar.h"
#include "ics/stafet-ics-reader.h"
#include "plan/stafet-plan.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_CALENDAR_NEW,
  STAFET_CALENDAR_CHANGED,
  STAFET_CALENDAR_SAME,
  STAFET_CALENDAR_GONE,
  STAFET_CALENDAR_FAULTY,
  STAFET_N_CALENDAR_STATES
} StafetCalendarState;

/* "new", in the language of the process. */
const char *stafet_calendar_state_word (StafetCalendarState state);

/* All owned. */
typedef struct
{
  StafetCalendarState state;
  char *title, *words; /* and when it is; "" where that is not known */
  char *reason;        /* FAULTY: why; GONE: why it stays all the same; else what it overlaps with, or "" */
} StafetCalendarRow;

typedef struct
{
  GPtrArray *rows;  /* StafetCalendarRow in the order of the file, then what is gone */
  GPtrArray *notes; /* sentences about the whole */
  guint counts[STAFET_N_CALENDAR_STATES];
  gpointer work; /* private */
} StafetCalendarImport;

/* What stands behind @source, an address or the path of a file. Blocks; any thread. */
StafetIcsFile *stafet_calendar_read (const char *source, StafetZone *local, GCancellable *cancellable,
                                     GError **error);

/* Looks at what @file would do to @house. @source is where it was read: calendars without a name are told
 * apart by it. @calendar: of others, looked at from @house, that @file is what it says now; nullable. Then
 * what it tells of is read only and takes no people; it is in the room that its place names or the calendar
 * is in, and no room is made for it. Nothing is written. */
StafetCalendarImport *stafet_calendar_import_new (StafetPlan *plan, const StafetIcsFile *file,
                                                  StafetUid house, const char *source,
                                                  const StafetCalendar *calendar);
void stafet_calendar_import_free (StafetCalendarImport *self);

/* Writes what is new, changed and gone. NULL: there is nothing to write. @self may be freed before the edit
 * runs.
 */
StafetEdit *stafet_calendar_import_edit (const StafetCalendarImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetCalendarImport, stafet_calendar_import_free)

G_END_DECLS
