/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The season assistant: the programme of one season copied to another, after it was tried and looked through.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SEASON_PAGE (stafet_season_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetSeasonPage, stafet_season_page, STAFET, SEASON_PAGE, StafetPage)

StafetPage *stafet_season_page_new (StafetDesk *desk);

G_END_DECLS
