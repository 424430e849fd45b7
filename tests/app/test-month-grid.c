/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the overview of a month: whole weeks, what each day says, and where the arrows lead.
 */
#include "app-fixture.h"

#include "app/stafet-month-cell.h"
#include "app/stafet-month-grid.h"

static StafetMonthGrid *
show_month (App *app, StafetDate date)
{
  StafetMonthGrid *grid = g_object_new (STAFET_TYPE_MONTH_GRID, NULL);

  stafet_month_grid_show (grid, app->desk, date);
  show (app, grid);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (grid));
  return grid;
}

static StafetMonthCell *
cell_on (gpointer grid, StafetDate date)
{
  g_autoptr (GPtrArray) cells = widgets_of (grid, STAFET_TYPE_MONTH_CELL);

  for (guint i = 0; i < cells->len; i++)
    {
      const StafetMonthDay *day = stafet_month_cell_get (cells->pdata[i]);

      if (day != NULL && day->date == date)
        return cells->pdata[i];
    }
  return NULL;
}

static StafetDate
focused_date (App *app)
{
  GtkWidget *focus = gtk_window_get_focus (app->window);

  g_assert_true (STAFET_IS_MONTH_CELL (focus));
  return stafet_month_cell_get (STAFET_MONTH_CELL (focus))->date;
}

static void
press (gpointer grid, guint key)
{
  g_autoptr (GPtrArray) boxes = widgets_of (grid, GTK_TYPE_BOX);
  gboolean handled = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (boxes->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (controllers); j++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, j);

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
        }
    }
  g_assert_true (handled);
  settle ();
}

static void
note_cb (gpointer grid, int date, int *noted)
{
  (void) grid;
  *noted = date;
}

RULE (a_month_is_whole_weeks)
{
  StafetMonthGrid *grid = show_month (app, TUESDAY);

  g_assert_null (cell_on (grid, stafet_date_new (2026, 10, 25)));
  g_assert_true (stafet_month_cell_get (cell_on (grid, stafet_date_new (2026, 10, 26)))->outside);
  g_assert_false (stafet_month_cell_get (cell_on (grid, stafet_date_new (2026, 11, 1)))->outside);
  g_assert_true (stafet_month_cell_get (cell_on (grid, stafet_date_new (2026, 12, 6)))->outside);
  g_assert_null (cell_on (grid, stafet_date_new (2026, 12, 7)));
  assert_finalized (app);
}

RULE (february_may_be_four_weeks)
{
  StafetMonthGrid *grid = show_month (app, stafet_date_new (2027, 2, 10));

  g_assert_nonnull (cell_on (grid, stafet_date_new (2027, 2, 1)));
  g_assert_nonnull (cell_on (grid, stafet_date_new (2027, 2, 28)));
  g_assert_null (cell_on (grid, stafet_date_new (2027, 3, 1)));
}

RULE (a_day_says_what_happens_and_what_lacks)
{
  StafetMonthGrid *grid = show_month (app, TUESDAY);
  const StafetMonthDay *day = stafet_month_cell_get (cell_on (grid, TUESDAY));
  g_autofree char *name = g_strdup_printf ("Tuesday 24 November, %u activities, %u missing",
                                           day->count.activities, day->count.missing);

  g_assert_cmpuint (day->count.missing, >, 0);
  g_assert_cmpuint (day->lines->len, ==, day->count.activities + day->count.cancelled);
  assert_role (GTK_ACCESSIBLE (cell_on (grid, TUESDAY)), LIST_ITEM);
  assert_name (GTK_ACCESSIBLE (cell_on (grid, TUESDAY)), name);
  /* Nobody can be found for what is over. */
  for (StafetDate date = stafet_date_new (2026, 11, 1); date < TUESDAY; date++)
    g_assert_cmpuint (stafet_month_cell_get (cell_on (grid, date))->count.missing, ==, 0);
}

RULE (holidays_and_closures_are_named)
{
  StafetMonthGrid *grid = show_month (app, stafet_date_new (2026, 12, 10));

  g_assert_cmpstr (stafet_month_cell_get (cell_on (grid, stafet_date_new (2026, 12, 24)))->note, ==,
                   "Christmas Eve");
  stafet_month_grid_show (grid, app->desk, TUESDAY);
  g_assert_cmpstr (stafet_month_cell_get (cell_on (grid, stafet_date_new (2026, 11, 27)))->note, ==,
                   "Closed: Personaledag");
}

RULE (arrows_move_by_day_and_week_and_leave_the_month)
{
  StafetMonthGrid *grid = show_month (app, TUESDAY);
  int left = 0;

  g_signal_connect (grid, "leave", G_CALLBACK (note_cb), &left);
  stafet_month_grid_focus (grid);
  g_assert_cmpint (focused_date (app), ==, TUESDAY);
  press (grid, GDK_KEY_Right);
  press (grid, GDK_KEY_Up);
  g_assert_cmpint (focused_date (app), ==, TUESDAY - 6);
  g_assert_cmpint (left, ==, 0);
  press (grid, GDK_KEY_Down);
  press (grid, GDK_KEY_Down);
  g_assert_cmpint (left, ==, TUESDAY + 8);
  stafet_month_grid_show (grid, app->desk, TUESDAY + 8);
  g_assert_cmpint (focused_date (app), ==, TUESDAY + 8);
}

RULE (enter_opens_the_day)
{
  StafetMonthGrid *grid = show_month (app, TUESDAY);
  int opened = 0;

  g_signal_connect (grid, "open", G_CALLBACK (note_cb), &opened);
  stafet_month_grid_focus (grid);
  press (grid, GDK_KEY_Left);
  press (grid, GDK_KEY_Return);
  g_assert_cmpint (opened, ==, TUESDAY - 1);
}

RULE (tab_comes_to_the_month_once)
{
  show_month (app, TUESDAY);
  assert_tab_order (app, "StafetMonthCell");
}

#define MONTH_TEST(path, func) g_test_add (path, App, "house", example_set_up, func, app_tear_down)

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  MONTH_TEST ("/app/month-grid/a-month-is-whole-weeks", a_month_is_whole_weeks);
  MONTH_TEST ("/app/month-grid/february-may-be-four-weeks", february_may_be_four_weeks);
  MONTH_TEST ("/app/month-grid/a-day-says-what-happens-and-what-lacks",
              a_day_says_what_happens_and_what_lacks);
  MONTH_TEST ("/app/month-grid/holidays-and-closures-are-named", holidays_and_closures_are_named);
  MONTH_TEST ("/app/month-grid/arrows-leave-the-month", arrows_move_by_day_and_week_and_leave_the_month);
  MONTH_TEST ("/app/month-grid/enter-opens-the-day", enter_opens_the_day);
  MONTH_TEST ("/app/month-grid/tab-comes-to-the-month-once", tab_comes_to_the_month_once);
  return g_test_run ();
}
