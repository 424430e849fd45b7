/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is on its way in a grid of time, and the pointer that drags it.
 */
#include "core/stafet-words.h"
#include "stafet-even-layout.h"
#include "stafet-speech.h"
#include "stafet-time-grid-private.h"

#define SNAP 15
#define LEAST 15
/* So near its edge a block is held by it, in pixels. */
#define EDGE 7

/* ——— On its way ——— */

static StafetWall
midnight_of (StafetTimeGrid *self, int column)
{
  return stafet_wall_new (stafet_grid_column_get (stafet_time_grid_column (self, column))->date, 0);
}

static int
column_of (StafetTimeGrid *self, GtkWidget *block)
{
  for (int i = 0; i < stafet_time_grid_n_columns (self); i++)
    if (gtk_widget_get_parent (block) == GTK_WIDGET (stafet_time_grid_column (self, i)))
      return i;
  return 0;
}

void
stafet_time_grid_begin (StafetTimeGrid *self, StafetGridWay way, StafetGridBlock *block, gboolean by_keyboard)
{
  const StafetEntry *entry = block != NULL ? stafet_grid_block_get_entry (block) : NULL;

  self->way = way;
  self->by_keyboard = by_keyboard;
  self->moved = block;
  if (entry == NULL)
    return;
  self->column = column_of (self, GTK_WIDGET (block));
  self->from = entry->start - midnight_of (self, self->column);
  self->to = entry->end - midnight_of (self, self->column);
  gtk_widget_add_css_class (GTK_WIDGET (block), "on-its-way");
}

void
stafet_time_grid_show_way (StafetTimeGrid *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetWall midnight = midnight_of (self, self->column);
  const StafetGridColumnContent *column =
    stafet_grid_column_get (stafet_time_grid_column (self, self->column));
  g_autofree char *time = stafet_words_time_span (language, midnight + self->from, midnight + self->to);
  g_autofree char *text = NULL, *spoken = NULL;
  const char *title =
    self->moved != NULL ? stafet_grid_block_get_entry (self->moved)->title : _ ("New activity");

  text = g_strdup_printf ("%s\n%s", title, time);
  stafet_time_grid_set_ghost (self, self->column, self->from, self->to, text);
  if (!self->by_keyboard)
    return;
  spoken = g_strdup_printf (_ ("%s to %s, %s: Enter moves it, Escape leaves it"), title, column->name, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->moved), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
}

void
stafet_time_grid_finish (StafetTimeGrid *self, gboolean done)
{
  StafetGridWay way = self->way;
  g_autoptr (StafetGridBlock) moved = self->moved != NULL ? g_object_ref (self->moved) : NULL;

  self->way = STAFET_GRID_REST;
  self->moved = NULL;
  stafet_time_grid_set_ghost (self, -1, 0, 0, NULL);
  if (moved != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (moved), "on-its-way");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (moved), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  if (!done)
    return;
  if (way == STAFET_GRID_CREATE)
    g_signal_emit_by_name (self, "create", self->column, self->from, self->to);
  else if (moved != NULL)
    g_signal_emit_by_name (self, "move", moved, self->column, self->from, self->to);
}

/* ——— Where the pointer is ——— */

static int
column_at (StafetTimeGrid *self, double x)
{
  int width = gtk_widget_get_width (self->body), n = stafet_time_grid_n_columns (self);

  for (int i = 0; i < n; i++)
    if (x < stafet_even_layout_x (i + 1, n, width))
      return i;
  return n - 1;
}

static int
minute_at (StafetTimeGrid *self, double y)
{
  int height = MAX (1, gtk_widget_get_height (self->body));

  return CLAMP ((int) (y * STAFET_MINUTES_PER_DAY / height), 0, STAFET_MINUTES_PER_DAY);
}

static int
snap (int minute)
{
  return (minute + SNAP / 2 + STAFET_MINUTES_PER_DAY) / SNAP * SNAP - STAFET_MINUTES_PER_DAY;
}

/* The block below the pointer; *@other: whether something else is that has a use for it. */
static StafetGridBlock *
block_at (StafetTimeGrid *self, double x, double y, gboolean *other)
{
  GtkWidget *picked = gtk_widget_pick (self->body, x, y, GTK_PICK_DEFAULT);
  GtkWidget *block = picked != NULL ? gtk_widget_get_ancestor (picked, STAFET_TYPE_GRID_BLOCK) : NULL;

  *other = picked != NULL && gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL;
  return block != NULL ? STAFET_GRID_BLOCK (block) : NULL;
}

static StafetGridWay
way_at (StafetTimeGrid *self, StafetGridBlock *block, double x, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (block));
  double inner_x, inner_y;

  if (stafet_grid_block_get_entry (block)->status == STAFET_STATUS_CANCELLED)
    return STAFET_GRID_REST;
  gtk_widget_translate_coordinates (self->body, GTK_WIDGET (block), x, y, &inner_x, &inner_y);
  if (height > 3 * EDGE && inner_y > height - EDGE)
    return STAFET_GRID_END;
  return height > 4 * EDGE && inner_y < EDGE ? STAFET_GRID_START : STAFET_GRID_MOVE;
}

/* ——— Dragging ——— */

