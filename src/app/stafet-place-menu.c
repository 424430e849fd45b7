/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of somebody on a shift.
 */
#include "stafet-place-menu.h"

#include "core/stafet-i18n.h"
#include "stafet-place-target.h"
#include "stafet-popup.h"

static gboolean
stands (const StafetPlace *place)
{
  return place->state == STAFET_PLACE_STANDING || place->state == STAFET_PLACE_AWAY;
}

void
stafet_place_facts_read (StafetPlaceFacts *self, const StafetStaffing *staffing, StafetDate date,
                         const StafetPlace *place, gboolean ticks)
{
  stafet_place_facts_clear (self);
  self->target = g_variant_ref_sink (stafet_place_target_new (staffing->shift->parent.uid, date, place));
  self->volunteer = place->volunteer != NULL ? g_strdup (place->volunteer->parent.uid) : NULL;
  self->state = place->state;
  self->came = place->came;
  self->ticks = ticks;
  self->standing = stands (place);
}

void
stafet_place_facts_clear (StafetPlaceFacts *self)
{
  g_clear_pointer (&self->target, g_variant_unref);
  g_clear_pointer (&self->volunteer, g_free);
}

static void
add (GMenu *menu, const StafetPlaceFacts *facts, const char *label, const char *action)
{
  stafet_menu_append (menu, label, action, facts->target);
}

static void
add_state_items (GMenu *menu, const StafetPlaceFacts *facts)
{
  if (facts->state == STAFET_PLACE_AWAY && facts->came != 0)
    add (menu, facts, _ ("_Comes after all"), "win.put-on");
  if (facts->state == STAFET_PLACE_ASKED)
    add (menu, facts, _ ("_Has promised"), "win.put-on");
  if (facts->state != STAFET_PLACE_AWAY && facts->came < 0)
    add (menu, facts, facts->state == STAFET_PLACE_ASKED ? _ ("Said _no") : _ ("_Regrets"), "win.regret");
  if (facts->ticks && facts->came != 0 && facts->state != STAFET_PLACE_ASKED
      && facts->state != STAFET_PLACE_AWAY)
    add (menu, facts, _ ("_Did not come"), "win.did-not-come");
  if (facts->ticks && facts->came >= 0)
    add (menu, facts, _ ("Not _confirmed"), "win.not-confirmed");
  if (!facts->standing && facts->came < 0)
    add (menu, facts, _ ("_Take off the shift"), "win.take-off");
}

static void
add_volunteer_items (GMenu *menu, const StafetPlaceFacts *facts)
{
  stafet_menu_append (menu, _ ("_Absence …"), "win.absence", g_variant_new_string (facts->volunteer));
  stafet_menu_append (menu, _ ("_Pause until …"), "win.pause", g_variant_new_string (facts->volunteer));
  stafet_menu_append (menu, _ ("_Open the card"), "win.volunteer", g_variant_new_string (facts->volunteer));
}

GMenuModel *
stafet_place_menu_new (const StafetPlaceFacts *facts)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new (), card = g_menu_new ();

  add_state_items (states, facts);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  if (facts->volunteer != NULL)
    add_volunteer_items (card, facts);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (card));
  return G_MENU_MODEL (menu);
}
