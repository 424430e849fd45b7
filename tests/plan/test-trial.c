/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is tried to three things: nothing of it is written, it undoes as every plan does, and what is
 * kept of it is what was tried, in one change, unless somebody else was there meanwhile.
 */
#include "play-fixture.h"

#include "plan/stafet-use-erase-volunteer.h"
#include "plan/stafet-use-leave.h"
#include "schedule/stafet-effects.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NEXT (TUESDAY + 7)

/* The fixture's plan is the trial until end_trial(). Returns the real one. */
static StafetPlan *
begin_trial (Fixture *f)
{
  StafetPlan *real = f->plan;

  f->plan = stafet_plan_new_trial (real);
  return real;
}

/* (transfer full) */
static StafetPlan *
end_trial (Fixture *f, StafetPlan *real)
{
  StafetPlan *trial = f->plan;

  f->plan = real;
  return trial;
}

static void
assert_said (Fixture *f, const char *text)
{
  g_test_message ("%s", f->message);
  g_assert_nonnull (strstr (f->message, text));
}

RULE (nothing_of_a_trial_is_written)
{
  g_autofree char *before = image_of_plan (f), *after = NULL;
  gint64 head = stafet_plan_get_head (f->plan), stored;
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (GError) error = NULL;
  StafetInstant at;

  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  done (f, stafet_use_cancel ("Café", NEXT, NONE, "Rørskade"));
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Café"), NEXT), ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpuint (stafet_trial_length (stafet_plan_get_trial (f->plan)), ==, 2);
  g_assert_true (stafet_plan_is_tried (f->plan));
  trial = end_trial (f, real);
  g_assert_false (stafet_plan_is_tried (f->plan));
  after = image_of_plan (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (stafet_store_read_head (f->store, &stored, &at, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stored, ==, head);
  g_assert_null (stafet_plan_get_trial (f->plan));
}

RULE (a_trial_undoes_and_does_again)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *back = NULL, *again = NULL;
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  guint n = play (f);

  after = image_of_plan (f);
  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (back, ==, before);
  refused (f, stafet_edit_undo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
  for (guint i = 0; i < n; i++)
    done (f, stafet_edit_redo ());
  again = image_of_plan (f);
  g_assert_cmpstr (again, ==, after);
  refused (f, stafet_edit_redo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
  trial = end_trial (f, real);
}

RULE (what_comes_after_an_undo_takes_the_place_of_what_was_undone)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  g_autofree char *undo = NULL, *redo = NULL;

  done (f, stafet_use_cancel ("Café", NEXT, NONE, "Rørskade"));
  done (f, stafet_edit_undo ());
  redo = stafet_plan_peek_redo (f->plan);
  g_assert_nonnull (redo);
  g_assert_null (stafet_plan_peek_undo (f->plan));
  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  g_assert_null (stafet_plan_peek_redo (f->plan));
  undo = stafet_plan_peek_undo (f->plan);
  g_assert_nonnull (strstr (undo, "Lis Bæk"));
  trial = end_trial (f, real);
}

/* Without the marks of what was accepted: keeping may have to accept again. (transfer full) */
static char *
image_without_marks (Fixture *f)
{
  g_autofree char *image = image_of_plan (f);
  g_auto (GStrv) parts = g_strsplit (image, "'anyway': 'yes'", -1);

  return g_strjoinv ("'anyway': 'no'", parts);
}

/* Where it was full already, or overlapped, the trial accepted that, and so does who keeps it. */
static void
keep (Fixture *f, StafetPlan *trial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome =
    stafet_plan_edit (f->plan, stafet_use_keep_trial (trial, FALSE), &error);

  if (outcome != NULL)
    return;
  g_assert_true (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
                 || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL));
  done (f, stafet_use_keep_trial (trial, TRUE));
}

RULE (what_is_kept_is_what_was_tried_as_one_change)
{
  g_autofree char *before = image_of_plan (f), *tried = NULL, *kept = NULL, *back = NULL;
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  guint n = play (f);

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n / 3; i++)
    done (f, stafet_edit_undo ());
  done (f, stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Karen Holm")));
  done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Karen Holm", PAIRS ("phones=13402218", "skills=café")));
  tried = image_without_marks (f);
  trial = end_trial (f, real);
  keep (f, trial);
  kept = image_without_marks (f);
  g_assert_cmpstr (kept, ==, tried);
  assert_sound (f);
  done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (back, ==, before);
}

RULE (what_was_changed_back_and_changed_again_is_kept)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;

  done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("note=Kun formiddag")));
  done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("note=")));
  done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("note=Kun eftermiddag")));
  trial = end_trial (f, real);
  done (f, stafet_use_keep_trial (trial, FALSE));
  g_assert_cmpstr (((StafetVolunteer *) FIND (VOLUNTEER, "Bent Krag"))->note, ==, "Kun eftermiddag");
}

