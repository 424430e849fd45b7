/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the hours and puts widgets where their time is.
 */
#include "stafet-grid-column.h"

#include "core/stafet-words.h"
#include "stafet-actions.h"
#include "stafet-brief-label.h"
#include "stafet-grid-block.h"
#include "stafet-hyphens.h"
#include "stafet-widget.h"

/* An hour is so many lines of text high. */
#define HOUR_LINES 2.4
#define GAP 1
/* The radius of what marks the time of day. */
#define DOT 5

/* A child and its place. */
typedef struct
{
  GtkWidget *widget;
  int from, to;
  int shown_to; /* a short thing is shown as long as a line of text needs */
  int lane, span, lanes;
} Placed;

struct _StafetGridColumn
{
  GtkWidget parent_instance;

  const StafetGridContent *content;      /* borrowed */
  const StafetGridColumnContent *column; /* borrowed from it */
  guint number;
  GArray *placed; /* Placed: those that are shown, in order */

  /* Owned by the widget tree; more than are shown wait, hidden. */
  GPtrArray *blocks, *more, *closed, *notices;
  GtkWidget *cursor;
  int cursor_from, cursor_to; /* minutes, -1: not shown */
  GtkWidget *ghost;
  int ghost_from, ghost_to;
};

G_DEFINE_FINAL_TYPE (StafetGridColumn, stafet_grid_column, GTK_TYPE_WIDGET)

int
stafet_grid_hour_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return (int) (line * HOUR_LINES / PANGO_SCALE);
}

/* ——— Layout ——— */

static void
stafet_grid_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 24 * stafet_grid_hour_height (widget) : 0;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  /* GTK complains of a child that was not asked, or that has less than it needs. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, MAX (height, least_height) }, -1);
}

static int
y_of (int minutes, int height)
{
  return minutes * height / STAFET_MINUTES_PER_DAY;
}

static void
place_across (GtkWidget *child, int from, int to, int width, int height)
{
  if (from >= 0)
    place (child, 0, y_of (from, height), width, y_of (to, height) - y_of (from, height));
}

static void
stafet_grid_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StafetGridColumn *self = STAFET_GRID_COLUMN (widget);

  (void) baseline;
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *one = &g_array_index (self->placed, Placed, i);
      int left = one->lane * width / one->lanes, right = (one->lane + one->span) * width / one->lanes;
      int top = y_of (MIN (one->from, one->shown_to - STAFET_GRID_LEAST), height);
      int bottom = y_of (one->shown_to, height);

      place (one->widget, left + GAP, top + 1, right - left - 2 * GAP, bottom - top - 2);
    }
  place_across (self->cursor, self->cursor_from, self->cursor_to, width, height);
  place_across (self->ghost, self->ghost_from, self->ghost_to, width, height);
}

/* ——— Drawing ——— */

static void
get_colour (GtkWidget *widget, const char *name, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

/* @thick behind everything, and thin over it, so that it is seen through the day and strikes little through.
 */
static void
draw_now (StafetGridColumn *self, GtkSnapshot *snapshot, int width, int height, int thick)
{
  StafetWall midnight = stafet_wall_new (self->column->date, 0);
  int minutes = self->content->now - midnight;
  GskRoundedRect dot;
  GdkRGBA colour;

  if (minutes < 0 || minutes >= STAFET_MINUTES_PER_DAY)
    return;
  get_colour (GTK_WIDGET (self), "now_color", &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (float) y_of (minutes, height) - (float) thick / 2,
                                                  (float) width, (float) thick));
  if (self->content->by_room && self->number > 0)
    return;
  gsk_rounded_rect_init_from_rect (
    &dot, &GRAPHENE_RECT_INIT (-DOT, (float) y_of (minutes, height) - DOT, 2 * DOT, 2 * DOT), DOT);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &colour, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_lines (StafetGridColumn *self, GtkSnapshot *snapshot, int width, int height)
{
  GdkRGBA colour;

  get_colour (GTK_WIDGET (self), "line_color", &colour);
  for (int hour = 1; hour < 24; hour++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (0, (float) y_of (60 * hour, height), (float) width, 1));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, 1, (float) height));
}

