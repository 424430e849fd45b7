/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what the card of a volunteer asks: who stops, who is erased, what is held; and the page of those
 * whose time is over.
 */
#include "app-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-due-page.h"
#include "app/stafet-input.h"
#include "app/stafet-reading.h"
#include "app/stafet-window-private.h"

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static StafetUid
lis (App *app)
{
  Fixture *f = &app->plan;

  return ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid;
}

static void
ask (App *app, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, "s", lis (app));
  settle ();
}

static StafetInput *
input_of (gpointer dialog)
{
  g_autoptr (GPtrArray) inputs = widgets_of (dialog, STAFET_TYPE_INPUT);

  g_assert_cmpuint (inputs->len, ==, 1);
  return inputs->pdata[0];
}

static gboolean
mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  return strstr (text, part) != NULL;
}

static char *
read_text (StafetReading *reading)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (PART (reading, "view")));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

RULE (whoever_stops_is_asked_about_first)
{
  Fixture *f = &app->plan;
  gpointer dialog;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  open_program (app);
  ask (app, "win.leave");
  dialog = find_window (STAFET_TYPE_ASK_DIALOG);
  WAIT_UNTIL (mentions (dialog, "Café · Servering"));
  stafet_input_set_text (input_of (dialog), "");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  assert_mentions (dialog, "Write the first day without the person.");
  stafet_input_set_text (input_of (dialog), "1/12-26");
  WAIT_UNTIL (mentions (dialog, "The last day is 30 November 2026."));
  g_assert_cmpint (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->status, ==, STAFET_VOLUNTEER_ACTIVE);
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->status == STAFET_VOLUNTEER_STOPPED);
  WAIT_UNTIL (find_window (STAFET_TYPE_ASK_DIALOG) == NULL);
}

RULE (the_name_erases_and_a_receipt_is_shown)
{
  Fixture *f = &app->plan;
  guint volunteers = all (f, STAFET_KIND_VOLUNTEER)->len;
  g_autofree char *receipt = NULL, *path = g_build_filename (f->folder, "kvittering.txt", NULL),
                  *saved = NULL;
  gpointer dialog, reading;

  open_program (app);
  ask (app, "win.erase");
  dialog = find_window (STAFET_TYPE_ASK_DIALOG);
  WAIT_UNTIL (mentions (dialog, "It cannot be undone."));
  stafet_input_set_text (input_of (dialog), "Lis");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  assert_mentions (dialog, "Write the whole name as it stands above");
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, volunteers);
  stafet_input_set_text (input_of (dialog), "lis bæk");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (find_window (STAFET_TYPE_READING) != NULL);
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, volunteers - 1);
  reading = find_window (STAFET_TYPE_READING);
  receipt = read_text (reading);
  g_assert_nonnull (strstr (receipt, "A volunteer was erased on 24 November 2026."));
  g_assert_null (strstr (receipt, "Lis"));
  stafet_reading_write (reading, path);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_true (g_str_has_prefix (saved, receipt));
  g_unlink (path);
  stafet_reading_write (reading, "/nowhere/at/all.txt");
  assert_mentions (reading, "cannot be written");
  gtk_window_destroy (reading);
  settle ();
}

RULE (what_is_held_is_shown)
{
  Fixture *f = &app->plan;
  g_autofree char *text = NULL;
  gpointer reading;

  EDIT (VOLUNTEER, "Lis Bæk", "phones=13583142");
  open_program (app);
  ask (app, "win.access");
  WAIT_UNTIL (find_window (STAFET_TYPE_READING) != NULL);
  reading = find_window (STAFET_TYPE_READING);
  text = read_text (reading);
  g_assert_nonnull (strstr (text, "What we hold on Lis Bæk"));
  g_assert_nonnull (strstr (text, "13 58 31 42"));
  gtk_window_destroy (reading);
  settle ();
}

RULE (whose_time_is_over_stands_on_today)
{
  Fixture *f = &app->plan;
  StafetWindow *window;
  GtkWidget *page;

  EDIT (VOLUNTEER, "Lis Bæk", "keep_until=2026-11-20");
  EDIT (VOLUNTEER, "Bent Krag", "keep_until=2026-12-31");
  window = open_program (app);
  assert_mentions (stafet_window_get_page (window), "1 volunteer is to be looked after");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.due", NULL);
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (window));
  g_assert_true (STAFET_IS_DUE_PAGE (page));
  assert_mentions (page, "Lis Bæk");
  assert_mentions (page, "has not stopped · was to be kept until 20 November 2026");
  g_assert_false (mentions (page, "Bent Krag"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep", "s", lis (app));
  WAIT_UNTIL (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->keep_until
              == stafet_date_new (2027, 12, 31));
  WAIT_UNTIL (mentions (page, "Nobody is kept longer than was said."));
}

RULE (what_falls_with_one_person_is_shown)
{
  Fixture *f = &app->plan;
  StafetWindow *window;
  GtkWidget *page;

  EDIT (VOLUNTEER, "Lis Bæk", "skills=drejebænk");
  EDIT (SHIFT, "Servering", "skill=drejebænk");
  EDIT (ACTIVITY, "Café", "lead=Lis Bæk");
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "start=2026-11-04T14:00", "end=2026-11-04T15:00",
       "rule=FREQ=WEEKLY;BYDAY=WE", "lead=Lis Bæk");
  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  window = open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.fragile", NULL);
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (window));
  WAIT_UNTIL (mentions (page, "1 role falls with one person in the next eight weeks"));
  assert_mentions (page, "Café · Servering");
  assert_mentions (page, "Only Lis Bæk can · 8 times, the first on Tuesday 24 November");
  assert_mentions (page, "Leads 2 activities: Café, Sang");
  EDIT (VOLUNTEER, "Bent Krag", "skills=drejebænk");
  WAIT_UNTIL (mentions (page, "No role falls with one person in the next eight weeks."));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  APP_TEST ("/app/person-dialogs/whoever-stops-is-asked-about-first", whoever_stops_is_asked_about_first);
  APP_TEST ("/app/person-dialogs/the-name-erases", the_name_erases_and_a_receipt_is_shown);
  APP_TEST ("/app/person-dialogs/what-is-held-is-shown", what_is_held_is_shown);
  APP_TEST ("/app/person-dialogs/whose-time-is-over-stands-on-today", whose_time_is_over_stands_on_today);
  APP_TEST ("/app/person-dialogs/what-falls-with-one-person-is-shown", what_falls_with_one_person_is_shown);
  return g_test_run ();
}
