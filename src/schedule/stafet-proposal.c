/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes an instance of the plan's holes, and reads its solution.
 */
#include "stafet-proposal.h"

#include "stafet-asks.h"
#include "stafet-candidate-reasons.h"
#include "stafet-eligibility.h"
#include "stafet-experience.h"
#include "stafet-postcodes.h"
#include "stafet-proposal-again.h"
#include "stafet-turns.h"

#define MEMORY_DAYS 56
/* Of a cap that she has not stated. */
#define NO_CAP 1000

typedef struct
{
  StafetProposal *self;
  const StafetProposalQuery *query;
  GHashTable *moved;   /* stafet_turns_find_moved()'s */
  GHashTable *numbers; /* StafetVolunteer → its number + 1 */
  GPtrArray *turns;    /* of each volunteer: a GArray of StafetTurn */
  GHashTable *known;   /* series uid → GHashTable of StafetExperience */
  GHashTable *comers;  /* place_key() → GArray of guint: who comes there */
  GHashTable *series;  /* series uid → number + 1 */
  GArray *pairs;       /* StafetRosterOption */
  GPtrArray *unrung;   /* StafetAssignment */
  GHashTable *asks;    /* stafet_asks_new()'s */
} Making;

/* ——— Holes ——— */

static gboolean
is_hole (const Making *m, const StafetEntry *entry, const StafetStaffing *staffing)
{
  return entry->status != STAFET_STATUS_CANCELLED && staffing->start >= m->query->now
         && staffing->filled + staffing->asked < staffing->wanted;
}

static guint
number_series (Making *m, StafetUid series)
{
  gpointer number = g_hash_table_lookup (m->series, series);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (m->series) + 1);
      g_hash_table_insert (m->series, (gpointer) series, number);
      g_ptr_array_add (m->self->instance->series, g_strdup (series));
    }
  return GPOINTER_TO_UINT (number) - 1;
}

/* Houses only tell shifts apart that are at different ones: pairs bring their own distance. */
static void
add_houses (Making *m)
{
  const GPtrArray *houses = stafet_snapshot_all (m->self->snapshot, STAFET_KIND_HOUSE);

  for (guint i = 0; i <= houses->len; i++)
    {
      /* The last one is for what is at none. */
      StafetRosterHouse house = { g_strdup (i < houses->len ? ((StafetRecord *) houses->pdata[i])->uid
                                                            : "") };

      g_array_append_val (m->self->instance->houses, house);
    }
}

static guint
number_house (const Making *m, const StafetEntry *entry)
{
  const GPtrArray *houses = stafet_snapshot_all (m->self->snapshot, STAFET_KIND_HOUSE);
  StafetHouse *house = stafet_entry_place_house (m->self->snapshot, entry);
  guint at;

  return house != NULL && g_ptr_array_find ((GPtrArray *) houses, house, &at) ? at : houses->len;
}

static void
add_hole (Making *m, const StafetEntry *entry, const StafetStaffing *staffing, guint group)
{
  StafetHole hole = { entry, staffing };
  StafetRosterShift shift = { .series = number_series (m, entry->series),
                              .house = number_house (m, entry),
                              .skill = STAFET_ROSTER_NONE,
                              .start = staffing->start,
                              .end = staffing->end,
                              .wanted = staffing->wanted - staffing->filled - staffing->asked,
                              .there = staffing->filled + staffing->asked,
                              .group = group,
                              .priority = CLAMP (staffing->shift->priority, 1, 3),
                              .unpopular = staffing->shift->unpopular };

  shift.id = g_strdup_printf ("%s %d", staffing->shift->parent.uid, entry->original);
  g_array_append_val (m->self->holes, hole);
  g_array_append_val (m->self->instance->shifts, shift);
}

static void
add_holes (Making *m)
{
  const GPtrArray *entries = m->self->agenda->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->n_shifts; j++)
        if (is_hole (m, entry, &entry->shifts[j]))
          add_hole (m, entry, &entry->shifts[j], i + 1);
    }
}

