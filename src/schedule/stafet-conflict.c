/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what a volunteer is already on.
 */
#include "stafet-conflict.h"

/* Longer than any series lasts. */
#define DAYS_BACK 15

static gboolean
holds (const StafetStaffing *staffing, StafetUid volunteer)
{
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer != NULL && staffing->places[i].volunteer->parent.uid == volunteer)
      return TRUE;
  return FALSE;
}

static const StafetStaffing *
busy_in_entry (const StafetEntry *entry, StafetUid volunteer, StafetUid shift, StafetWall start,
               StafetWall end)
{
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    {
      const StafetStaffing *staffing = &entry->shifts[i];

      if (staffing->start < end && start < staffing->end && staffing->shift->parent.uid != shift
          && holds (staffing, volunteer))
        return staffing;
    }
  return NULL;
}

gboolean
stafet_conflict_volunteer (StafetSnapshot *snapshot, StafetUid volunteer, StafetUid shift, StafetWall start,
                           StafetWall end, char **title, StafetWall *busy_from)
{
  StafetAgendaQuery query = { .from = stafet_wall_date (start) - DAYS_BACK,
                              .to = stafet_wall_last_date (start, end) + 1,
                              .volunteer = volunteer };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      const StafetStaffing *busy = busy_in_entry (entry, volunteer, shift, start, end);

      if (busy == NULL)
        continue;
      if (title != NULL)
        *title = g_strdup (entry->title);
      if (busy_from != NULL)
        *busy_from = busy->start;
      return TRUE;
    }
  return FALSE;
}
