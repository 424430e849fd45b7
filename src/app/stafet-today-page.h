/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the day.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_TODAY_PAGE (stafet_today_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetTodayPage, stafet_today_page, STAFET, TODAY_PAGE, StafetPage)

G_END_DECLS
