/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page of the proposal to its draft: who and why, what is unticked, what is asked in one change,
 * and who waits to be rung.
 */
#include "app-fixture.h"

#include "app/stafet-proposal-page.h"
#include "app/stafet-window-private.h"

static gpointer
part (gpointer widget, const char *id)
{
  return PART (widget, id);
}

/* Ann and Bo can serve on Wednesdays, where two are wanted; nobody can cook. */
static void
add_kitchen (App *app)
{
  Fixture *f = &app->plan;

  ADD (ACTIVITY, "title=Suppe", "house=Møllestien", "start=2026-12-02T11:00", "end=2026-12-02T13:00");
  ADD (SHIFT, "activity=Suppe", "role=Bord", "wanted=2");
  ADD (SHIFT, "activity=Suppe", "role=Gryde", "wanted=1", "skill=suppe");
  ADD (VOLUNTEER, "name=Ann Prøve", "houses=Møllestien", "available=wed 09:00-15:00", "phones=12345678");
  ADD (VOLUNTEER, "name=Bo Prøve", "houses=Møllestien", "available=wed 09:00-15:00 preferred");
}

static GtkWidget *
open_page (App *app)
{
  GtkWidget *page;

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.propose", NULL);
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
  g_assert_true (STAFET_IS_PROPOSAL_PAGE (page));
  WAIT_UNTIL (strcmp (gtk_label_get_text (part (page, "summary")), "Looking for who can …") != 0);
  return page;
}

static GtkCheckButton *
find_tick (GtkWidget *page, const char *name)
{
  g_autoptr (GPtrArray) ticks = widgets_of (part (page, "list"), GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (ticks->pdata[i]),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (other == NULL)
        return ticks->pdata[i];
    }
  return NULL;
}

static GtkCheckButton *
tick_of (GtkWidget *page, const char *name)
{
  GtkCheckButton *tick = find_tick (page, name);

  g_assert_nonnull (tick);
  return tick;
}

static guint
count_asked (App *app)
{
  return all (&app->plan, STAFET_KIND_ASSIGNMENT)->len;
}

RULE (lines_say_who_and_why_and_what_stays_empty)
{
  GtkWidget *page;

  add_kitchen (app);
  page = open_page (app);
  assert_mentions (page, "2 proposals for 5 places that nobody has. Proved: no plan fills more.");
  tick_of (page, "Suppe · Bord, Wednesday 2 December, Ann Prøve");
  tick_of (page, "Suppe · Bord, Wednesday 2 December, Bo Prøve");
  assert_mentions (page, "prefers this time");
  assert_mentions (page, "3 places stay empty");
  assert_mentions (page, "Gryde");
  g_assert_cmpuint (count_asked (app), ==, 0);
}

RULE (what_is_unticked_is_not_asked_and_one_undo_takes_all_back)
{
  GtkWidget *page;

  add_kitchen (app);
  page = open_page (app);
  gtk_check_button_set_active (tick_of (page, "Suppe · Bord, Wednesday 2 December, Ann Prøve"), FALSE);
  settle ();
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (1)");
  gtk_check_button_set_active (tick_of (page, "Suppe · Bord, Wednesday 2 December, Ann Prøve"), TRUE);
  settle ();
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (2)");
  gtk_check_button_set_active (tick_of (page, "Suppe · Bord, Wednesday 2 December, Bo Prøve"), FALSE);
  g_signal_emit_by_name (part (page, "accept"), "clicked");
  WAIT_UNTIL (count_asked (app) == 1);
  WAIT_UNTIL (is_shown (part (page, "asked_box"), page));
  assert_mentions (page, "12 34 56 78");
  /* Bo is proposed still, and still not ticked. */
  WAIT_UNTIL (strcmp (gtk_button_get_label (part (page, "accept")), "Put on as asked (0)") == 0);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (count_asked (app) == 0);
  WAIT_UNTIL (!is_shown (part (page, "asked_box"), page));
}

/* Bo would rather not come more often, but at that time. */
RULE (what_weighs_most_decides)
{
  Fixture *f = &app->plan;
  GtkWidget *page;
  g_autoptr (GPtrArray) buttons = NULL;

  add_kitchen (app);
  EDIT (SHIFT, "Bord", "wanted=1");
  EDIT (VOLUNTEER, "Bo Prøve", "wished_per_week=0");
  page = open_page (app);
  g_assert_nonnull (find_tick (page, "Suppe · Bord, Wednesday 2 December, Ann Prøve"));
  buttons = widgets_of (part (page, "weights"), GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 12);
  assert_name (buttons->pdata[5], "Wishes: much");
  assert_name (buttons->pdata[9], "Fair share: little");
  gtk_toggle_button_set_active (buttons->pdata[5], TRUE);
  gtk_toggle_button_set_active (buttons->pdata[9], TRUE);
  WAIT_UNTIL (find_tick (page, "Suppe · Bord, Wednesday 2 December, Bo Prøve") != NULL);
  g_assert_null (find_tick (page, "Suppe · Bord, Wednesday 2 December, Ann Prøve"));
}

