/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the form of a volunteer to saving once, in the house that was meant, and to keeping what was begun.
 */
#include "app-fixture.h"

#include "app/stafet-choice.h"
#include "app/stafet-input.h"
#include "app/stafet-volunteer-form.h"
#include "app/stafet-window-private.h"

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
open_new (App *app)
{
  stafet_window_push (STAFET_WINDOW (app->window), stafet_volunteer_form_new (app->desk));
  settle ();
  return page_of (app);
}

static void
type (GtkWidget *form, const char *input, const char *text)
{
  stafet_input_set_text (STAFET_INPUT (PART (form, input)), text);
}

static void
save (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
}

static void
wait_saved (App *app)
{
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  settle ();
}

RULE (saving_twice_in_a_row_makes_one)
{
  guint before = all (&app->plan, STAFET_KIND_VOLUNTEER)->len;

  open_program (app);
  type (open_new (app), "name", "Asta Skov");
  save (app);
  save (app);
  wait_saved (app);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_VOLUNTEER)->len, ==, before + 1);
}

static void
go_back (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  settle ();
}

RULE (every_choice_is_resumed)
{
  GtkWidget *form;

  open_program (app);
  form = open_new (app);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (form, "kind")), 2);
  gtk_switch_set_active (GTK_SWITCH (PART (form, "protected")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (form, "by_agreement")), TRUE);
  go_back (app);
  form = open_new (app);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (form, "resumed"))));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (PART (form, "kind"))), ==, 2);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (PART (form, "protected"))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (PART (form, "by_agreement"))));
}

static gboolean
is_kept (App *app, const char *part)
{
  g_autofree char *kept = stafet_plan_read_draft (app->plan.plan, "volunteer/new");

  return part != NULL ? strstr (kept, part) != NULL : *kept == '\0';
}

RULE (what_is_typed_is_kept_after_a_pause_and_set_back_no_more)
{
  GtkWidget *form;

  open_program (app);
  form = open_new (app);
  type (form, "name", "Asta Skov");
  WAIT_UNTIL (is_kept (app, "Asta"));
  type (form, "name", "");
  go_back (app);
  WAIT_UNTIL (is_kept (app, NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (open_new (app), "resumed"))));
}

RULE (with_several_houses_in_view_the_house_is_asked_for)
{
  Fixture *f = &app->plan;
  StafetUid house;
  GtkWidget *form;

  ADD (HOUSE, "name=Aaparken", "kind=community");
  house = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid;
  open_program (app);
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  form = open_new (app);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (form, "house_box"))));
  type (form, "name", "Asta Skov");
  save (app);
  settle ();
  assert_mentions (PART (form, "problem"), "Which house");
  stafet_choice_set (GTK_DROP_DOWN (PART (form, "house")), house);
  save (app);
  wait_saved (app);
  {
    StafetRecord *volunteer = FIND (VOLUNTEER, "Asta Skov");
    const GPtrArray *links = stafet_snapshot_index (
      stafet_plan_get_snapshot (f->plan), STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer->uid);

    g_assert_cmpuint (links->len, ==, 1);
    g_assert_true (((StafetVolunteerHouse *) links->pdata[0])->house == house);
  }
}

static GtkWidget *
open_lis (App *app)
{
  Fixture *f = &app->plan;
  StafetUid lis = ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid;

  stafet_window_push (STAFET_WINDOW (app->window), stafet_volunteer_form_new_for (app->desk, lis));
  settle ();
  return page_of (app);
}

RULE (whoever_was_erased_meanwhile_is_said_to_be_gone)
{
  Fixture *f = &app->plan;
  GtkWidget *form;

  open_program (app);
  form = open_lis (app);
  done (f, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  settle ();
  type (form, "name", "Lis Bæk Friis");
  save (app);
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (form, "problem"))));
  g_assert_true (page_of (app) == form);
  assert_mentions (PART (form, "problem"), "no longer there");
  g_assert_cmpstr (stafet_input_get_text (STAFET_INPUT (PART (form, "name"))), ==, "Lis Bæk Friis");
}

RULE (until_when_she_is_kept_is_written_beside_the_checks)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) inputs = NULL;
  GtkWidget *form;
  guint n = 0;

  open_program (app);
  form = open_lis (app);
  inputs = stafet_form_inputs (GTK_WIDGET (PART (form, "form")));
  for (guint i = 0; i < inputs->len; i++)
    if (g_str_equal (stafet_input_get_key (inputs->pdata[i]), "keep_until"))
      {
        stafet_input_set_text (inputs->pdata[i], "2028-03-01");
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
  save (app);
  wait_saved (app);
  g_assert_cmpint (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->keep_until, ==,
                   stafet_date_new (2028, 3, 1));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define FORM(name, func) APP_TEST ("/app/volunteer-form/" name, func)
  FORM ("saving-twice-in-a-row-makes-one", saving_twice_in_a_row_makes_one);
  FORM ("begun/every-choice", every_choice_is_resumed);
  FORM ("begun/is-kept-after-a-pause", what_is_typed_is_kept_after_a_pause_and_set_back_no_more);
  FORM ("whoever-was-erased-meanwhile-is-gone", whoever_was_erased_meanwhile_is_said_to_be_gone);
  FORM ("until-when-she-is-kept", until_when_she_is_kept_is_written_beside_the_checks);
  FORM ("the-house-is-asked-for", with_several_houses_in_view_the_house_is_asked_for);
  return g_test_run ();
}
