/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds recurrence against libical and against counting day by day on random windows, and pins the dates
 * that people trip over. STAFET_TEST_SEED in the environment draws other windows.
 */
#include "core/stafet-activity.h"
#include "core/stafet-error.h"
#include "schedule/stafet-expand.h"

#include <libical/ical.h>
#include <string.h>

#define WINDOWS 30000
#define COUNTED_WINDOWS 10000
#define MONTH_WINDOWS 3000

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static StafetFilter
no_filter (void)
{
  return (StafetFilter){ .parity = STAFET_PARITY_NONE };
}

static StafetRule
rule_of (const char *text)
{
  static StafetZone *zone = NULL;
  g_autoptr (GError) error = NULL;
  StafetRule rule;

  if (zone == NULL) /* for ever: reading the zone database for every rule takes most of the time */
    zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  stafet_rule_parse (text, zone, &rule, &error);
  g_assert_no_error (error);
  return rule;
}

static StafetDate
date_of (const char *text)
{
  StafetDate date;

  g_assert_true (stafet_date_parse (text, &date, NULL));
  return date;
}

/* The dates of a rule from a start, as "2026-12-21 2027-01-04 …". */
static void
assert_dates (const char *text, const char *start, StafetFilter filter, guint limit, const char *expected)
{
  StafetRule rule = rule_of (text);
  StafetWall wall;
  g_autoptr (GArray) walls = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  char buffer[STAFET_DATE_SIZE];

  g_assert_true (stafet_wall_parse (start, &wall, NULL));
  walls = stafet_expand_recur (&rule, wall, &filter, stafet_wall_date (wall), STAFET_DATE_NONE, limit);
  for (guint i = 0; i < walls->len; i++)
    g_string_append_printf (
      got, "%s%s", i > 0 ? " " : "",
      stafet_date_write (stafet_wall_date (g_array_index (walls, StafetWall, i)), buffer));
  g_assert_cmpstr (got->str, ==, expected);
}

/* ——— Random rules ——— */

