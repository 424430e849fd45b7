/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Danish public holidays.
 */
#pragma once

#include "core/stafet-date.h"

G_BEGIN_DECLS

/* The holiday that a series may keep, cancel or ask about, as a translatable msgid; NULL on other days.
 * Christmas Eve is one; Great Prayer Day was one up to 2023. */
const char *stafet_holidays_name (StafetDate date);
/* Days on which many houses close though series do not follow them: 5 June, 1 May, 31 December. */
const char *stafet_holidays_extra_name (StafetDate date);

G_END_DECLS
