/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds how the sign-ups of a date are sorted and counted.
 */
#include "schedule/stafet-signups.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define SIGN(uid, position, ...)                                                                             \
  put (f, STAFET_KIND_SIGNUP, uid, "activity", "dinner", "date", "2026-11-24", "name", uid, "position",      \
       position, __VA_ARGS__, NULL)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ACTIVITY, "dinner", "title", "Fællesspisning", "house", "mill", "start",
       "2026-11-03T18:00", "end", "2026-11-03T20:00", "rule", "FREQ=WEEKLY", "capacity", "5", "meal", "yes",
       "transport", "yes", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
find (Fixture *f, StafetSignups *signups)
{
  stafet_signups_find (f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ACTIVITY, "dinner"),
                       TUESDAY, signups);
}

static void
assert_names (const GPtrArray *signups, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < signups->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((StafetSignup *) g_ptr_array_index (signups, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

RULE (a_date_nobody_signed_up_for_has_all_its_places)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("elsewhen", "1", "date", "2026-12-01");
  find (f, &signups);
  assert_names (signups.coming, "");
  g_assert_cmpint (signups.signed_up, ==, 0);
  g_assert_cmpint (signups.free, ==, 5);
  g_assert_null (signups.tally);
  g_assert_true (stafet_signups_have_room (&signups, 5));
  g_assert_false (stafet_signups_have_room (&signups, 6));
}

RULE (who_comes_and_who_waits_stand_in_the_order_of_arrival)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("c", "1", "heads", "2");
  SIGN ("a", "3", "heads", "1");
  SIGN ("b", "2", "heads", "1");
  SIGN ("y", "4", "waiting", "yes", "heads", "2");
  SIGN ("x", "5", "waiting", "yes");
  find (f, &signups);
  assert_names (signups.coming, "c b a");
  assert_names (signups.waiting, "y x");
  g_assert_cmpint (signups.signed_up, ==, 4);
  g_assert_cmpint (signups.waiting_heads, ==, 3);
  g_assert_cmpint (signups.free, ==, 1);
}

RULE (nobody_passes_the_first_who_waits)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("a", "1", "heads", "4");
  SIGN ("y", "2", "waiting", "yes", "heads", "2");
  SIGN ("x", "3", "waiting", "yes");
  find (f, &signups);
  g_assert_cmpint (signups.free, ==, 1);
  g_assert_false (stafet_signups_have_room (&signups, 1));
  g_assert_true (stafet_signups_have_room (&signups, 0));
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 0);
  stafet_signups_clear (&signups);
  SIGN ("a", "1", "heads", "3");
  find (f, &signups);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 1);
  stafet_signups_clear (&signups);
  SIGN ("a", "1", "heads", "2");
  find (f, &signups);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 2);
}

RULE (without_a_capacity_there_is_room_for_all)
{
  g_auto (StafetSignups) signups = { NULL };

  put (f, STAFET_KIND_ACTIVITY, "dinner", "capacity", "", NULL);
  SIGN ("a", "1", "heads", "900");
  SIGN ("x", "2", "waiting", "yes", "heads", "900");
  find (f, &signups);
  g_assert_cmpint (signups.free, ==, STAFET_SIGNUPS_NO_LIMIT);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 1);
}

RULE (too_many_leave_no_place_free)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("a", "1", "heads", "7");
  SIGN ("x", "2", "waiting", "yes");
  find (f, &signups);
  g_assert_cmpint (signups.free, ==, 0);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 0);
}

RULE (the_transport_goes_by_place_and_counts_aids)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("a", "1", "transport", "Åvej 1", "aid", "yes");
  SIGN ("b", "2", "transport", "Engen 2", "heads", "2", "aid", "yes");
  SIGN ("c", "3", "transport", "Engen 2");
  SIGN ("d", "4", "waiting", "yes", "transport", "Engen 3", "aid", "yes");
  find (f, &signups);
  assert_names (signups.transport, "b c a");
  g_assert_cmpint (signups.fetched, ==, 4);
  g_assert_cmpint (signups.aids, ==, 2);
}

RULE (the_kitchen_counts_orders_and_what_was_added)
{
  g_auto (StafetSignups) signups = { NULL };

  SIGN ("a", "1", "heads", "2");
  SIGN ("b", "2", "heads", "2", "meals", "1", "take_home", "1");
  SIGN ("c", "3", "heads", "0", "take_home", "2");
  SIGN ("d", "4", "waiting", "yes", "meals", "1", "take_home", "1");
  put (f, STAFET_KIND_TALLY, "tally", "activity", "dinner", "date", "2026-11-24", "meals", "6", NULL);
  find (f, &signups);
  g_assert_cmpint (signups.meals, ==, 2 + 1 + 0 + 6);
  g_assert_cmpint (signups.take_home, ==, 3);
  stafet_signups_clear (&signups);
  put (f, STAFET_KIND_ACTIVITY, "dinner", "meal", "no", NULL);
  find (f, &signups);
  g_assert_cmpint (signups.meals, ==, 0);
  g_assert_cmpint (signups.take_home, ==, 0);
}

RULE (erased_sign_ups_stay_in_the_sum)
{
  g_auto (StafetSignups) signups = { NULL };

  put (f, STAFET_KIND_TALLY, "other", "activity", "dinner", "date", "2026-11-17", "signed", "9", NULL);
  put (f, STAFET_KIND_TALLY, "tally", "activity", "dinner", "date", "2026-11-24", "signed", "4", NULL);
  find (f, &signups);
  g_assert_cmpint (signups.signed_up, ==, 4);
  g_assert_cmpint (signups.free, ==, 1);
  g_assert_cmpstr (signups.tally->parent.uid, ==, "tally");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/signups/nobody-leaves-all-places", a_date_nobody_signed_up_for_has_all_its_places);
  TEST ("/schedule/signups/stand-in-the-order-of-arrival",
        who_comes_and_who_waits_stand_in_the_order_of_arrival);
  TEST ("/schedule/signups/nobody-passes-the-first-who-waits", nobody_passes_the_first_who_waits);
  TEST ("/schedule/signups/without-a-capacity-there-is-room", without_a_capacity_there_is_room_for_all);
  TEST ("/schedule/signups/too-many-leave-no-place-free", too_many_leave_no_place_free);
  TEST ("/schedule/signups/transport-goes-by-place-and-counts-aids",
        the_transport_goes_by_place_and_counts_aids);
  TEST ("/schedule/signups/the-kitchen-counts-orders", the_kitchen_counts_orders_and_what_was_added);
  TEST ("/schedule/signups/erased-ones-stay-in-the-sum", erased_sign_ups_stay_in_the_sum);
  return g_test_run ();
}
