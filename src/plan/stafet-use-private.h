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
/* Replaces the lists that @pairs name: inserts and deletes links in @changeset, only what differs. */
gboolean stafet_use_set_lists (const StafetSnapshot *snapshot, StafetRecord *owner, const char *const *pairs,
                               StafetChangeset *changeset, GError **error);
gboolean stafet_use_names_key (const char *const *pairs, const char *key);
/* Normalises and checks a series after its fields were set: rule, gap, order, also of the shifts that
 * follow it. Other kinds: validates. */
gboolean stafet_use_finish (StafetPlan *plan, StafetRecord *record, GError **error);
/* Whether a record has what only one of its kind may have: a ward's calendar, a name in a house. */
gboolean stafet_use_check_alone (const StafetSnapshot *snapshot, StafetRecord *record, GError **error);
gboolean stafet_use_check_gap (StafetPlan *plan, StafetWall start, GError **error);
/* Checks that a shift of an activity that lasts from @start to @end ends after it begins. */
gboolean stafet_use_check_offsets (const StafetShift *shift, StafetWall start, StafetWall end,
                                   GError **error);
/* What names a record in labels and lists; a link by its owner. Borrowed. */
const char *stafet_use_label (const StafetSnapshot *snapshot, StafetRecord *record);

/* The same on one line and fit for the label of a change: of a note its beginning, of a sign-up its activity.
 * (transfer full) */
char *stafet_use_name (const StafetSnapshot *snapshot, StafetRecord *record);

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

/* The series whose original dates a record goes by: itself, or the activity of a shift. Borrowed. */
StafetRecord *stafet_use_series (const StafetSnapshot *snapshot, StafetRecord *record);
/* The timing in @series, an activity or a free-standing shift; NULL for a shift that follows one. */
StafetTiming *stafet_use_timing (StafetRecord *series);
/* Whether @date is an original date of the record's series; else NO_DATE, which names the original date
 * that was moved to @date, or the next one. */
gboolean stafet_use_check_date (const StafetSnapshot *snapshot, StafetRecord *record, StafetDate date,
                                GError **error);
/* stafet_use_assign_standing() of whoever has @standing: it goes on on @shift, in a rhythm of its own. That
 * she may be there was settled when it began. (stafet-use-standing.c) */
StafetEdit *stafet_use_carry_standing (const char *shift, const StafetStanding *standing, StafetDate from,
                                       StafetDate to, int parity, int every, gboolean anyway);
/* The date as errors and labels write it. (transfer full) */
char *stafet_use_day (StafetDate date);

G_END_DECLS
