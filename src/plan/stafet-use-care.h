/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thanks, talks, snags, first steps and photographs: what goes with a new one, and what is forgotten with
 * one.
 */
#pragma once

#include "stafet-use-private.h"

G_BEGIN_DECLS

/* Thanks and talks are of today, a snag too and has a day on which it is erased, an agreement is looked at
 * again within a year: unless it says so itself. @before is NULL for a new record; a snag that is changed
 * keeps its day. Records of other kinds are left alone. */
void stafet_use_begin_care (StafetPlan *plan, const StafetRecord *before, StafetRecord *record);

/* What is noted already is not noted twice, as when a button is pressed twice: a talk of one kind with one
 * volunteer on one day, a step that she has taken. */
gboolean stafet_use_check_care_once (const StafetSnapshot *snapshot, StafetRecord *record, GError **error);

/* A first step that is worded anew keeps those who have taken it. */
void stafet_use_follow_welcome (const StafetSnapshot *snapshot, const StafetRecord *before,
                                const StafetRecord *after, StafetChangeset *changeset);

/* Whether nothing of @record may stay in the log when it is removed: photographs and regulars, who agreed to
 * it until then. */
gboolean stafet_use_forgets (const StafetRecord *record);

G_END_DECLS
