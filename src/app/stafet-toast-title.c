/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a toast, and the place that they need: libadwaita 1.2 thinks of one line.
 */
#include "stafet-toast-title.h"

/* So wide a line is easily read; what libadwaita keeps free on both sides. */
#define CHARS 60
#define MARGINS 24

/* The buttons at the foot of what is in view, or NULL. */
static GtkWidget *
find_foot (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (gtk_widget_has_css_class (widget, "panel-foot"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *foot = find_foot (child);

      if (foot != NULL)
        return foot;
    }
  return NULL;
}

/* The overlay asks how high a toast is as wide as it likes to be, and gives it what there is: so it may not
 * like to be wider, or its button is beyond the edge. */
static void
fit_title (AdwToastOverlay *self, GtkLabel *title, GtkWidget *toast)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - MARGINS, least, most, own;

  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (title), GTK_ORIENTATION_HORIZONTAL, -1, &own, NULL, NULL, NULL);
  for (int chars = CHARS; chars > 0; chars--)
    {
      gtk_label_set_max_width_chars (title, chars);
      gtk_widget_measure (GTK_WIDGET (title), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &most, NULL, NULL);
      if (most <= room - (least - own))
        return;
    }
}

/* What is told stands above buttons that it would cover: whoever goes on would take back what she did. */
static void
clear_foot (AdwToastOverlay *self, GtkWidget *toast)
{
  GtkWidget *content = adw_toast_overlay_get_child (self), *foot = find_foot (content);
  graphene_rect_t bounds;
  int width;

  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (foot == NULL || !gtk_widget_compute_bounds (foot, content, &bounds)
      || bounds.origin.x > (gtk_widget_get_width (content) + width) / 2.0)
    gtk_widget_set_margin_bottom (toast, 0);
  else
    gtk_widget_set_margin_bottom (toast, gtk_widget_get_height (foot));
}

static void
title_map_cb (AdwToastOverlay *self, GtkWidget *title)
{
  GtkWidget *toast = title;

  while (toast != NULL && g_strcmp0 (gtk_widget_get_css_name (toast), "toast") != 0)
    toast = gtk_widget_get_parent (toast);
  if (toast == NULL)
    return;
  fit_title (self, GTK_LABEL (title), toast);
  clear_foot (self, toast);
}

GtkWidget *
stafet_toast_title_new (AdwToastOverlay *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  g_signal_connect_object (label, "map", G_CALLBACK (title_map_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}
