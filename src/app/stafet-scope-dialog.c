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
affected_words (const StafetAffected *affected)
{
  g_autofree char *dates =
    g_strdup_printf (ngettext_ ("%u date", "%u dates", affected->occurrences), affected->occurrences);
  g_autofree char *people = stafet_affected_words (affected, stafet_i18n_get_language ());

  return g_strdup_printf (affected->endless ? _ ("%s the coming year, %s") : _ ("%s, %s"), dates, people);
}

static const StafetTiming *
timing_of (gpointer series)
{
  return STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? &((StafetActivity *) series)->timing
                                                             : &((StafetShift *) series)->timing;
}

/* What an answer means, below its name. */
static void
add_answer (GtkWidget *box, const char *name, const char *means)
{
  const char *const texts[] = { name, means };
  const char *const classes[] = { "row-title", "dim-label" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, classes[i]);
      if (i == 0 && gtk_widget_get_first_child (box) != NULL)
        gtk_widget_set_margin_top (label, 10);
      gtk_box_append (GTK_BOX (box), label);
    }
}

/* All of a series is also what has been. */
static void
add_all (GtkWidget *box, StafetSnapshot *snapshot, gpointer series, StafetDate from)
{
  g_autofree char *coming = NULL, *means = NULL;
  StafetAffected all, past;

  stafet_affected_count (snapshot, series, from, G_MAXINT32, &all);
  stafet_affected_count (snapshot, series, timing_of (series)->first_date, from - 1, &past);
  coming = affected_words (&all);
  means = past.occurrences == 0
            ? g_steal_pointer (&coming)
            : g_strdup_printf (ngettext_ ("%s, and %u date that has been", "%s, and %u dates that have been",
                                          past.occurrences),
                               coming, past.occurrences);
  add_answer (box, _ ("All dates"), means);
}

/* What each answer touches. A year from today is counted in all of them, so that a part is never more than
 * the whole. */
static GtkWidget *
answers_new (StafetDesk *desk, gpointer series, StafetDate date)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  StafetDate from = MIN (stafet_desk_today (desk), date), last = from + STAFET_AFFECTED_DAYS;
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  g_autofree char *only = g_strdup_printf (_ ("Only %s"), day);
  g_autofree char *one = NULL, *following = NULL;
  StafetAffected affected;

  stafet_affected_count (snapshot, series, date, date, &affected);
  one = affected_words (&affected);
  stafet_affected_count (snapshot, series, date, MAX (date, last), &affected);
  affected.endless = timing_of (series)->last_date > last;
  following = affected_words (&affected);
  add_answer (box, only, one);
  add_answer (box, _ ("That date and those after it"), following);
  add_all (box, snapshot, series, from);
  return box;
}

/* The smallest is what Enter chooses. */
static GtkWidget *
dialog_new (StafetWindow *window, GtkWidget *answers, gboolean whole, const char *back)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Which dates are changed?"), NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", back, "all", _ ("_All dates"),
                                    "following", _ ("This and _following"), "this", _ ("_Only this date"),
                                    NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), answers);
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
  Question *question;
  GtkWidget *dialog;

  if (record == NULL)
    {
      if (destroy != NULL)
        destroy (data);
      return;
    }
  dialog = dialog_new (window, answers_new (desk, record, date), whole, back);
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->owner, owner);
  question->func = func;
  question->data = data;
  question->destroy = destroy;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  stafet_speech_name (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
