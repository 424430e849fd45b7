/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the one way in: what was committed is read back, and what was refused has left nothing.
 */
#include "store-fixture.h"

/* ——— Every field of every kind ——— */

typedef enum
{
  FULL,
  EMPTY
} Filling;

static StafetUid
sample_uid (StafetKind kind)
{
  g_autofree char *uid = g_strdup_printf ("sample-%s", stafet_kind_get_name (kind));

  return stafet_uid_intern (uid);
}

/* Texts that are read again by what is derived from them. */
static const char *
sample_text (const char *name)
{
  static const char *const samples[][2] = {
    { "rule", "FREQ=WEEKLY;BYDAY=TU" }, { "season", "09-01/05-31" }, { "skip_weeks", "7,42" },
    { "zone", "Europe/Copenhagen" },    { "changes", "{}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (strcmp (samples[i][0], name) == 0)
      return samples[i][1];
  return "Æblegrød’s “$1” '); DROP\nØ, å";
}

static int
last_value (const StafetField *field)
{
  int n = 0;

  while (field->values[n].key != NULL)
    n++;
  return n - 1;
}

static StafetMoment
sample_moment (const StafetField *field)
{
  if (strcmp (field->name, "from") == 0)
    return stafet_moment_from_date (stafet_date_new (1969, 12, 31));
  return stafet_moment_from_wall (stafet_wall_new (stafet_date_new (2026, 3, 29), 0));
}

static void
fill_field (gpointer record, const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      stafet_record_take_text (record, field, g_strdup (sample_text (field->name)));
      break;
    case STAFET_FIELD_FLAG:
      STAFET_FIELD_AT (gboolean, record, field) = !field->fallback;
      break;
    case STAFET_FIELD_DATE:
      STAFET_FIELD_AT (StafetDate, record, field) = stafet_date_new (2028, 2, 29);
      break;
    case STAFET_FIELD_WALL:
      STAFET_FIELD_AT (StafetWall, record, field) = stafet_wall_new (stafet_date_new (2026, 10, 25), 1439);
      break;
    case STAFET_FIELD_MOMENT:
      STAFET_FIELD_AT (StafetMoment, record, field) = sample_moment (field);
      break;
    case STAFET_FIELD_INSTANT:
      STAFET_FIELD_AT (StafetInstant, record, field) = TEST_INSTANT;
      break;
    case STAFET_FIELD_ENUM:
      STAFET_FIELD_AT (gint32, record, field) = last_value (field);
      break;
    case STAFET_FIELD_REF:
      STAFET_FIELD_AT (StafetUid, record, field) = sample_uid (field->target);
      break;
    default:
      STAFET_FIELD_AT (gint32, record, field) = -1234;
    }
}

static void
empty_field (gpointer record, const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      stafet_record_take_text (record, field, NULL);
      break;
    case STAFET_FIELD_FLAG:
      STAFET_FIELD_AT (gboolean, record, field) = FALSE;
      break;
    case STAFET_FIELD_MOMENT:
    case STAFET_FIELD_INSTANT:
      STAFET_FIELD_AT (gint64, record, field) = STAFET_MOMENT_NONE;
      break;
    case STAFET_FIELD_ENUM:
      STAFET_FIELD_AT (gint32, record, field) = STAFET_ENUM_NONE;
      break;
    case STAFET_FIELD_REF:
      STAFET_FIELD_AT (StafetUid, record, field) = NULL;
      break;
    default: /* every other type has the same number for nothing */
      STAFET_FIELD_AT (gint32, record, field) = STAFET_INTEGER_NONE;
    }
}

static void
fill (gpointer record, Filling filling)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (filling == FULL)
      fill_field (record, field);
    else
      empty_field (record, field);
}

static void
assert_same (StafetRecord *a, StafetRecord *b)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (a);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (!stafet_record_same_value (a, b, field))
      g_error ("%s.%s was not read back", info->name, field->name);
  g_assert_true (a->uid == b->uid);
  g_assert_cmpint (a->version, ==, b->version);
  g_assert_cmpint (a->changed, ==, TEST_INSTANT);
  g_assert_cmpint (b->changed, ==, TEST_INSTANT);
}

