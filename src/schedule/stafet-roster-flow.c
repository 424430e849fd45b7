/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes are numbered: shifts, then days, then groups (weeks, or months where the whole period is one week),
 * then volunteers. A price is a tuple: what is empty first, changes and preference second.
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
  guint group;    /* node */
  guint first, n; /* its options in by_day */
  gint32 cap, used;
} Day;

typedef struct
{
  guint volunteer; /* node */
  guint first, n;  /* its days, as nodes */
  gint32 cap, used;
} Group;

typedef struct
{
  guint first, n; /* her groups, as nodes */
  gint32 cap, used;
  gint32 locked; /* shifts that count in her load already */
} Person;

typedef struct
{
  Price price;
  guint node;
} Queued;

struct _StafetRosterFlow
{
  const StafetRosterOptions *options; /* borrowed */
  const StafetRosterInstance *instance;
  guint n_shifts, n_days, n_groups, n_people, n_nodes;

  Day *days;
  Group *groups;
  Person *people;
  guint *day_of;       /* of each option: its node */
  guint *by_day;       /* options by their day */
  guint8 *chosen;      /* of each option */
  gint32 *forbidden;   /* how often */
  gint32 *empty;       /* of each shift: places that stay empty */
  const gint32 *costs; /* borrowed, while it is solved */

  /* The search: what is stamped belongs to the path that is looked for. */
  Price *potential; /* of each node, and of the way out at the end */
  Price *reached;
  guint *from; /* node that it was reached from */
  guint *over; /* the option, where one was used */
  guint *stamp, *done;
  guint now;
  GArray *queue;   /* Queued, a heap */
  GArray *settled; /* guint: nodes */
};

#define WAY_OUT(self) ((self)->n_nodes)
#define DAY_NODE(self, i) ((self)->n_shifts + (i))
#define GROUP_NODE(self, i) ((self)->n_shifts + (self)->n_days + (i))
#define PERSON_NODE(self, i) ((self)->n_shifts + (self)->n_days + (self)->n_groups + (i))
#define SHIFT_OF(self, option) ((self)->options->options[option].shift)

/* ——— Making the graph ——— */

/* Whether all shifts that somebody can take start in one ISO week, or in one month. */
static gboolean
is_one_week (const StafetRosterInstance *instance)
{
  return stafet_roster_week_of (instance->first)
         == stafet_roster_week_of (instance->first + instance->days - 1);
}

typedef struct
{
  gint32 day, group;
  guint option;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->option < y->option ? -1 : x->option > y->option;
}

typedef struct
{
  StafetRosterFlow *flow;
  gboolean by_month; /* groups are months */
  GArray *days, *groups;
  guint n_placed;
} Making;

static gint32
group_cap (const Making *m, guint v, gint32 group)
{
  return m->by_month ? stafet_roster_left_in_month (m->flow->options, v, group)
                     : stafet_roster_left_in_week (m->flow->options, v, group);
}

/* Of a week, the week's; else what her months leave, together. */
static gint32
person_cap (const Making *m, guint v)
{
  const StafetRosterInstance *instance = m->flow->instance;
  gint32 first = stafet_roster_month_of (instance->first);
  gint32 last = stafet_roster_month_of (instance->first + instance->days - 1);
  gint32 cap = 0;

  if (m->by_month)
    return stafet_roster_left_in_week (m->flow->options, v, stafet_roster_week_of (instance->first));
  for (gint32 month = first; month <= last; month++)
    cap += stafet_roster_left_in_month (m->flow->options, v, month);
  return cap;
}

static void
add_person (Making *m, guint v)
{
  StafetRosterFlow *self = m->flow;
  const StafetRosterOptions *o = self->options;
  guint n = o->first_of[v + 1] - o->first_of[v];
  g_autofree Key *keys = g_new (Key, n + 1);

  self->people[v].first = m->groups->len;
  self->people[v].cap = person_cap (m, v);
  self->people[v].locked = o->locked[v] != NULL ? (gint32) o->locked[v]->len : 0;
  for (guint i = 0; i < n; i++)
    {
      guint option = o->by_volunteer[o->first_of[v] + i];
      const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, SHIFT_OF (self, option));

      keys[i] = (Key){ shift->day, m->by_month ? shift->month : shift->week, option };
    }
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || keys[i].group != keys[i - 1].group)
        {
          Group group = { .volunteer = v, .first = m->days->len, .cap = group_cap (m, v, keys[i].group) };

          g_array_append_val (m->groups, group);
        }
      if (i == 0 || keys[i].group != keys[i - 1].group || keys[i].day != keys[i - 1].day)
        {
          Day day = { .group = m->groups->len - 1,
                      .first = m->n_placed,
                      .cap = stafet_roster_left_on_day (o, v, keys[i].day) };

          g_array_append_val (m->days, day);
          g_array_index (m->groups, Group, m->groups->len - 1).n++;
        }
      g_array_index (m->days, Day, m->days->len - 1).n++;
      self->day_of[keys[i].option] = m->days->len - 1;
      self->by_day[m->n_placed++] = keys[i].option;
    }
  self->people[v].n = m->groups->len - self->people[v].first;
}

