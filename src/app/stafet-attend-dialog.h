/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks how long people came to a shift that is over, and who helped without being planned.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @original: the original date of @shift. */
void stafet_times_dialog_show (StafetWindow *window, StafetUid shift, StafetDate original);
void stafet_helper_dialog_show (StafetWindow *window, StafetUid shift, StafetDate original);

G_END_DECLS
