/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with whole numbers alone, so that every machine
 * goes the same way.
 */
#include "stafet-roster-anneal.h"

#include "stafet-roster-chance.h"

#define AT(array, i) (g_array_index (array, guint, i))
/* Of a temperature, in 65536ths of a point. */
#define COLDEST 4096
#define ONE_POINT 65536
#define PATIENCE 4096
/* Of sixteen moves the first ones are of a series, and so many after them are exchanges. */
#define N_EXCHANGES 5
/* So many of her shifts may be in the way of one. */
#define MOST_GIVEN 2
/* So many of what she could take are looked at for one that is empty. */
#define MOST_LOOKS 8

typedef struct
{
  StafetRosterPlan *plan;
  const StafetRosterOptions *options;
  guint64 chance;
  gint64 temperature;
  /* Changes of the move under way, to be taken back. */
  guint changed[64];
  guint n_changed;
  StafetRosterCost before;
  gint64 luck; /* so much worse it may become, in 65536ths of a point; below 0: not rolled yet */
} Anneal;

/* ——— Chance ——— */

static guint
below (Anneal *a, guint n)
{
  return stafet_roster_chance_below (&a->chance, n);
}

/* -ln (u) for u evenly spread over (0, 1], in 65536ths, by the bits of a logarithm to the base 2. */
static gint64
exponential (Anneal *a)
{
  guint64 u = (stafet_roster_chance_next (&a->chance) >> 33) + 1; /* 1 … 2^31 */
  gint64 log2 = 0;
  guint64 x = u;
  int whole = 0;

  while (x >= 2)
    {
      x >>= 1;
      whole++;
    }
  x = whole <= 31 ? u << (31 - whole) : u >> (whole - 31); /* 2^31 … 2^32 - 1: 1 … 2 */
  for (int bit = 15; bit >= 0; bit--)
    {
      x = (x * x) >> 31;
      if (x >= (guint64) 1 << 32)
        {
          log2 |= (gint64) 1 << bit;
          x >>= 1;
        }
    }
  log2 += (gint64) whole << 16;
  /* 45426 / 65536 is ln 2. */
  return ((((gint64) 31 << 16) - log2) * 45426) >> 16;
}

/* ——— A move ——— */

static void
begin (Anneal *a)
{
  a->n_changed = 0;
  a->before = a->plan->cost;
  a->luck = -1;
}

static gboolean
remove_option (Anneal *a, guint option)
{
  if (option == STAFET_ROSTER_NONE || !a->plan->chosen[option] || a->n_changed == G_N_ELEMENTS (a->changed))
    return FALSE;
  stafet_roster_plan_remove (a->plan, option);
  a->changed[a->n_changed++] = option;
  return TRUE;
}

static gboolean
add_option (Anneal *a, guint option)
{
  if (option == STAFET_ROSTER_NONE || a->n_changed == G_N_ELEMENTS (a->changed)
      || !stafet_roster_plan_fits (a->plan, option, STAFET_ROSTER_NONE))
    return FALSE;
  stafet_roster_plan_add (a->plan, option);
  a->changed[a->n_changed++] = option;
  return TRUE;
}

/* Takes back all but the first @n changes. */
static void
take_back_to (Anneal *a, guint n)
{
  while (a->n_changed > n)
    {
      guint option = a->changed[--a->n_changed];

      if (a->plan->chosen[option])
        stafet_roster_plan_remove (a->plan, option);
      else
        stafet_roster_plan_add (a->plan, option);
    }
}

/* Nothing more may be empty or changed; a little more of what people like less may, while it is warm. */
static gboolean
is_accepted (Anneal *a, const StafetRosterCost *now)
{
  gint64 worse = now->preference - a->before.preference;

  if (now->coverage != a->before.coverage)
    return now->coverage < a->before.coverage;
  if (now->changes != a->before.changes)
    return now->changes < a->before.changes;
  if (worse > 0 && a->luck < 0)
    a->luck = (a->temperature * exponential (a)) >> 16;
  return worse <= 0 || worse * ONE_POINT <= a->luck;
}

static void
end (Anneal *a, gboolean made)
{
  if (!made || !is_accepted (a, &a->plan->cost))
    take_back_to (a, 0);
}

/* A shift of hers that is no lock; STAFET_ROSTER_NONE when there is none. */
static guint
some_shift_of (Anneal *a, guint v, guint but)
{
  const GArray *shifts = a->plan->shifts[v];
  guint s;

  if (shifts->len == 0)
    return STAFET_ROSTER_NONE;
  s = AT (shifts, below (a, shifts->len));
  return s != but ? s : STAFET_ROSTER_NONE;
}

