/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of shortcuts, and actions of buttons.
 */
#include "stafet-actions.h"

#include "core/stafet-i18n.h"

#include <string.h>

const StafetShortcut stafet_shortcuts[] = {
  { "win.go::today", { "<Control>1" }, N_ ("Today"), N_ ("Go to") },
  { "win.go::week", { "<Control>2" }, N_ ("Week"), N_ ("Go to") },
  { "win.go::activities", { "<Control>3" }, N_ ("Activities"), N_ ("Go to") },
  { "win.go::volunteers", { "<Control>4" }, N_ ("Volunteers"), N_ ("Go to") },
  { "win.go::nursing", { "<Control>5" }, N_ ("Nursing homes"), N_ ("Go to") },
  { "win.go::enquiries", { "<Control>6" }, N_ ("Enquiries"), N_ ("Go to") },
  { "win.go::network", { "<Control>7" }, N_ ("Network"), N_ ("Go to") },
  { "win.view::week", { "<Alt>1" }, N_ ("The week, hour by hour"), N_ ("Go to") },
  { "win.view::list", { "<Alt>2" }, N_ ("The week as a list"), N_ ("Go to") },
  { "win.view::month", { "<Alt>3" }, N_ ("The month"), N_ ("Go to") },
  { "win.view::rooms", { "<Alt>4" }, N_ ("The rooms of a day"), N_ ("Go to") },
  { "win.previous", { "<Alt>Page_Up" }, N_ ("The day or week before"), N_ ("Go to") },
  { "win.next", { "<Alt>Page_Down" }, N_ ("The next day or week"), N_ ("Go to") },
  { "win.today", { "<Alt>Home" }, N_ ("Back to today's date"), N_ ("Go to") },
  { "win.back", { "<Alt>Left" }, N_ ("Back to the page before"), N_ ("Go to") },
  { "win.search", { "<Control>f" }, N_ ("Search everything"), N_ ("Go to") },
  { "win.search-list", { "<Control><Shift>f" }, N_ ("Search in the list"), N_ ("Go to") },
  { "win.choose-house", { "<Control>h" }, N_ ("Choose a house"), N_ ("Go to") },
  { "win.outlook", { "<Control><Shift>o" }, N_ ("The next 14 days, house by house"), N_ ("Go to") },
  { "win.fragile",
    { "<Control><Shift>s" },
    N_ ("Where we are fragile: what falls with one person"),
    N_ ("Go to") },
  { "win.care",
    { "<Control><Shift>c" },
    N_ ("Good cooperation: thanks, coffee, whom we miss"),
    N_ ("Go to") },
  { "win.whom", { "F2" }, N_ ("Whom do I ring?"), N_ ("Go to") },
  { "win.new-activity", { "<Control>n" }, N_ ("New activity"), N_ ("Plan") },
  { "win.new-volunteer", { "<Control><Shift>n" }, N_ ("New volunteer"), N_ ("Plan") },
  { "win.new-enquiry", { "<Control>e" }, N_ ("New enquiry: what fits a citizen's wish"), N_ ("Plan") },
  { "win.new-note", { "<Control>t" }, N_ ("New note"), N_ ("Plan") },
  { "win.calendars", { "<Control><Shift>a" }, N_ ("Calendars of others"), N_ ("Plan") },
  { "win.ideas", { "<Control>i" }, N_ ("Begin an activity with an idea"), N_ ("Plan") },
  { "win.propose", { "<Control><Shift>j" }, N_ ("Propose who fills the holes of a week"), N_ ("Plan") },
  { "win.close-house", { "<Control>l" }, N_ ("Close a house or a room"), N_ ("Plan") },
  { "win.end-house",
    { "<Control><Shift>x" },
    N_ ("Close a house for good, or merge it into another"),
    N_ ("Plan") },
  { "win.copy-season", { "<Control><Shift>k" }, N_ ("Copy the programme of a season"), N_ ("Plan") },
  { "win.review", { "<Control><Shift>g" }, N_ ("Look through holidays and closed days"), N_ ("Plan") },
  { "win.loans", { "<Control><Shift>u" }, N_ ("Rooms lent out, and those that are asked for"), N_ ("Plan") },
  { "win.rooms", { "<Control><Shift>r" }, N_ ("Rooms and vehicles of the house"), N_ ("Plan") },
  { "win.programme-feed",
    { "<Control><Shift>y" },
    N_ ("The programme of the house as a calendar"),
    N_ ("Plan") },
  { "win.import", { "<Control><Shift>l" }, N_ ("Take in a list from a spreadsheet"), N_ ("Plan") },
  { "app.try", { "<Control><Shift>t" }, N_ ("Try something, without saving it"), N_ ("Plan") },
  { "win.effects", { "<Control><Shift>e" }, N_ ("What follows from what is tried"), N_ ("Plan") },
  { "win.print", { "<Control>p" }, N_ ("Print the week programme, door sheets or call list"), N_ ("Plan") },
  { "win.history-here", { "<Control><Shift>h" }, N_ ("History: who changed what"), N_ ("Plan") },
  { "win.save", { "<Control>s" }, N_ ("Save what is being written"), N_ ("Plan") },
  { "win.all-came", { "<Control><Shift>m" }, N_ ("All came as planned"), N_ ("Plan") },
  { "win.open-days", { "<Control><Shift>d" }, N_ ("Who came on the days before"), N_ ("Plan") },
  { "win.undo-here", { "<Control>z" }, N_ ("Undo"), N_ ("Plan") },
  { "win.redo-here", { "<Control><Shift>z" }, N_ ("Redo"), N_ ("Plan") },
  { "app.text-larger", { "<Control>plus", "<Control>KP_Add" }, N_ ("Larger text"), N_ ("Program") },
  { "app.text-smaller", { "<Control>minus", "<Control>KP_Subtract" }, N_ ("Smaller text"), N_ ("Program") },
  { "app.text-normal", { "<Control>0", "<Control>KP_0" }, N_ ("Normal text"), N_ ("Program") },
  { "win.board", { "F11" }, N_ ("The board for a wall, on the whole screen"), N_ ("Program") },
  { "win.toggle-sidebar", { "F9" }, N_ ("Show or hide the pages at the side"), N_ ("Program") },
  { "win.menu", { "F10" }, N_ ("The menu"), N_ ("Program") },
  { "app.preferences", { "<Control>comma" }, N_ ("Preferences"), N_ ("Program") },
  { "win.backups", { "<Control><Shift>b" }, N_ ("Backups: take one, or restore one"), N_ ("Program") },
  { "win.publishing",
    { "<Control><Shift>p" },
    N_ ("Publishing: where calendars lie, and how it stands"),
    N_ ("Program") },
  { "app.shortcuts", { "<Control>question", "F1" }, N_ ("Keyboard shortcuts"), N_ ("Program") },
  { "app.quit", { "<Control>q" }, N_ ("Quit"), N_ ("Program") },
  { NULL }
};

void
stafet_actionable_set (gpointer actionable, const char *action, GVariant *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;

  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, sunk);
  gtk_actionable_set_action_name (actionable, action);
}

void
stafet_actionable_set_detailed (gpointer actionable, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    stafet_actionable_set (actionable, name, target);
}

GtkWidget *
stafet_action_button_new (const char *label, const char *about, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", about, label);

  stafet_actionable_set (button, action, target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

char *
stafet_shortcut_keys (const StafetShortcut *shortcut)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; shortcut->keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType state;
      g_autofree char *label = NULL;

      /* That of the number pad is the same key to who presses it. */
      if (!gtk_accelerator_parse (shortcut->keys[i], &key, &state)
          || g_str_has_prefix (gdk_keyval_name (key), "KP_"))
        continue;
      /* GTK says "Page_Up" where it has no word of the language. */
      label = g_strdelimit (gtk_accelerator_get_label (key, state), "_", ' ');
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
    }
  return g_string_free (text, FALSE);
}

void
stafet_shortcuts_install (GtkApplication *application)
{
  for (const StafetShortcut *row = stafet_shortcuts; row->action != NULL; row++)
    gtk_application_set_accels_for_action (application, row->action, row->keys);
}
