/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds publishing to its promises: whole files, only what changed, and nothing that is not its own.
 */
#include "publish/stafet-export.h"
#include "publish/stafet-heartbeat.h"
#include "publish/stafet-publish.h"
#include "world.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define NOON 720

typedef struct
{
  char *folder; /* everything lies in here */
  char *out;    /* published to */
  StafetStore *store;
  StafetClock *clock;
  StafetPlan *plan;
} Fixture;

static const struct
{
  const char *uid, *kind, *key, *subject, *names;
} world_feeds[] = { { "feed-b1", "arrivals", "ward", "b1", "first" },
                    { "feed-b2", "arrivals", "ward", "b2", "full" },
                    { "feed-b3", "arrivals", "ward", "b3", "counts" },
                    { "feed-nursing", "arrivals", "house", "nursing", "first" },
                    { "feed-home", "programme", "house", "home", "counts" },
                    { "feed-area", "open", "area", "north", "counts" },
                    { "feed-lis", "own", "volunteer", "lis", "full" },
                    { "feed-karen", "own", "volunteer", "karen", "full" } };

#define N_FEEDS G_N_ELEMENTS (world_feeds)
#define N_FILES (2 * N_FEEDS) /* each has a calendar and a page */
/* The mark, the heartbeat, the page for every member of staff, and two sample configurations. */
#define N_OTHERS 5

static void
add_feeds (StafetChangeset *world)
{
  for (gsize i = 0; i < N_FEEDS; i++)
    {
      g_autofree char *token = g_strdup_printf ("%032x", (guint) i + 1);

      world_add (world, STAFET_KIND_FEED, world_feeds[i].uid, "name", world_feeds[i].uid, "kind",
                 world_feeds[i].kind, world_feeds[i].key, world_feeds[i].subject, "names",
                 world_feeds[i].names, "token", token, NULL);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetChangeset) world = world_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", NULL);
  f->out = g_build_filename (f->folder, "out", NULL);
  path = g_build_filename (f->folder, "stafet.db", NULL);
  f->clock = stafet_clock_new_fixed (zone, stafet_wall_new (WORLD_TODAY, 480));
  add_feeds (world);
  f->store = stafet_store_create (path, world, stafet_clock_instant (f->clock), &error);
  g_assert_no_error (error);
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->out);
}

/* ——— Doing ——— */

static StafetPublishReport
publish (Fixture *f, const char *folder)
{
  StafetPublishReport report;
  g_autoptr (GError) error = NULL;

  stafet_publish_folder (f->plan, folder, &report, &error);
  g_assert_no_error (error);
  return report;
}

/* One edit: takes what it shall change. */
typedef struct
{
  StafetKind kind;
  const char *uid, *key, *value; /* key NULL: delete */
  StafetRecord *insert;          /* owned by the edit */
} Change;

static gboolean
change_cb (StafetPlan *plan, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  const Change *change = arguments;
  gpointer before = stafet_snapshot_lookup (stafet_plan_get_snapshot (plan), change->kind, change->uid);
  gpointer after;

  (void) error;
  if (change->insert != NULL)
    {
      stafet_changeset_insert (changeset, change->insert);
      return TRUE;
    }
  g_assert_nonnull (before);
  if (change->key == NULL)
    {
      stafet_changeset_delete (changeset, before);
      return TRUE;
    }
  after = stafet_record_copy (before);
  world_set (after, change->key, change->value);
  stafet_record_derive (after);
  stafet_changeset_update (changeset, before, after);
  return TRUE;
}

