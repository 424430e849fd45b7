/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source that comes and goes with what is in view.
 */
#include "stafet-growth.h"

/* From one portion to the next there is time for a frame, and for a key. */
#define PAUSE_MS 15

struct _StafetGrowth
{
  GtkWidget *view; /* weak, nullable */
  GSourceFunc portion;
  gpointer data;
  guint source;
  gulong mapped;
};

static gboolean
portion_cb (gpointer data)
{
  StafetGrowth *self = data;

  if (self->view != NULL && !gtk_widget_get_mapped (self->view))
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  return self->portion (self->data);
}

static void
go_on (StafetGrowth *self)
{
  if (self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, portion_cb, self, NULL);
}

StafetGrowth *
stafet_growth_new (GtkWidget *view, GSourceFunc portion, gpointer data)
{
  StafetGrowth *self = g_new0 (StafetGrowth, 1);

  self->portion = portion;
  self->data = data;
  g_set_weak_pointer (&self->view, view);
  if (view != NULL)
    self->mapped = g_signal_connect_swapped (view, "map", G_CALLBACK (go_on), self);
  go_on (self);
  return self;
}

void
stafet_growth_free (StafetGrowth *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->view != NULL)
    g_clear_signal_handler (&self->mapped, self->view);
  g_clear_weak_pointer (&self->view);
  g_free (self);
}
