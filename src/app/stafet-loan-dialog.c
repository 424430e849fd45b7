/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Approve, refuse, propose.
 */
#include "stafet-loan-dialog.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "schedule/stafet-rooms.h"
#include "stafet-ask-dialog.h"
#include "stafet-choice.h"
#include "stafet-pick.h"
#include "stafet-span-fields.h"

#define MOST_DATES 12

typedef struct
{
  char *loan;              /* owned */
  StafetAskDialog *dialog; /* borrowed, as are its fields */
  StafetInput *who, *text; /* of a decision */
  GtkDropDown *reason;     /* of a refusal */
  GtkCheckButton *anyway;  /* of an approval: nullable */
  GArray *dates;           /* owned: StafetDate, of a proposal: those that may move */
  GtkDropDown *which;      /* likewise: the one that is to */
  StafetSpanFields span;   /* likewise: to when */
  GtkDropDown *room;       /* likewise: and where */
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  (void) closure;
  g_clear_pointer (&ask->dates, g_array_unref);
  g_free (ask->loan);
  g_free (ask);
}

static Ask *
ask_new (StafetWindow *window, StafetLoan *loan, const char *format, const char *answer, const char *style)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  g_autofree char *title = g_strdup_printf (format, stafet_loan_borrower (snapshot, loan));
  Ask *ask = g_new0 (Ask, 1);

  ask->loan = g_strdup (loan->parent.uid);
  ask->dialog = stafet_ask_dialog_new (window, title, answer, style);
  return ask;
}

static void
present (Ask *ask, GCallback answered, gpointer first)
{
  g_signal_connect_data (ask->dialog, "answered", answered, ask, ask_free, 0);
  gtk_window_present (GTK_WINDOW (ask->dialog));
  gtk_widget_grab_focus (first);
}

/* ——— Who decides ——— */

/* Who decided the last time in this house. */
static const char *
last_decider (StafetSnapshot *snapshot, StafetUid house)
{
  const GPtrArray *loans = stafet_snapshot_all (snapshot, STAFET_KIND_LOAN);
  const StafetLoan *last = NULL;

  for (guint i = 0; i < loans->len; i++)
    {
      const StafetLoan *loan = loans->pdata[i];
      const StafetActivity *activity = stafet_loan_activity (snapshot, loan);

      if (*loan->decided_by != '\0' && activity != NULL && activity->house == house
          && (last == NULL || loan->decided_on > last->decided_on))
        last = loan;
    }
  return last != NULL ? last->decided_by : NULL;
}

/* Whoever of the house has the role that the rules name, or decided the last time. (transfer full) */
static char *
decider (StafetSnapshot *snapshot, const StafetLoan *loan)
{
  const StafetActivity *activity = stafet_loan_activity (snapshot, loan);
  StafetUid uid = activity != NULL ? activity->house : NULL;
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);
  const GPtrArray *contacts = stafet_snapshot_index (snapshot, STAFET_INDEX_CONTACT_BY_HOUSE, uid);
  g_autofree char *role = stafet_text_fold (house != NULL ? house->loan_role : "");

  for (guint i = 0; i < contacts->len && *role != '\0'; i++)
    {
      const StafetContact *contact = contacts->pdata[i];
      g_autofree char *folded = stafet_text_fold (contact->role);

      if (g_str_equal (folded, role))
        return g_strdup_printf ("%s, %s", contact->name, contact->role);
    }
  return g_strdup (last_decider (snapshot, uid));
}

static void
add_decision (Ask *ask, StafetSnapshot *snapshot, StafetLoan *loan)
{
  g_autofree char *who = decider (snapshot, loan);

  ask->who = stafet_ask_dialog_add_input (ask->dialog, _ ("Who decides (name and role)"), "loan",
                                          "decided_by", who != NULL ? who : "");
  g_object_set (ask->who, "placeholder", _ ("For example Hanne Holm, centre manager"), NULL);
  ask->text = stafet_ask_dialog_add_input (ask->dialog, _ ("What the borrower is told"), "loan", "answer",
                                           loan->answer);
}

/* ——— Approve ——— */

static void
approve_cb (StafetAskDialog *dialog, const Ask *ask)
{
  stafet_ask_dialog_edit (
    dialog,
    stafet_use_approve_loan (ask->loan, stafet_input_get_text (ask->who), stafet_input_get_text (ask->text),
                             ask->anyway != NULL && gtk_check_button_get_active (ask->anyway)));
}

/* What is in the way is said before anybody approves. */
static void
say_clash (Ask *ask, StafetPlan *plan)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (StafetChangeset) unused = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (StafetEdit) edit = stafet_use_approve_loan (ask->loan, "?", NULL, FALSE);
  g_autoptr (GError) error = NULL;

  if (stafet_plan_try (scratch, edit, unused, NULL, &error))
    return;
  stafet_ask_dialog_set_text (ask->dialog, error->message);
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    ask->anyway =
      stafet_ask_dialog_add_tick (ask->dialog, _ ("Approve it all the same, with what is there"), FALSE);
}

void
stafet_loan_dialog_approve (StafetWindow *window, StafetLoan *loan)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  Ask *ask = ask_new (window, loan, _ ("Lend the room to %s?"), _ ("_Approve"), "suggested-action");

  add_decision (ask, stafet_desk_get_snapshot (desk), loan);
  say_clash (ask, stafet_desk_get_plan (desk));
  present (ask, G_CALLBACK (approve_cb), ask->who);
}

