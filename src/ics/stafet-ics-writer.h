/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes an iCalendar stream (RFC 5545) of single dated events into one growing buffer.
 *
 * Lines end in CRLF and have at most 75 octets; a fold is never inside a UTF-8 sequence or an escape.
 * Texts are valid UTF-8; their line breaks become "\n" and other control characters are dropped.
 */
#pragma once

#include "core/stafet-zone.h"

G_BEGIN_DECLS

/* What stands in the head of a calendar. All borrowed. */
typedef struct
{
  const char *name;       /* what the subscriber sees */
  const char *color;      /* a CSS colour name */
  const StafetZone *zone; /* of all wall times */
  int year;               /* whose daylight-saving rules the VTIMEZONE tells */
} StafetIcsCalendar;

/* One event. Texts are borrowed; "" leaves a property out. */
typedef struct
{
  const char *uid;
  StafetWall start, end; /* end exclusive */
  gboolean all_day;      /* the dates of start and end (exclusive) alone count */
  const char *summary, *location, *description;
  const char *category; /* without commas */
  gboolean cancelled;   /* STATUS:CANCELLED, else CONFIRMED */
  gboolean transparent; /* does not make the reader busy */
  gint32 sequence;
  StafetInstant stamp;   /* DTSTAMP and LAST-MODIFIED */
  const char *rule;      /* nullable: RRULE of the series that @start is the first date of */
  gboolean overrides;    /* it takes the place of one date of a series: … */
  StafetWall recurrence; /* … the one that was at this time (RECURRENCE-ID) */
  const char *extra;     /* nullable: further lines, as stafet_ics_write_text() and _line() wrote them */
} StafetIcsEvent;

void stafet_ics_write_begin (GString *out, const StafetIcsCalendar *calendar);
void stafet_ics_write_event (GString *out, const StafetIcsEvent *event, const char *zone_name);
void stafet_ics_write_end (GString *out);

/* One line "NAME:" and @text, escaped and folded; @name may carry parameters. */
void stafet_ics_write_text (GString *out, const char *name, const char *text);
/* One unfolded line as it stands, valid UTF-8 without line breaks: folded. */
void stafet_ics_write_line (GString *out, const char *line);

G_END_DECLS
