/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of cells under the names of the days.
 */
#include "stafet-month-grid.h"

#include "core/stafet-words.h"
#include "stafet-brief-label.h"
#include "stafet-even-layout.h"
#include "stafet-month-cell.h"
#include "stafet-widget.h"

#define WEEKS 6

typedef struct
{
  GtkWidget *row, *week, *cells; /* owned by the widget tree */
} Week;

struct _StafetMonthGrid
{
  GtkWidget parent_instance;

  StafetMonthContent *content; /* owned, nullable */
  StafetDate cursor;           /* the day that has the keyboard, or would */

  /* Owned by the widget tree. */
  GtkWidget *names, *body;
  Week weeks[WEEKS];
};

enum
{
  OPEN,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetMonthGrid, stafet_month_grid, GTK_TYPE_WIDGET)

/* ——— Cells ——— */

static StafetMonthCell *
cell_of (StafetMonthGrid *self, StafetDate date)
{
  int i = self->content != NULL ? date - self->content->first : -1;
  GtkWidget *cell;

  if (i < 0 || i >= (int) self->content->days->len)
    return NULL;
  cell = gtk_widget_get_first_child (self->weeks[i / 7].cells);
  for (i %= 7; i > 0; i--)
    cell = gtk_widget_get_next_sibling (cell);
  return STAFET_MONTH_CELL (cell);
}

static gboolean
is_outside (StafetMonthGrid *self, StafetDate date)
{
  StafetMonthCell *cell = cell_of (self, date);

  return cell == NULL || stafet_month_cell_get (cell)->outside;
}

static void
bind_week (StafetMonthGrid *self, guint i)
{
  Week *week = &self->weeks[i];
  GtkWidget *cell = gtk_widget_get_first_child (week->cells);
  gboolean there = 7 * i < self->content->days->len;
  StafetDate monday = self->content->first + 7 * (StafetDate) i;
  g_autofree char *number = g_strdup_printf ("%d", stafet_date_iso_week (monday, NULL));
  g_autofree char *name =
    stafet_words_week (stafet_i18n_get_language (), stafet_date_iso_week (monday, NULL));

  gtk_widget_set_visible (week->row, there);
  gtk_label_set_text (GTK_LABEL (week->week), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (week->cells), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint day = 0; day < 7; day++, cell = gtk_widget_get_next_sibling (cell))
    stafet_month_cell_bind (STAFET_MONTH_CELL (cell),
                            there ? g_ptr_array_index (self->content->days, 7 * i + day) : NULL);
}

void
stafet_month_grid_show (StafetMonthGrid *self, StafetDesk *desk, StafetDate date)
{
  g_autoptr (StafetMonthContent) before = self->content;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  self->content = stafet_month_content_new (desk, date);
  for (guint i = 0; i < WEEKS; i++)
    bind_week (self, i);
  if (is_outside (self, self->cursor))
    self->cursor = date;
  if (focus != NULL)
    stafet_month_grid_focus (self);
}

void
stafet_month_grid_focus (StafetMonthGrid *self)
{
  StafetMonthCell *cell = cell_of (self, self->cursor);

  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* ——— The keyboard and the pointer ——— */

static void
step (StafetMonthGrid *self, int days)
{
  StafetDate date = self->cursor + days;

  self->cursor = date;
  if (is_outside (self, date))
    g_signal_emit (self, signals[LEAVE], 0, date);
  else
    stafet_month_grid_focus (self);
}

static gboolean
key_cb (StafetMonthGrid *self, guint key, guint code, GdkModifierType state)
{
  (void) code;
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -7);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 7);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[OPEN], 0, self->cursor);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
released_cb (StafetMonthGrid *self, int n, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->body, x, y, GTK_PICK_DEFAULT);

  (void) n;
  if (!STAFET_IS_MONTH_CELL (picked) || stafet_month_cell_get (STAFET_MONTH_CELL (picked)) == NULL)
    return;
  self->cursor = stafet_month_cell_get (STAFET_MONTH_CELL (picked))->date;
  g_signal_emit (self, signals[OPEN], 0, self->cursor);
}

/* Tab comes here once. */
static gboolean
stafet_month_grid_focus_in (GtkWidget *widget, GtkDirectionType direction)
{
  StafetMonthGrid *self = STAFET_MONTH_GRID (widget);

  (void) direction;
  if (gtk_widget_get_focus_child (widget) != NULL || cell_of (self, self->cursor) == NULL)
    return FALSE;
  stafet_month_grid_focus (self);
  return TRUE;
}

/* ——— GObject ——— */

static GtkWidget *
even_new (void)
{
  GtkWidget *box =
    g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "hexpand", TRUE, NULL);

  gtk_widget_set_layout_manager (box, g_object_new (STAFET_TYPE_EVEN_LAYOUT, NULL));
  return box;
}

static GtkWidget *
row_of (GtkWidget *side, GtkWidget *rest)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_width_chars (GTK_LABEL (side), 3);
  gtk_label_set_yalign (GTK_LABEL (side), 0);
  gtk_widget_add_css_class (side, "month-week");
  gtk_box_append (GTK_BOX (row), side);
  gtk_box_append (GTK_BOX (row), rest);
  return row;
}

static void
add_names (StafetMonthGrid *self)
{
  self->names = even_new ();
  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    {
      StafetLanguage language = stafet_i18n_get_language ();
      GtkWidget *label = stafet_brief_label_new ("grid-title", 0);

      stafet_brief_label_set (STAFET_BRIEF_LABEL (label),
                              stafet_words_weekday (language, (StafetWeekday) day),
                              stafet_words_short_weekday (language, (StafetWeekday) day));
      gtk_widget_add_css_class (label, "month-name");
      gtk_box_append (GTK_BOX (self->names), label);
    }
}

static void
add_weeks (StafetMonthGrid *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->body), TRUE);
  for (int i = 0; i < WEEKS; i++)
    {
      Week *week = &self->weeks[i];

      week->cells = even_new ();
      for (int day = 0; day < 7; day++)
        gtk_box_append (GTK_BOX (week->cells), stafet_month_cell_new ());
      week->week = gtk_label_new (NULL);
      week->row = row_of (week->week, week->cells);
      gtk_box_append (GTK_BOX (self->body), week->row);
    }
}

static void
stafet_month_grid_dispose (GObject *object)
{
  StafetMonthGrid *self = STAFET_MONTH_GRID (object);

  stafet_widget_drop_children (GTK_WIDGET (self));
  g_clear_pointer (&self->content, stafet_month_content_free);
  G_OBJECT_CLASS (stafet_month_grid_parent_class)->dispose (object);
}

static void
stafet_month_grid_class_init (StafetMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_month_grid_dispose;
  widget_class->focus = stafet_month_grid_focus_in;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[OPEN] =
    g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LEAVE] =
    g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
stafet_month_grid_init (StafetMonthGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *top;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_names (self);
  add_weeks (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  top = row_of (gtk_label_new (_ ("Week")), self->names);
  gtk_widget_add_css_class (top, "grid-top");
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->body);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->body, keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
}
