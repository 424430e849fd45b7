/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs what a volunteer can take from the inside out: what overlaps, days, weeks, months. A week that lies
 * in two months is one box where the months cannot be full, or there is no other week; else each month has
 * its part of it.
 */
#include "stafet-roster-boxes.h"

#include <string.h>

/* Something of a volunteer that a box may hold: an option, or a box. */
typedef struct
{
  gint32 outer, inner, day, start, end;
  guint option, box; /* STAFET_ROSTER_NONE for the other one */
  gint32 most;       /* so many of it at most */
} Item;

typedef struct
{
  StafetRosterBoxes *self;
  const StafetRosterOptions *options;
  guint n_shifts;
  gboolean weeks; /* of this person, with months inside; else months, with what is in them of a week */
  GArray *boxes;  /* StafetRosterBox */
  GArray *caps;   /* gint32 */
  GArray *by_box; /* guint */
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
  return m->weeks ? stafet_roster_left_in_week (m->options, v, outer)
                  : stafet_roster_left_in_month (m->options, v, outer);
}

/* A week across two months may be full twice: that is for others to see to. */
static gint32
inner_cap (const Making *m, guint v, gint32 inner)
{
  return m->weeks ? stafet_roster_left_in_month (m->options, v, inner)
                  : stafet_roster_left_in_week (m->options, v, inner);
}

/* A box of @n items, of which there may be @cap. */
static guint
add_box (Making *m, const Item *items, guint n, gint32 cap)
{
  guint node = m->n_shifts + m->boxes->len;
  StafetRosterBox box = { .parent = STAFET_ROSTER_NONE,
                          .volunteer = STAFET_ROSTER_NONE,
                          .first_child = STAFET_ROSTER_NONE,
                          .next = STAFET_ROSTER_NONE,
                          .first_option = m->by_box->len };

  for (guint i = 0; i < n; i++)
    if (items[i].option != STAFET_ROSTER_NONE)
      {
        m->self->box_of[items[i].option] = node;
        g_array_append_val (m->by_box, items[i].option);
        box.n_options++;
      }
    else
      {
        StafetRosterBox *child = &g_array_index (m->boxes, StafetRosterBox, items[i].box - m->n_shifts);

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
      left = pack (m, &items[from], left, stafet_roster_left_on_day (m->options, v, day));
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
      straddles = !m->weeks && is_cut (&items[from]);
      left = pack_days (m, v, &items[from], to - from);
      if (straddles)
        {
          pack_surely (m, &items[from], left, inner_cap (m, v, inner));
          g_array_index (m->boxes, StafetRosterBox, m->boxes->len - 1).is_part = TRUE;
          left = 1;
        }
      else
        left = pack (m, &items[from], left, inner_cap (m, v, inner));
      memmove (&items[kept], &items[from], left * sizeof *items);
      kept += left;
    }
  return kept;
}

/* How many of @n items of one month, by day, her weeks and days leave. */
static gint32
count_by_weeks (const Making *m, guint v, const Item *items, guint n)
{
  gint32 most = 0;

  for (guint from = 0, to; from < n; from = to)
    {
      gint32 of_week = 0;

      for (to = from; to < n && items[to].inner == items[from].inner;)
        {
          guint day = to;

          while (to < n && items[to].day == items[day].day)
            to++;
          of_week += MIN ((gint32) (to - day), stafet_roster_left_on_day (m->options, v, items[day].day));
        }
      most += MIN (of_week, stafet_roster_left_in_week (m->options, v, items[from].inner));
    }
  return most;
}

/* Whether her weeks fill no month, so that a week across two of them can be one box. */
static gboolean
months_stay_open (const Making *m, guint v, const Item *items, guint n)
{
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && items[to].outer == items[from].outer; to++)
        ;
      if (count_by_weeks (m, v, &items[from], to - from)
          > stafet_roster_left_in_month (m->options, v, items[from].outer))
        return FALSE;
    }
  return TRUE;
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

/* What she can take, by month, or by week where that is what is outside. */
static void
list_items (const Making *m, guint v, Item *items, guint n)
{
  const StafetRosterOptions *o = m->options;

  for (guint i = 0; i < n; i++)
    {
      guint option = o->by_volunteer[o->first_of[v] + i];
      const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (o->instance, o->options[option].shift);

      items[i] = (Item){ m->weeks ? shift->week : shift->month,
                         m->weeks ? shift->month : shift->week,
                         shift->day,
                         shift->start,
                         shift->end,
                         option,
                         STAFET_ROSTER_NONE,
                         1 };
    }
  qsort (items, n, sizeof *items, compare_items);
}

static void
add_person (Making *m, guint v)
{
  guint n = m->options->first_of[v + 1] - m->options->first_of[v];
  g_autofree Item *items = g_new (Item, n + 1);

  m->weeks = FALSE;
  list_items (m, v, items, n);
  m->weeks = is_one_week (m->options->instance) || months_stay_open (m, v, items, n);
  if (m->weeks)
    list_items (m, v, items, n);
  m->self->top_of[v] = pack_all (m, v, items, n);
  g_array_index (m->boxes, StafetRosterBox, m->self->top_of[v] - m->n_shifts).volunteer = v;
}

StafetRosterBoxes *
stafet_roster_boxes_new (const StafetRosterOptions *options)
{
  const StafetRosterInstance *instance = options->instance;
  StafetRosterBoxes *self = g_new (StafetRosterBoxes, 1);
  Making m = { self,
               options,
               instance->shifts->len,
               FALSE,
               g_array_new (FALSE, FALSE, sizeof (StafetRosterBox)),
               g_array_new (FALSE, FALSE, sizeof (gint32)),
               g_array_new (FALSE, FALSE, sizeof (guint)) };

  self->box_of = g_new (guint, options->n + 1);
  self->top_of = g_new (guint, instance->volunteers->len + 1);
  for (guint v = 0; v < instance->volunteers->len; v++)
    add_person (&m, v);
  self->n = m.boxes->len;
  for (guint v = 0; v < instance->volunteers->len; v++)
    g_array_index (m.boxes, StafetRosterBox, self->top_of[v] - m.n_shifts).parent = m.n_shifts + self->n;
  self->boxes = (StafetRosterBox *) (gpointer) g_array_free (m.boxes, FALSE);
  self->caps = (gint32 *) (gpointer) g_array_free (m.caps, FALSE);
  self->by_box = (guint *) (gpointer) g_array_free (m.by_box, FALSE);
  return self;
}

void
stafet_roster_boxes_free (StafetRosterBoxes *self)
{
  g_free (self->boxes);
  g_free (self->caps);
  g_free (self->box_of);
  g_free (self->by_box);
  g_free (self->top_of);
  g_free (self);
}
