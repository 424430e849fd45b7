/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Slope scaling (Kim and Pardalos 1999): what costs once for many, or ever more, is priced by the last
 * solution.
 */
#include "stafet-roster-solve.h"

#include "stafet-roster-anneal.h"
#include "stafet-roster-branch.h"
#include "stafet-roster-chance.h"
#include "stafet-roster-flow.h"

#define AT(array, i) (g_array_index (array, guint, i))
/* Rounds at least and at most. */
#define FEWEST_ROUNDS 2
#define MOST_ROUNDS 40
/* All work in all rounds: nodes that the flow looks at, and moves. A week is soon as good as it gets, a
 * longer time is not, as it is the same face that is wanted each week. */
#define EFFORT_OF_A_WEEK 80000
#define MOST_EFFORT 6000000
/* For the tree of what collides: so often the work of one flow, and where that is little so much at least;
 * and such a part of it where a round before was not enough. */
#define PATIENCE 3
#define LEAST_PATIENCE 100000
#define PART_OF_PATIENCE 8
/* Moves for each option, within bounds, in each round. */
#define STEPS_PER_OPTION 6
#define FEWEST_STEPS 5000
#define MOST_STEPS 4000000
/* Points of the temperature at the beginning: after the flow, which is near the best; and of the best plan so
 * far, which is to get away from where it is stuck. */
#define COOL 1
#define WARM 4
#define SEED 20260526
/* Points that an option which is not in the plan may cost more than it does, that rounds are not alike. */
#define MOST_NOISE 4
#define WHOLE 1000
#define DAYS_OF_A_WEEK 7

typedef struct
{
  const StafetRosterOptions *options;
  const StafetRosterWork *work;
  StafetRosterFlow *flow;
  gint32 *costs;
  guint64 chance;
  StafetRosterPlan *best;
  guint64 steps; /* moves so far */
  gint64 bound;
  gboolean is_hard; /* a tree was not finished */
} Solving;

static GCancellable *
cancellable_of (const Solving *s)
{
  return s->work != NULL ? s->work->cancellable : NULL;
}

static void
tell (const Solving *s, guint thousandths)
{
  if (s->work != NULL && s->work->progress != NULL)
    s->work->progress (thousandths, s->work->data);
}

/* ——— Prices ——— */

/* How many shifts of the series she has in @plan. */
static gint32
count_series (const StafetRosterPlan *plan, guint v, guint series)
{
  gint32 n = 0;

  for (guint i = 0; i < plan->shifts[v]->len; i++)
    n += STAFET_ROSTER_SHIFT (plan->instance, AT (plan->shifts[v], i))->series == series;
  return n;
}

static gboolean
has_partner (const StafetRosterPlan *plan, guint s, guint v)
{
  for (guint i = 0; i < plan->on[s]->len; i++)
    if (AT (plan->on[s], i) != v && stafet_roster_are_partners (plan->instance, AT (plan->on[s], i), v))
      return TRUE;
  return FALSE;
}

static gint32
price (const StafetRosterPlan *plan, guint option, gint32 new_face)
{
  const StafetRosterOption *o = &plan->options->options[option];
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, o->volunteer);
  gint32 cost = o->cost + new_face, unpopular = plan->unpopular[o->volunteer];

  /* What the last one cost, or the next one would. */
  if (STAFET_ROSTER_SHIFT (plan->instance, o->shift)->unpopular)
    cost += stafet_roster_unpopular_cost (plan->instance, who,
                                          plan->chosen[option] ? MAX (unpopular, 1) : unpopular + 1);
  if (has_partner (plan, o->shift, o->volunteer))
    cost -= stafet_roster_partner_worth (plan->instance);
  return MAX (cost, 0);
}

typedef enum
{
  SHARE,  /* a new face costs each of her shifts of the series its share */
  MARGIN, /* it costs the first one all of it, and the others nothing */
  BETWEEN,
  N_WAYS
} Way;

/* What being a new face costs the option, as @plan has it. */
static gint32
face_price (const StafetRosterPlan *plan, guint option, Way way)
{
  const StafetRosterOption *o = &plan->options->options[option];
  gint32 n, share, margin;

  if (!o->new_face)
    return 0;
  n = count_series (plan, o->volunteer, STAFET_ROSTER_SHIFT (plan->instance, o->shift)->series);
  share = stafet_roster_face_cost (plan->instance) / MAX (1, n);
  margin = n <= plan->chosen[option] ? stafet_roster_face_cost (plan->instance) : 0;
  return way == SHARE ? share : way == MARGIN ? margin : (share + margin) / 2;
}

