/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds drop-downs of records to choosing a uid by its name.
 */
#include "app-fixture.h"

#include "app/stafet-choice.h"

static const char *const names[] = { "Åstedet", "Bakken", "Aarestrup", "Zebra", "Ærø" };

/* The names under the uids "uid-0" …, sorted from @first on. (transfer full) */
static GArray *
options_new (guint n, guint first)
{
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%u", i);

      stafet_options_add (options, stafet_uid_intern (uid), names[i % G_N_ELEMENTS (names)]);
    }
  stafet_options_sort (options, first);
  return options;
}

static GtkDropDown *
show_choice (App *app)
{
  return show (app, gtk_drop_down_new (NULL, NULL));
}

static void
assert_rows (GtkDropDown *dropdown, const char *expected)
{
  GListModel *model = gtk_drop_down_get_model (dropdown);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            gtk_string_list_get_string (GTK_STRING_LIST (model), i));
  g_assert_cmpstr (text->str, ==, expected);
}

RULE (names_stand_in_danish_order)
{
  GtkDropDown *dropdown = show_choice (app);

  stafet_choice_fill (dropdown, options_new (5, 0), NULL);
  assert_rows (dropdown, "Bakken, Zebra, Ærø, Aarestrup, Åstedet");
  stafet_choice_fill (dropdown, options_new (5, 3), NULL);
  assert_rows (dropdown, "Åstedet, Bakken, Aarestrup, Zebra, Ærø");
  stafet_choice_fill (dropdown, options_new (2, 7), NULL);
  assert_rows (dropdown, "Åstedet, Bakken");
  assert_finalized (app);
}

RULE (what_is_chosen_is_a_uid)
{
  GtkDropDown *dropdown = show_choice (app);

  g_assert_null (stafet_choice_get (dropdown));
  stafet_choice_fill (dropdown, options_new (5, 0), NULL);
  g_assert_cmpstr (stafet_choice_get (dropdown), ==, "uid-1");
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%d", i);

      stafet_choice_set (dropdown, stafet_uid_intern (uid));
      g_assert_true (stafet_choice_get (dropdown) == stafet_uid_intern (uid));
    }
  assert_finalized (app);
}

RULE (no_choice_stands_first_where_there_may_be_none)
{
  GtkDropDown *dropdown = show_choice (app);

  stafet_choice_fill (dropdown, options_new (2, 0), "No room");
  assert_rows (dropdown, "No room, Bakken, Åstedet");
  g_assert_null (stafet_choice_get (dropdown));
  stafet_choice_set (dropdown, stafet_uid_intern ("uid-0"));
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 2);
  stafet_choice_set (dropdown, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (dropdown), ==, 0);
  assert_finalized (app);
}

RULE (a_choice_that_is_still_there_is_kept)
{
  GtkDropDown *dropdown = show_choice (app);

  stafet_choice_fill (dropdown, options_new (2, 0), "No room");
  stafet_choice_set (dropdown, stafet_uid_intern ("uid-1"));
  stafet_choice_fill (dropdown, options_new (5, 0), "No room");
  g_assert_cmpstr (stafet_choice_get (dropdown), ==, "uid-1");
  stafet_choice_fill (dropdown, options_new (1, 0), "No room");
  g_assert_null (stafet_choice_get (dropdown));
  stafet_choice_fill (dropdown, stafet_options_new (), "No room");
  g_assert_null (stafet_choice_get (dropdown));
  stafet_choice_fill (dropdown, stafet_options_new (), NULL);
  g_assert_null (stafet_choice_get (dropdown));
  assert_finalized (app);
}

RULE (one_that_is_not_there_is_not_chosen)
{
  GtkDropDown *dropdown = show_choice (app);

  stafet_choice_set (dropdown, stafet_uid_intern ("uid-0"));
  stafet_choice_fill (dropdown, options_new (2, 0), NULL);
  stafet_choice_set (dropdown, stafet_uid_intern ("uid-0"));
  stafet_choice_set (dropdown, stafet_uid_intern ("another"));
  g_assert_cmpstr (stafet_choice_get (dropdown), ==, "uid-0");
  assert_finalized (app);
}

RULE (many_names_can_be_searched)
{
  GtkDropDown *dropdown = show_choice (app);

  stafet_choice_fill (dropdown, options_new (12, 0), NULL);
  g_assert_false (gtk_drop_down_get_enable_search (dropdown));
  stafet_choice_fill (dropdown, options_new (13, 0), NULL);
  g_assert_true (gtk_drop_down_get_enable_search (dropdown));
  assert_tab_order (app, "GtkToggleButton");
  assert_finalized (app);
}

/* In the list that is opened. */
static guint
count_rows (GtkDropDown *dropdown)
{
  g_autoptr (GPtrArray) lists =
    widgets_of (gtk_widget_get_last_child (GTK_WIDGET (dropdown)), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (lists->pdata[0])));
}

/* Again and again: they stay, also when the names change meanwhile. */
RULE (rows_of_many_names_are_made_when_the_list_is_opened)
{
  GtkDropDown *dropdown = show_choice (app);
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (dropdown));

  for (guint n = 13; n < 15; n++)
    {
      stafet_choice_fill (dropdown, options_new (n, 0), NULL);
      stafet_choice_set (dropdown, stafet_uid_intern ("uid-3"));
      g_assert_cmpuint (count_rows (dropdown), ==, 0);
      for (int i = 0; i < 2; i++)
        {
          g_signal_emit_by_name (toggle, "clicked");
          settle ();
          g_assert_cmpuint (count_rows (dropdown), ==, n);
          g_assert_cmpstr (stafet_choice_get (dropdown), ==, "uid-3");
          g_signal_emit_by_name (toggle, "clicked");
          settle ();
        }
    }
  stafet_choice_fill (dropdown, options_new (3, 0), NULL);
  g_assert_cmpuint (count_rows (dropdown), ==, 3);
  assert_finalized (app);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

RULE (what_is_chosen_is_told_once)
{
  GtkDropDown *dropdown = show_choice (app);
  guint told = 0;

  stafet_choice_fill (dropdown, options_new (20, 0), NULL);
  stafet_choice_set (dropdown, stafet_uid_intern ("uid-3"));
  g_signal_connect_swapped (dropdown, "notify::selected", G_CALLBACK (count_cb), &told);
  stafet_choice_fill (dropdown, options_new (30, 0), NULL);
  g_assert_cmpuint (told, ==, 1);
  stafet_choice_set (dropdown, stafet_uid_intern ("uid-4"));
  g_assert_cmpuint (told, ==, 2);
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define CHOICE(name, func) APP_TEST ("/app/choice/" name, func)
  CHOICE ("names-stand-in-danish-order", names_stand_in_danish_order);
  CHOICE ("what-is-chosen-is-a-uid", what_is_chosen_is_a_uid);
  CHOICE ("no-choice-stands-first-where-there-may-be-none", no_choice_stands_first_where_there_may_be_none);
  CHOICE ("a-choice-that-is-still-there-is-kept", a_choice_that_is_still_there_is_kept);
  CHOICE ("one-that-is-not-there-is-not-chosen", one_that_is_not_there_is_not_chosen);
  CHOICE ("many-names-can-be-searched", many_names_can_be_searched);
  CHOICE ("rows-of-many-names-are-made-when-the-list-is-opened",
          rows_of_many_names_are_made_when_the_list_is_opened);
  CHOICE ("what-is-chosen-is-told-once", what_is_chosen_is_told_once);
  return g_test_run ();
}
