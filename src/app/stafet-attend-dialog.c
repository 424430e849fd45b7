/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two dialogs about one date of a shift.
 */
#include "stafet-attend-dialog.h"

#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "schedule/stafet-hours.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-named.h"
#include "stafet-pick.h"

/* So many come in a group at most. */
#define MOST_HEADS 999

typedef struct
{
  StafetUid shift;
  StafetDate original;
  StafetAskDialog *dialog;                       /* borrowed */
  StafetAgenda *agenda;                          /* owned: its only entry */
  StafetStaffing *staffing;                      /* borrowed from it */
  GPtrArray *inputs;                             /* StafetInput, borrowed: how long each of the places came */
  StafetInput *volunteer, *guest, *heads, *time; /* borrowed: of a helper */
  GtkDropDown *organiser, *method;               /* borrowed */
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  (void) closure;
  g_ptr_array_unref (ask->inputs);
  g_clear_pointer (&ask->agenda, stafet_agenda_free);
  g_free (ask);
}

static StafetStaffing *
staffing_of (const StafetAgenda *agenda, StafetUid shift)
{
  const StafetEntry *entry = agenda->entries->pdata[0];

  for (guint i = 0; i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == shift)
      return &entry->shifts[i];
  return NULL;
}

/* NULL when there is no such date any more. */
static Ask *
ask_new (StafetWindow *window, StafetUid uid, StafetDate original, const char *format, const char *answer)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  const StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, uid);
  g_autoptr (StafetAgenda) agenda =
    shift == NULL ? NULL
    : shift->activity != NULL
      ? stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, shift->activity, original)
      : stafet_agenda_new_occurrence (snapshot, STAFET_KIND_SHIFT, uid, original);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), original);
  g_autofree char *what = NULL, *title = NULL;
  Ask *ask;

  if (agenda == NULL || staffing_of (agenda, uid) == NULL)
    return NULL;
  what = g_strdup_printf ("%s, %s", shift->role, day);
  title = g_strdup_printf (format, what);
  ask = g_new0 (Ask, 1);
  ask->shift = uid;
  ask->original = original;
  ask->agenda = g_steal_pointer (&agenda);
  ask->staffing = staffing_of (ask->agenda, uid);
  ask->inputs = g_ptr_array_new ();
  ask->dialog = stafet_ask_dialog_new (window, title, answer, "suggested-action");
  return ask;
}

static void
present (Ask *ask, GCallback answered, gpointer first)
{
  g_signal_connect_data (ask->dialog, "answered", answered, ask, ask_free, 0);
  gtk_window_present (GTK_WINDOW (ask->dialog));
  gtk_widget_grab_focus (first);
}

/* ——— How long ——— */

static int
shift_minutes (const Ask *ask)
{
  StafetClock *clock =
    stafet_plan_get_clock (stafet_desk_get_plan (stafet_ask_dialog_get_desk (ask->dialog)));

  return stafet_staffing_minutes (ask->staffing, stafet_clock_get_zone (clock));
}

/* As long as was said, else as the shift lasts. */
static int
minutes_of (const Ask *ask, const StafetPlace *place)
{
  const StafetAttendance *row =
    stafet_attendance_find (ask->agenda->snapshot, ask->shift, ask->original, place);

  return row != NULL && row->minutes > 0 ? row->minutes : shift_minutes (ask);
}

static StafetInput *
add_time (const Ask *ask, const char *title, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", "text", "placeholder",
                                   _ ("For example 3:30, 3.5 or 45 min"), "text", text, NULL);

  stafet_ask_dialog_append (ask->dialog, input);
  return STAFET_INPUT (input);
}

/* 0, and said beside the field, when it is not understood. */
static int
read_time (StafetInput *input)
{
  g_autoptr (GError) error = NULL;
  int minutes = 0;

  if (!stafet_typed_hours (stafet_input_get_text (input), &minutes, &error))
    stafet_input_set_problem (input, error->message);
  else if (minutes <= 0)
    stafet_input_set_problem (input, _ ("Who was there came for a while. Untick whoever did not come."));
  else
    {
      stafet_input_set_problem (input, NULL);
      return minutes;
    }
  gtk_widget_grab_focus (GTK_WIDGET (input));
  return 0;
}

static void
fill_who (StafetWho *who, const StafetPlace *place)
{
  who->volunteer = place->volunteer != NULL ? place->volunteer->parent.uid : NULL;
  who->organiser = place->organiser != NULL ? place->organiser->parent.uid : NULL;
  who->guest = place->holder == STAFET_HOLDER_GUEST ? place->guest : NULL;
}

static void
times_cb (StafetAskDialog *dialog, const Ask *ask)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_edit_free);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), ask->original);
  g_autofree char *label =
    g_strdup_printf (_ ("How long people came to %s on %s"), ask->staffing->shift->role, day);

  for (guint i = 0; i < ask->inputs->len; i++)
    {
      const StafetPlace *place = g_object_get_data (ask->inputs->pdata[i], "stafet-place");
      int minutes = read_time (ask->inputs->pdata[i]);
      StafetWho who = { NULL };

      if (minutes == 0)
        return;
      fill_who (&who, place);
      if (minutes != minutes_of (ask, place))
        g_ptr_array_add (edits, stafet_use_attend (ask->shift, &who, ask->original, TRUE, minutes));
    }
  stafet_ask_dialog_edit (dialog, stafet_use_several (label, g_ptr_array_ref (edits)));
}

