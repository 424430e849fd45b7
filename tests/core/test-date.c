/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the calendar against GLib's, and wall time against both daylight-saving nights.
 */
#include "core/stafet-clock.h"
#include "core/stafet-error.h"

static StafetDate
date_of (const char *text)
{
  StafetDate date;

  g_assert_true (stafet_date_parse (text, &date, NULL));
  return date;
}

static StafetWall
wall_of (const char *text)
{
  StafetWall wall;

  g_assert_true (stafet_wall_parse (text, &wall, NULL));
  return wall;
}

static StafetZone *
copenhagen (void)
{
  g_autoptr (GError) error = NULL;
  StafetZone *zone = stafet_zone_new (STAFET_ZONE_DEFAULT, &error);

  g_assert_no_error (error);
  return zone;
}

/* ——— Dates ——— */

static void
every_day_is_that_of_glib (void)
{
  GDate judge;
  StafetDate date = stafet_date_new (1900, 1, 1);

  g_date_clear (&judge, 1);
  for (g_date_set_dmy (&judge, 1, 1, 1900); g_date_get_year (&judge) <= 2400;
       g_date_add_days (&judge, 1), date++)
    {
      int year, month, day;

      stafet_date_split (date, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&judge));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&judge));
      g_assert_cmpint (day, ==, g_date_get_day (&judge));
      g_assert_cmpint (stafet_date_new (year, month, day), ==, date);
      g_assert_cmpint (stafet_date_weekday (date), ==, (int) g_date_get_weekday (&judge));
      g_assert_cmpint (stafet_date_iso_week (date, NULL), ==, (int) g_date_get_iso8601_week_of_year (&judge));
    }
}

static void
dates_that_do_not_exist (void)
{
  g_assert_cmpint (stafet_date_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (stafet_date_new (2026, 2, 29), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2028, 2, 29), !=, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2100, 2, 29), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2000, 2, 29), !=, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2026, 4, 31), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2026, 13, 1), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (2026, 0, 1), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (1899, 12, 31), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (4000, 12, 31), !=, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_new (4001, 1, 1), ==, STAFET_DATE_NONE);
}

static void
week_53_of_2026 (void)
{
  int year;

  g_assert_cmpint (stafet_date_from_iso_week (2026, 53), ==, date_of ("2026-12-28"));
  g_assert_cmpint (stafet_date_iso_week (date_of ("2027-01-03"), &year), ==, 53);
  g_assert_cmpint (year, ==, 2026);
  g_assert_cmpint (stafet_date_iso_week (date_of ("2027-01-04"), &year), ==, 1);
  g_assert_cmpint (year, ==, 2027);
  g_assert_cmpint (stafet_date_from_iso_week (2027, 53), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_from_iso_week (2027, 0), ==, STAFET_DATE_NONE);
  g_assert_cmpint (stafet_date_monday (date_of ("2027-01-03")), ==, date_of ("2026-12-28"));
  g_assert_cmpint (stafet_date_monday (date_of ("2026-12-28")), ==, date_of ("2026-12-28"));
}

static void
walls_before_1970_keep_their_day (void)
{
  StafetWall wall = stafet_wall_new (-1, 1439);
  char buffer[STAFET_WALL_SIZE];

  g_assert_cmpint (stafet_wall_date (wall), ==, -1);
  g_assert_cmpint (stafet_wall_minutes (wall), ==, 1439);
  g_assert_cmpstr (stafet_wall_write (wall, buffer), ==, "1969-12-31T23:59");
  g_assert_cmpint (stafet_wall_new (STAFET_DATE_NONE, 600), ==, STAFET_WALL_NONE);
  g_assert_cmpint (stafet_wall_date (STAFET_WALL_NONE), ==, STAFET_DATE_NONE);
}

