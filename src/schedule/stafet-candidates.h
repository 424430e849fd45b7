/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who could fill a hole, ranked, each with reasons; and who cannot, and why.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

/**
 * StafetScheduleError:
 * @STAFET_SCHEDULE_ERROR_NO_DATE: the shift does not happen on that original date
 * @STAFET_SCHEDULE_ERROR_CANCELLED: the date is cancelled
 */
typedef enum
{
  STAFET_SCHEDULE_ERROR_NO_DATE,
  STAFET_SCHEDULE_ERROR_CANCELLED
} StafetScheduleError;

#define STAFET_SCHEDULE_ERROR (stafet_schedule_error_quark ())
GQuark stafet_schedule_error_quark (void);

/* Costs as the proposal counts them; less is better:
 * new_face: 15 for somebody who does not know the activity
 * time:     10 when the shift is not inside a preferred window
 * house:    10 when the house is none of hers
 * distance: 2 per kilometre above two, at most 20
 * load:     0-40, in steps of 4: 20 for as many shifts as she wished in the last eight weeks (one a week
 *           unless she said), more above and less below
 * asked:    2 for each date that she was asked for in the last four weeks, at most 10
 * partner:  -10 when a wished partner is on the shift */
typedef struct
{
  int new_face, time, house, distance, load, asked, partner;
} StafetCandidateCost;

/* A reason: a stable code for programs and words for people (in the given language). For: if_needed,
 * available, ask_first, preferred, regular, known, house, near, distance, partner, and check_soon, which
 * warns. Against: already, declined, refused, stopped, paused, absent, not_available, skill, check, blocked,
 * too_far, overlap, rest, travel, cap_day, cap_week, cap_month, apart. No words say why somebody is absent,
 * nor from whom she is kept apart. */
typedef struct
{
  const char *code; /* static */
  char *text;       /* owned */
} StafetReason;

/* Whether a reason is one to look out for, though it speaks against nobody. */
gboolean stafet_reason_warns (const StafetReason *reason);

typedef struct
{
  StafetVolunteer *volunteer; /* borrowed from the snapshot */
  gboolean possible;
  gboolean ask_first;  /* by agreement, or no stated times: listed after those with times */
  gboolean if_needed;  /* said that she takes it if nobody else can: listed first */
  StafetHouse *lender; /* whose yes it takes, for she is at home there and not here; borrowed, nullable */
  guint asked;         /* dates that she was asked for in the last four weeks */
  GPtrArray *reasons;  /* StafetReason, owned */
  StafetCandidateCost cost;
  int total;
} StafetCandidate;

/* Candidates for @shift on original @date: the possible ones best first (those who take it if nobody else can
 * before the others, those to ask first behind them; then total, Danish name, uid), then by name the
 * impossible ones of those who know the activity or have the house among theirs. What came before @date
 * counts as past; who was asked lately is counted back from @now. NULL and an error when the shift has no
 * such date or it is cancelled. (transfer full) of StafetCandidate. */
GPtrArray *stafet_candidates_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                                   StafetWall now, StafetLanguage language, GError **error);
/* @volunteer alone, possible or not: one candidate. The same errors. (transfer full) of StafetCandidate. */
GPtrArray *stafet_candidates_judge (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                                    StafetWall now, StafetVolunteer *volunteer, StafetLanguage language,
                                    GError **error);

G_END_DECLS
