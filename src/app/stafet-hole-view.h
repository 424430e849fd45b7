/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hole: what lacks whom, when and where, and the way to find somebody.
 */
#pragma once

#include "stafet-day-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_HOLE_VIEW (stafet_hole_view_get_type ())
G_DECLARE_FINAL_TYPE (StafetHoleView, stafet_hole_view, STAFET, HOLE_VIEW, GtkWidget)

StafetHoleView *stafet_hole_view_new (void);
void stafet_hole_view_bind (StafetHoleView *self, const StafetDayContent *content);
/* Without the way to find somebody: where one is being found already. */
void stafet_hole_view_hide_button (StafetHoleView *self);

/* "Only today", "only this time", "Permanently vacant". (transfer full) */
char *stafet_hole_words (const StafetStaffing *staffing, gboolean today);

G_END_DECLS
