/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rooms lent out: asked for, approved or refused, withdrawn, and moved when the borrower says yes.
 */
#include "stafet-use-loan.h"

#include "core/stafet-activity.h"
#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-loans.h"

#include <string.h>

/* ——— What a loan forbids ——— */

/* Whether two states differ in what the borrower was promised. */
static gboolean
breaks_promise (StafetRecord *before, StafetRecord *after)
{
  static const char *const promised[] = { "start", "end", "rule", "parity", "season", "skip_weeks", "room" };
  const StafetRecordInfo *info = STAFET_RECORD_INFO (after);

  for (gsize i = 0; i < G_N_ELEMENTS (promised); i++)
    if (!stafet_record_same_value (before, after, stafet_record_info_field (info, promised[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_proposed (const StafetLoan *loan, const StafetActivity *after, StafetDate date)
{
  return date != STAFET_DATE_NONE && loan->move_date == date && after->timing.start == loan->move_start
         && after->timing.end == loan->move_end && after->room == loan->move_room;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, format, args);
  va_end (args);
  return FALSE;
}

gboolean
stafet_use_check_loan (const StafetSnapshot *snapshot, StafetRecord *before, StafetRecord *after,
                       StafetDate date, GError **error)
{
  const StafetLoan *loan =
    STAFET_RECORD_KIND (after) == STAFET_KIND_ACTIVITY ? stafet_loan_of (snapshot, before->uid) : NULL;
  gboolean was_draft, is_draft;

  if (loan == NULL)
    return TRUE;
  was_draft = ((StafetActivity *) before)->draft;
  is_draft = ((StafetActivity *) after)->draft;
  if (was_draft && !is_draft && loan->state != STAFET_LOAN_APPROVED)
    return refuse (error,
                   _ ("Nobody has approved that %s borrows the room. Approve it on the page of loans."),
                   stafet_loan_borrower (snapshot, loan));
  if (was_draft || loan->state != STAFET_LOAN_APPROVED || stafet_loan_priority (loan) == 1
      || !breaks_promise (before, after) || is_proposed (loan, (StafetActivity *) after, date))
    return TRUE;
  return refuse (error,
                 _ ("The room is lent to %s, and what was agreed is moved only when the borrower says yes. "
                    "Propose it on the page of loans."),
                 stafet_loan_borrower (snapshot, loan));
}

gboolean
stafet_use_check_loan_once (const StafetSnapshot *snapshot, const StafetLoan *loan, GError **error)
{
  const StafetLoan *other = stafet_loan_of (snapshot, loan->activity);

  if (other == NULL || other->parent.uid == loan->parent.uid)
    return TRUE;
  return refuse (error, _ ("“%s” is a loan already."), stafet_loan_borrower (snapshot, other));
}

gboolean
stafet_use_begin_loan (StafetPlan *plan, StafetLoan *loan, GError **error)
{
  const StafetActivity *activity = stafet_loan_activity (stafet_plan_get_snapshot (plan), loan);

  if (loan->asked_on == STAFET_DATE_NONE)
    loan->asked_on = stafet_clock_today (stafet_plan_get_clock (plan));
  if (activity == NULL || activity->draft)
    return TRUE;
  return refuse (error,
                 _ ("“%s” is in the programme already. A room is asked for first: make it a draft, then add "
                    "the loan."),
                 activity->title);
}

/* ——— The use cases ——— */

typedef struct
{
  char *loan, *who, *text;
  StafetRefusal reason;
  StafetDate date;
  StafetWall start, end;
  char *room; /* nullable */
  gboolean yes, anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->loan);
  g_free (a->who);
  g_free (a->text);
  g_free (a->room);
  g_free (a);
}

static Arguments *
arguments_new (const char *loan)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->loan = g_strdup (loan);
  return a;
}

/* A loan that is under way to another state, on a scratch plan. */
typedef struct
{
  StafetPlan *plan, *scratch;
  const Arguments *a;
  StafetLoan *before, *after; /* after: owned */
  const StafetActivity *activity;
  StafetDate today;
  StafetChangeset *changeset;
} Deciding;

static void
deciding_clear (Deciding *self)
{
  g_clear_object (&self->scratch);
  g_clear_object (&self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deciding, deciding_clear)

static gboolean
begin (Deciding *self, StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);

  *self = (Deciding){ .plan = plan, .a = data, .changeset = changeset };
  self->today = stafet_clock_today (stafet_plan_get_clock (plan));
  self->before = stafet_reference_find (snapshot, STAFET_KIND_LOAN, self->a->loan, error);
  if (self->before == NULL)
    return FALSE;
  self->activity = stafet_loan_activity (snapshot, self->before);
  if (self->activity == NULL)
    return refuse (error, _ ("What the room was lent for is gone."));
  self->after = stafet_record_copy (self->before);
  self->scratch = stafet_plan_new_scratch (plan);
  return TRUE;
}

static void
set_text (Deciding *self, const char *key, const char *text)
{
  stafet_record_take_text (self->after, stafet_record_info_field (&stafet_loan_info, key), g_strdup (text));
}

static gboolean
put_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Deciding *self = data;

  (void) plan;
  if (!stafet_record_validate (self->after, error))
    return FALSE;
  stafet_changeset_update (changeset, self->before, g_object_ref (self->after));
  return TRUE;
}

/* Writes the loan as it is to be, so that what follows is judged by it. */
static gboolean
put (Deciding *self, GError **error)
{
  g_autoptr (StafetEdit) edit = stafet_edit_new (STAFET_CHANGESET_EDIT, put_func, self, NULL);

  return stafet_plan_try (self->scratch, edit, self->changeset, NULL, error);
}

static gboolean
follow (Deciding *self, StafetEdit *edit, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (self->scratch, owned, self->changeset, NULL, error);
}

static gboolean
edit_activity (Deciding *self, const char *pair, GError **error)
{
  const char *const pairs[] = { pair, NULL };

  return follow (self,
                 self->a->anyway
                   ? stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, self->activity->parent.uid, pairs)
                   : stafet_use_edit (STAFET_KIND_ACTIVITY, self->activity->parent.uid, pairs),
                 error);
}

