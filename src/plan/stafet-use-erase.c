/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sign-ups are erased some days after their date, and with them what the log says of them: only sums stay.
 *
 * What is due is looked for in the store, because the plan holds no more than the last thirteen months.
 */
#include "schedule/stafet-signups.h"
#include "stafet-use-signup.h"

/* What stays of one date. */
typedef struct
{
  StafetUid activity;
  StafetDate date;
  int heads, meals, take_home;
} Sum;

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetDate today;
  int days;
  GArray *sums;
} Erasure;

static StafetEntry *
entry_of (const Erasure *e, const StafetSignup *signup, StafetAgenda **agenda)
{
  *agenda = stafet_agenda_new_occurrence (e->snapshot, STAFET_KIND_ACTIVITY, signup->activity, signup->date);
  return *agenda != NULL ? g_ptr_array_index ((*agenda)->entries, 0) : NULL;
}

/* A date that was moved is over when it is held; one that the activity no longer has, on the day itself. */
static gboolean
is_due (const Erasure *e, const StafetSignup *signup)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry = entry_of (e, signup, &agenda);
  StafetDate last = entry != NULL ? stafet_wall_last_date (entry->start, entry->end) : signup->date;

  return last + MAX (e->days, 1) <= e->today;
}

/* ——— What stays ——— */

static Sum *
sum_of (Erasure *e, const StafetSignup *signup)
{
  Sum sum = { signup->activity, signup->date, 0, 0, 0 };

  for (guint i = 0; i < e->sums->len; i++)
    {
      Sum *known = &g_array_index (e->sums, Sum, i);

      if (known->activity == sum.activity && known->date == sum.date)
        return known;
    }
  g_array_append_val (e->sums, sum);
  return &g_array_index (e->sums, Sum, e->sums->len - 1);
}

static gboolean
has_meal (const Erasure *e, const StafetSignup *signup)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry = entry_of (e, signup, &agenda);

  return entry != NULL && entry->activity->meal;
}

static void
add_to_sum (Erasure *e, const StafetSignup *signup)
{
  Sum *sum = sum_of (e, signup);

  if (signup->waiting)
    return;
  sum->heads += signup->heads;
  if (has_meal (e, signup))
    {
      sum->meals += stafet_signup_meals (signup);
      sum->take_home += signup->take_home != STAFET_INTEGER_NONE ? signup->take_home : 0;
    }
}

static void
keep_row_cb (StafetRecord *record, gpointer rows)
{
  g_ptr_array_add (rows, record);
}

static GPtrArray *
load (const Erasure *e, StafetKind kind, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  return stafet_store_load (stafet_plan_get_store (e->plan), kind, STAFET_DATE_NONE, keep_row_cb, rows, error)
           ? g_steal_pointer (&rows)
           : NULL;
}

static StafetTally *
find_tally (const GPtrArray *tallies, const Sum *sum)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      StafetTally *tally = g_ptr_array_index (tallies, i);

      if (tally->activity == sum->activity && tally->date == sum->date)
        return tally;
    }
  return NULL;
}

static void
add_to (gint32 *number, int by)
{
  if (by > 0)
    *number = MIN ((*number != STAFET_INTEGER_NONE ? *number : 0) + by, 9999);
}

static void
keep_sum (const GPtrArray *tallies, const Sum *sum, StafetChangeset *changeset)
{
  StafetTally *before = find_tally (tallies, sum), *after;

  if (sum->heads == 0 && sum->meals == 0 && sum->take_home == 0)
    return;
  after = before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_TALLY, NULL);
  after->activity = sum->activity;
  after->date = sum->date;
  add_to (&after->signed_up, sum->heads);
  add_to (&after->meals, sum->meals);
  add_to (&after->take_home, sum->take_home);
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
}

static gboolean
keep_sums (const Erasure *e, StafetChangeset *changeset, GError **error)
{
  g_autoptr (GPtrArray) tallies = e->sums->len > 0 ? load (e, STAFET_KIND_TALLY, error) : NULL;

  if (e->sums->len > 0 && tallies == NULL)
    return FALSE;
  for (guint i = 0; i < e->sums->len; i++)
    keep_sum (tallies, &g_array_index (e->sums, Sum, i), changeset);
  return TRUE;
}

/* ——— What goes ——— */

static void
erase (Erasure *e, const GPtrArray *signups, StafetChangeset *changeset)
{
  for (guint i = 0; i < signups->len; i++)
    {
      StafetSignup *signup = g_ptr_array_index (signups, i);

      if (!is_due (e, signup))
        continue;
      add_to_sum (e, signup);
      stafet_changeset_delete (changeset, signup);
      stafet_changeset_forget (changeset, signup->parent.uid);
    }
}

/* Those who signed off stand in the log alone. */
static void
forget (const Erasure *e, const GPtrArray *remembered, StafetChangeset *changeset)
{
  for (guint i = 0; i < remembered->len; i++)
    {
      StafetSignup *signup = g_ptr_array_index (remembered, i);

      if (is_due (e, signup))
        stafet_changeset_forget (changeset, signup->parent.uid);
    }
}

static gboolean
erase_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  Erasure e = { plan, snapshot, stafet_clock_today (stafet_plan_get_clock (plan)),
                stafet_snapshot_settings (snapshot)->signup_days_kept, sums };
  g_autoptr (GPtrArray) signups = load (&e, STAFET_KIND_SIGNUP, error);
  g_autoptr (GPtrArray) remembered =
    signups != NULL ? stafet_store_read_remembered (stafet_plan_get_store (plan), STAFET_KIND_SIGNUP, error)
                    : NULL;

  (void) data;
  if (remembered == NULL)
    return FALSE;
  erase (&e, signups, changeset);
  forget (&e, remembered, changeset);
  stafet_changeset_set_label (changeset,
                              ngettext_ ("Erased %u sign-up, its date is over",
                                         "Erased %u sign-ups, their dates are over",
                                         changeset->forgotten->len),
                              changeset->forgotten->len);
  /* Without a row it is nothing to tell others of. */
  if (stafet_changeset_length (changeset) == 0)
    changeset->kind = STAFET_CHANGESET_MEMORY;
  return keep_sums (&e, changeset, error);
}

StafetEdit *
stafet_use_erase_signups (void)
{
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, erase_func, NULL, NULL);
}
