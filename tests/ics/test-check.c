/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the read-back to finding what is wrong with a calendar.
 */
#include "ics/stafet-ics-check.h"

#include <string.h>

#define ZONE "Europe/Copenhagen"
#define N_EVENTS 20

/* Events whose texts borrow from nothing that dies. */
static GArray *
some_events (void)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (StafetIcsEvent));

  for (int i = 0; i < N_EVENTS; i++)
    {
      StafetWall start = stafet_wall_new (stafet_date_new (2026, 3, 10) + 7 * i, 90 + i);
      g_autofree char *uid = g_strdup_printf ("series-%d@stafet", i);
      StafetIcsEvent event = { .uid = g_intern_string (uid),
                               .start = start,
                               .end = start + 60,
                               .summary = "Sang; hygge, kaffe\\te og “Åse” – længere end en linje på "
                                          "femoghalvfjerds bytes",
                               .description = "En linje\nog en til",
                               .sequence = i,
                               .stamp = 1764000000 };

      g_array_append_val (events, event);
    }
  return events;
}

static GString *
write_all (const GArray *events)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (ZONE, NULL);
  GString *out = g_string_new (NULL);

  stafet_ics_write_begin (out, &(StafetIcsCalendar){ "Prøve", "teal", zone, 2026 });
  for (guint i = 0; i < events->len; i++)
    stafet_ics_write_event (out, &g_array_index (events, StafetIcsEvent, i), ZONE);
  stafet_ics_write_end (out);
  return out;
}

static void
assert_refused (const char *text, const GArray *events)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_ics_check (text, events, ZONE, &error));
  g_assert_true (error->domain == STAFET_ICS_ERROR);
}

static void
what_was_written_is_read (void)
{
  g_autoptr (GArray) events = some_events ();
  g_autoptr (GString) text = write_all (events);
  g_autoptr (GError) error = NULL;

  g_assert_true (stafet_ics_check (text->str, events, ZONE, &error));
  g_assert_no_error (error);
}

static void
each_difference_is_found (void)
{
  for (int fault = 0; fault < 5; fault++)
    {
      g_autoptr (GArray) events = some_events ();
      g_autoptr (GString) text = write_all (events);
      StafetIcsEvent *event = &g_array_index (events, StafetIcsEvent, 7);

      if (fault == 0)
        event->uid = "another@stafet";
      else if (fault == 1)
        event->start++;
      else if (fault == 2)
        event->end++;
      else if (fault == 3)
        event->summary = "Sang";
      else
        event->sequence++;
      assert_refused (text->str, events);
    }
}

static void
a_uid_twice_is_found (void)
{
  g_autoptr (GArray) events = some_events ();
  g_autoptr (GString) text = NULL;

  g_array_index (events, StafetIcsEvent, 3).uid = g_array_index (events, StafetIcsEvent, 9).uid;
  text = write_all (events);
  assert_refused (text->str, events);
}

static void
one_event_more_or_less_is_found (void)
{
  g_autoptr (GArray) events = some_events ();
  g_autoptr (GString) text = write_all (events);

  g_array_set_size (events, N_EVENTS - 1);
  assert_refused (text->str, events);
  g_array_set_size (events, N_EVENTS);
  g_array_index (events, StafetIcsEvent, N_EVENTS - 1).uid = "more@stafet";
  assert_refused (text->str, events);
}

static void
a_cut_calendar_is_found (void)
{
  g_autoptr (GArray) events = some_events ();
  g_autoptr (GString) text = write_all (events);

  for (gsize length = text->len - 1; length > 0; length -= MIN (length, 97))
    {
      g_autofree char *cut = g_strndup (text->str, length);

      assert_refused (cut, events);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_ics_check_prepare ();
  g_test_add_func ("/ics/check/what-was-written-is-read", what_was_written_is_read);
  g_test_add_func ("/ics/check/each-difference-is-found", each_difference_is_found);
  g_test_add_func ("/ics/check/a-uid-twice-is-found", a_uid_twice_is_found);
  g_test_add_func ("/ics/check/one-event-more-or-less-is-found", one_event_more_or_less_is_found);
  g_test_add_func ("/ics/check/a-cut-calendar-is-found", a_cut_calendar_is_found);
  return g_test_run ();
}
