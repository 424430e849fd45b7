/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clauses that a typed recurrence is made of. Each reads one thing that was said into a
 * StafetTypedSaying; what they amount to together is stafet-typed-rule.c's.
 */
#pragma once

#include "stafet-rule.h"
#include "stafet-typed-rule.h"
#include "stafet-typed-token.h"

G_BEGIN_DECLS

/* Bits per weekday and per month stand at 1 << number. */
#define STAFET_TYPED_ALL_DAYS 0xfeu
#define STAFET_TYPED_ALL_MONTHS 0x1ffeu
#define STAFET_TYPED_MOST 40 /* numbers in one list */

typedef struct
{
  int numbers[STAFET_TYPED_MOST];
  guint n;
} StafetTypedNumbers;

typedef struct
{
  StafetTypedReader reader;
  StafetDate today;

  int frequency; /* StafetFrequency; -1: not said */
  int interval;
  guint days, days_left_out;
  guint lone_days;     /* of these: "torsdag", with neither "hver" nor a plural */
  gboolean days_limit; /* "kun mandag": the days limit what else was said */
  StafetByDay numbered[STAFET_TYPED_MOST];
  guint n_numbered;
  StafetTypedNumbers month_days, positions;
  guint months, months_left_out;
  gboolean one_month;   /* "den 1. og 15. marts" */
  int season_months[2]; /* "september til maj" */
  StafetSeason season;
  gint32 parity;
  gboolean parity_limits; /* "kun lige uger" */
  guint64 skip_weeks;
  int coming;                      /* a weekday, "på torsdag"; 0: not said */
  StafetTypedDay on, first, until; /* @on: a day that stands alone */
  gboolean once;
  int count; /* 0: not said */
  int from, to;
  gboolean lasts_days; /* @to lies on the day that was said */
  int day_part;        /* StafetTypedDayPart + 1; 0: not said */
  gint32 holidays, school_holidays;
  GArray *left_out; /* owned, nullable: StafetTypedLeftOut */

  char *which;   /* owned, nullable: asks which of several days is meant */
  gboolean only; /* the clause before this one was "kun" */
} StafetTypedSaying;

/* The clauses of stafet-typed-clause-limits.c, in the order in which they are tried. */
StafetTypedMatch stafet_typed_clause_left_out (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_kept (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_lasting (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_day_range (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_season_of_months (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_first (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_until (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_several_days (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_on_day (StafetTypedSaying *saying, GError **error);
StafetTypedMatch stafet_typed_clause_months (StafetTypedSaying *saying, GError **error);

/* Reads the next clause. A miss leaves the reader where it was. */
StafetTypedMatch stafet_typed_read_clause (StafetTypedSaying *saying, GError **error);

G_END_DECLS
