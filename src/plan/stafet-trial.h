/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is tried on a plan that nothing is written of: the steps so far, in place of a store's log.
 *
 * A plan made with stafet_plan_new_trial() takes edits, undo and redo as every plan does. What it takes stays
 * in memory until stafet_use_keep_trial() makes one change of the real plan of it, or it is dropped.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

typedef struct _StafetTrial StafetTrial;

/* @before: what the trial begins with. @head: of that plan; steps are counted on from there. */
StafetTrial *stafet_trial_new (StafetSnapshot *before, gint64 head);
void stafet_trial_free (StafetTrial *self);

/* In place of stafet_store_apply(): numbers @changeset and its records, and remembers it as a step. Refused
 * (STAFET_PLAN_ERROR_STATE) is what is for good: it can only be done. */
gboolean stafet_trial_take (StafetTrial *self, StafetChangeset *changeset, StafetInstant at, GError **error);

/* Fill @changeset with what takes the newest step back, or does once more what was taken back last;
 * STAFET_STORE_ERROR_NOTHING when there is none. */
gboolean stafet_trial_fill_undo (const StafetTrial *self, StafetChangeset *changeset, GError **error);
gboolean stafet_trial_fill_redo (const StafetTrial *self, StafetChangeset *changeset, GError **error);

/* The plan as it was when the trial began. Borrowed. */
StafetSnapshot *stafet_trial_get_before (const StafetTrial *self);
/* Steps that were not taken back. */
guint stafet_trial_length (const StafetTrial *self);
/* What step @i is called; at the length what redo would do, NULL where there is none. Borrowed. */
const char *stafet_trial_get_label (const StafetTrial *self, guint i);
/* What all steps come to: each record stands there once, as it was when the trial began and as it shall be,
 * in an order in which a store can take them. Borrows the records of the steps. (transfer full)
 */
StafetChangeset *stafet_trial_sum (const StafetTrial *self);

G_END_DECLS
