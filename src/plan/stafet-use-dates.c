/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a series: changed, cancelled, or held after all.
 */
#include "core/stafet-error.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-clash.h"
#include "stafet-use-exception.h"
#include "stafet-use-loan.h"
#include "stafet-use-signup.h"

#include <string.h>

/* More dates than this are a series that ends, not a cancellation. */
#define MOST_CANCELLED 400

typedef struct
{
  char *series, *reason;
  char **pairs;
  StafetDate from, to;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->series);
  g_free (a->reason);
  g_strfreev (a->pairs);
  g_free (a);
}

static Arguments *
arguments_new (const char *series, StafetDate from, StafetDate to)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->series = g_strdup (series);
  a->from = from;
  a->to = to;
  return a;
}

/* The overlaps that @changeset brings on one date of @record. */
static gboolean
check_date_clash (StafetPlan *plan, const StafetChangeset *changeset, StafetRecord *record, StafetDate first,
                  StafetDate last, gboolean anyway, gboolean *accepted, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  g_ptr_array_add (changed, (gpointer) record->uid);
  return stafet_use_check_clash (plan, changeset, changed, first, last, anyway, accepted, error);
}

/* ——— Changed ——— */

static void
clear_text (StafetRecord *record, const char *name)
{
  stafet_record_take_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), name), NULL);
}

/* The record as a one-off on @date, before anything of that date's own. (transfer full) */
static StafetRecord *
as_one_off (StafetRecord *record, StafetDate date)
{
  StafetRecord *copy = stafet_record_copy (record);
  StafetTiming *timing = stafet_use_timing (copy);
  StafetSeries series;

  if (timing == NULL)
    return copy;
  stafet_series_init (&series, record);
  stafet_series_span (&series, date, &timing->start, &timing->end);
  clear_text (copy, "rule");
  clear_text (copy, "season");
  clear_text (copy, "skip_weeks");
  timing->parity = STAFET_PARITY_NONE;
  timing->until = STAFET_DATE_NONE;
  stafet_record_derive (copy);
  return copy;
}

static gboolean
refuse_series_keys (const StafetRecordInfo *info, const char *const *pairs, GError **error)
{
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if ((field->flags & STAFET_FIELD_SERIES_ONLY) != 0 && stafet_use_names_key (pairs, field->name))
      {
        g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY,
                     _ ("%s (%s) describes the whole series: no single date can differ. Change it for all "
                        "dates, or for that date and those after it."),
                     _ (field->title), field->name);
        return FALSE;
      }
  return TRUE;
}

/* Order, gap and the shift's own span on that date. */
static gboolean
check_on_date (StafetPlan *plan, StafetRecord *record, StafetDate date, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *series = stafet_use_series (snapshot, record);
  StafetTiming *timing = stafet_use_timing (record);
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry;

  if (!stafet_record_validate (record, error))
    return FALSE;
  if (timing != NULL && STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT)
    return stafet_use_check_gap (plan, timing->start, error);
  agenda = stafet_agenda_new_occurrence (snapshot, STAFET_RECORD_KIND (series), series->uid, date);
  entry = g_ptr_array_index (agenda->entries, 0);
  if (timing == NULL)
    return stafet_use_check_offsets ((StafetShift *) record, entry->start, entry->end, error);
  for (guint i = 0; i < entry->n_shifts; i++)
    if (!stafet_use_check_offsets (entry->shifts[i].shift, timing->start, timing->end, error))
      return FALSE;
  return stafet_use_check_gap (plan, timing->start, error);
}

static void
set_changes (StafetException *exception, StafetRecord *after, StafetRecord *base)
{
  g_autoptr (GVariant) image = stafet_record_image (after, base);

  stafet_record_take_text (exception, stafet_record_info_field (STAFET_RECORD_INFO (exception), "changes"),
                           g_variant_n_children (image) > 0 ? stafet_image_write (image) : NULL);
}

