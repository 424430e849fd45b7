/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes iCalendar (RFC 5545) into one growing buffer.
 *
 * Lines end with CRLF and are folded at 75 octets, never inside a UTF-8 sequence or an escape. Times carry
 * TZID=Europe/Copenhagen, whose VTIMEZONE is written with the European Union's rules: libical's own zones
 * are misread by other programs.
 */
#pragma once

#include "core/stafet-zone.h"

G_BEGIN_DECLS

/* One dated event: everything a subscriber sees of it. Texts are plain, not escaped. */
typedef struct
{
  char *uid, *summary, *location, *description;
  StafetWall start, end; /* end > start */
  gboolean transparent;  /* takes nobody's time: cancelled */
  gboolean cancelled;    /* STATUS:CANCELLED, which some programs hide; otherwise CONFIRMED */
  gboolean all_day;      /* start and end are midnights */
  gint32 sequence;
  StafetInstant stamp; /* DTSTAMP and LAST-MODIFIED */
} StafetIcsEvent;

void stafet_ics_event_free (StafetIcsEvent *event);

/* A whole calendar called @name of @events (StafetIcsEvent). (transfer full) */
GString *stafet_ics_write (const char *name, const GPtrArray *events);

G_END_DECLS
