/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be looked at soon: agreements, applications to pools, meetings, and terms that end.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_REMINDER_REVIEW,   /* an agreement is to be looked at again */
  STAFET_REMINDER_ENDS,     /* an agreement ends */
  STAFET_REMINDER_DEADLINE, /* of a pool */
  STAFET_REMINDER_ANSWER,   /* that a pool should have given by then */
  STAFET_REMINDER_REPORT,   /* on what was granted */
  STAFET_REMINDER_MEETING,
  STAFET_REMINDER_TERM /* of a member of the council ends */
} StafetReminderKind;

typedef struct
{
  StafetReminderKind kind;
  StafetRecord *record; /* borrowed from the snapshot */
  StafetDate date;
} StafetReminder;

/* Those of @query's houses, or of none, by date: what is due within its time and what should have been done
 * before. (transfer full) of StafetReminder. */
GArray *stafet_reminders_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                               StafetDate today);

/* "is looked at again on 3 December", "the deadline was on 1 November". (transfer full) */
char *stafet_reminder_words (const StafetReminder *reminder, StafetDate today, StafetLanguage language);

G_END_DECLS
