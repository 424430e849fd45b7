/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the editor of activities to showing what was typed while it is typed, and to saving
 * what was meant: on one date, from a date on, or on all.
 */
#include "editor-fixture.h"

/* ——— The preview ——— */

RULE (a_rule_that_is_typed_shows_its_next_five_dates)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  g_assert_false (shows (editor, "dates"));
  type (editor, "when", "hver tirsdag i lige uger 14-15.30");
  WAIT_UNTIL (shows (editor, "dates"));
  g_assert_cmpuint (count_dates (editor), ==, 5);
  assert_mentions (PART (editor, "dates"), "Tuesday 24 November | week 48");
  assert_mentions (PART (editor, "dates"), "Tuesday 8 December | week 50");
  assert_mentions (PART (editor, "dates_hint"), "14:00–15:30");
  type (editor, "when", "24/12 14-15");
  WAIT_UNTIL (count_dates (editor) == 1);
  type (editor, "when", "når det passer");
  WAIT_UNTIL (!shows (editor, "dates"));
  g_assert_cmpuint (count_dates (editor), ==, 0);
}

RULE (a_holiday_is_struck_out_of_the_dates)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "first", "11/12");
  type (editor, "when", "hver fredag 14-15");
  WAIT_UNTIL (shows (editor, "dates"));
  g_assert_cmpuint (count_dates (editor), ==, 5);
  assert_mentions (PART (editor, "dates"), "Friday 25 December | Christmas Day: not held");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "holidays")), STAFET_HOLIDAY_KEEP);
  WAIT_UNTIL (!mentions (PART (editor, "dates"), "not held"));
  assert_mentions (PART (editor, "dates"), "Friday 25 December | Christmas Day | week 52");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "holidays")), STAFET_HOLIDAY_ASK);
  WAIT_UNTIL (mentions (PART (editor, "dates"), "Christmas Day: will wait for your answer"));
}

static void
assert_unsaid (GtkWidget *editor, const char *input, const char *expected)
{
  g_autofree char *placeholder = NULL;

  g_object_get (PART (editor, input), "placeholder", &placeholder, NULL);
  g_assert_cmpstr (placeholder, ==, expected);
}

RULE (a_date_that_the_sentence_leaves_out_is_not_held)
{
  StafetDate date = stafet_date_new (2026, 12, 8);
  g_autoptr (StafetAgenda) agenda = NULL;
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Krolf");
  type (editor, "when", "hver tirsdag 14-15.30 undtagen 9/12");
  WAIT_UNTIL (mentions (PART (editor, "dates_hint"), "Nothing would be held on Wednesday 9 December anyway")
              || mentions (PART (editor, "when"), "Nothing would be held on Wednesday 9 December anyway"));
  type (editor, "when", "hver tirsdag 14-15.30 undtagen 8/12");
  WAIT_UNTIL (mentions (PART (editor, "dates"), "Tuesday 8 December | Not this time: not held"));
  save (app);
  wait_saved (app);
  agenda = agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Krolf"), date);
  g_assert_cmpint (ENTRY (agenda)->status, ==, STAFET_STATUS_CANCELLED);
  assert_on (app, uid_of (app, STAFET_KIND_ACTIVITY, "Krolf"), date + 7, "14:00-15:30 Krolf");
}

RULE (what_is_counted_says_where_its_last_date_comes_from)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "when", "hver torsdag 14-15.30, 10 gange");
  WAIT_UNTIL (count_dates (editor) == 5);
  assert_unsaid (editor, "until", "after 10 times");
}

