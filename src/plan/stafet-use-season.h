/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The season assistant: the programme of one season copied to another, tried before it is written.
 */
#pragma once

#include "schedule/stafet-review.h"
#include "schedule/stafet-season-copy.h"
#include "stafet-plan.h"

G_BEGIN_DECLS

/* One series that is to be copied. */
typedef struct
{
  const char *series;       /* uid of an activity or a free-standing shift */
  const char *const *pairs; /* nullable: "KEY=VALUE" that the copy has of its own, as start, end and room. A
                             * start moves the weekday of a weekly copy along, as in stafet_use_edit() */
  gboolean anyway;          /* accept overlaps and full shifts */
} StafetSeasonLine;

typedef struct
{
  StafetSeasonSpan span;
  gboolean people; /* carry standing places along, for the whole of the new season */
  gboolean drafts; /* activities are drafts: shown and published nowhere until they are made so */
} StafetSeasonWish;

/* The copies of @lines as one change with one undo, with shifts, stops and, by choice, the places that stood
 * at the end of the season. A copy remembers its source in split_from, so that who knows the one knows the
 * other. Refused when a line is, as stafet_season_try() tells. Everything is copied. */
StafetEdit *stafet_use_copy_season (const StafetSeasonWish *wish, const StafetSeasonLine *lines, guint n);

typedef enum
{
  STAFET_SEASON_STOPPED, /* is not carried along */
  STAFET_SEASON_AWAY     /* absent or paused on some of the dates, or all */
} StafetSeasonTrouble;

/* Somebody who stood there and will not be there. */
typedef struct
{
  StafetVolunteer *volunteer; /* borrowed from the trial */
  StafetSeasonTrouble trouble;
  guint n_away; /* dates of the copy on which she would stand and is away */
} StafetSeasonPerson;

/* A date of the copy that meets a holiday or a closure. */
typedef struct
{
  StafetDate date;
  StafetReviewState state;
  StafetHurdle hurdle; /* borrowed from the trial */
} StafetSeasonMeeting;

/* What came of one line. */
typedef struct
{
  StafetUid copy;   /* in the trial's plan, not the uid that it will have; NULL: it is not in there */
  GError *refusal;  /* what no anyway helps against; owned, nullable */
  gboolean clashes; /* is copied only with anyway */
  GPtrArray *notes; /* char *: the overlaps, and what else is to be known; owned */
  GArray *dates;    /* StafetDate: the original dates in the new season; owned */
  GArray *meetings; /* StafetSeasonMeeting; owned */
  GArray *people;   /* StafetSeasonPerson; owned */
} StafetSeasonTrialLine;

typedef struct
{
  StafetPlan *plan; /* a scratch plan with the copies in it; owned */
  GPtrArray *lines; /* StafetSeasonTrialLine, one for each line; owned */
} StafetSeasonTrial;

/* Tries @lines one after the other with the very use case, each seeing those before it; nothing is written. A
 * line that clashes without anyway is told of, but not in the trial's plan. */
StafetSeasonTrial *stafet_season_try (StafetPlan *plan, const StafetSeasonWish *wish,
                                      const StafetSeasonLine *lines, guint n);
void stafet_season_trial_free (StafetSeasonTrial *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSeasonTrial, stafet_season_trial_free)

G_END_DECLS
