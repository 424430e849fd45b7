/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard in a grid of time: a cursor that stands on things and on free time.
 */
#include "stafet-entry-menu.h"
#include "stafet-popup.h"
#include "stafet-time-grid-private.h"
#include "stafet-window.h"

#define STEP 15

/* ——— Standing ——— */

static guint
find_stop (const GArray *stops, int minute)
{
  guint best = 0;

  for (guint i = 0; i < stops->len; i++)
    {
      const StafetGridStop *stop = &g_array_index (stops, StafetGridStop, i);

      if (stop->from <= minute && minute < stop->to)
        return i;
      if (stop->from <= minute)
        best = i;
    }
  return best;
}

static void
clear_cursors (StafetTimeGrid *self, int but)
{
  for (int i = 0; i < stafet_time_grid_n_columns (self); i++)
    if (i != but)
      stafet_grid_column_set_cursor (stafet_time_grid_column (self, i), -1, -1, FALSE);
}

static void
stand_on (StafetTimeGrid *self, int column, const StafetGridStop *stop, gboolean focus)
{
  self->cursor_column = column;
  self->cursor_from = stop->from;
  self->cursor_to = stop->to;
  clear_cursors (self, column);
  /* Free time is marked only while the keyboard is there. */
  if (stop->widget != NULL || !focus)
    stafet_grid_column_set_cursor (stafet_time_grid_column (self, column), -1, -1, FALSE);
  else
    stafet_grid_column_set_cursor (stafet_time_grid_column (self, column), stop->from, stop->to, TRUE);
  if (stop->widget != NULL && focus)
    gtk_widget_grab_focus (stop->widget);
  if (focus)
    stafet_time_grid_reveal (self, column, stop->from, stop->to);
}

void
stafet_time_grid_stand (StafetTimeGrid *self, int column, int minute, gboolean focus)
{
  g_autoptr (GArray) stops = stafet_grid_column_get_stops (stafet_time_grid_column (self, column));

  self->cursor_goal = minute;
  if (stops->len > 0)
    stand_on (self, column, &g_array_index (stops, StafetGridStop, find_stop (stops, minute)), focus);
}

gboolean
stafet_time_grid_grab (StafetTimeGrid *self)
{
  if (stafet_time_grid_n_columns (self) == 0)
    return FALSE;
  stafet_time_grid_stand (self, CLAMP (self->cursor_column, 0, stafet_time_grid_n_columns (self) - 1),
                          self->cursor_goal, TRUE);
  return TRUE;
}

/* ——— Moving the cursor ——— */

/* The stop that has the keyboard among @stops. */
static guint
current_stop (StafetTimeGrid *self, const GArray *stops)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, StafetGridStop, i).widget == focus)
      return i;
  return find_stop (stops, self->cursor_from);
}

static void
step_down (StafetTimeGrid *self, int steps)
{
  StafetGridColumn *column = stafet_time_grid_column (self, self->cursor_column);
  g_autoptr (GArray) stops = stafet_grid_column_get_stops (column);
  int next = (int) current_stop (self, stops) + steps;

  if (next < 0 || next >= (int) stops->len)
    return;
  self->cursor_goal = g_array_index (stops, StafetGridStop, next).from;
  stand_on (self, self->cursor_column, &g_array_index (stops, StafetGridStop, next), TRUE);
}

/* To the neighbour at the same time in this column, else to the next column. */
static void
step_across (StafetTimeGrid *self, int steps)
{
  StafetGridColumn *column = stafet_time_grid_column (self, self->cursor_column);
  g_autoptr (GArray) stops = stafet_grid_column_get_stops (column);
  guint current = current_stop (self, stops);
  const StafetGridStop *here = &g_array_index (stops, StafetGridStop, current);
  int next = (int) current + steps, to = self->cursor_column + steps;

  if (next >= 0 && next < (int) stops->len && here->widget != NULL)
    {
      const StafetGridStop *beside = &g_array_index (stops, StafetGridStop, next);

      if (beside->widget != NULL && beside->from < here->to && here->from < beside->to)
        {
          stand_on (self, self->cursor_column, beside, TRUE);
          return;
        }
    }
  if (to >= 0 && to < stafet_time_grid_n_columns (self))
    stafet_time_grid_stand (self, to, self->cursor_goal, TRUE);
}

static void
step_to_end (StafetTimeGrid *self, gboolean last)
{
  stafet_time_grid_stand (self, self->cursor_column, last ? STAFET_MINUTES_PER_DAY - 1 : 0, TRUE);
}

/* Free time that something new is to take. */
static void
lengthen (StafetTimeGrid *self, int minutes)
{
  int to = self->cursor_to + minutes;

  if (to <= self->cursor_from || to > STAFET_MINUTES_PER_DAY)
    return;
  self->cursor_to = to;
  stafet_time_grid_reveal (self, self->cursor_column, self->cursor_from, to);
  stafet_grid_column_set_cursor (stafet_time_grid_column (self, self->cursor_column), self->cursor_from, to,
                                 FALSE);
}

