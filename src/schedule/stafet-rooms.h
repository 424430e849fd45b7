/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rooms that join into one: what is used in one of them is used in the others too.
 */
#pragma once

#include "core/stafet-place.h"
#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* The rooms of @house, and behind them its vehicles, each in order of name. (transfer container) of
 * StafetRoom. */
GPtrArray *stafet_rooms_of (const StafetSnapshot *snapshot, StafetUid house);
/* The rooms that @room is joined from, in order; @room alone when it is from none. (transfer container) of
 * StafetUid. */
GPtrArray *stafet_room_parts (const StafetSnapshot *snapshot, StafetUid room);
/* @room itself first, then every room that shares a part with it. (transfer container) of StafetUid. */
GPtrArray *stafet_rooms_sharing (const StafetSnapshot *snapshot, StafetUid room);
/* Whether one of them is in use when the other is: the same room, or rooms that share a part. */
gboolean stafet_rooms_meet (const StafetSnapshot *snapshot, StafetUid a, StafetUid b);

/* How many it holds, how long it takes to set up and to clear, and what it is joined from: "room for 40 at
 * tables, 60 in rows · 15 min. to set up". "" when nobody said. (transfer full) */
char *stafet_room_words (const StafetSnapshot *snapshot, const StafetRoom *room);

G_END_DECLS
