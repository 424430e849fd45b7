/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads typed dates, weekdays and weeks.
 */
#include "stafet-error.h"
#include "stafet-rule.h"
#include "stafet-typed-token.h"
#include "stafet-typed.h"
#include "stafet-words.h"

#define MONTHS_BACK 3   /* how far back a date without a year may lie */
#define FIRST_YEAR 1900 /* four digits below it are a time of day */
#define LAST_YEAR 2199
#define YEARS_AHEAD 8 /* the longest wait for a 29 February */
#define MOST_UNITS_AHEAD 1000

/* ——— Which one is meant ——— */

StafetDate
stafet_typed_coming (StafetDate from, int weekday)
{
  return from + (weekday - (int) stafet_date_weekday (from) + 7) % 7;
}

/* @months may be negative; a day that the month does not have becomes its last. */
static StafetDate
add_months (StafetDate date, int months)
{
  int year, month, day, at;

  stafet_date_split (date, &year, &month, &day);
  at = year * 12 + month - 1 + months;
  year = at / 12;
  month = at % 12 + 1;
  return stafet_date_new (year, month, MIN (day, stafet_date_days_in_month (year, month)));
}

/* The likely year of a day without one; STAFET_DATE_NONE for a day that no year has. */
static StafetDate
likely_date (StafetDate today, int month, int day)
{
  StafetDate earliest = add_months (today, -MONTHS_BACK), date;
  int year, m, d;

  stafet_date_split (earliest, &year, &m, &d);
  for (int i = 0; i <= YEARS_AHEAD; i++)
    {
      date = stafet_date_new (year + i, month, day);
      if (date != STAFET_DATE_NONE && date >= earliest)
        return date;
    }
  return STAFET_DATE_NONE;
}

/* The Monday of a week whose year was not said. */
static StafetDate
likely_week (StafetDate today, int week)
{
  StafetDate earliest = add_months (today, -MONTHS_BACK), monday;
  int year;

  stafet_date_iso_week (earliest, &year);
  for (int i = 0; i <= YEARS_AHEAD; i++)
    {
      monday = stafet_date_from_iso_week (year + i, week);
      if (monday != STAFET_DATE_NONE && monday >= stafet_date_monday (earliest))
        return monday;
    }
  return STAFET_DATE_NONE;
}

/* The next month that has the day. */
static StafetDate
coming_day_of_month (StafetDate today, int day)
{
  int year, month, now;

  stafet_date_split (today, &year, &month, &now);
  for (int at = year * 12 + month - 1 + (day < now); day >= 1 && day <= 31; at++)
    if (day <= stafet_date_days_in_month (at / 12, at % 12 + 1))
      return stafet_date_new (at / 12, at % 12 + 1, day);
  return STAFET_DATE_NONE;
}

/* ——— Days of the calendar ——— */

static gboolean
is_year (const StafetTypedToken *token)
{
  return token->kind == STAFET_TYPED_NUMBER && token->digits == 4 && token->value >= FIRST_YEAR
         && token->value <= LAST_YEAR;
}

/* Whether the number is the start of "2000-2200" or "2000 til 2200". */
static gboolean
begins_span (const StafetTypedReader *reader)
{
  StafetTypedReader ahead = *reader;
  int from, to;

  return stafet_typed_read_span (&ahead, &from, &to, NULL) == STAFET_TYPED_HIT
         && !stafet_typed_is (&ahead, 0, STAFET_TYPED_MONTH);
}

/* " 2026", and behind a month in digits "-26", "/2026" or ".2026". */
static int
take_year (StafetTypedReader *reader, gboolean digits)
{
  const StafetTypedToken *sign = stafet_typed_peek (reader, 0), *year = stafet_typed_peek (reader, 1);

  if (is_year (sign) && !begins_span (reader))
    {
      reader->at++;
      return sign->value;
    }
  if (!digits || !sign->glued || year->kind != STAFET_TYPED_NUMBER || !year->glued
      || (sign->kind != STAFET_TYPED_DASH && sign->kind != STAFET_TYPED_SLASH
          && sign->kind != STAFET_TYPED_DOT)
      || stafet_typed_is (reader, 2, STAFET_TYPED_SLASH) || stafet_typed_is (reader, 2, STAFET_TYPED_DOT)
      || (year->digits != 2 && !is_year (year)))
    return 0;
  reader->at += 2;
  return year->digits == 2 ? 2000 + year->value : year->value;
}

