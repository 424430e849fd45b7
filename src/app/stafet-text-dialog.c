/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a date's own text.
 */
#include "stafet-text-dialog.h"

#include "core/stafet-words.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"

typedef struct
{
  StafetUid activity;
  StafetDate original;
  char *key;               /* owned */
  StafetInput *input;      /* borrowed */
  StafetAskDialog *dialog; /* borrowed */
} Text;

static void
text_free (gpointer data, GClosure *closure)
{
  Text *text = data;

  (void) closure;
  g_free (text->key);
  g_free (text);
}

static void
answered_cb (StafetAskDialog *dialog, const Text *text)
{
  g_autofree char *typed = stafet_input_read (text->input, NULL);
  g_autofree char *pair = NULL;

  if (typed == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (text->input));
      return;
    }
  pair = g_strconcat (text->key, "=", typed, NULL);
  stafet_ask_dialog_edit (
    dialog, stafet_use_edit_on (text->activity, text->original, (const char *const[]){ pair, NULL }, FALSE));
}

void
stafet_text_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original, const char *key)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, activity, original);
  const StafetField *field = stafet_record_info_field (&stafet_activity_info, key);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), original);
  g_autofree char *title = NULL, *now = NULL;
  const StafetEntry *entry;
  Text *text;

  if (agenda == NULL || field == NULL)
    return;
  entry = g_ptr_array_index (agenda->entries, 0);
  title = g_strdup_printf ("%s, %s", entry->title, day);
  now = stafet_record_get_text (entry->activity, field);
  text = g_new0 (Text, 1);
  text->activity = activity;
  text->original = original;
  text->key = g_strdup (key);
  text->dialog = stafet_ask_dialog_new (window, title, _ ("_Save"), "suggested-action");
  text->input = g_object_new (STAFET_TYPE_INPUT, "title", _ (field->title), "reads", "text", "kind",
                              "activity", "key", key, "text", now, NULL);
  stafet_ask_dialog_append (text->dialog, GTK_WIDGET (text->input));
  stafet_ask_dialog_set_text (text->dialog,
                              _ ("Only for this date. What is for all dates stands in the editor."));
  g_signal_connect_data (text->dialog, "answered", G_CALLBACK (answered_cb), text, text_free, 0);
  gtk_window_present (GTK_WINDOW (text->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (text->input));
}
