/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the live page to what it may tell whom, to its size, and to bytes that hang on store and week alone.
 */
#include "plan/stafet-example.h"
#include "publish/stafet-board.h"
#include "publish/stafet-live-page.h"
#include "snapshot-world.h"

static char *
render_on (StafetSnapshot *snapshot, StafetFeed *feed, StafetDate today, GHashTable *memory,
           StafetInstant head_at, StafetPublished **published)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  StafetFeedPress press = { feed, zone, (StafetLanguage) stafet_snapshot_settings (snapshot)->language,
                            memory, head_at };
  g_autoptr (GBytes) bytes = stafet_live_page_render (snapshot, &press, today, published);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, <=, STAFET_LIVE_PAGE_MAX);
  return g_strndup (text, length);
}

static char *
render (StafetSnapshot *snapshot, StafetFeedKind kind, const char *key, const char *uid,
        StafetNamesLevel names)
{
  g_autoptr (StafetRecord) feed = (StafetRecord *) make_feed (kind, key, uid, names);

  return render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY, NULL, CHANGED, NULL);
}

/* What stands between the style and the script: what a reader sees. */
static char *
seen (const char *page)
{
  const char *begin = strstr (page, "<body>"), *end = strstr (page, "<script>");

  return g_strndup (begin, (gsize) (end - begin));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* ——— What it says to whom ——— */

static void
a_ward_reads_who_comes_and_may_answer (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = NULL;

  put (snapshot, STAFET_KIND_HOUSE, "home", "name", "Møllestien", "kind", "community", "phone", "13245671",
       "mail", "hus@moellestien.example", NULL);
  page = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_assert_nonnull (strstr (page, "<time datetime=\"2026-11-26\">Thursday 26 November</time>"));
  g_assert_nonnull (strstr (page, "<time datetime=\"10:00\">10:00</time>–"
                                  "<time datetime=\"10:45\">10:45</time>"));
  g_assert_nonnull (strstr (page, "<h3>Sang in B.1</h3>"));
  g_assert_nonnull (strstr (page, "Sangere: Volunteer, Lis and Sangvennerne (4)"));
  g_assert_nonnull (strstr (page, "Make ready: Stole og kaffe"));
  g_assert_nonnull (strstr (page, "<a href=\"tel:13245671\">Ring 13 24 56 71</a>"));
  g_assert_nonnull (strstr (page, "<a href=\"mailto:hus@moellestien.example?subject="
                                  "We%20cannot%20receive%20anybody%3A%20Sang%20in%20B.1%2C%20"
                                  "Thursday%2026%20November%2010%3A00%E2%80%9310%3A45\""));
  g_assert_null (strstr (page, "B.2"));
  g_assert_null (strstr (page, "Krolf"));
}

static void
the_public_reads_no_surname_and_no_number_but_the_house (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();

  for (int names = STAFET_NAMES_COUNTS; names <= STAFET_NAMES_FULL; names++)
    {
      g_autofree char *page =
        render (snapshot, STAFET_FEED_PROGRAMME, "house", "home", (StafetNamesLevel) names);

      g_assert_null (strstr (page, "Bæk"));
      g_assert_null (strstr (page, "Friis"));
      g_assert_cmpuint (count (page, "tel:"), ==, 1);
      g_assert_nonnull (strstr (page, "<a href=\"tel:13245671\">13 24 56 71</a>"));
      g_assert_null (strstr (page, "mailto:"));
      g_assert_nonnull (strstr (page, "Occupied"));
      g_assert_null (strstr (page, "Privat fest"));
      g_assert_null (strstr (page, "Personalemøde"));
      /* One without names is for everybody; with them it is the house's own, and tells whom it lacks. */
      if (names == STAFET_NAMES_COUNTS)
        g_assert_null (strstr (page, "missing"));
    }
}

/* Those of the house that may be shown; nobody who put one up. What is over goes by its own date in the
 * script. */
static void
notices_that_may_be_shown_hang_there (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = NULL, *ward = NULL;

  put (snapshot, STAFET_KIND_NOTICE, "n1", "title", "Gåmakker <b>søges</b>", "house", "home", "until",
       "2026-12-04", "public", "yes", "contact", "Hemmelig Hansen", "phone", "13572468", NULL);
  put (snapshot, STAFET_KIND_NOTICE, "n2", "title", "Ikke for alle", "house", "home", "until", "2026-12-04",
       NULL);
  put (snapshot, STAFET_KIND_NOTICE, "n3", "title", "For længst forbi", "house", "home", "until",
       "2026-11-01", "public", "yes", NULL);
  put (snapshot, STAFET_KIND_NOTICE, "n4", "title", "Et andet sted", "until", "2026-12-04", "public", "yes",
       NULL);
  page = render (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_COUNTS);
  g_assert_nonnull (
    strstr (page, "<div data-until=\"2026-12-04\"><h3>Gåmakker &lt;b&gt;søges&lt;/b&gt;</h3>"));
  g_assert_nonnull (strstr (page, "hangs until 4 December"));
  g_assert_null (strstr (page, "Ikke for alle"));
  g_assert_null (strstr (page, "For længst forbi"));
  g_assert_null (strstr (page, "Et andet sted"));
  g_assert_null (strstr (page, "Hemmelig"));
  g_assert_null (strstr (page, "13572468"));
  ward = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_assert_null (strstr (ward, "Gåmakker"));
}

/* Whatever the level: what a page holds is in its source, shown or not. */
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
        g_autofree char *whole =
          render (snapshot, feeds[i].kind, feeds[i].key, feeds[i].uid, (StafetNamesLevel) names);
        g_autofree char *page = seen (whole);

        for (gsize j = 0; j < G_N_ELEMENTS (world_secrets); j++)
          g_assert_null (strstr (page, world_secrets[j]));
        if (names == STAFET_NAMES_COUNTS)
          g_assert_null (strstr (page, "Lis"));
        if (names != STAFET_NAMES_FULL)
          g_assert_null (strstr (page, "Bæk"));
      }
}

