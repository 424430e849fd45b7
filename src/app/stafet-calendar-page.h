/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar of others says, before any of it is taken in: new, changed, gone, and what cannot be used.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_CALENDAR_PAGE (stafet_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetCalendarPage, stafet_calendar_page, STAFET, CALENDAR_PAGE, StafetPage)

/* To be taken into a house that is chosen there: the file at that path, or what is behind that address. */
StafetPage *stafet_calendar_page_new_for_source (StafetDesk *desk, const char *source);
/* A calendar that a house looks at, read again. */
StafetPage *stafet_calendar_page_new_for_calendar (StafetDesk *desk, StafetUid calendar);

G_END_DECLS