RULE (an_end_that_is_missing_is_asked_for_beside_the_dates)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  gtk_widget_grab_focus (GTK_WIDGET (PART (editor, "when")));
  type (editor, "when", "sidste fredag i måneden kl 14");
  WAIT_UNTIL (count_dates (editor) == 5);
  assert_mentions (PART (editor, "dates"), "Friday 27 November");
  assert_mentions (PART (editor, "dates_hint"), "the last Friday of the month 14:00");
  assert_silent_of (PART (editor, "dates_hint"), "24:00");
  assert_silent_of (PART (editor, "to"), "At what time");
  gtk_widget_grab_focus (GTK_WIDGET (PART (editor, "from")));
  WAIT_UNTIL (mentions (PART (editor, "to"), "At what time does it end?"));
  type (editor, "to", "16");
  WAIT_UNTIL (!mentions (PART (editor, "to"), "At what time"));
  WAIT_UNTIL (mentions (PART (editor, "dates_hint"), "14:00–16:00"));
}

RULE (what_the_sentence_says_stands_in_the_empty_fields)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "when", "hver torsdag 10-12 fra 3/12");
  WAIT_UNTIL (count_dates (editor) == 5);
  assert_unsaid (editor, "from", "10.00");
  assert_unsaid (editor, "to", "12.00");
  assert_unsaid (editor, "first", "3 December 2026");
  assert_unsaid (editor, "until", "open");
  type (editor, "when", "hver torsdag");
  WAIT_UNTIL (count_dates (editor) == 0);
  assert_unsaid (editor, "from", "14");
  assert_unsaid (editor, "first", "today");
}

static guint
policy (GtkWidget *editor)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (PART (editor, "holidays")));
}

RULE (a_date_that_somebody_names_is_held_on_a_holiday)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  g_assert_cmpuint (policy (editor), ==, STAFET_HOLIDAY_CANCEL);
  type (editor, "title", "Julehygge");
  type (editor, "when", "24/12 kl 14-16");
  WAIT_UNTIL (count_dates (editor) == 1);
  g_assert_cmpuint (policy (editor), ==, STAFET_HOLIDAY_KEEP);
  assert_mentions (PART (editor, "dates"), "Thursday 24 December | Christmas Eve | week 52");
  type (editor, "when", "hver torsdag 14-16");
  WAIT_UNTIL (count_dates (editor) == 5);
  g_assert_cmpuint (policy (editor), ==, STAFET_HOLIDAY_CANCEL);
  type (editor, "when", "");
  type (editor, "first", "24/12");
  type (editor, "from", "14");
  type (editor, "to", "16");
  save (app);
  wait_saved (app);
  g_assert_cmpint (((StafetActivity *) find (&app->plan, STAFET_KIND_ACTIVITY, "Julehygge"))->timing.holidays,
                   ==, STAFET_HOLIDAY_KEEP);
}

RULE (what_was_chosen_for_holidays_stands)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "holidays")), STAFET_HOLIDAY_ASK);
  type (editor, "when", "24/12 14-16");
  WAIT_UNTIL (count_dates (editor) == 1);
  g_assert_cmpuint (policy (editor), ==, STAFET_HOLIDAY_ASK);
  go_back (app);
  editor = open_new (app);
  WAIT_UNTIL (count_dates (editor) == 1);
  type (editor, "when", "25/12 14-16");
  WAIT_UNTIL (mentions (PART (editor, "dates"), "25 December"));
  g_assert_cmpuint (policy (editor), ==, STAFET_HOLIDAY_ASK);
}

RULE (what_lasts_for_days_is_made_and_keeps_its_end)
{
  const StafetActivity *fair;
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Julemarked");
  type (editor, "when", "27/11 kl 10 til 29/11 kl 16");
  WAIT_UNTIL (count_dates (editor) == 1);
  assert_mentions (PART (editor, "dates_hint"), "29 November");
  assert_unsaid (editor, "to", "29 November 2026 16.00");
  save (app);
  wait_saved (app);
  fair = find (&app->plan, STAFET_KIND_ACTIVITY, "Julemarked");
  g_assert_cmpint (fair->timing.start, ==, stafet_wall_new (TUESDAY + 3, 600));
  g_assert_cmpint (fair->timing.end, ==, stafet_wall_new (TUESDAY + 5, 960));
  stafet_window_push (STAFET_WINDOW (app->window),
                      stafet_activity_editor_new_for (app->desk, fair->parent.uid, TUESDAY + 3));
  settle ();
  editor = page_of (app);
  g_assert_cmpstr (typed (editor, "to"), ==, "29 November 2026 16.00");
  type (editor, "from", "11");
  save (app);
  wait_saved (app);
  fair = find (&app->plan, STAFET_KIND_ACTIVITY, "Julemarked");
  g_assert_cmpint (fair->timing.start, ==, stafet_wall_new (TUESDAY + 3, 660));
  g_assert_cmpint (fair->timing.end, ==, stafet_wall_new (TUESDAY + 5, 960));
}

