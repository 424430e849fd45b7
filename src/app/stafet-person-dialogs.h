/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the card of a volunteer asks before it is done: she stops, she is erased; and what is held on her.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* Asks for the first day without her, and says what that opens. */
void stafet_leaving_dialog_show (StafetWindow *window, StafetUid volunteer);
/* Says what goes and what stays, asks for her name, erases her, and shows the receipt. */
void stafet_erase_dialog_show (StafetWindow *window, StafetUid volunteer);
/* Shows all that is held on her. */
void stafet_access_show (StafetWindow *window, StafetUid volunteer);

G_END_DECLS
