/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merges what happens and what was moved away.
 */
#include "stafet-slots.h"

#include "schedule/stafet-day.h"
#include "schedule/stafet-moved.h"

StafetSlot
stafet_slot_of (const StafetEntry *entry)
{
  return (StafetSlot){ entry, entry->start, entry->end, FALSE, stafet_wall_date (entry->start) };
}

gboolean
stafet_slot_is_struck (const StafetSlot *slot)
{
  return slot->gone || slot->entry->status == STAFET_STATUS_CANCELLED;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const StafetSlot *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

static void
add_entry (StafetSlots *self, const StafetAgendaQuery *query, const StafetEntry *entry)
{
  StafetSlot slot = stafet_slot_of (entry);
  StafetDate last = query->under_way ? stafet_day_last (entry->start, entry->end) : slot.day;

  for (slot.day = MAX (slot.day, query->from); slot.day <= MIN (last, query->to); slot.day++)
    g_array_append_val (self->slots, slot);
}

StafetSlots *
stafet_slots_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query)
{
  StafetSlots *self = g_new (StafetSlots, 1);
  StafetAgendaQuery begun = *query;

  self->agenda = stafet_agenda_new (snapshot, query);
  begun.under_way = FALSE;
  self->moved = stafet_moved_new (snapshot, &begun);
  self->slots = g_array_new (FALSE, FALSE, sizeof (StafetSlot));
  for (guint i = 0; i < self->agenda->entries->len; i++)
    add_entry (self, query, g_ptr_array_index (self->agenda->entries, i));
  for (guint i = 0; i < self->moved->len; i++)
    {
      const StafetMoved *moved = g_ptr_array_index (self->moved, i);
      StafetSlot slot = { g_ptr_array_index (moved->agenda->entries, 0), moved->start, moved->end, TRUE,
                          stafet_wall_date (moved->start) };

      g_array_append_val (self->slots, slot);
    }
  /* Stable: GLib's sort of arrays merges. */
  g_array_sort (self->slots, compare_slots);
  return self;
}

void
stafet_slots_free (StafetSlots *self)
{
  g_array_unref (self->slots);
  g_ptr_array_unref (self->moved);
  stafet_agenda_free (self->agenda);
  g_free (self);
}
