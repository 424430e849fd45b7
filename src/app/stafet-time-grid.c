/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts headings, bars, hours and columns together, and keeps them scrolled alike.
 */
#include "stafet-time-grid-private.h"

#include "stafet-actions.h"
#include "stafet-brief-label.h"
#include "stafet-entry-menu.h"
#include "stafet-even-layout.h"
#include "stafet-grid-axis.h"
#include "stafet-grid-bars.h"
#include "stafet-hyphens.h"
#include "stafet-popup.h"
#include "stafet-widget.h"

/* In hours' heights, which follow the size of the text: the least width of a column of a day and of a room,
 * and of a thing that stands beside others, and of a column in which two do. */
#define DAY_WIDTH 1.2
#define ROOM_WIDTH 2.8
#define LANE_WIDTH 1.45
#define TWO_LANES 1.9
/* So many hours of a day are shown at most. */
#define HOURS_SHOWN 15.5
/* So many columns are shown at once, and then so many at a time. */
#define AT_ONCE 24
#define PORTION 6

G_DEFINE_FINAL_TYPE (StafetTimeGrid, stafet_time_grid, GTK_TYPE_WIDGET)

enum
{
  CREATE,
  MOVE,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ——— The body ——— */

#define STAFET_TYPE_GRID_BODY (stafet_grid_body_get_type ())
G_DECLARE_FINAL_TYPE (StafetGridBody, stafet_grid_body, STAFET, GRID_BODY, GtkWidget)

/* The columns: Tab comes to them once. */
struct _StafetGridBody
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (StafetGridBody, stafet_grid_body, GTK_TYPE_WIDGET)

static gboolean
stafet_grid_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *grid = gtk_widget_get_ancestor (widget, STAFET_TYPE_TIME_GRID);

  (void) direction;
  return gtk_widget_get_focus_child (widget) == NULL && stafet_time_grid_grab (STAFET_TIME_GRID (grid));
}

static void
stafet_grid_body_dispose (GObject *object)
{
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_grid_body_parent_class)->dispose (object);
}

static void
stafet_grid_body_class_init (StafetGridBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_grid_body_dispose;
  widget_class->focus = stafet_grid_body_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, STAFET_TYPE_EVEN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stafet_grid_body_init (StafetGridBody *self)
{
  (void) self;
}

/* ——— Headings ——— */

static GtkWidget *
heading_label_new (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
heading_new (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), heading_label_new ("grid-title"));
  gtk_box_append (GTK_BOX (box), stafet_brief_label_new ("grid-title", 0));
  gtk_box_append (GTK_BOX (box), heading_label_new ("grid-detail"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "grid-heading");
  return button;
}

/* A day leads to its page; a room has none. */
static void
bind_heading (GtkWidget *button, const StafetGridContent *content, const StafetGridColumnContent *column)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *title = gtk_widget_get_first_child (box), *detail = gtk_widget_get_last_child (box);
  GtkWidget *day = gtk_widget_get_next_sibling (title);
  g_autofree char *name = *column->detail != '\0' ? g_strdup_printf ("%s, %s", column->name, column->detail)
                                                  : g_strdup (column->name);

  stafet_hyphens_set_label (GTK_LABEL (title), column->title);
  stafet_brief_label_set (STAFET_BRIEF_LABEL (day), column->title,
                          column->brief != NULL ? column->brief : "");
  gtk_widget_set_visible (title, column->brief == NULL);
  gtk_widget_set_visible (day, column->brief != NULL);
  stafet_hyphens_set_label (GTK_LABEL (detail), column->detail);
  gtk_widget_set_visible (detail, *column->detail != '\0');
  stafet_widget_set_class (button, "today", column->is_today);
  stafet_widget_set_class (detail, "lacks", column->lacks);
  gtk_widget_set_focusable (button, !content->by_room);
  gtk_widget_set_can_target (button, !content->by_room);
  if (content->by_room)
    {
      stafet_actionable_set (button, NULL, NULL);
      gtk_widget_set_sensitive (button, TRUE);
    }
  else
    stafet_actionable_set (button, "win.show-day", g_variant_new_int32 (column->date));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The @i-th child, made when there is none yet. */
static GtkWidget *
child_at (GtkWidget *parent, guint i, GtkWidget *(*make) (void) )
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (child != NULL && i-- > 0)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    {
      child = make ();
      gtk_widget_hide (child);
      gtk_widget_set_parent (child, parent);
    }
  return child;
}

