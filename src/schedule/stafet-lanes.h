/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the things that happen at the same time stand where beside each other, and which have no room.
 */
#pragma once

#include "core/stafet-date.h"

G_BEGIN_DECLS

/* So many stand side by side in any view; more cannot be read. */
#define STAFET_LANES_MOST 4

/* One thing in a column of time. */
typedef struct
{
  StafetWall start,
    end;     /* half-open, @start < @end; what it takes of the column, which may be more than it lasts */
  int lane;  /* out: from 0; -1: it has no room, and is one of those that a StafetLanesMore stands for */
  int span;  /* out: so many lanes wide, at the least 1 */
  int lanes; /* out: into so many lanes the column is divided where it stands */
} StafetLanesItem;

/* Stands in the last lane for things without room that follow each other without a pause. */
typedef struct
{
  StafetWall start, end;
  int lane, lanes;
  guint n; /* how many: 2 at the least */
} StafetLanesMore;

/* Places @items (sorted by start; of those that start together the ones to be seen first come first).
 *
 * Things that overlap, directly or through others, share a division of the column. A thing stands in the
 * first lane that is free over all of its time and reaches to the right as far as nothing else does. Where
 * more than @most (1 to STAFET_LANES_MOST) would stand side by side, the last lane keeps only those that meet
 * nothing else without room: where two or more without room meet, a "k more" stands for them instead.
 *
 * Holds: no two that are placed, nor a "more", overlap in a lane at a time; each thing is placed or counted
 * in exactly one "more" that covers it. (transfer full) of StafetLanesMore, by start. */
GArray *stafet_lanes_place (StafetLanesItem *items, guint n, int most);

G_END_DECLS
