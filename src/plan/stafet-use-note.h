/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows when a note is done.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* A note that became done says by whom; one that stands again does not. @before is NULL for a new record;
 * records of other kinds are left alone. */
void stafet_use_follow_note (StafetPlan *plan, const StafetRecord *before, StafetRecord *after);

G_END_DECLS