/* The record as it is on the date now: @base with the changes that the date has. (transfer full) */
static StafetRecord *
with_changes (StafetRecord *base, const StafetException *exception, GError **error)
{
  g_autoptr (GVariant) image = stafet_image_read (exception->changes, error);
  g_autoptr (StafetRecord) record = stafet_record_copy (base);

  if (image == NULL || !stafet_record_apply_image (record, image, error))
    return NULL;
  return g_steal_pointer (&record);
}

gboolean
stafet_use_check_own_date (StafetPlan *plan, const StafetException *exception, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = exception->activity != NULL
                           ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, exception->activity)
                           : stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, exception->shift);
  g_autoptr (StafetRecord) base = NULL, after = NULL;

  /* What is kept of a date that the series no longer has does no harm. */
  if (record == NULL
      || !stafet_expand_holds (stafet_use_timing (stafet_use_series (snapshot, record)), exception->date))
    return TRUE;
  base = as_one_off (record, exception->date);
  after = with_changes (base, exception, error);
  return after != NULL && check_on_date (plan, after, exception->date, error);
}

/* Tries the date as @after has it; marks it when an overlap was accepted. */
static gboolean
accept_changes (StafetPlan *plan, StafetRecord *record, StafetException *exception, StafetRecord *base,
                StafetRecord *after, gboolean anyway, GError **error)
{
  g_autoptr (StafetChangeset) scratch = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  StafetTiming *timing = stafet_use_timing (after);
  StafetDate start = timing != NULL ? stafet_wall_date (timing->start) : exception->date;
  gboolean accepted, earlier = stafet_use_get_anyway (after);
  StafetException *before, *trial;

  stafet_use_set_anyway (after, FALSE);
  trial = stafet_use_exception (stafet_plan_get_snapshot (plan), record, exception->date, &before);
  set_changes (trial, after, base);
  stafet_use_put_exception (scratch, before, trial);
  if (!check_date_clash (plan, scratch, record, MIN (start, exception->date) - 1,
                         MAX (start, exception->date) + 15, anyway, &accepted, error))
    return FALSE;
  stafet_use_set_anyway (after, accepted || earlier);
  set_changes (exception, after, base);
  return TRUE;
}

/* Held against the date as it is now. */
static gboolean
check_loan_date (const StafetSnapshot *snapshot, StafetRecord *base, const StafetException *exception,
                 StafetRecord *after, StafetDate date, GError **error)
{
  g_autoptr (StafetRecord) now = with_changes (base, exception, error);

  return now != NULL && stafet_use_check_loan (snapshot, now, after, date, error);
}

static gboolean
edit_on_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  const char *const *pairs = (const char *const *) a->pairs;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find_series (snapshot, a->series, error);
  g_autoptr (StafetRecord) base = NULL, after = NULL, exception = NULL;
  g_autofree char *day = stafet_use_day (a->from);
  StafetException *before;

  if (record == NULL || !stafet_use_check_date (snapshot, record, a->from, error)
      || !refuse_series_keys (STAFET_RECORD_INFO (record), pairs, error))
    return FALSE;
  base = as_one_off (record, a->from);
  exception = (StafetRecord *) stafet_use_exception (snapshot, record, a->from, &before);
  after = with_changes (base, (StafetException *) exception, error);
  if (after == NULL || !stafet_use_set_pairs (snapshot, after, pairs, error)
      || !check_on_date (plan, after, a->from, error)
      || !check_loan_date (snapshot, base, (StafetException *) exception, after, a->from, error))
    return FALSE;
  set_changes ((StafetException *) exception, after, base);
  if (before == NULL || strcmp (before->changes, ((StafetException *) exception)->changes) != 0)
    {
      if (!accept_changes (plan, record, (StafetException *) exception, base, after, a->anyway, error))
        return FALSE;
      stafet_use_book_series (plan, record, changeset);
      stafet_use_book_series (plan, after, changeset);
    }
  stafet_changeset_set_label (changeset, _ ("Changed %s on %s"), stafet_record_get_label (record), day);
  stafet_use_put_exception (changeset, before, (StafetException *) g_steal_pointer (&exception));
  stafet_use_move_up (plan, changeset);
  return TRUE;
}