static void
snapshot_all (GtkWidget *widget, GPtrArray *children, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < children->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (children, i), snapshot);
}

static void
stafet_grid_column_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StafetGridColumn *self = STAFET_GRID_COLUMN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  draw_lines (self, snapshot, width, height);
  snapshot_all (widget, self->closed, snapshot);
  if (self->column != NULL)
    draw_now (self, snapshot, width, height, 2);
  snapshot_all (widget, self->notices, snapshot);
  snapshot_all (widget, self->blocks, snapshot);
  if (self->column != NULL)
    draw_now (self, snapshot, width, height, 1);
  snapshot_all (widget, self->more, snapshot);
  gtk_widget_snapshot_child (widget, self->cursor, snapshot);
  gtk_widget_snapshot_child (widget, self->ghost, snapshot);
}

/* ——— Children ——— */

static GtkWidget *
wrapping_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
closed_new (void)
{
  GtkWidget *stripes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (stripes, "grid-closed");
  gtk_widget_set_can_target (stripes, FALSE);
  return stripes;
}

static GtkWidget *
notice_new (void)
{
  GtkWidget *label = wrapping_label_new ();

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "grid-closed-label");
  return label;
}

static GtkWidget *
more_new (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), stafet_brief_label_new ("grid-more-count", 0.5));
  gtk_box_append (GTK_BOX (box), stafet_brief_label_new ("grid-more-missing", 0.5));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "grid-more");
  return button;
}

/* The @i-th of a kind, made when there is none yet; children stand in the order of their time. */
static GtkWidget *
reuse (StafetGridColumn *self, GPtrArray *pool, guint i, GtkWidget *(*make) (void) )
{
  GtkWidget *widget;

  if (i < pool->len)
    {
      widget = g_ptr_array_index (pool, i);
      gtk_widget_show (widget);
      return widget;
    }
  widget = make ();
  gtk_widget_insert_before (widget, GTK_WIDGET (self), self->cursor);
  g_ptr_array_add (pool, widget);
  return widget;
}

static void
hide_rest (GPtrArray *pool, guint from)
{
  for (; from < pool->len; from++)
    gtk_widget_hide (g_ptr_array_index (pool, from));
}

static void
add_placed (StafetGridColumn *self, GtkWidget *widget, int from, int to, int lane, int span, int lanes)
{
  int shown_to = MIN (MAX (to, from + STAFET_GRID_LEAST), STAFET_MINUTES_PER_DAY);
  Placed placed = { widget, from, to, shown_to, lane, span, lanes };

  g_array_append_val (self->placed, placed);
}

/* The first hour of [@from, @to) in which nothing stands, else all of it. */
static void
find_gap (StafetGridColumn *self, int *from, int *to)
{
  const GArray *items = self->column->items;
  int free = *from;

  for (guint i = 0; i < items->len; i++)
    {
      const StafetGridItem *item = &g_array_index (items, StafetGridItem, i);

      if (item->to <= free)
        continue;
      if (item->from >= free + 60)
        break;
      free = item->to;
    }
  if (free + 60 <= *to)
    *from = free;
}

static void
bind_closed (StafetGridColumn *self)
{
  const GArray *closed = self->column->closed;

  for (guint i = 0; i < closed->len; i++)
    {
      const StafetGridClosed *one = &g_array_index (closed, StafetGridClosed, i);
      GtkWidget *notice = reuse (self, self->notices, i, notice_new);
      int from = one->from, to = one->to;

      add_placed (self, reuse (self, self->closed, i, closed_new), from, to, 0, 1, 1);
      find_gap (self, &from, &to);
      stafet_hyphens_set_label (GTK_LABEL (notice), one->text);
      add_placed (self, notice, from, to, 0, 1, 1);
    }
  hide_rest (self->closed, closed->len);
  hide_rest (self->notices, closed->len);
}

static guint
bind_block (StafetGridColumn *self, guint n, const StafetGridItem *item)
{
  GtkWidget *block = reuse (self, self->blocks, n, stafet_grid_block_new);

  stafet_grid_block_bind (STAFET_GRID_BLOCK (block), self->content, item->entry);
  add_placed (self, block, item->from, item->to, item->lane, item->span, item->lanes);
  return n + 1;
}