RULE (what_is_removed_goes_after_what_hung_on_it)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;

  done (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("price=Gratis")));
  done (f, stafet_use_remove (STAFET_KIND_SHIFT, "Servering"));
  done (f, stafet_use_remove (STAFET_KIND_ACTIVITY, "Café"));
  trial = end_trial (f, real);
  done (f, stafet_use_keep_trial (trial, FALSE));
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 0);
  assert_sound (f);
}

RULE (what_somebody_changed_meanwhile_is_not_overwritten)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;

  done (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("price=Gratis")));
  trial = end_trial (f, real);
  done (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Café", PAIRS ("price=20 kr.")));
  refused (f, stafet_use_keep_trial (trial, FALSE), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  assert_said (f, "Café");
  g_assert_cmpstr (((StafetActivity *) FIND (ACTIVITY, "Café"))->price, ==, "20 kr.");
}

RULE (what_is_kept_is_held_to_the_rules_of_the_day)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;

  ADD (SHIFT, "role=Aftenvagt", "wanted=1", "house=Skovvang", "start=2026-11-26T20:00",
       "end=2026-11-26T23:00");
  done (f, stafet_use_assign ("Aftenvagt", WHO ("Bent Krag"), TUESDAY + 2, FALSE, FALSE));
  trial = end_trial (f, real);
  /* Meanwhile he has promised to be elsewhere at that time. */
  done (f, stafet_use_assign ("Nattevagt", WHO ("Bent Krag"), TUESDAY + 2, FALSE, FALSE));
  PLAN_REFUSED (stafet_use_keep_trial (trial, FALSE), CLASH);
  assert_said (f, "Bent Krag");
  done (f, stafet_use_keep_trial (trial, TRUE));
  g_assert_cmpuint (f->warnings->len, >, 0);
  assert_sound (f);
}

RULE (what_is_for_good_cannot_be_tried)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  g_autofree char *before = image_of_plan (f), *after = NULL;

  PLAN_REFUSED (stafet_use_erase_volunteer ("Lis Bæk", "Lis Bæk"), STATE);
  after = image_of_plan (f);
  g_assert_cmpstr (after, ==, before);
  trial = end_trial (f, real);
}

/* ——— What comes of it ——— */

static StafetEffects *
effects_of (Fixture *f, StafetPlan *real)
{
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY + 55 };

  return stafet_effects_new (stafet_plan_get_snapshot (real), stafet_plan_get_snapshot (f->plan), &query,
                             stafet_wall_new (TUESDAY, 480));
}

#define HOLE(effects, i) ((StafetEffectHole *) g_ptr_array_index ((effects)->holes, i))
#define DATES(array, i) ((StafetEffectDates *) g_ptr_array_index (array, i))
#define PERSON(effects, i) ((StafetEffectPerson *) g_ptr_array_index ((effects)->people, i))
#define LINE(effects, i) ((StafetCallLine *) g_ptr_array_index ((effects)->calls->lines, i))

RULE (nothing_tried_is_nothing_told)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = effects_of (f, real);

  g_assert_true (stafet_effects_are_none (effects));
  g_assert_cmpuint (effects->calls->lines->len, ==, 0);
  trial = end_trial (f, real);
}

RULE (who_stops_leaves_holes)
{
  StafetPlan *real;
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = NULL;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  real = begin_trial (f);
  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  effects = effects_of (f, real);
  /* Eight Tuesdays are looked at, and she still comes on the first. */
  g_assert_cmpuint (effects->holes->len, ==, 1);
  g_assert_cmpuint (HOLE (effects, 0)->dates, ==, 7);
  g_assert_cmpuint (HOLE (effects, 0)->missing, ==, 7);
  g_assert_cmpint (stafet_wall_date (HOLE (effects, 0)->staffing->start), ==, NEXT);
  g_assert_cmpuint (effects->people->len, ==, 1);
  g_assert_false (PERSON (effects, 0)->joins);
  g_assert_cmpuint (PERSON (effects, 0)->dates, ==, 7);
  g_assert_cmpuint (effects->dropped->len + effects->moved->len + effects->added->len, ==, 0);
  g_assert_cmpuint (effects->calls->lines->len, ==, 0);
  trial = end_trial (f, real);
}

