/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is asked of a day: its sums, what is closed, and which days nobody has settled.
 */
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define UID(text) (stafet_uid_intern (text))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "north", "name", "Nord", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "north", NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "mill", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "wash", "role", "Opvask", "wanted", "1", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
assert_counts (Fixture *f, StafetDate date, StafetDayCount expected)
{
  StafetAgendaQuery query = { .from = date - 1, .to = date + 1 };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  StafetDayCount count;

  stafet_day_count (agenda, date, stafet_wall_new (TUESDAY, 0), &count);
  g_assert_cmpuint (count.activities, ==, expected.activities);
  g_assert_cmpuint (count.cancelled, ==, expected.cancelled);
  g_assert_cmpuint (count.heads, ==, expected.heads);
  g_assert_cmpuint (count.asked, ==, expected.asked);
  g_assert_cmpuint (count.missing, ==, expected.missing);
}

/* ——— Sums ——— */

RULE (a_day_is_counted_alone)
{
  put (f, STAFET_KIND_ACTIVITY, "banko", "title", "Banko", "house", "mill", "start", "2026-11-25T10:00",
       "end", "2026-11-25T12:00", NULL);
  put (f, STAFET_KIND_SHIFT, "night", "role", "Nattevagt", "wanted", "1", "house", "home", "start",
       "2026-11-24T22:00", "end", "2026-11-25T06:00", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "asked", NULL);
  assert_counts (f, TUESDAY, (StafetDayCount){ .activities = 2, .heads = 1, .asked = 1, .missing = 4 });
  assert_counts (f, TUESDAY + 1, (StafetDayCount){ .activities = 1 });
  assert_counts (f, TUESDAY + 2, (StafetDayCount){ 0 });
}

RULE (what_is_cancelled_needs_nobody)
{
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_counts (f, TUESDAY, (StafetDayCount){ .cancelled = 1 });
}

RULE (a_date_moved_here_counts_here)
{
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "changes",
       "{'start': '2026-11-26T10:00', 'end': '2026-11-26T14:00'}", NULL);
  assert_counts (f, TUESDAY, (StafetDayCount){ 0 });
  assert_counts (f, TUESDAY + 2, (StafetDayCount){ .activities = 1, .missing = 4 });
}

RULE (the_own_house_is_the_only_one_that_is_no_nursing_home)
{
  g_assert_cmpstr (stafet_day_own_house (f->snapshot), ==, "mill");
  put (f, STAFET_KIND_HOUSE, "other", "name", "Dalgas", "kind", "volunteer", NULL);
  g_assert_null (stafet_day_own_house (f->snapshot));
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_HOUSE, UID ("mill"));
  g_assert_cmpstr (stafet_day_own_house (f->snapshot), ==, "other");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_HOUSE, UID ("other"));
  g_assert_null (stafet_day_own_house (f->snapshot));
}

/* ——— What lasts for days ——— */

static void
put_camp (Fixture *f)
{
  put (f, STAFET_KIND_ACTIVITY, "camp", "title", "Sommerlejr", "house", "mill", "start", "2026-11-25T10:00",
       "end", "2026-11-28T16:00", NULL);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Kok", "wanted", "2", "activity", "camp", NULL);
}

/* The days of a week from the Monday, as letters: those that show the entry, and those that miss its people.
 */
static void
assert_days (Fixture *f, const char *series, StafetWall now, const char *shown, const char *missed)
{
  StafetAgendaQuery query = { .from = TUESDAY - 1, .to = TUESDAY + 5, .under_way = TRUE };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  char shows[8] = "-------", misses[8] = "-------";

  for (guint i = 0; i < agenda->entries->len; i++)
    for (int day = 0; day < 7; day++)
      {
        const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
        StafetDayCount count = { 0 };

        if (entry->series != UID (series))
          continue;
        stafet_day_count_entry (entry, query.from + day, now, &count);
        if (stafet_day_shows (entry, query.from + day))
          shows[day] = 'x';
        if (count.missing > 0)
          misses[day] = (char) ('0' + count.missing);
      }
  g_assert_cmpstr (shows, ==, shown);
  g_assert_cmpstr (misses, ==, missed);
}

