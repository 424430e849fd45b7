/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a series happens: the part that activities and free-standing shifts share.
 */
#pragma once

#include "stafet-record.h"
#include "stafet-rule.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_HOLIDAY_KEEP,
  STAFET_HOLIDAY_CANCEL,
  STAFET_HOLIDAY_ASK
} StafetHolidayPolicy;

/* Wall times of the first occurrence; the wall end, not a duration, is kept. Without a rule the series
 * is one date. The rule's text carries neither COUNT nor UNTIL: the last date is @until. */
typedef struct
{
  StafetWall start, end;
  char *rule;
  gint32 parity; /* StafetParity */
  char *season;
  char *skip_weeks;
  StafetDate until;                 /* the last original date possible, STAFET_DATE_NONE: for ever */
  gint32 holidays, school_holidays; /* StafetHolidayPolicy */

  /* Derived. */
  gboolean recurs;
  StafetRule parsed;
  StafetFilter filter;
  StafetDate first_date, last_date; /* last_date: G_MAXINT32 for ever */
} StafetTiming;

/* The rows of a record table for a StafetTiming embedded as @member of @Type. */
extern const StafetEnumValue stafet_parity_values[];
extern const StafetEnumValue stafet_holiday_values[];

#define STAFET_TIMING_FIELDS(Type, member)                                                                   \
  { "start", N_ ("Start"), STAFET_FIELD_WALL, G_STRUCT_OFFSET (Type, member.start), STAFET_FIELD_TIMED },    \
    { "end", N_ ("End"), STAFET_FIELD_WALL, G_STRUCT_OFFSET (Type, member.end), STAFET_FIELD_TIMED },        \
    { "rule", N_ ("Repeats"), STAFET_FIELD_TEXT, G_STRUCT_OFFSET (Type, member.rule),                        \
      STAFET_FIELD_SERIES_ONLY },                                                                            \
    { "parity",                                                                                              \
      N_ ("Even or odd weeks"),                                                                              \
      STAFET_FIELD_ENUM,                                                                                     \
      G_STRUCT_OFFSET (Type, member.parity),                                                                 \
      STAFET_FIELD_SERIES_ONLY,                                                                              \
      .values = stafet_parity_values,                                                                        \
      .fallback = STAFET_PARITY_NONE },                                                                      \
    { "season", N_ ("Season"), STAFET_FIELD_TEXT, G_STRUCT_OFFSET (Type, member.season),                     \
      STAFET_FIELD_SERIES_ONLY },                                                                            \
    { "skip_weeks", N_ ("Not in weeks"), STAFET_FIELD_TEXT, G_STRUCT_OFFSET (Type, member.skip_weeks),       \
      STAFET_FIELD_SERIES_ONLY },                                                                            \
    { "until", N_ ("Until"), STAFET_FIELD_DATE, G_STRUCT_OFFSET (Type, member.until),                        \
      STAFET_FIELD_SERIES_ONLY },                                                                            \
    { "holidays",                                                                                            \
      N_ ("Public holidays"),                                                                                \
      STAFET_FIELD_ENUM,                                                                                     \
      G_STRUCT_OFFSET (Type, member.holidays),                                                               \
      STAFET_FIELD_SERIES_ONLY,                                                                              \
      .values = stafet_holiday_values,                                                                       \
      .fallback = STAFET_HOLIDAY_KEEP },                                                                     \
  {                                                                                                          \
    "school_holidays", N_ ("School holidays"), STAFET_FIELD_ENUM,                                            \
      G_STRUCT_OFFSET (Type, member.school_holidays), STAFET_FIELD_SERIES_ONLY,                              \
      .values = stafet_holiday_values, .fallback = STAFET_HOLIDAY_KEEP                                       \
  }

/* Checks what a text alone can show: order of start and end, rule, season, weeks, filters only with a
 * weekly rule. The gap and "never yields a date" need a zone and an expansion: the use cases check them. */
gboolean stafet_timing_validate (const StafetTiming *timing, GError **error);
void stafet_timing_derive (StafetTiming *timing);

G_END_DECLS
