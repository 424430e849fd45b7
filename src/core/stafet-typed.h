/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times, dates and hours as people type them, in Danish and in simple English. The strict machine forms are
 * in stafet-date.h.
 *
 * Each reads the whole of @text or refuses it with a sentence; what it returns through is then unset.
 */
#pragma once

#include "stafet-date.h"

G_BEGIN_DECLS

/* "10", "10.30", "10:30", "1030", "930", "kl. 9.05": minutes after midnight; "24" is 1440. */
/* "29/11 kl. 16" */
gboolean stafet_typed_instant (const char *text, StafetDate today, StafetWall *instant);
gboolean stafet_typed_time (const char *text, int *minutes, GError **error);
/* "10-12", "10.30 – 12", "kl. 10 til 12.15". @to is always after @from: for "22-6" it is 1800. An end at the
 * start is refused (STAFET_CORE_ERROR_ORDER). */
gboolean stafet_typed_span (const char *text, int *from, int *to, GError **error);
/* "24/11", "24. nov 2027", "tirsdag den 24. november", "tir", "næste tirsdag", "i morgen", "i går", "om 2
 * uger", "uge 48" (its Monday), "24". Without a year it is the nearest that is at most three months before
 * @today. A weekday that the date does not have is refused. */
gboolean stafet_typed_date (const char *text, StafetDate today, StafetDate *date, GError **error);
/* The same for the last day of something: a whole week ends with its Sunday. */
gboolean stafet_typed_last_date (const char *text, StafetDate today, StafetDate *date, GError **error);
/* A length: "3,5", "3.5", "3:30", "2 t", "45 min", "1 t 30 min". "3.30" is refused: it may mean both. */
gboolean stafet_typed_hours (const char *text, int *minutes, GError **error);
/* Whole kroner: "25000", "25.000", "25 000 kr.", "kr. 1.200,-", "50 kroner". */
gboolean stafet_typed_kroner (const char *text, gint64 *kroner);

G_END_DECLS
