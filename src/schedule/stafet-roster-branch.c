/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree: a node knows what it forbids beside its parent, and what the flow costs with all that.
 */
#include "stafet-roster-branch.h"

/* All solutions that are kept to come back to, in bytes. */
#define MOST_KEPT (48 * 1024 * 1024)

typedef struct
{
  guint depth;
  StafetRosterCost cost;
  StafetRosterFlowState *state; /* owned */
} Node;

typedef struct
{
  StafetRosterFlow *flow;
  const StafetRosterOptions *options;
  GPtrArray *open; /* owned Nodes: those whose branches nobody looked at */
} Tree;

/* ——— What cannot stand together ——— */

/* The options of @v that are in the solution. */
static void
gather (const Tree *tree, guint v, GArray *mine)
{
  const StafetRosterOptions *o = tree->options;

  g_array_set_size (mine, 0);
  for (guint i = o->first_of[v]; i < o->first_of[v + 1]; i++)
    if (stafet_roster_flow_chose (tree->flow, o->by_volunteer[i]))
      g_array_append_val (mine, o->by_volunteer[i]);
}

static const StafetRosterShift *
shift_of (const Tree *tree, const GArray *mine, guint i)
{
  return STAFET_ROSTER_SHIFT (tree->options->instance,
                              tree->options->options[g_array_index (mine, guint, i)].shift);
}

/* Two options that cannot stand together, or two parts of a week that are too much together: the first has to
 * be less than it is, or the second so little that the first can stay. */
typedef struct
{
  guint first, second; /* options; STAFET_ROSTER_NONE: all is well */
  gboolean collides;
  gint32 first_cap, second_cap; /* of their parts, where they do not collide */
} Conflict;

static gboolean
find_collision (const Tree *tree, guint v, const GArray *mine, Conflict *found)
{
  gint32 rest = STAFET_ROSTER_VOLUNTEER (tree->options->instance, v)->rest;

  for (guint i = 0; i < mine->len; i++)
    for (guint j = i + 1; j < mine->len; j++)
      if (stafet_roster_collide (tree->options->instance, shift_of (tree, mine, i), shift_of (tree, mine, j),
                                 rest))
        {
          *found = (Conflict){ g_array_index (mine, guint, i), g_array_index (mine, guint, j), TRUE };
          return TRUE;
        }
  return FALSE;
}

/* More in a week than there may be, because it straddles two months. */
static gboolean
find_full (const Tree *tree, guint v, const GArray *mine, Conflict *found)
{
  for (guint i = 0; i < mine->len; i++)
    for (guint j = i + 1; j < mine->len; j++)
      {
        const StafetRosterShift *first = shift_of (tree, mine, i), *second = shift_of (tree, mine, j);
        gint32 cap, in_first = 0, in_second = 0;

        if (first->week != second->week || first->month == second->month)
          continue;
        for (guint k = 0; k < mine->len; k++)
          if (shift_of (tree, mine, k)->week == first->week)
            {
              in_first += shift_of (tree, mine, k)->month == first->month;
              in_second += shift_of (tree, mine, k)->month == second->month;
            }
        cap = stafet_roster_left_in_week (tree->options, v, first->week);
        if (in_first + in_second <= cap)
          continue;
        *found = (Conflict){ g_array_index (mine, guint, i), g_array_index (mine, guint, j), FALSE,
                             in_first - 1, cap - in_first };
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_conflict (const Tree *tree, Conflict *found)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint v = 0; v < tree->options->instance->volunteers->len; v++)
    {
      gather (tree, v, mine);
      if (find_collision (tree, v, mine, found) || find_full (tree, v, mine, found))
        return TRUE;
    }
  return FALSE;
}

/* ——— Nodes ——— */

static void
node_free (gpointer data)
{
  Node *node = data;

  stafet_roster_flow_state_free (node->state);
  g_free (node);
}

