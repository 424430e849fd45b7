/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Declines the dated places of a volunteer who will be away.
 */
#include "stafet-use-absence.h"

#include "schedule/stafet-load.h"

/* Of an absence without an end, or a long one, so many days are told. */
#define DAYS_AHEAD 56

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetVolunteer *volunteer;
  StafetWall from, to; /* half-open */
  StafetChangeset *changeset;
} Away;

static gboolean
is_confirmed (const StafetStaffing *staffing, const StafetVolunteer *volunteer)
{
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    if (staffing->places[i].volunteer != NULL
        && staffing->places[i].volunteer->parent.uid == volunteer->parent.uid
        && staffing->places[i].came >= 0)
      return TRUE;
  return FALSE;
}

static void
decline (const Away *away, StafetAssignment *row)
{
  StafetShift *shift = stafet_snapshot_get (away->snapshot, STAFET_KIND_SHIFT, row->shift);
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  g_autofree char *day = NULL;
  StafetAssignment *after;

  if (row->state == STAFET_ASSIGNMENT_DECLINED || shift == NULL
      || !stafet_shift_date_find (away->snapshot, shift, row->date, &on, NULL)
      || on.staffing->start >= away->to || on.staffing->end <= away->from
      || is_confirmed (on.staffing, away->volunteer))
    return;
  after = stafet_record_copy (row);
  after->state = STAFET_ASSIGNMENT_DECLINED;
  stafet_changeset_update (away->changeset, row, after);
  stafet_changeset_book (away->changeset, away->volunteer);
  day = stafet_use_day (row->date);
  stafet_plan_warn (away->plan, _ ("%s now sends regrets for %s on %s."), away->volunteer->name,
                    on.entry->title, day);
}

static void
decline_all (const Away *away)
{
  const GPtrArray *rows =
    stafet_snapshot_index (away->snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, away->volunteer->parent.uid);

  for (guint i = 0; i < rows->len; i++)
    decline (away, g_ptr_array_index (rows, i));
}

/* ——— What opens of standing places ——— */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return ((const StafetTurn *) a)->start < ((const StafetTurn *) b)->start ? -1 : 1;
}

/* The dates to come on which she stands on @shift, and has no place of that date alone: by start. (transfer
 * full) of StafetTurn */
static GArray *
find_opening (const Away *away, GHashTable *moved, StafetShift *shift)
{
  const GPtrArray *rows =
    stafet_snapshot_index (away->snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, away->volunteer->parent.uid);
  StafetWall from = MAX (away->from, stafet_clock_now (stafet_plan_get_clock (away->plan)));
  StafetDate first = stafet_wall_date (from);
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  stafet_turns_add (away->snapshot, moved, away->volunteer, shift, first - 1,
                    MIN (stafet_wall_date (away->to), first + DAYS_AHEAD), turns);
  for (guint i = turns->len; i-- > 0;)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);
      gboolean opens = turn->start < away->to && turn->end > from;

      for (guint j = 0; opens && j < rows->len; j++)
        opens = ((StafetAssignment *) rows->pdata[j])->shift != shift->parent.uid
                || ((StafetAssignment *) rows->pdata[j])->date != turn->original;
      if (!opens)
        g_array_remove_index (turns, i);
    }
  g_array_sort (turns, compare_starts);
  return turns;
}

static void
tell_opening (const Away *away, GHashTable *moved, StafetShift *shift)
{
  g_autoptr (GArray) turns = find_opening (away, moved, shift);
  g_autofree char *title = NULL, *day = NULL;
  const StafetTurn *first;

  if (turns->len == 0)
    return;
  first = &g_array_index (turns, StafetTurn, 0);
  title = stafet_turn_title (away->snapshot, first);
  day = stafet_use_day (stafet_wall_date (first->start));
  stafet_plan_warn (away->plan,
                    ngettext_ ("%s: %u date needs a stand-in: %s on %s.",
                               "%s: %u dates need a stand-in: %s, the first on %s.", turns->len),
                    away->volunteer->name, turns->len, title, day);
}

/* Once for each shift that she stands on. */
static void
tell_standing (const Away *away)
{
  const GPtrArray *standings =
    stafet_snapshot_index (away->snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, away->volunteer->parent.uid);
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (away->snapshot), told = NULL;

  told = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < standings->len; i++)
    {
      StafetShift *shift = stafet_snapshot_get (away->snapshot, STAFET_KIND_SHIFT,
                                                ((StafetStanding *) g_ptr_array_index (standings, i))->shift);

      if (shift != NULL && g_hash_table_add (told, (gpointer) shift->parent.uid))
        tell_opening (away, moved, shift);
    }
}

/* ——— Whose, and when ——— */

/* The day on which a break was to end is none on which somebody stops. */
static void
forget_break (const StafetVolunteer *before, StafetVolunteer *after)
{
  if (after->status == STAFET_VOLUNTEER_STOPPED && before->status != STAFET_VOLUNTEER_STOPPED
      && after->paused_until == before->paused_until)
    after->paused_until = STAFET_DATE_NONE;
}

/* From today, or the day on which she stops, until she is back, or for good. */
static gboolean
span_of_pause (Away *away, const StafetVolunteer *before, const StafetVolunteer *after)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (away->plan));

  if (after->status == STAFET_VOLUNTEER_ACTIVE
      || (before != NULL && before->status == after->status && before->paused_until == after->paused_until))
    return FALSE;
  if (after->status == STAFET_VOLUNTEER_STOPPED && after->paused_until != STAFET_DATE_NONE)
    today = MAX (today, after->paused_until);
  away->from = stafet_wall_new (today, 0);
  away->to = after->status == STAFET_VOLUNTEER_PAUSED && after->paused_until != STAFET_DATE_NONE
               ? stafet_wall_new (after->paused_until, 0)
               : G_MAXINT32;
  return TRUE;
}

void
stafet_use_follow_absence (StafetPlan *plan, StafetRecord *before, StafetRecord *after,
                           StafetChangeset *changeset)
{
  Away away = { plan, stafet_plan_get_snapshot (plan), NULL, 0, 0, changeset };

  if (STAFET_RECORD_KIND (after) == STAFET_KIND_VOLUNTEER && before != NULL)
    forget_break ((StafetVolunteer *) before, (StafetVolunteer *) after);
  if (STAFET_RECORD_KIND (after) == STAFET_KIND_ABSENCE)
    {
      StafetAbsence *absence = (StafetAbsence *) after;

      away.volunteer = stafet_snapshot_get (away.snapshot, STAFET_KIND_VOLUNTEER, absence->volunteer);
      stafet_moment_span (absence->from, absence->to, &away.from, &away.to);
    }
  else if (STAFET_RECORD_KIND (after) == STAFET_KIND_VOLUNTEER && before != NULL
           && span_of_pause (&away, (StafetVolunteer *) before, (StafetVolunteer *) after))
    away.volunteer = (StafetVolunteer *) before;
  if (away.volunteer == NULL)
    return;
  decline_all (&away);
  tell_standing (&away);
}
