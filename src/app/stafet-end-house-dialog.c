/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a house that closes for good.
 */
#include "stafet-end-house-dialog.h"

#include "core/stafet-place.h"
#include "plan/stafet-use-end-house.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-input.h"

#define WIDTH 500
#define HEIGHT 420

typedef struct
{
  GtkDropDown *house;      /* borrowed */
  StafetInput *from;       /* borrowed */
  StafetAskDialog *dialog; /* borrowed */
} End;

static void
end_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* NONE when there is none, or it is not understood, which is said beside it. */
static StafetDate
read_date (const End *end)
{
  g_autofree char *text = stafet_input_read (end->from, NULL);
  StafetDate date;

  return text != NULL && *text != '\0' && stafet_date_parse (text, &date, NULL) ? date : STAFET_DATE_NONE;
}

/* What would end, or why it cannot. */
static void
show_end (const End *end)
{
  StafetUid house = stafet_choice_get (end->house);
  StafetDate from = read_date (end);
  StafetHouseEnd what;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (house == NULL || from == STAFET_DATE_NONE)
    words =
      g_strdup (_ ("Everything that goes on in the house ends, and nothing new is planned there. Write from "
                   "when on it is closed, and it is said here what that ends."));
  else if (stafet_house_end_try (stafet_desk_get_plan (stafet_ask_dialog_get_desk (end->dialog)), house, from,
                                 &what, &error))
    words = stafet_house_end_words (&what, from);
  else
    words = g_strdup (error->message);
  stafet_ask_dialog_set_text (end->dialog, words);
}

static void
answered_cb (StafetAskDialog *dialog, const End *end)
{
  StafetUid house = stafet_choice_get (end->house);
  g_autofree char *typed = stafet_input_read (end->from, NULL);
  StafetDate from = read_date (end);

  if (house == NULL)
    return;
  if (from == STAFET_DATE_NONE)
    {
      if (typed != NULL)
        stafet_input_set_problem (end->from, _ ("Write the first day on which the house is closed."));
      gtk_widget_grab_focus (GTK_WIDGET (end->from));
      return;
    }
  stafet_ask_dialog_edit (dialog, stafet_use_end_house (house, from));
}

/* Those that are open. */
static guint
fill_houses (const End *end)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (end->dialog);
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);
  GArray *options = stafet_options_new ();
  guint n;

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->kind != STAFET_HOUSE_NURSING && !stafet_desk_is_closed (desk, house))
        stafet_options_add (options, house->parent.uid, house->name);
    }
  n = options->len;
  stafet_options_sort (options, 0);
  stafet_choice_fill (end->house, options, NULL);
  stafet_choice_set (end->house, stafet_desk_get_house (desk));
  return n;
}

void
stafet_end_house_dialog_show (StafetWindow *window)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  End *end = g_new0 (End, 1);

  end->dialog = stafet_ask_dialog_new (window, _ ("Which house closes for good?"), _ ("_Close it for good"),
                                       "destructive-action");
  /* So that what ends is in view without a window that grows while one writes. */
  gtk_window_set_default_size (GTK_WINDOW (end->dialog), WIDTH, HEIGHT);
  end->house = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (end->house), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("House"),
                                  -1);
  stafet_ask_dialog_append (end->dialog, GTK_WIDGET (end->house));
  end->from =
    g_object_new (STAFET_TYPE_INPUT, "title", _ ("Closed from and with"), "placeholder",
                  _ ("For example 1 January"), "reads", "date", "kind", "house", "key", "closed_from", NULL);
  stafet_input_set_today (end->from, stafet_desk_today (desk));
  stafet_ask_dialog_append (end->dialog, GTK_WIDGET (end->from));
  g_signal_connect_data (end->dialog, "answered", G_CALLBACK (answered_cb), end, end_free, 0);
  if (fill_houses (end) == 0)
    {
      stafet_ask_dialog_leave (end->dialog, _ ("There is no house that is open."));
      return;
    }
  g_signal_connect_swapped (end->from, "changed", G_CALLBACK (show_end), end);
  g_signal_connect_swapped (end->house, "notify::selected", G_CALLBACK (show_end), end);
  show_end (end);
  gtk_window_present (GTK_WINDOW (end->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (end->from));
}