void
stafet_times_dialog_show (StafetWindow *window, StafetUid shift, StafetDate original)
{
  Ask *ask = ask_new (window, shift, original, _ ("How long did they come? %s"), _ ("_Save"));

  if (ask == NULL)
    return;
  for (guint i = 0; i < ask->staffing->n_places; i++)
    {
      StafetPlace *place = &ask->staffing->places[i];
      StafetInput *input;

      if (place->state == STAFET_PLACE_ASKED)
        continue;
      input = add_time (ask, stafet_place_get_name (place), minutes_of (ask, place));
      g_object_set_data (G_OBJECT (input), "stafet-place", place);
      g_ptr_array_add (ask->inputs, input);
    }
  stafet_ask_dialog_set_text (ask->dialog, _ ("Whoever gets another time is noted as having come."));
  present (ask, G_CALLBACK (times_cb), ask->inputs->len > 0 ? ask->inputs->pdata[0] : (gpointer) ask->dialog);
}

/* ——— A helper ——— */

/* 0, and said beside the field, when it is no number of people. */
static int
read_heads (StafetInput *input)
{
  guint64 heads;

  if (g_ascii_string_to_unsigned (stafet_input_get_text (input), 10, 1, MOST_HEADS, &heads, NULL))
    return (int) heads;
  stafet_input_set_problem (input, _ ("Write how many came as a whole number, for example 4."));
  gtk_widget_grab_focus (GTK_WIDGET (input));
  return 0;
}

/* Exactly one of the three. @who borrows from the fields and from @volunteer. */
static gboolean
read_who (const Ask *ask, const char *volunteer, StafetWho *who)
{
  const char *guest = stafet_input_get_text (ask->guest);
  StafetUid organiser = stafet_choice_get (ask->organiser);

  if ((*volunteer != '\0') + (*guest != '\0') + (organiser != NULL) != 1)
    {
      stafet_ask_dialog_set_problem (
        ask->dialog, _ ("Say who it was: a volunteer, a guest or an association, one of the three."));
      gtk_widget_grab_focus (GTK_WIDGET (ask->volunteer));
      return FALSE;
    }
  who->volunteer = *volunteer != '\0' ? volunteer : NULL;
  who->guest = *guest != '\0' ? guest : NULL;
  who->organiser = organiser;
  if (organiser == NULL)
    return TRUE;
  who->count = read_heads (ask->heads);
  who->method = (StafetMethod) gtk_drop_down_get_selected (ask->method);
  return who->count > 0;
}

static void
helper_cb (StafetAskDialog *dialog, const Ask *ask)
{
  g_autofree char *volunteer =
    stafet_named_read (ask->volunteer, stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (dialog)));
  StafetWho who = { NULL };
  int minutes;

  if (volunteer == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (ask->volunteer));
      return;
    }
  if (!read_who (ask, volunteer, &who) || (minutes = read_time (ask->time)) == 0)
    return;
  stafet_ask_dialog_edit (dialog, stafet_use_attend (ask->shift, &who, ask->original, TRUE, minutes));
}

static StafetInput *
add_text (const Ask *ask, const char *title, const char *text)
{
  GtkWidget *input = g_object_new (STAFET_TYPE_INPUT, "title", title, "reads", "text", "text", text, NULL);

  stafet_ask_dialog_append (ask->dialog, input);
  return STAFET_INPUT (input);
}

static GtkDropDown *
add_organisers (const Ask *ask)
{
  const GPtrArray *all = stafet_snapshot_all (ask->agenda->snapshot, STAFET_KIND_ORGANISER);
  GtkWidget *dropdown = gtk_drop_down_new (NULL, NULL);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < all->len; i++)
    stafet_options_add (options, ((StafetRecord *) all->pdata[i])->uid,
                        stafet_record_get_label (all->pdata[i]));
  stafet_options_sort (options, 0);
  stafet_choice_fill (GTK_DROP_DOWN (dropdown), options, _ ("No association"));
  stafet_ask_dialog_append (ask->dialog,
                            stafet_pick_new (_ ("… or people of an association"), GTK_DROP_DOWN (dropdown)));
  return GTK_DROP_DOWN (dropdown);
}

static void
organiser_cb (Ask *ask)
{
  gboolean chosen = stafet_choice_get (ask->organiser) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (ask->heads), chosen);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (ask->method), STAFET_TYPE_PICK), chosen);
}

void
stafet_helper_dialog_show (StafetWindow *window, StafetUid shift, StafetDate original)
{
  Ask *ask = ask_new (window, shift, original, _ ("Who else helped? %s"), _ ("_Add"));

  if (ask == NULL)
    return;
  ask->volunteer = add_text (ask, _ ("A volunteer's name"), "");
  ask->guest = add_text (ask, _ ("… or a guest's first name"), "");
  ask->organiser = add_organisers (ask);
  ask->heads = add_text (ask, _ ("How many of them came"), "");
  ask->method = stafet_ask_dialog_add_pick (ask->dialog, _ ("How it was counted"),
                                            stafet_enum_titles (stafet_method_values, NULL), 0);
  ask->time = add_time (ask, _ ("How long"), shift_minutes (ask));
  g_signal_connect_swapped (ask->organiser, "notify::selected", G_CALLBACK (organiser_cb), ask);
  organiser_cb (ask);
  present (ask, G_CALLBACK (helper_cb), ask->volunteer);
}
