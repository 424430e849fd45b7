/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes an activity down, or changes one: on one date, from a date on, or on all.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ACTIVITY_EDITOR (stafet_activity_editor_get_type ())
G_DECLARE_FINAL_TYPE (StafetActivityEditor, stafet_activity_editor, STAFET, ACTIVITY_EDITOR, StafetPage)

StafetPage *stafet_activity_editor_new (StafetDesk *desk);
/* @date: the original date from which it was opened. */
StafetPage *stafet_activity_editor_new_for (StafetDesk *desk, StafetUid activity, StafetDate date);

G_END_DECLS
