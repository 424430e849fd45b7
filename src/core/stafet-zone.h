/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one function that turns wall time into an instant, by the rules of RFC 5545 §3.3.5.
 */
#pragma once

#include "stafet-date.h"

G_BEGIN_DECLS

/* Seconds since 1970-01-01T00:00Z. */
typedef gint64 StafetInstant;
#define STAFET_INSTANT_NONE G_MININT64

/* An immutable, reference-counted zone: its IANA name and its rules. */
typedef struct _StafetZone StafetZone;

#define STAFET_ZONE_DEFAULT "Europe/Copenhagen"

/* NULL and an error for a name the machine does not know. Europe/Copenhagen is always known, also on a
 * machine without a zone database. */
StafetZone *stafet_zone_new (const char *name, GError **error);
/* A change of offset: @offset seconds east of UTC hold from @at on. */
typedef struct
{
  StafetInstant at;
  int offset;
} StafetTransition;

/* A zone as somebody else describes it: @before holds until the first of the @n ascending transitions. */
StafetZone *stafet_zone_new_custom (const char *name, int before, const StafetTransition *transitions,
                                    guint n);
StafetZone *stafet_zone_ref (StafetZone *zone);
void stafet_zone_unref (StafetZone *zone);
const char *stafet_zone_get_name (const StafetZone *zone);

/* A wall time that occurs twice means the first; one in the gap is read with the offset before it
 * (Copenhagen 2026-03-29T02:30 is 01:30Z). */
StafetInstant stafet_zone_to_instant (const StafetZone *zone, StafetWall wall);
/* Rounded down to the minute. */
StafetWall stafet_zone_to_wall (const StafetZone *zone, StafetInstant instant);
/* Whether @wall is skipped by a spring night. */
gboolean stafet_zone_in_gap (const StafetZone *zone, StafetWall wall);
/* Seconds east of UTC at @instant. */
int stafet_zone_offset (const StafetZone *zone, StafetInstant instant);

/* "2026-11-24T07:40:00Z"; an unset instant writes "". */
#define STAFET_INSTANT_SIZE 24
char *stafet_instant_write (StafetInstant instant, char buffer[STAFET_INSTANT_SIZE]);
gboolean stafet_instant_parse (const char *text, StafetInstant *instant, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetZone, stafet_zone_unref)

G_END_DECLS
