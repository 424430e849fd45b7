/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a thread looks through for a page, while the window goes on; and how a page has it do so.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  StafetSnapshot *before;   /* owned: what a trial began with; NULL where nothing is tried */
  StafetAgendaQuery query;
  GHashTable *houses; /* owned, nullable: those that @query borrows */
  StafetWall now;
} StafetLook;

/* Takes what there is to see now; the houses of @query are copied. */
StafetLook *stafet_look_new (StafetDesk *desk, const StafetAgendaQuery *query);
void stafet_look_free (StafetLook *self);

/* What a page looks for. */
typedef struct
{
  gpointer (*find) (const StafetLook *look);       /* in a thread */
  GDestroyNotify free;                             /* of what was found */
  void (*show) (StafetPage *page, gpointer found); /* takes it over */
} StafetLookKind;

/* For refresh(): finds and shows what there is. Called while a thread is at it, that is done once more when
 * it ends, and what it finds is not shown; nor is what is found when the page is gone. */
void stafet_look_run (StafetPage *page, const StafetAgendaQuery *query, const StafetLookKind *kind);

G_END_DECLS
