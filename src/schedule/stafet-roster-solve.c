/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Slope scaling (Kim and Pardalos 1999): what costs once for many, or ever more, is priced by the last
 * solution.
 */
#include "stafet-roster-solve.h"

#include "stafet-roster-anneal.h"
#include "stafet-roster-branch.h"
#include "stafet-roster-flow.h"

#define AT(array, i) (g_array_index (array, guint, i))
#define ROUNDS 5
/* Of the flow, for the tree of what collides. */
#define MOST_PATHS 60000
/* Moves for each option, within bounds. */
#define STEPS_PER_OPTION 600
#define FEWEST_STEPS 60000
#define MOST_STEPS 24000000
#define SEED 20260526
#define WHOLE 1000

typedef struct
{
  const StafetRosterOptions *options;
  const StafetRosterWork *work;
  StafetRosterFlow *flow;
  gint32 *costs;
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

/* A new face costs each of her shifts of the series its share; an unpopular shift what the last one cost, or
 * the next one would. */
static gint32
price (const StafetRosterPlan *plan, guint option)
{
  const StafetRosterOption *o = &plan->options->options[option];
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, o->volunteer);
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (plan->instance, o->shift);
  gint32 cost = o->cost, unpopular = plan->unpopular[o->volunteer];

  if (o->new_face)
    cost += STAFET_ROSTER_NEW_FACE / MAX (1, count_series (plan, o->volunteer, shift->series));
  if (shift->unpopular)
    cost += stafet_roster_unpopular_cost (who, plan->chosen[option] ? MAX (unpopular, 1) : unpopular + 1);
  if (has_partner (plan, o->shift, o->volunteer))
    cost -= STAFET_ROSTER_PARTNER;
  return MAX (cost, 0);
}

static void
set_prices (Solving *s, const StafetRosterPlan *plan)
{
  for (guint i = 0; i < s->options->n; i++)
    s->costs[i] = price (plan, i);
}

/* ——— Rounds ——— */

/* What the flow chose, but for what collides. (transfer full) */
static StafetRosterPlan *
plan_of_flow (const Solving *s)
{
  StafetRosterPlan *plan = stafet_roster_plan_new (s->options);

  for (guint i = 0; i < s->options->n; i++)
    if (stafet_roster_flow_chose (s->flow, i) && stafet_roster_plan_fits (plan, i, STAFET_ROSTER_NONE, FALSE))
      stafet_roster_plan_add (plan, i);
  stafet_roster_fill (plan);
  return plan;
}

/* The better of @best and what one more round finds; the prices go by what it found. FALSE when it is over.
 */
static gboolean
one_round (Solving *s, StafetRosterPlan *best)
{
  g_autoptr (StafetRosterPlan) plan = NULL;

  if (!stafet_roster_flow_solve (s->flow, s->costs, cancellable_of (s)))
    return FALSE;
  plan = plan_of_flow (s);
  if (stafet_roster_cost_compare (&plan->cost, &best->cost) < 0)
    stafet_roster_plan_copy (best, plan);
  set_prices (s, plan);
  return TRUE;
}

/* The same without anything that collides, by the prices of the best. */
static void
last_round (Solving *s, StafetRosterPlan *best, gint64 *bound)
{
  g_autoptr (StafetRosterPlan) plan = NULL;
  gint64 least = 0;

  set_prices (s, best);
  if (!stafet_roster_branch (s->flow, s->options, s->costs, MOST_PATHS, cancellable_of (s), &least))
    return;
  plan = plan_of_flow (s);
  if (bound != NULL)
    *bound = least;
  if (stafet_roster_cost_compare (&plan->cost, &best->cost) < 0)
    stafet_roster_plan_copy (best, plan);
}

StafetRosterPlan *
stafet_roster_solve (const StafetRosterOptions *options, const StafetRosterWork *work, gint64 *bound)
{
  g_autoptr (StafetRosterFlow) flow = stafet_roster_flow_new (options);
  g_autofree gint32 *costs = g_new (gint32, options->n + 1);
  StafetRosterPlan *best = stafet_roster_plan_new (options);
  Solving s = { options, work, flow, costs };
  guint64 steps = CLAMP ((guint64) options->n * STEPS_PER_OPTION, FEWEST_STEPS, MOST_STEPS);

  set_prices (&s, best);
  for (guint round = 0; round < ROUNDS && one_round (&s, best); round++)
    tell (&s, WHOLE / 4 * (round + 1) / ROUNDS);
  last_round (&s, best, bound);
  tell (&s, WHOLE / 2);
  stafet_roster_anneal (best, steps, SEED, cancellable_of (&s));
  tell (&s, WHOLE);
  return best;
}
