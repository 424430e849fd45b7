/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds typed times, dates and hours against what people mean by them.
 */
#include "core/stafet-typed.h"

#include "core/stafet-error.h"
#include "core/stafet-words.h"

#include <string.h>

#define NONE (-1)

static StafetDate
date_of (const char *text)
{
  StafetDate date = STAFET_DATE_NONE;

  g_assert_true (stafet_date_parse (text, &date, NULL));
  return date;
}

/* Tuesday 24 November 2026. */
static StafetDate
today (void)
{
  return date_of ("2026-11-24");
}

/* ——— Times ——— */

typedef struct
{
  const char *text;
  int from, to; /* minutes; NONE: refused */
} Times;

static void
assert_refused (gboolean read, const char *text, GError **error)
{
  if (read)
    g_test_message ("“%s” was read", text);
  g_assert_false (read);
  g_assert_nonnull (*error);
  g_assert_cmpint (g_utf8_strlen ((*error)->message, -1), >, 20);
  g_clear_error (error);
}

static void
times_of_day (void)
{
  static const Times times[] = {
    { "10", 600 },        { "10.30", 630 },  { "10:30", 630 },   { "1030", 630 },
    { "930", 570 },       { "kl. 10", 600 }, { "kl 9.05", 545 }, { "kl.9.05", 545 },
    { "Kl. 10.", 600 },   { "24", 1440 },    { "24.00", 1440 },  { "2400", 1440 },
    { "0", 0 },           { "0.05", 5 },     { " 7 ", 420 },     { "klokken 8", 480 },
    { "at 8", 480 },      { "25", NONE },    { "10.61", NONE },  { "abc", NONE },
    { "", NONE },         { "24.01", NONE }, { "10.3", NONE },   { "10 . 30", NONE },
    { "10.30.15", NONE }, { "-5", NONE },    { "10-12", NONE },  { "99999999999", NONE },
    { "kl.", NONE },      { "12345", NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      int minutes = NONE;
      gboolean read = stafet_typed_time (times[i].text, &minutes, &error);

      if (times[i].from == NONE)
        assert_refused (read, times[i].text, &error);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (minutes, ==, times[i].from);
        }
    }
}

static void
spans (void)
{
  static const Times times[] = {
    { "10-12", 600, 720 },
    { "10.30 – 12", 630, 720 },
    { "kl. 10 til 12.15", 600, 735 },
    { "1000-1200", 600, 720 },
    { "22-6", 1320, 1800 },
    { "10—12", 600, 720 },
    { "10 - 12", 600, 720 },
    { "fra 10 til 12", 600, 720 },
    { "kl. 10.00–12.00", 600, 720 },
    { "from 10 to 12", 600, 720 },
    { "22-24", 1320, 1440 },
    { "24-6", 0, 360 },
    { "0-24", 0, 1440 },
    { "10", NONE },
    { "10-", NONE },
    { "-12", NONE },
    { "10-25", NONE },
    { "10-12-14", NONE },
    { "10/12", NONE },
    { "", NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      int from = NONE, to = NONE;
      gboolean read = stafet_typed_span (times[i].text, &from, &to, &error);

      if (times[i].from == NONE)
        assert_refused (read, times[i].text, &error);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (from, ==, times[i].from);
          g_assert_cmpint (to, ==, times[i].to);
        }
    }
}