/* "2026-11-24" */
static gboolean
read_iso (StafetTypedReader *reader, StafetTypedDay *day)
{
  const StafetTypedToken *year = stafet_typed_peek (reader, 0), *month = stafet_typed_peek (reader, 2),
                         *date = stafet_typed_peek (reader, 4);

  if (!is_year (year) || month->digits != 2 || date->digits != 2
      || !stafet_typed_is (reader, 1, STAFET_TYPED_DASH) || !stafet_typed_is (reader, 3, STAFET_TYPED_DASH)
      || !month->glued || !date->glued)
    return FALSE;
  *day = (StafetTypedDay){ .year = year->value, .month = month->value, .day = date->value };
  reader->at += 5;
  return TRUE;
}

/* "24/11", "24/11 2026", "24.11.26" */
static gboolean
read_digits (StafetTypedReader *reader, StafetTypedDots dots, StafetTypedDay *day)
{
  const StafetTypedToken *first = stafet_typed_peek (reader, 0), *sign = stafet_typed_peek (reader, 1),
                         *second = stafet_typed_peek (reader, 2);
  gboolean dotted = sign->kind == STAFET_TYPED_DOT && sign->glued;

  if ((!dotted && sign->kind != STAFET_TYPED_SLASH) || first->kind != STAFET_TYPED_NUMBER
      || second->kind != STAFET_TYPED_NUMBER || first->digits < 1 || first->digits > 2 || second->digits < 1
      || second->digits > 2)
    return FALSE;
  reader->at += 3;
  *day = (StafetTypedDay){ .month = second->value, .day = first->value };
  if (dotted && !second->ordinal && dots == STAFET_TYPED_DOTS_ARE_TIMES
      && stafet_typed_is (reader, 0, STAFET_TYPED_DASH))
    return FALSE; /* "10.30-12" */
  day->year = take_year (reader, TRUE);
  return !dotted || dots == STAFET_TYPED_DOTS_ARE_DATES || second->ordinal || day->year != 0;
}

/* "24. november", "24 Nov 2026", "24th of December" */
static gboolean
read_named (StafetTypedReader *reader, StafetTypedDay *day)
{
  const StafetTypedToken *number = stafet_typed_peek (reader, 0);

  if (number->kind != STAFET_TYPED_NUMBER || number->digits < 1 || number->digits > 2)
    return FALSE;
  reader->at++;
  stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL);
  *day = (StafetTypedDay){ .day = number->value };
  if (!stafet_typed_take (reader, STAFET_TYPED_MONTH, &day->month))
    return FALSE;
  day->year = take_year (reader, FALSE);
  return TRUE;
}

/* "juleaften"; "2. juledag" is the day after the first */
static gboolean
read_feast (StafetTypedReader *reader, StafetTypedDay *day)
{
  const StafetTypedToken *number = stafet_typed_peek (reader, 0);
  gboolean numbered = number->kind == STAFET_TYPED_NUMBER && number->ordinal && number->value <= 2
                      && number->value >= 1 && stafet_typed_is (reader, 1, STAFET_TYPED_FEAST)
                      && stafet_typed_peek (reader, 1)->value == 1225;
  int value;

  reader->at += numbered ? 1 : 0;
  if (!stafet_typed_take (reader, STAFET_TYPED_FEAST, &value))
    return FALSE;
  *day = (StafetTypedDay){ .month = value / 100, .day = value % 100 + (numbered ? number->value - 1 : 0) };
  day->year = take_year (reader, FALSE);
  return TRUE;
}

static gboolean
read_calendar (StafetTypedReader *reader, StafetTypedDots dots, StafetTypedDay *day)
{
  guint back = reader->at;

  if (read_iso (reader, day))
    return TRUE;
  reader->at = back;
  if (read_digits (reader, dots, day))
    return TRUE;
  reader->at = back;
  if (read_feast (reader, day))
    return TRUE;
  reader->at = back;
  return read_named (reader, day);
}

