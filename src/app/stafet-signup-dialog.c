/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs of who comes to a date.
 */
#include "stafet-signup-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-signups.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"

typedef struct
{
  StafetUid activity;
  StafetDate original;
  StafetAskDialog *dialog; /* borrowed */
  GtkWidget *form;         /* borrowed: the fields, each with its key */
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
  ask->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  stafet_ask_dialog_append (ask->dialog, ask->form);
  return ask;
}

static StafetInput *
add_input (const Ask *ask, const char *title, const char *kind, const char *key, const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", "text", "kind", kind, "key",
                                   key, "text", text, NULL);

  gtk_box_append (GTK_BOX (ask->form), input);
  return STAFET_INPUT (input);
}

/* "KEY=VALUE" of what is filled in, with NULL at the end; NULL when something is not understood. (transfer
 * full) */
static GPtrArray *
collect (const Ask *ask)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  if (!stafet_form_collect (ask->form, NULL, pairs))
    return NULL;
  return g_steal_pointer (&pairs);
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
  g_autoptr (GPtrArray) pairs = collect (ask);

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
  name = add_input (ask, _ ("Name"), "signup", "name", "");
  add_input (ask, _ ("Telephone"), "signup", "phone", "");
  add_input (ask, _ ("How many (with companions)"), "signup", "heads", "1");
  if (record->transport)
    {
      add_input (ask, _ ("Fetched from (if she is to be fetched)"), "signup", "transport", "");
      ask->aid = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Place for an aid")));
      gtk_box_append (GTK_BOX (ask->form), GTK_WIDGET (ask->aid));
    }
  if (record->meal)
    add_input (ask, _ ("Portions to take home"), "signup", "take_home", "");
  say_room (ask, record, snapshot);
  present (ask, G_CALLBACK (sign_up_cb), name);
}

/* ——— The kitchen ——— */

static void
count_cb (StafetAskDialog *dialog, const Ask *ask)
{
  g_autoptr (GPtrArray) pairs = collect (ask);

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
  first = add_input (ask, _ ("Who eats beside those who signed up"), "tally", "meals", meals);
  add_input (ask, _ ("Further portions to take home"), "tally", "take_home", home);
  present (ask, G_CALLBACK (count_cb), first);
}

/* ——— The head-count ——— */

static GtkWidget *
method_new (const StafetTally *tally)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *dropdown;

  for (const StafetEnumValue *value = stafet_method_values; value->key != NULL; value++)
    gtk_string_list_append (titles, _ (value->title));
  dropdown = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  if (tally != NULL && tally->method != STAFET_ENUM_NONE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), (guint) tally->method);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it was counted"), -1);
  return dropdown;
}

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
  first = add_input (ask, _ ("How many came, beside the volunteers"), "tally", "heads", heads);
  ask->method = GTK_DROP_DOWN (method_new (tally));
  stafet_ask_dialog_append (ask->dialog, GTK_WIDGET (ask->method));
  present (ask, G_CALLBACK (count_cb), first);
}
