/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the reading and writing of recurrence rules, their filters, and what a series' timing accepts.
 */
#include "core/stafet-error.h"
#include "core/stafet-timing.h"

static StafetDate
date_of (const char *text)
{
  StafetDate date;

  g_assert_true (stafet_date_parse (text, &date, NULL));
  return date;
}

static void
assert_canonical (const char *text, const char *expected)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  StafetRule rule;

  stafet_rule_parse (text, zone, &rule, &error);
  g_assert_no_error (error);
  written = stafet_rule_write (&rule);
  g_assert_cmpstr (written, ==, expected);
}

/* ——— Rules ——— */

static void
any_case_and_prefix (void)
{
  assert_canonical ("FREQ=WEEKLY", "FREQ=WEEKLY");
  assert_canonical ("RRULE:FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU");
  assert_canonical ("rrule:byday=tu;freq=weekly;", "FREQ=WEEKLY;BYDAY=TU");
}

static void
lists_are_sorted_without_duplicates (void)
{
  assert_canonical ("FREQ=WEEKLY;BYDAY=SU,TU,MO,TU", "FREQ=WEEKLY;BYDAY=MO,TU,SU");
  assert_canonical ("FREQ=MONTHLY;BYDAY=4TH,-1SU,+2TH,TH,4TH", "FREQ=MONTHLY;BYDAY=-1SU,TH,2TH,4TH");
  assert_canonical ("FREQ=YEARLY;BYMONTHDAY=15,1,-1,15;BYMONTH=12,3,12",
                    "FREQ=YEARLY;BYMONTH=3,12;BYMONTHDAY=-1,1,15");
  assert_canonical ("FREQ=MONTHLY;BYSETPOS=2,-1,2;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1,2");
}

