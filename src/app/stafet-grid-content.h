/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a grid of time shows: columns of a day each (a week) or of a room each (one day), what happens in
 * them, and what lasts longer above them. Made from the plan without any widget.
 */
#pragma once

#include "schedule/stafet-lanes.h"
#include "stafet-day-item.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

/* What happens in a column, or the part of it that lies on the column's date. */
typedef struct
{
  const StafetEntry *entry; /* borrowed from the agenda */
  int from, to;             /* minutes after midnight, 0-1440 */
  int lane, span, lanes;    /* as StafetLanesItem; lane -1: it has no room */
} StafetGridItem;

/* Stands for items without room. */
typedef struct
{
  int from, to;
  int lane, lanes;
  guint n, missing; /* how many, and the places that they miss */
} StafetGridMore;

/* A thing takes at least so many minutes of its column, so that its title can be read. */
#define STAFET_GRID_LEAST 30

/* A time of the day at which what the column stands for is closed. */
typedef struct
{
  int from, to;
  char *text; /* owned: "Closed from 13.00: Staff day" */
} StafetGridClosed;

typedef struct
{
  StafetDate date;
  StafetRoom *room; /* borrowed: of a room's column; NULL for what has no room, and in a week */
  char *title;      /* owned: "tirsdag 24.", "Caféen" */
  char *brief;      /* owned: "tir. 24."; NULL: the title breaks its lines */
  char *detail;     /* owned: "2 missing", "everybody is there", "" */
  char *name;       /* owned: what a screen reader calls the column: "tirsdag den 24. november" */
  gboolean is_today, is_holiday, lacks;
  GArray *items;  /* owned: StafetGridItem by start */
  GArray *more;   /* owned: StafetGridMore by start */
  GArray *closed; /* owned: StafetGridClosed */
} StafetGridColumnContent;

typedef enum
{
  STAFET_GRID_BAR_ENTRY,
  STAFET_GRID_BAR_CLOSED,
  STAFET_GRID_BAR_HOLIDAY,
  STAFET_GRID_BAR_MORE /* stands for bars without room */
} StafetGridBarKind;

/* What lasts a whole day or longer, over the columns from @first to @last. */
typedef struct
{
  StafetGridBarKind kind;
  const StafetEntry *entry; /* ENTRY: borrowed from the agenda */
  char *text;               /* owned */
  guint first, last;
  int row; /* from the top; -1: it has no room */
} StafetGridBar;

typedef struct
{
  StafetDayAgenda *agenda; /* owned */
  StafetUid house;         /* the only house in view, whose name need not be said; or NULL */
  gboolean by_room;        /* its columns are rooms, not days */
  StafetDate today;
  StafetWall now;
  GPtrArray *columns; /* owned: StafetGridColumnContent */
  GArray *bars;       /* owned: StafetGridBar */
  guint n_rows;       /* of bars */
} StafetGridContent;

/* The seven days from @monday on; at most @lanes things side by side. */
StafetGridContent *stafet_grid_content_new_week (StafetDesk *desk, StafetDate monday, int lanes);
/* The rooms and then the vehicles of the houses in view on one date, after what has none. */
StafetGridContent *stafet_grid_content_new_rooms (StafetDesk *desk, StafetDate date, int lanes);
void stafet_grid_content_free (StafetGridContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetGridContent, stafet_grid_content_free)

G_END_DECLS
