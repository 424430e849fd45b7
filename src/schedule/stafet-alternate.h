/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes every other week, both ways across a new year: by the numbers of the weeks, or by counting on.
 *
 * The two agree until a year has a week 53: then even and odd weeks go on with the numbers (53 and 1 are both
 * odd), while every 14 days goes on counting. Which of the two a group means must be asked.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/**
 * StafetAlternateWay:
 * @STAFET_ALTERNATE_ODD: odd weeks
 * @STAFET_ALTERNATE_EVEN: even weeks
 * @STAFET_ALTERNATE_FORTNIGHT: every 14 days
 * @STAFET_ALTERNATE_BOTH: both at once, as a rule may be written: it has no date after a week 53. Nothing
 * goes on so.
 */
typedef enum
{
  STAFET_ALTERNATE_ODD = STAFET_PARITY_ODD,
  STAFET_ALTERNATE_EVEN = STAFET_PARITY_EVEN,
  STAFET_ALTERNATE_FORTNIGHT,
  STAFET_ALTERNATE_BOTH
} StafetAlternateWay;

/* FALSE for what does not go every other week. */
gboolean stafet_alternate_timing_way (const StafetTiming *timing, StafetAlternateWay *way);
gboolean stafet_alternate_standing_way (const StafetStanding *standing, StafetAlternateWay *way);

/* The last date before @before in the weeks that @timing goes in, were it not for its season and the weeks
 * left out; STAFET_DATE_NONE when it begins later. Of a standing place the Monday of such a week. */
StafetDate stafet_alternate_timing_last (const StafetTiming *timing, StafetDate before);
StafetDate stafet_alternate_standing_last (const StafetStanding *standing, StafetDate before);
/* Whether a standing place that goes every other week goes in the week of @date, begun and ended or not. */
gboolean stafet_alternate_standing_goes_in (const StafetStanding *standing, StafetDate date);

/* @timing as it goes on in @way from @from on: @out borrows its texts, which still say how it went; its
 * parsed rule, its filter and its first date, which may lie before @from, say how it goes on. Counting goes
 * on from the last week before @from that it went in. Returns its first date from @from on, or
 * STAFET_DATE_NONE. */
StafetDate stafet_alternate_convert (const StafetTiming *timing, StafetAlternateWay way, StafetDate from,
                                     StafetTiming *out);

/* So many dates of the new year are told each way. */
#define STAFET_ALTERNATE_DATES 4

typedef struct
{
  StafetRecord *series;       /* borrowed from the snapshot */
  StafetStanding *standing;   /* on a shift of it; NULL: the series itself. Borrowed */
  StafetAlternateWay stands;  /* how it is written now */
  StafetAlternateWay weeks;   /* the weeks it goes in before the new year: even or odd */
  GArray *by_week, *by_count; /* StafetDate, the first in the new year; owned */
  gboolean agree;
} StafetAlternating;

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  StafetDate turn;          /* the Monday of week 1 */
  gboolean week_53;         /* lies right before it */
  GPtrArray *items;         /* StafetAlternating, by title in Danish order, a series before its places */
} StafetAlternation;

/* What goes every other week before and after @year begins, in @query's house, houses or area. A standing
 * place in all the weeks of a series that goes every other week itself goes with that series. */
StafetAlternation *stafet_alternation_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                                           int year);
void stafet_alternation_free (StafetAlternation *self);

/* "Karen Holm · Servering"; the title of a series. (transfer full) */
char *stafet_alternating_name (const StafetAlternation *self, const StafetAlternating *item);
/* "even weeks", "every 14 days". Borrowed. */
const char *stafet_alternate_way_words (StafetAlternateWay way, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetAlternation, stafet_alternation_free)

G_END_DECLS
