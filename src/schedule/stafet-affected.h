/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many dates and people a change of a series touches.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* A series without an end is counted a year ahead. */
#define STAFET_AFFECTED_DAYS 365

typedef struct
{
  guint occurrences; /* that are held, from the date asked about on */
  guint volunteers;  /* who stand, promised or were asked on one of them, each once */
  gboolean endless;  /* the series goes on after the year that was counted */
} StafetAffected;

/* Of an activity or a free-standing shift, from original date @from to @to (both included). */
void stafet_affected_count (StafetSnapshot *snapshot, gpointer series, StafetDate from, StafetDate to,
                            StafetAffected *affected);

G_END_DECLS
