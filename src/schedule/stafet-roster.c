/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The instance and its rules, one function each.
 */
#include "stafet-roster.h"

#define MINUTES_PER_DAY 1440
#define DAYS_PER_WEEK 7
/* The Thursday from which Mondays are counted back. */
#define FIRST_MONDAY (-3)

/* Load is measured over what is planned and the eight weeks before it. */
#define MEMORY_DAYS 56
#define LOAD_UNIT 700 /* hundredths of a shift a week, times days */
#define LOAD_STEP 4
#define LOAD_STEPS 5 /* either way */
#define UNPOPULAR_STEP 8
#define UNPOPULAR_STEPS 5
#define FREE_METRES 2000
#define METRES_PER_POINT 500
#define MOST_DISTANCE 20

/* ——— Making and freeing ——— */

static void
house_clear (gpointer data)
{
  g_free (((StafetRosterHouse *) data)->id);
}

static void
shift_clear (gpointer data)
{
  g_free (((StafetRosterShift *) data)->id);
}

static void
volunteer_clear (gpointer data)
{
  StafetRosterVolunteer *self = data;

  g_free (self->id);
  g_clear_pointer (&self->houses, g_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->windows, g_array_unref);
  g_clear_pointer (&self->absences, g_array_unref);
  g_clear_pointer (&self->regular_on, g_array_unref);
  g_clear_pointer (&self->partners, g_array_unref);
  g_clear_pointer (&self->apart, g_array_unref);
  g_clear_pointer (&self->taken, g_array_unref);
}

static GArray *
table_new (gsize size, GDestroyNotify clear)
{
  GArray *table = g_array_new (FALSE, FALSE, (guint) size);

  if (clear != NULL)
    g_array_set_clear_func (table, clear);
  return table;
}

StafetRosterInstance *
stafet_roster_instance_new (void)
{
  StafetRosterInstance *self = g_new0 (StafetRosterInstance, 1);

  self->houses = table_new (sizeof (StafetRosterHouse), house_clear);
  self->shifts = table_new (sizeof (StafetRosterShift), shift_clear);
  self->volunteers = table_new (sizeof (StafetRosterVolunteer), volunteer_clear);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->skills = g_ptr_array_new_with_free_func (g_free);
  self->locked = table_new (sizeof (StafetRosterPair), NULL);
  self->published = table_new (sizeof (StafetRosterPair), NULL);
  self->weights = (StafetRosterWeights){ 1, 1, 1, 1 };
  return self;
}

void
stafet_roster_instance_free (StafetRosterInstance *self)
{
  g_array_unref (self->houses);
  g_array_unref (self->shifts);
  g_array_unref (self->volunteers);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->skills);
  g_array_unref (self->locked);
  g_array_unref (self->published);
  g_free (self);
}

void
stafet_roster_volunteer_init (StafetRosterVolunteer *self, const char *id)
{
  *self = (StafetRosterVolunteer){
    .id = g_strdup (id), .per_day = 1, .per_week = 7, .per_month = 31, .wished = 100
  };
  self->houses = table_new (sizeof (guint), NULL);
  self->skills = table_new (sizeof (guint), NULL);
  self->windows = table_new (sizeof (StafetRosterWindow), NULL);
  self->absences = table_new (sizeof (StafetRosterAbsence), NULL);
  self->regular_on = table_new (sizeof (guint), NULL);
  self->partners = table_new (sizeof (guint), NULL);
  self->apart = table_new (sizeof (guint), NULL);
  self->taken = table_new (sizeof (gint32), NULL);
}

static gint32
floor_divide (gint32 a, gint32 b)
{
  gint32 quotient = a / b;

  return quotient * b > a ? quotient - 1 : quotient;
}

gint32
stafet_roster_week_of (gint32 day)
{
  return floor_divide (day - FIRST_MONDAY, DAYS_PER_WEEK);
}

gint32
stafet_roster_month_of (gint32 day)
{
  int year, month, mday;

  stafet_date_split (stafet_date_new (1970, 1, 1) + day, &year, &month, &mday);
  return year * 12 + month - 1;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const StafetRosterPair *x = a, *y = b;

  if (x->shift != y->shift)
    return x->shift < y->shift ? -1 : 1;
  return x->volunteer < y->volunteer ? -1 : x->volunteer > y->volunteer;
}

