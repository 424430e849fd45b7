/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a call list has, and for which dates.
 */
#pragma once

#include "schedule/stafet-agenda.h"

G_BEGIN_DECLS

/* One date of one shift. Borrowed from the agenda. */
typedef struct
{
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  const StafetPlace *place;
} StafetCalleeDate;

/* Somebody to ring. Exactly one of the three; borrowed from the agenda. */
typedef struct
{
  const StafetVolunteer *volunteer;
  const StafetOrganiser *organiser;
  const char *guest;
  GArray *dates; /* StafetCalleeDate in order of time, owned */
} StafetCallee;

/* Everybody on a place of the agenda's entries, in Danish order of name, protected people last. (transfer
 * full) of StafetCallee. */
GPtrArray *stafet_callees_new (const StafetAgenda *agenda);

G_END_DECLS