static void
do_change (Fixture *f, const Change *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (
    f->plan, stafet_edit_new (STAFET_CHANGESET_EDIT, change_cb, g_memdup2 (change, sizeof *change), g_free),
    &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static void
change (Fixture *f, StafetKind kind, const char *uid, const char *key, const char *value)
{
  do_change (f, &(Change){ kind, uid, key, value, NULL });
}

static void
insert (Fixture *f, StafetKind kind, const char *uid, ...)
{
  Change inserted = { .kind = kind, .uid = uid };
  va_list pairs;

  va_start (pairs, uid);
  inserted.insert = world_make (kind, uid, pairs);
  va_end (pairs);
  do_change (f, &inserted);
}

/* The bytes of a published feed. (transfer full) */
static char *
published (const char *folder, guint feed)
{
  g_autofree char *name = g_strdup_printf ("%032x.ics", feed + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* ——— Only what changed ——— */

static void
unchanged_again_writes_nothing (Fixture *f, gconstpointer data)
{
  StafetPublishReport report = publish (f, f->out);
  g_autofree char *sample = g_build_filename (f->out, "nginx.conf.eksempel", NULL);

  (void) data;
  g_assert_cmpuint (report.feeds, ==, N_FEEDS);
  g_assert_cmpuint (report.written, ==, N_FILES);
  g_assert_true (g_file_test (sample, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (f->out), ==, N_FILES + N_OTHERS);
  stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY + 3, NOON));
  report = publish (f, f->out);
  g_assert_cmpuint (report.rendered, ==, 0);
  g_assert_cmpuint (report.written, ==, 0);
}

static void
one_edit_makes_only_what_it_reaches (Fixture *f, gconstpointer data)
{
  StafetPublishReport report;

  (void) data;
  publish (f, f->out);
  insert (f, STAFET_KIND_ASSIGNMENT, "regret", "shift", "watch", "date", "2026-11-28", "volunteer", "karen",
          "state", "declined", NULL);
  report = publish (f, f->out);
  /* B.1, the nursing home, the organising house, its area, and Karen's own: the calendar and the page of
   * each. */
  g_assert_cmpuint (report.rendered, ==, 10);
  /* The programme at the counts level tells of one volunteer less, the open shifts of one hole more. */
  g_assert_cmpuint (report.written, ==, 10);
}

static void
a_lost_or_touched_file_is_made_again (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->out, "00000000000000000000000000000001.ics", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  (void) data;
  publish (f, f->out);
  before = published (f->out, 0);
  g_unlink (path);
  g_assert_cmpuint (publish (f, f->out).written, ==, 1);
  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  g_assert_cmpuint (publish (f, f->out).written, ==, 1);
  after = published (f->out, 0);
  g_assert_cmpstr (after, ==, before);
}

static void
a_new_week_moves_the_window (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  (void) data;
  publish (f, f->out);
  stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY + 7, NOON));
  g_assert_cmpuint (publish (f, f->out).written, ==, N_FILES);
  text = published (f->out, 0);
  g_assert_null (strstr (text, "20261029"));
  g_assert_nonnull (strstr (text, "song-20271230-stop1"));
}

/* Whatever is edited, a folder that is kept up to date equals one that is made anew. */
static void
kept_up_to_date_equals_made_anew (Fixture *f, gconstpointer data)
{
  static const struct
  {
    StafetKind kind;
    const char *uid, *key, *value;
  } edits[] = { { STAFET_KIND_VOLUNTEER, "lis", "name", "Lise Bæk" },
                { STAFET_KIND_SHIFT, "singers", "role", "Kor" },
                { STAFET_KIND_STOP, "stop2", "ward", "b3" },
                { STAFET_KIND_ACTIVITY, "night", "ward", "b2" },
                { STAFET_KIND_STANDING, "s1", "volunteer", "karen" },
                { STAFET_KIND_STANDING, "s3", NULL, NULL },
                { STAFET_KIND_ACTIVITY, "krolf", "visibility", "occupied" },
                { STAFET_KIND_STOP, "stop2", NULL, NULL },
                { STAFET_KIND_HOUSE, "home", "phone", "13111111" },
                { STAFET_KIND_ASSIGNMENT, "a1", "state", "promised" },
                { STAFET_KIND_ASSIGNMENT, "a1", NULL, NULL },
                { STAFET_KIND_VOLUNTEER, "ane", "status", "stopped" },
                { STAFET_KIND_FEED, "feed-b1", "names", "full" },
                { STAFET_KIND_CONTACT, "pia", "name", "Pia Dam" } };

  (void) data;
  publish (f, f->out);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *name = g_strdup_printf ("anew%u", (guint) i);
      g_autofree char *anew = g_build_filename (f->folder, name, NULL);

      stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY, NOON + (int) i));
      change (f, edits[i].kind, edits[i].uid, edits[i].key, edits[i].value);
      publish (f, f->out);
      publish (f, anew);
      for (guint feed = 0; feed < N_FEEDS; feed++)
        {
          g_autofree char *kept = published (f->out, feed);
          g_autofree char *made = published (anew, feed);

          g_assert_cmpstr (kept, ==, made);
        }
    }
}