/* Whoever is on the shift and may leave it, as an option. */
static guint
some_option_on (Anneal *a, guint s)
{
  const GArray *on = a->plan->on[s];
  guint option;

  if (on->len == 0)
    return STAFET_ROSTER_NONE;
  option = stafet_roster_plan_option (a->plan, s, AT (on, below (a, on->len)));
  return option != STAFET_ROSTER_NONE && a->plan->chosen[option] ? option : STAFET_ROSTER_NONE;
}

/* One of hers without which she could take @wanted, else one that collides with it; STAFET_ROSTER_NONE when
 * it is neither. */
static guint
some_in_the_way (Anneal *a, guint wanted)
{
  const StafetRosterOption *o = &a->options->options[wanted];
  const GArray *mine = a->plan->shifts[o->volunteer];
  guint begun = mine->len > 0 ? below (a, mine->len) : 0, found = STAFET_ROSTER_NONE;

  for (guint i = 0; i < mine->len; i++)
    {
      guint s = AT (mine, (begun + i) % mine->len);

      if (stafet_roster_plan_is_free (a->plan, wanted, s))
        return s;
      if (s != o->shift
          && stafet_roster_collide (a->plan->instance, STAFET_ROSTER_SHIFT (a->plan->instance, s),
                                    STAFET_ROSTER_SHIFT (a->plan->instance, o->shift),
                                    STAFET_ROSTER_VOLUNTEER (a->plan->instance, o->volunteer)->rest))
        found = s;
    }
  return found;
}

static gboolean
has_room (const StafetRosterPlan *plan, guint s)
{
  return (gint32) plan->on[s]->len < STAFET_ROSTER_SHIFT (plan->instance, s)->wanted;
}

/* Whoever could take @s that becomes free: who leaves another one for it, or else anybody. */
static guint
some_taker (Anneal *a, guint s, guint leaving)
{
  const StafetRosterOption *left = leaving != STAFET_ROSTER_NONE ? &a->options->options[leaving] : NULL;
  guint n = a->options->first[s + 1] - a->options->first[s];
  guint option = left != NULL ? stafet_roster_plan_option (a->plan, s, left->volunteer) : STAFET_ROSTER_NONE;

  if (option != STAFET_ROSTER_NONE && stafet_roster_plan_is_free (a->plan, option, left->shift))
    return option;
  option = a->options->first[s] + below (a, n);
  return stafet_roster_plan_is_free (a->plan, option, STAFET_ROSTER_NONE) ? option : STAFET_ROSTER_NONE;
}

/* Whether it is accepted that @wanted takes the place of @leaving: they are both on the shift for a moment.
 */
static gboolean
pays (Anneal *a, guint wanted, guint leaving)
{
  const StafetRosterOption *in = &a->options->options[wanted], *out = &a->options->options[leaving];
  StafetRosterCost now = a->plan->cost;

  now.changes += out->published - in->published;
  now.preference +=
    stafet_roster_plan_try_add (a->plan, wanted) + stafet_roster_plan_try_remove (a->plan, leaving);
  if (stafet_roster_are_partners (a->plan->instance, in->volunteer, out->volunteer))
    now.preference += stafet_roster_partner_worth (a->plan->instance);
  return is_accepted (a, &now);
}

/* Somebody takes the place of @leaving, if anybody is to leave. */
static gboolean
replace (Anneal *a, guint leaving, guint wanted)
{
  return (leaving == STAFET_ROSTER_NONE || remove_option (a, leaving)) && add_option (a, wanted);
}

/* She leaves what is in the way of @wanted, and somebody takes it; or it stays empty for what was. */
static gboolean
swap (Anneal *a, guint leaving, guint wanted)
{
  guint given = some_in_the_way (a, wanted), old, taker;

  if (given == STAFET_ROSTER_NONE)
    return FALSE;
  old = stafet_roster_plan_option (a->plan, given, a->options->options[wanted].volunteer);
  if (old == STAFET_ROSTER_NONE)
    return FALSE;
  taker = some_taker (a, given, leaving);
  if ((taker == STAFET_ROSTER_NONE && leaving != STAFET_ROSTER_NONE) || !remove_option (a, old)
      || !replace (a, leaving, wanted))
    return FALSE;
  if (taker != STAFET_ROSTER_NONE)
    add_option (a, taker);
  return TRUE;
}

