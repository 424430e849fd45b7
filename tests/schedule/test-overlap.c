/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rules of overlaps: what uses a person or a room, and which overlaps an edit brings.
 */
#include "core/stafet-i18n.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-overlap.h"
#include "snapshot-fixture.h"

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "house", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "house", NULL);
  put (f, STAFET_KIND_ROOM, "bus", "name", "Bussen", "house", "house", "kind", "vehicle", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "house", "room", "hall", "start",
       "2026-11-03T10:00", "end", "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "1", "activity", "cafe", "start_offset",
       "-60", "end_offset", "-120", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "house", "start", "2026-11-24T13:00", "end",
       "2026-11-24T15:00", NULL);
  put (f, STAFET_KIND_SHIFT, "lead", "role", "Forsanger", "wanted", "1", "activity", "song", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
stand (Fixture *f, const char *uid, const char *shift)
{
  put (f, STAFET_KIND_STANDING, uid, "shift", shift, "volunteer", "lis", NULL);
}

static void
promise (Fixture *f, const char *uid, const char *shift, const char *date, const char *state)
{
  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", shift, "date", date, "volunteer", "lis", "state", state,
       NULL);
}

static guint
count_uses (Fixture *f, StafetKind kind, const char *uid, StafetDate from, StafetDate to)
{
  g_autoptr (GArray) uses = stafet_overlap_uses (f->snapshot, kind, stafet_uid_intern (uid), from, to);
  guint n = 0;

  for (guint i = 0; i < uses->len; i++)
    n += stafet_wall_date (g_array_index (uses, StafetUse, i).start) >= from;
  return n;
}

/* The overlaps that @changed brings since @before, over ten weeks around the Tuesday. */
static GArray *
find (Fixture *f, StafetSnapshot *before, const char *changed)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  g_ptr_array_add (uids, (gpointer) stafet_uid_intern (changed));
  return stafet_overlap_find (before, f->snapshot, uids, TUESDAY - WEEKS (5), TUESDAY + WEEKS (5), FALSE);
}

static void
assert_found (Fixture *f, StafetSnapshot *before, const char *changed, guint n)
{
  g_autoptr (GArray) found = find (f, before, changed);

  g_assert_cmpuint (found->len, ==, n);
}

/* ——— Uses ——— */

static void
cancelled_and_closed_dates_use_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "serve");
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 4);
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "cancelled", NULL);
  put (f, STAFET_KIND_CLOSURE, "c1", "from", "2026-12-01", "to", "2026-12-01", "text", "Maling", "room",
       "hall", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 2);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_VOLUNTEER, "lis", TUESDAY, TUESDAY + WEEKS (3)), ==, 2);
  put (f, STAFET_KIND_EXCEPTION, "e2", "activity", "cafe", "date", "2026-12-01", "status", "kept", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 3);
}

static void
closed_ward_or_area_frees_the_room (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_AREA, "north", "name", "Nord", NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Plejehjemmet", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "ward", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_STOP, "stop", "activity", "cafe", "ward", "ward", "from_minute", "300", "to_minute",
       "330", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 4);
  put (f, STAFET_KIND_CLOSURE, "c1", "from", "2026-11-24T15:00", "to", "2026-11-24T15:10", "text", "Smitte",
       "ward", "ward", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 3);
  put (f, STAFET_KIND_CLOSURE, "c2", "from", "2026-12-01", "to", "2026-12-01", "text", "Fridag", "area",
       "north", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 3);
  put (f, STAFET_KIND_HOUSE, "house", "area", "north", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (3)), ==, 2);
}

static void
holidays_and_drafts_use_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_ACTIVITY, "cafe", "start", "2026-11-05T10:00", "end", "2026-11-05T14:00", "rule",
       "FREQ=WEEKLY;BYDAY=TH", "holidays", "cancel", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (5)), ==, 4);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "draft", "yes", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY + WEEKS (5)), ==, 0);
}

