/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Declines the dated places of a volunteer who will be away.
 */
#include "stafet-use-absence.h"

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
  if (away.volunteer != NULL)
    decline_all (&away);
}
