/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of an order to the IT department: what it takes to publish calendars.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

/* A letter in plain text, in @language. (transfer full) */
char *stafet_publish_order_write (StafetSnapshot *snapshot, StafetLanguage language);

G_END_DECLS