RULE (what_lasts_for_days_is_shown_on_each_and_counted_once)
{
  put_camp (f);
  assert_days (f, "camp", stafet_wall_new (TUESDAY, 0), "--xxxx-", "--2----");
  assert_days (f, "camp", stafet_wall_new (TUESDAY + 3, 640), "--xxxx-", "----2--");
  assert_days (f, "camp", stafet_wall_new (TUESDAY + 4, 16 * 60), "--xxxx-", "-------");
}

RULE (a_night_belongs_to_its_evening)
{
  put (f, STAFET_KIND_SHIFT, "night", "role", "Nattevagt", "wanted", "1", "house", "home", "start",
       "2026-11-24T22:00", "end", "2026-11-25T06:00", NULL);
  assert_days (f, "night", stafet_wall_new (TUESDAY, 0), "-x-----", "-1-----");
  put (f, STAFET_KIND_SHIFT, "night", "end", "2026-11-25T09:00", NULL);
  assert_days (f, "night", stafet_wall_new (TUESDAY, 0), "-xx----", "-1-----");
}

RULE (nobody_can_be_found_for_what_is_over)
{
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY };
  g_autoptr (StafetAgenda) agenda = NULL;
  StafetDayCount count;

  put (f, STAFET_KIND_SHIFT, "wash", "start_offset", "60", NULL);
  agenda = stafet_agenda_new (f->snapshot, &query);
  stafet_day_count (agenda, TUESDAY, stafet_wall_new (TUESDAY, 14 * 60), &count);
  g_assert_cmpuint (count.activities, ==, 1);
  g_assert_cmpuint (
    count.missing, ==,
    stafet_entry_missing_from (g_ptr_array_index (agenda->entries, 0), stafet_wall_new (TUESDAY, 14 * 60)));
  stafet_day_count (agenda, TUESDAY, stafet_wall_new (TUESDAY + 1, 0), &count);
  g_assert_cmpuint (count.activities, ==, 1);
  g_assert_cmpuint (count.missing, ==, 0);
}

RULE (each_day_says_until_when)
{
  StafetWall start = stafet_wall_new (TUESDAY + 1, 600), end = stafet_wall_new (TUESDAY + 4, 960);
  const char *const expected[] = { "until Saturday 16:00", "until Saturday 16:00", "until Saturday 16:00",
                                   "until 16:00" };
  g_autofree char *once = NULL;

  (void) f;
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *words = stafet_entry_words_until (STAFET_LANGUAGE_EN, start, end, TUESDAY + 1 + i);

      g_assert_cmpstr (words, ==, expected[i]);
    }
  once = stafet_entry_words_until (STAFET_LANGUAGE_EN, start, start + 60, TUESDAY + 1);
  g_assert_cmpstr (once, ==, "");
}

/* ——— Not settled ——— */

static void
assert_unconfirmed (Fixture *f, const StafetAgendaQuery *query, const char *expected)
{
  g_autoptr (GArray) days = stafet_day_unconfirmed (f->snapshot, query, TUESDAY - 14, TUESDAY);
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[STAFET_DATE_SIZE];

  for (guint i = 0; i < days->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            stafet_date_write (g_array_index (days, StafetDate, i), buffer));
  g_assert_cmpstr (text->str, ==, expected);
}

RULE (the_days_before_today_are_looked_at)
{
  StafetAgendaQuery everywhere = { .from = TUESDAY };

  assert_unconfirmed (f, &everywhere, "");
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  assert_unconfirmed (f, &everywhere, "2026-11-10 2026-11-17");
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-11-10", "volunteer", "lis", NULL);
  assert_unconfirmed (f, &everywhere, "2026-11-17");
  put (f, STAFET_KIND_ATTENDANCE, "a2", "shift", "serve", "date", "2026-11-17", "volunteer", "lis", "status",
       "absent", NULL);
  assert_unconfirmed (f, &everywhere, "");
}

