/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the editor of activities to keeping what was begun: every field, each activity's by itself, and only
 * as long as it differs.
 */
#include "editor-fixture.h"

RULE (begun_text_is_resumed)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_new (app);
  g_assert_false (shows (editor, "resumed"));
  type (editor, "title", "Banko");
  type (editor, "when", "hver tirsdag 11-12");
  stafet_role_row_set (STAFET_ROLE_ROW (first_role (editor)), "Opråber", 3);
  go_back (app);
  editor = open_new (app);
  g_assert_true (shows (editor, "resumed"));
  g_assert_cmpstr (typed (editor, "title"), ==, "Banko");
  g_assert_cmpstr (typed (editor, "when"), ==, "hver tirsdag 11-12");
  g_assert_cmpstr (stafet_role_row_get_role (STAFET_ROLE_ROW (first_role (editor))), ==, "Opråber");
  g_assert_cmpint (stafet_role_row_get_wanted (STAFET_ROLE_ROW (first_role (editor))), ==, 3);
}

RULE (begun_text_is_resumed_after_a_restart)
{
  open_program (app);
  type (open_new (app), "title", "Banko");
  gtk_window_close (app->window);
  settle ();
  ASSERT_GONE (app->window);
  app->window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  open_program (app);
  g_assert_cmpstr (typed (open_new (app), "title"), ==, "Banko");
}

RULE (begun_text_is_of_its_activity_alone)
{
  GtkWidget *editor;

  open_program (app);
  type (open_cafe (app, TUESDAY), "title", "Cafeen");
  go_back (app);
  editor = open_new (app);
  g_assert_false (shows (editor, "resumed"));
  g_assert_cmpstr (typed (editor, "title"), ==, "");
  go_back (app);
  editor = open_cafe (app, TUESDAY);
  g_assert_true (shows (editor, "resumed"));
  g_assert_cmpstr (typed (editor, "title"), ==, "Cafeen");
}

/* What the store has of it; @part NULL: nothing. */
static gboolean
is_kept (App *app, const char *activity, const char *part)
{
  g_autofree char *key = g_strdup_printf ("activity/%s", activity);
  g_autofree char *kept = stafet_plan_read_draft (app->plan.plan, key);

  return part != NULL ? strstr (kept, part) != NULL : *kept == '\0';
}

static void
assert_kept (App *app, const char *activity, const char *part)
{
  settle ();
  g_assert_true (is_kept (app, activity, part));
}

RULE (what_was_not_touched_is_not_kept)
{
  open_program (app);
  open_cafe (app, TUESDAY);
  go_back (app);
  open_new (app);
  go_back (app);
  assert_kept (app, "new", NULL);
  assert_kept (app, CAFE, NULL);
}

RULE (begun_texts_do_not_take_each_others_place)
{
  open_program (app);
  type (open_cafe (app, TUESDAY), "title", "Cafeen");
  go_back (app);
  type (open_new (app), "title", "Banko");
  go_back (app);
  g_assert_cmpstr (typed (open_cafe (app, TUESDAY), "title"), ==, "Cafeen");
  go_back (app);
  g_assert_cmpstr (typed (open_new (app), "title"), ==, "Banko");
}

RULE (what_is_typed_is_kept_after_a_pause)
{
  open_program (app);
  type (open_new (app), "title", "Banko");
  WAIT_UNTIL (is_kept (app, "new", "Banko"));
}

RULE (what_is_set_back_is_kept_no_more)
{
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  type (editor, "title", "Cafeen");
  go_back (app);
  WAIT_UNTIL (is_kept (app, CAFE, "Cafeen"));
  editor = open_cafe (app, TUESDAY);
  type (editor, "title", "Café");
  go_back (app);
  WAIT_UNTIL (is_kept (app, CAFE, NULL));
  g_assert_false (shows (open_cafe (app, TUESDAY), "resumed"));
}

static guint
chosen (GtkWidget *editor, const char *choice)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (PART (editor, choice)));
}

RULE (every_choice_is_resumed)
{
  static const char *const choices[] = { "category", "visibility", "holidays", "school_holidays" };
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (editor, choices[i])), 2);
  choose_room (app, editor, "Værkstedet");
  go_back (app);
  editor = open_cafe (app, TUESDAY);
  g_assert_true (shows (editor, "resumed"));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_assert_cmpuint (chosen (editor, choices[i]), ==, 2);
  g_assert_true (stafet_choice_get (GTK_DROP_DOWN (PART (editor, "room")))
                 == uid_of (app, STAFET_KIND_ROOM, "Værkstedet"));
}

RULE (roles_are_resumed_as_they_were_changed_and_removed)
{
  Fixture *f = &app->plan;
  GtkWidget *editor, *role;

  ADD (SHIFT, "activity=Café", "role=Oprydning", "wanted=1");
  open_program (app);
  editor = open_cafe (app, TUESDAY);
  role = first_role (editor);
  stafet_role_row_set (STAFET_ROLE_ROW (role), "Servering", 5);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (role, "check")), TRUE);
  g_signal_emit_by_name (PART (gtk_widget_get_next_sibling (role), "remove"), "clicked");
  go_back (app);
  editor = open_cafe (app, TUESDAY);
  role = first_role (editor);
  g_assert_cmpint (stafet_role_row_get_wanted (STAFET_ROLE_ROW (role)), ==, 5);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (PART (role, "check"))));
  g_assert_true (stafet_role_row_is_empty (STAFET_ROLE_ROW (gtk_widget_get_next_sibling (role))));
}

