/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rule of RFC 5545 §3.3.10 comes to in one of its days, weeks, months or years: the dates among which
 * BYSETPOS counts. All parts that may stand beside one another are honoured; RSCALE is not.
 */
#pragma once

#include "stafet-ics-time.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* Fills @walls (StafetWall) with the wall times that @rule, daily at the finest, has in its @n-th round,
 * ascending; the round of @start is number 0, and what lies before @start is among them. @first is where the
 * round begins. FALSE beyond the last date there is. */
gboolean stafet_ics_foreign_round (const struct icalrecurrencetype *rule, const StafetIcsTime *start, guint n,
                                   StafetDate *first, GArray *walls);

G_END_DECLS
