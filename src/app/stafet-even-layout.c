/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Divides the width by the number of children that are shown.
 */
#include "stafet-even-layout.h"

struct _StafetEvenLayout
{
  GtkLayoutManager parent_instance;

  int least, wanted;
  int width; /* that was given last */
};

G_DEFINE_FINAL_TYPE (StafetEvenLayout, stafet_even_layout, GTK_TYPE_LAYOUT_MANAGER)

int
stafet_even_layout_x (int i, int n, int width)
{
  return n > 0 ? i * width / n : 0;
}

static gboolean
resize_cb (gpointer widget)
{
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* Not in the middle of a layout. */
void
stafet_width_note (GtkWidget *widget, int width, int *known)
{
  if (*known == width)
    return;
  *known = width;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, g_object_ref (widget), g_object_unref);
}

static int
count_shown (const StafetEvenLayout *self, GtkWidget *widget)
{
  int n = 0;

  if (self->wanted > 0)
    return self->wanted;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static void
measure_heights (GtkWidget *widget, int width, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted, narrowest;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : MAX (width, narrowest), &least,
                          &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
stafet_even_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                            int for_size, int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  StafetEvenLayout *self = STAFET_EVEN_LAYOUT (manager);
  int n = count_shown (self, widget);

  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = n * self->least;
  else
    measure_heights (widget, n == 0 ? -1 : (for_size < 0 ? self->width : for_size) / n, minimum, natural);
}

static void
stafet_even_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  int n = count_shown (STAFET_EVEN_LAYOUT (manager), widget), i = 0;

  (void) baseline;
  stafet_width_note (widget, width, &STAFET_EVEN_LAYOUT (manager)->width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int left, right, narrowest;

      if (!gtk_widget_should_layout (child))
        continue;
      left = stafet_even_layout_x (i, n, width);
      right = stafet_even_layout_x (++i, n, width);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ left, 0, MAX (right - left, narrowest), height },
                                -1);
    }
}

static GtkSizeRequestMode
stafet_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  (void) manager;
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stafet_even_layout_class_init (StafetEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = stafet_even_layout_measure;
  manager_class->allocate = stafet_even_layout_allocate;
  manager_class->get_request_mode = stafet_even_layout_get_request_mode;
}

static void
stafet_even_layout_init (StafetEvenLayout *self)
{
  (void) self;
}

void
stafet_even_layout_set_least (StafetEvenLayout *self, int least)
{
  if (self->least == least)
    return;
  self->least = least;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
stafet_even_layout_set_wanted (StafetEvenLayout *self, int wanted)
{
  if (self->wanted == wanted)
    return;
  self->wanted = wanted;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
