/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of school holidays. A thread reads the file; what is new is looked up in the plan anew whenever
 * that or the area changes.
 */
#include "stafet-holidays-dialog.h"

#include "core/stafet-task.h"
#include "core/stafet-words.h"
#include "stafet-ask-dialog.h"
#include "stafet-chip.h"
#include "stafet-choice.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "table/stafet-holiday-file.h"

#define WIDTH 560
#define HEIGHT 620
/* A municipality has seven a year: more lines than these are counted only. */
#define LINES_SHOWN 100

/* Of the dialog, which owns it. */
typedef struct
{
  StafetAskDialog *dialog; /* borrowed */
  GtkDropDown *area;       /* borrowed */
  GtkListBox *list;        /* borrowed */
  GPtrArray *lines;        /* StafetHolidayLine; owned, NULL until they are read */
} Holidays;

static void
holidays_free (gpointer data)
{
  Holidays *self = data;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/* ——— The lines ——— */

static const struct
{
  StafetChipState chip;
  const char *word;
} looks[STAFET_N_HOLIDAY_STATES] = { { STAFET_CHIP_PROMISED, N_ ("new") },
                                     { STAFET_CHIP_PLAIN, N_ ("there already") },
                                     { STAFET_CHIP_PLAIN, N_ ("duplicate") },
                                     { STAFET_CHIP_WARNING, N_ ("faulty") } };

static GtkWidget *
row_new (const StafetHolidayLine *line)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetSchoolHoliday *holiday = line->holiday;
  g_autofree char *days =
    holiday != NULL ? stafet_words_days_with_year (language, holiday->from, holiday->to) : NULL;
  g_autofree char *title =
    g_strdup_printf (_ ("Line %u: %s"), line->number, holiday != NULL ? holiday->text : line->fault);
  g_autofree char *detail = g_strdup_printf (
    "%s%s%s", days != NULL ? days : "", line->note != NULL ? "\n" : "", line->note != NULL ? line->note : "");
  g_autofree char *name =
    g_strdup_printf ("%s, %s%s%s", title, _ (looks[line->state].word), *detail != '\0' ? ", " : "", detail);
  GtkWidget *row = stafet_line_new (NULL, title, detail);

  stafet_line_add_end (STAFET_LINE (row),
                       stafet_chip_new (looks[line->state].chip, _ (looks[line->state].word)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* Faults first: they are what is to be looked at. */
static void
show_rows (const Holidays *self)
{
  static const StafetHolidayState order[] = { STAFET_HOLIDAY_FAULTY, STAFET_HOLIDAY_NEW, STAFET_HOLIDAY_TWICE,
                                              STAFET_HOLIDAY_KNOWN };
  guint more = self->lines->len > LINES_SHOWN ? self->lines->len - LINES_SHOWN : 0, shown = 0;

  stafet_list_clear (self->list);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < self->lines->len; j++)
      {
        const StafetHolidayLine *line = g_ptr_array_index (self->lines, j);

        if (line->state == order[i] && shown++ < LINES_SHOWN)
          gtk_list_box_append (self->list, row_new (line));
      }
  if (more > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext_ ("and %u more line", "and %u more lines", more), more);

      gtk_list_box_append (self->list, stafet_line_new (NULL, text, ""));
    }
}

static guint
count (const Holidays *self, StafetHolidayState state)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((StafetHolidayLine *) g_ptr_array_index (self->lines, i))->state == state;
  return n;
}

/* @sentence: with the number */
static void
add_sentence (GString *text, guint n, const char *sentence)
{
  if (n == 0)
    return;
  g_string_append (text, text->len > 0 ? " " : "");
  g_string_append_printf (text, sentence, n);
}

/* What *Take in* does. */
static void
show_text (const Holidays *self)
{
  guint new = count (self, STAFET_HOLIDAY_NEW), faulty = count (self, STAFET_HOLIDAY_FAULTY);
  guint there = self->lines->len - new - faulty;
  g_autoptr (GString) text = g_string_new (NULL);

  add_sentence (text, new, ngettext_ ("%u school holiday is new.", "%u school holidays are new.", new));
  add_sentence (text, there,
                ngettext_ ("%u is there already, and is passed over.",
                           "%u are there already, and are passed over.", there));
  add_sentence (text, faulty,
                ngettext_ ("%u line is not understood, and is left out.",
                           "%u lines are not understood, and are left out.", faulty));
  if (new == 0)
    g_string_append (text, _ (" There is nothing to take in."));
  stafet_ask_dialog_set_text (self->dialog, text->str);
  stafet_ask_dialog_set_ready (self->dialog, new > 0);
}

