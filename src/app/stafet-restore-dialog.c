/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks into a backup in a thread, asks, and restores in another.
 */
#include "stafet-restore-dialog.h"

#include "core/stafet-i18n.h"
#include "core/stafet-task.h"
#include "plan/stafet-backup-words.h"
#include "plan/stafet-restore.h"
#include "stafet-actions.h"
#include "stafet-line.h"
#include "stafet-speech.h"

/* One backup on its way. */
typedef struct
{
  char *store_path, *path; /* owned */
  StafetStore *store;      /* owned, nullable */
  StafetClock *clock;      /* owned: of this alone, so that a thread may read it */
  GtkWidget *focus;        /* borrowed, nullable: where the keyboard was */
} Job;

static Job *
job_new (const StafetRestore *restore, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->store_path = g_strdup (restore->store_path);
  job->path = g_strdup (path);
  job->store = restore->store != NULL ? g_object_ref (restore->store) : NULL;
  job->clock = stafet_clock_copy (restore->clock);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->store_path);
  g_free (job->path);
  g_clear_object (&job->store);
  g_clear_weak_pointer (&job->focus);
  g_object_unref (job->clock);
  g_free (job);
}

static void
job_free_closure (gpointer data, GClosure *closure)
{
  (void) closure;
  job_free (data);
}

/* ——— What both threads have in common ——— */

/* Nothing else is asked of the window until the thread is done, and the program does not end before. */
static void
begin (GtkWindow *window, Job *job)
{
  g_application_hold (g_application_get_default ());
  g_set_weak_pointer (&job->focus, gtk_window_get_focus (window));
  gtk_widget_set_sensitive (gtk_widget_get_first_child (GTK_WIDGET (window)), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), "wait");
}

static void
end (GtkWindow *window, GTask *task)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window));
  const Job *job = g_task_get_task_data (task);

  if (child != NULL)
    gtk_widget_set_sensitive (child, TRUE);
  if (job->focus != NULL)
    gtk_widget_grab_focus (job->focus);
  gtk_widget_set_cursor (GTK_WIDGET (window), NULL);
  g_application_release (g_application_get_default ());
}

static void
refuse (GtkWindow *window, const char *title, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (window, title, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
run (GtkWindow *window, Job *job, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = stafet_task_new (window, NULL, done, NULL);

  g_task_set_task_data (task, job, job_free);
  begin (window, job);
  g_task_run_in_thread (task, func);
}

/* ——— Restoring ——— */

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (stafet_restore (job->store_path, job->path, job->clock, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  (void) data;
  end (window, G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    refuse (window, _ ("The backup was not restored"), error);
  else
    g_action_group_activate_action (
      G_ACTION_GROUP (g_application_get_default ()), "restored",
      g_variant_new_string (_ ("The backup is restored. What was there before is kept as a backup too.")));
}

/* ——— Asking ——— */

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Job *job = data;
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  const StafetRestore restore = { job->store_path, job->store, job->clock };

  if (window != NULL && g_strcmp0 (response, "restore") == 0)
    run (window, job_new (&restore, job->path), restore_thread, restored_cb);
}

/* Sentences, a paragraph each. */
static void
ask (GtkWindow *window, const Job *job, GPtrArray *sentences)
{
  const StafetRestore restore = { job->store_path, job->store, job->clock };
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n\n", (char **) sentences->pdata);
  dialog = adw_message_dialog_new (window, _ ("Restore this backup?"), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Do nothing"), "restore",
                                    _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), job_new (&restore, job->path),
                         job_free_closure, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is shown is words: they are made in the thread, from what it read. */
static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (StafetBackup) backup = NULL;
  StafetBackupLoss loss;
  GError *error = NULL;
  gboolean compared;

  (void) source;
  (void) cancellable;
  if (!stafet_backup_check (job->path, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  backup = stafet_backup_new (job->store_path, job->path);
  compared = job->store != NULL && stafet_backup_compare (job->store, job->path, &loss, NULL);
  g_task_return_pointer (task,
                         stafet_backup_words_restore (backup, compared ? &loss : NULL,
                                                      stafet_clock_get_zone (job->clock),
                                                      stafet_clock_today (job->clock)),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  end (window, G_TASK (result));
  if (sentences == NULL)
    refuse (window, _ ("That file cannot be restored"), error);
  else
    ask (window, g_task_get_task_data (G_TASK (result)), sentences);
}

void
stafet_restore_dialog_show (GtkWindow *window, const StafetRestore *restore, const char *path)
{
  run (window, job_new (restore, path), look_thread, looked_cb);
}

/* ——— A file ——— */

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  const Job *job = data;
  const StafetRestore restore = { job->store_path, job->store, job->clock };
  GtkWindow *window = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (window != NULL && path != NULL)
    stafet_restore_dialog_show (window, &restore, path);
  g_object_unref (dialog);
}

void
stafet_restore_dialog_choose (GtkWindow *window, const StafetRestore *restore)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Which backup?"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), job_new (restore, ""), job_free_closure,
                         0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— A row ——— */

GtkWidget *
stafet_backup_row_new (const StafetBackup *backup, const StafetZone *zone, StafetDate today)
{
  g_autofree char *title = stafet_backup_words_title (backup, zone, today);
  g_autofree char *detail = stafet_backup_words_detail (backup, zone, today);
  GtkWidget *line = stafet_line_new (NULL, title, detail);

  gtk_widget_set_name (line, backup->path);
  if (backup->fault == NULL)
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_action_button_new (_ ("Restore …"), title, "app.restore",
                                                   g_variant_new_bytestring (backup->path)));
  return line;
}
