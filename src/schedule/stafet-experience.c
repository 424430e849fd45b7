/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks from the activity's shifts to the people who were ever put on them.
 */
#include "stafet-experience.h"

#include "stafet-turns.h"

/* Thirteen months: what the plan keeps of the past. */
#define MEMORY_DAYS 396

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetDate date;
  GHashTable *people;
  GHashTable *moved; /* stafet_turns_find_moved()'s */
} Gather;

static StafetExperience *
person (Gather *g, StafetUid uid)
{
  StafetExperience *experience = g_hash_table_lookup (g->people, uid);

  if (experience == NULL)
    {
      experience = g_new0 (StafetExperience, 1);
      experience->last = STAFET_DATE_NONE;
      g_hash_table_insert (g->people, (gpointer) uid, experience);
    }
  return experience;
}

/* Counts the volunteer's turns on the shift, once. */
static void
count_turns (Gather *g, StafetShift *shift, StafetUid uid, GHashTable *counted)
{
  const StafetVolunteer *volunteer = stafet_snapshot_get (g->snapshot, STAFET_KIND_VOLUNTEER, uid);
  g_autoptr (GArray) turns = NULL;
  StafetExperience *experience;

  if (volunteer == NULL || !g_hash_table_add (counted, (gpointer) uid))
    return;
  turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));
  stafet_turns_add (g->snapshot, g->moved, volunteer, shift, g->date - MEMORY_DAYS, g->date - 1, turns);
  experience = person (g, uid);
  for (guint i = 0; i < turns->len; i++)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);

      if (turn->asked || turn->if_needed)
        continue;
      experience->times++;
      experience->last = MAX (experience->last, stafet_wall_date (turn->start));
    }
}

static gboolean
stands_now (const StafetStanding *standing, StafetDate date)
{
  return (standing->from == STAFET_DATE_NONE || standing->from <= date)
         && (standing->to == STAFET_DATE_NONE || standing->to >= date);
}

static void
add_shift (Gather *g, StafetShift *shift)
{
  StafetUid uid = shift->parent.uid;
  const GPtrArray *standings = stafet_snapshot_index (g->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, uid);
  const GPtrArray *dated = stafet_snapshot_index (g->snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, uid);
  const GPtrArray *attendance = stafet_snapshot_index (g->snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, uid);
  g_autoptr (GHashTable) counted = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      count_turns (g, shift, standing->volunteer, counted);
      if (standing->volunteer != NULL && stands_now (standing, g->date))
        person (g, standing->volunteer)->regular = TRUE;
    }
  for (guint i = 0; i < dated->len; i++)
    count_turns (g, shift, ((StafetAssignment *) g_ptr_array_index (dated, i))->volunteer, counted);
  for (guint i = 0; i < attendance->len; i++)
    count_turns (g, shift, ((StafetAttendance *) g_ptr_array_index (attendance, i))->volunteer, counted);
}

static void
add_activities (Gather *g, StafetUid uid)
{
  const StafetActivity *activity = stafet_snapshot_get (g->snapshot, STAFET_KIND_ACTIVITY, uid);

  for (; activity != NULL;
       activity = stafet_snapshot_get (g->snapshot, STAFET_KIND_ACTIVITY, activity->split_from))
    {
      const GPtrArray *shifts =
        stafet_snapshot_index (g->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, activity->parent.uid);

      for (guint i = 0; i < shifts->len; i++)
        add_shift (g, g_ptr_array_index (shifts, i));
    }
}

GHashTable *
stafet_experience_new (const StafetSnapshot *snapshot, GHashTable *moved, StafetShift *shift, StafetDate date)
{
  Gather g = { snapshot, date, g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free), moved };

  if (shift->activity != NULL)
    add_activities (&g, shift->activity);
  else
    for (; shift != NULL; shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, shift->split_from))
      add_shift (&g, shift);
  return g.people;
}
