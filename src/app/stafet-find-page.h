/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who could fill a hole, best first; and who cannot, and why.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_FIND_PAGE (stafet_find_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetFindPage, stafet_find_page, STAFET, FIND_PAGE, StafetPage)

/* For a shift on its original date. */
StafetPage *stafet_find_page_new (StafetDesk *desk, StafetUid shift, StafetDate date);

G_END_DECLS
