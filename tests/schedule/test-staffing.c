/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rules of staffing: who is there, what is missing, and for how long.
 */
#include "core/stafet-clock.h"
#include "schedule/stafet-agenda.h"
#include "schedule/stafet-turns.h"
#include "snapshot-fixture.h"

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "house", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "house", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "max", "4", "activity", "cafe",
       NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "karen", "name", "Karen Holm", NULL);
  put (f, STAFET_KIND_ORGANISER, "song", "name", "Sangvennerne", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetAgenda *
occurrence (Fixture *f, StafetDate date)
{
  StafetAgenda *agenda =
    stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern ("cafe"), date);

  g_assert_nonnull (agenda);
  return agenda;
}

static void
assert_staffing (Fixture *f, StafetDate date, int filled, int asked, int permanent, int temporary)
{
  g_autoptr (StafetAgenda) agenda = occurrence (f, date);
  const StafetEntry *entry = g_ptr_array_index (agenda->entries, 0);
  const StafetStaffing *staffing = &entry->shifts[0];

  g_assert_cmpint (entry->n_shifts, ==, 1);
  g_assert_cmpint (staffing->filled, ==, filled);
  g_assert_cmpint (staffing->asked, ==, asked);
  g_assert_cmpint (staffing->permanent, ==, permanent);
  g_assert_cmpint (staffing->temporary, ==, temporary);
  g_assert_cmpint (staffing->missing, ==, permanent + temporary);
}

static void
stand (Fixture *f, const char *uid, const char *volunteer)
{
  put (f, STAFET_KIND_STANDING, uid, "shift", "serve", "volunteer", volunteer, NULL);
}

static void
empty_shift_is_permanent (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_staffing (f, TUESDAY, 0, 0, 3, 0);
}

static void
standing_counts_as_promised (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  stand (f, "s2", "bent");
  assert_staffing (f, TUESDAY, 2, 0, 1, 0);
}

/* The place of @volunteer that Tuesday, away or not. (borrowed from @agenda) */
static const StafetPlace *
place_of (const StafetAgenda *agenda, const char *volunteer)
{
  const StafetStaffing *staffing = &((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->shifts[0];

  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    if (g_strcmp0 (stafet_place_get_uid (&staffing->places[i]), volunteer) == 0)
      return &staffing->places[i];
  g_assert_not_reached ();
}

static void
whoever_lacks_the_check_fills_no_place (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-12-01", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-01-01", "check_until", "2026-11-24", NULL);
  assert_staffing (f, TUESDAY + 7, 2, 0, 1, 0);
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
  assert_staffing (f, TUESDAY + 7, 0, 0, 2, 1);
  agenda = occurrence (f, TUESDAY + 7);
  g_assert_true (place_of (agenda, "lis")->unchecked && place_of (agenda, "bent")->unchecked);
  g_assert_cmpint (place_of (agenda, "lis")->state, ==, STAFET_PLACE_AWAY);
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-12-01", "volunteer", "bent", "status",
       "came", NULL);
  assert_staffing (f, TUESDAY + 7, 1, 0, 2, 0);
}

static void
a_new_check_leaves_the_dates_before_alone (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-01-01", "check_until", "2026-12-31", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "check_seen", "2026-12-10", "check_until", "2028-12-31", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
}

static void
a_single_date_may_need_no_check (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) moved = NULL;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_SHIFT, "serve", "check", "yes", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e1", "shift", "serve", "date", "2026-12-01", "changes", "{'check': 'no'}",
       NULL);
  assert_staffing (f, TUESDAY, 0, 0, 2, 1);
  assert_staffing (f, TUESDAY + 7, 1, 0, 2, 0);
  moved = stafet_turns_find_moved (f->snapshot);
  stafet_turns_add_all (f->snapshot, moved,
                        stafet_snapshot_lookup (f->snapshot, STAFET_KIND_VOLUNTEER, "lis"), TUESDAY,
                        TUESDAY + 14, turns);
  g_assert_cmpuint (turns->len, ==, 1);
  g_assert_cmpint (g_array_index (turns, StafetTurn, 0).original, ==, TUESDAY + 7);
}

static void
regret_opens_a_temporary_hole (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  stand (f, "s2", "bent");
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "declined", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 1, 1);
  assert_staffing (f, TUESDAY + 7, 2, 0, 1, 0);
}

static void
asked_fills_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "karen", "state",
       "asked", NULL);
  assert_staffing (f, TUESDAY, 0, 1, 3, 0);
}

static void
stand_in_fills_the_hole (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_ABSENCE, "a1", "volunteer", "lis", "from", "2026-11-20", "to", "2026-11-24", NULL);
  assert_staffing (f, TUESDAY, 0, 0, 2, 1);
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-24", "volunteer", "karen", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
}

static void
absence_of_hours_opens_what_it_overlaps (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_ABSENCE, "a1", "volunteer", "lis", "from", "2026-11-24T14:00", "to", "2026-11-24T18:00",
       NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
  put (f, STAFET_KIND_ABSENCE, "a1", "volunteer", "lis", "from", "2026-11-24T13:59", "to", "2026-11-24T18:00",
       NULL);
  assert_staffing (f, TUESDAY, 0, 0, 2, 1);
}

static void
organiser_fills_with_heads (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "organiser", "song", "count", "4", NULL);
  assert_staffing (f, TUESDAY, 4, 0, 0, 0);
}

static void
parity_and_interval_of_standing (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", "parity", "even", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "serve", "volunteer", "bent", "from", "2026-11-24", "every",
       "3", NULL);
  assert_staffing (f, TUESDAY, 2, 0, 1, 0);
  assert_staffing (f, TUESDAY + 7, 0, 0, 3, 0);
  assert_staffing (f, TUESDAY + 14, 1, 0, 2, 0);
  assert_staffing (f, TUESDAY + 21, 1, 0, 2, 0);
}

