/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves what is keyed by original dates along with its series.
 */
#include "stafet-use-series.h"

#include "schedule/stafet-expand.h"

StafetDate *
stafet_use_row_date (StafetRecord *row)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (row);

  return &STAFET_FIELD_AT (StafetDate, row, &info->fields[info->order_field]);
}

static void
take_rows (const StafetSnapshot *snapshot, StafetIndex index, StafetUid uid, StafetDate from, GPtrArray *rows)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, index, uid);

  for (guint i = all->len > 0 ? stafet_snapshot_first_on (all, from) : 0; i < all->len; i++)
    g_ptr_array_add (rows, g_ptr_array_index (all, i));
}

static void
take_shift_rows (const StafetSnapshot *snapshot, StafetUid shift, StafetDate from, GPtrArray *rows)
{
  take_rows (snapshot, STAFET_INDEX_EXCEPTION_BY_SHIFT, shift, from, rows);
  take_rows (snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, shift, from, rows);
  take_rows (snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, shift, from, rows);
  take_rows (snapshot, STAFET_INDEX_CALL_BY_SHIFT, shift, from, rows);
  take_rows (snapshot, STAFET_INDEX_TOLD_BY_SHIFT, shift, from, rows);
}

GPtrArray *
stafet_use_dated_rows (const StafetSnapshot *snapshot, StafetRecord *series, StafetDate from)
{
  GPtrArray *rows = g_ptr_array_new ();
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series->uid);

  take_rows (snapshot, STAFET_INDEX_EXCEPTION_BY_ACTIVITY, series->uid, from, rows);
  take_rows (snapshot, STAFET_INDEX_SIGNUP_BY_ACTIVITY, series->uid, from, rows);
  take_rows (snapshot, STAFET_INDEX_TALLY_BY_ACTIVITY, series->uid, from, rows);
  take_rows (snapshot, STAFET_INDEX_TOLD_BY_ACTIVITY, series->uid, from, rows);
  take_shift_rows (snapshot, series->uid, from, rows);
  for (guint i = 0; i < shifts->len; i++)
    take_shift_rows (snapshot, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid, from, rows);
  return rows;
}

/* ——— A start that moves ——— */

static int
days_into_week (const StafetRule *rule, StafetDate date)
{
  return ((int) stafet_date_weekday (date) - rule->week_start + 7) % 7;
}

/* A weekly rule's dates move within their week, and on to the next one in step when the start went to a week
 * between. */
static int
weekly_days (const StafetRule *rule, StafetDate from, StafetDate to)
{
  int within = days_into_week (rule, to) - days_into_week (rule, from);
  int weeks = (to - from - within) / 7 % rule->interval;

  return within + 7 * (weeks < 0 ? weeks + rule->interval : weeks);
}

int
stafet_use_follow_start (StafetRecord *before, StafetRecord *after, const char *const *pairs)
{
  const StafetTiming *old = stafet_use_timing (before), *new = stafet_use_timing (after);
  StafetRule rule = old != NULL ? old->parsed : (StafetRule){ 0 };
  StafetDate to;
  int days;

  if (old == NULL || new == NULL || new->start == STAFET_WALL_NONE || stafet_use_names_key (pairs, "rule"))
    return 0;
  to = stafet_wall_date (new->start);
  if (!old->recurs)
    return to - old->first_date;
  if (rule.frequency != STAFET_FREQUENCY_WEEKLY || rule.n_by_day > 1
      || (rule.n_by_day == 1 && rule.by_day[0].weekday != (int) stafet_date_weekday (old->first_date)))
    return 0;
  days = weekly_days (&rule, old->first_date, to);
  if (days != 0 && rule.n_by_day == 1)
    {
      rule.by_day[0].weekday = (gint8) stafet_date_weekday (to);
      stafet_record_take_text (after, stafet_record_info_field (STAFET_RECORD_INFO (after), "rule"),
                               stafet_rule_write (&rule));
    }
  return days;
}

void
stafet_use_forget_until (StafetRecord *series, const char *const *pairs)
{
  StafetTiming *timing = stafet_use_timing (series);
  g_autofree char *rule = timing != NULL ? g_ascii_strup (timing->rule, -1) : NULL;

  if (rule == NULL || !stafet_use_names_key (pairs, "rule") || stafet_use_names_key (pairs, "until"))
    return;
  if (*rule == '\0' || g_strstr_len (rule, -1, "COUNT=") != NULL || g_strstr_len (rule, -1, "UNTIL=") != NULL)
    timing->until = STAFET_DATE_NONE;
}

static void
rekey_standings (const StafetSnapshot *snapshot, StafetUid shift, int days, StafetChangeset *changeset)
{
  const GPtrArray *standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    {
      StafetStanding *standing = g_ptr_array_index (standings, i), *after;

      if (standing->from == STAFET_DATE_NONE && standing->to == STAFET_DATE_NONE)
        continue;
      after = stafet_record_copy (standing);
      after->from += standing->from != STAFET_DATE_NONE ? days : 0;
      after->to += standing->to != STAFET_DATE_NONE ? days : 0;
      stafet_changeset_update (changeset, standing, after);
    }
}

void
stafet_use_rekey (const StafetSnapshot *snapshot, StafetRecord *series, int days, StafetChangeset *changeset)
{
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series->uid);
  g_autoptr (GPtrArray) rows = days != 0 ? stafet_use_dated_rows (snapshot, series, STAFET_DATE_NONE) : NULL;

  if (rows == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      StafetRecord *row = g_ptr_array_index (rows, i);
      StafetRecord *after = stafet_record_copy (row);

      *stafet_use_row_date (after) += days;
      stafet_changeset_update (changeset, row, after);
    }
  rekey_standings (snapshot, series->uid, days, changeset);
  for (guint i = 0; i < shifts->len; i++)
    rekey_standings (snapshot, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid, days, changeset);
}

/* What of a date somebody was told: a promise or a question, a sign-up, or a time and place of its own. */
static gboolean
was_told (StafetRecord *row)
{
  if (STAFET_RECORD_KIND (row) == STAFET_KIND_ASSIGNMENT)
    return ((StafetAssignment *) row)->state != STAFET_ASSIGNMENT_DECLINED;
  if (STAFET_RECORD_KIND (row) == STAFET_KIND_SIGNUP)
    return TRUE;
  return STAFET_RECORD_KIND (row) == STAFET_KIND_EXCEPTION && ((StafetException *) row)->changes[0] != '\0';
}

void
stafet_use_warn_lost (StafetPlan *plan, StafetRecord *before, StafetRecord *after, int days, StafetDate from)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  StafetDate first = from != STAFET_DATE_NONE ? MAX (from, today) : today;
  g_autoptr (GPtrArray) rows = stafet_use_dated_rows (stafet_plan_get_snapshot (plan), before, first);
  guint lost = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      StafetDate date = *stafet_use_row_date (g_ptr_array_index (rows, i));

      if (was_told (g_ptr_array_index (rows, i)) && stafet_expand_holds (stafet_use_timing (before), date)
          && !stafet_expand_holds (stafet_use_timing (after), date + days))
        lost++;
    }
  if (lost > 0)
    stafet_plan_warn (
      plan,
      ngettext_ (
        "%u date with a promise, a question, a sign-up or a time of its own is one that “%s” no longer has. "
        "Tell whoever counts on it.",
        "%u dates with a promise, a question, a sign-up or a time of their own are ones that “%s” no longer "
        "has. "
        "Tell whoever counts on them.",
        lost),
      lost, stafet_record_get_label (after));
}
