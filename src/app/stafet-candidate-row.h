/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who could take a shift, or could not.
 */
#pragma once

#include "plan/stafet-plan.h"
#include "schedule/stafet-candidates.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define STAFET_TYPE_CANDIDATE_ROW (stafet_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetCandidateRow, stafet_candidate_row, STAFET, CANDIDATE_ROW, GtkListBoxRow)

GtkWidget *stafet_candidate_row_new (void);
/* @rank: 1 is the best. @permanent: the hole is one that nobody has, and somebody may stand on it from @date
 * on. Nothing is kept of @candidate. */
void stafet_candidate_row_bind (StafetCandidateRow *self, StafetPlan *plan, const StafetCandidate *candidate,
                                StafetUid shift, StafetDate date, guint rank, gboolean permanent);

G_END_DECLS
