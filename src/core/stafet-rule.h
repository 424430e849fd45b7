/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A recurrence rule (RFC 5545 §3.3.10) inside the grammar that Stafet supports, and the filters that a
 * weekly rule may carry beside it.
 */
#pragma once

#include "stafet-date.h"
#include "stafet-zone.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_FREQUENCY_DAILY,
  STAFET_FREQUENCY_WEEKLY,
  STAFET_FREQUENCY_MONTHLY,
  STAFET_FREQUENCY_YEARLY
} StafetFrequency;

/* "2TH" is {2, STAFET_THURSDAY}; ordinal 0 means every such weekday. */
typedef struct
{
  gint8 ordinal;
  gint8 weekday;
} StafetByDay;

#define STAFET_RULE_MAX_LIST 62

/* Lists are sorted and without duplicates. Plain data: copy with assignment. */
typedef struct
{
  StafetFrequency frequency;
  gint16 interval;  /* 1-1000 */
  gint8 week_start; /* StafetWeekday, Monday unless WKST says otherwise */
  guint8 n_by_day, n_by_month_day, n_by_month, n_by_set_pos;
  StafetByDay by_day[STAFET_RULE_MAX_LIST];
  gint8 by_month_day[STAFET_RULE_MAX_LIST]; /* 1-31, -31 - -1 */
  gint8 by_month[12];
  gint16 by_set_pos[STAFET_RULE_MAX_LIST];
  gint32 count;     /* 0: no COUNT */
  StafetWall until; /* last wall time included, STAFET_WALL_NONE: for ever. A date means its midnight. */
} StafetRule;

/* Parses @text. @zone (nullable: UTC is refused) reads an UNTIL that is in UTC. FREQ finer than a day,
 * parts outside the grammar, COUNT with UNTIL and lists out of range are refused with a sentence. */
gboolean stafet_rule_parse (const char *text, const StafetZone *zone, StafetRule *rule, GError **error);
/* The canonical text. COUNT and UNTIL (a local date-time, or a date for its midnight) are written
 * last. */
char *stafet_rule_write (const StafetRule *rule);
/* The rule in words ("hver uge mandag og onsdag") is in stafet-words.h. */

/* Filters. */
typedef enum
{
  STAFET_PARITY_NONE = -1,
  STAFET_PARITY_ODD,
  STAFET_PARITY_EVEN
} StafetParity;

/* A yearly season, both ends included, as month * 100 + day; from > to wraps around new year.
 * from = 0 means all year. */
typedef struct
{
  gint16 from, to;
} StafetSeason;

/* "MM-DD/MM-DD"; "" is all year. */
gboolean stafet_season_parse (const char *text, StafetSeason *season, GError **error);
gboolean stafet_season_holds (const StafetSeason *season, StafetDate date);
/* "7,42" to a bit per ISO week. */
gboolean stafet_skip_weeks_parse (const char *text, guint64 *mask, GError **error);

/* Parity, season and skipped weeks of one date. */
typedef struct
{
  gint32 parity; /* StafetParity */
  StafetSeason season;
  guint64 skip_weeks;
} StafetFilter;

gboolean stafet_filter_holds (const StafetFilter *filter, StafetDate date);
gboolean stafet_filter_is_empty (const StafetFilter *filter);

G_END_DECLS
