/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet that hands a calendar over to an office: its code, its address, and whom to ring. A5.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* What stands on it beside the code. All borrowed. */
typedef struct
{
  const StafetFeed *feed;
  const char *whose;         /* "B.1, Plejehjem Skovvang" */
  const char *caution;       /* who may have the address */
  const StafetHouse *sender; /* nullable: the one to ring */
} StafetSharing;

/* Marked as not for a wall when the calendar names people. NULL when the settings name no address. */
StafetSheet *stafet_sheet_sharing_new (StafetSnapshot *snapshot, const StafetSharing *sharing,
                                       StafetWall now);

G_END_DECLS
