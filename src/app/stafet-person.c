/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person widget.
 */
#include "stafet-person.h"

#include "core/stafet-i18n.h"
#include "stafet-chip.h"
#include "stafet-place-menu.h"
#include "stafet-popup.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetPerson
{
  GtkWidget parent_instance;

  GtkWidget *tick, *button, *chip; /* owned */
  StafetPlaceFacts facts;
};

G_DEFINE_FINAL_TYPE (StafetPerson, stafet_person, GTK_TYPE_WIDGET)

static void
activate (StafetPerson *self, const char *action)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, self->facts.target);
}

static void
ticked_cb (StafetPerson *self)
{
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tick));

  if (active != (self->facts.came == 1))
    activate (self, active ? "win.came" : "win.not-confirmed");
}

static void
menu_cb (StafetPerson *self)
{
  g_autoptr (GMenuModel) menu = stafet_place_menu_new (&self->facts);

  stafet_popup_menu (GTK_WIDGET (self), menu);
}

/* ——— GObject ——— */

static void
stafet_person_dispose (GObject *object)
{
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_person_parent_class)->dispose (object);
}

static void
stafet_person_finalize (GObject *object)
{
  StafetPerson *self = STAFET_PERSON (object);

  stafet_place_facts_clear (&self->facts);
  G_OBJECT_CLASS (stafet_person_parent_class)->finalize (object);
}

static void
stafet_person_class_init (StafetPersonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_person_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_person_finalize;
  gtk_widget_class_set_css_name (widget_class, "person");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stafet_person_init (StafetPerson *self)
{
  self->tick = gtk_check_button_new ();
  self->button = gtk_button_new ();
  self->chip = stafet_chip_new (STAFET_CHIP_PROMISED, "");
  gtk_button_set_child (GTK_BUTTON (self->button), gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), 0);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "name");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  /* Where there is too little room the state stands below the name. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 g_object_new (STAFET_TYPE_WRAP_LAYOUT, "spacing", 2, NULL));
  gtk_widget_add_css_class (self->tick, STAFET_KEEP_WITH_NEXT);
  gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (ticked_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (menu_cb), self);
}

GtkWidget *
stafet_person_new (void)
{
  return g_object_new (STAFET_TYPE_PERSON, NULL);
}

/* ——— Binding ——— */

static void
show_state (StafetPerson *self)
{
  const char *words;
  StafetChipState state = stafet_place_facts_state (&self->facts, &words);

  gtk_widget_set_visible (self->chip, self->facts.came != 1);
  stafet_chip_set (STAFET_CHIP (self->chip), state, words);
}

static const char *
state_word (const StafetPerson *self)
{
  const char *words;

  stafet_place_facts_state (&self->facts, &words);
  return words;
}

static void
show_name (StafetPerson *self, const StafetPlace *place)
{
  g_autofree char *name = place->count > 1
                            ? g_strdup_printf ("%s, %d", stafet_place_get_name (place), place->count)
                            : g_strdup (stafet_place_get_name (place));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, state_word (self));
  g_autofree char *tick = g_strdup_printf (_ ("%s came"), name);

  stafet_label_show (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, tick, -1);
}

void
stafet_person_bind (StafetPerson *self, const StafetStaffing *staffing, StafetDate date,
                    const StafetPlace *place, gboolean ticks)
{
  stafet_place_facts_read (&self->facts, staffing, date, place, ticks);
  gtk_widget_set_visible (self->tick, ticks && stafet_place_is_filled (place));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), place->came == 1);
  show_name (self, place);
  show_state (self);
}
