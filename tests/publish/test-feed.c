/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds feeds to the agenda they are made from, and to what they may tell whom.
 */
#include "ics/stafet-ics-check.h"
#include "publish/stafet-feed-events.h"
#include "publish/stafet-feed-render.h"
#include "schedule/stafet-feed-address.h"
#include "schedule/stafet-feeds.h"
#include "snapshot-world.h"

static StafetFeedEvents *
events_of (StafetSnapshot *snapshot, StafetFeedKind kind, const char *key, const char *uid,
           StafetNamesLevel names)
{
  g_autoptr (StafetRecord) feed = (StafetRecord *) make_feed (kind, key, uid, names);
  StafetDate from, to;

  stafet_feed_window ((StafetFeed *) feed, WORLD_TODAY, &from, &to);
  return stafet_feed_events_new (snapshot, (StafetFeed *) feed, WORLD_TODAY, from, to);
}

static gboolean
has (const StafetFeedEvents *events, const char *uid)
{
  for (guint i = 0; i < events->events->len; i++)
    if (strcmp (g_array_index (events->events, StafetFeedEvent, i).uid, uid) == 0)
      return TRUE;
  return FALSE;
}

static const StafetFeedEvent *
find (const StafetFeedEvents *events, const char *uid)
{
  guint i = 0;

  while (strcmp (g_array_index (events->events, StafetFeedEvent, i).uid, uid) != 0)
    if (++i == events->events->len)
      g_error ("no event %s", uid);
  return &g_array_index (events->events, StafetFeedEvent, i);
}

#define SONG_B1 "song-20261126-stop1@stafet"
#define ARRIVALS(snapshot, ward, names)                                                                      \
  events_of (snapshot, STAFET_FEED_ARRIVALS, "ward", ward, STAFET_NAMES_##names)

/* ——— A feed is the agenda ——— */

static void
window_is_whole_weeks (void)
{
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_COUNTS);
  StafetDate from, to;

  for (int day = 0; day < 7; day++)
    {
      stafet_feed_window ((StafetFeed *) feed, WORLD_TODAY - 1 + day, &from, &to);
      g_assert_cmpint (from, ==, stafet_date_new (2026, 10, 26));
      g_assert_cmpint (to, ==, stafet_date_new (2027, 12, 26));
    }
}

/* Every entry, or its stops in the ward, is an event with the same times; and nothing else is. */
static void
assert_equals_agenda (StafetSnapshot *snapshot, const char *ward, const StafetFeedEvents *events)
{
  StafetAgendaQuery query = { .from = stafet_date_new (2026, 10, 26),
                              .to = stafet_date_new (2027, 12, 26),
                              .ward = stafet_uid_intern (ward) };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);

  g_assert_cmpuint (events->events->len, ==, agenda->entries->len);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      gboolean found = FALSE;

      for (guint j = 0; j < events->events->len && !found; j++)
        {
          const StafetFeedEvent *event = &g_array_index (events->events, StafetFeedEvent, j);
          const StafetVisit *visit = entry->n_visits > 0 ? &entry->visits[strcmp (ward, "b2") == 0] : NULL;

          found = event->start == (visit != NULL ? visit->start : entry->start)
                  && event->end == (visit != NULL ? visit->end : entry->end);
        }
      g_assert_true (found);
    }
}

static void
ward_feed_equals_the_agenda (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) b1 = ARRIVALS (snapshot, "b1", FIRST);
  g_autoptr (StafetFeedEvents) b2 = ARRIVALS (snapshot, "b2", FIRST);

  assert_equals_agenda (snapshot, "b1", b1);
  assert_equals_agenda (snapshot, "b2", b2);
  g_assert_cmpuint (b1->events->len, ==, 122);
}

static void
nursing_home_feed_has_all_its_wards (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events =
    events_of (snapshot, STAFET_FEED_ARRIVALS, "house", "nursing", STAFET_NAMES_FIRST);

  g_assert_true (has (events, SONG_B1));
  g_assert_true (has (events, "song-20261126-stop2@stafet"));
  g_assert_true (has (events, "night-20261128@stafet"));
  g_assert_false (has (events, "krolf-20261125@stafet"));
}

