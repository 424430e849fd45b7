/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week as a grid or a list, the month, and the rooms of a day: one page with the same data.
 */
#include "stafet-week-page.h"

#include "core/stafet-words.h"
#include "stafet-activity-editor.h"
#include "stafet-begin-box.h"
#include "stafet-day-items.h"
#include "stafet-day-row.h"
#include "stafet-entry-move.h"
#include "stafet-entry-panel.h"
#include "stafet-grid-block.h"
#include "stafet-grid-column.h"
#include "stafet-month-grid.h"
#include "stafet-time-grid.h"
#include "stafet-widget.h"

#include <string.h>

typedef enum
{
  VIEW_WEEK,
  VIEW_LIST,
  VIEW_MONTH,
  VIEW_ROOMS,
  N_VIEWS
} View;

/* The width of the panel, in heights of an hour, which follow the size of the text. */
#define PANEL_HOURS 8.7
/* So wide must the window be for a panel beside the grid. */
#define HOURS_WITH_PANEL 24

/* Minutes: between these the first thing of a week may stand at its top; a place that changed so much was
 * scrolled to. */
#define EARLIEST_TOP (6 * 60)
#define LATEST_TOP (8 * 60)
#define MOVED 10

static const char *const view_names[N_VIEWS] = { "week", "list", "month", "rooms" };

struct _StafetWeekPage
{
  StafetPage parent_instance;

  View view;         /* that was chosen */
  gboolean shown;    /* the scroll position was restored … */
  int top;           /* … to this minute */
  GListStore *items; /* owned: StafetDayItem */

  StafetKind kind;  /* of the occurrence in the panel … */
  StafetUid series; /* … which is NULL when there is none */
  StafetDate original;

  /* Template children. */
  StafetBeginBox *begin;
  GtkStack *stack;
  GtkListView *list;
  StafetTimeGrid *grid;
  StafetMonthGrid *month;
  GtkWidget *panel_box;
  AdwClamp *panel_clamp;
  StafetEntryPanel *panel;
  GtkToggleButton *week_button, *list_button, *month_button, *rooms_button;
};

G_DEFINE_FINAL_TYPE (StafetWeekPage, stafet_week_page, STAFET_TYPE_PAGE)

/* A grid of seven days has no room in a narrow window or with large text. */
static View
view_in_sight (StafetWeekPage *self)
{
  return self->view == VIEW_WEEK && stafet_page_is_narrow (STAFET_PAGE (self)) ? VIEW_LIST : self->view;
}

/* ——— Titles ——— */

/* "Week 48", "23–29 November". */
static void
show_week_titles (StafetPage *page, StafetDate monday)
{
  g_autofree char *title = g_strdup_printf (_ ("Week %d"), stafet_date_iso_week (monday, NULL));
  g_autofree char *subtitle = stafet_words_days (stafet_i18n_get_language (), monday, monday + 6);

  stafet_page_set_titles (page, title, subtitle);
}

/* "november 2026", "Week 44–49". */
static void
show_month_titles (StafetPage *page, StafetDate date)
{
  StafetDate first, last;
  int year, month;
  g_autofree char *title = NULL, *subtitle = NULL;

  stafet_date_split (date, &year, &month, NULL);
  first = stafet_date_new (year, month, 1);
  last = first + stafet_date_days_in_month (year, month) - 1;
  title = g_strdup_printf ("%s %d", stafet_words_month (stafet_i18n_get_language (), month), year);
  subtitle =
    g_strdup_printf (_ ("Week %d–%d"), stafet_date_iso_week (first, NULL), stafet_date_iso_week (last, NULL));
  stafet_page_set_titles (page, title, subtitle);
}

static void
show_day_titles (StafetPage *page, StafetDate date)
{
  g_autofree char *subtitle = stafet_words_date (stafet_i18n_get_language (), date);

  stafet_page_set_titles (page, _ ("Rooms"), subtitle);
}

/* ——— Showing ——— */

static void
show_list (StafetWeekPage *self, StafetDesk *desk, StafetDate monday)
{
  g_autoptr (GPtrArray) items = stafet_day_items_for_week (desk, monday);

  show_week_titles (STAFET_PAGE (self), monday);
  stafet_day_items_merge (self->items, items, GTK_WIDGET (self->list));
}