static void
a_night_touches_two_dates (void)
{
  g_assert_cmpint (stafet_wall_last_date (wall_of ("2026-10-24T22:00"), wall_of ("2026-10-25T06:00")), ==,
                   date_of ("2026-10-25"));
  g_assert_cmpint (stafet_wall_last_date (wall_of ("2026-10-24T10:00"), wall_of ("2026-10-25T00:00")), ==,
                   date_of ("2026-10-24"));
}

static void
machine_forms_are_strict (void)
{
  static const char *const bad_dates[] = { "",           "2026-11-31", "2026-1-1",   "24-11-2026",
                                           "2026/11/24", "2026-11-2x", "20261124",   "2026-11-24 ",
                                           "+026-11-24", "1899-12-31", "2026-02-29", "2026-11-24T10:00" };
  static const char *const bad_walls[] = { "",
                                           "2026-11-24",
                                           "2026-11-24T24:00",
                                           "2026-11-24T10:60",
                                           "2026-11-24 10:00",
                                           "2026-11-24T1:000",
                                           "2026-11-24T10.00",
                                           "2026-02-30T10:00",
                                           "2026-11-24T10:00Z" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetDate date;

      g_assert_false (stafet_date_parse (bad_dates[i], &date, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_walls); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetWall wall;

      g_assert_false (stafet_wall_parse (bad_walls[i], &wall, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE);
    }
}

static void
what_is_written_reads_the_same (void)
{
  char buffer[STAFET_WALL_SIZE];

  g_assert_cmpstr (stafet_date_write (date_of ("2028-02-29"), buffer), ==, "2028-02-29");
  g_assert_cmpstr (stafet_wall_write (wall_of ("2026-11-24T00:05"), buffer), ==, "2026-11-24T00:05");
  g_assert_cmpstr (stafet_date_write (STAFET_DATE_NONE, buffer), ==, "");
  g_assert_cmpstr (stafet_wall_write (STAFET_WALL_NONE, buffer), ==, "");
}

static void
easter_of_known_years (void)
{
  static const char *const sundays[] = { "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2019-04-21",
                                         "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
                                         "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22" };

  for (gsize i = 0; i < G_N_ELEMENTS (sundays); i++)
    {
      StafetDate date = date_of (sundays[i]);
      int year, month, day;

      stafet_date_split (date, &year, &month, &day);
      g_assert_cmpint (stafet_date_easter_sunday (year), ==, date);
    }
}

/* ——— Zones ——— */

static void
assert_instant (const StafetZone *zone, const char *wall, const char *expected)
{
  char buffer[STAFET_INSTANT_SIZE];

  g_assert_cmpstr (stafet_instant_write (stafet_zone_to_instant (zone, wall_of (wall)), buffer), ==,
                   expected);
}

static void
the_spring_gap_is_read_with_the_offset_before_it (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();

  assert_instant (zone, "2026-03-29T01:59", "2026-03-29T00:59:00Z");
  assert_instant (zone, "2026-03-29T02:00", "2026-03-29T01:00:00Z");
  assert_instant (zone, "2026-03-29T02:30", "2026-03-29T01:30:00Z");
  assert_instant (zone, "2026-03-29T03:00", "2026-03-29T01:00:00Z");
  g_assert_false (stafet_zone_in_gap (zone, wall_of ("2026-03-29T01:59")));
  g_assert_true (stafet_zone_in_gap (zone, wall_of ("2026-03-29T02:00")));
  g_assert_true (stafet_zone_in_gap (zone, wall_of ("2026-03-29T02:59")));
  g_assert_false (stafet_zone_in_gap (zone, wall_of ("2026-03-29T03:00")));
}

static void
the_autumn_hour_that_occurs_twice_means_the_first (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();

  assert_instant (zone, "2026-10-25T01:59", "2026-10-24T23:59:00Z");
  assert_instant (zone, "2026-10-25T02:00", "2026-10-25T00:00:00Z");
  assert_instant (zone, "2026-10-25T02:30", "2026-10-25T00:30:00Z");
  assert_instant (zone, "2026-10-25T03:00", "2026-10-25T02:00:00Z");
  g_assert_false (stafet_zone_in_gap (zone, wall_of ("2026-10-25T02:30")));
}

static int
hours_between (const StafetZone *zone, const char *from, const char *to)
{
  return (int) (stafet_zone_to_instant (zone, wall_of (to)) - stafet_zone_to_instant (zone, wall_of (from)))
         / 3600;
}

static void
a_night_shift_has_the_hours_of_its_night (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();

  g_assert_cmpint (hours_between (zone, "2026-10-24T22:00", "2026-10-25T06:00"), ==, 9);
  g_assert_cmpint (hours_between (zone, "2026-03-28T22:00", "2026-03-29T06:00"), ==, 7);
  g_assert_cmpint (hours_between (zone, "2026-11-24T22:00", "2026-11-25T06:00"), ==, 8);
}

/* Every quarter of an hour, years on either side of the last transition that zone files list. */
static void
every_wall_time_outside_the_gap_comes_back (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();
  static const int years[] = { 2026, 2027, 2037, 2038, 2045 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      StafetWall end = stafet_wall_new (stafet_date_new (years[i] + 1, 1, 1), 0);
      int in_gap = 0;

      for (StafetWall wall = stafet_wall_new (stafet_date_new (years[i], 1, 1), 0); wall < end; wall += 15)
        {
          StafetWall back = stafet_zone_to_wall (zone, stafet_zone_to_instant (zone, wall));
          gboolean gap = stafet_zone_in_gap (zone, wall);

          in_gap += gap;
          g_assert_cmpint (back, ==, gap ? wall + 60 : wall);
        }
      g_assert_cmpint (in_gap, ==, 4);
    }
}

static void
instants_before_1970_round_down (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();

  g_assert_cmpint (stafet_zone_to_wall (zone, -1), ==, wall_of ("1970-01-01T00:59"));
  g_assert_cmpint (stafet_zone_to_wall (zone, -3601), ==, wall_of ("1969-12-31T23:59"));
  g_assert_cmpint (stafet_zone_offset (zone, 0), ==, 3600);
}

static void
unknown_zones_are_refused (void)
{
  static const char *const bad[] = { "", "Europe/Aarhus", "CET-1CEST", "../../etc/passwd" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stafet_zone_new (bad[i], &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
    }
}

static void
instants_are_written_in_utc (void)
{
  StafetInstant instant = 0;
  char buffer[STAFET_INSTANT_SIZE];
  g_autoptr (GError) error = NULL;

  g_assert_true (stafet_instant_parse ("2026-11-24T07:40:00Z", &instant, NULL));
  g_assert_cmpint (instant, ==, 1795506000);
  g_assert_cmpstr (stafet_instant_write (instant, buffer), ==, "2026-11-24T07:40:00Z");
  g_assert_cmpstr (stafet_instant_write (STAFET_INSTANT_NONE, buffer), ==, "");
  g_assert_false (stafet_instant_parse ("2026-11-24T07:40:00", &instant, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE);
}

/* ——— The clock ——— */

static void
a_fixed_clock_stands_still (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();
  g_autoptr (StafetZone) azores = stafet_zone_new ("Atlantic/Azores", NULL);
  g_autoptr (StafetClock) clock = stafet_clock_new_fixed (zone, wall_of ("2026-11-24T08:40"));

  g_assert_cmpint (stafet_clock_now (clock), ==, wall_of ("2026-11-24T08:40"));
  g_assert_cmpint (stafet_clock_today (clock), ==, date_of ("2026-11-24"));
  g_assert_cmpint (stafet_clock_instant (clock), ==, 1795506000);
  stafet_clock_set_zone (clock, azores);
  g_assert_true (stafet_clock_get_zone (clock) == azores);
  g_assert_cmpint (stafet_clock_now (clock), ==, wall_of ("2026-11-24T08:40"));
  g_assert_cmpint (stafet_clock_instant (clock), ==, 1795506000 + 2 * 3600);
  stafet_clock_set_now (clock, wall_of ("2026-11-25T00:00"));
  g_assert_cmpint (stafet_clock_today (clock), ==, date_of ("2026-11-25"));
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
the_machines_clock_is_followed (void)
{
  g_autoptr (StafetZone) zone = copenhagen ();
  g_autoptr (StafetClock) clock = stafet_clock_new (zone);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  StafetInstant instant = stafet_clock_instant (clock);
  StafetWall now = stafet_clock_now (clock);
  gint64 after = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (before, <=, instant);
  g_assert_cmpint (instant, <=, after);
  g_assert_cmpint (stafet_zone_to_wall (zone, before), <=, now);
  g_assert_cmpint (now, <=, stafet_zone_to_wall (zone, after));
}

static void
weeks_are_read_and_those_that_do_not_exist_refused (void)
{
  static const char *const wrong[] = { "2026-W54", "2027-W53", "2026-W00", "2026-W5",   "2026W48",
                                       "2026-w48", "26-W48",   "2026-48",  "2026-W48x", "" };
  StafetDate monday;

  g_assert_true (stafet_week_parse ("2026-W48", &monday, NULL));
  g_assert_cmpint (monday, ==, date_of ("2026-11-23"));
  g_assert_true (stafet_week_parse ("2026-W53", &monday, NULL));
  g_assert_cmpint (monday, ==, date_of ("2026-12-28"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (stafet_week_parse (wrong[i], &monday, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE);
    }
}

static void
add_dates (void)
{
  g_test_add_func ("/core/date/weeks-are-read", weeks_are_read_and_those_that_do_not_exist_refused);
  g_test_add_func ("/core/date/every-day-is-that-of-glib", every_day_is_that_of_glib);
  g_test_add_func ("/core/date/dates-that-do-not-exist", dates_that_do_not_exist);
  g_test_add_func ("/core/date/week-53-of-2026", week_53_of_2026);
  g_test_add_func ("/core/date/walls-before-1970-keep-their-day", walls_before_1970_keep_their_day);
  g_test_add_func ("/core/date/a-night-touches-two-dates", a_night_touches_two_dates);
  g_test_add_func ("/core/date/machine-forms-are-strict", machine_forms_are_strict);
  g_test_add_func ("/core/date/what-is-written-reads-the-same", what_is_written_reads_the_same);
  g_test_add_func ("/core/date/easter-of-known-years", easter_of_known_years);
}

static void
add_zones (void)
{
  g_test_add_func ("/core/zone/the-spring-gap-is-read-with-the-offset-before-it",
                   the_spring_gap_is_read_with_the_offset_before_it);
  g_test_add_func ("/core/zone/the-autumn-hour-that-occurs-twice-means-the-first",
                   the_autumn_hour_that_occurs_twice_means_the_first);
  g_test_add_func ("/core/zone/a-night-shift-has-the-hours-of-its-night",
                   a_night_shift_has_the_hours_of_its_night);
  g_test_add_func ("/core/zone/every-wall-time-outside-the-gap-comes-back",
                   every_wall_time_outside_the_gap_comes_back);
  g_test_add_func ("/core/zone/instants-before-1970-round-down", instants_before_1970_round_down);
  g_test_add_func ("/core/zone/unknown-zones-are-refused", unknown_zones_are_refused);
  g_test_add_func ("/core/zone/instants-are-written-in-utc", instants_are_written_in_utc);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_dates ();
  add_zones ();
  g_test_add_func ("/core/clock/a-fixed-clock-stands-still", a_fixed_clock_stands_still);
  g_test_add_func ("/core/clock/the-machines-clock-is-followed", the_machines_clock_is_followed);
  return g_test_run ();
}
