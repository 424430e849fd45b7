/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrivals sheets: who comes to a ward of a nursing home in a week, to thank them by name.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* The sheet of @ward, or a page of its own for each ward of @house, in order of name: exactly one is not
 * NULL, and the house has a ward. Promised people by first name, protected ones "Volunteer"; asked people are
 * not named; nobody's number but the public one of the houses that send them. */
StafetSheet *stafet_sheet_arrivals_new (StafetSnapshot *snapshot, StafetUid house, StafetUid ward,
                                        StafetDate monday, StafetWall now);

G_END_DECLS
