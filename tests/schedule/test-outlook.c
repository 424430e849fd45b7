/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds which houses are in trouble to their order, their sums and their reasons.
 */
#include "schedule/stafet-outlook.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "alder", "name", "Ellehuset", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "beech", "name", "Bøgehuset", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "calm", "name", "Åhuset", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  /* Twice in a fortnight: one of two is there, which is enough to open. */
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "alder", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "4", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "lis-serves", "shift", "serve", "volunteer", "lis", "from", "2026-11-03",
       NULL);
  /* Twice: nobody at all. */
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "beech", "ward", "b1", "start",
       "2026-11-04T14:00", "end", "2026-11-04T15:00", "rule", "FREQ=WEEKLY;BYDAY=WE", NULL);
  put (f, STAFET_KIND_SHIFT, "sing", "role", "Sanger", "wanted", "2", "activity", "song", NULL);
  put (f, STAFET_KIND_ACTIVITY, "talk", "title", "Foredrag", "house", "calm", "start", "2026-11-26T19:00",
       "end", "2026-11-26T21:00", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

/* The fortnight from Tuesday the 24th on, seen when the café of that day is over: but for that the same. */
static StafetOutlook *
look (Fixture *f, StafetAgendaQuery query, int hour)
{
  query.from = TUESDAY;
  query.to = TUESDAY + 13;
  return stafet_outlook_new (f->snapshot, &query, stafet_wall_new (TUESDAY, hour * 60));
}

static const StafetOutlookHouse *
house_at (const StafetOutlook *outlook, guint position, const char *uid)
{
  const StafetOutlookHouse *house = g_ptr_array_index (outlook->houses, position);

  g_assert_cmpstr (house->house->parent.uid, ==, uid);
  return house;
}

RULE (what_cannot_be_held_comes_before_what_lacks_more)
{
  g_autoptr (StafetOutlook) outlook = look (f, (StafetAgendaQuery){ 0 }, 8);
  const StafetOutlookHouse *house;
  const StafetOutlookShift *shift;

  g_assert_cmpuint (outlook->houses->len, ==, 3);
  g_assert_cmpuint (stafet_outlook_count (outlook), ==, 2);
  house = house_at (outlook, 0, "beech");
  g_assert_cmpuint (house->unheld, ==, 2);
  g_assert_cmpuint (house->missing, ==, 4);
  shift = g_ptr_array_index (house->shifts, 0);
  g_assert_cmpstr (shift->staffing->shift->parent.uid, ==, "sing");
  g_assert_cmpint (shift->entry->original, ==, TUESDAY + 1);
  g_assert_cmpuint (shift->dates, ==, 2);
  g_assert_cmpuint (shift->permanent, ==, 4);
  house = house_at (outlook, 1, "alder");
  g_assert_cmpuint (house->unheld, ==, 0);
  g_assert_cmpuint (house->wanted, ==, 8);
  g_assert_cmpuint (house->missing, ==, 6);
  house = house_at (outlook, 2, "calm");
  g_assert_cmpuint (house->dates, ==, 1);
  g_assert_cmpuint (house->shifts->len, ==, 0);
}

RULE (the_least_number_decides_whether_it_can_be_held)
{
  g_autoptr (StafetOutlook) outlook = NULL;

  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "4", "min", "2", "activity", "cafe",
       NULL);
  outlook = look (f, (StafetAgendaQuery){ 0 }, 8);
  g_assert_cmpuint (house_at (outlook, 0, "alder")->unheld, ==, 2);
}

RULE (what_is_over_or_cancelled_troubles_nobody)
{
  g_autoptr (StafetOutlook) outlook = NULL;

  put (f, STAFET_KIND_EXCEPTION, "off", "activity", "song", "date", "2026-11-25", "status", "cancelled",
       NULL);
  outlook = look (f, (StafetAgendaQuery){ 0 }, 14);
  g_assert_cmpuint (house_at (outlook, 0, "beech")->missing, ==, 2);
  g_assert_cmpuint (house_at (outlook, 1, "alder")->missing, ==, 3);
}

RULE (a_nursing_home_sees_who_shall_come_to_it)
{
  g_autoptr (StafetOutlook) outlook = look (f, (StafetAgendaQuery){ .house = stafet_uid_intern ("home") }, 8);

  g_assert_cmpuint (outlook->houses->len, ==, 1);
  g_assert_cmpuint (house_at (outlook, 0, "home")->missing, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add ("/schedule/outlook/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("cannot-be-held-first", what_cannot_be_held_comes_before_what_lacks_more);
  TEST ("least-number", the_least_number_decides_whether_it_can_be_held);
  TEST ("over-or-cancelled", what_is_over_or_cancelled_troubles_nobody);
  TEST ("nursing-home", a_nursing_home_sees_who_shall_come_to_it);
#undef TEST
  return g_test_run ();
}
