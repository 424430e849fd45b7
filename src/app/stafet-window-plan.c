/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions on the plan: undo, people on shifts, dates of a series.
 */
#include "stafet-window-private.h"

#include "core/stafet-words.h"
#include "plan/stafet-use-leave.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-absence-dialog.h"
#include "stafet-activity-editor.h"
#include "stafet-calls-page.h"
#include "stafet-cancel-dialog.h"
#include "stafet-close-dialog.h"
#include "stafet-end-house-dialog.h"
#include "stafet-enquiry-page.h"
#include "stafet-entry-page.h"
#include "stafet-find-page.h"
#include "stafet-found.h"
#include "stafet-history-page.h"
#include "stafet-limits-dialog.h"
#include "stafet-move-dialog.h"
#include "stafet-note-dialog.h"
#include "stafet-person-dialogs.h"
#include "stafet-place-target.h"
#include "stafet-print-page.h"
#include "stafet-search-page.h"
#include "stafet-share-page.h"
#include "stafet-signup-dialog.h"
#include "stafet-speech.h"
#include "stafet-swap-dialog.h"
#include "stafet-text-dialog.h"
#include "stafet-volunteer-card.h"
#include "stafet-week-page.h"

#include <string.h>

/* ——— Undo ——— */

/* @data: how it is told */
static gboolean
undone_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  g_autofree char *text = error == NULL ? g_strdup_printf (_ ((const char *) data), outcome->label) : NULL;

  if (text != NULL)
    stafet_window_tell (owner, text, FALSE);
  return error == NULL;
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  gboolean undo = strcmp (name, "win.undo") == 0;

  (void) parameter;
  stafet_desk_edit_then (self->desk, undo ? stafet_edit_undo () : stafet_edit_redo (), self, undone_cb,
                         (gpointer) (undo ? N_ ("Undone: %s") : N_ ("Done again: %s")), NULL);
}

/* The keys mean the text that is being written, when there is one, as in every other program; the plan
 * elsewhere. */
/* A list has its search in the keyboard's way: an empty one has nothing to take back. */
static gboolean
is_written_in (GtkWidget *focus)
{
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (GTK_IS_TEXT (focus))
    return gtk_editable_get_editable (GTK_EDITABLE (focus))
           && (!GTK_IS_SEARCH_ENTRY (parent) || *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0');
  return GTK_IS_TEXT_VIEW (focus);
}

static void
here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  gboolean undo = strcmp (name, "win.undo-here") == 0;

  (void) parameter;
  if (is_written_in (focus))
    gtk_widget_activate_action (focus, undo ? "text.undo" : "text.redo", NULL);
  else
    gtk_widget_activate_action (widget, undo ? "win.undo" : "win.redo", NULL);
}