static void
sort_pairs (GArray *pairs)
{
  guint n = 0;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    if (n == 0
        || compare_pairs (&g_array_index (pairs, StafetRosterPair, n - 1),
                          &g_array_index (pairs, StafetRosterPair, i))
             != 0)
      g_array_index (pairs, StafetRosterPair, n++) = g_array_index (pairs, StafetRosterPair, i);
  g_array_set_size (pairs, n);
}

void
stafet_roster_instance_finish (StafetRosterInstance *self)
{
  for (guint i = 0; i < self->shifts->len; i++)
    {
      StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self, i);

      shift->day = floor_divide (shift->start, MINUTES_PER_DAY);
      shift->week = stafet_roster_week_of (shift->day);
      shift->month = stafet_roster_month_of (shift->day);
    }
  sort_pairs (self->locked);
  sort_pairs (self->published);
}

/* ——— What is taken ——— */

gint32
stafet_roster_taken_on_day (const StafetRosterVolunteer *volunteer, gint32 day)
{
  gint32 n = 0;

  for (guint i = 0; i < volunteer->taken->len; i++)
    n += g_array_index (volunteer->taken, gint32, i) == day;
  return n;
}

gint32
stafet_roster_taken_in_week (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                             gint32 week)
{
  gint32 n = week == stafet_roster_week_of (instance->first) ? volunteer->taken_this_week : 0;

  for (guint i = 0; i < volunteer->taken->len; i++)
    n += stafet_roster_week_of (g_array_index (volunteer->taken, gint32, i)) == week;
  return n;
}

gint32
stafet_roster_taken_in_month (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                              gint32 month)
{
  gint32 n = month == stafet_roster_month_of (instance->first) ? volunteer->taken_this_month : 0;

  for (guint i = 0; i < volunteer->taken->len; i++)
    n += stafet_roster_month_of (g_array_index (volunteer->taken, gint32, i)) == month;
  return n;
}

/* ——— Costs ——— */

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
stafet_roster_cost_compare (const StafetRosterCost *a, const StafetRosterCost *b)
{
  int order = compare (a->coverage, b->coverage);

  if (order == 0)
    order = compare (a->changes, b->changes);
  return order != 0 ? order : compare (a->preference, b->preference);
}

gint64
stafet_roster_empty_cost (const StafetRosterShift *shift, guint assigned)
{
  gint64 missing = MAX (0, shift->wanted - (gint64) assigned);

  return shift->priority * (missing + (assigned == 0 && shift->there == 0 ? 1 : 0));
}

gint32
stafet_roster_load_cost (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                         gint32 k)
{
  gint32 above =
    LOAD_UNIT * (volunteer->recent_load + k) - volunteer->wished * (MEMORY_DAYS + instance->days);
  gint32 steps = floor_divide (above, LOAD_UNIT);

  return instance->weights.fair * LOAD_STEP * (LOAD_STEPS + CLAMP (steps, -LOAD_STEPS, LOAD_STEPS));
}

gint32
stafet_roster_face_cost (const StafetRosterInstance *instance)
{
  return instance->weights.faces * STAFET_ROSTER_NEW_FACE;
}

gint32
stafet_roster_partner_worth (const StafetRosterInstance *instance)
{
  return instance->weights.wishes * STAFET_ROSTER_PARTNER;
}

StafetRosterPairCost
stafet_roster_weigh (const StafetRosterInstance *instance, StafetRosterPairCost cost)
{
  return (StafetRosterPairCost){ instance->weights.wishes * cost.time, instance->weights.wishes * cost.house,
                                 instance->weights.distance * cost.distance,
                                 instance->weights.fair * cost.asked };
}

gint32
stafet_roster_asked_cost (guint asked)
{
  return STAFET_ROSTER_ASKED * (gint32) MIN (asked, STAFET_ROSTER_ASKED_MOST);
}

gint32
stafet_roster_pair_sum (const StafetRosterPairCost *cost)
{
  return cost->time + cost->house + cost->distance + cost->asked;
}

gint32
stafet_roster_unpopular_cost (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                              gint32 k)
{
  return instance->weights.fair * UNPOPULAR_STEP * MIN (UNPOPULAR_STEPS, volunteer->recent_unpopular + k - 1);
}

static gboolean
holds (const GArray *numbers, guint wanted)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == wanted)
      return TRUE;
  return FALSE;
}

gboolean
stafet_roster_is_regular (const StafetRosterVolunteer *volunteer, guint series)
{
  return holds (volunteer->regular_on, series);
}