StafetRosterFlow *
stafet_roster_flow_new (const StafetRosterOptions *options)
{
  StafetRosterFlow *self = g_new0 (StafetRosterFlow, 1);
  Making m = { self, is_one_week (options->instance), g_array_new (FALSE, FALSE, sizeof (Day)),
               g_array_new (FALSE, FALSE, sizeof (Group)), 0 };

  self->options = options;
  self->instance = options->instance;
  self->n_shifts = self->instance->shifts->len;
  self->n_people = self->instance->volunteers->len;
  self->people = g_new0 (Person, self->n_people + 1);
  self->day_of = g_new (guint, options->n + 1);
  self->by_day = g_new (guint, options->n + 1);
  for (guint v = 0; v < self->n_people; v++)
    add_person (&m, v);
  self->n_days = m.days->len;
  self->n_groups = m.groups->len;
  self->days = (Day *) (gpointer) g_array_free (m.days, FALSE);
  self->groups = (Group *) (gpointer) g_array_free (m.groups, FALSE);
  self->n_nodes = PERSON_NODE (self, self->n_people);
  self->chosen = g_new0 (guint8, options->n + 1);
  self->forbidden = g_new0 (gint32, options->n + 1);
  self->empty = g_new0 (gint32, self->n_shifts + 1);
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
  g_free (self->days);
  g_free (self->groups);
  g_free (self->people);
  g_free (self->day_of);
  g_free (self->by_day);
  g_free (self->chosen);
  g_free (self->forbidden);
  g_free (self->empty);
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

/* Of one more empty place. */
static Price
empty_price (const StafetRosterFlow *self, guint s)
{
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, s);
  guint there = (guint) MAX (0, shift->wanted - self->empty[s]);

  return (Price){ stafet_roster_empty_cost (shift, there - 1) - stafet_roster_empty_cost (shift, there),
                  ONE_CHANGE };
}

static Price
load_price (const StafetRosterFlow *self, guint v)
{
  const Person *person = &self->people[v];

  return (Price){ 0, stafet_roster_load_cost (self->instance, STAFET_ROSTER_VOLUNTEER (self->instance, v),
                                              person->locked + person->used + 1) };
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
  if (to != WAY_OUT (self))
    enqueue (self, there, to);
}

static void
leave_shift (StafetRosterFlow *self, guint s)
{
  const StafetRosterOptions *o = self->options;

  for (guint i = o->first[s]; i < o->first[s + 1]; i++)
    if (!self->chosen[i] && self->forbidden[i] == 0)
      relax (self, s, DAY_NODE (self, self->day_of[i]), option_price (self, i), i);
  relax (self, s, WAY_OUT (self), empty_price (self, s), STAFET_ROSTER_NONE);
}

static void
leave_day (StafetRosterFlow *self, guint node)
{
  const Day *day = &self->days[node - self->n_shifts];

  if (day->used < day->cap)
    relax (self, node, GROUP_NODE (self, day->group), NOTHING, STAFET_ROSTER_NONE);
  for (guint i = day->first; day->used > 0 && i < day->first + day->n; i++)
    if (self->chosen[self->by_day[i]])
      relax (self, node, SHIFT_OF (self, self->by_day[i]),
             subtract (NOTHING, option_price (self, self->by_day[i])), self->by_day[i]);
}

static void
leave_group (StafetRosterFlow *self, guint node)
{
  const Group *group = &self->groups[node - self->n_shifts - self->n_days];

  if (group->used < group->cap)
    relax (self, node, PERSON_NODE (self, group->volunteer), NOTHING, STAFET_ROSTER_NONE);
  for (guint i = group->first; group->used > 0 && i < group->first + group->n; i++)
    if (self->days[i].used > 0)
      relax (self, node, DAY_NODE (self, i), NOTHING, STAFET_ROSTER_NONE);
}

static void
leave_person (StafetRosterFlow *self, guint node)
{
  guint v = node - PERSON_NODE (self, 0);
  const Person *person = &self->people[v];

  if (person->used < person->cap)
    relax (self, node, WAY_OUT (self), load_price (self, v), STAFET_ROSTER_NONE);
  for (guint i = person->first; person->used > 0 && i < person->first + person->n; i++)
    if (self->groups[i].used > 0)
      relax (self, node, GROUP_NODE (self, i), NOTHING, STAFET_ROSTER_NONE);
}