/* However far back: none is passed over or named twice where one look ends and the next begins. */
RULE (a_year_is_looked_at_whole)
{
  StafetAgendaQuery everywhere = { .from = TUESDAY };
  g_autofree char *of_one = NULL, *of_another = NULL;

  put (f, STAFET_KIND_SHIFT, "daily", "role", "Nøgle", "wanted", "1", "house", "mill", "start",
       "2025-10-24T08:00", "end", "2025-10-24T09:00", "rule", "FREQ=DAILY", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "daily", "volunteer", "lis", NULL);
  for (StafetDate since = TUESDAY - 396; since < TUESDAY; since += 61)
    {
      g_autoptr (GArray) days = stafet_day_unconfirmed (f->snapshot, &everywhere, since, TUESDAY);

      g_assert_cmpuint (days->len, ==, (guint) (TUESDAY - since));
      for (guint i = 0; i < days->len; i++)
        g_assert_cmpint (g_array_index (days, StafetDate, i), ==, since + (StafetDate) i);
      if (since == TUESDAY - 396)
        of_another = stafet_day_words_open (STAFET_LANGUAGE_EN, days, TUESDAY);
      g_array_remove_range (days, 0, days->len - 1);
      g_free (of_one);
      of_one = stafet_day_words_open (STAFET_LANGUAGE_EN, days, TUESDAY);
    }
  g_assert_cmpstr (of_one, ==, "1 day, from November");
  g_assert_cmpstr (of_another, ==, "396 days, the oldest from October 2025");
}

RULE (one_who_is_not_confirmed_is_enough)
{
  StafetAgendaQuery everywhere = { .from = TUESDAY };

  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", "from", "2026-11-17", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "wash", "date", "2026-11-17", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-11-17", "volunteer", "lis", NULL);
  assert_unconfirmed (f, &everywhere, "2026-11-17");
  put (f, STAFET_KIND_ATTENDANCE, "a2", "shift", "wash", "date", "2026-11-17", "volunteer", "bent", NULL);
  assert_unconfirmed (f, &everywhere, "");
}

RULE (who_was_asked_or_away_is_nobody_to_confirm)
{
  StafetAgendaQuery everywhere = { .from = TUESDAY };

  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-17", "volunteer", "bent", "state",
       "asked", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", "from", "2026-11-17", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d2", "shift", "serve", "date", "2026-11-17", "volunteer", "lis", "state",
       "declined", NULL);
  assert_unconfirmed (f, &everywhere, "");
}

RULE (a_day_is_named_once_and_a_cancelled_one_never)
{
  StafetAgendaQuery everywhere = { .from = TUESDAY };

  put (f, STAFET_KIND_ACTIVITY, "banko", "title", "Banko", "house", "mill", "start", "2026-11-17T18:00",
       "end", "2026-11-17T20:00", NULL);
  put (f, STAFET_KIND_SHIFT, "call", "role", "Opråber", "wanted", "1", "activity", "banko", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "call", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-10", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_unconfirmed (f, &everywhere, "2026-11-17");
}

RULE (only_the_place_asked_about_is_looked_at)
{
  StafetAgendaQuery mill = { .from = TUESDAY, .house = UID ("mill") };
  StafetAgendaQuery home = { .from = TUESDAY, .house = UID ("home") };

  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  assert_unconfirmed (f, &mill, "2026-11-10 2026-11-17");
  assert_unconfirmed (f, &home, "");
}

/* ——— Closed ——— */

static guint
closures (Fixture *f, StafetAgendaQuery query)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) found = NULL;

  query.from = query.to = query.from != 0 ? query.from : TUESDAY;
  agenda = stafet_agenda_new (f->snapshot, &query);
  found = stafet_day_closures (agenda, &query);
  return found->len;
}

