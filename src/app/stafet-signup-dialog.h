/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks who signs up, what the kitchen makes beside, and how many came.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* Of an activity on its original date. */
void stafet_signup_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original);
/* What was said of @signup: it keeps its place in the order. */
void stafet_signup_dialog_edit (StafetWindow *window, StafetUid signup);
void stafet_kitchen_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original);
void stafet_head_count_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original);

G_END_DECLS
