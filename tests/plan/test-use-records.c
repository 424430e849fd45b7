/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the use cases of records to their rules: adding, editing all dates, removing, importing.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* ——— Adding ——— */

RULE (unknown_and_hidden_keys_are_refused_with_the_keys_there_are)
{
  CORE_REFUSED (stafet_use_add (STAFET_KIND_ROOM, PAIRS ("name=Køkken", "house=Møllestien", "colour=red")),
                KEY);
  g_assert_nonnull (strstr (f->message, "setup_minutes"));
  CORE_REFUSED (stafet_use_add (STAFET_KIND_ACTIVITY, PAIRS ("title=Krolf", "anyway=yes")), KEY);
  CORE_REFUSED (stafet_use_add (STAFET_KIND_ROOM, PAIRS ("name")), KEY);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_SETTINGS, PAIRS ("zone=Europe/Oslo")), MALFORMED);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_PHONE, PAIRS ("number=13583142")), MALFORMED);
}

RULE (lists_become_links_without_duplicates)
{
  StafetUid bent = ((StafetRecord *) FIND (VOLUNTEER, "Bent Krag"))->uid;
  const GPtrArray *phones;

  EDIT (VOLUNTEER, "Bent Krag", "phones=13 58 31 42, 13583142 ,1340 2218", "partners=Lis Bæk",
        "keep_apart=Åse Kjær", "available=mon 09:00-13:00 odd preferred");
  phones = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_PHONE_BY_VOLUNTEER, bent);
  g_assert_cmpuint (phones->len, ==, 2);
  unchanged (
    f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("phones=13583142,13402218,13583142")));
  UNDOABLE (stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("phones=1340 2218", "keep_apart=")));
  phones = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_PHONE_BY_VOLUNTEER, bent);
  g_assert_cmpuint (phones->len, ==, 1);
  g_assert_cmpuint (all (f, STAFET_KIND_PARTNER)->len, ==, 1);
}

RULE (count_and_until_become_the_last_date)
{
  StafetActivity *krolf;

  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", "start=2026-11-23T10:00", "end=2026-11-23T12:00",
       "rule=FREQ=WEEKLY;COUNT=3");
  krolf = FIND (ACTIVITY, "Krolf");
  g_assert_cmpstr (krolf->timing.rule, ==, "FREQ=WEEKLY");
  g_assert_cmpint (krolf->timing.until, ==, TUESDAY + 13);
  EDIT (ACTIVITY, "Krolf", "rule=FREQ=WEEKLY;COUNT=10");
  krolf = FIND (ACTIVITY, "Krolf");
  g_assert_cmpint (krolf->timing.until, ==, TUESDAY - 1 + 63);
}

RULE (a_feed_gets_a_token_that_nobody_guesses)
{
  const char *token;

  ADD (FEED, "name=B.1", "ward=B.1");
  token = ((StafetFeed *) FIND (FEED, "B.1"))->token;
  g_assert_cmpuint (strlen (token), ==, 32);
  g_assert_cmpuint (strspn (token, "0123456789abcdef"), ==, 32);
}

RULE (a_ward_has_one_calendar_of_its_arrivals)
{
  const char *const second[] = { "name=Igen", "ward=B.1", NULL };

  ADD (FEED, "name=B.1", "ward=B.1");
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_FEED, second), STATE);
  g_assert_nonnull (strstr (f->message, "B.1"));
  ADD (FEED, "name=Program", "ward=B.1", "kind=programme");
  EDIT (FEED, "B.1", "names=full");
}

