/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the dialog of a house that closes for good to saying first what that ends, and the switcher to
 * showing such a house below the others.
 */
#include "app-fixture.h"

#include "app/stafet-ask-dialog.h"
#include "app/stafet-choice.h"
#include "app/stafet-input.h"
#include "app/stafet-window-private.h"
#include "plan/stafet-use-end-house.h"

static gpointer
open_dialog (App *app)
{
  GListModel *windows = gtk_window_get_toplevels ();

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.end-house", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static StafetInput *
date_of (gpointer dialog)
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

static StafetDate
closed_from (App *app)
{
  Fixture *f = &app->plan;

  return ((StafetHouse *) FIND (HOUSE, "Møllestien"))->closed_from;
}

RULE (what_ends_is_said_before_it_does)
{
  gpointer dialog = open_dialog (app);

  assert_mentions (dialog, "Nothing new is planned in a house that is closed.");
  stafet_input_set_text (date_of (dialog), "1/1-27");
  WAIT_UNTIL (mentions (dialog, "1 activity: the last day is 31 December 2026."));
  g_assert_cmpint (closed_from (app), ==, STAFET_DATE_NONE);
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (closed_from (app) == stafet_date_new (2027, 1, 1));
}

RULE (what_moves_to_another_house_is_said_too)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) choices = NULL;
  gpointer dialog;

  ADD (HOUSE, "name=Dalgas", "kind=community");
  dialog = open_dialog (app);
  choices = widgets_of (dialog, GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (choices->len, ==, 2);
  stafet_choice_set (choices->pdata[0], ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid);
  stafet_input_set_text (date_of (dialog), "1/1-27");
  stafet_choice_set (choices->pdata[1], ((StafetRecord *) FIND (HOUSE, "Dalgas"))->uid);
  WAIT_UNTIL (mentions (dialog, "From 1 January 2027 on moves: 1 activity, with everybody on them."));
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  WAIT_UNTIL (closed_from (app) == stafet_date_new (2027, 1, 1));
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 2);
}

RULE (without_a_date_it_stays_and_asks_for_one)
{
  gpointer dialog = open_dialog (app);

  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  assert_mentions (dialog, "Write the first day on which the house is closed.");
  stafet_input_set_text (date_of (dialog), "1/11-26");
  WAIT_UNTIL (mentions (dialog, "A house closes today at the earliest"));
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (dialog, "problem"))));
  g_assert_cmpint (closed_from (app), ==, STAFET_DATE_NONE);
  gtk_window_destroy (dialog);
  settle ();
}

RULE (a_closed_house_stands_below_the_others)
{
  Fixture *f = &app->plan;
  StafetWindow *window;
  GtkPopover *popover;

  ADD (HOUSE, "name=Aarestrup", "kind=community");
  done (f, stafet_use_end_house ("Møllestien", TUESDAY));
  window = open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-house", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  popover = gtk_menu_button_get_popover (window->scope_button);
  assert_shows (PART (popover, "list"),
                "All houses | My houses | Aarestrup | Møllestien | closed from 24 November 2026");
  gtk_popover_popdown (popover);
  settle ();
  /* Something new belongs to a house that is open. */
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  g_assert_true (stafet_desk_get_house (app->desk) == ((StafetRecord *) FIND (HOUSE, "Aarestrup"))->uid);
}

RULE (a_closed_house_is_opened_again_from_its_day)
{
  StafetWindow *window;
  g_autoptr (GPtrArray) buttons = NULL;

  done (&app->plan, stafet_use_end_house ("Møllestien", TUESDAY));
  window = open_program (app);
  buttons = widgets_of (window, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Open it again") == 0
        && is_shown (buttons->pdata[i], window))
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
  WAIT_UNTIL (closed_from (app) == STAFET_DATE_NONE);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  APP_TEST ("/app/end-house-dialog/what-ends-is-said", what_ends_is_said_before_it_does);
  APP_TEST ("/app/end-house-dialog/what-moves-is-said", what_moves_to_another_house_is_said_too);
  APP_TEST ("/app/end-house-dialog/without-a-date-it-stays", without_a_date_it_stays_and_asks_for_one);
  APP_TEST ("/app/end-house-dialog/a-closed-house-stands-below", a_closed_house_stands_below_the_others);
  APP_TEST ("/app/end-house-dialog/a-closed-house-is-opened-again",
            a_closed_house_is_opened_again_from_its_day);
  return g_test_run ();
}