/* @label: "%s" is the borrower. */
static void
finish (Deciding *self, const char *label)
{
  const char *borrower = stafet_loan_borrower (stafet_plan_get_snapshot (self->plan), self->before);
  g_autofree char *text = NULL;
  const char *at = strstr (label, "%s");

  text = g_strdup_printf ("%.*s%s%s", (int) (at - label), label, borrower, at + 2);
  stafet_changeset_set_label (self->changeset, "%s", text);
  stafet_plan_take_warnings (self->plan, self->scratch);
}

/* ——— Approved or refused ——— */

static gboolean
decide (Deciding *self, StafetLoanState state, GError **error)
{
  if (self->a->who == NULL || *self->a->who == '\0')
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                           _ ("Who decides? Write name and role, for example: Hanne Holm, centre manager."));
      return FALSE;
    }
  self->after->state = (gint32) state;
  self->after->decided_on = self->today;
  self->after->reason = STAFET_ENUM_NONE;
  set_text (self, "decided_by", self->a->who);
  set_text (self, "answer", self->a->text);
  return TRUE;
}

/* More people than there are seats is the coordinator's business, once she knows. */
static void
warn_of_capacity (Deciding *self)
{
  const StafetRoom *room =
    stafet_snapshot_get (stafet_plan_get_snapshot (self->plan), STAFET_KIND_ROOM, self->activity->room);
  gint32 seats = room != NULL ? stafet_room_capacity (room, self->activity->layout) : STAFET_INTEGER_NONE;

  if (seats != STAFET_INTEGER_NONE && self->before->people > seats)
    stafet_plan_warn (self->plan, _ ("%s has room for %d, and %d are to come."), room->name, seats,
                      self->before->people);
}

