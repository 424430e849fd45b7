/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom somebody means who types a name: a whole one, or the beginning of a word of it.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-input.h"

G_BEGIN_DECLS

/* The volunteer who is named in the field, as a uid; "" for nobody. NULL when nobody, or more than one, is
 * called so: that is said beside the field. (transfer full) */
char *stafet_named_read (StafetInput *input, StafetSnapshot *snapshot);

G_END_DECLS
