/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing: where calendars lie, how that stands, and the form that settles it.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_PUBLISH_PAGE (stafet_publish_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetPublishPage, stafet_publish_page, STAFET, PUBLISH_PAGE, StafetPage)

StafetPage *stafet_publish_page_new (StafetDesk *desk);

G_END_DECLS
