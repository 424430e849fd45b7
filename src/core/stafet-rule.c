/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes recurrence rules, and holds dates against their filters.
 */
#include "stafet-rule.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
refuse (GError **error, const char *text, const char *why)
{
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE, _ ("The rule “%s” cannot be used: %s"), text,
               why);
  return FALSE;
}

static gboolean
parse_int (const char *text, int low, int high, int *value)
{
  gint64 wide;

  if (text[0] == '+' && g_ascii_isdigit (text[1]))
    text++;
  if (*text == '+' || !g_ascii_string_to_signed (text, 10, low, high, &wide, NULL))
    return FALSE;
  *value = (int) wide;
  return TRUE;
}

static int
weekday_of (const char *text)
{
  for (int i = 0; i < 7; i++)
    if (strcmp (text, weekdays[i]) == 0)
      return i + 1;
  return 0;
}

/* ——— Parts ——— */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* A sorted list without duplicates of numbers in [low, high], zero left out. Returns how many, or -1. */
static int
parse_numbers (const char *text, int low, int high, int numbers[STAFET_RULE_MAX_LIST])
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint n = g_strv_length (parts), kept = 0;

  if (n == 0 || n > STAFET_RULE_MAX_LIST)
    return -1;
  for (guint i = 0; i < n; i++)
    if (!parse_int (parts[i], low, high, &numbers[i]) || numbers[i] == 0)
      return -1;
  qsort (numbers, n, sizeof *numbers, compare_ints);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || numbers[kept - 1] != numbers[i])
      numbers[kept++] = numbers[i];
  return (int) kept;
}

static int
compare_by_day (gconstpointer a, gconstpointer b)
{
  const StafetByDay *x = a, *y = b;

  return x->ordinal != y->ordinal ? x->ordinal - y->ordinal : x->weekday - y->weekday;
}

static gboolean
parse_one_by_day (char *text, StafetByDay *day)
{
  gsize length = strlen (text);
  int ordinal = 0, weekday = length >= 2 ? weekday_of (text + length - 2) : 0;

  if (weekday == 0)
    return FALSE;
  text[length - 2] = '\0';
  if (*text != '\0' && (!parse_int (text, -53, 53, &ordinal) || ordinal == 0))
    return FALSE;
  day->ordinal = (gint8) ordinal;
  day->weekday = (gint8) weekday;
  return TRUE;
}

static gboolean
parse_by_day (const char *text, StafetRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint n = g_strv_length (parts);

  if (n == 0 || n > STAFET_RULE_MAX_LIST)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!parse_one_by_day (parts[i], &rule->by_day[i]))
      return FALSE;
  qsort (rule->by_day, n, sizeof *rule->by_day, compare_by_day);
  for (guint i = 0; i < n; i++)
    if (rule->n_by_day == 0 || compare_by_day (&rule->by_day[rule->n_by_day - 1], &rule->by_day[i]) != 0)
      rule->by_day[rule->n_by_day++] = rule->by_day[i];
  return TRUE;
}

static gboolean
parse_lists (const char *name, const char *value, StafetRule *rule)
{
  int numbers[STAFET_RULE_MAX_LIST];
  int n;

  if (strcmp (name, "BYDAY") == 0)
    return parse_by_day (value, rule);
  if (strcmp (name, "BYMONTHDAY") == 0)
    {
      n = parse_numbers (value, -31, 31, numbers);
      for (int i = 0; i < n; i++)
        rule->by_month_day[i] = (gint8) numbers[i];
      rule->n_by_month_day = (guint8) MAX (n, 0);
    }
  else if (strcmp (name, "BYMONTH") == 0)
    {
      n = parse_numbers (value, 1, 12, numbers);
      for (int i = 0; i < n; i++)
        rule->by_month[i] = (gint8) numbers[i];
      rule->n_by_month = (guint8) MAX (n, 0);
    }
  else
    {
      n = parse_numbers (value, -366, 366, numbers);
      for (int i = 0; i < n; i++)
        rule->by_set_pos[i] = (gint16) numbers[i];
      rule->n_by_set_pos = (guint8) MAX (n, 0);
    }
  return n > 0;
}

/* UNTIL: a date, a local date-time, or UTC. */
static gboolean
parse_until (const char *text, const StafetZone *zone, StafetWall *until)
{
  gsize length = strlen (text);
  int year, month, day, hour = 0, minute = 0, second = 0;
  StafetDate date;

  if ((length != 8 && length != 15 && !(length == 16 && text[15] == 'Z' && zone != NULL))
      || strspn (text, "0123456789") != 8 || sscanf (text, "%4d%2d%2d", &year, &month, &day) != 3)
    return FALSE;
  if (length > 8
      && (text[8] != 'T' || strspn (text + 9, "0123456789") != 6
          || sscanf (text + 9, "%2d%2d%2d", &hour, &minute, &second) != 3 || hour > 23 || minute > 59
          || second > 60))
    return FALSE;
  date = stafet_date_new (year, month, day);
  if (date == STAFET_DATE_NONE)
    return FALSE;
  *until = stafet_wall_new (date, hour * 60 + minute);
  if (length == 16)
    *until = stafet_zone_to_wall (zone, (gint64) *until * 60 + second);
  return TRUE;
}