RULE (a_room_is_not_taken_twice_unless_anyway)
{
  const char *const pairs[] = { "title=Banko",          "house=Møllestien", "start=2026-12-01T14:00",
                                "end=2026-12-01T16:00", "room=Salen",       NULL };

  /* Setting up takes a quarter of an hour. */
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_ACTIVITY, pairs), CLASH);
  g_assert_nonnull (strstr (f->message, "Salen"));
  g_assert_nonnull (strstr (f->message, "Café"));
  UNDOABLE (stafet_use_add_anyway (STAFET_KIND_ACTIVITY, pairs));
  g_assert_true (((StafetActivity *) FIND (ACTIVITY, "Banko"))->anyway);
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "start=2026-12-01T14:15", "end=2026-12-01T16:00",
       "room=Værkstedet");
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, "Sang", PAIRS ("room=Salen")), CLASH);
  /* A one-off in the past is held against its own date too. */
  PLAN_REFUSED (
    stafet_use_add (STAFET_KIND_ACTIVITY, PAIRS ("title=Fest", "house=Møllestien", "start=2026-11-03T11:00",
                                                 "end=2026-11-03T12:00", "room=Salen")),
    CLASH);
}

RULE (what_was_accepted_accepts_nothing_new)
{
  done (f, stafet_use_add_anyway (STAFET_KIND_ACTIVITY,
                                  PAIRS ("title=Banko", "house=Møllestien", "start=2026-12-01T13:00",
                                         "end=2026-12-01T15:00", "room=Salen")));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  EDIT (ACTIVITY, "Banko", "note=Husk kaffe");
  EDIT (ACTIVITY, "Banko", "end=2026-12-01T16:00");
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "start=2026-12-02T10:00", "end=2026-12-02T12:00",
       "room=Salen");
  PLAN_REFUSED (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Banko", PAIRS ("start=2026-12-02T11:00", "end=2026-12-02T12:00")),
    CLASH);
}

RULE (a_shift_may_not_end_before_it_starts)
{
  CORE_REFUSED (stafet_use_add (STAFET_KIND_SHIFT,
                                PAIRS ("role=Opvask", "wanted=1", "activity=Café", "start_offset=240")),
                ORDER);
  ADD (SHIFT, "role=Opvask", "wanted=1", "activity=Café", "start_offset=180", "end_offset=30");
  CORE_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("end=2026-11-03T12:00")), ORDER);
}

/* ——— Editing all dates ——— */

RULE (the_same_value_again_is_no_change)
{
  unchanged (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("title=Café", "room=Salen")));
}

RULE (settings_are_edited_though_the_store_has_none)
{
  UNDOABLE (stafet_use_edit (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, PAIRS ("retention_months=24")));
  EDIT (SETTINGS, STAFET_SETTINGS_UID, "language=en");
  g_assert_cmpint (stafet_snapshot_settings (stafet_plan_get_snapshot (f->plan))->retention_months, ==, 24);
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID), STATE);
}

RULE (moving_the_time_of_day_touches_one_row)
{
  g_autoptr (GPtrArray) history = NULL;

  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, FALSE));
  EDIT (ACTIVITY, "Café", "start=2026-11-03T10:30", "end=2026-11-03T14:30");
  history = stafet_store_read_history (f->store, 1, NULL);
  g_assert_cmpuint (((StafetLogEntry *) g_ptr_array_index (history, 0))->rows->len, ==, 1);
}

RULE (a_weekly_series_moves_with_all_that_hangs_on_its_dates)
{
  StafetRecord *cafe;

  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY + 7, FALSE, FALSE));
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 7, TRUE));
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, TRUE, 0));
  done (f, stafet_use_cancel ("Café", TUESDAY + 14, NONE, "Julefrokost"));
  UNDOABLE (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("start=2026-11-05T10:00", "end=2026-11-05T14:00")));
  cafe = FIND (ACTIVITY, "Café");
  g_assert_cmpstr (((StafetActivity *) cafe)->timing.rule, ==, "FREQ=WEEKLY;BYDAY=TH");
  g_assert_false (has_date (f, cafe, TUESDAY));
  assert_staffed (f, "Café", TUESDAY + 2, "Bent Krag standing 1");
  assert_staffed (f, "Café", TUESDAY + 9, "Åse Kjær promised 1, Bent Krag away 1");
  assert_staffed (f, "Café", TUESDAY - 5, "Lis Bæk promised 1");
  g_assert_cmpint (status_on (f, cafe, TUESDAY + 16), ==, STAFET_STATUS_CANCELLED);
}