RULE (what_was_made_is_in_view_afterwards)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Julehygge");
  type (editor, "when", "24/12 kl 14-16");
  save (app);
  wait_saved (app);
  WAIT_UNTIL (mentions (page_of (app), "Julehygge"));
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 30);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "hver torsdag 18-20");
  save (app);
  wait_saved (app);
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 30);
  editor = open_new (app);
  type (editor, "title", "Måske");
  type (editor, "when", "hver fredag 18-20");
  g_signal_emit_by_name (PART (editor, "save_draft"), "clicked");
  wait_saved (app);
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 30);
}

RULE (a_vehicle_is_no_room_unless_it_is_one_already)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;
  GtkDropDown *room;

  ADD (ROOM, "name=Minibussen", "house=Møllestien", "kind=vehicle");
  open_program (app);
  editor = open_new (app);
  room = GTK_DROP_DOWN (PART (editor, "room"));
  choose_room (app, editor, "Minibussen");
  g_assert_null (stafet_choice_get (room));
  choose_room (app, editor, "Værkstedet");
  g_assert_nonnull (stafet_choice_get (room));
  go_back (app);
  EDIT (ACTIVITY, "Café", "room=Minibussen");
  editor = open_cafe (app, TUESDAY);
  room = GTK_DROP_DOWN (PART (editor, "room"));
  g_assert_true (stafet_choice_get (room) == uid_of (app, STAFET_KIND_ROOM, "Minibussen"));
}

RULE (a_clash_names_the_room_and_offers_one_that_is_free)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "hver tirsdag 11-12");
  choose_room (app, editor, "Salen");
  WAIT_UNTIL (shows (editor, "clash"));
  assert_mentions (PART (editor, "clash_text"), "Salen");
  assert_mentions (PART (editor, "clash_text"), "Café");
  assert_mentions (PART (editor, "dates"), "Tuesday 24 November | The room is taken: Café | week 48");
  g_assert_true (shows (editor, "free_room"));
  assert_shows (PART (editor, "free_room"), "Use Værkstedet, which is free");
  g_signal_emit_by_name (PART (editor, "free_room"), "clicked");
  WAIT_UNTIL (!shows (editor, "clash"));
  g_assert_true (stafet_choice_get (GTK_DROP_DOWN (PART (editor, "room")))
                 == uid_of (app, STAFET_KIND_ROOM, "Værkstedet"));
}

RULE (a_room_that_is_taken_is_not_offered)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  ADD (ACTIVITY, "title=Sløjd", "house=Møllestien", "start=2026-11-24T11:00", "end=2026-11-24T13:00",
       "room=Værkstedet");
  open_program (app);
  editor = open_new (app);
  type (editor, "when", "24/11 11-12");
  choose_room (app, editor, "Salen");
  WAIT_UNTIL (shows (editor, "clash"));
  g_assert_false (shows (editor, "free_room"));
  type (editor, "when", "25/11 11-12");
  WAIT_UNTIL (!shows (editor, "clash"));
}

