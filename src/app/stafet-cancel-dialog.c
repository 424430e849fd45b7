/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a cancellation.
 */
#include "stafet-cancel-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-affected.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"

typedef struct
{
  StafetKind kind;
  StafetUid series;
  StafetDate date;
  StafetInput *reason, *until; /* borrowed */
  StafetAskDialog *dialog;     /* borrowed */
} Cancel;

static void
cancel_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* The last date; the first one when none is given. FALSE when what is typed will not do, which is said. */
static gboolean
read_until (const Cancel *cancel, StafetDate *until)
{
  g_autofree char *text = stafet_input_read (cancel->until, NULL);

  *until = cancel->date;
  if (text == NULL || (*text != '\0' && !stafet_date_parse (text, until, NULL)))
    return FALSE;
  if (*until >= cancel->date)
    return TRUE;
  stafet_input_set_problem (cancel->until, _ ("That is before the date that is cancelled."));
  return FALSE;
}

/* How many dates and people it touches. */
static void
show_affected (const Cancel *cancel)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (cancel->dialog));
  StafetRecord *record = stafet_snapshot_get (snapshot, cancel->kind, cancel->series);
  StafetAffected affected;
  StafetDate until;
  g_autofree char *dates = NULL, *people = NULL, *text = NULL;

  /* Somebody else may delete it meanwhile. */
  if (record == NULL)
    {
      stafet_ask_dialog_leave (cancel->dialog, _ ("Somebody has deleted it meanwhile."));
      return;
    }
  if (!read_until (cancel, &until))
    {
      stafet_ask_dialog_set_text (cancel->dialog, "");
      return;
    }
  stafet_affected_count (snapshot, record, cancel->date, until, &affected);
  dates = g_strdup_printf (ngettext_ ("%u date", "%u dates", affected.occurrences), affected.occurrences);
  people = stafet_affected_words (&affected, stafet_i18n_get_language ());
  text = g_strdup_printf (_ ("Cancels %s; %s must be told."), dates, people);
  stafet_ask_dialog_set_text (cancel->dialog, text);
}

static void
answered_cb (StafetAskDialog *dialog, const Cancel *cancel)
{
  g_autofree char *reason = stafet_input_read (cancel->reason, NULL);
  StafetDate until;

  if (reason != NULL && *reason == '\0')
    stafet_input_set_problem (cancel->reason, _ ("Write why first."));
  if (reason == NULL || *reason == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (cancel->reason));
  else if (!read_until (cancel, &until))
    gtk_widget_grab_focus (GTK_WIDGET (cancel->until));
  else
    stafet_ask_dialog_edit (dialog, stafet_use_cancel (cancel->series, cancel->date, until, reason));
}

static StafetInput *
add_input (const Cancel *cancel, const char *title, const char *placeholder, const char *reads,
           const char *key)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads",
                                   reads, "kind", "exception", "key", key, NULL);

  stafet_ask_dialog_append (cancel->dialog, input);
  return STAFET_INPUT (input);
}

void
stafet_cancel_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate date)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  StafetRecord *record = stafet_snapshot_get (snapshot, kind, series);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  g_autofree char *title = NULL;
  Cancel *cancel;

  if (record == NULL)
    return;
  title = g_strdup_printf (_ ("Cancel %s on %s?"), stafet_record_get_label (record), day);
  cancel = g_new0 (Cancel, 1);
  cancel->kind = kind;
  cancel->series = series;
  cancel->date = date;
  cancel->dialog = stafet_ask_dialog_new (window, title, _ ("_Cancel it"), "destructive-action");
  cancel->reason = add_input (cancel, _ ("Why?"), _ ("For example: the teacher is ill"), "text", "reason");
  cancel->until =
    add_input (cancel, _ ("Up to and with (when it is more than one date)"), "", "last-date", NULL);
  stafet_input_set_today (cancel->until, date);
  g_signal_connect_swapped (cancel->until, "changed", G_CALLBACK (show_affected), cancel);
  g_signal_connect_swapped (cancel->dialog, "changed", G_CALLBACK (show_affected), cancel);
  g_signal_connect_data (cancel->dialog, "answered", G_CALLBACK (answered_cb), cancel, cancel_free, 0);
  show_affected (cancel);
  gtk_window_present (GTK_WINDOW (cancel->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (cancel->reason));
}
