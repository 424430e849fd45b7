/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a text that belongs to one date of an activity.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @key: a text of the activity, "note" or "public_text". */
void stafet_text_dialog_show (StafetWindow *window, StafetUid activity, StafetDate original, const char *key);

G_END_DECLS
