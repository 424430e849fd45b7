/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything about one occurrence: when and where, who is on it, what is to be known of it, and what can be
 * done to it.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ENTRY_PANEL (stafet_entry_panel_get_type ())
G_DECLARE_FINAL_TYPE (StafetEntryPanel, stafet_entry_panel, STAFET, ENTRY_PANEL, GtkWidget)

/* Shows the date of that series as @desk's plan has it now. FALSE when there is no such date any more: then
 * nothing has changed. What has the keyboard keeps it where that is still there. */
gboolean stafet_entry_panel_show (StafetEntryPanel *self, StafetDesk *desk, StafetKind kind, StafetUid series,
                                  StafetDate original);
/* The keyboard goes to when it is: Enter, pressed once too often, does nothing there. */
void stafet_entry_panel_focus (StafetEntryPanel *self);
/* Whether it has a button that emits "close". */
void stafet_entry_panel_set_closable (StafetEntryPanel *self, gboolean closable);

/* Signal "close": somebody wants it gone. */

G_END_DECLS
