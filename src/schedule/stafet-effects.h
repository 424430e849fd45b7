/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a programme when a plan is changed: the same days before and after, held against each
 * other.
 */
#pragma once

#include "stafet-call-list.h"
#include "stafet-overlap.h"

G_BEGIN_DECLS

/* Dates of one series. Of @dropped as they were before, of the others as they are after. */
typedef struct
{
  const StafetEntry *entry; /* the first of them */
  guint dates;
} StafetEffectDates;

/* Places of one shift that nobody is on, and somebody was before or nobody had to be. */
typedef struct
{
  const StafetEntry *entry; /* the first date that lacks more than before … */
  const StafetStaffing *staffing;
  guint dates;   /* … and how many do */
  guint missing; /* so many places more */
} StafetEffectHole;

/* Somebody who is on a shift that was not, or no longer is, on dates that are held before and after. */
typedef struct
{
  StafetVolunteer *volunteer;
  const StafetEntry *entry; /* the first date */
  const StafetStaffing *staffing;
  guint dates;
  gboolean joins; /* else leaves */
} StafetEffectPerson;

/* Borrowed pointers live as long as this does. */
typedef struct
{
  StafetAgenda *before, *after; /* owned */
  GPtrArray *dropped;           /* StafetEffectDates: cancelled, or gone */
  GPtrArray *moved;             /* StafetEffectDates: at another time or place */
  GPtrArray *added;             /* StafetEffectDates */
  GPtrArray *holes;             /* StafetEffectHole: most places first */
  GPtrArray *people;            /* StafetEffectPerson: in Danish order of name */
  GArray *overlaps;             /* StafetOverlap: that are not there before */
  StafetCallList *calls;        /* whoever expects what is dropped or moved */
} StafetEffects;

/* Both snapshots are of one plan. Of the place and the days of @query, without what is over at @now. Series
 * are in order of their first date. */
StafetEffects *stafet_effects_new (StafetSnapshot *before, StafetSnapshot *after,
                                   const StafetAgendaQuery *query, StafetWall now);
void stafet_effects_free (StafetEffects *self);
/* Whether nothing comes of it on those days. */
gboolean stafet_effects_are_none (const StafetEffects *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetEffects, stafet_effects_free)

G_END_DECLS
