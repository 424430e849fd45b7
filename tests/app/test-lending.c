/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the pages of loans, rooms and ideas, and what the editor does for them.
 */
#include "core/stafet-idea.h"
#include "core/stafet-loan.h"
#include "editor-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-loan-section.h"
#include "schedule/stafet-loans.h"

#define PAIRS_OF_LOAN PAIRS ("purpose=local", "people=20")

static StafetLoan *
loan (App *app)
{
  const GPtrArray *loans = all (&app->plan, STAFET_KIND_LOAN);

  g_assert_cmpuint (loans->len, ==, 1);
  return loans->pdata[0];
}

static StafetActivity *
chess (App *app)
{
  return stafet_loan_activity (stafet_plan_get_snapshot (app->plan.plan), loan (app));
}

/* In the store before the window opens. */
static void
ask_for_hall (App *app, const char *rule)
{
  Fixture *f = &app->plan;
  g_autofree char *repeats = g_strconcat ("rule=", rule, NULL);
  const StafetActivityDraft draft = {
    .pairs = PAIRS ("title=Skak", "house=Møllestien", "room=Salen", "category=loan", "organiser=Skakklubben",
                    repeats, "start=2026-12-17T18:00", "end=2026-12-17T21:00", "draft=yes"),
    .loan = PAIRS_OF_LOAN
  };

  ADD (ORGANISER, "name=Skakklubben", "phone=12345678");
  done (f, stafet_use_save_activity (&draft));
}

static GtkWidget *
open_page (App *app, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL);
  settle ();
  return page_of (app);
}

/* The dialog that is open, or NULL. */
static GtkWidget *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
act (GtkWidget *page, const char *action, const char *uid)
{
  gtk_widget_activate_action (page, action, "s", uid);
  settle ();
  return dialog ();
}

static StafetInput *
input_called (GtkWidget *root, const char *title)
{
  g_autoptr (GPtrArray) inputs = widgets_of (root, STAFET_TYPE_INPUT);

  for (guint i = 0; i < inputs->len; i++)
    {
      g_autofree char *own = NULL;

      g_object_get (inputs->pdata[i], "title", &own, NULL);
      if (g_str_equal (own, title))
        return inputs->pdata[i];
    }
  g_error ("There is no field called %s", title);
}

static void
write_into (GtkWidget *root, const char *title, const char *text)
{
  stafet_input_set_text (input_called (root, title), text);
}

static void
press_answer (void)
{
  g_signal_emit_by_name (PART (dialog (), "answer"), "clicked");
}

static void
answer_dialog (void)
{
  press_answer ();
  WAIT_UNTIL (dialog () == NULL);
  settle ();
}

/* ——— Loans ——— */

RULE (a_request_is_saved_as_one_and_takes_up_no_room)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_page (app, "win.new-loan");
  g_assert_true (shows (editor, "loan"));
  g_assert_false (shows (editor, "save_draft"));
  type (editor, "title", "Generalforsamling");
  type (editor, "when", "17/12 19-22");
  choose_room (app, editor, "Salen");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (PART (editor, "loan"), "purpose")),
                              STAFET_PURPOSE_LOCAL + 1);
  stafet_input_set_text (STAFET_INPUT (PART (PART (editor, "loan"), "people")), "mange");
  save (app);
  g_assert_true (is_editing (app));
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_LOAN)->len, ==, 0);
  stafet_input_set_text (STAFET_INPUT (PART (PART (editor, "loan"), "people")), "35");
  save (app);
  wait_saved (app);
  g_assert_cmpint (loan (app)->state, ==, STAFET_LOAN_ASKED);
  g_assert_cmpint (loan (app)->people, ==, 35);
  g_assert_cmpint (loan (app)->purpose, ==, STAFET_PURPOSE_LOCAL);
  g_assert_true (chess (app)->draft);
  g_assert_cmpint (chess (app)->visibility, ==, STAFET_VISIBILITY_OCCUPIED);
}

RULE (lending_is_asked_about_once_it_is_chosen)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  g_assert_false (shows (editor, "loan"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "category")), STAFET_CATEGORY_LOAN + 1);
  g_assert_true (shows (editor, "loan"));
  assert_shows (PART (editor, "save"), "Save the request");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "category")), 0);
  g_assert_false (shows (editor, "loan"));
  assert_shows (PART (editor, "save"), "Create activity");
}

