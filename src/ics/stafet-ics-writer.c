/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The iCalendar writer. It is on the path of every published event, so it writes bytes into room that was
 * reserved for the whole line and formats numbers by hand.
 */
#include "stafet-ics-writer.h"

#include "stafet-ics-zone.h"

#include <string.h>

#define PRODID "-//Stafet//Stafet " STAFET_VERSION "//DA"
#define LINE_OCTETS 75

/* ——— Text ——— */

/* One line under way: where it is written, and how many octets its last physical line has. */
typedef struct
{
  char *at;
  guint column;
} Line;

/* Puts octets that belong together: folds before them when they do not fit. */
static inline void
put (Line *line, const char *octets, guint n)
{
  if (line->column + n > LINE_OCTETS)
    {
      memcpy (line->at, "\r\n ", 3);
      line->at += 3;
      line->column = 1;
    }
  memcpy (line->at, octets, n);
  line->at += n;
  line->column += n;
}

/* A sequence of several octets. U+0085, U+2028 and U+2029 break lines in some readers; the other controls
 * of U+0080-U+009F say nothing. */
static const char *
put_wide (Line *line, const char *text)
{
  const guchar *c = (const guchar *) text;
  guint n = c[0] >= 0xf0 ? 4 : c[0] >= 0xe0 ? 3 : 2;

  if ((c[0] == 0xc2 && c[1] == 0x85) || (c[0] == 0xe2 && c[1] == 0x80 && (c[2] == 0xa8 || c[2] == 0xa9)))
    put (line, "\\n", 2);
  else if (c[0] != 0xc2 || c[1] >= 0xa0)
    put (line, text, n);
  return text + n;
}

static void
put_narrow (Line *line, char c)
{
  const char escaped[2] = { '\\', c };

  if (c == '\n')
    put (line, "\\n", 2);
  else if (c == '\\' || c == ';' || c == ',')
    put (line, escaped, 2);
  else if (c == '\t')
    put (line, " ", 1);
  else if ((guchar) c >= 0x20 && c != 0x7f)
    put (line, &c, 1);
}

void
stafet_ics_write_text (GString *out, const char *name, const char *text)
{
  gsize octets = strlen (name) + strlen (text);
  gsize start = out->len;
  Line line;

  /* An octet yields at most two, and each 71 of those at least make room for a fold of three. */
  g_string_set_size (out, start + octets * 2 + octets / 8 + 16);
  line = (Line){ out->str + start, 0 };
  for (const char *c = name; *c != '\0'; c++)
    put (&line, c, 1);
  put (&line, ":", 1);
  while (*text != '\0')
    {
      if ((guchar) *text >= 0x80)
        text = put_wide (&line, text);
      else
        put_narrow (&line, *text++);
    }
  memcpy (line.at, "\r\n", 2);
  g_string_truncate (out, (gsize) (line.at + 2 - out->str));
}

void
stafet_ics_write_line (GString *out, const char *text)
{
  gsize octets = strlen (text), start = out->len;
  Line line;

  g_string_set_size (out, start + octets + octets / 8 + 16);
  line = (Line){ out->str + start, 0 };
  for (const char *c = text, *next; *c != '\0'; c = next)
    {
      next = g_utf8_next_char (c);
      if (*c == '\\' && *next != '\0') /* an escape stays in one piece */
        next = g_utf8_next_char (next);
      put (&line, c, (guint) (next - c));
    }
  memcpy (line.at, "\r\n", 2);
  g_string_truncate (out, (gsize) (line.at + 2 - out->str));
}

static void
write_optional (GString *out, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    stafet_ics_write_text (out, name, text);
}

/* ——— Dates ——— */

static char *
put_digits (char *at, int value, int n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    at[i] = (char) ('0' + value % 10);
  return at + n;
}

static char *
put_date (char *at, StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return put_digits (put_digits (put_digits (at, year, 4), month, 2), day, 2);
}