static void
being_away_is_no_use (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "serve");
  promise (f, "d1", "serve", "2026-11-24", "declined");
  put (f, STAFET_KIND_ABSENCE, "a1", "volunteer", "lis", "from", "2026-12-01", "to", "2026-12-02", NULL);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_VOLUNTEER, "lis", TUESDAY, TUESDAY + WEEKS (2)), ==, 1);
}

static void
room_includes_setup_and_cleardown (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) uses = NULL;

  (void) data;
  put (f, STAFET_KIND_ROOM, "hall", "setup_minutes", "30", "cleardown_minutes", "45", NULL);
  uses = stafet_overlap_uses (f->snapshot, STAFET_KIND_ROOM, stafet_uid_intern ("hall"), TUESDAY + 14,
                              TUESDAY + 14);
  g_assert_cmpuint (uses->len, ==, 3);
  g_assert_cmpint (g_array_index (uses, StafetUse, 0).start, ==, stafet_wall_new (TUESDAY, 570));
  g_assert_cmpint (g_array_index (uses, StafetUse, 0).end, ==, stafet_wall_new (TUESDAY, 885));
}

static void
moved_date_uses_its_new_place (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "changes",
       "{'room': 'bus', 'start': '2027-02-01T10:00', 'end': '2027-02-01T12:00'}", NULL);
  stand (f, "s1", "serve");
  g_assert_cmpuint (count_uses (f, STAFET_KIND_ROOM, "hall", TUESDAY, TUESDAY), ==, 0);
  g_assert_cmpuint (count_uses (f, STAFET_KIND_VOLUNTEER, "lis", TUESDAY, TUESDAY), ==, 0);
  g_assert_cmpuint (
    count_uses (f, STAFET_KIND_ROOM, "bus", stafet_date_new (2027, 2, 1), stafet_date_new (2027, 2, 1)), ==,
    1);
  g_assert_cmpuint (
    count_uses (f, STAFET_KIND_VOLUNTEER, "lis", stafet_date_new (2027, 2, 1), stafet_date_new (2027, 2, 1)),
    ==, 1);
}

/* ——— Overlaps ——— */

static void
person_on_two_activities (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *text = NULL;

  (void) data;
  stand (f, "s1", "serve");
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d1", "lead", "2026-11-24", "asked");
  found = find (f, before, "lead");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_array_index (found, StafetOverlap, 0).mine.series == stafet_uid_intern ("lead"));
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  text = stafet_overlap_describe (f->snapshot, &g_array_index (found, StafetOverlap, 0));
  g_assert_cmpstr (text, ==,
                   "Lis Bæk would be on “Sang” Tuesday 24 November 13:00–15:00, but is on “Café” Tuesday 24 "
                   "November 10:00–14:00. Choose somebody else or another time, or accept the overlap.");
}

static void
person_on_two_shifts_of_one_activity (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  stand (f, "s1", "serve");
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d1", "cook", "2026-11-24", "promised");
  assert_found (f, before, "cook", 1);
}

static void
touching_ends_are_free (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  stand (f, "s1", "serve");
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d1", "lead", "2026-11-24", "promised");
  put (f, STAFET_KIND_ACTIVITY, "song", "start", "2026-11-24T14:00", "end", "2026-11-24T15:00", NULL);
  assert_found (f, before, "song", 0);
}

static void
activity_that_moves_onto_people (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  put (f, STAFET_KIND_ACTIVITY, "song", "start", "2026-11-24T16:00", "end", "2026-11-24T17:00", NULL);
  stand (f, "s1", "serve");
  stand (f, "s2", "lead");
  before = stafet_snapshot_copy (f->snapshot);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "end", "2026-11-03T16:30", NULL);
  assert_found (f, before, "cafe", 1);
}

