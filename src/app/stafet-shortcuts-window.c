/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of the keys: those of the table, and those of a list or the week that no menu tells of.
 */
#include "stafet-shortcuts-window.h"

#include <adwaita.h>

#include "core/stafet-i18n.h"
#include "stafet-actions.h"

/* Keys of what has the keyboard, which are no actions of the window. */
static const StafetShortcut in_place[] = {
  { "", { "Return" }, N_ ("Show the activity"), N_ ("In the week") },
  { "", { "<Alt>Down", "<Alt>Up" }, N_ ("A quarter of an hour later or earlier"), N_ ("In the week") },
  { "", { "<Alt>Right", "<Alt>Left" }, N_ ("A day later or earlier"), N_ ("In the week") },
  { "", { "<Alt><Shift>Down", "<Alt><Shift>Up" }, N_ ("Longer or shorter"), N_ ("In the week") },
  { "", { "<Shift>Down", "<Shift>Up" }, N_ ("Choose how long, on free time"), N_ ("In the week") },
  { "", { "Delete" }, N_ ("Cancel the activity"), N_ ("In the week") },
  { "", { "Menu", "<Shift>F10" }, N_ ("What can be done with it"), N_ ("In the week") },
  { "", { "Escape" }, N_ ("Leave it as it was"), N_ ("In the week") },
  { NULL }
};

static GtkWidget *
row_new (const StafetShortcut *shortcut)
{
  g_autofree char *keys = stafet_shortcut_keys (shortcut);
  GtkWidget *label = gtk_label_new (keys);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (shortcut->title), NULL);

  gtk_widget_add_css_class (label, "keys");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Only where there is no room for one line. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);
  return row;
}

static void
add_rows (AdwPreferencesPage *page, const StafetShortcut *shortcuts)
{
  AdwPreferencesGroup *group = NULL;
  const char *name = NULL;

  for (const StafetShortcut *row = shortcuts; row->action != NULL; row++)
    {
      if (name == NULL || strcmp (name, row->group) != 0)
        {
          name = row->group;
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ (name), NULL);
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, row_new (row));
    }
}

GtkWidget *
stafet_shortcuts_window_new (void)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("Keyboard shortcuts"), "modal",
                                    TRUE, "default-width", 560, "default-height", 700, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  add_rows (ADW_PREFERENCES_PAGE (page), stafet_shortcuts);
  add_rows (ADW_PREFERENCES_PAGE (page), in_place);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return window;
}
