/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the history's pages and filters: what a change is about, also when its records are gone, and without
 * reading the whole log.
 */
#include "store-fixture.h"

#include "store/stafet-sqlite.h"
#include "store/stafet-store-private.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

typedef struct
{
  StafetStore *store;
  StafetInstant at;
  gpointer house, nursing, ward, activity, shift, lis;
} House;

/* Sets "key=value" pairs of a new record and commits it. (transfer full) */
static gpointer
put (House *h, StafetKind kind, const char *uid, const char *const *pairs)
{
  g_autoptr (StafetChangeset) changeset = new_edit (uid);
  gpointer record = stafet_record_new (kind, uid);
  g_autoptr (GError) error = NULL;

  for (; *pairs != NULL; pairs += 2)
    set_text (record, pairs[0], pairs[1]);
  stafet_record_derive (record);
  stafet_changeset_insert (changeset, g_object_ref (record));
  stafet_store_apply (h->store, changeset, h->at, &error);
  g_assert_no_error (error);
  return record;
}

#define PUT(kind, uid, ...) (put (h, STAFET_KIND_##kind, uid, (const char *const[]){ __VA_ARGS__, NULL }))
#define DROP(record) (drop (h, record))

static gint64
drop (House *h, gpointer record)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Fjernet");
  g_autoptr (StafetRecord) owned = record;

  stafet_changeset_delete (changeset, record);
  return commit (h->store, changeset);
}

static gint64
change (House *h, gpointer *record, const char *key, const char *text)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Ændret");
  gpointer after = changed (*record, key, text);
  g_autoptr (GError) error = NULL;

  stafet_changeset_update (changeset, *record, g_object_ref (after));
  stafet_store_apply (h->store, changeset, h->at, &error);
  g_assert_no_error (error);
  g_object_unref (*record);
  *record = after;
  return changeset->id;
}

static void
build_house (House *h, StafetStore *store)
{
  memset (h, 0, sizeof *h);
  h->store = store;
  h->at = TEST_INSTANT;
  h->house = PUT (HOUSE, "huset", "name", "Møllestien", "kind", "community");
  h->nursing = PUT (HOUSE, "plejen", "name", "Skovvang", "kind", "nursing");
  h->ward = PUT (WARD, "b1", "name", "B.1", "house", "plejen");
  h->lis = PUT (VOLUNTEER, "lis", "name", "Lis Bæk");
  h->activity = PUT (ACTIVITY, "cafe", "title", "Café", "house", "huset", "start", "2026-11-24T10:00", "end",
                     "2026-11-24T12:00");
  h->shift = PUT (SHIFT, "servering", "role", "Servering", "wanted", "2", "activity", "cafe");
}

static void
clear_house (House *h)
{
  gpointer records[] = { h->house, h->nursing, h->ward, h->activity, h->shift, h->lis };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    if (records[i] != NULL)
      g_object_unref (records[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (House, clear_house)

/* The ids that a query finds, as text: "7 5". (transfer full) */
static char *
found (StafetStore *store, const StafetHistoryQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = stafet_store_find_history (store, query, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((StafetLogEntry *) g_ptr_array_index (entries, i))->id);
  return g_string_free (ids, FALSE);
}

#define FOUND(expected, ...)                                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const StafetHistoryQuery query_ = { __VA_ARGS__ };                                                       \
    g_autofree char *ids_ = found (h->store, &query_);                                                       \
    g_assert_cmpstr (ids_, ==, expected);                                                                    \
  }                                                                                                          \
  G_STMT_END

#define UID(text) (stafet_uid_intern (text))

/* ——— Pages ——— */

RULE (pages_go_back_from_an_id)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  FOUND ("6 5", .limit = 2);
  FOUND ("4 3", .limit = 2, .before = 5);
  FOUND ("2 1", .before = 3);
  FOUND ("", .before = 1);
  FOUND ("5 1", .house = UID ("huset"), .before = 6);
  FOUND ("5", .house = UID ("huset"), .before = 6, .limit = 1);
}

RULE (since_goes_by_the_clock_of_whoever_changed)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  h->at = TEST_INSTANT + 3600;
  change (h, &h->activity, "title", "Caféen");
  h->at = TEST_INSTANT - 3600; /* another machine's clock is slow */
  change (h, &h->activity, "title", "Café 2");
  h->at = TEST_INSTANT + 3600;
  change (h, &h->ward, "name", "B.2");
  FOUND ("9 7", .since = TEST_INSTANT + 1);
  FOUND ("7", .since = TEST_INSTANT + 3600, .series = UID ("cafe"));
  FOUND ("8 7 6 5", .series = UID ("cafe"));
  FOUND ("", .since = TEST_INSTANT + 3601);
}