RULE (what_is_wrong_with_when_is_said_once_the_field_is_left)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  gtk_widget_grab_focus (GTK_WIDGET (PART (editor, "when")));
  type (editor, "when", "når det passer");
  stafet_activity_editor_preview (STAFET_ACTIVITY_EDITOR (editor));
  assert_silent_of (PART (editor, "when"), "is not understood");
  gtk_widget_grab_focus (GTK_WIDGET (PART (editor, "title")));
  WAIT_UNTIL (mentions (PART (editor, "when"), "is not understood"));
  type (editor, "when", "hver tirsdag");
  type (editor, "from", "14");
  type (editor, "to", "13");
  WAIT_UNTIL (mentions (PART (editor, "to"), "The end is before the start"));
  type (editor, "from", "12");
  WAIT_UNTIL (!mentions (PART (editor, "to"), "The end is before the start"));
}

/* ——— Saving ——— */

RULE (a_new_activity_is_saved_whole)
{
  const StafetActivity *activity;
  const StafetShift *shift;
  GtkWidget *editor, *role;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "hver fredag i lige uger 14-16");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "category")), 5);
  choose_room (app, editor, "Værkstedet");
  role = first_role (editor);
  stafet_role_row_set (STAFET_ROLE_ROW (role), "Opråber", 1);
  stafet_role_row_set (STAFET_ROLE_ROW (gtk_widget_get_next_sibling (role)), "Kaffe", 2);
  save (app);
  wait_saved (app);
  activity = find (&app->plan, STAFET_KIND_ACTIVITY, "Banko");
  g_assert_cmpstr (activity->timing.rule, ==, "FREQ=WEEKLY;BYDAY=FR");
  g_assert_cmpint (activity->timing.parity, ==, STAFET_PARITY_EVEN);
  g_assert_cmpint (activity->timing.holidays, ==, STAFET_HOLIDAY_CANCEL);
  g_assert_cmpint (activity->category, ==, 4);
  g_assert_true (activity->room == uid_of (app, STAFET_KIND_ROOM, "Værkstedet"));
  g_assert_true (activity->house == uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
  shift = find (&app->plan, STAFET_KIND_SHIFT, "Kaffe");
  g_assert_cmpint (shift->wanted, ==, 2);
  g_assert_true (shift->activity == activity->parent.uid);
  g_assert_nonnull (find (&app->plan, STAFET_KIND_SHIFT, "Opråber"));
  g_assert_false (shows (open_new (app), "resumed"));
}

RULE (one_date_alone_is_saved)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  g_assert_cmpstr (typed (editor, "first"), ==, "1 December 2026");
  type (editor, "from", "11");
  save (app);
  answer ("this");
  wait_saved (app);
  assert_on (app, CAFE, TUESDAY, "10:00-14:00 Café");
  assert_on (app, CAFE, TUESDAY + 7, "11:00-14:00 Café");
  assert_on (app, CAFE, TUESDAY + 14, "10:00-14:00 Café");
}

RULE (a_date_and_those_after_it_are_saved)
{
  StafetUid before = CAFE;
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  type (editor, "title", "Cafeen");
  type (editor, "to", "15");
  save (app);
  answer ("following");
  wait_saved (app);
  assert_on (app, before, TUESDAY, "10:00-14:00 Café");
  g_assert_false (has_date (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, before), TUESDAY + 7));
  assert_on (app, uid_of (app, STAFET_KIND_ACTIVITY, "Cafeen"), TUESDAY + 7, "10:00-15:00 Cafeen");
  assert_on (app, uid_of (app, STAFET_KIND_ACTIVITY, "Cafeen"), TUESDAY + 70, "10:00-15:00 Cafeen");
}

RULE (all_dates_are_saved)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  type (editor, "from", "9.30");
  save (app);
  answer ("all");
  wait_saved (app);
  assert_on (app, CAFE, TUESDAY - 21, "9:30-14:00 Café");
  assert_on (app, CAFE, TUESDAY + 7, "9:30-14:00 Café");
}

