/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is counted of one date: who came, and what the kitchen makes beside what was ordered.
 */
#include "schedule/stafet-signups.h"
#include "stafet-use-signup.h"

typedef struct
{
  char *series;
  StafetDate date;
  char **pairs;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->series);
  g_strfreev (a->pairs);
  g_free (a);
}

/* ——— What can be said ——— */

gboolean
stafet_use_check_tally_once (const StafetSnapshot *snapshot, const StafetTally *tally, GError **error)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_TALLY_BY_ACTIVITY, tally->activity);

  for (guint i = all->len > 0 ? stafet_snapshot_first_on (all, tally->date) : 0; i < all->len; i++)
    {
      const StafetTally *other = g_ptr_array_index (all, i);

      if (other->date != tally->date)
        break;
      if (other->parent.uid == tally->parent.uid)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("Something is counted of that date already. Change that: %s."), other->parent.uid);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_been (StafetPlan *plan, const StafetEntry *entry, const StafetTally *tally, GError **error)
{
  StafetDate start = stafet_wall_date (entry->start);
  g_autofree char *day = stafet_use_day (start);

  if (tally->heads == STAFET_INTEGER_NONE || start <= stafet_clock_today (stafet_plan_get_clock (plan)))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” on %s is still to come. Count the heads on the day itself or later."), entry->title,
               day);
  return FALSE;
}

static gboolean
check_meal (const StafetEntry *entry, const StafetTally *tally, GError **error)
{
  if (entry->activity->meal || (tally->meals <= 0 && tally->take_home <= 0))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("There is no meal at “%s”. Leave the meals out, or say in the activity that there is one."),
               entry->title);
  return FALSE;
}

gboolean
stafet_use_check_tally (StafetPlan *plan, StafetRecord *record, gboolean fresh, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const StafetTally *tally = (const StafetTally *) record;
  StafetRecord *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, tally->activity);
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, tally->activity, tally->date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;

  /* What was counted of a date that the activity no longer has stays true. */
  if (entry == NULL)
    return !fresh || stafet_use_check_date (snapshot, activity, tally->date, error);
  return check_been (plan, entry, tally, error) && check_meal (entry, tally, error);
}

/* ——— The use cases ——— */

/* Whether it holds no more than a new one of that date would. */
static gboolean
says_nothing (const StafetTally *tally)
{
  g_autoptr (StafetRecord) fresh = stafet_record_new (STAFET_KIND_TALLY, tally->parent.uid);
  g_autoptr (GVariant) differences = NULL;

  ((StafetTally *) fresh)->activity = tally->activity;
  ((StafetTally *) fresh)->date = tally->date;
  ((StafetTally *) fresh)->method = tally->method;
  differences = stafet_record_image (tally, fresh);
  return g_variant_n_children (differences) == 0;
}

static void
put_tally (StafetChangeset *changeset, StafetTally *before, StafetRecord *after)
{
  g_autoptr (GVariant) differences = before != NULL ? stafet_record_image (after, before) : NULL;
  gboolean nothing = says_nothing ((StafetTally *) after);

  if (before == NULL && !nothing)
    stafet_changeset_insert (changeset, g_object_ref (after));
  else if (before != NULL && nothing)
    stafet_changeset_delete (changeset, before);
  else if (differences != NULL && g_variant_n_children (differences) > 0)
    stafet_changeset_update (changeset, before, g_object_ref (after));
}

static gboolean
count_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *activity = stafet_reference_find (snapshot, STAFET_KIND_ACTIVITY, a->series, error);
  g_autofree char *day = stafet_use_day (a->date);
  g_autoptr (StafetRecord) after = NULL;
  StafetTally *before;

  if (activity == NULL || !stafet_use_check_date (snapshot, activity, a->date, error))
    return FALSE;
  before = stafet_tally_find (snapshot, activity->uid, a->date);
  after = before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_TALLY, NULL);
  if (!stafet_use_set_pairs (snapshot, after, (const char *const *) a->pairs, error))
    return FALSE;
  ((StafetTally *) after)->activity = activity->uid;
  ((StafetTally *) after)->date = a->date;
  if (!stafet_record_validate (after, error) || !stafet_use_check_tally (plan, after, TRUE, error))
    return FALSE;
  stafet_changeset_set_label (changeset, _ ("Counted %s on %s"), stafet_record_get_label (activity), day);
  put_tally (changeset, before, after);
  return TRUE;
}

StafetEdit *
stafet_use_count (const char *series, StafetDate date, const char *const *pairs)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->series = g_strdup (series);
  a->date = date;
  a->pairs = g_strdupv ((char **) pairs);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, count_func, a, arguments_free);
}

static char *
number_pair (const char *key, int number)
{
  return number != STAFET_INTEGER_NONE ? g_strdup_printf ("%s=%d", key, number)
                                       : g_strconcat (key, "=", NULL);
}

StafetEdit *
stafet_use_head_count (const char *series, StafetDate date, int heads, StafetMethod method)
{
  g_autofree char *heads_pair = number_pair ("heads", heads);
  g_autofree char *method_pair = g_strconcat ("method=", stafet_method_values[method].key, NULL);

  return stafet_use_count (series, date, (const char *const[]){ heads_pair, method_pair, NULL });
}

StafetEdit *
stafet_use_kitchen (const char *series, StafetDate date, int meals, int take_home)
{
  g_autofree char *meals_pair = number_pair ("meals", meals);
  g_autofree char *home_pair = number_pair ("take_home", take_home);

  return stafet_use_count (series, date, (const char *const[]){ meals_pair, home_pair, NULL });
}
