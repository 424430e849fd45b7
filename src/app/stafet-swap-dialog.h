/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what somebody's place on a date is swapped for.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_swap_dialog_show (StafetWindow *window, StafetUid shift, StafetDate date, StafetUid volunteer);

G_END_DECLS
