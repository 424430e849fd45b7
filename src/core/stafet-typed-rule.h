/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A recurrence as people say it, in Danish and in simple English: the inverse of stafet_words_rule(), and
 * much that people say otherwise.
 */
#pragma once

#include "stafet-timing.h"

G_BEGIN_DECLS

/* Dates of the rule that are left out: "undtagen 22/12", "ikke 22/12-5/1". @to is @from of one alone. */
typedef struct
{
  StafetDate from, to;
  gboolean yearless; /* no year was said: the first such days of the series are meant */
  gboolean named;    /* "påske": no fault when the series has no date on such days */
} StafetTypedLeftOut;

/* Unset parts are what StafetTiming calls unset, except where noted. */
typedef struct
{
  char *rule;                       /* canonical RRULE; "" is once. May carry COUNT, never UNTIL */
  gint32 parity;                    /* StafetParity */
  char *season;                     /* "MM-DD/MM-DD" */
  char *skip_weeks;                 /* "7,42" */
  StafetDate first, until;          /* STAFET_DATE_NONE: not said */
  int from, to;                     /* minutes after midnight, @to after @from; -1: not said */
  gboolean lasts_days;              /* @to lies on the day that was said, whichever that is */
  char *which;                      /* NULL, or a sentence that asks which of a month's days is meant */
  gint32 holidays, school_holidays; /* StafetHolidayPolicy; -1: not said */
  GArray *left_out;                 /* nullable: StafetTypedLeftOut. Never of a rule that is once */
} StafetTypedRule;

/* Reads the whole of @text: "hver torsdag 14-15.30", "den 2. og 4. torsdag i måneden", "torsdage i lige uger,
 * ikke i uge 7 og 42, 1/9 til 31/5", "tirsdag den 24. november kl. 10-12". What is not understood is refused
 * with a sentence that names it. A rule without a weekday takes it from its first date. @out is cleared when
 * FALSE is returned. */
gboolean stafet_typed_rule (const char *text, StafetDate today, StafetTypedRule *out, GError **error);
void stafet_typed_rule_clear (StafetTypedRule *rule);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetTypedRule, stafet_typed_rule_clear)

G_END_DECLS
