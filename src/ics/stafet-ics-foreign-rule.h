/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurrence rules that lie outside the grammar Stafet can edit: libical expands them, within a deadline.
 */
#pragma once

#include "stafet-ics-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @text is a rule at all, and none that repeats within a day. The sentence says why not. */
gboolean stafet_ics_foreign_rule_check (const char *text, GError **error);

/* The wall times of the rule from @start in [@from, @to], ascending; an UNTIL in UTC is read in @zone. NULL
 * when it takes longer than until @deadline (of g_get_monotonic_time()), yields more than @limit, or is
 * cancelled. (transfer full) of StafetWall. */
GArray *stafet_ics_foreign_rule_expand (const char *text, StafetWall start, const StafetZone *zone,
                                        StafetDate from, StafetDate to, guint limit, gint64 deadline,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS
