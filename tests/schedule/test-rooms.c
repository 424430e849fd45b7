/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds joined rooms, vehicles beside a room, and the time it takes to set a room up and to clear it.
 */
#include "schedule/stafet-entry.h"
#include "schedule/stafet-free-time.h"
#include "schedule/stafet-overlap.h"
#include "schedule/stafet-rooms.h"
#include "snapshot-fixture.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
join (Fixture *f, const char *room, const char *part)
{
  g_autofree char *uid = g_strconcat (room, "/", part, NULL);

  put (f, STAFET_KIND_ROOM_PART, uid, "room", room, "part", part, NULL);
}

static void
meet (Fixture *f, const char *uid, const char *room, const char *from, const char *to)
{
  g_autofree char *start = g_strconcat ("2026-11-24T", from, NULL);
  g_autofree char *end = g_strconcat ("2026-11-24T", to, NULL);

  put (f, STAFET_KIND_ACTIVITY, uid, "title", uid, "house", "house", "room", room, "start", start, "end", end,
       NULL);
}

/* Three rooms behind folding walls, two by two and all in one. */
static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const rooms[] = { "a", "b", "c", "ab", "bc", "abc", "attic" };

  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "house", "name", "Møllestien", "kind", "community", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    put (f, STAFET_KIND_ROOM, rooms[i], "name", rooms[i], "house", "house", NULL);
  put (f, STAFET_KIND_ROOM, "bus", "name", "Bussen", "house", "house", "kind", "vehicle", NULL);
  for (const char *room = "ab\0bc\0abc\0"; *room != '\0'; room += strlen (room) + 1)
    for (const char *part = room; *part != '\0'; part++)
      join (f, room, (char[]){ *part, '\0' });
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static gboolean
shares (Fixture *f, const char *a, const char *b)
{
  gboolean meets = stafet_rooms_meet (f->snapshot, stafet_uid_intern (a), stafet_uid_intern (b));
  g_autoptr (GPtrArray) sharing = stafet_rooms_sharing (f->snapshot, stafet_uid_intern (a));

  g_assert_cmpint (meets, ==, stafet_rooms_meet (f->snapshot, stafet_uid_intern (b), stafet_uid_intern (a)));
  g_assert_cmpint (meets, ==, g_ptr_array_find (sharing, stafet_uid_intern (b), NULL));
  return meets;
}

/* The overlaps that the activities @changed (a comma list) bring when nothing was there before them. */
static guint
overlaps (Fixture *f, const char *changed)
{
  g_autoptr (StafetSnapshot) before = stafet_snapshot_new ();
  g_auto (GStrv) uids = g_strsplit (changed, ",", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GArray) found = NULL;

  for (char **uid = uids; *uid != NULL; uid++)
    g_ptr_array_add (list, (gpointer) stafet_uid_intern (*uid));
  found = stafet_overlap_find (before, f->snapshot, list, TUESDAY - 7, TUESDAY + 7, FALSE);
  return found->len;
}

RULE (rooms_meet_when_they_share_a_part)
{
  g_assert_true (shares (f, "a", "a"));
  g_assert_true (shares (f, "a", "ab"));
  g_assert_true (shares (f, "ab", "bc"));
  g_assert_true (shares (f, "abc", "c"));
  g_assert_false (shares (f, "a", "b"));
  g_assert_false (shares (f, "a", "bc"));
  g_assert_false (shares (f, "ab", "c"));
  g_assert_false (shares (f, "abc", "attic"));
  g_assert_false (stafet_rooms_meet (f->snapshot, NULL, NULL));
}

RULE (joined_room_is_taken_by_its_part)
{
  meet (f, "sang", "a", "10:00", "12:00");
  meet (f, "fest", "ab", "11:00", "13:00");
  g_assert_cmpuint (overlaps (f, "fest"), ==, 1);
  g_assert_cmpuint (overlaps (f, "sang"), ==, 1);
  /* Told once, in whichever room. */
  g_assert_cmpuint (overlaps (f, "fest,sang"), ==, 1);
  g_assert_cmpuint (overlaps (f, "sang,fest"), ==, 1);
}

RULE (halves_of_a_joined_room_are_free_for_each_other)
{
  meet (f, "sang", "a", "10:00", "12:00");
  meet (f, "kort", "b", "10:00", "12:00");
  g_assert_cmpuint (overlaps (f, "sang,kort"), ==, 0);
  meet (f, "fest", "abc", "11:00", "13:00");
  g_assert_cmpuint (overlaps (f, "fest"), ==, 2);
  g_assert_cmpuint (overlaps (f, "kort"), ==, 1);
}

RULE (vehicle_beside_the_room_is_taken_too)
{
  meet (f, "tur", "a", "10:00", "12:00");
  put (f, STAFET_KIND_ACTIVITY, "tur", "vehicle", "bus", NULL);
  meet (f, "indkøb", "c", "11:00", "12:00");
  g_assert_cmpuint (overlaps (f, "indkøb"), ==, 0);
  put (f, STAFET_KIND_ACTIVITY, "indkøb", "vehicle", "bus", NULL);
  g_assert_cmpuint (overlaps (f, "indkøb"), ==, 1);
  /* One that is lent out by itself, like a room. */
  meet (f, "lån", "bus", "09:00", "10:30");
  g_assert_cmpuint (overlaps (f, "lån"), ==, 1);
}

