/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of an absence or a pause.
 */
#include "stafet-absence-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-ask-dialog.h"
#include "stafet-input.h"

/* A pause without an end is looked at so far. */
#define PAUSE_DAYS 56
#define MOST_LISTED 12

typedef struct
{
  StafetDesk *desk; /* borrowed from the dialog */
  StafetUid volunteer;
  gboolean pause;
  StafetInput *from, *to;  /* borrowed; a pause has no from */
  StafetAskDialog *dialog; /* borrowed */
} Absence;

static void
absence_free (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* ——— What was typed ——— */

static gboolean
read_date (StafetInput *input, StafetDate *date)
{
  g_autofree char *text = stafet_input_read (input, NULL);

  *date = STAFET_DATE_NONE;
  return text != NULL && (*text == '\0' || stafet_date_parse (text, date, NULL));
}

/* What keeps a pause from ending on @until, as every way of writing one says it; NULL for nothing.
 * (transfer full) */
static char *
pause_problem (const Absence *absence, StafetDate until)
{
  char buffer[STAFET_DATE_SIZE];
  g_autofree char *back = g_strconcat ("paused_until=", stafet_date_write (until, buffer), NULL);
  const char *pairs[] = { "status=paused", back, NULL };
  g_autoptr (GPtrArray) terms = stafet_use_try_terms (
    stafet_desk_get_snapshot (absence->desk), absence->volunteer, pairs, stafet_desk_today (absence->desk));

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    if (g_str_equal (((StafetTerm *) g_ptr_array_index (terms, i))->key, "paused_until"))
      return g_strdup (((StafetTerm *) g_ptr_array_index (terms, i))->text);
  return NULL;
}

/* The days away, both included; @until of a pause is the first day back, which may be unknown. */
static gboolean
read_span (const Absence *absence, StafetDate *from, StafetDate *to, StafetDate *until)
{
  StafetDate today = stafet_desk_today (absence->desk);
  g_autofree char *problem = NULL;

  *from = today;
  if (absence->from != NULL && (!read_date (absence->from, from) || *from == STAFET_DATE_NONE))
    return FALSE;
  if (!read_date (absence->to, until))
    return FALSE;
  if (absence->pause)
    *to = *until != STAFET_DATE_NONE ? *until - 1 : today + PAUSE_DAYS;
  else
    *to = *until != STAFET_DATE_NONE ? *until : *from;
  if (*to >= *from)
    return TRUE;
  problem = absence->pause ? pause_problem (absence, *until) : NULL;
  stafet_input_set_problem (
    absence->to, problem != NULL ? problem : _ ("The end is before the start. Mend one of the two."));
  return FALSE;
}

/* ——— Which shifts open ——— */

static gboolean
is_on (const StafetStaffing *staffing, StafetUid volunteer)
{
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer != NULL && staffing->places[i].volunteer->parent.uid == volunteer
        && stafet_place_is_filled (&staffing->places[i]))
      return TRUE;
  return FALSE;
}

static void
append_shift (GString *text, const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (staffing->start));
  g_autofree char *time = stafet_words_time_span (language, staffing->start, staffing->end);
  g_autofree char *shift = stafet_entry_words_shift (entry, staffing);

  g_string_append_printf (text, "\n%s %s · %s", day, time, shift);
}

/* Returns how many; @text lists the first of them. */
static guint
list_opening (const Absence *absence, StafetDate from, StafetDate to, GString *text)
{
  StafetAgendaQuery query = { .from = from, .to = to, .volunteer = absence->volunteer };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_desk_get_snapshot (absence->desk), &query);
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        if (is_on (&entry->shifts[j], absence->volunteer) && n++ < MOST_LISTED)
          append_shift (text, entry, &entry->shifts[j]);
    }
  return n;
}

