/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a restored backup may not bring back, beside the volunteers who were erased.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* Deletes records that the ledger names as forgotten for good, and takes out of enquiries what was agreed to
 * by a consent that it names as withdrawn. */
StafetEdit *stafet_use_forget_again (void);

G_END_DECLS
