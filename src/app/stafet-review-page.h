/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is planned on holidays and closed days, and what goes every other week across the new year: looked
 * through and answered, one by one or all at once.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_REVIEW_PAGE (stafet_review_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetReviewPage, stafet_review_page, STAFET, REVIEW_PAGE, StafetPage)

StafetPage *stafet_review_page_new (StafetDesk *desk);

G_END_DECLS
