/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page of the review to naming the school holidays that it knows, and the dialog of a file of them
 * to showing every line before anything is written.
 */
#include "app-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-holidays-dialog.h"
#include "app/stafet-review-page.h"
#include "app/stafet-window-private.h"

static GtkWidget *
open_page (App *app)
{
  GtkWidget *page;

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.review", NULL);
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
  g_assert_true (STAFET_IS_REVIEW_PAGE (page));
  return page;
}

static gpointer
part (gpointer widget, const char *id)
{
  return PART (widget, id);
}

static gpointer
open_file (App *app, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (app->plan.folder, "ferier.csv", NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer dialog = NULL;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  stafet_holidays_dialog_show (STAFET_WINDOW (app->window), path);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  WAIT_UNTIL (!gtk_widget_get_visible (part (dialog, "text"))
              || strcmp (gtk_label_get_text (part (dialog, "text")), "Reading the file …") != 0);
  g_unlink (path);
  return dialog;
}

static guint
n_known (App *app)
{
  return all (&app->plan, STAFET_KIND_SCHOOL_HOLIDAY)->len;
}

static void
close_dialog (gpointer dialog)
{
  gtk_window_destroy (dialog);
  settle ();
}

/* Only a list of them is taken in: here a list of one. */
static void
add_school (Fixture *f, const char *from, const char *to, const char *text, const char *area)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  StafetSchoolHoliday *holiday = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);

  g_ptr_array_add (holidays, holiday);
  g_assert_true (stafet_date_parse (from, &holiday->from, NULL)
                 && stafet_date_parse (to, &holiday->to, NULL));
  stafet_record_set_text ((StafetRecord *) holiday,
                          stafet_record_info_field (STAFET_RECORD_INFO (holiday), "text"), text, NULL);
  done (f, stafet_use_import_holidays (holidays, area));
}

RULE (without_school_holidays_the_page_says_so)
{
  Fixture *f = &app->plan;
  GtkWidget *page = open_page (app);

  assert_mentions (page, "No school holidays are known yet for the school year 2026/27");
  g_assert_false (is_shown (part (page, "schools_box"), page));
  add_school (f, "2027-02-13", "2027-02-21", "Vinterferie", NULL);
  WAIT_UNTIL (is_shown (part (page, "schools_box"), page));
  assert_mentions (page, "Vinterferie | 13–21 February 2027 · everywhere");
  assert_silent_of (page, "No school holidays are known");
}

RULE (a_school_holiday_is_deleted_and_put_back)
{
  Fixture *f = &app->plan;
  GtkWidget *page;
  g_autoptr (GPtrArray) buttons = NULL;

  add_school (f, "2027-02-13", "2027-02-21", "Vinterferie", NULL);
  page = open_page (app);
  buttons = widgets_of (PART (page, "schools"), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  assert_name (buttons->pdata[0], "Vinterferie, 13–21 February 2027: Delete");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  WAIT_UNTIL (n_known (app) == 0);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (n_known (app) == 1);
}

RULE (every_line_of_a_file_is_shown_before_it_comes_in)
{
  Fixture *f = &app->plan;
  gpointer dialog;

  ADD (AREA, "name=Nord");
  add_school (f, "2027-10-16", "2027-10-24", "Efterårsferie", NULL);
  open_page (app);
  dialog =
    open_file (app,
               "fra;til;tekst\n2027-02-13;2027-02-21;Vinterferie\n2027-10-16;2027-10-24;Efterårsferie\n"
               "snart;2027-03-29;Påske\n2027-06-26;2027-08-08;Sommerferie\n",
               -1);
  assert_mentions (dialog, "Line 4: “snart” and “2027-03-29” are not both dates.");
  assert_mentions (dialog, "Line 2: Vinterferie | 13–21 February 2027 | new");
  assert_mentions (dialog, "Line 3: Efterårsferie | 16–24 October 2027 | there already");
  assert_mentions (dialog, "2 school holidays are new. 1 is there already, and is passed over. "
                           "1 line is not understood, and is left out.");
  g_assert_cmpuint (n_known (app), ==, 1);
  g_signal_emit_by_name (part (dialog, "answer"), "clicked");
  WAIT_UNTIL (n_known (app) == 3);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (n_known (app) == 1);
}

RULE (an_area_is_chosen_for_them)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) choices = NULL;
  const StafetSchoolHoliday *made;
  gpointer dialog;

  ADD (AREA, "name=Nord");
  add_school (f, "2027-02-13", "2027-02-21", "Vinterferie", NULL);
  open_page (app);
  dialog = open_file (app, "2027-02-13;2027-02-21;Vinterferie\n", -1);
  assert_mentions (dialog, "There is nothing to take in.");
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "answer")));
  choices = widgets_of (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (choices->pdata[0], 1);
  assert_mentions (dialog, "1 school holiday is new.");
  g_signal_emit_by_name (part (dialog, "answer"), "clicked");
  WAIT_UNTIL (n_known (app) == 2);
  made = all (f, STAFET_KIND_SCHOOL_HOLIDAY)->pdata[1];
  if (made->area == NULL)
    made = all (f, STAFET_KIND_SCHOOL_HOLIDAY)->pdata[0];
  g_assert_true (made->area == ((StafetRecord *) FIND (AREA, "Nord"))->uid);
}