static void
show (Holidays *self)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (self->dialog);

  if (self->lines == NULL || desk == NULL)
    return;
  stafet_holiday_file_compare (self->lines, stafet_desk_get_snapshot (desk), stafet_choice_get (self->area));
  show_rows (self);
  show_text (self);
}

/* ——— Taking in ——— */

static void
answered_cb (StafetAskDialog *dialog, const Holidays *self)
{
  g_autoptr (GPtrArray) taken =
    self->lines != NULL ? stafet_holiday_file_new_ones (self->lines) : g_ptr_array_new ();

  if (taken->len > 0)
    stafet_ask_dialog_edit (dialog, stafet_use_import_holidays (taken, stafet_choice_get (self->area)));
}

/* ——— Reading ——— */

typedef struct
{
  char *path;
  StafetDate today;
} Reading;

static void
reading_free (gpointer data)
{
  g_free (((Reading *) data)->path);
  g_free (data);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  GPtrArray *lines = stafet_holiday_file_look (reading->path, reading->today, &error);

  (void) source;
  (void) cancellable;
  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetAskDialog *dialog = STAFET_ASK_DIALOG (source);
  Holidays *self = g_object_get_data (source, "stafet-holidays");
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  self->lines = lines;
  /* It was closed meanwhile. */
  if (stafet_ask_dialog_get_desk (dialog) == NULL)
    return;
  if (error != NULL)
    {
      stafet_ask_dialog_set_text (dialog, "");
      stafet_ask_dialog_set_problem (dialog, error->message);
      return;
    }
  gtk_widget_show (GTK_WIDGET (self->list));
  show (self);
}

/* ——— The dialog ——— */

static void
add_area (Holidays *self)
{
  StafetDesk *desk = stafet_ask_dialog_get_desk (self->dialog);
  const GPtrArray *areas = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_AREA);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < areas->len; i++)
    stafet_options_add (options, ((StafetRecord *) g_ptr_array_index (areas, i))->uid,
                        stafet_record_get_label (g_ptr_array_index (areas, i)));
  stafet_options_sort (options, 0);
  self->area = stafet_ask_dialog_add_pick (self->dialog, _ ("Where they hold"), NULL, 0);
  stafet_choice_fill (self->area, options, _ ("Everywhere"));
  g_signal_connect_swapped (self->area, "notify::selected", G_CALLBACK (show), self);
}

static void
add_list (Holidays *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines of the file"), -1);
  gtk_widget_hide (GTK_WIDGET (self->list));
  stafet_ask_dialog_append (self->dialog, GTK_WIDGET (self->list));
}

void
stafet_holidays_dialog_show (StafetWindow *window, const char *path)
{
  Holidays *self = g_new0 (Holidays, 1);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("School holidays from %s"), shown);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  self->dialog = stafet_ask_dialog_new (window, title, _ ("_Take in"), "suggested-action");
  g_object_set_data_full (G_OBJECT (self->dialog), "stafet-holidays", self, holidays_free);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), WIDTH, HEIGHT);
  add_area (self);
  add_list (self);
  stafet_ask_dialog_set_text (self->dialog, _ ("Reading the file …"));
  stafet_ask_dialog_set_ready (self->dialog, FALSE);
  g_signal_connect (self->dialog, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect_swapped (self->dialog, "changed", G_CALLBACK (show), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  task = stafet_task_new (self->dialog, NULL, read_cb, NULL);
  reading->path = g_strdup (path);
  reading->today = stafet_desk_today (stafet_ask_dialog_get_desk (self->dialog));
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetWindow *window)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    stafet_holidays_dialog_show (window, path);
  else if (file != NULL)
    stafet_window_tell (window, _ ("That file is not on this machine. Save it here first."), FALSE);
  g_object_unref (dialog);
}

void
stafet_holidays_dialog_choose (StafetWindow *window)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Which file has the school holidays?"), GTK_WINDOW (window),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