static void
room_taken_every_week (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = stafet_snapshot_copy (f->snapshot);
  g_autoptr (GArray) found = NULL;

  (void) data;
  put (f, STAFET_KIND_ACTIVITY, "yoga", "title", "Yoga", "house", "house", "room", "hall", "start",
       "2026-11-24T13:30", "end", "2026-11-24T15:00", "rule", "FREQ=WEEKLY", NULL);
  found = find (f, before, "yoga");
  g_assert_cmpuint (found->len, ==, 6);
  g_assert_cmpint (g_array_index (found, StafetOverlap, 0).kind, ==, STAFET_KIND_ROOM);
  g_assert_cmpint (g_array_index (found, StafetOverlap, 0).mine.original, ==, TUESDAY);
}

static void
vehicle_is_taken_like_a_room (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = stafet_snapshot_copy (f->snapshot);

  (void) data;
  put (f, STAFET_KIND_SHIFT, "drive", "role", "Chauffør", "wanted", "1", "house", "house", "room", "bus",
       "start", "2026-11-24T09:00", "end", "2026-11-24T11:00", NULL);
  put (f, STAFET_KIND_SHIFT, "fetch", "role", "Hentetur", "wanted", "1", "house", "house", "room", "bus",
       "start", "2026-11-24T10:00", "end", "2026-11-24T12:00", NULL);
  assert_found (f, before, "fetch", 1);
}

static void
single_date_in_another_room (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = stafet_snapshot_copy (f->snapshot);

  (void) data;
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "song", "date", "2026-11-24", "changes",
       "{'room': 'hall'}", NULL);
  assert_found (f, before, "song", 1);
}

static void
what_was_there_is_not_told_again (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  stand (f, "s1", "serve");
  promise (f, "d1", "lead", "2026-11-24", "promised");
  before = stafet_snapshot_copy (f->snapshot);
  put (f, STAFET_KIND_ACTIVITY, "song", "end", "2026-11-24T16:00", NULL);
  assert_found (f, before, "song", 0);
}

static void
split_series_is_the_one_it_came_from (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  put (f, STAFET_KIND_ACTIVITY, "song", "room", "hall", NULL);
  before = stafet_snapshot_copy (f->snapshot);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "until", "2026-11-17", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe2", "title", "Café", "house", "house", "room", "hall", "start",
       "2026-11-24T10:00", "end", "2026-11-24T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", "split_from", "cafe",
       NULL);
  assert_found (f, before, "cafe2", 0);
}

static void
accepted_overlap_is_left_out (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  stand (f, "s1", "serve");
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d1", "lead", "2026-11-24", "promised");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "anyway", "yes", NULL);
  assert_found (f, before, "lead", 0);
}

/* Song was put on over the café; what comes over song later is asked about all the same. */
static void
acceptance_accepts_nothing_later (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  promise (f, "d1", "lead", "2026-11-24", "promised");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "anyway", "yes", NULL);
  put (f, STAFET_KIND_SHIFT, "late", "role", "Oprydning", "wanted", "1", "house", "house", "start",
       "2026-11-24T14:30", "end", "2026-11-24T16:00", NULL);
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d2", "late", "2026-11-24", "promised");
  assert_found (f, before, "late", 1);
}

static void
night_before_reaches_into_the_morning (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = NULL;

  (void) data;
  put (f, STAFET_KIND_SHIFT, "vigil", "role", "Vågekone", "wanted", "1", "house", "house", "start",
       "2026-11-23T22:00", "end", "2026-11-24T11:00", NULL);
  stand (f, "s1", "vigil");
  before = stafet_snapshot_copy (f->snapshot);
  promise (f, "d1", "serve", "2026-11-24", "promised");
  assert_found (f, before, "serve", 1);
}

/* ——— Against the agenda ——— */

static char *
wall_text (int day, int minute)
{
  char text[STAFET_WALL_SIZE];

  return g_strdup (stafet_wall_write (stafet_wall_new (TUESDAY + day, minute), text));
}

