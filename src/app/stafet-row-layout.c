/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line that does not break.
 */
#include "stafet-row-layout.h"

#include "stafet-wrap-layout.h"

struct _StafetRowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StafetRowLayout, stafet_row_layout, GTK_TYPE_LAYOUT_MANAGER)

/* (transfer full) of GtkRequestedSize, whose data is the child */
static GArray *
read_children (GtkWidget *widget, guint *n_expanding)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  *n_expanding = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { child, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL,
                          NULL);
      g_array_append_val (sizes, size);
      *n_expanding += gtk_widget_get_hexpand (child) ? 1 : 0;
    }
  return sizes;
}

/* The children, each with the width that it gets of @available as its minimum. */
static GArray *
share (const StafetRowLayout *self, GtkWidget *widget, int available)
{
  guint n_expanding;
  GArray *sizes = read_children (widget, &n_expanding);
  int rest = available - self->spacing * MAX (0, (int) sizes->len - 1);

  for (guint i = 0; i < sizes->len; i++)
    rest -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  if (sizes->len > 0)
    rest = gtk_distribute_natural_allocation (MAX (0, rest), sizes->len, (GtkRequestedSize *) sizes->data);
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int more;

      if (!gtk_widget_get_hexpand (size->data))
        continue;
      more = rest / (int) n_expanding--;
      size->minimum_size += more;
      rest -= more;
    }
  return sizes;
}

static void
measure_width (const StafetRowLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  guint n_expanding;
  g_autoptr (GArray) sizes = read_children (widget, &n_expanding);

  *minimum = *natural = self->spacing * MAX (0, (int) sizes->len - 1);
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

static void
stafet_row_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  const StafetRowLayout *self = STAFET_ROW_LAYOUT (manager);
  int least, wanted = for_size;
  g_autoptr (GArray) sizes = NULL;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (self, widget, &least, &wanted);
  sizes = share (self, widget, wanted);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int low, high;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, &low, &high, NULL, NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, high);
    }
}

static void
stafet_row_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  const StafetRowLayout *self = STAFET_ROW_LAYOUT (manager);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = share (self, widget, width);
  int x = 0;

  (void) baseline;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      GtkAllocation place = { backwards ? width - x - size->minimum_size : x, 0, size->minimum_size, height };

      stafet_wrap_layout_place (size->data, &place);
      x += size->minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
stafet_row_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  (void) manager;
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stafet_row_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  (void) id;
  (void) pspec;
  STAFET_ROW_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
stafet_row_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  (void) id;
  (void) pspec;
  g_value_set_int (value, STAFET_ROW_LAYOUT (object)->spacing);
}

static void
stafet_row_layout_class_init (StafetRowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = stafet_row_layout_set_property;
  object_class->get_property = stafet_row_layout_get_property;
  layout_class->get_request_mode = stafet_row_layout_get_request_mode;
  layout_class->measure = stafet_row_layout_measure;
  layout_class->allocate = stafet_row_layout_allocate;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
stafet_row_layout_init (StafetRowLayout *self)
{
  (void) self;
}

GtkLayoutManager *
stafet_row_layout_new (int spacing)
{
  return g_object_new (STAFET_TYPE_ROW_LAYOUT, "spacing", spacing, NULL);
}
