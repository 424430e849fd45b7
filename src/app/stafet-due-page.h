/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose data are kept no longer unless somebody says so.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_DUE_PAGE (stafet_due_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetDuePage, stafet_due_page, STAFET, DUE_PAGE, StafetPage)

StafetPage *stafet_due_page_new (StafetDesk *desk);

G_END_DECLS
