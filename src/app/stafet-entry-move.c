/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From where something was dropped to the edit that puts it there.
 */
#include "stafet-entry-move.h"

#include "schedule/stafet-entry.h"
#include "stafet-scope-dialog.h"
#include "stafet-speech.h"

/* ——— The edit ——— */

/* "start=…", "end=…", "room=…". (transfer full) */
static GPtrArray *
pairs_new (StafetWall start, StafetWall end, const StafetEntryMove *move)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  char buffer[STAFET_WALL_SIZE];

  g_ptr_array_add (pairs, g_strconcat ("start=", stafet_wall_write (start, buffer), NULL));
  g_ptr_array_add (pairs, g_strconcat ("end=", stafet_wall_write (end, buffer), NULL));
  if (move->changes_room)
    g_ptr_array_add (pairs, g_strconcat ("room=", move->room != NULL ? move->room : "", NULL));
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

#define PAIRS(array) ((const char *const *) (array)->pdata)

static gboolean
has_own_way (StafetSnapshot *snapshot, const StafetEntryMove *move)
{
  const StafetException *exception =
    stafet_snapshot_exception (snapshot, move->series, move->kind, move->original);

  return exception != NULL && exception->changes[0] != '\0';
}

/* All dates move by as much as this one. A date that had its own time follows them. */
static StafetEdit *
edit_all (StafetSnapshot *snapshot, const StafetEntryMove *move, const StafetSeries *series, gboolean anyway)
{
  StafetWall start, end;
  g_autoptr (GPtrArray) all = NULL, one = NULL;
  GPtrArray *edits;

  stafet_series_span (series, move->original, &start, &end);
  all =
    pairs_new (series->timing->start + (move->start - start), series->timing->end + (move->end - end), move);
  if (!has_own_way (snapshot, move))
    return anyway ? stafet_use_edit_anyway (move->kind, move->series, PAIRS (all))
                  : stafet_use_edit (move->kind, move->series, PAIRS (all));
  one = pairs_new (move->start, move->end, move);
  edits = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_edit_free);
  g_ptr_array_add (edits, anyway ? stafet_use_edit_anyway (move->kind, move->series, PAIRS (all))
                                 : stafet_use_edit (move->kind, move->series, PAIRS (all)));
  g_ptr_array_add (
    edits, stafet_use_edit_on (move->series,
                               move->original + stafet_wall_date (move->start) - stafet_wall_date (start),
                               PAIRS (one), anyway));
  return stafet_use_several (NULL, edits);
}

StafetEdit *
stafet_entry_move_edit (StafetSnapshot *snapshot, const StafetEntryMove *move, StafetScope scope,
                        gboolean anyway)
{
  gpointer record = stafet_snapshot_get (snapshot, move->kind, move->series);
  StafetSeries series;
  g_autoptr (GPtrArray) pairs = NULL;

  if (record == NULL || !stafet_series_init (&series, record))
    return NULL;
  /* One date is looked at where it is put; of several, some may well be on closed days. */
  if (scope == STAFET_SCOPE_ALL)
    {
      StafetEdit *all = edit_all (snapshot, move, &series, anyway);

      return series.timing->recurs
               ? all
               : stafet_use_move_date (all, move->series, stafet_wall_date (move->start), anyway);
    }
  pairs = pairs_new (move->start, move->end, move);
  if (scope == STAFET_SCOPE_FOLLOWING)
    return stafet_use_edit_following (move->series, move->original, PAIRS (pairs), anyway);
  return stafet_use_move_date (stafet_use_edit_on (move->series, move->original, PAIRS (pairs), anyway),
                               move->series, move->original, anyway);
}

/* ——— Asking ——— */

/* Counted: the question, the edit and what is in the way each keep it. */
typedef struct
{
  StafetEntryMove move;
  StafetScope scope;
  GWeakRef anchor, owner;
  GdkRectangle at;
  StafetEntryMoveDone done;
} Request;

