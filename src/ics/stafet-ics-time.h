/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times, durations and periods as foreign calendars write them (RFC 5545 §3.3), with the zone that
 * each is in.
 */
#pragma once

#include "core/stafet-zone.h"
#include "stafet-ics-line.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_ICS_NEVER, /* no time at all */
  STAFET_ICS_DATE,
  STAFET_ICS_FLOATING,
  STAFET_ICS_UTC,
  STAFET_ICS_ZONED
} StafetIcsForm;

/* A zone that a calendar names. What it is, is known when the whole calendar is read: its VTIMEZONE may come
 * later. */
typedef struct
{
  char *name;           /* owned: the TZID */
  StafetZone *embedded; /* owned, nullable: its VTIMEZONE */
  StafetZone *zone;     /* owned; NULL until stafet_ics_zone_resolve() */
} StafetIcsZone;

typedef struct
{
  StafetIcsForm form;
  StafetWall wall;     /* in its own zone, rounded down to the minute; DATE: its midnight */
  StafetIcsZone *zone; /* ZONED: borrowed */
} StafetIcsTime;

/* How long something lasts: days follow the clock on the wall, seconds do not (§3.3.6). */
typedef struct
{
  gint32 days;
  gint64 seconds;
} StafetIcsDuration;

/* FALSE: @text is no date or time between the years 1900 and 4000. @zone: the one that a TZID names,
 * nullable. */
gboolean stafet_ics_time_parse (const char *text, StafetIcsZone *zone, StafetIcsTime *time);
/* Not negative, and at most ten years. */
gboolean stafet_ics_duration_parse (const char *text, StafetIcsDuration *duration);

/* The zone behind the name: the one that the machine knows by it, else its VTIMEZONE, else what Windows means
 * by the name. FALSE: nobody knows it, and it is taken as @local. */
gboolean stafet_ics_zone_resolve (StafetIcsZone *self, StafetZone *local);
void stafet_ics_zone_free (StafetIcsZone *self);

/* Universal time, as a zone like any other. Borrowed for ever. */
const StafetZone *stafet_ics_utc (void);
/* The zone that the wall time is in; dates and floating times are in @local. Borrowed. */
const StafetZone *stafet_ics_time_zone (const StafetIcsTime *time, const StafetZone *local);
StafetInstant stafet_ics_time_instant (const StafetIcsTime *time, const StafetZone *local);
/* What the clock shows in @zone; a date stays what it is. */
StafetWall stafet_ics_time_in (const StafetIcsTime *time, const StafetZone *zone, const StafetZone *local);

G_END_DECLS