RULE (a_request_that_is_opened_shows_its_dates)
{
  GtkWidget *editor;

  ask_for_hall (app, "FREQ=WEEKLY");
  open_program (app);
  stafet_window_push (
    STAFET_WINDOW (app->window),
    stafet_activity_editor_new_for (app->desk, loan (app)->activity, stafet_date_new (2026, 12, 17)));
  settle ();
  editor = page_of (app);
  WAIT_UNTIL (shows (editor, "dates"));
  assert_mentions (PART (editor, "dates"), "Thursday 17 December");
  type (editor, "to", "22");
  save (app);
  wait_saved (app);
  g_assert_true (chess (app)->draft);
  g_assert_cmpint (stafet_wall_minutes (chess (app)->timing.end), ==, 22 * 60);
}

RULE (somebody_named_approves)
{
  GtkWidget *page;

  ask_for_hall (app, "");
  open_program (app);
  page = open_page (app, "win.loans");
  g_assert_true (shows (page, "asked_section"));
  assert_mentions (PART (page, "asked"), "Skakklubben · Skak");
  assert_mentions (PART (page, "asked"), "priority 2");
  act (page, "page.approve", loan (app)->parent.uid);
  press_answer ();
  WAIT_UNTIL (mentions (dialog (), "Who decides? Write name and role"));
  write_into (dialog (), "Who decides (name and role)", "Hanne Holm, centerleder");
  write_into (dialog (), "What the borrower is told", "Husk at låse");
  answer_dialog ();
  g_assert_cmpint (loan (app)->state, ==, STAFET_LOAN_APPROVED);
  WAIT_UNTIL (!shows (page, "asked_section") && shows (page, "lent_section"));
  assert_mentions (PART (page, "lent"), "Hanne Holm, centerleder · Husk at låse");
}

RULE (what_is_in_the_way_is_said_before_it_is_approved)
{
  Fixture *f = &app->plan;
  GtkWidget *page;

  ADD (ACTIVITY, "title=Julefest", "house=Møllestien", "room=Salen", "start=2026-12-17T17:00",
       "end=2026-12-17T20:00");
  ask_for_hall (app, "");
  open_program (app);
  page = open_page (app, "win.loans");
  act (page, "page.approve", loan (app)->parent.uid);
  assert_mentions (dialog (), "Julefest");
  write_into (dialog (), "Who decides (name and role)", "Hanne Holm, centerleder");
  press_answer ();
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (dialog (), "problem"))));
  {
    g_autoptr (GPtrArray) ticks = widgets_of (dialog (), GTK_TYPE_CHECK_BUTTON);

    g_assert_cmpuint (ticks->len, ==, 1);
    gtk_check_button_set_active (ticks->pdata[0], TRUE);
  }
  answer_dialog ();
  g_assert_false (chess (app)->draft);
}

RULE (a_refusal_has_its_reason)
{
  GtkWidget *page;

  ask_for_hall (app, "");
  open_program (app);
  page = open_page (app, "win.loans");
  act (page, "page.refuse", loan (app)->parent.uid);
  {
    g_autoptr (GPtrArray) picks = widgets_of (dialog (), GTK_TYPE_DROP_DOWN);

    gtk_drop_down_set_selected (picks->pdata[0], STAFET_REFUSAL_CLOSED);
  }
  write_into (dialog (), "Who decides (name and role)", "Hanne Holm, centerleder");
  answer_dialog ();
  WAIT_UNTIL (shows (page, "closed_section"));
  assert_mentions (PART (page, "closed"), "nobody can open and lock up at that time");
}

RULE (a_date_moves_when_the_borrower_says_yes)
{
  Fixture *f = &app->plan;
  StafetDate date = stafet_date_new (2026, 12, 17);
  GtkWidget *page;

  ask_for_hall (app, "FREQ=WEEKLY");
  done (f, stafet_use_approve_loan (loan (app)->parent.uid, "Hanne", NULL, FALSE));
  open_program (app);
  page = open_page (app, "win.loans");
  act (page, "page.propose", loan (app)->parent.uid);
  g_assert_cmpstr (stafet_input_get_text (input_called (dialog (), "From")), ==, "18.00");
  write_into (dialog (), "From", "16");
  write_into (dialog (), "To", "19");
  answer_dialog ();
  WAIT_UNTIL (
    mentions (PART (page, "lent"), "Thursday 17 December moves to Thursday 17 December 16:00–19:00"));
  assert_on (app, loan (app)->activity, date, "18:00-21:00 Skak");
  gtk_widget_activate_action (page, "page.said-yes", "s", loan (app)->parent.uid);
  WAIT_UNTIL (loan (app)->move_date == STAFET_DATE_NONE);
  settle ();
  assert_on (app, loan (app)->activity, date, "16:00-19:00 Skak");
}

/* ——— Rooms ——— */

