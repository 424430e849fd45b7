/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds a VTIMEZONE from the offsets that a zone has through the year.
 */
#include "stafet-ics-zone.h"

#include <string.h>

#define YEARS 5
#define MAX_TRANSITIONS 32
#define DAY_SECONDS 86400

/* The transitions as Outlook, Google and Apple read them; never the machine's own, which may be RDATEs. */
static const char copenhagen[] = "BEGIN:VTIMEZONE\r\n"
                                 "TZID:Europe/Copenhagen\r\n"
                                 "BEGIN:STANDARD\r\n"
                                 "DTSTART:19701025T030000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                 "TZOFFSETFROM:+0200\r\n"
                                 "TZOFFSETTO:+0100\r\n"
                                 "TZNAME:CET\r\n"
                                 "END:STANDARD\r\n"
                                 "BEGIN:DAYLIGHT\r\n"
                                 "DTSTART:19700329T020000\r\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                 "TZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0200\r\n"
                                 "TZNAME:CEST\r\n"
                                 "END:DAYLIGHT\r\n"
                                 "END:VTIMEZONE\r\n";

/* One change of offset; @wall is its local time by the offset before it. */
typedef struct
{
  StafetWall wall;
  int from, to; /* seconds east of UTC */
} Transition;

/* A yearly rule: the @ordinal-th @weekday (-1: the last) of @month, at @minutes after midnight. */
typedef struct
{
  int month, ordinal, minutes;
  StafetWeekday weekday;
} YearRule;

/* ——— Finding the transitions ——— */

/* The first instant in (@low, @high] with another offset than @low has. */
static StafetInstant
bisect (const StafetZone *zone, StafetInstant low, StafetInstant high)
{
  int before = stafet_zone_offset (zone, low);

  while (high - low > 1)
    {
      StafetInstant middle = low + (high - low) / 2;

      if (stafet_zone_offset (zone, middle) == before)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static guint
find_transitions (const StafetZone *zone, int year, Transition found[MAX_TRANSITIONS])
{
  StafetInstant day = (StafetInstant) stafet_date_new (year, 1, 1) * DAY_SECONDS;
  StafetInstant end = (StafetInstant) stafet_date_new (year + YEARS, 1, 1) * DAY_SECONDS;
  guint n = 0;

  for (; day < end && n < MAX_TRANSITIONS; day += DAY_SECONDS)
    {
      int from = stafet_zone_offset (zone, day), to = stafet_zone_offset (zone, day + DAY_SECONDS);

      if (from != to)
        found[n++] =
          (Transition){ (StafetWall) ((bisect (zone, day, day + DAY_SECONDS) + from) / 60), from, to };
    }
  return n;
}

/* ——— Finding the rule behind them ——— */

static StafetDate
rule_date (const YearRule *rule, int year)
{
  int days = stafet_date_days_in_month (year, rule->month);
  StafetDate first = stafet_date_new (year, rule->month, 1);
  int skip = ((int) rule->weekday - (int) stafet_date_weekday (first) + 7) % 7;
  int day = rule->ordinal > 0 ? 1 + skip + 7 * (rule->ordinal - 1) : 1 + skip + (days - 1 - skip) / 7 * 7;

  return day <= days ? first + day - 1 : STAFET_DATE_NONE;
}

/* Whether every second of the transitions from the first on follows the rule. */
static gboolean
rule_fits (const YearRule *rule, const Transition *transitions, guint n)
{
  for (guint i = 0; i < n; i += 2)
    {
      int year, month, day;

      stafet_date_split (stafet_wall_date (transitions[i].wall), &year, &month, &day);
      if (rule_date (rule, year) != stafet_wall_date (transitions[i].wall)
          || rule->minutes != stafet_wall_minutes (transitions[i].wall)
          || transitions[i].from != transitions[0].from || transitions[i].to != transitions[0].to)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_rule (const Transition *transitions, guint n, YearRule *rule)
{
  StafetDate date = stafet_wall_date (transitions[0].wall);
  int year, day;

  stafet_date_split (date, &year, &rule->month, &day);
  rule->weekday = stafet_date_weekday (date);
  rule->minutes = stafet_wall_minutes (transitions[0].wall);
  rule->ordinal = -1;
  if (rule_fits (rule, transitions, n))
    return TRUE;
  rule->ordinal = (day + 6) / 7;
  return rule_fits (rule, transitions, n);
}

/* ——— Writing ——— */

static void
write_offset (GString *out, const char *name, int seconds)
{
  int minutes = ABS (seconds) / 60;

  g_string_append_printf (out, "%s:%c%02d%02d\r\n", name, seconds < 0 ? '-' : '+', minutes / 60,
                          minutes % 60);
}

/* @rule NULL: the observance begins once. */
static void
write_observance (GString *out, const Transition *transition, StafetWall start, const YearRule *rule)
{
  static const char *const days[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *name = transition->to > transition->from ? "DAYLIGHT" : "STANDARD";
  int year, month, day, minutes = stafet_wall_minutes (start);

  stafet_date_split (stafet_wall_date (start), &year, &month, &day);
  g_string_append_printf (out, "BEGIN:%s\r\nDTSTART:%04d%02d%02dT%02d%02d00\r\n", name, year, month, day,
                          minutes / 60, minutes % 60);
  if (rule != NULL)
    g_string_append_printf (out, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n", rule->month, rule->ordinal,
                            days[rule->weekday]);
  write_offset (out, "TZOFFSETFROM", transition->from);
  write_offset (out, "TZOFFSETTO", transition->to);
  g_string_append_printf (out, "END:%s\r\n", name);
}

static void
write_observances (GString *out, const Transition *transitions, guint n)
{
  YearRule rules[2];

  if (n == 2 * YEARS && find_rule (transitions, n, &rules[0])
      && find_rule (transitions + 1, n - 1, &rules[1]))
    {
      for (int i = 0; i < 2; i++)
        write_observance (out, &transitions[i],
                          stafet_wall_new (rule_date (&rules[i], 1970), rules[i].minutes), &rules[i]);
      return;
    }
  for (guint i = 0; i < n; i++)
    write_observance (out, &transitions[i], transitions[i].wall, NULL);
}

void
stafet_ics_write_zone (GString *out, const StafetZone *zone, int year)
{
  Transition transitions[MAX_TRANSITIONS];
  guint n;

  if (strcmp (stafet_zone_get_name (zone), STAFET_ZONE_DEFAULT) == 0)
    {
      g_string_append_len (out, copenhagen, sizeof copenhagen - 1);
      return;
    }
  n = find_transitions (zone, year, transitions);
  g_string_append_printf (out, "BEGIN:VTIMEZONE\r\nTZID:%s\r\n", stafet_zone_get_name (zone));
  if (n > 0)
    write_observances (out, transitions, n);
  else
    {
      int offset = stafet_zone_offset (zone, (StafetInstant) stafet_date_new (year, 1, 1) * DAY_SECONDS);

      write_observance (out, &(Transition){ 0, offset, offset }, 0, NULL);
    }
  g_string_append (out, "END:VTIMEZONE\r\n");
}
