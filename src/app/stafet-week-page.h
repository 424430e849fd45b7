/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the week.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_WEEK_PAGE (stafet_week_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetWeekPage, stafet_week_page, STAFET, WEEK_PAGE, StafetPage)

/* Shows an occurrence in the panel beside the grid. FALSE where there is no room for one. */
gboolean stafet_week_page_show_entry (StafetWeekPage *self, StafetKind kind, StafetUid series,
                                      StafetDate original);

G_END_DECLS
