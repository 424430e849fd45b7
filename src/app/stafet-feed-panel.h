/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ward's calendar: how it names people, where it is published, and what the ward reads.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FEED_PANEL (stafet_feed_panel_get_type ())
G_DECLARE_FINAL_TYPE (StafetFeedPanel, stafet_feed_panel, STAFET, FEED_PANEL, GtkBox)

void stafet_feed_panel_show (StafetFeedPanel *self, StafetDesk *desk, StafetUid ward);

G_END_DECLS
