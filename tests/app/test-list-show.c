/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds lists of rows to what is shown of them when, and to what stays.
 */
#include "app-fixture.h"

#include "app/stafet-line.h"
#include "app/stafet-widget.h"

#define MANY 30

typedef struct
{
  GtkWidget *window, *list;
} Lists;

static void
open_list (Lists *lists, gconstpointer data)
{
  (void) data;
  lists->window = gtk_window_new ();
  lists->list = gtk_list_box_new ();
  gtk_window_set_child (GTK_WINDOW (lists->window), lists->list);
  gtk_window_present (GTK_WINDOW (lists->window));
}

static void
close_list (Lists *lists, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (lists->window));
}

/* The rows from @first to @last, by their numbers. */
static void
show_rows (Lists *lists, int first, int last)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (int i = first; i <= last; i++)
    {
      g_autofree char *title = g_strdup_printf ("Række %d", i);

      g_ptr_array_add (rows, stafet_line_new (NULL, title, ""));
    }
  stafet_list_show (GTK_LIST_BOX (lists->list), rows);
}

static GtkWidget *
row_at (Lists *lists, int i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (lists->list), i));
}

static int
count_shown (Lists *lists)
{
  int n = 0;

  for (int i = 0; row_at (lists, i) != NULL; i++)
    n += gtk_widget_get_visible (row_at (lists, i));
  return n;
}

static void
wait_for_all (Lists *lists, int n)
{
  while (count_shown (lists) < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (row_at (lists, n));
}

static void
test_a_short_list_is_there_at_once (Lists *lists, gconstpointer data)
{
  (void) data;
  show_rows (lists, 1, 6);
  g_assert_cmpint (count_shown (lists), ==, 6);
}

static void
test_a_long_list_comes_from_the_top (Lists *lists, gconstpointer data)
{
  int at_once;

  (void) data;
  show_rows (lists, 1, MANY);
  at_once = count_shown (lists);
  g_assert_cmpint (at_once, <, MANY);
  g_assert_nonnull (row_at (lists, MANY - 1));
  for (int i = 0; i < at_once; i++)
    g_assert_true (gtk_widget_get_visible (row_at (lists, i)));
  wait_for_all (lists, MANY);
}

static void
test_rows_that_wait_are_kept (Lists *lists, gconstpointer data)
{
  GtkWidget *first, *last;

  (void) data;
  show_rows (lists, 1, MANY);
  first = row_at (lists, 0);
  last = row_at (lists, MANY - 1);
  show_rows (lists, 1, MANY);
  g_assert_true (row_at (lists, 0) == first);
  g_assert_true (row_at (lists, MANY - 1) == last);
  wait_for_all (lists, MANY);
}

static void
test_a_list_that_changes_while_it_grows_is_all_there (Lists *lists, gconstpointer data)
{
  (void) data;
  show_rows (lists, 1, MANY);
  show_rows (lists, 4, MANY + 4);
  wait_for_all (lists, MANY + 1);
  show_rows (lists, 4, 6);
  g_assert_cmpint (count_shown (lists), ==, 3);
  g_assert_null (row_at (lists, 3));
}

static void
test_a_list_may_go_while_it_grows (Lists *lists, gconstpointer data)
{
  g_autoptr (GtkWidget) list = g_object_ref (lists->list);

  (void) data;
  show_rows (lists, 1, MANY);
  gtk_window_set_child (GTK_WINDOW (lists->window), NULL);
  g_assert_finalize_object (G_OBJECT (g_steal_pointer (&list)));
  settle ();
}

static void
test_the_end_of_a_form_comes_later (Lists *lists, gconstpointer data)
{
  (void) data;
  stafet_widget_show_later (lists->list);
  g_assert_false (gtk_widget_get_visible (lists->list));
  WAIT_UNTIL (gtk_widget_get_visible (lists->list));
  stafet_widget_show_later (lists->list);
}

#define LIST_TEST(path, test) g_test_add ("/app/list-show/" path, Lists, NULL, open_list, test, close_list)

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  LIST_TEST ("a-short-list-is-there-at-once", test_a_short_list_is_there_at_once);
  LIST_TEST ("a-long-list-comes-from-the-top", test_a_long_list_comes_from_the_top);
  LIST_TEST ("rows-that-wait-are-kept", test_rows_that_wait_are_kept);
  LIST_TEST ("a-list-that-changes-while-it-grows-is-all-there",
             test_a_list_that_changes_while_it_grows_is_all_there);
  LIST_TEST ("the-end-of-a-form-comes-later", test_the_end_of_a_form_comes_later);
  LIST_TEST ("a-list-may-go-while-it-grows", test_a_list_may_go_while_it_grows);
  return g_test_run ();
}
