/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What in a volunteer's terms cannot be, and what is only odd: one place for the form, the command line and
 * lists that are taken in.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* A check that expires within so many days is said to. */
#define STAFET_CHECK_SOON_DAYS 60

typedef struct
{
  gboolean refused; /* it contradicts itself; else it is only odd, and may be meant */
  const char *key;  /* static: the key of the command line beside which it belongs */
  char *text;       /* owned: a sentence that names what it speaks of, and so differs when that does */
} StafetTerm;

/* What is to be said on @today of the terms of @volunteer and what belongs to her, as @changeset (nullable)
 * leaves that of @snapshot: what is refused first. She need not be in @snapshot herself. (transfer full) of
 * StafetTerm. */
GPtrArray *stafet_terms_find (const StafetSnapshot *snapshot, const StafetChangeset *changeset,
                              const StafetVolunteer *volunteer, StafetDate today, StafetLanguage language);
/* Whether the check that was seen is valid on @date, and expires within STAFET_CHECK_SOON_DAYS of it. */
gboolean stafet_terms_check_ends_soon (const StafetVolunteer *volunteer, StafetDate date);

/* What @volunteer's check makes of the place that she has on @shift from @today on: "no valid check: vacant",
 * "vacant after 3 December, when the check expires"; "" where the place is hers. (transfer full) */
char *stafet_terms_standing_words (const StafetVolunteer *volunteer, const StafetShift *shift,
                                   const StafetStanding *standing, StafetDate today, StafetLanguage language);

G_END_DECLS
