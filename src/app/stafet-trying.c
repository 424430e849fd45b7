/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window goes over to a trial of the plan and back.
 */
#include "stafet-trying.h"

#include "plan/stafet-trial.h"
#include "stafet-speech.h"

#include <string.h>

static void
set_enabled (StafetApplication *application, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (application), name)), enabled);
}

/* Goes over to @trial, or with NULL back to the plan. */
static void
show (StafetApplication *application, StafetPlan *trial)
{
  set_enabled (application, "try", trial == NULL);
  set_enabled (application, "keep-trial", trial != NULL);
  set_enabled (application, "drop-trial", trial != NULL);
  stafet_application_show_trial (application, trial);
}

static void
tell (StafetApplication *application, const char *text, gboolean undo)
{
  if (STAFET_IS_WINDOW (stafet_application_get_window (application)))
    stafet_window_tell (STAFET_WINDOW (stafet_application_get_window (application)), text, undo);
}

static void
try_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StafetPlan *plan = stafet_application_get_plan (data);
  g_autoptr (StafetPlan) trial = NULL;

  (void) action;
  (void) parameter;
  if (plan == NULL || !STAFET_IS_WINDOW (stafet_application_get_window (data)))
    return;
  trial = stafet_plan_new_trial (plan);
  show (data, trial);
}

/* ——— Keeping ——— */

static void keep (StafetApplication *application, gboolean anyway);

static void
kept_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  (void) dialog;
  if (strcmp (response, "anyway") == 0 && stafet_application_get_trial (data) != NULL)
    keep (data, TRUE);
}

/* What is in the way: and where the coordinator may decide, she does. The trial goes on. */
static void
show_refusal (StafetApplication *application, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (stafet_application_get_window (application),
                                              _ ("It cannot be saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
      || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "anyway", _ ("Save _anyway"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (kept_response_cb), application, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StafetApplication) application = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit_finish (STAFET_PLAN (source), result, &error);

  if (stafet_application_get_trial (application) == NULL)
    return;
  set_enabled (application, "keep-trial", TRUE);
  if (outcome == NULL)
    {
      show_refusal (application, error);
      return;
    }
  show (application, NULL);
  tell (application, outcome->label, TRUE);
}

static void
keep (StafetApplication *application, gboolean anyway)
{
  StafetPlan *trial = stafet_application_get_trial (application);

  /* Not twice. */
  set_enabled (application, "keep-trial", FALSE);
  stafet_plan_edit_async (stafet_application_get_plan (application), stafet_use_keep_trial (trial, anyway),
                          NULL, kept_cb, g_object_ref (application));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const StafetTrial *trial = stafet_plan_get_trial (stafet_application_get_trial (data));

  (void) action;
  (void) parameter;
  if (stafet_trial_length (trial) > 0)
    keep (data, FALSE);
  else
    tell (data, _ ("Nothing has been tried yet."), FALSE);
}

/* ——— Dropping ——— */

/* The window goes, and its dialog with it: not while that still answers. */
static gboolean
drop_soon_cb (gpointer data)
{
  if (stafet_application_get_trial (data) != NULL)
    show (data, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
close_soon_cb (gpointer data)
{
  drop_soon_cb (data);
  if (stafet_application_get_window (data) != NULL)
    gtk_window_close (stafet_application_get_window (data));
  return G_SOURCE_REMOVE;
}

static void
respond (StafetApplication *application, const char *response, GSourceFunc drop)
{
  if (stafet_application_get_trial (application) == NULL)
    return;
  if (strcmp (response, "keep") == 0)
    keep (application, FALSE);
  else if (strcmp (response, "drop") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, drop, g_object_ref (application), g_object_unref);
}

static void
drop_response_cb (AdwMessageDialog *dialog, const char *response, gpointer application)
{
  (void) dialog;
  respond (application, response, drop_soon_cb);
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, gpointer application)
{
  (void) dialog;
  respond (application, response, close_soon_cb);
}

/* Nothing is lost that was not said. @closes: and then the window is to close. */
static void
ask (StafetApplication *application, guint steps, gboolean closes)
{
  g_autofree char *text = g_strdup_printf (
    ngettext_ ("%u change was tried and is not saved.", "%u changes were tried and are not saved.", steps),
    steps);
  GtkWidget *dialog =
    adw_message_dialog_new (stafet_application_get_window (application), _ ("End the trial?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "go-on", _ ("_Go on trying"), "drop",
                                    _ ("_End without saving"), "keep", _ ("_Save what was tried"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "drop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  g_signal_connect_object (dialog, "response",
                           closes ? G_CALLBACK (close_response_cb) : G_CALLBACK (drop_response_cb),
                           application, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static guint
count_steps (StafetApplication *application)
{
  StafetPlan *trial = stafet_application_get_trial (application);

  return trial != NULL ? stafet_trial_length (stafet_plan_get_trial (trial)) : 0;
}

static void
drop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  if (count_steps (data) > 0)
    ask (data, count_steps (data), FALSE);
  else
    show (data, NULL);
}

gboolean
stafet_trying_may_close (StafetWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (!STAFET_IS_APPLICATION (application)
      || stafet_plan_get_trial (stafet_desk_get_plan (stafet_window_get_desk (window))) == NULL
      || count_steps (STAFET_APPLICATION (application)) == 0)
    return TRUE;
  ask (STAFET_APPLICATION (application), count_steps (STAFET_APPLICATION (application)), TRUE);
  return FALSE;
}

void
stafet_trying_install (StafetApplication *application)
{
  static const GActionEntry entries[] = {
    { "try", try_cb },
    { "keep-trial", keep_cb },
    { "drop-trial", drop_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  set_enabled (application, "keep-trial", FALSE);
  set_enabled (application, "drop-trial", FALSE);
}
