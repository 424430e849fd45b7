/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The iCalendar writer.
 */
#include "stafet-ics-writer.h"

#include <string.h>

#define MAX_OCTETS 75
#define ZONE "Europe/Copenhagen"

static const char head[] =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stafet//Stafet " STAFET_VERSION "//DA\r\n"
  "METHOD:PUBLISH\r\nCALSCALE:GREGORIAN\r\n";
static const char settings[] =
  "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nCOLOR:teal\r\n";
static const char zone[] =
  "BEGIN:VTIMEZONE\r\nTZID:" ZONE "\r\n"
  "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
  "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

void
stafet_ics_event_free (StafetIcsEvent *event)
{
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->location);
  g_free (event->description);
  g_free (event);
}

/* One unit of a TEXT value that a fold must not split: an escape or a UTF-8 sequence. Returns its octets
 * in @unit and moves @text behind it; 0 for what is left out. */
static gsize
next_unit (const char **text, char unit[8])
{
  const char *from = *text, *behind = g_utf8_next_char (from);

  *text = behind;
  if (*from == '\n')
    {
      memcpy (unit, "\\n", 2);
      return 2;
    }
  if (*from == '\\' || *from == ',' || *from == ';')
    {
      unit[0] = '\\';
      unit[1] = *from;
      return 2;
    }
  if ((guchar) *from < 0x20 || *from == 0x7f)
    return 0;
  memcpy (unit, from, (gsize) (behind - from));
  return (gsize) (behind - from);
}

/* NAME:value, escaped and folded. */
static void
write_text (GString *out, const char *name, const char *text)
{
  gsize octets = strlen (name) + 1;

  g_string_append (out, name);
  g_string_append_c (out, ':');
  while (*text != '\0')
    {
      char unit[8];
      gsize length = next_unit (&text, unit);

      if (octets + length > MAX_OCTETS)
        {
          g_string_append (out, "\r\n ");
          octets = 1;
        }
      g_string_append_len (out, unit, (gssize) length);
      octets += length;
    }
  g_string_append (out, "\r\n");
}

static void
write_time (GString *out, const char *name, StafetWall wall, gboolean all_day)
{
  int year, month, day, minutes = stafet_wall_minutes (wall);

  stafet_date_split (stafet_wall_date (wall), &year, &month, &day);
  if (all_day)
    g_string_append_printf (out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, day);
  else
    g_string_append_printf (out, "%s;TZID=" ZONE ":%04d%02d%02dT%02d%02d00\r\n", name, year, month, day,
                            minutes / 60, minutes % 60);
}

static void
write_stamp (GString *out, const char *name, StafetInstant instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (MAX (instant, 0));
  g_autofree char *text = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  g_string_append_printf (out, "%s:%s\r\n", name, text);
}

static void
write_event (GString *out, const StafetIcsEvent *event)
{
  g_string_append (out, "BEGIN:VEVENT\r\n");
  write_text (out, "UID", event->uid);
  write_stamp (out, "DTSTAMP", event->stamp);
  write_stamp (out, "LAST-MODIFIED", event->stamp);
  g_string_append_printf (out, "SEQUENCE:%d\r\n", event->sequence);
  write_time (out, "DTSTART", event->start, event->all_day);
  write_time (out, "DTEND", event->end, event->all_day);
  write_text (out, "SUMMARY", event->summary);
  if (*event->location != '\0')
    write_text (out, "LOCATION", event->location);
  if (*event->description != '\0')
    write_text (out, "DESCRIPTION", event->description);
  g_string_append_printf (out, "STATUS:%s\r\nTRANSP:%s\r\nEND:VEVENT\r\n",
                          event->cancelled ? "CANCELLED" : "CONFIRMED",
                          event->transparent ? "TRANSPARENT" : "OPAQUE");
}

GString *
stafet_ics_write (const char *name, const GPtrArray *events)
{
  GString *out = g_string_sized_new (4096 + events->len * 512);

  g_string_append (out, head);
  write_text (out, "X-WR-CALNAME", name);
  write_text (out, "NAME", name);
  g_string_append (out, settings);
  g_string_append (out, zone);
  for (guint i = 0; i < events->len; i++)
    write_event (out, g_ptr_array_index (events, i));
  g_string_append (out, "END:VCALENDAR\r\n");
  return out;
}
