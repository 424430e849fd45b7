/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Instances of the rostering problem as JSON, and plans for them.
 */
#pragma once

#include "schedule/stafet-roster.h"

G_BEGIN_DECLS

/* A fault is STAFET_CLI_ERROR_USAGE and begins with its path, such as "$.shifts[3].end". (transfer full) */
StafetRosterInstance *stafet_roster_file_read (const char *path, GError **error);

G_END_DECLS
