/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The read-back: libical, an independent reader, must find in the bytes what was meant.
 */
#include "stafet-ics-check.h"

#include "core/stafet-i18n.h"

#include <libical/ical.h>
#include <string.h>

G_DEFINE_QUARK (stafet - ics - error - quark, stafet_ics_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

/* What is compared of one VEVENT: borrowed from the component. */
typedef struct
{
  const char *uid, *summary;
  icalproperty *start, *end;
  int sequence;
} Read;

static gboolean
unreadable (GError **error, const char *detail)
{
  g_set_error (
    error, STAFET_ICS_ERROR, STAFET_ICS_ERROR_UNREADABLE,
    _ ("The calendar that was made cannot be read back (%s). The old one stays in its place: please "
       "report this as a fault."),
    detail);
  return FALSE;
}

static gboolean
different (GError **error, const char *uid, const char *what)
{
  g_set_error (
    error, STAFET_ICS_ERROR, STAFET_ICS_ERROR_DIFFERENT,
    _ ("The calendar that was made does not say what the plan says (%s of %s). The old one stays in "
       "its place: please report this as a fault."),
    what, uid);
  return FALSE;
}

static void
read_event (icalcomponent *event, Read *read)
{
  memset (read, 0, sizeof *read);
  read->sequence = -1;
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_ANY_PROPERTY))
    switch (icalproperty_isa (property))
      {
      case ICAL_UID_PROPERTY:
        read->uid = icalproperty_get_uid (property);
        break;
      case ICAL_SUMMARY_PROPERTY:
        read->summary = icalproperty_get_summary (property);
        break;
      case ICAL_DTSTART_PROPERTY:
        read->start = property;
        break;
      case ICAL_DTEND_PROPERTY:
        read->end = property;
        break;
      case ICAL_SEQUENCE_PROPERTY:
        read->sequence = icalproperty_get_sequence (property);
        break;
      default:
        break;
      }
}

/* Texts are the same when they are written the same. */
static gboolean
same_text (const char *read, const char *meant)
{
  g_autoptr (GString) a = NULL;
  g_autoptr (GString) b = NULL;

  if (read == NULL)
    return FALSE;
  if (strcmp (read, meant) == 0)
    return TRUE;
  a = g_string_new (NULL);
  b = g_string_new (NULL);
  stafet_ics_write_text (a, "SUMMARY", read);
  stafet_ics_write_text (b, "SUMMARY", meant);
  return g_string_equal (a, b);
}

static gboolean
same_time (icalproperty *property, StafetWall meant, gboolean all_day, const char *zone_name)
{
  icalparameter *zone =
    property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;
  struct icaltimetype time;
  StafetDate date;

  if (property == NULL)
    return FALSE;
  time = icalvalue_get_datetime (icalproperty_get_value (property));
  date = stafet_date_new (time.year, time.month, time.day);
  if (time.is_date || all_day)
    return time.is_date && all_day && date == stafet_wall_date (meant);
  return zone != NULL && strcmp (icalparameter_get_tzid (zone), zone_name) == 0 && time.second == 0
         && !icaltime_is_utc (time) && stafet_wall_new (date, time.hour * 60 + time.minute) == meant;
}

static gboolean
check_event (icalcomponent *component, const StafetIcsEvent *meant, const char *zone_name, GHashTable *uids,
             GError **error)
{
  Read read;

  read_event (component, &read);
  if (read.uid == NULL || strcmp (read.uid, meant->uid) != 0
      || !g_hash_table_add (uids, (gpointer) meant->uid))
    return different (error, meant->uid, "UID");
  if (!same_time (read.start, meant->start, meant->all_day, zone_name))
    return different (error, meant->uid, "DTSTART");
  if (!same_time (read.end, meant->end, meant->all_day, zone_name))
    return different (error, meant->uid, "DTEND");
  if (read.sequence != meant->sequence)
    return different (error, meant->uid, "SEQUENCE");
  return same_text (read.summary, meant->summary) || different (error, meant->uid, "SUMMARY");
}

static gboolean
check_calendar (icalcomponent *calendar, const GArray *events, const char *zone_name, GError **error)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT), n++)
    if (n >= events->len)
      return different (error, "VCALENDAR", "VEVENT");
    else if (!check_event (event, &g_array_index (events, StafetIcsEvent, n), zone_name, uids, error))
      return FALSE;
  return n == events->len || different (error, "VCALENDAR", "VEVENT");
}

void
stafet_ics_check_prepare (void)
{
  g_autoptr (icalcomponent) empty = NULL;

  icalerror_set_errors_are_fatal (0);
  empty = icalparser_parse_string ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
}

gboolean
stafet_ics_check (const char *text, const GArray *events, const char *zone_name, GError **error)
{
  g_autoptr (icalcomponent) calendar = icalparser_parse_string (text);

  if (calendar == NULL || icalcomponent_isa (calendar) != ICAL_VCALENDAR_COMPONENT
      || !g_str_has_suffix (text, "END:VCALENDAR\r\n"))
    return unreadable (error, "VCALENDAR");
  if (icalcomponent_count_errors (calendar) > 0)
    return unreadable (error, "X-LIC-ERROR");
  return check_calendar (calendar, events, zone_name, error);
}
