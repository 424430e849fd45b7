/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guided talk with a citizen, what fits beside it, and who has the baton.
 */
#pragma once

#include "stafet-page.h"
#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ENQUIRY_PAGE (stafet_enquiry_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetEnquiryPage, stafet_enquiry_page, STAFET, ENQUIRY_PAGE, StafetPage)

/* A look-up, of which nothing is kept before it is saved. */
StafetPage *stafet_enquiry_page_new (StafetDesk *desk);
StafetPage *stafet_enquiry_page_new_for (StafetDesk *desk, StafetUid enquiry);

/* Whether it asks somebody new, and shows no enquiry that is kept. */
gboolean stafet_enquiry_page_is_new (StafetEnquiryPage *self);
/* Whether nothing waits in memory that cannot be saved; else it says so, once of the same. */
gboolean stafet_enquiry_page_may_end (StafetWindow *window);

G_END_DECLS
