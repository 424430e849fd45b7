/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the grid of time: what stands where, what the keyboard reaches, and what is asked for when things are
 * made and moved.
 */
#include "app-fixture.h"

#include "app/stafet-time-grid-private.h"

static StafetTimeGrid *
show_week (App *app)
{
  StafetTimeGrid *grid = g_object_new (STAFET_TYPE_TIME_GRID, NULL);

  show (app, grid);
  stafet_time_grid_show (grid, stafet_grid_content_new_week (app->desk, stafet_date_monday (TUESDAY), 2));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (grid));
  settle ();
  return grid;
}

/* The block whose accessible name begins so. */
static GtkWidget *
block_called (gpointer grid, const char *title, StafetDate date)
{
  g_autoptr (GPtrArray) blocks = widgets_of (grid, STAFET_TYPE_GRID_BLOCK);

  for (guint i = 0; i < blocks->len; i++)
    {
      const StafetEntry *entry = stafet_grid_block_get_entry (blocks->pdata[i]);

      if (is_shown (blocks->pdata[i], grid) && strcmp (entry->title, title) == 0
          && stafet_wall_date (entry->start) == date)
        return blocks->pdata[i];
    }
  g_test_message ("no %s", title);
  g_assert_not_reached ();
}

/* ——— The keyboard ——— */

/* As a key that is pressed where the keyboard is. */
static void
press (StafetTimeGrid *grid, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid->body);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  settle ();
}

static void
assert_on_block (App *app, const char *title)
{
  GtkWidget *focus = gtk_window_get_focus (app->window);

  g_assert_true (STAFET_IS_GRID_BLOCK (focus));
  g_assert_cmpstr (stafet_grid_block_get_entry (STAFET_GRID_BLOCK (focus))->title, ==, title);
}

static void
assert_on_free_time (App *app, StafetTimeGrid *grid, int column, int minute)
{
  GtkWidget *focus = gtk_window_get_focus (app->window);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_parent (focus) == stafet_time_grid_get_column (grid, column));
  g_assert_false (STAFET_IS_GRID_BLOCK (focus));
  g_assert_cmpint (grid->cursor_from, ==, minute);
}

/* ——— What is asked for ——— */

typedef struct
{
  int column, from, to;
  guint n;
} Asked;

static void
created_cb (StafetTimeGrid *grid, int column, int from, int to, Asked *asked)
{
  (void) grid;
  *asked = (Asked){ column, from, to, asked->n + 1 };
}

static void
moved_cb (StafetTimeGrid *grid, StafetGridBlock *block, int column, int from, int to, Asked *asked)
{
  (void) grid;
  g_assert_nonnull (stafet_grid_block_get_entry (block));
  *asked = (Asked){ column, from, to, asked->n + 1 };
}

static void
assert_asked (const Asked *asked, int column, int from, int to)
{
  g_assert_cmpuint (asked->n, ==, 1);
  g_assert_cmpint (asked->column, ==, column);
  g_assert_cmpint (asked->from, ==, from);
  g_assert_cmpint (asked->to, ==, to);
}

/* ——— Rules ——— */

RULE (a_week_is_seven_lists_of_things)
{
  StafetTimeGrid *grid = show_week (app);
  g_autoptr (GPtrArray) columns = widgets_of (grid, STAFET_TYPE_GRID_COLUMN);
  GtkWidget *cafe = block_called (grid, "Café", TUESDAY);

  g_assert_cmpuint (columns->len, ==, 7);
  assert_role (GTK_ACCESSIBLE (columns->pdata[1]), LIST);
  assert_name (GTK_ACCESSIBLE (columns->pdata[1]), "Tuesday 24 November");
  assert_role (GTK_ACCESSIBLE (cafe), LIST_ITEM);
  g_assert_true (gtk_widget_get_parent (cafe) == columns->pdata[1]);
  assert_finalized (app);
}

RULE (the_name_of_a_thing_says_title_date_time_and_people)
{
  StafetTimeGrid *grid = show_week (app);
  GtkWidget *cafe = block_called (grid, "Café", TUESDAY);
  const StafetEntry *entry = stafet_grid_block_get_entry (STAFET_GRID_BLOCK (cafe));
  int missing = stafet_entry_missing (entry);
  g_autofree char *people = g_strdup_printf ("%d missing", missing);
  g_autofree char *name = g_strdup_printf ("Café, Tuesday 24 November, 10:00–14:00, %s, Caféen", people);

  g_assert_cmpint (missing, >, 0);
  assert_name (GTK_ACCESSIBLE (cafe), name);
}

