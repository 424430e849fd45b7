/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer's terms come to, before they are written.
 */
#include "stafet-use-terms.h"

#include "core/stafet-words.h"
#include "schedule/stafet-load.h"

/* Shifts above a limit are looked for so far ahead. */
#define DAYS_AHEAD 56

static gboolean
says (const GPtrArray *terms, const StafetTerm *term)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    if (g_str_equal (((const StafetTerm *) g_ptr_array_index (terms, i))->text, term->text))
      return TRUE;
  return FALSE;
}

/* Takes from @terms what was said already. */
static void
forget_said (GPtrArray *terms, const GPtrArray *said)
{
  for (guint i = terms->len; i-- > 0;)
    if (says (said, g_ptr_array_index (terms, i)))
      g_ptr_array_remove_index (terms, i);
}

/* (transfer full) of StafetTerm; NULL when she is not in @snapshot. */
static GPtrArray *
terms_in (const StafetSnapshot *snapshot, StafetUid uid, StafetDate today)
{
  const StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, uid);

  return volunteer != NULL ? stafet_terms_find (snapshot, NULL, volunteer, today, stafet_i18n_get_language ())
                           : NULL;
}

/* What is refused stands first. */
static gboolean
accept (const GPtrArray *terms, GError **error)
{
  const StafetTerm *term = terms->len > 0 ? g_ptr_array_index (terms, 0) : NULL;

  if (term == NULL || !term->refused)
    return TRUE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, term->text);
  return FALSE;
}

gboolean
stafet_use_check_terms_between (const StafetSnapshot *before, const StafetSnapshot *after,
                                StafetUid volunteer, StafetDate today, GError **error)
{
  g_autoptr (GPtrArray) said = terms_in (before, volunteer, today);
  g_autoptr (GPtrArray) terms = terms_in (after, volunteer, today);

  if (terms == NULL)
    return TRUE;
  forget_said (terms, said);
  for (guint i = terms->len; i-- > 0;)
    if (g_str_equal (((StafetTerm *) g_ptr_array_index (terms, i))->key, "paused_until"))
      g_ptr_array_remove_index (terms, i);
  return accept (terms, error);
}

static gboolean
has_other_limits (const StafetVolunteer *before, const StafetVolunteer *after)
{
  return before->per_day != after->per_day || before->per_week != after->per_week
         || before->per_month != after->per_month;
}

/* Nothing is taken off: who made the plan says what gives way. */
static void
warn_above (StafetPlan *plan, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  g_autoptr (GArray) above = stafet_load_above (snapshot, volunteer, today, today + DAYS_AHEAD);
  g_autofree char *title = NULL, *day = NULL;
  const StafetTurn *first;

  if (above->len == 0)
    return;
  first = &g_array_index (above, StafetTurn, 0);
  title = stafet_turn_title (snapshot, first);
  day = stafet_use_day (stafet_wall_date (first->start));
  stafet_plan_warn (plan,
                    ngettext_ ("%s: %u coming shift is above the limit and stays: %s on %s",
                               "%s: %u coming shifts are above the limit and stay, first %s on %s",
                               above->len),
                    volunteer->name, above->len, title, day);
}

gboolean
stafet_use_check_terms (StafetPlan *plan, StafetRecord *record, const StafetChangeset *changeset,
                        GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  const StafetVolunteer *volunteer = (const StafetVolunteer *) record;
  const StafetVolunteer *before;
  g_autoptr (GPtrArray) said = NULL, terms = NULL;

  if (STAFET_RECORD_KIND (record) != STAFET_KIND_VOLUNTEER || stafet_changeset_length (changeset) == 0)
    return TRUE;
  said = terms_in (snapshot, record->uid, today);
  terms = stafet_terms_find (snapshot, changeset, volunteer, today, stafet_i18n_get_language ());
  forget_said (terms, said);
  if (!accept (terms, error))
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    stafet_plan_warn (plan, "%s: %s", volunteer->name, ((StafetTerm *) g_ptr_array_index (terms, i))->text);
  before = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, record->uid);
  if (before != NULL && has_other_limits (before, volunteer))
    warn_above (plan, snapshot, volunteer);
  return TRUE;
}

GPtrArray *
stafet_use_try_terms (StafetSnapshot *snapshot, StafetUid uid, const char *const *pairs, StafetDate today)
{
  StafetRecord *before = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, uid);
  g_autoptr (StafetRecord) record =
    before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_VOLUNTEER, NULL);
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  if (!stafet_use_set_pairs (snapshot, record, pairs, NULL))
    return NULL;
  if (before != NULL)
    stafet_changeset_update (changeset, before, g_object_ref (record));
  else
    stafet_changeset_insert (changeset, g_object_ref (record));
  if (!stafet_use_set_lists (snapshot, record, pairs, changeset, NULL))
    return NULL;
  return stafet_terms_find (snapshot, changeset, (const StafetVolunteer *) record, today,
                            stafet_i18n_get_language ());
}
