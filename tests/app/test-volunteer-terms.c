/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the form, the card and the dialog of a volunteer's terms to saying beside each field what does not go
 * together, and to losing nothing that was typed.
 */
#include "app-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-house-picks.h"
#include "app/stafet-input.h"
#include "app/stafet-limits-dialog.h"
#include "app/stafet-volunteer-card.h"
#include "app/stafet-volunteer-form.h"
#include "app/stafet-window-private.h"

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

static StafetVolunteer *
lis (App *app)
{
  return find (&app->plan, STAFET_KIND_VOLUNTEER, "Lis Bæk");
}

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
open_form (App *app)
{
  open_program (app);
  stafet_window_push (STAFET_WINDOW (app->window),
                      stafet_volunteer_form_new_for (app->desk, lis (app)->parent.uid));
  settle ();
  return page_of (app);
}

static StafetInput *
input_of (gpointer root, const char *key)
{
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (root);

  for (guint i = 0; i < inputs->len; i++)
    if (strcmp (stafet_input_get_key (inputs->pdata[i]), key) == 0)
      return inputs->pdata[i];
  g_error ("no field %s", key);
}

static void
type (gpointer root, const char *key, const char *text)
{
  stafet_input_set_text (input_of (root, key), text);
}

static gboolean
mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  return strstr (text, part) != NULL;
}

static void
save (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
}

RULE (every_term_is_written)
{
  Fixture *f = &app->plan;
  GtkWidget *form;
  StafetVolunteer *volunteer;
  g_auto (GStrv) partners = NULL, blocked = NULL;

  form = open_form (app);
  type (form, "available", "Tue 9-15, preferably mornings");
  type (form, "wished_per_week", "0.5");
  type (form, "per_week", "2");
  type (form, "rest_minutes", "11.5");
  type (form, "partners", "Bent, Åse Kjær");
  type (form, "companion", "bent");
  type (form, "check_until", "24/12-2027");
  type (form, "check_seen", "1/11-26");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (form, "call_how")), 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (form, "only_these_houses")), TRUE);
  stafet_house_picks_set_list (STAFET_HOUSE_PICKS (PART (form, "houses")),
                               uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
  stafet_house_picks_set_list (STAFET_HOUSE_PICKS (PART (form, "blocked_houses")),
                               uid_of (app, STAFET_KIND_HOUSE, "Skovvang"));
  save (app);
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  volunteer = lis (app);
  g_assert_cmpint (volunteer->wished_per_week, ==, 50);
  g_assert_cmpint (volunteer->per_week, ==, 2);
  g_assert_cmpint (volunteer->rest_minutes, ==, 690);
  g_assert_cmpint (volunteer->call_how, ==, STAFET_REACH_MESSAGE);
  g_assert_true (volunteer->only_these_houses);
  g_assert_true (volunteer->companion == uid_of (app, STAFET_KIND_VOLUNTEER, "Bent Krag"));
  partners = stafet_snapshot_list_texts (stafet_plan_get_snapshot (f->plan), &volunteer->parent,
                                         stafet_record_info_list (&stafet_volunteer_info, "partners"));
  g_assert_cmpuint (g_strv_length (partners), ==, 2);
  blocked = stafet_snapshot_list_texts (stafet_plan_get_snapshot (f->plan), &volunteer->parent,
                                        stafet_record_info_list (&stafet_volunteer_info, "blocked_houses"));
  g_assert_cmpstr (blocked[0], ==, uid_of (app, STAFET_KIND_HOUSE, "Skovvang"));
}

/* Opened and saved again: nothing is another word for the same. */
RULE (what_is_left_alone_stays)
{
  Fixture *f = &app->plan;
  gint64 head;

  EDIT (VOLUNTEER, "Lis Bæk", "available=tue 10:00-14:00 even preferred", "partners=Bent Krag,Åse Kjær",
        "companion=Bent Krag", "rest_minutes=685", "wished_per_week=1.25", "houses=Møllestien",
        "call_how=mail");
  head = stafet_plan_get_head (f->plan);
  open_form (app);
  save (app);
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
}

