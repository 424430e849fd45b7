/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds questions that stand in the plan alone.
 */
#include "stafet-proposal-again.h"

static gboolean
was_rung (const StafetSnapshot *snapshot, const StafetAssignment *assignment)
{
  const GPtrArray *calls = stafet_snapshot_index (snapshot, STAFET_INDEX_CALL_BY_SHIFT, assignment->shift);

  for (guint i = stafet_snapshot_first_on (calls, assignment->date); i < calls->len; i++)
    {
      const StafetCall *call = g_ptr_array_index (calls, i);

      if (call->date == assignment->date && call->volunteer == assignment->volunteer)
        return TRUE;
    }
  return FALSE;
}

static void
add_unrung (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date, GPtrArray *found)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, shift);

  for (guint i = stafet_snapshot_first_on (all, date); i < all->len; i++)
    {
      StafetAssignment *assignment = g_ptr_array_index (all, i);

      if (assignment->date == date && assignment->state == STAFET_ASSIGNMENT_ASKED
          && assignment->volunteer != NULL && assignment->borrowed == STAFET_ENUM_NONE
          && !was_rung (snapshot, assignment))
        g_ptr_array_add (found, assignment);
    }
}

GPtrArray *
stafet_proposal_find_unrung (const StafetSnapshot *snapshot, const StafetAgenda *agenda, StafetWall now)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; j < entry->n_shifts; j++)
        if (entry->status != STAFET_STATUS_CANCELLED && entry->shifts[j].start >= now
            && entry->shifts[j].asked > 0)
          add_unrung (snapshot, entry->shifts[j].shift->parent.uid, entry->original, found);
    }
  return found;
}

StafetSnapshot *
stafet_proposal_take_back (StafetSnapshot *snapshot, const GPtrArray *assignments)
{
  StafetSnapshot *without = stafet_snapshot_copy (snapshot);

  for (guint i = 0; i < assignments->len; i++)
    stafet_snapshot_remove (without, STAFET_KIND_ASSIGNMENT,
                            ((StafetRecord *) g_ptr_array_index (assignments, i))->uid);
  return without;
}
