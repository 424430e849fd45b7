/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a cancellation.
 */
#include "stafet-cancel-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-affected.h"
#include "stafet-input.h"
#include "stafet-speech.h"

#include <string.h>

typedef struct
{
  StafetDesk *desk; /* owned */
  StafetKind kind;
  StafetUid series;
  StafetDate date;
  StafetInput *reason, *until; /* borrowed */
  AdwMessageDialog *dialog;    /* borrowed */
} Cancel;

static void
cancel_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_object_unref (((Cancel *) data)->desk);
  g_free (data);
}

/* The last date; the first one when none is given. FALSE when what is typed is not understood. */
static gboolean
read_until (const Cancel *cancel, StafetDate *until)
{
  g_autofree char *text = stafet_input_read (cancel->until, NULL);

  *until = cancel->date;
  return text != NULL && (*text == '\0' || stafet_date_parse (text, until, NULL)) && *until >= cancel->date;
}

/* How many dates and people it touches. */
static void
show_affected (const Cancel *cancel)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (cancel->desk);
  StafetAffected affected;
  StafetDate until;
  g_autofree char *dates = NULL, *people = NULL, *body = NULL;
  gboolean good = read_until (cancel, &until);

  adw_message_dialog_set_response_enabled (cancel->dialog, "do",
                                           good && *stafet_input_get_text (cancel->reason) != '\0');
  if (!good)
    return;
  stafet_affected_count (snapshot, stafet_snapshot_get (snapshot, cancel->kind, cancel->series), cancel->date,
                         until, &affected);
  dates = g_strdup_printf (ngettext_ ("%u date", "%u dates", affected.occurrences), affected.occurrences);
  people =
    g_strdup_printf (ngettext_ ("%u volunteer", "%u volunteers", affected.volunteers), affected.volunteers);
  body = g_strdup_printf (_ ("Cancels %s; %s must be told."), dates, people);
  adw_message_dialog_set_body (cancel->dialog, body);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Cancel *cancel = data;
  StafetDate until;

  (void) dialog;
  if (strcmp (response, "do") == 0 && read_until (cancel, &until))
    stafet_desk_edit (cancel->desk, stafet_use_cancel (cancel->series, cancel->date, until,
                                                       stafet_input_get_text (cancel->reason)));
}

static StafetInput *
add_input (GtkWidget *box, const char *title, const char *placeholder, const char *reads, const char *key)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads",
                                   reads, "kind", "exception", "key", key, NULL);

  gtk_box_append (GTK_BOX (box), input);
  return STAFET_INPUT (input);
}

void
stafet_cancel_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate date)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetRecord *record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *title = NULL;
  Cancel *cancel;

  if (record == NULL)
    return;
  title = g_strdup_printf (_ ("Cancel %s on %s?"), stafet_record_get_label (record), day);
  cancel = g_new0 (Cancel, 1);
  cancel->desk = g_object_ref (desk);
  cancel->kind = kind;
  cancel->series = series;
  cancel->date = date;
  cancel->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (window), title, NULL));
  cancel->reason = add_input (box, _ ("Why?"), _ ("For example: the teacher is ill"), "text", "reason");
  cancel->until = add_input (box, _ ("Up to and with (when it is more than one date)"), "", "date", NULL);
  stafet_input_set_today (cancel->until, date);
  adw_message_dialog_set_extra_child (cancel->dialog, box);
  adw_message_dialog_add_responses (cancel->dialog, "no", _ ("_Do nothing"), "do", _ ("_Cancel it"), NULL);
  adw_message_dialog_set_response_appearance (cancel->dialog, "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (cancel->dialog, "no");
  adw_message_dialog_set_default_response (cancel->dialog, "do");
  g_signal_connect_swapped (cancel->reason, "changed", G_CALLBACK (show_affected), cancel);
  g_signal_connect_swapped (cancel->until, "changed", G_CALLBACK (show_affected), cancel);
  g_signal_connect_data (cancel->dialog, "response", G_CALLBACK (response_cb), cancel, cancel_free, 0);
  show_affected (cancel);
  stafet_speech_name (GTK_WIDGET (cancel->dialog));
  gtk_window_present (GTK_WINDOW (cancel->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (cancel->reason));
}
