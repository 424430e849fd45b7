/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that erases a volunteer, its receipt, and the text of what is held on her. What is looked for in
 * the store is looked for in a thread.
 */
#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "plan/stafet-access.h"
#include "plan/stafet-use-erase-volunteer.h"
#include "stafet-ask-dialog.h"
#include "stafet-person-dialogs.h"
#include "stafet-reading.h"

#define WIDTH 520
#define HEIGHT 560

/* Of the dialog, which owns it. */
typedef struct
{
  StafetUid volunteer;
  StafetErasure *told;     /* owned, nullable: not looked for yet */
  StafetInput *name;       /* borrowed */
  StafetAskDialog *dialog; /* borrowed */
} Erase;

static void
erase_free (gpointer data)
{
  Erase *erase = data;

  g_clear_pointer (&erase->told, stafet_erasure_free);
  g_free (erase);
}

/* ——— In a thread ——— */

typedef struct
{
  StafetPlan *scratch; /* owned */
  StafetUid volunteer;
} Question;

static void
question_free (gpointer data)
{
  g_object_unref (((Question *) data)->scratch);
  g_free (data);
}

/* Asks @thread about the volunteer; the answer goes to @answered of @source. */
static void
ask (gpointer source, StafetDesk *desk, StafetUid volunteer, GTaskThreadFunc thread,
     GAsyncReadyCallback answered)
{
  g_autoptr (GTask) task = stafet_task_new (source, NULL, answered, NULL);
  Question *question = g_new (Question, 1);

  question->scratch = stafet_plan_new_scratch (stafet_desk_get_plan (desk));
  question->volunteer = volunteer;
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, thread);
}

/* ——— Erasing ——— */

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  StafetErasure *told = stafet_erasure_try (question->scratch, question->volunteer, &error);

  (void) source;
  (void) cancellable;
  if (told != NULL)
    g_task_return_pointer (task, told, (GDestroyNotify) stafet_erasure_free);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetAskDialog *dialog = STAFET_ASK_DIALOG (source);
  Erase *erase = g_object_get_data (source, "stafet-erase");
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetErasure) told = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = told != NULL ? stafet_erasure_words (told) : NULL;

  (void) data;
  if (stafet_ask_dialog_get_desk (dialog) == NULL)
    return;
  stafet_ask_dialog_set_text (dialog, words != NULL ? words : error->message);
  erase->told = g_steal_pointer (&told);
  stafet_ask_dialog_set_ready (dialog, erase->told != NULL);
}

/* The toast would offer to undo what cannot be: the receipt says that it is done. */
static gboolean
erased_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetAskDialog *dialog = owner;
  const Erase *erase;
  g_autofree char *receipt = NULL;
  StafetWindow *window;

  (void) outcome;
  (void) data;
  if (stafet_ask_dialog_get_desk (dialog) == NULL)
    return FALSE;
  erase = g_object_get_data (G_OBJECT (dialog), "stafet-erase");
  if (error != NULL)
    {
      stafet_ask_dialog_set_problem (dialog, error->message);
      stafet_ask_dialog_set_ready (dialog, TRUE);
      return TRUE;
    }
  receipt = stafet_erasure_receipt (erase->told);
  window = STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  stafet_reading_show (window, _ ("Receipt"), receipt, _ ("erasure.txt"));
  return TRUE;
}

static void
answered_cb (StafetAskDialog *dialog, const Erase *erase)
{
  g_autofree char *typed = stafet_text_fold (stafet_input_get_text (erase->name));
  g_autofree char *name = erase->told != NULL ? stafet_text_fold (erase->told->name) : NULL;

  if (g_strcmp0 (typed, name) != 0)
    {
      stafet_input_set_problem (erase->name,
                                _ ("Write the whole name as it stands above; then it is certain who is "
                                   "erased."));
      gtk_widget_grab_focus (GTK_WIDGET (erase->name));
      return;
    }
  stafet_ask_dialog_set_ready (dialog, FALSE);
  stafet_desk_edit_then (stafet_ask_dialog_get_desk (dialog),
                         stafet_use_erase_volunteer (erase->volunteer, stafet_input_get_text (erase->name)),
                         dialog, erased_cb, NULL, NULL);
}

void
stafet_erase_dialog_show (StafetWindow *window, StafetUid volunteer)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  const StafetVolunteer *record =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_VOLUNTEER, volunteer);
  g_autofree char *title = record != NULL ? g_strdup_printf (_ ("Erase %s?"), record->name) : NULL;
  Erase *erase;

  if (record == NULL)
    return;
  erase = g_new0 (Erase, 1);
  erase->volunteer = volunteer;
  erase->dialog = stafet_ask_dialog_new (window, title, _ ("_Erase for good"), "destructive-action");
  g_object_set_data_full (G_OBJECT (erase->dialog), "stafet-erase", erase, erase_free);
  gtk_window_set_default_size (GTK_WINDOW (erase->dialog), WIDTH, HEIGHT);
  erase->name =
    stafet_ask_dialog_add_input (erase->dialog, _ ("Write the name to confirm"), "volunteer", "name", "");
  stafet_ask_dialog_set_text (erase->dialog, _ ("Looking for what is held …"));
  stafet_ask_dialog_set_ready (erase->dialog, FALSE);
  g_signal_connect (erase->dialog, "answered", G_CALLBACK (answered_cb), erase);
  ask (erase->dialog, desk, volunteer, try_thread, tried_cb);
  gtk_window_present (GTK_WINDOW (erase->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (erase->name));
}

/* ——— What is held ——— */

static void
access_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  char *text = stafet_access_text (question->scratch, question->volunteer, &error);

  (void) source;
  (void) cancellable;
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
access_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetWindow *window = STAFET_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  /* It was closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  if (text != NULL)
    stafet_reading_show (window, _ ("What we hold on the person"), text, _ ("what-we-hold.txt"));
  else
    stafet_window_tell (window, error->message, FALSE);
}

void
stafet_access_show (StafetWindow *window, StafetUid volunteer)
{
  ask (window, stafet_window_get_desk (window), volunteer, access_thread, access_cb);
}
