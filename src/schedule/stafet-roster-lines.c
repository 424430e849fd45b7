/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a finished plan.
 */
#include "stafet-roster-lines.h"

#define AT(array, i) (g_array_index (array, guint, i))
#define LARGEST_GROUP 8

static const StafetRosterShift *
shift_of (const StafetRosterPlan *plan, guint s)
{
  return STAFET_ROSTER_SHIFT (plan->instance, s);
}

/* ——— Costs of lines ——— */

static gint32
partners_before (const StafetRosterPlan *plan, guint s, guint v)
{
  gint32 n = 0;

  for (guint i = 0; i < plan->on[s]->len; i++)
    n += AT (plan->on[s], i) < v && stafet_roster_are_partners (plan->instance, AT (plan->on[s], i), v);
  return n;
}

static gboolean
had_series (const StafetRosterPlan *plan, const GArray *mine, guint n, guint series)
{
  for (guint i = 0; i < n; i++)
    if (shift_of (plan, AT (mine, i))->series == series)
      return TRUE;
  return FALSE;
}

static int
compare_shifts (gconstpointer a, gconstpointer b, gpointer plan)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  gint32 first = shift_of (plan, x)->start, second = shift_of (plan, y)->start;

  if (first != second)
    return first < second ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
add_lines_of (const StafetRosterPlan *plan, guint v, GArray *lines)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, v);
  g_autoptr (GArray) mine = g_array_copy (plan->shifts[v]);
  gint32 unpopular = 0;

  g_array_sort_with_data (mine, compare_shifts, (gpointer) plan);
  for (guint i = 0; i < mine->len; i++)
    {
      guint s = AT (mine, i);
      const StafetRosterShift *shift = shift_of (plan, s);
      guint option = stafet_roster_plan_option (plan, s, v);
      StafetRosterLine line = { s, v };
      gboolean new_face = option != STAFET_ROSTER_NONE ? plan->options->options[option].new_face
                                                       : !stafet_roster_is_regular (who, shift->series);

      /* What is locked need not be an option. */
      line.own = option != STAFET_ROSTER_NONE ? plan->options->options[option].own
                                              : stafet_roster_pair_cost (plan->instance, who, shift);
      line.partner = option != STAFET_ROSTER_NONE ? plan->options->options[option].partner : 0;
      if (new_face && !had_series (plan, mine, i, shift->series))
        line.new_face = stafet_roster_face_cost (plan->instance);
      line.load = stafet_roster_load_cost (plan->instance, who, (gint32) i + 1);
      if (shift->unpopular)
        line.unpopular = stafet_roster_unpopular_cost (plan->instance, who, ++unpopular);
      line.partner -= stafet_roster_partner_worth (plan->instance) * partners_before (plan, s, v);
      g_array_append_val (lines, line);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const StafetRosterLine *x = a, *y = b;

  if (x->shift != y->shift)
    return x->shift < y->shift ? -1 : 1;
  return x->volunteer < y->volunteer ? -1 : x->volunteer > y->volunteer;
}

GArray *
stafet_roster_lines_new (const StafetRosterPlan *plan)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (StafetRosterLine));

  for (guint v = 0; v < plan->instance->volunteers->len; v++)
    add_lines_of (plan, v, lines);
  g_array_sort (lines, compare_lines);
  return lines;
}

/* ——— Why a place is empty ——— */

static void
empty_free (gpointer data)
{
  g_clear_pointer (&((StafetRosterEmpty *) data)->group, g_array_unref);
  g_free (data);
}

static void
count_funnel (const StafetRosterPlan *plan, StafetRosterEmpty *empty)
{
  const StafetRosterShift *shift = shift_of (plan, empty->shift);
  guint *const left[] = { &empty->with_skill, &empty->with_check, &empty->of_house, &empty->with_time,
                          &empty->present };

  for (guint v = 0; v < plan->instance->volunteers->len; v++)
    {
      guint bars = stafet_roster_bars (plan->instance, STAFET_ROSTER_VOLUNTEER (plan->instance, v), shift);

      for (gsize i = 0; i < G_N_ELEMENTS (left) && (bars & ((1u << (i + 1)) - 1)) == 0; i++)
        ++*left[i];
    }
}

/* Whether she is eligible, and not there already: a lock may have put somebody there who is not. */
static gboolean
could_be (const StafetRosterPlan *plan, guint s, guint v)
{
  for (guint i = 0; i < plan->on[s]->len; i++)
    if (AT (plan->on[s], i) == v)
      return FALSE;
  return stafet_roster_bars (plan->instance, STAFET_ROSTER_VOLUNTEER (plan->instance, v), shift_of (plan, s))
         == 0;
}

/* What keeps somebody eligible from the shift. */
static void
count_cap (const StafetRosterPlan *plan, StafetRosterEmpty *empty, guint v)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, v);
  const StafetRosterShift *shift = shift_of (plan, empty->shift);
  gint32 day = 0, week = 0, month = 0;

  for (guint i = 0; i < plan->shifts[v]->len; i++)
    {
      const StafetRosterShift *other = shift_of (plan, AT (plan->shifts[v], i));

      if (stafet_roster_collide (plan->instance, shift, other, who->rest))
        {
          empty->busy++;
          return;
        }
      day += other->day == shift->day;
      week += other->week == shift->week;
      month += other->month == shift->month;
    }
  if (day + stafet_roster_taken_on_day (who, shift->day) >= who->per_day)
    empty->per_day++;
  else if (week + stafet_roster_taken_in_week (plan->instance, who, shift->week) >= who->per_week)
    empty->per_week++;
  else
    empty->per_month++;
}