RULE (what_contradicts_itself_is_said_beside_its_field_and_stays)
{
  GtkWidget *form = open_form (app);
  StafetInput *day;

  type (form, "per_day", "3");
  type (form, "per_week", "2");
  day = input_of (form, "per_day");
  WAIT_UNTIL (mentions (day, "At most 3 a day is more than at most 2 a week"));
  save (app);
  settle ();
  g_assert_true (STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  assert_silent_of (PART (form, "problem"), "At most");
  g_assert_cmpstr (stafet_input_get_text (day), ==, "3");
  type (form, "per_day", "1");
  WAIT_UNTIL (!mentions (day, "At most 3 a day is more"));
  save (app);
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  g_assert_cmpint (lis (app)->per_day, ==, 1);
}

RULE (what_is_odd_is_said_and_blocks_nothing)
{
  GtkWidget *form = open_form (app);

  type (form, "wished_per_week", "3");
  type (form, "per_week", "2");
  WAIT_UNTIL (mentions (input_of (form, "wished_per_week"), "above the limit of 2 a week"));
  save (app);
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  g_assert_cmpint (lis (app)->wished_per_week, ==, 300);
}

RULE (a_name_that_is_not_clear_is_said_beside_its_field)
{
  GtkWidget *form = open_form (app);

  type (form, "keep_apart", "Ingen Sådan");
  save (app);
  settle ();
  assert_mentions (input_of (form, "keep_apart"), "No volunteer is called “Ingen Sådan”.");
  g_assert_true (STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  type (form, "keep_apart", "lis");
  save (app);
  WAIT_UNTIL (mentions (input_of (form, "keep_apart"), "kept apart from herself")
              || mentions (PART (form, "problem"), "kept apart from herself"));
}

RULE (a_house_is_chosen_and_taken_out)
{
  GtkWidget *form = open_form (app);
  StafetHousePicks *houses = STAFET_HOUSE_PICKS (PART (form, "houses"));
  g_autoptr (GPtrArray) drops = widgets_of (houses, GTK_TYPE_DROP_DOWN), chips = NULL;
  g_autofree char *chosen = NULL, *none = NULL;

  /* The nursing home is only visited. */
  gtk_drop_down_set_selected (drops->pdata[0], 1);
  settle ();
  chosen = stafet_house_picks_get_list (houses);
  g_assert_cmpstr (chosen, ==, uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
  assert_mentions (houses, "Møllestien");
  g_assert_false (gtk_widget_get_visible (drops->pdata[0]));
  chips = widgets_of (houses, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (chips->pdata[0], "clicked");
  settle ();
  none = stafet_house_picks_get_list (houses);
  g_assert_cmpstr (none, ==, "");
}

/* ——— The dialog ——— */

static gpointer
open_dialog (App *app, const char *action, const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, "s",
                              uid_of (app, STAFET_KIND_VOLUNTEER, name));
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static StafetVolunteer *
bent (App *app)
{
  return find (&app->plan, STAFET_KIND_VOLUNTEER, "Bent Krag");
}

static void
stand_bent (App *app)
{
  Fixture *f = &app->plan;

  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
}

RULE (turning_down_lists_what_is_above_and_takes_nothing_off)
{
  gpointer dialog;

  stand_bent (app);
  dialog = open_dialog (app, "win.limits", "Bent Krag");
  assert_mentions (dialog, "No shift in the next eight weeks is above that.");
  type (dialog, "per_month", "3");
  assert_mentions (dialog, "Tuesday 22 December");
  assert_mentions (dialog, "Café · Servering");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (bent (app)->per_month == 3);
  assert_staffed (&app->plan, "Café", TUESDAY + 28, "Bent Krag standing 1");
  done (&app->plan, stafet_edit_undo ());
  g_assert_cmpint (bent (app)->per_month, ==, STAFET_INTEGER_NONE);
}

RULE (turning_to_what_cannot_be_is_refused_in_place)
{
  gpointer dialog = open_dialog (app, "win.limits", "Bent Krag");

  type (dialog, "per_day", "4");
  type (dialog, "per_week", "2");
  assert_mentions (input_of (dialog, "per_day"), "mend one of the two");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (mentions (PART (dialog, "problem"), "mend one of the two"));
  g_assert_cmpint (bent (app)->per_week, ==, STAFET_INTEGER_NONE);
  gtk_window_destroy (dialog);
  settle ();
}

RULE (a_pause_that_is_over_before_it_begins_is_refused_in_place)
{
  gpointer dialog = open_dialog (app, "win.pause", "Bent Krag");
  g_autoptr (GPtrArray) inputs = widgets_of (dialog, STAFET_TYPE_INPUT);

  stafet_input_set_text (inputs->pdata[0], "24/11 2026");
  assert_mentions (inputs->pdata[0], "The pause would be over before it begins");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  g_assert_cmpint (bent (app)->status, ==, STAFET_VOLUNTEER_ACTIVE);
  stafet_input_set_text (inputs->pdata[0], "1/12 2026");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (bent (app)->paused_until == stafet_date_new (2026, 12, 1));
}

/* ——— The card ——— */

static GtkWidget *
open_card (App *app)
{
  open_program (app);
  stafet_window_push (STAFET_WINDOW (app->window),
                      stafet_volunteer_card_new (app->desk, bent (app)->parent.uid));
  settle ();
  return page_of (app);
}

RULE (the_card_says_what_the_terms_are)
{
  Fixture *f = &app->plan;
  GtkWidget *card;

  EDIT (VOLUNTEER, "Bent Krag", "per_week=2", "rest_minutes=660", "partners=Lis Bæk", "keep_apart=Åse Kjær",
        "companion=Lis Bæk", "call_how=message", "call_when=mornings", "phones=13583142", "houses=Møllestien",
        "check_seen=2026-01-05", "check_until=2026-12-24");
  card = open_card (app);
  assert_mentions (card, "at most 2 a week, 11 hours of rest between two days");
  assert_mentions (card, "by text message · mornings");
  assert_mentions (card, "Likes to be with");
  assert_mentions (card, "Not together with");
  assert_mentions (card, "Goes along the first time");
  assert_mentions (card, "new one by 24 December 2026");
}

RULE (the_card_counts_against_the_own_wish_alone)
{
  Fixture *f = &app->plan;
  GtkWidget *card;

  EDIT (VOLUNTEER, "Bent Krag", "wished_per_week=0.5");
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY - 7, FALSE, FALSE));
  stand_bent (app);
  card = open_card (app);
  assert_mentions (card, "1 shift | in the last eight weeks; wished for: 0.5 a week, so about 4");
  assert_mentions (card, "Café (regular) | known face of");
}

RULE (what_is_above_the_limit_is_marked_on_the_card)
{
  Fixture *f = &app->plan;

  stand_bent (app);
  assert_silent_of (open_card (app), "above the limit");
  EDIT (VOLUNTEER, "Bent Krag", "per_month=4");
  WAIT_UNTIL (mentions (page_of (app), "above the limit"));
}

RULE (whose_break_is_over_is_active)
{
  Fixture *f = &app->plan;
  GtkWidget *card;

  EDIT (VOLUNTEER, "Bent Krag", "status=paused", "paused_until=2026-11-26");
  card = open_card (app);
  assert_mentions (card, "on a break until 26 November");
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY + 2, 480));
  stafet_desk_look (app->desk);
  WAIT_UNTIL (mentions (PART (card, "status"), "active"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (card, "come_back"))));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define TERMS(name, func) APP_TEST ("/app/volunteer-terms/" name, func)
  TERMS ("form/every-term-is-written", every_term_is_written);
  TERMS ("form/left-alone", what_is_left_alone_stays);
  TERMS ("form/contradiction", what_contradicts_itself_is_said_beside_its_field_and_stays);
  TERMS ("form/odd", what_is_odd_is_said_and_blocks_nothing);
  TERMS ("form/unclear-name", a_name_that_is_not_clear_is_said_beside_its_field);
  TERMS ("form/houses", a_house_is_chosen_and_taken_out);
  TERMS ("dialog/turning-down", turning_down_lists_what_is_above_and_takes_nothing_off);
  TERMS ("dialog/refused", turning_to_what_cannot_be_is_refused_in_place);
  TERMS ("dialog/pause", a_pause_that_is_over_before_it_begins_is_refused_in_place);
  TERMS ("card/terms", the_card_says_what_the_terms_are);
  TERMS ("card/figures", the_card_counts_against_the_own_wish_alone);
  TERMS ("card/above-the-limit", what_is_above_the_limit_is_marked_on_the_card);
  TERMS ("card/back-again", whose_break_is_over_is_active);
  return g_test_run ();
}
