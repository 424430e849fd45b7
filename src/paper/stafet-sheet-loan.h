/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agreement on a room that is lent out, to be signed by the house and the borrower.
 */
#pragma once

#include "core/stafet-loan.h"
#include "schedule/stafet-snapshot.h"
#include "stafet-sheet.h"

G_BEGIN_DECLS

/* @loan and its activity are in @snapshot. */
StafetSheet *stafet_sheet_loan_new (StafetSnapshot *snapshot, const StafetLoan *loan, StafetWall now);

G_END_DECLS
