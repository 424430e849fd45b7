/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loans and the activities that they are.
 */
#pragma once

#include "core/stafet-activity.h"
#include "core/stafet-i18n.h"
#include "core/stafet-loan.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* The loan that an activity is, or NULL. */
StafetLoan *stafet_loan_of (const StafetSnapshot *snapshot, StafetUid activity);
/* NULL when it is gone. */
StafetActivity *stafet_loan_activity (const StafetSnapshot *snapshot, const StafetLoan *loan);
/* The organiser, or what the activity is called. Borrowed. */
const char *stafet_loan_borrower (const StafetSnapshot *snapshot, const StafetLoan *loan);
/* "every week on Thursday 18:00–21:00, from 15 December", "Tuesday 15 December 2026 18:00–21:00". (transfer
 * full) */
char *stafet_loan_when (const StafetActivity *activity, StafetLanguage language);
/* What is proposed: "Tuesday 22 December 16:00–19:00, the attic"; NULL when nothing is. (transfer full) */
char *stafet_loan_proposal (const StafetSnapshot *snapshot, const StafetLoan *loan, StafetLanguage language);

G_END_DECLS