/* What shows the thing where it was put shows it where it is now. */
static void
request_clear (gpointer data)
{
  Request *request = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);

  if (owner != NULL && request->done != NULL)
    request->done (owner);
  g_weak_ref_clear (&request->anchor);
  g_weak_ref_clear (&request->owner);
}

static void
request_unref (gpointer request)
{
  g_rc_box_release_full (request, request_clear);
}

static void edit (StafetWindow *window, Request *request, gboolean anyway);

/* ——— What is in the way ——— */

static void
anyway_cb (GtkWidget *button, GtkWidget *popover)
{
  Request *request = g_object_get_data (G_OBJECT (popover), "request");
  StafetWindow *window = stafet_window_of (button);

  edit (window, g_rc_box_acquire (request), TRUE);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
drop_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
refusal_content_new (GtkWidget *popover, const GError *error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *label = gtk_label_new (error->message);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *button;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  button = gtk_button_new_with_mnemonic (_ ("_Leave it where it was"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_box_append (GTK_BOX (buttons), button);
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    {
      button = gtk_button_new_with_mnemonic (_ ("_Move it anyway"));
      g_signal_connect (button, "clicked", G_CALLBACK (anyway_cb), popover);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "refusal");
  return box;
}

/* The reason stands where the thing was put. */
static void
show_refusal (GtkWidget *anchor, Request *request, const GError *error)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), refusal_content_new (popover, error));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &request->at);
  gtk_widget_set_parent (popover, anchor);
  stafet_speech_name (popover);
  g_object_set_data_full (G_OBJECT (popover), "request", g_rc_box_acquire (request), request_unref);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
edited_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  Request *request = data;
  g_autoptr (GtkWidget) anchor = g_weak_ref_get (&request->anchor);

  (void) owner;
  (void) outcome;
  if (error == NULL || anchor == NULL || !gtk_widget_get_mapped (anchor))
    return FALSE;
  show_refusal (anchor, request, error);
  return TRUE;
}

/* Takes @request. */
static void
edit (StafetWindow *window, Request *request, gboolean anyway)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetEdit *change =
    stafet_entry_move_edit (stafet_desk_get_snapshot (desk), &request->move, request->scope, anyway);

  if (change != NULL)
    stafet_desk_edit_then (desk, change, window, edited_cb, request, request_unref);
  else
    request_unref (request);
}

static void
scope_cb (gpointer owner, StafetScope scope, gpointer data)
{
  Request *request = g_rc_box_acquire (data);

  request->scope = scope;
  edit (owner, request, FALSE);
}

static gboolean
is_there (const StafetEntry *entry, const StafetEntryMove *move)
{
  return entry->start == move->start && entry->end == move->end
         && (!move->changes_room || (entry->room != NULL ? entry->room->parent.uid : NULL) == move->room);
}

void
stafet_entry_move_ask (StafetWindow *window, const StafetEntryMove *move, GtkWidget *anchor,
                       const GdkRectangle *at, gpointer owner, StafetEntryMoveDone done)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, move->kind, move->series, move->original);
  Request *request = g_rc_box_new0 (Request);
  StafetSeries series;

  request->move = *move;
  request->scope = STAFET_SCOPE_THIS;
  request->at = *at;
  request->done = done;
  g_weak_ref_init (&request->anchor, anchor);
  g_weak_ref_init (&request->owner, owner);
  if (agenda == NULL || is_there (g_ptr_array_index (agenda->entries, 0), move)
      || !stafet_series_init (&series, stafet_snapshot_get (snapshot, move->kind, move->series)))
    {
      request_unref (request);
      return;
    }
  if (series.timing->recurs)
    stafet_scope_dialog_show (window, move->kind, move->series, move->original, FALSE,
                              _ ("_Leave it where it was"), window, scope_cb, request, request_unref);
  else
    {
      request->scope = STAFET_SCOPE_ALL;
      edit (window, request, FALSE);
    }
}
