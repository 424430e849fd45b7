/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sheet shows of some dates: the agenda's entries, and those that were moved away from these dates, in
 * order of time.
 */
#pragma once

#include "schedule/stafet-agenda.h"

G_BEGIN_DECLS

/* An entry where it is held, or where it was to be held. Borrowed from the list. */
typedef struct
{
  const StafetEntry *entry;
  StafetWall start, end;
  gboolean gone;  /* it was planned for this time, and is held on another date */
  StafetDate day; /* that it is shown on: each one that it lasts */
} StafetSlot;

typedef struct
{
  StafetAgenda *agenda;
  GPtrArray *moved; /* StafetMoved */
  GArray *slots;    /* StafetSlot */
} StafetSlots;

/* With what is under way when @query asks for that: then on each of its days. */
StafetSlots *stafet_slots_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query);
void stafet_slots_free (StafetSlots *self);

/* The entry at its own time. */
StafetSlot stafet_slot_of (const StafetEntry *entry);
/* Whether it does not take place at its time. */
gboolean stafet_slot_is_struck (const StafetSlot *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSlots, stafet_slots_free)

G_END_DECLS
