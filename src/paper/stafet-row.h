/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item of a day on the programme and on a door: when, what, and what became of it.
 */
#pragma once

#include "stafet-block.h"
#include "stafet-paper.h"

G_BEGIN_DECLS

/* How rows of a sheet look. */
typedef struct
{
  const StafetType *title; /* also of the times */
  const StafetType *plain;
  const StafetType *mark;   /* inside a box */
  double time_width, width; /* of the column of times, and of the whole row */
} StafetRowLook;

/* A list item. @details stand behind the title, @more (nullable) below it in two lines at most. What is
 * cancelled or moved away is struck, with the word in a box and the reason or the new time, and has neither.
 */
StafetBlock *stafet_row_new (const StafetPaper *paper, const StafetRowLook *look, const StafetSlot *slot,
                             const char *details, const char *more);

/* The closures and holidays of a day, each a line with its icon; NULL when there is none. @agenda answers
 * @query, whose first day it is. Of rooms and wards only @room's, when it is not NULL. */
StafetBlock *stafet_row_notes_new (const StafetPaper *paper, const StafetRowLook *look,
                                   const StafetAgenda *agenda, const StafetAgendaQuery *query,
                                   const StafetRoom *room);

G_END_DECLS