/* What a change is called may have an underscore, which a menu would take for its key. */
static char *
double_underscores (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
add_undo_item (GMenu *menu, const char *change, const char *format, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *what = NULL, *label = NULL;

  if (change == NULL)
    return;
  what = double_underscores (change);
  label = g_strdup_printf (format, what);
  item = g_menu_item_new (label, action);
  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

void
stafet_window_name_undo (StafetWindow *self)
{
  StafetPlan *plan = stafet_desk_get_plan (self->desk);
  g_autofree char *undo = stafet_plan_peek_undo (plan), *redo = stafet_plan_peek_redo (plan);

  g_menu_remove_all (self->undo_section);
  add_undo_item (self->undo_section, undo, _ ("Undo: %s"), "win.undo", "<Control>z");
  add_undo_item (self->undo_section, redo, _ ("Redo: %s"), "win.redo", "<Control><Shift>z");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

/* ——— Somebody on a shift ——— */

/* The edit that an action's name asks for. (transfer full) */
static StafetEdit *
place_edit (const char *name, const StafetPlaceTarget *target, gboolean anyway)
{
  StafetWho who;

  stafet_place_target_fill_who (target, &who);
  if (strcmp (name, "win.regret") == 0)
    return stafet_use_regret (target->shift, &who, target->date, TRUE);
  if (strcmp (name, "win.take-off") == 0)
    return stafet_use_unassign (target->shift, &who, target->date);
  if (strcmp (name, "win.came") == 0)
    return stafet_use_attend (target->shift, &who, target->date, TRUE, 0);
  if (strcmp (name, "win.did-not-come") == 0)
    return stafet_use_attend (target->shift, &who, target->date, FALSE, 0);
  if (strcmp (name, "win.not-confirmed") == 0)
    return stafet_use_unattend (target->shift, &who, target->date);
  if (strcmp (name, "win.rang") == 0)
    return stafet_use_call (target->shift, who.volunteer, target->date, STAFET_CALL_RANG);
  if (strcmp (name, "win.no-answer") == 0)
    return stafet_use_call (target->shift, who.volunteer, target->date, STAFET_CALL_NO_ANSWER);
  if (strcmp (name, "win.waits") == 0)
    return stafet_use_call (target->shift, who.volunteer, target->date, STAFET_CALL_WAITS);
  if (strcmp (name, "win.cannot") == 0)
    return stafet_use_cannot (target->shift, who.volunteer, target->date);
  if (strcmp (name, "win.if-needed") == 0)
    return stafet_use_assign_if_needed (target->shift, who.volunteer, target->date, anyway);
  if (strcmp (name, "win.lend") == 0 || strcmp (name, "win.do-not-lend") == 0)
    return stafet_use_answer_borrowing (target->shift, who.volunteer, target->date,
                                        strcmp (name, "win.lend") == 0);
  if (strcmp (name, "win.stop-standing") == 0)
    return stafet_use_unassign_standing (target->shift, &who, target->date - 1);
  if (strcmp (name, "win.stand") == 0)
    return stafet_use_assign_standing (target->shift, &who, target->date, STAFET_DATE_NONE,
                                       STAFET_PARITY_NONE, 1, anyway);
  if (strcmp (name, "win.end-standing") == 0)
    return stafet_use_unassign_standing (target->shift, &who, STAFET_DATE_NONE);
  return stafet_use_assign (target->shift, &who, target->date, strcmp (name, "win.ask") == 0, anyway);
}

/* What was asked for, in case it has to be asked once more. */
typedef struct
{
  char *name;
  GVariant *target;
} Request;

static Request *
request_new (const char *name, GVariant *target)
{
  Request *request = g_new (Request, 1);

  request->name = g_strdup (name);
  request->target = g_variant_ref (target);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->name);
  g_variant_unref (request->target);
  g_free (request);
}

static void
request_free_closure (gpointer data, GClosure *closure)
{
  (void) closure;
  request_free (data);
}

static void
anyway_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Request *request = data;
  StafetWindow *self = STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  g_auto (StafetPlaceTarget) target = { NULL };

  if (self == NULL || strcmp (response, "anyway") != 0)
    return;
  stafet_place_target_read (&target, request->target);
  stafet_desk_edit (self->desk, place_edit (request->name, &target, TRUE));
}

/* A clash or a full shift: the coordinator decides. */
static void
ask_anyway (StafetWindow *self, const Request *request, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Put on anyway?"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "anyway",
                                    _ ("Put on _anyway"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (anyway_cb),
                         request_new (request->name, request->target), request_free_closure, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
placed_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  (void) outcome;
  if (!g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
      && !g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL))
    return FALSE;
  ask_anyway (owner, data, error);
  return TRUE;
}

static void
place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  g_auto (StafetPlaceTarget) target = { NULL };

  stafet_place_target_read (&target, parameter);
  stafet_desk_edit_then (self->desk, place_edit (name, &target, FALSE), self, placed_cb,
                         request_new (name, parameter), request_free);
}

static void
swap_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_auto (StafetPlaceTarget) target = { NULL };

  (void) name;
  stafet_place_target_read (&target, parameter);
  if (target.holder == STAFET_HOLDER_VOLUNTEER)
    stafet_swap_dialog_show (STAFET_WINDOW (widget), stafet_uid_intern (target.shift), target.date,
                             stafet_uid_intern (target.id));
}

/* "(si)": a shift and its original date. */
static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  const char *shift;
  StafetDate date;

  (void) name;
  g_variant_get (parameter, "(&si)", &shift, &date);
  stafet_window_push (self, stafet_find_page_new (self->desk, stafet_uid_intern (shift), date));
}

/* So far ahead the next hole is looked for. */
#define DAYS_AHEAD 14