static guint
bind_more (StafetGridColumn *self, guint n, const StafetGridMore *more)
{
  GtkWidget *button = reuse (self, self->more, n, more_new);
  g_autofree char *count = g_strdup_printf (ngettext_ ("+%u more", "+%u more", more->n), more->n);
  g_autofree char *missing =
    g_strdup_printf (ngettext_ ("%u missing", "%u missing", more->missing), more->missing);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *brief = g_strdup_printf ("+%u", more->n);
  g_autofree char *brief_missing =
    g_strdup_printf (ngettext_ ("%u short", "%u short", more->missing), more->missing);
  g_autofree char *time =
    stafet_words_time_span (stafet_i18n_get_language (), stafet_wall_new (self->column->date, more->from),
                            stafet_wall_new (self->column->date, more->to));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s%s%s", count, self->column->name, time,
                                           more->missing > 0 ? ", " : "", more->missing > 0 ? missing : "");

  stafet_brief_label_set (STAFET_BRIEF_LABEL (gtk_widget_get_first_child (box)), count, brief);
  stafet_brief_label_set (STAFET_BRIEF_LABEL (gtk_widget_get_last_child (box)), missing, brief_missing);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), more->missing > 0);
  gtk_widget_set_tooltip_text (button, name);
  stafet_widget_set_class (button, "lacks", more->missing > 0);
  stafet_actionable_set (button, "grid.more", g_variant_new ("(uii)", self->number, more->from, more->to));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  add_placed (self, button, more->from, more->to, more->lane, 1, more->lanes);
  return n + 1;
}

/* Blocks and what stands for several, by time. */
static void
bind_things (StafetGridColumn *self)
{
  const GArray *items = self->column->items, *more = self->column->more;
  guint blocks = 0, mores = 0, next = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const StafetGridItem *item = &g_array_index (items, StafetGridItem, i);

      while (next < more->len && g_array_index (more, StafetGridMore, next).from < item->from)
        mores = bind_more (self, mores, &g_array_index (more, StafetGridMore, next++));
      if (item->lane >= 0)
        blocks = bind_block (self, blocks, item);
    }
  while (next < more->len)
    mores = bind_more (self, mores, &g_array_index (more, StafetGridMore, next++));
  hide_rest (self->blocks, blocks);
  hide_rest (self->more, mores);
}

void
stafet_grid_column_bind (StafetGridColumn *self, const StafetGridContent *content, guint i)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->content = content;
  self->number = i;
  self->column = g_ptr_array_index (content->columns, i);
  g_array_set_size (self->placed, 0);
  bind_closed (self);
  bind_things (self);
  stafet_widget_set_class (widget, "today", self->column->is_today);
  stafet_widget_set_class (widget, "holiday", self->column->is_holiday);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->column->name,
                                  -1);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

const StafetGridColumnContent *
stafet_grid_column_get (StafetGridColumn *self)
{
  return self->column;
}

/* ——— Stops ——— */

static gboolean
is_free (StafetGridColumn *self, int from, int to)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *one = &g_array_index (self->placed, Placed, i);

      if (one->from < to && from < one->to && gtk_widget_get_focusable (one->widget))
        return FALSE;
    }
  return TRUE;
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  return ((const StafetGridStop *) a)->from - ((const StafetGridStop *) b)->from;
}

GArray *
stafet_grid_column_get_stops (StafetGridColumn *self)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (StafetGridStop));

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *one = &g_array_index (self->placed, Placed, i);
      StafetGridStop stop = { one->from, one->to, one->widget };

      if (gtk_widget_get_focusable (one->widget))
        g_array_append_val (stops, stop);
    }
  for (int from = 0; from < STAFET_MINUTES_PER_DAY; from += STAFET_GRID_SLOT)
    {
      StafetGridStop stop = { from, from + STAFET_GRID_SLOT, NULL };

      if (is_free (self, stop.from, stop.to))
        g_array_append_val (stops, stop);
    }
  /* Stable: those of one time stay in the order of their lanes. */
  g_array_sort (stops, compare_stops);
  return stops;
}

