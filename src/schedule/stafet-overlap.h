/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Overlaps of a person, a room or a vehicle that an edit would bring, found before it commits.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* One use of a volunteer or room: half-open wall span, a room's set-up and clear-down included. */
typedef struct
{
  StafetKind kind;  /* of the series: activity or shift */
  StafetUid series; /* an activity, or a shift (also one of an activity, for a person) */
  StafetDate original;
  StafetUid room; /* of a room's use: that room, or one that shares a part with it */
  StafetWall start, end;
  const char *title; /* borrowed from the snapshot */
  gboolean accepted; /* said anyway */
} StafetUse;

/* The uses of a volunteer (promised, standing or asked; not where she is away) or of a room or vehicle, or
 * of a room joined with it, whose start
 * lies in [@from - 14 days, @to]; drafts and cancelled dates left out; sorted by start and series.
 * (transfer full) of StafetUse. */
GArray *stafet_overlap_uses (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid, StafetDate from,
                             StafetDate to);

typedef struct
{
  StafetKind kind; /* STAFET_KIND_VOLUNTEER or STAFET_KIND_ROOM */
  StafetUid uid;
  StafetUse mine, other; /* mine belongs to one of the changed series */
} StafetOverlap;

/* Overlaps that @changed (interned uids of activities and shifts) have in @after between @from and @to with
 * anything else, and that @before did not have (compared by both series and original dates; a series that
 * was split off counts as the one it came from). Looks at every volunteer on them and at every room they
 * use. Unless @accepted, an overlap is left out when a changed use of the two was accepted: what somebody
 * else accepted earlier accepts nothing new. (transfer full) of StafetOverlap, ordered by kind, uid and
 * start. */
GArray *stafet_overlap_find (const StafetSnapshot *before, const StafetSnapshot *after,
                             const GPtrArray *changed, StafetDate from, StafetDate to, gboolean accepted);
/* Who or what, when, what is in the way, and what to do, in the language of the process. (transfer full) */
char *stafet_overlap_describe (const StafetSnapshot *snapshot, const StafetOverlap *overlap);
/* The same of such a sentence, where nothing can be chosen. (transfer full) */
char *stafet_overlap_without_advice (const char *description);

G_END_DECLS
