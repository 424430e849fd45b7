/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns the events of a feed into the bytes of its calendar, with stamps that never fall.
 *
 * An event that was never published has sequence 0 and the instant of the newest change behind it. One
 * whose content is as remembered keeps its sequence and instant; a changed one gets the next sequence and
 * the instant of the store's newest change. So the bytes are a pure function of the store and the week.
 */
#pragma once

#include "core/stafet-house-rules.h"
#include "stafet-feed-events.h"

G_BEGIN_DECLS

/* What the rendering needs beside the events. All borrowed. */
typedef struct
{
  const StafetFeed *feed;
  const StafetZone *zone;
  StafetLanguage language;
  GHashTable *memory;    /* event UID → StafetPublished; nullable: nothing is remembered */
  StafetInstant head_at; /* of the store's newest change */
} StafetFeedPress;

typedef struct
{
  GString *bytes;       /* the calendar */
  GPtrArray *published; /* StafetPublished, owned: what is to be remembered because it changed */
} StafetFeedPrint;

/* Writes the calendar and reads it back with libical: NULL and an error when that reads something else. Any
 * thread may call it after stafet_ics_check_prepare(). */
StafetFeedPrint *stafet_feed_print_new (const StafetFeedPress *press, const StafetFeedEvents *events,
                                        GError **error);
void stafet_feed_print_free (StafetFeedPrint *self);

/* Stamps another file of the feed, its page, as an event is: @name tells it from others in the feed's memory,
 * @changed is the newest change behind @content. @published (nullable) is set to what is to be remembered
 * because the content changed, or to NULL. (transfer full) Returns the instant that the content is of. */
StafetInstant stafet_feed_stamp (const StafetFeedPress *press, const char *name, const char *content,
                                 StafetInstant changed, StafetPublished **published);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetFeedPrint, stafet_feed_print_free)

G_END_DECLS