static void
show_first (GtkWidget *parent, guint n, guint wanted)
{
  guint i = 0;

  stafet_even_layout_set_wanted (STAFET_EVEN_LAYOUT (gtk_widget_get_layout_manager (parent)), (int) wanted);
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, i++ < n);
}

static void
show_columns (StafetTimeGrid *self)
{
  show_first (self->body, self->shown, self->content->columns->len);
  show_first (self->headings, self->shown, self->content->columns->len);
}

static gboolean
grow_cb (gpointer data)
{
  StafetTimeGrid *self = data;
  guint n = self->content->columns->len;

  self->shown = MIN (self->shown + PORTION, n);
  show_columns (self);
  if (self->shown < n)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* Those that are in view come at once, the others while nothing else happens: a municipality has hundreds of
 * rooms. What was shown stays. */
static void
show_first_columns (StafetTimeGrid *self)
{
  guint n = self->content->columns->len;

  self->shown = MIN (MAX (self->shown, AT_ONCE), n);
  show_columns (self);
  if (self->shown < n && self->growing == 0)
    self->growing = g_timeout_add_full (G_PRIORITY_LOW, 15, grow_cb, self, NULL);
}

/* ——— Content ——— */

StafetGridColumn *
stafet_time_grid_column (StafetTimeGrid *self, int column)
{
  GtkWidget *child = gtk_widget_get_first_child (self->body);

  while (column-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);
  return STAFET_GRID_COLUMN (child);
}

int
stafet_time_grid_n_columns (StafetTimeGrid *self)
{
  return self->content != NULL ? (int) self->content->columns->len : 0;
}

/* The time of day, where today is in view. */
static int
now_in (const StafetGridContent *content)
{
  for (guint i = 0; i < content->columns->len; i++)
    {
      const StafetGridColumnContent *column = g_ptr_array_index (content->columns, i);

      if (column->date == stafet_wall_date (content->now))
        return stafet_wall_minutes (content->now);
    }
  return -1;
}

static void
set_least_widths (StafetTimeGrid *self)
{
  double hours = self->content->by_room ? ROOM_WIDTH : DAY_WIDTH;
  int least = (int) (hours * stafet_grid_hour_height (GTK_WIDGET (self)));

  stafet_even_layout_set_least (STAFET_EVEN_LAYOUT (gtk_widget_get_layout_manager (self->body)), least);
  stafet_even_layout_set_least (STAFET_EVEN_LAYOUT (gtk_widget_get_layout_manager (self->headings)), least);
}

/* What has the keyboard, so that it can be found again. */
typedef struct
{
  gboolean inside;
  StafetUid series;
  StafetDate original;
  StafetWall start;
} Focused;

static Focused
read_focus (StafetTimeGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  Focused focused = { focus != NULL && gtk_widget_is_ancestor (focus, self->body), NULL, 0, 0 };

  if (focused.inside && STAFET_IS_GRID_BLOCK (focus))
    {
      const StafetEntry *entry = stafet_grid_block_get_entry (STAFET_GRID_BLOCK (focus));

      focused.series = entry->series;
      focused.original = entry->original;
      focused.start = entry->start;
    }
  return focused;
}

/* A thing that was moved is seen where it is now. */
static void
reveal_moved (StafetTimeGrid *self, const StafetEntry *entry, const Focused *focused)
{
  const StafetGridColumnContent *column =
    stafet_grid_column_get (stafet_time_grid_column (self, self->cursor_column));
  StafetWall midnight = stafet_wall_new (column->date, 0);

  self->cursor_from = self->cursor_goal = MAX (0, entry->start - midnight);
  self->cursor_to = entry->end - midnight;
  if (entry->start != focused->start)
    stafet_time_grid_reveal (self, self->cursor_column, self->cursor_from, self->cursor_to);
}

/* The keyboard follows the thing that had it, in whichever column that is now. */
static void
restore_focus (StafetTimeGrid *self, const Focused *focused)
{
  for (int i = 0; focused->series != NULL && i < stafet_time_grid_n_columns (self); i++)
    {
      GtkWidget *block =
        stafet_grid_column_find (stafet_time_grid_column (self, i), focused->series, focused->original);

      if (block == NULL)
        continue;
      self->cursor_column = i;
      gtk_widget_grab_focus (block);
      reveal_moved (self, stafet_grid_block_get_entry (STAFET_GRID_BLOCK (block)), focused);
      return;
    }
  if (stafet_time_grid_n_columns (self) > 0)
    stafet_time_grid_stand (self, MIN (self->cursor_column, stafet_time_grid_n_columns (self) - 1),
                            self->cursor_goal, focused->inside);
}

/* At first it is where the day is. */
static void
place_at_now (StafetTimeGrid *self)
{
  for (guint i = 0; !self->placed && i < self->content->columns->len; i++)
    {
      const StafetGridColumnContent *column = g_ptr_array_index (self->content->columns, i);

      if (!column->is_today)
        continue;
      self->cursor_column = (int) i;
      self->cursor_goal = stafet_wall_minutes (self->content->now);
      self->placed = TRUE;
    }
}

static void
bind_columns (StafetTimeGrid *self)
{
  const GPtrArray *columns = self->content->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      GtkWidget *column = child_at (self->body, i, stafet_grid_column_new);

      stafet_grid_column_bind (STAFET_GRID_COLUMN (column), self->content, i);
      bind_heading (child_at (self->headings, i, heading_new), self->content, g_ptr_array_index (columns, i));
    }
  show_first_columns (self);
}

