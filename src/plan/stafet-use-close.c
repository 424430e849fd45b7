/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns ticks into what is said of each person.
 */
#include "stafet-use-close.h"

#include "schedule/stafet-hours.h"

gboolean
stafet_place_is_expected (const StafetPlace *place)
{
  if (place->came >= 0)
    return place->came == 1;
  return place->state == STAFET_PLACE_STANDING || place->state == STAFET_PLACE_PROMISED;
}

char *
stafet_place_key (const StafetStaffing *staffing, StafetDate date, const StafetPlace *place)
{
  const char *uid = stafet_place_get_uid (place);

  return g_strdup_printf ("%s %d %d %s", staffing->shift->parent.uid, date, (int) place->holder,
                          uid != NULL ? uid : place->guest);
}

gboolean
stafet_place_is_among (GHashTable *keys, const StafetStaffing *staffing, StafetDate date,
                       const StafetPlace *place)
{
  g_autofree char *key = NULL;

  /* As it mostly is: then no key is written for each of the many places of a year. */
  if (g_hash_table_size (keys) == 0)
    return FALSE;
  key = stafet_place_key (staffing, date, place);
  return g_hash_table_contains (keys, key);
}

static StafetEdit *
edit_of (const StafetSnapshot *snapshot, const StafetEntry *entry, const StafetStaffing *staffing,
         const StafetPlace *place, gboolean came)
{
  StafetUid shift = staffing->shift->parent.uid;
  const StafetAttendance *row = stafet_attendance_find (snapshot, shift, entry->original, place);
  StafetWho who = { .volunteer = place->volunteer != NULL ? place->volunteer->parent.uid : NULL,
                    .organiser = place->organiser != NULL ? place->organiser->parent.uid : NULL,
                    .guest = place->holder == STAFET_HOLDER_GUEST ? place->guest : NULL };

  /* Who was not planned, and did not come either, has nothing to do with it. */
  if (!came && row != NULL && row->status == STAFET_ATTENDANCE_EXTRA)
    return stafet_use_unattend (shift, &who, entry->original);
  return stafet_use_attend (shift, &who, entry->original, came, 0);
}

void
stafet_use_close_shift (const StafetSnapshot *snapshot, const StafetEntry *entry,
                        const StafetStaffing *staffing, GHashTable *otherwise, GPtrArray *edits)
{
  gboolean planned = FALSE;

  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      gboolean expected = stafet_place_is_expected (place);

      if (stafet_place_is_among (otherwise, staffing, entry->original, place))
        g_ptr_array_add (edits, edit_of (snapshot, entry, staffing, place, !expected));
      else
        planned = planned || (expected && place->came < 0);
    }
  if (planned)
    g_ptr_array_add (edits, stafet_use_attend_as_planned (staffing->shift->parent.uid, entry->original));
}