RULE (rooms_are_joined_by_ticks)
{
  const StafetRoom *both;
  GtkWidget *page;

  open_program (app);
  page = open_page (app, "win.rooms");
  assert_mentions (PART (page, "list"), "Salen");
  gtk_widget_activate_action (page, "page.new", NULL);
  settle ();
  write_into (dialog (), "Name", "Salen og Værkstedet");
  write_into (dialog (), "Seats at tables", "ti");
  press_answer ();
  settle ();
  assert_mentions (dialog (), "ti");
  write_into (dialog (), "Seats at tables", "60");
  {
    g_autoptr (GPtrArray) ticks = widgets_of (dialog (), GTK_TYPE_CHECK_BUTTON);

    for (guint i = 0; i < ticks->len; i++)
      gtk_check_button_set_active (ticks->pdata[i], TRUE);
    g_assert_cmpuint (ticks->len, >=, 2);
  }
  answer_dialog ();
  both = find (&app->plan, STAFET_KIND_ROOM, "Salen og Værkstedet");
  g_assert_cmpint (both->tables, ==, 60);
  g_assert_true (both->house == uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
  WAIT_UNTIL (mentions (PART (page, "list"), "Salen + Værkstedet"));
  act (page, "page.edit", both->parent.uid);
  {
    g_autoptr (GPtrArray) ticks = widgets_of (dialog (), GTK_TYPE_CHECK_BUTTON);

    g_assert_true (gtk_check_button_get_active (ticks->pdata[0]));
    for (guint i = 0; i < ticks->len; i++)
      gtk_check_button_set_active (ticks->pdata[i], FALSE);
  }
  answer_dialog ();
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_ROOM_PART)->len, ==, 0);
}

RULE (a_room_that_is_used_stays)
{
  GtkWidget *page;

  open_program (app);
  page = open_page (app, "win.rooms");
  gtk_widget_activate_action (page, "page.remove", "s", uid_of (app, STAFET_KIND_ROOM, "Salen"));
  settle ();
  WAIT_UNTIL (mentions (app->window, "cannot be removed"));
  g_assert_nonnull (find (&app->plan, STAFET_KIND_ROOM, "Salen"));
}

/* ——— Ideas ——— */

RULE (an_idea_fills_in_a_new_activity)
{
  Fixture *f = &app->plan;
  GtkWidget *page, *editor;

  ADD (IDEA, "title=Julebanko", "category=games", "people=70", "roles=1 Opråber, 3 Kaffe", "price=20 kr.",
       "materials=Plader", "went=Fuldt hus");
  open_program (app);
  page = open_page (app, "win.ideas");
  assert_mentions (PART (page, "list"), "1 Opråber, 3 Kaffe · for 70 people · Plader");
  assert_mentions (PART (page, "list"), "How it went: Fuldt hus");
  gtk_widget_activate_action (page, "page.plan", "s",
                              ((StafetRecord *) find (f, STAFET_KIND_IDEA, "Julebanko"))->uid);
  settle ();
  editor = page_of (app);
  g_assert_cmpstr (typed (editor, "title"), ==, "Julebanko");
  {
    g_autoptr (GPtrArray) roles = widgets_of (editor, STAFET_TYPE_ROLE_ROW);

    /* One row waits, behind those that are filled in. */
    g_assert_cmpuint (roles->len, ==, 3);
    g_assert_cmpstr (stafet_role_row_get_role (roles->pdata[1]), ==, "Kaffe");
    g_assert_true (stafet_role_row_is_empty (roles->pdata[2]));
  }
  type (editor, "when", "18/12 14-16");
  save (app);
  WAIT_UNTIL (!STAFET_IS_ACTIVITY_EDITOR (page_of (app)));
  settle ();
  {
    const StafetActivity *activity = find (f, STAFET_KIND_ACTIVITY, "Julebanko");

    g_assert_cmpint (activity->capacity, ==, 70);
    g_assert_cmpint (activity->category, ==, STAFET_CATEGORY_GAMES);
    g_assert_cmpstr (activity->make_ready, ==, "Plader");
    g_assert_cmpint (((StafetShift *) find (f, STAFET_KIND_SHIFT, "Julebanko/Kaffe"))->wanted, ==, 3);
  }
}