static void
empty_feed_says_so (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = ARRIVALS (snapshot, "b3", COUNTS);
  const StafetFeedEvent *event = &g_array_index (events->events, StafetFeedEvent, 0);

  g_assert_cmpuint (events->events->len, ==, 1);
  g_assert_cmpstr (event->uid, ==, "feed-empty@stafet");
  g_assert_true (event->all_day);
  g_assert_cmpint (event->start, ==, stafet_wall_new (stafet_date_new (2026, 10, 26), 0));
}

/* ——— What it says ——— */

static void
an_arrival_tells_what_a_ward_asks (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = ARRIVALS (snapshot, "b1", FIRST);
  const StafetFeedEvent *event = find (events, SONG_B1);

  g_assert_cmpstr (event->summary, ==, "Sang in B.1: Volunteer, Lis and Sangvennerne (4)");
  g_assert_cmpstr (event->location, ==, "B.1, Skovvang");
  g_assert_cmpstr (event->description, ==,
                   "Sangere: Volunteer, Lis and Sangvennerne (4)\n"
                   "Meeting place: Dagligstuen\n"
                   "Received by: Pia\n"
                   "Make ready: Stole og kaffe\n"
                   "Questions? Ring: 13 24 56 71, Møllestien");
  g_assert_cmpstr (event->category, ==, "music and song");
}

static void
names_follow_the_level (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) counts = ARRIVALS (snapshot, "b1", COUNTS);
  g_autoptr (StafetFeedEvents) first = ARRIVALS (snapshot, "b1", FIRST);
  g_autoptr (StafetFeedEvents) full = ARRIVALS (snapshot, "b1", FULL);
  const char *watch = "night-20261128@stafet";

  g_assert_cmpstr (find (counts, watch)->summary, ==, "Vågetjeneste in B.1: 1 volunteer");
  g_assert_cmpstr (find (counts, SONG_B1)->summary, ==, "Sang in B.1: 6 volunteers");
  g_assert_null (strstr (find (counts, SONG_B1)->description, "Pia"));
  g_assert_cmpstr (find (first, watch)->summary, ==, "Vågetjeneste in B.1: KM");
  g_assert_cmpstr (find (full, watch)->summary, ==, "Vågetjeneste in B.1: Karen Margrethe Friis");
  g_assert_nonnull (strstr (find (full, SONG_B1)->summary, "Volunteer, Lis Bæk and"));
}

static void
holes_are_told_apart (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = NULL;

  put (snapshot, STAFET_KIND_ASSIGNMENT, "regret", "shift", "watch", "date", "2026-11-28", "volunteer",
       "karen", "state", "declined", NULL);
  put (snapshot, STAFET_KIND_ASSIGNMENT, "regret2", "shift", "watch", "date", "2026-12-05", "volunteer",
       "karen", "state", "declined", NULL);
  put (snapshot, STAFET_KIND_ASSIGNMENT, "asked", "shift", "watch", "date", "2026-12-05", "volunteer", "bo",
       "state", "asked", NULL);
  put (snapshot, STAFET_KIND_STANDING, "s3", "shift", "watch", "volunteer", "karen", "to", "2026-12-12",
       NULL);
  events = ARRIVALS (snapshot, "b1", FULL);
  g_assert_cmpstr (find (events, "night-20261128@stafet")->summary, ==, "Vågetjeneste in B.1: nobody yet");
  g_assert_nonnull (
    strstr (find (events, "night-20261128@stafet")->description, "We are looking for a stand-in."));
  g_assert_cmpstr (find (events, "night-20261205@stafet")->summary, ==, "Vågetjeneste in B.1: we are asking");
  g_assert_nonnull (strstr (find (events, "night-20261205@stafet")->description, "We are asking one more."));
  g_assert_null (strstr (find (events, "night-20261205@stafet")->description, "stand-in"));
  g_assert_nonnull (
    strstr (find (events, "night-20261219@stafet")->description, "A regular volunteer is missing."));
}

static void
new_people_are_greeted_once (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = NULL;

  put (snapshot, STAFET_KIND_VOLUNTEER, "nina", "name", "Nina Ny", NULL);
  put (snapshot, STAFET_KIND_STANDING, "s9", "shift", "watch", "volunteer", "nina", "from", "2026-11-23",
       NULL);
  events = ARRIVALS (snapshot, "b1", FIRST);
  g_assert_nonnull (
    strstr (find (events, "night-20261128@stafet")->description, "KM and Nina (new – bid welcome)"));
  g_assert_null (strstr (find (events, "night-20261128@stafet")->description, "KM ("));
  g_assert_null (strstr (find (events, "night-20261205@stafet")->description, "new"));
}