/* ——— People ——— */

static int
or_else (gint32 value, int fallback)
{
  return value != STAFET_INTEGER_NONE ? value : fallback;
}

/* What she has already: her load, and what counts in her caps. */
static void
count_turns (const Making *m, const GArray *turns, StafetRosterVolunteer *person)
{
  StafetDate first = m->query->places.from - MEMORY_DAYS;

  for (guint i = 0; i < turns->len; i++)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);
      StafetDate date = stafet_wall_date (turn->start);

      if (turn->if_needed)
        continue;
      g_array_append_val (person->taken, date);
      if (date < first || date > m->query->places.to)
        continue;
      person->recent_load++;
      person->recent_unpopular += turn->shift->unpopular;
    }
}

static guint
add_person (Making *m, StafetVolunteer *volunteer)
{
  StafetProposal *self = m->self;
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));
  StafetRosterVolunteer person;
  guint all = G_MAXUINT, number = self->people->len;

  stafet_roster_volunteer_init (&person, volunteer->parent.uid);
  person.per_day = or_else (volunteer->per_day, NO_CAP);
  person.per_week = or_else (volunteer->per_week, NO_CAP);
  person.per_month = or_else (volunteer->per_month, NO_CAP);
  person.rest = MAX (0, volunteer->rest_minutes);
  person.wished = or_else (volunteer->wished_per_week, person.wished);
  stafet_fitness_add_turns (self->snapshot, m->moved, volunteer, m->query->places.from, m->query->places.to,
                            turns);
  count_turns (m, turns, &person);
  g_array_append_val (self->instance->volunteers, person);
  g_ptr_array_add (self->people, volunteer);
  g_array_append_val (self->hindrances, all);
  g_ptr_array_add (m->turns, turns);
  g_hash_table_insert (m->numbers, volunteer, GUINT_TO_POINTER (number + 1));
  return number;
}

static guint
number_person (Making *m, StafetVolunteer *volunteer)
{
  gpointer number = g_hash_table_lookup (m->numbers, volunteer);

  return number != NULL ? GPOINTER_TO_UINT (number) - 1 : add_person (m, volunteer);
}

/* Whether she said that she comes there: it is one of her houses, or within what she goes. */
static gboolean
comes (const StafetVolunteer *volunteer, const StafetFitness *fitness)
{
  if (volunteer->status == STAFET_VOLUNTEER_STOPPED
      || (fitness->hindrances & (STAFET_HINDRANCE_BLOCKED | STAFET_HINDRANCE_TOO_FAR)) != 0)
    return FALSE;
  return fitness->home
         || (volunteer->radius_km != STAFET_INTEGER_NONE && fitness->metres != STAFET_DISTANCE_UNKNOWN);
}

/* All that who comes there depends on. (transfer full) */
static char *
place_key (const StafetNeed *need)
{
  GString *key = g_string_new (need->house != NULL ? need->house->parent.uid : "");

  g_string_append_printf (key, " %s", need->entry->house != NULL ? need->entry->house->parent.uid : "");
  for (guint i = 0; i < need->entry->n_visits; i++)
    if (need->entry->visits[i].ward != NULL)
      g_string_append_printf (key, " %s", need->entry->visits[i].ward->house);
  return g_string_free (key, FALSE);
}

/* Much is at one place: who comes there is found once for all of it. */
static const GArray *
find_comers (Making *m, StafetNeed *need)
{
  const GPtrArray *all = stafet_snapshot_all (m->self->snapshot, STAFET_KIND_VOLUNTEER);
  g_autofree char *key = place_key (need);
  GArray *comers = g_hash_table_lookup (m->comers, key);

  if (comers != NULL)
    return comers;
  comers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < all->len; i++)
    {
      StafetFitness fitness = { 0 };

      stafet_fitness_judge_house (need, g_ptr_array_index (all, i), &fitness);
      if (comes (g_ptr_array_index (all, i), &fitness))
        {
          guint number = number_person (m, g_ptr_array_index (all, i));

          g_array_append_val (comers, number);
        }
    }
  g_hash_table_insert (m->comers, g_steal_pointer (&key), comers);
  return comers;
}