/* A little before the first thing that begins, at 8 at the latest. */
static int
first_minute (const StafetGridContent *content)
{
  int first = LATEST_TOP;

  for (guint i = 0; i < content->columns->len; i++)
    {
      const StafetGridColumnContent *column = g_ptr_array_index (content->columns, i);

      for (guint j = 0; j < column->items->len; j++)
        {
          const StafetGridItem *item = &g_array_index (column->items, StafetGridItem, j);

          if (item->from >= EARLIEST_TOP)
            first = MIN (first, item->from);
        }
    }
  return first - 15;
}

/* Once, as somebody left it: later the place stays where it is. */
static void
restore_scroll (StafetWeekPage *self, const StafetGridContent *content)
{
  GSettings *settings = stafet_desk_get_settings (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autoptr (GVariant) kept = g_settings_get_user_value (settings, "week-scroll");

  if (self->shown)
    return;
  self->shown = TRUE;
  self->top = kept != NULL ? g_variant_get_int32 (kept) : first_minute (content);
  stafet_time_grid_scroll_to (self->grid, self->top);
}

static void
show_grid (StafetWeekPage *self, StafetGridContent *content)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  content->by_room ? _ ("Rooms") : _ ("The week"), -1);
  stafet_time_grid_show (self->grid, content);
  restore_scroll (self, content);
}

/* How many things have room beside each other follows from how many rooms there are. FALSE: there is none. */
static gboolean
show_rooms (StafetWeekPage *self, StafetDesk *desk, StafetDate date)
{
  StafetGridContent *content = stafet_grid_content_new_rooms (desk, date, STAFET_LANES_MOST);
  gboolean some = content->columns->len > 0;
  int lanes =
    some ? stafet_time_grid_get_lanes (self->grid, (int) content->columns->len, TRUE) : STAFET_LANES_MOST;

  if (lanes < STAFET_LANES_MOST)
    {
      stafet_grid_content_free (content);
      content = stafet_grid_content_new_rooms (desk, date, lanes);
    }
  show_grid (self, content);
  return some;
}

/* ——— The panel ——— */

/* Beside a grid only, where two things side by side can still be read: rows of a list say most of it
 * themselves. */
static gboolean
has_panel (StafetWeekPage *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  return self->series != NULL && (self->view == VIEW_WEEK || self->view == VIEW_ROOMS) && root != NULL
         && gtk_widget_get_width (root) >= HOURS_WITH_PANEL * stafet_grid_hour_height (GTK_WIDGET (self));
}

