/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a move: the same as dragging, in words.
 */
#include "stafet-move-dialog.h"

#include "stafet-ask-dialog.h"
#include "stafet-entry-move.h"
#include "stafet-scope-dialog.h"
#include "stafet-span-fields.h"

typedef struct
{
  StafetEntryMove move;
  gboolean recurs;
  StafetSpanFields span;
  StafetAskDialog *dialog; /* borrowed */
} Move;

static void
move_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
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

  if (!stafet_span_fields_read (&move->span, &move->move.start, &move->move.end))
    return;
  if (move->recurs)
    stafet_scope_dialog_show (window, move->move.kind, move->move.series, move->move.original, FALSE,
                              _ ("_Leave it where it was"), dialog, scope_cb, move, NULL);
  else
    edit (move, STAFET_SCOPE_ALL);
}

void
stafet_move_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate original)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (snapshot, kind, series, original);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  g_autofree char *title = NULL;
  gpointer record = stafet_snapshot_get (snapshot, kind, series);
  Move *move;

  if (entry == NULL)
    return;
  title = g_strdup_printf (_ ("When is %s instead?"), entry->title);
  move = g_new0 (Move, 1);
  move->move = (StafetEntryMove){ .kind = kind, .series = series, .original = original };
  move->recurs = kind == STAFET_KIND_ACTIVITY ? ((StafetActivity *) record)->timing.recurs
                                              : ((StafetShift *) record)->timing.recurs;
  move->dialog = stafet_ask_dialog_new (window, title, _ ("_Move it"), "suggested-action");
  stafet_span_fields_add (&move->span, move->dialog, _ ("Date"));
  stafet_span_fields_show (&move->span, entry->start, entry->end);
  g_signal_connect_data (move->dialog, "answered", G_CALLBACK (answered_cb), move, move_free, 0);
  gtk_window_present (GTK_WINDOW (move->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (move->span.date));
}
