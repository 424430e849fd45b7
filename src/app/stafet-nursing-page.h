/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nursing homes: their wards, who comes when, and what each ward's calendar says.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_NURSING_PAGE (stafet_nursing_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetNursingPage, stafet_nursing_page, STAFET, NURSING_PAGE, StafetPage)

G_END_DECLS
