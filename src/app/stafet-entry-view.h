/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An occurrence in a list: when, what, where, and who is on it.
 */
#pragma once

#include "stafet-day-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_ENTRY_VIEW (stafet_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (StafetEntryView, stafet_entry_view, STAFET, ENTRY_VIEW, GtkWidget)

StafetEntryView *stafet_entry_view_new (void);
void stafet_entry_view_bind (StafetEntryView *self, const StafetDayContent *content);

G_END_DECLS
