/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turning up or down: how much a volunteer would like, and how much she takes at most.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* Says before it is saved which coming shifts are above the new limits; they stay. */
void stafet_limits_dialog_show (StafetWindow *window, StafetUid volunteer);

G_END_DECLS
