/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board for a wall: the day of the houses in view as those read it who walk by, from the same lines as
 * the page on the web.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BOARD_PAGE (stafet_board_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetBoardPage, stafet_board_page, STAFET, BOARD_PAGE, StafetPage)

/* It is always of today, whichever day the desk has in view. */
StafetPage *stafet_board_page_new (StafetDesk *desk);
/* How large its text is, in pixels: what is in it follows. @large: for the screen that it is on, so that the
 * head leaves room for the day. */
void stafet_board_page_set_size (StafetBoardPage *self, int size, gboolean large);

G_END_DECLS
