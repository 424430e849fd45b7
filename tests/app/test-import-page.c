/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page of lists to showing every row before anything is written.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"
#include "app/stafet-import-page.h"
#include "app/stafet-window-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
open_page (App *app)
{
  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.import", NULL);
  settle ();
  g_assert_true (STAFET_IS_IMPORT_PAGE (page_of (app)));
  return page_of (app);
}

static const char *
summary (GtkWidget *page)
{
  return gtk_label_get_text (GTK_LABEL (PART (page, "summary")));
}

static void
give (GtkWidget *page, const char *text)
{
  stafet_import_page_take_text (STAFET_IMPORT_PAGE (page), text, strlen (text));
}

RULE (nothing_can_be_taken_in_before_there_is_something)
{
  GtkWidget *page = open_page (app);

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "found"))));
  give (page, "");
  assert_mentions (PART (page, "problem"), "nothing in it");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
}

RULE (every_row_is_shown_and_nothing_written)
{
  GtkWidget *page = open_page (app);
  guint before = all (&app->plan, STAFET_KIND_VOLUNTEER)->len;
  GListModel *rows;

  give (page, "Navn;Telefon\nEva Holm;13 40 00 01\nEVA HOLM;13400001\nTest;12\n");
  WAIT_UNTIL (strcmp (summary (page), "1 new · 1 duplicate · 1 with a fault") == 0);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (PART (page, "list"))));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  gtk_test_widget_wait_for_draw (page);
  /* Faults first. */
  assert_mentions (PART (page, "list"), "“12” is no phone number");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (PART (page, "take"))), ==, "Take in 1 row");
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_VOLUNTEER)->len, ==, before);
}

RULE (what_was_read_stands_beside_the_title)
{
  GtkWidget *page = open_page (app);

  give (page,
        "Aktivitet;Dag;Fra;Til;Pris;Gentagelse;Note\nPetanque;fredag;10;12;20;lige uger;kun april-oktober\n");
  WAIT_UNTIL (strcmp (summary (page), "1 new") == 0);
  gtk_test_widget_wait_for_draw (page);
  assert_mentions (PART (page, "list"), "Friday in even weeks, 1 April to 31 October · 10:00–12:00 · 20 kr.");
  assert_mentions (PART (page, "assumed"), "public holidays");
}

RULE (rows_of_a_house_that_is_not_there_have_a_way_in)
{
  GtkWidget *page = open_page (app);
  guint houses = all (&app->plan, STAFET_KIND_HOUSE)->len;
  g_autoptr (GPtrArray) dropdowns = NULL;

  give (page, "Navn;Telefon;Hus\nEva Holm;13400001;Huset Trøjborg\nBo Lind;13400002;Huset Trøjborg\n");
  WAIT_UNTIL (strcmp (summary (page), "2 with faults") == 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (page, "unknown"))));
  dropdowns = widgets_of (PART (page, "unknown"), GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (dropdowns->len, ==, 1);
  assert_name (dropdowns->pdata[0], "“Huset Trøjborg” (2 rows) is not there");
  gtk_widget_grab_focus (dropdowns->pdata[0]);
  gtk_drop_down_set_selected (dropdowns->pdata[0], 2);
  WAIT_UNTIL (strcmp (summary (page), "2 new") == 0);
  gtk_drop_down_set_selected (dropdowns->pdata[0], 1);
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
  /* Whoever answered is still there. */
  g_assert_true (gtk_widget_get_root (dropdowns->pdata[0]) != NULL);
  g_signal_emit_by_name (PART (page, "take"), "clicked");
  WAIT_UNTIL (!STAFET_IS_IMPORT_PAGE (page_of (app)));
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_HOUSE)->len, ==, houses + 1);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (all (&app->plan, STAFET_KIND_HOUSE)->len == houses);
}

