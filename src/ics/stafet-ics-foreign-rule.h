/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurrence rules that lie outside the grammar Stafet can edit: expanded all the same, within a deadline.
 */
#pragma once

#include "stafet-ics-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @text is a rule at all, and none that repeats within a day. The sentence says why not. */
gboolean stafet_ics_foreign_rule_check (const char *text, GError **error);

/* What is asked for, and what it may cost. */
typedef struct
{
  StafetDate from, to;       /* both included */
  guint limit;               /* of wall times */
  gint64 deadline;           /* of g_get_monotonic_time() */
  GCancellable *cancellable; /* nullable */
} StafetIcsSpan;

/* The wall times of the rule from @start in @span, ascending; an UNTIL in UTC is read in @zone. NULL when it
 * takes longer or yields more than @span allows, or is cancelled. (transfer full) of StafetWall. */
GArray *stafet_ics_foreign_rule_expand (const char *text, const StafetIcsTime *start, const StafetZone *zone,
                                        const StafetIcsSpan *span, GError **error);

G_END_DECLS
