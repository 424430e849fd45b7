/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the agenda to what a calendar program shows: the events of a feed, as far as its names level allows.
 */
#pragma once

#include "ics/stafet-ics-writer.h"
#include "schedule/stafet-agenda.h"

G_BEGIN_DECLS

/* The whole calendar of @feed, a pure function of the snapshot and the week of @today: single dated events,
 * one per occurrence or per stop, from the Monday weeks_back weeks back to the Sunday weeks_on weeks on, in
 * the store's language. Never without an event: a placeholder says that nothing is planned. (transfer full)
 *
 * No volunteer's phone, mail, address, note or check is ever looked at here. */
GString *stafet_feed_render (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today);

G_END_DECLS