/* ——— Pairs ——— */

static const StafetExperience *
find_experience (Making *m, const StafetNeed *need, const StafetVolunteer *volunteer)
{
  StafetUid series = need->entry->series;
  GHashTable *people = g_hash_table_lookup (m->known, series);

  if (people == NULL)
    {
      people =
        stafet_experience_new (m->self->snapshot, m->moved, need->staffing->shift, m->query->places.from);
      g_hash_table_insert (m->known, (gpointer) series, people);
    }
  return g_hash_table_lookup (people, volunteer->parent.uid);
}

static void
add_pair (Making *m, const StafetNeed *need, guint shift, guint person, const StafetFitness *fitness)
{
  StafetVolunteer *volunteer = g_ptr_array_index (m->self->people, person);
  const StafetExperience *experience = find_experience (m, need, volunteer);
  StafetRosterOption option = { shift, person };

  option.own.time = fitness->preferred ? 0 : STAFET_ROSTER_TIME;
  option.own.house = fitness->home ? 0 : STAFET_ROSTER_HOUSE_AWAY;
  option.own.distance = stafet_roster_distance_cost (fitness->metres);
  option.own.asked = stafet_roster_asked_cost (stafet_asks_of (m->asks, volunteer));
  option.own = stafet_roster_weigh (m->self->instance, option.own);
  option.partner = fitness->partner != NULL ? -stafet_roster_partner_worth (m->self->instance) : 0;
  option.new_face = experience == NULL || (!experience->regular && experience->times == 0);
  g_array_append_val (m->pairs, option);
}

/* How far through the rules she comes. */
static void
count_stage (StafetHole *hole, const StafetFitness *fitness)
{
  static const guint stages[] = {
    STAFET_HINDRANCE_SKILL | STAFET_HINDRANCE_CHECK,
    STAFET_HINDRANCE_NOT_AVAILABLE,
    STAFET_HINDRANCE_ALREADY | STAFET_HINDRANCE_DECLINED | STAFET_HINDRANCE_PAUSED | STAFET_HINDRANCE_ABSENT
      | STAFET_HINDRANCE_APART,
    G_MAXUINT,
  };
  guint *counts[] = { &hole->able, &hole->hours, &hole->present, &hole->free };

  hole->come++;
  for (guint i = 0; i < G_N_ELEMENTS (stages) && (fitness->hindrances & stages[i]) == 0; i++)
    (*counts[i])++;
}

static void
judge_hole (Making *m, guint shift)
{
  StafetProposal *self = m->self;
  StafetHole *hole = STAFET_PROPOSAL_HOLE (self, shift);
  g_auto (StafetNeed) need = { NULL };
  const GArray *comers;

  stafet_need_init (&need, self->snapshot, hole->entry, hole->staffing);
  comers = find_comers (m, &need);
  for (guint i = 0; i < comers->len; i++)
    {
      guint person = g_array_index (comers, guint, i);
      const StafetVolunteer *volunteer = g_ptr_array_index (self->people, person);
      StafetFitness fitness;

      stafet_fitness_judge (&need, volunteer, &fitness);
      if (fitness.if_needed)
        fitness.hindrances |= STAFET_HINDRANCE_ALREADY;
      if (fitness.ask_first && !m->query->ask_first)
        fitness.hindrances |= STAFET_HINDRANCE_NOT_AVAILABLE;
      if (fitness.hindrances == 0)
        stafet_fitness_judge_turns (&need, volunteer, g_ptr_array_index (m->turns, person), &fitness);
      count_stage (hole, &fitness);
      g_array_index (self->hindrances, guint, person) &= fitness.hindrances;
      if (fitness.hindrances == 0)
        add_pair (m, &need, shift, person, &fitness);
    }
}

/* ——— Who is asked already ——— */

