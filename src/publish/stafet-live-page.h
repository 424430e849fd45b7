/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The live page of a feed: one HTML file that holds all it needs, for the public, a ward and the wall.
 *
 * The days come from the events of the feed's calendar, so that both tell the same. The public and a ward
 * have a page each, by the kind of feed; "#tavle" after the address shows either in large type for a wall, by
 * style alone, with first names at most and without numbers. The file has twenty days from Monday on,
 * which is a fortnight whenever it is read, with full dates: what is today is for the script to say, by the
 * reader's clock and while the file of the heartbeat, STAFET_HEARTBEAT_FILE beside it, is fresh.
 */
#pragma once

#include "stafet-feed-render.h"
#include "stafet-heartbeat.h"

G_BEGIN_DECLS

/* No page is larger, in bytes: where a day has more, it says how many are left out. */
#define STAFET_LIVE_PAGE_MAX 50000

/* The bytes are a pure function of the store and the week, and any thread may call it. @published (nullable)
 * is set to what is to be remembered in the feed's memory because the page changed, or to NULL: as an
 * event's, the instant that the page says it was updated only moves when its content does. (transfer full) */
GBytes *stafet_live_page_render (StafetSnapshot *snapshot, const StafetFeedPress *press, StafetDate today,
                                 StafetPublished **published);

G_END_DECLS
