/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan and its costs, changed one assignment at a time.
 */
#include "stafet-roster-plan.h"

#include <string.h>

#define AT(array, i) (g_array_index (array, guint, i))

/* ——— Assignments ——— */

static const StafetRosterShift *
shift_of (const StafetRosterPlan *self, guint s)
{
  return STAFET_ROSTER_SHIFT (self->instance, s);
}

static void
insert_shift (StafetRosterPlan *self, guint v, guint s)
{
  GArray *shifts = self->shifts[v];
  guint at = shifts->len;

  while (at > 0 && shift_of (self, AT (shifts, at - 1))->start > shift_of (self, s)->start)
    at--;
  g_array_insert_val (shifts, at, s);
}

static void
take_out (GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (AT (numbers, i) == number)
      {
        g_array_remove_index (numbers, i);
        return;
      }
}

/* ——— What a change costs ——— */

static guint
count_of_series (const StafetRosterPlan *self, guint v, guint series)
{
  guint n = 0;

  for (guint i = 0; i < self->shifts[v]->len; i++)
    n += shift_of (self, AT (self->shifts[v], i))->series == series;
  return n;
}

static gint64
count_partners (const StafetRosterPlan *self, guint s, guint v)
{
  gint64 n = 0;

  for (guint i = 0; i < self->on[s]->len; i++)
    n += AT (self->on[s], i) != v && stafet_roster_are_partners (self->instance, AT (self->on[s], i), v);
  return n;
}

/* What the pair brings when her load becomes @load, her unpopular shifts @unpopular, and @faces of the series
 * were there before. */
static gint64
price (const StafetRosterPlan *self, guint s, guint v, gint32 load, gint32 unpopular, guint faces,
       gint64 own_cost, gboolean new_face)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, v);
  gint64 cost = own_cost + stafet_roster_load_cost (self->instance, who, load);

  if (new_face && faces == 0)
    cost += stafet_roster_face_cost (self->instance);
  if (shift_of (self, s)->unpopular)
    cost += stafet_roster_unpopular_cost (self->instance, who, unpopular);
  return cost - stafet_roster_partner_worth (self->instance) * count_partners (self, s, v);
}

gint64
stafet_roster_plan_try_add (const StafetRosterPlan *self, guint option)
{
  const StafetRosterOption *o = &self->options->options[option];
  guint faces = o->new_face ? count_of_series (self, o->volunteer, shift_of (self, o->shift)->series) : 0;

  return price (self, o->shift, o->volunteer, (gint32) self->shifts[o->volunteer]->len + 1,
                self->unpopular[o->volunteer] + 1, faces, o->cost, o->new_face);
}

gint64
stafet_roster_plan_try_remove (const StafetRosterPlan *self, guint option)
{
  const StafetRosterOption *o = &self->options->options[option];
  guint faces = o->new_face ? count_of_series (self, o->volunteer, shift_of (self, o->shift)->series) - 1 : 0;

  return -price (self, o->shift, o->volunteer, (gint32) self->shifts[o->volunteer]->len,
                 self->unpopular[o->volunteer], faces, o->cost, o->new_face);
}

/* ——— Changing it ——— */

/* @cost: of the pair by itself. */
static void
put (StafetRosterPlan *self, guint s, guint v)
{
  g_array_append_val (self->on[s], v);
  insert_shift (self, v, s);
  self->unpopular[v] += shift_of (self, s)->unpopular;
}

void
stafet_roster_plan_add (StafetRosterPlan *self, guint option)
{
  const StafetRosterOption *o = &self->options->options[option];
  const StafetRosterShift *shift = shift_of (self, o->shift);
  guint there = self->on[o->shift]->len;

  self->cost.preference += stafet_roster_plan_try_add (self, option);
  self->cost.coverage +=
    stafet_roster_empty_cost (shift, there + 1) - stafet_roster_empty_cost (shift, there);
  self->cost.changes -= o->published;
  put (self, o->shift, o->volunteer);
  self->chosen[option] = TRUE;
}

void
stafet_roster_plan_remove (StafetRosterPlan *self, guint option)
{
  const StafetRosterOption *o = &self->options->options[option];
  const StafetRosterShift *shift = shift_of (self, o->shift);
  guint there = self->on[o->shift]->len;

  self->cost.preference += stafet_roster_plan_try_remove (self, option);
  self->cost.coverage +=
    stafet_roster_empty_cost (shift, there - 1) - stafet_roster_empty_cost (shift, there);
  self->cost.changes += o->published;
  take_out (self->on[o->shift], o->volunteer);
  take_out (self->shifts[o->volunteer], o->shift);
  self->unpopular[o->volunteer] -= shift->unpopular;
  self->chosen[option] = FALSE;
}

/* ——— What fits ——— */

/* Whether somebody she is kept apart from is on the occasion. */
static gboolean
meets_apart (const StafetRosterPlan *self, guint group, const StafetRosterVolunteer *who)
{
  for (guint i = 0; i < who->apart->len; i++)
    {
      const GArray *shifts = self->shifts[AT (who->apart, i)];

      for (guint j = 0; j < shifts->len; j++)
        if (shift_of (self, AT (shifts, j))->group == group)
          return TRUE;
    }
  return FALSE;
}

