/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single dates of a series: cancelling them, and taking that back.
 */
#include "schedule/stafet-expand.h"
#include "stafet-use-private.h"

typedef struct
{
  char *series, *reason;
  StafetDate from, to;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->series);
  g_free (arguments->reason);
  g_free (arguments);
}

static Arguments *
arguments_new (const char *series, StafetDate from, StafetDate to, const char *reason)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->series = g_strdup (series);
  arguments->reason = g_strdup (reason);
  arguments->from = from;
  arguments->to = to;
  return arguments;
}

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetRecord *series;
  const char *reason;
  StafetExceptionStatus status;
  StafetChangeset *changeset;
  GError **error;
  gboolean sound;
} Marking;

/* Gives one date its status; what else the date has of its own stays. */
static gboolean
mark_date_cb (StafetDate date, gpointer data)
{
  Marking *marking = data;
  StafetKind kind = STAFET_RECORD_KIND (marking->series);
  StafetException *before = stafet_snapshot_exception (marking->snapshot, marking->series->uid, kind, date);
  StafetException *after =
    before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_EXCEPTION, NULL);

  if (kind == STAFET_KIND_ACTIVITY)
    after->activity = marking->series->uid;
  else
    after->shift = marking->series->uid;
  after->date = date;
  after->status = marking->status;
  /* Through the field's own reader: a reason is typed by people, and may hold what must not be kept. */
  marking->sound = stafet_record_set_text (
    after, stafet_record_info_field (STAFET_RECORD_INFO (after), "reason"), marking->reason, marking->error);
  if (!marking->sound)
    {
      g_object_unref (after);
      return FALSE;
    }
  if (before != NULL)
    stafet_changeset_update (marking->changeset, before, after);
  else
    stafet_changeset_insert (marking->changeset, after);
  return TRUE;
}

/* The series' own timing; a shift of an activity has none. */
static const StafetTiming *
timing_of (StafetRecord *series, GError **error)
{
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY)
    return &((StafetActivity *) series)->timing;
  if (((StafetShift *) series)->activity == NULL)
    return &((StafetShift *) series)->timing;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” belongs to an activity. Cancel the activity's date instead."),
               stafet_record_get_label (series));
  return NULL;
}

static gboolean
no_date (StafetRecord *series, GError **error)
{
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” does not take place then. A date that was moved goes by its original date."),
               stafet_record_get_label (series));
  return FALSE;
}

static gboolean
cancel_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *series = stafet_reference_find_series (snapshot, arguments->series, error);
  const StafetTiming *timing = series != NULL ? timing_of (series, error) : NULL;
  Marking marking = {
    snapshot, series, arguments->reason, STAFET_EXCEPTION_CANCELLED, changeset, error, TRUE
  };

  if (timing == NULL)
    return FALSE;
  stafet_expand_timing (timing, arguments->from, arguments->to, mark_date_cb, &marking);
  if (!marking.sound)
    return FALSE;
  if (stafet_changeset_length (changeset) == 0)
    return no_date (series, error);
  stafet_changeset_set_label (changeset, _ ("%s cancelled: %s"), stafet_record_get_label (series),
                              arguments->reason);
  return TRUE;
}

StafetEdit *
stafet_use_cancel (const char *series, StafetDate from, StafetDate to, const char *reason)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, cancel_func, arguments_new (series, from, to, reason),
                          arguments_free);
}

/* An explicit cancellation is taken back; a date that is off for another reason is kept. */
static gboolean
restore_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *series = stafet_reference_find_series (snapshot, arguments->series, error);
  const StafetTiming *timing = series != NULL ? timing_of (series, error) : NULL;
  Marking marking = { snapshot, series, "", STAFET_EXCEPTION_KEPT, changeset, error, TRUE };
  StafetException *exception;

  if (timing == NULL)
    return FALSE;
  if (!stafet_expand_holds (timing, arguments->from))
    return no_date (series, error);
  exception = stafet_snapshot_exception (snapshot, series->uid, STAFET_RECORD_KIND (series), arguments->from);
  if (exception != NULL && exception->status == STAFET_EXCEPTION_CANCELLED)
    marking.status = STAFET_EXCEPTION_CHANGED;
  if (!mark_date_cb (arguments->from, &marking))
    return FALSE;
  stafet_changeset_set_label (changeset, _ ("%s takes place after all"), stafet_record_get_label (series));
  return TRUE;
}

StafetEdit *
stafet_use_restore_date (const char *series, StafetDate date)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, restore_func, arguments_new (series, date, date, NULL),
                          arguments_free);
}
