/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a note, or changes one.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @note NULL: a new one, which belongs to the house in view. */
void stafet_note_dialog_show (StafetWindow *window, StafetUid note);

G_END_DECLS
