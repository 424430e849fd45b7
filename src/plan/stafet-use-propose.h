/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes lines of a proposal into the plan: as asked, never as promised, and all in one undo.
 */
#pragma once

#include "schedule/stafet-proposal.h"
#include "stafet-use-cases.h"

G_BEGIN_DECLS

/* @lines: of StafetRosterLine, at least one; whose question makes room for them is taken back. Each is held
 * against the plan as it is then: where one no longer fits, nothing is taken, and the message names it. */
StafetEdit *stafet_use_ask_proposed (const StafetProposal *proposal, const GArray *lines);

G_END_DECLS
