/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week programme of a house, to hang on a wall.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* The corner of the first page that is kept free for the code of the calendar subscription: a square at the
 * right and upper margins. */
#define STAFET_SHEET_PROGRAMME_CODE 72.0

/* Days as rows; no name, number or address of a volunteer. @house is a house of the snapshot, @monday a
 * Monday, @now when it is printed. */
StafetSheet *stafet_sheet_programme_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday,
                                         StafetWall now);

G_END_DECLS
