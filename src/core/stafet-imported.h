/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an activity or shift came from that was taken in from somebody else's calendar.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

/* Names of foreign events are kept as digests of letters: a foreign UID may be long, and hold what looks like
 * a CPR number. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity, shift; /* exactly one */
  char *calendar;            /* digest of which calendar told of it */
  char *event;               /* digest of its UID there, and of its date where one event became several */
  char *digest;              /* of what the calendar said, to know whether it says something else now */
  char *extra;               /* lines that Stafet has no word for, to be handed on */
} StafetImported;

extern StafetRecordInfo stafet_imported_info;

G_END_DECLS
