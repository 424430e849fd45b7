/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a house that closes for good, or merges into another. What that does is tried in a thread.
 */
#include "stafet-end-house-dialog.h"

#include "core/stafet-place.h"
#include "plan/stafet-use-end-house.h"
#include "plan/stafet-use-merge-house.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-input.h"

#define WIDTH 500
#define HEIGHT 500

/* Of the dialog, which owns it. */
typedef struct
{
  GtkDropDown *house, *into; /* borrowed; what goes on there ends when there is no @into */
  StafetInput *from;         /* borrowed */
  StafetAskDialog *dialog;   /* borrowed */
} End;

/* NONE when there is none, or it is not understood, which is said beside it. */
static StafetDate
read_date (const End *end)
{
  g_autofree char *text = stafet_input_read (end->from, NULL);
  StafetDate date;

  return text != NULL && *text != '\0' && stafet_date_parse (text, &date, NULL) ? date : STAFET_DATE_NONE;
}

/* ——— What it would do ——— */

typedef struct
{
  StafetUid house, into;
  StafetDate from;
} Trial;

/* What ends or moves. */
static char *
try_end (StafetPlan *scratch, gconstpointer data, GError **error)
{
  const Trial *trial = data;
  StafetHouseEnd what;
  StafetHouseMerge merge;

  if (trial->into != NULL)
    return stafet_house_merge_try (scratch, trial->house, trial->into, trial->from, &merge, error)
             ? stafet_house_merge_words (&merge, trial->from)
             : NULL;
  return stafet_house_end_try (scratch, trial->house, trial->from, &what, error)
           ? stafet_house_end_words (&what, trial->from)
           : NULL;
}

static void
show_end (End *end)
{
  StafetUid house = stafet_choice_get (end->house);
  StafetDate from = read_date (end);
  Trial *trial;

  if (house == NULL || from == STAFET_DATE_NONE)
    {
      stafet_ask_dialog_set_text (
        end->dialog, _ ("Nothing new is planned in a house that is closed. Write from when on it is, "
                        "and it is said here what that does."));
      return;
    }
  trial = g_new (Trial, 1);
  *trial = (Trial){ house, stafet_choice_get (end->into), from };
  stafet_ask_dialog_try (end->dialog, try_end, trial);
}

static void
answered_cb (StafetAskDialog *dialog, const End *end)
{
  StafetUid house = stafet_choice_get (end->house), into = stafet_choice_get (end->into);
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
  stafet_ask_dialog_edit (dialog, into != NULL ? stafet_use_merge_house (house, into, from)
                                               : stafet_use_end_house (house, from));
}

/* ——— The fields ——— */

/* Those that are open. */
static guint
fill_houses (const End *end, GtkDropDown *dropdown, const char *none)
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
  stafet_choice_fill (dropdown, options, none);
  return n;
}

static GtkDropDown *
add_choice (End *end, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *label = gtk_label_new (title);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  stafet_ask_dialog_append (end->dialog, box);
  return GTK_DROP_DOWN (choice);
}

static StafetInput *
add_date (End *end)
{
  StafetInput *from =
    g_object_new (STAFET_TYPE_INPUT, "title", _ ("Closed from and with"), "placeholder",
                  _ ("For example 1 January"), "reads", "date", "kind", "house", "key", "closed_from", NULL);

  stafet_input_set_today (from, stafet_desk_today (stafet_ask_dialog_get_desk (end->dialog)));
  stafet_ask_dialog_append (end->dialog, GTK_WIDGET (from));
  return from;
}

void
stafet_end_house_dialog_show (StafetWindow *window)
{
  End *end = g_new0 (End, 1);

  end->dialog = stafet_ask_dialog_new (window, _ ("Which house closes for good?"), _ ("_Close it for good"),
                                       "destructive-action");
  g_object_set_data_full (G_OBJECT (end->dialog), "stafet-end", end, g_free);
  /* So that what ends is in view without a window that grows while one writes. */
  gtk_window_set_default_size (GTK_WINDOW (end->dialog), WIDTH, HEIGHT);
  end->house = add_choice (end, _ ("House"));
  end->from = add_date (end);
  end->into = add_choice (end, _ ("What goes on there"));
  g_signal_connect (end->dialog, "answered", G_CALLBACK (answered_cb), end);
  if (fill_houses (end, end->house, NULL) == 0)
    {
      stafet_ask_dialog_leave (end->dialog, _ ("There is no house that is open."));
      return;
    }
  stafet_choice_set (end->house, stafet_desk_get_house (stafet_window_get_desk (window)));
  fill_houses (end, end->into, _ ("It ends"));
  g_signal_connect_swapped (end->from, "changed", G_CALLBACK (show_end), end);
  g_signal_connect_swapped (end->house, "notify::selected", G_CALLBACK (show_end), end);
  g_signal_connect_swapped (end->into, "notify::selected", G_CALLBACK (show_end), end);
  show_end (end);
  gtk_window_present (GTK_WINDOW (end->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (end->from));
}