/* Somebody else takes the place; and where she is busy, somebody takes hers. @alone: it is the whole move. */
static gboolean
move_or_swap (Anneal *a, guint wanted, gboolean alone)
{
  guint s = a->options->options[wanted].shift, leaving = STAFET_ROSTER_NONE;

  if (!has_room (a->plan, s))
    {
      leaving = some_option_on (a, s);
      if (leaving == STAFET_ROSTER_NONE)
        return FALSE;
    }
  if (!stafet_roster_plan_is_free (a->plan, wanted, STAFET_ROSTER_NONE))
    return swap (a, leaving, wanted);
  return (leaving == STAFET_ROSTER_NONE || !alone || pays (a, wanted, leaving))
         && replace (a, leaving, wanted);
}

/* Whoever is short of a shift now takes what is empty, if it is soon found. */
static void
take_empty (Anneal *a, guint v)
{
  const StafetRosterOptions *o = a->options;
  guint n = o->first_of[v + 1] - o->first_of[v], begun = below (a, n);

  for (guint i = 0; i < MIN (n, MOST_LOOKS); i++)
    {
      guint option = o->by_volunteer[o->first_of[v] + (begun + i) % n];

      if (has_room (a->plan, o->options[option].shift) && add_option (a, option))
        return;
    }
}

/* One of her shifts for several others of hers, or the other way about: what is in the way of @wanted goes to
 * somebody else, or else she fills another place. */
static gboolean
exchange (Anneal *a, guint wanted)
{
  const StafetRosterOption *o = &a->options->options[wanted];
  guint given[MOST_GIVEN], n = 0;

  if (!has_room (a->plan, o->shift) && !remove_option (a, some_option_on (a, o->shift)))
    return FALSE;
  while (!add_option (a, wanted))
    {
      if (n == MOST_GIVEN)
        return FALSE;
      given[n] = some_in_the_way (a, wanted);
      if (given[n] == STAFET_ROSTER_NONE
          || !remove_option (a, stafet_roster_plan_option (a->plan, given[n++], o->volunteer)))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      guint taker = some_taker (a, given[i], STAFET_ROSTER_NONE);

      if (taker != STAFET_ROSTER_NONE)
        add_option (a, taker);
    }
  if (a->plan->cost.coverage > a->before.coverage)
    take_empty (a, o->volunteer);
  return TRUE;
}

/* She becomes the known face of the series: takes each of its shifts that she can, from whoever has it. */
static gboolean
adopt_series (Anneal *a, guint wanted)
{
  const StafetRosterOption *o = &a->options->options[wanted];
  guint series = STAFET_ROSTER_SHIFT (a->plan->instance, o->shift)->series;
  gboolean any = FALSE;

  for (guint i = a->options->first_of[o->volunteer]; i < a->options->first_of[o->volunteer + 1]; i++)
    {
      guint option = a->options->by_volunteer[i], kept = a->n_changed;

      if (STAFET_ROSTER_SHIFT (a->plan->instance, a->options->options[option].shift)->series != series
          || a->plan->chosen[option])
        continue;
      if (move_or_swap (a, option, FALSE))
        any = TRUE;
      else
        take_back_to (a, kept);
    }
  return any;
}

/* All that @v has of a series goes to @u. */
static gboolean
move_series (Anneal *a, guint v, guint u, guint series)
{
  const StafetRosterPlan *plan = a->plan;
  guint moved[32], n = 0;

  for (guint i = 0; i < plan->shifts[v]->len && n < G_N_ELEMENTS (moved); i++)
    if (STAFET_ROSTER_SHIFT (plan->instance, AT (plan->shifts[v], i))->series == series)
      moved[n++] = AT (plan->shifts[v], i);
  for (guint i = 0; i < n; i++)
    if (!remove_option (a, stafet_roster_plan_option (plan, moved[i], v)))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!add_option (a, stafet_roster_plan_option (plan, moved[i], u)))
      return FALSE;
  return n > 0;
}

/* A series of @v goes to @u, and where @swap one of @u's comes back. */
static gboolean
trade_series (Anneal *a, guint wanted, gboolean swap)
{
  const StafetRosterOption *o = &a->options->options[wanted];
  const StafetRosterInstance *instance = a->plan->instance;
  guint from = some_option_on (a, o->shift), v, back, series;

  if (from == STAFET_ROSTER_NONE)
    return FALSE;
  v = a->options->options[from].volunteer;
  series = STAFET_ROSTER_SHIFT (instance, o->shift)->series;
  back = swap ? some_shift_of (a, o->volunteer, o->shift) : STAFET_ROSTER_NONE;
  if (v == o->volunteer || (swap && back == STAFET_ROSTER_NONE))
    return FALSE;
  if (!swap)
    return move_series (a, v, o->volunteer, series);
  if (STAFET_ROSTER_SHIFT (instance, back)->series == series)
    return FALSE;
  return move_series (a, o->volunteer, v, STAFET_ROSTER_SHIFT (instance, back)->series)
         && move_series (a, v, o->volunteer, series);
}

