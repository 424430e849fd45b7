/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which houses are in trouble in the next fortnight, and why.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_OUTLOOK_PAGE (stafet_outlook_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetOutlookPage, stafet_outlook_page, STAFET, OUTLOOK_PAGE, StafetPage)

/* Of the houses in view; while that is a single one, of those that are mine, or of all where none is. */
StafetPage *stafet_outlook_page_new (StafetDesk *desk);

G_END_DECLS
