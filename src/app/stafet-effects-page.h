/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows from what is tried: holes, dates, clashes and calls, before anything is saved.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_EFFECTS_PAGE (stafet_effects_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetEffectsPage, stafet_effects_page, STAFET, EFFECTS_PAGE, StafetPage)

StafetPage *stafet_effects_page_new (StafetDesk *desk);

G_END_DECLS
