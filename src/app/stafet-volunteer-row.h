/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer in a list: name, telephone, what she can, and her state when it is not the ordinary one.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define STAFET_TYPE_VOLUNTEER_ROW (stafet_volunteer_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetVolunteerRow, stafet_volunteer_row, STAFET, VOLUNTEER_ROW, GtkWidget)

GtkWidget *stafet_volunteer_row_new (void);
void stafet_volunteer_row_bind (StafetVolunteerRow *self, const StafetSnapshot *snapshot,
                                const StafetVolunteer *volunteer, StafetDate today);

/* "café, sang": (transfer full). */
char *stafet_volunteer_skills (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer);
/* "13 61 09 35 · 86 12 34 56": (transfer full). */
char *stafet_volunteer_phones (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer);
/* "on a break until 1 December": "" for an active one, and for one whose break is over by @today.
 * (transfer full) */
char *stafet_volunteer_state (const StafetVolunteer *volunteer, StafetDate today);

G_END_DECLS
