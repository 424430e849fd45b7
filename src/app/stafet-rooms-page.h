/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rooms and vehicles of a house: what they hold, how long they take to set up, and which join into one.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ROOMS_PAGE (stafet_rooms_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetRoomsPage, stafet_rooms_page, STAFET, ROOMS_PAGE, StafetPage)

/* Of the house in view, or the first of those in view. */
StafetPage *stafet_rooms_page_new (StafetDesk *desk);

G_END_DECLS