void
stafet_time_grid_show (StafetTimeGrid *self, StafetGridContent *content)
{
  g_autoptr (StafetGridContent) before = self->content;
  Focused focused = read_focus (self);

  if (self->way != STAFET_GRID_REST)
    stafet_time_grid_finish (self, FALSE);
  self->content = content;
  set_least_widths (self);
  bind_columns (self);
  stafet_grid_bars_bind (STAFET_GRID_BARS (self->bars), content);
  stafet_grid_axis_set_now (STAFET_GRID_AXIS (self->axis), now_in (content));
  self->lanes = stafet_time_grid_get_lanes (self, (int) content->columns->len, content->by_room);
  place_at_now (self);
  restore_focus (self, &focused);
}

const StafetGridContent *
stafet_time_grid_get_content (StafetTimeGrid *self)
{
  return self->content;
}

int
stafet_time_grid_get_lanes (StafetTimeGrid *self, int n_columns, gboolean by_room)
{
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->body_scroller));
  int hour = stafet_grid_hour_height (GTK_WIDGET (self));
  double least = (by_room ? ROOM_WIDTH : DAY_WIDTH) * hour;
  double width = n_columns > 0 ? MAX (page / n_columns, least) : least;

  /* Two that are cramped are better than two behind "2 more". */
  return CLAMP ((int) (width / (LANE_WIDTH * hour)), width < TWO_LANES * hour ? 1 : 2, STAFET_LANES_MOST);
}

/* ——— Scrolling ——— */

static GtkAdjustment *
hours (StafetTimeGrid *self)
{
  return gtk_scrolled_window_get_vadjustment (self->body_scroller);
}

/* Makes hours so high that a window shows HOURS_SHOWN at most: else the morning could not leave its top. TRUE
 * when they were not so before. */
static gboolean
stretch (StafetTimeGrid *self)
{
  int height, before;

  self->page = gtk_adjustment_get_page_size (hours (self));
  height = (int) (self->page * 24 / HOURS_SHOWN);
  gtk_widget_get_size_request (self->body, NULL, &before);
  if (ABS (height - before) < 3)
    return FALSE;
  gtk_widget_set_size_request (self->body, -1, height);
  gtk_widget_set_size_request (self->axis, -1, height);
  return height > 24 * stafet_grid_hour_height (GTK_WIDGET (self));
}

static gboolean
scroll_cb (gpointer data)
{
  StafetTimeGrid *self = data;
  GtkAdjustment *adjustment = hours (self);
  double upper = gtk_adjustment_get_upper (adjustment);

  self->scrolling = 0;
  /* Comes again when they are so high. */
  if (stretch (self))
    return G_SOURCE_REMOVE;
  if (self->wanted_minute < 0 || upper <= 1 || gtk_adjustment_get_page_size (adjustment) <= 1)
    return G_SOURCE_REMOVE;
  self->top = self->wanted_minute;
  self->wanted_minute = -1;
  gtk_adjustment_set_value (adjustment, self->top * upper / STAFET_MINUTES_PER_DAY);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a layout, when the hours down the side would not come along. */
static void
hours_changed_cb (StafetTimeGrid *self)
{
  if (self->wanted_minute >= 0 && self->scrolling == 0)
    self->scrolling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, scroll_cb, self, NULL);
}