static void
show_opening (const Absence *absence)
{
  g_autoptr (GString) text = g_string_new (NULL), list = g_string_new (NULL);
  StafetDate from, to, until;
  guint n;

  if (!read_span (absence, &from, &to, &until))
    {
      stafet_ask_dialog_set_text (absence->dialog, "");
      return;
    }
  n = list_opening (absence, from, to, list);
  if (n == 0)
    g_string_append (text, _ ("No shift becomes vacant."));
  else
    g_string_append_printf (text, ngettext_ ("%u shift needs a stand-in:", "%u shifts need a stand-in:", n),
                            n);
  g_string_append (text, list->str);
  if (n > MOST_LISTED)
    g_string_append_printf (text, _ ("\nand %u more"), n - MOST_LISTED);
  stafet_ask_dialog_set_text (absence->dialog, text->str);
}

/* ——— Saving ——— */

static StafetEdit *
absence_edit (const Absence *absence, StafetDate from, StafetDate to)
{
  char first[STAFET_DATE_SIZE], last[STAFET_DATE_SIZE];
  g_autofree char *who = g_strconcat ("volunteer=", absence->volunteer, NULL);
  g_autofree char *start = g_strconcat ("from=", stafet_date_write (from, first), NULL);
  g_autofree char *end = g_strconcat ("to=", stafet_date_write (to, last), NULL);
  const char *pairs[] = { who, start, end, NULL };

  return stafet_use_add (STAFET_KIND_ABSENCE, pairs);
}

static StafetEdit *
pause_edit (const Absence *absence, StafetDate until)
{
  char buffer[STAFET_DATE_SIZE];
  g_autofree char *back = g_strconcat ("paused_until=", stafet_date_write (until, buffer), NULL);
  const char *pairs[] = { "status=paused", back, NULL };

  return stafet_use_edit (STAFET_KIND_VOLUNTEER, absence->volunteer, pairs);
}

static void
answered_cb (StafetAskDialog *dialog, const Absence *absence)
{
  StafetDate from, to, until;

  if (read_span (absence, &from, &to, &until))
    stafet_ask_dialog_edit (dialog,
                            absence->pause ? pause_edit (absence, until) : absence_edit (absence, from, to));
}

/* ——— The dialog ——— */

static StafetInput *
add_date (const Absence *absence, const char *title, const char *placeholder, const char *reads)
{
  GtkWidget *input =
    g_object_new (STAFET_TYPE_INPUT, "title", title, "placeholder", placeholder, "reads", reads, NULL);

  stafet_input_set_today (STAFET_INPUT (input), stafet_desk_today (absence->desk));
  stafet_ask_dialog_append (absence->dialog, input);
  return STAFET_INPUT (input);
}

static void
add_inputs (Absence *absence)
{
  if (!absence->pause)
    {
      absence->from = add_date (absence, _ ("From"), "", "date");
      stafet_input_set_text (absence->from, _ ("today"));
      g_signal_connect_swapped (absence->from, "changed", G_CALLBACK (show_opening), absence);
    }
  absence->to =
    add_date (absence, absence->pause ? _ ("Back on (empty: not known yet)") : _ ("Up to and with"),
              _ ("For example 24/11, Friday or in 3 weeks"), absence->pause ? "date" : "last-date");
  g_signal_connect_swapped (absence->to, "changed", G_CALLBACK (show_opening), absence);
}

void
stafet_absence_dialog_show (StafetWindow *window, StafetUid uid, gboolean pause)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_VOLUNTEER, uid);
  g_autofree char *title = NULL;
  Absence *absence;

  if (volunteer == NULL)
    return;
  title = g_strdup_printf (pause ? _ ("Pause: %s") : _ ("Absence: %s"), volunteer->name);
  absence = g_new0 (Absence, 1);
  absence->desk = desk;
  absence->volunteer = uid;
  absence->pause = pause;
  absence->dialog = stafet_ask_dialog_new (window, title, _ ("_Save"), "suggested-action");
  add_inputs (absence);
  g_signal_connect_swapped (absence->dialog, "changed", G_CALLBACK (show_opening), absence);
  g_signal_connect_data (absence->dialog, "answered", G_CALLBACK (answered_cb), absence, absence_free, 0);
  show_opening (absence);
  gtk_window_present (GTK_WINDOW (absence->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (absence->to));
}
