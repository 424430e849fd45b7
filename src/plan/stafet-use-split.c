/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date and those after it: the series ends on the day before, and a new one takes over.
 */
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "stafet-use-loan.h"
#include "stafet-use-place.h"
#include "stafet-use-series.h"
#include "stafet-use-signup.h"

typedef struct
{
  char *series;
  char **pairs;
  StafetDate date;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->series);
  g_strfreev (a->pairs);
  g_free (a);
}

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetRecord *old;    /* the series: an activity or a free-standing shift */
  StafetRecord *target; /* what the pairs are about: the series, or a shift of the activity */
  StafetDate date;      /* the first one of the new series, as the old one counts */
  const char *const *pairs;
  StafetChangeset *changeset;
  StafetRecord *made; /* the new series: borrowed from the changeset */
  GHashTable *shifts; /* uids of old shifts → uids of the new ones */
  GPtrArray *changed; /* uids of both series */
  int days;           /* by which original dates move */
} Split;

/* A new record with the fields of @from that remembers where it came from. (transfer full) */
static StafetRecord *
branch (StafetRecord *from)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (from);
  const StafetField *origin = stafet_record_info_field (info, "split_from");
  StafetRecord *copy = stafet_record_new (info->kind, NULL);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    stafet_record_copy_value (copy, from, field);
  if (origin != NULL)
    STAFET_FIELD_AT (StafetUid, copy, origin) = from->uid;
  stafet_record_derive (copy);
  return copy;
}

static void
end_old (Split *s)
{
  StafetRecord *ended = stafet_record_copy (s->old);

  stafet_use_timing (ended)->until = s->date - 1;
  stafet_record_derive (ended);
  stafet_changeset_update (s->changeset, s->old, ended);
}

/* @plain goes on as before, under the new uid; the loan knows the old one. */
static gboolean
check_agreed (const Split *s, StafetRecord *plain, StafetRecord *made, GError **error)
{
  plain->uid = s->old->uid;
  return stafet_use_check_loan (s->snapshot, plain, made, STAFET_DATE_NONE, error);
}

static StafetRecord *
begin_new (Split *s, GError **error)
{
  g_autoptr (StafetRecord) made = branch (s->old);
  g_autoptr (StafetRecord) plain = NULL;
  StafetTiming *timing = stafet_use_timing (made);
  StafetSeries series;

  stafet_series_init (&series, s->old);
  stafet_series_span (&series, s->date, &timing->start, &timing->end);
  stafet_record_derive (made);
  plain = stafet_record_copy (made);
  if (s->target == s->old)
    {
      if (!stafet_use_set_pairs (s->snapshot, made, s->pairs, error))
        return NULL;
      stafet_use_forget_until (made, s->pairs);
      s->days = stafet_use_follow_start (plain, made, s->pairs);
    }
  if (!stafet_use_finish (s->plan, made, error) || !check_agreed (s, plain, made, error))
    return NULL;
  return g_steal_pointer (&made);
}

/* ——— What comes along ——— */

/* Back in step with the weeks that a place is held in: the first date from @date on that can be one. */
static StafetDate
first_in_step (const StafetStanding *standing, StafetDate date)
{
  int weeks;

  if (standing->from == STAFET_DATE_NONE || standing->every <= 1)
    return date;
  weeks = (stafet_date_monday (date) - stafet_date_monday (standing->from)) / 7 % standing->every;
  return weeks == 0 ? date : stafet_date_monday (date) + 7 * (standing->every - weeks);
}

static StafetDate
moved (const Split *s, StafetDate date)
{
  return date == STAFET_DATE_NONE ? date : date + s->days;
}

/* Where a place that was held before goes on: from the first date, or from the Monday of its next week. */
static StafetDate
goes_on (const Split *s, StafetDate in_step)
{
  if (in_step == s->date)
    return in_step + s->days;
  return in_step + stafet_date_monday (s->date + s->days) - stafet_date_monday (s->date);
}

