/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer is away, or takes a break: from when to when, and which shifts that opens.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @pause: a break until a date, without the relation ending; else an absence of so many days. */
void stafet_absence_dialog_show (StafetWindow *window, StafetUid volunteer, gboolean pause);

G_END_DECLS
