/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The activities of the houses in view: regular ones, events, drafts.
 */
#pragma once

#include "stafet-records-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ACTIVITIES_PAGE (stafet_activities_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetActivitiesPage, stafet_activities_page, STAFET, ACTIVITIES_PAGE,
                      StafetRecordsPage)

G_END_DECLS