static void
add_random_exception (Fixture *f, GRand *rand, int i, const char *uid)
{
  g_autofree char *name = g_strdup_printf ("x%d", i);
  int week = g_rand_int_range (rand, -6, 7), day = WEEKS (week) + g_rand_int_range (rand, -9, 9);
  g_autofree char *start = wall_text (day, 600), *end = wall_text (day, 700);
  g_autofree char *moved = g_strdup_printf ("{'start': '%s', 'end': '%s', 'room': '%s'}", start, end,
                                            g_rand_boolean (rand) ? "hall" : "bus");
  g_autofree char *date = NULL;
  char text[STAFET_DATE_SIZE];

  date = g_strdup (stafet_date_write (TUESDAY + WEEKS (week) + g_rand_int_range (rand, 0, 3), text));
  if (g_rand_int_range (rand, 0, 4) == 0)
    put (f, STAFET_KIND_EXCEPTION, name, "activity", uid, "date", date, "status", "cancelled", NULL);
  else
    put (f, STAFET_KIND_EXCEPTION, name, "activity", uid, "date", date, "changes", moved, NULL);
}

static void
add_random_series (Fixture *f, GRand *rand, int i)
{
  g_autofree char *activity = g_strdup_printf ("a%d", i), *shift = g_strdup_printf ("h%d", i);
  g_autofree char *standing = g_strdup_printf ("st%d", i), *dated = g_strdup_printf ("da%d", i);
  g_autofree char *came = g_strdup_printf ("at%d", i);
  int day = WEEKS (g_rand_int_range (rand, -8, -5)) + g_rand_int_range (rand, 0, 3),
      from = g_rand_int_range (rand, 480, 900);
  g_autofree char *start = wall_text (day, from), *end = wall_text (day, from + 90);
  static const char *const states[] = { "asked", "promised", "declined" };
  static const char *const holidays[] = { "keep", "cancel", "ask" };
  char text[STAFET_DATE_SIZE];

  put (f, STAFET_KIND_ACTIVITY, activity, "title", activity, "house", "house", "room",
       g_rand_boolean (rand) ? "hall" : "bus", "start", start, "end", end, "rule", "FREQ=WEEKLY", "holidays",
       holidays[g_rand_int_range (rand, 0, 3)], NULL);
  put (f, STAFET_KIND_SHIFT, shift, "role", shift, "wanted", "1", "activity", activity, "start_offset",
       g_rand_boolean (rand) ? "0" : "-700", NULL);
  if (g_rand_boolean (rand))
    put (f, STAFET_KIND_STANDING, standing, "shift", shift, "volunteer", "lis", "parity",
         g_rand_boolean (rand) ? "even" : "", NULL);
  promise (f, dated, shift, stafet_date_write (TUESDAY + day + WEEKS (8), text),
           states[g_rand_int_range (rand, 0, 3)]);
  put (f, STAFET_KIND_ATTENDANCE, came, "shift", shift, "volunteer", "lis", "date",
       stafet_date_write (TUESDAY + day + WEEKS (7), text), "status",
       g_rand_boolean (rand) ? "absent" : "extra", NULL);
  for (int j = 0; j < 3; j++)
    add_random_exception (f, rand, i * 3 + j, activity);
}

/* What the agenda says of the period: "START-END" of every use, sorted. */
static char *
uses_of_agenda (Fixture *f, StafetKind kind, const char *uid, StafetDate from, StafetDate to)
{
  StafetAgendaQuery query = { .from = from - WEEKS (3), .to = to + WEEKS (3) };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (f->snapshot, &query);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      gint64 span = ((gint64) entry->start << 20) + (entry->end - entry->start);

      if (entry->status == STAFET_STATUS_CANCELLED)
        continue;
      if (kind == STAFET_KIND_ROOM && entry->room != NULL
          && entry->room->parent.uid == stafet_uid_intern (uid))
        g_array_append_val (spans, span);
      for (guint j = 0; kind == STAFET_KIND_VOLUNTEER && j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places; k++)
          {
            span = ((gint64) entry->shifts[j].start << 20) + (entry->shifts[j].end - entry->shifts[j].start);
            g_array_append_val (spans, span);
          }
    }
  for (StafetWall wall = stafet_wall_new (from, 0); wall < stafet_wall_new (to + 1, 0); wall++)
    for (guint i = 0; i < spans->len; i++)
      if (g_array_index (spans, gint64, i) >> 20 == wall)
        g_string_append_printf (text, "%d+%d ", wall, (int) (g_array_index (spans, gint64, i) & 0xfffff));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The words of a text in one order, whatever they came in. */