RULE (a_date_that_is_moved_alone_goes_to_the_new_day)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  type (editor, "first", "3/12");
  save (app);
  answer ("this");
  wait_saved (app);
  {
    g_autoptr (StafetAgenda) agenda =
      agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY + 7);

    g_assert_cmpint (stafet_wall_date (ENTRY (agenda)->start), ==, TUESDAY + 9);
    g_assert_cmpint (ENTRY (agenda)->status, ==, STAFET_STATUS_MOVED);
  }
  assert_on (app, CAFE, TUESDAY + 14, "10:00-14:00 Café");
}

RULE (how_many_are_wanted_may_differ_on_one_date)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  stafet_role_row_set (STAFET_ROLE_ROW (first_role (editor)), "Servering", 4);
  save (app);
  answer ("this");
  wait_saved (app);
  {
    g_autoptr (StafetAgenda) there =
      agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY + 7);
    g_autoptr (StafetAgenda) next =
      agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY + 14);

    g_assert_cmpint (ENTRY (there)->shifts[0].wanted, ==, 4);
    g_assert_cmpint (ENTRY (next)->shifts[0].wanted, ==, 2);
  }
}

RULE (another_rule_cannot_be_that_of_one_date)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  type (editor, "when", "hver onsdag");
  save (app);
  g_assert_false (adw_message_dialog_get_response_enabled (find_dialog (), "this"));
  answer ("cancel");
  g_assert_true (is_editing (app));
}

RULE (the_question_counts_what_each_answer_touches)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  type (editor, "title", "Cafeen");
  save (app);
  assert_mentions (GTK_WIDGET (find_dialog ()), "Only Tuesday 1 December | 1 date, 0 volunteers");
  answer ("cancel");
}

RULE (a_role_that_is_removed_goes_with_all_dates)
{
  GtkWidget *editor, *role;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  role = first_role (editor);
  g_signal_emit_by_name (PART (role, "remove"), "clicked");
  g_assert_true (stafet_role_row_is_empty (STAFET_ROLE_ROW (first_role (editor))));
  save (app);
  g_assert_false (adw_message_dialog_get_response_enabled (find_dialog (), "this"));
  answer ("all");
  wait_saved (app);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_SHIFT)->len, ==, 1);
}

RULE (without_a_title_or_a_time_nothing_is_saved)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  save (app);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (PART (editor, "title"))));
  assert_mentions (PART (editor, "title"), "What is it called?");
  type (editor, "title", "Banko");
  save (app);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (PART (editor, "when"))));
  type (editor, "when", "hver fredag");
  save (app);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (PART (editor, "from"))));
  type (editor, "from", "14");
  type (editor, "to", "13");
  save (app);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (PART (editor, "to"))));
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_ACTIVITY)->len, ==, 1);
}

RULE (a_clash_is_asked_about_and_saved_anyway)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "24/11 11-12");
  choose_room (app, editor, "Salen");
  save (app);
  WAIT_UNTIL (find_dialog () != NULL);
  answer ("cancel");
  g_assert_true (is_editing (app));
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_ACTIVITY)->len, ==, 1);
  save (app);
  WAIT_UNTIL (find_dialog () != NULL);
  answer ("anyway");
  wait_saved (app);
  g_assert_nonnull (find (&app->plan, STAFET_KIND_ACTIVITY, "Banko"));
}

RULE (a_draft_is_saved_as_one_and_later_in_earnest)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "27/11 14-16");
  g_signal_emit_by_name (PART (editor, "save_draft"), "clicked");
  wait_saved (app);
  g_assert_true (((StafetActivity *) find (&app->plan, STAFET_KIND_ACTIVITY, "Banko"))->draft);
  stafet_window_push (
    STAFET_WINDOW (app->window),
    stafet_activity_editor_new_for (app->desk, uid_of (app, STAFET_KIND_ACTIVITY, "Banko"), TUESDAY + 3));
  settle ();
  save (app);
  wait_saved (app);
  g_assert_false (((StafetActivity *) find (&app->plan, STAFET_KIND_ACTIVITY, "Banko"))->draft);
}

