/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars of others that the houses look at.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_CALENDARS_PAGE (stafet_calendars_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetCalendarsPage, stafet_calendars_page, STAFET, CALENDARS_PAGE, StafetPage)

StafetPage *stafet_calendars_page_new (StafetDesk *desk);

G_END_DECLS
