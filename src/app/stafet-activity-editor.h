/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes an activity down, or changes one: on one date, from a date on, or on all.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ACTIVITY_EDITOR (stafet_activity_editor_get_type ())
G_DECLARE_FINAL_TYPE (StafetActivityEditor, stafet_activity_editor, STAFET, ACTIVITY_EDITOR, StafetPage)

/* Makes ahead the fields of the editor that is opened next, while nothing else happens: they are most of what
 * opening takes. The desk keeps them, and they keep the desk, until an editor is opened or they are dropped.
 */
void stafet_activity_editor_prepare (StafetDesk *desk);
void stafet_activity_editor_drop_prepared (StafetDesk *desk);

StafetPage *stafet_activity_editor_new (StafetDesk *desk);
/* A new one at a time, in @room (nullable) and its house. */
StafetPage *stafet_activity_editor_new_at (StafetDesk *desk, StafetWall start, StafetWall end,
                                           const StafetRoom *room);
/* A room that somebody asks to borrow. */
StafetPage *stafet_activity_editor_new_loan (StafetDesk *desk);
/* A new one, filled in with what an idea takes. */
StafetPage *stafet_activity_editor_new_from_idea (StafetDesk *desk, StafetUid idea);
/* @date: the original date from which it was opened. */
StafetPage *stafet_activity_editor_new_for (StafetDesk *desk, StafetUid activity, StafetDate date);

G_END_DECLS
