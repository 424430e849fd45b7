/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody on a shift on a date, as the parameter of an action.
 */
#pragma once

#include "plan/stafet-use-cases.h"

G_BEGIN_DECLS

/* Owned but for the holder. */
typedef struct
{
  char *shift;
  StafetDate date;
  StafetHolder holder;
  char *id; /* uid of a volunteer or organiser, or a guest's name */
} StafetPlaceTarget;

/* (transfer floating) */
GVariant *stafet_place_target_new (StafetUid shift, StafetDate date, const StafetPlace *place);
GVariant *stafet_place_target_new_volunteer (StafetUid shift, StafetDate date, StafetUid volunteer);
void stafet_place_target_read (StafetPlaceTarget *self, GVariant *variant);
void stafet_place_target_clear (StafetPlaceTarget *self);
/* @who borrows from @self. */
void stafet_place_target_fill_who (const StafetPlaceTarget *self, StafetWho *who);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetPlaceTarget, stafet_place_target_clear)

G_END_DECLS