RULE (a_draft_that_is_saved_as_one_again_stays_one)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  EDIT (ACTIVITY, "Café", "draft=yes");
  open_program (app);
  editor = open_cafe (app, TUESDAY);
  type (editor, "title", "Cafeen");
  g_signal_emit_by_name (PART (editor, "save_draft"), "clicked");
  g_assert_null (find_dialog ());
  wait_saved (app);
  g_assert_true (((StafetActivity *) FIND (ACTIVITY, "Cafeen"))->draft);
}

RULE (saving_twice_in_a_row_makes_one)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "27/11 14-16");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  wait_saved (app);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_ACTIVITY)->len, ==, 2);
}

RULE (saving_takes_away_the_page_that_was_saved)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Banko");
  type (editor, "when", "27/11 14-16");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  stafet_window_push (STAFET_WINDOW (app->window), stafet_activity_editor_new_for (app->desk, CAFE, TUESDAY));
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  WAIT_UNTIL (editor == NULL);
  settle ();
  g_assert_true (is_editing (app));
  g_assert_cmpstr (typed (page_of (app), "title"), ==, "Café");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  settle ();
  g_assert_false (is_editing (app));
}

RULE (a_single_ward_is_the_place_and_several_are_stops)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  ADD (WARD, "name=B.2", "house=Skovvang");
  open_program (app);
  editor = open_new (app);
  type (editor, "title", "Sang");
  type (editor, "when", "26/11 14-15.30");
  choose_ward (app, stop_at (editor, 0), "B.1");
  save (app);
  wait_saved (app);
  g_assert_true (((StafetActivity *) FIND (ACTIVITY, "Sang"))->ward == uid_of (app, STAFET_KIND_WARD, "B.1"));
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 0);
  stafet_window_push (
    STAFET_WINDOW (app->window),
    stafet_activity_editor_new_for (app->desk, uid_of (app, STAFET_KIND_ACTIVITY, "Sang"), TUESDAY + 2));
  settle ();
  editor = page_of (app);
  choose_ward (app, stop_at (editor, 1), "B.2");
  stafet_input_set_text (STAFET_INPUT (PART (stop_at (editor, 0), "to")), "14.45");
  stafet_input_set_text (STAFET_INPUT (PART (stop_at (editor, 1), "from")), "14.45");
  save (app);
  wait_saved (app);
  g_assert_null (((StafetActivity *) FIND (ACTIVITY, "Sang"))->ward);
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 2);
}

RULE (a_ward_that_is_taken_away_and_chosen_again_can_be_saved)
{
  Fixture *f = &app->plan;
  StafetStopRow *row;
  GtkWidget *editor;

  ADD (WARD, "name=B.2", "house=Skovvang");
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "start=2026-11-26T14:00", "end=2026-11-26T15:30");
  ADD (STOP, "activity=Sang", "ward=B.1", "from_minute=0", "to_minute=45");
  open_program (app);
  stafet_window_push (
    STAFET_WINDOW (app->window),
    stafet_activity_editor_new_for (app->desk, uid_of (app, STAFET_KIND_ACTIVITY, "Sang"), TUESDAY + 2));
  settle ();
  editor = page_of (app);
  row = stop_at (editor, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (row, "ward")), 0);
  /* The preview reads it so. */
  WAIT_UNTIL (shows (editor, "dates"));
  stafet_activity_editor_preview (STAFET_ACTIVITY_EDITOR (editor));
  choose_ward (app, row, "B.2");
  save (app);
  wait_saved (app);
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 1);
  g_assert_true (((StafetStop *) all (f, STAFET_KIND_STOP)->pdata[0])->ward
                 == uid_of (app, STAFET_KIND_WARD, "B.2"));
}

RULE (times_in_the_words_are_not_passed_over)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  type (editor, "when", "hver tirsdag 16-17");
  save (app);
  g_assert_null (find_dialog ());
  assert_mentions (PART (editor, "when"), "others than those in From and To");
  type (editor, "from", "");
  type (editor, "to", "");
  save (app);
  answer ("all");
  wait_saved (app);
  assert_on (app, CAFE, TUESDAY, "16:00-17:00 Café");
}