RULE (single_date_may_take_the_vehicle)
{
  meet (f, "indkøb", "c", "11:00", "12:00");
  put (f, STAFET_KIND_ACTIVITY, "indkøb", "vehicle", "bus", NULL);
  meet (f, "tur", "a", "10:00", "12:00");
  g_assert_cmpuint (overlaps (f, "tur"), ==, 0);
  put (f, STAFET_KIND_EXCEPTION, "x", "activity", "tur", "date", "2026-11-24", "changes",
       "{'vehicle': 'bus'}", NULL);
  g_assert_cmpuint (overlaps (f, "tur"), ==, 1);
  g_assert_cmpuint (overlaps (f, "indkøb"), ==, 1);
}

RULE (activity_has_its_own_time_to_set_up)
{
  put (f, STAFET_KIND_ROOM, "a", "setup_minutes", "60", "cleardown_minutes", "60", NULL);
  meet (f, "sang", "a", "10:00", "12:00");
  meet (f, "kort", "a", "12:30", "14:00");
  g_assert_cmpuint (overlaps (f, "kort"), ==, 1);
  put (f, STAFET_KIND_ACTIVITY, "sang", "cleardown_minutes", "0", NULL);
  g_assert_cmpuint (overlaps (f, "kort"), ==, 1);
  put (f, STAFET_KIND_ACTIVITY, "kort", "setup_minutes", "30", NULL);
  g_assert_cmpuint (overlaps (f, "kort"), ==, 0);
  put (f, STAFET_KIND_ACTIVITY, "kort", "setup_minutes", "31", NULL);
  g_assert_cmpuint (overlaps (f, "kort"), ==, 1);
}

RULE (closing_a_part_closes_the_joined_room)
{
  const StafetUid all[] = { stafet_uid_intern ("abc"), stafet_uid_intern ("ab"), stafet_uid_intern ("c") };
  StafetWall at = stafet_wall_new (TUESDAY, 600);

  put (f, STAFET_KIND_CLOSURE, "paint", "room", "a", "from", "2026-11-24", "to", "2026-11-24", "text",
       "Der males", NULL);
  g_assert_nonnull (stafet_closure_find (f->snapshot, NULL, NULL, all[0], at, at + 60));
  g_assert_nonnull (stafet_closure_find (f->snapshot, NULL, NULL, all[1], at, at + 60));
  g_assert_null (stafet_closure_find (f->snapshot, NULL, NULL, all[2], at, at + 60));
}

static int
free_time (Fixture *f, const char *series)
{
  return stafet_free_time_find (f->snapshot, stafet_uid_intern (series), TUESDAY - 7, TUESDAY + 7);
}

RULE (nearest_time_that_is_free_is_found)
{
  meet (f, "sang", "a", "10:00", "12:00");
  meet (f, "kort", "a", "10:30", "11:30");
  g_assert_cmpint (free_time (f, "kort"), ==, 90);
  g_assert_cmpint (free_time (f, "sang"), ==, 90);
  meet (f, "fest", "abc", "12:00", "16:00");
  g_assert_cmpint (free_time (f, "kort"), ==, -90);
  /* Another half of the house is in nobody's way. */
  meet (f, "kaffe", "c", "08:00", "10:00");
  g_assert_cmpint (free_time (f, "kort"), ==, -90);
}

RULE (time_that_is_free_is_free_on_all_dates)
{
  put (f, STAFET_KIND_ACTIVITY, "kor", "title", "Kor", "house", "house", "room", "a", "start",
       "2026-11-17T10:00", "end", "2026-11-17T11:00", "rule", "FREQ=WEEKLY", NULL);
  meet (f, "sang", "a", "10:00", "12:00");
  g_assert_cmpint (free_time (f, "kor"), ==, -60);
  meet (f, "kort", "a", "08:00", "10:00");
  g_assert_cmpint (free_time (f, "kor"), ==, 120);
}

RULE (no_time_is_offered_when_none_is_free)
{
  meet (f, "sang", "a", "08:00", "22:00");
  meet (f, "kort", "a", "10:00", "11:00");
  meet (f, "kaffe", "b", "10:00", "11:00");
  g_assert_cmpint (free_time (f, "kort"), ==, 0);
  g_assert_cmpint (free_time (f, "kaffe"), ==, 0);
}

#define ADD(path, func) g_test_add ("/schedule/rooms/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rooms-meet-when-they-share-a-part", rooms_meet_when_they_share_a_part);
  ADD ("joined-room-is-taken-by-its-part", joined_room_is_taken_by_its_part);
  ADD ("halves-of-a-joined-room-are-free-for-each-other", halves_of_a_joined_room_are_free_for_each_other);
  ADD ("vehicle-beside-the-room-is-taken-too", vehicle_beside_the_room_is_taken_too);
  ADD ("single-date-may-take-the-vehicle", single_date_may_take_the_vehicle);
  ADD ("activity-has-its-own-time-to-set-up", activity_has_its_own_time_to_set_up);
  ADD ("closing-a-part-closes-the-joined-room", closing_a_part_closes_the_joined_room);
  ADD ("nearest-time-that-is-free-is-found", nearest_time_that_is_free_is_found);
  ADD ("time-that-is-free-is-free-on-all-dates", time_that_is_free_is_free_on_all_dates);
  ADD ("no-time-is-offered-when-none-is-free", no_time_is_offered_when_none_is_free);
  return g_test_run ();
}
