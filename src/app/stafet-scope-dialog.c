/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of which dates.
 */
#include "stafet-scope-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-affected.h"
#include "stafet-speech.h"

#include <string.h>

typedef struct
{
  GWeakRef owner;
  StafetScopeFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  (void) closure;
  g_weak_ref_clear (&question->owner);
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  static const char *const responses[] = {
    [STAFET_SCOPE_ALL] = "all", [STAFET_SCOPE_FOLLOWING] = "following", [STAFET_SCOPE_THIS] = "this"
  };
  g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);

  (void) dialog;
  for (gsize i = 0; owner != NULL && i < G_N_ELEMENTS (responses); i++)
    if (strcmp (response, responses[i]) == 0)
      question->func (owner, (StafetScope) i, question->data);
}

/* "48 dates, 5 volunteers"; (transfer full). */
static char *
affected_words (StafetSnapshot *snapshot, gpointer series, StafetDate from, StafetDate to)
{
  StafetAffected affected;
  g_autofree char *dates = NULL, *people = NULL;

  stafet_affected_count (snapshot, series, from, to, &affected);
  dates = g_strdup_printf (ngettext_ ("%u date", "%u dates", affected.occurrences), affected.occurrences);
  people =
    g_strdup_printf (ngettext_ ("%u volunteer", "%u volunteers", affected.volunteers), affected.volunteers);
  return g_strdup_printf (affected.endless ? _ ("%s the coming year, %s") : _ ("%s, %s"), dates, people);
}

static const StafetTiming *
timing_of (gpointer series)
{
  return STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? &((StafetActivity *) series)->timing
                                                             : &((StafetShift *) series)->timing;
}

/* What all of a series means: also what has been. (transfer full) */
static char *
all_words (StafetDesk *desk, gpointer series, StafetDate date)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  StafetDate from = MIN (stafet_desk_today (desk), date);
  g_autofree char *coming = affected_words (snapshot, series, from, G_MAXINT32);
  StafetAffected past;

  stafet_affected_count (snapshot, series, timing_of (series)->first_date, from - 1, &past);
  if (past.occurrences == 0)
    return g_steal_pointer (&coming);
  return g_strdup_printf (
    ngettext_ ("%s, and %u date that has been", "%s, and %u dates that have been", past.occurrences), coming,
    past.occurrences);
}

/* (transfer full) */
static char *
question_words (StafetDesk *desk, gpointer series, StafetDate date)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  g_autofree char *one = affected_words (snapshot, series, date, date);
  g_autofree char *following = affected_words (snapshot, series, date, G_MAXINT32);
  g_autofree char *all = all_words (desk, series, date);

  return g_strdup_printf (_ ("Only %s: %s.\nThat date and those after it: %s.\nAll dates: %s."), day, one,
                          following, all);
}

/* The smallest is what Enter chooses. */
static GtkWidget *
dialog_new (StafetWindow *window, const char *body, gboolean whole, const char *back)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Which dates are changed?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", back, "all", _ ("_All dates"),
                                    "following", _ ("This and _following"), "this", _ ("_Only this date"),
                                    NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "this", !whole);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), whole ? "following" : "this");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

void
stafet_scope_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate date,
                          gboolean whole, const char *back, gpointer owner, StafetScopeFunc func,
                          gpointer data, GDestroyNotify destroy)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  gpointer record = stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, series);
  g_autofree char *body = NULL;
  Question *question;
  GtkWidget *dialog;

  if (record == NULL)
    {
      if (destroy != NULL)
        destroy (data);
      return;
    }
  body = question_words (desk, record, date);
  dialog = dialog_new (window, body, whole, back);
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->owner, owner);
  question->func = func;
  question->data = data;
  question->destroy = destroy;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
