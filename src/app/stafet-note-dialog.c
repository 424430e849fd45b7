/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a note: what to remember, and as wished for when and about whom.
 */
#include "stafet-note-dialog.h"

#include "core/stafet-note.h"
#include "core/stafet-volunteer.h"
#include "core/stafet-words.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"
#include "stafet-named.h"

typedef struct
{
  StafetUid note;                 /* NULL: a new one */
  StafetUid house;                /* of a new one; nullable */
  StafetInput *text, *on, *about; /* borrowed */
  StafetAskDialog *dialog;        /* borrowed */
} Note;

static void
note_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

static StafetInput *
wrong_input (const Note *note, const char *text, const char *on)
{
  if (text == NULL || *text == '\0')
    return note->text;
  return on == NULL ? note->on : note->about;
}

static void
answered_cb (StafetAskDialog *dialog, const Note *note)
{
  g_autofree char *text = stafet_input_read (note->text, NULL), *on = stafet_input_read (note->on, NULL);
  g_autofree char *about =
    stafet_named_read (note->about, stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (note->dialog)));
  g_autofree char *text_pair = NULL, *on_pair = NULL, *about_pair = NULL, *house_pair = NULL;
  const char *pairs[5];

  if (text != NULL && *text == '\0')
    stafet_input_set_problem (note->text, _ ("Write what is to be remembered first."));
  if (text == NULL || *text == '\0' || on == NULL || about == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (wrong_input (note, text, on)));
      return;
    }
  text_pair = g_strconcat ("text=", text, NULL);
  on_pair = g_strconcat ("on=", on, NULL);
  about_pair = g_strconcat ("volunteer=", about, NULL);
  house_pair = note->house != NULL ? g_strconcat ("house=", note->house, NULL) : NULL;
  pairs[0] = text_pair;
  pairs[1] = on_pair;
  pairs[2] = about_pair;
  pairs[3] = house_pair;
  pairs[4] = NULL;
  stafet_ask_dialog_edit (dialog, note->note != NULL ? stafet_use_edit (STAFET_KIND_NOTE, note->note, pairs)
                                                     : stafet_use_add (STAFET_KIND_NOTE, pairs));
}

static StafetInput *
add_input (const Note *note, const char *title, const char *placeholder, const char *reads, const char *key,
           const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads",
                                   reads, "kind", "note", "key", key, "text", text, NULL);

  stafet_ask_dialog_append (note->dialog, input);
  return STAFET_INPUT (input);
}

void
stafet_note_dialog_show (StafetWindow *window, StafetUid uid)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const StafetNote *record = stafet_snapshot_get (snapshot, STAFET_KIND_NOTE, uid);
  const StafetRecord *person =
    record != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, record->volunteer) : NULL;
  g_autofree char *on = record != NULL && record->on != STAFET_DATE_NONE
                          ? stafet_words_day_with_year (stafet_i18n_get_language (), record->on)
                          : g_strdup ("");
  Note *note;

  if (uid != NULL && record == NULL)
    return;
  note = g_new0 (Note, 1);
  note->note = uid;
  note->house =
    uid == NULL && stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (desk) : NULL;
  note->dialog = stafet_ask_dialog_new (window, uid != NULL ? _ ("Note") : _ ("New note"), _ ("_Keep it"),
                                        "suggested-action");
  note->text = add_input (note, _ ("What is to be remembered?"), _ ("For example: ring Lis about the cake"),
                          "text", "text", record != NULL ? record->text : "");
  note->on =
    add_input (note, _ ("For when (if it has a day)"), _ ("tomorrow, Thursday, 24/11"), "date", "on", on);
  note->about = add_input (note, _ ("About whom (if it is about a volunteer)"), "", "text", NULL,
                           person != NULL ? stafet_record_get_label (person) : "");
  stafet_input_set_today (note->on, stafet_desk_today (desk));
  stafet_ask_dialog_set_text (note->dialog, _ ("It stands on Today until somebody says that it is done."));
  g_signal_connect_data (note->dialog, "answered", G_CALLBACK (answered_cb), note, note_free, 0);
  gtk_window_present (GTK_WINDOW (note->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (note->text));
}
