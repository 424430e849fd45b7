/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks why a date is cancelled, and cancels it.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_cancel_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate date);

G_END_DECLS