StafetEdit *
stafet_use_edit_on (const char *series, StafetDate date, const char *const *pairs, gboolean anyway)
{
  Arguments *a = arguments_new (series, date, STAFET_DATE_NONE);

  a->pairs = g_strdupv ((char **) pairs);
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, edit_on_func, a, arguments_free);
}

/* ——— Cancelled ——— */

/* A shift is not cancelled without its activity: nobody is wanted on it instead. */
static gboolean
check_cancellable (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  StafetRecord *series = stafet_use_series (snapshot, record);

  if (series == record)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” follows “%s”. Cancel that, or let nobody be wanted on the shift that "
                  "date."),
               stafet_record_get_label (record), stafet_record_get_label (series));
  return FALSE;
}

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetRecord *record;
  const char *reason; /* cleaned */
  StafetChangeset *changeset;
  guint n, signups;
} Cancel;

static guint
count_signups (const StafetSnapshot *snapshot, StafetUid activity, StafetDate date)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_SIGNUP_BY_ACTIVITY, activity);
  guint first = all->len > 0 ? stafet_snapshot_first_on (all, date) : 0;
  guint next = all->len > 0 ? stafet_snapshot_first_on (all, date + 1) : 0;

  return next - first;
}

static gboolean
cancel_cb (StafetDate date, gpointer data)
{
  Cancel *cancel = data;
  StafetException *before;
  StafetException *after = stafet_use_exception (cancel->snapshot, cancel->record, date, &before);

  after->status = STAFET_EXCEPTION_CANCELLED;
  stafet_use_set_reason (after, cancel->reason);
  stafet_use_put_exception (cancel->changeset, before, after);
  cancel->signups += count_signups (cancel->snapshot, cancel->record->uid, date);
  return ++cancel->n < MOST_CANCELLED;
}

static gboolean
check_reason (const char *text, char **reason, GError **error)
{
  g_autoptr (StafetRecord) scratch = stafet_record_new (STAFET_KIND_EXCEPTION, NULL);

  if (!stafet_record_set_text (scratch, stafet_record_info_field (STAFET_RECORD_INFO (scratch), "reason"),
                               text, error))
    return FALSE;
  *reason = g_strdup (((StafetException *) scratch)->reason);
  if (**reason != '\0')
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                       _ ("Say why it is cancelled: those who meet a closed door read the reason."));
  return FALSE;
}

static gboolean
check_period (const StafetSnapshot *snapshot, StafetRecord *record, StafetDate from, StafetDate to,
              GError **error)
{
  StafetDate next = stafet_expand_next (stafet_use_timing (record), from);
  g_autofree char *first = stafet_use_day (from), *last = stafet_use_day (to);

  if (to < from)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                           _ ("The last date is before the first. Mend one of the two."));
      return FALSE;
    }
  if (from == to)
    return stafet_use_check_date (snapshot, record, from, error);
  if (next != STAFET_DATE_NONE && next <= to)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” has no date from %s to %s. Look at its dates."), stafet_record_get_label (record),
               first, last);
  return FALSE;
}