static void
carry_standing (const Split *s, StafetStanding *standing, StafetUid shift)
{
  StafetDate from = first_in_step (standing, s->date);
  gboolean begun = standing->from == STAFET_DATE_NONE || standing->from < s->date;
  StafetStanding *ended, *next;

  if (standing->to != STAFET_DATE_NONE && standing->to < s->date)
    return;
  next = begun ? (StafetStanding *) branch (&standing->parent) : stafet_record_copy (standing);
  next->shift = shift;
  next->from = begun ? goes_on (s, from) : moved (s, standing->from);
  next->to = moved (s, standing->to);
  if (!begun)
    {
      stafet_changeset_update (s->changeset, standing, next);
      return;
    }
  ended = stafet_record_copy (standing);
  ended->to = s->date - 1;
  stafet_changeset_update (s->changeset, standing, ended);
  /* Of one that ends, no week may be left: as it was, or as the dates are moved within theirs. */
  if (standing->to == STAFET_DATE_NONE || (from <= standing->to && next->from <= next->to))
    stafet_changeset_insert (s->changeset, next);
  else
    g_object_unref (next);
}

static void
carry_standings (const Split *s, StafetUid old, StafetUid new)
{
  const GPtrArray *standings = stafet_snapshot_index (s->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, old);

  for (guint i = 0; i < standings->len; i++)
    carry_standing (s, g_ptr_array_index (standings, i), new);
}

static StafetUid *
row_owner (StafetRecord *row)
{
  switch (STAFET_RECORD_KIND (row))
    {
    case STAFET_KIND_EXCEPTION:
      return ((StafetException *) row)->activity != NULL ? &((StafetException *) row)->activity
                                                         : &((StafetException *) row)->shift;
    case STAFET_KIND_ASSIGNMENT:
      return &((StafetAssignment *) row)->shift;
    case STAFET_KIND_TOLD:
      return ((StafetTold *) row)->activity != NULL ? &((StafetTold *) row)->activity
                                                    : &((StafetTold *) row)->shift;
    case STAFET_KIND_CALL:
      return &((StafetCall *) row)->shift;
    case STAFET_KIND_SIGNUP:
      return &((StafetSignup *) row)->activity;
    case STAFET_KIND_TALLY:
      return &((StafetTally *) row)->activity;
    default:
      return &((StafetAttendance *) row)->shift;
    }
}

static void
carry_rows (const Split *s)
{
  g_autoptr (GPtrArray) rows = stafet_use_dated_rows (s->snapshot, s->old, s->date);

  for (guint i = 0; i < rows->len; i++)
    {
      StafetRecord *row = g_ptr_array_index (rows, i);
      StafetRecord *after = stafet_record_copy (row);
      StafetUid *owner = row_owner (after);

      *owner = *owner == s->old->uid ? s->made->uid : g_hash_table_lookup (s->shifts, *owner);
      *stafet_use_row_date (after) += s->days;
      stafet_changeset_update (s->changeset, row, after);
    }
}

static void
carry_stops (const Split *s)
{
  const GPtrArray *stops = stafet_snapshot_index (s->snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, s->old->uid);

  for (guint i = 0; i < stops->len; i++)
    {
      StafetStop *stop = (StafetStop *) branch (g_ptr_array_index (stops, i));

      stop->activity = s->made->uid;
      stafet_changeset_insert (s->changeset, stop);
    }
}

/* Both halves are lent to the same. */
static void
carry_loan (const Split *s)
{
  const StafetLoan *loan = stafet_loan_of (s->snapshot, s->old->uid);
  StafetLoan *copy = loan != NULL ? (StafetLoan *) branch ((StafetRecord *) loan) : NULL;

  if (copy == NULL)
    return;
  copy->activity = s->made->uid;
  stafet_changeset_insert (s->changeset, copy);
}

