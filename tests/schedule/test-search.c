/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is found by what is typed, and in which order.
 */
#include "core/stafet-text.h"
#include "plan/stafet-example.h"
#include "schedule/stafet-search.h"
#include "snapshot-fixture.h"

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "house", "name", "Folkehuset Møllestien", "kind", "community", "phone",
       "14234568", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Store sal", "house", "house", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "name", "Åse Kjær", NULL);
  put (f, STAFET_KIND_PHONE, "p1", "volunteer", "aase", "number", "13583142", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_PHONE, "p2", "volunteer", "lis", "number", "+4531421358", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "gone", "name", "Lis Gone", "status", "stopped", NULL);
  put (f, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Fællessang", "house", "house", "start", "2026-11-03T10:00",
       "end", "2026-11-03T11:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_ACTIVITY, "over", "title", "Sangaften", "house", "house", "start", "2026-11-03T19:00",
       "end", "2026-11-03T21:00", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
assert_finds (Fixture *f, const char *typed, const char *expected)
{
  g_autoptr (StafetSearchIndex) index = stafet_search_index_new (f->snapshot, TUESDAY);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  stafet_search_index_add (index, "New activity", "Ctrl+N", (gpointer) "win.new-activity");
  hits = stafet_search (index, typed, 10);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((StafetSearchHit *) hits->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

RULE (names_are_found_as_they_are_typed)
{
  assert_finds (f, "aase", "Åse Kjær");
  assert_finds (f, "åse", "Åse Kjær");
  assert_finds (f, "kjaer", "Åse Kjær");
  assert_finds (f, "bæk lis", "Lis Bæk");
  assert_finds (f, "l", "Lis Bæk, Fællessang, Folkehuset Møllestien, Store sal");
}

RULE (what_begins_so_comes_first)
{
  assert_finds (f, "sang", "Sangvennerne, Fællessang");
  assert_finds (f, "s", "Sangvennerne, Store sal, Lis Bæk, Åse Kjær, Fællessang, Folkehuset Møllestien");
}

RULE (the_last_digits_find_who_rings)
{
  assert_finds (f, "3142", "Åse Kjær, Lis Bæk");
  assert_finds (f, "31 42", "Åse Kjær, Lis Bæk");
  assert_finds (f, "13583142", "Åse Kjær");
  assert_finds (f, "4568", "Folkehuset Møllestien");
  assert_finds (f, "99", "");
}

RULE (who_has_stopped_and_what_is_over_is_not_found)
{
  assert_finds (f, "gone", "");
  assert_finds (f, "sangaften", "");
}

RULE (commands_are_found) { assert_finds (f, "new act", "New activity"); }

RULE (nothing_typed_finds_nothing)
{
  assert_finds (f, "", "");
  assert_finds (f, "   ", "");
}

/* The best few of thousands are those that sorting all of them gives. */
static void
the_best_of_many_are_the_best_of_all (void)
{
  g_autoptr (StafetChangeset) example = stafet_example_new (STAFET_EXAMPLE_MUNICIPALITY, 1, TUESDAY);
  g_autoptr (StafetSearchIndex) index = NULL;
  StafetSnapshot *snapshot = stafet_snapshot_new ();
  static const char *const typed[] = { "a", "an", "anne", "e", "lokalcenter", "sa", "12" };

  stafet_snapshot_apply (snapshot, example);
  index = stafet_search_index_new (snapshot, TUESDAY);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) few = stafet_search (index, typed[i], 12),
                            all = stafet_search (index, typed[i], G_MAXINT / 4);

      g_assert_cmpuint (few->len, ==, MIN (12, all->len));
      for (guint j = 0; j < few->len; j++)
        g_assert_cmpstr (((StafetSearchHit *) few->pdata[j])->name, ==,
                         ((StafetSearchHit *) all->pdata[j])->name);
    }
  stafet_snapshot_unref (snapshot);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/search/names-are-found-as-they-are-typed", names_are_found_as_they_are_typed);
  TEST ("/schedule/search/what-begins-so-comes-first", what_begins_so_comes_first);
  TEST ("/schedule/search/the-last-digits-find-who-rings", the_last_digits_find_who_rings);
  TEST ("/schedule/search/who-has-stopped-is-not-found", who_has_stopped_and_what_is_over_is_not_found);
  TEST ("/schedule/search/commands-are-found", commands_are_found);
  TEST ("/schedule/search/nothing-typed-finds-nothing", nothing_typed_finds_nothing);
  g_test_add_func ("/schedule/search/the-best-of-many-are-the-best-of-all",
                   the_best_of_many_are_the_best_of_all);
  return g_test_run ();
}
