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
/* The same of several names with commas between them, for a field of its own: their uids, with commas, and in
 * @hint who was understood. @known: uids of those whom an exact name means first, where two are called the
 * same. NULL and @error when somebody is not clear. (transfer full) */
char *stafet_named_list (StafetSnapshot *snapshot, const char *names, const GPtrArray *known, char **hint,
                         GError **error);

G_END_DECLS
