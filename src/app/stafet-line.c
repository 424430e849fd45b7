/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of a card.
 */
#include "stafet-line.h"

#include "stafet-row-layout.h"

#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetLine
{
  GtkListBoxRow parent_instance;

  int fits; /* characters */

  /* Template children. */
  GtkImage *icon;
  GtkLabel *title, *detail;
  StafetWrapBox *box, *second;
  StafetWrapBox *ends; /* nullable: what stands at the end goes to another line together */
  GtkWidget *group, *text;
};

G_DEFINE_FINAL_TYPE (StafetLine, stafet_line, GTK_TYPE_LIST_BOX_ROW)

static void
stafet_line_dispose (GObject *object)
{
  /* GTK 4.8 would unparent it once more, after it is gone with the template. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_LINE);
  G_OBJECT_CLASS (stafet_line_parent_class)->dispose (object);
}

static void
stafet_line_class_init (StafetLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_line_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-line.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetLine, icon);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, title);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, detail);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, box);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, second);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, group);
  gtk_widget_class_bind_template_child (widget_class, StafetLine, text);
}

static void
stafet_line_init (StafetLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stafet_line_new (const char *icon, const char *title, const char *detail)
{
  StafetLine *self = g_object_new (STAFET_TYPE_LINE, NULL);

  stafet_line_set (self, icon, title, detail);
  return GTK_WIDGET (self);
}

/* A telephone number of two lines is dialled wrongly. */
static void
keep_numbers_whole (GtkLabel *label, const char *text)
{
  static GRegex *number;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int start, end;

  if (number == NULL)
    number = g_regex_new ("\\b\\d\\d(?: \\d\\d){3}\\b", G_REGEX_OPTIMIZE, 0, NULL);
  for (g_regex_match (number, text, 0, &match); g_match_info_fetch_pos (match, 0, &start, &end) && start >= 0;
       g_match_info_next (match, NULL))
    {
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

      whole->start_index = (guint) start;
      whole->end_index = (guint) end;
      pango_attr_list_insert (attributes, whole);
    }
  gtk_label_set_attributes (label, attributes);
}

static void
show_text (StafetLine *self, GtkLabel *label, const char *text)
{
  stafet_label_show (label, text);
  keep_numbers_whole (label, text);
  gtk_label_set_wrap (label, g_utf8_strlen (text, -1) > self->fits);
}

/* A label that says the same is left alone by GTK, an image is not. */
void
stafet_line_set (StafetLine *self, const char *icon, const char *title, const char *detail)
{
  g_autofree char *name = g_strconcat (title, *detail != '\0' ? ", " : "", detail, NULL);

  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), icon) != 0)
    gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  show_text (self, self->title, title);
  show_text (self, self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
stafet_line_set_fits (StafetLine *self, int characters)
{
  self->fits = characters;
}

void
stafet_line_add_start (StafetLine *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_insert_after (widget, GTK_WIDGET (self->box), NULL);
}

void
stafet_line_add_text (StafetLine *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  keep_numbers_whole (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self->text), label);
}

void
stafet_line_add_address (StafetLine *self, const char *address)
{
  GtkWidget *label = gtk_label_new (address);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  stafet_line_add_second (self, label);
}

void
stafet_line_add_second (StafetLine *self, GtkWidget *widget)
{
  stafet_wrap_box_append (self->second, widget);
  gtk_widget_show (GTK_WIDGET (self->second));
}

void
stafet_line_add_end (StafetLine *self, GtkWidget *widget)
{
  if (self->ends == NULL)
    {
      self->ends = STAFET_WRAP_BOX (stafet_wrap_box_new (6, 6));
      gtk_widget_add_css_class (GTK_WIDGET (self->ends), STAFET_MIDDLE);
      stafet_wrap_box_append (self->box, GTK_WIDGET (self->ends));
    }
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  stafet_wrap_box_append (self->ends, widget);
}

void
stafet_line_set_short (StafetLine *self)
{
  gtk_widget_add_css_class (self->group, STAFET_SHORT);
}

void
stafet_line_set_strong (StafetLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "phone");
}
