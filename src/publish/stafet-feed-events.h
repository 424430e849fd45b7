/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events of one feed: what the agenda holds for its place or person in its window, with entries that
 * have stops replaced by their stops, and without cancelled dates of past weeks.
 *
 * A pure function of the snapshot, the feed and the week: any thread may call it.
 */
#pragma once

#include "schedule/stafet-agenda.h"

G_BEGIN_DECLS

/* One event. Texts are borrowed from the list, "" when there is nothing to say. */
typedef struct
{
  const char *uid; /* "SERIES-YYYYMMDD[-STOP]@stafet", with the original date */
  StafetWall start, end;
  gboolean all_day; /* the placeholder of an empty feed */
  const char *summary, *location;
  const char *description; /* without the line that says when it was updated */
  const char *details;     /* the description without whom to ring */
  const char *category;
  gboolean cancelled;
  StafetInstant changed;    /* the newest change of what it was made from */
  const StafetEntry *entry; /* that it tells of; NULL of the placeholder */
  const StafetVisit *visit; /* the one stop of it; nullable */
} StafetFeedEvent;

typedef struct
{
  GArray *events;       /* StafetFeedEvent, in order of start */
  GStringChunk *texts;  /* owns their texts */
  StafetAgenda *agenda; /* owns their entries */
} StafetFeedEvents;

/* The dates of the feed's window in the week of @today: whole weeks, both ends included. */
void stafet_feed_window (const StafetFeed *feed, StafetDate today, StafetDate *from, StafetDate *to);

/* Never empty: a feed without events has a placeholder on @from that says that nothing is planned.
 * @today only tells the week. */
StafetFeedEvents *stafet_feed_events_new (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today,
                                          StafetDate from, StafetDate to);
void stafet_feed_events_free (StafetFeedEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetFeedEvents, stafet_feed_events_free)

G_END_DECLS
