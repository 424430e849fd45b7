/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is found by what is typed, and in which order.
 */
#include "core/stafet-text.h"
#include "plan/stafet-example.h"
#include "schedule/stafet-search-public.h"
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

/* ——— What others may see of it ——— */

/* What the desktop is told: "name (detail)", joined by "; ". */
static void
assert_shows (Fixture *f, const char *typed, gboolean people, const char *expected)
{
  g_autoptr (StafetSearchIndex) index = stafet_search_index_new (f->snapshot, TUESDAY);
  g_auto (GStrv) words = g_strsplit (typed, " ", -1), ids = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  stafet_search_index_add (index, "New activity", "Ctrl+N", (gpointer) "win.new-activity");
  ids = stafet_search_public (index, (const char *const *) words, people, 10);
  for (char **id = ids; *id != NULL; id++)
    {
      const StafetSearchHit *hit;
      g_autofree char *detail = NULL, *again = NULL;
      const char *rest;
      StafetKind kind;

      g_assert_true (stafet_search_read_id (*id, &kind, &rest));
      hit = stafet_search_index_find (index, kind, rest);
      g_assert_nonnull (hit);
      again = stafet_search_hit_id (hit);
      g_assert_cmpstr (again, ==, *id);
      detail = stafet_search_public_detail (hit);
      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", hit->name, detail);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

RULE (others_see_names_and_never_numbers)
{
  assert_shows (f, "aase", TRUE, "Åse Kjær (volunteer)");
  assert_shows (f, "3142", TRUE, "Åse Kjær (volunteer); Lis Bæk (volunteer)");
  assert_shows (f, "folkehuset", TRUE,
                "Folkehuset Møllestien (house); Fællessang (activity · Folkehuset Møllestien); "
                "Store sal (room · Folkehuset Møllestien)");
  assert_shows (f, "sangv", TRUE, "Sangvennerne (organiser)");
  assert_shows (f, "new act", TRUE, "New activity (command · Ctrl+N)");
}

RULE (a_letter_or_two_name_nobody)
{
  assert_shows (f, "li", TRUE, "");
  assert_shows (f, "lis", TRUE, "Lis Bæk (volunteer)");
  assert_shows (f, "li b", TRUE, "Lis Bæk (volunteer)");
}

RULE (others_see_nobody_where_people_are_left_out)
{
  put (f, STAFET_KIND_CONTACT, "nurse", "name", "Dorte Skov", "role", "Sygeplejerske", "house", "house",
       "phone", "12345678", NULL);
  assert_shows (f, "dorte", TRUE, "Dorte Skov (contact)");
  assert_shows (f, "dorte", FALSE, "");
  assert_shows (f, "aase", FALSE, "");
  assert_shows (f, "3142", FALSE, "");
  assert_shows (f, "sang", FALSE, "Sangvennerne (organiser); Fællessang (activity · Folkehuset Møllestien)");
}

RULE (who_is_protected_is_never_shown)
{
  put (f, STAFET_KIND_VOLUNTEER, "aase", "protected", "yes", NULL);
  assert_shows (f, "aase", TRUE, "");
  assert_shows (f, "13583142", TRUE, "");
  assert_finds (f, "aase", "Åse Kjær");
}

RULE (what_a_hall_is_let_for_is_not_shown)
{
  put (f, STAFET_KIND_ACTIVITY, "song", "visibility", "occupied", NULL);
  assert_shows (f, "fællessang", TRUE, "");
  put (f, STAFET_KIND_ACTIVITY, "song", "visibility", "hidden", NULL);
  assert_shows (f, "fællessang", TRUE, "");
  assert_finds (f, "fællessang", "Fællessang");
}

static void
ids_are_read_or_refused (void)
{
  static const char *const none[] = { "", "volunteer", "nothing:x", ":", "activity" };
  const char *rest;
  StafetKind kind;

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (stafet_search_read_id (none[i], &kind, &rest));
  g_assert_true (stafet_search_read_id ("command:win.go::week", &kind, &rest));
  g_assert_cmpint (kind, ==, STAFET_KIND_NONE);
  g_assert_cmpstr (rest, ==, "win.go::week");
}

/* ——— The best of many ——— */

static void
assert_best (const StafetSearchIndex *index, const char *typed)
{
  g_autoptr (GPtrArray) few = stafet_search (index, typed, 12),
                        all = stafet_search (index, typed, G_MAXINT / 4);

  g_test_message ("“%s”", typed);
  g_assert_cmpuint (few->len, ==, MIN (12, all->len));
  for (guint i = 0; i < few->len; i++)
    g_assert_cmpstr (((StafetSearchHit *) few->pdata[i])->name, ==,
                     ((StafetSearchHit *) all->pdata[i])->name);
}

/* A part of a name or number of the example, whole words or not. (transfer full) */
static char *
random_text (StafetSnapshot *snapshot)
{
  static const StafetKind kinds[] = { STAFET_KIND_VOLUNTEER, STAFET_KIND_ACTIVITY, STAFET_KIND_HOUSE,
                                      STAFET_KIND_PHONE };
  StafetKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  const GPtrArray *records = stafet_snapshot_all (snapshot, kind);
  gpointer record = records->pdata[g_test_rand_int_range (0, (int) records->len)];
  const char *text =
    kind == STAFET_KIND_PHONE ? ((StafetPhone *) record)->number : stafet_record_get_label (record);
  glong length = g_utf8_strlen (text, -1), from = g_test_rand_int_range (0, (int) length);
  glong to = from + g_test_rand_int_range (1, 9);

  return g_utf8_substring (text, from, MIN (length, to));
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
    assert_best (index, typed[i]);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = random_text (snapshot);

      assert_best (index, text);
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
  TEST ("/schedule/search/public/names-and-never-numbers", others_see_names_and_never_numbers);
  TEST ("/schedule/search/public/a-letter-or-two-name-nobody", a_letter_or_two_name_nobody);
  TEST ("/schedule/search/public/people-may-be-left-out", others_see_nobody_where_people_are_left_out);
  TEST ("/schedule/search/public/never-who-is-protected", who_is_protected_is_never_shown);
  TEST ("/schedule/search/public/not-what-a-hall-is-let-for", what_a_hall_is_let_for_is_not_shown);
  g_test_add_func ("/schedule/search/public/ids-are-read-or-refused", ids_are_read_or_refused);
  g_test_add_func ("/schedule/search/the-best-of-many-are-the-best-of-all",
                   the_best_of_many_are_the_best_of_all);
  return g_test_run ();
}
