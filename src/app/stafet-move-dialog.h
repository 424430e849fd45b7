/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks when a date of a series is to be instead.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_move_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate original);

G_END_DECLS
