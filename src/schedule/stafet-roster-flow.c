/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes are numbered: shifts, then boxes. A box holds options of one volunteer, or boxes, of which she may
 * have so many at most: what overlaps, a day, a week, a month, and the topmost all that is hers. Where a box
 * could never be full there is none. A price is a tuple: what is empty first, changes and preference second.
 */
#include "stafet-roster-flow.h"

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
#define TOO_MUCH ((Price){ G_MAXINT64 / 4, 0 })

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

typedef struct
{
  guint parent;     /* node; the way out of the topmost */
  guint volunteer;  /* of the topmost; else STAFET_ROSTER_NONE */
  gboolean is_part; /* of a week that straddles two months */
  guint first_child,
    next; /* nodes: the first box in it, and the next one beside it; STAFET_ROSTER_NONE: none */
  guint first_option, n_options; /* in by_box */
} Box;

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
  guint n_shifts, n_boxes, n_nodes;

  Box *boxes;
  guint *box_of;       /* of each option: its node */
  guint *by_box;       /* options by their box */
  guint *top_of;       /* of each volunteer: her topmost box, a node */
  gint32 *first_caps;  /* of each box, before anything was limited */
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
#define BOX(self, node) (&(self)->boxes[(node) - (self)->n_shifts])
#define SHIFT_OF(self, option) ((self)->options->options[option].shift)

/* ——— Making the boxes ——— */

/* Something of a volunteer that a box may hold: an option, or a box. */
typedef struct
{
  gint32 outer, inner, day, start, end;
  guint option, box; /* STAFET_ROSTER_NONE for the other one */
  gint32 most;       /* so many of it at most */
} Item;

typedef struct
{
  StafetRosterFlow *flow;
  gboolean one_week; /* with months inside; else months, with weeks inside, or what is in them of a week */
  GArray *boxes;     /* Box */
  GArray *caps;      /* gint32 */
  GArray *by_box;    /* guint */
} Making;

static gboolean
is_one_week (const StafetRosterInstance *instance)
{
  return stafet_roster_week_of (instance->first)
         == stafet_roster_week_of (instance->first + instance->days - 1);
}

static gint32
outer_cap (const Making *m, guint v, gint32 outer)
{
  return m->one_week ? stafet_roster_left_in_week (m->flow->options, v, outer)
                     : stafet_roster_left_in_month (m->flow->options, v, outer);
}

/* A week across two months may be full twice: that is for others to see to. */
static gint32
inner_cap (const Making *m, guint v, gint32 inner)
{
  return m->one_week ? stafet_roster_left_in_month (m->flow->options, v, inner)
                     : stafet_roster_left_in_week (m->flow->options, v, inner);
}

/* A box of @n items, of which there may be @cap. */
static guint
add_box (Making *m, const Item *items, guint n, gint32 cap)
{
  guint node = m->flow->n_shifts + m->boxes->len;
  Box box = { .parent = STAFET_ROSTER_NONE,
              .volunteer = STAFET_ROSTER_NONE,
              .first_child = STAFET_ROSTER_NONE,
              .next = STAFET_ROSTER_NONE,
              .first_option = m->by_box->len };

  for (guint i = 0; i < n; i++)
    if (items[i].option != STAFET_ROSTER_NONE)
      {
        m->flow->box_of[items[i].option] = node;
        g_array_append_val (m->by_box, items[i].option);
        box.n_options++;
      }
    else
      {
        Box *child = &g_array_index (m->boxes, Box, items[i].box - m->flow->n_shifts);

        child->parent = node;
        child->next = box.first_child;
        box.first_child = items[i].box;
      }
  g_array_append_val (m->boxes, box);
  g_array_append_val (m->caps, cap);
  return node;
}

/* Puts @n items into a box that takes their place. */
static void
pack_surely (Making *m, Item *items, guint n, gint32 cap)
{
  items[0].box = add_box (m, items, n, cap);
  items[0].option = STAFET_ROSTER_NONE;
  items[0].most = cap;
}

/* The same, unless it could never be full. How many items there are then. */
static guint
pack (Making *m, Item *items, guint n, gint32 cap)
{
  gint32 most = 0;

  for (guint i = 0; i < n; i++)
    most += items[i].most;
  if (cap >= most)
    return n;
  pack_surely (m, items, n, cap);
  return 1;
}