static gboolean
approve_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_auto (Deciding) self = { NULL };

  if (!begin (&self, plan, data, changeset, error))
    return FALSE;
  if (self.before->state == STAFET_LOAN_APPROVED)
    return refuse (error, _ ("The loan is approved already."));
  if (self.before->purpose == STAFET_ENUM_NONE)
    return refuse (error, _ ("What is the room for? Say what kind of purpose it is, then approve."));
  if (!decide (&self, STAFET_LOAN_APPROVED, error) || !put (&self, error)
      || !edit_activity (&self, "draft=no", error))
    return FALSE;
  warn_of_capacity (&self);
  finish (&self, _ ("Approved the loan to %s"));
  return TRUE;
}

StafetEdit *
stafet_use_approve_loan (const char *loan, const char *who, const char *text, gboolean anyway)
{
  Arguments *a = arguments_new (loan);

  a->who = g_strdup (who);
  a->text = g_strdup (text);
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, approve_func, a, arguments_free);
}

static gboolean
refuse_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_auto (Deciding) self = { NULL };

  if (!begin (&self, plan, data, changeset, error))
    return FALSE;
  if (self.before->state == STAFET_LOAN_APPROVED)
    return refuse (error,
                   _ ("The loan is approved: an agreement is not refused. Cancel its dates, or withdraw "
                      "it together with the borrower."));
  if (!decide (&self, STAFET_LOAN_REFUSED, error))
    return FALSE;
  self.after->reason = (gint32) self.a->reason;
  if (!put (&self, error))
    return FALSE;
  finish (&self, _ ("Refused the loan to %s"));
  return TRUE;
}

StafetEdit *
stafet_use_refuse_loan (const char *loan, StafetRefusal reason, const char *who, const char *text)
{
  Arguments *a = arguments_new (loan);

  a->reason = reason;
  a->who = g_strdup (who);
  a->text = g_strdup (text);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, refuse_func, a, arguments_free);
}

/* ——— Withdrawn ——— */

static void
drop_proposal (StafetLoan *loan)
{
  loan->move_date = loan->move_asked = STAFET_DATE_NONE;
  loan->move_start = loan->move_end = STAFET_WALL_NONE;
  loan->move_room = NULL;
}

/* What is over stays as it was. */
static gboolean
free_the_room (Deciding *self, GError **error)
{
  char buffer[STAFET_DATE_SIZE];
  g_autofree char *until = g_strconcat ("until=", stafet_date_write (self->today - 1, buffer), NULL);

  if (self->activity->draft)
    return TRUE;
  if (self->activity->timing.first_date >= self->today)
    return edit_activity (self, "draft=yes", error);
  if (!self->activity->timing.recurs)
    return refuse (error, _ ("The loan is over."));
  return edit_activity (self, until, error);
}

static gboolean
withdraw_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_auto (Deciding) self = { NULL };

  if (!begin (&self, plan, data, changeset, error))
    return FALSE;
  if (self.before->state != STAFET_LOAN_ASKED && self.before->state != STAFET_LOAN_APPROVED)
    return refuse (error, _ ("The loan is neither asked for nor approved: there is nothing to withdraw."));
  if (!free_the_room (&self, error))
    return FALSE;
  self.after->state = STAFET_LOAN_WITHDRAWN;
  drop_proposal (self.after);
  if (!put (&self, error))
    return FALSE;
  finish (&self, _ ("%s no longer borrows the room"));
  return TRUE;
}

StafetEdit *
stafet_use_withdraw_loan (const char *loan)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, withdraw_func, arguments_new (loan), arguments_free);
}

/* ——— Moved, when the borrower says yes ——— */