static char *
in_order (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_letters);
  return g_strjoinv (" ", words);
}

static char *
uses_found (Fixture *f, StafetKind kind, const char *uid, StafetDate from, StafetDate to)
{
  g_autoptr (GArray) uses = stafet_overlap_uses (f->snapshot, kind, stafet_uid_intern (uid), from, to);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const StafetUse *use = &g_array_index (uses, StafetUse, i);

      if (stafet_wall_date (use->start) >= from)
        g_string_append_printf (text, "%d+%d ", use->start, use->end - use->start);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_like_agenda (Fixture *f, StafetKind kind, const char *uid)
{
  g_autofree char *agenda = uses_of_agenda (f, kind, uid, TUESDAY - WEEKS (3), TUESDAY + WEEKS (6));
  g_autofree char *found = uses_found (f, kind, uid, TUESDAY - WEEKS (3), TUESDAY + WEEKS (6));
  g_autofree char *expected = in_order (agenda), *actual = in_order (found);

  g_assert_cmpstr (actual, ==, expected);
}

static void
uses_are_those_of_the_agenda (Fixture *f, gconstpointer data)
{
  (void) data;
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      tear_down (f, NULL);
      set_up (f, NULL);
      put (f, STAFET_KIND_CLOSURE, "c1", "from", "2026-12-07", "to", "2026-12-09", "text", "Flytning", "room",
           "bus", NULL);
      put (f, STAFET_KIND_ABSENCE, "b1", "volunteer", "lis", "from", "2026-11-20", "to", "2026-11-25", NULL);
      for (int i = 0; i < 6; i++)
        add_random_series (f, rand, i);
      assert_like_agenda (f, STAFET_KIND_ROOM, "hall");
      assert_like_agenda (f, STAFET_KIND_ROOM, "bus");
      assert_like_agenda (f, STAFET_KIND_VOLUNTEER, "lis");
    }
}

#define ADD(path, func) g_test_add ("/schedule/overlap/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cancelled-and-closed-dates-use-nothing", cancelled_and_closed_dates_use_nothing);
  ADD ("closed-ward-or-area-frees-the-room", closed_ward_or_area_frees_the_room);
  ADD ("holidays-and-drafts-use-nothing", holidays_and_drafts_use_nothing);
  ADD ("being-away-is-no-use", being_away_is_no_use);
  ADD ("room-includes-setup-and-cleardown", room_includes_setup_and_cleardown);
  ADD ("moved-date-uses-its-new-place", moved_date_uses_its_new_place);
  ADD ("person-on-two-activities", person_on_two_activities);
  ADD ("person-on-two-shifts-of-one-activity", person_on_two_shifts_of_one_activity);
  ADD ("touching-ends-are-free", touching_ends_are_free);
  ADD ("activity-that-moves-onto-people", activity_that_moves_onto_people);
  ADD ("room-taken-every-week", room_taken_every_week);
  ADD ("vehicle-is-taken-like-a-room", vehicle_is_taken_like_a_room);
  ADD ("single-date-in-another-room", single_date_in_another_room);
  ADD ("what-was-there-is-not-told-again", what_was_there_is_not_told_again);
  ADD ("split-series-is-the-one-it-came-from", split_series_is_the_one_it_came_from);
  ADD ("accepted-overlap-is-left-out", accepted_overlap_is_left_out);
  ADD ("acceptance-accepts-nothing-later", acceptance_accepts_nothing_later);
  ADD ("night-before-reaches-into-the-morning", night_before_reaches_into_the_morning);
  ADD ("uses-are-those-of-the-agenda", uses_are_those_of_the_agenda);
  return g_test_run ();
}
