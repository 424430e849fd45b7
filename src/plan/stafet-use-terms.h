/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what an edit makes of a volunteer's terms against the rules of schedule/stafet-terms.h.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Of @record when it is a volunteer, as it stands with what @changeset brings: what contradicts itself and
 * did not before is refused, and what is newly odd is said, as are her coming shifts that are now above what
 * she takes at most. Other kinds pass. */
gboolean stafet_use_check_terms (StafetPlan *plan, StafetRecord *record, const StafetChangeset *changeset,
                                 GError **error);
/* Whether the terms of @volunteer, who may be gone, contradict themselves in @after and did not in @before. A
 * pause that is over by now is none: what is taken back was right in its time. */
gboolean stafet_use_check_terms_between (const StafetSnapshot *before, const StafetSnapshot *after,
                                         StafetUid volunteer, StafetDate today, GError **error);

G_END_DECLS
