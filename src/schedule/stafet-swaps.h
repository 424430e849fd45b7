/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which other place somebody could have in exchange for hers, and with whom.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* So far ahead a swap is looked for: eight weeks. */
#define STAFET_SWAP_DAYS 56

typedef struct
{
  StafetShift *shift; /* as the snapshot has it; owned */
  StafetDate date;    /* the original one */
  StafetWall start, end;
  char *title;            /* "Café · Servering"; owned */
  StafetVolunteer *other; /* who would have hers instead; NULL: the place is vacant. Owned */
} StafetSwap;

/* The coming places that @volunteer could change hers of @date on @shift for: places of the same kind, those
 * that ask for the same skill or, without one, have the same role, that somebody else has who could take
 * hers, or that are vacant. After @now, by start and name. (transfer full) of StafetSwap, empty when the date
 * is gone. */
GPtrArray *stafet_swaps_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                              StafetVolunteer *volunteer, StafetWall now);

/* What would stand in the way of @volunteer on @date of @shift, as reasons in words; "" nothing. That she
 * said no to the date before is none: now she says yes. (transfer full) */
char *stafet_swap_hindrance (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                             StafetVolunteer *volunteer, StafetLanguage language);

G_END_DECLS
