/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 100,000 events written and read, by Stafet and by libical, and a weekly rule expanded by both: the best of
 * several runs in CPU time, each figure against its yardstick in the same run. A reader's memory is what its
 * result holds.
 */
#include "ics/stafet-ics-reader.h"
#include "ics/stafet-ics-writer.h"
#include "schedule/stafet-expand.h"

#include <libical/ical.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define EVENTS 100000
#define DATES 20000

/* The same events for all, and their bytes. */
typedef struct
{
  GPtrArray *uids; /* owned texts */
  GArray *events;  /* StafetIcsEvent */
  GString *bytes;
  StafetZone *zone;
} Calendars;

static Calendars *
calendars_new (StafetZone *zone)
{
  Calendars *self = g_new0 (Calendars, 1);
  StafetWall start = stafet_wall_new (stafet_date_new (2026, 11, 24), 600);

  self->zone = zone;
  self->uids = g_ptr_array_new_with_free_func (g_free);
  self->events = g_array_new (FALSE, FALSE, sizeof (StafetIcsEvent));
  self->bytes = g_string_new (NULL);
  for (int i = 0; i < EVENTS; i++)
    {
      char *uid = g_strdup_printf ("2kohrvweyxylaiqp-%08d@stafet", i);
      StafetIcsEvent event = { .uid = uid,
                               .start = start + i * 30,
                               .end = start + i * 30 + 90,
                               .summary = "Højtlæsning i B.1: Karen, Bent og Aase",
                               .location = "B.1, Plejehjem Skovvang, Skovvangsvej 97, 8200 Aarhus N",
                               .description =
                                 "Vi læser en time.\nKaren, Bent og Aase kommer.\nvi leder efter en afløser\n"
                                 "Opdateret 23. november kl. 8.30",
                               .category = "nursing",
                               .stamp = 1795422600 };

      g_ptr_array_add (self->uids, uid);
      g_array_append_val (self->events, event);
    }
  return self;
}

static void
calendars_free (Calendars *self)
{
  g_ptr_array_unref (self->uids);
  g_array_unref (self->events);
  g_string_free (self->bytes, TRUE);
  g_free (self);
}

static void
write_events (Calendars *self)
{
  StafetIcsCalendar head = { "Skovvang", "teal", self->zone, 2026 };

  g_string_truncate (self->bytes, 0);
  stafet_ics_write_begin (self->bytes, &head);
  for (guint i = 0; i < self->events->len; i++)
    stafet_ics_write_event (self->bytes, &g_array_index (self->events, StafetIcsEvent, i),
                            STAFET_ZONE_DEFAULT);
  stafet_ics_write_end (self->bytes);
}

/* The same bytes, line by line, into a file that nobody waits for. */
static void
copy_lines (Calendars *self)
{
  FILE *file = tmpfile ();

  for (const char *line = self->bytes->str, *next; *line != '\0'; line = next)
    {
      next = strchr (line, '\n') + 1;
      fwrite (line, 1, (gsize) (next - line), file);
    }
  fclose (file);
}

static icalproperty *
put_time (icalproperty *property, StafetWall wall)
{
  struct icaltimetype time = icaltime_null_time ();
  int minutes = stafet_wall_minutes (wall);

  stafet_date_split (stafet_wall_date (wall), &time.year, &time.month, &time.day);
  time.hour = minutes / 60;
  time.minute = minutes % 60;
  icalproperty_set_value (property, icalvalue_new_datetime (time));
  icalproperty_add_parameter (property, icalparameter_new_tzid (STAFET_ZONE_DEFAULT));
  return property;
}

static icalcomponent *
make_component (const StafetIcsEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  struct icaltimetype stamp =
    icaltime_from_timet_with_zone (event->stamp, 0, icaltimezone_get_utc_timezone ());

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (component, icalproperty_new_lastmodified (stamp));
  icalcomponent_add_property (component, icalproperty_new_sequence (event->sequence));
  icalcomponent_add_property (component, put_time (icalproperty_new (ICAL_DTSTART_PROPERTY), event->start));
  icalcomponent_add_property (component, put_time (icalproperty_new (ICAL_DTEND_PROPERTY), event->end));
  icalcomponent_add_property (component, icalproperty_new_summary (event->summary));
  icalcomponent_add_property (component, icalproperty_new_location (event->location));
  icalcomponent_add_property (component, icalproperty_new_description (event->description));
  icalcomponent_add_property (component, icalproperty_new_categories (event->category));
  icalcomponent_add_property (component, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  return component;
}

static void
write_with_libical (Calendars *self)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

  for (guint i = 0; i < self->events->len; i++)
    icalcomponent_add_component (calendar, make_component (&g_array_index (self->events, StafetIcsEvent, i)));
  free (icalcomponent_as_ical_string_r (calendar));
  icalcomponent_free (calendar);
}

