/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards to learn the names of the volunteers by: one at a time, until all are known. Nothing of it is kept.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_NAMES_PAGE (stafet_names_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetNamesPage, stafet_names_page, STAFET, NAMES_PAGE, StafetPage)

StafetPage *stafet_names_page_new (StafetDesk *desk);

G_END_DECLS
