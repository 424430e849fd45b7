/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus about entries.
 */
#include "stafet-entry-menu.h"

#include "core/stafet-words.h"
#include "stafet-popup.h"
#include "stafet-window.h"

static GVariant *
target_of (const StafetEntry *entry)
{
  return g_variant_new (STAFET_ENTRY_TARGET, entry->series, (gint32) entry->kind, entry->original);
}

static void
append_finds (GMenu *menu, const StafetEntry *entry)
{
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    {
      const StafetStaffing *staffing = &entry->shifts[i];
      g_autofree char *label = NULL;

      if (staffing->missing == 0)
        continue;
      label = entry->n_shifts == 1 ? g_strdup (_ ("_Find a volunteer"))
                                   : g_strdup_printf (_ ("Find a volunteer: %s"), staffing->shift->role);
      stafet_menu_append (menu, label, "win.find",
                          g_variant_new ("(si)", staffing->shift->parent.uid, entry->original));
    }
}

GMenuModel *
stafet_entry_menu_new (const StafetEntry *entry)
{
  GMenu *menu = g_menu_new ();

  if (entry->activity != NULL && entry->activity->calendar != NULL)
    {
      stafet_menu_append (menu, _ ("_Calendars of others …"), "win.calendars", NULL);
      return G_MENU_MODEL (menu);
    }
  append_finds (menu, entry);
  if (entry->kind == STAFET_KIND_ACTIVITY)
    stafet_menu_append (menu, _ ("_Edit …"), "win.edit-entry", target_of (entry));
  if (entry->status == STAFET_STATUS_CANCELLED)
    stafet_menu_append (menu, _ ("_Hold it after all"), "win.restore-entry", target_of (entry));
  else
    stafet_menu_append (menu, _ ("_Cancel this time …"), "win.cancel-entry", target_of (entry));
  stafet_menu_append (menu, _ ("_Write to everybody …"), "win.write-to", target_of (entry));
  return G_MENU_MODEL (menu);
}

GMenuModel *
stafet_entry_menu_new_choice (const GPtrArray *entries)
{
  StafetLanguage language = stafet_i18n_get_language ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);
      int missing = stafet_entry_missing (entry);
      g_autofree char *time = stafet_words_time_span (language, entry->start, entry->end);
      g_autofree char *lack =
        missing > 0
          ? g_strdup_printf (ngettext_ (" · %d missing", " · %d missing", (gulong) missing), missing)
          : g_strdup ("");
      g_autofree char *label = g_strdup_printf ("%s · %s%s", entry->title, time, lack);
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", parts);

      stafet_menu_append (menu, plain, "win.show-entry", target_of (entry));
    }
  return G_MENU_MODEL (menu);
}
