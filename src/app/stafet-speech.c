/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks through widgets and names the inner parts of those that GTK makes.
 */
#include "stafet-speech.h"

#include "core/stafet-i18n.h"

#include <string.h>

/* A drop-down has it that was named. */
#define NAMED "stafet-speech-named"

/* What a button says that shows nothing but one of these. */
static const struct
{
  const char *icon, *name;
} icon_names[] = {
  { "edit-find-symbolic", N_ ("Search") },
  { "go-previous-symbolic", N_ ("Back") },
  { "window-close-symbolic", N_ ("Close") },
};

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
tick_cb (GtkListItem *row, GParamSpec *pspec, GtkWidget *chooser)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  g_autoptr (GObject) selected = NULL;
  gboolean chosen;

  (void) pspec;
  g_object_get (chooser, "selected-item", &selected, NULL);
  chosen = selected != NULL && gtk_list_item_get_item (row) == (gpointer) selected;
  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
setup_cb (GtkWidget *chooser, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (row, box);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (tick_cb), row, G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkWidget *chooser, GtkListItem *row)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  const char *text = string_of (gtk_list_item_get_item (row));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  tick_cb (row, NULL, chooser);
}

/* ——— A drop-down ——— */

static void
chosen_cb (GtkDropDown *self)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  string_of (gtk_drop_down_get_selected_item (self)), -1);
}

/* A drop-down or a row of preferences that opens a list. */
static void
name_rows (GtkWidget *chooser)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), chooser, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), chooser, G_CONNECT_SWAPPED);
  g_object_set (chooser, "list-factory", factory, NULL);
}

/* GTK makes up to two hundred rows before anybody sees one: they get our own when the list is opened. */
static void
opened_cb (GtkDropDown *self)
{
  if (gtk_drop_down_get_list_factory (self) == NULL)
    name_rows (GTK_WIDGET (self));
}

static void
name_drop_down (GtkDropDown *self)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (g_object_get_data (G_OBJECT (self), NAMED) != NULL)
    return;
  g_object_set_data (G_OBJECT (self), NAMED, self);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  name_after (toggle, GTK_WIDGET (self));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (self);
}

/* ——— Buttons ——— */

static void
name (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The label of a mnemonic names its button already: what GTK adds is the text with its underscore. */
static void
name_button (GtkButton *self)
{
  GtkWidget *child = gtk_button_get_child (self);
  const char *icon = GTK_IS_IMAGE (child) ? gtk_image_get_icon_name (GTK_IMAGE (child)) : NULL;

  if (gtk_button_get_label (self) != NULL && gtk_button_get_use_underline (self))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (gtk_button_get_label (self) == NULL && GTK_IS_LABEL (child)
           && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL))
    name_after (GTK_WIDGET (self), child);
  for (gsize i = 0; icon != NULL && i < G_N_ELEMENTS (icon_names); i++)
    if (strcmp (icon, icon_names[i].icon) == 0
        && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL))
      name (GTK_WIDGET (self), _ (icon_names[i].name));
}

/* ——— Everything ——— */

/* What GTK makes in a chooser for the choice itself, outside the list that it opens, takes no keyboard. */
static gboolean
shows_choice (GtkWidget *widget, GtkWidget *chooser)
{
  return chooser != NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL
         && (GTK_IS_LIST_VIEW (widget) || strcmp (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") == 0);
}

static void
name_list (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);

  /* The groups of a window about the program are labelled by titles that are empty. */
  if (ADW_IS_ABOUT_WINDOW (root))
    name (list, gtk_window_get_title (GTK_WINDOW (root)));
  else if (GTK_IS_WINDOW (root)
           && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL)
           && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    name (list, gtk_window_get_title (GTK_WINDOW (root)));
}

static void
name_one (GtkWidget *widget, GtkWidget *chooser)
{
  if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (GTK_DROP_DOWN (widget));
  else if (ADW_IS_COMBO_ROW (widget) && adw_combo_row_get_list_factory (ADW_COMBO_ROW (widget)) == NULL)
    name_rows (widget);
  else if (shows_choice (widget, chooser))
    gtk_widget_set_focusable (widget, FALSE);
  else if (GTK_IS_LIST_VIEW (widget) && chooser != NULL)
    name_after (widget, chooser);
  else if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  else if (GTK_IS_LIST_BOX (widget))
    name_list (widget);
  /* What scrolls follows what has the keyboard, and has no use for it itself. */
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_widget_set_focusable (widget, FALSE);
}

static void
walk (GtkWidget *widget, GtkWidget *chooser)
{
  name_one (widget, chooser);
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget))
    chooser = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, chooser);
}

void
stafet_speech_name (GtkWidget *root)
{
  walk (root, NULL);
}
