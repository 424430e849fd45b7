/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What hangs on the dates of a series, and how it follows when the series moves.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Exceptions, sign-ups, counts, dated assignments, attendance and calls of the series and of the shifts that
 * follow it, from original date @from on (STAFET_DATE_NONE: all). (transfer container) of StafetRecord. */
GPtrArray *stafet_use_dated_rows (const StafetSnapshot *snapshot, StafetRecord *series, StafetDate from);
/* The original date of such a row. */
StafetDate *stafet_use_row_date (StafetRecord *row);

/* For a series whose start was set by @pairs: lets a rule with one weekday follow the start, and returns by
 * how many days every original date moves (0 when the dates are not moved as a whole). */
int stafet_use_follow_start (StafetRecord *before, StafetRecord *after, const char *const *pairs);
/* A rule that @pairs give with COUNT or UNTIL takes the place of the last date there was. */
void stafet_use_forget_until (StafetRecord *series, const char *const *pairs);
/* Moves what hangs on the dates along. */
void stafet_use_rekey (const StafetSnapshot *snapshot, StafetRecord *series, int days,
                       StafetChangeset *changeset);
/* Warns of promises, questions, sign-ups and times of single dates, from @from (NONE: today) on, that @after
 * does not have once the dates moved by @days. */
void stafet_use_warn_lost (StafetPlan *plan, StafetRecord *before, StafetRecord *after, int days,
                           StafetDate from);

G_END_DECLS
