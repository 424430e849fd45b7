/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel of an occurrence as a page of its own, where there is no room for it beside another.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ENTRY_PAGE (stafet_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetEntryPage, stafet_entry_page, STAFET, ENTRY_PAGE, StafetPage)

StafetPage *stafet_entry_page_new (StafetDesk *desk, StafetKind kind, StafetUid series, StafetDate original);

G_END_DECLS
