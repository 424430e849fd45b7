/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How houses stand in the days to come: which of them lack people, how badly, and where.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* A shift that lacks people on one or more of the days. Borrowed pointers live as long as the outlook. */
typedef struct
{
  const StafetEntry *entry;       /* the first date that lacks … */
  const StafetStaffing *staffing; /* … and the shift on it */
  guint dates;                    /* that lack */
  guint unheld;                   /* of these: with fewer than the least number, or with nobody */
  guint missing, permanent;       /* places */
} StafetOutlookShift;

typedef struct
{
  StafetHouse *house;
  guint dates;                      /* that are not cancelled and not over */
  guint unheld;                     /* of these: with a shift that has too few to be held */
  guint wanted, missing, permanent; /* places */
  guint waiting;                    /* dates that meet a holiday, and what becomes of them nobody has said */
  GPtrArray *shifts; /* StafetOutlookShift: those that cannot be held first, then by places, then in time */
} StafetOutlookHouse;

typedef struct
{
  StafetAgenda *agenda; /* what the others borrow from: owned */
  GPtrArray *houses; /* StafetOutlookHouse: by unheld dates, then missing places, then in Danish order; those
                        that nobody is missing in come last */
} StafetOutlook;

/* Of the place and the days of @query, without what is over at @now. A date belongs to the house that
 * organises it, or to the one where it takes place when that is the one asked about. */
StafetOutlook *stafet_outlook_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now);
void stafet_outlook_free (StafetOutlook *self);
/* The houses that something is wrong in: they come first. */
guint stafet_outlook_count (const StafetOutlook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetOutlook, stafet_outlook_free)

G_END_DECLS
