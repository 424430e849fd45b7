/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with whole numbers alone, so that every machine
 * goes the same way.
 */
#include "stafet-roster-anneal.h"

#include "stafet-roster-chance.h"

#define AT(array, i) (g_array_index (array, guint, i))
/* Temperatures in 65536ths of a point. */
#define HOTTEST 65536
#define COLDEST 4096
#define ONE_POINT 65536
#define PATIENCE 4096

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
is_accepted (Anneal *a)
{
  const StafetRosterCost *now = &a->plan->cost;
  gint64 worse = now->preference - a->before.preference;

  if (now->coverage != a->before.coverage)
    return now->coverage < a->before.coverage;
  if (now->changes != a->before.changes)
    return now->changes < a->before.changes;
  return worse <= 0 || worse * ONE_POINT <= (a->temperature * exponential (a)) >> 16;
}

static void
end (Anneal *a, gboolean made)
{
  if (!made || !is_accepted (a))
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

/* Somebody else takes the place; and where she is busy, whoever had it takes hers. */
static gboolean
move_or_swap (Anneal *a, guint wanted)
{
  const StafetRosterOption *o = &a->options->options[wanted];
  StafetRosterPlan *plan = a->plan;
  guint leaving = STAFET_ROSTER_NONE, given = STAFET_ROSTER_NONE;

  if ((gint32) plan->on[o->shift]->len >= STAFET_ROSTER_SHIFT (plan->instance, o->shift)->wanted)
    {
      leaving = some_option_on (a, o->shift);
      if (!remove_option (a, leaving))
        return FALSE;
    }
  if (add_option (a, wanted))
    return TRUE;
  given = some_shift_of (a, o->volunteer, o->shift);
  if (given == STAFET_ROSTER_NONE || !remove_option (a, stafet_roster_plan_option (plan, given, o->volunteer))
      || !add_option (a, wanted))
    return FALSE;
  /* Her other shift goes to whoever left this one, or stays empty where that is no worse. */
  if (leaving != STAFET_ROSTER_NONE)
    add_option (a, stafet_roster_plan_option (plan, given, a->options->options[leaving].volunteer));
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
      if (move_or_swap (a, option))
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
  else
    end (a, move_or_swap (a, wanted));
}

void
stafet_roster_anneal (StafetRosterPlan *plan, guint64 steps, guint64 seed, GCancellable *cancellable)
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
          a.temperature = HOTTEST - (gint64) ((HOTTEST - COLDEST) * i / steps);
        }
      try_move (&a);
      if (stafet_roster_cost_compare (&plan->cost, &best->cost) < 0)
        stafet_roster_plan_copy (best, plan);
    }
  stafet_roster_plan_copy (plan, best);
}

/* ——— Filling what is empty ——— */

static gboolean
has_room (const StafetRosterPlan *plan, guint s)
{
  return (gint32) plan->on[s]->len < STAFET_ROSTER_SHIFT (plan->instance, s)->wanted;
}

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
