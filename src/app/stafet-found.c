/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each kind of thing leads to.
 */
#include "stafet-found.h"

#include "core/stafet-text.h"
#include "schedule/stafet-search-public.h"
#include "stafet-actions.h"
#include "stafet-volunteer-row.h"

#include <string.h>

/* How far ahead an activity's next date is looked for. */
#define DAYS_AHEAD 400

/* Those with which somebody comes to the program; the others are for who is there already. */
static gboolean
leads_in (const char *action)
{
  static const char *const leading[] = {
    "win.go::",         "win.view::",      "win.new-",   "win.close-house",
    "win.copy-season",  "win.review",      "win.import", "win.print",
    "win.history-here", "app.preferences", NULL
  };

  for (gsize i = 0; leading[i] != NULL; i++)
    if (g_str_has_prefix (action, leading[i]))
      return TRUE;
  return FALSE;
}

void
stafet_found_add_commands (StafetSearchIndex *index, gboolean from_outside)
{
  for (const StafetShortcut *row = stafet_shortcuts; row->action != NULL; row++)
    {
      g_autofree char *keys = NULL;

      if (from_outside && !leads_in (row->action))
        continue;
      keys = stafet_shortcut_keys (row);
      stafet_search_index_add (index, _ (row->title), keys, (gpointer) row->action);
    }
}

const char *
stafet_found_icon (StafetKind kind)
{
  switch (kind)
    {
    case STAFET_KIND_VOLUNTEER:
    case STAFET_KIND_CONTACT:
    case STAFET_KIND_ORGANISER:
      return "stafet-people-symbolic";
    case STAFET_KIND_ACTIVITY:
      return "stafet-activities-symbolic";
    case STAFET_KIND_HOUSE:
      return "stafet-house-symbolic";
    case STAFET_KIND_WARD:
      return "stafet-ward-symbolic";
    case STAFET_KIND_ROOM:
      return "mark-location-symbolic";
    default:
      return "emblem-system-symbolic";
    }
}

/* ——— Ringing ——— */

/* (transfer full) */
static char *
phones_of (StafetSnapshot *snapshot, gpointer record)
{
  switch (STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_VOLUNTEER:
      return stafet_volunteer_phones (snapshot, record);
    case STAFET_KIND_CONTACT:
      return stafet_phone_format (((StafetContact *) record)->phone);
    default:
      return stafet_phone_format (((StafetOrganiser *) record)->phone);
    }
}

void
stafet_found_ring (StafetWindow *window, gpointer record)
{
  g_autofree char *phones = phones_of (stafet_desk_get_snapshot (stafet_window_get_desk (window)), record);
  const char *name = stafet_record_get_label (record);
  g_autofree char *text = NULL;

  if (*phones == '\0')
    text = g_strdup_printf (_ ("%s has no telephone number."), name);
  else
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), phones);
      text = g_strdup_printf (_ ("Ring %s: %s (copied)"), name, phones);
    }
  stafet_window_tell (window, text, FALSE);
}

/* ——— Showing ——— */

static void
run_command (StafetWindow *window, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

/* The next date on which an activity is held, or its first. */
static StafetDate
next_date (StafetDesk *desk, const StafetActivity *activity)
{
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query = {
    .from = today, .to = today + DAYS_AHEAD, .house = activity->house, .foreign = TRUE
  };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_desk_get_snapshot (desk), &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    if (((StafetEntry *) agenda->entries->pdata[i])->series == activity->parent.uid)
      return ((StafetEntry *) agenda->entries->pdata[i])->original;
  return activity->timing.first_date;
}

static void
see_house (StafetWindow *window, StafetUid house, const char *command)
{
  stafet_desk_set_view (stafet_window_get_desk (window), STAFET_VIEW_HOUSE, house);
  run_command (window, command);
}

static void
show_record (StafetWindow *window, gpointer record)
{
  GtkWidget *widget = GTK_WIDGET (window);
  StafetUid uid = ((StafetRecord *) record)->uid;
  StafetKind kind = STAFET_RECORD_KIND (record);

  switch (kind)
    {
    case STAFET_KIND_VOLUNTEER:
      gtk_widget_activate_action (widget, "win.volunteer", "s", uid);
      break;
    case STAFET_KIND_ACTIVITY:
      gtk_widget_activate_action (widget, "win.show-entry", STAFET_ENTRY_TARGET, uid, (gint32) kind,
                                  next_date (stafet_window_get_desk (window), record));
      break;
    case STAFET_KIND_WARD:
      gtk_widget_activate_action (widget, "win.print-arrivals", "s", uid);
      break;
    case STAFET_KIND_HOUSE:
      see_house (window, uid, "win.go::today");
      break;
    case STAFET_KIND_ROOM:
      see_house (window, ((StafetRoom *) record)->house, "win.view::rooms");
      break;
    case STAFET_KIND_CONTACT:
    case STAFET_KIND_ORGANISER:
      stafet_found_ring (window, record);
      break;
    default:
      break; /* Nothing that is searched for. */
    }
}

void
stafet_found_show (StafetWindow *window, StafetKind kind, StafetUid uid, const char *command)
{
  gpointer record =
    stafet_snapshot_get (stafet_desk_get_snapshot (stafet_window_get_desk (window)), kind, uid);

  if (kind == STAFET_KIND_NONE)
    run_command (window, command);
  else if (record != NULL)
    show_record (window, record);
  else
    stafet_window_tell (window, _ ("That is no longer in the plan."), FALSE);
}

/* NULL unless the table of shortcuts has it: whoever asks from outside may not name any other. (borrowed for
 * ever) */
static const char *
find_command (const char *action)
{
  for (const StafetShortcut *row = stafet_shortcuts; row->action != NULL; row++)
    if (leads_in (action) && strcmp (row->action, action) == 0)
      return row->action;
  return NULL;
}

void
stafet_found_show_id (StafetWindow *window, const char *id)
{
  const char *rest;
  StafetKind kind;

  if (!stafet_search_read_id (id, &kind, &rest))
    return;
  if (kind != STAFET_KIND_NONE)
    stafet_found_show (window, kind, stafet_uid_intern (rest), NULL);
  else if (find_command (rest) != NULL)
    run_command (window, find_command (rest));
}