gboolean
stafet_roster_are_partners (const StafetRosterInstance *instance, guint a, guint b)
{
  return holds (STAFET_ROSTER_VOLUNTEER (instance, a)->partners, b)
         || holds (STAFET_ROSTER_VOLUNTEER (instance, b)->partners, a);
}

/* Rounded down. */
static gint64
square_root (gint64 n)
{
  gint64 root = 0;

  for (gint64 bit = (gint64) 1 << 31; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= n)
      root += bit;
  return root;
}

gint32
stafet_roster_distance (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                        const StafetRosterShift *shift)
{
  const StafetRosterHouse *house = STAFET_ROSTER_HOUSE (instance, shift->house);
  gint64 dx = (gint64) volunteer->x - house->x, dy = (gint64) volunteer->y - house->y;

  return (gint32) MIN (square_root (dx * dx + dy * dy), G_MAXINT32);
}

gint32
stafet_roster_distance_cost (gint32 metres)
{
  return MIN (MOST_DISTANCE, MAX (0, metres - FREE_METRES) / METRES_PER_POINT);
}

/* ——— Windows ——— */

static gboolean
window_holds (const StafetRosterWindow *window, const StafetRosterShift *shift)
{
  gint32 midnight = shift->day * MINUTES_PER_DAY;
  gint32 monday = FIRST_MONDAY + shift->week * DAYS_PER_WEEK;
  int week;

  if (window->weekday != shift->day - monday + 1 || midnight + window->from > shift->start
      || shift->end > midnight + window->to)
    return FALSE;
  if (window->weeks == STAFET_ROSTER_WEEKS_ALL)
    return TRUE;
  week = stafet_date_iso_week (stafet_date_new (1970, 1, 1) + shift->day, NULL);
  return (week % 2 == 1) == (window->weeks == STAFET_ROSTER_WEEKS_ODD);
}

/* 0: none holds the shift; 1: one does; 2: one that she prefers. */
static int
windows_hold (const StafetRosterVolunteer *volunteer, const StafetRosterShift *shift)
{
  int held = 0;

  for (guint i = 0; held < 2 && i < volunteer->windows->len; i++)
    {
      const StafetRosterWindow *window = &g_array_index (volunteer->windows, StafetRosterWindow, i);

      if (window_holds (window, shift))
        held = window->preferred ? 2 : 1;
    }
  return held;
}

StafetRosterPairCost
stafet_roster_pair_cost (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                         const StafetRosterShift *shift)
{

  StafetRosterPairCost cost = { windows_hold (volunteer, shift) == 2 ? 0 : STAFET_ROSTER_TIME,
                                holds (volunteer->houses, shift->house) ? 0 : STAFET_ROSTER_HOUSE_AWAY,
                                stafet_roster_distance_cost (
                                  stafet_roster_distance (instance, volunteer, shift)) };

  return stafet_roster_weigh (instance, cost);
}

static gboolean
is_absent (const StafetRosterVolunteer *volunteer, gint32 day)
{
  for (guint i = 0; i < volunteer->absences->len; i++)
    {
      const StafetRosterAbsence *absence = &g_array_index (volunteer->absences, StafetRosterAbsence, i);

      if (absence->from <= day && day <= absence->to)
        return TRUE;
    }
  return FALSE;
}

guint
stafet_roster_bars (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                    const StafetRosterShift *shift)
{
  guint bars = 0;

  if (shift->skill != STAFET_ROSTER_NONE && !holds (volunteer->skills, shift->skill))
    bars |= STAFET_ROSTER_NO_SKILL;
  if (shift->check && !volunteer->check)
    bars |= STAFET_ROSTER_NO_CHECK;
  if (!holds (volunteer->houses, shift->house)
      && (volunteer->only_these_houses
          || stafet_roster_distance (instance, volunteer, shift) > volunteer->radius))
    bars |= STAFET_ROSTER_NO_HOUSE;
  if (windows_hold (volunteer, shift) == 0)
    bars |= STAFET_ROSTER_NO_TIME;
  if (is_absent (volunteer, shift->day))
    bars |= STAFET_ROSTER_IS_ABSENT;
  return bars;
}

gboolean
stafet_roster_collide (const StafetRosterInstance *instance, const StafetRosterShift *a,
                       const StafetRosterShift *b, gint32 rest)
{
  gint32 travel = a->house != b->house ? instance->travel : 0;

  if (a->start < b->end + travel && b->start < a->end + travel)
    return TRUE;
  if (a->day == b->day)
    return FALSE;
  return a->start < b->start ? b->start - a->end < rest : a->start - b->end < rest;
}
