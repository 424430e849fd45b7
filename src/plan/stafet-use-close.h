/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closing a shift: everybody came as planned, but for those of whom it is said otherwise.
 */
#pragma once

#include "stafet-use-cases.h"

G_BEGIN_DECLS

/* Whether the holder came when nobody says otherwise: who stands or promised, unless it is said already that
 * she did not. Who is only asked, or is away, did not. */
gboolean stafet_place_is_expected (const StafetPlace *place);
/* What tells the place on that original date from all others. (transfer full) */
char *stafet_place_key (const StafetStaffing *staffing, StafetDate date, const StafetPlace *place);
/* Whether the key is among @keys. */
gboolean stafet_place_is_among (GHashTable *keys, const StafetStaffing *staffing, StafetDate date,
                                const StafetPlace *place);
/* Adds what it takes to say who came to a shift of @entry to @edits (StafetEdit): all who are expected, and
 * of those whose key is in @otherwise the contrary. Nothing when all of that is said already. To be given to
 * stafet_use_several(). */
void stafet_use_close_shift (const StafetSnapshot *snapshot, const StafetEntry *entry,
                             const StafetStaffing *staffing, GHashTable *otherwise, GPtrArray *edits);

G_END_DECLS
