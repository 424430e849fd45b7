/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns entries of the change log back into changesets: as they were, inverted, or once more.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "store/stafet-store.h"

G_BEGIN_DECLS

/* What another machine committed, as the changeset to absorb (with its id and instant). */
StafetChangeset *stafet_log_replay (const StafetSnapshot *snapshot, const StafetLogEntry *entry,
                                    GError **error);
/* Adds the inverse of @entry's rows, in reverse order. A field that was changed again since is a
 * STAFET_STORE_ERROR_CONFLICT: nothing is overwritten. */
gboolean stafet_log_invert (const StafetSnapshot *snapshot, const StafetLogEntry *entry,
                            StafetChangeset *changeset, GError **error);
/* Adds @entry's rows once more, under the same condition. */
gboolean stafet_log_repeat (const StafetSnapshot *snapshot, const StafetLogEntry *entry,
                            StafetChangeset *changeset, GError **error);

/* The record of @row as @changeset, under construction, leaves it: an entry may touch one row twice. NULL
 * when it is not there. Borrowed. */
gpointer stafet_log_current (const StafetSnapshot *snapshot, StafetChangeset *changeset,
                             const StafetLogRow *row);
/* Whether nothing of an image (nullable) was blanked. */
gboolean stafet_log_is_kept (GVariant *image);
/* Whether all that is needed to take a row back, or to repeat it, stands in it still, in words that this
 * program knows. */
gboolean stafet_log_check_kept (const StafetLogEntry *entry, const StafetLogRow *row, GError **error);
/* States the bookings of @entry once more. */
void stafet_log_book_again (const StafetSnapshot *snapshot, const StafetLogEntry *entry,
                            StafetChangeset *changeset);

G_END_DECLS