static void
the_wall_has_first_names_at_most (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FULL);
  guint n = 0;

  g_assert_nonnull (strstr (page, "Lis Bæk"));
  for (const char *at = page; (at = strstr (at, "<p class=\"who\">")) != NULL; at++, n++)
    {
      g_autofree char *line = g_strndup (at, strcspn (at, "\n"));

      g_assert_null (strstr (line, "Bæk"));
      g_assert_null (strstr (line, "Friis"));
    }
  g_assert_cmpuint (n, ==, 6);
}

static void
a_closed_day_says_so_to_its_own_readers (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *b1 = NULL;
  g_autofree char *b2 = NULL;
  g_autofree char *home = NULL;

  put (snapshot, STAFET_KIND_CLOSURE, "flu", "ward", "b2", "from", "2026-11-26", "to", "2026-11-26", "text",
       "Smitte", NULL);
  put (snapshot, STAFET_KIND_CLOSURE, "paint", "house", "home", "from", "2026-11-25", "to", "2026-11-25",
       "text", "Maling", NULL);
  b1 = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  b2 = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b2", STAFET_NAMES_FIRST);
  home = render (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_COUNTS);
  g_assert_null (strstr (b1, "<p class=\"closed\">"));
  g_assert_nonnull (strstr (b2, "<p class=\"closed\">Closed: B.2, Smitte</p>"));
  g_assert_nonnull (strstr (home, "<p class=\"closed\">Closed: Maling</p>"));
  g_assert_null (strstr (home, "<p class=\"closed\">Closed: B.2"));
  g_assert_nonnull (strstr (home, "<li class=\"off\">"));
  g_assert_nonnull (strstr (home, "CANCELLED"));
}

/* ——— Bytes ——— */

static void
bytes_hang_on_store_and_week_alone (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_autofree char *first = render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY - 1, NULL, CHANGED, NULL);
  g_autofree char *next = render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY + 6, NULL, CHANGED, NULL);

  for (int day = 0; day < 6; day++)
    {
      g_autofree char *again =
        render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY + day, NULL, CHANGED, NULL);

      g_assert_cmpstr (again, ==, first);
    }
  g_assert_cmpstr (next, !=, first);
}

static void
old_bytes_never_say_today (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = render (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_FIRST);
  g_autofree char *body = seen (page);
  const char *header = strstr (body, "<header>");

  g_assert_null (strstr (header, "today"));
  g_assert_null (strstr (header, "tomorrow"));
  g_assert_null (strstr (header, "now"));
  g_assert_nonnull (strstr (body, "ring the house if the date is old"));
  g_assert_cmpuint (count (body, "<section>"), ==, 20);
}

static void
nothing_is_fetched_from_elsewhere (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);

  g_assert_null (strstr (page, "http:"));
  g_assert_null (strstr (page, "https:"));
  g_assert_null (strstr (page, "src="));
  g_assert_null (strstr (page, "url("));
  g_assert_nonnull (strstr (page, "default-src 'none'"));
  g_assert_nonnull (strstr (page, "<meta name=\"robots\" content=\"noindex, nofollow\">"));
  g_assert_null (strstr (page, "{{"));
}