static gboolean
parse_frequency (const char *value, StafetRule *rule)
{
  for (int i = 0; i < 4; i++)
    if (strcmp (value, frequencies[i]) == 0)
      {
        rule->frequency = (StafetFrequency) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_part (const char *name, const char *value, const StafetZone *zone, StafetRule *rule, const char **why)
{
  int number = 0;

  *why = _ ("one of its parts has a value that does not fit.");
  if (strcmp (name, "FREQ") == 0)
    {
      *why = _ ("it must repeat by day, week, month or year (FREQ=DAILY, WEEKLY, MONTHLY or YEARLY).");
      return parse_frequency (value, rule);
    }
  if (strcmp (name, "INTERVAL") == 0)
    {
      *why = _ ("INTERVAL must be a number from 1 to 1000.");
      if (!parse_int (value, 1, 1000, &number))
        return FALSE;
      rule->interval = (gint16) number;
      return TRUE;
    }
  if (strcmp (name, "COUNT") == 0)
    {
      *why = _ ("COUNT must be a number from 1 to 10000.");
      if (!parse_int (value, 1, 10000, &number))
        return FALSE;
      rule->count = number;
      return TRUE;
    }
  if (strcmp (name, "UNTIL") == 0)
    {
      *why = _ ("UNTIL must be a date such as 20271231 that exists.");
      return parse_until (value, zone, &rule->until);
    }
  if (strcmp (name, "WKST") == 0)
    return (rule->week_start = (gint8) weekday_of (value)) != 0;
  if (strcmp (name, "BYDAY") == 0 || strcmp (name, "BYMONTHDAY") == 0 || strcmp (name, "BYMONTH") == 0
      || strcmp (name, "BYSETPOS") == 0)
    return parse_lists (name, value, rule);
  *why = _ ("it has a part that Stafet does not know. Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, "
            "BYSETPOS, COUNT or UNTIL.");
  return FALSE;
}

/* ——— The whole ——— */

static const char *
misfit (const StafetRule *rule)
{
  gboolean monthly_or_yearly = rule->frequency >= STAFET_FREQUENCY_MONTHLY;

  if (rule->count > 0 && rule->until != STAFET_WALL_NONE)
    return _ ("COUNT and UNTIL exclude each other. Keep one of them.");
  for (int i = 0; i < rule->n_by_day; i++)
    if (rule->by_day[i].ordinal != 0 && !monthly_or_yearly)
      return _ ("a numbered weekday such as 2TH goes with months and years only.");
  if (rule->n_by_month_day > 0 && rule->frequency == STAFET_FREQUENCY_WEEKLY)
    return _ ("a weekly rule cannot name days of the month.");
  if (rule->n_by_set_pos > 0
      && (!monthly_or_yearly || rule->n_by_day + rule->n_by_month_day + rule->n_by_month == 0))
    return _ ("BYSETPOS goes with a monthly or yearly rule that names days.");
  return NULL;
}

static gboolean
parse_parts (char *text, const StafetZone *zone, StafetRule *rule, const char **why)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **part = parts; *part != NULL; part++)
    {
      char *equals = strchr (*part, '=');

      if (**part == '\0' && part[1] == NULL && part != parts)
        break; /* a semicolon at the end, as some programs write */

      if (equals == NULL)
        {
          *why =
            _ ("write it as NAME=VALUE parts with semicolons between, for example FREQ=WEEKLY;BYDAY=TU.");
          return FALSE;
        }
      *equals = '\0';
      if (!g_hash_table_add (seen, *part))
        {
          *why = _ ("one of its parts stands there twice.");
          return FALSE;
        }
      if (!parse_part (*part, equals + 1, zone, rule, why))
        return FALSE;
    }
  *why = _ ("it does not say how often (FREQ).");
  return g_hash_table_contains (seen, "FREQ");
}

gboolean
stafet_rule_parse (const char *text, const StafetZone *zone, StafetRule *rule, GError **error)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  const char *why = NULL;

  memset (rule, 0, sizeof *rule);
  rule->interval = 1;
  rule->week_start = STAFET_MONDAY;
  rule->until = STAFET_WALL_NONE;
  if (!parse_parts (g_str_has_prefix (upper, "RRULE:") ? upper + 6 : upper, zone, rule, &why))
    return refuse (error, text, why);
  why = misfit (rule);
  return why == NULL || refuse (error, text, why);
}

/* ——— Writing ——— */

