/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a feed to the agenda it is made from, as libical reads it, and to what it may never say.
 */
#include "publish/stafet-feed.h"

#include <libical/ical.h>
#include <string.h>

static void
put (StafetSnapshot *snapshot, StafetKind kind, const char *uid, ...)
{
  g_autoptr (StafetRecord) record = stafet_record_new (kind, uid);
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, uid);
  for (const char *key = va_arg (args, const char *); key != NULL; key = va_arg (args, const char *))
    stafet_record_set_text (record, stafet_record_info_field (stafet_record_info (kind), key),
                            va_arg (args, const char *), &error);
  va_end (args);
  g_assert_no_error (error);
  stafet_record_validate (record, &error);
  g_assert_no_error (error);
  record->changed = 1795500000;
  stafet_snapshot_put (snapshot, record);
}

static StafetSnapshot *
small_world (void)
{
  StafetSnapshot *s = stafet_snapshot_new ();

  put (s, STAFET_KIND_HOUSE, "h", "name", "Møllestien", "kind", "community", "phone", "86123456", NULL);
  put (s, STAFET_KIND_HOUSE, "n", "name", "Skovvang; plejehjem, B", "kind", "nursing", NULL);
  put (s, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "n", NULL);
  put (s, STAFET_KIND_WARD, "b2", "name", "B.2", "house", "n", NULL);
  put (s, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "mail", "lis@post.example", "note",
       "hemmelig note", NULL);
  put (s, STAFET_KIND_VOLUNTEER, "ane", "name", "Ane Skjult", "protected", "yes", NULL);
  put (s, STAFET_KIND_VOLUNTEER, "bo", "name", "Bo Spurgt", NULL);
  put (s, STAFET_KIND_PHONE, "p", "volunteer", "lis", "number", "13583142", NULL);
  put (s, STAFET_KIND_ACTIVITY, "night", "title", "Nattevagt", "house", "h", "ward", "b1", "start",
       "2026-03-07T22:00", "end", "2026-03-08T06:00", "rule", "FREQ=WEEKLY", "make_ready",
       "Kaffe på kanden, og en stol ved vinduet til den, der våger gennem natten", NULL);
  put (s, STAFET_KIND_SHIFT, "watch", "role", "Våger", "wanted", "3", "activity", "night", NULL);
  put (s, STAFET_KIND_STANDING, "s1", "shift", "watch", "volunteer", "lis", NULL);
  put (s, STAFET_KIND_STANDING, "s2", "shift", "watch", "volunteer", "ane", NULL);
  put (s, STAFET_KIND_ASSIGNMENT, "a1", "shift", "watch", "date", "2026-10-24", "volunteer", "bo", "state",
       "asked", NULL);
  put (s, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "h", "start", "2026-03-03T10:00", "end",
       "2026-03-03T12:00", "rule", "FREQ=WEEKLY", NULL);
  put (s, STAFET_KIND_STOP, "t1", "activity", "song", "ward", "b1", "from_minute", "0", "to_minute", "45",
       NULL);
  put (s, STAFET_KIND_STOP, "t2", "activity", "song", "ward", "b2", "from_minute", "60", "to_minute", "105",
       NULL);
  put (s, STAFET_KIND_CLOSURE, "c", "from", "2026-06-02", "to", "2026-06-02", "text", "Personaledag", "ward",
       "b1", NULL);
  return s;
}

static GString *
render (StafetSnapshot *snapshot, const char *ward, StafetNamesLevel names)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_FEED, "f");
  StafetFeed *feed = (StafetFeed *) record;

  feed->ward = stafet_uid_intern (ward);
  feed->names = names;
  stafet_record_take_text (feed, stafet_record_info_field (STAFET_RECORD_INFO (feed), "name"),
                           g_strdup ("B.1"));
  return stafet_feed_render (snapshot, feed, stafet_date_new (2026, 3, 24));
}

static StafetWall
wall_of (struct icaltimetype time)
{
  return stafet_wall_new (stafet_date_new (time.year, time.month, time.day), time.hour * 60 + time.minute);
}

