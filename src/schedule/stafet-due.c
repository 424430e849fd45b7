/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for volunteers whose time in the store is over.
 */
#include "stafet-due.h"

StafetDate
stafet_due_kept_until (const StafetVolunteer *volunteer)
{
  StafetDate stopped = volunteer->paused_until;

  if (volunteer->keep_until != STAFET_DATE_NONE || volunteer->status != STAFET_VOLUNTEER_STOPPED)
    return volunteer->keep_until;
  /* Nobody said when: no later than the card was written last. */
  if (stopped == STAFET_DATE_NONE)
    stopped = (StafetDate) (volunteer->parent.changed / (24 * 60 * 60));
  return stafet_volunteer_default_keep (stopped);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const StafetVolunteer *one = *(StafetVolunteer *const *) a, *other = *(StafetVolunteer *const *) b;
  StafetDate first = stafet_due_kept_until (one), second = stafet_due_kept_until (other);

  if (first != second)
    return first < second ? -1 : 1;
  return stafet_record_compare_labels (a, b);
}

GPtrArray *
stafet_due_list (const StafetSnapshot *snapshot, StafetDate today)
{
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  GPtrArray *due = g_ptr_array_new ();

  for (guint i = 0; i < volunteers->len; i++)
    {
      StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      StafetDate until = stafet_due_kept_until (volunteer);

      if (until != STAFET_DATE_NONE && until <= today)
        g_ptr_array_add (due, volunteer);
    }
  g_ptr_array_sort (due, compare);
  return due;
}
