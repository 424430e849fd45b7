/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody on a shift: a tick for having come, the name with its menu, and the state in a word.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_PERSON (stafet_person_get_type ())
G_DECLARE_FINAL_TYPE (StafetPerson, stafet_person, STAFET, PERSON, GtkWidget)

GtkWidget *stafet_person_new (void);
/* @ticks: whether it may be said that she came. What is shown is read here; nothing is kept of @place. */
void stafet_person_bind (StafetPerson *self, const StafetStaffing *staffing, StafetDate date,
                         const StafetPlace *place, gboolean ticks);

G_END_DECLS