RULE (a_date_that_differs_is_shown_as_it_is)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  done (f, stafet_use_edit_on (CAFE, TUESDAY + 7,
                               PAIRS ("start=2026-12-02T15:00", "end=2026-12-02T16:00", "title=Julecafé"),
                               FALSE));
  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  g_assert_cmpstr (typed (editor, "title"), ==, "Julecafé");
  g_assert_cmpstr (typed (editor, "from"), ==, "15.00");
  g_assert_cmpstr (typed (editor, "to"), ==, "16.00");
  g_assert_cmpstr (typed (editor, "first"), ==, "2 December 2026");
  type (editor, "to", "17");
  save (app);
  answer ("this");
  wait_saved (app);
  assert_on (app, CAFE, TUESDAY + 7, "15:00-17:00 Julecafé");
  assert_on (app, CAFE, TUESDAY + 14, "10:00-14:00 Café");
}

RULE (what_one_date_has_does_not_spread)
{
  Fixture *f = &app->plan;
  StafetUid cafe = CAFE;
  GtkWidget *editor;

  done (f, stafet_use_edit_on (cafe, TUESDAY + 7, PAIRS ("start=2026-12-01T11:00", "title=Julecafé"), FALSE));
  open_program (app);
  editor = open_cafe (app, TUESDAY + 7);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, "category")), 5);
  save (app);
  answer ("all");
  wait_saved (app);
  assert_on (app, cafe, TUESDAY + 7, "11:00-14:00 Julecafé");
  assert_on (app, cafe, TUESDAY + 14, "10:00-14:00 Café");
}

static void
write_key (GtkWidget *editor, const char *key, const char *text)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (editor);

  for (guint i = 0; i < inputs->len; i++)
    if (g_str_equal (stafet_input_get_key (inputs->pdata[i]), key))
      stafet_input_set_text (inputs->pdata[i], text);
}

