/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the sidebar.
 */
#include "stafet-side-row.h"

struct _StafetSideRow
{
  GtkListBoxRow parent_instance;

  char *name; /* owned */

  /* Template children. */
  GtkImage *icon;
  GtkLabel *title, *count;
};

G_DEFINE_FINAL_TYPE (StafetSideRow, stafet_side_row, GTK_TYPE_LIST_BOX_ROW)

static void
stafet_side_row_dispose (GObject *object)
{
  /* GTK 4.8 would unparent it once more, after it is gone with the template. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_SIDE_ROW);
  G_OBJECT_CLASS (stafet_side_row_parent_class)->dispose (object);
}

static void
stafet_side_row_finalize (GObject *object)
{
  g_free (STAFET_SIDE_ROW (object)->name);
  G_OBJECT_CLASS (stafet_side_row_parent_class)->finalize (object);
}

static void
stafet_side_row_class_init (StafetSideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_side_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_side_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-side-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetSideRow, icon);
  gtk_widget_class_bind_template_child (widget_class, StafetSideRow, title);
  gtk_widget_class_bind_template_child (widget_class, StafetSideRow, count);
}

static void
stafet_side_row_init (StafetSideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stafet_side_row_new (const char *icon, const char *title)
{
  StafetSideRow *self = g_object_new (STAFET_TYPE_SIDE_ROW, NULL);

  self->name = g_strdup (title);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->title, title);
  stafet_side_row_set_count (self, "");
  return GTK_WIDGET (self);
}

void
stafet_side_row_set_count (StafetSideRow *self, const char *count)
{
  g_autofree char *name = g_strconcat (self->name, *count != '\0' ? " · " : "", count, NULL);
  g_autofree char *shown = g_strconcat (*count != '\0' ? "· " : "", count, NULL);

  gtk_label_set_text (self->count, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
