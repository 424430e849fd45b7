/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preferences: what houses are called, the language, the size of the text. They apply at once.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

void stafet_preferences_show (StafetWindow *window);

G_END_DECLS