static StafetTypedMatch
refuse_impossible (GError **error)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
                       _ ("There is no such date. Look at the day, the month and the year."));
  return STAFET_TYPED_REFUSED;
}

static StafetTypedMatch
refuse_weekday (StafetDate date, int weekday, GError **error)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_day_with_year (language, date);

  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("%s is a %s, not a %s. Mend the weekday or the date."), day,
               stafet_words_weekday (language, stafet_date_weekday (date)),
               stafet_words_weekday (language, (StafetWeekday) weekday));
  return STAFET_TYPED_REFUSED;
}

StafetTypedMatch
stafet_typed_read_day (StafetTypedReader *reader, StafetDate today, StafetTypedDots dots, StafetTypedDay *day,
                       GError **error)
{
  int weekday = 0;

  if (stafet_typed_take (reader, STAFET_TYPED_WEEKDAY, &weekday))
    stafet_typed_take (reader, STAFET_TYPED_COMMA, NULL);
  stafet_typed_take (reader, STAFET_TYPED_ARTICLE, NULL);
  if (!read_calendar (reader, dots, day))
    return STAFET_TYPED_MISS;
  day->date = day->year != 0 ? stafet_date_new (day->year, day->month, day->day)
                             : likely_date (today, day->month, day->day);
  if (day->date == STAFET_DATE_NONE)
    return refuse_impossible (error);
  if (weekday != 0 && (int) stafet_date_weekday (day->date) != weekday)
    return refuse_weekday (day->date, weekday, error);
  return STAFET_TYPED_HIT;
}

/* ——— Days near today ——— */

/* "om 3 dage"; "om to uger": English "to" stands for the Danish number too. */
static StafetTypedMatch
read_ahead (StafetTypedReader *reader, StafetDate today, StafetDate *date)
{
  static const int months[] = { 1, 3, 6, 12 }; /* of MONTHS, QUARTER, HALF_YEAR and YEAR */
  int n = 2, unit;

  if (!stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL)
      || (!stafet_typed_take (reader, STAFET_TYPED_NUMBER, &n)
          && !stafet_typed_take (reader, STAFET_TYPED_TO, NULL))
      || !stafet_typed_take (reader, STAFET_TYPED_UNIT, &unit) || n > MOST_UNITS_AHEAD)
    return STAFET_TYPED_MISS;
  if (unit >= STAFET_TYPED_MONTHS)
    *date = add_months (today, n * months[unit - STAFET_TYPED_MONTHS]);
  else
    *date = today + n * (unit == STAFET_TYPED_WEEK ? 7 : 1);
  return STAFET_TYPED_HIT;
}

/* "i dag", "i morgen", "imorgen", "i går" */
static StafetTypedMatch
read_today (StafetTypedReader *reader, StafetDate today, StafetDate *date)
{
  int days, value;

  if (stafet_typed_is (reader, 1, STAFET_TYPED_UNIT)
      && stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL))
    {
      *date = today;
      return stafet_typed_take (reader, STAFET_TYPED_UNIT, &value) && value == STAFET_TYPED_DAY
               ? STAFET_TYPED_HIT
               : STAFET_TYPED_MISS;
    }
  if (stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL)
      && stafet_typed_take (reader, STAFET_TYPED_DAY_PART, &value))
    {
      *date = today + 1;
      return value == STAFET_TYPED_EARLY ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
    }
  if (stafet_typed_is (reader, 1, STAFET_TYPED_NEARBY))
    stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL);
  if (!stafet_typed_take (reader, STAFET_TYPED_NEARBY, &days))
    return STAFET_TYPED_MISS;
  *date = today + days;
  return STAFET_TYPED_HIT;
}

/* "næste tirsdag" is the one in the next week, "næste uge" its Monday. */
static StafetTypedMatch
read_next (StafetTypedReader *reader, StafetDate today, StafetDate *date)
{
  int value;

  stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL);
  if (!stafet_typed_take (reader, STAFET_TYPED_NEXT, NULL))
    return STAFET_TYPED_MISS;
  *date = stafet_date_monday (today) + 7;
  if (stafet_typed_take (reader, STAFET_TYPED_UNIT, &value))
    return value == STAFET_TYPED_WEEK ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
  if (!stafet_typed_take (reader, STAFET_TYPED_WEEKDAY, &value))
    return STAFET_TYPED_MISS;
  *date += value - 1;
  return STAFET_TYPED_HIT;
}