RULE (who_comes_and_who_leads_is_saved_and_what_is_begun_is_kept)
{
  StafetUid bent = uid_of (app, STAFET_KIND_VOLUNTEER, "Bent Krag");
  const StafetActivity *cafe;
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  write_key (editor, "capacity", "24");
  write_key (editor, "signup_days", "2");
  write_key (editor, "volunteer_text", "Husk forklæder");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (editor, "meal")), TRUE);
  stafet_choice_set (GTK_DROP_DOWN (PART (editor, "lead")), bent);
  go_back (app);
  editor = open_cafe (app, TUESDAY);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (PART (editor, "meal"))));
  g_assert_true (stafet_choice_get (GTK_DROP_DOWN (PART (editor, "lead"))) == bent);
  save (app);
  answer ("all");
  wait_saved (app);
  cafe = find (&app->plan, STAFET_KIND_ACTIVITY, CAFE);
  g_assert_cmpint (cafe->capacity, ==, 24);
  g_assert_cmpint (cafe->signup_days, ==, 2);
  g_assert_cmpstr (cafe->volunteer_text, ==, "Husk forklæder");
  g_assert_true (cafe->meal && !cafe->transport);
  g_assert_true (cafe->lead == bent);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define EDITOR(name, func) APP_TEST ("/app/activity-editor/" name, func)
  EDITOR ("a-rule-that-is-typed-shows-its-next-five-dates", a_rule_that_is_typed_shows_its_next_five_dates);
  EDITOR ("a-holiday-is-struck-out-of-the-dates", a_holiday_is_struck_out_of_the_dates);
  EDITOR ("a-date-that-somebody-names-is-held-on-a-holiday", a_date_that_somebody_names_is_held_on_a_holiday);
  EDITOR ("a-date-that-the-sentence-leaves-out-is-not-held", a_date_that_the_sentence_leaves_out_is_not_held);
  EDITOR ("what-is-counted-says-where-its-last-date-comes-from",
          what_is_counted_says_where_its_last_date_comes_from);
  EDITOR ("an-end-that-is-missing-is-asked-for-beside-the-dates",
          an_end_that_is_missing_is_asked_for_beside_the_dates);
  EDITOR ("what-the-sentence-says-stands-in-the-empty-fields",
          what_the_sentence_says_stands_in_the_empty_fields);
  EDITOR ("what-lasts-for-days-is-made-and-keeps-its-end", what_lasts_for_days_is_made_and_keeps_its_end);
  EDITOR ("what-was-made-is-in-view-afterwards", what_was_made_is_in_view_afterwards);
  EDITOR ("a-vehicle-is-no-room-unless-it-is-one-already", a_vehicle_is_no_room_unless_it_is_one_already);
  EDITOR ("what-was-chosen-for-holidays-stands", what_was_chosen_for_holidays_stands);
  EDITOR ("a-clash-names-the-room-and-offers-one-that-is-free",
          a_clash_names_the_room_and_offers_one_that_is_free);
  EDITOR ("a-room-that-is-taken-is-not-offered", a_room_that_is_taken_is_not_offered);
  EDITOR ("save/a-new-activity-whole", a_new_activity_is_saved_whole);
  EDITOR ("save/one-date-alone", one_date_alone_is_saved);
  EDITOR ("save/a-date-and-those-after-it", a_date_and_those_after_it_are_saved);
  EDITOR ("save/all-dates", all_dates_are_saved);
  EDITOR ("save/a-date-that-is-moved-alone", a_date_that_is_moved_alone_goes_to_the_new_day);
  EDITOR ("save/how-many-are-wanted-may-differ-on-one-date", how_many_are_wanted_may_differ_on_one_date);
  EDITOR ("save/another-rule-cannot-be-that-of-one-date", another_rule_cannot_be_that_of_one_date);
  EDITOR ("save/the-question-counts-what-each-answer-touches", the_question_counts_what_each_answer_touches);
  EDITOR ("save/a-role-that-is-removed-goes-with-all-dates", a_role_that_is_removed_goes_with_all_dates);
  EDITOR ("save/without-a-title-or-a-time-nothing", without_a_title_or_a_time_nothing_is_saved);
  EDITOR ("save/a-clash-is-asked-about-and-saved-anyway", a_clash_is_asked_about_and_saved_anyway);
  EDITOR ("save/a-draft-as-one-and-later-in-earnest", a_draft_is_saved_as_one_and_later_in_earnest);
  EDITOR ("save/a-draft-as-one-again", a_draft_that_is_saved_as_one_again_stays_one);
  EDITOR ("save/twice-in-a-row-makes-one", saving_twice_in_a_row_makes_one);
  EDITOR ("save/takes-away-the-page-that-was-saved", saving_takes_away_the_page_that_was_saved);
  EDITOR ("save/a-single-ward-is-the-place-and-several-are-stops",
          a_single_ward_is_the_place_and_several_are_stops);
  EDITOR ("save/a-ward-that-is-taken-away-and-chosen-again",
          a_ward_that_is_taken_away_and_chosen_again_can_be_saved);
  EDITOR ("save/times-in-the-words-are-not-passed-over", times_in_the_words_are_not_passed_over);
  EDITOR ("a-date-that-differs-is-shown-as-it-is", a_date_that_differs_is_shown_as_it_is);
  EDITOR ("save/what-one-date-has-does-not-spread", what_one_date_has_does_not_spread);
  EDITOR ("save/who-comes-and-who-leads-and-what-is-begun-is-kept",
          who_comes_and_who_leads_is_saved_and_what_is_begun_is_kept);
  EDITOR ("when/what-is-wrong-is-said-once-the-field-is-left",
          what_is_wrong_with_when_is_said_once_the_field_is_left);
  return g_test_run ();
}
