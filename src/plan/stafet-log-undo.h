/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes one older change back where later ones left its rows alone: before, after and now, key by key.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* Adds to @changeset what takes @entry back, and books what it booked. Keys that still say what @entry wrote
 * go back to what they said before; those that say so already, and rows that it made and that are gone, are
 * left alone. Anything else is a STAFET_STORE_ERROR_CONFLICT that names who changed what and when, and so is
 * a value that is no longer kept. Whether the result may stand is for the caller to check. */
gboolean stafet_log_take_back (StafetPlan *plan, const StafetLogEntry *entry, StafetChangeset *changeset,
                               GError **error);

G_END_DECLS
