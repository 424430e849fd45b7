/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days of a feed as a page or a board on the wall shows them: from the events of its calendar, so that
 * level of names, protected people, wards and visibility hold in one place.
 *
 * A pure function of the snapshot, the feed and the week: any thread may call it.
 */
#pragma once

#include "stafet-feed-events.h"

G_BEGIN_DECLS

/* Somebody, or an association with its heads, who comes: named by first name at most. */
typedef struct
{
  const char *name;  /* "Karen", "Volunteer" of a protected person, "Sangvennerne" */
  const char *whole; /* what a picture of the face is made from; "" for none. It stays in the house. */
  int count;         /* heads: more than 1 of an association alone */
} StafetBoardFace;

/* One event on one day. Texts are borrowed from the board, "" when there is nothing to say. */
typedef struct
{
  const StafetFeedEvent *event;
  const char *title;  /* "Singing in B.1", "Occupied" */
  const char *place;  /* room, ward, address; with the house where it is another than the feed's */
  const char *people; /* who comes, by first name at most, or how many do; "" at the day of a cancelled one */
  const char *state;  /* "", "CANCELLED" or "moved" */
  GArray *faces;      /* StafetBoardFace, owned; empty at the counts level */
  int missing;        /* heads that are neither promised nor asked, where the readers may know */
  int asked;
  gboolean occupied;
} StafetBoardLine;

typedef struct
{
  StafetDate date;
  GPtrArray *lines;    /* StafetBoardLine, owned, in order of start */
  GPtrArray *closures; /* sentences, owned: "Closed from 14:00: Staff day" */
  gboolean shut;       /* the whole place, the whole day */
} StafetBoardDay;

typedef struct
{
  StafetFeedEvents *events; /* owned */
  GStringChunk *texts;      /* owned */
  GPtrArray *days;          /* StafetBoardDay, owned, one for each date */
} StafetBoard;

/* The days @from .. @to, both included, which lie in the feed's window. What lasts for days is on each of
 * them.
 * @today only tells the week. */
StafetBoard *stafet_board_new (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today,
                               StafetDate from, StafetDate to);
void stafet_board_free (StafetBoard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetBoard, stafet_board_free)

G_END_DECLS