RULE (a_one_off_moves_with_its_promises)
{
  ADD (ACTIVITY, "title=Koncert", "house=Møllestien", "start=2026-11-27T19:00", "end=2026-11-27T21:00");
  ADD (SHIFT, "role=Garderobe", "wanted=1", "activity=Koncert");
  done (f, stafet_use_assign ("Garderobe", WHO ("Lis Bæk"), TUESDAY + 3, FALSE, FALSE));
  UNDOABLE (stafet_use_edit (STAFET_KIND_ACTIVITY, "Koncert",
                             PAIRS ("start=2026-12-11T19:00", "end=2026-12-11T21:00")));
  assert_staffed (f, "Koncert", TUESDAY + 17, "Lis Bæk promised 1");
}

RULE (a_series_that_loses_dates_tells_of_the_promises_on_them)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  EDIT (ACTIVITY, "Café", "until=2026-12-01");
  g_assert_cmpuint (f->warnings->len, ==, 1);
  assert_sound (f);
  EDIT (ACTIVITY, "Café", "until=");
  g_assert_cmpuint (f->warnings->len, ==, 0);
  assert_staffed (f, "Café", TUESDAY + 14, "Lis Bæk promised 1");
}

RULE (a_move_that_books_somebody_twice_is_refused)
{
  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Nattevagt", WHO ("Bent Krag"), TUESDAY + 6, FALSE, FALSE));
  PLAN_REFUSED (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("start=2026-11-03T05:00", "end=2026-11-03T09:00")),
    CLASH);
  g_assert_nonnull (strstr (f->message, "Bent Krag"));
  done (f, stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, "Café",
                                   PAIRS ("start=2026-11-03T05:00", "end=2026-11-03T09:00")));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

/* ——— Absence ——— */

RULE (an_absence_turns_promises_into_regrets)
{
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 14, TRUE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 28, FALSE, FALSE));
  UNDOABLE (stafet_use_add (STAFET_KIND_ABSENCE,
                            PAIRS ("volunteer=Bent Krag", "from=2026-12-01T13:00", "to=2026-12-10")));
  assert_staffed (f, "Café", TUESDAY + 7, "");
  assert_staffed (f, "Café", TUESDAY + 14, "");
  assert_staffed (f, "Café", TUESDAY + 28, "Bent Krag promised 1");
  /* A promise made in spite of it stands. */
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag promised 1");
}

RULE (a_pause_turns_promises_into_regrets_until_she_is_back)
{
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 14, FALSE, FALSE));
  UNDOABLE (
    stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("status=paused", "paused_until=2026-12-08")));
  assert_staffed (f, "Café", TUESDAY + 7, "");
  assert_staffed (f, "Café", TUESDAY + 14, "Bent Krag promised 1");
  EDIT (VOLUNTEER, "Bent Krag", "status=stopped");
  assert_staffed (f, "Café", TUESDAY + 14, "");
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE), STATE);
}

/* ——— Removing ——— */

RULE (what_something_depends_on_stays)
{
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_HOUSE, "Møllestien"), DEPENDENCY);
  g_assert_nonnull (strstr (f->message, "Café"));
  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_SHIFT, "Servering"), DEPENDENCY);
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_ACTIVITY, "Café"), DEPENDENCY);
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Bent Krag"), DEPENDENCY);
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("room=Værkstedet"), FALSE));
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_ROOM, "Værkstedet"), DEPENDENCY);
}

