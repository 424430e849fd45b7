/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who fills the holes of a week: a draft line by line, each with its reasons, taken over as asked in one
 * change; what stays empty, and why; and whom to ring.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_PROPOSAL_PAGE (stafet_proposal_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetProposalPage, stafet_proposal_page, STAFET, PROPOSAL_PAGE, StafetPage)

/* Of the week that the desk shows when that is not over, and has not begun; else of the next one. */
StafetPage *stafet_proposal_page_new (StafetDesk *desk);

G_END_DECLS
