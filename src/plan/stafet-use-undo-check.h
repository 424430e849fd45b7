/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a plan from which an older change was taken may stand.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Holds what @changeset makes of the plan to the rules that every edit is held to: references, fields, dates,
 * no two of what is there once, no more people than a shift takes, no double booking. Refused with the same
 * sentences; with @anyway overlaps and full shifts are warnings, and what they are on is marked. States what
 * is booked and freed. @label names what is taken back. */
gboolean stafet_use_check_taken_back (StafetPlan *plan, const char *label, StafetChangeset *changeset,
                                      gboolean anyway, GError **error);

G_END_DECLS
