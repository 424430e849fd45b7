/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expands a series into its original dates: pure, without exceptions, closures or holidays.
 *
 * All four frequencies are our own date arithmetic over whole periods (RFC 5545 §3.3.10's table of what
 * expands and what limits). One occurrence a day; the start counts only if the rule yields it.
 */
#pragma once

#include "core/stafet-timing.h"

G_BEGIN_DECLS

/* Return FALSE to stop. */
typedef gboolean (*StafetExpandFunc) (StafetDate date, gpointer data);

/* Each original date in [@from, @to], ascending, within first and last date, rule and filter. */
void stafet_expand_timing (const StafetTiming *timing, StafetDate from, StafetDate to, StafetExpandFunc func,
                           gpointer data);
gboolean stafet_expand_holds (const StafetTiming *timing, StafetDate date);
/* The first original date from @from on; STAFET_DATE_NONE when there is none within ten years. */
StafetDate stafet_expand_next (const StafetTiming *timing, StafetDate from);

/* Moves COUNT and UNTIL of the rule's text into @timing's until, writes the rule in its canonical form and
 * derives. @timing lies in the record @owner, which keeps the text. @zone reads an UNTIL in UTC. A rule that
 * never yields a date (30 February) is refused with STAFET_CORE_ERROR_RULE. */
gboolean stafet_expand_normalise (gpointer owner, StafetTiming *timing, const StafetZone *zone,
                                  GError **error);

/* The wall times of a bare rule from @start: COUNT counts from @start after the filter; at most @limit
 * (0: any number) of those in [@from, @to]. @to NONE needs a @limit. (transfer full) of StafetWall. */
GArray *stafet_expand_recur (const StafetRule *rule, StafetWall start, const StafetFilter *filter,
                             StafetDate from, StafetDate to, guint limit);

G_END_DECLS
