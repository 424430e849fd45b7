/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose a calendar is, and how far it names people.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* The house, ward, volunteer or area that the calendar is about. Borrowed. */
StafetUid stafet_feed_place (const StafetFeed *feed);
/* Which of the four @place is; STAFET_KIND_NONE when there is none of that uid any more. */
StafetKind stafet_feed_place_kind (const StafetSnapshot *snapshot, StafetUid place);
/* The first calendar of that kind about @place, NULL when it has none. Borrowed. */
StafetFeed *stafet_feed_find (const StafetSnapshot *snapshot, StafetFeedKind kind, StafetUid place);
/* How people are named: a programme says no surnames, whatever is set. */
StafetNamesLevel stafet_feed_names (const StafetFeed *feed);

G_END_DECLS
