/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which occurrences of a period meet a holiday or a closure, and what becomes of each.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* What an occurrence meets: exactly one of the three. Borrowed from the snapshot. */
typedef struct
{
  StafetClosure *closure;
  const char *holiday; /* msgid of a public holiday */
  StafetSchoolHoliday *school;
} StafetHurdle;

/**
 * StafetReviewState:
 * @STAFET_REVIEW_HELD: held, because its series keeps to such days
 * @STAFET_REVIEW_KEPT: held, because somebody said so of this date
 * @STAFET_REVIEW_ASK: planned, but the series asks: somebody has to answer
 * @STAFET_REVIEW_POLICY: cancelled, because its series is on such days
 * @STAFET_REVIEW_CLOSED: cancelled by the closure
 * @STAFET_REVIEW_CANCELLED: cancelled by hand
 * @STAFET_REVIEW_MOVED: moved by hand to where nothing is in its way
 */
typedef enum
{
  STAFET_REVIEW_HELD,
  STAFET_REVIEW_KEPT,
  STAFET_REVIEW_ASK,
  STAFET_REVIEW_POLICY,
  STAFET_REVIEW_CLOSED,
  STAFET_REVIEW_CANCELLED,
  STAFET_REVIEW_MOVED
} StafetReviewState;

/* What decides over @entry where it is now, and what becomes of it: a closure before a holiday, a public
 * holiday before a school holiday of the same policy, and what cancels before what asks before what neither
 * does. FALSE: it meets nothing. */
gboolean stafet_review_judge (const StafetSnapshot *snapshot, const StafetEntry *entry, StafetHurdle *hurdle,
                              StafetReviewState *state);

typedef struct
{
  StafetEntry *entry; /* borrowed from the review */
  StafetReviewState state;
} StafetReviewItem;

typedef struct
{
  StafetHurdle hurdle;
  StafetDate from, to; /* of the holiday or closure, both included */
  GArray *items;       /* StafetReviewItem, by start, title, series; owned */
} StafetReviewGroup;

typedef struct
{
  GPtrArray *agendas; /* what the entries live in: owned */
  GPtrArray *groups;  /* StafetReviewGroup, by first day; a closure, then a public, then a school holiday */
} StafetReview;

/* Of @query's place and days. An occurrence stands in one group: that of what decides over it. One that was
 * moved away stands where it would have been. */
StafetReview *stafet_review_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query);
void stafet_review_free (StafetReview *self);
guint stafet_review_count (const StafetReview *self, StafetReviewState state);

/* How many dates of @query wait for an answer (STAFET_REVIEW_ASK), and *@first of them, else
 * STAFET_DATE_NONE: as many as a review of them counts, but quick enough for a page that is shown all day. */
guint stafet_review_count_waiting (StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                                   StafetDate *first);

/* "Christmas Eve"; the text of a closure or school holiday. Borrowed. */
const char *stafet_hurdle_name (const StafetHurdle *hurdle, StafetLanguage language);
/* "planned: what shall happen?", "cancelled: closed". Borrowed. */
const char *stafet_review_state_words (StafetReviewState state, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetReview, stafet_review_free)

G_END_DECLS
