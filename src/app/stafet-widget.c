/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small things about widgets.
 */
#include "stafet-widget.h"

void
stafet_widget_drop_children (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

void
stafet_widget_set_class (GtkWidget *self, const char *class_name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (self, class_name);
  else
    gtk_widget_remove_css_class (self, class_name);
}

void
stafet_stack_show (GtkStack *self, const char *name)
{
  gtk_stack_set_visible_child_name (self, name);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 page != gtk_stack_get_visible_child (self), -1);
}

void
stafet_list_clear (GtkListBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_list_box_remove (self, child);
}

void
stafet_list_view_focus_first (GtkListView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_has_css_class (row, "activatable") && gtk_widget_grab_focus (row))
      return;
}
