/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the plan is fragile: what falls with one person.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FRAGILE_PAGE (stafet_fragile_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetFragilePage, stafet_fragile_page, STAFET, FRAGILE_PAGE, StafetPage)

StafetPage *stafet_fragile_page_new (StafetDesk *desk);

G_END_DECLS
