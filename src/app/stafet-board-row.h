/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the board on the wall: time, what and where, and who comes, with what it lacks.
 */
#pragma once

#include "publish/stafet-board.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a GtkListBox for @line on @date as it stands at @now. Nothing is kept of @line. (transfer
 * floating) */
GtkWidget *stafet_board_row_new (const StafetBoardLine *line, StafetDate date, StafetWall now);

G_END_DECLS
