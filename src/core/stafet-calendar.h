/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody else's calendar that a house looks at: a church's, an association's. What it tells of stands
 * beside the house's own as activities that are read only.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef struct
{
  StafetRecord parent;
  char *name;
  StafetUid house;
  char *address;         /* http, https or webcal, or the path of a file that is read again */
  StafetUid room;        /* where all of it takes place that names no room of the house; nullable */
  StafetInstant fetched; /* when it last told of something new; NONE: never yet */
} StafetCalendar;

extern StafetRecordInfo stafet_calendar_info;

G_END_DECLS