static void
a_span_without_length_is_refused (void)
{
  static const char *const texts[] = { "10-10", "10.00 til 10", "24-24" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      int from, to;

      g_assert_false (stafet_typed_span (texts[i], &from, &to, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER);
    }
}

/* All of a day's times, as the program says them itself. */
static void
what_is_said_of_a_time_is_read (void)
{
  for (int language = STAFET_LANGUAGE_DA; language <= STAFET_LANGUAGE_EN; language++)
    for (int minutes = 0; minutes < STAFET_MINUTES_PER_DAY; minutes++)
      {
        g_autofree char *text = stafet_words_time ((StafetLanguage) language, minutes);
        g_autofree char *span = stafet_words_time_span ((StafetLanguage) language, minutes, minutes + 95);
        int back = NONE, to = NONE;

        g_assert_true (stafet_typed_time (text, &back, NULL));
        g_assert_cmpint (back, ==, minutes);
        g_assert_true (stafet_typed_span (span, &back, &to, NULL));
        g_assert_cmpint (back, ==, minutes);
        g_assert_cmpint (to, ==, minutes + 95);
      }
}

static void
hours (void)
{
  static const Times times[] = {
    { "3,5", 210 },     { "3.5", 210 },
    { "3:30", 210 },    { "45 min", 45 },
    { "2 t", 120 },     { "2t", 120 },
    { "2 timer", 120 }, { "3,25", 195 },
    { "0,5", 30 },      { "1 t 30 min", 90 },
    { "2½", 150 },      { "1 time og 15 minutter", 75 },
    { "45 min.", 45 },  { "2 hours", 120 },
    { "0", 0 },         { "3", 180 },
    { "3.30", NONE },   { "3:60", NONE },
    { "3:5", NONE },    { "abc", NONE },
    { "", NONE },       { "-3", NONE },
    { "3,5 x", NONE },  { "500", NONE },
    { "3,255", NONE },  { "99999999 min", NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      int minutes = NONE;
      gboolean read = stafet_typed_hours (times[i].text, &minutes, &error);

      if (times[i].from == NONE)
        assert_refused (read, times[i].text, &error);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (minutes, ==, times[i].from);
        }
    }
}

static void
kroner (void)
{
  static const struct
  {
    const char *text;
    gint64 kroner;
  } amounts[] = {
    { "25000", 25000 },
    { "25.000", 25000 },
    { "25 000 kr.", 25000 },
    { "kr. 1.200,-", 1200 },
    { "50 kroner", 50 },
    { "0", 0 },
    { "1.234.567", 1234567 },
    { "DKK 300", 300 },
    { "200,00", 200 },
    { "1\u00a0200 kr", 1200 },
    { "kr 75", 75 },
    { "012", 12 },
    { "", NONE },
    { "kr.", NONE },
    { "25.00", NONE },
    { "2500.000", NONE },
    { "1.200 300", NONE },
    { "-5", NONE },
    { "12,5", NONE },
    { "cirka 50", NONE },
    { "1.200.", NONE },
    { ".200", NONE },
    { "99999999999", NONE },
    { "5 kr. 5", NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gint64 read = NONE;

      g_test_message ("%s", amounts[i].text);
      g_assert_cmpint (stafet_typed_kroner (amounts[i].text, &read), ==, amounts[i].kroner != NONE);
      if (amounts[i].kroner != NONE)
        g_assert_cmpint (read, ==, amounts[i].kroner);
    }
}

/* ——— Dates ——— */

typedef struct
{
  const char *text;
  const char *date; /* NULL: refused */
} Date;

static void
assert_dates (const Date *dates, gsize n, StafetDate now)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      StafetDate date = STAFET_DATE_NONE;
      char written[STAFET_DATE_SIZE];
      gboolean read = stafet_typed_date (dates[i].text, now, &date, &error);

      if (dates[i].date == NULL)
        assert_refused (read, dates[i].text, &error);
      else
        {
          if (error != NULL)
            g_test_message ("“%s”: %s", dates[i].text, error->message);
          g_assert_no_error (error);
          g_assert_cmpstr (stafet_date_write (date, written), ==, dates[i].date);
        }
    }
}

