/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the panel of an occurrence: what it says, and what its buttons ask for.
 */
#include "app-fixture.h"

#include "app/stafet-entry-panel.h"
#include "app/stafet-line.h"

static StafetUid
activity_called (App *app, const char *title)
{
  const GPtrArray *all = stafet_snapshot_all (stafet_desk_get_snapshot (app->desk), STAFET_KIND_ACTIVITY);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (((StafetActivity *) all->pdata[i])->title, title) == 0)
      return ((StafetRecord *) all->pdata[i])->uid;
  g_assert_not_reached ();
}

static StafetEntryPanel *
show_panel (App *app, const char *title, StafetDate date)
{
  StafetEntryPanel *panel = g_object_new (STAFET_TYPE_ENTRY_PANEL, NULL);

  g_assert_true (
    stafet_entry_panel_show (panel, app->desk, STAFET_KIND_ACTIVITY, activity_called (app, title), date));
  return show (app, panel);
}

/* The button with that accessible name is asserted by what it does: found by its label and place. */
static GtkWidget *
button_in_row (gpointer panel, const char *row_title, const char *label)
{
  g_autoptr (GPtrArray) rows = widgets_of (panel, STAFET_TYPE_LINE);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = text_of (rows->pdata[i]);
      g_autoptr (GPtrArray) buttons = widgets_of (rows->pdata[i], GTK_TYPE_BUTTON);

      if (strstr (text, row_title) == NULL || !is_shown (rows->pdata[i], panel))
        continue;
      for (guint j = 0; j < buttons->len; j++)
        if (g_strcmp0 (gtk_button_get_label (buttons->pdata[j]), label) == 0)
          return buttons->pdata[j];
    }
  return NULL;
}

RULE (it_says_when_where_and_who)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);

  assert_mentions (panel, "Tuesday 24 November");
  assert_mentions (panel, "10:00–14:00");
  assert_mentions (panel, "Caféen");
  assert_mentions (panel, "Servering");
  assert_mentions (panel, "1 vacant place");
  assert_mentions (panel, "Only today");
  assert_role (GTK_ACCESSIBLE (panel), GROUP);
  assert_finalized (app);
}

RULE (a_shift_that_takes_a_check_says_whose_is_missing_or_expires)
{
  Fixture *f = &app->plan;

  EDIT (VOLUNTEER, "Lis Bæk", "check_seen=2026-01-05", "check_until=2026-12-24", "call_how=message");
  assert_silent_of (show_panel (app, "Café", TUESDAY), "check");
  EDIT (SHIFT, "Café/Servering", "check=yes");
  assert_mentions (show_panel (app, "Café", TUESDAY), "check expires Thu 24/12");
  assert_mentions (show_panel (app, "Café", TUESDAY), "13 58 31 42 · by text message");
  EDIT (VOLUNTEER, "Lis Bæk", "check_until=2026-11-23");
  assert_mentions (show_panel (app, "Café", TUESDAY), "no valid check");
}

RULE (a_name_has_its_telephone)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);

  assert_mentions (panel, "Lis Bæk | 13 58 31 42");
}

RULE (regrets_are_one_step_from_a_name)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);
  GtkWidget *button = button_in_row (panel, "Lis Bæk", "Regrets");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (app->recorded->len, ==, 1);
  g_assert_true (g_str_has_prefix (app->recorded->pdata[0], "win.regret ('"));
}

RULE (who_is_away_may_come_after_all)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);

  g_assert_nonnull (button_in_row (panel, "Bent Krag", "Comes after all"));
  g_assert_null (button_in_row (panel, "Bent Krag", "Regrets"));
}

RULE (a_vacant_place_leads_to_who_could_have_it)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);
  GtkWidget *button = button_in_row (panel, "1 vacant place", "Find a volunteer");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (g_str_has_prefix (app->recorded->pdata[0], "win.find ('"));
}

RULE (what_is_over_asks_who_came)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY - 1);

  g_assert_nonnull (button_in_row (panel, "Lis Bæk", "Came"));
  assert_silent_of (panel, "Find a volunteer");
}