static char *
put_time (char *at, int seconds)
{
  *at++ = 'T';
  at = put_digits (put_digits (at, seconds / 3600, 2), seconds / 60 % 60, 2);
  return put_digits (at, seconds % 60, 2);
}

static void
write_instant (GString *out, const char *name, StafetInstant instant)
{
  gint64 days = (instant >= 0 ? instant : instant - 86399) / 86400;
  char buffer[24];
  char *at = put_time (put_date (buffer, (StafetDate) days), (int) (instant - days * 86400));

  *at++ = 'Z';
  g_string_append (out, name);
  g_string_append_len (out, buffer, at - buffer);
  g_string_append_len (out, "\r\n", 2);
}

static void
write_wall (GString *out, const char *name, StafetWall wall, gboolean all_day, const char *zone_name)
{
  char buffer[24];
  char *at = put_date (buffer, stafet_wall_date (wall));

  g_string_append (out, name);
  if (all_day)
    g_string_append (out, ";VALUE=DATE:");
  else
    {
      g_string_append (out, ";TZID=");
      g_string_append (out, zone_name);
      g_string_append_c (out, ':');
      at = put_time (at, stafet_wall_minutes (wall) * 60);
    }
  g_string_append_len (out, buffer, at - buffer);
  g_string_append_len (out, "\r\n", 2);
}

static void
write_sequence (GString *out, gint32 sequence)
{
  char buffer[12];
  int digits = 1;

  for (gint32 rest = sequence; rest >= 10; rest /= 10)
    digits++;
  put_digits (buffer, sequence, digits);
  g_string_append (out, "SEQUENCE:");
  g_string_append_len (out, buffer, digits);
  g_string_append_len (out, "\r\n", 2);
}

/* ——— Calendar and events ——— */

void
stafet_ics_write_begin (GString *out, const StafetIcsCalendar *calendar)
{
  g_string_append (out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  stafet_ics_write_text (out, "PRODID", PRODID);
  g_string_append (out, "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
  stafet_ics_write_text (out, "X-WR-CALNAME", calendar->name);
  stafet_ics_write_text (out, "NAME", calendar->name);
  stafet_ics_write_text (out, "X-WR-TIMEZONE", stafet_zone_get_name (calendar->zone));
  g_string_append (out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
  write_optional (out, "COLOR", calendar->color);
  stafet_ics_write_zone (out, calendar->zone, calendar->year);
}

void
stafet_ics_write_event (GString *out, const StafetIcsEvent *event, const char *zone_name)
{
  g_string_append (out, "BEGIN:VEVENT\r\n");
  stafet_ics_write_text (out, "UID", event->uid);
  write_instant (out, "DTSTAMP:", event->stamp);
  write_instant (out, "LAST-MODIFIED:", event->stamp);
  write_sequence (out, event->sequence);
  if (event->overrides)
    write_wall (out, "RECURRENCE-ID", event->recurrence, event->all_day, zone_name);
  write_wall (out, "DTSTART", event->start, event->all_day, zone_name);
  write_wall (out, "DTEND", event->end, event->all_day, zone_name);
  if (event->rule != NULL)
    {
      g_autofree char *line = g_strconcat ("RRULE:", event->rule, NULL);

      stafet_ics_write_line (out, line);
    }
  stafet_ics_write_text (out, "SUMMARY", event->summary);
  write_optional (out, "LOCATION", event->location);
  write_optional (out, "DESCRIPTION", event->description);
  write_optional (out, "CATEGORIES", event->category);
  g_string_append (out, event->cancelled ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n");
  g_string_append (out, event->transparent ? "TRANSP:TRANSPARENT\r\n" : "TRANSP:OPAQUE\r\n");
  if (event->extra != NULL)
    g_string_append (out, event->extra);
  g_string_append (out, "END:VEVENT\r\n");
}

void
stafet_ics_write_end (GString *out)
{
  g_string_append (out, "END:VCALENDAR\r\n");
}