static void
attendance_is_the_truth_of_the_past (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_ATTENDANCE, "t1", "shift", "serve", "date", "2026-11-24", "volunteer", "lis", "status",
       "absent", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "t2", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "status",
       "extra", NULL);
  assert_staffing (f, TUESDAY, 1, 0, 2, 0);
}

static void
paused_until_opens_only_before (Fixture *f, gconstpointer data)
{
  (void) data;
  stand (f, "s1", "lis");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "status", "paused", "paused_until", "2026-12-01",
       NULL);
  assert_staffing (f, TUESDAY, 0, 0, 2, 1);
  assert_staffing (f, TUESDAY + 7, 1, 0, 2, 0);
}

static void
changed_date_has_its_own_need (Fixture *f, gconstpointer data)
{
  (void) data;
  put (f, STAFET_KIND_EXCEPTION, "e1", "shift", "serve", "date", "2026-11-24", "looking", "yes", NULL);
  stafet_record_take_text (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_EXCEPTION, "e1"),
                           stafet_record_info_field (stafet_record_info (STAFET_KIND_EXCEPTION), "changes"),
                           g_strdup ("{'wanted': '1'}"));
  assert_staffing (f, TUESDAY, 0, 0, 1, 0);
  assert_staffing (f, TUESDAY + 7, 0, 0, 3, 0);
}

/* ——— The agenda around it ——— */

static void
closure_cancels_with_its_text (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry;

  (void) data;
  put (f, STAFET_KIND_CLOSURE, "c1", "from", "2026-11-24T13:00", "to", "2026-11-24T16:00", "text",
       "Personaledag", "house", "house", NULL);
  agenda = occurrence (f, TUESDAY);
  entry = g_ptr_array_index (agenda->entries, 0);
  g_assert_cmpint (entry->status, ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpstr (stafet_entry_reason (entry, STAFET_LANGUAGE_DA), ==, "Personaledag");
  g_assert_cmpint (stafet_entry_missing (entry), ==, 0);
}

static void
moved_date_belongs_to_its_new_day (Fixture *f, gconstpointer data)
{
  StafetAgendaQuery query = {
    TUESDAY + 1, TUESDAY + 1, stafet_uid_intern ("house"), NULL, NULL, NULL, FALSE
  };
  g_autoptr (StafetAgenda) agenda = NULL;
  const StafetEntry *entry;

  (void) data;
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-11-24", NULL);
  stafet_record_take_text (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_EXCEPTION, "e1"),
                           stafet_record_info_field (stafet_record_info (STAFET_KIND_EXCEPTION), "changes"),
                           g_strdup ("{'start': '2026-11-25T11:00', 'end': '2026-11-25T15:00'}"));
  agenda = stafet_agenda_new (f->snapshot, &query);
  g_assert_cmpuint (agenda->entries->len, ==, 1);
  entry = g_ptr_array_index (agenda->entries, 0);
  g_assert_cmpint (entry->original, ==, TUESDAY);
  g_assert_cmpint (entry->status, ==, STAFET_STATUS_MOVED);
}

static void
snapshot_copy_stands_still (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetSnapshot) before = stafet_snapshot_copy (f->snapshot);

  (void) data;
  stand (f, "s1", "lis");
  stafet_snapshot_remove (f->snapshot, STAFET_KIND_VOLUNTEER, stafet_uid_intern ("karen"));
  g_assert_cmpuint (
    stafet_snapshot_index (before, STAFET_INDEX_STANDING_BY_SHIFT, stafet_uid_intern ("serve"))->len, ==, 0);
  g_assert_nonnull (stafet_snapshot_lookup (before, STAFET_KIND_VOLUNTEER, "karen"));
  g_assert_null (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_VOLUNTEER, "karen"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/schedule/staffing/empty-shift-is-permanent", empty_shift_is_permanent);
  ADD ("/schedule/staffing/standing-counts-as-promised", standing_counts_as_promised);
  ADD ("/schedule/staffing/whoever-lacks-the-check-fills-no-place", whoever_lacks_the_check_fills_no_place);
  ADD ("/schedule/staffing/a-new-check-leaves-the-dates-before-alone",
       a_new_check_leaves_the_dates_before_alone);
  ADD ("/schedule/staffing/a-single-date-may-need-no-check", a_single_date_may_need_no_check);
  ADD ("/schedule/staffing/regret-opens-a-temporary-hole", regret_opens_a_temporary_hole);
  ADD ("/schedule/staffing/asked-fills-nothing", asked_fills_nothing);
  ADD ("/schedule/staffing/stand-in-fills-the-hole", stand_in_fills_the_hole);
  ADD ("/schedule/staffing/absence-of-hours-opens-what-it-overlaps", absence_of_hours_opens_what_it_overlaps);
  ADD ("/schedule/staffing/organiser-fills-with-heads", organiser_fills_with_heads);
  ADD ("/schedule/staffing/parity-and-interval-of-standing", parity_and_interval_of_standing);
  ADD ("/schedule/staffing/attendance-is-the-truth-of-the-past", attendance_is_the_truth_of_the_past);
  ADD ("/schedule/staffing/paused-until-opens-only-before", paused_until_opens_only_before);
  ADD ("/schedule/staffing/changed-date-has-its-own-need", changed_date_has_its_own_need);
  ADD ("/schedule/agenda/closure-cancels-with-its-text", closure_cancels_with_its_text);
  ADD ("/schedule/agenda/moved-date-belongs-to-its-new-day", moved_date_belongs_to_its_new_day);
  ADD ("/schedule/snapshot/copy-stands-still", snapshot_copy_stands_still);
  return g_test_run ();
}
