/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts what a change of a series touches.
 */
#include "stafet-affected.h"

#include "stafet-entry.h"
#include "stafet-expand.h"
#include "stafet-signups.h"

typedef struct
{
  StafetSnapshot *snapshot;
  StafetSeries series;
  StafetAffected *affected;
  GHashTable *people; /* a set */
  GHashTable *others; /* uid of a group, or name of a guest, to heads */
} Count;

/* The guests of a date live as long as it: their names are kept. */
static void
meet (Count *count, const StafetPlace *place)
{
  const char *other = place->organiser != NULL ? place->organiser->parent.uid : place->guest;
  guint heads;

  if (place->volunteer != NULL)
    g_hash_table_add (count->people, (gpointer) place->volunteer->parent.uid);
  else if (other != NULL)
    {
      heads = GPOINTER_TO_UINT (g_hash_table_lookup (count->others, other));
      g_hash_table_insert (count->others, g_strdup (other),
                           GUINT_TO_POINTER (MAX (heads, (guint) MAX (place->count, 1))));
    }
}

static void
meet_people (Count *count, const StafetEntry *entry)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      meet (count, &entry->shifts[i].places[j]);
}

static void
meet_signed_up (Count *count, const StafetEntry *entry)
{
  g_auto (StafetSignups) signups = { 0 };

  if (entry->activity == NULL)
    return;
  stafet_signups_find (count->snapshot, entry->activity, entry->original, &signups);
  count->affected->signed_up += (guint) (signups.signed_up + signups.waiting_heads);
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
      meet_people (count, entry);
      meet_signed_up (count, entry);
    }
  stafet_entry_free (entry);
  return TRUE;
}

void
stafet_affected_count (StafetSnapshot *snapshot, gpointer series, StafetDate from, StafetDate to,
                       StafetAffected *affected)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Count count = { .snapshot = snapshot, .affected = affected, .people = people, .others = others };
  GHashTableIter iter;
  gpointer heads;
  StafetDate last = MIN (to, from + STAFET_AFFECTED_DAYS);

  *affected = (StafetAffected){ 0 };
  if (!stafet_series_init (&count.series, series))
    return;
  stafet_expand_timing (count.series.timing, from, last, count_cb, &count);
  affected->volunteers = g_hash_table_size (people);
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, NULL, &heads))
    affected->others += GPOINTER_TO_UINT (heads);
  affected->endless = to > last && count.series.timing->last_date > last;
}

static void
add_words (GString *words, char *more)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", more);
  g_free (more);
}

char *
stafet_affected_words (const StafetAffected *self, StafetLanguage language)
{
  GString *words = g_string_new (NULL);

  add_words (
    words, g_strdup_printf (stafet_i18n_plural (language, "%u volunteer", "%u volunteers", self->volunteers),
                            self->volunteers));
  if (self->others > 0)
    add_words (words, g_strdup_printf (stafet_i18n_plural (language, "%u from groups and guests",
                                                           "%u from groups and guests", self->others),
                                       self->others));
  if (self->signed_up > 0)
    add_words (
      words, g_strdup_printf (stafet_i18n_plural (language, "%u signed up", "%u signed up", self->signed_up),
                              self->signed_up));
  return g_string_free (words, FALSE);
}
