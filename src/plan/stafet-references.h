/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the record a person means: by uid, by exact name under Danish folding, a volunteer also by phone,
 * a shift of an activity also as TITLE/ROLE, a sign-up by name or phone where one is asked for.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* Borrowed. NULL with STAFET_PLAN_ERROR_UNKNOWN or _AMBIGUOUS (which lists the matches with their uids). */
gpointer stafet_reference_find (const StafetSnapshot *snapshot, StafetKind kind, const char *text,
                                GError **error);
/* The same over every public kind ("show REF"), or over activities and shifts ("cancel SERIES"). */
gpointer stafet_reference_find_any (const StafetSnapshot *snapshot, const char *text, GError **error);
gpointer stafet_reference_find_series (const StafetSnapshot *snapshot, const char *text, GError **error);

G_END_DECLS