static gboolean
take (GArray *group, guint v)
{
  for (guint i = 0; i < group->len; i++)
    if (AT (group, i) == v)
      return TRUE;
  g_array_append_val (group, v);
  return group->len <= LARGEST_GROUP;
}

static gboolean
take_eligible (const StafetRosterPlan *plan, GArray *group, guint s)
{
  for (guint v = 0; v < plan->instance->volunteers->len; v++)
    if (stafet_roster_bars (plan->instance, STAFET_ROSTER_VOLUNTEER (plan->instance, v), shift_of (plan, s))
          == 0
        && !take (group, v))
      return FALSE;
  return TRUE;
}

/* Whoever could be there, and whoever could be where those are, and so on. FALSE when they are many. */
static gboolean
gather_group (const StafetRosterPlan *plan, GArray *group, guint s)
{
  if (!take_eligible (plan, group, s))
    return FALSE;
  for (guint i = 0; i < group->len; i++)
    {
      const GArray *mine = plan->shifts[AT (group, i)];

      for (guint j = 0; j < mine->len; j++)
        if (!take_eligible (plan, group, AT (mine, j)))
          return FALSE;
    }
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
explain (const StafetRosterPlan *plan, StafetRosterEmpty *empty)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));

  count_funnel (plan, empty);
  for (guint v = 0; v < plan->instance->volunteers->len; v++)
    empty->eligible += could_be (plan, empty->shift, v);
  if (empty->eligible == 0)
    return;
  if (gather_group (plan, group, empty->shift))
    {
      empty->kind = STAFET_ROSTER_SATURATED;
      g_array_sort (group, compare_numbers);
      empty->group = g_steal_pointer (&group);
      return;
    }
  empty->kind = STAFET_ROSTER_CAPS;
  for (guint v = 0; v < plan->instance->volunteers->len; v++)
    if (could_be (plan, empty->shift, v))
      count_cap (plan, empty, v);
}

GPtrArray *
stafet_roster_empties_new (const StafetRosterPlan *plan)
{
  GPtrArray *empties = g_ptr_array_new_with_free_func (empty_free);

  for (guint s = 0; s < plan->instance->shifts->len; s++)
    {
      gint32 missing = shift_of (plan, s)->wanted - (gint32) plan->on[s]->len;
      StafetRosterEmpty *empty;

      if (missing <= 0)
        continue;
      empty = g_new0 (StafetRosterEmpty, 1);
      empty->shift = s;
      empty->missing = missing;
      explain (plan, empty);
      g_ptr_array_add (empties, empty);
    }
  return empties;
}

/* ——— Why somebody is not used ——— */

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

StafetRosterUnused
stafet_roster_unused (const StafetRosterPlan *plan, guint volunteer)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, volunteer);
  guint least = G_MAXUINT;

  for (guint s = 0; s < plan->instance->shifts->len; s++)
    {
      guint bars = stafet_roster_bars (plan->instance, who, shift_of (plan, s));

      if (least == G_MAXUINT || count_bits (bars) < count_bits (least))
        least = bars;
    }
  if (least == G_MAXUINT)
    return STAFET_ROSTER_NOT_NEEDED;
  for (int i = 0; i < 5; i++)
    if ((least & (1u << i)) != 0)
      return (StafetRosterUnused) (STAFET_ROSTER_UNUSED_SKILL + i);
  return plan->options->first_of[volunteer] == plan->options->first_of[volunteer + 1]
           ? STAFET_ROSTER_UNUSED_CAPS
           : STAFET_ROSTER_NOT_NEEDED;
}

/* ——— What a lock breaks ——— */

#define OVERLAP_BIT (1u << 5)
#define REST_BIT (1u << 6)
#define DAY_BIT (1u << 7)
#define WEEK_BIT (1u << 8)
#define MONTH_BIT (1u << 9)
#define WANTED_BIT (1u << 10)

guint
stafet_roster_broken_rules (const StafetRosterPlan *plan, const StafetRosterPair *pair)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (plan->instance, pair->volunteer);
  const StafetRosterShift *shift = shift_of (plan, pair->shift);
  guint rules = stafet_roster_bars (plan->instance, who, shift);
  gint32 day = 0, week = 0, month = 0;

  for (guint i = 0; i < plan->shifts[pair->volunteer]->len; i++)
    {
      guint s = AT (plan->shifts[pair->volunteer], i);
      const StafetRosterShift *other = shift_of (plan, s);

      day += other->day == shift->day;
      week += other->week == shift->week;
      month += other->month == shift->month;
      if (s != pair->shift && stafet_roster_collide (plan->instance, shift, other, who->rest))
        rules |= stafet_roster_collide (plan->instance, shift, other, G_MININT32) ? OVERLAP_BIT : REST_BIT;
    }
  day += stafet_roster_taken_on_day (who, shift->day);
  week += stafet_roster_taken_in_week (plan->instance, who, shift->week);
  month += stafet_roster_taken_in_month (plan->instance, who, shift->month);
  rules |= day > who->per_day ? DAY_BIT : 0;
  rules |= week > who->per_week ? WEEK_BIT : 0;
  rules |= month > who->per_month ? MONTH_BIT : 0;
  rules |= (gint32) plan->on[pair->shift]->len > shift->wanted ? WANTED_BIT : 0;
  return rules;
}
