/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many dates and people a change of a series touches.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* A series without an end is counted a year ahead. */
#define STAFET_AFFECTED_DAYS 365

typedef struct
{
  guint occurrences; /* that are held, from the date asked about on */
  guint volunteers;  /* who stand, promised or were asked on one of them, each once */
  guint others;      /* of groups, each as many as come at most, and guests by their names */
  guint signed_up;   /* heads of the sign-ups for them, and of those who wait */
  gboolean endless;  /* the series goes on after the year that was counted */
} StafetAffected;

/* Of an activity or a free-standing shift, from original date @from to @to (both included). */
void stafet_affected_count (StafetSnapshot *snapshot, gpointer series, StafetDate from, StafetDate to,
                            StafetAffected *affected);
/* "2 volunteers, 4 from groups, 24 signed up"; who is none of is left out, volunteers aside. (transfer full)
 */
char *stafet_affected_words (const StafetAffected *self, StafetLanguage language);

G_END_DECLS
