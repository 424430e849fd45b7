/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of one calendar: of a house's programme, somebody's own shifts, open places, or arrivals.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FEED_PAGE (stafet_feed_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetFeedPage, stafet_feed_page, STAFET, FEED_PAGE, StafetPage)

/* That of @kind about @place, which need not be made yet. */
StafetPage *stafet_feed_page_new (StafetDesk *desk, StafetFeedKind kind, StafetUid place);
StafetPage *stafet_feed_page_new_for (StafetDesk *desk, const StafetFeed *feed);

G_END_DECLS
