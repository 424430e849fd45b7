/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a move: the same as dragging, in words.
 */
#include "stafet-move-dialog.h"

#include "core/stafet-words.h"
#include "plan/stafet-when.h"
#include "stafet-ask-dialog.h"
#include "stafet-entry-move.h"
#include "stafet-input.h"
#include "stafet-scope-dialog.h"

typedef struct
{
  StafetEntryMove move;
  gboolean recurs;
  StafetInput *date, *from, *to; /* borrowed */
  StafetAskDialog *dialog;       /* borrowed */
} Move;

static void
move_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* What is typed as a date and times; what will not do is said beside its field. */
static gboolean
read_span (Move *move)
{
  StafetInput *const inputs[STAFET_N_WHEN] = {
    [STAFET_WHEN_FIRST] = move->date, [STAFET_WHEN_FROM] = move->from, [STAFET_WHEN_TO] = move->to
  };
  StafetDesk *desk = stafet_ask_dialog_get_desk (move->dialog);
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;

  for (int i = 0; i < STAFET_N_WHEN; i++)
    texts.texts[i] = g_strdup (inputs[i] != NULL ? stafet_input_get_text (inputs[i]) : "");
  if (!stafet_when_read (&texts, stafet_desk_today (desk), &when, &wrong, &error))
    {
      StafetInput *input = inputs[wrong] != NULL ? inputs[wrong] : move->date;

      stafet_input_set_problem (input, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (input));
      return FALSE;
    }
  move->move.start = when.start;
  move->move.end = when.end;
  return TRUE;
}

static void
edit (Move *move, StafetScope scope)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (move->dialog);
  StafetEdit *change = stafet_entry_move_edit (stafet_desk_get_snapshot (desk), &move->move, scope, FALSE);

  if (change != NULL)
    stafet_ask_dialog_edit (move->dialog, change);
  else
    stafet_ask_dialog_leave (move->dialog, _ ("Somebody has deleted it meanwhile."));
}

static void
scope_cb (gpointer owner, StafetScope scope, gpointer data)
{
  (void) owner;
  edit (data, scope);
}

static void
answered_cb (StafetAskDialog *dialog, Move *move)
{
  StafetWindow *window = STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (!read_span (move))
    return;
  if (move->recurs)
    stafet_scope_dialog_show (window, move->move.kind, move->move.series, move->move.original, FALSE,
                              _ ("_Leave it where it was"), dialog, scope_cb, move, NULL);
  else
    edit (move, STAFET_SCOPE_ALL);
}

static StafetInput *
add_input (Move *move, const char *title, const char *reads, const char *text)
{
  GtkWidget *input =
    g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", reads, "kind", "activity", "text", text, NULL);

  stafet_input_set_today (STAFET_INPUT (input),
                          stafet_desk_today (stafet_ask_dialog_get_desk (move->dialog)));
  stafet_ask_dialog_append (move->dialog, input);
  return STAFET_INPUT (input);
}

void
stafet_move_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (snapshot, kind, series, original);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_autofree char *title = NULL;
  gpointer record = stafet_snapshot_get (snapshot, kind, series);
  Move *move;

  if (entry == NULL)
    return;
  title = g_strdup_printf (_ ("When is %s instead?"), entry->title);
  stafet_when_write_span (entry->start, entry->end, stafet_i18n_get_language (), &texts);
  move = g_new0 (Move, 1);
  move->move = (StafetEntryMove){ .kind = kind, .series = series, .original = original };
  move->recurs = kind == STAFET_KIND_ACTIVITY ? ((StafetActivity *) record)->timing.recurs
                                              : ((StafetShift *) record)->timing.recurs;
  move->dialog = stafet_ask_dialog_new (window, title, _ ("_Move it"), "suggested-action");
  move->date = add_input (move, _ ("Date"), "date", texts.texts[STAFET_WHEN_FIRST]);
  move->from = add_input (move, _ ("From"), "time-or-span", texts.texts[STAFET_WHEN_FROM]);
  move->to = add_input (move, C_ ("time", "To"), "time", texts.texts[STAFET_WHEN_TO]);
  g_signal_connect_data (move->dialog, "answered", G_CALLBACK (answered_cb), move, move_free, 0);
  gtk_window_present (GTK_WINDOW (move->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (move->date));
}