static void
close_place (Fixture *f, const char *key, const char *uid)
{
  if (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_CLOSURE, "c") != NULL)
    stafet_snapshot_remove (f->snapshot, STAFET_KIND_CLOSURE, UID ("c"));
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-11-24", "to", "2026-11-25", "text", "Personaledag", key,
       uid, NULL);
}

/* (transfer full) */
static GHashTable *
set_of (const char *a, const char *b)
{
  GHashTable *set = g_hash_table_new (g_direct_hash, g_direct_equal);

  g_hash_table_add (set, (gpointer) UID (a));
  if (b != NULL)
    g_hash_table_add (set, (gpointer) UID (b));
  return set;
}

RULE (a_closure_touches_the_days_it_lasts)
{
  close_place (f, "house", "mill");
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .from = TUESDAY - 1, .house = UID ("mill") }), ==, 0);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .from = TUESDAY, .house = UID ("mill") }), ==, 1);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .from = TUESDAY + 1, .house = UID ("mill") }), ==, 1);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .from = TUESDAY + 2, .house = UID ("mill") }), ==, 0);
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-11-24T00:00", "to", "2026-11-25T00:00", NULL);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .from = TUESDAY + 1, .house = UID ("mill") }), ==, 0);
}

RULE (a_house_is_closed_as_a_whole_or_in_part)
{
  static const char *const mine[][2] = { { "house", "mill" }, { "room", "hall" }, { "area", "north" } };

  for (gsize i = 0; i < G_N_ELEMENTS (mine); i++)
    {
      close_place (f, mine[i][0], mine[i][1]);
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .house = UID ("mill") }), ==, 1);
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .house = UID ("home") }), ==, 0);
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .area = UID ("north") }), ==, 1);
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ 0 }), ==, 1);
    }
}

RULE (the_closure_of_another_ward_is_not_told)
{
  put (f, STAFET_KIND_HOUSE, "other", "name", "Egely", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "e1", "name", "E.1", "house", "other", NULL);
  close_place (f, "ward", "e1");
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .ward = UID ("e1") }), ==, 1);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .ward = UID ("b1") }), ==, 0);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .volunteer = UID ("lis") }), ==, 0);
  close_place (f, "house", "home");
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .ward = UID ("b1") }), ==, 1);
}

RULE (some_houses_have_the_closures_of_each)
{
  static const char *const places[][2] = { { "house", "mill" }, { "house", "home" }, { "ward", "b1" },
                                           { "room", "hall" },  { "area", "north" }, { "area", "south" } };

  put (f, STAFET_KIND_AREA, "south", "name", "Syd", NULL);
  put (f, STAFET_KIND_HOUSE, "other", "name", "Dalgas", "kind", "volunteer", "area", "south", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GHashTable) both = set_of ("mill", "home"), third = set_of ("other", NULL);
      guint mill, home, other;

      close_place (f, places[i][0], places[i][1]);
      mill = closures (f, (StafetAgendaQuery){ .house = UID ("mill") });
      home = closures (f, (StafetAgendaQuery){ .house = UID ("home") });
      other = closures (f, (StafetAgendaQuery){ .house = UID ("other") });
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .houses = both }), ==, MAX (mill, home));
      g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .houses = third }), ==, other);
    }
}

RULE (where_entries_go_is_looked_at_too)
{
  close_place (f, "house", "home");
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .house = UID ("mill") }), ==, 0);
  put (f, STAFET_KIND_STOP, "stop", "activity", "cafe", "ward", "b1", "from_minute", "0", "to_minute", "30",
       NULL);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .house = UID ("mill") }), ==, 1);
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_STOP, UID ("stop"));
  put (f, STAFET_KIND_ACTIVITY, "cafe", "ward", "b1", NULL);
  g_assert_cmpuint (closures (f, (StafetAgendaQuery){ .house = UID ("mill") }), ==, 1);
}

