/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of how much.
 */
#include "stafet-limits-dialog.h"

#include "core/stafet-words.h"
#include "schedule/stafet-load.h"
#include "stafet-ask-dialog.h"

/* So far ahead shifts are looked at, and so many are listed. */
#define DAYS_AHEAD 56
#define MOST_LISTED 12

typedef struct
{
  const char *key, *title;
} Limit;

static const Limit limits[] = {
  { "wished_per_week", N_ ("Would like so many shifts a week") },
  { "per_day", N_ ("At most a day") },
  { "per_week", N_ ("At most a week") },
  { "per_month", N_ ("At most a month") },
};

typedef struct
{
  StafetDesk *desk; /* borrowed from the dialog */
  StafetUid volunteer;
  StafetInput *inputs[G_N_ELEMENTS (limits)]; /* borrowed */
  GHashTable *before;                         /* owned: key → text */
  StafetAskDialog *dialog;                    /* borrowed */
} Limits;

static void
limits_free (gpointer data, GClosure *closure)
{
  Limits *self = data;

  (void) closure;
  g_hash_table_unref (self->before);
  g_free (self);
}

/* The volunteer as typed so far; NULL when something is not understood, or she is gone. (transfer full) */
static StafetVolunteer *
read_volunteer (const Limits *self)
{
  StafetVolunteer *before =
    stafet_snapshot_get (stafet_desk_get_snapshot (self->desk), STAFET_KIND_VOLUNTEER, self->volunteer);
  g_autoptr (StafetRecord) after = before != NULL ? stafet_record_copy (before) : NULL;

  for (guint i = 0; after != NULL && i < G_N_ELEMENTS (limits); i++)
    {
      const StafetField *field = stafet_record_info_field (&stafet_volunteer_info, limits[i].key);
      g_autofree char *text = stafet_input_peek (self->inputs[i]);

      if (text == NULL || !stafet_record_set_text (after, field, text, NULL))
        return NULL;
    }
  return (StafetVolunteer *) g_steal_pointer (&after);
}

static void
append_turn (GString *text, const StafetSnapshot *snapshot, const StafetTurn *turn)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (turn->start));
  g_autofree char *time = stafet_words_time_span (language, turn->start, turn->end);
  g_autofree char *title = stafet_turn_title (snapshot, turn);

  g_string_append_printf (text, "\n%s %s · %s", day, time, title);
}

static void
show_above (const Limits *self)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (self->desk);
  StafetDate today = stafet_desk_today (self->desk);
  StafetVolunteer *volunteer = read_volunteer (self);
  g_autoptr (StafetRecord) owned = (StafetRecord *) volunteer;
  g_autoptr (GArray) above = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (volunteer == NULL)
    {
      stafet_ask_dialog_set_text (self->dialog, "");
      return;
    }
  above = stafet_load_above (snapshot, volunteer, today, today + DAYS_AHEAD);
  if (above->len == 0)
    g_string_append (text, _ ("No shift in the next eight weeks is above that."));
  else
    g_string_append_printf (
      text,
      ngettext_ ("%u shift is above that. It stays until you report regrets on the card:",
                 "%u shifts are above that. They stay until you report regrets on the card:", above->len),
      above->len);
  for (guint i = 0; i < MIN (above->len, MOST_LISTED); i++)
    append_turn (text, snapshot, &g_array_index (above, StafetTurn, i));
  if (above->len > MOST_LISTED)
    g_string_append_printf (text, _ ("\nand %u more"), above->len - MOST_LISTED);
  stafet_ask_dialog_set_text (self->dialog, text->str);
}

/* What the texts come to, and what is to be said of them beside the fields. */
static void
changed_cb (const Limits *self)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free), terms = NULL;
  GtkWidget *dialog = GTK_WIDGET (self->dialog);

  show_above (self);
  stafet_form_peek (dialog, self->before, pairs);
  g_ptr_array_add (pairs, NULL);
  terms = stafet_use_try_terms (stafet_desk_get_snapshot (self->desk), self->volunteer,
                                (const char *const *) pairs->pdata, stafet_desk_today (self->desk));
  if (terms != NULL)
    stafet_form_remark (dialog, terms);
}

static void
answered_cb (StafetAskDialog *dialog, const Limits *self)
{
  g_autoptr (GPtrArray) pairs = stafet_ask_dialog_collect (dialog, self->before);

  if (pairs == NULL)
    return;
  g_ptr_array_add (pairs, NULL);
  stafet_ask_dialog_edit (
    dialog, stafet_use_edit (STAFET_KIND_VOLUNTEER, self->volunteer, (const char *const *) pairs->pdata));
}

static void
add_inputs (Limits *self, StafetVolunteer *volunteer)
{
  StafetLanguage language = stafet_i18n_get_language ();

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      const StafetField *field = stafet_record_info_field (&stafet_volunteer_info, limits[i].key);
      gint32 number = STAFET_FIELD_AT (gint32, volunteer, field);
      g_autofree char *text = NULL;

      text = number == STAFET_INTEGER_NONE            ? g_strdup ("")
             : field->type == STAFET_FIELD_HUNDREDTHS ? stafet_words_hundredths (language, number)
                                                      : g_strdup_printf ("%d", number);
      self->inputs[i] =
        stafet_ask_dialog_add_input (self->dialog, _ (limits[i].title), "volunteer", limits[i].key, text);
      g_hash_table_insert (self->before, (gpointer) limits[i].key, g_steal_pointer (&text));
      g_signal_connect_swapped (self->inputs[i], "changed", G_CALLBACK (changed_cb), self);
    }
}

void
stafet_limits_dialog_show (StafetWindow *window, StafetUid uid)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_VOLUNTEER, uid);
  g_autofree char *title = NULL;
  Limits *self;

  if (volunteer == NULL)
    return;
  title = g_strdup_printf (_ ("Turn up or down: %s"), volunteer->name);
  self = g_new0 (Limits, 1);
  self->desk = desk;
  self->volunteer = uid;
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->dialog = stafet_ask_dialog_new (window, title, _ ("_Save"), "suggested-action");
  add_inputs (self, volunteer);
  g_signal_connect_swapped (self->dialog, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_data (self->dialog, "answered", G_CALLBACK (answered_cb), self, limits_free, 0);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->inputs[0]));
}
