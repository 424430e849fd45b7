/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds who is on a call list, and what stands on a sheet of the dates that were moved.
 */
#include "../schedule/snapshot-fixture.h"
#include "paper/stafet-callee.h"
#include "paper/stafet-slots.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU,TH", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_SHIFT, "bake", "role", "Bagning", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ase", "name", "Åse Kjær", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ane", "name", "Ane Skjult", "protected", "yes", NULL);
  put (f, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetAgenda *
week (Fixture *f)
{
  StafetAgendaQuery query = { .from = TUESDAY - 1, .to = TUESDAY + 5, .house = stafet_uid_intern ("mill") };

  return stafet_agenda_new (f->snapshot, &query);
}

static void
stand (Fixture *f, const char *uid, const char *shift, const char *volunteer)
{
  put (f, STAFET_KIND_STANDING, uid, "shift", shift, "volunteer", volunteer, NULL);
}

static const StafetCallee *
nth (const GPtrArray *callees, guint n)
{
  g_assert_cmpuint (n, <, callees->len);
  return g_ptr_array_index (callees, n);
}

/* ——— Who ——— */

RULE (everybody_is_there_once_with_all_her_dates)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) callees = NULL;

  stand (f, "s1", "serve", "bent");
  stand (f, "s2", "bake", "bent");
  agenda = week (f);
  callees = stafet_callees_new (agenda);
  g_assert_cmpuint (callees->len, ==, 1);
  g_assert_cmpuint (nth (callees, 0)->dates->len, ==, 4);
}

RULE (the_order_is_that_of_danish_names_and_protected_people_are_last)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) callees = NULL;

  stand (f, "s1", "serve", "ase");
  stand (f, "s2", "serve", "ane");
  stand (f, "s3", "serve", "bent");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "bake", "date", "2026-11-24", "organiser", "choir", "count",
       "4", "state", "promised", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d2", "shift", "bake", "date", "2026-11-24", "guest", "Cille", "state",
       "promised", NULL);
  agenda = week (f);
  callees = stafet_callees_new (agenda);
  g_assert_cmpuint (callees->len, ==, 5);
  g_assert_cmpstr (nth (callees, 0)->volunteer->name, ==, "Bent Krag");
  g_assert_cmpstr (nth (callees, 1)->guest, ==, "Cille");
  g_assert_cmpstr (nth (callees, 2)->organiser->name, ==, "Sangvennerne");
  g_assert_cmpstr (nth (callees, 3)->volunteer->name, ==, "Åse Kjær");
  g_assert_true (nth (callees, 4)->volunteer->protected_);
}

RULE (who_sent_regrets_is_not_rung_and_who_is_asked_is)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) callees = NULL;

  stand (f, "s1", "serve", "bent");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "declined", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "d2", "shift", "serve", "date", "2026-11-24", "volunteer", "ase", "state",
       "asked", NULL);
  agenda = week (f);
  callees = stafet_callees_new (agenda);
  g_assert_cmpuint (callees->len, ==, 2);
  g_assert_cmpuint (nth (callees, 0)->dates->len, ==, 1); /* the Thursday */
  g_assert_cmpstr (nth (callees, 1)->volunteer->name, ==, "Åse Kjær");
}

RULE (people_of_a_cancelled_date_are_the_ones_to_ring)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) callees = NULL;

  stand (f, "s1", "serve", "bent");
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "cancelled",
       "reason", "Storm", NULL);
  agenda = week (f);
  callees = stafet_callees_new (agenda);
  g_assert_cmpuint (nth (callees, 0)->dates->len, ==, 2);
}

/* ——— What was moved ——— */

static void
move (Fixture *f, const char *start, const char *end)
{
  g_autofree char *changes = g_strdup_printf ("{'start': '%s', 'end': '%s'}", start, end);

  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", "status", "changed",
       "changes", changes, NULL);
}

static StafetSlots *
slots (Fixture *f)
{
  StafetAgendaQuery query = { .from = TUESDAY - 1, .to = TUESDAY + 5, .house = stafet_uid_intern ("mill") };

  return stafet_slots_new (f->snapshot, &query);
}

