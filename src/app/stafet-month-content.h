/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the overview of a month shows: whole weeks of days, each with what happens and what it lacks. Made
 * from the plan without any widget.
 */
#pragma once

#include "schedule/stafet-day.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;      /* owned: "10 Café" */
  gint32 category; /* StafetCategory, STAFET_ENUM_NONE */
  gboolean lacks, cancelled;
} StafetMonthLine;

typedef struct
{
  StafetDate date;
  gboolean outside; /* of the month, in one of its weeks */
  gboolean is_today;
  gboolean closed; /* all that is in view, all day */
  char *note;      /* owned: holidays and what is closed; "" */
  StafetDayCount count;
  GArray *lines; /* owned: StafetMonthLine, by time */
} StafetMonthDay;

typedef struct
{
  StafetDate first; /* a Monday */
  GPtrArray *days;  /* owned: StafetMonthDay, seven for each week */
} StafetMonthContent;

/* The weeks that hold a day of @date's month. */
StafetMonthContent *stafet_month_content_new (StafetDesk *desk, StafetDate date);
void stafet_month_content_free (StafetMonthContent *self);
/* "tirsdag den 24. november, 8 activities, 2 missing, Christmas Eve". (transfer full) */
char *stafet_month_day_describe (const StafetMonthDay *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMonthContent, stafet_month_content_free)

G_END_DECLS
