/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The saved ideas, and the dialog of one.
 */
#pragma once

#include "core/stafet-activity.h"
#include "stafet-page.h"
#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_IDEAS_PAGE (stafet_ideas_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetIdeasPage, stafet_ideas_page, STAFET, IDEAS_PAGE, StafetPage)

StafetPage *stafet_ideas_page_new (StafetDesk *desk);
/* Asks for a new idea, filled in with what @activity is. */
void stafet_idea_dialog_show_for (StafetWindow *window, const StafetActivity *activity);

G_END_DECLS