static void
what_is_written_reads_the_same (void)
{
  static const char *const rules[] = { "FREQ=DAILY;INTERVAL=1000;COUNT=1",
                                       "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU;UNTIL=20271231T133000",
                                       "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=WE;UNTIL=20271231",
                                       "FREQ=MONTHLY;BYMONTHDAY=-31,31",
                                       "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12",
                                       "FREQ=YEARLY;BYDAY=-53SU,53MO;WKST=SA" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    assert_canonical (rules[i], rules[i]);
}

static void
parts_left_out_have_their_defaults (void)
{
  StafetRule rule;

  g_assert_true (stafet_rule_parse ("FREQ=MONTHLY", NULL, &rule, NULL));
  g_assert_cmpint (rule.frequency, ==, STAFET_FREQUENCY_MONTHLY);
  g_assert_cmpint (rule.interval, ==, 1);
  g_assert_cmpint (rule.week_start, ==, STAFET_MONDAY);
  g_assert_cmpint (rule.count, ==, 0);
  g_assert_cmpint (rule.until, ==, STAFET_WALL_NONE);
}

static void
until_in_utc_is_read_in_the_zone (void)
{
  assert_canonical ("FREQ=DAILY;UNTIL=20261231T225959Z", "FREQ=DAILY;UNTIL=20261231T235900");
  assert_canonical ("FREQ=DAILY;UNTIL=20260701T220000Z", "FREQ=DAILY;UNTIL=20260702");
  assert_canonical ("FREQ=DAILY;UNTIL=20260701T220000", "FREQ=DAILY;UNTIL=20260701T220000");
  assert_canonical ("FREQ=DAILY;UNTIL=20260701", "FREQ=DAILY;UNTIL=20260701");
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  StafetRule rule;

  g_assert_false (stafet_rule_parse (text, NULL, &rule, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE);
}

static void
finer_than_a_day_is_refused (void)
{
  assert_refused ("FREQ=HOURLY");
  assert_refused ("FREQ=MINUTELY");
  assert_refused ("FREQ=SECONDLY;INTERVAL=86400");
  assert_refused ("FREQ=DAILY;BYHOUR=9,10");
  assert_refused ("FREQ=DAILY;BYMINUTE=0");
}

static void
what_is_no_rule_is_refused (void)
{
  static const char *const bad[] = { "",
                                     "RRULE:",
                                     ";",
                                     "hver uge",
                                     "FREQ",
                                     "FREQ=",
                                     "INTERVAL=2",
                                     "FREQ=WEEKLY;;BYDAY=TU",
                                     "FREQ=WEEKLY;FREQ=DAILY",
                                     "FREQ=WEEKLY;byday=MO;BYDAY=TU",
                                     "FREQ=WEEKLY;X-OWN=1",
                                     "FREQ=YEARLY;BYWEEKNO=3",
                                     "FREQ=YEARLY;BYYEARDAY=3",
                                     "FREQ=WEEKLY;WKST=",
                                     "FREQ=WEEKLY;WKST=XX" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (bad[i]);
}

static void
numbers_out_of_range_are_refused (void)
{
  static const char *const bad[] = { "FREQ=WEEKLY;INTERVAL=0",
                                     "FREQ=WEEKLY;INTERVAL=1001",
                                     "FREQ=WEEKLY;INTERVAL=-1",
                                     "FREQ=WEEKLY;INTERVAL=++5",
                                     "FREQ=WEEKLY;INTERVAL=2,3",
                                     "FREQ=WEEKLY;COUNT=0",
                                     "FREQ=WEEKLY;COUNT=99999999999999999999",
                                     "FREQ=MONTHLY;BYMONTHDAY=0",
                                     "FREQ=MONTHLY;BYMONTHDAY=32",
                                     "FREQ=MONTHLY;BYMONTHDAY=1,",
                                     "FREQ=YEARLY;BYMONTH=13",
                                     "FREQ=YEARLY;BYMONTH=-1",
                                     "FREQ=MONTHLY;BYDAY=0TU",
                                     "FREQ=MONTHLY;BYDAY=+-1TU",
                                     "FREQ=YEARLY;BYDAY=54TU",
                                     "FREQ=WEEKLY;BYDAY=",
                                     "FREQ=WEEKLY;BYDAY=TU WE",
                                     "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (bad[i]);
}

static void
lists_too_long_are_refused (void)
{
  g_autoptr (GString) text = g_string_new ("FREQ=MONTHLY;BYMONTHDAY=1");

  for (int i = 0; i < STAFET_RULE_MAX_LIST; i++)
    g_string_append (text, ",1");
  assert_refused (text->str);
}

static void
parts_that_do_not_fit_together_are_refused (void)
{
  assert_refused ("FREQ=WEEKLY;COUNT=2;UNTIL=20270101");
  assert_refused ("FREQ=WEEKLY;BYDAY=2TU");
  assert_refused ("FREQ=DAILY;BYDAY=-1TU");
  assert_refused ("FREQ=WEEKLY;BYMONTHDAY=3");
  assert_refused ("FREQ=DAILY;BYDAY=MO;BYSETPOS=1");
  assert_refused ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1");
  assert_refused ("FREQ=MONTHLY;BYSETPOS=1");
}

static void
until_that_does_not_exist_is_refused (void)
{
  assert_refused ("FREQ=WEEKLY;UNTIL=20270230");
  assert_refused ("FREQ=WEEKLY;UNTIL=20271231T250000");
  assert_refused ("FREQ=WEEKLY;UNTIL=20271231T");
  assert_refused ("FREQ=WEEKLY;UNTIL=2027-12-31");
  /* Without a zone nobody can say which day it is. */
  assert_refused ("FREQ=WEEKLY;UNTIL=20271231T225959Z");
}

/* ——— Filters ——— */

static void
parity_is_that_of_the_iso_week (void)
{
  StafetFilter odd = { .parity = STAFET_PARITY_ODD }, even = { .parity = STAFET_PARITY_EVEN };
  StafetFilter none = { .parity = STAFET_PARITY_NONE };

  for (StafetDate date = date_of ("2019-12-01"); date < date_of ("2044-02-01"); date++)
    {
      GDate judge;
      int year, month, day;
      gboolean is_even;

      stafet_date_split (date, &year, &month, &day);
      g_date_clear (&judge, 1);
      g_date_set_dmy (&judge, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      is_even = g_date_get_iso8601_week_of_year (&judge) % 2 == 0;
      g_assert_cmpint (stafet_filter_holds (&even, date), ==, is_even);
      g_assert_cmpint (stafet_filter_holds (&odd, date), ==, !is_even);
      g_assert_true (stafet_filter_holds (&none, date));
    }
}

static void
weeks_53_and_1_are_both_odd (void)
{
  StafetFilter odd = { .parity = STAFET_PARITY_ODD };

  g_assert_true (stafet_filter_holds (&odd, date_of ("2026-12-29")));
  g_assert_true (stafet_filter_holds (&odd, date_of ("2027-01-05")));
  g_assert_false (stafet_filter_holds (&odd, date_of ("2027-01-12")));
}

static void
seasons_wrap_around_new_year (void)
{
  StafetSeason winter, summer, leap;

  g_assert_true (stafet_season_parse ("09-01/05-31", &winter, NULL));
  g_assert_true (stafet_season_holds (&winter, date_of ("2026-09-01")));
  g_assert_true (stafet_season_holds (&winter, date_of ("2027-01-01")));
  g_assert_true (stafet_season_holds (&winter, date_of ("2027-05-31")));
  g_assert_false (stafet_season_holds (&winter, date_of ("2027-06-01")));
  g_assert_false (stafet_season_holds (&winter, date_of ("2027-08-31")));
  g_assert_true (stafet_season_parse ("04-01/10-31", &summer, NULL));
  g_assert_false (stafet_season_holds (&summer, date_of ("2026-03-31")));
  g_assert_true (stafet_season_holds (&summer, date_of ("2026-04-01")));
  g_assert_true (stafet_season_holds (&summer, date_of ("2026-10-31")));
  g_assert_false (stafet_season_holds (&summer, date_of ("2026-11-01")));
  g_assert_true (stafet_season_parse ("02-29/02-29", &leap, NULL));
  g_assert_true (stafet_season_holds (&leap, date_of ("2028-02-29")));
  g_assert_false (stafet_season_holds (&leap, date_of ("2027-02-28")));
}

static void
malformed_seasons_are_refused (void)
{
  static const char *const bad[] = { "09-01",       "09-01/",      "9-1/5-31",    "13-01/05-31",
                                     "02-30/05-31", "09-01-05-31", "09-01/05-3x", "00-10/05-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetSeason season;

      g_assert_false (stafet_season_parse (bad[i], &season, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
      g_assert_true (stafet_season_holds (&season, date_of ("2026-07-01")));
    }
}

static void
skipped_weeks_are_left_out_every_year (void)
{
  StafetFilter filter = { .parity = STAFET_PARITY_NONE };

  g_assert_true (stafet_skip_weeks_parse ("7, 42,53", &filter.skip_weeks, NULL));
  g_assert_false (stafet_filter_holds (&filter, date_of ("2027-02-15")));
  g_assert_false (stafet_filter_holds (&filter, date_of ("2028-02-20")));
  g_assert_true (stafet_filter_holds (&filter, date_of ("2027-02-22")));
  g_assert_false (stafet_filter_holds (&filter, date_of ("2026-10-18")));
  g_assert_false (stafet_filter_holds (&filter, date_of ("2027-01-03")));
  g_assert_true (stafet_filter_holds (&filter, date_of ("2027-01-04")));
}

static void
malformed_weeks_are_refused (void)
{
  static const char *const bad[] = { "0", "54", "7,", "uge 7", "7;42", "-1" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 mask;

      g_assert_false (stafet_skip_weeks_parse (bad[i], &mask, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
    }
}

static void
an_empty_filter_says_so (void)
{
  StafetFilter filter = { .parity = STAFET_PARITY_NONE };

  g_assert_true (stafet_season_parse ("", &filter.season, NULL));
  g_assert_true (stafet_skip_weeks_parse ("", &filter.skip_weeks, NULL));
  g_assert_true (stafet_filter_is_empty (&filter));
  filter.parity = STAFET_PARITY_ODD;
  g_assert_false (stafet_filter_is_empty (&filter));
}

/* ——— Timing ——— */

/* Tuesday 24 November 2026 from 10 to 12. */
static StafetTiming
timing_of (const char *rule)
{
  StafetTiming timing = {
    .rule = (char *) rule, .parity = STAFET_PARITY_NONE, .season = (char *) "", .skip_weeks = (char *) ""
  };

  timing.start = stafet_wall_new (date_of ("2026-11-24"), 600);
  timing.end = timing.start + 120;
  timing.until = STAFET_DATE_NONE;
  return timing;
}

static void
assert_invalid (const StafetTiming *timing, StafetCoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_timing_validate (timing, &error));
  g_assert_error (error, STAFET_CORE_ERROR, (int) code);
}

static void
start_and_end_are_required (void)
{
  StafetTiming timing = timing_of ("");

  timing.end = STAFET_WALL_NONE;
  assert_invalid (&timing, STAFET_CORE_ERROR_REQUIRED);
  timing = timing_of ("");
  timing.start = STAFET_WALL_NONE;
  assert_invalid (&timing, STAFET_CORE_ERROR_REQUIRED);
}

static void
the_end_comes_after_the_start_within_14_days (void)
{
  StafetTiming timing = timing_of ("");

  g_assert_true (stafet_timing_validate (&timing, NULL));
  timing.end = timing.start;
  assert_invalid (&timing, STAFET_CORE_ERROR_ORDER);
  timing.end = timing.start + 14 * STAFET_MINUTES_PER_DAY;
  g_assert_true (stafet_timing_validate (&timing, NULL));
  timing.end++;
  assert_invalid (&timing, STAFET_CORE_ERROR_VALUE);
}

static void
the_last_date_is_not_before_the_first (void)
{
  StafetTiming timing = timing_of ("FREQ=WEEKLY");

  timing.until = date_of ("2026-11-24");
  g_assert_true (stafet_timing_validate (&timing, NULL));
  timing.until--;
  assert_invalid (&timing, STAFET_CORE_ERROR_ORDER);
}

static void
filters_go_with_weekly_rules_only (void)
{
  static const char *const others[] = { "", "FREQ=DAILY", "FREQ=MONTHLY", "FREQ=YEARLY" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      StafetTiming parity = timing_of (others[i]), season = parity, weeks = parity;

      g_assert_true (stafet_timing_validate (&parity, NULL));
      parity.parity = STAFET_PARITY_ODD;
      season.season = (char *) "09-01/05-31";
      weeks.skip_weeks = (char *) "7";
      assert_invalid (&parity, STAFET_CORE_ERROR_RULE);
      assert_invalid (&season, STAFET_CORE_ERROR_RULE);
      assert_invalid (&weeks, STAFET_CORE_ERROR_RULE);
      parity.rule = season.rule = weeks.rule = (char *) "FREQ=WEEKLY";
      g_assert_true (stafet_timing_validate (&parity, NULL));
      g_assert_true (stafet_timing_validate (&season, NULL));
      g_assert_true (stafet_timing_validate (&weeks, NULL));
    }
}

static void
faulty_rule_season_and_weeks_are_refused (void)
{
  StafetTiming timing = timing_of ("FREQ=HOURLY");

  assert_invalid (&timing, STAFET_CORE_ERROR_RULE);
  timing = timing_of ("FREQ=WEEKLY");
  timing.season = (char *) "sommer";
  assert_invalid (&timing, STAFET_CORE_ERROR_VALUE);
  timing = timing_of ("FREQ=WEEKLY");
  timing.skip_weeks = (char *) "54";
  assert_invalid (&timing, STAFET_CORE_ERROR_VALUE);
}

static void
first_and_last_date_are_derived (void)
{
  StafetTiming timing = timing_of ("");

  stafet_timing_derive (&timing);
  g_assert_false (timing.recurs);
  g_assert_cmpint (timing.first_date, ==, date_of ("2026-11-24"));
  g_assert_cmpint (timing.last_date, ==, date_of ("2026-11-24"));
  timing = timing_of ("FREQ=WEEKLY;INTERVAL=3");
  timing.season = (char *) "09-01/05-31";
  timing.skip_weeks = (char *) "7";
  stafet_timing_derive (&timing);
  g_assert_true (timing.recurs);
  g_assert_cmpint (timing.parsed.interval, ==, 3);
  g_assert_cmpint (timing.last_date, ==, G_MAXINT32);
  g_assert_cmpint (timing.filter.season.from, ==, 901);
  g_assert_true (timing.filter.skip_weeks == G_GUINT64_CONSTANT (1) << 7);
  timing.until = date_of ("2027-05-31");
  stafet_timing_derive (&timing);
  g_assert_cmpint (timing.last_date, ==, date_of ("2027-05-31"));
}

static void
add_rules (void)
{
  g_test_add_func ("/schedule/rule/any-case-and-prefix", any_case_and_prefix);
  g_test_add_func ("/schedule/rule/lists-are-sorted-without-duplicates", lists_are_sorted_without_duplicates);
  g_test_add_func ("/schedule/rule/what-is-written-reads-the-same", what_is_written_reads_the_same);
  g_test_add_func ("/schedule/rule/parts-left-out-have-their-defaults", parts_left_out_have_their_defaults);
  g_test_add_func ("/schedule/rule/until-in-utc-is-read-in-the-zone", until_in_utc_is_read_in_the_zone);
  g_test_add_func ("/schedule/rule/finer-than-a-day-is-refused", finer_than_a_day_is_refused);
  g_test_add_func ("/schedule/rule/what-is-no-rule-is-refused", what_is_no_rule_is_refused);
  g_test_add_func ("/schedule/rule/numbers-out-of-range-are-refused", numbers_out_of_range_are_refused);
  g_test_add_func ("/schedule/rule/lists-too-long-are-refused", lists_too_long_are_refused);
  g_test_add_func ("/schedule/rule/parts-that-do-not-fit-together-are-refused",
                   parts_that_do_not_fit_together_are_refused);
  g_test_add_func ("/schedule/rule/until-that-does-not-exist-is-refused",
                   until_that_does_not_exist_is_refused);
}

static void
add_filters (void)
{
  g_test_add_func ("/schedule/filter/parity-is-that-of-the-iso-week", parity_is_that_of_the_iso_week);
  g_test_add_func ("/schedule/filter/weeks-53-and-1-are-both-odd", weeks_53_and_1_are_both_odd);
  g_test_add_func ("/schedule/filter/seasons-wrap-around-new-year", seasons_wrap_around_new_year);
  g_test_add_func ("/schedule/filter/malformed-seasons-are-refused", malformed_seasons_are_refused);
  g_test_add_func ("/schedule/filter/skipped-weeks-are-left-out-every-year",
                   skipped_weeks_are_left_out_every_year);
  g_test_add_func ("/schedule/filter/malformed-weeks-are-refused", malformed_weeks_are_refused);
  g_test_add_func ("/schedule/filter/an-empty-filter-says-so", an_empty_filter_says_so);
}

static void
add_timing (void)
{
  g_test_add_func ("/schedule/timing/start-and-end-are-required", start_and_end_are_required);
  g_test_add_func ("/schedule/timing/the-end-comes-after-the-start-within-14-days",
                   the_end_comes_after_the_start_within_14_days);
  g_test_add_func ("/schedule/timing/the-last-date-is-not-before-the-first",
                   the_last_date_is_not_before_the_first);
  g_test_add_func ("/schedule/timing/filters-go-with-weekly-rules-only", filters_go_with_weekly_rules_only);
  g_test_add_func ("/schedule/timing/faulty-rule-season-and-weeks-are-refused",
                   faulty_rule_season_and_weeks_are_refused);
  g_test_add_func ("/schedule/timing/first-and-last-date-are-derived", first_and_last_date_are_derived);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_rules ();
  add_filters ();
  add_timing ();
  return g_test_run ();
}
