/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times in words. Word order is the translation's: each form is one format string.
 */
#include "stafet-words.h"

#define SPAN_WITHOUT_DATE STAFET_MINUTES_PER_DAY

static const char *const weekdays[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
static const char *const short_weekdays[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                              N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
static const char *const months[] = { N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
                                      N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
                                      N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December") };

/* ——— Dates ——— */

const char *
stafet_words_weekday (StafetLanguage language, StafetWeekday weekday)
{
  g_return_val_if_fail (weekday >= STAFET_MONDAY && weekday <= STAFET_SUNDAY, "");
  return stafet_i18n_text (language, weekdays[weekday - 1]);
}

const char *
stafet_words_short_weekday (StafetLanguage language, StafetWeekday weekday)
{
  return stafet_i18n_text (language, short_weekdays[weekday - 1]);
}

const char *
stafet_words_month (StafetLanguage language, int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return stafet_i18n_text (language, months[month - 1]);
}

char *
stafet_words_day (StafetLanguage language, StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return g_strdup_printf (stafet_i18n_context (language, "day, month", "%d %s"), day,
                          stafet_words_month (language, month));
}

char *
stafet_words_day_with_year (StafetLanguage language, StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return g_strdup_printf (stafet_i18n_context (language, "day, month, year", "%d %s %d"), day,
                          stafet_words_month (language, month), year);
}

/* @last: the last day in words */
static char *
days_up_to (StafetLanguage language, StafetDate from, StafetDate to, const char *last)
{
  g_autofree char *first = stafet_words_day (language, from);
  int year, month, day, last_month;

  stafet_date_split (to, &year, &last_month, &day);
  stafet_date_split (from, &year, &month, &day);
  if (month == last_month && to - from < 31)
    return g_strdup_printf (stafet_i18n_context (language, "first day, last date", "%d–%s"), day, last);
  return g_strdup_printf ("%s – %s", first, last);
}

char *
stafet_words_days (StafetLanguage language, StafetDate from, StafetDate to)
{
  g_autofree char *last = stafet_words_day (language, to);

  return days_up_to (language, from, to, last);
}

char *
stafet_words_days_with_year (StafetLanguage language, StafetDate from, StafetDate to)
{
  g_autofree char *last = stafet_words_day_with_year (language, to);

  return from == to ? g_steal_pointer (&last) : days_up_to (language, from, to, last);
}

char *
stafet_words_date (StafetLanguage language, StafetDate date)
{
  g_autofree char *day = stafet_words_day (language, date);

  return g_strdup_printf (stafet_i18n_context (language, "weekday, date", "%s %s"),
                          stafet_words_weekday (language, stafet_date_weekday (date)), day);
}

char *
stafet_words_date_with_year (StafetLanguage language, StafetDate date)
{
  g_autofree char *day = stafet_words_day_with_year (language, date);

  return g_strdup_printf (stafet_i18n_context (language, "weekday, date", "%s %s"),
                          stafet_words_weekday (language, stafet_date_weekday (date)), day);
}

char *
stafet_words_short_date (StafetLanguage language, StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return g_strdup_printf (stafet_i18n_context (language, "weekday, day, month", "%s %d/%d"),
                          stafet_words_short_weekday (language, stafet_date_weekday (date)), day, month);
}

char *
stafet_words_week (StafetLanguage language, int week)
{
  return g_strdup_printf (stafet_i18n_text (language, "week %d"), week);
}

char *
stafet_words_hundredths (StafetLanguage language, gint32 hundredths)
{
  char point = language == STAFET_LANGUAGE_DA ? ',' : '.';

  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d%c%d", hundredths / 100, point, hundredths % 100 / 10);
  return g_strdup_printf ("%d%c%02d", hundredths / 100, point, hundredths % 100);
}

/* ——— Times ——— */

char *
stafet_words_clock (StafetLanguage language, int minutes)
{
  return g_strdup_printf (stafet_i18n_context (language, "hour, minute", "%d:%02d"), minutes / 60,
                          minutes % 60);
}

char *
stafet_words_time (StafetLanguage language, int minutes)
{
  g_autofree char *clock = stafet_words_clock (language, minutes);

  return g_strdup_printf (stafet_i18n_context (language, "time of day", "%s"), clock);
}

char *
stafet_words_instant (StafetLanguage language, StafetWall wall)
{
  g_autofree char *day = stafet_words_day (language, stafet_wall_date (wall));
  g_autofree char *clock = stafet_words_clock (language, stafet_wall_minutes (wall));

  return g_strdup_printf (stafet_i18n_context (language, "date, time", "%s at %s"), day, clock);
}

static char *
day_said_on (StafetLanguage language, StafetDate date, StafetDate today)
{
  int year, this_year, month, day;

  if (date == today)
    return g_strdup (stafet_i18n_text (language, "today"));
  if (date == today - 1)
    return g_strdup (stafet_i18n_text (language, "yesterday"));
  stafet_date_split (date, &year, &month, &day);
  stafet_date_split (today, &this_year, &month, &day);
  return year == this_year ? stafet_words_day (language, date) : stafet_words_day_with_year (language, date);
}

char *
stafet_words_when (StafetLanguage language, StafetWall wall, StafetDate today)
{
  g_autofree char *day = day_said_on (language, stafet_wall_date (wall), today);
  g_autofree char *clock = stafet_words_clock (language, stafet_wall_minutes (wall));

  return g_strdup_printf (stafet_i18n_context (language, "date, time", "%s at %s"), day, clock);
}

/* "12.00"; midnight at the end of a day is 24.00. */
static char *
end_words (StafetLanguage language, StafetWall start, StafetWall end)
{
  int minutes = stafet_wall_minutes (end);

  return stafet_words_clock (language, minutes == 0 && end > start ? STAFET_MINUTES_PER_DAY : minutes);
}

char *
stafet_words_time_span (StafetLanguage language, StafetWall start, StafetWall end)
{
  g_autofree char *from = stafet_words_clock (language, stafet_wall_minutes (start));
  g_autofree char *to = NULL;

  if (end - start > SPAN_WITHOUT_DATE)
    {
      to = stafet_words_instant (language, end);
      return g_strdup_printf (stafet_i18n_context (language, "time, date and time", "%s – %s"), from, to);
    }
  to = end_words (language, start, end);
  return g_strdup_printf (stafet_i18n_context (language, "time span", "%s–%s"), from, to);
}

char *
stafet_words_hours (StafetLanguage language, StafetWall start, StafetWall end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (end - start > SPAN_WITHOUT_DATE)
    return stafet_words_time_span (language, start, end);
  from = stafet_words_clock (language, stafet_wall_minutes (start));
  to = end_words (language, start, end);
  return g_strdup_printf ("%s–%s", from, to);
}
