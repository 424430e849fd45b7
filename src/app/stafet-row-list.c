/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are made only for what is in view.
 */
#include "stafet-row-list.h"

#include "stafet-number-list.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#define READER "stafet-row-reader"

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = stafet_wrap_box_new (10, 4), *place = gtk_label_new (NULL);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  (void) factory;
  gtk_label_set_width_chars (GTK_LABEL (place), 10);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_set_hexpand (said, TRUE);
  gtk_box_append (GTK_BOX (said), label_new ("line-title"));
  gtk_box_append (GTK_BOX (said), label_new (NULL));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), place);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), stafet_chip_new (STAFET_CHIP_PLAIN, ""));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), said);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, GObject *owner)
{
  StafetRowReader reader = (StafetRowReader) g_object_get_data (G_OBJECT (factory), READER);
  GtkWidget *box = gtk_list_item_get_child (item), *place = gtk_widget_get_first_child (box);
  GtkWidget *chip = gtk_widget_get_next_sibling (place), *said = gtk_widget_get_next_sibling (chip);
  GtkWidget *title = gtk_widget_get_first_child (said), *words = gtk_widget_get_last_child (said);
  StafetRowLook look = { 0 };
  g_autofree char *spoken = NULL;

  reader (owner, stafet_number_get (gtk_list_item_get_item (item)), &look);
  spoken = g_strdup_printf ("%s%s%s, %s: %s", look.place != NULL ? look.place : "",
                            look.place != NULL ? ", " : "", look.word, look.title, look.words);
  stafet_label_show (GTK_LABEL (place), look.place);
  stafet_chip_set (STAFET_CHIP (chip), look.chip, look.word);
  gtk_label_set_text (GTK_LABEL (title), look.title);
  stafet_label_show (GTK_LABEL (words), look.words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  g_free (look.place);
  g_free (look.words);
}

void
stafet_row_list_install (GtkListView *list, StafetRowReader reader, GObject *owner)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), READER, (gpointer) reader);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), owner, 0);
  gtk_list_view_set_factory (list, factory);
}

void
stafet_row_list_show (GtkListView *list, GArray *positions)
{
  g_autoptr (GArray) owned = positions;
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (stafet_number_list_new (owned));

  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (model));
}