RULE (what_is_taken_in_is_one_change)
{
  GtkWidget *page = open_page (app);
  guint before = all (&app->plan, STAFET_KIND_VOLUNTEER)->len;

  give (page, "Navn;Telefon\nEva Holm;13 40 00 01\nBo Lind;13400002\n");
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
  g_signal_emit_by_name (PART (page, "take"), "clicked");
  g_signal_emit_by_name (PART (page, "take"), "clicked");
  WAIT_UNTIL (!STAFET_IS_IMPORT_PAGE (page_of (app)));
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_VOLUNTEER)->len, ==, before + 2);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (all (&app->plan, STAFET_KIND_VOLUNTEER)->len == before);
}

RULE (the_kind_of_list_is_guessed_and_can_be_chosen)
{
  GtkWidget *page = open_page (app);
  GtkDropDown *kind = GTK_DROP_DOWN (PART (page, "kind"));

  give (page, "Aktivitet;Dag;Fra;Til\nKrolf;fredag;10;12\n");
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 1);
  WAIT_UNTIL (strcmp (summary (page), "1 new") == 0);
  give (page, "Navn;Type;Åbningstider\nHuset;frivillighus;hverdage\n");
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "house_box"))));
  WAIT_UNTIL (strcmp (summary (page), "1 new") == 0);
  gtk_drop_down_set_selected (kind, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (page, "house_box"))));
}

RULE (a_column_can_be_said_to_be_another)
{
  GtkWidget *page = open_page (app);
  g_autoptr (GPtrArray) dropdowns = NULL;

  give (page, "Kaldes;Telefon;Note\nEva Holm;13 40 00 01;ny\n");
  WAIT_UNTIL (strcmp (summary (page), "1 with a fault") == 0);
  dropdowns = widgets_of (PART (page, "columns"), GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (dropdowns->len, ==, 3);
  assert_name (dropdowns->pdata[0], "What “Kaldes” says");
  gtk_drop_down_set_selected (dropdowns->pdata[0], 1);
  WAIT_UNTIL (strcmp (summary (page), "1 new") == 0);
}

/* While a look is under way the page may go. */
RULE (a_page_that_goes_while_it_looks_is_gone)
{
  GtkWidget *page = open_page (app);
  g_autoptr (GString) list = g_string_new ("Navn;Telefon\n");

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (list, "Person %d;1350%04d\n", i, i);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  give (page, list->str);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  WAIT_UNTIL (page == NULL);
}

/* ——— Long lists ——— */

/* A sanitizer makes everything several times slower. */
#ifdef __SANITIZE_ADDRESS__
#  define NOT_LONGER 2000
#  define PATIENCE 900
#else
#  define NOT_LONGER 100
#  define PATIENCE 120
#endif

/* What this thread has worked, in milliseconds: whatever else the machine is busy with. */
static double
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* (transfer full) */
static char *
long_list (guint rows)
{
  GString *list = g_string_new ("Navn;Telefon;Kan;Note\n");

  for (guint i = 0; i < rows; i++)
    g_string_append_printf (list, "Person %u Hansen;2%07u;krolf, kaffe;kommer gerne om fredagen\n", i, i);
  return g_string_free (list, FALSE);
}

/* Pastes it, and holds every turn of the main loop to not being felt. */
static void
paste_quickly (GtkWidget *page, const char *list, gboolean (*is_done) (GtkWidget *page))
{
  gint64 deadline = g_get_monotonic_time () + (gint64) PATIENCE * G_USEC_PER_SEC;
  double begun = worked (), longest;

  give (page, list);
  longest = worked () - begun;
  while (!is_done (page) && g_get_monotonic_time () < deadline)
    {
      begun = worked ();
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, worked () - begun);
    }
  g_assert_true (is_done (page));
  g_test_message ("%.0f ms", longest);
  g_assert_cmpfloat (longest, <, NOT_LONGER);
}

static gboolean
is_refused (GtkWidget *page)
{
  return strstr (gtk_label_get_text (GTK_LABEL (PART (page, "problem"))), "250,000 rows") != NULL;
}

static gboolean
is_looked_through (GtkWidget *page)
{
  return strcmp (summary (page), "50000 new") == 0;
}

RULE (a_list_of_more_rows_than_any_house_has_is_refused_at_once)
{
  GtkWidget *page = open_page (app);
  g_autofree char *list = long_list (250001);

  paste_quickly (page, list, is_refused);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
}

