/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a thread looks through for a page, while the window goes on.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  StafetAgendaQuery query;
  GHashTable *houses; /* owned, nullable: those that @query borrows */
  StafetWall now;
} StafetLook;

/* Takes what there is to see now; the houses of @query are copied. */
StafetLook *stafet_look_new (StafetDesk *desk, const StafetAgendaQuery *query);
void stafet_look_free (StafetLook *self);

G_END_DECLS