static void
hostile_text_stays_text (void)
{
  static const char hostile[] = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{days}}&lt;";
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *page = NULL;

  put (snapshot, STAFET_KIND_HOUSE, "home", "name", hostile, "kind", "community", "phone", "13245671", "mail",
       "a@b.example?bcc=c@d.example\"><b>", NULL);
  put (snapshot, STAFET_KIND_ACTIVITY, "night", "title", hostile, "house", "home", "ward", "b1", "start",
       "2026-03-07T22:00", "end", "2026-03-08T06:00", "rule", "FREQ=WEEKLY", "public_text", hostile,
       "meeting_place", hostile, "make_ready", hostile, NULL);
  put (snapshot, STAFET_KIND_VOLUNTEER, "karen", "name", "<b>Karen</b>\" onclick=x", NULL);
  put (snapshot, STAFET_KIND_WARD, "b1", "name", "B.1\"><i>", "house", "nursing", NULL);
  page = render (snapshot, STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FULL);
  g_assert_cmpuint (count (page, "<script>"), ==, 1);
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "<b>Karen"));
  g_assert_null (strstr (page, "B.1\">"));
  g_assert_null (strstr (page, "mailto:a@b.example?bcc"));
  g_assert_nonnull (strstr (page, "mailto:a@b.example%3Fbcc%3Dc@d.example%22%3E%3Cb%3E?subject="));
  g_assert_nonnull (strstr (page, "{{days}}&amp;lt;"));
  g_assert_nonnull (strstr (page, "&lt;b&gt;Karen&lt;/b&gt;&quot;"));
}

/* ——— Size ——— */

static void
what_has_no_room_is_counted (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autofree char *text = g_strnfill (9000, 'x');
  g_autofree char *page = NULL;
  guint shown, left = 0;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *uid = g_strdup_printf ("many%d", i);

      put (snapshot, STAFET_KIND_ACTIVITY, uid, "title", uid, "house", "home", "start", "2026-11-23T12:00",
           "end", "2026-11-23T13:00", "rule", "FREQ=DAILY", "public_text", text, NULL);
    }
  page = render (snapshot, STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_COUNTS);
  shown = count (page, "<h3>many");
  for (const char *at = page; (at = strstr (at, "… and ")) != NULL; at++)
    left += (guint) g_ascii_strtoull (at + strlen ("… and "), NULL, 10);
  g_assert_cmpuint (shown, >, 20);
  /* 60 a day, and krolf, song, a night, a loan and a café shift in each of the three weeks, the loan in one.
   */
  g_assert_cmpuint (count (page, "<h3>") + left, ==, 60 * 20 + 16);
  g_assert_cmpuint (count (page, "<p class=\"rest\">"), ==, 20);
}

/* Every feed that the town and the house have stays within the size, and leaves nothing out. */
static void
examples_fit (void)
{
  static const StafetExampleSize sizes[] = { STAFET_EXAMPLE_HOUSE, STAFET_EXAMPLE_MUNICIPALITY };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (StafetChangeset) example = stafet_example_new (sizes[i], 1, WORLD_TODAY);
      g_autoptr (StafetSnapshot) snapshot = stafet_snapshot_new ();
      const GPtrArray *feeds;
      gsize largest = 0;
      guint left_out = 0;

      stafet_snapshot_apply (snapshot, example);
      feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);
      g_assert_cmpuint (feeds->len, >, 0);
      for (guint j = 0; j < feeds->len; j++)
        {
          g_autofree char *page =
            render_on (snapshot, g_ptr_array_index (feeds, j), WORLD_TODAY, NULL, CHANGED, NULL);

          largest = MAX (largest, strlen (page));
          left_out += count (page, "<p class=\"rest\">") > 0;
        }
      g_assert_cmpuint (left_out, ==, 0);
      g_test_message ("%u feeds, the largest page has %u bytes, %u leave something out", feeds->len,
                      (guint) largest, left_out);
    }
}

/* ——— When it was updated ——— */

static void
updated_moves_with_the_content_alone (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_autoptr (GHashTable) memory = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  StafetPublished *published = NULL;
  g_autofree char *first =
    render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY, memory, CHANGED, &published);
  g_autofree char *same = NULL;
  g_autofree char *changed = NULL;

  g_assert_nonnull (published);
  g_assert_cmpint (published->at, ==, CHANGED);
  g_hash_table_insert (memory, published->event, published);
  same = render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY, memory, CHANGED + 7200, &published);
  g_assert_null (published);
  g_assert_cmpstr (same, ==, first);
  put (snapshot, STAFET_KIND_STOP, "stop1", "activity", "song", "ward", "b1", "from_minute", "0", "to_minute",
       "50", NULL);
  changed = render_on (snapshot, (StafetFeed *) feed, WORLD_TODAY, memory, CHANGED + 7200, &published);
  g_assert_nonnull (published);
  g_assert_cmpint (published->at, ==, CHANGED + 7200);
  g_assert_cmpstr (changed, !=, first);
  g_object_unref (published);
}

