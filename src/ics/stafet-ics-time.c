/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the times of foreign calendars. ICU knows what Windows calls the zones of the world.
 */
#include "stafet-ics-time.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#define LONGEST_SECONDS (3653 * G_GINT64_CONSTANT (86400))

/* ——— Times ——— */

/* @n digits; -1 for anything else. */
static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    if (g_ascii_isdigit (text[i]))
      value = value * 10 + (text[i] - '0');
    else
      return -1;
  return value;
}

static gboolean
parse_clock (const char *text, int *minutes)
{
  int hour = digits (text, 2), minute = hour >= 0 ? digits (text + 2, 2) : -1;
  int second = minute >= 0 ? digits (text + 4, 2) : -1;

  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

gboolean
stafet_ics_time_parse (const char *text, StafetIcsZone *zone, StafetIcsTime *time)
{
  gsize length = strlen (text);
  StafetDate date;
  int minutes = 0;

  if (length == 9 && text[8] == 'Z')
    length = 8; /* Google's birthdays */
  if ((length != 8 && length != 15 && length != 16) || digits (text, 8) < 0)
    return FALSE;
  date = stafet_date_new (digits (text, 4), digits (text + 4, 2), digits (text + 6, 2));
  if (date == STAFET_DATE_NONE)
    return FALSE;
  if (length > 8 && (text[8] != 'T' || !parse_clock (text + 9, &minutes)))
    return FALSE;
  if (length == 16 && text[15] != 'Z')
    return FALSE;
  time->wall = stafet_wall_new (date, minutes);
  time->form = length == 8    ? STAFET_ICS_DATE
               : length == 16 ? STAFET_ICS_UTC
               : zone != NULL ? STAFET_ICS_ZONED
                              : STAFET_ICS_FLOATING;
  time->zone = time->form == STAFET_ICS_ZONED ? zone : NULL;
  return TRUE;
}

/* ——— Durations ——— */

static int
unit_seconds (char unit)
{
  return unit == 'H' ? 3600 : unit == 'M' ? 60 : unit == 'S' ? 1 : 0;
}

gboolean
stafet_ics_duration_parse (const char *text, StafetIcsDuration *duration)
{
  gboolean clock = FALSE;
  guint n = 0;

  memset (duration, 0, sizeof *duration);
  if (*text == '+')
    text++;
  if (*text++ != 'P')
    return FALSE;
  while (*text != '\0')
    {
      char *end;
      guint64 value;

      if (*text == 'T' && !clock)
        {
          clock = TRUE;
          text++;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      value = g_ascii_strtoull (text, &end, 10);
      if (value > LONGEST_SECONDS || (!clock && *end != 'W' && *end != 'D')
          || (clock && unit_seconds (*end) == 0))
        return FALSE;
      if (!clock)
        duration->days = (gint32) MIN (duration->days + (gint64) value * (*end == 'W' ? 7 : 1), 100000);
      else
        duration->seconds += (gint64) value * unit_seconds (*end);
      if (duration->days > 3653 || duration->seconds > LONGEST_SECONDS)
        return FALSE;
      text = end + 1;
      n++;
    }
  return n > 0;
}

/* ——— Zones ——— */

/* A name that the zone database could have: GLib would also take rules and paths. */
static gboolean
is_plain_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("/_+-", *c) == NULL)
      return FALSE;
  return *name != '/';
}

static StafetZone *
known_zone (const char *name)
{
  return is_plain_name (name) ? stafet_zone_new (name, NULL) : NULL;
}

/* "Romance Standard Time" */
static StafetZone *
windows_zone (const char *name)
{
  UChar wide[64], id[64];
  char ascii[64];
  int32_t length;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, name, -1, &status);
  if (U_FAILURE (status))
    return NULL;
  length = ucal_getTimeZoneIDForWindowsID (wide, length, "DK", id, G_N_ELEMENTS (id), &status);
  if (U_FAILURE (status) || length <= 0 || length >= (int32_t) G_N_ELEMENTS (id))
    return NULL;
  u_UCharsToChars (id, ascii, length);
  ascii[length] = '\0';
  return known_zone (ascii);
}

/* "/freeassociation.sourceforge.net/Europe/Copenhagen": the zone's name stands behind somebody's own. */
static StafetZone *
suffixed_zone (const char *name)
{
  StafetZone *zone = NULL;

  for (const char *slash = *name == '/' ? strchr (name + 1, '/') : NULL; slash != NULL && zone == NULL;
       slash = strchr (slash + 1, '/'))
    zone = known_zone (slash + 1);
  return zone;
}

static StafetZone *
universal_zone (const char *name)
{
  static const char *const names[] = { "UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return stafet_zone_ref ((StafetZone *) stafet_ics_utc ());
  return NULL;
}

gboolean
stafet_ics_zone_resolve (StafetIcsZone *self, StafetZone *local)
{
  StafetZone *zone = strcmp (self->name, stafet_zone_get_name (local)) == 0 ? stafet_zone_ref (local)
                                                                            : known_zone (self->name);

  if (zone == NULL && self->embedded != NULL)
    zone = stafet_zone_ref (self->embedded);
  if (zone == NULL)
    zone = universal_zone (self->name);
  if (zone == NULL)
    zone = windows_zone (self->name);
  if (zone == NULL)
    zone = suffixed_zone (self->name);
  self->zone = zone != NULL ? zone : stafet_zone_ref (local);
  return zone != NULL;
}

void
stafet_ics_zone_free (StafetIcsZone *self)
{
  g_clear_pointer (&self->embedded, stafet_zone_unref);
  g_clear_pointer (&self->zone, stafet_zone_unref);
  g_free (self->name);
  g_free (self);
}

const StafetZone *
stafet_ics_utc (void)
{
  static gsize ready = 0;
  static StafetZone *utc;

  if (g_once_init_enter (&ready))
    {
      utc = stafet_zone_new_custom ("UTC", 0, NULL, 0);
      g_once_init_leave (&ready, 1);
    }
  return utc;
}

const StafetZone *
stafet_ics_time_zone (const StafetIcsTime *time, const StafetZone *local)
{
  if (time->form == STAFET_ICS_UTC)
    return stafet_ics_utc ();
  return time->form == STAFET_ICS_ZONED ? time->zone->zone : local;
}

StafetInstant
stafet_ics_time_instant (const StafetIcsTime *time, const StafetZone *local)
{
  return stafet_zone_to_instant (stafet_ics_time_zone (time, local), time->wall);
}

StafetWall
stafet_ics_time_in (const StafetIcsTime *time, const StafetZone *zone, const StafetZone *local)
{
  if (time->form == STAFET_ICS_DATE || stafet_ics_time_zone (time, local) == zone)
    return time->wall;
  return stafet_zone_to_wall (zone, stafet_ics_time_instant (time, local));
}
