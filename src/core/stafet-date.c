/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Civil calendar arithmetic on day numbers, after the era method (400-year cycles from 1 March).
 */
#include "stafet-date.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

static int
floor_div (int a, int b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

int
stafet_date_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

StafetDate
stafet_date_new (int year, int month, int day)
{
  int y, era, year_of_era, day_of_year, day_of_era;

  if (year < 1900 || year > 4000 || month < 1 || month > 12 || day < 1
      || day > stafet_date_days_in_month (year, month))
    return STAFET_DATE_NONE;
  y = month <= 2 ? year - 1 : year;
  era = floor_div (y, 400);
  year_of_era = y - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void
stafet_date_split (StafetDate date, int *year, int *month, int *day)
{
  int z = date + 719468;
  int era = floor_div (z, 146097);
  int day_of_era = z - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int m = (5 * day_of_year + 2) / 153;
  int day_of_month = day_of_year - (153 * m + 2) / 5 + 1;

  m = m < 10 ? m + 3 : m - 9;
  if (day != NULL)
    *day = day_of_month;
  if (month != NULL)
    *month = m;
  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
}

StafetWeekday
stafet_date_weekday (StafetDate date)
{
  int r = (date + 3) % 7; /* 1970-01-01 was a Thursday */

  return (StafetWeekday) ((r < 0 ? r + 7 : r) + 1);
}

StafetDate
stafet_date_monday (StafetDate date)
{
  return date - ((int) stafet_date_weekday (date) - 1);
}

int
stafet_date_iso_week (StafetDate date, int *iso_year)
{
  StafetDate thursday = stafet_date_monday (date) + 3;
  int year, month, day;

  stafet_date_split (thursday, &year, &month, &day);
  if (iso_year != NULL)
    *iso_year = year;
  return (thursday - stafet_date_new (year, 1, 1)) / 7 + 1;
}

StafetDate
stafet_date_from_iso_week (int iso_year, int week)
{
  StafetDate fourth = stafet_date_new (iso_year, 1, 4);
  StafetDate monday;
  int year;

  if (fourth == STAFET_DATE_NONE || week < 1 || week > 53)
    return STAFET_DATE_NONE;
  monday = stafet_date_monday (fourth) + 7 * (week - 1);
  stafet_date_iso_week (monday, &year);
  return year == iso_year ? monday : STAFET_DATE_NONE;
}

StafetDate
stafet_date_next_year (StafetDate date)
{
  int year, month, day;
  StafetDate next = STAFET_DATE_NONE;

  stafet_date_split (date, &year, &month, &day);
  while (next == STAFET_DATE_NONE)
    next = stafet_date_new (++year, month, day);
  return next;
}

/* The anonymous Gregorian computus (Meeus, Jones, Butcher). */
StafetDate
stafet_date_easter_sunday (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return stafet_date_new (year, n / 31, n % 31 + 1);
}

StafetWall
stafet_wall_new (StafetDate date, int minutes)
{
  if (date == STAFET_DATE_NONE)
    return STAFET_WALL_NONE;
  return date * STAFET_MINUTES_PER_DAY + minutes;
}

StafetDate
stafet_wall_date (StafetWall wall)
{
  return wall == STAFET_WALL_NONE ? STAFET_DATE_NONE : floor_div (wall, STAFET_MINUTES_PER_DAY);
}

int
stafet_wall_minutes (StafetWall wall)
{
  return wall - stafet_wall_date (wall) * STAFET_MINUTES_PER_DAY;
}

StafetDate
stafet_wall_last_date (StafetWall start, StafetWall end)
{
  return stafet_wall_date (end > start ? end - 1 : start);
}

/* Exactly @n digits at @text. */
static gboolean
digits (const char *text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

static StafetDate
parse_date_part (const char *text)
{
  int year, month, day;

  if (!digits (text, 4, &year) || text[4] != '-' || !digits (text + 5, 2, &month) || text[7] != '-'
      || !digits (text + 8, 2, &day))
    return STAFET_DATE_NONE;
  return stafet_date_new (year, month, day);
}

gboolean
stafet_date_parse (const char *text, StafetDate *date, GError **error)
{
  *date = strlen (text) == 10 ? parse_date_part (text) : STAFET_DATE_NONE;
  if (*date != STAFET_DATE_NONE)
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("“%s” is not a date that exists. Write year-month-day, for example 2026-11-24."), text);
  return FALSE;
}

gboolean
stafet_wall_parse (const char *text, StafetWall *wall, GError **error)
{
  int hour, minute;
  StafetDate date = strlen (text) == 16 ? parse_date_part (text) : STAFET_DATE_NONE;

  if (date != STAFET_DATE_NONE && text[10] == 'T' && digits (text + 11, 2, &hour) && text[13] == ':'
      && digits (text + 14, 2, &minute) && hour < 24 && minute < 60)
    {
      *wall = stafet_wall_new (date, hour * 60 + minute);
      return TRUE;
    }
  *wall = STAFET_WALL_NONE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("“%s” is not a date and time that exists. Write for example 2026-11-24T10:30."), text);
  return FALSE;
}

gboolean
stafet_week_parse (const char *text, StafetDate *monday, GError **error)
{
  int year, week;

  *monday = STAFET_DATE_NONE;
  if (strlen (text) == 8 && digits (text, 4, &year) && text[4] == '-' && text[5] == 'W'
      && digits (text + 6, 2, &week))
    *monday = stafet_date_from_iso_week (year, week);
  if (*monday != STAFET_DATE_NONE)
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("“%s” is not a week that exists. Write year-Wweek, for example 2026-W48."), text);
  return FALSE;
}

char *
stafet_date_write (StafetDate date, char buffer[STAFET_DATE_SIZE])
{
  int year, month, day;

  buffer[0] = '\0';
  if (date != STAFET_DATE_NONE)
    {
      stafet_date_split (date, &year, &month, &day);
      g_snprintf (buffer, STAFET_DATE_SIZE, "%04d-%02d-%02d", year, month, day);
    }
  return buffer;
}

char *
stafet_wall_write (StafetWall wall, char buffer[STAFET_WALL_SIZE])
{
  int minutes;

  buffer[0] = '\0';
  if (wall != STAFET_WALL_NONE)
    {
      minutes = stafet_wall_minutes (wall);
      stafet_date_write (stafet_wall_date (wall), buffer);
      g_snprintf (buffer + 10, STAFET_WALL_SIZE - 10, "T%02d:%02d", minutes / 60, minutes % 60);
    }
  return buffer;
}
