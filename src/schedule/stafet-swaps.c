/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds both against the other's shift, each as if she were free of her own.
 */
#include "stafet-swaps.h"

#include "core/stafet-text.h"
#include "stafet-candidates.h"
#include "stafet-eligibility.h"
#include "stafet-entry-words.h"

#include <string.h>

typedef struct
{
  StafetSnapshot *snapshot;
  GHashTable *moved; /* stafet_turns_find_moved()'s */
  StafetVolunteer *volunteer;
  const StafetEntry *entry; /* hers */
  const StafetStaffing *staffing;
  StafetNeed hers;
  GPtrArray *swaps;
} Search;

static void
swap_free (gpointer data)
{
  StafetSwap *swap = data;

  g_object_unref (swap->shift);
  g_clear_object (&swap->other);
  g_free (swap->title);
  g_free (swap);
}

static const StafetStaffing *
find_staffing (const StafetEntry *entry, StafetUid shift)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == shift)
      return &entry->shifts[i];
  return NULL;
}

/* ——— Whether she could ——— */

/* Her turns without the one that she would leave. */
static GArray *
turns_without (const Search *s, StafetVolunteer *volunteer, const StafetNeed *need, StafetUid shift,
               StafetDate date)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  stafet_fitness_add_turns (s->snapshot, s->moved, volunteer, stafet_wall_date (need->start),
                            stafet_wall_date (need->end), turns);
  for (guint i = turns->len; i > 0; i--)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i - 1);

      if (turn->shift->parent.uid == shift && turn->original == date)
        g_array_remove_index_fast (turns, i - 1);
    }
  return turns;
}

/* @shift and @date: what she would leave. */
static gboolean
could (const Search *s, StafetNeed *need, StafetVolunteer *volunteer, StafetUid shift, StafetDate date)
{
  StafetFitness fitness;
  g_autoptr (GArray) turns = NULL;

  stafet_fitness_judge (need, volunteer, &fitness);
  if ((fitness.hindrances & ~STAFET_HINDRANCE_DECLINED) != 0)
    return FALSE;
  turns = turns_without (s, volunteer, need, shift, date);
  stafet_fitness_judge_turns (need, volunteer, turns, &fitness);
  return (fitness.hindrances & ~STAFET_HINDRANCE_DECLINED) == 0;
}

/* ——— Places ——— */

static gboolean
is_of_kind (const StafetShift *a, const StafetShift *b)
{
  const char *x = *a->skill != '\0' ? a->skill : a->role, *y = *b->skill != '\0' ? b->skill : b->role;
  g_autofree char *first = stafet_text_fold (x), *second = stafet_text_fold (y);

  return a->parent.uid == b->parent.uid || strcmp (first, second) == 0;
}

static void
add_swap (const Search *s, const StafetEntry *entry, const StafetStaffing *staffing, StafetVolunteer *other)
{
  StafetSwap *swap = g_new0 (StafetSwap, 1);

  swap->shift = g_object_ref (staffing->shift);
  swap->date = entry->original;
  swap->start = staffing->start;
  swap->end = staffing->end;
  swap->title = stafet_entry_words_shift (entry, staffing);
  swap->other = other != NULL ? g_object_ref (other) : NULL;
  g_ptr_array_add (s->swaps, swap);
}

static gboolean
is_on (const StafetStaffing *staffing, const StafetVolunteer *volunteer)
{
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer == volunteer)
      return TRUE;
  return FALSE;
}

static void
look_at (Search *s, const StafetEntry *entry, const StafetStaffing *staffing)
{
  g_auto (StafetNeed) need = { NULL };

  if (is_on (staffing, s->volunteer) || !is_of_kind (staffing->shift, s->staffing->shift))
    return;
  stafet_need_init (&need, s->snapshot, entry, staffing);
  if (!could (s, &need, s->volunteer, s->staffing->shift->parent.uid, s->entry->original))
    return;
  if (staffing->missing > 0)
    add_swap (s, entry, staffing, NULL);
  for (guint i = 0; i < staffing->n_places; i++)
    {
      StafetVolunteer *other = staffing->places[i].volunteer;

      if (other != NULL && stafet_place_is_filled (&staffing->places[i]) && !is_on (s->staffing, other)
          && could (s, &s->hers, other, staffing->shift->parent.uid, entry->original))
        add_swap (s, entry, staffing, other);
    }
}

static void
look_through (Search *s, StafetWall now)
{
  StafetAgendaQuery query = { .from = stafet_wall_date (now),
                              .to = stafet_wall_date (now) + STAFET_SWAP_DAYS };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (s->snapshot, &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        if (entry->shifts[j].start > now)
          look_at (s, entry, &entry->shifts[j]);
    }
}

GPtrArray *
stafet_swaps_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetVolunteer *volunteer,
                   StafetWall now)
{
  StafetKind kind = shift->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (
    snapshot, kind, shift->activity != NULL ? shift->activity : shift->parent.uid, date);
  Search s = { .snapshot = snapshot,
               .volunteer = volunteer,
               .swaps = g_ptr_array_new_with_free_func (swap_free) };

  if (agenda == NULL)
    return s.swaps;
  s.entry = g_ptr_array_index (agenda->entries, 0);
  s.staffing = find_staffing (s.entry, shift->parent.uid);
  if (s.staffing == NULL || s.entry->status == STAFET_STATUS_CANCELLED)
    return s.swaps;
  s.moved = stafet_turns_find_moved (snapshot);
  stafet_need_init (&s.hers, snapshot, s.entry, s.staffing);
  look_through (&s, now);
  stafet_need_clear (&s.hers);
  g_hash_table_unref (s.moved);
  return s.swaps;
}

/* ——— In words ——— */

char *
stafet_swap_hindrance (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                       StafetVolunteer *volunteer, StafetLanguage language)
{
  g_autoptr (GPtrArray) candidates =
    stafet_candidates_judge (snapshot, shift, date, stafet_wall_new (date, 0), volunteer, language, NULL);
  GString *text = g_string_new (NULL);
  const StafetCandidate *candidate;

  if (candidates == NULL)
    return g_string_free (text, FALSE);
  candidate = g_ptr_array_index (candidates, 0);
  for (guint i = 0; !candidate->possible && i < candidate->reasons->len; i++)
    {
      const StafetReason *reason = g_ptr_array_index (candidate->reasons, i);

      if (strcmp (reason->code, "declined") != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", reason->text);
    }
  return g_string_free (text, FALSE);
}