gboolean
stafet_roster_plan_is_free (const StafetRosterPlan *self, guint option, guint without)
{
  const StafetRosterOption *o = &self->options->options[option];
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, o->volunteer);
  const StafetRosterShift *shift = shift_of (self, o->shift);
  const GArray *mine = self->shifts[o->volunteer];
  gint32 day = 0, week = 0, month = 0, apart = MAX (self->instance->travel, who->rest);

  if (self->chosen[option])
    return FALSE;
  for (guint i = 0; i < mine->len; i++)
    {
      const StafetRosterShift *other = shift_of (self, AT (mine, i));

      if (AT (mine, i) == without)
        continue;
      /* What is further apart than either asks for needs no closer look. */
      if (other->start < shift->end + apart && shift->start < other->end + apart
          && stafet_roster_collide (self->instance, shift, other, who->rest))
        return FALSE;
      day += other->day == shift->day;
      week += other->week == shift->week;
      month += other->month == shift->month;
    }
  return day < o->per_day && week < o->per_week && month < o->per_month
         && (shift->group == 0 || who->apart->len == 0 || !meets_apart (self, shift->group, who));
}

gboolean
stafet_roster_plan_fits (const StafetRosterPlan *self, guint option, guint without)
{
  guint s = self->options->options[option].shift;

  return (gint32) self->on[s]->len < shift_of (self, s)->wanted
         && stafet_roster_plan_is_free (self, option, without);
}

guint
stafet_roster_plan_option (const StafetRosterPlan *self, guint shift, guint volunteer)
{
  const StafetRosterOptions *o = self->options;
  guint low = o->first[shift], high = o->first[shift + 1];

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (o->options[middle].volunteer < volunteer)
        low = middle + 1;
      else
        high = middle;
    }
  return low < o->first[shift + 1] && o->options[low].volunteer == volunteer ? low : STAFET_ROSTER_NONE;
}

/* ——— Making it ——— */

static void
put_lock (StafetRosterPlan *self, const StafetRosterPair *pair)
{
  const StafetRosterShift *shift = shift_of (self, pair->shift);
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, pair->volunteer);
  StafetRosterPairCost own = stafet_roster_pair_cost (self->instance, who, shift);
  gboolean new_face = !stafet_roster_is_regular (who, shift->series);

  self->cost.preference +=
    price (self, pair->shift, pair->volunteer, (gint32) self->shifts[pair->volunteer]->len + 1,
           self->unpopular[pair->volunteer] + 1, count_of_series (self, pair->volunteer, shift->series),
           stafet_roster_pair_sum (&own), new_face);
  put (self, pair->shift, pair->volunteer);
}

/* Published pairs that are locked are no change. */
static gint64
count_changes (const StafetRosterInstance *instance)
{
  gint64 n = 0;

  for (guint i = 0; i < instance->published->len; i++)
    {
      const StafetRosterPair *published = &g_array_index (instance->published, StafetRosterPair, i);
      gboolean locked = FALSE;

      for (guint j = 0; j < instance->locked->len; j++)
        {
          const StafetRosterPair *lock = &g_array_index (instance->locked, StafetRosterPair, j);

          locked = locked || (lock->shift == published->shift && lock->volunteer == published->volunteer);
        }
      n += !locked;
    }
  return n;
}

StafetRosterPlan *
stafet_roster_plan_new (const StafetRosterOptions *options)
{
  const StafetRosterInstance *instance = options->instance;
  StafetRosterPlan *self = g_new0 (StafetRosterPlan, 1);

  self->options = options;
  self->instance = instance;
  self->on = g_new (GArray *, instance->shifts->len + 1);
  self->shifts = g_new (GArray *, instance->volunteers->len + 1);
  self->unpopular = g_new0 (gint32, instance->volunteers->len + 1);
  self->chosen = g_new0 (guint8, options->n + 1);
  for (guint s = 0; s < instance->shifts->len; s++)
    self->on[s] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint v = 0; v < instance->volunteers->len; v++)
    self->shifts[v] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cost.changes = count_changes (instance);
  for (guint i = 0; i < instance->locked->len; i++)
    put_lock (self, &g_array_index (instance->locked, StafetRosterPair, i));
  for (guint s = 0; s < instance->shifts->len; s++)
    self->cost.coverage += stafet_roster_empty_cost (shift_of (self, s), self->on[s]->len);
  return self;
}

void
stafet_roster_plan_free (StafetRosterPlan *self)
{
  for (guint s = 0; s < self->instance->shifts->len; s++)
    g_array_unref (self->on[s]);
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    g_array_unref (self->shifts[v]);
  g_free (self->on);
  g_free (self->shifts);
  g_free (self->unpopular);
  g_free (self->chosen);
  g_free (self);
}

static void
copy_numbers (GArray *to, const GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

void
stafet_roster_plan_copy (StafetRosterPlan *self, const StafetRosterPlan *other)
{
  for (guint s = 0; s < self->instance->shifts->len; s++)
    copy_numbers (self->on[s], other->on[s]);
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    copy_numbers (self->shifts[v], other->shifts[v]);
  memcpy (self->unpopular, other->unpopular, self->instance->volunteers->len * sizeof *self->unpopular);
  memcpy (self->chosen, other->chosen, self->options->n);
  self->cost = other->cost;
}