static const StafetSlot *
slot_at (const StafetSlots *list, guint n)
{
  g_assert_cmpuint (n, <, list->slots->len);
  return &g_array_index (list->slots, StafetSlot, n);
}

RULE (what_is_moved_within_the_week_stands_at_both_times)
{
  g_autoptr (StafetSlots) list = NULL;

  move (f, "2026-11-27T11:00", "2026-11-27T12:00");
  list = slots (f);
  g_assert_cmpuint (list->slots->len, ==, 3);
  g_assert_true (slot_at (list, 0)->gone);
  g_assert_cmpint (stafet_wall_date (slot_at (list, 0)->start), ==, TUESDAY);
  g_assert_false (slot_at (list, 1)->gone);
  g_assert_cmpint (slot_at (list, 2)->start, ==, stafet_wall_new (TUESDAY + 3, 11 * 60));
}

RULE (what_is_moved_out_of_the_week_does_not_vanish)
{
  g_autoptr (StafetSlots) list = NULL;

  move (f, "2026-12-02T10:00", "2026-12-02T14:00");
  list = slots (f);
  g_assert_cmpuint (list->slots->len, ==, 2);
  g_assert_true (slot_at (list, 0)->gone && stafet_slot_is_struck (slot_at (list, 0)));
  g_assert_cmpint (slot_at (list, 0)->end - slot_at (list, 0)->start, ==, 4 * 60);
}

RULE (what_is_moved_and_then_cancelled_is_told_on_both_days)
{
  g_autoptr (StafetSlots) list = NULL;

  move (f, "2026-11-27T11:00", "2026-11-27T12:00");
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-11-27", "to", "2026-11-27", "text", "Storm", "house",
       "mill", NULL);
  list = slots (f);
  g_assert_cmpuint (list->slots->len, ==, 3);
  g_assert_true (stafet_slot_is_struck (slot_at (list, 0)) && stafet_slot_is_struck (slot_at (list, 2)));
  g_assert_cmpint (slot_at (list, 0)->entry->status, ==, STAFET_STATUS_CANCELLED);
}

RULE (a_new_time_on_the_same_day_is_one_slot)
{
  g_autoptr (StafetSlots) list = NULL;

  move (f, "2026-11-24T11:00", "2026-11-24T15:00");
  list = slots (f);
  g_assert_cmpuint (list->slots->len, ==, 2);
  g_assert_false (slot_at (list, 0)->gone);
}

RULE (what_was_moved_elsewhere_is_none_of_another_house)
{
  StafetAgendaQuery query = { .from = TUESDAY - 1, .to = TUESDAY + 5, .house = stafet_uid_intern ("other") };
  g_autoptr (StafetSlots) list = NULL;

  put (f, STAFET_KIND_HOUSE, "other", "name", "Dalgas", "kind", "community", NULL);
  move (f, "2026-12-02T10:00", "2026-12-02T14:00");
  list = stafet_slots_new (f->snapshot, &query);
  g_assert_cmpuint (list->slots->len, ==, 0);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  TEST ("/paper/callee/once-with-all-her-dates", everybody_is_there_once_with_all_her_dates);
  TEST ("/paper/callee/danish-order-and-protected-last",
        the_order_is_that_of_danish_names_and_protected_people_are_last);
  TEST ("/paper/callee/regrets-and-asked", who_sent_regrets_is_not_rung_and_who_is_asked_is);
  TEST ("/paper/callee/of-a-cancelled-date", people_of_a_cancelled_date_are_the_ones_to_ring);
  TEST ("/paper/slots/moved-within-the-week", what_is_moved_within_the_week_stands_at_both_times);
  TEST ("/paper/slots/moved-out-of-the-week", what_is_moved_out_of_the_week_does_not_vanish);
  TEST ("/paper/slots/moved-and-cancelled", what_is_moved_and_then_cancelled_is_told_on_both_days);
  TEST ("/paper/slots/a-new-time-on-the-same-day", a_new_time_on_the_same_day_is_one_slot);
  TEST ("/paper/slots/of-another-house", what_was_moved_elsewhere_is_none_of_another_house);
  return g_test_run ();
}