static void
heartbeat_is_the_instant_in_utc (void)
{
  g_autofree char *text = stafet_heartbeat_write (1795513200);

  g_assert_cmpstr (text, ==, "{\"confirmed\": \"2026-11-24T09:40:00Z\"}\n");
}

/* ——— The board behind it ——— */

static void
what_lasts_for_days_is_on_each (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_PROGRAMME, "house", "home", STAFET_NAMES_FIRST);
  g_autoptr (StafetBoard) board = NULL;

  put (snapshot, STAFET_KIND_ACTIVITY, "show", "title", "Udstilling", "house", "home", "start",
       "2026-11-22T10:00", "end", "2026-11-25T16:00", NULL);
  board = stafet_board_new (snapshot, (StafetFeed *) feed, WORLD_TODAY, WORLD_TODAY, WORLD_TODAY + 2);
  for (guint i = 0; i < 3; i++)
    {
      const StafetBoardDay *day = g_ptr_array_index (board->days, i);
      gboolean found = FALSE;

      for (guint j = 0; j < day->lines->len; j++)
        found =
          found || strcmp (((StafetBoardLine *) g_ptr_array_index (day->lines, j))->title, "Udstilling") == 0;
      g_assert_cmpint (found, ==, i < 2);
    }
}

static void
protected_people_have_no_face (void)
{
  g_autoptr (StafetSnapshot) snapshot = small_world ();
  g_autoptr (StafetRecord) feed =
    (StafetRecord *) make_feed (STAFET_FEED_ARRIVALS, "ward", "b1", STAFET_NAMES_FIRST);
  g_autoptr (StafetBoard) board =
    stafet_board_new (snapshot, (StafetFeed *) feed, WORLD_TODAY, WORLD_TODAY + 2, WORLD_TODAY + 2);
  const StafetBoardDay *day = g_ptr_array_index (board->days, 0);
  const StafetBoardLine *line = g_ptr_array_index (day->lines, 0);
  static const StafetBoardFace expected[] = { { "Volunteer", "Volunteer", 1 },
                                              { "Lis", "Lis Bæk", 1 },
                                              { "Sangvennerne", "", 4 } };

  g_assert_cmpuint (line->faces->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < line->faces->len; i++)
    {
      const StafetBoardFace *face = &g_array_index (line->faces, StafetBoardFace, i);

      g_assert_cmpstr (face->name, ==, expected[i].name);
      g_assert_cmpstr (face->whole, ==, expected[i].whole);
      g_assert_cmpint (face->count, ==, expected[i].count);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/live-page/a-ward-reads-who-comes-and-may-answer",
                   a_ward_reads_who_comes_and_may_answer);
  g_test_add_func ("/publish/live-page/the-public-reads-no-surname-and-no-number-but-the-house",
                   the_public_reads_no_surname_and_no_number_but_the_house);
  g_test_add_func ("/publish/live-page/notices-that-may-be-shown-hang-there",
                   notices_that_may_be_shown_hang_there);
  g_test_add_func ("/publish/live-page/nothing-private-at-any-level", nothing_private_at_any_level);
  g_test_add_func ("/publish/live-page/the-wall-has-first-names-at-most", the_wall_has_first_names_at_most);
  g_test_add_func ("/publish/live-page/a-closed-day-says-so-to-its-own-readers",
                   a_closed_day_says_so_to_its_own_readers);
  g_test_add_func ("/publish/live-page/bytes-hang-on-store-and-week-alone",
                   bytes_hang_on_store_and_week_alone);
  g_test_add_func ("/publish/live-page/old-bytes-never-say-today", old_bytes_never_say_today);
  g_test_add_func ("/publish/live-page/nothing-is-fetched-from-elsewhere", nothing_is_fetched_from_elsewhere);
  g_test_add_func ("/publish/live-page/hostile-text-stays-text", hostile_text_stays_text);
  g_test_add_func ("/publish/live-page/what-has-no-room-is-counted", what_has_no_room_is_counted);
  g_test_add_func ("/publish/live-page/examples-fit", examples_fit);
  g_test_add_func ("/publish/live-page/updated-moves-with-the-content-alone",
                   updated_moves_with_the_content_alone);
  g_test_add_func ("/publish/live-page/heartbeat-is-the-instant-in-utc", heartbeat_is_the_instant_in_utc);
  g_test_add_func ("/publish/board/what-lasts-for-days-is-on-each", what_lasts_for_days_is_on_each);
  g_test_add_func ("/publish/board/protected-people-have-no-face", protected_people_have_no_face);
  return g_test_run ();
}
