/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page of who came to its ticks: those that are taken away, those that are put right later, and all
 * days at once.
 */
#include "app-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-attend-page.h"
#include "app/stafet-window-private.h"
#include "core/stafet-care.h"

#define CAME STAFET_ATTENDANCE_CAME
#define ABSENT STAFET_ATTENDANCE_ABSENT

static gpointer
page_in_view (App *app)
{
  settle ();
  return stafet_window_get_page (STAFET_WINDOW (app->window));
}

/* Two who stand on the café, which was held three times. */
static void
fill (App *app)
{
  Fixture *f = &app->plan;

  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  open_program (app);
}

static gboolean
says (gpointer page, const char *id, const char *text)
{
  return strcmp (gtk_label_get_text (GTK_LABEL (PART (page, id))), text) == 0;
}

static gpointer
open_days (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.open-days", NULL);
  g_assert_true (STAFET_IS_ATTEND_PAGE (page_in_view (app)));
  return page_in_view (app);
}

static gpointer
open_day (App *app, StafetDate day)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.who-came", "i", day);
  g_assert_true (STAFET_IS_ATTEND_PAGE (page_in_view (app)));
  return page_in_view (app);
}

/* The tick whose words begin so, the first of them. */
static GtkCheckButton *
tick_of (gpointer page, const char *name)
{
  g_autoptr (GPtrArray) ticks = widgets_of (PART (page, "list"), GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < ticks->len; i++)
    if (g_str_has_prefix (gtk_check_button_get_label (ticks->pdata[i]), name))
      return ticks->pdata[i];
  return NULL;
}

static guint
count_rows (App *app, StafetAttendanceStatus status)
{
  const GPtrArray *rows = all (&app->plan, STAFET_KIND_ATTENDANCE);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((StafetAttendance *) rows->pdata[i])->status == (gint32) status;
  return n;
}

RULE (all_open_days_are_closed_at_once_but_for_who_did_not_come)
{
  Fixture *f = &app->plan;
  gpointer page;

  fill (app);
  page = open_days (app);
  WAIT_UNTIL (says (page, "summary", "3 days are not confirmed yet"));
  g_assert_true (says (page, "chosen", "6 came"));
  /* The newest day stands first. */
  assert_mentions (PART (page, "list"), "Tuesday 17 November");
  gtk_check_button_set_active (tick_of (page, "Bent Krag"), FALSE);
  g_assert_true (says (page, "chosen", "5 came, 1 did not"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (PART (page, "save"))), ==, "Confirm 3 days");
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (says (page, "summary", "All days of the last 13 months are confirmed."));
  g_assert_cmpuint (count_rows (app, CAME), ==, 5);
  g_assert_cmpuint (count_rows (app, ABSENT), ==, 1);
  /* One step takes it back. */
  done (f, stafet_edit_undo ());
  WAIT_UNTIL (says (page, "summary", "3 days are not confirmed yet"));
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 0);
  WAIT_UNTIL (gtk_check_button_get_active (tick_of (page, "Bent Krag")));
}

static GtkToggleButton *
month_at (gpointer page, guint i)
{
  g_autoptr (GPtrArray) buttons = widgets_of (PART (page, "months"), GTK_TYPE_TOGGLE_BUTTON);

  return i < buttons->len ? buttons->pdata[i] : NULL;
}

/* As far back as the plan goes, and one month alone where there are several. */
RULE (a_month_of_them_is_closed_alone)
{
  Fixture *f = &app->plan;
  gpointer page;

  ADD (SHIFT, "role=Nøgle", "wanted=1", "house=Møllestien", "start=2026-05-04T08:00", "end=2026-05-04T09:00",
       "rule=FREQ=MONTHLY");
  done (f, stafet_use_assign_standing ("Nøgle", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  fill (app);
  page = open_days (app);
  WAIT_UNTIL (says (page, "summary", "10 days are not confirmed yet"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (month_at (page, 0))), ==, "All: 10 days");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (month_at (page, 1))), ==, "November: 4 days");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (month_at (page, 7))), ==, "May: 1 day");
  assert_measures (page);
  gtk_toggle_button_set_active (month_at (page, 7), TRUE);
  g_assert_true (says (page, "summary", "1 day is not confirmed yet"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (PART (page, "save"))), ==, "Confirm 1 day");
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (says (page, "summary", "9 days are not confirmed yet"));
  g_assert_cmpuint (count_rows (app, CAME), ==, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (month_at (page, 0))), ==, "All: 9 days");
}