/* For the next hole of the houses in view. */
static void
find_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetDate today = stafet_desk_today (self->desk);
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry;
  const StafetStaffing *staffing;

  (void) name;
  (void) parameter;
  stafet_desk_fill_query (self->desk, &query, today, today + DAYS_AHEAD);
  agenda = stafet_agenda_new (stafet_desk_get_snapshot (self->desk), &query);
  if (stafet_day_next_hole (agenda, stafet_desk_now (self->desk), &entry, &staffing))
    stafet_window_push (self,
                        stafet_find_page_new (self->desk, staffing->shift->parent.uid, entry->original));
  else
    stafet_window_tell (self, _ ("Nobody is missing in the next 14 days."), FALSE);
}

/* ——— What was searched for from outside ——— */

/* "s": what stafet_search_hit_id() names. */
static void
found_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_found_show_id (STAFET_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* "s": as if it had been typed. */
static void
search_for_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  gtk_widget_activate_action (widget, "win.search", NULL);
  stafet_search_page_search (STAFET_SEARCH_PAGE (stafet_window_get_page (self)),
                             g_variant_get_string (parameter, NULL));
}

/* ——— A volunteer ——— */

static void
volunteer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetUid uid = stafet_uid_intern (g_variant_get_string (parameter, NULL));

  (void) name;
  stafet_window_push (self, stafet_volunteer_card_new (self->desk, uid));
}

static void
absence_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetUid uid = stafet_uid_intern (g_variant_get_string (parameter, NULL));

  stafet_absence_dialog_show (self, uid, strcmp (name, "win.pause") == 0);
}

static void
limits_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_limits_dialog_show (STAFET_WINDOW (widget),
                             stafet_uid_intern (g_variant_get_string (parameter, NULL)));
}

/* ——— A date of a series ——— */

/* STAFET_ENTRY_TARGET. */
typedef struct
{
  StafetUid series;
  StafetKind kind;
  StafetDate date; /* the original one */
} Entry;

static Entry
read_entry (GVariant *parameter)
{
  const char *series;
  gint32 kind;
  Entry entry;

  g_variant_get (parameter, "(&sii)", &series, &kind, &entry.date);
  entry.series = stafet_uid_intern (series);
  entry.kind = (StafetKind) kind;
  return entry;
}

/* Beside the page in view where that has a place for it, else on a page of its own. */
static void
show_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);

  (void) name;
  if (STAFET_IS_WEEK_PAGE (stafet_window_get_page (self))
      && stafet_week_page_show_entry (STAFET_WEEK_PAGE (stafet_window_get_page (self)), entry.kind,
                                      entry.series, entry.date))
    return;
  stafet_window_push (self, stafet_entry_page_new (self->desk, entry.kind, entry.series, entry.date));
}

/* What calendars of others tell of is only shown. */
static void
edit_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_desk_get_snapshot (self->desk), STAFET_KIND_ACTIVITY, entry.series);

  if (activity != NULL && activity->calendar != NULL)
    show_entry_cb (widget, name, parameter);
  else if (activity != NULL)
    stafet_window_push (self, stafet_activity_editor_new_for (self->desk, entry.series, entry.date));
}

static void
move_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Entry entry = read_entry (parameter);

  (void) name;
  stafet_move_dialog_show (STAFET_WINDOW (widget), entry.kind, entry.series, entry.date);
}

static void
write_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *series, *key;
  gint32 kind;
  StafetDate date;

  (void) name;
  g_variant_get (parameter, "(&sii&s)", &series, &kind, &date, &key);
  stafet_text_dialog_show (STAFET_WINDOW (widget), stafet_uid_intern (series), date, key);
}

/* "(is)": the kind of a record and its uid; "" for everything. */
static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  const char *uid;
  gint32 kind;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &uid);
  stafet_window_push (self, stafet_history_page_new (self->desk, (StafetKind) kind,
                                                     *uid != '\0' ? stafet_uid_intern (uid) : NULL));
}

/* Of the house in view, or of everything. */
static void
history_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetUid house =
    stafet_desk_get_view (self->desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (self->desk) : NULL;

  (void) name;
  (void) parameter;
  stafet_window_push (self, stafet_history_page_new (self->desk, STAFET_KIND_HOUSE, house));
}

/* ——— Who comes ——— */

static void
comes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);

  if (strcmp (name, "win.sign-up") == 0)
    stafet_signup_dialog_show (self, entry.series, entry.date);
  else if (strcmp (name, "win.kitchen") == 0)
    stafet_kitchen_dialog_show (self, entry.series, entry.date);
  else
    stafet_head_count_dialog_show (self, entry.series, entry.date);
}

