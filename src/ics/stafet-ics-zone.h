/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells a calendar's readers its zone: a VTIMEZONE with yearly rules, which every client understands.
 */
#pragma once

#include "core/stafet-zone.h"

G_BEGIN_DECLS

/* Appends the zone's VTIMEZONE. Europe/Copenhagen is pinned; other zones tell the rules of the years from
 * @year on, or, where the transitions follow no rule, those of five years one by one. */
void stafet_ics_write_zone (GString *out, const StafetZone *zone, int year);

G_END_DECLS
