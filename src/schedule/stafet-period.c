/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 5545 §3.3.10, the table's columns MONTHLY and YEARLY: a date is kept when every part that limits
 * holds, over the dates that the finest part expands to.
 */
#include "stafet-period.h"

#include <string.h>

/* A stretch of days within which numbered weekdays are counted. */
typedef struct
{
  StafetDate first, last;
} Stretch;

static gboolean
weekday_holds (const StafetRule *rule, StafetDate date, const Stretch *stretch)
{
  int weekday = (int) stafet_date_weekday (date);
  int from_first = (date - stretch->first) / 7 + 1, from_last = -((stretch->last - date) / 7 + 1);

  for (int i = 0; i < rule->n_by_day; i++)
    if (rule->by_day[i].weekday == weekday
        && (rule->by_day[i].ordinal == 0 || rule->by_day[i].ordinal == from_first
            || rule->by_day[i].ordinal == from_last))
      return TRUE;
  return FALSE;
}

static gboolean
month_day_holds (const StafetRule *rule, int day, int days_in_month)
{
  for (int i = 0; i < rule->n_by_month_day; i++)
    if (rule->by_month_day[i] == day || rule->by_month_day[i] == day - days_in_month - 1)
      return TRUE;
  return FALSE;
}

/* Adds the days of one month that the rule names. @year_stretch: weekdays are numbered over the year. */
static void
fill_month (StafetPeriod *period, const StafetRule *rule, int start_day, int year, int month,
            const Stretch *year_stretch)
{
  int days = stafet_date_days_in_month (year, month);
  StafetDate first = stafet_date_new (year, month, 1);
  Stretch own = { first, first + days - 1 };
  const Stretch *stretch = year_stretch != NULL ? year_stretch : &own;

  for (int day = 1; day <= days; day++)
    {
      StafetDate date = first + day - 1;

      if (rule->n_by_month_day > 0 && !month_day_holds (rule, day, days))
        continue;
      if (rule->n_by_day > 0 && !weekday_holds (rule, date, stretch))
        continue;
      if (rule->n_by_month_day == 0 && rule->n_by_day == 0 && day != start_day)
        continue;
      period->dates[period->n++] = date;
    }
}

static gboolean
month_is_in (const StafetRule *rule, int month)
{
  return rule->n_by_month == 0 || memchr (rule->by_month, month, rule->n_by_month) != NULL;
}

static void
fill_year (StafetPeriod *period, const StafetRule *rule, int start_day, int start_month, int year)
{
  Stretch whole = { stafet_date_new (year, 1, 1), stafet_date_new (year, 12, 31) };
  gboolean every_month = rule->n_by_month > 0 || rule->n_by_month_day > 0 || rule->n_by_day > 0;
  gboolean numbered_over_year = rule->n_by_month == 0;

  for (int month = 1; month <= 12; month++)
    if (every_month ? month_is_in (rule, month) : month == start_month)
      fill_month (period, rule, start_day, year, month, numbered_over_year ? &whole : NULL);
}

/* Keeps the positions that BYSETPOS names. */
static void
select_positions (StafetPeriod *period, const StafetRule *rule)
{
  guint kept = 0;

  for (guint i = 0; i < period->n; i++)
    for (int j = 0; j < rule->n_by_set_pos; j++)
      if (rule->by_set_pos[j] == (int) i + 1 || rule->by_set_pos[j] == (int) i - (int) period->n)
        {
          period->dates[kept++] = period->dates[i];
          break;
        }
  period->n = kept;
}

void
stafet_period_fill (StafetPeriod *period, const StafetRule *rule, StafetDate start, int year, int month)
{
  int start_year, start_month, start_day;

  period->n = 0;
  stafet_date_split (start, &start_year, &start_month, &start_day);
  if (rule->frequency == STAFET_FREQUENCY_YEARLY)
    fill_year (period, rule, start_day, start_month, year);
  else if (month_is_in (rule, month))
    fill_month (period, rule, start_day, year, month, NULL);
  if (rule->n_by_set_pos > 0)
    select_positions (period, rule);
}
