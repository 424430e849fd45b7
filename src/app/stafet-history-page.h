/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who changed what and when: of everything, of a house, a person or an activity; and one older change taken
 * back.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_HISTORY_PAGE (stafet_history_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetHistoryPage, stafet_history_page, STAFET, HISTORY_PAGE, StafetPage)

/* @kind: HOUSE, VOLUNTEER, ACTIVITY or SHIFT; @uid NULL: everything. */
StafetPage *stafet_history_page_new (StafetDesk *desk, StafetKind kind, StafetUid uid);

G_END_DECLS
