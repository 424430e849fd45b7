/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the page that writes to everybody to whom it names, to what it keeps, and to what it ticks.
 */
#include "app-fixture.h"

#include "app/stafet-input.h"
#include "app/stafet-window-private.h"
#include "app/stafet-write-page.h"

/* Three ways to three people, on the café of the next week. */
static void
fill (App *app)
{
  Fixture *f = &app->plan;

  EDIT (VOLUNTEER, "Lis Bæk", "mail=lis@post.example", "phones=20583142");
  EDIT (VOLUNTEER, "Bent Krag", "phones=20402218");
  EDIT (VOLUNTEER, "Åse Kjær", "phones=86402218", "call_when=efter kl. 16");
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, TRUE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, TRUE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY + 7, TRUE, TRUE));
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
}

static gpointer
page_in_view (App *app)
{
  settle ();
  return stafet_window_get_page (STAFET_WINDOW (app->window));
}

static gpointer
open_page (App *app)
{
  Fixture *f = &app->plan;

  if (!STAFET_IS_WINDOW (app->window))
    open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.write-to", STAFET_ENTRY_TARGET,
                              ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid, (gint32) STAFET_KIND_ACTIVITY,
                              TUESDAY + 7);
  g_assert_true (STAFET_IS_WRITE_PAGE (page_in_view (app)));
  return page_in_view (app);
}

/* (transfer full) */
static char *
text_in (gpointer page)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (PART (page, "text")));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
assert_says (gpointer page, const char *id, const char *expected)
{
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (PART (page, id))), ==, expected);
}

static void
press (gpointer page, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (page, action, target);
  settle ();
}

RULE (people_stand_where_they_are_reached)
{
  gpointer page;
  g_autofree char *text = NULL;

  fill (app);
  page = open_page (app);
  text = text_in (page);
  assert_says (page, "summary", "3 get it");
  assert_says (page, "mail_title", "E-mail: 1");
  assert_says (page, "message_title", "Text message: 1");
  assert_says (page, "call_title", "To be rung: 1");
  assert_mentions (PART (page, "mail_list"), "Lis Bæk | lis@post.example");
  assert_mentions (PART (page, "message_list"), "Bent Krag | 20 40 22 18");
  assert_mentions (PART (page, "call_list"), "Åse Kjær | 86 40 22 18 · efter kl. 16");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "not_box"))));
  g_assert_nonnull (strstr (text, "Det gælder Café tirsdag"));
  g_assert_null (strstr (text, "Lis"));
}

RULE (a_group_is_ticked_as_one_change_and_stays_ticked)
{
  Fixture *f = &app->plan;
  gpointer page;

  fill (app);
  page = open_page (app);
  press (page, "page.sent", g_variant_new_string ("mail"));
  WAIT_UNTIL (all (f, STAFET_KIND_CALL)->len == 1);
  settle ();
  assert_says (page, "mail_title", "E-mail: 1, 1 has been told");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "mail_sent"))));
  stafet_window_pop (STAFET_WINDOW (app->window));
  page = open_page (app);
  assert_says (page, "summary", "3 get it, 1 of them have been told");
  assert_mentions (PART (page, "mail_list"), "has been told");
  done (f, stafet_edit_undo ());
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (PART (page, "mail_sent"))));
}

RULE (who_is_rung_is_ticked_by_herself)
{
  Fixture *f = &app->plan;
  gpointer page;

  fill (app);
  page = open_page (app);
  press (page, "page.no-answer", g_variant_new_string (((StafetRecord *) FIND (VOLUNTEER, "Åse Kjær"))->uid));
  WAIT_UNTIL (all (f, STAFET_KIND_CALL)->len == 1);
  settle ();
  assert_mentions (PART (page, "call_list"), "no answer");
  press (page, "page.told", g_variant_new_string (((StafetRecord *) FIND (VOLUNTEER, "Åse Kjær"))->uid));
  WAIT_UNTIL (((StafetCall *) all (f, STAFET_KIND_CALL)->pdata[0])->outcome == STAFET_CALL_TOLD);
  settle ();
  assert_says (page, "call_title", "To be rung: 1, 1 has been told");
}

