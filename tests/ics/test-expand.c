/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what foreign series come to, as the clock in Copenhagen shows it.
 */
#include "ics/stafet-ics-expand.h"

#include <string.h>

#define WEST                                                                                                 \
  "BEGIN:VTIMEZONE\r\nTZID:Egen vestzone\r\n"                                                                \
  "BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\n"                  \
  "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"                                               \
  "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\n"                   \
  "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

static StafetIcsFile *
read_events (const char *events, StafetZone *zone)
{
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\n", events, "END:VCALENDAR\r\n", NULL);
  g_autoptr (GError) error = NULL;
  StafetIcsFile *file = stafet_ics_read (text, strlen (text), zone, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < file->components->len; i++)
    g_assert_cmpstr (stafet_ics_file_get (file, i)->fault, ==, NULL);
  return file;
}

static void
write_instance (GString *out, const StafetIcsInstance *instance)
{
  static const char *const marks[] = { "", " moved", " cancelled" };
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];

  stafet_wall_write (instance->start, start);
  stafet_wall_write (instance->end, end);
  if (instance->all_day)
    start[10] = end[10] = '\0';
  g_string_append_printf (out, "%s/%s%s%s%s\n", start, end, marks[instance->status],
                          *instance->component->title != '\0' ? " " : "", instance->component->title);
}