static void
show_panel (StafetWeekPage *self)
{
  gboolean shown = has_panel (self);
  StafetWindow *window = stafet_window_of (self);

  if (shown
      && !stafet_entry_panel_show (self->panel, stafet_page_get_desk (STAFET_PAGE (self)), self->kind,
                                   self->series, self->original))
    {
      self->series = NULL;
      shown = FALSE;
    }
  /* So wide at any size of text. */
  adw_clamp_set_maximum_size (self->panel_clamp,
                              (int) (PANEL_HOURS * stafet_grid_hour_height (GTK_WIDGET (self))));
  stafet_time_grid_select (self->grid, shown ? self->series : NULL, self->original);
  gtk_widget_set_visible (self->panel_box, shown);
  if (window != NULL)
    stafet_window_set_panel (window, shown && gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
close_panel (StafetWeekPage *self)
{
  if (self->series == NULL)
    return;
  self->series = NULL;
  show_panel (self);
  stafet_time_grid_focus (self->grid);
}

gboolean
stafet_week_page_show_entry (StafetWeekPage *self, StafetKind kind, StafetUid series, StafetDate original)
{
  StafetUid before = self->series;

  self->kind = kind;
  self->series = series;
  self->original = original;
  if (!has_panel (self))
    {
      self->series = before;
      return FALSE;
    }
  show_panel (self);
  stafet_entry_panel_focus (self->panel);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  StafetWeekPage *self = STAFET_WEEK_PAGE (widget);

  (void) arguments;
  (void) data;
  if (!gtk_widget_get_visible (self->panel_box))
    return FALSE;
  close_panel (self);
  return TRUE;
}

/* ——— All of it ——— */

static void
stafet_week_page_refresh (StafetPage *page)
{
  static const char *const pages[N_VIEWS] = { "grid", "list", "month", "grid" };
  StafetWeekPage *self = STAFET_WEEK_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate date = stafet_desk_get_date (desk), monday = stafet_date_monday (date);
  const char *shown = pages[view_in_sight (self)];

  switch (view_in_sight (self))
    {
    case VIEW_WEEK:
      show_week_titles (page, monday);
      show_grid (
        self, stafet_grid_content_new_week (desk, monday, stafet_time_grid_get_lanes (self->grid, 7, FALSE)));
      break;
    case VIEW_ROOMS:
      show_day_titles (page, date);
      if (!show_rooms (self, desk, date))
        shown = "no-rooms";
      break;
    case VIEW_MONTH:
      show_month_titles (page, date);
      stafet_month_grid_show (self->month, desk, date);
      break;
    default:
      show_list (self, desk, monday);
    }
  stafet_begin_box_look (self->begin, desk);
  stafet_stack_show (self->stack, shown);
  show_panel (self);
}

/* The same day of another month, or its last one. */
static StafetDate
step_month (StafetDate date, int steps)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  month += steps - 1;
  year += (month + 1200) / 12 - 100;
  month = (month + 1200) % 12 + 1;
  return stafet_date_new (year, month, MIN (day, stafet_date_days_in_month (year, month)));
}

static void
stafet_week_page_step (StafetPage *page, int steps)
{
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate date = stafet_desk_get_date (desk);
  View view = STAFET_WEEK_PAGE (page)->view;

  if (view == VIEW_MONTH)
    stafet_desk_set_date (desk, step_month (date, steps));
  else
    stafet_desk_set_date (desk, date + (view == VIEW_ROOMS ? 1 : 7) * steps);
}

static void
stafet_week_page_focus (StafetPage *page)
{
  StafetWeekPage *self = STAFET_WEEK_PAGE (page);

  switch (view_in_sight (self))
    {
    case VIEW_LIST:
      stafet_list_view_focus_first (self->list);
      break;
    case VIEW_MONTH:
      stafet_month_grid_focus (self->month);
      break;
    default:
      stafet_time_grid_focus (self->grid);
    }
}

/* ——— Which view ——— */

static GtkToggleButton *
view_button (StafetWeekPage *self, View view)
{
  GtkToggleButton *const buttons[N_VIEWS] = { self->week_button, self->list_button, self->month_button,
                                              self->rooms_button };

  return buttons[view];
}

static void
keep_scroll (StafetWeekPage *self)
{
  int top = stafet_time_grid_get_top (self->grid);

  /* What nobody scrolled follows the week. */
  if (top >= 0 && ABS (top - self->top) > MOVED)
    g_settings_set_int (stafet_desk_get_settings (stafet_page_get_desk (STAFET_PAGE (self))), "week-scroll",
                        top);
}

static void
choose_view (StafetWeekPage *self, View view)
{
  if (view == self->view)
    return;
  self->view = view;
  g_settings_set_string (stafet_desk_get_settings (stafet_page_get_desk (STAFET_PAGE (self))), "week-view",
                         view_names[view]);
  stafet_page_refresh (STAFET_PAGE (self));
}

static void
toggled_cb (StafetWeekPage *self, GtkToggleButton *button)
{
  for (int view = 0; view < N_VIEWS && gtk_toggle_button_get_active (button); view++)
    if (view_button (self, (View) view) == button)
      choose_view (self, (View) view);
}

/* "s": the name of a view. */
static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWeekPage *self = STAFET_WEEK_PAGE (widget);

  (void) name;
  for (int view = 0; view < N_VIEWS; view++)
    if (strcmp (g_variant_get_string (parameter, NULL), view_names[view]) == 0)
      gtk_toggle_button_set_active (view_button (self, (View) view), TRUE);
  stafet_page_focus (STAFET_PAGE (self));
}

static void
restore_view (StafetWeekPage *self, GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "week-view");

  for (int view = 0; view < N_VIEWS; view++)
    if (strcmp (name, view_names[view]) == 0)
      self->view = (View) view;
  gtk_toggle_button_set_active (view_button (self, self->view), TRUE);
}

/* ——— What is done in the grid ——— */

static const StafetGridColumnContent *
column_content (StafetWeekPage *self, int column)
{
  return g_ptr_array_index (stafet_time_grid_get_content (self->grid)->columns, (guint) column);
}

static void
create_cb (StafetWeekPage *self, int column, int from, int to)
{
  const StafetGridColumnContent *content = column_content (self, column);
  StafetWall midnight = stafet_wall_new (content->date, 0);

  stafet_window_push (stafet_window_of (self),
                      stafet_activity_editor_new_at (stafet_page_get_desk (STAFET_PAGE (self)),
                                                     midnight + from, midnight + to, content->room));
}

