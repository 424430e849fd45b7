/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to ring because something is cancelled or moved, ticked off one by one.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_CALLS_PAGE (stafet_calls_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetCallsPage, stafet_calls_page, STAFET, CALLS_PAGE, StafetPage)

StafetPage *stafet_calls_page_new_for_closure (StafetDesk *desk, StafetUid closure);
/* One date of an activity or a free-standing shift. */
StafetPage *stafet_calls_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series,
                                            StafetDate original);

/* The same on paper. (transfer floating) */
StafetPage *stafet_calls_page_new_print (StafetCallsPage *self);

G_END_DECLS
