/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rooms that are lent out, and those that somebody asks for.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_LOANS_PAGE (stafet_loans_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetLoansPage, stafet_loans_page, STAFET, LOANS_PAGE, StafetPage)

/* Of the houses in view. */
StafetPage *stafet_loans_page_new (StafetDesk *desk);

G_END_DECLS
