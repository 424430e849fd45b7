/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small file beside the pages that tells when the plan was last confirmed.
 */
#pragma once

#include "core/stafet-zone.h"

G_BEGIN_DECLS

#define STAFET_HEARTBEAT_FILE "stafet-heartbeat.json"

/* {"confirmed": "2026-11-24T07:40:00Z"}: the plan was read, and what lies beside it is what it says, at that
 * instant. (transfer full) */
char *stafet_heartbeat_write (StafetInstant confirmed);

G_END_DECLS