static guint
find_hole (const Making *m, const StafetAssignment *assignment)
{
  for (guint i = 0; i < m->self->holes->len; i++)
    {
      const StafetHole *hole = STAFET_PROPOSAL_HOLE (m->self, i);

      if (hole->staffing->shift->parent.uid == assignment->shift && hole->entry->original == assignment->date)
        return i;
    }
  return STAFET_ROSTER_NONE;
}

static gboolean
has_pair (const Making *m, const StafetRosterPair *pair)
{
  for (guint i = 0; i < m->pairs->len; i++)
    {
      const StafetRosterOption *option = &g_array_index (m->pairs, StafetRosterOption, i);

      if (option->shift == pair->shift && option->volunteer == pair->volunteer)
        return TRUE;
    }
  return FALSE;
}

/* Whoever asked her knows why, also where she would not be proposed. */
static void
publish (Making *m, const StafetAssignment *assignment)
{
  StafetProposal *self = m->self;
  StafetRosterPair pair = { find_hole (m, assignment), STAFET_ROSTER_NONE };
  StafetVolunteer *volunteer =
    stafet_snapshot_get (self->snapshot, STAFET_KIND_VOLUNTEER, assignment->volunteer);

  if (pair.shift == STAFET_ROSTER_NONE)
    return;
  pair.volunteer = number_person (m, volunteer);
  if (!has_pair (m, &pair))
    {
      const StafetHole *hole = STAFET_PROPOSAL_HOLE (self, pair.shift);
      g_auto (StafetNeed) need = { NULL };
      StafetFitness fitness;

      stafet_need_init (&need, self->snapshot, hole->entry, hole->staffing);
      stafet_fitness_judge (&need, volunteer, &fitness);
      add_pair (m, &need, pair.shift, pair.volunteer, &fitness);
    }
  g_array_append_val (self->instance->published, pair);
}

