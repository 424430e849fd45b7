/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who came: on one day, also to put it right later, or on all days before that nobody has confirmed.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ATTEND_PAGE (stafet_attend_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetAttendPage, stafet_attend_page, STAFET, ATTEND_PAGE, StafetPage)

StafetPage *stafet_attend_page_new_for_day (StafetDesk *desk, StafetDate day);
StafetPage *stafet_attend_page_new_open (StafetDesk *desk);

G_END_DECLS