/* The agenda's start of the event, with entries that have stops replaced by this ward's. */
static void
assert_in_agenda (const StafetAgenda *agenda, StafetWall start, StafetWall end)
{
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->n_visits == 0 ? entry->start == start && entry->end == end
                               : entry->visits[0].start == start && entry->visits[0].end == end)
        return;
    }
  g_error ("No such entry: %d", start);
}

static void
feed_equals_agenda_over_a_year (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  StafetDate monday = stafet_date_monday (stafet_date_new (2026, 3, 24));
  StafetAgendaQuery query = { .from = monday - 28,
                              .to = monday + 56 * 7 + 6,
                              .ward = stafet_uid_intern ("b1") };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);
  GString *text = render (snapshot, "b1", STAFET_NAMES_FIRST);
  icalcomponent *calendar = icalparser_parse_string (text->str);
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT), n++)
    {
      assert_in_agenda (agenda, wall_of (icalcomponent_get_dtstart (event)),
                        wall_of (icalcomponent_get_dtend (event)));
      g_assert_true (g_hash_table_add (uids, g_strdup (icalcomponent_get_uid (event))));
    }
  g_assert_cmpuint (n, ==, agenda->entries->len);
  g_assert_cmpuint (n, >, 100);
  icalcomponent_free (calendar);
  g_string_free (text, TRUE);
}

static void
no_private_word_ever (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  static const char *const never[] = { "13583142", "13 58 31 42", "lis@",      "hemmelig",
                                       "Ane",      "Skjult",      "Bo Spurgt", "Spurgt" };

  for (int names = STAFET_NAMES_COUNTS; names <= STAFET_NAMES_FULL; names++)
    {
      GString *text = render (snapshot, "b1", (StafetNamesLevel) names);

      for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
        g_assert_null (strstr (text->str, never[i]));
      g_assert_true ((strstr (text->str, "Lis") != NULL) == (names != STAFET_NAMES_COUNTS));
      g_assert_true ((strstr (text->str, "Bæk") != NULL) == (names == STAFET_NAMES_FULL));
      g_string_free (text, TRUE);
    }
}

static void
lines_are_short_and_whole (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  GString *text = render (snapshot, "b1", STAFET_NAMES_FULL);
  g_auto (GStrv) lines = g_strsplit (text->str, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
      g_assert_null (strchr (*line, '\n'));
    }
  g_assert_nonnull (strstr (text->str, "Skovvang\\; plejehjem\\, B"));
  g_string_free (text, TRUE);
}

static void
empty_feed_says_so (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  GString *first, *second;

  put (snapshot, STAFET_KIND_WARD, "b3", "name", "B.3", "house", "n", NULL);
  first = render (snapshot, "b3", STAFET_NAMES_COUNTS);
  second = render (snapshot, "b3", STAFET_NAMES_COUNTS);
  g_assert_nonnull (strstr (first->str, "DTSTART;VALUE=DATE:20260223"));
  g_assert_cmpstr (first->str, ==, second->str);
  g_string_free (first, TRUE);
  g_string_free (second, TRUE);
}

static void
cancelled_stays_in_sight (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  GString *text = render (snapshot, "b1", STAFET_NAMES_FIRST);
  const char *at = strstr (text->str, "song-20260602-t1@stafet");

  g_assert_nonnull (at);
  g_assert_nonnull (strstr (at, "STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT"));
  g_assert_nonnull (strstr (at, "Personaledag"));
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/feed/equals-agenda-over-a-year", feed_equals_agenda_over_a_year);
  g_test_add_func ("/publish/feed/no-private-word-ever", no_private_word_ever);
  g_test_add_func ("/publish/feed/lines-are-short-and-whole", lines_are_short_and_whole);
  g_test_add_func ("/publish/feed/empty-feed-says-so", empty_feed_says_so);
  g_test_add_func ("/publish/feed/cancelled-stays-in-sight", cancelled_stays_in_sight);
  return g_test_run ();
}
