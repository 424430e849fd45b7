/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * School holidays from a file: every line is shown as it would come in, and nothing is written before that is
 * asked for.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* Asks which file, and goes on with it. */
void stafet_holidays_dialog_choose (StafetWindow *window);
/* Reads the file in a thread; what is no table of school holidays is said in the dialog. */
void stafet_holidays_dialog_show (StafetWindow *window, const char *path);

G_END_DECLS
