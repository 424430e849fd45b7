/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closes a house, an area, a ward, a room or a vehicle for a day or longer, and leads to whom to ring.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_close_dialog_show (StafetWindow *window);

G_END_DECLS
