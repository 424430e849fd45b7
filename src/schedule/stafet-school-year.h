/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which school holidays are known, and of which school year none is.
 */
#pragma once

#include "core/stafet-house-rules.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Those of @query's place that are on one of its days, by their first day. (transfer container) of
 * StafetSchoolHoliday. */
GPtrArray *stafet_school_holidays_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query);

/* The first day of the school year that @date is in: 1 August. */
StafetDate stafet_school_year_begin (StafetDate date);
/* "2026/27". (transfer full) */
char *stafet_school_year_words (StafetDate date);
/* Whether one of @holidays begins in the school year that @date is in. */
gboolean stafet_school_year_is_known (const GPtrArray *holidays, StafetDate date);

G_END_DECLS