GtkWidget *
stafet_grid_column_find (StafetGridColumn *self, StafetUid series, StafetDate original)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      GtkWidget *widget = g_array_index (self->placed, Placed, i).widget;
      const StafetEntry *entry =
        STAFET_IS_GRID_BLOCK (widget) ? stafet_grid_block_get_entry (STAFET_GRID_BLOCK (widget)) : NULL;

      if (entry != NULL && entry->series == series && entry->original == original)
        return widget;
    }
  return NULL;
}

GtkWidget *
stafet_grid_column_find_more (StafetGridColumn *self, int from)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *one = &g_array_index (self->placed, Placed, i);

      if (GTK_IS_BUTTON (one->widget) && one->from == from)
        return one->widget;
    }
  return NULL;
}

/* "torsdag den 26. november, kl. 12.00–12.30, free". */
static void
name_cursor (StafetGridColumn *self)
{
  g_autofree char *time = stafet_words_time_span (stafet_i18n_get_language (),
                                                  stafet_wall_new (self->column->date, self->cursor_from),
                                                  stafet_wall_new (self->column->date, self->cursor_to));
  g_autofree char *name =
    g_strdup_printf (_ ("%s, %s, free: Enter plans a new activity"), self->column->name, time);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
stafet_grid_column_set_cursor (StafetGridColumn *self, int from, int to, gboolean focus)
{
  self->cursor_from = from;
  self->cursor_to = to;
  gtk_widget_set_visible (self->cursor, from >= 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (from < 0)
    return;
  name_cursor (self);
  if (focus)
    gtk_widget_grab_focus (self->cursor);
}

void
stafet_grid_column_set_ghost (StafetGridColumn *self, int from, int to, const char *text)
{
  if (from < 0 && self->ghost_from < 0)
    return;
  self->ghost_from = from;
  self->ghost_to = to;
  gtk_widget_set_visible (self->ghost, from >= 0);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (self->ghost)), text != NULL ? text : "");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ——— GObject ——— */

static void
stafet_grid_column_dispose (GObject *object)
{
  StafetGridColumn *self = STAFET_GRID_COLUMN (object);

  stafet_widget_drop_children (GTK_WIDGET (self));
  g_array_set_size (self->placed, 0);
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->more, 0);
  g_ptr_array_set_size (self->closed, 0);
  g_ptr_array_set_size (self->notices, 0);
  G_OBJECT_CLASS (stafet_grid_column_parent_class)->dispose (object);
}

static void
stafet_grid_column_finalize (GObject *object)
{
  StafetGridColumn *self = STAFET_GRID_COLUMN (object);

  g_array_unref (self->placed);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->more);
  g_ptr_array_unref (self->closed);
  g_ptr_array_unref (self->notices);
  G_OBJECT_CLASS (stafet_grid_column_parent_class)->finalize (object);
}

static void
stafet_grid_column_class_init (StafetGridColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_grid_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_grid_column_finalize;
  widget_class->measure = stafet_grid_column_measure;
  widget_class->size_allocate = stafet_grid_column_size_allocate;
  widget_class->snapshot = stafet_grid_column_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static GtkWidget *
ghost_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "grid-ghost");
  gtk_box_append (GTK_BOX (box), wrapping_label_new ());
  gtk_widget_set_can_target (box, FALSE);
  return box;
}

static void
stafet_grid_column_init (StafetGridColumn *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->blocks = g_ptr_array_new ();
  self->more = g_ptr_array_new ();
  self->closed = g_ptr_array_new ();
  self->notices = g_ptr_array_new ();
  self->cursor = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "visible", FALSE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_widget_add_css_class (self->cursor, "grid-cursor");
  gtk_widget_set_parent (self->cursor, widget);
  self->cursor_from = self->ghost_from = -1;
  self->ghost = ghost_new ();
  gtk_widget_hide (self->ghost);
  gtk_widget_set_parent (self->ghost, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
stafet_grid_column_new (void)
{
  return g_object_new (STAFET_TYPE_GRID_COLUMN, NULL);
}
