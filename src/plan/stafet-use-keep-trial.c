/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was tried becomes one change of the plan.
 */
#include "stafet-use-check-rows.h"

typedef struct
{
  StafetChangeset *sum; /* of the trial */
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  stafet_changeset_unref (a->sum);
  g_free (a);
}

static gboolean
refuse_changed (const StafetSnapshot *snapshot, const StafetChange *change, GError **error)
{
  StafetRecord *record = change->before != NULL ? change->before : change->after;

  g_set_error (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
    _ ("What was tried cannot be saved: “%s” was changed meanwhile. Nothing is lost: see what it is now, "
       "and try again."),
    stafet_use_label (snapshot, record));
  return FALSE;
}

/* As the plan has it now; what is booked since is no change of the record. */
static gboolean
add (StafetPlan *plan, const StafetChange *change, StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *now = stafet_snapshot_get (snapshot, change->kind, change->uid), *after = NULL;

  if ((now == NULL) != (change->before == NULL) || (now != NULL && now->version != change->before->version))
    return refuse_changed (snapshot, change, error);
  if (change->after != NULL)
    {
      after = stafet_record_copy (change->after);
      after->version = now != NULL ? now->version : 0;
      after->booking_version = now != NULL ? now->booking_version : 0;
    }
  if (now == NULL)
    stafet_changeset_insert (changeset, after);
  else if (after == NULL)
    stafet_changeset_delete (changeset, now);
  else
    stafet_changeset_update (changeset, now, after);
  return TRUE;
}

static gboolean
keep_trial_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;

  for (guint i = 0; i < stafet_changeset_length (a->sum); i++)
    if (!add (plan, stafet_changeset_get (a->sum, i), changeset, error))
      return FALSE;
  stafet_changeset_set_label (changeset, "%s", a->sum->label);
  return stafet_use_check_rows (plan, _ ("What was tried cannot be saved"), changeset,
                                STAFET_USE_ROWS_ACCEPTED | (a->anyway ? STAFET_USE_ROWS_ANYWAY : 0), error);
}

/* "Karen stops and 2 more" */
static void
name_sum (const StafetTrial *trial, StafetChangeset *sum)
{
  guint more = stafet_trial_length (trial) - 1;

  if (more == 0)
    stafet_changeset_set_label (sum, "%s", stafet_trial_get_label (trial, 0));
  else
    stafet_changeset_set_label (
      sum, ngettext_ ("%s, and %u more that was tried", "%s, and %u more that were tried", more),
      stafet_trial_get_label (trial, 0), more);
}

StafetEdit *
stafet_use_keep_trial (StafetPlan *trial, gboolean anyway)
{
  const StafetTrial *tried = stafet_plan_get_trial (trial);
  Arguments *a = g_new0 (Arguments, 1);

  a->sum = stafet_trial_sum (tried);
  a->anyway = anyway;
  if (stafet_trial_length (tried) > 0)
    name_sum (tried, a->sum);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, keep_trial_func, a, arguments_free);
}