static void
days_of_the_calendar (void)
{
  static const Date dates[] = {
    { "24/11", "2026-11-24" },
    { "24/11 2026", "2026-11-24" },
    { "24/11-26", "2026-11-24" },
    { "24/11/2026", "2026-11-24" },
    { "24.11.", "2026-11-24" },
    { "24.11", "2026-11-24" },
    { "24.11.2026", "2026-11-24" },
    { "24.11.26", "2026-11-24" },
    { "24. november", "2026-11-24" },
    { "24. nov 2027", "2027-11-24" },
    { "24 nov. 2027", "2027-11-24" },
    { "24.november", "2026-11-24" },
    { "d. 24/11", "2026-11-24" },
    { "den 24. november", "2026-11-24" },
    { "24 November 2026", "2026-11-24" },
    { "the 24th of November", "2026-11-24" },
    { "2026-11-24", "2026-11-24" },
    { "24-11-2026", NULL },
    { "24/11 10-12", NULL },
    { "24/11/", NULL },
    { "november", NULL },
    { "24/november", NULL },
  };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
}

static void
the_likely_year_is_at_most_three_months_back (void)
{
  static const Date dates[] = {
    { "24/8", "2026-08-24" },  { "23/8", "2027-08-23" }, { "1/1", "2027-01-01" },
    { "23/11", "2026-11-23" }, { "29/2", "2028-02-29" }, { "31. maj", "2027-05-31" },
  };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
}

static void
days_near_today (void)
{
  static const Date dates[] = {
    { "i dag", "2026-11-24" },
    { "I dag", "2026-11-24" },
    { "idag", "2026-11-24" },
    { "i morgen", "2026-11-25" },
    { "imorgen", "2026-11-25" },
    { "i overmorgen", "2026-11-26" },
    { "overmorgen", "2026-11-26" },
    { "om 3 dage", "2026-11-27" },
    { "om 2 uger", "2026-12-08" },
    { "om en uge", "2026-12-01" },
    { "om to uger", "2026-12-08" },
    { "om 1 måned", "2026-12-24" },
    { "today", "2026-11-24" },
    { "tomorrow", "2026-11-25" },
    { "in 3 days", "2026-11-27" },
    { "om 3 år", "2029-11-24" },
    { "om et halvår", "2027-05-24" },
    { "om 2 kvartaler", "2027-05-24" },
    { "i", NULL },
    { "i går", "2026-11-23" },
    { "igår", "2026-11-23" },
    { "yesterday", "2026-11-23" },
  };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
}

