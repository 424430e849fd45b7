/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers to a review of holidays and closures, as one change.
 */
#include "schedule/stafet-review.h"
#include "stafet-use-private.h"

typedef struct
{
  char *series, *reason;
  StafetDate date;
  StafetAnswerKind answer;
  StafetWall start, end;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->series);
  g_free (a->reason);
  g_free (a);
}

/* The occurrence as the plan has it now; NULL with an error when there is none. (transfer full) */
static StafetAgenda *
occurrence (StafetPlan *plan, const Arguments *a, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find_series (snapshot, a->series, error);

  if (record == NULL || !stafet_use_check_date (snapshot, record, a->date, error))
    return NULL;
  record = stafet_use_series (snapshot, record);
  return stafet_agenda_new_occurrence (snapshot, STAFET_RECORD_KIND (record), record->uid, a->date);
}

/* Evaluates one edit on @scratch. Takes @edit. */
static gboolean
try_edit (StafetPlan *scratch, StafetEdit *edit, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (scratch, owned, changeset, NULL, error);
}

static StafetEdit *
keep_edit (const Arguments *a)
{
  return a->anyway ? stafet_use_restore_date_anyway (a->series, a->date)
                   : stafet_use_restore_date (a->series, a->date);
}

/* Nothing needs to be said of a date that is held already. */
static gboolean
keep (StafetPlan *scratch, const Arguments *a, const StafetEntry *entry, StafetChangeset *changeset,
      GError **error)
{
  if (entry->status != STAFET_STATUS_CANCELLED && entry->review == NULL)
    return TRUE;
  return try_edit (scratch, keep_edit (a), changeset, error);
}

static gboolean
cancel (StafetPlan *scratch, const Arguments *a, const StafetEntry *entry, StafetChangeset *changeset,
        GError **error)
{
  StafetHurdle hurdle;
  StafetReviewState state;
  const char *reason = a->reason;

  if (reason == NULL && stafet_review_judge (stafet_plan_get_snapshot (scratch), entry, &hurdle, &state))
    reason = stafet_hurdle_name (&hurdle, stafet_i18n_get_language ());
  return try_edit (
    scratch,
    stafet_use_cancel (a->series, a->date, STAFET_DATE_NONE, reason != NULL ? reason : _ ("Cancelled")),
    changeset, error);
}

/* ——— Moved ——— */

static gboolean
refuse_moved (const StafetEntry *entry, const StafetHurdle *hurdle, GError **error)
{
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));

  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” would not be held on %s either (%s). Choose another time."), entry->title, day,
               stafet_hurdle_name (hurdle, stafet_i18n_get_language ()));
  return FALSE;
}

/* What was cancelled by hand, or meets a question where it is now, is held there. */
static gboolean
settle_moved (StafetPlan *scratch, const Arguments *a, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetAgenda) agenda = occurrence (scratch, a, error);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  StafetHurdle hurdle;
  StafetReviewState state;

  if (entry == NULL)
    return FALSE;
  if (stafet_review_judge (stafet_plan_get_snapshot (scratch), entry, &hurdle, &state)
      && (state == STAFET_REVIEW_CLOSED || state == STAFET_REVIEW_POLICY))
    return refuse_moved (entry, &hurdle, error);
  return keep (scratch, a, entry, changeset, error);
}

static gboolean
move (StafetPlan *scratch, const Arguments *a, const StafetEntry *entry, StafetChangeset *changeset,
      GError **error)
{
  StafetWall end = a->end != STAFET_WALL_NONE ? a->end : a->start + (entry->end - entry->start);
  char buffer[STAFET_WALL_SIZE];
  g_autofree char *from = g_strconcat ("start=", stafet_wall_write (a->start, buffer), NULL);
  g_autofree char *to = g_strconcat ("end=", stafet_wall_write (end, buffer), NULL);
  const char *const pairs[] = { from, to, NULL };

  return try_edit (scratch, stafet_use_edit_on (a->series, a->date, pairs, a->anyway), changeset, error)
         && settle_moved (scratch, a, changeset, error);
}

/* ——— The use case ——— */

static gboolean
answer_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (StafetAgenda) agenda = occurrence (scratch, a, error);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  gboolean answered;

  if (entry == NULL)
    return FALSE;
  switch (a->answer)
    {
    case STAFET_ANSWER_KEEP:
      answered = keep (scratch, a, entry, changeset, error);
      break;
    case STAFET_ANSWER_CANCEL:
      answered = cancel (scratch, a, entry, changeset, error);
      break;
    default:
      answered = move (scratch, a, entry, changeset, error);
    }
  if (answered)
    stafet_plan_take_warnings (plan, scratch);
  return answered;
}

static StafetEdit *
answer_edit (const StafetAnswer *answer)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->series = g_strdup (answer->series);
  a->reason = g_strdup (answer->reason);
  a->date = answer->date;
  a->answer = answer->answer;
  a->start = answer->start;
  a->end = answer->end;
  a->anyway = answer->anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, answer_func, a, arguments_free);
}

StafetEdit *
stafet_use_answer_review (const StafetAnswer *answers, guint n)
{
  GPtrArray *edits = g_ptr_array_new ();
  g_autofree char *label = g_strdup_printf (ngettext_ ("Reviewed %u date", "Reviewed %u dates", n), n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, answer_edit (&answers[i]));
  return stafet_use_several (n > 1 ? label : NULL, edits);
}