RULE (an_author_is_asked_for_by_name)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  stafet_store_set_author (f->store, "karen@kontoret");
  change (h, &h->activity, "title", "Caféen");
  change (h, &h->lis, "note", "Ringer");
  FOUND ("8 7", .author = "karen@kontoret");
  FOUND ("7", .author = "karen@kontoret", .house = UID ("huset"));
  FOUND ("", .author = "bent@kontoret");
}

/* ——— What a change is about ——— */

RULE (what_belongs_to_an_activity_is_found_with_it)
{
  g_auto (House) house = { NULL };
  House *h = &house;
  g_autoptr (StafetRecord) stop = NULL, standing = NULL, dated = NULL, came = NULL, exception = NULL;

  build_house (h, f->store);
  stop = PUT (STOP, "stop", "activity", "cafe", "ward", "b1", "from_minute", "0", "to_minute", "30");
  standing = PUT (STANDING, "fast", "shift", "servering", "volunteer", "lis");
  dated = PUT (ASSIGNMENT, "dag", "shift", "servering", "volunteer", "lis", "date", "2026-11-24");
  came = PUT (ATTENDANCE, "kom", "shift", "servering", "volunteer", "lis", "date", "2026-11-24");
  exception = PUT (EXCEPTION, "aflyst", "activity", "cafe", "date", "2026-11-24", "status", "cancelled");
  FOUND ("11 10 9 8 7 6 5", .series = UID ("cafe"));
  FOUND ("10 9 8 6", .series = UID ("servering"));
  FOUND ("11 10 9 8 7 6 5 1", .house = UID ("huset"));
  FOUND ("10 9 8 4", .volunteer = UID ("lis"));
  FOUND ("7 3 2", .house = UID ("plejen"));
  FOUND ("10 9 8", .volunteer = UID ("lis"), .series = UID ("cafe"), .house = UID ("huset"));
  FOUND ("", .volunteer = UID ("lis"), .house = UID ("plejen"));
  FOUND ("", .house = UID ("intet"));
}

RULE (a_change_of_one_key_is_still_about_the_whole_record)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  change (h, &h->shift, "wanted", "3");
  FOUND ("7 6 5", .series = UID ("cafe"));
  FOUND ("7 6 5 1", .house = UID ("huset"));
}

RULE (what_moved_is_about_both_places)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  change (h, &h->activity, "house", "plejen");
  change (h, &h->shift, "wanted", "3");
  FOUND ("7 6 5 1", .house = UID ("huset"));
  FOUND ("8 7 3 2", .house = UID ("plejen"));
}

RULE (removed_records_keep_their_history)
{
  g_auto (House) house = { NULL };
  House *h = &house;
  StafetRecord *phone, *absence;

  build_house (h, f->store);
  phone = PUT (PHONE, "mobil", "volunteer", "lis", "number", "13583142");
  absence = PUT (ABSENCE, "ferie", "volunteer", "lis", "from", "2026-12-01", "to", "2026-12-08");
  DROP (phone);
  DROP (absence);
  DROP (g_steal_pointer (&h->lis));
  DROP (g_steal_pointer (&h->shift));
  DROP (g_steal_pointer (&h->activity));
  FOUND ("11 10 9 8 7 4", .volunteer = UID ("lis"));
  FOUND ("13 12 6 5", .series = UID ("cafe"));
  FOUND ("13 12 6 5 1", .house = UID ("huset"));
}

