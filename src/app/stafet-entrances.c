/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table: each entrance of the program and the window's action behind it.
 */
#include "stafet-entrances.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *type;   /* of the target, which the window's action gets; NULL: none */
  const char *action; /* detailed where it has a target of its own */
} entrances[] = {
  { "today", NULL, "win.go::today" },           { "week", NULL, "win.go::week" },
  { "new-activity", NULL, "win.new-activity" }, { "new-note", NULL, "win.new-note" },
  { "find-volunteer", NULL, "win.find-next" },  { "nursing", NULL, "win.go::nursing" },
  { "show-day", "i", "win.show-day" },          { "find", "(si)", "win.find" },
};

static void
enter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (entrances); i++)
    if (strcmp (entrances[i].name, name) == 0)
      {
        g_autofree char *own = NULL;
        g_autoptr (GVariant) target = NULL;

        g_action_parse_detailed_name (entrances[i].action, &own, &target, NULL);
        stafet_application_enter (data, own, parameter != NULL ? parameter : target, GDK_CURRENT_TIME);
        return;
      }
}

void
stafet_entrances_install (StafetApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entrances); i++)
    {
      const GActionEntry entry = { entrances[i].name, enter_cb, entrances[i].type, NULL, NULL, { 0 } };

      g_action_map_add_action_entries (G_ACTION_MAP (application), &entry, 1, application);
    }
}