RULE (own_parts_go_along)
{
  ADD (STOP, "activity=Café", "ward=B.1", "from_minute=0", "to_minute=30");
  done (f, stafet_use_cancel ("Café", TUESDAY, NONE, "Rørskade"));
  done (f, stafet_use_edit_on ("Servering", TUESDAY + 7, PAIRS ("wanted=1"), FALSE));
  UNDOABLE (stafet_use_remove (STAFET_KIND_ACTIVITY, "Café"));
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 0);
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 0);
  EDIT (VOLUNTEER, "Lis Bæk", "phones=13583142", "houses=Møllestien", "partners=Bent Krag");
  ADD (ABSENCE, "volunteer=Lis Bæk", "from=2026-12-01", "to=2026-12-02");
  UNDOABLE (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  g_assert_cmpuint (all (f, STAFET_KIND_PHONE)->len, ==, 0);
}

RULE (the_later_half_outlives_the_first)
{
  StafetUid later;

  done (f, stafet_use_edit_following ("Nattevagt", TUESDAY + 7, PAIRS ("wanted=2"), FALSE));
  later = f->created;
  UNDOABLE (stafet_use_remove (STAFET_KIND_SHIFT, ((StafetShift *) FIND (SHIFT, later))->split_from));
  g_assert_null (((StafetShift *) FIND (SHIFT, later))->split_from);
}

/* Every other week till a Monday: moved to Mondays, the last of them is the week before. */
RULE (a_place_that_ends_before_the_moved_dates_ends_with_the_first_half)
{
  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY - 7, TUESDAY + 6,
                                       STAFET_PARITY_NONE, 2, TRUE));
  done (f, stafet_use_edit_following ("Café", TUESDAY,
                                      PAIRS ("start=2026-11-23T10:00", "end=2026-11-23T14:00"), TRUE));
  assert_sound (f);
  g_assert_cmpuint (all (f, STAFET_KIND_STANDING)->len, ==, 1);
}

/* ——— Importing, checking ——— */

RULE (holidays_are_imported_once)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  StafetSchoolHoliday *week_7 = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);

  week_7->from = stafet_date_new (2027, 2, 15);
  week_7->to = week_7->from + 6;
  g_ptr_array_add (holidays, week_7);
  CORE_REFUSED (stafet_use_import_holidays (holidays, NULL), REQUIRED);
  stafet_record_set_text (week_7, stafet_record_info_field (STAFET_RECORD_INFO (week_7), "text"),
                          "Vinterferie", NULL);
  UNDOABLE (stafet_use_import_holidays (holidays, NULL));
  unchanged (f, stafet_use_import_holidays (holidays, NULL));
  PLAN_REFUSED (stafet_use_import_holidays (holidays, "Nord"), UNKNOWN);
  ADD (AREA, "name=Nord");
  done (f, stafet_use_import_holidays (holidays, "Nord"));
  g_assert_cmpuint (all (f, STAFET_KIND_SCHOOL_HOLIDAY)->len, ==, 2);
}

static gboolean
spoil_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetAssignment *row = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);
  StafetShift *shift = data;
  StafetStanding *standing = stafet_record_new (STAFET_KIND_STANDING, NULL);

  (void) plan;
  (void) error;
  row->shift = standing->shift = shift->parent.uid;
  row->date = TUESDAY;
  stafet_changeset_set_label (changeset, "x");
  stafet_changeset_insert (changeset, row);
  stafet_changeset_insert (changeset, standing);
  return TRUE;
}

RULE (a_broken_invariant_is_named)
{
  g_autoptr (GPtrArray) faults = NULL;

  assert_sound (f);
  done (f, stafet_edit_new (STAFET_CHANGESET_EDIT, spoil_func, FIND (SHIFT, "Servering"), NULL));
  faults = stafet_plan_check (f->plan);
  g_assert_cmpuint (faults->len, ==, 2);
}