RULE (what_is_no_such_file_is_said_in_the_dialog)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *says;
  } cases[] = { { "a\0b", 3, "That is no table." },
                { "", 0, "The table has no school holidays." },
                { "fra;til;tekst\n", -1, "The table has no school holidays." } };
  gpointer dialog;

  open_page (app);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dialog = open_file (app, cases[i].text, cases[i].length);
      g_assert_true (is_shown (part (dialog, "problem"), dialog));
      assert_mentions (dialog, cases[i].says);
      g_assert_false (gtk_widget_get_sensitive (part (dialog, "answer")));
      close_dialog (dialog);
    }
  /* Every line is faulty: they are shown, and nothing can be taken in. */
  dialog = open_file (app, "en;to;tre\nx;2;3\n", -1);
  assert_mentions (dialog, "Line 2: “x” and “2” are not both dates.");
  assert_mentions (dialog, "1 line is not understood, and is left out. There is nothing to take in.");
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "answer")));
  close_dialog (dialog);
  g_assert_cmpuint (n_known (app), ==, 0);
}

RULE (a_dialog_may_be_closed_while_it_reads)
{
  g_autofree char *path = g_build_filename (app->plan.folder, "ferier.csv", NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  open_page (app);
  stafet_holidays_dialog_show (STAFET_WINDOW (app->window), path);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window))
        {
          gtk_window_destroy (GTK_WINDOW (window));
          WAIT_UNTIL (G_OBJECT (window)->ref_count == 1);
          g_assert_finalize_object (g_steal_pointer (&window));
          return;
        }
    }
  g_assert_not_reached ();
}

static guint
count_dates (GtkWidget *page)
{
  g_autoptr (GPtrArray) rows = widgets_of (part (page, "list"), GTK_TYPE_LIST_BOX_ROW);

  return rows->len;
}

/* Exactly as many as are shown at first are all that there are. */
RULE (more_dates_are_offered_where_there_are_more)
{
  Fixture *f = &app->plan;
  GtkWidget *page;

  ADD (HOUSE, "name=Lindehuset", "kind=community");
  ADD (ACTIVITY, "title=Morgenkaffe", "house=Lindehuset", "start=2026-11-25T08:00", "end=2026-11-25T09:00",
       "rule=FREQ=DAILY;COUNT=90");
  ADD (CLOSURE, "house=Lindehuset", "from=2026-11-25", "to=2027-04-30", "text=Ombygning");
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, ((StafetRecord *) FIND (HOUSE, "Lindehuset"))->uid);
  page = open_page (app);
  WAIT_UNTIL (count_dates (page) == 90);
  g_assert_false (is_shown (part (page, "more"), page));
  ADD (ACTIVITY, "title=Aftenkaffe", "house=Lindehuset", "start=2026-11-26T19:00", "end=2026-11-26T20:00");
  WAIT_UNTIL (is_shown (part (page, "more"), page));
  g_assert_cmpuint (count_dates (page), ==, 90);
  g_signal_emit_by_name (part (page, "more"), "clicked");
  WAIT_UNTIL (count_dates (page) == 91);
  WAIT_UNTIL (!is_shown (part (page, "more"), page));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  APP_TEST ("/app/review-page/without-school-holidays", without_school_holidays_the_page_says_so);
  APP_TEST ("/app/review-page/a-school-holiday-is-deleted", a_school_holiday_is_deleted_and_put_back);
  APP_TEST ("/app/review-page/more-dates-are-offered", more_dates_are_offered_where_there_are_more);
  APP_TEST ("/app/review-page/file/every-line-is-shown", every_line_of_a_file_is_shown_before_it_comes_in);
  APP_TEST ("/app/review-page/file/an-area-is-chosen", an_area_is_chosen_for_them);
  APP_TEST ("/app/review-page/file/no-such-file", what_is_no_such_file_is_said_in_the_dialog);
  APP_TEST ("/app/review-page/file/closed-while-it-reads", a_dialog_may_be_closed_while_it_reads);
  return g_test_run ();
}
