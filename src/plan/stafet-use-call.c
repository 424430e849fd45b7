/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody was rung up about a date of a shift.
 */
#include "core/stafet-words.h"
#include "stafet-use-place.h"

typedef struct
{
  StafetPlaceArguments *place;
  StafetCallOutcome outcome;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  stafet_place_arguments_free (a->place);
  g_free (a);
}

/* The call of the same day to the same person about the same date, or NULL. */
static StafetCall *
same_day (const StafetUsePlace *place, StafetDate date, StafetPlan *plan)
{
  StafetClock *clock = stafet_plan_get_clock (plan);
  StafetZone *zone = stafet_clock_get_zone (clock);
  const GPtrArray *calls =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_CALL_BY_SHIFT, place->shift->parent.uid);

  for (guint i = stafet_snapshot_first_on (calls, date); i < calls->len; i++)
    {
      StafetCall *call = g_ptr_array_index (calls, i);

      if (call->date == date && call->volunteer == stafet_use_place_volunteer (place)
          && stafet_wall_date (stafet_zone_to_wall (zone, call->at)) == stafet_clock_today (clock))
        return call;
    }
  return NULL;
}

static void
set_label (StafetChangeset *changeset, const StafetUsePlace *place, StafetCallOutcome outcome,
           StafetPlan *plan)
{
  static const char *const labels[] = { N_ ("Noted: rang %s %s"), N_ ("Noted: rang %s %s, no answer"),
                                        N_ ("Noted: told %s %s") };
  StafetWall now = stafet_clock_now (stafet_plan_get_clock (plan));
  g_autofree char *time = stafet_words_time (stafet_i18n_get_language (), stafet_wall_minutes (now));

  stafet_changeset_set_label (changeset, _ (labels[outcome]), place->name, time);
}

static gboolean
call_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  StafetCall *before, *after;

  if (!stafet_use_place_resolve (&place, plan, a->place, error)
      || !stafet_use_check_date (place.snapshot, &place.shift->parent, a->place->date, error))
    return FALSE;
  before = same_day (&place, a->place->date, plan);
  after = before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_CALL, NULL);
  after->shift = place.shift->parent.uid;
  after->date = a->place->date;
  after->volunteer = stafet_use_place_volunteer (&place);
  after->at = stafet_clock_instant (stafet_plan_get_clock (plan));
  after->outcome = (gint32) a->outcome;
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
  set_label (changeset, &place, a->outcome, plan);
  return TRUE;
}

StafetEdit *
stafet_use_call (const char *shift, const char *volunteer, StafetDate date, StafetCallOutcome outcome)
{
  StafetWho who = { .volunteer = volunteer };
  Arguments *a = g_new0 (Arguments, 1);

  a->place = stafet_place_arguments_new (shift, &who);
  a->place->date = date;
  a->outcome = outcome;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, call_func, a, arguments_free);
}

StafetEdit *
stafet_use_call_about (const char *volunteer, const StafetCallTurn *turns, guint n, StafetCallOutcome outcome)
{
  GPtrArray *edits = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, stafet_use_call (turns[i].shift, volunteer, turns[i].date, outcome));
  return stafet_use_several (NULL, edits);
}
