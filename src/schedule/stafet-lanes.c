/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Greedy placing in the order of starts, which uses as few lanes as there are things at one time.
 */
#include "stafet-lanes.h"

/* Items of one division, [@first, @end). */
typedef struct
{
  StafetLanesItem *items;
  guint first, end;
  int most;
} Cluster;

/* The first lane that nothing placed before holds at the item's start, @most for none. Starts ascend: so it
 * is free until the item's end. */
static int
first_free (const Cluster *cluster, guint i)
{
  for (int lane = 0; lane < cluster->most; lane++)
    {
      gboolean taken = FALSE;

      for (guint other = cluster->first; other < i && !taken; other++)
        taken = cluster->items[other].lane == lane && cluster->items[other].end > cluster->items[i].start;
      if (!taken)
        return lane;
    }
  return cluster->most;
}

static int
place_all (const Cluster *cluster)
{
  int lanes = 0;

  for (guint i = cluster->first; i < cluster->end; i++)
    {
      cluster->items[i].lane = first_free (cluster, i);
      lanes = MAX (lanes, cluster->items[i].lane + 1);
    }
  return lanes;
}

/* Those beyond the last lane but one: where they meet, one "more" stands for all that meet. */
static void
fold (const Cluster *cluster, GArray *more)
{
  const int last = cluster->most - 1;
  StafetLanesItem *alone = NULL; /* the only one of the run so far */
  StafetLanesMore run = { .lane = last, .lanes = cluster->most };

  for (guint i = cluster->first; i < cluster->end; i++)
    {
      StafetLanesItem *item = &cluster->items[i];

      if (item->lane < last)
        continue;
      if (run.n > 0 && item->start < run.end)
        {
          alone->lane = item->lane = -1;
          run.n++;
          run.end = MAX (run.end, item->end);
          continue;
        }
      if (run.n > 1)
        g_array_append_val (more, run);
      item->lane = last;
      alone = item;
      run.n = 1;
      run.start = item->start;
      run.end = item->end;
    }
  if (run.n > 1)
    g_array_append_val (more, run);
}

/* To the right as far as nothing else stands at its time. */
static void
spread (const Cluster *cluster, int lanes, const GArray *more, guint first_more)
{
  for (guint i = cluster->first; i < cluster->end; i++)
    {
      StafetLanesItem *item = &cluster->items[i];
      int right = lanes;

      for (guint other = cluster->first; other < cluster->end; other++)
        if (cluster->items[other].lane > item->lane && cluster->items[other].start < item->end
            && item->start < cluster->items[other].end)
          right = MIN (right, cluster->items[other].lane);
      for (guint other = first_more; other < more->len; other++)
        if (g_array_index (more, StafetLanesMore, other).start < item->end
            && item->start < g_array_index (more, StafetLanesMore, other).end)
          right = MIN (right, g_array_index (more, StafetLanesMore, other).lane);
      item->lanes = lanes;
      item->span = item->lane < 0 ? 1 : MAX (1, right - item->lane);
    }
}

static void
place_cluster (const Cluster *cluster, GArray *more)
{
  guint first_more = more->len;
  int lanes = place_all (cluster);

  if (lanes > cluster->most)
    {
      fold (cluster, more);
      lanes = cluster->most;
    }
  spread (cluster, lanes, more, first_more);
}

GArray *
stafet_lanes_place (StafetLanesItem *items, guint n, int most)
{
  GArray *more = g_array_new (FALSE, FALSE, sizeof (StafetLanesMore));
  Cluster cluster = { .items = items, .most = CLAMP (most, 1, STAFET_LANES_MOST) };
  StafetWall reaches;

  for (cluster.first = 0; cluster.first < n; cluster.first = cluster.end)
    {
      reaches = items[cluster.first].end;
      for (cluster.end = cluster.first + 1; cluster.end < n && items[cluster.end].start < reaches;
           cluster.end++)
        reaches = MAX (reaches, items[cluster.end].end);
      place_cluster (&cluster, more);
    }
  return more;
}
