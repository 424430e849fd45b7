/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs and unpacks the parameter.
 */
#include "stafet-place-target.h"

#define FORMAT "(siis)"

GVariant *
stafet_place_target_new (StafetUid shift, StafetDate date, const StafetPlace *place)
{
  const char *id = place->holder == STAFET_HOLDER_GUEST ? place->guest : stafet_place_get_uid (place);

  return g_variant_new (FORMAT, shift, date, (gint32) place->holder, id);
}

GVariant *
stafet_place_target_new_volunteer (StafetUid shift, StafetDate date, StafetUid volunteer)
{
  return g_variant_new (FORMAT, shift, date, (gint32) STAFET_HOLDER_VOLUNTEER, volunteer);
}

void
stafet_place_target_read (StafetPlaceTarget *self, GVariant *variant)
{
  gint32 holder;

  g_variant_get (variant, FORMAT, &self->shift, &self->date, &holder, &self->id);
  self->holder = (StafetHolder) holder;
}

void
stafet_place_target_clear (StafetPlaceTarget *self)
{
  g_clear_pointer (&self->shift, g_free);
  g_clear_pointer (&self->id, g_free);
}

void
stafet_place_target_fill_who (const StafetPlaceTarget *self, StafetWho *who)
{
  *who = (StafetWho){ 0 };
  if (self->holder == STAFET_HOLDER_VOLUNTEER)
    who->volunteer = self->id;
  else if (self->holder == STAFET_HOLDER_ORGANISER)
    who->organiser = self->id;
  else
    who->guest = self->id;
}
