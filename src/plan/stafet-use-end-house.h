/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A house that closes for good: what happens there ends, what has been stays.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* From @from on the house is closed: its series have their last date before, standing places end with them,
 * and single dates from then on are cancelled. Refused before today, of a nursing home, and of a house that
 * is closed by then. */
StafetEdit *stafet_use_end_house (const char *house, StafetDate from);

/* What that would do. */
typedef struct
{
  guint activities, shifts; /* series that end; shifts: those that stand alone */
  guint cancelled; /* dates that are cancelled: single ones, and first ones of what was to begin later */
  guint standings; /* standing places that end */
  guint promises, signups; /* of people, on dates that are no more */
  guint volunteers;        /* who stand, promised or were asked: each once */
  guint guests;            /* series of other houses in rooms of this one: they stay, and need another room */
} StafetHouseEnd;

/* Refused as the edit is. */
gboolean stafet_house_end_try (StafetPlan *plan, const char *house, StafetDate from, StafetHouseEnd *end,
                               GError **error);
/* In sentences, a line each. (transfer full) */
char *stafet_house_end_words (const StafetHouseEnd *end, StafetDate from);

G_END_DECLS
