/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the agenda of several houses to those of each, over a whole municipality.
 */
#include "plan/stafet-example.h"
#include "schedule/stafet-agenda.h"
#include "snapshot-fixture.h"

#define SETS 40
#define MOVED 60

static gpointer
any (Fixture *f, StafetKind kind)
{
  const GPtrArray *records = stafet_snapshot_all (f->snapshot, kind);

  return g_ptr_array_index (records, (guint) g_test_rand_int_range (0, (int) records->len));
}

/* Dates that are held in another house than their series, so that none is found by its series alone. */
static void
move_some (Fixture *f)
{
  for (int i = 0; i < MOVED; i++)
    {
      const StafetActivity *activity = any (f, STAFET_KIND_ACTIVITY);
      const StafetRecord *room = any (f, STAFET_KIND_ROOM);
      StafetDate date = stafet_date_monday (TUESDAY) - stafet_date_monday (activity->timing.first_date)
                        + activity->timing.first_date;
      g_autofree char *changes = g_strdup_printf ("{'room': '%s'}", room->uid);
      char buffer[STAFET_DATE_SIZE];

      if (stafet_snapshot_exception (f->snapshot, activity->parent.uid, STAFET_KIND_ACTIVITY, date) == NULL)
        put (f, STAFET_KIND_EXCEPTION, NULL, "activity", activity->parent.uid, "date",
             stafet_date_write (date, buffer), "changes", changes, NULL);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetChangeset) example = stafet_example_new (STAFET_EXAMPLE_MUNICIPALITY, 1, TUESDAY);

  (void) data;
  f->snapshot = stafet_snapshot_new ();
  stafet_snapshot_apply (f->snapshot, example);
  move_some (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static char *
key_of (const StafetEntry *entry)
{
  return g_strdup_printf ("%s %d", entry->series, entry->original);
}

/* (transfer full): a set of keys. */
static GHashTable *
keys_of (Fixture *f, const StafetAgendaQuery *query, GHashTable *keys)
{
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, query);

  for (guint i = 0; i < agenda->entries->len; i++)
    g_hash_table_add (keys, key_of (g_ptr_array_index (agenda->entries, i)));
  return keys;
}

/* Nothing is there twice, and what starts earlier comes earlier. */
static void
assert_in_order (const StafetAgenda *agenda)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      g_assert_true (g_hash_table_add (seen, key_of (entry)));
      if (i > 0)
        g_assert_cmpint (((StafetEntry *) g_ptr_array_index (agenda->entries, i - 1))->start, <=,
                         entry->start);
    }
}

static void
assert_is_union (Fixture *f, GHashTable *houses, StafetDate from, StafetDate to)
{
  StafetAgendaQuery query = { .from = from, .to = to, .houses = houses };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  g_autoptr (GHashTable) each = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer house;

  g_hash_table_iter_init (&iter, houses);
  while (g_hash_table_iter_next (&iter, &house, NULL))
    {
      StafetAgendaQuery one = { .from = from, .to = to, .house = house };

      keys_of (f, &one, each);
    }
  assert_in_order (agenda);
  g_assert_cmpuint (agenda->entries->len, ==, g_hash_table_size (each));
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      g_autofree char *key = key_of (g_ptr_array_index (agenda->entries, i));

      g_assert_true (g_hash_table_contains (each, key));
    }
}

static void
some_houses_are_the_union_of_each (Fixture *f, gconstpointer data)
{
  (void) data;
  for (int i = 0; i < SETS; i++)
    {
      g_autoptr (GHashTable) houses = g_hash_table_new (g_direct_hash, g_direct_equal);
      StafetDate from = TUESDAY + g_test_rand_int_range (-60, 60);

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_hash_table_add (houses, (gpointer) ((StafetRecord *) any (f, STAFET_KIND_HOUSE))->uid);
      assert_is_union (f, houses, from, from + g_test_rand_int_range (0, 14));
    }
}

static void
no_house_has_no_entry (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_direct_hash, g_direct_equal);
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY + 6, .houses = none };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);

  (void) data;
  g_assert_cmpuint (agenda->entries->len, ==, 0);
}

static void
all_houses_of_an_area_are_the_area (Fixture *f, gconstpointer data)
{
  const GPtrArray *areas = stafet_snapshot_all (f->snapshot, STAFET_KIND_AREA);

  (void) data;
  for (guint i = 0; i < areas->len; i++)
    {
      StafetUid area = ((StafetRecord *) g_ptr_array_index (areas, i))->uid;
      const GPtrArray *in_area = stafet_snapshot_index (f->snapshot, STAFET_INDEX_HOUSE_BY_AREA, area);
      g_autoptr (GHashTable) houses = g_hash_table_new (g_direct_hash, g_direct_equal);
      g_autoptr (GHashTable) some = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      StafetAgendaQuery by_houses = { .from = TUESDAY, .to = TUESDAY + 6, .houses = houses };
      StafetAgendaQuery by_area = { .from = TUESDAY, .to = TUESDAY + 6, .area = area };

      for (guint j = 0; j < in_area->len; j++)
        g_hash_table_add (houses, (gpointer) ((StafetRecord *) g_ptr_array_index (in_area, j))->uid);
      keys_of (f, &by_houses, some);
      keys_of (f, &by_area, whole);
      g_assert_cmpuint (g_hash_table_size (whole), >, 0);
      g_assert_cmpuint (g_hash_table_size (some), ==, g_hash_table_size (whole));
    }
}

static void
all_houses_are_everything (Fixture *f, gconstpointer data)
{
  const GPtrArray *all = stafet_snapshot_all (f->snapshot, STAFET_KIND_HOUSE);
  g_autoptr (GHashTable) houses = g_hash_table_new (g_direct_hash, g_direct_equal);
  StafetAgendaQuery by_houses = { .from = TUESDAY, .to = TUESDAY + 6, .houses = houses };
  StafetAgendaQuery everything = { .from = TUESDAY, .to = TUESDAY + 6 };
  g_autoptr (StafetAgenda) some = NULL, whole = stafet_agenda_new (f->snapshot, &everything);

  (void) data;
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (houses, (gpointer) ((StafetRecord *) g_ptr_array_index (all, i))->uid);
  some = stafet_agenda_new (f->snapshot, &by_houses);
  g_assert_cmpuint (some->entries->len, ==, whole->entries->len);
  for (guint i = 0; i < some->entries->len; i++)
    {
      g_autofree char *a = key_of (g_ptr_array_index (some->entries, i));
      g_autofree char *b = key_of (g_ptr_array_index (whole->entries, i));

      g_assert_cmpstr (a, ==, b);
    }
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/agenda/houses/are-the-union-of-each", some_houses_are_the_union_of_each);
  TEST ("/schedule/agenda/houses/none-has-no-entry", no_house_has_no_entry);
  TEST ("/schedule/agenda/houses/of-an-area-are-the-area", all_houses_of_an_area_are_the_area);
  TEST ("/schedule/agenda/houses/all-are-everything", all_houses_are_everything);
  return g_test_run ();
}
