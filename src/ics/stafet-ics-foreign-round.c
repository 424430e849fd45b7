/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at every date of a round and asks each part of the rule about it.
 */
#include "stafet-ics-foreign-round.h"

/* A list of the rule and how long it can be. */
#define LIST(list) list, G_N_ELEMENTS (list)

/* A date in its month, week and year; all counted from 1. */
typedef struct
{
  StafetDate date;
  int year, month, day, n_days; /* n_days: of the month */
  int year_day, n_year_days;
  int week, n_weeks;               /* of the year that the week belongs to */
  StafetDate week_year, next_year; /* where that year's first week begins, and the one after it */
} Day;

static gboolean
is_said (const short *list)
{
  return *list != ICAL_RECURRENCE_ARRAY_MAX;
}

static gboolean
names (const short *list, gsize size, int value)
{
  for (gsize i = 0; i < size && list[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (list[i] == value)
      return TRUE;
  return FALSE;
}

/* Whether @list, if there is one, has @value, or has it counted from the end of @n. */
static gboolean
allows (const short *list, gsize size, int value, int n)
{
  return !is_said (list) || names (list, size, value) || names (list, size, value - n - 1);
}

/* ——— Dates ——— */

static int
days_in_year (int year)
{
  return 337 + stafet_date_days_in_month (year, 2);
}

/* libical counts from Sunday, which is 1. */
static StafetWeekday
weekday_of (int ical)
{
  return ical == ICAL_SUNDAY_WEEKDAY ? STAFET_SUNDAY : (StafetWeekday) (ical - 1);
}

static StafetDate
week_begin (const struct icalrecurrencetype *rule, StafetDate date)
{
  return date - ((int) stafet_date_weekday (date) - (int) weekday_of (rule->week_start) + 7) % 7;
}

/* Where the first week of a year begins that has four days in it: @january is the first of January. */
static StafetDate
first_week (const struct icalrecurrencetype *rule, StafetDate january)
{
  StafetDate begin = week_begin (rule, january);

  return january - begin <= 3 ? begin : begin + 7;
}

static void
look_at_week (const struct icalrecurrencetype *rule, Day *day)
{
  StafetDate january = day->date - day->year_day + 1, next = january + day->n_year_days;

  if (day->date >= first_week (rule, next))
    {
      day->week_year = first_week (rule, next);
      day->next_year = first_week (rule, next + days_in_year (day->year + 1));
    }
  else if (day->date < first_week (rule, january))
    {
      day->week_year = first_week (rule, january - days_in_year (day->year - 1));
      day->next_year = first_week (rule, january);
    }
  else
    {
      day->week_year = first_week (rule, january);
      day->next_year = first_week (rule, next);
    }
  day->week = (day->date - day->week_year) / 7 + 1;
  day->n_weeks = (day->next_year - day->week_year) / 7;
}

static Day
look_at (const struct icalrecurrencetype *rule, StafetDate date)
{
  Day day = { .date = date };

  stafet_date_split (date, &day.year, &day.month, &day.day);
  day.n_days = stafet_date_days_in_month (day.year, day.month);
  day.year_day = day.day;
  for (int month = 1; month < day.month; month++)
    day.year_day += stafet_date_days_in_month (day.year, month);
  day.n_year_days = days_in_year (day.year);
  look_at_week (rule, &day);
  return day;
}

/* ——— Parts ——— */

/* "2MO" is the second Monday of the month, or of the year where the rule names no months. */
static gboolean
has_ordinal (const struct icalrecurrencetype *rule, const Day *day, int ordinal)
{
  gboolean monthly = rule->freq == ICAL_MONTHLY_RECURRENCE || is_said (rule->by_month);
  int at = monthly ? day->day : day->year_day, n = monthly ? day->n_days : day->n_year_days;

  if (ordinal == 0 || rule->freq < ICAL_MONTHLY_RECURRENCE || is_said (rule->by_week_no))
    return TRUE;
  return ordinal > 0 ? (at - 1) / 7 + 1 == ordinal : (n - at) / 7 + 1 == -ordinal;
}

static gboolean
allows_weekday (const struct icalrecurrencetype *rule, const Day *day)
{
  if (!is_said (rule->by_day))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rule->by_day) && rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (weekday_of ((int) icalrecurrencetype_day_day_of_week (rule->by_day[i]))
          == stafet_date_weekday (day->date)
        && has_ordinal (rule, day, icalrecurrencetype_day_position (rule->by_day[i])))
      return TRUE;
  return FALSE;
}

/* What the rule leaves open, the start says (§3.3.10). */
static gboolean
follows_start (const struct icalrecurrencetype *rule, const Day *day, StafetDate start)
{
  int month, month_day;

  if (rule->freq == ICAL_DAILY_RECURRENCE || is_said (rule->by_day))
    return TRUE;
  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    return stafet_date_weekday (day->date) == stafet_date_weekday (start);
  if (is_said (rule->by_month_day) || is_said (rule->by_year_day))
    return TRUE;
  if (is_said (rule->by_week_no))
    return stafet_date_weekday (day->date) == stafet_date_weekday (start);
  stafet_date_split (start, NULL, &month, &month_day);
  return day->day == month_day
         && (rule->freq == ICAL_MONTHLY_RECURRENCE || is_said (rule->by_month) || day->month == month);
}

static gboolean
has_date (const struct icalrecurrencetype *rule, StafetDate date, StafetDate start)
{
  Day day = look_at (rule, date);

  return allows (LIST (rule->by_month), day.month, 0)
         && allows (LIST (rule->by_month_day), day.day, day.n_days)
         && allows (LIST (rule->by_year_day), day.year_day, day.n_year_days)
         && allows (LIST (rule->by_week_no), day.week, day.n_weeks) && allows_weekday (rule, &day)
         && follows_start (rule, &day, start);
}

/* ——— The round ——— */

/* Its first and last date. A year of weeks begins with its first week. */
static gboolean
bounds (const struct icalrecurrencetype *rule, StafetDate start, guint n, StafetDate *first, StafetDate *last)
{
  Day day = look_at (rule, start);
  gint64 step = (gint64) n * rule->interval, months = day.year * 12 + day.month - 1 + step;
  gboolean by_weeks = is_said (rule->by_week_no);

  if (rule->freq == ICAL_DAILY_RECURRENCE || rule->freq == ICAL_WEEKLY_RECURRENCE)
    {
      int length = rule->freq == ICAL_DAILY_RECURRENCE ? 1 : 7;

      if (start + step * length > STAFET_DATE_MAX)
        return FALSE;
      *first = (length == 1 ? start : week_begin (rule, start)) + (StafetDate) step * length;
      *last = *first + length - 1;
      return TRUE;
    }
  if (rule->freq == ICAL_YEARLY_RECURRENCE)
    /* The fourth day of a first week lies in its year. */
    stafet_date_split (by_weeks ? day.week_year + 3 : start, &day.year, NULL, NULL);
  if (rule->freq == ICAL_YEARLY_RECURRENCE)
    months = (day.year + step) * 12;
  *first =
    months < G_MAXINT ? stafet_date_new ((int) (months / 12), (int) (months % 12) + 1, 1) : STAFET_DATE_NONE;
  if (*first == STAFET_DATE_NONE)
    return FALSE;
  day = look_at (rule, *first);
  *last = *first + (rule->freq == ICAL_MONTHLY_RECURRENCE ? day.n_days : day.n_year_days) - 1;
  if (by_weeks && rule->freq == ICAL_YEARLY_RECURRENCE)
    {
      *last = first_week (rule, *last + 1) - 1;
      *first = first_week (rule, *first);
    }
  return TRUE;
}

static void
add_times (const struct icalrecurrencetype *rule, const StafetIcsTime *start, StafetDate date, GArray *walls)
{
  int usual = stafet_wall_minutes (start->wall);
  gboolean all_day = start->form == STAFET_ICS_DATE;

  for (int minute = 0; minute < STAFET_MINUTES_PER_DAY; minute++)
    {
      gboolean hour_fits = is_said (rule->by_hour) && !all_day ? names (LIST (rule->by_hour), minute / 60)
                                                               : minute / 60 == usual / 60;
      gboolean minute_fits = is_said (rule->by_minute) && !all_day
                               ? names (LIST (rule->by_minute), minute % 60)
                               : minute % 60 == usual % 60;
      StafetWall wall = stafet_wall_new (date, minute);

      if (hour_fits && minute_fits)
        g_array_append_val (walls, wall);
    }
}

static void
keep_positions (const struct icalrecurrencetype *rule, GArray *walls)
{
  guint kept = 0;

  for (guint i = 0; i < walls->len; i++)
    if (allows (LIST (rule->by_set_pos), (int) i + 1, (int) walls->len))
      g_array_index (walls, StafetWall, kept++) = g_array_index (walls, StafetWall, i);
  g_array_set_size (walls, kept);
}

gboolean
stafet_ics_foreign_round (const struct icalrecurrencetype *rule, const StafetIcsTime *start, guint n,
                          StafetDate *first, GArray *walls)
{
  StafetDate start_date = stafet_wall_date (start->wall), last;

  g_array_set_size (walls, 0);
  if (!bounds (rule, start_date, n, first, &last))
    return FALSE;
  for (StafetDate date = *first; date <= last; date++)
    if (has_date (rule, date, start_date))
      add_times (rule, start, date, walls);
  keep_positions (rule, walls);
  return TRUE;
}
