/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a backup back, and forgets again what was to be forgotten meanwhile.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* stafet_store_restore(), and then volunteers who were erased, consent that was withdrawn and what was agreed
 * to by it, and the sign-ups whose time is over by @clock, are erased as every day: a backup brings none of
 * it back. Blocks; the store may be open
 * elsewhere, also in this process. */
gboolean stafet_restore (const char *store_path, const char *backup_path, StafetClock *clock, GError **error);

/* Erases all that the ledger names and a backup brought back; waits for it, as stafet_plan_edit() does. */
gboolean stafet_erase_returned (StafetPlan *plan, GError **error);

G_END_DECLS
