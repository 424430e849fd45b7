/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * School holidays as a municipality publishes them: a table of from;to;text.
 */
#pragma once

#include "core/stafet-house-rules.h"

G_BEGIN_DECLS

/* Reads CSV with ; or , in UTF-8 (with or without a byte-order mark) or Windows-1252; a heading may stand
 * first; dates as 2027-02-13, 13/2/2027, 13-2-2027 or 13.2.2027. NULL and STAFET_CORE_ERROR_FILE that names
 * every faulty line: a table is taken whole or not at all. (transfer full) of StafetSchoolHoliday. */
GPtrArray *stafet_holiday_file_read (const char *path, GError **error);

G_END_DECLS