static GRand *
new_random (void)
{
  const char *given = g_getenv ("STAFET_TEST_SEED");
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : 20261124;

  g_test_message ("STAFET_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

static int
draw (GRand *random, int low, int high)
{
  return g_rand_int_range (random, low, high + 1);
}

static StafetDate
draw_start (GRand *random)
{
  return date_of ("2026-01-01") + draw (random, 0, 800);
}

/* One rule in three ends, with a date, a time before the start's or the start's own time. */
static void
add_until (GRand *random, GString *rule)
{
  static const char *const times[] = { "", "T090000", "T100000" };
  int year, month, day;

  if (draw (random, 0, 2) > 0)
    return;
  stafet_date_split (date_of ("2027-06-01") + draw (random, 0, 1200), &year, &month, &day);
  g_string_append_printf (rule, ";UNTIL=%04d%02d%02d%s", year, month, day, times[draw (random, 0, 2)]);
}

/* libical 3.0.16 loses dates when weeks begin on another day than Monday or Sunday: @week_starts is how many
 * to draw from, from Sunday on. */
static char *
random_weekly (GRand *random, int week_starts)
{
  static const char *const starts[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
  GString *rule = g_string_new ("FREQ=WEEKLY");
  int mask = draw (random, 0, 127);

  g_string_append_printf (rule, ";INTERVAL=%d", draw (random, 1, 5));
  for (int i = 0, n = 0; i < 7; i++)
    if (mask >> i & 1)
      g_string_append_printf (rule, "%s%s", n++ == 0 ? ";BYDAY=" : ",", weekdays[i]);
  g_string_append_printf (rule, ";WKST=%s", starts[draw (random, 0, week_starts - 1)]);
  return g_string_free (rule, FALSE);
}

static void
add_list (GRand *random, GString *rule, const char *name, int low, int high)
{
  for (int i = draw (random, 1, 3); i > 0; i--)
    {
      int value = draw (random, low, high);

      g_string_append_printf (rule, "%s%d", name, value != 0 ? value : 1);
      name = ",";
    }
}

/* "the last Sunday", "the 1st and the 15th", "the first working day", in every month or in named ones. */
static char *
random_monthly_or_yearly (GRand *random)
{
  gboolean yearly = draw (random, 0, 1);
  GString *rule = g_string_new (yearly ? "FREQ=YEARLY" : "FREQ=MONTHLY");

  g_string_append_printf (rule, ";INTERVAL=%d", draw (random, 1, 4));
  if (yearly || draw (random, 0, 2) == 0)
    add_list (random, rule, ";BYMONTH=", 1, 12);
  switch (draw (random, 0, 2))
    {
    case 0:
      add_list (random, rule, ";BYMONTHDAY=", -31, 31);
      break;
    case 1:
      g_string_append_printf (rule, ";BYDAY=%d%s,%d%s", draw (random, 1, 5), weekdays[draw (random, 0, 6)],
                              draw (random, -5, -1), weekdays[draw (random, 0, 6)]);
      break;
    default:
      g_string_append_printf (rule, ";BYDAY=MO,%s;BYSETPOS=%d", weekdays[draw (random, 1, 6)],
                              draw (random, 0, 1) ? draw (random, 1, 4) : draw (random, -4, -1));
    }
  return g_string_free (rule, FALSE);
}

/* ——— Against libical ——— */

static GArray *
libical_dates (const char *rule, StafetDate start, StafetDate from, StafetDate to)
{
  struct icalrecurrencetype recurrence = icalrecurrencetype_from_string (rule);
  struct icaltimetype time = icaltime_null_time (), next;
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  icalrecur_iterator *iterator;

  stafet_date_split (start, &time.year, &time.month, &time.day);
  time.hour = 10;
  iterator = icalrecur_iterator_new (recurrence, time);
  g_assert_nonnull (iterator);
  for (next = icalrecur_iterator_next (iterator); !icaltime_is_null_time (next);
       next = icalrecur_iterator_next (iterator))
    {
      StafetDate date = stafet_date_new (next.year, next.month, next.day);

      if (date > to)
        break;
      if (date >= from)
        g_array_append_val (dates, date);
    }
  icalrecur_iterator_free (iterator);
  return dates;
}

/* The first date that the rule yields from @from on; STAFET_DATE_NONE if there is none. */
static StafetDate
first_yielded (const char *text, StafetDate from)
{
  StafetRule rule = rule_of (text);
  StafetFilter filter = no_filter ();
  g_autoptr (GArray) walls =
    stafet_expand_recur (&rule, stafet_wall_new (from, 600), &filter, from, STAFET_DATE_NONE, 1);

  return walls->len > 0 ? stafet_wall_date (g_array_index (walls, StafetWall, 0)) : STAFET_DATE_NONE;
}

/* @dates are the right ones. */
static void
assert_window (const char *text, StafetDate start, const StafetFilter *filter, StafetDate from, StafetDate to,
               const GArray *dates)
{
  StafetRule rule = rule_of (text);
  g_autoptr (GArray) ours = stafet_expand_recur (&rule, stafet_wall_new (start, 600), filter, from, to, 0);
  char buffers[3][STAFET_DATE_SIZE];
  gboolean same = ours->len == dates->len;

  for (guint i = 0; same && i < ours->len; i++)
    same = stafet_wall_date (g_array_index (ours, StafetWall, i)) == g_array_index (dates, StafetDate, i);
  if (!same)
    g_error ("%s from %s differs between %s and %s", text, stafet_date_write (start, buffers[0]),
             stafet_date_write (from, buffers[1]), stafet_date_write (to, buffers[2]));
}

/* libical leaves the rule's phase when the start is not one of its dates: begin on one. Its iterator refuses
 * lists with duplicates: hand it the canonical text. */
static void
assert_equals_libical (GRand *random, const char *yielding, int days)
{
  StafetFilter filter = no_filter ();
  StafetDate start = first_yielded (yielding, draw_start (random));
  StafetDate from = start + draw (random, -30, days), to = from + draw (random, 0, 60);
  g_autoptr (GString) text = g_string_new (yielding);
  g_autofree char *canonical = NULL;
  g_autoptr (GArray) theirs = NULL;
  StafetRule rule;

  if (start == STAFET_DATE_NONE)
    return;
  add_until (random, text);
  rule = rule_of (text->str);
  canonical = stafet_rule_write (&rule);
  theirs = libical_dates (canonical, start, from, to);
  assert_window (text->str, start, &filter, from, to, theirs);
}

static void
weekly_equals_libical (void)
{
  g_autoptr (GRand) random = new_random ();

  for (int i = 0; i < WINDOWS; i++)
    {
      g_autofree char *rule = random_weekly (random, 2);

      assert_equals_libical (random, rule, 700);
    }
}

static void
months_and_years_equal_libical (void)
{
  g_autoptr (GRand) random = new_random ();

  for (int i = 0; i < MONTH_WINDOWS; i++)
    {
      g_autofree char *rule = random_monthly_or_yearly (random);

      assert_equals_libical (random, rule, 3000);
    }
}

/* ——— Against counting day by day ——— */

static int
week_number (const StafetRule *rule, StafetDate date)
{
  /* Any day of the right weekday long before every date here. */
  StafetDate zero = stafet_date_monday (date_of ("2000-01-03")) + rule->week_start - 1;

  return (date - zero) / 7;
}

static gboolean
weekly_holds (const StafetRule *rule, StafetDate start, StafetDate date)
{
  gboolean named = rule->n_by_day == 0 && stafet_date_weekday (date) == stafet_date_weekday (start);

  for (int i = 0; i < rule->n_by_day; i++)
    named = named || rule->by_day[i].weekday == (int) stafet_date_weekday (date);
  return named && date >= start
         && (week_number (rule, date) - week_number (rule, start)) % rule->interval == 0;
}

static StafetFilter
random_filter (GRand *random)
{
  StafetFilter filter = { .parity = draw (random, STAFET_PARITY_NONE, STAFET_PARITY_EVEN) };

  if (draw (random, 0, 1))
    filter.season =
      (StafetSeason){ (gint16) (draw (random, 1, 12) * 100 + 1), (gint16) (draw (random, 1, 12) * 100 + 28) };
  if (draw (random, 0, 1))
    filter.skip_weeks = G_GUINT64_CONSTANT (1) << draw (random, 1, 53);
  return filter;
}

static void
weekly_equals_counting_days (void)
{
  g_autoptr (GRand) random = new_random ();

  for (int i = 0; i < COUNTED_WINDOWS; i++)
    {
      g_autofree char *text = random_weekly (random, 7);
      g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (StafetDate));
      StafetRule rule = rule_of (text);
      StafetFilter filter = random_filter (random);
      StafetDate start = draw_start (random), from = start + draw (random, -30, 700);
      StafetDate to = from + draw (random, 0, 200);

      for (StafetDate date = from; date <= to; date++)
        if (weekly_holds (&rule, start, date) && stafet_filter_holds (&filter, date))
          g_array_append_val (counted, date);
      assert_window (text, start, &filter, from, to, counted);
    }
}

/* ——— Pinned ——— */

static void
even_weeks_survive_week_53 (void)
{
  StafetFilter odd = no_filter (), even = no_filter ();

  odd.parity = STAFET_PARITY_ODD;
  even.parity = STAFET_PARITY_EVEN;
  assert_dates ("FREQ=WEEKLY", "2026-12-15T10:00", odd, 3, "2026-12-15 2026-12-29 2027-01-05");
  assert_dates ("FREQ=WEEKLY", "2026-12-15T10:00", even, 3, "2026-12-22 2027-01-12 2027-01-26");
  assert_dates ("FREQ=WEEKLY;INTERVAL=2", "2026-12-15T10:00", no_filter (), 3,
                "2026-12-15 2026-12-29 2027-01-12");
}

static void
named_weekdays_of_the_month (void)
{
  /* Without months a yearly rule numbers its weekdays over the year. */
  assert_dates ("FREQ=YEARLY;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=1MO", "2027-01-01T10:00", no_filter (), 3,
                "2027-01-04 2028-01-03 2029-01-01");
  assert_dates ("FREQ=MONTHLY;BYDAY=-1SU", "2026-11-01T14:00", no_filter (), 3,
                "2026-11-29 2026-12-27 2027-01-31");
  assert_dates ("FREQ=MONTHLY;BYDAY=2TH,4TH", "2026-11-01T14:00", no_filter (), 4,
                "2026-11-12 2026-11-26 2026-12-10 2026-12-24");
}

static void
week_start_moves_the_interval (void)
{
  assert_dates ("FREQ=WEEKLY;INTERVAL=5;BYDAY=MO,TH,FR;WKST=SA", "2027-11-04T10:00", no_filter (), 4,
                "2027-11-04 2027-11-05 2027-12-06 2027-12-09");
}

static void
leap_days (void)
{
  assert_dates ("FREQ=YEARLY", "2024-02-29T10:00", no_filter (), 3, "2024-02-29 2028-02-29 2032-02-29");
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31T10:00", no_filter (), 3,
                "2028-01-31 2028-02-29 2028-03-31");
  assert_dates ("FREQ=MONTHLY", "2026-01-31T10:00", no_filter (), 3, "2026-01-31 2026-03-31 2026-05-31");
}

static void
filter_comes_before_count (void)
{
  StafetFilter filter = no_filter ();

  g_assert_true (stafet_skip_weeks_parse ("7,42", &filter.skip_weeks, NULL));
  g_assert_true (stafet_season_parse ("09-01/05-31", &filter.season, NULL));
  assert_dates ("FREQ=WEEKLY;COUNT=4", "2026-10-05T10:00", filter, 0,
                "2026-10-05 2026-10-19 2026-10-26 2026-11-02");
  assert_dates ("FREQ=WEEKLY;COUNT=2", "2027-05-31T10:00", filter, 0, "2027-05-31 2027-09-06");
}

static void
until_reads_its_time (void)
{
  assert_dates ("FREQ=DAILY;UNTIL=20261126T090000", "2026-11-24T10:00", no_filter (), 0,
                "2026-11-24 2026-11-25");
  assert_dates ("FREQ=DAILY;UNTIL=20261126T090000Z", "2026-11-24T10:00", no_filter (), 0,
                "2026-11-24 2026-11-25 2026-11-26");
  assert_dates ("FREQ=DAILY;UNTIL=20261126", "2026-11-24T10:00", no_filter (), 0, "2026-11-24 2026-11-25");
}

static void
count_becomes_until (void)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "a");
  StafetActivity *activity = (StafetActivity *) record;
  const StafetField *rule = stafet_record_info_field (STAFET_RECORD_INFO (record), "rule");
  g_autoptr (GError) error = NULL;

  activity->timing.start = stafet_wall_new (date_of ("2026-11-24"), 600);
  activity->timing.end = activity->timing.start + 60;
  stafet_record_take_text (record, rule, g_strdup ("FREQ=WEEKLY;COUNT=3"));
  g_assert_true (stafet_expand_normalise (record, &activity->timing, zone, &error));
  g_assert_cmpstr (activity->timing.rule, ==, "FREQ=WEEKLY");
  g_assert_cmpint (activity->timing.until, ==, date_of ("2026-12-08"));
  stafet_record_take_text (record, rule, g_strdup ("freq=weekly;until=20261206T225959Z"));
  g_assert_true (stafet_expand_normalise (record, &activity->timing, zone, &error));
  g_assert_cmpstr (activity->timing.rule, ==, "FREQ=WEEKLY");
  g_assert_cmpint (activity->timing.until, ==, date_of ("2026-12-06"));
  g_assert_cmpint (activity->timing.last_date, ==, date_of ("2026-12-06"));
}

