/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a proposal: somebody who is proposed, a place that stays empty, somebody who was asked.
 */
#pragma once

#include "schedule/stafet-proposal.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

/* Data of a row: its tick. Data of a tick: the key of its line, or the shift whose lines it stands for. */
#define STAFET_PROPOSAL_TICK "stafet-tick"
#define STAFET_PROPOSAL_KEY "stafet-key"
#define STAFET_PROPOSAL_SERIES "stafet-series"

/* What tells a line from the others, whatever else changes: shift, date and volunteer. (transfer full) */
char *stafet_proposal_line_key (const StafetProposal *proposal, const StafetRosterLine *line);

/* @chosen: whether its tick is set. The tick does "page.choose" with the line's key, its button
 * "page.why-not" with shift and date. (transfer floating) GtkListBoxRow, like those below. */
GtkWidget *stafet_proposal_row_new (StafetDesk *desk, const StafetProposal *proposal, guint line,
                                    gboolean chosen);
/* The heading of the @n lines of a shift, of which @line is one; its tick does "page.choose-series" with the
 * shift.
 */
GtkWidget *stafet_proposal_row_new_series (StafetDesk *desk, const StafetProposal *proposal, guint line,
                                           guint n);
GtkWidget *stafet_proposal_row_new_withdrawn (const StafetProposal *proposal, guint number);
GtkWidget *stafet_proposal_row_new_empty (StafetDesk *desk, const StafetProposal *proposal, guint hole);
/* Somebody who was asked for a place, with what to do when she has answered. */
GtkWidget *stafet_proposal_row_new_asked (StafetDesk *desk, const StafetEntry *entry,
                                          const StafetStaffing *staffing, const StafetPlace *place);

G_END_DECLS
