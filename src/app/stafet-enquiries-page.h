/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The enquiries of the houses in view: those whose baton was dropped first.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ENQUIRIES_PAGE (stafet_enquiries_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetEnquiriesPage, stafet_enquiries_page, STAFET, ENQUIRIES_PAGE, StafetPage)

G_END_DECLS
