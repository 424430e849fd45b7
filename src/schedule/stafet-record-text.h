/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record as a text to read, to sign, or to put into somebody else's form.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* What it is called, then each of its fields that says something, under the field's title. (transfer full) */
char *stafet_record_text (const StafetSnapshot *snapshot, StafetRecord *record, StafetLanguage language);

G_END_DECLS
