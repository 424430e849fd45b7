/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of somebody on a shift.
 */
#include "stafet-place-menu.h"

#include "core/stafet-words.h"
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
  self->regular = place->standing;
  self->unchecked = place->unchecked;
  self->borrowed = place->borrowed;
  self->day = stafet_words_day (stafet_i18n_get_language (), stafet_wall_date (staffing->start));
}

gboolean
stafet_place_facts_filled (const StafetPlaceFacts *self)
{
  return self->state == STAFET_PLACE_STANDING || self->state == STAFET_PLACE_PROMISED;
}

StafetChipState
stafet_place_facts_state (const StafetPlaceFacts *self, const char **words)
{
  if (self->came >= 0)
    {
      *words = self->came == 1 ? _ ("came") : _ ("did not come");
      return self->came == 1 ? STAFET_CHIP_PROMISED : STAFET_CHIP_CANCELLED;
    }
  switch (self->state)
    {
    case STAFET_PLACE_AWAY:
      *words = self->unchecked ? _ ("no valid check") : C_ ("state", "regrets");
      return STAFET_CHIP_CANCELLED;
    case STAFET_PLACE_ASKED:
      *words = self->borrowed == STAFET_BORROWED_ASKED ? C_ ("state", "asked, and the house too")
                                                       : C_ ("state", "asked");
      return STAFET_CHIP_ASKED;
    case STAFET_PLACE_IF_NEEDED:
      *words = C_ ("state", "takes it if nobody else can");
      return STAFET_CHIP_ASKED;
    case STAFET_PLACE_STANDING:
    case STAFET_PLACE_PROMISED:
    default:
      *words = C_ ("state", "promised");
      return STAFET_CHIP_PROMISED;
    }
}

void
stafet_place_facts_clear (StafetPlaceFacts *self)
{
  g_clear_pointer (&self->target, g_variant_unref);
  g_clear_pointer (&self->volunteer, g_free);
  g_clear_pointer (&self->day, g_free);
}

static void
add (GMenu *menu, const StafetPlaceFacts *facts, const char *label, const char *action)
{
  stafet_menu_append (menu, label, action, facts->target);
}

/* Each says what opens with it. */
static void
add_regrets (GMenu *menu, const StafetPlaceFacts *facts)
{
  g_autofree char *once = g_strdup_printf (_ ("_Regrets %s (vacant that day only)"), facts->day);
  g_autofree char *stops = g_strdup_printf (_ ("_Stops on the shift from %s (vacant for good)"), facts->day);

  if (facts->state != STAFET_PLACE_AWAY && facts->came < 0)
    add (menu, facts, once, "win.regret");
  if (facts->regular && facts->came < 0)
    add (menu, facts, stops, "win.stop-standing");
}

static void
add_state_items (GMenu *menu, const StafetPlaceFacts *facts)
{
  if (facts->state == STAFET_PLACE_AWAY && !facts->unchecked && facts->came != 0)
    add (menu, facts, _ ("_Comes after all"), "win.put-on");
  if (facts->state == STAFET_PLACE_ASKED)
    add (menu, facts, _ ("_Has promised"), "win.put-on");
  if (facts->state == STAFET_PLACE_IF_NEEDED)
    add (menu, facts, _ ("_Put on the shift"), "win.put-on");
  if (facts->state == STAFET_PLACE_ASKED && facts->volunteer != NULL)
    add (menu, facts, _ ("Takes it _if nobody else can"), "win.if-needed");
  if (facts->state == STAFET_PLACE_ASKED || facts->state == STAFET_PLACE_IF_NEEDED)
    add (menu, facts, _ ("Said _no"), "win.regret");
  else
    add_regrets (menu, facts);
  if (facts->volunteer != NULL && stafet_place_facts_filled (facts) && facts->came < 0)
    add (menu, facts, _ ("S_wap the shift …"), "win.swap");
  if (facts->ticks && facts->came != 0 && (stafet_place_facts_filled (facts) || facts->came == 1))
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