static void
a_rule_that_never_gives_a_date_is_refused (void)
{
  static const char *const never[] = { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                                       "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                                       "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "FREQ=MONTHLY;BYDAY=6TU",
                                       "FREQ=WEEKLY;UNTIL=20261123" };
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "a");
      StafetActivity *activity = (StafetActivity *) record;
      g_autoptr (GError) error = NULL;

      activity->timing.start = stafet_wall_new (date_of ("2026-11-24"), 600);
      activity->timing.end = activity->timing.start + 60;
      stafet_record_take_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), "rule"),
                               g_strdup (never[i]));
      g_assert_false (stafet_expand_normalise (record, &activity->timing, zone, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE);
    }
}

/* ——— Series ——— */

static StafetTiming
timing_of (const char *rule, const char *start)
{
  StafetTiming timing = {
    .rule = (char *) rule, .parity = STAFET_PARITY_NONE, .season = (char *) "", .skip_weeks = (char *) ""
  };

  g_assert_true (stafet_wall_parse (start, &timing.start, NULL));
  timing.end = timing.start + 120;
  timing.until = STAFET_DATE_NONE;
  stafet_timing_derive (&timing);
  return timing;
}

static gboolean
count_cb (StafetDate date, gpointer data)
{
  guint *left = data;

  g_assert_cmpint (date, !=, STAFET_DATE_NONE);
  return --*left > 0;
}