RULE (things_stand_where_their_time_is)
{
  StafetTimeGrid *grid = show_week (app);
  GtkWidget *cafe = block_called (grid, "Café", TUESDAY), *sloejd = block_called (grid, "Sløjd", TUESDAY);
  GtkWidget *column = gtk_widget_get_parent (cafe);
  double height = gtk_widget_get_height (column);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (cafe, column, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, height * 10 / 24, 4);
  g_assert_cmpfloat_with_epsilon (bounds.size.height, height * 4 / 24, 6);
  g_assert_true (gtk_widget_compute_bounds (sloejd, column, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, height * 15 / 24, 4);
}

/* Headings, then the grid once. */
RULE (tab_comes_to_the_grid_once)
{
  stafet_time_grid_stand (show_week (app), 1, 10 * 60, FALSE);
  assert_tab_order (app,
                    "GtkButton GtkButton GtkButton GtkButton GtkButton GtkButton GtkButton StafetGridBlock");
}

RULE (shift_tab_leaves_the_grid)
{
  StafetTimeGrid *grid = show_week (app);

  stafet_time_grid_stand (grid, 1, 10 * 60, TRUE);
  g_assert_true (STAFET_IS_GRID_BLOCK (gtk_window_get_focus (app->window)));
  gtk_widget_child_focus (GTK_WIDGET (grid), GTK_DIR_TAB_BACKWARD);
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (app->window)));
}

RULE (arrows_go_through_things_and_free_time)
{
  StafetTimeGrid *grid = show_week (app);

  stafet_time_grid_stand (grid, 1, 9 * 60, TRUE);
  assert_on_block (app, "Stolegymnastik");
  press (grid, GDK_KEY_Down, 0);
  assert_on_block (app, "Café");
  press (grid, GDK_KEY_Right, 0);
  assert_on_block (app, "Strikkeklub");
  press (grid, GDK_KEY_Up, 0);
  assert_on_block (app, "Café");
  press (grid, GDK_KEY_Left, 0);
  assert_on_block (app, "Café");
  g_assert_cmpint (grid->cursor_column, ==, 0);
  stafet_time_grid_stand (grid, 1, 8 * 60 + 30, TRUE);
  assert_on_free_time (app, grid, 1, 8 * 60 + 30);
  press (grid, GDK_KEY_Up, 0);
  assert_on_free_time (app, grid, 1, 8 * 60);
  press (grid, GDK_KEY_Home, 0);
  assert_on_free_time (app, grid, 1, 0);
  press (grid, GDK_KEY_Left, 0);
  press (grid, GDK_KEY_Left, 0);
  assert_on_free_time (app, grid, 0, 0);
}

/* Whatever happens in a week, down from the top reaches all that is shown in a column, and nothing twice. */
RULE (down_reaches_everything)
{
  StafetTimeGrid *grid = show_week (app);

  for (int column = 0; column < 7; column++)
    {
      g_autoptr (GPtrArray) blocks =
        widgets_of (stafet_time_grid_get_column (grid, column), STAFET_TYPE_GRID_BLOCK);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint shown = 0;

      for (guint i = 0; i < blocks->len; i++)
        shown += gtk_widget_get_visible (blocks->pdata[i]);
      stafet_time_grid_stand (grid, column, 0, TRUE);
      for (GtkWidget *before = NULL; gtk_window_get_focus (app->window) != before || before == NULL;)
        {
          int from = grid->cursor_from;

          before = gtk_window_get_focus (app->window);
          if (STAFET_IS_GRID_BLOCK (before))
            g_assert_true (g_hash_table_add (seen, before));
          press (grid, GDK_KEY_Down, 0);
          if (gtk_window_get_focus (app->window) == before && grid->cursor_from != from)
            before = NULL;
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, shown);
    }
}

RULE (enter_opens_a_thing)
{
  StafetTimeGrid *grid = show_week (app);
  const StafetEntry *entry;

  stafet_time_grid_stand (grid, 1, 10 * 60, TRUE);
  entry = stafet_grid_block_get_entry (STAFET_GRID_BLOCK (gtk_window_get_focus (app->window)));
  press (grid, GDK_KEY_Return, 0);
  assert_recorded (app, "win.show-entry ('%s', %d, %d)", entry->series, (int) entry->kind, entry->original);
}

