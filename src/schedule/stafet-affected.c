/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts what a change of a series touches.
 */
#include "stafet-affected.h"

#include "stafet-entry.h"
#include "stafet-expand.h"

typedef struct
{
  StafetSnapshot *snapshot;
  StafetSeries series;
  StafetAffected *affected;
  GHashTable *people;
} Count;

static void
meet_people (const StafetEntry *entry, GHashTable *people)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      if (entry->shifts[i].places[j].volunteer != NULL)
        g_hash_table_add (people, (gpointer) entry->shifts[i].places[j].volunteer->parent.uid);
}

static gboolean
count_cb (StafetDate date, gpointer data)
{
  Count *count = data;
  StafetEntry *entry = g_new (StafetEntry, 1);

  stafet_entry_init (entry, count->snapshot, &count->series, date);
  if (entry->status != STAFET_STATUS_CANCELLED)
    {
      count->affected->occurrences++;
      meet_people (entry, count->people);
    }
  stafet_entry_free (entry);
  return TRUE;
}

void
stafet_affected_count (StafetSnapshot *snapshot, gpointer series, StafetDate from, StafetDate to,
                       StafetAffected *affected)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_direct_hash, g_direct_equal);
  Count count = { .snapshot = snapshot, .affected = affected, .people = people };
  StafetDate last = MIN (to, from + STAFET_AFFECTED_DAYS);

  *affected = (StafetAffected){ 0 };
  if (!stafet_series_init (&count.series, series))
    return;
  stafet_expand_timing (count.series.timing, from, last, count_cb, &count);
  affected->volunteers = g_hash_table_size (people);
  affected->endless = to > last && count.series.timing->last_date > last;
}
