/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the Danish public holidays against known years.
 */
#include "schedule/stafet-holidays.h"

typedef struct
{
  int month, day;
  const char *name;
} Known;

/* Every policy holiday of a year, and no other. */
static void
assert_year (int year, const Known *known, gsize n)
{
  gsize found = 0;

  for (StafetDate date = stafet_date_new (year, 1, 1); date <= stafet_date_new (year, 12, 31); date++)
    {
      const char *name = stafet_holidays_name (date);

      if (name == NULL)
        continue;
      g_assert_cmpuint (found, <, n);
      g_assert_cmpint (date, ==, stafet_date_new (year, known[found].month, known[found].day));
      g_assert_cmpstr (name, ==, known[found].name);
      found++;
    }
  g_assert_cmpuint (found, ==, n);
}

static void
year_2026 (void)
{
  static const Known known[] = { { 1, 1, "New Year's Day" },  { 4, 2, "Maundy Thursday" },
                                 { 4, 3, "Good Friday" },     { 4, 5, "Easter Sunday" },
                                 { 4, 6, "Easter Monday" },   { 5, 14, "Ascension Day" },
                                 { 5, 24, "Whit Sunday" },    { 5, 25, "Whit Monday" },
                                 { 12, 24, "Christmas Eve" }, { 12, 25, "Christmas Day" },
                                 { 12, 26, "Boxing Day" } };

  assert_year (2026, known, G_N_ELEMENTS (known));
}

static void
year_2023_has_the_last_prayer_day (void)
{
  static const Known known[] = { { 1, 1, "New Year's Day" },  { 4, 6, "Maundy Thursday" },
                                 { 4, 7, "Good Friday" },     { 4, 9, "Easter Sunday" },
                                 { 4, 10, "Easter Monday" },  { 5, 5, "Great Prayer Day" },
                                 { 5, 18, "Ascension Day" },  { 5, 28, "Whit Sunday" },
                                 { 5, 29, "Whit Monday" },    { 12, 24, "Christmas Eve" },
                                 { 12, 25, "Christmas Day" }, { 12, 26, "Boxing Day" } };

  assert_year (2023, known, G_N_ELEMENTS (known));
  g_assert_null (stafet_holidays_name (stafet_date_new (2024, 4, 26)));
}

static void
every_year_has_as_many (void)
{
  for (int year = 1950; year <= 2150; year++)
    {
      int n = 0;

      for (StafetDate date = stafet_date_new (year, 1, 1); date <= stafet_date_new (year, 12, 31); date++)
        n += stafet_holidays_name (date) != NULL;
      g_assert_cmpint (n, ==, year <= 2023 ? 12 : 11);
    }
}

static void
easter_at_its_earliest_and_latest (void)
{
  g_assert_cmpstr (stafet_holidays_name (stafet_date_new (2285, 3, 19)), ==, "Maundy Thursday");
  g_assert_cmpstr (stafet_holidays_name (stafet_date_new (2285, 3, 22)), ==, "Easter Sunday");
  g_assert_cmpstr (stafet_holidays_name (stafet_date_new (2038, 4, 25)), ==, "Easter Sunday");
  g_assert_cmpstr (stafet_holidays_name (stafet_date_new (2038, 6, 14)), ==, "Whit Monday");
}

static void
whit_monday_meets_constitution_day_in_2028 (void)
{
  StafetDate date = stafet_date_new (2028, 6, 5);

  g_assert_cmpstr (stafet_holidays_name (date), ==, "Whit Monday");
  g_assert_cmpstr (stafet_holidays_extra_name (date), ==, "Constitution Day");
}

static void
days_that_houses_close_are_no_policy_holidays (void)
{
  static const Known extra[] = { { 5, 1, "1 May" },
                                 { 6, 5, "Constitution Day" },
                                 { 12, 31, "New Year's Eve" } };

  for (gsize i = 0; i < G_N_ELEMENTS (extra); i++)
    {
      StafetDate date = stafet_date_new (2026, extra[i].month, extra[i].day);

      g_assert_null (stafet_holidays_name (date));
      g_assert_cmpstr (stafet_holidays_extra_name (date), ==, extra[i].name);
    }
  g_assert_null (stafet_holidays_extra_name (stafet_date_new (2026, 12, 24)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/holidays/year-2026", year_2026);
  g_test_add_func ("/schedule/holidays/year-2023-has-the-last-prayer-day", year_2023_has_the_last_prayer_day);
  g_test_add_func ("/schedule/holidays/every-year-has-as-many", every_year_has_as_many);
  g_test_add_func ("/schedule/holidays/easter-at-its-earliest-and-latest", easter_at_its_earliest_and_latest);
  g_test_add_func ("/schedule/holidays/whit-monday-meets-constitution-day-in-2028",
                   whit_monday_meets_constitution_day_in_2028);
  g_test_add_func ("/schedule/holidays/days-that-houses-close-are-no-policy-holidays",
                   days_that_houses_close_are_no_policy_holidays);
  return g_test_run ();
}
