/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All calendars of the plan, a row each: kind, whose, names, who has the link, and when it was published.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FEED_LIST (stafet_feed_list_get_type ())
G_DECLARE_FINAL_TYPE (StafetFeedList, stafet_feed_list, STAFET, FEED_LIST, GtkBox)

/* Shows them as they are now; when they were published is looked for in a thread. */
void stafet_feed_list_show (StafetFeedList *self, StafetDesk *desk);

G_END_DECLS