/* ——— The next hole ——— */

/* "role minutes", of the first hole that is not over at that time of the Tuesday; "" for none. */
static void
assert_next_hole (Fixture *f, int minutes, const char *expected)
{
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY + 6 };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  const StafetEntry *entry;
  const StafetStaffing *staffing;

  if (stafet_day_next_hole (agenda, stafet_wall_new (TUESDAY, minutes), &entry, &staffing))
    g_assert_cmpstr (staffing->shift->role, ==, expected);
  else
    g_assert_cmpstr ("", ==, expected);
}

RULE (the_next_hole_is_the_first_that_is_not_over)
{
  put (f, STAFET_KIND_ACTIVITY, "banko", "title", "Banko", "house", "mill", "start", "2026-11-25T19:00",
       "end", "2026-11-25T21:00", NULL);
  put (f, STAFET_KIND_SHIFT, "caller", "role", "Opråber", "wanted", "1", "activity", "banko", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "wanted", "0", NULL);
  put (f, STAFET_KIND_SHIFT, "wash", "start_offset", "60", NULL);
  assert_next_hole (f, 480, "Opvask");
  assert_next_hole (f, 839, "Opvask");
  assert_next_hole (f, 840, "Opråber");
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_next_hole (f, 480, "Opråber");
  put (f, STAFET_KIND_SHIFT, "caller", "wanted", "0", NULL);
  assert_next_hole (f, 480, "");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/day/is-counted-alone", a_day_is_counted_alone);
  TEST ("/schedule/day/what-is-cancelled-needs-nobody", what_is_cancelled_needs_nobody);
  TEST ("/schedule/day/a-date-moved-here-counts-here", a_date_moved_here_counts_here);
  TEST ("/schedule/day/lasting/on-each-and-counted-once",
        what_lasts_for_days_is_shown_on_each_and_counted_once);
  TEST ("/schedule/day/lasting/a-night-belongs-to-its-evening", a_night_belongs_to_its_evening);
  TEST ("/schedule/day/lasting/each-day-says-until-when", each_day_says_until_when);
  TEST ("/schedule/day/nobody-for-what-is-over", nobody_can_be_found_for_what_is_over);
  TEST ("/schedule/day/own-house-is-the-only-one", the_own_house_is_the_only_one_that_is_no_nursing_home);
  TEST ("/schedule/day/unconfirmed/the-days-before-today", the_days_before_today_are_looked_at);
  TEST ("/schedule/day/unconfirmed/a-year-whole", a_year_is_looked_at_whole);
  TEST ("/schedule/day/unconfirmed/one-is-enough", one_who_is_not_confirmed_is_enough);
  TEST ("/schedule/day/unconfirmed/not-who-was-asked-or-away", who_was_asked_or_away_is_nobody_to_confirm);
  TEST ("/schedule/day/unconfirmed/once-and-never-when-cancelled",
        a_day_is_named_once_and_a_cancelled_one_never);
  TEST ("/schedule/day/unconfirmed/only-the-place-asked-about", only_the_place_asked_about_is_looked_at);
  TEST ("/schedule/day/closed/the-days-it-lasts", a_closure_touches_the_days_it_lasts);
  TEST ("/schedule/day/closed/a-house-as-a-whole-or-in-part", a_house_is_closed_as_a_whole_or_in_part);
  TEST ("/schedule/day/closed/not-another-ward's", the_closure_of_another_ward_is_not_told);
  TEST ("/schedule/day/closed/some-houses-have-those-of-each", some_houses_have_the_closures_of_each);
  TEST ("/schedule/day/closed/where-entries-go-too", where_entries_go_is_looked_at_too);
  TEST ("/schedule/day/next-hole/first-that-is-not-over", the_next_hole_is_the_first_that_is_not_over);
  return g_test_run ();
}