static void
leave (StafetRosterFlow *self, guint node)
{
  if (node < self->n_shifts)
    leave_shift (self, node);
  else if (node < GROUP_NODE (self, 0))
    leave_day (self, node);
  else if (node < PERSON_NODE (self, 0))
    leave_group (self, node);
  else
    leave_person (self, node);
}

/* From @source to the way out, which there always is: a place may stay empty. */
static void
find_path (StafetRosterFlow *self, guint source)
{
  guint out = WAY_OUT (self);

  self->now++;
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
      if (self->stamp[out] == self->now && !is_less (next.price, self->reached[out]))
        break;
      self->done[next.node] = self->now;
      g_array_append_val (self->settled, next.node);
      leave (self, next.node);
    }
  for (guint i = 0; i < self->settled->len; i++)
    {
      guint node = g_array_index (self->settled, guint, i);

      self->potential[node] = add (self->potential[node], subtract (self->reached[node], self->reached[out]));
    }
}

/* ——— Along the path ——— */

/* One unit more over the arc from @from to @to, or one less over the arc the other way. */
static void
use_arc (StafetRosterFlow *self, guint from, guint to)
{
  guint day = self->n_shifts, group = GROUP_NODE (self, 0), person = PERSON_NODE (self, 0);

  if (to == WAY_OUT (self))
    {
      if (from < day)
        self->empty[from]++;
      else
        self->people[from - person].used++;
    }
  else if (from < day || to < day)
    {
      self->chosen[self->over[to]] = from < day;
      self->days[(from < day ? to : from) - day].used += from < day ? 1 : -1;
    }
  else if (from < group && to < person)
    self->groups[to - group].used++;
  else if (from < person && to < group)
    self->groups[from - group].used--;
}

/* A day's use is counted at its shifts and a group's at its days, so that the arcs above them need no count.
 */
static void
send (StafetRosterFlow *self)
{
  for (guint to = WAY_OUT (self); self->from[to] != STAFET_ROSTER_NONE; to = self->from[to])
    use_arc (self, self->from[to], to);
}

/* ——— The whole ——— */

static void
begin (StafetRosterFlow *self, const gint32 *costs)
{
  self->costs = costs;
  memset (self->chosen, 0, self->options->n);
  memset (self->empty, 0, self->n_shifts * sizeof *self->empty);
  memset (self->potential, 0, (self->n_nodes + 1) * sizeof *self->potential);
  for (guint i = 0; i < self->n_days; i++)
    self->days[i].used = 0;
  for (guint i = 0; i < self->n_groups; i++)
    self->groups[i].used = 0;
  for (guint i = 0; i < self->n_people; i++)
    self->people[i].used = 0;
}

gboolean
stafet_roster_flow_solve (StafetRosterFlow *self, const gint32 *costs, GCancellable *cancellable)
{
  guint n = 0;

  begin (self, costs);
  for (guint s = 0; s < self->n_shifts; s++)
    for (gint32 place = (gint32) self->options->locks[s];
         place < STAFET_ROSTER_SHIFT (self->instance, s)->wanted; place++)
      {
        if (++n % PATIENCE == 0 && g_cancellable_is_cancelled (cancellable))
          {
            begin (self, costs);
            return FALSE;
          }
        find_path (self, s);
        send (self);
      }
  return TRUE;
}

gboolean
stafet_roster_flow_chose (const StafetRosterFlow *self, guint option)
{
  return self->chosen[option];
}

void
stafet_roster_flow_forbid (StafetRosterFlow *self, guint option, gboolean forbidden)
{
  self->forbidden[option] += forbidden ? 1 : -1;
}

static gint64
loads_of (const StafetRosterFlow *self, guint v)
{
  const Person *person = &self->people[v];
  gint64 cost = 0;

  for (gint32 k = 1; k <= person->used; k++)
    cost += stafet_roster_load_cost (self->instance, STAFET_ROSTER_VOLUNTEER (self->instance, v),
                                     person->locked + k);
  return cost;
}

StafetRosterCost
stafet_roster_flow_cost (const StafetRosterFlow *self)
{
  StafetRosterCost cost = { 0, self->instance->published->len, 0 };

  for (guint s = 0; s < self->n_shifts; s++)
    {
      const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, s);
      gint32 there = MAX ((gint32) self->options->locks[s], shift->wanted - self->empty[s]);

      cost.coverage += stafet_roster_empty_cost (shift, (guint) there);
    }
  for (guint i = 0; i < self->options->n; i++)
    if (self->chosen[i])
      {
        cost.preference += self->costs[i];
        cost.changes -= self->options->options[i].published;
      }
  for (guint v = 0; v < self->n_people; v++)
    cost.preference += loads_of (self, v);
  return cost;
}
