/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One column of a grid of time: a day, or a room on a day. Its widgets are used again for whatever it shows
 * next.
 */
#pragma once

#include "stafet-grid-content.h"

G_BEGIN_DECLS

#define STAFET_TYPE_GRID_COLUMN (stafet_grid_column_get_type ())
G_DECLARE_FINAL_TYPE (StafetGridColumn, stafet_grid_column, STAFET, GRID_COLUMN, GtkWidget)

/* Where the keyboard may stand in a column: on a thing, on what stands for several, or on free time. */
typedef struct
{
  int from, to;      /* minutes */
  GtkWidget *widget; /* a StafetGridBlock or a button; NULL: free time */
} StafetGridStop;

/* Free time is divided into so many minutes. */
#define STAFET_GRID_SLOT 30

GtkWidget *stafet_grid_column_new (void);
/* Shows column @i of @content, which must live as long. */
void stafet_grid_column_bind (StafetGridColumn *self, const StafetGridContent *content, guint i);
const StafetGridColumnContent *stafet_grid_column_get (StafetGridColumn *self);

/* The stops from top to bottom, from left to right. (transfer full) of StafetGridStop. */
GArray *stafet_grid_column_get_stops (StafetGridColumn *self);
/* The block of an entry, or NULL. */
GtkWidget *stafet_grid_column_find (StafetGridColumn *self, StafetUid series, StafetDate original);
/* What stands for several things from @from on, or NULL. */
GtkWidget *stafet_grid_column_find_more (StafetGridColumn *self, int from);
/* Puts the cursor on free time, and the keyboard with @focus; @from < 0 takes it away. */
void stafet_grid_column_set_cursor (StafetGridColumn *self, int from, int to, gboolean focus);
/* Outlines where something is about to be put, under @text; @from < 0 takes it away. */
void stafet_grid_column_set_ghost (StafetGridColumn *self, int from, int to, const char *text);

/* The height of an hour in pixels, at @widget's text size. */
int stafet_grid_hour_height (GtkWidget *widget);

G_END_DECLS
