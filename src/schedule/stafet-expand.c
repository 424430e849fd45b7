/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expands series: finds the period of a rule that a window begins in by division, and walks from there.
 */
#include "stafet-expand.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"
#include "stafet-period.h"

#include <string.h>

#define LAST_DATE 741807 /* 4000-12-31, the last date there is: every walk ends */

typedef struct
{
  const StafetRule *rule;
  StafetDate start;
  StafetDate from, to;
  const StafetFilter *filter;
  StafetExpandFunc func;
  gpointer data;
} Walk;

/* FALSE: stop. */
static gboolean
meet (const Walk *walk, StafetDate date)
{
  if (date < walk->from || !stafet_filter_holds (walk->filter, date))
    return TRUE;
  return walk->func (date, walk->data);
}

static gboolean
month_is_in (const StafetRule *rule, int month)
{
  if (rule->n_by_month == 0)
    return TRUE;
  return memchr (rule->by_month, month, rule->n_by_month) != NULL;
}

/* ——— Days ——— */

static gboolean
day_is_in (const StafetRule *rule, StafetDate date)
{
  gboolean weekday = rule->n_by_day == 0, month_day = rule->n_by_month_day == 0;
  int year, month, day;

  for (int i = 0; i < rule->n_by_day && !weekday; i++)
    weekday = rule->by_day[i].weekday == (int) stafet_date_weekday (date);
  if (!weekday || (rule->n_by_month == 0 && month_day))
    return weekday;
  stafet_date_split (date, &year, &month, &day);
  for (int i = 0; i < rule->n_by_month_day && !month_day; i++)
    month_day = rule->by_month_day[i] == day
                || rule->by_month_day[i] == day - stafet_date_days_in_month (year, month) - 1;
  return month_day && month_is_in (rule, month);
}

static void
walk_days (const Walk *walk)
{
  int step = walk->rule->interval;
  StafetDate date = walk->start;

  if (walk->from > date)
    date += (walk->from - date + step - 1) / step * step;
  for (; date <= walk->to; date += step)
    if (day_is_in (walk->rule, date) && !meet (walk, date))
      return;
}

/* ——— Weeks ——— */

static StafetDate
week_begin (const StafetRule *rule, StafetDate date)
{
  return date - ((int) stafet_date_weekday (date) - rule->week_start + 7) % 7;
}

/* A bit per day after the week's first. */
static guint
week_days (const Walk *walk)
{
  const StafetRule *rule = walk->rule;
  guint days = 0;

  if (rule->n_by_day == 0)
    return 1u << (walk->start - week_begin (rule, walk->start));
  for (int i = 0; i < rule->n_by_day; i++)
    days |= 1u << ((rule->by_day[i].weekday - rule->week_start + 7) % 7);
  return days;
}

static gboolean
walk_week (const Walk *walk, StafetDate week, guint days)
{
  for (int i = 0; i < 7; i++)
    {
      StafetDate date = week + i;
      int year, month, day;

      if ((days >> i & 1) == 0 || date < walk->start)
        continue;
      if (date > walk->to)
        return FALSE;
      if (walk->rule->n_by_month > 0)
        {
          stafet_date_split (date, &year, &month, &day);
          if (!month_is_in (walk->rule, month))
            continue;
        }
      if (!meet (walk, date))
        return FALSE;
    }
  return TRUE;
}

static void
walk_weeks (const Walk *walk)
{
  guint days = week_days (walk);
  int step = 7 * walk->rule->interval;
  StafetDate week = week_begin (walk->rule, walk->start);

  if (walk->from > week + step)
    week += (walk->from - 6 - week) / step * step;
  while (week <= walk->to && walk_week (walk, week, days))
    week += step;
}

/* ——— Months and years ——— */

static gboolean
meet_all (const Walk *walk, const StafetPeriod *period)
{
  for (guint i = 0; i < period->n; i++)
    {
      StafetDate date = period->dates[i];

      if (date > walk->to)
        return FALSE;
      if (date >= walk->start && !meet (walk, date))
        return FALSE;
    }
  return TRUE;
}

static void
walk_periods (const Walk *walk)
{
  gboolean years = walk->rule->frequency == STAFET_FREQUENCY_YEARLY;
  int year, month, day, from_year, from_month, step = walk->rule->interval;
  int at, target;

  stafet_date_split (walk->start, &year, &month, &day);
  stafet_date_split (MAX (walk->from, walk->start), &from_year, &from_month, &day);
  at = years ? year : year * 12 + month - 1;
  target = years ? from_year : from_year * 12 + from_month - 1;
  at += (target - at) / step * step;
  for (;; at += step)
    {
      StafetPeriod period;
      int of_year = years ? at : at / 12, of_month = years ? 1 : at % 12 + 1;
      StafetDate first = stafet_date_new (of_year, of_month, 1);

      if (first == STAFET_DATE_NONE || first > walk->to)
        return;
      stafet_period_fill (&period, walk->rule, walk->start, of_year, of_month);
      if (!meet_all (walk, &period))
        return;
    }
}

