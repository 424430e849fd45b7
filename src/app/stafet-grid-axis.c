/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the hours: a screen reader hears the time of each thing from its name.
 */
#include "stafet-grid-axis.h"

#include "core/stafet-date.h"
#include "core/stafet-words.h"
#include "stafet-grid-column.h"

#include <string.h>

#define MARGIN 6

struct _StafetGridAxis
{
  GtkWidget parent_instance;

  PangoLayout *layout; /* owned: says one thing after the other */
  GtkWidget *now;      /* owned by the widget tree */
  int minutes;
};

G_DEFINE_FINAL_TYPE (StafetGridAxis, stafet_grid_axis, GTK_TYPE_WIDGET)

static void
stafet_grid_axis_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  StafetGridAxis *self = STAFET_GRID_AXIS (widget);
  int width;

  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = 24 * stafet_grid_hour_height (widget);
      return;
    }
  pango_layout_set_text (self->layout, "00.00", -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  *minimum = *natural = width + 2 * MARGIN + 6;
}

static void
stafet_grid_axis_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StafetGridAxis *self = STAFET_GRID_AXIS (widget);
  int across, down, y;

  (void) baseline;
  if (self->minutes < 0)
    return;
  gtk_widget_measure (self->now, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &across, NULL, NULL);
  gtk_widget_measure (self->now, GTK_ORIENTATION_VERTICAL, -1, NULL, &down, NULL, NULL);
  y = self->minutes * height / STAFET_MINUTES_PER_DAY - down / 2;
  gtk_widget_size_allocate (
    self->now, &(GtkAllocation){ MAX (0, width - across - 1), CLAMP (y, 0, height - down), across, down },
    -1);
}

/* An hour whose place the time of day takes is not named. */
static gboolean
is_covered (StafetGridAxis *self, int hour)
{
  return self->minutes >= 0 && ABS (self->minutes - 60 * hour) < 25;
}

static void
stafet_grid_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StafetGridAxis *self = STAFET_GRID_AXIS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (int hour = 1; hour < 24; hour++)
    {
      g_autofree char *text = g_strdup_printf ("%d", hour);
      int across, down;

      if (is_covered (self, hour))
        continue;
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_get_pixel_size (self->layout, &across, &down);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - across - MARGIN),
                                                              (float) (hour * height / 24 - down / 2)));
      gtk_snapshot_append_layout (snapshot, self->layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->now, snapshot);
}

static void
stafet_grid_axis_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (stafet_grid_axis_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (STAFET_GRID_AXIS (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
stafet_grid_axis_dispose (GObject *object)
{
  g_clear_pointer (&STAFET_GRID_AXIS (object)->now, gtk_widget_unparent);
  G_OBJECT_CLASS (stafet_grid_axis_parent_class)->dispose (object);
}

static void
stafet_grid_axis_finalize (GObject *object)
{
  g_clear_object (&STAFET_GRID_AXIS (object)->layout);
  G_OBJECT_CLASS (stafet_grid_axis_parent_class)->finalize (object);
}

static void
stafet_grid_axis_class_init (StafetGridAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_grid_axis_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_grid_axis_finalize;
  widget_class->measure = stafet_grid_axis_measure;
  widget_class->size_allocate = stafet_grid_axis_size_allocate;
  widget_class->snapshot = stafet_grid_axis_snapshot;
  widget_class->css_changed = stafet_grid_axis_css_changed;
  gtk_widget_class_set_css_name (widget_class, "gridaxis");
}

static void
stafet_grid_axis_init (StafetGridAxis *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->now = gtk_label_new (NULL);
  self->minutes = -1;
  gtk_widget_add_css_class (self->now, "now");
  gtk_widget_hide (self->now);
  gtk_widget_set_parent (self->now, GTK_WIDGET (self));
}

GtkWidget *
stafet_grid_axis_new (void)
{
  return g_object_new (STAFET_TYPE_GRID_AXIS, NULL);
}

void
stafet_grid_axis_set_now (StafetGridAxis *self, int minutes)
{
  g_autofree char *words =
    minutes >= 0 ? stafet_words_time (stafet_i18n_get_language (), minutes) : g_strdup ("");

  self->minutes = minutes;
  gtk_label_set_text (GTK_LABEL (self->now),
                      g_str_has_prefix (words, "kl. ") ? words + strlen ("kl. ") : words);
  gtk_widget_set_visible (self->now, minutes >= 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