static gboolean
is_published (const StafetProposal *self, guint shift, guint volunteer)
{
  for (guint i = 0; i < self->instance->published->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (self->instance->published, StafetRosterPair, i);

      if (pair->shift == shift && pair->volunteer == volunteer)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_on (const StafetProposal *self, const StafetRosterPair *pair)
{
  const GArray *on = self->plan->on[pair->shift];

  for (guint i = 0; i < on->len; i++)
    if (g_array_index (on, guint, i) == pair->volunteer)
      return TRUE;
  return FALSE;
}

/* Of the lines only what is new stays; of who is asked what the plan no longer has is taken back. */
static void
tell_apart (StafetProposal *self)
{
  const GArray *published = self->instance->published;

  for (guint i = self->lines->len; i-- > 0;)
    {
      const StafetRosterLine *line = &g_array_index (self->lines, StafetRosterLine, i);

      if (!is_published (self, line->shift, line->volunteer))
        continue;
      g_array_remove_index (self->lines, i);
      self->kept++;
    }
  for (guint i = 0; i < published->len; i++)
    if (!is_on (self, &g_array_index (published, StafetRosterPair, i)))
      g_array_append_vals (self->withdrawn, &g_array_index (published, StafetRosterPair, i), 1);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const StafetRosterOption *x = a, *y = b;

  if (x->shift != y->shift)
    return x->shift < y->shift ? -1 : 1;
  return x->volunteer < y->volunteer ? -1 : x->volunteer > y->volunteer;
}

/* ——— Company ——— */

/* The number of @uid in the instance; STAFET_ROSTER_NONE when she is not in it. */
static guint
find_person (const Making *m, StafetUid uid)
{
  StafetVolunteer *volunteer = stafet_snapshot_get (m->self->snapshot, STAFET_KIND_VOLUNTEER, uid);
  gpointer number = volunteer != NULL ? g_hash_table_lookup (m->numbers, volunteer) : NULL;

  return number != NULL ? GPOINTER_TO_UINT (number) - 1 : STAFET_ROSTER_NONE;
}

static void
add_company (Making *m, guint person)
{
  StafetProposal *self = m->self;
  const StafetVolunteer *volunteer = g_ptr_array_index (self->people, person);
  const GPtrArray *links =
    stafet_snapshot_index (self->snapshot, STAFET_INDEX_PARTNER_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);
      guint other = find_person (m, link->other);

      if (other == STAFET_ROSTER_NONE || other == person)
        continue;
      if (link->relation == STAFET_PARTNER_WITH)
        g_array_append_val (STAFET_ROSTER_VOLUNTEER (self->instance, person)->partners, other);
      else
        {
          g_array_append_val (STAFET_ROSTER_VOLUNTEER (self->instance, person)->apart, other);
          g_array_append_val (STAFET_ROSTER_VOLUNTEER (self->instance, other)->apart, person);
        }
    }
}

/* ——— The whole ——— */

static void
make_instance (Making *m)
{
  StafetProposal *self = m->self;

  self->instance->first = m->query->places.from;
  self->instance->days = m->query->places.to - m->query->places.from + 1;
  self->instance->travel = STAFET_TRAVEL_MINUTES;
  if (m->query->weights.fair > 0)
    self->instance->weights = m->query->weights;
  add_houses (m);
  add_holes (m);
  for (guint i = 0; i < self->holes->len; i++)
    judge_hole (m, i);
  for (guint i = 0; i < m->unrung->len; i++)
    publish (m, g_ptr_array_index (m->unrung, i));
  for (guint i = 0; i < self->people->len; i++)
    add_company (m, i);
  stafet_roster_instance_finish (self->instance);
  g_array_sort (m->pairs, compare_pairs);
}

/* (transfer full) of StafetReason */
static GPtrArray *
reasons_of (Making *m, const StafetRosterLine *line)
{
  StafetProposal *self = m->self;
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (self, line->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (self->people, line->volunteer);
  g_auto (StafetNeed) need = { NULL };
  StafetFitness fitness;

  stafet_need_init (&need, self->snapshot, hole->entry, hole->staffing);
  stafet_fitness_judge (&need, volunteer, &fitness);
  return stafet_candidate_reasons_new (&need, volunteer, &fitness, find_experience (m, &need, volunteer),
                                       m->query->language);
}

static void
read_plan (Making *m)
{
  StafetProposal *self = m->self;

  self->lines = stafet_roster_lines_new (self->plan);
  self->withdrawn = g_array_new (FALSE, FALSE, sizeof (StafetRosterPair));
  tell_apart (self);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (self->reasons, reasons_of (m, &g_array_index (self->lines, StafetRosterLine, i)));
}

/* (transfer container) of StafetAssignment */
static GPtrArray *
take_snapshot (StafetProposal *self, StafetSnapshot *snapshot, const StafetProposalQuery *query)
{
  GPtrArray *unrung;

  self->as_is = stafet_agenda_new (snapshot, &query->places);
  unrung =
    query->again ? stafet_proposal_find_unrung (snapshot, self->as_is, query->now) : g_ptr_array_new ();
  self->snapshot =
    unrung->len > 0 ? stafet_proposal_take_back (snapshot, unrung) : stafet_snapshot_ref (snapshot);
  self->agenda = unrung->len > 0 ? stafet_agenda_new (self->snapshot, &query->places) : self->as_is;
  return unrung;
}

StafetProposal *
stafet_proposal_new (StafetSnapshot *snapshot, const StafetProposalQuery *query, const StafetRosterWork *work)
{
  StafetProposal *self = g_new0 (StafetProposal, 1);
  g_autoptr (GPtrArray) unrung = take_snapshot (self, snapshot, query);
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (self->snapshot);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL), series = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) comers =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) turns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) asks = stafet_asks_new (snapshot, query->now);
  Making m = { self,    query,  moved,
               numbers, turns,  known,
               comers,  series, g_array_new (FALSE, FALSE, sizeof (StafetRosterOption)),
               unrung,  asks };

  self->holes = g_array_new (FALSE, FALSE, sizeof (StafetHole));
  self->people = g_ptr_array_new ();
  self->hindrances = g_array_new (FALSE, FALSE, sizeof (guint));
  self->instance = stafet_roster_instance_new ();
  make_instance (&m);
  self->options = stafet_roster_options_new_given (self->instance, m.pairs);
  self->plan = stafet_roster_solve (self->options, work, &self->bound);
  read_plan (&m);
  return self;
}

