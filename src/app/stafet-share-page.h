/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar is handed over: its code, its links, the letter, the sheet, and how each program takes it in.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SHARE_PAGE (stafet_share_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetSharePage, stafet_share_page, STAFET, SHARE_PAGE, StafetPage)

StafetPage *stafet_share_page_new (StafetDesk *desk, StafetUid feed);

G_END_DECLS
