/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label of GTK is as wide as its longest word, or breaks words anywhere: so the words are drawn here.
 */
#include "stafet-brief-label.h"

struct _StafetBriefLabel
{
  GtkWidget parent_instance;

  char *text, *brief; /* owned */
  float xalign;
  PangoLayout *layout; /* owned */
};

G_DEFINE_FINAL_TYPE (StafetBriefLabel, stafet_brief_label, GTK_TYPE_WIDGET)

static int
width_of (StafetBriefLabel *self, const char *text)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

static void
stafet_brief_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  StafetBriefLabel *self = STAFET_BRIEF_LABEL (widget);

  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  *natural = width_of (self, self->text);
  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  pango_layout_get_pixel_size (self->layout, NULL, natural);
  *minimum = *natural;
}

/* Those beside each other are brief together: "man." beside "tirsdag" looks like a fault. */
static gboolean
all_fit (StafetBriefLabel *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STAFET_IS_BRIEF_LABEL (child) && gtk_widget_get_visible (child)
        && width_of (STAFET_BRIEF_LABEL (child), STAFET_BRIEF_LABEL (child)->text)
             > gtk_widget_get_width (child))
      return FALSE;
  return TRUE;
}

static void
stafet_brief_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StafetBriefLabel *self = STAFET_BRIEF_LABEL (widget);
  int width = gtk_widget_get_width (widget);
  int used = width_of (self, all_fit (self) ? self->text : self->brief);
  GdkRGBA colour;

  if (used > width)
    pango_layout_set_width (self->layout, MAX (1, width) * PANGO_SCALE);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) MAX (0, width - used) * self->xalign, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
stafet_brief_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (stafet_brief_label_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (STAFET_BRIEF_LABEL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
stafet_brief_label_finalize (GObject *object)
{
  StafetBriefLabel *self = STAFET_BRIEF_LABEL (object);

  g_free (self->text);
  g_free (self->brief);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (stafet_brief_label_parent_class)->finalize (object);
}

static void
stafet_brief_label_class_init (StafetBriefLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stafet_brief_label_finalize;
  widget_class->measure = stafet_brief_label_measure;
  widget_class->snapshot = stafet_brief_label_snapshot;
  widget_class->css_changed = stafet_brief_label_css_changed;
  gtk_widget_class_set_css_name (widget_class, "brieflabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
stafet_brief_label_init (StafetBriefLabel *self)
{
  self->text = g_strdup ("");
  self->brief = g_strdup ("");
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  /* Pango shortens nothing that it does not want to break. */
  pango_layout_set_wrap (self->layout, PANGO_WRAP_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

GtkWidget *
stafet_brief_label_new (const char *class_name, float xalign)
{
  StafetBriefLabel *self = g_object_new (STAFET_TYPE_BRIEF_LABEL, NULL);

  self->xalign = xalign;
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  return GTK_WIDGET (self);
}

void
stafet_brief_label_set (StafetBriefLabel *self, const char *text, const char *brief)
{
  g_free (self->text);
  g_free (self->brief);
  self->text = g_strdup (text);
  self->brief = g_strdup (brief);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