/* The wanted time as the date's own, on the scratch plan. */
static StafetEdit *
move_edit (const StafetLoan *loan, gboolean anyway)
{
  char buffer[STAFET_WALL_SIZE];
  g_autofree char *start = g_strconcat ("start=", stafet_wall_write (loan->move_start, buffer), NULL);
  g_autofree char *end = g_strconcat ("end=", stafet_wall_write (loan->move_end, buffer), NULL);
  g_autofree char *room = g_strconcat ("room=", loan->move_room != NULL ? loan->move_room : "", NULL);
  const char *const pairs[] = { start, end, room, NULL };

  return stafet_use_edit_on (loan->activity, loan->move_date, pairs, anyway);
}

static gboolean
check_notice (Deciding *self, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (self->plan);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, self->activity->house);
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (
    (StafetSnapshot *) snapshot, STAFET_KIND_ACTIVITY, self->activity->parent.uid, self->a->date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  int notice = house != NULL ? stafet_house_loan_notice (house) : 0;
  int left = entry != NULL ? stafet_wall_date (entry->start) - self->today : 0;

  if (left >= notice)
    return TRUE;
  return refuse (error,
                 ngettext_ ("There is %d day to go, and the house gives %d days' notice: the loan stands.",
                            "There are %d days to go, and the house gives %d days' notice: the loan stands.",
                            (gulong) MAX (left, 0)),
                 MAX (left, 0), notice);
}

/* Whether it could be moved there at all. */
static gboolean
try_move (Deciding *self, GError **error)
{
  g_autoptr (StafetPlan) trial = stafet_plan_new_scratch (self->scratch);
  g_autoptr (StafetChangeset) unused = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (StafetEdit) edit = move_edit (self->after, FALSE);

  return stafet_plan_try (trial, edit, unused, NULL, error);
}

static gboolean
propose_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_auto (Deciding) self = { NULL };
  const StafetRecord *room = NULL;

  if (!begin (&self, plan, data, changeset, error))
    return FALSE;
  if (self.before->state != STAFET_LOAN_APPROVED)
    return refuse (error, _ ("The loan is not approved: change when and where it is asked for instead."));
  if (!stafet_use_check_date (stafet_plan_get_snapshot (plan), (StafetRecord *) self.activity, self.a->date,
                              error)
      || !check_notice (&self, error))
    return FALSE;
  if (self.a->room != NULL && *self.a->room != '\0'
      && (room =
            stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_ROOM, self.a->room, error))
           == NULL)
    return FALSE;
  self.after->move_date = self.a->date;
  self.after->move_start = self.a->start;
  self.after->move_end = self.a->end;
  self.after->move_room = room != NULL ? room->uid : self.activity->room;
  self.after->move_asked = self.today;
  if (!put (&self, error) || !try_move (&self, error))
    return FALSE;
  finish (&self, _ ("Proposed to %s to move"));
  return TRUE;
}

StafetEdit *
stafet_use_propose_move (const char *loan, StafetDate date, StafetWall start, StafetWall end,
                         const char *room)
{
  Arguments *a = arguments_new (loan);

  a->date = date;
  a->start = start;
  a->end = end;
  a->room = g_strdup (room);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, propose_func, a, arguments_free);
}

static gboolean
answer_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_auto (Deciding) self = { NULL };

  if (!begin (&self, plan, data, changeset, error))
    return FALSE;
  if (self.before->move_date == STAFET_DATE_NONE)
    return refuse (error, _ ("Nothing is proposed to %s."),
                   stafet_loan_borrower (stafet_plan_get_snapshot (plan), self.before));
  if (self.a->yes && !follow (&self, move_edit (self.before, self.a->anyway), error))
    return FALSE;
  drop_proposal (self.after);
  if (!put (&self, error))
    return FALSE;
  finish (&self, self.a->yes ? _ ("%s moved, as proposed") : _ ("%s said no to moving"));
  return TRUE;
}

StafetEdit *
stafet_use_answer_move (const char *loan, gboolean yes, gboolean anyway)
{
  Arguments *a = arguments_new (loan);

  a->yes = yes;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, answer_func, a, arguments_free);
}