RULE (one_of_the_days_is_closed_alone)
{
  gpointer page;

  fill (app);
  page = open_days (app);
  WAIT_UNTIL (says (page, "summary", "3 days are not confirmed yet"));
  gtk_widget_activate_action (page, "page.save-day", "i", TUESDAY - 14);
  WAIT_UNTIL (says (page, "summary", "2 days are not confirmed yet"));
  g_assert_cmpuint (count_rows (app, CAME), ==, 2);
}

RULE (a_closed_day_is_put_right_and_opened_again)
{
  Fixture *f = &app->plan;
  gpointer page;

  fill (app);
  done (f, stafet_use_attend_as_planned ("Servering", TUESDAY - 7));
  page = open_day (app, TUESDAY - 7);
  WAIT_UNTIL (says (page, "summary", "The day is confirmed. Put right what was not so, and save it."));
  gtk_check_button_set_active (tick_of (page, "Lis Bæk"), FALSE);
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (count_rows (app, ABSENT) == 1);
  WAIT_UNTIL (tick_of (page, "Lis Bæk · did not come") != NULL);
  g_assert_false (gtk_check_button_get_active (tick_of (page, "Lis Bæk")));
  gtk_widget_activate_action (page, "page.reopen", NULL);
  WAIT_UNTIL (all (f, STAFET_KIND_ATTENDANCE)->len == 0);
  WAIT_UNTIL (says (page, "summary", "All are ticked who were planned. Untick who did not come."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "reopen"))));
}

static gpointer
open_dialog (gpointer page, const char *action, StafetUid shift)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer dialog = NULL;

  gtk_widget_activate_action (page, action, "(si)", shift, TUESDAY - 7);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  return dialog;
}

static StafetInput *
input_at (gpointer dialog, guint i)
{
  g_autoptr (GPtrArray) inputs = widgets_of (dialog, STAFET_TYPE_INPUT);

  g_assert_cmpuint (inputs->len, >, i);
  return inputs->pdata[i];
}

RULE (how_long_somebody_came_is_said_for_her_alone)
{
  Fixture *f = &app->plan;
  gpointer page, dialog;

  fill (app);
  page = open_day (app, TUESDAY - 7);
  WAIT_UNTIL (tick_of (page, "Bent Krag") != NULL);
  dialog = open_dialog (page, "page.times", ((StafetRecord *) FIND (SHIFT, "Servering"))->uid);
  g_assert_cmpstr (stafet_input_get_text (input_at (dialog, 0)), ==, "4:00");
  stafet_input_set_text (input_at (dialog, 0), "længe");
  g_signal_emit_by_name (dialog, "answered");
  settle ();
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 0);
  stafet_input_set_text (input_at (dialog, 0), "2,5");
  g_signal_emit_by_name (dialog, "answered");
  WAIT_UNTIL (all (f, STAFET_KIND_ATTENDANCE)->len == 1);
  g_assert_cmpint (((StafetAttendance *) all (f, STAFET_KIND_ATTENDANCE)->pdata[0])->minutes, ==, 150);
  WAIT_UNTIL (tick_of (page, "Bent Krag · 2 hours 30 min.") != NULL);
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (all (f, STAFET_KIND_ATTENDANCE)->len == 2);
  g_assert_cmpuint (count_rows (app, CAME), ==, 2);
}

RULE (an_extra_helper_is_added)
{
  Fixture *f = &app->plan;
  const StafetAttendance *row;
  gpointer page, dialog;

  fill (app);
  page = open_day (app, TUESDAY - 7);
  WAIT_UNTIL (tick_of (page, "Bent Krag") != NULL);
  dialog = open_dialog (page, "page.helper", ((StafetRecord *) FIND (SHIFT, "Servering"))->uid);
  g_signal_emit_by_name (dialog, "answered");
  settle ();
  assert_mentions (dialog, "Say who it was: a volunteer, a guest or an association, one of the three.");
  stafet_input_set_text (input_at (dialog, 0), "Åse");
  g_signal_emit_by_name (dialog, "answered");
  WAIT_UNTIL (all (f, STAFET_KIND_ATTENDANCE)->len == 1);
  row = all (f, STAFET_KIND_ATTENDANCE)->pdata[0];
  g_assert_cmpint (row->status, ==, STAFET_ATTENDANCE_EXTRA);
  WAIT_UNTIL (tick_of (page, "Åse Kjær · extra") != NULL);
  /* Unticked she was not there at all. */
  gtk_check_button_set_active (tick_of (page, "Åse Kjær"), FALSE);
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (tick_of (page, "Åse Kjær") == NULL);
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 2);
}

