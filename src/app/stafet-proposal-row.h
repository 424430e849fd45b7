/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a proposal: somebody who is proposed, a place that stays empty, somebody who was asked.
 */
#pragma once

#include "schedule/stafet-proposal.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

/* What tells a line from the others, whatever else changes: shift, date and volunteer. (transfer full) */
char *stafet_proposal_line_key (const StafetProposal *proposal, const StafetRosterLine *line);

/* @chosen: whether its tick is set. The tick does "page.choose" with the line's key, its button
 * "page.why-not" with shift and date. (transfer floating) GtkListBoxRow, like those below. */
GtkWidget *stafet_proposal_row_new (StafetDesk *desk, const StafetProposal *proposal, guint line,
                                    gboolean chosen);
GtkWidget *stafet_proposal_row_new_empty (StafetDesk *desk, const StafetProposal *proposal, guint hole);
/* Somebody who was asked for a place, with what to do when she has answered. */
GtkWidget *stafet_proposal_row_new_asked (StafetDesk *desk, const StafetEntry *entry,
                                          const StafetStaffing *staffing, const StafetPlace *place);

G_END_DECLS
