/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the box that an empty plan begins with to houses that have planned nothing.
 */
#include "app-fixture.h"

#include "app/stafet-begin-box.h"

static gboolean
is_shown_for (App *app, gpointer box, StafetViewKind view, const char *house)
{
  StafetRecord *record = house != NULL ? stafet_reference_find (stafet_plan_get_snapshot (app->plan.plan),
                                                                STAFET_KIND_HOUSE, house, NULL)
                                       : NULL;

  stafet_desk_set_view (app->desk, view, record != NULL ? record->uid : NULL);
  stafet_begin_box_look (box, app->desk);
  return gtk_widget_get_visible (box);
}

RULE (only_a_house_that_plans_nothing_begins)
{
  Fixture *f = &app->plan;
  GtkWidget *box = g_object_new (STAFET_TYPE_BEGIN_BOX, "visible", TRUE, NULL);
  g_autoptr (GPtrArray) buttons = NULL;

  show (app, box);
  ADD (HOUSE, "name=Tomt hus", "kind=community");
  g_assert_true (is_shown_for (app, box, STAFET_VIEW_HOUSE, "Tomt hus"));
  g_assert_false (is_shown_for (app, box, STAFET_VIEW_HOUSE, "Møllestien"));
  g_assert_false (is_shown_for (app, box, STAFET_VIEW_ALL, NULL));
  /* There it is said how a house becomes mine. */
  g_assert_false (is_shown_for (app, box, STAFET_VIEW_MINE, NULL));
  buttons = widgets_of (box, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (buttons->pdata[0]), ==, "win.new-activity");
  g_assert_cmpstr (gtk_actionable_get_action_name (buttons->pdata[1]), ==, "win.import");
  g_assert_true (is_shown_for (app, box, STAFET_VIEW_HOUSE, "Tomt hus"));
  assert_measures (box);
  assert_finalized (app);
}

RULE (a_shift_that_stands_alone_is_a_plan_too)
{
  Fixture *f = &app->plan;
  GtkWidget *box = g_object_new (STAFET_TYPE_BEGIN_BOX, "visible", TRUE, NULL);

  show (app, box);
  ADD (HOUSE, "name=Tomt hus", "kind=community");
  ADD (SHIFT, "role=Vært", "wanted=1", "house=Tomt hus", "start=2026-11-24T10:00", "end=2026-11-24T12:00");
  g_assert_false (is_shown_for (app, box, STAFET_VIEW_HOUSE, "Tomt hus"));
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  APP_TEST ("/app/begin-box/only-where-nothing-is-planned", only_a_house_that_plans_nothing_begins);
  APP_TEST ("/app/begin-box/a-shift-is-a-plan-too", a_shift_that_stands_alone_is_a_plan_too);
  return g_test_run ();
}
