/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock: the machine's, or one that stands still for a test or a rehearsal.
 */
#include "stafet-clock.h"

struct _StafetClock
{
  GObject parent_instance;

  StafetZone *zone; /* owned */
  StafetWall fixed; /* STAFET_WALL_NONE: follow the machine */
};

G_DEFINE_FINAL_TYPE (StafetClock, stafet_clock, G_TYPE_OBJECT)

static void
stafet_clock_finalize (GObject *object)
{
  StafetClock *self = STAFET_CLOCK (object);

  g_clear_pointer (&self->zone, stafet_zone_unref);
  G_OBJECT_CLASS (stafet_clock_parent_class)->finalize (object);
}

static void
stafet_clock_class_init (StafetClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_clock_finalize;
}

static void
stafet_clock_init (StafetClock *self)
{
  self->fixed = STAFET_WALL_NONE;
}

StafetClock *
stafet_clock_new (StafetZone *zone)
{
  StafetClock *self = g_object_new (STAFET_TYPE_CLOCK, NULL);

  self->zone = stafet_zone_ref (zone);
  return self;
}

StafetClock *
stafet_clock_new_fixed (StafetZone *zone, StafetWall now)
{
  StafetClock *self = stafet_clock_new (zone);

  self->fixed = now;
  return self;
}

StafetClock *
stafet_clock_copy (StafetClock *self)
{
  return stafet_clock_new_fixed (self->zone, self->fixed);
}

StafetZone *
stafet_clock_get_zone (StafetClock *self)
{
  return self->zone;
}

void
stafet_clock_set_zone (StafetClock *self, StafetZone *zone)
{
  stafet_zone_ref (zone);
  stafet_zone_unref (self->zone);
  self->zone = zone;
}

void
stafet_clock_set_now (StafetClock *self, StafetWall now)
{
  self->fixed = now;
}

StafetWall
stafet_clock_now (StafetClock *self)
{
  if (self->fixed != STAFET_WALL_NONE)
    return self->fixed;
  return stafet_zone_to_wall (self->zone, g_get_real_time () / G_USEC_PER_SEC);
}

StafetDate
stafet_clock_today (StafetClock *self)
{
  return stafet_wall_date (stafet_clock_now (self));
}

StafetInstant
stafet_clock_instant (StafetClock *self)
{
  if (self->fixed != STAFET_WALL_NONE)
    return stafet_zone_to_instant (self->zone, self->fixed);
  return g_get_real_time () / G_USEC_PER_SEC;
}