static void
try_move (Anneal *a)
{
  guint wanted = below (a, a->options->n), kind = below (a, 16);

  if (a->plan->chosen[wanted])
    return;
  begin (a);
  if (kind == 0)
    end (a, trade_series (a, wanted, FALSE));
  else if (kind == 1)
    end (a, trade_series (a, wanted, TRUE));
  else if (kind == 2)
    end (a, adopt_series (a, wanted));
  else if (kind < 3 + N_EXCHANGES)
    end (a, exchange (a, wanted));
  else
    end (a, move_or_swap (a, wanted, TRUE));
}

void
stafet_roster_anneal (StafetRosterPlan *plan, guint64 steps, gint64 hottest, guint64 seed,
                      GCancellable *cancellable)
{
  Anneal a = { .plan = plan, .options = plan->options, .chance = seed };
  g_autoptr (StafetRosterPlan) best = stafet_roster_plan_new (plan->options);

  stafet_roster_plan_copy (best, plan);
  for (guint64 i = 0; plan->options->n > 0 && i < steps; i++)
    {
      if (i % PATIENCE == 0)
        {
          if (g_cancellable_is_cancelled (cancellable))
            break;
          a.temperature = hottest * ONE_POINT - (hottest * ONE_POINT - COLDEST) * (gint64) i / (gint64) steps;
        }
      try_move (&a);
      if (stafet_roster_cost_compare (&plan->cost, &best->cost) < 0)
        stafet_roster_plan_copy (best, plan);
    }
  stafet_roster_plan_copy (plan, best);
}

/* ——— Filling what is empty ——— */

/* The cheapest that fits; STAFET_ROSTER_NONE when none does. */
static guint
cheapest (const StafetRosterPlan *plan, guint s)
{
  const StafetRosterOptions *o = plan->options;
  guint found = STAFET_ROSTER_NONE;
  gint64 least = 0;

  for (guint i = o->first[s]; i < o->first[s + 1]; i++)
    {
      gint64 cost;

      if (!stafet_roster_plan_fits (plan, i, STAFET_ROSTER_NONE))
        continue;
      cost = stafet_roster_plan_try_add (plan, i);
      if (found == STAFET_ROSTER_NONE || cost < least)
        {
          found = i;
          least = cost;
        }
    }
  return found;
}

/* She leaves @given for this one, and somebody else takes that. */
static gboolean
fill_by_move (StafetRosterPlan *plan, guint option, guint given)
{
  guint old = stafet_roster_plan_option (plan, given, plan->options->options[option].volunteer), other;
  StafetRosterCost before = plan->cost;

  if (old == STAFET_ROSTER_NONE || !plan->chosen[old] || !stafet_roster_plan_fits (plan, option, given))
    return FALSE;
  stafet_roster_plan_remove (plan, old);
  stafet_roster_plan_add (plan, option);
  other = cheapest (plan, given);
  if (other != STAFET_ROSTER_NONE)
    stafet_roster_plan_add (plan, other);
  if (plan->cost.coverage < before.coverage)
    return TRUE;
  if (other != STAFET_ROSTER_NONE)
    stafet_roster_plan_remove (plan, other);
  stafet_roster_plan_remove (plan, option);
  stafet_roster_plan_add (plan, old);
  return FALSE;
}

static gboolean
fill_one (StafetRosterPlan *plan, guint s)
{
  const StafetRosterOptions *o = plan->options;
  guint option = cheapest (plan, s);

  if (option != STAFET_ROSTER_NONE)
    {
      stafet_roster_plan_add (plan, option);
      return TRUE;
    }
  for (guint i = o->first[s]; i < o->first[s + 1]; i++)
    {
      const GArray *mine = plan->shifts[o->options[i].volunteer];

      for (guint j = 0; !plan->chosen[i] && j < mine->len; j++)
        if (fill_by_move (plan, i, AT (mine, j)))
          return TRUE;
    }
  return FALSE;
}

void
stafet_roster_fill (StafetRosterPlan *plan)
{
  for (guint s = 0; s < plan->instance->shifts->len; s++)
    while (has_room (plan, s) && fill_one (plan, s))
      ;
}
