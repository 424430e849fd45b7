/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks through widgets and names the inner parts of those that GTK makes.
 */
#include "stafet-speech.h"

#include "core/stafet-i18n.h"

#include <string.h>

#define CLOSE_CLASS "circular"

static void
name_after (GtkWidget *widget, GtkWidget *other)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, other, NULL,
                                  -1);
}

/* ——— Rows of a drop-down's list ——— */

static const char *
string_of (gpointer item)
{
  return GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";
}

/* The chosen row has a tick, as in GTK's own rows. */
static void
tick_cb (GtkListItem *row, GParamSpec *pspec, GtkDropDown *dropdown)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  gboolean chosen = gtk_list_item_get_item (row) == gtk_drop_down_get_selected_item (dropdown);

  (void) pspec;
  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
setup_cb (GtkDropDown *dropdown, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (row, box);
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (tick_cb), row, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkDropDown *dropdown, GtkListItem *row)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  const char *text = string_of (gtk_list_item_get_item (row));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  tick_cb (row, NULL, dropdown);
}

/* ——— A drop-down ——— */

static void
chosen_cb (GtkDropDown *self)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  string_of (gtk_drop_down_get_selected_item (self)), -1);
}

static void
name_drop_down (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (gtk_drop_down_get_list_factory (self) != NULL)
    return;
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_list_factory (self, factory);
  name_after (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_WIDGET (self));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (self);
}

/* ——— Buttons ——— */

/* The label of a mnemonic names its button already: what GTK adds is the text with its underscore. */
static void
name_button (GtkButton *self)
{
  if (gtk_button_get_label (self) != NULL && gtk_button_get_use_underline (self))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
name_toast (GtkWidget *toast)
{
  for (GtkWidget *child = gtk_widget_get_first_child (toast); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_widget_has_css_class (child, CLOSE_CLASS))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Close the message"), -1);
}

static void
walk (GtkWidget *widget, GtkWidget *dropdown)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      name_drop_down (GTK_DROP_DOWN (widget));
      dropdown = widget;
    }
  else if (GTK_IS_LIST_VIEW (widget) && dropdown != NULL)
    name_after (widget, dropdown);
  else if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  else if (strcmp (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget") == 0)
    name_toast (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, dropdown);
}

void
stafet_speech_name (GtkWidget *root)
{
  walk (root, NULL);
}
