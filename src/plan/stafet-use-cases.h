/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The use cases: what a coordinator can do to the plan. Each returns an edit for stafet_plan_edit().
 *
 * Strings are copied. References are uids or what stafet_reference_find() takes; they are resolved when
 * the edit's turn comes.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* ——— Records (stafet-use-records.c) ——— */

/* @pairs: NULL-terminated "KEY=VALUE". */
StafetEdit *stafet_use_add (StafetKind kind, const char *const *pairs);
/* All dates of a series, or a plain record. */
StafetEdit *stafet_use_edit (StafetKind kind, const char *reference, const char *const *pairs);
/* Refused while something else than its own links refers to it. */
StafetEdit *stafet_use_remove (StafetKind kind, const char *reference);

/* ——— Dates of a series (stafet-use-dates.c) ——— */

/* Cancels every date of an activity, or of a shift that stands alone, from @from to @to. */
StafetEdit *stafet_use_cancel (const char *series, StafetDate from, StafetDate to, const char *reason);
/* Takes a cancellation back; a date that a closure or a holiday cancels is held all the same. */
StafetEdit *stafet_use_restore_date (const char *series, StafetDate date);

/* ——— People on dates (stafet-use-people.c, stafet-use-attend.c) ——— */

/* Exactly one of the three names a holder. */
typedef struct
{
  const char *volunteer, *organiser, *guest;
  int count; /* heads, with organiser; 0: one */
} StafetWho;

/* Puts somebody on one date as asked or promised; an asked or declined place becomes a promised one. Twice
 * on one shift is refused; beyond the shift's maximum, and an overlap with another shift of hers, unless
 * @anyway, which is recorded. */
StafetEdit *stafet_use_assign (const char *shift, const StafetWho *who, StafetDate date, gboolean asked,
                               gboolean anyway);
/* A standing place; @from and @to may be STAFET_DATE_NONE, @every is in weeks. */
StafetEdit *stafet_use_assign_standing (const char *shift, const StafetWho *who, StafetDate from,
                                        StafetDate to, int parity, int every, gboolean anyway);
/* Regrets of somebody who stands on, promised or was asked for that date; @looking marks the date. */
StafetEdit *stafet_use_regret (const char *shift, const StafetWho *who, StafetDate date, gboolean looking);
/* Takes a dated place back, as if it had never been; who only stands on the shift is refused. */
StafetEdit *stafet_use_unassign (const char *shift, const StafetWho *who, StafetDate date);
/* Ends the standing places after @to; STAFET_DATE_NONE: from today on. The past stays. */
StafetEdit *stafet_use_unassign_standing (const char *shift, const StafetWho *who, StafetDate to);
/* Closes a date: everybody who stands on or promised came, but for those already confirmed. Refused for a
 * date to come. */
StafetEdit *stafet_use_attend_as_planned (const char *shift, StafetDate date);
/* One person came or did not; who was not on the shift is an extra. @minutes 0: as long as the shift. */
StafetEdit *stafet_use_attend (const char *shift, const StafetWho *who, StafetDate date, gboolean came,
                               int minutes);

G_END_DECLS
