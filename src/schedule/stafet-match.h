/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fits a citizen's wish: activities, offers of associations, notices, and for whoever wants to do
 * something for others the shifts that need people; the best first, each with what speaks for it and what
 * does not fit.
 *
 * A wish's words are looked for in the words of what there is: as they stand, within compounds, as synonyms,
 * and where nothing else is found with a letter or two amiss. Rare words count more than common ones. What is
 * far, at another time or dearer than said sinks, but is told.
 */
#pragma once

#include "core/stafet-clock.h"
#include "stafet-wish.h"

G_BEGIN_DECLS

/* What can be matched, read once: of one snapshot. */
typedef struct _StafetMatchIndex StafetMatchIndex;

typedef struct
{
  const char *code; /* "word", "near", "far", "time", "other_time", "price", "dear", "home", "lift",
                       "no_lift", "waiting", "stale", "until", "vacant", "full", "company" */
  char *text;       /* owned */
  gboolean fits;    /* speaks for it; else it is what does not fit */
} StafetMatchReason;

typedef struct
{
  StafetKind kind;      /* ACTIVITY, SHIFT, OFFER or NOTICE */
  StafetRecord *record; /* borrowed from the index */
  char *title;          /* owned: a shift's is "Café/Køkken" */
  char *detail;         /* owned: when and where, or whose it is; may be "" */
  StafetHouse *house;   /* borrowed, nullable */
  int metres;           /* STAFET_DISTANCE_UNKNOWN */
  StafetDate next;      /* of an activity or shift: the next date; STAFET_DATE_NONE */
  double score;         /* more is better; only for comparing within one answer */
  GPtrArray *reasons;   /* owned: of StafetMatchReason, what speaks for it first */
} StafetMatch;

typedef struct
{
  StafetUnderstood understood;
  GPtrArray *matches;    /* owned: of StafetMatch */
  gboolean nothing_fits; /* no word of the wish was found: what is listed is open to all */
} StafetMatches;

/* @public_only: what may stand on a public page. What is over at @now, drafts, and what is for a nursing
 * home's own residents are left out; so are loans, and what is not public. */
StafetMatchIndex *stafet_match_index_new (StafetSnapshot *snapshot, StafetWall now, gboolean public_only);
void stafet_match_index_free (StafetMatchIndex *self);

/* The best @most. @near (nullable): the house that is asked, which comes before equals. Reasons are in
 * @language. */
StafetMatches *stafet_match (const StafetMatchIndex *self, const StafetWish *wish, StafetUid near, guint most,
                             StafetLanguage language);
void stafet_matches_free (StafetMatches *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMatchIndex, stafet_match_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMatches, stafet_matches_free)

G_END_DECLS
