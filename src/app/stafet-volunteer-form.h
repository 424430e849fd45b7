/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a volunteer down: five fields from a talk, the rest when there is time.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_VOLUNTEER_FORM (stafet_volunteer_form_get_type ())
G_DECLARE_FINAL_TYPE (StafetVolunteerForm, stafet_volunteer_form, STAFET, VOLUNTEER_FORM, StafetPage)

StafetPage *stafet_volunteer_form_new (StafetDesk *desk);
StafetPage *stafet_volunteer_form_new_for (StafetDesk *desk, StafetUid volunteer);

G_END_DECLS