/* ——— Refuse ——— */

static void
refuse_cb (StafetAskDialog *dialog, const Ask *ask)
{
  stafet_ask_dialog_edit (
    dialog, stafet_use_refuse_loan (ask->loan, (StafetRefusal) gtk_drop_down_get_selected (ask->reason),
                                    stafet_input_get_text (ask->who), stafet_input_get_text (ask->text)));
}

void
stafet_loan_dialog_refuse (StafetWindow *window, StafetLoan *loan)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_window_get_desk (window));
  const StafetField *reason = stafet_record_info_field (&stafet_loan_info, "reason");
  Ask *ask = ask_new (window, loan, _ ("Refuse the loan to %s?"), _ ("_Refuse"), "destructive-action");
  guint likely =
    loan->purpose == STAFET_PURPOSE_COMMERCIAL ? STAFET_REFUSAL_COMMERCIAL : STAFET_REFUSAL_TAKEN;

  ask->reason =
    stafet_ask_dialog_add_pick (ask->dialog, _ ("Why"), stafet_enum_titles (reason->values, NULL), likely);
  add_decision (ask, snapshot, loan);
  present (ask, G_CALLBACK (refuse_cb), ask->reason);
}

/* ——— Propose ——— */

static void
add_rooms (Ask *ask, StafetSnapshot *snapshot, const StafetActivity *activity)
{
  g_autoptr (GPtrArray) rooms = stafet_rooms_of (snapshot, activity->house);
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < rooms->len; i++)
    stafet_options_add (options, ((StafetRecord *) rooms->pdata[i])->uid,
                        stafet_record_get_label (rooms->pdata[i]));
  ask->room = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  stafet_choice_fill (ask->room, options, NULL);
  stafet_ask_dialog_append (ask->dialog, stafet_pick_new (_ ("Room"), ask->room));
}

/* ——— Which date ——— */

/* The next ones that there is time enough to move, else the next ones at all. (transfer full) */
static GArray *
next_dates (StafetSnapshot *snapshot, const StafetActivity *activity, StafetDate today)
{
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, activity->house);
  StafetDate first = today + (house != NULL ? stafet_house_loan_notice (house) : 0);
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  StafetDate date = stafet_expand_next (&activity->timing, first);

  if (date == STAFET_DATE_NONE)
    date = stafet_expand_next (&activity->timing, today);
  for (; date != STAFET_DATE_NONE && dates->len < MOST_DATES;
       date = stafet_expand_next (&activity->timing, date + 1))
    g_array_append_val (dates, date);
  return dates;
}

static GListModel *
date_titles (const GArray *dates)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    gtk_string_list_take (
      titles, stafet_words_date (stafet_i18n_get_language (), g_array_index (dates, StafetDate, i)));
  return G_LIST_MODEL (titles);
}

static StafetDate
original_of (const Ask *ask)
{
  return g_array_index (ask->dates, StafetDate, gtk_drop_down_get_selected (ask->which));
}

/* The fields say where the date is now, until something else is written. */
static void
show_date (Ask *ask)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (stafet_ask_dialog_get_desk (ask->dialog));
  const StafetLoan *loan = stafet_snapshot_lookup (snapshot, STAFET_KIND_LOAN, ask->loan);
  g_autoptr (StafetAgenda) agenda =
    loan != NULL
      ? stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, loan->activity, original_of (ask))
      : NULL;
  const StafetEntry *entry = agenda != NULL ? agenda->entries->pdata[0] : NULL;

  if (entry == NULL)
    return;
  stafet_span_fields_show (&ask->span, entry->start, entry->end);
  stafet_choice_set (ask->room, entry->room != NULL ? entry->room->parent.uid : NULL);
}

static void
propose_cb (StafetAskDialog *dialog, Ask *ask)
{
  StafetWall start, end;

  if (stafet_span_fields_read (&ask->span, &start, &end))
    stafet_ask_dialog_edit (dialog, stafet_use_propose_move (ask->loan, original_of (ask), start, end,
                                                             stafet_choice_get (ask->room)));
}

void
stafet_loan_dialog_propose (StafetWindow *window, StafetLoan *loan)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const StafetActivity *activity = stafet_loan_activity (snapshot, loan);
  g_autoptr (GArray) dates =
    activity != NULL ? next_dates (snapshot, activity, stafet_desk_today (desk)) : NULL;
  Ask *ask;

  if (dates == NULL || dates->len == 0)
    {
      stafet_window_tell (window, _ ("No date of the loan is left."), FALSE);
      return;
    }
  ask = ask_new (window, loan, _ ("Propose to %s to move"), _ ("_Propose it"), "suggested-action");
  ask->dates = g_steal_pointer (&dates);
  ask->which =
    stafet_ask_dialog_add_pick (ask->dialog, _ ("Which date is to move"), date_titles (ask->dates), 0);
  stafet_span_fields_add (&ask->span, ask->dialog, _ ("New date"));
  add_rooms (ask, snapshot, activity);
  show_date (ask);
  g_signal_connect_swapped (ask->which, "notify::selected", G_CALLBACK (show_date), ask);
  stafet_ask_dialog_set_text (
    ask->dialog, _ ("It stays where it is until the borrower has said yes. Ring, and note the answer here."));
  present (ask, G_CALLBACK (propose_cb), ask->which);
}