/* At the edge of what is seen it scrolls on. */
static void
scroll_along (StafetTimeGrid *self, double y)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->body_scroller);
  double top = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);
  double near = stafet_grid_hour_height (GTK_WIDGET (self)) / 2.0;

  if (y < top + near)
    gtk_adjustment_set_value (adjustment, top - near / 2);
  else if (y > top + page - near)
    gtk_adjustment_set_value (adjustment, top + near / 2);
}

static void
drag_to (StafetTimeGrid *self, double x, double y)
{
  int minute = minute_at (self, y), length = self->to - self->from;

  switch (self->way)
    {
    case STAFET_GRID_CREATE:
      self->from = snap (MIN (minute, self->grabbed));
      self->to = MAX (snap (MAX (minute, self->grabbed)), self->from + LEAST);
      break;
    case STAFET_GRID_MOVE:
      self->column = column_at (self, x);
      self->from = snap (minute - self->grabbed);
      self->to = self->from + length;
      break;
    case STAFET_GRID_START:
      self->from = MIN (snap (minute), self->to - LEAST);
      break;
    case STAFET_GRID_END:
      self->to = MAX (snap (minute), self->from + LEAST);
      break;
    default:
      return;
    }
  stafet_time_grid_show_way (self);
  scroll_along (self, y);
}

static void
begin_drag (StafetTimeGrid *self, double x, double y)
{
  gboolean other;
  StafetGridBlock *block = block_at (self, x, y, &other);

  if (other)
    return;
  if (block != NULL)
    {
      StafetGridWay way = way_at (self, block, x, y);

      if (way == STAFET_GRID_REST)
        return;
      stafet_time_grid_begin (self, way, block, FALSE);
      self->grabbed = minute_at (self, y) - self->from;
      return;
    }
  stafet_time_grid_begin (self, STAFET_GRID_CREATE, NULL, FALSE);
  self->column = column_at (self, x);
  self->grabbed = self->from = self->to = minute_at (self, y);
}

static void
drag_update_cb (StafetTimeGrid *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (stafet_time_grid_n_columns (self) == 0 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->way == STAFET_GRID_REST || self->by_keyboard)
    {
      if (!gtk_drag_check_threshold (self->body, 0, 0, (int) dx, (int) dy))
        return;
      if (self->way != STAFET_GRID_REST)
        stafet_time_grid_finish (self, FALSE);
      begin_drag (self, x, y);
      if (self->way == STAFET_GRID_REST)
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  drag_to (self, x + dx, y + dy);
}

static void
drag_end_cb (StafetTimeGrid *self)
{
  if (self->way != STAFET_GRID_REST && !self->by_keyboard)
    stafet_time_grid_finish (self, TRUE);
}

static void
drag_cancel_cb (StafetTimeGrid *self)
{
  if (self->way != STAFET_GRID_REST && !self->by_keyboard)
    stafet_time_grid_finish (self, FALSE);
}

/* ——— Clicks ——— */

static void
released_cb (StafetTimeGrid *self, int n, double x, double y)
{
  gboolean other;
  StafetGridBlock *block = block_at (self, x, y, &other);
  int column;

  if (other || stafet_time_grid_n_columns (self) == 0 || self->way != STAFET_GRID_REST)
    return;
  if (block != NULL)
    {
      self->cursor_column = column_of (self, GTK_WIDGET (block));
      self->cursor_from = self->cursor_goal =
        MAX (0, stafet_grid_block_get_entry (block)->start - midnight_of (self, self->cursor_column));
      gtk_widget_grab_focus (GTK_WIDGET (block));
      stafet_time_grid_open (self, block);
      return;
    }
  column = column_at (self, x);
  stafet_time_grid_stand (self, column, minute_at (self, y), TRUE);
  if (n == 2)
    g_signal_emit_by_name (self, "create", column, self->cursor_from, self->cursor_to);
}

static void
menu_cb (StafetTimeGrid *self, int n, double x, double y)
{
  gboolean other;
  StafetGridBlock *block = block_at (self, x, y, &other);

  (void) n;
  if (block == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (block));
  stafet_time_grid_open_menu (self, block);
}

/* What would be held there. */
static void
motion_cb (StafetTimeGrid *self, double x, double y)
{
  gboolean other;
  StafetGridBlock *block = block_at (self, x, y, &other);
  StafetGridWay way = block != NULL ? way_at (self, block, x, y) : STAFET_GRID_REST;
  gboolean edge = way == STAFET_GRID_START || way == STAFET_GRID_END;

  if (self->way == STAFET_GRID_REST)
    gtk_widget_set_cursor_from_name (self->body, edge ? "ns-resize" : block != NULL ? "pointer" : NULL);
}

static GtkEventController *
click_new (StafetTimeGrid *self, guint button, const char *signal, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_swapped (click, signal, callback, self);
  return GTK_EVENT_CONTROLLER (click);
}

void
stafet_time_grid_install_drag (StafetTimeGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->body,
                             click_new (self, GDK_BUTTON_PRIMARY, "released", G_CALLBACK (released_cb)));
  gtk_widget_add_controller (self->body,
                             click_new (self, GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (menu_cb)));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (self->body, motion);
}