static void
round_numbers_are_thanked_for_once (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = NULL;
  StafetDate last = stafet_date_new (2026, 11, 21);

  for (int i = 0; i < 9; i++)
    {
      g_autofree char *uid = g_strdup_printf ("came%d", i);
      char date[STAFET_DATE_SIZE];

      put (snapshot, STAFET_KIND_ATTENDANCE, uid, "shift", "watch", "date",
           stafet_date_write (last - 7 * i, date), "volunteer", "karen", "status", "came", NULL);
    }
  events = ARRIVALS (snapshot, "b1", FIRST);
  g_assert_nonnull (
    strstr (find (events, "night-20261128@stafet")->description, "KM (time no. 10 – say thank you)"));
  g_assert_null (strstr (find (events, "night-20261205@stafet")->description, "time no."));
}

/* ——— Cancelled, moved, hidden ——— */

static void
cancelled_dates_stay_to_the_end_of_their_week (void)
{
  static const char *const dates[] = { "2026-11-19", "2026-11-26", "2026-12-03" };
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    put (snapshot, STAFET_KIND_EXCEPTION, dates[i], "activity", "song", "date", dates[i], "status",
         "cancelled", "reason", "Gulvet lakeres", NULL);
  events = ARRIVALS (snapshot, "b1", FULL);
  g_assert_false (has (events, "song-20261119-stop1@stafet"));
  g_assert_cmpstr (find (events, SONG_B1)->summary, ==, "CANCELLED: Sang in B.1");
  g_assert_cmpstr (find (events, SONG_B1)->description, ==,
                   "Cancelled: Gulvet lakeres\nQuestions? Ring: 13 24 56 71, Møllestien");
  g_assert_true (has (events, "song-20261203-stop1@stafet"));
}

static void
a_moved_date_keeps_its_uid_and_says_from_where (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events = NULL;
  GVariantBuilder builder;
  g_autoptr (GVariant) image = NULL;
  g_autofree char *changes = NULL;
  const StafetFeedEvent *event;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "start", "2026-11-27T13:00");
  g_variant_builder_add (&builder, "{ss}", "end", "2026-11-27T15:00");
  image = g_variant_ref_sink (g_variant_builder_end (&builder));
  changes = stafet_image_write (image);
  put (snapshot, STAFET_KIND_EXCEPTION, "moved", "activity", "song", "date", "2026-11-26", "changes", changes,
       NULL);
  events = ARRIVALS (snapshot, "b1", FULL);
  event = find (events, SONG_B1);
  g_assert_cmpint (event->start, ==, stafet_wall_new (stafet_date_new (2026, 11, 27), 13 * 60));
  g_assert_true (g_str_has_prefix (event->description, "Moved from: Thursday 26 November"));
}

static void
programme_hides_what_is_not_public (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events =
    events_of (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_FULL);
  const StafetFeedEvent *krolf = find (events, "krolf-20261125@stafet");
  const StafetFeedEvent *loan = find (events, "loan-20261128@stafet");

  g_assert_false (has (events, "inner-20261127@stafet"));
  g_assert_cmpstr (loan->summary, ==, "Occupied");
  g_assert_cmpstr (loan->description, ==, "Questions? Ring: 13 24 56 71, Møllestien");
  g_assert_cmpstr (krolf->summary, ==, "Krolf");
  g_assert_cmpstr (krolf->location, ==, "Store sal, Møllestien, Grønnegade 10, 8000 Aarhus C");
  g_assert_cmpstr (krolf->description, ==, "Price: 20 kr.\nQuestions? Ring: 13 24 56 71, Møllestien");
  g_assert_true (has (events, "song-20261126-stop2@stafet"));
}

/* The one without names hangs where everybody reads it. */
static void
programme_says_to_staff_alone_who_is_looked_for (void)
{
  static const char looking[] = "We are looking for a stand-in.";
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) staff = NULL, everybody = NULL;

  put (snapshot, STAFET_KIND_ASSIGNMENT, "regret", "shift", "watch", "date", "2026-11-28", "volunteer",
       "karen", "state", "declined", NULL);
  put (snapshot, STAFET_KIND_EXCEPTION, "looking", "shift", "watch", "date", "2026-11-28", "looking", "yes",
       NULL);
  staff = events_of (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_FIRST);
  everybody = events_of (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_COUNTS);
  g_assert_nonnull (strstr (find (staff, "night-20261128@stafet")->description, looking));
  g_assert_null (strstr (find (everybody, "night-20261128@stafet")->description, looking));
}