static void
settled_cb (gpointer owner)
{
  stafet_time_grid_set_ghost (STAFET_WEEK_PAGE (owner)->grid, -1, 0, 0, NULL);
}

static void
move_cb (StafetWeekPage *self, StafetGridBlock *block, int column, int from, int to)
{
  const StafetGridContent *content = stafet_time_grid_get_content (self->grid);
  const StafetGridColumnContent *there = column_content (self, column);
  const StafetEntry *entry = stafet_grid_block_get_entry (block);
  StafetWall midnight = stafet_wall_new (there->date, 0);
  StafetEntryMove move = { .kind = entry->kind,
                           .series = entry->series,
                           .original = entry->original,
                           .start = midnight + from,
                           .end = midnight + to,
                           .changes_room = content->by_room && entry->room != there->room,
                           .room = there->room != NULL ? there->room->parent.uid : NULL };
  GtkWidget *anchor = stafet_time_grid_get_column (self->grid, column);
  int height = gtk_widget_get_height (anchor);
  GdkRectangle at = { 0, MAX (0, from) * height / STAFET_MINUTES_PER_DAY, gtk_widget_get_width (anchor),
                      MAX (1, (to - from) * height / STAFET_MINUTES_PER_DAY) };
  g_autofree char *title = g_strdup (entry->title);

  stafet_time_grid_set_ghost (self->grid, column, from, to, title);
  stafet_entry_move_ask (stafet_window_of (self), &move, anchor, &at, self, settled_cb);
}

static void
open_day_cb (StafetWeekPage *self, int date)
{
  stafet_desk_set_date (stafet_page_get_desk (STAFET_PAGE (self)), date);
  gtk_toggle_button_set_active (self->week_button, TRUE);
  stafet_page_focus (STAFET_PAGE (self));
}

static void
leave_month_cb (StafetWeekPage *self, int date)
{
  stafet_desk_set_date (stafet_page_get_desk (STAFET_PAGE (self)), date);
}

static void
resized_cb (StafetWeekPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && view_in_sight (self) == VIEW_WEEK)
    stafet_page_refresh (STAFET_PAGE (self));
}

/* ——— GObject ——— */

static void
stafet_week_page_constructed (GObject *object)
{
  StafetWeekPage *self = STAFET_WEEK_PAGE (object);

  G_OBJECT_CLASS (stafet_week_page_parent_class)->constructed (object);
  restore_view (self, stafet_desk_get_settings (stafet_page_get_desk (STAFET_PAGE (self))));
}

static void
stafet_week_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_week_page_parent_class)->map (widget);
  show_panel (STAFET_WEEK_PAGE (widget));
}

static void
stafet_week_page_unmap (GtkWidget *widget)
{
  StafetWindow *window = stafet_window_of (widget);

  keep_scroll (STAFET_WEEK_PAGE (widget));
  if (window != NULL)
    stafet_window_set_panel (window, FALSE);
  GTK_WIDGET_CLASS (stafet_week_page_parent_class)->unmap (widget);
}

static void
stafet_week_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_WEEK_PAGE);
  g_clear_object (&STAFET_WEEK_PAGE (object)->items);
  G_OBJECT_CLASS (stafet_week_page_parent_class)->dispose (object);
}

static void
stafet_week_page_class_init (StafetWeekPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = stafet_week_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = stafet_week_page_dispose;
  widget_class->map = stafet_week_page_map;
  widget_class->unmap = stafet_week_page_unmap;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_week_page_refresh;
  STAFET_PAGE_CLASS (klass)->step = stafet_week_page_step;
  STAFET_PAGE_CLASS (klass)->focus = stafet_week_page_focus;
  g_type_ensure (STAFET_TYPE_TIME_GRID);
  g_type_ensure (STAFET_TYPE_MONTH_GRID);
  g_type_ensure (STAFET_TYPE_ENTRY_PANEL);
  g_type_ensure (STAFET_TYPE_BEGIN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-week-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, begin);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, grid);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, month);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, panel_box);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, panel);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, panel_clamp);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, week_button);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, rooms_button);
  gtk_widget_class_bind_template_callback (widget_class, stafet_day_row_activate);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_panel);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_bind_template_callback (widget_class, open_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_month_cb);
  gtk_widget_class_install_action (widget_class, "page.view", "s", view_cb);
}

static void
stafet_week_page_init (StafetWeekPage *self)
{
  g_autoptr (GtkListItemFactory) factory = stafet_day_row_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (STAFET_TYPE_DAY_ITEM);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_list_view_set_factory (self->list, factory);
}
