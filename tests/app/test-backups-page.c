/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page of backups to listing what there is, taking one, and refusing in place; and the window
 * without a plan to offering them where they help.
 */
#include "app-fixture.h"

#include "app/stafet-backups-page.h"
#include "app/stafet-start-window.h"
#include "app/stafet-window-private.h"

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
open_page (App *app)
{
  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.backups", NULL);
  settle ();
  g_assert_true (STAFET_IS_BACKUPS_PAGE (page_of (app)));
  return page_of (app);
}

static guint
n_rows (gpointer list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static void
forget_backups (App *app)
{
  g_autofree char *folder = g_strconcat (app->plan.path, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

RULE (without_a_backup_it_says_so)
{
  GtkWidget *page = open_page (app);

  WAIT_UNTIL (n_rows (PART (page, "list")) == 1);
  assert_mentions (page, "There is no backup yet.");
}

RULE (a_backup_that_is_taken_stands_in_the_list)
{
  GtkWidget *page = open_page (app);
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkListBoxRow *row;

  g_assert_true (stafet_store_backup_daily (app->plan.store, TUESDAY, NULL));
  gtk_widget_activate_action (page, "page.take", NULL);
  WAIT_UNTIL (n_rows (PART (page, "list")) == 2);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "list")), 0);
  assert_mentions (row, "Taken by hand Tuesday 24 November 2026 8:00");
  assert_mentions (row, "volunteers");
  buttons = widgets_of (row, GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  g_assert_cmpstr (gtk_actionable_get_action_name (buttons->pdata[0]), ==, "app.restore");
  assert_name (buttons->pdata[0], "Taken by hand Tuesday 24 November 2026 8:00: Restore …");
  forget_backups (app);
}

RULE (the_store_itself_is_no_place_for_one)
{
  GtkWidget *page = open_page (app);

  stafet_backups_page_take (STAFET_BACKUPS_PAGE (page), app->plan.path);
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (page, "problem"))));
  assert_mentions (PART (page, "problem"), "is the store itself");
}

RULE (a_page_that_goes_while_it_takes_one_is_gone)
{
  GtkWidget *page = open_page (app);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_widget_activate_action (page, "page.take", NULL);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  WAIT_UNTIL (page == NULL);
  forget_backups (app);
}

/* ——— Without a plan ——— */

static GtkWidget *
start (App *app, int code)
{
  g_autoptr (GError) error = g_error_new_literal (STAFET_STORE_ERROR, code, "It is so.");
  GtkWidget *window =
    g_object_ref (GTK_WIDGET (stafet_start_window_new (NULL, app->plan.path, app->plan.clock, error)));

  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (window));
  return window;
}

static gboolean
offers (GtkWidget *window)
{
  return gtk_widget_get_visible (GTK_WIDGET (PART (window, "rescue")));
}

static void
end (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ASSERT_GONE (window);
}

RULE (a_damaged_plan_offers_its_backups)
{
  GtkWidget *window;

  g_assert_true (stafet_store_backup_daily (app->plan.store, TUESDAY, NULL));
  window = start (app, STAFET_STORE_ERROR_UNREADABLE);
  WAIT_UNTIL (offers (window));
  g_assert_cmpuint (n_rows (PART (window, "backups")), ==, 1);
  assert_mentions (window, "Tuesday 24 November 2026");
  assert_silent_of (window, "Begin a new plan instead");
  end (window);
  forget_backups (app);
}

RULE (a_plan_that_is_gone_is_not_begun_anew_without_a_word)
{
  GtkWidget *window;

  g_assert_true (stafet_store_backup_daily (app->plan.store, TUESDAY, NULL));
  window = start (app, STAFET_STORE_ERROR_MISSING);
  WAIT_UNTIL (offers (window));
  assert_mentions (window, "The plan is gone");
  g_signal_emit_by_name (PART (window, "anew"), "clicked");
  assert_mentions (window, "Welcome to Stafet");
  end (window);
  forget_backups (app);
}

RULE (what_is_anothers_is_not_offered_to_be_replaced)
{
  GtkWidget *window;

  g_assert_true (stafet_store_backup_daily (app->plan.store, TUESDAY, NULL));
  window = start (app, STAFET_STORE_ERROR_FOREIGN);
  settle ();
  g_assert_false (offers (window));
  end (window);
  forget_backups (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define BACKUPS(name, func) APP_TEST ("/app/backups-page/" name, func)
  BACKUPS ("without-one-it-says-so", without_a_backup_it_says_so);
  BACKUPS ("one-that-is-taken-stands-in-the-list", a_backup_that_is_taken_stands_in_the_list);
  BACKUPS ("the-store-itself-is-no-place", the_store_itself_is_no_place_for_one);
  BACKUPS ("goes-while-it-takes-one", a_page_that_goes_while_it_takes_one_is_gone);
  BACKUPS ("start/a-damaged-plan-offers-them", a_damaged_plan_offers_its_backups);
  BACKUPS ("start/a-plan-that-is-gone", a_plan_that_is_gone_is_not_begun_anew_without_a_word);
  BACKUPS ("start/what-is-anothers-stays", what_is_anothers_is_not_offered_to_be_replaced);
  return g_test_run ();
}
