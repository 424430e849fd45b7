/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be said of somebody on a shift, as a menu.
 */
#pragma once

#include "plan/stafet-use-cases.h"
#include "stafet-chip.h"

G_BEGIN_DECLS

/* What a menu needs to know of a place, after the place is gone. */
typedef struct
{
  GVariant *target; /* owned: STAFET_PLACE_TARGET */
  char *volunteer;  /* owned: uid, nullable */
  char *day;        /* owned: "24 November" */
  StafetPlaceState state;
  int came;           /* as in StafetPlace */
  gboolean ticks;     /* whether it may be said that she came */
  gboolean standing;  /* she is not taken off one date: she sends regrets */
  gboolean regular;   /* has a standing place, and may stop */
  gboolean unchecked; /* as in StafetPlace */
  gint32 borrowed;    /* as in StafetPlace */
} StafetPlaceFacts;

void stafet_place_facts_read (StafetPlaceFacts *self, const StafetStaffing *staffing, StafetDate date,
                              const StafetPlace *place, gboolean ticks);
void stafet_place_facts_clear (StafetPlaceFacts *self);
/* What is said of the place, as the chip of it and in words (static). */
StafetChipState stafet_place_facts_state (const StafetPlaceFacts *self, const char **words);
/* Whether somebody is on the shift, and there. */
gboolean stafet_place_facts_filled (const StafetPlaceFacts *self);

/* (transfer full) */
GMenuModel *stafet_place_menu_new (const StafetPlaceFacts *facts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetPlaceFacts, stafet_place_facts_clear)

G_END_DECLS