RULE (how_a_volunteer_is_belongs_to_the_houses_she_comes_to)
{
  g_auto (House) house = { NULL };
  House *h = &house;
  g_autoptr (StafetRecord) home = NULL, phone = NULL, blocked = NULL;

  build_house (h, f->store);
  home = PUT (VOLUNTEER_HOUSE, "hjemme", "volunteer", "lis", "house", "huset", "relation", "home");
  blocked = PUT (VOLUNTEER_HOUSE, "ikke", "volunteer", "lis", "house", "plejen", "relation", "blocked");
  phone = PUT (PHONE, "mobil", "volunteer", "lis", "number", "13583142");
  change (h, &h->lis, "note", "Ringer");
  FOUND ("10 9 8 7 6 5 1", .house = UID ("huset"));
  FOUND ("8 3 2", .house = UID ("plejen"));
}

/* ——— Long entries ——— */

RULE (of_a_long_entry_the_rows_that_name_it_are_read)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Liste læst ind");
  const StafetHistoryQuery query = { .volunteer = UID ("person-37"), .rows = 5 };
  const StafetHistoryQuery plain = { .rows = 5 };
  g_autoptr (GPtrArray) entries = NULL, pages = NULL;
  StafetLogEntry *entry;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *uid = g_strdup_printf ("person-%d", i);

      stafet_changeset_insert (changeset, new_volunteer (uid, "En til"));
    }
  commit (f->store, changeset);
  entries = stafet_store_find_history (f->store, &query, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpuint (entry->n_rows, ==, 60);
  g_assert_cmpuint (entry->rows->len, ==, 1);
  g_assert_cmpstr (((StafetLogRow *) g_ptr_array_index (entry->rows, 0))->uid, ==, "person-37");
  pages = stafet_store_find_history (f->store, &plain, NULL);
  entry = g_ptr_array_index (pages, 0);
  g_assert_cmpuint (entry->n_rows, ==, 60);
  g_assert_cmpuint (entry->rows->len, ==, 5);
}

/* ——— One record ——— */

RULE (an_entry_is_read_by_its_number)
{
  g_auto (House) house = { NULL };
  House *h = &house;
  g_autoptr (StafetLogEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  build_house (h, f->store);
  entry = stafet_store_read_entry (f->store, 5, NULL);
  g_assert_cmpstr (entry->label, ==, "cafe");
  g_assert_cmpuint (entry->rows->len, ==, 1);
  g_assert_null (stafet_store_read_entry (f->store, 99, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
}

RULE (later_changes_of_a_record_are_read)
{
  g_auto (House) house = { NULL };
  House *h = &house;
  g_autoptr (GPtrArray) entries = NULL;

  build_house (h, f->store);
  change (h, &h->activity, "title", "Caféen");
  change (h, &h->lis, "note", "Ringer");
  change (h, &h->activity, "price", "15 kr.");
  entries = stafet_store_read_changes_of (f->store, UID ("cafe"), 5, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (entries, 0))->id, ==, 9);
  g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (entries, 1))->id, ==, 7);
}

/* ——— Programs of before ——— */

static void
run_sql (StafetStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  stafet_connection_execute (store->connection, sql, &error);
  g_assert_no_error (error);
}

static void
assert_all_found (House *h)
{
  FOUND ("6 5", .series = UID ("cafe"));
  FOUND ("6", .series = UID ("cafe"), .limit = 1);
  FOUND ("5", .series = UID ("cafe"), .before = 6);
  FOUND ("6 5 1", .house = UID ("huset"));
  FOUND ("6", .house = UID ("huset"), .series = UID ("servering"));
  FOUND ("4", .volunteer = UID ("lis"));
}