static GPtrArray *
make_samples (Filling filling)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func (g_object_unref);

  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    {
      gpointer record = stafet_record_new ((StafetKind) kind, sample_uid ((StafetKind) kind));

      fill (record, filling);
      g_ptr_array_add (samples, record);
    }
  return samples;
}

static void
insert_all (StafetStore *store, GPtrArray *records)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Alt oprettet");

  for (guint i = 0; i < records->len; i++)
    stafet_changeset_insert (changeset, g_object_ref (g_ptr_array_index (records, i)));
  commit (store, changeset);
}

/* Replaces each record of @from by the one of @to beside it; the lists have equal kinds and uids. */
static void
update_all (StafetStore *store, GPtrArray *from, GPtrArray *to)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Alt rettet");

  for (guint i = 0; i < from->len; i++)
    stafet_changeset_update (changeset, g_ptr_array_index (from, i),
                             g_object_ref (g_ptr_array_index (to, i)));
  commit (store, changeset);
}

/* What refers goes before what it refers to. */
static void
delete_all (StafetStore *store, GPtrArray *records)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Alt fjernet");

  for (guint i = records->len; i-- > 0;)
    stafet_changeset_delete (changeset, g_ptr_array_index (records, i));
  commit (store, changeset);
}

static void
assert_stored (StafetStore *store, GPtrArray *expected)
{
  for (guint i = 0; i < expected->len; i++)
    {
      gpointer record = g_ptr_array_index (expected, i);
      g_autoptr (GPtrArray) rows = load (store, STAFET_RECORD_KIND (record));

      g_assert_cmpuint (rows->len, ==, 1);
      assert_same (record, g_ptr_array_index (rows, 0));
    }
}

static void
every_kind_is_read_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) full = make_samples (FULL), empty = make_samples (EMPTY);
  g_autoptr (GPtrArray) again = make_samples (FULL), gone = make_samples (EMPTY);

  (void) data;
  insert_all (f->store, full);
  g_clear_object (&f->store);
  f->store = open_store (f->path);
  assert_stored (f->store, full);
  update_all (f->store, full, empty);
  assert_stored (f->store, empty);
  update_all (f->store, empty, again);
  assert_stored (f->store, again);
  assert_sound (f->store);
  update_all (f->store, again, gone);
  delete_all (f->store, gone);
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    g_assert_cmpuint (count (f->store, (StafetKind) kind), ==, 0);
}

/* ——— Loading ——— */

static void
dated_rows_are_loaded_from_a_day_on (Fixture *f, gconstpointer data)
{
  static const char *const dates[] = { "2026-12-01", "2025-10-24", "2026-11-24" };
  g_autoptr (StafetChangeset) changeset = new_edit ("Datoer");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  (void) data;
  stafet_changeset_insert (changeset, stafet_record_new (STAFET_KIND_SHIFT, "shift"));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      gpointer assignment = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);

      set_text (assignment, "shift", "shift");
      set_text (assignment, "date", dates[i]);
      stafet_changeset_insert (changeset, assignment);
    }
  commit (f->store, changeset);
  g_assert_true (stafet_store_load (f->store, STAFET_KIND_ASSIGNMENT, stafet_date_new (2026, 11, 24),
                                    keep_row_cb, rows, NULL));
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (((StafetAssignment *) g_ptr_array_index (rows, 0))->date, ==,
                   stafet_date_new (2026, 11, 24));
  g_assert_cmpint (((StafetAssignment *) g_ptr_array_index (rows, 1))->date, ==,
                   stafet_date_new (2026, 12, 1));
}

/* ——— Conflicts ——— */

