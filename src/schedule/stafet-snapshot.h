/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All planning records of one moment, with the indexes that questions need.
 *
 * Records are immutable and shared; tables are copied only when a snapshot that somebody else also holds
 * is written to. So a worker's snapshot costs a few pointers, and a scratch copy may try a change. A
 * snapshot may be read from any thread; only one that nobody else holds may be written.
 */
#pragma once

#include "core/stafet-activity.h"
#include "core/stafet-assignment.h"
#include "core/stafet-changeset.h"
#include "core/stafet-enquiry.h"
#include "core/stafet-house-rules.h"
#include "core/stafet-network.h"
#include "core/stafet-place.h"
#include "core/stafet-volunteer.h"

G_BEGIN_DECLS

typedef struct _StafetSnapshot StafetSnapshot;

StafetSnapshot *stafet_snapshot_new (void);
StafetSnapshot *stafet_snapshot_ref (StafetSnapshot *self);
void stafet_snapshot_unref (StafetSnapshot *self);
/* A snapshot of its own that shares every table until it is written to. */
StafetSnapshot *stafet_snapshot_copy (StafetSnapshot *self);

/* Borrowed; NULL when there is none, or @uid is NULL. @uid must be interned. */
gpointer stafet_snapshot_get (const StafetSnapshot *self, StafetKind kind, StafetUid uid);
/* The same for any string. */
gpointer stafet_snapshot_lookup (const StafetSnapshot *self, StafetKind kind, const char *uid);
/* Every record of @kind, ordered by uid. Borrowed, valid until the next write. */
const GPtrArray *stafet_snapshot_all (const StafetSnapshot *self, StafetKind kind);
/* The records that refer to @uid through @index, ordered by the kind's order date and uid; never NULL. */
const GPtrArray *stafet_snapshot_index (const StafetSnapshot *self, StafetIndex index, StafetUid uid);
/* Those of an ordered kind from @date on: position of the first one in stafet_snapshot_index()'s array. */
guint stafet_snapshot_first_on (const GPtrArray *records, StafetDate date);

/* Takes a reference of @record; replaces the record of the same uid. */
void stafet_snapshot_put (StafetSnapshot *self, gpointer record);
void stafet_snapshot_remove (StafetSnapshot *self, StafetKind kind, StafetUid uid);
/* Puts and removes what @changeset says, and raises the booking versions of what it books. */
void stafet_snapshot_apply (StafetSnapshot *self, const StafetChangeset *changeset);

/* The settings, or the defaults when the store has none. Borrowed. */
const StafetSettings *stafet_snapshot_settings (const StafetSnapshot *self);

/* The activity's or shift's exception for an original date, or NULL. */
StafetException *stafet_snapshot_exception (const StafetSnapshot *self, StafetUid series, StafetKind kind,
                                            StafetDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSnapshot, stafet_snapshot_unref)

/* The texts of a many-valued fact, in their order: uids, or as the command line writes them. (transfer full)
 */
char **stafet_snapshot_list_texts (const StafetSnapshot *self, StafetRecord *owner, const StafetList *list);

G_END_DECLS