RULE (a_closed_house_drops_its_dates_and_has_people_rung)
{
  StafetPlan *real;
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = NULL;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  real = begin_trial (f);
  ADD (CLOSURE, "house=Møllestien", "from=2026-12-01", "to=2026-12-14", "text=Nyt gulv");
  effects = effects_of (f, real);
  g_assert_cmpuint (effects->dropped->len, ==, 1);
  g_assert_cmpuint (DATES (effects->dropped, 0)->dates, ==, 2);
  g_assert_cmpuint (effects->holes->len, ==, 0);
  g_assert_cmpuint (effects->calls->lines->len, ==, 1);
  g_assert_cmpstr (LINE (effects, 0)->name, ==, "Lis Bæk");
  g_assert_cmpuint (LINE (effects, 0)->entries->len, ==, 2);
  trial = end_trial (f, real);
}

RULE (what_goes_on_in_a_series_of_its_own_is_the_same)
{
  StafetPlan *real;
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = NULL;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  real = begin_trial (f);
  done (f, stafet_use_edit_following ("Café", NEXT, PAIRS ("start=2026-12-01T11:00", "end=2026-12-01T15:00"),
                                      FALSE));
  effects = effects_of (f, real);
  g_assert_cmpuint (effects->moved->len, ==, 1);
  g_assert_cmpuint (DATES (effects->moved, 0)->dates, ==, 7);
  g_assert_cmpuint (effects->dropped->len + effects->added->len + effects->holes->len + effects->people->len,
                    ==, 0);
  g_assert_cmpuint (effects->calls->lines->len, ==, 1);
  trial = end_trial (f, real);
}

RULE (what_is_moved_out_of_the_days_is_not_gone)
{
  StafetPlan *real = begin_trial (f);
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = NULL;

  done (f,
        stafet_use_edit_on ("Café", NEXT, PAIRS ("start=2027-03-03T10:00", "end=2027-03-03T14:00"), FALSE));
  effects = effects_of (f, real);
  g_assert_cmpuint (effects->moved->len, ==, 1);
  g_assert_cmpuint (effects->dropped->len, ==, 0);
  trial = end_trial (f, real);
}

RULE (a_clash_that_was_accepted_is_told_of)
{
  StafetPlan *real;
  g_autoptr (StafetPlan) trial = NULL;
  g_autoptr (StafetEffects) effects = NULL;

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-01T15:00", "end=2026-12-01T17:00",
       "room=Værkstedet");
  real = begin_trial (f);
  done (f, stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, "Banko",
                                   PAIRS ("room=Salen", "start=2026-12-01T13:00", "end=2026-12-01T15:00")));
  effects = effects_of (f, real);
  g_assert_cmpuint (effects->moved->len, ==, 1);
  g_assert_cmpuint (effects->overlaps->len, ==, 1);
  trial = end_trial (f, real);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  TEST ("/plan/trial/nothing-of-a-trial-is-written", nothing_of_a_trial_is_written);
  TEST ("/plan/trial/a-trial-undoes-and-does-again", a_trial_undoes_and_does_again);
  TEST ("/plan/trial/what-comes-after-an-undo-takes-the-place-of-what-was-undone",
        what_comes_after_an_undo_takes_the_place_of_what_was_undone);
  TEST ("/plan/trial/what-is-kept-is-what-was-tried-as-one-change",
        what_is_kept_is_what_was_tried_as_one_change);
  TEST ("/plan/trial/what-was-changed-back-and-changed-again-is-kept",
        what_was_changed_back_and_changed_again_is_kept);
  TEST ("/plan/trial/what-is-removed-goes-after-what-hung-on-it", what_is_removed_goes_after_what_hung_on_it);
  TEST ("/plan/trial/what-somebody-changed-meanwhile-is-not-overwritten",
        what_somebody_changed_meanwhile_is_not_overwritten);
  TEST ("/plan/trial/what-is-kept-is-held-to-the-rules-of-the-day",
        what_is_kept_is_held_to_the_rules_of_the_day);
  TEST ("/plan/trial/what-is-for-good-cannot-be-tried", what_is_for_good_cannot_be_tried);
  TEST ("/plan/trial/nothing-tried-is-nothing-told", nothing_tried_is_nothing_told);
  TEST ("/plan/trial/who-stops-leaves-holes", who_stops_leaves_holes);
  TEST ("/plan/trial/a-closed-house-drops-its-dates-and-has-people-rung",
        a_closed_house_drops_its_dates_and_has_people_rung);
  TEST ("/plan/trial/what-goes-on-in-a-series-of-its-own-is-the-same",
        what_goes_on_in_a_series_of_its_own_is_the_same);
  TEST ("/plan/trial/what-is-moved-out-of-the-days-is-not-gone", what_is_moved_out_of_the_days_is_not_gone);
  TEST ("/plan/trial/a-clash-that-was-accepted-is-told-of", a_clash_that_was_accepted_is_told_of);
  return g_test_run ();
}
