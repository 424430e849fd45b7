/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the use cases share: setting keys from texts, finding dates, labels.
 */
#pragma once

#include "stafet-references.h"
#include "stafet-use-cases.h"

G_BEGIN_DECLS

/* Sets the fields that @pairs name ("KEY=VALUE"), resolving references to uids. Lists are passed over:
 * stafet_use_set_lists() writes them. Unknown and hidden keys are refused. */
gboolean stafet_use_set_pairs (const StafetSnapshot *snapshot, StafetRecord *record, const char *const *pairs,
                               GError **error);
/* Whether a kind's field would take @text: for texts that a use case carries before it has a record. */
gboolean stafet_use_check_text (StafetKind kind, const char *field, const char *text, GError **error);
/* Replaces the lists that @pairs name: inserts and deletes links in @changeset, only what differs. */
gboolean stafet_use_set_lists (const StafetSnapshot *snapshot, StafetRecord *owner, const char *const *pairs,
                               StafetChangeset *changeset, GError **error);
/* Normalises and checks a series after its fields were set: rule, gap, order. Other kinds: validates. */
gboolean stafet_use_finish (StafetPlan *plan, StafetRecord *record, GError **error);

/* The agenda of one date of a shift, with the entry and the staffing of the shift in it. Error NO_DATE. */
typedef struct
{
  StafetAgenda *agenda; /* owned */
  StafetEntry *entry;
  StafetStaffing *staffing;
} StafetShiftDate;

gboolean stafet_shift_date_find (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                                 StafetShiftDate *found, GError **error);
void stafet_shift_date_clear (StafetShiftDate *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetShiftDate, stafet_shift_date_clear)

/* "torsdag den 26. november" in the language of the process. (transfer full) */
char *stafet_use_day (StafetDate date);

G_END_DECLS
