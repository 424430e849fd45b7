/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers of the houses in view: searched, filtered, in Danish order.
 */
#pragma once

#include "stafet-records-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_VOLUNTEERS_PAGE (stafet_volunteers_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetVolunteersPage, stafet_volunteers_page, STAFET, VOLUNTEERS_PAGE,
                      StafetRecordsPage)

G_END_DECLS
