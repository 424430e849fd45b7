/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a closure: what is closed, when, and the one text that everybody reads.
 */
#include "stafet-close-dialog.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-call-list.h"
#include "stafet-ask-dialog.h"
#include "stafet-calls-page.h"
#include "stafet-choice.h"
#include "stafet-input.h"

typedef struct
{
  GtkDropDown *place;            /* borrowed */
  StafetInput *text, *from, *to; /* borrowed */
  StafetAskDialog *dialog;       /* borrowed */
} Close;

static void
close_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

static StafetWindow *
window_of (const Close *close)
{
  return STAFET_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (close->dialog)));
}

/* ——— What is typed ——— */

/* The kind of what is chosen, as a closure's key names it. */
static const char *
place_key (StafetSnapshot *snapshot, StafetUid uid)
{
  static const struct
  {
    StafetKind kind;
    const char *key;
  } kinds[] = { { STAFET_KIND_HOUSE, "house" },
                { STAFET_KIND_AREA, "area" },
                { STAFET_KIND_WARD, "ward" },
                { STAFET_KIND_ROOM, "room" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (stafet_snapshot_get (snapshot, kinds[i].kind, uid) != NULL)
      return kinds[i].key;
  return NULL;
}

/* "KEY=VALUE", with NULL at the end; NULL when something is not understood, which is said beside it with
 * @complain. (transfer full) */
static GPtrArray *
read_pairs (const Close *close, gboolean complain)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (close->dialog));
  StafetUid place = stafet_choice_get (close->place);
  const char *key = place != NULL ? place_key (snapshot, place) : NULL;
  g_autofree char *text = stafet_input_read (close->text, NULL);
  g_autofree char *from = stafet_input_read (close->from, NULL), *to = stafet_input_read (close->to, NULL);
  GPtrArray *pairs;

  if (complain && text != NULL && *text == '\0')
    stafet_input_set_problem (close->text, _ ("Write why first: everybody who is affected reads it."));
  if (key == NULL || text == NULL || from == NULL || to == NULL || *from == '\0'
      || (complain && *text == '\0'))
    return NULL;
  pairs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, place));
  g_ptr_array_add (pairs, g_strdup_printf ("text=%s", *text != '\0' ? text : "…"));
  g_ptr_array_add (pairs, g_strdup_printf ("from=%s", from));
  g_ptr_array_add (pairs, g_strdup_printf ("to=%s", *to != '\0' ? to : from));
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

/* What it would cancel, tried beside the plan. */
static void
show_affected (const Close *close)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (close->dialog);
  g_autoptr (GPtrArray) pairs = read_pairs (close, FALSE);
  g_autoptr (StafetPlan) scratch = NULL;
  g_autoptr (StafetChangeset) into = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetEdit) edit = NULL;
  g_autofree char *dates = NULL, *people = NULL, *text = NULL;
  StafetUid made = NULL;

  stafet_ask_dialog_set_text (close->dialog, "");
  if (pairs == NULL)
    return;
  scratch = stafet_plan_new_scratch (stafet_desk_get_plan (desk));
  edit = stafet_use_add (STAFET_KIND_CLOSURE, (const char *const *) pairs->pdata);
  if (!stafet_plan_try (scratch, edit, into, &made, &error))
    {
      stafet_ask_dialog_set_text (close->dialog, error->message);
      return;
    }
  {
    g_autoptr (StafetCallList) calls = stafet_call_list_new_closure (
      stafet_plan_get_snapshot (scratch),
      stafet_snapshot_get (stafet_plan_get_snapshot (scratch), STAFET_KIND_CLOSURE, made),
      stafet_desk_now (desk));
    guint n = calls->agenda->entries->len;

    dates = g_strdup_printf (ngettext_ ("%u date", "%u dates", n), n);
    people = g_strdup_printf (ngettext_ ("%u has to be rung", "%u have to be rung", calls->lines->len),
                              calls->lines->len);
    text = g_strdup_printf (_ ("Cancels %s; %s."), dates, people);
  }
  stafet_ask_dialog_set_text (close->dialog, text);
}

/* ——— Closing ——— */