/* Whoever moved up from the waiting list has to be rung: that is said until it is read. */
static gboolean
signed_off_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  (void) data;
  if (error != NULL || outcome->warnings->len == 0)
    return FALSE;
  lines = g_ptr_array_new ();
  g_ptr_array_extend (lines, outcome->warnings, NULL, NULL);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  dialog = adw_message_dialog_new (owner, _ ("A place is free: ring now"), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}

/* "s": a sign-up. */
static void
sign_off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit_then (STAFET_WINDOW (widget)->desk,
                         stafet_use_sign_off (g_variant_get_string (parameter, NULL)), widget, signed_off_cb,
                         NULL, NULL);
}

/* "s": a sign-up. */
static void
edit_signup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_signup_dialog_edit (STAFET_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* ——— Somebody stops, is erased, or asks what is held ——— */

static const struct
{
  const char *action;
  void (*show) (StafetWindow *window, StafetUid volunteer);
} person_dialogs[] = { { "win.leave", stafet_leaving_dialog_show },
                       { "win.erase", stafet_erase_dialog_show },
                       { "win.access", stafet_access_show } };

/* "s": a volunteer. */
static void
person_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (person_dialogs); i++)
    if (strcmp (name, person_dialogs[i].action) == 0)
      person_dialogs[i].show (STAFET_WINDOW (widget),
                              stafet_uid_intern (g_variant_get_string (parameter, NULL)));
}

/* "s": a volunteer who is kept until the end of the year after this one. */
static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = STAFET_WINDOW (widget)->desk;

  (void) name;
  stafet_desk_edit (desk, stafet_use_keep (g_variant_get_string (parameter, NULL),
                                           stafet_volunteer_default_keep (stafet_desk_today (desk))));
}

/* ——— Closing, and whom to ring ——— */

static void
close_house_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_close_dialog_show (STAFET_WINDOW (widget));
}

static void
end_house_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_end_house_dialog_show (STAFET_WINDOW (widget));
}

/* What ended with the house does not begin again of itself: the history takes all of that back. */
static void
reopen_house_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const pairs[] = { "closed_from=", NULL };

  (void) name;
  stafet_desk_edit (STAFET_WINDOW (widget)->desk,
                    stafet_use_edit (STAFET_KIND_HOUSE, g_variant_get_string (parameter, NULL), pairs));
}

/* Of one date. */
static void
calls_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);

  (void) name;
  stafet_window_push (self,
                      stafet_calls_page_new_for_date (self->desk, entry.kind, entry.series, entry.date));
}

/* "s": a closure. */
static void
closure_calls_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_window_push (self, stafet_calls_page_new_for_closure (
                              self->desk, stafet_uid_intern (g_variant_get_string (parameter, NULL))));
}

/* ——— Paper ——— */

/* Where the sheets are shown already it prints them. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  if (STAFET_IS_PRINT_PAGE (stafet_window_get_page (self)))
    gtk_widget_activate_action (GTK_WIDGET (stafet_window_get_page (self)), "page.print", NULL);
  else if (STAFET_IS_CALLS_PAGE (stafet_window_get_page (self)))
    stafet_window_push (self,
                        stafet_calls_page_new_print (STAFET_CALLS_PAGE (stafet_window_get_page (self))));
  else if (stafet_desk_get_house (self->desk) == NULL)
    stafet_window_tell (self, _ ("Choose a house first: there is none in view to print for."), FALSE);
  else
    stafet_window_push (self, stafet_print_page_new (self->desk));
}

/* "s": a ward, or a volunteer. */
static void
print_one_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetUid uid = stafet_uid_intern (g_variant_get_string (parameter, NULL));

  stafet_window_push (self, strcmp (name, "win.print-arrivals") == 0
                              ? stafet_print_page_new_for_ward (self->desk, uid)
                              : stafet_print_page_new_for_volunteer (self->desk, uid));
}

/* "s": a calendar. */
static void
share_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_window_push (
    self, stafet_share_page_new (self->desk, stafet_uid_intern (g_variant_get_string (parameter, NULL))));
}

/* "s": an enquiry. */
static void
enquiry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_window_push (self, stafet_enquiry_page_new_for (
                              self->desk, stafet_uid_intern (g_variant_get_string (parameter, NULL))));
}

/* ——— Notes ——— */

/* "s": a note to change. */
static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_note_dialog_show (STAFET_WINDOW (widget),
                           stafet_uid_intern (g_variant_get_string (parameter, NULL)));
}

