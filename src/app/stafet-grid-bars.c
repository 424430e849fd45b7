/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a widget for each bar: there are few.
 */
#include "stafet-grid-bars.h"

#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-day-row.h"
#include "stafet-even-layout.h"
#include "stafet-hyphens.h"
#include "stafet-widget.h"
#include "stafet-window.h"

#define GAP 2

typedef struct
{
  GtkWidget *widget; /* owned by the widget tree */
  guint first, last;
  int row;
} Bar;

struct _StafetGridBars
{
  GtkWidget parent_instance;

  GArray *bars; /* Bar */
  guint n_columns, n_rows;
  int width; /* that was given last */
};

G_DEFINE_FINAL_TYPE (StafetGridBars, stafet_grid_bars, GTK_TYPE_WIDGET)

/* ——— Layout ——— */

static void
span_of (StafetGridBars *self, const Bar *bar, int width, int *left, int *across)
{
  int right = stafet_even_layout_x ((int) bar->last + 1, (int) self->n_columns, width), least;

  *left = stafet_even_layout_x ((int) bar->first, (int) self->n_columns, width);
  gtk_widget_measure (bar->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  *across = MAX (right - *left - 2 * GAP, least);
  *left += GAP;
}

/* Where each row begins in a width, and where the last one ends. (transfer full) */
static int *
row_tops (StafetGridBars *self, int width)
{
  int *tops = g_new0 (int, self->n_rows + 1);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      int left, across, height;

      span_of (self, bar, width, &left, &across);
      gtk_widget_measure (bar->widget, GTK_ORIENTATION_VERTICAL, across, &height, NULL, NULL, NULL);
      tops[bar->row + 1] = MAX (tops[bar->row + 1], height + GAP);
    }
  tops[0] = GAP;
  for (guint row = 0; row < self->n_rows; row++)
    tops[row + 1] += tops[row];
  return tops;
}

static void
stafet_grid_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  StafetGridBars *self = STAFET_GRID_BARS (widget);

  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->bars->len > 0)
    {
      g_autofree int *tops = row_tops (self, for_size < 0 ? self->width : for_size);

      *minimum = *natural = tops[self->n_rows];
    }
}

static GtkSizeRequestMode
stafet_grid_bars_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stafet_grid_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StafetGridBars *self = STAFET_GRID_BARS (widget);
  g_autofree int *tops = row_tops (self, width);

  stafet_width_note (widget, width, &self->width);
  (void) height;
  (void) baseline;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      int left, across;

      span_of (self, bar, width, &left, &across);
      gtk_widget_size_allocate (
        bar->widget,
        &(GtkAllocation){ left, tops[bar->row], across, tops[bar->row + 1] - tops[bar->row] - GAP }, -1);
    }
}

/* ——— Bars ——— */

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  stafet_hyphens_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  return label;
}

static GtkWidget *
entry_new (const StafetGridBar *bar)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = stafet_entry_words_sentence (bar->entry, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label_new (bar->text));
  gtk_widget_add_css_class (button, stafet_category_class (bar->entry->category));
  stafet_widget_set_class (button, "cancelled", bar->entry->status == STAFET_STATUS_CANCELLED);
  stafet_actionable_set (
    button, "win.show-entry",
    g_variant_new (STAFET_ENTRY_TARGET, bar->entry->series, (gint32) bar->entry->kind, bar->entry->original));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
bar_new (const StafetGridBar *bar)
{
  static const char *const classes[] = { "entry", "closed", "holiday", "more" };
  GtkWidget *widget;

  switch (bar->kind)
    {
    case STAFET_GRID_BAR_ENTRY:
      widget = entry_new (bar);
      break;
    case STAFET_GRID_BAR_MORE:
      widget = gtk_button_new_with_label (bar->text);
      stafet_actionable_set (widget, "grid.more-bars", g_variant_new ("(uu)", bar->first, bar->last));
      break;
    default:
      widget = label_new (bar->text);
    }
  gtk_widget_add_css_class (widget, "grid-bar");
  gtk_widget_add_css_class (widget, classes[bar->kind]);
  return widget;
}

void
stafet_grid_bars_bind (StafetGridBars *self, const StafetGridContent *content)
{
  stafet_widget_drop_children (GTK_WIDGET (self));
  g_array_set_size (self->bars, 0);
  self->n_columns = content->columns->len;
  self->n_rows = content->n_rows;
  for (guint i = 0; i < content->bars->len; i++)
    {
      const StafetGridBar *bar = &g_array_index (content->bars, StafetGridBar, i);
      Bar made = { NULL, bar->first, bar->last, bar->row };

      if (bar->row < 0)
        continue;
      made.widget = bar_new (bar);
      gtk_widget_set_parent (made.widget, GTK_WIDGET (self));
      g_array_append_val (self->bars, made);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ——— GObject ——— */

static void
stafet_grid_bars_dispose (GObject *object)
{
  stafet_widget_drop_children (GTK_WIDGET (object));
  g_array_set_size (STAFET_GRID_BARS (object)->bars, 0);
  G_OBJECT_CLASS (stafet_grid_bars_parent_class)->dispose (object);
}

static void
stafet_grid_bars_finalize (GObject *object)
{
  g_array_unref (STAFET_GRID_BARS (object)->bars);
  G_OBJECT_CLASS (stafet_grid_bars_parent_class)->finalize (object);
}

static void
stafet_grid_bars_class_init (StafetGridBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_grid_bars_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_grid_bars_finalize;
  widget_class->measure = stafet_grid_bars_measure;
  widget_class->get_request_mode = stafet_grid_bars_get_request_mode;
  widget_class->size_allocate = stafet_grid_bars_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "gridbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stafet_grid_bars_init (StafetGridBars *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
}

GtkWidget *
stafet_grid_bars_new (void)
{
  return g_object_new (STAFET_TYPE_GRID_BARS, NULL);
}