static gboolean
carry_shift (Split *s, StafetShift *old, GError **error)
{
  g_autoptr (StafetRecord) made = branch (&old->parent);
  StafetTiming *timing = stafet_use_timing (s->made);

  ((StafetShift *) made)->activity = s->made->uid;
  if (&old->parent == s->target
      && (!stafet_use_set_pairs (s->snapshot, made, s->pairs, error)
          || !stafet_record_validate (made, error)))
    return FALSE;
  if (!stafet_use_check_offsets ((StafetShift *) made, timing->start, timing->end, error))
    return FALSE;
  g_hash_table_insert (s->shifts, (gpointer) old->parent.uid, (gpointer) made->uid);
  stafet_changeset_insert (s->changeset, g_object_ref (made));
  carry_standings (s, old->parent.uid, made->uid);
  return TRUE;
}

/* ——— The use case ——— */

static gboolean
divide (Split *s, GError **error)
{
  const GPtrArray *shifts = stafet_snapshot_index (s->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, s->old->uid);

  s->made = begin_new (s, error);
  if (s->made == NULL)
    return FALSE;
  stafet_changeset_insert (s->changeset, s->made);
  end_old (s);
  g_ptr_array_add (s->changed, (gpointer) s->made->uid);
  if (STAFET_RECORD_KIND (s->old) == STAFET_KIND_SHIFT)
    carry_standings (s, s->old->uid, s->made->uid);
  for (guint i = 0; i < shifts->len; i++)
    if (!carry_shift (s, g_ptr_array_index (shifts, i), error))
      return FALSE;
  carry_stops (s);
  carry_loan (s);
  carry_rows (s);
  return TRUE;
}

static gboolean
accept_split (Split *s, gboolean anyway, GError **error)
{
  gboolean accepted, earlier = stafet_use_get_anyway (s->made);
  StafetDate from = stafet_use_horizon (s->plan, stafet_use_timing (s->made));

  stafet_use_set_anyway (s->made, FALSE);
  if (!stafet_use_check_clash (s->plan, s->changeset, s->changed, from, from + STAFET_USE_HORIZON_DAYS,
                               anyway, &accepted, error))
    return FALSE;
  stafet_use_set_anyway (s->made, accepted || earlier);
  return TRUE;
}

static gboolean
following_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  const char *const *pairs = (const char *const *) a->pairs;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *target = stafet_reference_find_series (snapshot, a->series, error);
  g_autoptr (GHashTable) shifts = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autofree char *day = stafet_use_day (a->date);
  Split s = { plan, snapshot, NULL, target, a->date, pairs, changeset, NULL, shifts, changed, 0 };
  const StafetTiming *timing;

  if (target == NULL || !stafet_use_check_date (snapshot, target, a->date, error))
    return FALSE;
  s.old = stafet_use_series (snapshot, target);
  timing = stafet_use_timing (s.old);
  stafet_changeset_set_label (changeset, _ ("Changed %s from %s on"), stafet_record_get_label (target), day);
  changeset->created = target->uid;
  if (stafet_expand_next (timing, timing->first_date) == a->date)
    return stafet_use_change_series (plan, target, pairs, a->anyway, changeset, error);
  if (!divide (&s, error))
    return FALSE;
  changeset->created = s.target == s.old ? s.made->uid : g_hash_table_lookup (shifts, target->uid);
  stafet_use_book_series (plan, s.old, changeset);
  stafet_use_book_series (plan, s.made, changeset);
  if (s.target == s.old)
    stafet_use_warn_lost (plan, s.old, s.made, s.days, a->date);
  stafet_use_move_up (plan, changeset);
  stafet_use_warn_unchecked (plan, target, changeset->created, changeset);
  return accept_split (&s, a->anyway, error);
}

StafetEdit *
stafet_use_edit_following (const char *series, StafetDate date, const char *const *pairs, gboolean anyway)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->series = g_strdup (series);
  a->date = date;
  a->pairs = g_strdupv ((char **) pairs);
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, following_func, a, arguments_free);
}
