/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree: a node knows what it forbids beside its parent, and what the flow costs with all that.
 */
#include "stafet-roster-branch.h"

typedef struct _Node Node;

struct _Node
{
  Node *parent;   /* borrowed from the tree */
  guint option;   /* that it forbids; STAFET_ROSTER_NONE at the root */
  gboolean keeps; /* not the option itself: what collides with it */
  guint depth;
  StafetRosterCost cost;
};

typedef struct
{
  StafetRosterFlow *flow;
  const StafetRosterOptions *options;
  const gint32 *costs;
  GCancellable *cancellable;
  GPtrArray *nodes; /* owned: every node there was */
  GPtrArray *open;  /* borrowed: those whose branches nobody looked at */
  guint64 paths, places;
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

static gboolean
find_collision (const Tree *tree, guint v, const GArray *mine, GArray *found)
{
  gint32 rest = STAFET_ROSTER_VOLUNTEER (tree->options->instance, v)->rest;

  for (guint i = 0; i < mine->len; i++)
    for (guint j = i + 1; j < mine->len; j++)
      if (stafet_roster_collide (shift_of (tree, mine, i), shift_of (tree, mine, j), rest))
        {
          g_array_append_val (found, g_array_index (mine, guint, i));
          g_array_append_val (found, g_array_index (mine, guint, j));
          return TRUE;
        }
  return FALSE;
}

/* More in a week or a month than there may be. */
static gboolean
find_full (const Tree *tree, guint v, const GArray *mine, GArray *found)
{
  for (guint i = 0; i < mine->len; i++)
    {
      const StafetRosterShift *shift = shift_of (tree, mine, i);
      gint32 week = 0, month = 0;
      gboolean full;

      for (guint j = 0; j < mine->len; j++)
        {
          week += shift_of (tree, mine, j)->week == shift->week;
          month += shift_of (tree, mine, j)->month == shift->month;
        }
      full = month > stafet_roster_left_in_month (tree->options, v, shift->month);
      if (!full && week <= stafet_roster_left_in_week (tree->options, v, shift->week))
        continue;
      for (guint j = 0; j < mine->len; j++)
        if (full ? shift_of (tree, mine, j)->month == shift->month
                 : shift_of (tree, mine, j)->week == shift->week)
          g_array_append_val (found, g_array_index (mine, guint, j));
      return TRUE;
    }
  return FALSE;
}

/* Options of which one at least must go: two that collide, or more than there may be. None when all is well.
 */
typedef struct
{
  GArray *options;
  gboolean collides;
} Conflict;

static void
find_conflict (const Tree *tree, Conflict *found)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (found->options, 0);
  for (guint v = 0; v < tree->options->instance->volunteers->len; v++)
    {
      gather (tree, v, mine);
      if (mine->len < 2)
        continue;
      found->collides = find_collision (tree, v, mine, found->options);
      if (found->collides || find_full (tree, v, mine, found->options))
        return;
    }
}

/* ——— Nodes ——— */

static void
forbid_around (const Tree *tree, guint option, gboolean forbidden)
{
  const StafetRosterOptions *o = tree->options;
  guint v = o->options[option].volunteer;
  const StafetRosterShift *kept = STAFET_ROSTER_SHIFT (o->instance, o->options[option].shift);
  gint32 rest = STAFET_ROSTER_VOLUNTEER (o->instance, v)->rest;

  for (guint i = o->first_of[v]; i < o->first_of[v + 1]; i++)
    {
      guint other = o->by_volunteer[i];

      if (other != option
          && stafet_roster_collide (kept, STAFET_ROSTER_SHIFT (o->instance, o->options[other].shift), rest))
        stafet_roster_flow_forbid (tree->flow, other, forbidden);
    }
}

static void
forbid_all (const Tree *tree, const Node *node, gboolean forbidden)
{
  for (; node != NULL; node = node->parent)
    if (node->keeps)
      forbid_around (tree, node->option, forbidden);
    else if (node->option != STAFET_ROSTER_NONE)
      stafet_roster_flow_forbid (tree->flow, node->option, forbidden);
}

static gboolean
solve (Tree *tree, const Node *node)
{
  gboolean solved;

  forbid_all (tree, node, TRUE);
  solved = stafet_roster_flow_solve (tree->flow, tree->costs, tree->cancellable);
  forbid_all (tree, node, FALSE);
  tree->paths -= MIN (tree->paths, tree->places);
  return solved;
}

/* NULL when it was cancelled. */
static Node *
add_node (Tree *tree, Node *parent, guint option, gboolean keeps)
{
  Node *node = g_new0 (Node, 1);

  node->parent = parent;
  node->option = option;
  node->keeps = keeps;
  node->depth = parent != NULL ? parent->depth + 1 : 0;
  g_ptr_array_add (tree->nodes, node);
  if (!solve (tree, node))
    return NULL;
  node->cost = stafet_roster_flow_cost (tree->flow);
  g_ptr_array_add (tree->open, node);
  return node;
}

/* The cheapest, of equals the deepest and then the oldest. */
static guint
find_best (const Tree *tree)
{
  guint best = 0;

  for (guint i = 1; i < tree->open->len; i++)
    {
      const Node *node = tree->open->pdata[i], *other = tree->open->pdata[best];
      int order = stafet_roster_cost_compare (&node->cost, &other->cost);

      if (order < 0 || (order == 0 && node->depth > other->depth))
        best = i;
    }
  return best;
}

/* FALSE when it was cancelled. */
static gboolean
branch (Tree *tree, Node *node, const Conflict *conflict)
{
  const GArray *options = conflict->options;

  if (conflict->collides)
    return add_node (tree, node, g_array_index (options, guint, 0), FALSE) != NULL
           && add_node (tree, node, g_array_index (options, guint, 0), TRUE) != NULL;
  for (guint i = 0; i < options->len; i++)
    if (add_node (tree, node, g_array_index (options, guint, i), FALSE) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
stafet_roster_branch (StafetRosterFlow *flow, const StafetRosterOptions *options, const gint32 *costs,
                      guint64 paths, GCancellable *cancellable, gint64 *bound)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_free), open = g_ptr_array_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Conflict conflict = { found, FALSE };
  Tree tree = { flow, options, costs, cancellable, nodes, open, paths, 1 };
  gboolean bounds = TRUE;

  for (guint s = 0; s < options->instance->shifts->len; s++)
    tree.places += (guint64) STAFET_ROSTER_SHIFT (options->instance, s)->wanted;
  if (add_node (&tree, NULL, STAFET_ROSTER_NONE, FALSE) == NULL)
    return FALSE;
  while (open->len > 0)
    {
      Node *node = g_ptr_array_remove_index (open, find_best (&tree));

      /* What costs least of all that is open bounds what is to come. */
      if (bounds)
        *bound = node->cost.coverage;
      if (!solve (&tree, node))
        return FALSE;
      find_conflict (&tree, &conflict);
      if (found->len == 0)
        return TRUE;
      /* Out of patience: only the branches of this one go on, so that it comes to an end. */
      if (tree.paths == 0)
        {
          bounds = FALSE;
          g_ptr_array_set_size (open, 0);
        }
      if (!branch (&tree, node, &conflict))
        return FALSE;
    }
  return FALSE;
}