static void
a_series_keeps_its_first_and_last_date (void)
{
  StafetTiming timing = timing_of ("FREQ=WEEKLY", "2026-11-24T10:00");

  timing.until = date_of ("2026-12-14");
  stafet_timing_derive (&timing);
  g_assert_false (stafet_expand_holds (&timing, date_of ("2026-11-17")));
  g_assert_true (stafet_expand_holds (&timing, date_of ("2026-11-24")));
  g_assert_false (stafet_expand_holds (&timing, date_of ("2026-11-25")));
  g_assert_true (stafet_expand_holds (&timing, date_of ("2026-12-08")));
  g_assert_false (stafet_expand_holds (&timing, date_of ("2026-12-15")));
  g_assert_cmpint (stafet_expand_next (&timing, date_of ("2020-01-01")), ==, date_of ("2026-11-24"));
  g_assert_cmpint (stafet_expand_next (&timing, date_of ("2026-11-25")), ==, date_of ("2026-12-01"));
  g_assert_cmpint (stafet_expand_next (&timing, date_of ("2026-12-09")), ==, STAFET_DATE_NONE);
}

static void
a_single_date_is_itself (void)
{
  StafetTiming timing = timing_of ("", "2026-11-24T10:00");

  g_assert_true (stafet_expand_holds (&timing, date_of ("2026-11-24")));
  g_assert_false (stafet_expand_holds (&timing, date_of ("2026-12-01")));
  g_assert_cmpint (stafet_expand_next (&timing, date_of ("2026-11-24")), ==, date_of ("2026-11-24"));
  g_assert_cmpint (stafet_expand_next (&timing, date_of ("2026-11-25")), ==, STAFET_DATE_NONE);
}