/* How many of @n options, by their ends, can stand together without overlap. */
static gint32
count_disjoint (const Item *items, guint n)
{
  gint32 count = 0, until = G_MININT32;

  /* The one that ends first of those that begin later, and so on. */
  for (;;)
    {
      gint32 next = G_MAXINT32;

      for (guint i = 0; i < n; i++)
        if (items[i].start >= until)
          next = MIN (next, items[i].end);
      if (next == G_MAXINT32)
        return count;
      count++;
      until = next;
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *x = a, *y = b;

  if (x->outer != y->outer)
    return x->outer < y->outer ? -1 : 1;
  if (x->inner != y->inner)
    return x->inner < y->inner ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->option < y->option ? -1 : x->option > y->option;
}

/* Packs what hangs together by overlap, of items of one day by their start. */
static guint
pack_overlaps (Making *m, Item *items, guint n)
{
  guint kept = 0;

  for (guint from = 0, to; from < n; from = to)
    {
      gint32 until = items[from].end;
      guint left;

      for (to = from + 1; to < n && items[to].start < until; to++)
        until = MAX (until, items[to].end);
      left = pack (m, &items[from], to - from, count_disjoint (&items[from], to - from));
      memmove (&items[kept], &items[from], left * sizeof *items);
      kept += left;
    }
  return kept;
}

/* Packs the items of one week of a month by day. */
static guint
pack_days (Making *m, guint v, Item *items, guint n)
{
  guint kept = 0;

  for (guint from = 0, to; from < n; from = to)
    {
      gint32 day = items[from].day;
      guint left;

      for (to = from + 1; to < n && items[to].day == day; to++)
        ;
      left = pack_overlaps (m, &items[from], to - from);
      left = pack (m, &items[from], left, stafet_roster_left_on_day (m->flow->options, v, day));
      memmove (&items[kept], &items[from], left * sizeof *items);
      kept += left;
    }
  return kept;
}

/* Whether the week that it is in is partly in another month. */
static gboolean
is_cut (const Item *item)
{
  gint32 monday = item->day;

  while (stafet_roster_week_of (monday - 1) == item->inner)
    monday--;
  return stafet_roster_month_of (monday) != stafet_roster_month_of (monday + 6);
}

/* Packs the items of one month by week, or the other way about. */
static guint
pack_inner (Making *m, guint v, Item *items, guint n)
{
  guint kept = 0;

  for (guint from = 0, to; from < n; from = to)
    {
      gint32 inner = items[from].inner;
      gboolean straddles;
      guint left;

      for (to = from + 1; to < n && items[to].inner == inner; to++)
        ;
      straddles = !m->one_week && is_cut (&items[from]);
      left = pack_days (m, v, &items[from], to - from);
      if (straddles)
        {
          pack_surely (m, &items[from], left, inner_cap (m, v, inner));
          g_array_index (m->boxes, Box, m->boxes->len - 1).is_part = TRUE;
          left = 1;
        }
      else
        left = pack (m, &items[from], left, inner_cap (m, v, inner));
      memmove (&items[kept], &items[from], left * sizeof *items);
      kept += left;
    }
  return kept;
}

/* The topmost box of @v. */
static guint
pack_all (Making *m, guint v, Item *items, guint n)
{
  guint kept = 0;

  if (n > 0 && items[0].outer == items[n - 1].outer)
    {
      gint32 cap = outer_cap (m, v, items[0].outer);

      return add_box (m, items, pack_inner (m, v, items, n), cap);
    }
  for (guint from = 0, to; from < n; from = to)
    {
      gint32 outer = items[from].outer;
      guint left;

      for (to = from + 1; to < n && items[to].outer == outer; to++)
        ;
      left = pack_inner (m, v, &items[from], to - from);
      left = pack (m, &items[from], left, outer_cap (m, v, outer));
      memmove (&items[kept], &items[from], left * sizeof *items);
      kept += left;
    }
  return add_box (m, items, kept, G_MAXINT32);
}

static void
add_person (Making *m, guint v)
{
  StafetRosterFlow *self = m->flow;
  const StafetRosterOptions *o = self->options;
  guint n = o->first_of[v + 1] - o->first_of[v];
  g_autofree Item *items = g_new (Item, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint option = o->by_volunteer[o->first_of[v] + i];
      const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, SHIFT_OF (self, option));

      items[i] = (Item){ m->one_week ? shift->week : shift->month,
                         m->one_week ? shift->month : shift->week,
                         shift->day,
                         shift->start,
                         shift->end,
                         option,
                         STAFET_ROSTER_NONE,
                         1 };
    }
  qsort (items, n, sizeof *items, compare_items);
  self->top_of[v] = pack_all (m, v, items, n);
  g_array_index (m->boxes, Box, self->top_of[v] - self->n_shifts).volunteer = v;
}

