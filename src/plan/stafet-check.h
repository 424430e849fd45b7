/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the plan holds what every use case leaves true.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* A sentence per broken invariant, none when the plan is sound. Rows that hang on a date which its series no
 * longer has are no fault: a changed rule may bring the date back. (transfer full) of char *. */
GPtrArray *stafet_plan_check (StafetPlan *self);

G_END_DECLS
