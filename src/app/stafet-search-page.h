/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searches everything while it is typed: people, activities, houses, rooms, organisers and commands.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SEARCH_PAGE (stafet_search_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetSearchPage, stafet_search_page, STAFET, SEARCH_PAGE, StafetPage)

StafetPage *stafet_search_page_new (StafetDesk *desk);
/* As if @text had been typed. */
void stafet_search_page_search (StafetSearchPage *self, const char *text);

G_END_DECLS
