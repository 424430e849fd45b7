/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grid's inside, shared by the files that make it up.
 */
#pragma once

#include "stafet-grid-block.h"
#include "stafet-grid-column.h"
#include "stafet-time-grid.h"

G_BEGIN_DECLS

/* Something on its way: dragged, or moved with the keyboard. */
typedef enum
{
  STAFET_GRID_REST,
  STAFET_GRID_CREATE,
  STAFET_GRID_MOVE,
  STAFET_GRID_START, /* moves its start */
  STAFET_GRID_END    /* moves its end */
} StafetGridWay;

struct _StafetTimeGrid
{
  GtkWidget parent_instance;

  StafetGridContent *content; /* owned, nullable */
  int cursor_column;          /* where the keyboard stands … */
  int cursor_from, cursor_to; /* … in minutes; of free time, how far it reaches */
  int cursor_goal;            /* the minute that left and right keep to */
  int lanes;                  /* that the content was made for */
  guint looking;              /* source that looks whether there is room for others */
  guint shown;                /* so many columns so far */
  guint growing;              /* source that shows the others */
  guint scrolling;            /* source that scrolls to where it is wanted */
  gboolean placed;            /* the keyboard has been somewhere, or was put where it is now */
  double page;                /* how much was in sight when hours got their height … */
  int top;                    /* … and the minute at its top since */
  int wanted_minute;          /* to be scrolled to once there is something to scroll; -1: none */

  StafetUid selected;       /* the series of the thing that is marked, or NULL … */
  StafetDate selected_date; /* … and its original date */

  StafetGridWay way;
  gboolean by_keyboard;
  StafetGridBlock *moved; /* borrowed while something is on its way: a block that is shown */
  int grabbed;            /* minute of the thing that the pointer holds */
  int column, from, to;   /* where it would be */

  /* Owned by the widget tree. */
  GtkWidget *corner, *headings, *bars, *axis, *body;
  GtkScrolledWindow *top_scroller, *axis_scroller, *body_scroller;
};

StafetGridColumn *stafet_time_grid_column (StafetTimeGrid *self, int column);
int stafet_time_grid_n_columns (StafetTimeGrid *self);

/* Stands on a stop of @column at @minute, or next to it. (stafet-time-grid-keys.c) */
void stafet_time_grid_stand (StafetTimeGrid *self, int column, int minute, gboolean focus);
/* Puts the keyboard on the stop where it stands. */
gboolean stafet_time_grid_grab (StafetTimeGrid *self);
void stafet_time_grid_install_keys (StafetTimeGrid *self);
/* Scrolls as little as brings that time of the column into sight. (stafet-time-grid.c) */
void stafet_time_grid_reveal (StafetTimeGrid *self, int column, int from, int to);
/* Opens the thing, or the menu of what can be done to it. */
void stafet_time_grid_open (StafetTimeGrid *self, StafetGridBlock *block);
void stafet_time_grid_open_menu (StafetTimeGrid *self, StafetGridBlock *block);

/* Begins, shows, ends what is on its way. (stafet-time-grid-drag.c) */
void stafet_time_grid_install_drag (StafetTimeGrid *self);
void stafet_time_grid_begin (StafetTimeGrid *self, StafetGridWay way, StafetGridBlock *block,
                             gboolean by_keyboard);
void stafet_time_grid_show_way (StafetTimeGrid *self);
void stafet_time_grid_finish (StafetTimeGrid *self, gboolean done);

G_END_DECLS