static void
make_boxes (StafetRosterFlow *self)
{
  Making m = { self, is_one_week (self->instance), g_array_new (FALSE, FALSE, sizeof (Box)),
               g_array_new (FALSE, FALSE, sizeof (gint32)), g_array_new (FALSE, FALSE, sizeof (guint)) };

  self->box_of = g_new (guint, self->options->n + 1);
  self->top_of = g_new (guint, self->instance->volunteers->len + 1);
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    add_person (&m, v);
  self->n_boxes = m.boxes->len;
  self->n_nodes = self->n_shifts + self->n_boxes;
  self->boxes = (Box *) (gpointer) g_array_free (m.boxes, FALSE);
  self->first_caps = (gint32 *) (gpointer) g_array_free (m.caps, FALSE);
  self->caps = g_memdup2 (self->first_caps, self->n_boxes * sizeof *self->caps);
  self->by_box = (guint *) (gpointer) g_array_free (m.by_box, FALSE);
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    BOX (self, self->top_of[v])->parent = WAY_OUT (self);
}

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
  make_boxes (self);
  for (guint s = 0; s < self->n_shifts; s++)
    self->n_places += count_places (self, s);
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
  g_free (self->boxes);
  g_free (self->box_of);
  g_free (self->by_box);
  g_free (self->top_of);
  g_free (self->first_caps);
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
      relax (self, s, self->box_of[i], option_price (self, i), i);
  relax (self, s, WAY_OUT (self), empty_price (self, s, self->used[s] + 1), STAFET_ROSTER_NONE);
}

static void
leave_box (StafetRosterFlow *self, guint node)
{
  const Box *box = BOX (self, node);

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
    if (self->options_are[self->by_box[i]] & IS_CHOSEN)
      relax (self, node, SHIFT_OF (self, self->by_box[i]),
             subtract (NOTHING, option_price (self, self->by_box[i])), self->by_box[i]);
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
    if (self->used[self->top_of[v]] > 0)
      relax (self, out, self->top_of[v],
             subtract (NOTHING, load_price (self, v, self->used[self->top_of[v]])), STAFET_ROSTER_NONE);
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
  memcpy (self->caps, self->first_caps, self->n_boxes * sizeof *self->caps);
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
  find_path (self, SHIFT_OF (self, option), self->box_of[option]);
  send (self, self->box_of[option]);
}

guint
stafet_roster_flow_part_of (const StafetRosterFlow *self, guint option)
{
  guint node = self->box_of[option];

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
  state->caps = g_memdup2 (self->caps, self->n_boxes * sizeof *self->caps);
  state->used = g_memdup2 (self->used, (self->n_nodes + 1) * sizeof *self->used);
  state->potential = g_memdup2 (self->potential, (self->n_nodes + 1) * sizeof *self->potential);
  state->total = self->total;
  return state;
}

void
stafet_roster_flow_restore (StafetRosterFlow *self, const StafetRosterFlowState *state)
{
  memcpy (self->options_are, state->options_are, self->options->n + 1);
  memcpy (self->caps, state->caps, self->n_boxes * sizeof *self->caps);
  memcpy (self->used, state->used, (self->n_nodes + 1) * sizeof *self->used);
  memcpy (self->potential, state->potential, (self->n_nodes + 1) * sizeof *self->potential);
  self->total = state->total;
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
