/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The call list of what is cancelled or moved: everybody whom it concerns, to be ticked off. Internal paper,
 * with telephone numbers.
 */
#pragma once

#include "schedule/stafet-call-list.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* @why: what happened, under which house or text: "Personaledag". Protected people are not named. */
StafetSheet *stafet_sheet_told_new (StafetSnapshot *snapshot, const StafetCallList *calls, const char *why,
                                    StafetWall now);

G_END_DECLS