static void
the_asker_stops_the_walk (void)
{
  static const char *const rules[] = { "", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      StafetTiming timing = timing_of (rules[i], "2026-11-24T10:00");
      guint left = i == 0 ? 1 : 3;

      stafet_expand_timing (&timing, G_MININT32, G_MAXINT32, count_cb, &left);
      g_assert_cmpuint (left, ==, 0);
    }
}

static void
every_walk_ends (void)
{
  static const char *const rules[] = { "FREQ=DAILY",
                                       "FREQ=DAILY;INTERVAL=1000",
                                       "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                                       "FREQ=WEEKLY;INTERVAL=1000",
                                       "FREQ=MONTHLY;INTERVAL=1000;BYMONTHDAY=31",
                                       "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                                       "FREQ=YEARLY;INTERVAL=1000",
                                       "FREQ=YEARLY;INTERVAL=3" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      StafetTiming timing = timing_of (rules[i], "2028-02-29T10:00");
      StafetFilter filter = no_filter ();
      g_autoptr (GArray) walls =
        stafet_expand_recur (&timing.parsed, timing.start, &filter, timing.first_date, STAFET_DATE_NONE, 0);
      guint left = walls->len + 1;

      stafet_expand_timing (&timing, G_MININT32, G_MAXINT32, count_cb, &left);
      g_assert_cmpuint (left, ==, 1);
    }
  assert_dates ("FREQ=YEARLY;INTERVAL=3", "2028-02-29T10:00", no_filter (), 3,
                "2028-02-29 2040-02-29 2052-02-29");
}

static void
a_start_that_the_rule_does_not_yield_is_no_date (void)
{
  assert_dates ("FREQ=WEEKLY;BYDAY=TH;COUNT=2", "2026-11-24T10:00", no_filter (), 0, "2026-11-26 2026-12-03");
  assert_dates ("FREQ=MONTHLY;BYDAY=-1SU;COUNT=2", "2026-11-24T10:00", no_filter (), 0,
                "2026-11-29 2026-12-27");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/expand/weekly-equals-libical-on-30000-windows", weekly_equals_libical);
  g_test_add_func ("/schedule/expand/months-and-years-equal-libical", months_and_years_equal_libical);
  g_test_add_func ("/schedule/expand/weekly-equals-counting-days-whatever-the-week-starts-on",
                   weekly_equals_counting_days);
  g_test_add_func ("/schedule/expand/even-weeks-survive-week-53", even_weeks_survive_week_53);
  g_test_add_func ("/schedule/expand/named-weekdays-of-the-month", named_weekdays_of_the_month);
  g_test_add_func ("/schedule/expand/week-start-moves-the-interval", week_start_moves_the_interval);
  g_test_add_func ("/schedule/expand/leap-days", leap_days);
  g_test_add_func ("/schedule/expand/filter-comes-before-count", filter_comes_before_count);
  g_test_add_func ("/schedule/expand/until-reads-its-time", until_reads_its_time);
  g_test_add_func ("/schedule/expand/count-and-until-become-the-last-date", count_becomes_until);
  g_test_add_func ("/schedule/expand/a-rule-that-never-gives-a-date-is-refused",
                   a_rule_that_never_gives_a_date_is_refused);
  g_test_add_func ("/schedule/expand/a-series-keeps-its-first-and-last-date",
                   a_series_keeps_its_first_and_last_date);
  g_test_add_func ("/schedule/expand/a-single-date-is-itself", a_single_date_is_itself);
  g_test_add_func ("/schedule/expand/the-asker-stops-the-walk", the_asker_stops_the_walk);
  g_test_add_func ("/schedule/expand/every-walk-ends", every_walk_ends);
  g_test_add_func ("/schedule/expand/a-start-that-the-rule-does-not-yield-is-no-date",
                   a_start_that_the_rule_does_not_yield_is_no_date);
  return g_test_run ();
}
