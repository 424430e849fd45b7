/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of a volunteer who stops. What that opens is looked for in a thread.
 */
#include "core/stafet-words.h"
#include "plan/stafet-use-leave.h"
#include "stafet-ask-dialog.h"
#include "stafet-person-dialogs.h"

#define WIDTH 500
#define HEIGHT 520

/* Of the dialog, which owns it. */
typedef struct
{
  StafetUid volunteer;
  StafetInput *from;       /* borrowed */
  StafetAskDialog *dialog; /* borrowed */
} Leave;

typedef struct
{
  StafetUid volunteer;
  StafetDate from;
} Trial;

/* NONE when there is none, or it is not understood, which is said beside it. */
static StafetDate
read_date (const Leave *leave)
{
  g_autofree char *text = stafet_input_read (leave->from, NULL);
  StafetDate date;

  return text != NULL && *text != '\0' && stafet_date_parse (text, &date, NULL) ? date : STAFET_DATE_NONE;
}

static char *
try_leaving (StafetPlan *scratch, gconstpointer data, GError **error)
{
  const Trial *trial = data;
  g_autoptr (StafetLeaving) told = stafet_leaving_try (scratch, trial->volunteer, trial->from, error);

  return told != NULL ? stafet_leaving_words (told) : NULL;
}

static void
show_what_opens (Leave *leave)
{
  StafetDate from = read_date (leave);
  Trial *trial;

  if (from == STAFET_DATE_NONE)
    {
      stafet_ask_dialog_set_text (
        leave->dialog, _ ("Write the first day without the person, and it is said here what becomes free."));
      return;
    }
  trial = g_new (Trial, 1);
  *trial = (Trial){ leave->volunteer, from };
  stafet_ask_dialog_try (leave->dialog, try_leaving, trial);
}

static void
answered_cb (StafetAskDialog *dialog, const Leave *leave)
{
  g_autofree char *typed = stafet_input_read (leave->from, NULL);
  StafetDate from = read_date (leave);

  if (from != STAFET_DATE_NONE)
    {
      stafet_ask_dialog_edit (dialog, stafet_use_leave (leave->volunteer, from));
      return;
    }
  if (typed != NULL)
    stafet_input_set_problem (leave->from, _ ("Write the first day without the person."));
  gtk_widget_grab_focus (GTK_WIDGET (leave->from));
}

void
stafet_leaving_dialog_show (StafetWindow *window, StafetUid volunteer)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  const StafetVolunteer *record =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_VOLUNTEER, volunteer);
  g_autofree char *tomorrow =
    stafet_words_day_with_year (stafet_i18n_get_language (), stafet_desk_today (desk) + 1);
  g_autofree char *title = record != NULL ? g_strdup_printf (_ ("%s stops"), record->name) : NULL;
  Leave *leave;

  if (record == NULL)
    return;
  leave = g_new0 (Leave, 1);
  leave->volunteer = volunteer;
  leave->dialog = stafet_ask_dialog_new (window, title, _ ("_Stop from that day"), "destructive-action");
  g_object_set_data_full (G_OBJECT (leave->dialog), "stafet-leave", leave, g_free);
  gtk_window_set_default_size (GTK_WINDOW (leave->dialog), WIDTH, HEIGHT);
  leave->from = g_object_new (STAFET_TYPE_INPUT, "title", _ ("The first day without the person"),
                              "placeholder", _ ("For example 1 January"), "reads", "date", "kind",
                              "volunteer", "key", "paused_until", "text", tomorrow, NULL);
  stafet_input_set_today (leave->from, stafet_desk_today (desk));
  stafet_ask_dialog_append (leave->dialog, GTK_WIDGET (leave->from));
  g_signal_connect (leave->dialog, "answered", G_CALLBACK (answered_cb), leave);
  g_signal_connect_swapped (leave->from, "changed", G_CALLBACK (show_what_opens), leave);
  show_what_opens (leave);
  gtk_window_present (GTK_WINDOW (leave->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (leave->from));
}
