/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which series make up the programme of a season, and when each would be in another one.
 *
 * A copy has the same weekdays and times in the same rhythm: even weeks stay even weeks, every 14 days goes
 * on counting from the source, "2nd and 4th Thursday" stays that. A one-off keeps its weekday and how many
 * weeks into the season it is.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* All four dates are included; @into lies after @to. */
typedef struct
{
  StafetDate from, to;    /* the season that there is */
  StafetDate into, until; /* the one that is planned */
} StafetSeasonSpan;

/**
 * StafetSeasonState:
 * @STAFET_SEASON_READY: may be copied
 * @STAFET_SEASON_GOES_ON: has dates of its own in the new season: a copy would double them
 * @STAFET_SEASON_COPIED: has a copy, or goes on as another series, in the new season
 * @STAFET_SEASON_FOLLOWED: went on as another series within the season: that one is the newer
 * @STAFET_SEASON_NO_DATE: its rhythm has no date in the new season
 */
typedef enum
{
  STAFET_SEASON_READY,
  STAFET_SEASON_GOES_ON,
  STAFET_SEASON_COPIED,
  STAFET_SEASON_FOLLOWED,
  STAFET_SEASON_NO_DATE
} StafetSeasonState;

typedef struct
{
  StafetRecord *series; /* an activity or a free-standing shift; borrowed from the snapshot */
  StafetSeasonState state;
  guint n_dates;          /* original dates in the season that there is */
  StafetDate first, last; /* the first and last of them */
  StafetWall start, end;  /* of the first date of the copy; STAFET_WALL_NONE when it has none */
} StafetSeasonChoice;

/* When a copy of @timing would be: @out borrows its texts. FALSE when it has no date in the new season. */
gboolean stafet_season_copy_timing (const StafetTiming *timing, const StafetSeasonSpan *span,
                                    StafetTiming *out);
/* FALSE when @series has no date in the season that there is, is a draft, or a room lent out: that is asked
 * for anew. */
gboolean stafet_season_judge (const StafetSnapshot *snapshot, StafetRecord *series,
                              const StafetSeasonSpan *span, StafetSeasonChoice *choice);
/* The series of @query's house, houses or area, by title in Danish order. (transfer full) of
 * StafetSeasonChoice. */
GArray *stafet_season_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                            const StafetSeasonSpan *span);
/* Why a series is not copied; "" for one that may be. Borrowed. */
const char *stafet_season_state_words (StafetSeasonState state, StafetLanguage language);

G_END_DECLS
