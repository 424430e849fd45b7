/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds, costs and ranks those who could take a shift.
 */
#include "stafet-candidates.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-asks.h"
#include "stafet-candidate-reasons.h"
#include "stafet-roster.h"

#include <string.h>

#define LOAD_STEP 4
#define LOAD_STEPS 5
#define LOAD_DAYS 63 /* eight weeks' memory and the week itself */

G_DEFINE_QUARK (stafet_schedule_error, stafet_schedule_error)

typedef struct
{
  StafetNeed need;
  StafetLanguage language;
  GHashTable *moved;      /* stafet_turns_find_moved()'s */
  GArray *turns;          /* of the volunteer at hand */
  GHashTable *experience; /* StafetUid → StafetExperience */
  GHashTable *asks;       /* stafet_asks_new()'s */
  GPtrArray *candidates;
} Search;

/* ——— Costs ——— */

/* Rounded towards minus infinity. */
static int
divide (int a, int b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static int
load_cost (const StafetVolunteer *volunteer, int recent)
{
  int wished = volunteer->wished_per_week != STAFET_INTEGER_NONE ? volunteer->wished_per_week : 100;
  int above = divide (700 * (recent + 1) - wished * LOAD_DAYS, 700);

  return LOAD_STEP * (LOAD_STEPS + CLAMP (above, -LOAD_STEPS, LOAD_STEPS));
}

static gboolean
is_new_face (const StafetExperience *experience)
{
  return experience == NULL || (!experience->regular && experience->times == 0);
}

static void
count_cost (StafetCandidate *candidate, const StafetFitness *fitness, const StafetExperience *experience)
{
  StafetCandidateCost *cost = &candidate->cost;

  cost->new_face = is_new_face (experience) ? STAFET_ROSTER_NEW_FACE : 0;
  cost->time = fitness->preferred ? 0 : STAFET_ROSTER_TIME;
  cost->house = fitness->home ? 0 : STAFET_ROSTER_HOUSE_AWAY;
  cost->distance = stafet_roster_distance_cost (fitness->metres);
  cost->load = load_cost (candidate->volunteer, fitness->recent);
  cost->asked = stafet_roster_asked_cost (candidate->asked);
  cost->partner = fitness->partner != NULL ? -STAFET_ROSTER_PARTNER : 0;
  candidate->total =
    cost->new_face + cost->time + cost->house + cost->distance + cost->load + cost->asked + cost->partner;
}

/* ——— Ranking ——— */

static void
candidate_free (StafetCandidate *candidate)
{
  g_ptr_array_unref (candidate->reasons);
  g_free (candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const StafetCandidate *x = *(StafetCandidate *const *) a, *y = *(StafetCandidate *const *) b;
  int order;

  if (x->possible != y->possible)
    return x->possible ? -1 : 1;
  if (x->possible && x->if_needed != y->if_needed)
    return x->if_needed ? -1 : 1;
  if (x->possible && x->ask_first != y->ask_first)
    return x->ask_first ? 1 : -1;
  if (x->possible && x->total != y->total)
    return x->total < y->total ? -1 : 1;
  order = stafet_text_compare (x->volunteer->name, y->volunteer->name);
  return order != 0 ? order : strcmp (x->volunteer->parent.uid, y->volunteer->parent.uid);
}

static void
add_candidate (Search *s, StafetVolunteer *volunteer, const StafetFitness *fitness,
               const StafetExperience *experience)
{
  StafetCandidate *candidate = g_new0 (StafetCandidate, 1);

  candidate->volunteer = volunteer;
  candidate->possible = fitness->hindrances == 0;
  candidate->ask_first = fitness->ask_first;
  candidate->if_needed = fitness->if_needed;
  candidate->lender = fitness->lender;
  candidate->asked = stafet_asks_of (s->asks, volunteer);
  count_cost (candidate, fitness, experience);
  candidate->reasons = stafet_candidate_reasons_new (&s->need, volunteer, fitness, experience, s->language);
  g_ptr_array_add (s->candidates, candidate);
}

/* @surely: also when nobody would ask about her. */
static void
consider (Search *s, StafetVolunteer *volunteer, gboolean surely)
{
  const StafetExperience *experience = g_hash_table_lookup (s->experience, volunteer->parent.uid);
  StafetFitness fitness;
  gboolean relevant;

  stafet_fitness_judge (&s->need, volunteer, &fitness);
  relevant = surely || fitness.home || experience != NULL;
  if (fitness.hindrances != 0 && !relevant)
    return;
  g_array_set_size (s->turns, 0);
  stafet_fitness_add_turns (s->need.snapshot, s->moved, volunteer, stafet_wall_date (s->need.start),
                            stafet_wall_date (s->need.end), s->turns);
  stafet_fitness_judge_turns (&s->need, volunteer, s->turns, &fitness);
  if (fitness.hindrances == 0 || relevant)
    add_candidate (s, volunteer, &fitness, experience);
}

/* ——— The date ——— */

static gboolean
check_date (const StafetAgenda *agenda, const StafetShift *shift, StafetDate date, GError **error)
{
  g_autofree char *day = NULL;

  if (agenda != NULL
      && ((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->status != STAFET_STATUS_CANCELLED)
    return TRUE;
  day = stafet_words_date (stafet_i18n_get_language (), date);
  if (agenda == NULL)
    g_set_error (error, STAFET_SCHEDULE_ERROR, STAFET_SCHEDULE_ERROR_NO_DATE,
                 _ ("“%s” does not take place on %s. A date that was moved goes by its original date."),
                 shift->role, day);
  else
    g_set_error (
      error, STAFET_SCHEDULE_ERROR, STAFET_SCHEDULE_ERROR_CANCELLED,
      _ ("“%s” is cancelled on %s, so nobody is needed. Restore the date first if it is held after all."),
      shift->role, day);
  return FALSE;
}

static const StafetStaffing *
find_staffing (const StafetEntry *entry, StafetUid shift)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    if (entry->shifts[i].shift->parent.uid == shift)
      return &entry->shifts[i];
  g_return_val_if_reached (NULL);
}

/* @only: her alone; nullable. */
static GPtrArray *
search (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetWall now, StafetVolunteer *only,
        StafetLanguage language, GError **error)
{
  StafetKind kind = shift->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid series = shift->activity != NULL ? shift->activity : shift->parent.uid;
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new_occurrence (snapshot, kind, series, date);
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  const StafetEntry *entry;
  Search s = { .language = language };

  if (!check_date (agenda, shift, date, error))
    return NULL;
  entry = g_ptr_array_index (agenda->entries, 0);
  stafet_need_init (&s.need, snapshot, entry, find_staffing (entry, shift->parent.uid));
  s.moved = stafet_turns_find_moved (snapshot);
  s.turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));
  s.experience = stafet_experience_new (snapshot, s.moved, shift, date);
  s.asks = stafet_asks_new (snapshot, now);
  s.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  if (only != NULL)
    consider (&s, only, TRUE);
  for (guint i = 0; only == NULL && i < volunteers->len; i++)
    consider (&s, g_ptr_array_index (volunteers, i), FALSE);
  g_ptr_array_sort (s.candidates, compare_candidates);
  g_hash_table_unref (s.experience);
  g_hash_table_unref (s.asks);
  g_hash_table_unref (s.moved);
  g_array_unref (s.turns);
  stafet_need_clear (&s.need);
  return s.candidates;
}

GPtrArray *
stafet_candidates_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetWall now,
                        StafetLanguage language, GError **error)
{
  return search (snapshot, shift, date, now, NULL, language, error);
}

GPtrArray *
stafet_candidates_judge (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date, StafetWall now,
                         StafetVolunteer *volunteer, StafetLanguage language, GError **error)
{
  return search (snapshot, shift, date, now, volunteer, language, error);
}
