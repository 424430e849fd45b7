/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which houses ask to borrow whom, and wait for an answer.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

typedef struct
{
  StafetVolunteer *volunteer; /* owned, as is the shift */
  StafetShift *shift;
  StafetDate date; /* the original one */
  StafetWall start, end;
  char *title;      /* "Café · Servering"; owned */
  char *house_name; /* who asks; owned */
} StafetBorrowing;

/* What waits for the answer of the houses that @places names (its house, area or houses; none: all), for
 * dates that are not over at @now: by start and name. (transfer full) of StafetBorrowing. */
GPtrArray *stafet_borrowings_find (StafetSnapshot *snapshot, const StafetAgendaQuery *places, StafetWall now);
/* "Folkehuset Gellerup wants to borrow Lis Bæk". (transfer full) */
char *stafet_borrowing_words (const StafetBorrowing *self, StafetLanguage language);
/* "Café · Servering, Tuesday 24 November 10.00–14.00". (transfer full) */
char *stafet_borrowing_when (const StafetBorrowing *self, StafetLanguage language);

G_END_DECLS