StafetTypedMatch
stafet_typed_read_nearby (StafetTypedReader *reader, StafetDate today, StafetDate *date)
{
  static StafetTypedMatch (*const forms[]) (StafetTypedReader *, StafetDate,
                                            StafetDate *) = { read_ahead, read_today, read_next };
  guint back = reader->at;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (forms[i](reader, today, date) == STAFET_TYPED_HIT)
        return STAFET_TYPED_HIT;
      reader->at = back;
    }
  return STAFET_TYPED_MISS;
}

StafetTypedMatch
stafet_typed_read_week (StafetTypedReader *reader, StafetDate today, StafetDate *date, GError **error)
{
  int weekday = STAFET_MONDAY, unit, week, year;

  if (stafet_typed_take (reader, STAFET_TYPED_WEEKDAY, &weekday))
    stafet_typed_take (reader, STAFET_TYPED_PREPOSITION, NULL);
  if (!stafet_typed_take (reader, STAFET_TYPED_UNIT, &unit) || unit != STAFET_TYPED_WEEK
      || !stafet_typed_take (reader, STAFET_TYPED_NUMBER, &week))
    return STAFET_TYPED_MISS;
  year = take_year (reader, FALSE);
  *date = year != 0 ? stafet_date_from_iso_week (year, week) : likely_week (today, week);
  if (*date == STAFET_DATE_NONE)
    return refuse_impossible (error);
  *date += weekday - 1;
  return STAFET_TYPED_HIT;
}

/* ——— Weekdays and weeks ——— */

static gboolean
read_days_once (StafetTypedReader *reader, guint *days)
{
  int first, last;

  if (stafet_typed_take (reader, STAFET_TYPED_DAY_SET, &first))
    {
      *days |= (guint) first;
      return TRUE;
    }
  if (!stafet_typed_take (reader, STAFET_TYPED_WEEKDAY, &first))
    return FALSE;
  last = first;
  if ((stafet_typed_is (reader, 0, STAFET_TYPED_DASH) || stafet_typed_is (reader, 0, STAFET_TYPED_TO))
      && stafet_typed_is (reader, 1, STAFET_TYPED_WEEKDAY))
    {
      reader->at++;
      stafet_typed_take (reader, STAFET_TYPED_WEEKDAY, &last);
    }
  for (int day = first;; day = day % 7 + 1)
    {
      *days |= 1u << day;
      if (day == last)
        return TRUE;
    }
}

StafetTypedMatch
stafet_typed_read_weekdays (StafetTypedReader *reader, guint *days)
{
  guint back;

  *days = 0;
  if (!read_days_once (reader, days))
    return STAFET_TYPED_MISS;
  do
    {
      back = reader->at;
      stafet_typed_skip (reader, STAFET_TYPED_COMMA);
      stafet_typed_take (reader, STAFET_TYPED_AND, NULL);
    }
  while (reader->at > back && read_days_once (reader, days));
  reader->at = back;
  return STAFET_TYPED_HIT;
}

StafetTypedMatch
stafet_typed_read_parity (StafetTypedReader *reader, gint32 *parity)
{
  int value, unit;

  if (!stafet_typed_take (reader, STAFET_TYPED_PARITY, &value))
    return STAFET_TYPED_MISS;
  *parity = value;
  /* "fre 14-16 ulige": of weeks, for what else is there? */
  if (stafet_typed_at_end (reader) || stafet_typed_is (reader, 0, STAFET_TYPED_COMMA)
      || stafet_typed_is (reader, 0, STAFET_TYPED_BRACKET))
    return STAFET_TYPED_HIT;
  return stafet_typed_take (reader, STAFET_TYPED_UNIT, &unit) && unit == STAFET_TYPED_WEEK
           ? STAFET_TYPED_HIT
           : STAFET_TYPED_MISS;
}

