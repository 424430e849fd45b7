/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Good cooperation: whom to thank, to have coffee with, to miss and to welcome, and what grates.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_CARE_PAGE (stafet_care_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetCarePage, stafet_care_page, STAFET, CARE_PAGE, StafetPage)

StafetPage *stafet_care_page_new (StafetDesk *desk);

G_END_DECLS
