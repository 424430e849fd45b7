/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One calendar: how it names people, who has its link, where it is published, and what its readers see.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FEED_PANEL (stafet_feed_panel_get_type ())
G_DECLARE_FINAL_TYPE (StafetFeedPanel, stafet_feed_panel, STAFET, FEED_PANEL, GtkBox)

/* The calendar of that kind about @place, a record that there is; of several the one of the uid @feed
 * (nullable). Where there is none yet it offers to make it. */
void stafet_feed_panel_show (StafetFeedPanel *self, StafetDesk *desk, StafetFeedKind kind, StafetUid place,
                             StafetUid feed);
/* To whom the link of a calendar was given, and when. (transfer full) */
char *stafet_feed_given_words (const StafetFeed *feed);
/* The keyboard goes to what hands it over, or makes it. */
void stafet_feed_panel_focus (StafetFeedPanel *self);

G_END_DECLS
