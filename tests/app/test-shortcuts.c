/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the table of shortcuts to the keys, to the actions behind them and to the window that shows it.
 */
#include "app-fixture.h"

#include "app/stafet-actions.h"
#include "app/stafet-shortcuts-window.h"

static guint
n_shortcuts (void)
{
  guint n = 0;

  while (stafet_shortcuts[n].action != NULL)
    n++;
  return n;
}

/* "win.go" of "win.go::today". (transfer full) */
static char *
name_of (const StafetShortcut *row)
{
  char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (row->action, &name, &target, NULL));
  return name;
}

RULE (no_key_stands_twice_and_each_can_be_pressed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) app;
  for (guint i = 0; i < n_shortcuts (); i++)
    for (const char *const *key = stafet_shortcuts[i].keys; *key != NULL; key++)
      {
        GdkModifierType modifiers;
        guint value;

        g_assert_true (gtk_accelerator_parse (*key, &value, &modifiers));
        g_assert_true (gtk_accelerator_valid (value, modifiers));
        g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (value, modifiers)));
      }
}

RULE (every_row_is_said_in_danish_and_groups_stand_together)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  (void) app;
  for (guint i = 0; i < n_shortcuts (); i++)
    {
      const StafetShortcut *row = &stafet_shortcuts[i];

      g_assert_cmpstr (stafet_i18n_text (STAFET_LANGUAGE_DA, row->title), !=, row->title);
      g_assert_cmpstr (stafet_i18n_text (STAFET_LANGUAGE_DA, row->group), !=, "");
      if (i == 0 || strcmp (row->group, stafet_shortcuts[i - 1].group) != 0)
        g_assert_true (g_hash_table_add (groups, (gpointer) row->group));
    }
}

static gboolean
window_has (StafetWindow *window, const char *name)
{
  const GVariantType *type;
  const char *action, *property;
  GType owner;
  guint i = 0;

  while (
    gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i++, &owner, &action, &type, &property))
    if (strcmp (action, name) == 0)
      return TRUE;
  return FALSE;
}

RULE (every_key_has_an_action_behind_it)
{
  g_autoptr (StafetApplication) application = stafet_application_new ();
  StafetWindow *window = open_program (app);
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_shortcuts (); i++)
    {
      g_autofree char *name = name_of (&stafet_shortcuts[i]);

      if (g_str_has_prefix (name, "win."))
        g_assert_true (window_has (window, name));
      else
        g_assert_nonnull (g_action_map_lookup_action (G_ACTION_MAP (application), name + strlen ("app.")));
    }
}

RULE (the_keys_of_the_program_are_those_of_the_table)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("dk.stafet.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) described = NULL;

  (void) app;
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  stafet_shortcuts_install (application);
  for (guint i = 0; i < n_shortcuts (); i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, stafet_shortcuts[i].action);

      g_assert_cmpuint (g_strv_length (keys), ==, g_strv_length ((char **) stafet_shortcuts[i].keys));
    }
  described = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (described), ==, n_shortcuts ());
}

RULE (the_window_of_shortcuts_equals_the_table)
{
  GtkWidget *window = g_object_ref_sink (stafet_shortcuts_window_new ());
  g_autoptr (GPtrArray) rows = NULL;

  gtk_window_set_transient_for (GTK_WINDOW (window), app->window);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (window));
  rows = widgets_of (window, ADW_TYPE_ACTION_ROW);
  /* Below them stand the keys of what has the keyboard. */
  g_assert_cmpuint (rows->len, >, n_shortcuts ());
  for (guint i = 0; i < n_shortcuts (); i++)
    {
      g_autofree char *keys = stafet_shortcut_keys (&stafet_shortcuts[i]);

      g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[i]), ==, stafet_shortcuts[i].title);
      assert_mentions (rows->pdata[i], keys);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
}

RULE (keys_are_said_as_they_are_written_on_the_keyboard)
{
  const StafetShortcut plus = { "", { "F9", "<Control>KP_Add" }, "", "" };
  const StafetShortcut two = { "", { "<Alt>Page_Up", "F10" }, "", "" };
  g_autofree char *keys = stafet_shortcut_keys (&two);
  g_autofree char *one = stafet_shortcut_keys (&plus);

  (void) app;
  g_assert_cmpstr (keys, ==, "Alt+Page Up, F10");
  g_assert_cmpstr (one, ==, "F9");
}

RULE (an_action_with_its_target_is_set_changed_and_taken_away)
{
  GtkWidget *button = show (app, gtk_button_new ());

  stafet_actionable_set (button, "win.find", g_variant_new ("(si)", "uid", 7));
  g_signal_emit_by_name (button, "clicked");
  assert_recorded (app, "win.find ('uid', 7)");
  stafet_actionable_set (button, "win.save", NULL);
  g_signal_emit_by_name (button, "clicked");
  assert_recorded (app, "win.save");
  stafet_actionable_set_detailed (button, "win.show-day(20781)");
  g_signal_emit_by_name (button, "clicked");
  assert_recorded (app, "win.show-day 20781");
  stafet_actionable_set (button, NULL, NULL);
  g_signal_emit_by_name (button, "clicked");
  assert_recorded (app, "");
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define KEYS(name, func) APP_TEST ("/app/shortcuts/" name, func)
  KEYS ("no-key-stands-twice-and-each-can-be-pressed", no_key_stands_twice_and_each_can_be_pressed);
  KEYS ("every-row-is-said-in-danish-and-groups-stand-together",
        every_row_is_said_in_danish_and_groups_stand_together);
  KEYS ("every-key-has-an-action-behind-it", every_key_has_an_action_behind_it);
  KEYS ("the-keys-of-the-program-are-those-of-the-table", the_keys_of_the_program_are_those_of_the_table);
  KEYS ("the-window-of-shortcuts-equals-the-table", the_window_of_shortcuts_equals_the_table);
  KEYS ("keys-are-said-as-they-are-written-on-the-keyboard",
        keys_are_said_as_they_are_written_on_the_keyboard);
  KEYS ("an-action-with-its-target-is-set-changed-and-taken-away",
        an_action_with_its_target_is_set_changed_and_taken_away);
  return g_test_run ();
}
