/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is held on a volunteer, to be handed to her.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* Everything that the store holds on a volunteer, to be read by her: what stands on her card, where she is
 * and was on shifts, calls and notes about her, texts of others that name her, and every change of the
 * history that is about her. Headings and sentences in the language of the process, UTF-8, lines end in LF.
 * Blocks. (transfer full) */
char *stafet_access_text (StafetPlan *plan, const char *volunteer, GError **error);

G_END_DECLS