/* ——— Doing ——— */

void
stafet_time_grid_open (StafetTimeGrid *self, StafetGridBlock *block)
{
  g_autoptr (GVariant) target = stafet_grid_block_get_target (block);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.show-entry", target);
}

void
stafet_time_grid_open_menu (StafetTimeGrid *self, StafetGridBlock *block)
{
  g_autoptr (GMenuModel) menu = stafet_entry_menu_new (stafet_grid_block_get_entry (block));

  (void) self;
  stafet_popup_menu (GTK_WIDGET (block), menu);
}

static StafetGridBlock *
focused_block (StafetTimeGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return STAFET_IS_GRID_BLOCK (focus) ? STAFET_GRID_BLOCK (focus) : NULL;
}

static gboolean
is_on_free_time (StafetTimeGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return STAFET_IS_GRID_COLUMN (parent) && focused_block (self) == NULL && !GTK_IS_BUTTON (focus);
}

static gboolean
enter (StafetTimeGrid *self)
{
  StafetGridBlock *block = focused_block (self);

  if (self->way != STAFET_GRID_REST)
    stafet_time_grid_finish (self, TRUE);
  else if (block != NULL)
    stafet_time_grid_open (self, block);
  else if (is_on_free_time (self))
    g_signal_emit_by_name (self, "create", self->cursor_column, self->cursor_from, self->cursor_to);
  else
    return FALSE;
  return TRUE;
}

/* A thing that moves with the keyboard is shown where it would be, until Enter. */
static gboolean
shift_thing (StafetTimeGrid *self, StafetGridWay way, int minutes, int columns)
{
  StafetGridBlock *block = focused_block (self);
  int column = self->column + columns;

  if (self->way != STAFET_GRID_REST && (!self->by_keyboard || self->way != way))
    stafet_time_grid_finish (self, FALSE);
  if (self->way == STAFET_GRID_REST)
    {
      if (block == NULL || stafet_grid_block_get_entry (block)->status == STAFET_STATUS_CANCELLED)
        return FALSE;
      stafet_time_grid_begin (self, way, block, TRUE);
      column = self->column + columns;
    }
  if (column < 0 || column >= stafet_time_grid_n_columns (self))
    return TRUE;
  self->column = column;
  if (way == STAFET_GRID_MOVE)
    self->from += minutes;
  if (self->to + minutes > self->from)
    self->to += minutes;
  stafet_time_grid_reveal (self, column, self->from, self->to);
  stafet_time_grid_show_way (self);
  return TRUE;
}

static gboolean
arrow (StafetTimeGrid *self, int across, int down, GdkModifierType state)
{
  switch ((guint) state)
    {
    case GDK_ALT_MASK:
      return shift_thing (self, STAFET_GRID_MOVE, STEP * down, across);
    case GDK_ALT_MASK | GDK_SHIFT_MASK:
      return down != 0 && shift_thing (self, STAFET_GRID_END, STEP * down, 0);
    case GDK_SHIFT_MASK:
      if (down == 0 || !is_on_free_time (self))
        return FALSE;
      lengthen (self, STAFET_GRID_SLOT * down);
      return TRUE;
    case 0:
      if (self->way != STAFET_GRID_REST)
        stafet_time_grid_finish (self, FALSE);
      if (down != 0)
        step_down (self, down);
      else
        step_across (self, across);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (StafetTimeGrid *self, guint key, guint code, GdkModifierType state)
{
  StafetGridBlock *block = focused_block (self);

  (void) code;
  state &= gtk_accelerator_get_default_mod_mask ();
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow (self, 0, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow (self, 0, 1, state);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow (self, -1, 0, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow (self, 1, 0, state);
    case GDK_KEY_Home:
    case GDK_KEY_End:
      if (state != 0)
        return FALSE;
      step_to_end (self, key == GDK_KEY_End);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return state == 0 && enter (self);
    case GDK_KEY_Escape:
      if (self->way == STAFET_GRID_REST)
        return FALSE;
      stafet_time_grid_finish (self, FALSE);
      return TRUE;
    case GDK_KEY_Delete:
      if (block == NULL || state != 0)
        return FALSE;
      {
        g_autoptr (GVariant) target = stafet_grid_block_get_target (block);

        return gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.cancel-entry", target);
      }
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (block == NULL || (key == GDK_KEY_F10) != (state == GDK_SHIFT_MASK))
        return FALSE;
      stafet_time_grid_open_menu (self, block);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Free time is marked only while the keyboard is there. */
static void
left_cb (StafetTimeGrid *self)
{
  if (self->way != STAFET_GRID_REST && self->by_keyboard)
    stafet_time_grid_finish (self, FALSE);
  clear_cursors (self, -1);
}

void
stafet_time_grid_install_keys (StafetTimeGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->body, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->body, focus);
}
