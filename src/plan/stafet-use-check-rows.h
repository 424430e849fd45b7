/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a plan may stand into which rows are put that no use case made for it: an older change taken back,
 * or what was tried elsewhere.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_USE_ROWS_STRICT = 0,
  STAFET_USE_ROWS_ANYWAY = 1 << 0, /* overlaps and full shifts are warnings, and what they are on is marked */
  STAFET_USE_ROWS_ACCEPTED = 1 << 1 /* what is marked so already was accepted just now, not some time ago */
} StafetUseRows;

/* Holds what @changeset makes of the plan to the rules that every edit is held to: references, fields, dates,
 * no two of what is there once, no more people than a shift takes, no double booking. Refused with the same
 * sentences. States what is booked and freed. @refusal begins the sentences that are about the whole: "“Hole”
 * cannot be undone". */
gboolean stafet_use_check_rows (StafetPlan *plan, const char *refusal, StafetChangeset *changeset,
                                StafetUseRows how, GError **error);

G_END_DECLS