/* Who agreed to be missed is not taken to have been there: it is ticked, and saved with the rest. */
RULE (a_regular_was_seen_when_it_is_ticked)
{
  Fixture *f = &app->plan;
  const StafetRegular *eva, *ole;
  gpointer page;

  ADD (REGULAR, "activity=Café", "name=Eva Ry", "consent=2026-09-01");
  ADD (REGULAR, "activity=Café", "name=Ole Ask", "consent=2026-09-01");
  fill (app);
  page = open_day (app, TUESDAY - 7);
  WAIT_UNTIL (tick_of (page, "Eva Ry") != NULL);
  g_assert_false (gtk_check_button_get_active (tick_of (page, "Eva Ry")));
  assert_name (GTK_ACCESSIBLE (tick_of (page, "Eva Ry")),
               "Eva Ry, Regulars of Café who were there, Tuesday 17 November");
  gtk_check_button_set_active (tick_of (page, "Eva Ry"), TRUE);
  assert_measures (page);
  gtk_widget_activate_action (page, "page.save", NULL);
  WAIT_UNTIL (says (page, "summary", "The day is confirmed. Put right what was not so, and save it."));
  eva = (const StafetRegular *) FIND (REGULAR, "Eva Ry");
  ole = (const StafetRegular *) FIND (REGULAR, "Ole Ask");
  g_assert_cmpint (eva->seen, ==, TUESDAY - 7);
  g_assert_cmpint (ole->seen, ==, STAFET_DATE_NONE);
  WAIT_UNTIL (tick_of (page, "Eva Ry · came") != NULL);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (tick_of (page, "Eva Ry"))));
  g_assert_true (gtk_check_button_get_active (tick_of (page, "Eva Ry")));
  /* Nothing of it is left to be saved. */
  gtk_check_button_set_active (tick_of (page, "Ole Ask"), TRUE);
  gtk_check_button_set_active (tick_of (page, "Ole Ask"), FALSE);
  gtk_widget_activate_action (page, "page.save", NULL);
  settle ();
  g_assert_cmpint (((const StafetRegular *) FIND (REGULAR, "Ole Ask"))->seen, ==, STAFET_DATE_NONE);
  /* One step takes the whole day back. */
  done (f, stafet_edit_undo ());
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (tick_of (page, "Eva Ry"))));
  g_assert_cmpint (((const StafetRegular *) FIND (REGULAR, "Eva Ry"))->seen, ==, STAFET_DATE_NONE);
}

RULE (the_card_says_what_nobody_confirmed_beside_the_hours)
{
  Fixture *f = &app->plan;
  gpointer card;

  fill (app);
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, TRUE, 90));
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.volunteer", "s",
                              ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid);
  card = page_in_view (app);
  assert_mentions (PART (card, "dates"),
                   "This year: 1 hour 30 min. confirmed | beside it 8 hours planned, not confirmed");
}

RULE (it_measures_at_every_width)
{
  gpointer page;

  fill (app);
  page = open_days (app);
  WAIT_UNTIL (says (page, "summary", "3 days are not confirmed yet"));
  assert_name (GTK_ACCESSIBLE (tick_of (page, "Bent Krag")),
               "Bent Krag, Café · Servering, Tuesday 17 November");
  assert_measures (page);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  APP_TEST ("/app/attend-page/all-open-days-are-closed-at-once-but-for-who-did-not-come",
            all_open_days_are_closed_at_once_but_for_who_did_not_come);
  APP_TEST ("/app/attend-page/a-month-of-them-is-closed-alone", a_month_of_them_is_closed_alone);
  APP_TEST ("/app/attend-page/one-of-the-days-is-closed-alone", one_of_the_days_is_closed_alone);
  APP_TEST ("/app/attend-page/a-closed-day-is-put-right-and-opened-again",
            a_closed_day_is_put_right_and_opened_again);
  APP_TEST ("/app/attend-page/how-long-somebody-came-is-said-for-her-alone",
            how_long_somebody_came_is_said_for_her_alone);
  APP_TEST ("/app/attend-page/an-extra-helper-is-added", an_extra_helper_is_added);
  APP_TEST ("/app/attend-page/a-regular-was-seen-when-it-is-ticked", a_regular_was_seen_when_it_is_ticked);
  APP_TEST ("/app/attend-page/the-card-says-what-nobody-confirmed-beside-the-hours",
            the_card_says_what_nobody_confirmed_beside_the_hours);
  APP_TEST ("/app/attend-page/it-measures-at-every-width", it_measures_at_every_width);
  return g_test_run ();
}
