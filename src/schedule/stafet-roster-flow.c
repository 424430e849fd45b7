/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes are numbered: shifts, boxes, and the way out. A price is a tuple: what is empty first, changes and
 * preference second.
 */
#include "stafet-roster-flow.h"

#include "stafet-roster-boxes.h"

#include <string.h>

/* Changes and preference share the second number: neither reaches this. */
#define ONE_CHANGE ((gint64) 1 << 32)
/* So many paths between two looks at whether somebody cancelled. */
#define PATIENCE 64

typedef struct
{
  gint64 first, second;
} Price;

#define NOTHING ((Price){ 0, 0 })

static inline Price
add (Price a, Price b)
{
  return (Price){ a.first + b.first, a.second + b.second };
}

static inline Price
subtract (Price a, Price b)
{
  return (Price){ a.first - b.first, a.second - b.second };
}

static inline gboolean
is_less (Price a, Price b)
{
  return a.first < b.first || (a.first == b.first && a.second < b.second);
}

enum
{
  IS_CHOSEN = 1 << 0,
  IS_FORBIDDEN = 1 << 1
};

typedef struct
{
  Price price;
  guint node;
} Queued;

struct _StafetRosterFlow
{
  const StafetRosterOptions *options; /* borrowed */
  const StafetRosterInstance *instance;
  StafetRosterBoxes *boxes;
  guint n_shifts, n_nodes;
  gint64 n_places;     /* that are not locked */
  const gint32 *costs; /* borrowed, until it is solved with others */

  /* The solution, which can be kept and brought back. */
  guint8 *options_are; /* of each option: the bits above */
  gint32 *caps;        /* of each box: so many in it at most */
  gint32 *used;        /* of each box: its flow to the next one; of a shift what stays empty */
  Price *potential;    /* of each node, and of the way out at the end */
  Price total;         /* of all that flows */

  /* The search: what is stamped belongs to the path that is looked for. */
  Price *reached;
  guint *from; /* node that it was reached from */
  guint *over; /* the option, where one was used */
  guint *stamp, *done;
  guint now;
  guint64 effort;
  GArray *queue;   /* Queued, a heap */
  GArray *settled; /* guint: nodes */
};

#define WAY_OUT(self) ((self)->n_nodes)
#define BOX(self, node) (&(self)->boxes->boxes[(node) - (self)->n_shifts])
#define SHIFT_OF(self, option) ((self)->options->options[option].shift)

/* ——— Beginning and end ——— */

/* That are left beside what is locked. */
static gint32
count_places (const StafetRosterFlow *self, guint s)
{
  return MAX (0, STAFET_ROSTER_SHIFT (self->instance, s)->wanted - (gint32) self->options->locks[s]);
}

