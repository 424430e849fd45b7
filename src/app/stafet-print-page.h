/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets of paper: which of them, of which week, how they look; printed, or saved as PDF.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_PRINT_PAGE (stafet_print_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetPrintPage, stafet_print_page, STAFET, PRINT_PAGE, StafetPage)

/* The week programme and the door sheets of the house in view, in the week that the desk shows. */
StafetPage *stafet_print_page_new (StafetDesk *desk);
/* Whom to ring because of a closure, or of one date of an activity or shift. */
StafetPage *stafet_print_page_new_for_closure (StafetDesk *desk, StafetUid closure);
StafetPage *stafet_print_page_new_for_date (StafetDesk *desk, StafetKind kind, StafetUid series,
                                            StafetDate original);
/* Who comes to a ward; the shifts of a volunteer. */
StafetPage *stafet_print_page_new_for_ward (StafetDesk *desk, StafetUid ward);
StafetPage *stafet_print_page_new_for_volunteer (StafetDesk *desk, StafetUid volunteer);
/* The agreement on a room that is lent out. */
/* The sheet that hands a calendar over. */
StafetPage *stafet_print_page_new_for_feed (StafetDesk *desk, StafetUid feed);
StafetPage *stafet_print_page_new_for_loan (StafetDesk *desk, StafetUid loan);

G_END_DECLS
