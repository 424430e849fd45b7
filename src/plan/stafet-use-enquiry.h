/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes with an enquiry when it is new.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* One has a title, a date, and a day on which it is erased; a new one somebody who has the baton and a first
 * step too: unless it says so itself. @before is NULL for a new record; records of other kinds are left
 * alone. */
void stafet_use_begin_enquiry (StafetPlan *plan, const StafetRecord *before, StafetRecord *record);

/* What somebody said while she agreed to be contacted is not kept in the log when she no longer does. */
void stafet_use_follow_consent (const StafetRecord *before, const StafetRecord *after,
                                StafetChangeset *changeset);

G_END_DECLS
