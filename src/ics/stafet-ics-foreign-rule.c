/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libical reads the rule, kept from what makes it hang or lie: rules finer than a day, and intervals beyond a
 * short. Its iterator walks the rules of other calendars than the Gregorian (RFC 7529) alone, for it is wrong
 * about BYWEEKNO at the turn of a year and about BYSETPOS in days and weeks.
 */
#include "stafet-ics-foreign-rule.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"
#include "stafet-ics-foreign-round.h"

#include <string.h>

#define LONGEST_RULE 1000
#define LARGEST_INTERVAL 1000
/* Between two looks at the clock. */
#define STRIDE 64

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE, why);
  return FALSE;
}

static gboolean
interval_fits (const char *text)
{
  const char *interval = strstr (text, "INTERVAL=");
  guint64 value = interval != NULL ? g_ascii_strtoull (interval + 9, NULL, 10) : 1;

  return value >= 1 && value <= LARGEST_INTERVAL;
}

/* Capital letters only, as libical wants them. */
static gboolean
parse (const char *text, struct icalrecurrencetype *rule, GError **error)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  icalerror_set_errors_are_fatal (0);
  if (strlen (text) > LONGEST_RULE || !g_str_is_ascii (text) || !interval_fits (upper))
    return refuse (error, _ ("The rule by which it repeats is malformed."));
  *rule = icalrecurrencetype_from_string (upper);
  if (rule->freq == ICAL_NO_RECURRENCE)
    return refuse (error, _ ("The rule by which it repeats is malformed."));
  if (rule->freq < ICAL_DAILY_RECURRENCE
      || (rule->by_second[0] != ICAL_RECURRENCE_ARRAY_MAX && rule->by_second[1] != ICAL_RECURRENCE_ARRAY_MAX))
    return refuse (error,
                   _ ("It repeats several times a day, by hours, minutes or seconds. Stafet repeats by "
                      "days, weeks, months and years."));
  return TRUE;
}

gboolean
stafet_ics_foreign_rule_check (const char *text, GError **error)
{
  struct icalrecurrencetype rule;

  return parse (text, &rule, error);
}

static struct icaltimetype
to_ical (StafetWall wall)
{
  struct icaltimetype time = icaltime_null_time ();
  int minutes = stafet_wall_minutes (wall);

  stafet_date_split (stafet_wall_date (wall), &time.year, &time.month, &time.day);
  time.hour = minutes / 60;
  time.minute = minutes % 60;
  return time;
}

/* STAFET_WALL_NONE beyond the last date there is. */
static StafetWall
from_ical (struct icaltimetype time)
{
  StafetDate date = stafet_date_new (time.year, time.month, time.day);

  return date != STAFET_DATE_NONE ? stafet_wall_new (date, time.hour * 60 + time.minute) : STAFET_WALL_NONE;
}

/* The iterator goes by the clock on the wall. */
static void
localise_until (struct icalrecurrencetype *rule, const StafetZone *zone)
{
  StafetWall until;

  if (icaltime_is_null_time (rule->until) || !icaltime_is_utc (rule->until))
    return;
  until = from_ical (rule->until);
  if (until != STAFET_WALL_NONE)
    rule->until = to_ical (stafet_zone_to_wall (zone, (StafetInstant) until * 60));
}

static gboolean
may_go_on (guint n, guint found, const StafetIcsSpan *span, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (span->cancellable, error))
    return FALSE;
  if (found > span->limit || (n % STRIDE == 0 && g_get_monotonic_time () > span->deadline))
    return refuse (error, _ ("It takes too long to find its dates. Choose a shorter period."));
  return TRUE;
}

static void
take (const StafetIcsSpan *span, StafetWall wall, GArray *walls)
{
  if (stafet_wall_date (wall) >= span->from && stafet_wall_date (wall) <= span->to)
    g_array_append_val (walls, wall);
}

/* ——— Round by round ——— */

/* The last wall time that an UNTIL includes: a date alone includes its day. */
static StafetWall
last_wall (const struct icalrecurrencetype *rule)
{
  StafetWall until = icaltime_is_null_time (rule->until) ? STAFET_WALL_NONE : from_ical (rule->until);

  if (until == STAFET_WALL_NONE)
    return G_MAXINT32;
  return rule->until.is_date ? until + STAFET_MINUTES_PER_DAY - 1 : until;
}

/* FALSE with @error unset: the rule ends in this round. */
static gboolean
take_round (const struct icalrecurrencetype *rule, const StafetIcsTime *start, const StafetIcsSpan *span,
            const GArray *round, guint *counted, GArray *walls)
{
  for (guint i = 0; i < round->len; i++)
    {
      StafetWall wall = g_array_index (round, StafetWall, i);

      if (wall < start->wall)
        continue;
      if (wall > last_wall (rule) || (rule->count > 0 && *counted == (guint) rule->count))
        return FALSE;
      (*counted)++;
      take (span, wall, walls);
    }
  return TRUE;
}

static gboolean
walk_rounds (const struct icalrecurrencetype *rule, const StafetIcsTime *start, const StafetIcsSpan *span,
             GArray *walls, GError **error)
{
  g_autoptr (GArray) round = g_array_new (FALSE, FALSE, sizeof (StafetWall));
  guint counted = 0;
  StafetDate first;

  for (guint n = 0; stafet_ics_foreign_round (rule, start, n, &first, round) && first <= span->to; n++)
    {
      if (!may_go_on (n, walls->len, span, error))
        return FALSE;
      if (!take_round (rule, start, span, round, &counted, walls))
        break;
    }
  return TRUE;
}

/* ——— By libical ——— */

static gboolean
walk_iterator (struct icalrecurrencetype *rule, const StafetIcsTime *start, const StafetIcsSpan *span,
               GArray *walls, GError **error)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (*rule, to_ical (start->wall));
  gboolean good = TRUE;

  if (iterator == NULL)
    return refuse (error, _ ("The rule by which it repeats is malformed."));
  for (guint n = 0; (good = may_go_on (n, walls->len, span, error)); n++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      StafetWall wall = icaltime_is_null_time (time) ? STAFET_WALL_NONE : from_ical (time);

      if (wall == STAFET_WALL_NONE || stafet_wall_date (wall) > span->to)
        break;
      take (span, wall, walls);
    }
  icalrecur_iterator_free (iterator);
  return good;
}

GArray *
stafet_ics_foreign_rule_expand (const char *text, const StafetIcsTime *start, const StafetZone *zone,
                                const StafetIcsSpan *span, GError **error)
{
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (StafetWall));
  struct icalrecurrencetype rule;
  gboolean good;

  if (!parse (text, &rule, error))
    return NULL;
  localise_until (&rule, zone);
  good = rule.rscale != NULL ? walk_iterator (&rule, start, span, walls, error)
                             : walk_rounds (&rule, start, span, walls, error);
  return good ? g_steal_pointer (&walls) : NULL;
}
