/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who owns "now" and the zone, so that tests own time.
 */
#pragma once

#include "stafet-zone.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define STAFET_TYPE_CLOCK (stafet_clock_get_type ())
G_DECLARE_FINAL_TYPE (StafetClock, stafet_clock, STAFET, CLOCK, GObject)

/* A clock that follows the machine's, in @zone. */
StafetClock *stafet_clock_new (StafetZone *zone);
/* A clock that stands still at @now until it is set. */
StafetClock *stafet_clock_new_fixed (StafetZone *zone, StafetWall now);

/* (transfer full) The same time, with a zone of its own: for another thread. */
StafetClock *stafet_clock_copy (StafetClock *self);

StafetZone *stafet_clock_get_zone (StafetClock *self);
/* Keeps a fixed clock's wall time. */
void stafet_clock_set_zone (StafetClock *self, StafetZone *zone);
void stafet_clock_set_now (StafetClock *self, StafetWall now);
StafetWall stafet_clock_now (StafetClock *self);
StafetDate stafet_clock_today (StafetClock *self);
StafetInstant stafet_clock_instant (StafetClock *self);

G_END_DECLS
