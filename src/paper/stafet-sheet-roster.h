/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer's own card in large type: when she comes, with whom, and whom to ring when she cannot.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

#define STAFET_SHEET_ROSTER_WEEKS 8

/* The weeks from @monday on. Others are named by their first names, as in a calendar. */
StafetSheet *stafet_sheet_roster_new (StafetSnapshot *snapshot, StafetUid volunteer, StafetDate monday,
                                      StafetWall now);

G_END_DECLS