RULE (a_week_with_nobody_to_propose_says_so)
{
  GtkWidget *page;

  add_kitchen (app);
  page = open_page (app);
  stafet_page_step (STAFET_PAGE (page), 40);
  WAIT_UNTIL (!is_shown (part (page, "bar"), page));
  assert_silent_of (page, "Suppe");
  assert_mentions (page, "Nobody can be proposed for the 2 places that nobody has");
}

RULE (it_may_be_left_while_it_looks)
{
  add_kitchen (app);
  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.propose", NULL);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  settle ();
}

static guint
count_ticks (GtkWidget *page)
{
  g_autoptr (GPtrArray) ticks = widgets_of (part (page, "list"), GTK_TYPE_CHECK_BUTTON);

  return ticks->len;
}

/* On three Wednesdays of December Ann serves alone. */
static void
add_series (App *app)
{
  Fixture *f = &app->plan;

  ADD (ACTIVITY, "title=Suppe", "house=Møllestien", "start=2026-12-02T11:00", "end=2026-12-02T13:00",
       "rule=FREQ=WEEKLY", "until=2026-12-16");
  ADD (SHIFT, "activity=Suppe", "role=Bord", "wanted=1");
  ADD (VOLUNTEER, "name=Ann Prøve", "houses=Møllestien", "available=wed 09:00-15:00");
}

RULE (a_month_is_taken_series_by_series)
{
  GtkWidget *page;
  GtkCheckButton *all;

  add_series (app);
  page = open_page (app);
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (1)");
  gtk_toggle_button_set_active (part (page, "months"), TRUE);
  WAIT_UNTIL (strcmp (gtk_button_get_label (part (page, "accept")), "Put on as asked (3)") == 0);
  g_assert_nonnull (strstr (stafet_page_get_title (STAFET_PAGE (page)), "Propose"));
  g_assert_cmpuint (count_ticks (page), ==, 3);
  gtk_toggle_button_set_active (part (page, "activities"), TRUE);
  settle ();
  g_assert_cmpuint (count_ticks (page), ==, 4);
  all = tick_of (page, "Suppe · Bord, all dates");
  g_assert_true (gtk_check_button_get_active (all));
  gtk_check_button_set_active (tick_of (page, "Suppe · Bord, Wednesday 9 December, Ann Prøve"), FALSE);
  settle ();
  g_assert_true (gtk_check_button_get_inconsistent (all));
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (2)");
  gtk_check_button_set_active (all, TRUE);
  settle ();
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (3)");
  gtk_check_button_set_active (all, FALSE);
  settle ();
  g_assert_cmpstr (gtk_button_get_label (part (page, "accept")), ==, "Put on as asked (0)");
  g_assert_false (
    gtk_check_button_get_active (tick_of (page, "Suppe · Bord, Wednesday 16 December, Ann Prøve")));
  /* The month before, and back to a week. */
  stafet_page_step (STAFET_PAGE (page), 1);
  WAIT_UNTIL (!is_shown (part (page, "bar"), page));
  gtk_toggle_button_set_active (part (page, "months"), FALSE);
  settle ();
}

/* Ann is asked to serve, and nobody else can cook. */
RULE (a_question_nobody_was_rung_about_makes_room)
{
  Fixture *f = &app->plan;
  GtkWidget *page;

  add_kitchen (app);
  EDIT (SHIFT, "Bord", "wanted=1");
  EDIT (VOLUNTEER, "Ann Prøve", "skills=suppe");
  done (f, stafet_use_assign ("Bord", WHO ("Ann Prøve"), stafet_date_new (2026, 12, 2), TRUE, FALSE));
  page = open_page (app);
  WAIT_UNTIL (is_shown (part (page, "withdrawn_box"), page));
  tick_of (page, "Suppe · Gryde, Wednesday 2 December, Ann Prøve");
  tick_of (page, "Suppe · Bord, Wednesday 2 December, Bo Prøve");
  g_signal_emit_by_name (part (page, "accept"), "clicked");
  WAIT_UNTIL (!is_shown (part (page, "withdrawn_box"), page));
  g_assert_cmpuint (count_asked (app), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (is_shown (part (page, "withdrawn_box"), page));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  APP_TEST ("/app/proposal-page/lines", lines_say_who_and_why_and_what_stays_empty);
  APP_TEST ("/app/proposal-page/ticks", what_is_unticked_is_not_asked_and_one_undo_takes_all_back);
  APP_TEST ("/app/proposal-page/weights", what_weighs_most_decides);
  APP_TEST ("/app/proposal-page/nobody", a_week_with_nobody_to_propose_says_so);
  APP_TEST ("/app/proposal-page/series", a_month_is_taken_series_by_series);
  APP_TEST ("/app/proposal-page/makes-room", a_question_nobody_was_rung_about_makes_room);
  APP_TEST ("/app/proposal-page/left", it_may_be_left_while_it_looks);
  return g_test_run ();
}