static void
a_week_lasts_until_its_sunday (void)
{
  static const Date dates[] = {
    { "uge 51", "2026-12-20" },    { "week 51", "2026-12-20" },
    { "næste uge", "2026-12-06" }, { "torsdag i uge 51", "2026-12-17" },
    { "om 2 uger", "2026-12-08" }, { "24/12", "2026-12-24" },
    { "fredag", "2026-11-27" },    { "uge 60", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetDate date = STAFET_DATE_NONE;
      char buffer[STAFET_DATE_SIZE];
      gboolean read = stafet_typed_last_date (dates[i].text, today (), &date, &error);

      g_assert_cmpint (read, ==, dates[i].date != NULL);
      if (read)
        g_assert_cmpstr (stafet_date_write (date, buffer), ==, dates[i].date);
    }
}

static void
weekdays_and_weeks (void)
{
  static const Date dates[] = {
    { "tir", "2026-11-24" },          { "tirs", "2026-11-24" },
    { "tirsdag", "2026-11-24" },      { "TIRSDAG", "2026-11-24" },
    { "tir.", "2026-11-24" },         { "på tirsdag", "2026-11-24" },
    { "mandag", "2026-11-30" },       { "næste tirsdag", "2026-12-01" },
    { "næste søndag", "2026-12-06" }, { "lør", "2026-11-28" },
    { "lordag", "2026-11-28" },       { "next Tuesday", "2026-12-01" },
    { "Sunday", "2026-11-29" },       { "uge 48", "2026-11-23" },
    { "uge 53", "2026-12-28" },       { "uge 1", "2027-01-04" },
    { "uge 53 2027", NULL },          { "uge 54", NULL },
    { "uge 7 2028", "2028-02-14" },   { "tirsdag i uge 50", "2026-12-08" },
    { "week 50", "2026-12-07" },      { "næste uge", "2026-11-30" },
    { "tirsdag og torsdag", NULL },
  };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
}

static void
a_number_is_the_next_such_day (void)
{
  static const Date dates[] = {
    { "24", "2026-11-24" }, { "23", "2026-12-23" }, { "31", "2026-12-31" }, { "den 1.", "2026-12-01" },
    { "32", NULL },         { "0", NULL },          { "2411", NULL },
  };
  static const Date january[] = { { "30", "2027-01-30" }, { "31", "2027-01-31" }, { "29", "2027-01-29" } };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
  assert_dates (january, G_N_ELEMENTS (january), date_of ("2027-01-29"));
}

static void
impossible_dates_are_refused (void)
{
  static const Date dates[] = { { "31/2", NULL },         { "30. februar", NULL },
                                { "24/13", NULL },        { "0/11", NULL },
                                { "29/2 2027", NULL },    { "2026-02-30", NULL },
                                { "31. november", NULL }, { "", NULL },
                                { "i morgen og", NULL } };

  assert_dates (dates, G_N_ELEMENTS (dates), today ());
}

static void
a_wrong_weekday_is_named (void)
{
  static const Date right[] = { { "tirsdag den 24. november", "2026-11-24" },
                                { "tirsdag, den 24. november", "2026-11-24" },
                                { "tir. 24/11", "2026-11-24" },
                                { "på tirsdag den 24/11 2026", "2026-11-24" } };
  g_autoptr (GError) error = NULL;
  StafetDate date;

  assert_dates (right, G_N_ELEMENTS (right), today ());
  g_assert_false (stafet_typed_date ("onsdag den 24. november", today (), &date, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE);
  g_assert_nonnull (strstr (error->message, "tirsdag"));
}

/* Every day of four years, as the program says it itself. */
static void
what_is_said_of_a_date_is_read (void)
{
  for (int language = STAFET_LANGUAGE_DA; language <= STAFET_LANGUAGE_EN; language++)
    for (StafetDate date = date_of ("2026-01-01"); date < date_of ("2030-01-01"); date++)
      {
        g_autofree char *full = stafet_words_date_with_year ((StafetLanguage) language, date);
        g_autofree char *no_year = stafet_words_date ((StafetLanguage) language, date);
        g_autofree char *small = stafet_words_short_date ((StafetLanguage) language, date);
        const char *texts[] = { full, no_year, small };

        for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
          {
            StafetDate back = STAFET_DATE_NONE;

            g_assert_true (stafet_typed_date (texts[i], date - 60, &back, NULL));
            g_assert_cmpint (back, ==, date);
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  g_test_add_func ("/core/typed/time/as-people-write-it", times_of_day);
  g_test_add_func ("/core/typed/time/what-is-said-is-read", what_is_said_of_a_time_is_read);
  g_test_add_func ("/core/typed/span/as-people-write-it", spans);
  g_test_add_func ("/core/typed/span/without-length-is-refused", a_span_without_length_is_refused);
  g_test_add_func ("/core/typed/hours/as-people-write-them", hours);
  g_test_add_func ("/core/typed/date/days-of-the-calendar", days_of_the_calendar);
  g_test_add_func ("/core/typed/date/the-likely-year-is-at-most-three-months-back",
                   the_likely_year_is_at_most_three_months_back);
  g_test_add_func ("/core/typed/date/days-near-today", days_near_today);
  g_test_add_func ("/core/typed/date/a-week-lasts-until-its-sunday", a_week_lasts_until_its_sunday);
  g_test_add_func ("/core/typed/date/weekdays-and-weeks", weekdays_and_weeks);
  g_test_add_func ("/core/typed/date/a-number-is-the-next-such-day", a_number_is_the_next_such_day);
  g_test_add_func ("/core/typed/kroner", kroner);
  g_test_add_func ("/core/typed/date/impossible-dates-are-refused", impossible_dates_are_refused);
  g_test_add_func ("/core/typed/date/a-wrong-weekday-is-named", a_wrong_weekday_is_named);
  g_test_add_func ("/core/typed/date/what-is-said-is-read", what_is_said_of_a_date_is_read);
  return g_test_run ();
}