static void
own_feed_says_where_she_is_only_asked (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) asked =
    events_of (snapshot, STAFET_FEED_OWN, "volunteer", "bo", STAFET_NAMES_FIRST);
  g_autoptr (StafetFeedEvents) regular =
    events_of (snapshot, STAFET_FEED_OWN, "volunteer", "karen", STAFET_NAMES_FIRST);

  g_assert_cmpuint (asked->events->len, ==, 1);
  g_assert_cmpstr (find (asked, "cafe-20261130@stafet")->summary, ==, "Café (you are asked)");
  g_assert_cmpstr (find (regular, "night-20261128@stafet")->summary, ==, "Vågetjeneste in B.1");
}

static void
open_feed_has_only_holes (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetFeedEvents) events =
    events_of (snapshot, STAFET_FEED_OPEN, "area", "north", STAFET_NAMES_COUNTS);

  g_assert_cmpuint (events->events->len, ==, 61);
  g_assert_cmpstr (find (events, "cafe-20261130@stafet")->summary, ==, "Café: 2 are missing");
}

/* ——— What it never says ——— */

static GString *
print_text (StafetSnapshot *snapshot, StafetFeed *feed, GHashTable *memory)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  StafetFeedPress press = { feed, zone, STAFET_LANGUAGE_EN, memory, CHANGED + 60 };
  g_autoptr (StafetFeedEvents) events = NULL;
  g_autoptr (StafetFeedPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  StafetDate from, to;

  stafet_feed_window (feed, WORLD_TODAY, &from, &to);
  events = stafet_feed_events_new (snapshot, feed, WORLD_TODAY, from, to);
  print = stafet_feed_print_new (&press, events, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&print->bytes);
}

static void
nothing_private_at_any_level (void)
{
  static const struct
  {
    StafetFeedKind kind;
    const char *key, *uid;
  } feeds[] = { { STAFET_FEED_ARRIVALS, "ward", "b1" },     { STAFET_FEED_ARRIVALS, "house", "nursing" },
                { STAFET_FEED_PROGRAMME, "house", "home" }, { STAFET_FEED_OWN, "volunteer", "lis" },
                { STAFET_FEED_OWN, "volunteer", "bo" },     { STAFET_FEED_OPEN, "house", "home" },
                { STAFET_FEED_ARRIVALS, "area", "north" } };
  g_autoptr (StafetSnapshot) snapshot = small_world ();

  for (gsize i = 0; i < G_N_ELEMENTS (feeds); i++)
    for (int names = STAFET_NAMES_COUNTS; names <= STAFET_NAMES_FULL; names++)
      {
        g_autoptr (StafetRecord) feed =
          (StafetRecord *) make_feed (feeds[i].kind, feeds[i].key, feeds[i].uid, (StafetNamesLevel) names);
        g_autoptr (GString) text = print_text (snapshot, (StafetFeed *) feed, NULL);
        g_autofree char *unfolded = world_unfold (text->str);

        for (gsize j = 0; j < G_N_ELEMENTS (world_secrets); j++)
          g_assert_null (strstr (unfolded, world_secrets[j]));
        if (names == STAFET_NAMES_COUNTS)
          g_assert_null (strstr (unfolded, "Lis"));
        if (names != STAFET_NAMES_FULL)
          g_assert_null (strstr (unfolded, "Bæk"));
      }
}

/* ——— Stamps ——— */

static GHashTable *
remember (const char *event, const char *hash, int sequence, StafetInstant at)
{
  GHashTable *memory = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  StafetPublished *published = stafet_record_new (STAFET_KIND_PUBLISHED, NULL);

  world_set (published, "event", event);
  world_set (published, "hash", hash);
  published->sequence = sequence;
  published->at = at;
  g_hash_table_insert (memory, published->event, published);
  return memory;
}

