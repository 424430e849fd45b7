/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What call lists share: who is to be rung at the left, what it is about beside it, and three boxes to tick.
 */
#pragma once

#include "stafet-flow.h"
#include "stafet-paper.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* Columns, in points from the left margin. */
#define STAFET_CALL_ROW_NAME_WIDTH 168.0
#define STAFET_CALL_ROW_ABOUT_X (STAFET_CALL_ROW_NAME_WIDTH + 10)
#define STAFET_CALL_ROW_TICK_WIDTH 57.0
#define STAFET_CALL_ROW_TICKS 3
#define STAFET_CALL_ROW_TICKS_X (STAFET_SHEET_INNER - STAFET_CALL_ROW_TICKS * STAFET_CALL_ROW_TICK_WIDTH)
#define STAFET_CALL_ROW_ABOUT_WIDTH (STAFET_CALL_ROW_TICKS_X - STAFET_CALL_ROW_ABOUT_X - 6)

extern const StafetType stafet_call_row_plain, stafet_call_row_heading;

/* The page's head: @over in small above "Call list", with the dates at the right, and that it is internal. */
StafetBlock *stafet_call_row_head (const StafetPaper *paper, const char *over, const char *upper,
                                   const char *lower);
/* Says what the columns are for; @about is that of the middle one. */
StafetBlock *stafet_call_row_headings (const StafetPaper *paper, const char *about);
/* Each adds something to the left column at @y, and returns where the next goes. */
double stafet_call_row_add_name (StafetBlock *block, const StafetPaper *paper, const char *name);
double stafet_call_row_add_number (StafetBlock *block, const StafetPaper *paper, double y,
                                   const char *number);
double stafet_call_row_add_plain (StafetBlock *block, const StafetPaper *paper, double y, const char *words);
void stafet_call_row_add_ticks (StafetBlock *row);

G_END_DECLS
