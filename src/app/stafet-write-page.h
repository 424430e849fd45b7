/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes to everybody on a date, on an activity, or in a list: mail, text messages and calls, and who was
 * told.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_WRITE_PAGE (stafet_write_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetWritePage, stafet_write_page, STAFET, WRITE_PAGE, StafetPage)

/* One date of an activity or a free-standing shift: who was told is remembered with the plan. */
StafetPage *stafet_write_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series,
                                            StafetDate original);
/* The coming dates of an activity. */
StafetPage *stafet_write_page_new_for_activity (StafetDesk *desk, StafetUid activity);
/* @volunteers: StafetUid, transfer container; @about: which they are, as the header says it. */
StafetPage *stafet_write_page_new_for_volunteers (StafetDesk *desk, GPtrArray *volunteers, const char *about);

/* The key of what was begun there. What such a draft is about, as "a message about “Café”" (transfer full),
 * or NULL when there is no way back to it; and the page that goes on with it. */
#define STAFET_WRITE_DRAFT "write/"
char *stafet_write_page_draft_words (StafetDesk *desk, const char *key);
StafetPage *stafet_write_page_new_for_draft (StafetDesk *desk, const char *key);

G_END_DECLS
