/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the card of a volunteer says of good cooperation, and what can be noted there in one step.
 */
#pragma once

#include "stafet-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs its actions, "care.…", in @card. */
void stafet_volunteer_care_install (GtkWidget *card, StafetDesk *desk, StafetUid volunteer);
/* Fills @list with thanks, talks, the agreement, snags and her photograph. */
void stafet_volunteer_care_show (GtkListBox *list, StafetDesk *desk, StafetUid volunteer);

G_END_DECLS