RULE (what_an_older_program_added_is_found)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  assert_all_found (h);
  run_sql (f->store, "DELETE FROM change_subject WHERE log > 3; "
                     "UPDATE note SET value = '3' WHERE key = 'history/subjects'");
  assert_all_found (h);
  run_sql (f->store, "DELETE FROM change_subject; DELETE FROM note WHERE key = 'history/subjects'");
  change (h, &h->shift, "wanted", "3");
  FOUND ("7 6 5", .series = UID ("cafe"));
}

RULE (a_store_that_may_not_be_written_is_looked_through)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  run_sql (f->store, "DROP TABLE change_subject; DELETE FROM note WHERE key = 'history/subjects'");
  f->store->read_only = TRUE;
  assert_all_found (h);
}

/* As a program of the second step left it: opened, it gets those that it lacks. */
RULE (an_upgrade_looks_through_the_log)
{
  g_auto (House) house = { NULL };
  House *h = &house;

  build_house (h, f->store);
  run_sql (
    f->store,
    "DROP TABLE agreement; DROP TABLE application; DROP TABLE member; DROP TABLE meeting; DROP TABLE link; "
    "DROP TABLE talk; DROP TABLE snag; DROP TABLE welcome; DROP TABLE photo; DROP TABLE regular; "
    "DROP TABLE offer; DROP TABLE notice; DROP TABLE synonym; DROP TABLE enquiry; "
    "DROP INDEX organiser_by_contact; ALTER TABLE organiser DROP COLUMN contact; "
    "ALTER TABLE organiser DROP COLUMN web; ALTER TABLE contact DROP COLUMN duty; "
    "DROP INDEX activity_by_calendar; ALTER TABLE activity DROP COLUMN calendar; DROP TABLE calendar; "
    "DROP TABLE imported; ALTER TABLE settings DROP COLUMN publish_to; "
    "ALTER TABLE settings DROP COLUMN publish_user; ALTER TABLE settings DROP COLUMN publish_address; "
    "ALTER TABLE feed DROP COLUMN given_to; ALTER TABLE feed DROP COLUMN given_on; "
    "ALTER TABLE store_meta DROP COLUMN identity; DROP INDEX volunteer_by_companion; ALTER TABLE "
    "volunteer DROP COLUMN companion; "
    "ALTER TABLE volunteer DROP COLUMN call_how; ALTER TABLE volunteer DROP COLUMN keep_until; "
    "ALTER TABLE volunteer DROP COLUMN coordinates; ALTER TABLE house DROP COLUMN coordinates; "
    "ALTER TABLE assignment DROP COLUMN borrowed; "
    "DROP TABLE told; DROP TABLE loan; DROP TABLE idea_role; DROP TABLE idea; DROP TABLE room_part; "
    "DROP INDEX activity_by_vehicle; ALTER TABLE activity DROP COLUMN vehicle; "
    "ALTER TABLE activity DROP COLUMN layout; ALTER TABLE activity DROP COLUMN setup_minutes; "
    "ALTER TABLE activity DROP COLUMN cleardown_minutes; ALTER TABLE house DROP COLUMN loan_role; "
    "ALTER TABLE house DROP COLUMN loan_notice_days; "
    "DROP TABLE signup; DROP TABLE tally; DROP INDEX change_row_of_signups; "
    "ALTER TABLE activity DROP COLUMN volunteer_text; ALTER TABLE activity DROP COLUMN meal; "
    "ALTER TABLE activity DROP COLUMN transport; "
    "DROP TABLE change_subject; DROP INDEX change_log_by_at; DROP TABLE memo; "
    "DELETE FROM note WHERE key = 'history/subjects'; UPDATE store_meta SET schema = 2");
  g_clear_object (&f->store);
  h->store = f->store = open_store (f->path);
  g_assert_true (stafet_subjects_are_whole (f->store));
  assert_all_found (h);
  assert_sound (f->store);
  {
    g_autofree char *backups = g_strconcat (f->path, ".backups", NULL);

    empty_folder (backups);
    g_rmdir (backups);
  }
}

/* ——— Speed ——— */

#define N_ACTIVITIES 500
#define N_CHANGES 50000