/* What @events come to from 2026 to 2027, or in the period that is given. */
static void
assert_expands_in (const char *events, const char *from, const char *to, const char *expected)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetIcsFile) file = read_events (events, zone);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  StafetIcsPatience patience = stafet_ics_patience ();
  g_autoptr (GArray) instances = NULL;
  StafetDate first, last;

  g_assert_true (stafet_date_parse (from, &first, NULL) && stafet_date_parse (to, &last, NULL));
  instances = stafet_ics_expand (file, NULL, zone, first, last, &patience, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < instances->len; i++)
    write_instance (found, &g_array_index (instances, StafetIcsInstance, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_expands (const char *lines, const char *expected)
{
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\r\nUID:a\r\n", lines, "END:VEVENT\r\n", NULL);

  assert_expands_in (event, "2026-01-01", "2027-12-31", expected);
}

/* ——— Ends ——— */

static void
ends_are_what_they_say (void)
{
  assert_expands (
    "DTSTART;TZID=Europe/Copenhagen:20261124T100000\r\nDTEND;TZID=Europe/Copenhagen:20261124T113000\r\n",
    "2026-11-24T10:00/2026-11-24T11:30\n");
  assert_expands ("DTSTART:20261124T100000\r\nDURATION:PT1H30M\r\n", "2026-11-24T10:00/2026-11-24T11:30\n");
  assert_expands ("DTSTART:20261124T100000\r\n", "2026-11-24T10:00/2026-11-24T10:00\n");
  assert_expands ("DTSTART;VALUE=DATE:20261124\r\n", "2026-11-24/2026-11-25\n");
  assert_expands ("DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261127\r\n", "2026-11-24/2026-11-27\n");
  assert_expands ("DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261124\r\n", "2026-11-24/2026-11-25\n");
  assert_expands ("DTSTART;VALUE=DATE:20261124\r\nDURATION:P1W\r\n", "2026-11-24/2026-12-01\n");
}

/* The night of 24 to 25 October 2026 is an hour longer. */
static void
a_duration_in_days_follows_the_clock_and_hours_pass (void)
{
  assert_expands ("DTSTART;TZID=Europe/Copenhagen:20261024T220000\r\nDURATION:P1D\r\n",
                  "2026-10-24T22:00/2026-10-25T22:00\n");
  assert_expands ("DTSTART;TZID=Europe/Copenhagen:20261024T220000\r\nDURATION:PT8H\r\n",
                  "2026-10-24T22:00/2026-10-25T05:00\n");
  assert_expands (
    "DTSTART;TZID=Europe/Copenhagen:20261024T220000\r\nDTEND;TZID=Europe/Copenhagen:20261025T060000\r\n",
    "2026-10-24T22:00/2026-10-25T06:00\n");
}

/* ——— Both nights ——— */

static void
the_gap_is_read_with_the_offset_before_it (void)
{
  assert_expands (
    "DTSTART;TZID=Europe/Copenhagen:20260328T023000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n",
    "2026-03-28T02:30/2026-03-28T03:30\n"
    "2026-03-29T03:30/2026-03-29T04:30\n"
    "2026-03-30T02:30/2026-03-30T03:30\n");
  assert_expands ("DTSTART;TZID=Europe/Copenhagen:20260329T023000\r\nDURATION:PT1H\r\n",
                  "2026-03-29T03:30/2026-03-29T04:30\n");
}

static void
a_time_that_occurs_twice_is_the_first (void)
{
  assert_expands ("DTSTART;TZID=Europe/Copenhagen:20261025T023000\r\nDTEND:20261025T013000Z\r\n",
                  "2026-10-25T02:30/2026-10-25T02:30\n");
}

static void
other_zones_move_against_ours (void)
{
  /* Copenhagen changes on 29 March 2026, New York on 8 March. */
  assert_expands (
    "DTSTART;TZID=America/New_York:20260302T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n",
    "2026-03-02T15:00/2026-03-02T16:00\n"
    "2026-03-09T14:00/2026-03-09T15:00\n"
    "2026-03-16T14:00/2026-03-16T15:00\n"
    "2026-03-23T14:00/2026-03-23T15:00\n"
    "2026-03-30T15:00/2026-03-30T16:00\n");
  assert_expands ("DTSTART:20261020T220000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n",
                  "2026-10-21T00:00/2026-10-21T01:00\n2026-10-27T23:00/2026-10-28T00:00\n");
}

static void
windows_names_are_understood (void)
{
  assert_expands ("DTSTART;TZID=Romance Standard Time:20261124T100000\r\n",
                  "2026-11-24T10:00/2026-11-24T10:00\n");
  assert_expands ("DTSTART;TZID=\"Eastern Standard Time\":20261124T100000\r\n",
                  "2026-11-24T16:00/2026-11-24T16:00\n");
  assert_expands ("DTSTART;TZID=/example.org/20250101/Europe/Helsinki:20261124T100000\r\n",
                  "2026-11-24T09:00/2026-11-24T09:00\n");
}

static void
an_embedded_zone_is_honoured (void)
{
  assert_expands_in (WEST "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Egen vestzone:20260302T090000\r\n"
                          "RRULE:FREQ=WEEKLY;COUNT=5\r\nEND:VEVENT\r\n",
                     "2026-01-01", "2026-12-31",
                     "2026-03-02T15:00/2026-03-02T15:00\n"
                     "2026-03-09T14:00/2026-03-09T14:00\n"
                     "2026-03-16T14:00/2026-03-16T14:00\n"
                     "2026-03-23T14:00/2026-03-23T14:00\n"
                     "2026-03-30T15:00/2026-03-30T15:00\n");
  /* A zone may stand behind the events, and have one offset for ever. */
  assert_expands_in ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Fast:20260702T090000\r\nEND:VEVENT\r\n"
                     "BEGIN:VTIMEZONE\r\nTZID:Fast\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                     "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
                     "2026-01-01", "2026-12-31", "2026-07-02T05:30/2026-07-02T05:30\n");
}

/* ——— Rules ——— */

static void
the_start_counts_whether_the_rule_has_it_or_not (void)
{
  assert_expands ("DTSTART:20261124T100000\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2\r\n",
                  "2026-11-24T10:00/2026-11-24T10:00\n"
                  "2026-11-26T10:00/2026-11-26T10:00\n"
                  "2026-12-03T10:00/2026-12-03T10:00\n");
}

static void
every_other_week_passes_week_53 (void)
{
  assert_expands (
    "DTSTART;VALUE=DATE:20261214\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270125\r\n",
    "2026-12-14/2026-12-15\n2026-12-28/2026-12-29\n2027-01-11/2027-01-12\n2027-01-25/2027-01-26\n");
  assert_expands ("DTSTART;VALUE=DATE:20260511\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO\r\n",
                  "2026-05-11/2026-05-12\n2027-05-17/2027-05-18\n");
}

static void
what_lies_outside_the_grammar_is_expanded (void)
{
  assert_expands ("DTSTART:20261124T100000\r\nRRULE:FREQ=DAILY;BYHOUR=10,14;COUNT=3\r\n",
                  "2026-11-24T10:00/2026-11-24T10:00\n"
                  "2026-11-24T14:00/2026-11-24T14:00\n"
                  "2026-11-25T10:00/2026-11-25T10:00\n");
  assert_expands ("DTSTART:20260410T100000\r\nRRULE:FREQ=YEARLY;BYYEARDAY=100\r\n",
                  "2026-04-10T10:00/2026-04-10T10:00\n2027-04-10T10:00/2027-04-10T10:00\n");
}

/* An all-day event of @start, of a day's length, by @rule. */
static void
assert_days (const char *start, const char *rule, const char *expected)
{
  g_autofree char *lines = g_strdup_printf ("DTSTART;VALUE=DATE:%s\r\nRRULE:%s\r\n", start, rule);
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\r\nUID:a\r\n", lines, "END:VEVENT\r\n", NULL);
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetIcsFile) file = read_events (event, zone);
  g_autoptr (GString) found = g_string_new (NULL);
  StafetIcsPatience patience = stafet_ics_patience ();
  g_autoptr (GArray) instances = stafet_ics_expand (file, NULL, zone, stafet_date_new (2025, 1, 1),
                                                    stafet_date_new (2040, 12, 31), &patience, NULL);

  for (guint i = 0; i < instances->len; i++)
    {
      char date[STAFET_DATE_SIZE];

      g_string_append_printf (
        found, "%s ",
        stafet_date_write (stafet_wall_date (g_array_index (instances, StafetIcsInstance, i).start), date));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
week_numbers_are_right_at_the_turn_of_a_year (void)
{
  assert_days ("20261228", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,SU;COUNT=4",
               "2026-12-28 2027-01-03 2032-12-27 2033-01-02 ");
  assert_days ("20251229", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,FR;COUNT=5",
               "2025-12-29 2026-01-02 2027-01-04 2027-01-08 2028-01-03 ");
  /* Without BYDAY the start says which weekday. */
  assert_days ("20260106", "FREQ=YEARLY;BYWEEKNO=1,2;COUNT=4",
               "2026-01-06 2027-01-05 2027-01-12 2028-01-04 ");
  assert_days ("20261226", "FREQ=YEARLY;BYWEEKNO=-1,-2;COUNT=4",
               "2026-12-26 2027-01-02 2027-12-25 2028-01-01 ");
  /* Every third year of weeks, which begins in the year before. */
  assert_days ("20251230", "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1;BYDAY=TU;COUNT=3",
               "2025-12-30 2029-01-02 2031-12-30 ");
  /* Where weeks begin on Sunday, 2026 has 52. */
  assert_days ("20251228", "FREQ=YEARLY;BYWEEKNO=53;WKST=SU;BYDAY=SU;COUNT=2", "2025-12-28 2031-12-28 ");
}

static void
positions_count_in_days_and_weeks (void)
{
  assert_days ("20261124", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2,-1;COUNT=4",
               "2026-11-24 2026-11-27 2026-12-01 2026-12-04 ");
  assert_expands (
    "DTSTART:20261124T080000\r\nRRULE:FREQ=DAILY;INTERVAL=5;BYHOUR=8,12,16;BYSETPOS=1,-1;COUNT=3\r\n",
    "2026-11-24T08:00/2026-11-24T08:00\n"
    "2026-11-24T16:00/2026-11-24T16:00\n"
    "2026-11-29T08:00/2026-11-29T08:00\n");
}

static void
days_are_counted_from_the_end_of_months_and_years (void)
{
  assert_days ("20260227", "FREQ=DAILY;BYMONTHDAY=-2;BYYEARDAY=58,-2;COUNT=3",
               "2026-02-27 2026-12-30 2027-02-27 ");
  assert_days ("20261231", "FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=3", "2026-12-31 2027-01-01 2027-12-31 ");
}

static void
an_all_day_event_has_no_hours (void)
{
  assert_days ("20261124", "FREQ=DAILY;BYHOUR=9,12;BYMINUTE=0,30;COUNT=2", "2026-11-24 2026-11-25 ");
}

static void
until_in_universal_time_includes_its_date (void)
{
  assert_expands (
    "DTSTART;TZID=Europe/Copenhagen:20261124T100000\r\nRRULE:FREQ=DAILY;UNTIL=20261126T090000Z\r\n",
    "2026-11-24T10:00/2026-11-24T10:00\n"
    "2026-11-25T10:00/2026-11-25T10:00\n"
    "2026-11-26T10:00/2026-11-26T10:00\n");
}

static void
white_space_around_a_time_is_none_of_it (void)
{
  assert_expands ("DTSTART: 20261124T100000 \r\nDTEND:20261124T110000\t\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
                  "EXDATE:20261125T100000 , 20261126T100000 \r\nRDATE: 20261130T100000\r\n",
                  "2026-11-24T10:00/2026-11-24T11:00\n2026-11-30T10:00/2026-11-30T11:00\n");
  assert_expands ("DTSTART;VALUE=DATE:20261124\r\nDURATION: P2D \r\nRDATE:20261201Z\r\n",
                  "2026-11-24/2026-11-26\n2026-12-01/2026-12-03\n");
}

/* ——— Dates of its own ——— */

static void
dates_left_out_in_every_form (void)
{
#define SERIES                                                                                               \
  "DTSTART;TZID=Europe/Copenhagen:20261124T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
#define LEFT "2026-11-24T10:00/2026-11-24T11:00\n2026-11-26T10:00/2026-11-26T11:00\n"
  assert_expands (SERIES "EXDATE;TZID=Europe/Copenhagen:20261125T100000\r\n", LEFT);
  assert_expands (SERIES "EXDATE:20261125T090000Z\r\n", LEFT);
  assert_expands (SERIES "EXDATE;VALUE=DATE:20261125\r\n", LEFT);
  assert_expands (SERIES "EXDATE;TZID=America/New_York:20261125T040000\r\n", LEFT);
  assert_expands (
    "DTSTART;VALUE=DATE:20261124\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20261124,20261126\r\n",
    "2026-11-25/2026-11-26\n");
}

static void
dates_added_in_every_form (void)
{
  assert_expands (SERIES "EXDATE:20261125T090000Z,20261126T090000Z\r\n"
                         "RDATE;TZID=Europe/Copenhagen:20261201T100000,20261124T100000\r\n"
                         "RDATE:20261202T110000Z\r\nRDATE;VALUE=DATE:20261203\r\n"
                         "RDATE;VALUE=PERIOD:20261204T090000Z/20261204T120000Z,20261205T090000Z/PT30M\r\n",
                  "2026-11-24T10:00/2026-11-24T11:00\n"
                  "2026-12-01T10:00/2026-12-01T11:00\n"
                  "2026-12-02T12:00/2026-12-02T13:00\n"
                  "2026-12-03T10:00/2026-12-03T11:00\n"
                  "2026-12-04T10:00/2026-12-04T13:00\n"
                  "2026-12-05T10:00/2026-12-05T10:30\n");
}

#define MASTER "BEGIN:VEVENT\r\nUID:a\r\n" SERIES "SUMMARY:Krolf\r\nEND:VEVENT\r\n"
#define OVERRIDE(lines) "BEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\n"

static void
overrides_take_the_place_of_their_dates (void)
{
  assert_expands_in (
    MASTER OVERRIDE ("RECURRENCE-ID:20261125T090000Z\r\nDTSTART:20261127T120000Z\r\nSUMMARY:Flyttet\r\n")
      OVERRIDE ("RECURRENCE-ID;TZID=Europe/Copenhagen:20261126T100000\r\nSTATUS:CANCELLED\r\n"
                "DTSTART;TZID=Europe/Copenhagen:20261126T100000\r\nSUMMARY:Krolf\r\n"),
    "2026-01-01", "2026-12-31",
    "2026-11-24T10:00/2026-11-24T11:00 Krolf\n"
    "2026-11-26T10:00/2026-11-26T10:00 cancelled Krolf\n"
    "2026-11-27T13:00/2026-11-27T13:00 moved Flyttet\n");
}

static void
the_newest_override_counts (void)
{
  assert_expands_in (
    OVERRIDE ("RECURRENCE-ID:20261125T090000Z\r\nSEQUENCE:2\r\nDTSTART:20261125T090000Z\r\nSUMMARY:Ny\r\n")
      OVERRIDE ("RECURRENCE-ID:20261125T090000Z\r\nSEQUENCE:1\r\nDTSTART:20261125T080000Z\r\nSUMMARY:Gl\r\n"),
    "2026-01-01", "2026-12-31", "2026-11-25T10:00/2026-11-25T10:00 Ny\n");
}

static void
this_and_what_follows_moves_along (void)
{
  assert_expands_in (
    MASTER OVERRIDE ("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20261125T100000\r\n"
                     "DTSTART;TZID=Europe/Copenhagen:20261125T140000\r\nDURATION:PT2H\r\nSUMMARY:Senere\r\n"),
    "2026-01-01", "2026-12-31",
    "2026-11-24T10:00/2026-11-24T11:00 Krolf\n"
    "2026-11-25T14:00/2026-11-25T16:00 moved Senere\n"
    "2026-11-26T14:00/2026-11-26T16:00 moved Senere\n");
}

static void
the_period_goes_by_the_actual_start (void)
{
  assert_expands_in (MASTER OVERRIDE ("RECURRENCE-ID:20261125T090000Z\r\nDTSTART:20261224T090000Z\r\n"),
                     "2026-12-24", "2026-12-24", "2026-12-24T10:00/2026-12-24T10:00 moved\n");
  assert_expands_in (MASTER, "2026-11-25", "2026-11-25", "2026-11-25T10:00/2026-11-25T11:00 Krolf\n");
}

/* ——— Patience ——— */

static void
expansion_ends_with_patience (void)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetIcsFile) file =
    read_events ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:19000101T000000\r\n"
                 "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4\r\nSUMMARY:Tit\r\nEND:VEVENT\r\n",
                 zone);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  StafetIcsPatience none = { g_get_monotonic_time () - 1, 1000000, NULL };
  StafetIcsPatience stopped = { G_MAXINT64, 1000000, cancelled };
  StafetIcsPatience few = { G_MAXINT64, 1000, NULL };
  const StafetIcsPatience *all[] = { &none, &stopped, &few };

  g_cancellable_cancel (cancelled);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stafet_ics_expand (file, NULL, zone, 0, 700000, all[i], &error));
      g_assert_nonnull (strstr (error->message, "Tit"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/expand/ends-are-what-they-say", ends_are_what_they_say);
  g_test_add_func ("/ics/expand/a-duration-in-days-follows-the-clock-and-hours-pass",
                   a_duration_in_days_follows_the_clock_and_hours_pass);
  g_test_add_func ("/ics/expand/the-gap-is-read-with-the-offset-before-it",
                   the_gap_is_read_with_the_offset_before_it);
  g_test_add_func ("/ics/expand/a-time-that-occurs-twice-is-the-first",
                   a_time_that_occurs_twice_is_the_first);
  g_test_add_func ("/ics/expand/other-zones-move-against-ours", other_zones_move_against_ours);
  g_test_add_func ("/ics/expand/windows-names-are-understood", windows_names_are_understood);
  g_test_add_func ("/ics/expand/an-embedded-zone-is-honoured", an_embedded_zone_is_honoured);
  g_test_add_func ("/ics/expand/the-start-counts-whether-the-rule-has-it-or-not",
                   the_start_counts_whether_the_rule_has_it_or_not);
  g_test_add_func ("/ics/expand/every-other-week-passes-week-53", every_other_week_passes_week_53);
  g_test_add_func ("/ics/expand/what-lies-outside-the-grammar-is-expanded",
                   what_lies_outside_the_grammar_is_expanded);
  g_test_add_func ("/ics/expand/week-numbers-are-right-at-the-turn-of-a-year",
                   week_numbers_are_right_at_the_turn_of_a_year);
  g_test_add_func ("/ics/expand/positions-count-in-days-and-weeks", positions_count_in_days_and_weeks);
  g_test_add_func ("/ics/expand/days-are-counted-from-the-end-of-months-and-years",
                   days_are_counted_from_the_end_of_months_and_years);
  g_test_add_func ("/ics/expand/an-all-day-event-has-no-hours", an_all_day_event_has_no_hours);
  g_test_add_func ("/ics/expand/until-in-universal-time-includes-its-date",
                   until_in_universal_time_includes_its_date);
  g_test_add_func ("/ics/expand/white-space-around-a-time-is-none-of-it",
                   white_space_around_a_time_is_none_of_it);
  g_test_add_func ("/ics/expand/dates-left-out-in-every-form", dates_left_out_in_every_form);
  g_test_add_func ("/ics/expand/dates-added-in-every-form", dates_added_in_every_form);
  g_test_add_func ("/ics/expand/overrides-take-the-place-of-their-dates",
                   overrides_take_the_place_of_their_dates);
  g_test_add_func ("/ics/expand/the-newest-override-counts", the_newest_override_counts);
  g_test_add_func ("/ics/expand/this-and-what-follows-moves-along", this_and_what_follows_moves_along);
  g_test_add_func ("/ics/expand/the-period-goes-by-the-actual-start", the_period_goes_by_the_actual_start);
  g_test_add_func ("/ics/expand/expansion-ends-with-patience", expansion_ends_with_patience);
  return g_test_run ();
}