static void
walk_rule (const Walk *walk)
{
  if (walk->from > walk->to)
    return;
  switch (walk->rule->frequency)
    {
    case STAFET_FREQUENCY_DAILY:
      walk_days (walk);
      break;
    case STAFET_FREQUENCY_WEEKLY:
      walk_weeks (walk);
      break;
    default:
      walk_periods (walk);
    }
}

/* ——— Series ——— */

void
stafet_expand_timing (const StafetTiming *timing, StafetDate from, StafetDate to, StafetExpandFunc func,
                      gpointer data)
{
  Walk walk = { &timing->parsed,
                timing->first_date,
                MAX (from, timing->first_date),
                MIN (MIN (to, timing->last_date), LAST_DATE),
                &timing->filter,
                func,
                data };

  if (timing->recurs)
    walk_rule (&walk);
  else if (walk.from <= walk.to)
    func (timing->first_date, data);
}

static gboolean
keep_first_cb (StafetDate date, gpointer data)
{
  *(StafetDate *) data = date;
  return FALSE;
}

gboolean
stafet_expand_holds (const StafetTiming *timing, StafetDate date)
{
  StafetDate found = STAFET_DATE_NONE;

  stafet_expand_timing (timing, date, date, keep_first_cb, &found);
  return found == date && date != STAFET_DATE_NONE;
}

StafetDate
stafet_expand_next (const StafetTiming *timing, StafetDate from)
{
  StafetDate found = STAFET_DATE_NONE;

  from = MAX (from, timing->first_date);
  stafet_expand_timing (timing, from, from + 3660, keep_first_cb, &found);
  return found;
}

/* ——— Bare rules ——— */

typedef struct
{
  GArray *walls;
  const StafetRule *rule;
  int minutes;
  StafetDate from, to;
  guint limit;
  gint32 counted;
} Recur;

static gboolean
recur_cb (StafetDate date, gpointer data)
{
  Recur *recur = data;
  StafetWall wall = stafet_wall_new (date, recur->minutes);

  if (recur->rule->until != STAFET_WALL_NONE && wall > recur->rule->until)
    return FALSE;
  recur->counted++;
  if (date >= recur->from)
    g_array_append_val (recur->walls, wall);
  if (recur->limit > 0 && recur->walls->len == recur->limit)
    return FALSE;
  return recur->rule->count == 0 || recur->counted < recur->rule->count;
}

GArray *
stafet_expand_recur (const StafetRule *rule, StafetWall start, const StafetFilter *filter, StafetDate from,
                     StafetDate to, guint limit)
{
  StafetDate first = stafet_wall_date (start);
  StafetDate last = to != STAFET_DATE_NONE ? MIN (to, LAST_DATE) : LAST_DATE;
  Recur recur = {
    g_array_new (FALSE, FALSE, sizeof (StafetWall)), rule, stafet_wall_minutes (start), from, to, limit, 0
  };
  /* COUNT needs every date from the start; without it the walk may begin at the window. */
  Walk walk = { rule, first, rule->count > 0 ? first : MAX (first, from), last, filter, recur_cb, &recur };

  walk_rule (&walk);
  return recur.walls;
}

/* ——— On save ——— */

static StafetDate
last_date_of (const StafetRule *rule, const StafetTiming *timing)
{
  if (rule->count > 0)
    {
      g_autoptr (GArray) walls = stafet_expand_recur (rule, timing->start, &timing->filter,
                                                      stafet_wall_date (timing->start), STAFET_DATE_NONE, 0);

      return walls->len > 0 ? stafet_wall_date (g_array_index (walls, StafetWall, walls->len - 1))
                            : STAFET_DATE_NONE;
    }
  if (rule->until == STAFET_WALL_NONE)
    return STAFET_DATE_NONE;
  return stafet_wall_date (rule->until)
         - (stafet_wall_minutes (timing->start) > stafet_wall_minutes (rule->until) ? 1 : 0);
}

static gboolean
yields_nothing (const StafetTiming *timing, GError **error)
{
  StafetDate found = STAFET_DATE_NONE;

  stafet_expand_timing (timing, timing->first_date, LAST_DATE, keep_first_cb, &found);
  if (found != STAFET_DATE_NONE)
    return FALSE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                       _ ("The rule never gives a date. Look at its days, months, weeks and last date."));
  return TRUE;
}

gboolean
stafet_expand_normalise (gpointer owner, StafetTiming *timing, const StafetZone *zone, GError **error)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (owner), "rule");
  StafetRule rule;
  StafetDate last;

  if (timing->start == STAFET_WALL_NONE || timing->rule[0] == '\0')
    {
      stafet_timing_derive (timing);
      return TRUE;
    }
  if (!stafet_rule_parse (timing->rule, zone, &rule, error))
    return FALSE;
  stafet_timing_derive (timing);
  last = last_date_of (&rule, timing);
  rule.count = 0;
  rule.until = STAFET_WALL_NONE;
  stafet_record_take_text (owner, field, stafet_rule_write (&rule));
  if (last != STAFET_DATE_NONE && (timing->until == STAFET_DATE_NONE || last < timing->until))
    timing->until = last;
  stafet_timing_derive (timing);
  return !yields_nothing (timing, error);
}
