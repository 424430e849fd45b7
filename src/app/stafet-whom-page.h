/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom do I ring? Who is asked about what, where the house or the citizen's home lies.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_WHOM_PAGE (stafet_whom_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetWhomPage, stafet_whom_page, STAFET, WHOM_PAGE, StafetPage)

StafetPage *stafet_whom_page_new (StafetDesk *desk);

G_END_DECLS