static void
stamps_never_fall (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  /* Published by a machine whose clock is ahead. */
  g_autoptr (GHashTable) memory = remember (SONG_B1, "00000000000000000000000000000000", 41, CHANGED + 7200);
  g_autoptr (GString) text = print_text (snapshot, (StafetFeed *) feed, memory);
  g_autofree char *unfolded = world_unfold (text->str);
  const char *song = strstr (unfolded, "UID:" SONG_B1);
  const char *other = strstr (unfolded, "UID:song-20261203-stop1@stafet");

  g_assert_true (g_str_has_prefix (song, "UID:" SONG_B1 "\r\nDTSTAMP:20261124T080000Z\r\n"
                                         "LAST-MODIFIED:20261124T080000Z\r\nSEQUENCE:42\r\n"));
  g_assert_true (g_str_has_prefix (other, "UID:song-20261203-stop1@stafet\r\nDTSTAMP:20261124T060000Z\r\n"
                                          "LAST-MODIFIED:20261124T060000Z\r\nSEQUENCE:0\r\n"));
}

static void
updated_is_the_instant_of_the_data (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_autoptr (GString) text = print_text (snapshot, (StafetFeed *) feed, NULL);
  g_autofree char *unfolded = world_unfold (text->str);

  g_assert_nonnull (strstr (unfolded, "\\nUpdated 24 November"));
}

static void
test_surnames (void)
{
  static const StafetNamesLevel levels[] = { STAFET_NAMES_COUNTS, STAFET_NAMES_FIRST, STAFET_NAMES_FULL };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (StafetRecord) programme =
        (StafetRecord *) make_feed (STAFET_FEED_PROGRAMME, "house", "h", levels[i]);
      g_autoptr (StafetRecord) own =
        (StafetRecord *) make_feed (STAFET_FEED_OWN, "volunteer", "v", levels[i]);

      g_assert_cmpint (stafet_feed_names ((StafetFeed *) programme), ==, MIN (levels[i], STAFET_NAMES_FIRST));
      g_assert_cmpint (stafet_feed_names ((StafetFeed *) own), ==, levels[i]);
      g_assert_cmpint (stafet_feed_is_public ((StafetFeed *) programme), ==,
                       levels[i] == STAFET_NAMES_COUNTS);
      g_assert_false (stafet_feed_is_public ((StafetFeed *) own));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_ics_check_prepare ();
  g_test_add_func ("/publish/feed/window-is-whole-weeks", window_is_whole_weeks);
  g_test_add_func ("/publish/feed/ward-equals-the-agenda", ward_feed_equals_the_agenda);
  g_test_add_func ("/publish/feed/nursing-home-has-all-its-wards", nursing_home_feed_has_all_its_wards);
  g_test_add_func ("/publish/feed/empty-feed-says-so", empty_feed_says_so);
  g_test_add_func ("/publish/feed/an-arrival-tells-what-a-ward-asks", an_arrival_tells_what_a_ward_asks);
  g_test_add_func ("/publish/feed/names-follow-the-level", names_follow_the_level);
  g_test_add_func ("/publish/feed/holes-are-told-apart", holes_are_told_apart);
  g_test_add_func ("/publish/feed/new-people-are-greeted-once", new_people_are_greeted_once);
  g_test_add_func ("/publish/feed/round-numbers-are-thanked-for-once", round_numbers_are_thanked_for_once);
  g_test_add_func ("/publish/feed/cancelled-stays-to-the-end-of-its-week",
                   cancelled_dates_stay_to_the_end_of_their_week);
  g_test_add_func ("/publish/feed/moved-keeps-its-uid-and-says-from-where",
                   a_moved_date_keeps_its_uid_and_says_from_where);
  g_test_add_func ("/publish/feed/programme-hides-what-is-not-public", programme_hides_what_is_not_public);
  g_test_add_func ("/publish/feed/programme-says-to-staff-alone-who-is-looked-for",
                   programme_says_to_staff_alone_who_is_looked_for);
  g_test_add_func ("/publish/feed/own-says-where-she-is-only-asked", own_feed_says_where_she_is_only_asked);
  g_test_add_func ("/publish/feed/open-has-only-holes", open_feed_has_only_holes);
  g_test_add_func ("/publish/feed/nothing-private-at-any-level", nothing_private_at_any_level);
  g_test_add_func ("/publish/feed/stamps-never-fall", stamps_never_fall);
  g_test_add_func ("/publish/feed/updated-is-the-instant-of-the-data", updated_is_the_instant_of_the_data);
  g_test_add_func ("/feed/a-programme-says-no-surnames-and-own-shifts-are-for-no-wall", test_surnames);
  return g_test_run ();
}
