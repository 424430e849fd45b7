/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long people came: what was confirmed, and beside it what was planned and nobody has confirmed.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "core/stafet-zone.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

#define STAFET_N_METHODS (STAFET_METHOD_REPORTED + 1)

/* In minutes of people: a group of four that comes for an hour is 240. */
typedef struct
{
  gpointer who;                   /* StafetVolunteer or StafetOrganiser, borrowed; NULL: all guests */
  guint times;                    /* so many dates of shifts were confirmed */
  gint64 confirmed;               /* minutes */
  gint64 planned;                 /* minutes that were planned, are over, and that nobody has confirmed */
  gint64 heads[STAFET_N_METHODS]; /* of an organiser's people who came, by how they were counted */
} StafetHoursLine;

typedef struct
{
  StafetSnapshot *snapshot;           /* owned */
  GPtrArray *volunteers, *organisers; /* StafetHoursLine, by Danish name; owned */
  StafetHoursLine guests, total;
} StafetHours;

/* Of the shifts that @query asks about and that are over at @now; those of activities that do not count hours
 * aside. With a volunteer in the query only she is in it. */
StafetHours *stafet_hours_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now,
                               const StafetZone *zone);
void stafet_hours_free (StafetHours *self);

/* The row that says whether the place's holder came on that original date, or NULL. Borrowed. */
StafetAttendance *stafet_attendance_find (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date,
                                          const StafetPlace *place);
/* Real minutes: the night when the clock is set back has one hour more. */
int stafet_staffing_minutes (const StafetStaffing *staffing, const StafetZone *zone);
/* "4 hours 15 min.", "45 min.". (transfer full) */
char *stafet_hours_words (StafetLanguage language, gint64 minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetHours, stafet_hours_free)

G_END_DECLS
