/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Door sheets: what happens in each room of a house in a week.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* A page of its own for each room that has something that week, in order of name; one page that says so when
 * there is none. No name, number or address of a volunteer. */
StafetSheet *stafet_sheet_doors_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday,
                                     StafetWall now);

G_END_DECLS