RULE (one_house_has_no_two_wards_or_rooms_of_a_name)
{
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_WARD, PAIRS ("name=b.1", "house=Skovvang")), STATE);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_ROOM, PAIRS ("name=SALEN", "house=Møllestien")), STATE);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ROOM, "Værkstedet", PAIRS ("name=Salen")), STATE);
  ADD (WARD, "name=B.1", "house=Møllestien");
  EDIT (ROOM, "Salen", "name=salen");
}

RULE (a_cpr_number_is_no_telephone)
{
  static const char *const numbers[] = { "010170-1234", "0101701234", "010170 1234", "01 01 70 12 34" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *pair = g_strconcat ("phones=", numbers[i], NULL);

      CORE_REFUSED (stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Eva", pair)), CPR);
    }
  ADD (VOLUNTEER, "name=Eva", "phones=+460101701234, 13400001");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/add/unknown-and-hidden-keys-are-refused",
        unknown_and_hidden_keys_are_refused_with_the_keys_there_are);
  TEST ("/plan/use/add/lists-become-links-without-duplicates", lists_become_links_without_duplicates);
  TEST ("/plan/use/add/count-and-until-become-the-last-date", count_and_until_become_the_last_date);
  TEST ("/plan/use/add/a-feed-gets-a-token", a_feed_gets_a_token_that_nobody_guesses);
  TEST ("/plan/use/add/a-ward-has-one-calendar", a_ward_has_one_calendar_of_its_arrivals);
  TEST ("/plan/use/add/a-room-is-not-taken-twice-unless-anyway", a_room_is_not_taken_twice_unless_anyway);
  TEST ("/plan/use/edit/what-was-accepted-accepts-nothing-new", what_was_accepted_accepts_nothing_new);
  TEST ("/plan/use/add/a-shift-may-not-end-before-it-starts", a_shift_may_not_end_before_it_starts);
  TEST ("/plan/use/edit/the-same-value-again-is-no-change", the_same_value_again_is_no_change);
  TEST ("/plan/use/edit/settings-though-the-store-has-none", settings_are_edited_though_the_store_has_none);
  TEST ("/plan/use/edit/moving-the-time-of-day-touches-one-row", moving_the_time_of_day_touches_one_row);
  TEST ("/plan/use/edit/a-weekly-series-moves-with-its-dates",
        a_weekly_series_moves_with_all_that_hangs_on_its_dates);
  TEST ("/plan/use/edit/a-one-off-moves-with-its-promises", a_one_off_moves_with_its_promises);
  TEST ("/plan/use/edit/lost-dates-are-told", a_series_that_loses_dates_tells_of_the_promises_on_them);
  TEST ("/plan/use/edit/a-move-that-books-somebody-twice-is-refused",
        a_move_that_books_somebody_twice_is_refused);
  TEST ("/plan/use/absence/turns-promises-into-regrets", an_absence_turns_promises_into_regrets);
  TEST ("/plan/use/absence/a-pause-lasts-until-she-is-back",
        a_pause_turns_promises_into_regrets_until_she_is_back);
  TEST ("/plan/use/remove/what-something-depends-on-stays", what_something_depends_on_stays);
  TEST ("/plan/use/remove/own-parts-go-along", own_parts_go_along);
  TEST ("/plan/use/remove/the-later-half-outlives-the-first", the_later_half_outlives_the_first);
  TEST ("/plan/use/import/holidays-are-imported-once", holidays_are_imported_once);
  TEST ("/plan/use/add/one-house-has-no-two-wards-of-a-name", one_house_has_no_two_wards_or_rooms_of_a_name);
  TEST ("/plan/use/add/a-cpr-number-is-no-telephone", a_cpr_number_is_no_telephone);
  TEST ("/plan/use/following/a-place-that-ends-before-the-moved-dates",
        a_place_that_ends_before_the_moved_dates_ends_with_the_first_half);
  TEST ("/plan/check/a-broken-invariant-is-named", a_broken_invariant_is_named);
  return g_test_run ();
}
