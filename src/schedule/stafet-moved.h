/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was planned for some dates and is held on another: who waits on the day that was planned is told.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* An occurrence that is held on another date than planned. */
typedef struct
{
  StafetAgenda *agenda;  /* owned: its only entry */
  StafetWall start, end; /* as it was planned */
} StafetMoved;

/* Those planned to start on @query's dates, in order of that time, which belong to what the query asks about.
 * Those that were moved and then cancelled are among them. (transfer full) of StafetMoved. */
GPtrArray *stafet_moved_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query);

G_END_DECLS