void
stafet_proposal_free (StafetProposal *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->withdrawn);
  g_ptr_array_unref (self->reasons);
  stafet_roster_plan_free (self->plan);
  stafet_roster_options_free (self->options);
  stafet_roster_instance_free (self->instance);
  g_array_unref (self->hindrances);
  g_ptr_array_unref (self->people);
  g_array_unref (self->holes);
  if (self->as_is != self->agenda)
    stafet_agenda_free (self->as_is);
  stafet_agenda_free (self->agenda);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

gboolean
stafet_proposal_is_proved (const StafetProposal *self)
{
  return self->plan->cost.coverage == self->bound;
}

int
stafet_proposal_left (const StafetProposal *self, guint hole)
{
  return STAFET_ROSTER_SHIFT (self->instance, hole)->wanted - (int) self->plan->on[hole]->len;
}

/* ——— Why ——— */

char *
stafet_proposal_why_empty (const StafetProposal *self, guint number, StafetLanguage language)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (self, number);

  if (hole->come == 0)
    return g_strdup (stafet_i18n_text (language, N_ ("nobody has said that she comes to this house")));
  if (hole->able == 0)
    return g_strdup_printf (
      stafet_i18n_plural (language, "%u comes to the house, but has not the skill or the check",
                          "%u come to the house, but none has the skill or the check", hole->come),
      hole->come);
  if (hole->hours == 0)
    return g_strdup_printf (stafet_i18n_plural (language, "%u can do it, but her times do not hold it",
                                                "%u can do it, but the times of none hold it", hole->able),
                            hole->able);
  if (hole->present == 0)
    return g_strdup_printf (stafet_i18n_plural (language, "%u has such times, but is not free",
                                                "%u have such times, but none is free", hole->hours),
                            hole->hours);
  if (hole->free == 0)
    return g_strdup_printf (stafet_i18n_plural (language, "%u is free, but has another shift, or enough",
                                                "%u are free, but each has another shift, or enough",
                                                hole->present),
                            hole->present);
  return g_strdup_printf (
    stafet_i18n_plural (language, "%u could, but is needed more elsewhere, or has enough then",
                        "%u could, but are needed more elsewhere, or have enough then", hole->free),
    hole->free);
}

static gboolean
is_used (const StafetProposal *self, guint person)
{
  return self->plan->shifts[person]->len > 0;
}

char *
stafet_proposal_why_unused (const StafetProposal *self, guint person, StafetLanguage language)
{
  static const struct
  {
    guint hindrances;
    const char *words;
  } causes[] = {
    { STAFET_HINDRANCE_PAUSED | STAFET_HINDRANCE_ABSENT, N_ ("is not free in this time") },
    { STAFET_HINDRANCE_NOT_AVAILABLE, N_ ("no hole is within her times") },
    { STAFET_HINDRANCE_SKILL | STAFET_HINDRANCE_CHECK,
      N_ ("what is missing takes another skill, or a check") },
    { STAFET_HINDRANCE_CAP_DAY | STAFET_HINDRANCE_CAP_WEEK | STAFET_HINDRANCE_CAP_MONTH,
      N_ ("has enough already") },
  };
  guint hindrances = g_array_index (self->hindrances, guint, person);

  if (is_used (self, person))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if ((hindrances & causes[i].hindrances) != 0)
      return g_strdup (stafet_i18n_text (language, causes[i].words));
  return g_strdup (
    stafet_i18n_text (language, hindrances == 0 ? N_ ("is not needed") : N_ ("no hole fits her")));
}
