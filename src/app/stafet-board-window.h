/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board on the whole screen; Escape or F11 leaves it.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BOARD_WINDOW (stafet_board_window_get_type ())
G_DECLARE_FINAL_TYPE (StafetBoardWindow, stafet_board_window, STAFET, BOARD_WINDOW, AdwWindow)

/* Not shown yet. */
GtkWindow *stafet_board_window_new (StafetDesk *desk);

G_END_DECLS
