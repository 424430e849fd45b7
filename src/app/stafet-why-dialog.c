/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of "Why not …": a name, and what a thread finds out of her.
 */
#include "stafet-why-dialog.h"

#include "core/stafet-task.h"
#include "schedule/stafet-proposal-why.h"
#include "stafet-ask-dialog.h"
#include "stafet-named.h"

typedef struct
{
  StafetAskDialog *dialog; /* borrowed */
  StafetInput *name;       /* borrowed */
  StafetUid shift;
  StafetDate date;
  gboolean asking; /* a thread is at it */
} Why;

/* What the thread needs. */
typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  StafetShift *shift;
  StafetVolunteer *volunteer;
  StafetDate date;
  StafetWall now;
} Question;

static void
why_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  stafet_snapshot_unref (question->snapshot);
  g_free (question);
}

static void
ask_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *q = data;
  StafetLanguage language = stafet_i18n_get_language ();
  GError *error = NULL;
  g_autoptr (StafetWhy) why =
    stafet_why_new (q->snapshot, q->shift, q->date, q->volunteer, q->now, language, &error);

  (void) source;
  (void) cancellable;
  if (why == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, stafet_why_words (why, q->volunteer, language), g_free);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetAskDialog *dialog = STAFET_ASK_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  stafet_ask_dialog_set_ready (dialog, TRUE);
  stafet_ask_dialog_set_problem (dialog, error != NULL ? error->message : NULL);
  stafet_ask_dialog_set_text (dialog, words != NULL ? words : "");
}

static void
answered_cb (StafetAskDialog *dialog, const Why *why)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (dialog);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autofree char *uid = stafet_named_read (why->name, snapshot);
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (uid != NULL && *uid == '\0')
    stafet_input_set_problem (why->name, _ ("Write whom you think of."));
  if (uid == NULL || *uid == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (why->name));
      return;
    }
  question = g_new (Question, 1);
  *question =
    (Question){ stafet_snapshot_ref (snapshot), stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, why->shift),
                stafet_snapshot_lookup (snapshot, STAFET_KIND_VOLUNTEER, uid), why->date,
                stafet_clock_now (stafet_plan_get_clock (stafet_desk_get_plan (desk))) };
  if (question->shift == NULL)
    {
      question_free (question);
      stafet_ask_dialog_leave (dialog, _ ("The shift is no longer there."));
      return;
    }
  task = stafet_task_new (dialog, NULL, asked_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  stafet_ask_dialog_set_ready (dialog, FALSE);
  g_task_run_in_thread (task, ask_thread);
}

void
stafet_why_dialog_show (StafetWindow *window, StafetUid shift, StafetDate date)
{
  Why *why = g_new0 (Why, 1);

  why->shift = shift;
  why->date = date;
  why->dialog = stafet_ask_dialog_new (window, _ ("Why not …"), _ ("_Ask"), "suggested-action");
  why->name = STAFET_INPUT (g_object_new (STAFET_TYPE_INPUT, "title", _ ("Whom do you think of?"),
                                          "placeholder", _ ("the first name will do"), NULL));
  stafet_ask_dialog_append (why->dialog, GTK_WIDGET (why->name));
  g_signal_connect_data (why->dialog, "answered", G_CALLBACK (answered_cb), why, why_free, 0);
  gtk_window_present (GTK_WINDOW (why->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (why->name));
}
