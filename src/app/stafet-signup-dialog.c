/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs of who comes to a date.
 */
#include "stafet-signup-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-signups.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-input.h"
#include "stafet-record-dialog.h"

typedef struct
{
  StafetUid activity;
  StafetDate original;
  StafetAskDialog *dialog; /* borrowed */
  GtkDropDown *method;     /* borrowed: of a head-count */
  GtkCheckButton *aid;     /* borrowed: of a sign-up */
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* NULL when there is no such date any more. */
static Ask *
ask_new (StafetWindow *window, StafetUid activity, StafetDate original, const char *format,
         const char *answer)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  const StafetRecord *record = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, activity);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), original);
  g_autofree char *what = NULL, *title = NULL;
  Ask *ask;

  if (record == NULL)
    return NULL;
  what = g_strdup_printf ("%s, %s", stafet_record_get_label (record), day);
  title = g_strdup_printf (format, what);
  ask = g_new0 (Ask, 1);
  ask->activity = activity;
  ask->original = original;
  ask->dialog = stafet_ask_dialog_new (window, title, answer, "suggested-action");
  return ask;
}

static void
present (Ask *ask, GCallback answered, gpointer first)
{
  g_signal_connect_data (ask->dialog, "answered", answered, ask, ask_free, 0);
  gtk_window_present (GTK_WINDOW (ask->dialog));
  gtk_widget_grab_focus (first);
}

/* ——— Signing up ——— */

static void
sign_up_cb (StafetAskDialog *dialog, const Ask *ask)
{
  g_autoptr (GPtrArray) pairs = stafet_ask_dialog_collect (ask->dialog, NULL);

  if (pairs == NULL)
    return;
  if (ask->aid != NULL && gtk_check_button_get_active (ask->aid))
    g_ptr_array_add (pairs, g_strdup ("aid=yes"));
  g_ptr_array_add (pairs, NULL);
  stafet_ask_dialog_edit (
    dialog, stafet_use_sign_up (ask->activity, ask->original, (const char *const *) pairs->pdata, FALSE));
}

/* What room there is, before anybody is signed up. */
static void
say_room (const Ask *ask, const StafetActivity *activity, StafetSnapshot *snapshot)
{
  g_auto (StafetSignups) signups = { NULL };
  g_autofree char *text = NULL;

  stafet_signups_find (snapshot, activity, ask->original, &signups);
  if (signups.free == STAFET_SIGNUPS_NO_LIMIT)
    return;
  text = signups.free > 0 ? g_strdup_printf (
           ngettext_ ("There is room for %d more.", "There is room for %d more.", (gulong) signups.free),
           signups.free)
                          : g_strdup (_ ("It is full: whoever signs up now comes on the waiting list."));
  stafet_ask_dialog_set_text (ask->dialog, text);
}

