/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One role of an occurrence: who is on it, with telephone and what can be said of her, and the places that
 * nobody has.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define STAFET_TYPE_SHIFT_SECTION (stafet_shift_section_get_type ())
G_DECLARE_FINAL_TYPE (StafetShiftSection, stafet_shift_section, STAFET, SHIFT_SECTION, GtkBox)

GtkWidget *stafet_shift_section_new (void);
/* Nothing is kept of @entry. Rows that say the same stay, with the keyboard. */
void stafet_shift_section_show (StafetShiftSection *self, StafetSnapshot *snapshot, const StafetEntry *entry,
                                const StafetStaffing *staffing, StafetWall now);

G_END_DECLS