/* ——— Stamps ——— */

static int
sequence_of (const char *text, const char *uid)
{
  g_autofree char *unfolded = world_unfold (text);
  g_autofree char *line = g_strdup_printf ("UID:%s\r\n", uid);
  const char *event = strstr (unfolded, line);

  g_assert_nonnull (event);
  return atoi (strstr (event, "SEQUENCE:") + strlen ("SEQUENCE:"));
}

static void
sequence_rises_with_each_change_of_content (Fixture *f, gconstpointer data)
{
  static const char *const ready[] = { "Kaffe", "Te", "Te", "Kaffe" };
  static const int expected[] = { 1, 2, 2, 3 };

  (void) data;
  publish (f, f->out);
  for (gsize i = 0; i < G_N_ELEMENTS (ready); i++)
    {
      g_autofree char *text = NULL;

      stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY, NOON + 10 * (int) i));
      if (i == 0 || strcmp (ready[i], ready[i - 1]) != 0)
        change (f, STAFET_KIND_ACTIVITY, "song", "make_ready", ready[i]);
      else /* a change that the ward's calendar does not tell */
        change (f, STAFET_KIND_ACTIVITY, "song", "note", "kun for os");
      publish (f, f->out);
      text = published (f->out, 0);
      g_assert_cmpint (sequence_of (text, "song-20261126-stop1@stafet"), ==, expected[i]);
      g_assert_cmpint (sequence_of (text, "night-20261128@stafet"), ==, 0);
    }
}

static void
export_is_what_publishing_writes (Fixture *f, gconstpointer data)
{
  StafetFeed *feed = stafet_snapshot_lookup (stafet_plan_get_snapshot (f->plan), STAFET_KIND_FEED, "feed-b1");
  g_autofree char *path = g_build_filename (f->folder, "b1.ics", NULL);

  (void) data;
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *exported = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      stafet_export_ics (f->plan, feed, STAFET_DATE_NONE, STAFET_DATE_NONE, path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &exported, NULL, NULL));
      publish (f, f->out);
      text = published (f->out, 0);
      g_assert_cmpstr (exported, ==, text);
      stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY, NOON + 10 * i));
      change (f, STAFET_KIND_ACTIVITY, "song", "make_ready", i == 0 ? "Te" : "Kaffe");
    }
}

static void
export_does_not_depend_on_the_minute (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) feed = (StafetRecord *) stafet_export_feed_new (
    stafet_plan_get_snapshot (f->plan), STAFET_KIND_WARD, stafet_uid_intern ("b1"));
  g_autoptr (GString) first =
    stafet_export_render (f->plan, (StafetFeed *) feed, STAFET_DATE_NONE, STAFET_DATE_NONE, NULL);

  (void) data;
  for (int day = 0; day < 6; day++)
    {
      g_autoptr (GString) again = NULL;

      stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY - 1 + day, 17 * day));
      again = stafet_export_render (f->plan, (StafetFeed *) feed, STAFET_DATE_NONE, STAFET_DATE_NONE, NULL);
      g_assert_cmpstr (again->str, ==, first->str);
    }
}

/* ——— What is its own ——— */