/* ——— The forms of a date alone ——— */

typedef struct
{
  StafetTypedReader *reader;
  StafetDate today;
  StafetDate date;
} Reading;

static StafetTypedMatch
nearby_form (Reading *r, G_GNUC_UNUSED GError **error)
{
  return stafet_typed_read_nearby (r->reader, r->today, &r->date);
}

static StafetTypedMatch
day_form (Reading *r, GError **error)
{
  StafetTypedDay day;
  StafetTypedMatch match;

  stafet_typed_take (r->reader, STAFET_TYPED_PREPOSITION, NULL);
  match = stafet_typed_read_day (r->reader, r->today, STAFET_TYPED_DOTS_ARE_DATES, &day, error);
  if (match == STAFET_TYPED_HIT)
    r->date = day.date;
  return match;
}

static StafetTypedMatch
week_form (Reading *r, GError **error)
{
  return stafet_typed_read_week (r->reader, r->today, &r->date, error);
}

/* "tirsdag", "på tirsdag" */
static StafetTypedMatch
weekday_form (Reading *r, G_GNUC_UNUSED GError **error)
{
  int weekday;

  stafet_typed_take (r->reader, STAFET_TYPED_PREPOSITION, NULL);
  if (!stafet_typed_take (r->reader, STAFET_TYPED_WEEKDAY, &weekday))
    return STAFET_TYPED_MISS;
  r->date = stafet_typed_coming (r->today, weekday);
  return STAFET_TYPED_HIT;
}

/* "24", "den 24." */
static StafetTypedMatch
number_form (Reading *r, G_GNUC_UNUSED GError **error)
{
  const StafetTypedToken *number;

  stafet_typed_take (r->reader, STAFET_TYPED_ARTICLE, NULL);
  number = stafet_typed_peek (r->reader, 0);
  if (number->kind != STAFET_TYPED_NUMBER || number->digits < 1 || number->digits > 2)
    return STAFET_TYPED_MISS;
  r->reader->at++;
  r->date = coming_day_of_month (r->today, number->value);
  return r->date != STAFET_DATE_NONE ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
}

/* Whether a whole week was named: "uge 51", "næste uge". */
static gboolean
names_week (StafetTypedReader *reader)
{
  gboolean week = FALSE;

  reader->at = 0;
  if (stafet_typed_is (reader, 0, STAFET_TYPED_PREPOSITION)
      && stafet_typed_is (reader, 1, STAFET_TYPED_NUMBER))
    return FALSE;
  for (guint i = 0; !stafet_typed_is (reader, i, STAFET_TYPED_END); i++)
    {
      if (stafet_typed_is (reader, i, STAFET_TYPED_WEEKDAY))
        return FALSE;
      week = week
             || (stafet_typed_is (reader, i, STAFET_TYPED_UNIT)
                 && stafet_typed_peek (reader, i)->value == STAFET_TYPED_WEEK);
    }
  return week;
}

gboolean
stafet_typed_last_date (const char *text, StafetDate today, StafetDate *date, GError **error)
{
  g_auto (StafetTypedReader) reader = { 0 };

  if (!stafet_typed_date (text, today, date, error) || !stafet_typed_reader_init (&reader, text, error))
    return FALSE;
  if (names_week (&reader))
    *date += 6;
  return TRUE;
}

gboolean
stafet_typed_date (const char *text, StafetDate today, StafetDate *date, GError **error)
{
  static StafetTypedMatch (*const forms[]) (Reading *, GError **) = { nearby_form, day_form, week_form,
                                                                      weekday_form, number_form };
  g_auto (StafetTypedReader) reader = { 0 };
  Reading r = { &reader, today, STAFET_DATE_NONE };

  if (!stafet_typed_reader_init (&reader, text, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      StafetTypedMatch match = forms[i](&r, error);

      if (match == STAFET_TYPED_REFUSED)
        return FALSE;
      *date = r.date;
      if (match == STAFET_TYPED_HIT && stafet_typed_at_end (&reader))
        return TRUE;
      reader.at = 0;
    }
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("“%s” is not a date. Write for example 24/11, Tuesday, tomorrow or week 48."), text);
  return FALSE;
}