static void
fill_log (StafetStore *store)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN;");

  for (int i = 1; i <= N_CHANGES; i++)
    {
      g_string_append_printf (sql,
                              "INSERT INTO change_log VALUES (%d, %d, 'bent@kontoret', 'Ændret', 0, 0, 0);"
                              "INSERT INTO change_row VALUES (%d, 0, 'activity', 'a%d', %d, NULL, "
                              "'{''title'': ''Café'', ''house'': ''h%d''}');",
                              i, 1700000000 + i * 600, i, i % N_ACTIVITIES, i <= N_ACTIVITIES ? 0 : 1,
                              i % 41);
    }
  g_string_append (sql, "COMMIT;");
  run_sql (store, sql->str);
}

static double
milliseconds (StafetStore *store, const StafetHistoryQuery *query, guint n)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GPtrArray) entries = stafet_store_find_history (store, query, NULL);

  g_assert_cmpuint (entries->len, ==, n);
  return (double) (g_get_monotonic_time () - began) / 1000.0;
}

RULE (a_page_does_not_read_the_whole_log)
{
  const StafetHistoryQuery activity = { .series = UID ("a17"), .limit = 50, .rows = 20 };
  const StafetHistoryQuery friday = {
    .house = UID ("h5"), .since = 1700000000 + (N_CHANGES - 2000) * 600, .limit = 50, .rows = 20
  };
  double filled, ms[2];

  fill_log (f->store);
  filled = (double) g_get_monotonic_time ();
  g_assert_true (stafet_subjects_catch_up (f->store, NULL));
  filled = ((double) g_get_monotonic_time () - filled) / 1000.0;
  ms[0] = milliseconds (f->store, &activity, 50);
  ms[1] = milliseconds (f->store, &friday, 50);
  g_test_message (
    "%d entries looked through in %.0f ms; an activity's page %.2f ms, a house since Friday %.2f ms",
    N_CHANGES, filled, ms[0], ms[1]);
  /* Generous: sanitizers and a busy machine must not fail what takes two or three. */
  g_assert_cmpfloat (ms[0], <, 200);
  g_assert_cmpfloat (ms[1], <, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/history/pages-go-back-from-an-id", pages_go_back_from_an_id);
  TEST ("/store/history/since-goes-by-the-clock-of-whoever-changed",
        since_goes_by_the_clock_of_whoever_changed);
  TEST ("/store/history/an-author-is-asked-for-by-name", an_author_is_asked_for_by_name);
  TEST ("/store/history/what-belongs-to-an-activity-is-found-with-it",
        what_belongs_to_an_activity_is_found_with_it);
  TEST ("/store/history/a-change-of-one-key-is-about-the-whole-record",
        a_change_of_one_key_is_still_about_the_whole_record);
  TEST ("/store/history/what-moved-is-about-both-places", what_moved_is_about_both_places);
  TEST ("/store/history/removed-records-keep-theirs", removed_records_keep_their_history);
  TEST ("/store/history/how-a-volunteer-is-belongs-to-her-houses",
        how_a_volunteer_is_belongs_to_the_houses_she_comes_to);
  TEST ("/store/history/of-a-long-entry-the-rows-that-name-it-are-read",
        of_a_long_entry_the_rows_that_name_it_are_read);
  TEST ("/store/history/an-entry-is-read-by-its-number", an_entry_is_read_by_its_number);
  TEST ("/store/history/later-changes-of-a-record-are-read", later_changes_of_a_record_are_read);
  TEST ("/store/history/what-an-older-program-added-is-found", what_an_older_program_added_is_found);
  TEST ("/store/history/what-may-not-be-written-is-looked-through",
        a_store_that_may_not_be_written_is_looked_through);
  TEST ("/store/history/an-upgrade-looks-through-the-log", an_upgrade_looks_through_the_log);
  TEST ("/store/history/a-page-does-not-read-the-whole-log", a_page_does_not_read_the_whole_log);
  return g_test_run ();
}