RULE (enter_on_free_time_makes_something_as_long_as_was_marked)
{
  StafetTimeGrid *grid = show_week (app);
  Asked asked = { 0 };

  g_signal_connect (grid, "create", G_CALLBACK (created_cb), &asked);
  stafet_time_grid_stand (grid, 5, 19 * 60, TRUE);
  press (grid, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (grid, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (grid, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (grid, GDK_KEY_Return, 0);
  assert_asked (&asked, 5, 19 * 60, 20 * 60);
}

RULE (alt_and_arrows_move_a_thing_when_enter_says_so)
{
  StafetTimeGrid *grid = show_week (app);
  Asked asked = { 0 };

  g_signal_connect (grid, "move", G_CALLBACK (moved_cb), &asked);
  stafet_time_grid_stand (grid, 1, 15 * 60, TRUE);
  assert_on_block (app, "Sløjd");
  press (grid, GDK_KEY_Down, GDK_ALT_MASK);
  press (grid, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpuint (asked.n, ==, 0);
  press (grid, GDK_KEY_Escape, 0);
  press (grid, GDK_KEY_Return, 0);
  g_assert_cmpuint (asked.n, ==, 0);
  g_ptr_array_set_size (app->recorded, 0);
  press (grid, GDK_KEY_Down, GDK_ALT_MASK);
  press (grid, GDK_KEY_Left, GDK_ALT_MASK);
  press (grid, GDK_KEY_Return, 0);
  assert_asked (&asked, 0, 15 * 60 + 15, 17 * 60 + 15);
}

RULE (alt_shift_and_arrows_move_its_end)
{
  StafetTimeGrid *grid = show_week (app);
  Asked asked = { 0 };

  g_signal_connect (grid, "move", G_CALLBACK (moved_cb), &asked);
  stafet_time_grid_stand (grid, 1, 15 * 60, TRUE);
  for (int i = 0; i < 20; i++)
    press (grid, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK);
  press (grid, GDK_KEY_Return, 0);
  /* It never ends before it begins. */
  assert_asked (&asked, 1, 15 * 60, 15 * 60 + 15);
}

RULE (the_keyboard_follows_a_thing_that_was_moved)
{
  StafetTimeGrid *grid = show_week (app);
  const StafetEntry *entry;

  stafet_time_grid_stand (grid, 1, 15 * 60, TRUE);
  entry = stafet_grid_block_get_entry (STAFET_GRID_BLOCK (gtk_window_get_focus (app->window)));
  done (&app->plan, stafet_use_edit_on (entry->series, entry->original,
                                        PAIRS ("start=2026-11-26T20:00", "end=2026-11-26T22:00"), FALSE));
  stafet_time_grid_show (grid, stafet_grid_content_new_week (app->desk, stafet_date_monday (TUESDAY), 2));
  assert_on_block (app, "Sløjd");
  g_assert_cmpint (grid->cursor_column, ==, 3);
}

RULE (the_rest_is_a_menu_away)
{
  StafetTimeGrid *grid = show_week (app);
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *more = NULL;

  /* In one lane the knitters, who meet the café, have no room. */
  stafet_time_grid_show (grid, stafet_grid_content_new_week (app->desk, stafet_date_monday (TUESDAY), 1));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (grid));
  buttons = widgets_of (stafet_time_grid_get_column (grid, 1), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (is_shown (buttons->pdata[i], grid))
      more = buttons->pdata[i];
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  items = menu_items (grid);
  g_assert_cmpuint (items->len, ==, 2);
  g_signal_emit_by_name (items->pdata[1], "clicked");
  settle ();
  g_assert_cmpuint (app->recorded->len, ==, 1);
  g_assert_true (g_str_has_prefix (app->recorded->pdata[0], "win.show-entry"));
}

RULE (rooms_are_columns_with_what_has_none_first)
{
  StafetTimeGrid *grid = show_week (app);
  const StafetGridContent *content;
  g_autoptr (GString) titles = g_string_new (NULL);

  stafet_time_grid_show (grid, stafet_grid_content_new_rooms (app->desk, TUESDAY, 4));
  content = stafet_time_grid_get_content (grid);
  for (guint i = 0; i < content->columns->len; i++)
    g_string_append_printf (titles, "%s|", ((StafetGridColumnContent *) content->columns->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==,
                   "Without a room|Begge sale|Caféen|Lille sal|Store sal|Værkstedet|Minibussen|");
  g_assert_true (gtk_widget_get_parent (block_called (grid, "Café", TUESDAY))
                 == stafet_time_grid_get_column (grid, 2));
}

RULE (what_lasts_for_days_takes_its_room_on_the_last)
{
  Fixture *f = &app->plan;
  StafetTimeGrid *grid = show_week (app);
  const StafetGridColumnContent *room;
  const StafetGridItem *item;

  ADD (ACTIVITY, "house=Folkehuset Møllestien", "title=Lejr", "room=Værkstedet", "start=2026-11-22T18:00",
       "end=2026-11-23T19:00");
  stafet_time_grid_show (grid, stafet_grid_content_new_rooms (app->desk, TUESDAY - 1, 4));
  room = stafet_grid_column_get (
    STAFET_GRID_COLUMN (gtk_widget_get_parent (block_called (grid, "Lejr", TUESDAY - 2))));
  item = &g_array_index (room->items, StafetGridItem, 0);
  g_assert_cmpstr (room->title, ==, "Værkstedet");
  g_assert_cmpint (item->from, ==, 0);
  g_assert_cmpint (item->to, ==, 19 * 60);
}

RULE (the_column_of_a_holiday_is_shaded)
{
  StafetTimeGrid *grid = show_week (app);

  g_assert_false (gtk_widget_has_css_class (stafet_time_grid_get_column (grid, 3), "holiday"));
  stafet_time_grid_show (grid, stafet_grid_content_new_week (app->desk, stafet_date_new (2026, 12, 21), 2));
  g_assert_false (gtk_widget_has_css_class (stafet_time_grid_get_column (grid, 2), "holiday"));
  for (int i = 3; i < 6; i++)
    g_assert_true (gtk_widget_has_css_class (stafet_time_grid_get_column (grid, i), "holiday"));
}

#define GRID_TEST(path, func) g_test_add (path, App, "house", example_set_up, func, app_tear_down)

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  GRID_TEST ("/app/time-grid/a-week-is-seven-lists-of-things", a_week_is_seven_lists_of_things);
  GRID_TEST ("/app/time-grid/the-name-of-a-thing-says-all",
             the_name_of_a_thing_says_title_date_time_and_people);
  GRID_TEST ("/app/time-grid/things-stand-where-their-time-is", things_stand_where_their_time_is);
  GRID_TEST ("/app/time-grid/tab-comes-to-the-grid-once", tab_comes_to_the_grid_once);
  GRID_TEST ("/app/time-grid/shift-tab-leaves-the-grid", shift_tab_leaves_the_grid);
  GRID_TEST ("/app/time-grid/arrows-go-through-things-and-free-time", arrows_go_through_things_and_free_time);
  GRID_TEST ("/app/time-grid/down-reaches-everything", down_reaches_everything);
  GRID_TEST ("/app/time-grid/enter-opens-a-thing", enter_opens_a_thing);
  GRID_TEST ("/app/time-grid/enter-on-free-time-makes-something",
             enter_on_free_time_makes_something_as_long_as_was_marked);
  GRID_TEST ("/app/time-grid/alt-and-arrows-move-a-thing", alt_and_arrows_move_a_thing_when_enter_says_so);
  GRID_TEST ("/app/time-grid/alt-shift-and-arrows-move-its-end", alt_shift_and_arrows_move_its_end);
  GRID_TEST ("/app/time-grid/the-keyboard-follows-a-thing", the_keyboard_follows_a_thing_that_was_moved);
  GRID_TEST ("/app/time-grid/the-rest-is-a-menu-away", the_rest_is_a_menu_away);
  GRID_TEST ("/app/time-grid/rooms-are-columns", rooms_are_columns_with_what_has_none_first);
  GRID_TEST ("/app/time-grid/lasting-takes-its-room", what_lasts_for_days_takes_its_room_on_the_last);
  GRID_TEST ("/app/time-grid/a-holiday-is-shaded", the_column_of_a_holiday_is_shaded);
  return g_test_run ();
}
