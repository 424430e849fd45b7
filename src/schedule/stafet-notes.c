/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the notes of a day.
 */
#include "stafet-notes.h"

#include <string.h>

static StafetUid
house_of (const StafetSnapshot *snapshot, const StafetNote *note)
{
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, note->activity);

  return note->house != NULL || activity == NULL ? note->house : activity->house;
}

static gboolean
belongs (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, const StafetNote *note)
{
  StafetUid uid = house_of (snapshot, note);
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);

  if (house == NULL)
    return TRUE;
  return (query->house == NULL || query->house == uid) && (query->area == NULL || query->area == house->area);
}

/* By date, those without one last, and then as they were written down. */
static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const StafetNote *x = *(const StafetNote *const *) a, *y = *(const StafetNote *const *) b;

  if ((x->on == STAFET_DATE_NONE) != (y->on == STAFET_DATE_NONE))
    return x->on == STAFET_DATE_NONE ? 1 : -1;
  if (x->on != y->on)
    return x->on < y->on ? -1 : 1;
  if (x->parent.version != y->parent.version)
    return x->parent.version < y->parent.version ? -1 : 1;
  return strcmp (x->parent.uid, y->parent.uid);
}

void
stafet_notes_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, int days,
                   StafetNotes *notes)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_NOTE);

  notes->standing = g_ptr_array_new ();
  notes->coming = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      StafetNote *note = g_ptr_array_index (all, i);

      if (note->done != STAFET_DATE_NONE || !belongs (snapshot, query, note))
        continue;
      if (note->on == STAFET_DATE_NONE || note->on <= query->from)
        g_ptr_array_add (notes->standing, note);
      else if (note->on <= query->from + days)
        g_ptr_array_add (notes->coming, note);
    }
  g_ptr_array_sort (notes->standing, compare_notes);
  g_ptr_array_sort (notes->coming, compare_notes);
}

void
stafet_notes_clear (StafetNotes *self)
{
  g_clear_pointer (&self->standing, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
}

gboolean
stafet_note_is_overdue (const StafetNote *note, StafetDate date)
{
  return note->done == STAFET_DATE_NONE && note->on != STAFET_DATE_NONE && note->on < date;
}