static gboolean
cancel_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find_series (snapshot, a->series, error);
  StafetDate to = a->to != STAFET_DATE_NONE ? a->to : a->from;
  g_autofree char *reason = NULL, *day = stafet_use_day (a->from), *last = stafet_use_day (to);
  Cancel cancel = { snapshot, record, NULL, changeset, 0, 0 };

  if (record == NULL || !check_cancellable (snapshot, record, error)
      || !check_reason (a->reason, &reason, error) || !check_period (snapshot, record, a->from, to, error))
    return FALSE;
  cancel.reason = reason;
  stafet_expand_timing (stafet_use_timing (record), a->from, to, cancel_cb, &cancel);
  if (cancel.n >= MOST_CANCELLED)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("That is %d dates or more. Give the series a last date instead."), MOST_CANCELLED);
      return FALSE;
    }
  if (stafet_changeset_length (changeset) > 0)
    stafet_use_book_series (plan, record, changeset);
  if (cancel.signups > 0)
    stafet_plan_warn (plan,
                      ngettext_ ("%u sign-up is for what is cancelled. Call her.",
                                 "%u sign-ups are for what is cancelled. Call them.", cancel.signups),
                      cancel.signups);
  if (a->from == to)
    stafet_changeset_set_label (changeset, _ ("Cancelled %s on %s"), stafet_record_get_label (record), day);
  else
    stafet_changeset_set_label (changeset, _ ("Cancelled %s from %s to %s"), stafet_record_get_label (record),
                                day, last);
  return TRUE;
}

const char *
stafet_use_left_out_reason (void)
{
  return _ ("Not this time");
}

StafetEdit *
stafet_use_cancel (const char *series, StafetDate from, StafetDate to, const char *reason)
{
  Arguments *a = arguments_new (series, from, to);

  a->reason = g_strdup (reason);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, cancel_func, a, arguments_free);
}

/* ——— Held after all ——— */

/* A date that somebody has to decide over: cancelled, or up for review. @start (nullable): its own. */
static gboolean
is_in_doubt (StafetSnapshot *snapshot, StafetRecord *record, StafetDate date, StafetWall *start)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_RECORD_KIND (record), record->uid, date);
  const StafetEntry *entry = g_ptr_array_index (agenda->entries, 0);

  if (start != NULL)
    *start = entry->start;
  return entry->status == STAFET_STATUS_CANCELLED || entry->review != NULL;
}

/* Without a cancellation of its own the date may still be cancelled, or asked about, because of a closure or
 * a holiday. */
static gboolean
is_in_doubt_without (StafetSnapshot *snapshot, StafetRecord *record, const StafetException *exception)
{
  g_autoptr (StafetSnapshot) scratch = stafet_snapshot_copy (snapshot);

  stafet_snapshot_put (scratch, (gpointer) exception);
  return is_in_doubt (scratch, record, exception->date, NULL);
}

static gboolean
restore_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find_series (snapshot, a->series, error);
  g_autofree char *day = stafet_use_day (a->from);
  StafetException *before, *after;
  StafetWall start;
  gboolean accepted;

  if (record == NULL || !check_cancellable (snapshot, record, error)
      || !stafet_use_check_date (snapshot, record, a->from, error))
    return FALSE;
  if (!is_in_doubt (snapshot, record, a->from, &start))
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("“%s” is not cancelled on %s: there is nothing to take back."),
                   stafet_record_get_label (record), day);
      return FALSE;
    }
  after = stafet_use_exception (snapshot, record, a->from, &before);
  after->status = STAFET_EXCEPTION_CHANGED;
  stafet_use_set_reason (after, NULL);
  if (is_in_doubt_without (snapshot, record, after))
    after->status = STAFET_EXCEPTION_KEPT;
  stafet_use_put_exception (changeset, before, after);
  stafet_use_book_series (plan, record, changeset);
  stafet_changeset_set_label (changeset, _ ("%s is held on %s after all"), stafet_record_get_label (record),
                              day);
  stafet_use_move_up (plan, changeset);
  return check_date_clash (plan, changeset, record, MIN (stafet_wall_date (start), a->from) - 1,
                           MAX (stafet_wall_date (start), a->from) + 15, a->anyway, &accepted, error);
}

StafetEdit *
stafet_use_restore_date (const char *series, StafetDate date)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, restore_func, arguments_new (series, date, STAFET_DATE_NONE),
                          arguments_free);
}

StafetEdit *
stafet_use_restore_date_anyway (const char *series, StafetDate date)
{
  Arguments *a = arguments_new (series, date, STAFET_DATE_NONE);

  a->anyway = TRUE;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, restore_func, a, arguments_free);
}