void
stafet_signup_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, activity, original);
  const StafetActivity *record;
  StafetInput *name;
  Ask *ask;

  if (agenda == NULL)
    return;
  record = ((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->activity;
  ask = ask_new (window, activity, original, _ ("Sign up for %s"), _ ("_Sign up"));
  name = stafet_ask_dialog_add_input (ask->dialog, _ ("Name"), "signup", "name", "");
  stafet_ask_dialog_add_input (ask->dialog, _ ("Telephone"), "signup", "phone", "");
  stafet_ask_dialog_add_input (ask->dialog, _ ("How many (with companions)"), "signup", "heads", "1");
  if (record->transport)
    {
      stafet_ask_dialog_add_input (ask->dialog, _ ("Fetched from (if she is to be fetched)"), "signup",
                                   "transport", "");
      ask->aid = stafet_ask_dialog_add_tick (ask->dialog, _ ("Place for an aid"), FALSE);
    }
  if (record->meal)
    stafet_ask_dialog_add_input (ask->dialog, _ ("Portions to take home"), "signup", "take_home", "");
  say_room (ask, record, snapshot);
  present (ask, G_CALLBACK (sign_up_cb), name);
}

/* What the date offers, and what was said already although it no longer does. (transfer full) */
static GStrvBuilder *
keys_of (const StafetSignup *signup, const StafetActivity *activity)
{
  GStrvBuilder *keys = g_strv_builder_new ();

  g_strv_builder_add_many (keys, "name", "phone", "heads", NULL);
  if (signup->transport[0] != '\0' || signup->aid || activity->transport)
    g_strv_builder_add_many (keys, "transport", "aid", NULL);
  if (signup->take_home > 0 || activity->meal)
    g_strv_builder_add (keys, "take_home");
  g_strv_builder_add (keys, "note");
  return keys;
}

void
stafet_signup_dialog_edit (StafetWindow *window, StafetUid uid)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  StafetSignup *signup = stafet_snapshot_lookup (snapshot, STAFET_KIND_SIGNUP, uid);
  const StafetActivity *activity =
    signup != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, signup->activity) : NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) keys = NULL;
  StafetAskDialog *dialog;

  if (activity == NULL)
    return;
  builder = keys_of (signup, activity);
  keys = g_strv_builder_end (builder);
  dialog = stafet_record_dialog_new (window, signup->name, STAFET_KIND_SIGNUP, signup,
                                     (const char *const *) keys, NULL);
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

/* ——— The kitchen ——— */

static void
count_cb (StafetAskDialog *dialog, const Ask *ask)
{
  g_autoptr (GPtrArray) pairs = stafet_ask_dialog_collect (ask->dialog, NULL);

  if (pairs == NULL)
    return;
  if (ask->method != NULL)
    g_ptr_array_add (
      pairs,
      g_strdup_printf ("method=%s", stafet_method_values[gtk_drop_down_get_selected (ask->method)].key));
  g_ptr_array_add (pairs, NULL);
  stafet_ask_dialog_edit (
    dialog, stafet_use_count (ask->activity, ask->original, (const char *const *) pairs->pdata));
}

static char *
number_text (int number)
{
  return number != STAFET_INTEGER_NONE ? g_strdup_printf ("%d", number) : g_strdup ("");
}

void
stafet_kitchen_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  const StafetTally *tally = stafet_tally_find (snapshot, activity, original);
  g_autofree char *meals = number_text (tally != NULL ? tally->meals : STAFET_INTEGER_NONE);
  g_autofree char *home = number_text (tally != NULL ? tally->take_home : STAFET_INTEGER_NONE);
  Ask *ask = ask_new (window, activity, original, _ ("The kitchen: %s"), _ ("_Save"));
  StafetInput *first;

  if (ask == NULL)
    return;
  first = stafet_ask_dialog_add_input (ask->dialog, _ ("Who eats beside those who signed up"), "tally",
                                       "meals", meals);
  stafet_ask_dialog_add_input (ask->dialog, _ ("Further portions to take home"), "tally", "take_home", home);
  present (ask, G_CALLBACK (count_cb), first);
}

/* ——— The head-count ——— */

void
stafet_head_count_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  const StafetTally *tally = stafet_tally_find (snapshot, activity, original);
  g_autofree char *heads = number_text (tally != NULL ? tally->heads : STAFET_INTEGER_NONE);
  Ask *ask = ask_new (window, activity, original, _ ("How many came? %s"), _ ("_Save"));
  StafetInput *first;

  if (ask == NULL)
    return;
  first = stafet_ask_dialog_add_input (ask->dialog, _ ("How many came, beside the volunteers"), "tally",
                                       "heads", heads);
  ask->method = stafet_ask_dialog_add_pick (
    ask->dialog, _ ("How it was counted"), stafet_enum_titles (stafet_method_values, NULL),
    tally != NULL && tally->method != STAFET_ENUM_NONE ? (guint) tally->method : 0);
  present (ask, G_CALLBACK (count_cb), first);
}