int
stafet_time_grid_get_top (StafetTimeGrid *self)
{
  GtkAdjustment *adjustment = hours (self);
  double upper = gtk_adjustment_get_upper (adjustment);

  if (self->wanted_minute >= 0 || upper <= 1)
    return self->wanted_minute;
  return (int) (gtk_adjustment_get_value (adjustment) * STAFET_MINUTES_PER_DAY / upper + 0.5);
}

void
stafet_time_grid_scroll_to (StafetTimeGrid *self, int minute)
{
  self->wanted_minute = minute;
  hours_changed_cb (self);
}

void
stafet_time_grid_reveal (StafetTimeGrid *self, int column, int from, int to)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->body_scroller);
  double height = gtk_adjustment_get_upper (hours (self)), width = gtk_adjustment_get_upper (across);
  int n = stafet_time_grid_n_columns (self);

  if (height <= 1 || self->wanted_minute >= 0)
    return;
  /* Of what is longer than the page the beginning. */
  gtk_adjustment_clamp_page (
    hours (self), from * height / STAFET_MINUTES_PER_DAY,
    MIN (to * height / STAFET_MINUTES_PER_DAY,
         from * height / STAFET_MINUTES_PER_DAY + gtk_adjustment_get_page_size (hours (self))));
  gtk_adjustment_clamp_page (across, stafet_even_layout_x (column, n, (int) width),
                             stafet_even_layout_x (column + 1, n, (int) width));
}

/* A page that grows pushes its top up: nobody scrolled there. */
static void
scrolled_cb (StafetTimeGrid *self)
{
  GtkAdjustment *adjustment = hours (self);

  if (self->page > 1 && ABS (gtk_adjustment_get_page_size (adjustment) - self->page) < 1)
    self->top = stafet_time_grid_get_top (self);
}

static gboolean
look_cb (gpointer data)
{
  StafetTimeGrid *self = data;
  int n = stafet_time_grid_n_columns (self);

  self->looking = 0;
  if (stretch (self) && self->wanted_minute < 0)
    self->wanted_minute = self->top;
  if (n > 0 && stafet_time_grid_get_lanes (self, n, self->content->by_room) != self->lanes)
    g_signal_emit (self, signals[RESIZED], 0);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a layout, when nothing may be bound anew. */
static void
page_changed_cb (StafetTimeGrid *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_cb, self, NULL);
}

/* ——— What has no room ——— */

/* "(uii)": a column, from and to in minutes. */
static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetTimeGrid *self = STAFET_TIME_GRID (widget);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GMenuModel) menu = NULL;
  const StafetGridColumnContent *column;
  StafetGridColumn *shown;
  guint number;
  int from, to;

  (void) name;
  g_variant_get (parameter, "(uii)", &number, &from, &to);
  shown = stafet_time_grid_column (self, (int) number);
  column = stafet_grid_column_get (shown);
  for (guint i = 0; i < column->items->len; i++)
    {
      const StafetGridItem *item = &g_array_index (column->items, StafetGridItem, i);

      if (item->lane < 0 && item->from < to && from < item->to)
        g_ptr_array_add (entries, (gpointer) item->entry);
    }
  menu = stafet_entry_menu_new_choice (entries);
  stafet_popup_menu (stafet_grid_column_find_more (shown, from), menu);
}

/* "(uu)": the first and last column of bars without room. */
static void
more_bars_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetTimeGrid *self = STAFET_TIME_GRID (widget);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GMenuModel) menu = NULL;
  guint first, last;

  (void) name;
  g_variant_get (parameter, "(uu)", &first, &last);
  for (guint i = 0; i < self->content->bars->len; i++)
    {
      const StafetGridBar *bar = &g_array_index (self->content->bars, StafetGridBar, i);

      if (bar->row < 0 && bar->entry != NULL && bar->first <= last && first <= bar->last)
        g_ptr_array_add (entries, (gpointer) bar->entry);
    }
  menu = stafet_entry_menu_new_choice (entries);
  stafet_popup_menu (self->bars, menu);
}

/* ——— GObject ——— */

static GtkScrolledWindow *
scroller_new (GtkWidget *child, GtkPolicyType across, GtkPolicyType down)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), across, down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  /* A viewport would go by where a block was before it is laid out anew. */
  gtk_viewport_set_scroll_to_focus (
    GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))), FALSE);
  gtk_widget_set_focusable (scroller, FALSE);
  return GTK_SCROLLED_WINDOW (scroller);
}

