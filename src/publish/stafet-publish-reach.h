/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which feeds a change can reach, so that one edit does not make every calendar anew.
 *
 * The rule errs on the safe side: a change of a series reaches every place and person that the series has
 * or had on any date; a change of what all feeds share (settings, houses, contacts, closures) reaches all.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "store/stafet-store.h"

G_BEGIN_DECLS

typedef struct _StafetPublishReach StafetPublishReach;

/* @entries: StafetLogEntry, all changes since the feeds were made; @snapshot: after them, borrowed as long
 * as the reach lives. */
StafetPublishReach *stafet_publish_reach_new (const StafetSnapshot *snapshot, const GPtrArray *entries);
void stafet_publish_reach_free (StafetPublishReach *self);
gboolean stafet_publish_reach_has (const StafetPublishReach *self, const StafetFeed *feed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetPublishReach, stafet_publish_reach_free)

G_END_DECLS