/* In use on the heap, large blocks included, in MiB. */
static double
in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1048576;
}

/* What the newest reading held, in MiB. */
static double held;

static void
read_events (Calendars *self)
{
  StafetIcsLimits limits = { G_MAXSIZE, G_MAXUINT, 65536, 200 };
  double before = in_use ();
  g_autoptr (StafetIcsFile) file =
    stafet_ics_read (self->bytes->str, self->bytes->len, self->zone, &limits, NULL);

  g_assert_cmpuint (file->components->len, ==, EVENTS);
  held = in_use () - before;
}

static void
read_with_libical (Calendars *self)
{
  double before = in_use ();
  icalcomponent *calendar = icalparser_parse_string (self->bytes->str);

  held = in_use () - before;
  icalcomponent_free (calendar);
}

static gboolean
count_cb (StafetDate date, gpointer data)
{
  guint *n = data;

  (void) date;
  return ++*n < DATES;
}

#define RULE "FREQ=WEEKLY;BYDAY=MO,TH"

static void
expand_weekly (Calendars *self)
{
  StafetDate first = stafet_date_new (2026, 11, 23);
  StafetTiming timing = { .start = stafet_wall_new (first, 600),
                          .end = stafet_wall_new (first, 660),
                          .rule = (char *) RULE,
                          .parity = STAFET_PARITY_NONE,
                          .season = (char *) "",
                          .skip_weeks = (char *) "",
                          .until = STAFET_DATE_NONE };
  guint n = 0;

  (void) self;
  stafet_timing_derive (&timing);
  stafet_expand_timing (&timing, first, G_MAXINT32, count_cb, &n);
  g_assert_cmpuint (n, ==, DATES);
}

static void
expand_with_libical (Calendars *self)
{
  struct icaltimetype start = icaltime_null_time ();
  icalrecur_iterator *iterator;

  (void) self;
  start.year = 2026;
  start.month = 11;
  start.day = 23;
  iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (RULE), start);
  for (int i = 0; i < DATES; i++)
    icalrecur_iterator_next (iterator);
  icalrecur_iterator_free (iterator);
}

/* ——— Figures ——— */

#define RUNS 5

typedef void (*Work) (Calendars *calendars);

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
best_of (Work work, Calendars *calendars)
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < RUNS; i++)
    {
      double begun = cpu_ms ();

      work (calendars);
      least = MIN (least, cpu_ms () - begun);
    }
  return least;
}

/* Whether it is kept. */
static gboolean
report (const char *what, double ours, const char *yardstick, double theirs, const char *unit, double limit)
{
  gboolean kept = ours / theirs <= limit;

  g_print ("%-34s %9.3f %s   %-32s %9.3f %s   ratio %6.3f, limit %g: %s\n", what, ours, unit, yardstick,
           theirs, unit, ours / theirs, limit, kept ? "kept" : "MISSED");
  return kept;
}

static gboolean
measure (Calendars *calendars)
{
  double writing = best_of (write_events, calendars), reading, ours;
  gboolean kept = report ("Write 100,000 events", writing, "libical, built and serialised",
                          best_of (write_with_libical, calendars), "ms", 0.1);

  kept = report ("The same", writing, "the same lines into a file", best_of (copy_lines, calendars), "ms", 3)
         && kept;
  reading = best_of (read_events, calendars);
  ours = held;
  kept = report ("Read 100,000 events", reading, "libical's bare parse",
                 best_of (read_with_libical, calendars), "ms", 1.3)
         && kept;
  kept = report ("What they take up", ours, "in libical", held, "MiB", 1.2) && kept;
  return report ("20,000 dates of a weekly rule", best_of (expand_weekly, calendars), "libical's iterator",
                 best_of (expand_with_libical, calendars), "ms", 0.02)
         && kept;
}

int
main (void)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  Calendars *calendars = calendars_new (zone);
  gboolean kept = measure (calendars);

  calendars_free (calendars);
  return kept ? 0 : 1;
}
