/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The call list: everybody who is on a place of a house in a week, with numbers, to tick off.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* For staff only, and it says so. Standing, promised and asked people in order of name, also of cancelled
 * dates: they are the ones to ring. A protected person has neither name nor number here: both stay in the
 * program. */
StafetSheet *stafet_sheet_calls_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday,
                                     StafetWall now);

G_END_DECLS