static GtkWidget *
row_of (GtkWidget *side, GtkScrolledWindow *scroller)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), side);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (scroller));
  gtk_widget_set_hexpand (GTK_WIDGET (scroller), TRUE);
  return row;
}

static GtkWidget *
top_new (StafetTimeGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->headings = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->headings, g_object_new (STAFET_TYPE_EVEN_LAYOUT, NULL));
  self->bars = stafet_grid_bars_new ();
  gtk_box_append (GTK_BOX (box), self->headings);
  gtk_box_append (GTK_BOX (box), self->bars);
  return box;
}

static void
build (StafetTimeGrid *self)
{
  g_autoptr (GtkSizeGroup) sides = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *top;

  self->corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->axis = stafet_grid_axis_new ();
  self->body = g_object_new (STAFET_TYPE_GRID_BODY, NULL);
  self->top_scroller = scroller_new (top_new (self), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  self->axis_scroller = scroller_new (self->axis, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  /* In GTK 4.8 a scrolled window in which nothing takes the focus says that it took it. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->axis_scroller), FALSE);
  self->body_scroller = scroller_new (self->body, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_hadjustment (self->top_scroller,
                                       gtk_scrolled_window_get_hadjustment (self->body_scroller));
  gtk_scrolled_window_set_vadjustment (self->axis_scroller, hours (self));
  gtk_size_group_add_widget (sides, self->corner);
  gtk_size_group_add_widget (sides, GTK_WIDGET (self->axis_scroller));
  top = row_of (self->corner, self->top_scroller);
  gtk_widget_add_css_class (top, "grid-top");
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->body_scroller), TRUE);
  gtk_widget_set_parent (row_of (GTK_WIDGET (self->axis_scroller), self->body_scroller), GTK_WIDGET (self));
}

static void
stafet_time_grid_dispose (GObject *object)
{
  StafetTimeGrid *self = STAFET_TIME_GRID (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_handle_id (&self->growing, g_source_remove);
  stafet_widget_drop_children (GTK_WIDGET (self));
  g_clear_pointer (&self->content, stafet_grid_content_free);
  G_OBJECT_CLASS (stafet_time_grid_parent_class)->dispose (object);
}

static void
stafet_time_grid_class_init (StafetTimeGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_time_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "grid.more", "(uii)", more_cb);
  gtk_widget_class_install_action (widget_class, "grid.more-bars", "(uu)", more_bars_cb);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                STAFET_TYPE_GRID_BLOCK, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[RESIZED] = g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stafet_time_grid_init (StafetTimeGrid *self)
{
  self->wanted_minute = -1;
  self->cursor_goal = 10 * 60;
  build (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (hours (self), "changed", G_CALLBACK (hours_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hours (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hours (self), "notify::page-size", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->body_scroller), "notify::page-size",
                           G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  stafet_time_grid_install_keys (self);
  stafet_time_grid_install_drag (self);
}

/* ——— For the page ——— */

void
stafet_time_grid_focus (StafetTimeGrid *self)
{
  stafet_time_grid_grab (self);
}

void
stafet_time_grid_set_ghost (StafetTimeGrid *self, int column, int from, int to, const char *text)
{
  for (int i = 0; i < stafet_time_grid_n_columns (self); i++)
    stafet_grid_column_set_ghost (stafet_time_grid_column (self, i), i == column ? MAX (0, from) : -1,
                                  MIN (to, STAFET_MINUTES_PER_DAY), text);
}

static void
mark_selected (StafetTimeGrid *self, gboolean on)
{
  for (int i = 0; self->selected != NULL && i < stafet_time_grid_n_columns (self); i++)
    {
      GtkWidget *block =
        stafet_grid_column_find (stafet_time_grid_column (self, i), self->selected, self->selected_date);

      if (block != NULL)
        stafet_widget_set_class (block, "selected", on);
    }
}

void
stafet_time_grid_select (StafetTimeGrid *self, StafetUid series, StafetDate original)
{
  mark_selected (self, FALSE);
  self->selected = series;
  self->selected_date = original;
  mark_selected (self, TRUE);
}

GtkWidget *
stafet_time_grid_get_column (StafetTimeGrid *self, int column)
{
  return GTK_WIDGET (stafet_time_grid_column (self, column));
}
