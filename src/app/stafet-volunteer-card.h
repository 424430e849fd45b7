/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything about one volunteer on one page.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_VOLUNTEER_CARD (stafet_volunteer_card_get_type ())
G_DECLARE_FINAL_TYPE (StafetVolunteerCard, stafet_volunteer_card, STAFET, VOLUNTEER_CARD, StafetPage)

StafetPage *stafet_volunteer_card_new (StafetDesk *desk, StafetUid volunteer);

G_END_DECLS
