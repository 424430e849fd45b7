/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judges a plan by the rules of the format alone: nothing of the solver's own rules and costs is used, only
 * the tables of the instance. Includer: static functions.
 */
#pragma once

#include "schedule/stafet-roster-lines.h"
#include "schedule/stafet-roster-solve.h"

#include <string.h>

#define NUMBER(array, i) (g_array_index (array, guint, i))
#define MINUTES 1440
#define JULIAN_OF_1970 719163

/* What the judge says of who is where. */
typedef struct
{
  gint64 coverage, changes, preference;
  guint faults; /* of what is not locked */
  guint locks;  /* that are kept */
} Verdict;

/* When a shift is, by GLib's own calendar. */
typedef struct
{
  int day, weekday, iso_week, monday, month;
} Date;

typedef struct
{
  const StafetRosterInstance *instance;
  guint n_shifts, n_people;
  Date *dates;          /* of each shift */
  Date first;           /* of the range */
  guint8 *is_locked;    /* of each pair: shift × people + person */
  guint8 *is_published; /* the same */
  guint8 *may;          /* the same: eligible by itself */
  guint8 *on;           /* the same: the plan */
} Judge;

#define PAIR(judge, s, v) ((gsize) (s) * (judge)->n_people + (v))
#define THE_SHIFT(judge, s) STAFET_ROSTER_SHIFT ((judge)->instance, s)
#define THE_PERSON(judge, v) STAFET_ROSTER_VOLUNTEER ((judge)->instance, v)

static Date
date_of (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) (JULIAN_OF_1970 + day));
  return (Date){ day, (int) g_date_get_weekday (&date), (int) g_date_get_iso8601_week_of_year (&date),
                 day - (int) g_date_get_weekday (&date) + 1,
                 g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) };
}

static gboolean
is_among (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (NUMBER (numbers, i) == number)
      return TRUE;
  return FALSE;
}

static gint64
whole_root (gint64 square)
{
  gint64 root = 0;

  for (gint64 step = (gint64) 1 << 30; step > 0; step /= 2)
    while ((root + step) * (root + step) <= square)
      root += step;
  return root;
}

static gint64
metres (const Judge *j, guint s, guint v)
{
  const StafetRosterHouse *house = STAFET_ROSTER_HOUSE (j->instance, THE_SHIFT (j, s)->house);
  gint64 dx = (gint64) THE_PERSON (j, v)->x - house->x, dy = (gint64) THE_PERSON (j, v)->y - house->y;

  return whole_root (dx * dx + dy * dy);
}

/* ——— Rules of a pair ——— */