/* The page of whom to ring comes when the dialog goes. */
static gboolean
closed_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetWindow *window = owner;
  StafetAskDialog *dialog = g_object_get_data (G_OBJECT (window), "stafet-closing");

  (void) data;
  g_object_set_data (G_OBJECT (window), "stafet-closing", NULL);
  if (error != NULL)
    {
      if (dialog == NULL)
        return FALSE;
      stafet_ask_dialog_set_text (dialog, error->message);
      return TRUE;
    }
  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  stafet_window_push (window,
                      stafet_calls_page_new_for_closure (stafet_window_get_desk (window), outcome->created));
  return FALSE;
}

static void
answered_cb (StafetAskDialog *dialog, const Close *close)
{
  g_autoptr (GPtrArray) pairs = read_pairs (close, TRUE);
  StafetWindow *window = window_of (close);

  if (pairs == NULL)
    {
      gtk_widget_grab_focus (
        GTK_WIDGET (*stafet_input_get_text (close->text) == '\0' ? close->text : close->from));
      return;
    }
  g_object_set_data_full (G_OBJECT (window), "stafet-closing", g_object_ref (dialog), g_object_unref);
  stafet_desk_edit_then (stafet_window_get_desk (window),
                         stafet_use_add (STAFET_KIND_CLOSURE, (const char *const *) pairs->pdata), window,
                         closed_cb, NULL, NULL);
}

/* ——— Places ——— */

static void
add_all (GArray *options, const GPtrArray *records, const char *house)
{
  for (guint i = 0; i < records->len; i++)
    {
      const StafetRecord *record = g_ptr_array_index (records, i);
      g_autofree char *label = house != NULL
                                 ? g_strdup_printf ("%s · %s", house, stafet_record_get_label (record))
                                 : g_strdup (stafet_record_get_label (record));

      stafet_options_add (options, record->uid, label);
    }
}

/* The houses in view, each with its rooms and wards, and the area when one is. */
static void
fill_places (const Close *close)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (close->dialog);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  const StafetRecord *area =
    stafet_desk_get_view (desk) == STAFET_VIEW_AREA
      ? stafet_snapshot_get (snapshot, STAFET_KIND_AREA, stafet_desk_get_place (desk))
      : NULL;
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (!stafet_desk_shows_house (desk, house->parent.uid) && house->kind != STAFET_HOUSE_NURSING)
        continue;
      stafet_options_add (options, house->parent.uid, house->name);
      add_all (options, stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_BY_HOUSE, house->parent.uid),
               house->name);
      add_all (options, stafet_snapshot_index (snapshot, STAFET_INDEX_WARD_BY_HOUSE, house->parent.uid),
               house->name);
    }
  if (area != NULL)
    stafet_options_add (options, area->uid, stafet_record_get_label (area));
  stafet_options_sort (options, 0);
  stafet_choice_fill (close->place, options, NULL);
  stafet_choice_set (close->place, area != NULL ? area->uid : stafet_desk_get_house (desk));
}

static StafetInput *
add_input (Close *close, const char *title, const char *placeholder, const char *reads, const char *key,
           const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads",
                                   reads, "kind", "closure", "key", key, "text", text, NULL);

  stafet_input_set_today (STAFET_INPUT (input),
                          stafet_desk_today (stafet_ask_dialog_get_desk (close->dialog)));
  stafet_ask_dialog_append (close->dialog, input);
  g_signal_connect_swapped (input, "changed", G_CALLBACK (show_affected), close);
  return STAFET_INPUT (input);
}

void
stafet_close_dialog_show (StafetWindow *window)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  g_autofree char *tomorrow =
    stafet_words_day_with_year (stafet_i18n_get_language (), stafet_desk_today (desk) + 1);
  Close *close = g_new0 (Close, 1);

  close->dialog =
    stafet_ask_dialog_new (window, _ ("What is closed?"), _ ("_Close it"), "destructive-action");
  close->place = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close->place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is closed"), -1);
  stafet_ask_dialog_append (close->dialog, GTK_WIDGET (close->place));
  fill_places (close);
  close->text =
    add_input (close, _ ("Why? Everybody reads it"), _ ("For example: staff day"), "text", "text", "");
  close->from = add_input (close, _ ("From"), "", "date", "from", tomorrow);
  close->to =
    add_input (close, _ ("Up to and with (when it is more than one day)"), "", "last-date", "to", "");
  g_signal_connect_data (close->dialog, "answered", G_CALLBACK (answered_cb), close, close_free, 0);
  g_signal_connect_swapped (close->place, "notify::selected", G_CALLBACK (show_affected), close);
  show_affected (close);
  gtk_window_present (GTK_WINDOW (close->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (close->text));
}
