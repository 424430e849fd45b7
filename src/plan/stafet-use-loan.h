/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a loan forbids: an agreement with a borrower is not moved behind her back, and what nobody approved
 * takes up no room.
 */
#pragma once

#include "core/stafet-loan.h"
#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Whether a series may go from @before to @after (activities; other records always may). @date: the date that
 * both are about, STAFET_DATE_NONE: all. Priority 1 is the house's own and moves freely; another loan's time
 * and room change on one date only, to what was proposed for it. */
gboolean stafet_use_check_loan (const StafetSnapshot *snapshot, StafetRecord *before, StafetRecord *after,
                                StafetDate date, GError **error);
/* A loan that is added: of a draft, one for each, asked for today unless it says when. */
gboolean stafet_use_begin_loan (StafetPlan *plan, StafetLoan *loan, GError **error);
gboolean stafet_use_check_loan_once (const StafetSnapshot *snapshot, const StafetLoan *loan, GError **error);

G_END_DECLS