static void
a_new_token_takes_the_old_file_away (Fixture *f, gconstpointer data)
{
  g_autofree char *foreign = g_build_filename (f->out, "ffffffffffffffffffffffffffffffff.ics", NULL);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  (void) data;
  publish (f, f->out);
  g_assert_true (g_file_set_contents (foreign, "not ours", -1, NULL));
  old = published (f->out, 0);
  change (f, STAFET_KIND_FEED, "feed-b1", "token", "000000000000000000000000000000ab");
  g_assert_cmpuint (publish (f, f->out).removed, ==, 2);
  g_assert_null (published (f->out, 0));
  new = published (f->out, 0xaa);
  g_assert_cmpstr (new, ==, old);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
last_published_is_remembered (Fixture *f, gconstpointer data)
{
  const StafetFeed *feed =
    stafet_snapshot_lookup (stafet_plan_get_snapshot (f->plan), STAFET_KIND_FEED, "feed-b1");

  (void) data;
  g_assert_cmpint (stafet_publish_get_last (f->store, feed), ==, STAFET_INSTANT_NONE);
  publish (f, f->out);
  g_assert_cmpint (stafet_publish_get_last (f->store, feed), ==, stafet_clock_instant (f->clock));
  stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY + 1, NOON));
  publish (f, f->out);
  g_assert_cmpint (stafet_publish_get_last (f->store, feed), ==, stafet_clock_instant (f->clock));
}

static void
publishing_is_not_in_the_history (Fixture *f, gconstpointer data)
{
  gint64 before, after;
  StafetInstant at;

  (void) data;
  g_assert_true (stafet_store_read_head (f->store, &before, &at, NULL));
  publish (f, f->out);
  g_assert_true (stafet_store_read_head (f->store, &after, &at, NULL));
  g_assert_cmpint (after, ==, before);
}

/* ——— Whose folder it is ——— */

static void
assert_refused (Fixture *f, const char *folder, StafetPublishError code)
{
  g_autoptr (GError) error = NULL;
  guint before = count_files (folder);

  g_assert_false (stafet_publish_folder (f->plan, folder, NULL, &error));
  g_assert_error (error, STAFET_PUBLISH_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_cmpuint (count_files (folder), ==, before);
}

static void
somebody_elses_folder_is_refused (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "letter.odt", ".hidden", "00000000000000000000000000000001.ics",
                                       "stafet-publish.ics" };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/theirs%u", f->folder, (guint) i);
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;

      g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
      g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
      assert_refused (f, folder, STAFET_PUBLISH_ERROR_FOREIGN);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "theirs");
    }
}

static void
the_folder_of_another_store_is_refused (Fixture *f, gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree char *mine = g_strdup (f->out);

  (void) data;
  set_up (&other, NULL);
  publish (&other, f->out);
  assert_refused (f, mine, STAFET_PUBLISH_ERROR_FOREIGN);
  tear_down (&other, NULL);
}

/* A copy of the store, as a backup is, publishes on. */
static void
a_copy_of_the_store_goes_on (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "copy.db", NULL);
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  publish (f, f->out);
  g_assert_true (stafet_store_backup (f->store, path, NULL));
  store = stafet_store_open (path, &error);
  g_assert_no_error (error);
  plan = stafet_plan_new (store, f->clock, &error);
  g_assert_true (stafet_publish_folder (plan, f->out, NULL, &error));
  g_assert_no_error (error);
}

/* As folders were left before there were marks. */
static void
a_folder_without_a_mark_that_it_filled_is_marked (Fixture *f, gconstpointer data)
{
  g_autofree char *note = g_strdup_printf ("{'%s': (1, 20781, '0.1.0', 1795506000, "
                                           "[('feed-b1', '00000000000000000000000000000001.ics', 3, 4), "
                                           "('gone', 'ffffffffffffffffffffffffffffffff.ics', 3, 4)])}",
                                           f->out);
  g_autofree char *kept = g_build_filename (f->out, "00000000000000000000000000000001.ics", NULL);
  g_autofree char *gone = g_build_filename (f->out, "ffffffffffffffffffffffffffffffff.ics", NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  (void) data;
  g_assert_true (stafet_store_remember (f->store, none, "publish", note, NULL));
  g_assert_cmpint (g_mkdir (f->out, 0755), ==, 0);
  g_assert_true (g_file_set_contents (kept, "old", -1, NULL));
  g_assert_true (g_file_set_contents (gone, "old", -1, NULL));
  g_assert_cmpuint (publish (f, f->out).removed, ==, 1);
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (f->out), ==, N_FILES + N_OTHERS);
}