RULE (begun_anew_it_is_as_the_plan_has_it)
{
  GtkWidget *editor;

  open_program (app);
  type (open_cafe (app, TUESDAY), "title", "Cafeen");
  go_back (app);
  editor = open_cafe (app, TUESDAY);
  g_signal_emit_by_name (gtk_widget_get_last_child (GTK_WIDGET (PART (editor, "resumed"))), "clicked");
  settle ();
  editor = page_of (app);
  g_assert_false (shows (editor, "resumed"));
  g_assert_cmpstr (typed (editor, "title"), ==, "Café");
}

RULE (what_is_being_written_is_not_overwritten)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  open_program (app);
  editor = open_cafe (app, TUESDAY);
  type (editor, "title", "Cafeen");
  EDIT (ACTIVITY, "Café", "public_text=Kaffe");
  settle ();
  g_assert_cmpstr (typed (editor, "title"), ==, "Cafeen");
}

RULE (wards_are_resumed_with_their_times)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  ADD (WARD, "name=B.2", "house=Skovvang");
  open_program (app);
  editor = open_new (app);
  choose_ward (app, stop_at (editor, 0), "B.1");
  choose_ward (app, stop_at (editor, 1), "B.2");
  stafet_input_set_text (STAFET_INPUT (PART (stop_at (editor, 1), "from")), "14.45");
  go_back (app);
  editor = open_new (app);
  g_assert_true (stafet_stop_row_get_ward (stop_at (editor, 0)) == uid_of (app, STAFET_KIND_WARD, "B.1"));
  g_assert_true (stafet_stop_row_get_ward (stop_at (editor, 1)) == uid_of (app, STAFET_KIND_WARD, "B.2"));
  g_assert_cmpstr (stafet_input_get_text (STAFET_INPUT (PART (stop_at (editor, 1), "from"))), ==, "14.45");
  g_assert_null (stafet_stop_row_get_ward (stop_at (editor, 2)));
}

RULE (another_date_that_is_opened_keeps_its_own_day)
{
  Fixture *f = &app->plan;
  GtkWidget *editor;

  done (f, stafet_use_edit_on (((StafetRecord *) all (f, STAFET_KIND_SHIFT)->pdata[0])->uid, TUESDAY,
                               PAIRS ("wanted=3"), FALSE));
  open_program (app);
  type (open_cafe (app, TUESDAY), "title", "Cafeen");
  go_back (app);
  editor = open_cafe (app, TUESDAY + 7);
  g_assert_cmpstr (typed (editor, "title"), ==, "Cafeen");
  g_assert_cmpstr (typed (editor, "first"), ==, "1 December 2026");
  g_assert_cmpint (stafet_role_row_get_wanted (STAFET_ROLE_ROW (first_role (editor))), ==, 2);
}

/* The window makes the next one when it has come to rest; which one is opened shows only by what it shows. */
RULE (an_editor_that_was_made_ahead_is_like_any_other)
{
  GtkWidget *editor;
  gpointer ahead;

  open_program (app);
  WAIT_UNTIL ((ahead = g_object_get_data (G_OBJECT (app->desk), "stafet-prepared-editor")) != NULL);
  editor = open_cafe (app, TUESDAY);
  g_assert_true (editor == ahead);
  g_assert_cmpstr (typed (editor, "title"), ==, "Café");
  g_assert_cmpstr (stafet_page_get_title (STAFET_PAGE (editor)), ==, "Café");
  go_back (app);
  editor = open_new (app);
  g_assert_cmpstr (typed (editor, "title"), ==, "");
  go_back (app);
  WAIT_UNTIL (g_object_get_data (G_OBJECT (app->desk), "stafet-prepared-editor") != NULL);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define EDITOR(name, func) APP_TEST ("/app/activity-editor/" name, func)
  EDITOR ("begun/is-resumed", begun_text_is_resumed);
  EDITOR ("begun/is-resumed-after-a-restart", begun_text_is_resumed_after_a_restart);
  EDITOR ("begun/is-of-its-activity-alone", begun_text_is_of_its_activity_alone);
  EDITOR ("begun/what-was-not-touched-is-not-kept", what_was_not_touched_is_not_kept);
  EDITOR ("begun/they-do-not-take-each-others-place", begun_texts_do_not_take_each_others_place);
  EDITOR ("begun/is-kept-after-a-pause", what_is_typed_is_kept_after_a_pause);
  EDITOR ("begun/what-is-set-back-is-kept-no-more", what_is_set_back_is_kept_no_more);
  EDITOR ("begun/every-choice", every_choice_is_resumed);
  EDITOR ("begun/roles", roles_are_resumed_as_they_were_changed_and_removed);
  EDITOR ("begun/wards", wards_are_resumed_with_their_times);
  EDITOR ("begun/anew-it-is-as-the-plan-has-it", begun_anew_it_is_as_the_plan_has_it);
  EDITOR ("what-is-being-written-is-not-overwritten", what_is_being_written_is_not_overwritten);
  EDITOR ("begun/another-date-keeps-its-own-day", another_date_that_is_opened_keeps_its_own_day);
  EDITOR ("an-editor-that-was-made-ahead-is-like-any-other", an_editor_that_was_made_ahead_is_like_any_other);
  return g_test_run ();
}