/* What the flow holds now is a new node. */
static void
add_node (Tree *tree, guint depth)
{
  Node *node = g_new (Node, 1);

  node->depth = depth;
  node->cost = stafet_roster_flow_cost (tree->flow);
  node->state = stafet_roster_flow_save (tree->flow);
  g_ptr_array_add (tree->open, node);
}

static void
forbid_around (const Tree *tree, guint option)
{
  const StafetRosterOptions *o = tree->options;
  guint v = o->options[option].volunteer;
  const StafetRosterShift *kept = STAFET_ROSTER_SHIFT (o->instance, o->options[option].shift);
  gint32 rest = STAFET_ROSTER_VOLUNTEER (o->instance, v)->rest;

  for (guint i = o->first_of[v]; i < o->first_of[v + 1]; i++)
    {
      guint other = o->by_volunteer[i];

      if (other != option
          && stafet_roster_collide (o->instance, kept,
                                    STAFET_ROSTER_SHIFT (o->instance, o->options[other].shift), rest))
        stafet_roster_flow_forbid (tree->flow, other);
    }
}

/* Below 0: @a is looked at first. Preference is no reason to turn back: it is seen to afterwards. */
static int
compare_nodes (const Node *a, const Node *b)
{
  if (a->cost.coverage != b->cost.coverage)
    return a->cost.coverage < b->cost.coverage ? -1 : 1;
  if (a->cost.changes != b->cost.changes)
    return a->cost.changes < b->cost.changes ? -1 : 1;
  if (a->depth != b->depth)
    return a->depth > b->depth ? -1 : 1;
  return a->cost.preference < b->cost.preference ? -1 : a->cost.preference > b->cost.preference;
}

/* (transfer full) */
static Node *
take_best (Tree *tree)
{
  guint best = 0;

  for (guint i = 1; i < tree->open->len; i++)
    if (compare_nodes (tree->open->pdata[i], tree->open->pdata[best]) < 0)
      best = i;
  return g_ptr_array_steal_index_fast (tree->open, best);
}

/* Each branch begins at @node, which the flow holds. What lacks the conflict is in one of them. */
static void
branch (Tree *tree, const Node *node, const Conflict *conflict)
{
  if (conflict->collides)
    stafet_roster_flow_forbid (tree->flow, conflict->first);
  else
    stafet_roster_flow_limit (tree->flow, stafet_roster_flow_part_of (tree->flow, conflict->first),
                              conflict->first_cap);
  add_node (tree, node->depth + 1);
  stafet_roster_flow_restore (tree->flow, node->state);
  if (conflict->collides)
    forbid_around (tree, conflict->first);
  else
    stafet_roster_flow_limit (tree->flow, stafet_roster_flow_part_of (tree->flow, conflict->second),
                              conflict->second_cap);
  add_node (tree, node->depth + 1);
}

gboolean
stafet_roster_branch (StafetRosterFlow *flow, const StafetRosterOptions *options, guint64 patience,
                      GCancellable *cancellable, gint64 *bound)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (node_free);
  Conflict conflict;
  Tree tree = { flow, options, open };
  guint64 begun = stafet_roster_flow_effort (flow);
  gsize size = stafet_roster_flow_state_size (flow);
  gboolean bounds = TRUE;

  *bound = stafet_roster_flow_cost (flow).coverage;
  add_node (&tree, 0);
  while (open->len > 0)
    {
      Node *node = take_best (&tree);

      if (g_cancellable_is_cancelled (cancellable))
        {
          node_free (node);
          return FALSE;
        }
      /* What covers most of all that is open bounds what is to come. */
      if (bounds)
        *bound = node->cost.coverage;
      stafet_roster_flow_restore (flow, node->state);
      if (!find_conflict (&tree, &conflict))
        {
          node_free (node);
          return TRUE;
        }
      /* Out of patience or room: only the branches of this one go on, so that it comes to an end. */
      if (stafet_roster_flow_effort (flow) - begun >= patience || open->len >= MOST_KEPT / size)
        {
          bounds = FALSE;
          g_ptr_array_set_size (open, 0);
        }
      branch (&tree, node, &conflict);
      node_free (node);
    }
  return FALSE;
}