RULE (what_was_written_is_kept_until_all_have_been_told)
{
  Fixture *f = &app->plan;
  g_autofree char *again = NULL, *anew = NULL;
  gpointer page;

  fill (app);
  page = open_page (app);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (PART (page, "text"))), "Husk kage", -1);
  stafet_window_pop (STAFET_WINDOW (app->window));
  settle ();
  page = open_page (app);
  again = text_in (page);
  g_assert_cmpstr (again, ==, "Husk kage");
  press (page, "page.sent", g_variant_new_string ("mail"));
  press (page, "page.sent", g_variant_new_string ("message"));
  press (page, "page.told", g_variant_new_string (((StafetRecord *) FIND (VOLUNTEER, "Åse Kjær"))->uid));
  WAIT_UNTIL (all (f, STAFET_KIND_CALL)->len == 3);
  WAIT_UNTIL (strcmp (gtk_label_get_text (GTK_LABEL (PART (page, "summary"))), "All have been told.") == 0);
  stafet_window_pop (STAFET_WINDOW (app->window));
  settle ();
  page = open_page (app);
  anew = text_in (page);
  g_assert_nonnull (strstr (anew, "Kære alle"));
}

RULE (what_nobody_touched_follows_the_plan)
{
  Fixture *f = &app->plan;
  g_autofree char *text = NULL;
  gpointer page;

  fill (app);
  page = open_page (app);
  done (f, stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));
  WAIT_UNTIL (strstr (stafet_input_get_text (STAFET_INPUT (PART (page, "subject"))), "Aflyst") != NULL);
  text = text_in (page);
  g_assert_nonnull (strstr (text, "er aflyst: Rørskade."));
}

RULE (numbers_and_text_are_copied)
{
  GdkClipboard *clipboard;
  gpointer page;

  fill (app);
  page = open_page (app);
  clipboard = gtk_widget_get_clipboard (page);
  press (page, "page.copy-numbers", NULL);
  g_assert_true (gdk_clipboard_is_local (clipboard));
  assert_mentions (app->window, "The numbers have been copied.");
  press (page, "page.copy-text", NULL);
  assert_mentions (app->window, "The text has been copied.");
}

RULE (an_activity_and_a_list_are_written_to_without_a_trace)
{
  Fixture *f = &app->plan;
  gint64 head;
  gpointer page;

  fill (app);
  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.write-to-activity", "s",
                              ((StafetRecord *) FIND (ACTIVITY, "Café"))->uid);
  page = page_in_view (app);
  assert_says (page, "summary", "3 get it");
  head = stafet_plan_get_head (f->plan);
  press (page, "page.sent", g_variant_new_string ("mail"));
  assert_says (page, "mail_title", "E-mail: 1, 1 has been told");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.go", "s", "volunteers");
  page = page_in_view (app);
  gtk_widget_activate_action (page, "page.write", NULL);
  page = page_in_view (app);
  g_assert_true (STAFET_IS_WRITE_PAGE (page));
  assert_says (page, "summary", "3 get it");
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
}

RULE (it_is_read_and_measures_at_every_width)
{
  gpointer page;

  fill (app);
  page = open_page (app);
  assert_name (GTK_ACCESSIBLE (PART (page, "text")), "What is written to them");
  assert_measures (page);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  APP_TEST ("/app/write-page/people-stand-where-they-are-reached", people_stand_where_they_are_reached);
  APP_TEST ("/app/write-page/a-group-is-ticked-as-one-change-and-stays-ticked",
            a_group_is_ticked_as_one_change_and_stays_ticked);
  APP_TEST ("/app/write-page/who-is-rung-is-ticked-by-herself", who_is_rung_is_ticked_by_herself);
  APP_TEST ("/app/write-page/what-was-written-is-kept-until-all-have-been-told",
            what_was_written_is_kept_until_all_have_been_told);
  APP_TEST ("/app/write-page/what-nobody-touched-follows-the-plan", what_nobody_touched_follows_the_plan);
  APP_TEST ("/app/write-page/numbers-and-text-are-copied", numbers_and_text_are_copied);
  APP_TEST ("/app/write-page/an-activity-and-a-list-are-written-to-without-a-trace",
            an_activity_and_a_list_are_written_to_without_a_trace);
  APP_TEST ("/app/write-page/it-is-read-and-measures-at-every-width", it_is_read_and_measures_at_every_width);
  return g_test_run ();
}
