/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums the agenda house by house and shift by shift.
 */
#include "stafet-outlook.h"

static void
house_free (gpointer data)
{
  StafetOutlookHouse *self = data;

  g_ptr_array_unref (self->shifts);
  g_free (self);
}

/* ——— Order ——— */

static int
compare_counts (guint a, guint b)
{
  return (a < b) - (a > b);
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  const StafetOutlookShift *x = *(StafetOutlookShift *const *) a, *y = *(StafetOutlookShift *const *) b;
  int order = compare_counts (x->unheld, y->unheld);

  if (order == 0)
    order = compare_counts (x->missing, y->missing);
  if (order == 0)
    order = (x->staffing->start > y->staffing->start) - (x->staffing->start < y->staffing->start);
  return order != 0 ? order : g_strcmp0 (x->staffing->shift->parent.uid, y->staffing->shift->parent.uid);
}

static int
compare_houses (gconstpointer a, gconstpointer b)
{
  StafetOutlookHouse *const *x = a, *const *y = b;
  int order = compare_counts ((*x)->unheld, (*y)->unheld);

  if (order == 0)
    order = compare_counts ((*x)->missing, (*y)->missing);
  if (order == 0)
    order = compare_counts ((*x)->waiting, (*y)->waiting);
  return order != 0 ? order : stafet_record_compare_labels (&(*x)->house, &(*y)->house);
}

/* ——— Sums ——— */

static StafetOutlookHouse *
house_of (GHashTable *houses, StafetHouse *house)
{
  StafetOutlookHouse *found = g_hash_table_lookup (houses, house->parent.uid);

  if (found == NULL)
    {
      found = g_new0 (StafetOutlookHouse, 1);
      found->house = house;
      found->shifts = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (houses, (gpointer) house->parent.uid, found);
    }
  return found;
}

static StafetOutlookShift *
shift_of (StafetOutlookHouse *house, const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetOutlookShift *shift;

  for (guint i = 0; i < house->shifts->len; i++)
    {
      shift = g_ptr_array_index (house->shifts, i);
      if (shift->staffing->shift->parent.uid == staffing->shift->parent.uid)
        return shift;
    }
  shift = g_new0 (StafetOutlookShift, 1);
  shift->entry = entry;
  shift->staffing = staffing;
  g_ptr_array_add (house->shifts, shift);
  return shift;
}

static gboolean
has_too_few (const StafetStaffing *staffing)
{
  return staffing->missing > 0 && staffing->filled < MAX (1, staffing->min);
}

static void
add_entry (StafetOutlookHouse *house, const StafetEntry *entry, StafetWall now)
{
  gboolean unheld = FALSE;

  house->dates++;
  house->waiting += entry->review != NULL;
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      const StafetStaffing *staffing = &entry->shifts[i];
      StafetOutlookShift *shift;

      if (staffing->end <= now)
        continue;
      house->wanted += (guint) staffing->wanted;
      if (staffing->missing == 0)
        continue;
      shift = shift_of (house, entry, staffing);
      shift->dates++;
      shift->missing += (guint) staffing->missing;
      shift->permanent += (guint) staffing->permanent;
      house->missing += (guint) staffing->missing;
      house->permanent += (guint) staffing->permanent;
      if (has_too_few (staffing))
        {
          shift->unheld++;
          unheld = TRUE;
        }
    }
  house->unheld += unheld;
}

StafetOutlook *
stafet_outlook_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now)
{
  StafetOutlook *self = g_new0 (StafetOutlook, 1);
  g_autoptr (GHashTable) houses = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer house;

  self->agenda = stafet_agenda_new (snapshot, query);
  self->houses = g_ptr_array_new_with_free_func (house_free);
  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (self->agenda->entries, i);
      StafetHouse *owner = entry->house;

      if (entry->status == STAFET_STATUS_CANCELLED || entry->end <= now)
        continue;
      if (owner == NULL || !stafet_agenda_query_takes (query, owner))
        owner = stafet_entry_place_house (snapshot, entry);
      if (owner != NULL)
        add_entry (house_of (houses, owner), entry, now);
    }
  g_hash_table_iter_init (&iter, houses);
  while (g_hash_table_iter_next (&iter, NULL, &house))
    {
      g_ptr_array_sort (((StafetOutlookHouse *) house)->shifts, compare_shifts);
      g_ptr_array_add (self->houses, house);
    }
  g_ptr_array_sort (self->houses, compare_houses);
  return self;
}

void
stafet_outlook_free (StafetOutlook *self)
{
  g_ptr_array_unref (self->houses);
  stafet_agenda_free (self->agenda);
  g_free (self);
}

guint
stafet_outlook_count (const StafetOutlook *self)
{
  guint n = 0;

  for (guint i = 0; i < self->houses->len; i++)
    {
      const StafetOutlookHouse *house = g_ptr_array_index (self->houses, i);

      n += house->missing > 0 || house->waiting > 0;
    }
  return n;
}