static void
a_row_that_moved_on_is_a_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) other = open_store (f->path);
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetRecord) theirs = stafet_record_copy (area);
  g_autoptr (StafetChangeset) changeset = new_edit ("Sent rettet");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  StafetRecord *mine = changed (area, "name", "Nordvest");

  (void) data;
  stafet_store_set_author (other, "karen@kontoret");
  commit_rename (other, (gpointer *) &theirs, "Nordøst");
  stafet_changeset_update (changeset, area, g_object_ref (mine));
  g_assert_false (stafet_store_apply (f->store, changeset, TEST_INSTANT, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  /* Who and when, on the clock of the house. */
  g_assert_nonnull (strstr (error->message, "karen@kontoret"));
  g_assert_nonnull (strstr (error->message, "2026-11-24 08:40"));
  rows = load (f->store, STAFET_KIND_AREA);
  g_assert_cmpstr (((StafetArea *) g_ptr_array_index (rows, 0))->name, ==, "Nordøst");
  g_assert_cmpint (mine->version, ==, area->version);
  g_object_unref (mine);
}

static void
a_row_that_is_gone_or_taken_is_a_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetChangeset) twice = new_edit ("To gange"), removal = new_edit ("Fjernet");
  g_autoptr (StafetChangeset) late = new_edit ("For sent"), again = new_edit ("Igen");

  (void) data;
  stafet_changeset_insert (twice, new_area ("nord", "Nord igen"));
  assert_refused (f->store, twice, STAFET_STORE_ERROR_CONFLICT);
  stafet_changeset_delete (removal, area);
  commit (f->store, removal);
  stafet_changeset_update (late, area, changed (area, "name", "Syd"));
  assert_refused (f->store, late, STAFET_STORE_ERROR_CONFLICT);
  stafet_changeset_delete (again, area);
  assert_refused (f->store, again, STAFET_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 0);
}

static void
a_refused_change_leaves_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetRecord) newer = stafet_record_copy (area);
  g_autoptr (StafetChangeset) changeset = new_edit ("Halvt");
  StafetRecord *fresh = new_area ("syd", "Syd");
  gint64 before;

  (void) data;
  commit_rename (f->store, (gpointer *) &newer, "Nordøst");
  before = head (f->store);
  stafet_changeset_insert (changeset, fresh);
  stafet_changeset_update (changeset, area, changed (area, "name", "Nordvest"));
  assert_refused (f->store, changeset, STAFET_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
  g_assert_cmpint (head (f->store), ==, before);
  g_assert_cmpint (fresh->version, ==, 0);
}

static void
what_is_referred_to_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetRecord) house = stored (f->store, new_house ("hus", "nord"));
  g_autoptr (StafetChangeset) removal = new_edit ("Fjernet"), dangling = new_edit ("Ud i luften");
  g_autoptr (StafetChangeset) both = new_edit ("Begge");

  (void) data;
  stafet_changeset_delete (removal, area);
  assert_refused (f->store, removal, STAFET_STORE_ERROR_DEPENDENCY);
  stafet_changeset_insert (dangling, new_house ("andet", "findes-ikke"));
  assert_refused (f->store, dangling, STAFET_STORE_ERROR_DEPENDENCY);
  g_assert_cmpuint (count (f->store, STAFET_KIND_HOUSE), ==, 1);
  stafet_changeset_delete (both, house);
  stafet_changeset_delete (both, area);
  commit (f->store, both);
}

/* ——— Bookings ——— */

static void
two_bookings_of_one_plan_never_both_succeed (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) person = stored (f->store, new_volunteer ("aase", "Åse Kjær"));
  g_autoptr (StafetChangeset) first = new_edit ("Første"), second = new_edit ("Anden");
  g_autoptr (StafetChangeset) third = new_edit ("Tredje");
  g_autoptr (GPtrArray) rows = NULL;

  (void) data;
  stafet_changeset_insert (first, new_area ("a", "A"));
  stafet_changeset_book (first, person);
  stafet_changeset_insert (second, new_area ("b", "B"));
  stafet_changeset_book (second, person);
  commit (f->store, first);
  assert_refused (f->store, second, STAFET_STORE_ERROR_BOOKING);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 1);
  rows = load (f->store, STAFET_KIND_VOLUNTEER);
  g_assert_cmpint (((StafetRecord *) g_ptr_array_index (rows, 0))->booking_version, ==, 1);
  stafet_changeset_book (third, g_ptr_array_index (rows, 0));
  commit (f->store, third);
}

