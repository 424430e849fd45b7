/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a plan is fragile: what falls with one person.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* A shift that one person alone fills, on dates on which nobody else can. Borrowed pointers live as long as
 * what holds it. */
typedef struct
{
  StafetVolunteer *volunteer;
  const StafetEntry *entry;       /* the first such date … */
  const StafetStaffing *staffing; /* … and the shift on it */
  guint dates;                    /* so many of them */
} StafetFragileShift;

/* Somebody who leads several activities. */
typedef struct
{
  StafetVolunteer *volunteer;
  GPtrArray *entries; /* StafetEntry: the first date of each */
} StafetFragileLead;

typedef struct
{
  StafetAgenda *agenda; /* what the others borrow from: owned */
  GPtrArray *shifts;    /* StafetFragileShift: most dates first, then in time */
  GPtrArray *leads;     /* StafetFragileLead: most activities first, then in Danish order of name */
} StafetFragile;

/* Weeks that are looked at from today on. */
#define STAFET_FRAGILE_WEEKS 8

/* Of the place and the days of @query, without what is over at @now. Who can is what the hard rules say, of
 * everybody in the snapshot. */
StafetFragile *stafet_fragile_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now);
void stafet_fragile_free (StafetFragile *self);

/* "Only Karen Holm can · 8 times". (transfer full) */
char *stafet_fragile_shift_words (const StafetFragileShift *shift);
/* "Leads 3 activities: Café, Krolf, Sang". (transfer full) */
char *stafet_fragile_lead_words (const StafetFragileLead *lead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetFragile, stafet_fragile_free)

G_END_DECLS
