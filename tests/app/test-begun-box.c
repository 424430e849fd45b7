/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the lines above the day to what is begun: each with a way back, until it is saved or put off.
 */
#include "editor-fixture.h"

#include "app/stafet-begun-box.h"
#include "app/stafet-today-page.h"
#include "app/stafet-volunteer-form.h"

static GVariant *
begun (const char *key, const char *text)
{
  GVariantBuilder texts;

  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&texts, "{ss}", "begun", "yes");
  g_variant_builder_add (&texts, "{ss}", key, text);
  return g_variant_builder_end (&texts);
}

static GtkWidget *
button_of (gpointer box, int i)
{
  g_autoptr (GPtrArray) buttons = widgets_of (box, GTK_TYPE_BUTTON);

  g_assert_cmpuint (buttons->len, >, (guint) i);
  return buttons->pdata[i];
}

/* The button that goes on with what is kept under @key: lines stand in the order of keys, and uids are
 * chance. */
static GtkWidget *
button_for (gpointer box, const char *key)
{
  g_autoptr (GPtrArray) buttons = widgets_of (box, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (buttons->pdata[i]), "key"), key) == 0)
      return buttons->pdata[i];
  g_error ("Nothing goes on with %s", key);
}

/* The box of the page Today, which is in view. */
static GtkWidget *
open_today (App *app)
{
  open_program (app);
  g_assert_true (STAFET_IS_TODAY_PAGE (page_of (app)));
  return GTK_WIDGET (PART (page_of (app), "begun"));
}

RULE (what_is_begun_waits_on_today_also_after_a_restart)
{
  GtkWidget *box = open_today (app);

  g_assert_false (gtk_widget_get_visible (box));
  type (open_new (app), "title", "Julehygge");
  go_back (app);
  g_assert_true (gtk_widget_get_visible (box));
  assert_mentions (box, "You had begun a new activity “Julehygge”.");
  gtk_window_close (app->window);
  settle ();
  ASSERT_GONE (app->window);
  ASSERT_GONE (app->desk);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
  app->window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  box = open_today (app);
  assert_mentions (box, "You had begun a new activity “Julehygge”.");
  assert_name (button_of (box, 0), "Continue where you left off: a new activity “Julehygge”");
  g_signal_emit_by_name (button_of (box, 0), "clicked");
  settle ();
  g_assert_cmpstr (typed (page_of (app), "title"), ==, "Julehygge");
  type (page_of (app), "title", "");
  go_back (app);
  g_assert_false (gtk_widget_get_visible (box));
}

RULE (a_line_that_is_put_off_does_not_come_back_before_a_restart)
{
  GtkWidget *box;

  stafet_desk_keep_draft (app->desk, "volunteer/new", begun ("name", "Karen Holm"));
  box = open_today (app);
  assert_mentions (box, "You had begun a new volunteer “Karen Holm”.");
  g_signal_emit_by_name (button_of (box, 1), "clicked");
  settle ();
  g_assert_false (gtk_widget_get_visible (box));
  stafet_desk_keep_draft (app->desk, "volunteer/new", begun ("name", "Karen Holm Dahl"));
  g_assert_false (gtk_widget_get_visible (box));
  /* What is begun after that was done is another. */
  stafet_desk_keep_draft (app->desk, "volunteer/new", NULL);
  stafet_desk_keep_draft (app->desk, "volunteer/new", begun ("name", "Karen Holm"));
  g_signal_emit_by_name (button_of (box, 0), "clicked");
  settle ();
  g_assert_true (STAFET_IS_VOLUNTEER_FORM (page_of (app)));
}

RULE (changes_of_a_record_lead_to_it_as_long_as_it_is_there)
{
  g_autofree char *key = g_strdup_printf ("activity/%s", CAFE);
  GtkWidget *box;

  stafet_desk_keep_draft (app->desk, key, begun ("title", "Cafeen"));
  stafet_desk_keep_draft (app->desk, "activity/gone", begun ("title", "Væk"));
  stafet_desk_keep_draft (app->desk, "activity/loan", begun ("price", "100"));
  box = open_today (app);
  assert_mentions (box, "You had begun changes of “Café”.");
  assert_mentions (box, "You had begun a room that is asked for.");
  assert_silent_of (box, "Væk");
  assert_measures (box);
  g_signal_emit_by_name (button_for (box, key), "clicked");
  settle ();
  g_assert_cmpstr (typed (page_of (app), "title"), ==, "Cafeen");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define BEGUN(name, func) APP_TEST ("/app/begun-box/" name, func)
  BEGUN ("what-is-begun-waits-on-today-also-after-a-restart",
         what_is_begun_waits_on_today_also_after_a_restart);
  BEGUN ("a-line-that-is-put-off-does-not-come-back-before-a-restart",
         a_line_that_is_put_off_does_not_come_back_before_a_restart);
  BEGUN ("changes-of-a-record-lead-to-it-as-long-as-it-is-there",
         changes_of_a_record_lead_to_it_as_long_as_it_is_there);
  return g_test_run ();
}
