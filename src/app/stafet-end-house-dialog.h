/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks which house closes for good or merges into another, and when, and says what that does.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_end_house_dialog_show (StafetWindow *window);

G_END_DECLS