/* Whether a window, a preferred one where @preferred, holds the shift. */
static gboolean
has_window (const Judge *j, guint s, guint v, gboolean preferred)
{
  const Date *date = &j->dates[s];
  gint64 from = THE_SHIFT (j, s)->start - (gint64) date->day * MINUTES;
  gint64 to = THE_SHIFT (j, s)->end - (gint64) date->day * MINUTES;

  for (guint i = 0; i < THE_PERSON (j, v)->windows->len; i++)
    {
      const StafetRosterWindow *w = &g_array_index (THE_PERSON (j, v)->windows, StafetRosterWindow, i);

      if (w->weekday != date->weekday || w->from > from || to > w->to || (preferred && !w->preferred))
        continue;
      if (w->weeks == STAFET_ROSTER_WEEKS_ALL
          || (w->weeks == STAFET_ROSTER_WEEKS_ODD) == (date->iso_week % 2 == 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_away (const Judge *j, guint s, guint v)
{
  for (guint i = 0; i < THE_PERSON (j, v)->absences->len; i++)
    {
      const StafetRosterAbsence *a = &g_array_index (THE_PERSON (j, v)->absences, StafetRosterAbsence, i);

      if (j->dates[s].day >= a->from && j->dates[s].day <= a->to)
        return TRUE;
    }
  return FALSE;
}

/* Bits in the order in which broken rules are told. */
static guint
why_not (const Judge *j, guint s, guint v)
{
  const StafetRosterShift *shift = THE_SHIFT (j, s);
  const StafetRosterVolunteer *who = THE_PERSON (j, v);
  gboolean skilled = shift->skill == STAFET_ROSTER_NONE || is_among (who->skills, shift->skill);
  gboolean checked = !shift->check || who->check;
  gboolean reaches =
    is_among (who->houses, shift->house) || (!who->only_these_houses && metres (j, s, v) <= who->radius);

  return (skilled ? 0 : 1) | (checked ? 0 : 2) | (reaches ? 0 : 4) | (has_window (j, s, v, FALSE) ? 0 : 8)
         | (is_away (j, s, v) ? 16 : 0);
}

/* ——— Rules of several ——— */

static gboolean
overlap (const Judge *j, guint a, guint b)
{
  return THE_SHIFT (j, a)->start < THE_SHIFT (j, b)->end && THE_SHIFT (j, b)->start < THE_SHIFT (j, a)->end;
}

static gboolean
lack_rest (const Judge *j, guint a, guint b, guint v)
{
  guint early = THE_SHIFT (j, a)->start < THE_SHIFT (j, b)->start ? a : b, late = early == a ? b : a;

  return j->dates[a].day != j->dates[b].day && !overlap (j, a, b)
         && THE_SHIFT (j, late)->start - THE_SHIFT (j, early)->end < THE_PERSON (j, v)->rest;
}

/* What the pair, which is in the plan, breaks together with the others: bits as above. */
static guint
broken_together (const Judge *j, guint s, guint v)
{
  const StafetRosterVolunteer *who = THE_PERSON (j, v);
  const Date *date = &j->dates[s];
  gint64 day = 0, week = date->monday == j->first.monday ? who->taken_this_week : 0;
  gint64 month = date->month == j->first.month ? who->taken_this_month : 0, there = 0;
  guint bits = 0;

  for (guint other = 0; other < j->n_shifts; other++)
    {
      if (!j->on[PAIR (j, other, v)])
        continue;
      day += j->dates[other].day == date->day;
      week += j->dates[other].monday == date->monday;
      month += j->dates[other].month == date->month;
      if (other != s)
        bits |= (overlap (j, s, other) ? 1 << 5 : 0) | (lack_rest (j, s, other, v) ? 1 << 6 : 0);
    }
  for (guint u = 0; u < j->n_people; u++)
    there += j->on[PAIR (j, s, u)];
  return bits | (day > who->per_day ? 1 << 7 : 0) | (week > who->per_week ? 1 << 8 : 0)
         | (month > who->per_month ? 1 << 9 : 0) | (there > THE_SHIFT (j, s)->wanted ? 1 << 10 : 0);
}

static guint
broken (const Judge *j, guint s, guint v)
{
  return why_not (j, s, v) | broken_together (j, s, v);
}

/* ——— Costs ——— */

static gint64
load_points (const Judge *j, guint v, gint64 k)
{
  const StafetRosterVolunteer *who = THE_PERSON (j, v);
  gint64 above = 700 * (who->recent_load + k) - (gint64) who->wished * (56 + j->instance->days);
  gint64 steps = above >= 0 ? above / 700 : -((699 - above) / 700);

  return 4 * (5 + CLAMP (steps, -5, 5));
}

static gboolean
are_friends (const Judge *j, guint u, guint v)
{
  return u != v && (is_among (THE_PERSON (j, u)->partners, v) || is_among (THE_PERSON (j, v)->partners, u));
}

/* What the line of a pair says. Shifts are numbered by id: those before it by start, then number. */
static StafetRosterLine
line_of (const Judge *j, guint s, guint v)
{
  StafetRosterLine line = { s, v };
  gint64 far = metres (j, s, v) - 2000;
  gboolean known = is_among (THE_PERSON (j, v)->regular_on, THE_SHIFT (j, s)->series);
  gint64 k = 1, unpopular = 1;

  for (guint o = 0; o < j->n_shifts; o++)
    if (j->on[PAIR (j, o, v)] && o != s
        && (THE_SHIFT (j, o)->start < THE_SHIFT (j, s)->start
            || (THE_SHIFT (j, o)->start == THE_SHIFT (j, s)->start && o < s)))
      {
        k++;
        unpopular += THE_SHIFT (j, o)->unpopular;
        known = known || THE_SHIFT (j, o)->series == THE_SHIFT (j, s)->series;
      }
  for (guint u = 0; u < v; u++)
    line.partner -= j->on[PAIR (j, s, u)] && are_friends (j, u, v) ? 10 : 0;
  line.own.time = has_window (j, s, v, TRUE) ? 0 : 10;
  line.own.house = is_among (THE_PERSON (j, v)->houses, THE_SHIFT (j, s)->house) ? 0 : 10;
  line.own.distance = (gint32) MIN (20, MAX (0, far) / 500);
  line.new_face = known ? 0 : 15;
  line.load = (gint32) load_points (j, v, k);
  if (THE_SHIFT (j, s)->unpopular)
    line.unpopular = (gint32) (8 * MIN (5, THE_PERSON (j, v)->recent_unpopular + unpopular - 1));
  return line;
}

static gint64
line_sum (const StafetRosterLine *line)
{
  return (gint64) line->own.time + line->own.house + line->own.distance + line->new_face + line->load
         + line->unpopular + line->partner;
}

/* ——— The judge ——— */

static Judge *
judge_new (const StafetRosterInstance *instance)
{
  Judge *j = g_new0 (Judge, 1);
  gsize n;

  j->instance = instance;
  j->n_shifts = instance->shifts->len;
  j->n_people = instance->volunteers->len;
  n = (gsize) j->n_shifts * j->n_people + 1;
  j->dates = g_new0 (Date, j->n_shifts + 1);
  j->first = date_of (instance->first);
  j->is_locked = g_new0 (guint8, n);
  j->is_published = g_new0 (guint8, n);
  j->may = g_new0 (guint8, n);
  j->on = g_new0 (guint8, n);
  for (guint s = 0; s < j->n_shifts; s++)
    {
      j->dates[s] = date_of ((int) (THE_SHIFT (j, s)->start / MINUTES));
      for (guint v = 0; v < j->n_people; v++)
        j->may[PAIR (j, s, v)] = why_not (j, s, v) == 0;
    }
  for (guint i = 0; i < instance->locked->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (instance->locked, StafetRosterPair, i);

      j->is_locked[PAIR (j, pair->shift, pair->volunteer)] = 1;
    }
  for (guint i = 0; i < instance->published->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (instance->published, StafetRosterPair, i);

      j->is_published[PAIR (j, pair->shift, pair->volunteer)] = 1;
    }
  memcpy (j->on, j->is_locked, n);
  return j;
}

static void
judge_free (Judge *j)
{
  g_free (j->dates);
  g_free (j->is_locked);
  g_free (j->is_published);
  g_free (j->may);
  g_free (j->on);
  g_free (j);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Judge, judge_free)

/* Takes in who is where; nobody may be twice on a shift, and both tables of the plan say the same. */
static void
judge_take (Judge *j, const StafetRosterPlan *plan)
{
  guint n = 0, m = 0;

  memset (j->on, 0, (gsize) j->n_shifts * j->n_people);
  for (guint s = 0; s < j->n_shifts; s++)
    for (guint i = 0; i < plan->on[s]->len; i++, n++)
      {
        g_assert_false (j->on[PAIR (j, s, NUMBER (plan->on[s], i))]);
        j->on[PAIR (j, s, NUMBER (plan->on[s], i))] = 1;
      }
  for (guint v = 0; v < j->n_people; v++)
    for (guint i = 0; i < plan->shifts[v]->len; i++, m++)
      g_assert_true (j->on[PAIR (j, NUMBER (plan->shifts[v], i), v)]);
  g_assert_cmpuint (n, ==, m);
}

static Verdict
judge_say (const Judge *j)
{
  Verdict verdict = { 0 };

  for (guint s = 0; s < j->n_shifts; s++)
    {
      gint64 there = 0;

      for (guint v = 0; v < j->n_people; v++)
        {
          gsize pair = PAIR (j, s, v);
          StafetRosterLine line;

          there += j->on[pair];
          verdict.changes += j->is_published[pair] && !j->on[pair];
          verdict.locks += j->is_locked[pair] && j->on[pair];
          if (!j->on[pair])
            continue;
          if (!j->is_locked[pair])
            verdict.faults += !j->may[pair] || broken_together (j, s, v) != 0;
          line = line_of (j, s, v);
          verdict.preference += line_sum (&line);
        }
      verdict.coverage +=
        THE_SHIFT (j, s)->priority * (MAX (0, THE_SHIFT (j, s)->wanted - there) + (there == 0));
    }
  return verdict;
}

/* ——— The best of all ——— */

typedef struct
{
  Judge *judge;
  GArray *open; /* guint: pairs that may be in a plan */
  Verdict best;
  gboolean found;
} Search;

static gboolean
is_better (const Verdict *a, const Verdict *b)
{
  if (a->coverage != b->coverage)
    return a->coverage < b->coverage;
  return a->changes != b->changes ? a->changes < b->changes : a->preference < b->preference;
}

/* Each way of taking or leaving the pairs from @at on. */
static void
search_from (Search *search, guint at)
{
  Judge *j = search->judge;
  guint pair;

  if (at == search->open->len)
    {
      Verdict verdict = judge_say (j);

      if (!search->found || is_better (&verdict, &search->best))
        search->best = verdict;
      search->found = TRUE;
      return;
    }
  pair = NUMBER (search->open, at);
  j->on[pair] = 1;
  /* What is broken stays broken, whatever comes on top. */
  if (broken_together (j, pair / j->n_people, pair % j->n_people) == 0)
    search_from (search, at + 1);
  j->on[pair] = 0;
  search_from (search, at + 1);
}

/* The best plan there is; FALSE when it is not from @fewest to @most pairs that have to be tried. */
static gboolean
judge_find_best (Judge *j, guint fewest, guint most, Verdict *best)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { j, open };

  memcpy (j->on, j->is_locked, (gsize) j->n_shifts * j->n_people);
  for (guint pair = 0; pair < j->n_shifts * j->n_people; pair++)
    {
      gboolean fits;

      if (!j->may[pair] || j->is_locked[pair])
        continue;
      j->on[pair] = 1;
      fits = broken_together (j, pair / j->n_people, pair % j->n_people) == 0;
      j->on[pair] = 0;
      if (fits)
        g_array_append_val (open, pair);
    }
  if (open->len < fewest || open->len > most)
    return FALSE;
  search_from (&search, 0);
  *best = search.best;
  return TRUE;
}
