/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks and derives the timing of a series.
 */
#include "stafet-timing.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

#define LONGEST_DAYS 14

const StafetEnumValue stafet_parity_values[] = { { "odd", N_ ("odd weeks") },
                                                 { "even", N_ ("even weeks") },
                                                 { NULL } };
const StafetEnumValue stafet_holiday_values[] = {
  { "keep", N_ ("as usual") }, { "cancel", N_ ("cancelled") }, { "ask", N_ ("ask me") }, { NULL }
};

static gboolean
refuse (GError **error, StafetCoreError code, const char *message)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
validate_span (const StafetTiming *timing, GError **error)
{
  if (timing->start == STAFET_WALL_NONE || timing->end == STAFET_WALL_NONE)
    return refuse (error, STAFET_CORE_ERROR_REQUIRED,
                   _ ("Start and end are missing: give both a date and a time."));
  if (timing->end <= timing->start)
    return refuse (error, STAFET_CORE_ERROR_ORDER,
                   _ ("The end is not after the start. Mend one of the two."));
  if (timing->end - timing->start > LONGEST_DAYS * STAFET_MINUTES_PER_DAY)
    return refuse (error, STAFET_CORE_ERROR_VALUE,
                   _ ("It lasts longer than 14 days. Make it a series of shorter dates instead."));
  if (timing->until != STAFET_DATE_NONE && timing->until < stafet_wall_date (timing->start))
    return refuse (error, STAFET_CORE_ERROR_ORDER,
                   _ ("The last date is before the first. Mend one of the two."));
  return TRUE;
}

static gboolean
validate_filters (const StafetTiming *timing, const StafetRule *rule, GError **error)
{
  StafetSeason season;
  guint64 weeks;

  if (!stafet_season_parse (timing->season, &season, error)
      || !stafet_skip_weeks_parse (timing->skip_weeks, &weeks, error))
    return FALSE;
  if ((rule == NULL || rule->frequency != STAFET_FREQUENCY_WEEKLY)
      && (timing->parity != STAFET_PARITY_NONE || season.from > 0 || weeks != 0))
    return refuse (error, STAFET_CORE_ERROR_RULE,
                   _ ("Even or odd weeks, a season and weeks left out go with a weekly rule only."));
  return TRUE;
}

gboolean
stafet_timing_validate (const StafetTiming *timing, GError **error)
{
  StafetRule rule;

  if (!validate_span (timing, error))
    return FALSE;
  if (timing->rule[0] == '\0')
    return validate_filters (timing, NULL, error);
  return stafet_rule_parse (timing->rule, NULL, &rule, error) && validate_filters (timing, &rule, error);
}

void
stafet_timing_derive (StafetTiming *timing)
{
  timing->recurs = timing->rule != NULL && timing->rule[0] != '\0'
                   && stafet_rule_parse (timing->rule, NULL, &timing->parsed, NULL);
  timing->filter.parity = timing->parity;
  stafet_season_parse (timing->season, &timing->filter.season, NULL);
  stafet_skip_weeks_parse (timing->skip_weeks, &timing->filter.skip_weeks, NULL);
  timing->first_date = stafet_wall_date (timing->start);
  if (!timing->recurs)
    timing->last_date = timing->first_date;
  else
    timing->last_date = timing->until != STAFET_DATE_NONE ? timing->until : G_MAXINT32;
}
