/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a swap: the coming places of the same kind that can be had, searched while it is typed.
 */
#include "stafet-swap-dialog.h"

#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-swaps.h"
#include "stafet-ask-dialog.h"
#include "stafet-line.h"
#include "stafet-widget.h"

#include <string.h>

/* So many are shown: who looks for others writes a name or a date. */
#define MOST 30

typedef struct
{
  StafetAskDialog *dialog; /* borrowed, as are its fields */
  StafetInput *search;
  GtkListBox *list;
  StafetUid shift, volunteer;
  StafetDate date;
  GPtrArray *swaps; /* owned, NULL until they are found: StafetSwap */
} Swap;

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
swap_free (gpointer data, GClosure *closure)
{
  Swap *self = data;

  (void) closure;
  g_clear_pointer (&self->swaps, g_ptr_array_unref);
  g_free (self);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  stafet_snapshot_unref (question->snapshot);
  g_free (question);
}

/* ——— The list ——— */

/* "Tuesday 1 December 10.00–14.00". (transfer full) */
static char *
when_words (const StafetSwap *swap)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (swap->start));
  g_autofree char *time = stafet_words_time_span (language, swap->start, swap->end);

  return g_strdup_printf ("%s %s", day, time);
}

static char *
who_words (const StafetSwap *swap)
{
  return swap->other != NULL ? g_strdup_printf (_ ("with %s · %s"), swap->other->name, swap->title)
                             : g_strdup_printf (_ ("a vacant place · %s"), swap->title);
}

static gboolean
is_meant (const StafetSwap *swap, const char *text)
{
  g_autofree char *when = when_words (swap), *who = who_words (swap);
  g_autofree char *both = g_strdup_printf ("%s %s", when, who);
  g_autofree char *folded = stafet_text_fold (both), *wanted = stafet_text_fold (text);

  return strstr (folded, wanted) != NULL;
}

static void
show_list (Swap *self)
{
  const char *text = stafet_input_get_text (self->search);
  guint n = 0;

  stafet_list_clear (self->list);
  for (guint i = 0; self->swaps != NULL && i < self->swaps->len; i++)
    {
      const StafetSwap *swap = g_ptr_array_index (self->swaps, i);
      g_autofree char *when = NULL, *who = NULL;
      GtkWidget *line;

      if (!is_meant (swap, text) || n++ >= MOST)
        continue;
      when = when_words (swap);
      who = who_words (swap);
      line = stafet_line_new (swap->other != NULL ? "stafet-people-symbolic" : "stafet-calendar-symbolic",
                              when, who);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_widget_set_focusable (line, TRUE);
      g_object_set_data (G_OBJECT (line), "stafet-swap", (gpointer) swap);
      gtk_list_box_append (self->list, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  if (self->swaps == NULL)
    stafet_ask_dialog_set_text (self->dialog, _ ("Looking for who can …"));
  else if (self->swaps->len == 0)
    stafet_ask_dialog_set_text (self->dialog,
                                _ ("In the next eight weeks nobody can swap, and no such place is vacant."));
  else if (n == 0)
    stafet_ask_dialog_set_text (self->dialog, _ ("No date and no name is like that. Write less of it."));
  else
    stafet_ask_dialog_set_text (self->dialog, _ ("Only dates are shown that both can."));
  stafet_ask_dialog_set_ready (self->dialog, n > 0);
  if (n > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
edit (Swap *self, GtkListBoxRow *row)
{
  const StafetSwap *swap = row != NULL ? g_object_get_data (G_OBJECT (row), "stafet-swap") : NULL;

  if (swap == NULL)
    {
      stafet_ask_dialog_set_problem (self->dialog, _ ("Choose what it is swapped for."));
      return;
    }
  stafet_ask_dialog_edit (self->dialog,
                          stafet_use_swap (self->shift, self->volunteer, self->date, swap->shift->parent.uid,
                                           swap->other != NULL ? swap->other->parent.uid : NULL, swap->date));
}

static void
answered_cb (StafetAskDialog *dialog, Swap *self)
{
  (void) dialog;
  edit (self, gtk_list_box_get_selected_row (self->list));
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, Swap *self)
{
  (void) list;
  edit (self, row);
}

/* ——— Finding ——— */

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *q = data;

  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, stafet_swaps_find (q->snapshot, q->shift, q->date, q->volunteer, q->now),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *swaps = g_task_propagate_pointer (G_TASK (result), NULL);
  Swap *self = data;

  /* The dialog may be closed meanwhile: its list is gone then, and so is what is behind it. */
  if (!gtk_widget_get_visible (GTK_WIDGET (source)))
    {
      g_ptr_array_unref (swaps);
      return;
    }
  self->swaps = swaps;
  show_list (self);
}

static void
find (Swap *self, StafetDesk *desk, StafetShift *shift, StafetVolunteer *volunteer)
{
  g_autoptr (GTask) task = stafet_task_new (self->dialog, NULL, found_cb, self);
  Question *question = g_new (Question, 1);

  *question = (Question){ stafet_snapshot_ref (stafet_desk_get_snapshot (desk)), shift, volunteer, self->date,
                          stafet_desk_now (desk) };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_thread);
}

/* ——— The dialog ——— */

static void
add_fields (Swap *self)
{
  self->search = STAFET_INPUT (g_object_new (STAFET_TYPE_INPUT, "title", _ ("Swapped for"), "placeholder",
                                             _ ("a name or a date"), NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choose-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it can be swapped for"), -1);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  stafet_ask_dialog_append (self->dialog, GTK_WIDGET (self->search));
  stafet_ask_dialog_append (self->dialog, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (show_list), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

void
stafet_swap_dialog_show (StafetWindow *window, StafetUid shift, StafetDate date, StafetUid volunteer)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  StafetShift *of = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, shift);
  StafetVolunteer *who = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, volunteer);
  g_autofree char *title = NULL, *day = stafet_words_date (stafet_i18n_get_language (), date);
  Swap *self;

  if (of == NULL || who == NULL)
    return;
  title = g_strdup_printf (_ ("Swap %s on %s"), who->name, day);
  self = g_new0 (Swap, 1);
  self->shift = shift;
  self->volunteer = volunteer;
  self->date = date;
  self->dialog = stafet_ask_dialog_new (window, title, _ ("_Swap"), "suggested-action");
  add_fields (self);
  show_list (self);
  g_signal_connect_data (self->dialog, "answered", G_CALLBACK (answered_cb), self, swap_free, 0);
  find (self, desk, of, who);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