static void
set_prices (Solving *s, Way way, gboolean noisy)
{
  const StafetRosterPlan *plan = s->best;

  for (guint i = 0; i < s->options->n; i++)
    {
      s->costs[i] = price (plan, i, face_price (plan, i, way));
      if (noisy && !plan->chosen[i])
        s->costs[i] += (gint32) stafet_roster_chance_below (&s->chance, MOST_NOISE);
    }
}

/* ——— Rounds ——— */

/* What the flow chose. (transfer full) */
static StafetRosterPlan *
plan_of_flow (const Solving *s)
{
  StafetRosterPlan *plan = stafet_roster_plan_new (s->options);

  for (guint i = 0; i < s->options->n; i++)
    if (stafet_roster_flow_chose (s->flow, i) && stafet_roster_plan_fits (plan, i, STAFET_ROSTER_NONE))
      stafet_roster_plan_add (plan, i);
  stafet_roster_fill (plan);
  return plan;
}

/* Betters @plan, and keeps it where it is the best one so far. */
static void
better (Solving *s, StafetRosterPlan *plan, guint round, gint64 hottest)
{
  guint64 steps = CLAMP ((guint64) s->options->n * STEPS_PER_OPTION, FEWEST_STEPS, MOST_STEPS);

  stafet_roster_anneal (plan, steps, hottest, SEED + round, cancellable_of (s));
  s->steps += steps;
  if (stafet_roster_cost_compare (&plan->cost, &s->best->cost) < 0)
    stafet_roster_plan_copy (s->best, plan);
}

/* FALSE when it was cancelled. */
static gboolean
from_flow (Solving *s, guint round)
{
  g_autoptr (StafetRosterPlan) plan = NULL;
  guint64 begun = stafet_roster_flow_effort (s->flow), patience;
  gint64 bound = 0;

  set_prices (s, round % N_WAYS, round >= N_WAYS);
  if (!stafet_roster_flow_solve (s->flow, s->costs, cancellable_of (s)))
    return FALSE;
  begun = stafet_roster_flow_effort (s->flow) - begun;
  patience = MAX (PATIENCE * begun, LEAST_PATIENCE) / (s->is_hard ? PART_OF_PATIENCE : 1);
  if (!stafet_roster_branch (s->flow, s->options, patience, cancellable_of (s), &bound))
    return FALSE;
  s->bound = MAX (s->bound, bound);
  s->is_hard = s->is_hard || bound < stafet_roster_flow_cost (s->flow).coverage;
  plan = plan_of_flow (s);
  better (s, plan, round, COOL);
  return TRUE;
}

static void
from_best (Solving *s, guint round)
{
  g_autoptr (StafetRosterPlan) plan = stafet_roster_plan_new (s->options);

  stafet_roster_plan_copy (plan, s->best);
  better (s, plan, round, WARM);
}

/* FALSE when it is over. */
static gboolean
one_round (Solving *s, guint round)
{
  guint64 effort = s->options->instance->days > DAYS_OF_A_WEEK ? MOST_EFFORT : EFFORT_OF_A_WEEK;

  if (round >= N_WAYS && round % 2 == 0)
    from_best (s, round);
  else if (!from_flow (s, round))
    return FALSE;
  return !g_cancellable_is_cancelled (cancellable_of (s))
         && (round + 1 < FEWEST_ROUNDS || stafet_roster_flow_effort (s->flow) + s->steps < effort);
}

StafetRosterPlan *
stafet_roster_solve (const StafetRosterOptions *options, const StafetRosterWork *work, gint64 *bound)
{
  g_autoptr (StafetRosterFlow) flow = stafet_roster_flow_new (options);
  g_autofree gint32 *costs = g_new (gint32, options->n + 1);
  Solving s = { options, work, flow, costs, SEED, stafet_roster_plan_new (options) };
  guint rounds = MOST_ROUNDS;

  if (options->n == 0)
    {
      /* There is nothing to choose. */
      s.bound = s.best->cost.coverage;
      rounds = 0;
    }
  for (guint round = 0; round < rounds && one_round (&s, round); round++)
    tell (&s, WHOLE * (round + 1) / rounds);
  tell (&s, WHOLE);
  if (bound != NULL)
    *bound = s.bound;
  return s.best;
}
