/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a date of a series another time or room, after asking which dates are meant, and says what is in the
 * way where it was put.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

typedef struct
{
  StafetKind kind;
  StafetUid series;
  StafetDate original;
  StafetWall start, end; /* as they are to be */
  gboolean changes_room;
  StafetUid room; /* NULL: none */
} StafetEntryMove;

/* Nothing happens where it is there already. @anchor and @at (in its coordinates): what is in the way is told
 * there. @done (nullable) is called with @owner, unless that is gone, when it is settled in whichever way. */
typedef void (*StafetEntryMoveDone) (gpointer owner);
void stafet_entry_move_ask (StafetWindow *window, const StafetEntryMove *move, GtkWidget *anchor,
                            const GdkRectangle *at, gpointer owner, StafetEntryMoveDone done);

/* The edit for one choice of dates; NULL when the series is gone. A single date that would not be held where
 * it is put, because that is closed or a holiday, is in the way like a double booking, and is held there with
 * @anyway; dates of a series that is moved are not held on such days, as always. (transfer full) */
StafetEdit *stafet_entry_move_edit (StafetSnapshot *snapshot, const StafetEntryMove *move, StafetScope scope,
                                    gboolean anyway);

G_END_DECLS