RULE (an_activity_is_saved_as_an_idea)
{
  const StafetIdea *idea;
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  g_assert_true (shows (editor, "save_idea"));
  g_signal_emit_by_name (PART (editor, "save_idea"), "clicked");
  settle ();
  g_assert_cmpstr (stafet_input_get_text (input_called (dialog (), "Title")), ==, "Café");
  write_into (dialog (), "How it went", "Hyggeligt");
  answer_dialog ();
  idea = find (&app->plan, STAFET_KIND_IDEA, "Café");
  g_assert_cmpstr (idea->went, ==, "Hyggeligt");
  g_assert_cmpint (idea->minutes, ==, 240);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_IDEA_ROLE)->len, >, 0);
}

/* ——— Time and place in the editor ——— */

RULE (a_clash_offers_the_nearest_time_that_is_free)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "hver tirsdag 13-14");
  choose_room (app, editor, "Salen");
  WAIT_UNTIL (shows (editor, "clash"));
  g_assert_true (shows (editor, "free_time"));
  g_signal_emit_by_name (PART (editor, "free_time"), "clicked");
  WAIT_UNTIL (!shows (editor, "clash"));
  g_assert_cmpstr (typed (editor, "from"), ==, "14.30");
  save (app);
  wait_saved (app);
  g_assert_cmpint (
    stafet_wall_minutes (((StafetActivity *) find (&app->plan, STAFET_KIND_ACTIVITY, "Banko"))->timing.start),
    ==, 14 * 60 + 30);
}

RULE (what_a_room_takes_is_saved)
{
  Fixture *f = &app->plan;
  const StafetActivity *activity;
  GtkWidget *editor;

  ADD (ROOM, "name=Bussen", "house=Møllestien", "kind=vehicle", "tables=8");
  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Tur");
  type (editor, "when", "hver onsdag 10-12");
  choose_room (app, editor, "Salen");
  g_assert_true (shows (editor, "vehicles"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "layout")), STAFET_LAYOUT_ROWS + 1);
  stafet_choice_set (GTK_DROP_DOWN (PART (editor, "vehicle")), uid_of (app, STAFET_KIND_ROOM, "Bussen"));
  write_into (editor, "Set-up before, minutes", "45");
  save (app);
  wait_saved (app);
  activity = find (f, STAFET_KIND_ACTIVITY, "Tur");
  g_assert_cmpint (activity->layout, ==, STAFET_LAYOUT_ROWS);
  g_assert_cmpint (activity->setup_minutes, ==, 45);
  g_assert_cmpint (activity->cleardown_minutes, ==, STAFET_INTEGER_NONE);
  g_assert_true (activity->vehicle == uid_of (app, STAFET_KIND_ROOM, "Bussen"));
}

RULE (an_organiser_is_made_on_the_way)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;
  StafetActivityEditor *self;

  open_program (app);
  editor = open_new (app);
  self = STAFET_ACTIVITY_EDITOR (editor);
  self->made_kind = STAFET_KIND_ORGANISER;
  self->made = g_strdup ("Bridgeklubben");
  ADD (ORGANISER, "name=Bridgeklubben");
  WAIT_UNTIL (stafet_choice_get (GTK_DROP_DOWN (PART (editor, "organiser")))
              == uid_of (app, STAFET_KIND_ORGANISER, "Bridgeklubben"));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define LENDING(name, func) APP_TEST ("/app/lending/" name, func)
  LENDING ("a-request-is-saved-as-one-and-takes-up-no-room", a_request_is_saved_as_one_and_takes_up_no_room);
  LENDING ("lending-is-asked-about-once-it-is-chosen", lending_is_asked_about_once_it_is_chosen);
  LENDING ("a-request-that-is-opened-shows-its-dates", a_request_that_is_opened_shows_its_dates);
  LENDING ("somebody-named-approves", somebody_named_approves);
  LENDING ("what-is-in-the-way-is-said-before-it-is-approved",
           what_is_in_the_way_is_said_before_it_is_approved);
  LENDING ("a-refusal-has-its-reason", a_refusal_has_its_reason);
  LENDING ("a-date-moves-when-the-borrower-says-yes", a_date_moves_when_the_borrower_says_yes);
  LENDING ("rooms-are-joined-by-ticks", rooms_are_joined_by_ticks);
  LENDING ("a-room-that-is-used-stays", a_room_that_is_used_stays);
  LENDING ("an-idea-fills-in-a-new-activity", an_idea_fills_in_a_new_activity);
  LENDING ("an-activity-is-saved-as-an-idea", an_activity_is_saved_as_an_idea);
  LENDING ("a-clash-offers-the-nearest-time-that-is-free", a_clash_offers_the_nearest_time_that_is_free);
  LENDING ("what-a-room-takes-is-saved", what_a_room_takes_is_saved);
  LENDING ("an-organiser-is-made-on-the-way", an_organiser_is_made_on_the_way);
  return g_test_run ();
}