static void
new_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_note_dialog_show (STAFET_WINDOW (widget), NULL);
}

/* "s": a note. */
static void
note_done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (STAFET_WINDOW (widget)->desk,
                    stafet_use_note_done (g_variant_get_string (parameter, NULL), TRUE));
}

static void
cancel_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);

  (void) name;
  stafet_cancel_dialog_show (self, entry.kind, entry.series, entry.date);
}

static void
restore_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  Entry entry = read_entry (parameter);

  (void) name;
  stafet_desk_edit (self->desk, stafet_use_restore_date (entry.series, entry.date));
}

void
stafet_window_install_plan_actions (GtkWidgetClass *widget_class)
{
  static const char *const place_actions[] = { "win.regret",       "win.take-off",      "win.came",
                                               "win.did-not-come", "win.not-confirmed", "win.rang",
                                               "win.no-answer",    "win.ask",           "win.put-on",
                                               "win.stand",        "win.end-standing",  "win.stop-standing",
                                               "win.waits",        "win.cannot",        "win.if-needed",
                                               "win.lend",         "win.do-not-lend" };

  gtk_widget_class_install_action (widget_class, "win.undo-here", NULL, here_cb);
  gtk_widget_class_install_action (widget_class, "win.redo-here", NULL, here_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (place_actions); i++)
    gtk_widget_class_install_action (widget_class, place_actions[i], STAFET_PLACE_TARGET, place_cb);
  gtk_widget_class_install_action (widget_class, "win.swap", STAFET_PLACE_TARGET, swap_cb);
  gtk_widget_class_install_action (widget_class, "win.find", "(si)", find_cb);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_cb);
  gtk_widget_class_install_action (widget_class, "win.found", "s", found_cb);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_for_cb);
  gtk_widget_class_install_action (widget_class, "win.volunteer", "s", volunteer_cb);
  gtk_widget_class_install_action (widget_class, "win.absence", "s", absence_cb);
  gtk_widget_class_install_action (widget_class, "win.pause", "s", absence_cb);
  gtk_widget_class_install_action (widget_class, "win.limits", "s", limits_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (person_dialogs); i++)
    gtk_widget_class_install_action (widget_class, person_dialogs[i].action, "s", person_cb);
  gtk_widget_class_install_action (widget_class, "win.keep", "s", keep_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-entry", STAFET_ENTRY_TARGET, edit_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.show-entry", STAFET_ENTRY_TARGET, show_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.close-house", NULL, close_house_cb);
  gtk_widget_class_install_action (widget_class, "win.end-house", NULL, end_house_cb);
  gtk_widget_class_install_action (widget_class, "win.reopen-house", "s", reopen_house_cb);
  gtk_widget_class_install_action (widget_class, "win.calls", STAFET_ENTRY_TARGET, calls_cb);
  gtk_widget_class_install_action (widget_class, "win.closure-calls", "s", closure_calls_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-up", STAFET_ENTRY_TARGET, comes_cb);
  gtk_widget_class_install_action (widget_class, "win.kitchen", STAFET_ENTRY_TARGET, comes_cb);
  gtk_widget_class_install_action (widget_class, "win.head-count", STAFET_ENTRY_TARGET, comes_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-off", "s", sign_off_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-signup", "s", edit_signup_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.print-arrivals", "s", print_one_cb);
  gtk_widget_class_install_action (widget_class, "win.print-roster", "s", print_one_cb);
  gtk_widget_class_install_action (widget_class, "win.share", "s", share_cb);
  gtk_widget_class_install_action (widget_class, "win.new-note", NULL, new_note_cb);
  gtk_widget_class_install_action (widget_class, "win.enquiry", "s", enquiry_cb);
  gtk_widget_class_install_action (widget_class, "win.note", "s", note_cb);
  gtk_widget_class_install_action (widget_class, "win.note-done", "s", note_done_cb);
  gtk_widget_class_install_action (widget_class, "win.history", "(is)", history_cb);
  gtk_widget_class_install_action (widget_class, "win.history-here", NULL, history_here_cb);
  gtk_widget_class_install_action (widget_class, "win.move-entry", STAFET_ENTRY_TARGET, move_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.write-entry", STAFET_TEXT_TARGET, write_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-entry", STAFET_ENTRY_TARGET, cancel_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-entry", STAFET_ENTRY_TARGET, restore_entry_cb);
}