RULE (a_cancelled_date_says_why_and_can_be_held)
{
  StafetUid yoga = activity_called (app, "Yoga");
  StafetEntryPanel *panel;

  done (&app->plan, stafet_use_cancel (yoga, TUESDAY + 1 + 7, TUESDAY + 1 + 7, "Sanne er syg"));
  panel = show_panel (app, "Yoga", TUESDAY + 8);
  assert_mentions (panel, "CANCELLED: Sanne er syg");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (panel, "cancel"))));
  g_signal_emit_by_name (PART (panel, "restore"), "clicked");
  assert_recorded (app, "win.restore-entry ('%s', %d, %d)", yoga, (int) STAFET_KIND_ACTIVITY, TUESDAY + 8);
}

RULE (wards_are_named_with_their_times)
{
  StafetEntryPanel *panel = show_panel (app, "Sang på Skovvang", TUESDAY + 2);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (panel, "visits_box"))));
  assert_mentions (panel, "B.1 | 14:00–14:45");
}

RULE (rows_that_say_the_same_keep_the_keyboard)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);
  GtkWidget *button = button_in_row (panel, "Lis Bæk", "Regrets");

  gtk_widget_grab_focus (button);
  g_assert_true (
    stafet_entry_panel_show (panel, app->desk, STAFET_KIND_ACTIVITY, activity_called (app, "Café"), TUESDAY));
  g_assert_true (gtk_window_get_focus (app->window) == button);
}

RULE (opening_twice_by_mistake_sends_no_regrets)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);
  GtkWidget *focus;

  stafet_entry_panel_focus (panel);
  focus = gtk_window_get_focus (app->window);
  g_assert_true (STAFET_IS_LINE (focus));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (focus)));
  gtk_widget_activate (focus);
  g_assert_cmpuint (app->recorded->len, ==, 0);
}

RULE (a_date_that_is_gone_changes_nothing)
{
  StafetEntryPanel *panel = show_panel (app, "Café", TUESDAY);
  g_autofree char *before = text_of (panel), *after = NULL;

  g_assert_false (stafet_entry_panel_show (panel, app->desk, STAFET_KIND_ACTIVITY, "nobody", TUESDAY));
  after = text_of (panel);
  g_assert_cmpstr (before, ==, after);
}

#define PANEL_TEST(path, func) g_test_add (path, App, "house", example_set_up, func, app_tear_down)

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  PANEL_TEST ("/app/entry-panel/says-when-where-and-who", it_says_when_where_and_who);
  PANEL_TEST ("/app/entry-panel/a-name-has-its-telephone", a_name_has_its_telephone);
  PANEL_TEST ("/app/entry-panel/a-check", a_shift_that_takes_a_check_says_whose_is_missing_or_expires);
  PANEL_TEST ("/app/entry-panel/regrets-are-one-step-from-a-name", regrets_are_one_step_from_a_name);
  PANEL_TEST ("/app/entry-panel/who-is-away-may-come-after-all", who_is_away_may_come_after_all);
  PANEL_TEST ("/app/entry-panel/a-vacant-place-leads-on", a_vacant_place_leads_to_who_could_have_it);
  PANEL_TEST ("/app/entry-panel/what-is-over-asks-who-came", what_is_over_asks_who_came);
  PANEL_TEST ("/app/entry-panel/a-cancelled-date-says-why", a_cancelled_date_says_why_and_can_be_held);
  PANEL_TEST ("/app/entry-panel/wards-are-named", wards_are_named_with_their_times);
  PANEL_TEST ("/app/entry-panel/rows-keep-the-keyboard", rows_that_say_the_same_keep_the_keyboard);
  PANEL_TEST ("/app/entry-panel/opening-twice-sends-no-regrets", opening_twice_by_mistake_sends_no_regrets);
  PANEL_TEST ("/app/entry-panel/a-date-that-is-gone-changes-nothing", a_date_that_is_gone_changes_nothing);
  return g_test_run ();
}