RULE (fifty_thousand_rows_are_looked_through_without_holding_up_the_window)
{
  GtkWidget *page = open_page (app);
  g_autofree char *list = long_list (50000);

  paste_quickly (page, list, is_looked_through);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "take"))));
}

RULE (the_newest_of_two_lists_is_shown)
{
  GtkWidget *page = open_page (app);
  g_autofree char *list = long_list (5000);

  give (page, list);
  give (page, "Navn;Telefon\nEva Holm;13 40 00 01\n");
  WAIT_UNTIL (strcmp (summary (page), "1 new") == 0);
  g_usleep (300000);
  settle ();
  g_assert_cmpstr (summary (page), ==, "1 new");
}

RULE (a_file_that_cannot_be_read_is_told_in_a_sentence)
{
  GtkWidget *page = open_page (app);
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/frivillige.csv");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());

  stafet_import_page_open (STAFET_IMPORT_PAGE (page), none);
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (page, "problem"))));
  assert_mentions (PART (page, "problem"), "“frivillige.csv” is not there any more");
  stafet_import_page_open (STAFET_IMPORT_PAGE (page), folder);
  WAIT_UNTIL (strstr (gtk_label_get_text (GTK_LABEL (PART (page, "problem"))), "is a folder") != NULL);
}

/* A pipe that nobody writes to is as slow as can be. */
RULE (what_takes_long_says_so_and_can_be_stopped)
{
  GtkWidget *page = open_page (app), *fetching = GTK_WIDGET (PART (page, "fetching"));
  g_autofree char *folder = g_dir_make_tmp ("stafet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) buttons = widgets_of (fetching, GTK_TYPE_BUTTON);
  int end;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  stafet_import_page_open (STAFET_IMPORT_PAGE (page), file);
  g_assert_false (gtk_widget_get_visible (fetching));
  WAIT_UNTIL (gtk_widget_get_visible (fetching));
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_assert_false (gtk_widget_get_visible (fetching));
  assert_mentions (PART (page, "problem"), "Stopped");
  /* What comes late is not wanted any more. */
  end = open (path, O_WRONLY);
  g_assert_cmpint (write (end, "Navn\nEva\n", 9), ==, 9);
  close (end);
  g_usleep (100000);
  settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "found"))));
  give (page, "Navn\nEva Holm\n");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "problem"))));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define IMPORT(name, func) APP_TEST ("/app/import-page/" name, func)
  IMPORT ("nothing-before-there-is-something", nothing_can_be_taken_in_before_there_is_something);
  IMPORT ("every-row-is-shown-and-nothing-written", every_row_is_shown_and_nothing_written);
  IMPORT ("what-was-read-stands-beside-the-title", what_was_read_stands_beside_the_title);
  IMPORT ("a-house-that-is-not-there-has-a-way-in", rows_of_a_house_that_is_not_there_have_a_way_in);
  IMPORT ("what-is-taken-in-is-one-change", what_is_taken_in_is_one_change);
  IMPORT ("the-kind-of-list-is-guessed", the_kind_of_list_is_guessed_and_can_be_chosen);
  IMPORT ("a-column-can-be-said-to-be-another", a_column_can_be_said_to_be_another);
  IMPORT ("long/more-than-any-house-has-is-refused",
          a_list_of_more_rows_than_any_house_has_is_refused_at_once);
  IMPORT ("long/fifty-thousand-rows-do-not-hold-up-the-window",
          fifty_thousand_rows_are_looked_through_without_holding_up_the_window);
  IMPORT ("long/the-newest-of-two-is-shown", the_newest_of_two_lists_is_shown);
  IMPORT ("a-file-that-cannot-be-read-is-told", a_file_that_cannot_be_read_is_told_in_a_sentence);
  IMPORT ("what-takes-long-can-be-stopped", what_takes_long_says_so_and_can_be_stopped);
  IMPORT ("a-page-that-goes-while-it-looks-is-gone", a_page_that_goes_while_it_looks_is_gone);
  return g_test_run ();
}