static void
trying_a_folder_changes_nothing (Fixture *f, gconstpointer data)
{
  const StafetPublishPlace place = { .to = f->out };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (stafet_publish_try (f->plan, &place, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (f->out), ==, 0);
}

/* ——— The heartbeat ——— */

static char *
heartbeat (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->out, STAFET_HEARTBEAT_FILE, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
the_heartbeat_goes_once_an_hour (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int minute;
    gboolean edit;
    const char *expected;
  } steps[] = { { 600, FALSE, "{\"confirmed\": \"2026-11-24T09:00:00Z\"}\n" },
                { 650, FALSE, "{\"confirmed\": \"2026-11-24T09:00:00Z\"}\n" },
                { 655, TRUE, "{\"confirmed\": \"2026-11-24T09:55:00Z\"}\n" },
                { 714, FALSE, "{\"confirmed\": \"2026-11-24T09:55:00Z\"}\n" },
                { 715, FALSE, "{\"confirmed\": \"2026-11-24T10:55:00Z\"}\n" } };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = NULL;

      stafet_clock_set_now (f->clock, stafet_wall_new (WORLD_TODAY, steps[i].minute));
      if (steps[i].edit)
        change (f, STAFET_KIND_ACTIVITY, "song", "make_ready", "Te");
      publish (f, f->out);
      text = heartbeat (f);
      g_assert_cmpstr (text, ==, steps[i].expected);
    }
}

/* ——— How it went ——— */

static void
what_went_wrong_is_remembered_until_it_goes_well (Fixture *f, gconstpointer data)
{
  g_autofree char *foreign = g_build_filename (f->out, "letter.odt", NULL);
  g_autoptr (StafetPublishState) never = stafet_publish_read_state (f->store, f->out);
  g_autoptr (StafetPublishState) failed = NULL;
  g_autoptr (StafetPublishState) well = NULL;

  (void) data;
  g_assert_cmpint (never->at, ==, STAFET_INSTANT_NONE);
  g_assert_cmpstr (never->problem, ==, "");
  g_assert_cmpint (g_mkdir (f->out, 0755), ==, 0);
  g_assert_true (g_file_set_contents (foreign, "theirs", -1, NULL));
  assert_refused (f, f->out, STAFET_PUBLISH_ERROR_FOREIGN);
  failed = stafet_publish_read_state (f->store, f->out);
  g_assert_cmpint (failed->at, ==, STAFET_INSTANT_NONE);
  g_assert_cmpint (failed->tried, ==, stafet_clock_instant (f->clock));
  g_assert_nonnull (strstr (failed->problem, f->out));
  g_unlink (foreign);
  publish (f, f->out);
  well = stafet_publish_read_state (f->store, f->out);
  g_assert_cmpint (well->at, ==, stafet_clock_instant (f->clock));
  g_assert_cmpstr (well->problem, ==, "");
  g_assert_cmpuint (well->files, ==, N_FILES + 2);
}

/* ——— What goes wrong ——— */

static void
a_folder_that_is_none_is_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->folder, "stafet.db", NULL);
  g_autofree char *deep = g_build_filename (f->folder, "a", "b", NULL);
  const char *const folders[] = { file, deep };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (stafet_publish_folder (f->plan, folders[i], NULL, &error));
      g_assert_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOLDER);
    }
  g_assert_false (g_file_test (deep, G_FILE_TEST_EXISTS));
}