static void
write_by_day (GString *out, const StafetRule *rule)
{
  for (int i = 0; i < rule->n_by_day; i++)
    {
      g_string_append (out, i == 0 ? ";BYDAY=" : ",");
      if (rule->by_day[i].ordinal != 0)
        g_string_append_printf (out, "%d", rule->by_day[i].ordinal);
      g_string_append (out, weekdays[rule->by_day[i].weekday - 1]);
    }
}

static void
write_until (GString *out, StafetWall until)
{
  int year, month, day, minutes = stafet_wall_minutes (until);

  stafet_date_split (stafet_wall_date (until), &year, &month, &day);
  g_string_append_printf (out, ";UNTIL=%04d%02d%02d", year, month, day);
  if (minutes != 0)
    g_string_append_printf (out, "T%02d%02d00", minutes / 60, minutes % 60);
}

char *
stafet_rule_write (const StafetRule *rule)
{
  GString *out = g_string_new ("FREQ=");

  g_string_append (out, frequencies[rule->frequency]);
  if (rule->interval != 1)
    g_string_append_printf (out, ";INTERVAL=%d", rule->interval);
  for (int i = 0; i < rule->n_by_month; i++)
    g_string_append_printf (out, "%s%d", i == 0 ? ";BYMONTH=" : ",", rule->by_month[i]);
  for (int i = 0; i < rule->n_by_month_day; i++)
    g_string_append_printf (out, "%s%d", i == 0 ? ";BYMONTHDAY=" : ",", rule->by_month_day[i]);
  write_by_day (out, rule);
  for (int i = 0; i < rule->n_by_set_pos; i++)
    g_string_append_printf (out, "%s%d", i == 0 ? ";BYSETPOS=" : ",", rule->by_set_pos[i]);
  if (rule->week_start != STAFET_MONDAY)
    g_string_append_printf (out, ";WKST=%s", weekdays[rule->week_start - 1]);
  if (rule->count > 0)
    g_string_append_printf (out, ";COUNT=%d", rule->count);
  if (rule->until != STAFET_WALL_NONE)
    write_until (out, rule->until);
  return g_string_free (out, FALSE);
}

/* ——— Filters ——— */

/* "MM-DD"; 29 February is a day of a season. */
static int
parse_month_day (const char *text)
{
  int month, day, used = 0;

  if (strspn (text, "0123456789") != 2 || text[2] != '-'
      || sscanf (text, "%2d-%2d%n", &month, &day, &used) != 2 || used != 5 || month < 1 || month > 12
      || day < 1 || day > stafet_date_days_in_month (2024, month))
    return 0;
  return month * 100 + day;
}

gboolean
stafet_season_parse (const char *text, StafetSeason *season, GError **error)
{
  season->from = season->to = 0;
  if (*text == '\0')
    return TRUE;
  if (strlen (text) == 11 && text[5] == '/')
    {
      season->from = (gint16) parse_month_day (text);
      season->to = (gint16) parse_month_day (text + 6);
    }
  if (season->from > 0 && season->to > 0)
    return TRUE;
  season->from = season->to = 0;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("“%s” is not a season. Write month-day/month-day, for example 09-01/05-31."), text);
  return FALSE;
}

gboolean
stafet_season_holds (const StafetSeason *season, StafetDate date)
{
  int year, month, day, at;

  if (season->from == 0)
    return TRUE;
  stafet_date_split (date, &year, &month, &day);
  at = month * 100 + day;
  if (season->from <= season->to)
    return season->from <= at && at <= season->to;
  return at >= season->from || at <= season->to;
}

gboolean
stafet_skip_weeks_parse (const char *text, guint64 *mask, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *mask = 0;
  for (char **part = parts; *text != '\0' && *part != NULL; part++)
    {
      int week;

      if (!parse_int (g_strstrip (*part), 1, 53, &week))
        {
          g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                       _ ("“%s” is not a list of weeks. Write week numbers from 1 to 53 with commas between, "
                          "for example 7,42."),
                       text);
          return FALSE;
        }
      *mask |= G_GUINT64_CONSTANT (1) << week;
    }
  return TRUE;
}

gboolean
stafet_filter_is_empty (const StafetFilter *filter)
{
  return filter->parity == STAFET_PARITY_NONE && filter->season.from == 0 && filter->skip_weeks == 0;
}

gboolean
stafet_filter_holds (const StafetFilter *filter, StafetDate date)
{
  int week;

  if (!stafet_season_holds (&filter->season, date))
    return FALSE;
  if (filter->parity == STAFET_PARITY_NONE && filter->skip_weeks == 0)
    return TRUE;
  week = stafet_date_iso_week (date, NULL);
  if (filter->parity != STAFET_PARITY_NONE && (week % 2 == 0) != (filter->parity == STAFET_PARITY_EVEN))
    return FALSE;
  return (filter->skip_weeks >> week & 1) == 0;
}
