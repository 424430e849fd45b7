/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs that decide on a loan, and that propose to move a date of it.
 */
#pragma once

#include "core/stafet-loan.h"
#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_loan_dialog_approve (StafetWindow *window, StafetLoan *loan);
void stafet_loan_dialog_refuse (StafetWindow *window, StafetLoan *loan);
void stafet_loan_dialog_propose (StafetWindow *window, StafetLoan *loan);

G_END_DECLS
