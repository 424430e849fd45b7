/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for dated places that a house has not answered about.
 */
#include "stafet-borrowings.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-entry-words.h"
#include "stafet-entry.h"

static void
borrowing_free (gpointer data)
{
  StafetBorrowing *self = data;

  g_object_unref (self->volunteer);
  g_object_unref (self->shift);
  g_free (self->title);
  g_free (self->house_name);
  g_free (self);
}

static gboolean
is_asked (const StafetSnapshot *snapshot, const StafetAgendaQuery *places, StafetUid uid)
{
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);

  if (house == NULL)
    return FALSE;
  if (places->house != NULL)
    return places->house == uid;
  if (places->area != NULL)
    return house->area == places->area;
  return places->houses == NULL || g_hash_table_contains (places->houses, uid);
}

/* Whether one of the houses is a home of hers. */
static gboolean
is_theirs (const StafetSnapshot *snapshot, const StafetAgendaQuery *places, StafetUid volunteer)
{
  const GPtrArray *links =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation != STAFET_VOLUNTEER_HOUSE_BLOCKED && is_asked (snapshot, places, link->house))
        return TRUE;
    }
  return FALSE;
}

static void
add (StafetSnapshot *snapshot, const StafetAssignment *row, StafetWall now, GPtrArray *found)
{
  StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, row->shift);
  StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, row->volunteer);
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry;
  const StafetHouse *house;

  if (shift == NULL || volunteer == NULL)
    return;
  agenda = stafet_agenda_new_occurrence (
    snapshot, shift->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT,
    shift->activity != NULL ? shift->activity : shift->parent.uid, row->date);
  if (agenda == NULL)
    return;
  entry = g_ptr_array_index (agenda->entries, 0);
  house = entry->house != NULL ? entry->house : stafet_entry_place_house (snapshot, entry);
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == row->shift && entry->shifts[i].end > now)
      {
        StafetBorrowing *self = g_new0 (StafetBorrowing, 1);

        self->volunteer = g_object_ref (volunteer);
        self->shift = g_object_ref (shift);
        self->date = row->date;
        self->start = entry->shifts[i].start;
        self->end = entry->shifts[i].end;
        self->title = stafet_entry_words_shift (entry, &entry->shifts[i]);
        self->house_name = g_strdup (house != NULL ? house->name : "");
        g_ptr_array_add (found, self);
      }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const StafetBorrowing *x = *(StafetBorrowing *const *) a, *y = *(StafetBorrowing *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return stafet_text_compare (x->volunteer->name, y->volunteer->name);
}

GPtrArray *
stafet_borrowings_find (StafetSnapshot *snapshot, const StafetAgendaQuery *places, StafetWall now)
{
  const GPtrArray *rows = stafet_snapshot_all (snapshot, STAFET_KIND_ASSIGNMENT);
  GPtrArray *found = g_ptr_array_new_with_free_func (borrowing_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (rows, i);

      if (row->borrowed == STAFET_BORROWED_ASKED && row->state != STAFET_ASSIGNMENT_DECLINED
          && row->volunteer != NULL && is_theirs (snapshot, places, row->volunteer))
        add (snapshot, row, now, found);
    }
  g_ptr_array_sort (found, compare);
  return found;
}

char *
stafet_borrowing_words (const StafetBorrowing *self, StafetLanguage language)
{
  return g_strdup_printf (stafet_i18n_text (language, N_ ("%s wants to borrow %s")), self->house_name,
                          self->volunteer->name);
}

char *
stafet_borrowing_when (const StafetBorrowing *self, StafetLanguage language)
{
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (self->start));
  g_autofree char *time = stafet_words_time_span (language, self->start, self->end);

  return g_strdup_printf ("%s, %s %s", self->title, day, time);
}
