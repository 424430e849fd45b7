/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks through the exceptions of the dates: few dates have one.
 */
#include "stafet-moved.h"

#include "stafet-entry.h"

static void
moved_free (gpointer data)
{
  StafetMoved *moved = data;

  stafet_agenda_free (moved->agenda);
  g_free (moved);
}

/* Whether the agenda of the new date, asked about the same place or person, has the entry. */
static gboolean
belongs (StafetSnapshot *snapshot, const StafetAgendaQuery *query, const StafetEntry *entry)
{
  StafetAgendaQuery there = *query;
  g_autoptr (StafetAgenda) agenda = NULL;

  there.from = there.to = stafet_wall_date (entry->start);
  agenda = stafet_agenda_new (snapshot, &there);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *other = g_ptr_array_index (agenda->entries, i);

      if (other->series == entry->series && other->original == entry->original)
        return TRUE;
    }
  return FALSE;
}

/* The exception as a moved occurrence, or NULL when it is none. */
static StafetMoved *
moved_from (StafetSnapshot *snapshot, const StafetAgendaQuery *query, const StafetException *exception)
{
  gboolean of_activity = exception->activity != NULL;
  StafetKind kind = of_activity ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid uid = of_activity ? exception->activity : exception->shift;
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (snapshot, kind, uid, exception->date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  StafetSeries series;
  StafetMoved *moved;

  if (entry == NULL || stafet_wall_date (entry->start) == entry->original
      || !belongs (snapshot, query, entry))
    return NULL;
  moved = g_new (StafetMoved, 1);
  stafet_series_init (&series, stafet_snapshot_get (snapshot, kind, uid));
  stafet_series_span (&series, exception->date, &moved->start, &moved->end);
  moved->agenda = g_steal_pointer (&agenda);
  return moved;
}

static int
compare_moved (gconstpointer a, gconstpointer b)
{
  const StafetMoved *x = *(StafetMoved *const *) a, *y = *(StafetMoved *const *) b;

  return (x->start > y->start) - (x->start < y->start);
}

GPtrArray *
stafet_moved_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query)
{
  const GPtrArray *exceptions = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);
  GPtrArray *all = g_ptr_array_new_with_free_func (moved_free);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);
      StafetMoved *moved;

      if (exception->changes[0] == '\0' || exception->date < query->from || exception->date > query->to)
        continue;
      moved = moved_from (snapshot, query, exception);
      if (moved != NULL)
        g_ptr_array_add (all, moved);
    }
  g_ptr_array_sort (all, compare_moved);
  return all;
}
