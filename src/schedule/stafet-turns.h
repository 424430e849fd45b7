/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When one volunteer is on shifts: what the staffing says of her, without counting the others.
 */
#pragma once

#include "stafet-timetable.h"

G_BEGIN_DECLS

/* A date on which she stands, is promised or is asked, or takes it if nobody else can, and is not away. */
typedef struct
{
  StafetShift *shift; /* borrowed from the snapshot */
  StafetDate original;
  StafetWall start, end;
  gboolean asked;
  gboolean if_needed; /* keeps the time free, but has not got the shift */
  gboolean accepted;  /* put on in spite of an overlap */
} StafetTurn;

/* Which dates of which shifts have a start of their own, and may so be far from the original date: made once,
 * for many volunteers. (transfer full) */
GHashTable *stafet_turns_find_moved (const StafetSnapshot *snapshot);

/* Appends her turns on one shift that start in [@from, @to] to @turns (of StafetTurn), in no order. @moved is
 * stafet_turns_find_moved()'s. */
void stafet_turns_add (const StafetSnapshot *snapshot, GHashTable *moved, const StafetVolunteer *volunteer,
                       StafetShift *shift, StafetDate from, StafetDate to, GArray *turns);
/* The same for every shift. */
void stafet_turns_add_all (const StafetSnapshot *snapshot, GHashTable *moved,
                           const StafetVolunteer *volunteer, StafetDate from, StafetDate to, GArray *turns);

G_END_DECLS
