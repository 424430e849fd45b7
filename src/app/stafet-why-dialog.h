/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks why somebody is not proposed for a shift, and answers.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @date: the original date. */
void stafet_why_dialog_show (StafetWindow *window, StafetUid shift, StafetDate date);

G_END_DECLS