StafetRosterFlow *
stafet_roster_flow_new (const StafetRosterOptions *options)
{
  StafetRosterFlow *self = g_new0 (StafetRosterFlow, 1);

  self->options = options;
  self->instance = options->instance;
  self->n_shifts = self->instance->shifts->len;
  self->boxes = stafet_roster_boxes_new (options);
  self->n_nodes = self->n_shifts + self->boxes->n;
  for (guint s = 0; s < self->n_shifts; s++)
    self->n_places += count_places (self, s);
  self->caps = g_memdup2 (self->boxes->caps, self->boxes->n * sizeof *self->caps);
  self->options_are = g_new0 (guint8, options->n + 1);
  self->used = g_new0 (gint32, self->n_nodes + 1);
  self->potential = g_new0 (Price, self->n_nodes + 1);
  self->reached = g_new (Price, self->n_nodes + 1);
  self->from = g_new (guint, self->n_nodes + 1);
  self->over = g_new (guint, self->n_nodes + 1);
  self->stamp = g_new0 (guint, self->n_nodes + 1);
  self->done = g_new0 (guint, self->n_nodes + 1);
  self->queue = g_array_new (FALSE, FALSE, sizeof (Queued));
  self->settled = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
stafet_roster_flow_free (StafetRosterFlow *self)
{
  stafet_roster_boxes_free (self->boxes);
  g_free (self->options_are);
  g_free (self->caps);
  g_free (self->used);
  g_free (self->potential);
  g_free (self->reached);
  g_free (self->from);
  g_free (self->over);
  g_free (self->stamp);
  g_free (self->done);
  g_array_unref (self->queue);
  g_array_unref (self->settled);
  g_free (self);
}

/* ——— The queue ——— */

static inline gboolean
goes_before (const Queued *a, const Queued *b)
{
  if (is_less (a->price, b->price))
    return TRUE;
  return !is_less (b->price, a->price) && a->node < b->node;
}

static void
enqueue (StafetRosterFlow *self, Price price, guint node)
{
  Queued queued = { price, node };
  Queued *heap;
  guint at = self->queue->len;

  g_array_append_val (self->queue, queued);
  heap = (Queued *) (gpointer) self->queue->data;
  for (; at > 0 && goes_before (&queued, &heap[(at - 1) / 2]); at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = queued;
}

static Queued
dequeue (StafetRosterFlow *self)
{
  Queued *heap = (Queued *) (gpointer) self->queue->data;
  guint n = self->queue->len - 1, at = 0;
  Queued top = heap[0], last = heap[n];

  g_array_set_size (self->queue, n);
  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && goes_before (&heap[child + 1], &heap[child]))
        child++;
      if (!goes_before (&heap[child], &last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  if (n > 0)
    heap[at] = last;
  return top;
}

/* ——— A shortest path ——— */

static Price
option_price (const StafetRosterFlow *self, guint option)
{
  return (Price){ 0, self->costs[option] + (self->options->options[option].published ? 0 : ONE_CHANGE) };
}

/* Of the @nth empty place. */
static Price
empty_price (const StafetRosterFlow *self, guint s, gint32 nth)
{
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, s);
  guint there = (guint) MAX (0, shift->wanted - nth);

  return (Price){ stafet_roster_empty_cost (shift, there) - stafet_roster_empty_cost (shift, there + 1),
                  ONE_CHANGE };
}

/* Of her @nth shift, beside what is locked. */
static Price
load_price (const StafetRosterFlow *self, guint v, gint32 nth)
{
  const GArray *locked = self->options->locked[v];
  gint32 k = nth + (locked != NULL ? (gint32) locked->len : 0);

  return (Price){ 0,
                  stafet_roster_load_cost (self->instance, STAFET_ROSTER_VOLUNTEER (self->instance, v), k) };
}

/* The arc from @node to @to at @price, which may shorten the way. */
static void
relax (StafetRosterFlow *self, guint node, guint to, Price price, guint option)
{
  Price there = subtract (add (add (self->reached[node], price), self->potential[node]), self->potential[to]);

  if (self->done[to] == self->now || (self->stamp[to] == self->now && !is_less (there, self->reached[to])))
    return;
  self->stamp[to] = self->now;
  self->reached[to] = there;
  self->from[to] = node;
  self->over[to] = option;
  enqueue (self, there, to);
}

static void
leave_shift (StafetRosterFlow *self, guint s)
{
  const StafetRosterOptions *o = self->options;

  for (guint i = o->first[s]; i < o->first[s + 1]; i++)
    if (self->options_are[i] == 0)
      relax (self, s, self->boxes->box_of[i], option_price (self, i), i);
  relax (self, s, WAY_OUT (self), empty_price (self, s, self->used[s] + 1), STAFET_ROSTER_NONE);
}

static void
leave_box (StafetRosterFlow *self, guint node)
{
  const StafetRosterBox *box = BOX (self, node);

  if (self->used[node] < self->caps[node - self->n_shifts])
    relax (self, node, box->parent,
           box->volunteer != STAFET_ROSTER_NONE ? load_price (self, box->volunteer, self->used[node] + 1)
                                                : NOTHING,
           STAFET_ROSTER_NONE);
  if (self->used[node] == 0)
    return;
  for (guint child = box->first_child; child != STAFET_ROSTER_NONE; child = BOX (self, child)->next)
    if (self->used[child] > 0)
      relax (self, node, child, NOTHING, STAFET_ROSTER_NONE);
  for (guint i = box->first_option; i < box->first_option + box->n_options; i++)
    if (self->options_are[self->boxes->by_box[i]] & IS_CHOSEN)
      relax (self, node, SHIFT_OF (self, self->boxes->by_box[i]),
             subtract (NOTHING, option_price (self, self->boxes->by_box[i])), self->boxes->by_box[i]);
}

/* Back from the way out: a place that stayed empty is filled, or somebody has a shift less. */
static void
leave_way_out (StafetRosterFlow *self)
{
  guint out = WAY_OUT (self);

  for (guint s = 0; s < self->n_shifts; s++)
    if (self->used[s] > 0)
      relax (self, out, s, subtract (NOTHING, empty_price (self, s, self->used[s])), STAFET_ROSTER_NONE);
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    if (self->used[self->boxes->top_of[v]] > 0)
      relax (self, out, self->boxes->top_of[v],
             subtract (NOTHING, load_price (self, v, self->used[self->boxes->top_of[v]])),
             STAFET_ROSTER_NONE);
}

static void
leave (StafetRosterFlow *self, guint node)
{
  if (node < self->n_shifts)
    leave_shift (self, node);
  else if (node < WAY_OUT (self))
    leave_box (self, node);
  else
    leave_way_out (self);
}

/* From @source to @target, which can always be reached: a place may stay empty. */
static void
find_path (StafetRosterFlow *self, guint source, guint target)
{
  self->now++;
  self->effort += self->settled->len;
  g_array_set_size (self->queue, 0);
  g_array_set_size (self->settled, 0);
  self->reached[source] = NOTHING;
  self->stamp[source] = self->now;
  self->from[source] = STAFET_ROSTER_NONE;
  enqueue (self, NOTHING, source);
  while (self->queue->len > 0)
    {
      Queued next = dequeue (self);

      if (self->done[next.node] == self->now)
        continue;
      if (self->stamp[target] == self->now && !is_less (next.price, self->reached[target]))
        break;
      self->done[next.node] = self->now;
      g_array_append_val (self->settled, next.node);
      leave (self, next.node);
    }
  self->total = add (
    self->total, subtract (add (self->reached[target], self->potential[target]), self->potential[source]));
  for (guint i = 0; i < self->settled->len; i++)
    {
      guint node = g_array_index (self->settled, guint, i);

      self->potential[node] =
        add (self->potential[node], subtract (self->reached[node], self->reached[target]));
    }
}

/* ——— Along the path ——— */

/* One unit more over the arc from @from to @to, or one less over the arc the other way. */
static void
use_arc (StafetRosterFlow *self, guint from, guint to)
{
  guint option = self->over[to];

  if (option != STAFET_ROSTER_NONE)
    self->options_are[option] = from < self->n_shifts ? IS_CHOSEN : 0;
  else if (to == WAY_OUT (self) || (from != WAY_OUT (self) && BOX (self, from)->parent == to))
    self->used[from]++;
  else
    self->used[to]--;
}

static void
send (StafetRosterFlow *self, guint target)
{
  for (guint to = target; self->from[to] != STAFET_ROSTER_NONE; to = self->from[to])
    use_arc (self, self->from[to], to);
}

/* ——— The whole ——— */

static void
begin (StafetRosterFlow *self, const gint32 *costs)
{
  self->costs = costs;
  memset (self->options_are, 0, self->options->n);
  memcpy (self->caps, self->boxes->caps, self->boxes->n * sizeof *self->caps);
  memset (self->used, 0, self->n_nodes * sizeof *self->used);
  memset (self->potential, 0, (self->n_nodes + 1) * sizeof *self->potential);
  self->total = NOTHING;
}

gboolean
stafet_roster_flow_solve (StafetRosterFlow *self, const gint32 *costs, GCancellable *cancellable)
{
  guint n = 0;

  begin (self, costs);
  for (guint s = 0; s < self->n_shifts; s++)
    for (gint32 place = 0; place < count_places (self, s); place++)
      {
        if (++n % PATIENCE == 0 && g_cancellable_is_cancelled (cancellable))
          {
            begin (self, costs);
            return FALSE;
          }
        find_path (self, s, WAY_OUT (self));
        send (self, WAY_OUT (self));
      }
  return TRUE;
}

gboolean
stafet_roster_flow_chose (const StafetRosterFlow *self, guint option)
{
  return (self->options_are[option] & IS_CHOSEN) != 0;
}

guint64
stafet_roster_flow_effort (const StafetRosterFlow *self)
{
  return self->effort;
}

/* What flowed over the option goes another way from its shift to its box, which may be back from the way out:
 * all else stays as cheap as it can be. */
void
stafet_roster_flow_forbid (StafetRosterFlow *self, guint option)
{
  gboolean was_chosen = stafet_roster_flow_chose (self, option);

  self->options_are[option] = IS_FORBIDDEN;
  if (!was_chosen)
    return;
  self->total = subtract (self->total, option_price (self, option));
  find_path (self, SHIFT_OF (self, option), self->boxes->box_of[option]);
  send (self, self->boxes->box_of[option]);
}

guint
stafet_roster_flow_part_of (const StafetRosterFlow *self, guint option)
{
  guint node = self->boxes->box_of[option];

  while (node != WAY_OUT (self) && !BOX (self, node)->is_part)
    node = BOX (self, node)->parent;
  return node != WAY_OUT (self) ? node : STAFET_ROSTER_NONE;
}

/* What is too much goes another way from the box to its parent, as above. */
void
stafet_roster_flow_limit (StafetRosterFlow *self, guint part, gint32 cap)
{
  gint32 *now = &self->caps[part - self->n_shifts];

  *now = MIN (*now, cap);
  while (self->used[part] > *now)
    {
      find_path (self, part, BOX (self, part)->parent);
      send (self, BOX (self, part)->parent);
      self->used[part]--;
    }
}

/* ——— Keeping it ——— */

struct _StafetRosterFlowState
{
  guint8 *options_are;
  gint32 *caps, *used;
  Price *potential;
  Price total;
};

StafetRosterFlowState *
stafet_roster_flow_save (const StafetRosterFlow *self)
{
  StafetRosterFlowState *state = g_new (StafetRosterFlowState, 1);

  state->options_are = g_memdup2 (self->options_are, self->options->n + 1);
  state->caps = g_memdup2 (self->caps, self->boxes->n * sizeof *self->caps);
  state->used = g_memdup2 (self->used, (self->n_nodes + 1) * sizeof *self->used);
  state->potential = g_memdup2 (self->potential, (self->n_nodes + 1) * sizeof *self->potential);
  state->total = self->total;
  return state;
}

void
stafet_roster_flow_restore (StafetRosterFlow *self, const StafetRosterFlowState *state)
{
  memcpy (self->options_are, state->options_are, self->options->n + 1);
  memcpy (self->caps, state->caps, self->boxes->n * sizeof *self->caps);
  memcpy (self->used, state->used, (self->n_nodes + 1) * sizeof *self->used);
  memcpy (self->potential, state->potential, (self->n_nodes + 1) * sizeof *self->potential);
  self->total = state->total;
}

gsize
stafet_roster_flow_state_size (const StafetRosterFlow *self)
{
  return sizeof (StafetRosterFlowState) + self->options->n + 1 + self->boxes->n * sizeof *self->caps
         + (self->n_nodes + 1) * (sizeof *self->used + sizeof *self->potential);
}

void
stafet_roster_flow_state_free (StafetRosterFlowState *self)
{
  g_free (self->options_are);
  g_free (self->caps);
  g_free (self->used);
  g_free (self->potential);
  g_free (self);
}

/* ——— What it costs ——— */

/* Each place that is not a published pair counted as one change. */
StafetRosterCost
stafet_roster_flow_cost (const StafetRosterFlow *self)
{
  gint64 kept = self->n_places - self->total.second / ONE_CHANGE;

  return (StafetRosterCost){ self->total.first, self->instance->published->len - kept,
                             self->total.second % ONE_CHANGE };
}