static void
a_booking_does_not_touch_the_row_version (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) person = stored (f->store, new_volunteer ("aase", "Åse Kjær"));
  g_autoptr (StafetChangeset) booking = new_edit ("Vagt");
  g_autoptr (GPtrArray) rows = NULL;

  (void) data;
  stafet_changeset_book (booking, person);
  commit (f->store, booking);
  commit_rename (f->store, (gpointer *) &person, "Åse Krag");
  rows = load (f->store, STAFET_KIND_VOLUNTEER);
  g_assert_cmpint (((StafetRecord *) g_ptr_array_index (rows, 0))->booking_version, ==, 1);
}

/* ——— The publisher's memory ——— */

static gpointer
new_published (const char *hash, int sequence)
{
  StafetPublished *published = stafet_record_new (STAFET_KIND_PUBLISHED, "feed/event-1");

  set_text (published, "feed", "feed");
  set_text (published, "event", "event-1");
  set_text (published, "hash", hash);
  published->sequence = sequence;
  published->at = TEST_INSTANT;
  return published;
}

static void
remember (StafetStore *store, const char *hash, int sequence)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, new_published (hash, sequence));
  stafet_store_remember (store, records, "published", hash, &error);
  g_assert_no_error (error);
}

static void
assert_note (StafetStore *store, const char *key, const char *value)
{
  g_autofree char *note = stafet_store_read_note (store, key, NULL);

  g_assert_cmpstr (note, ==, value);
}

static void
what_was_published_is_remembered_outside_the_history (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) feed = stored (f->store, stafet_record_new (STAFET_KIND_FEED, "feed"));
  g_autoptr (GHashTable) published = NULL;
  gint64 before = head (f->store);
  StafetPublished *record;

  (void) data;
  remember (f->store, "aa", 0);
  remember (f->store, "bb", 1);
  published = stafet_store_load_published (f->store, "feed", NULL);
  g_assert_cmpuint (g_hash_table_size (published), ==, 1);
  record = g_hash_table_lookup (published, "event-1");
  g_assert_cmpstr (record->hash, ==, "bb");
  g_assert_cmpint (record->sequence, ==, 1);
  g_assert_cmpint (record->at, ==, TEST_INSTANT);
  assert_note (f->store, "published", "bb");
  assert_note (f->store, "nothing", "");
  g_assert_cmpint (head (f->store), ==, before);
}

static void
a_memory_is_no_history (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetChangeset) memory = stafet_changeset_new (STAFET_CHANGESET_MEMORY);
  g_autoptr (GPtrArray) history = NULL;

  (void) data;
  stafet_changeset_insert (memory, new_area ("syd", "Syd"));
  g_assert_cmpint (commit (f->store, memory), ==, area->version);
  history = stafet_store_read_history (f->store, 0, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpuint (count (f->store, STAFET_KIND_AREA), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/apply/every-kind-is-read-back", every_kind_is_read_back);
  TEST ("/store/load/dated-rows-from-a-day-on", dated_rows_are_loaded_from_a_day_on);
  TEST ("/store/apply/a-row-that-moved-on-is-a-conflict", a_row_that_moved_on_is_a_conflict);
  TEST ("/store/apply/a-row-that-is-gone-or-taken-is-a-conflict", a_row_that_is_gone_or_taken_is_a_conflict);
  TEST ("/store/apply/a-refused-change-leaves-nothing", a_refused_change_leaves_nothing);
  TEST ("/store/apply/what-is-referred-to-stays", what_is_referred_to_stays);
  TEST ("/store/apply/two-bookings-of-one-plan-never-both-succeed",
        two_bookings_of_one_plan_never_both_succeed);
  TEST ("/store/apply/a-booking-does-not-touch-the-row-version", a_booking_does_not_touch_the_row_version);
  TEST ("/store/memory/published-is-remembered-outside-the-history",
        what_was_published_is_remembered_outside_the_history);
  TEST ("/store/memory/a-memory-is-no-history", a_memory_is_no_history);
  return g_test_run ();
}
