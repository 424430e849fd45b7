/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Understands the VTIMEZONE of a foreign calendar (RFC 5545 §3.6.5): when its offset changes, and to what.
 */
#pragma once

#include "core/stafet-zone.h"
#include "stafet-ics-line.h"

G_BEGIN_DECLS

/* A VTIMEZONE as it is read, line by line. */
typedef struct _StafetIcsVtimezone StafetIcsVtimezone;

StafetIcsVtimezone *stafet_ics_vtimezone_new (void);
void stafet_ics_vtimezone_free (StafetIcsVtimezone *self);
/* BEGIN:STANDARD or BEGIN:DAYLIGHT. */
void stafet_ics_vtimezone_begin (StafetIcsVtimezone *self);
/* A line of the zone or of the observance begun last. */
void stafet_ics_vtimezone_line (StafetIcsVtimezone *self, StafetIcsLine *line);
/* "" when it has none. Borrowed. */
const char *stafet_ics_vtimezone_name (const StafetIcsVtimezone *self);
/* What it comes to up to the year 2100; NULL when it says no offset. (transfer full) */
StafetZone *stafet_ics_vtimezone_zone (const StafetIcsVtimezone *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetIcsVtimezone, stafet_ics_vtimezone_free)

G_END_DECLS