/* Lets files grow to @bytes at most, as a full disk would. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes != 0 ? bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
a_full_disk_leaves_the_old_files_whole (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  publish (f, f->out);
  before = published (f->out, 0);
  change (f, STAFET_KIND_ACTIVITY, "song", "make_ready", "Te");
  limit_files (20000);
  g_assert_false (stafet_publish_folder (f->plan, f->out, NULL, &error));
  limit_files (0);
  g_assert_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FULL);
  after = published (f->out, 0);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_files (f->out), ==, N_FILES + N_OTHERS);
  g_assert_cmpuint (publish (f, f->out).written, >, 0);
}

static void
what_a_killed_run_left_is_swept (Fixture *f, gconstpointer data)
{
  g_autofree char *left =
    g_build_filename (f->out, ".00000000000000000000000000000001.ics.stafet-aB3xY9", NULL);

  (void) data;
  g_assert_cmpint (g_mkdir (f->out, 0755), ==, 0);
  g_assert_true (g_file_set_contents (left, "half a cal", -1, NULL));
  publish (f, f->out);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
a_pipe_is_written_to_and_not_replaced (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) feed = (StafetRecord *) stafet_export_feed_new (
    stafet_plan_get_snapshot (f->plan), STAFET_KIND_WARD, stafet_uid_intern ("b1"));
  g_autoptr (GError) error = NULL;

  (void) data;
  stafet_export_ics (f->plan, (StafetFeed *) feed, STAFET_DATE_NONE, STAFET_DATE_NONE, "/dev/null", &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

#define ADD(path, func) g_test_add ("/publish/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  ADD ("folder/unchanged-again-writes-nothing", unchanged_again_writes_nothing);
  ADD ("folder/one-edit-makes-only-what-it-reaches", one_edit_makes_only_what_it_reaches);
  ADD ("folder/a-lost-or-touched-file-is-made-again", a_lost_or_touched_file_is_made_again);
  ADD ("folder/a-new-week-moves-the-window", a_new_week_moves_the_window);
  ADD ("folder/kept-up-to-date-equals-made-anew", kept_up_to_date_equals_made_anew);
  ADD ("stamps/sequence-rises-with-each-change-of-content", sequence_rises_with_each_change_of_content);
  ADD ("export/is-what-publishing-writes", export_is_what_publishing_writes);
  ADD ("export/does-not-depend-on-the-minute", export_does_not_depend_on_the_minute);
  ADD ("folder/a-new-token-takes-the-old-file-away", a_new_token_takes_the_old_file_away);
  ADD ("folder/last-published-is-remembered", last_published_is_remembered);
  ADD ("folder/publishing-is-not-in-the-history", publishing_is_not_in_the_history);
  ADD ("place/somebody-elses-folder-is-refused", somebody_elses_folder_is_refused);
  ADD ("place/the-folder-of-another-store-is-refused", the_folder_of_another_store_is_refused);
  ADD ("place/a-copy-of-the-store-goes-on", a_copy_of_the_store_goes_on);
  ADD ("place/a-folder-without-a-mark-that-it-filled-is-marked",
       a_folder_without_a_mark_that_it_filled_is_marked);
  ADD ("place/trying-a-folder-changes-nothing", trying_a_folder_changes_nothing);
  ADD ("heartbeat/goes-once-an-hour", the_heartbeat_goes_once_an_hour);
  ADD ("state/what-went-wrong-is-remembered-until-it-goes-well",
       what_went_wrong_is_remembered_until_it_goes_well);
  ADD ("folder/one-that-is-none-is-refused", a_folder_that_is_none_is_refused);
  ADD ("folder/a-full-disk-leaves-the-old-files-whole", a_full_disk_leaves_the_old_files_whole);
  ADD ("folder/what-a-killed-run-left-is-swept", what_a_killed_run_left_is_swept);
  ADD ("export/a-device-is-written-to-and-not-replaced", a_pipe_is_written_to_and_not_replaced);
  return g_test_run ();
}
