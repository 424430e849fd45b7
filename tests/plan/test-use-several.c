/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds several edits as one change: all or none, each seeing those before it, one undo.
 */
#include "use-fixture.h"

#include <glib/gstdio.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define LIS WHO ("Lis Bæk")
#define SEVERAL(label, ...) stafet_use_several (label, several ((StafetEdit *[]){ __VA_ARGS__, NULL }))

/* (transfer full) with the edits. */
static GPtrArray *
several (StafetEdit **edits)
{
  GPtrArray *array = g_ptr_array_new ();

  for (; *edits != NULL; edits++)
    g_ptr_array_add (array, *edits);
  return array;
}

static StafetEdit *
promise (const char *shift, const char *volunteer, StafetDate date)
{
  return stafet_use_assign (shift, WHO (volunteer), date, FALSE, FALSE);
}

static StafetEdit *
add (StafetKind kind, const char *const *pairs)
{
  return stafet_use_add (kind, pairs);
}

/* The plan as the store has it. (transfer full) */
static char *
stored_image (Fixture *f)
{
  Fixture other = { .store = stafet_store_open (f->path, NULL) };
  char *text;

  other.plan = stafet_plan_new (other.store, f->clock, NULL);
  text = image_of_plan (&other);
  g_object_unref (other.plan);
  g_object_unref (other.store);
  return text;
}

RULE (several_are_one_change_with_one_undo)
{
  gint64 head = stafet_plan_get_head (f->plan);
  g_autoptr (GPtrArray) history = NULL;

  UNDOABLE (SEVERAL ("Julen planlagt", promise ("Servering", "Lis Bæk", TUESDAY),
                     promise ("Servering", "Bent Krag", TUESDAY + 7),
                     stafet_use_cancel ("Café", TUESDAY + 14, NONE, "Juleferie")));
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head + 3);
  history = stafet_store_read_history (f->store, 0, NULL);
  g_assert_cmpstr (((StafetLogEntry *) g_ptr_array_index (history, 2))->label, ==, "Julen planlagt");
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
  assert_staffed (f, "Café", TUESDAY + 7, "Bent Krag promised 1");
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Café"), TUESDAY + 14), ==, STAFET_STATUS_CANCELLED);
}

RULE (one_that_fails_leaves_nothing_of_any)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *stored = NULL;

  PLAN_REFUSED (SEVERAL (NULL, promise ("Servering", "Lis Bæk", TUESDAY),
                         promise ("Servering", "Bent Krag", TUESDAY + 1),
                         promise ("Servering", "Åse Kjær", TUESDAY)),
                NO_DATE);
  after = image_of_plan (f);
  stored = stored_image (f);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, stored);
}

RULE (each_sees_what_those_before_it_did)
{
  PLAN_REFUSED (
    SEVERAL (NULL, promise ("Servering", "Lis Bæk", TUESDAY), promise ("Servering", "Lis Bæk", TUESDAY)),
    TWICE);
  done (f, SEVERAL (NULL,
                    add (STAFET_KIND_ACTIVITY, PAIRS ("title=Banko", "house=Møllestien",
                                                      "start=2026-11-26T14:00", "end=2026-11-26T16:00")),
                    add (STAFET_KIND_SHIFT, PAIRS ("role=Oplæser", "wanted=1", "activity=Banko")),
                    promise ("Oplæser", "Lis Bæk", TUESDAY + 2)));
  assert_staffed (f, "Banko", TUESDAY + 2, "Lis Bæk promised 1");
  g_assert_cmpstr (f->created, ==, ((StafetRecord *) FIND (ACTIVITY, "Banko"))->uid);
}

RULE (overlaps_among_them_are_refused)
{
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-11-24T13:00", "end=2026-11-24T15:00");
  ADD (SHIFT, "role=Oplæser", "wanted=1", "activity=Banko");
  PLAN_REFUSED (
    SEVERAL (NULL, promise ("Servering", "Lis Bæk", TUESDAY), promise ("Oplæser", "Lis Bæk", TUESDAY)),
    CLASH);
  g_assert_nonnull (strstr (f->message, "Lis Bæk"));
  assert_staffed (f, "Café", TUESDAY, "");
}

RULE (without_a_label_the_first_that_changes_something_names_them)
{
  g_autoptr (StafetOutcome) outcome =
    stafet_plan_edit (f->plan,
                      SEVERAL (NULL, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town=")),
                               stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("town=Viby"))),
                      NULL);

  g_assert_nonnull (strstr (outcome->label, "Bent Krag"));
}

RULE (warnings_are_handed_on)
{
  ADD (ABSENCE, "volunteer=Bent Krag", "from=2026-12-01", "to=2026-12-01");
  done (f, SEVERAL (NULL, promise ("Servering", "Lis Bæk", TUESDAY),
                    promise ("Servering", "Bent Krag", TUESDAY + 7)));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (f->warnings, 0), "Bent Krag"));
  done (f, promise ("Servering", "Åse Kjær", TUESDAY));
  g_assert_cmpuint (f->warnings->len, ==, 0);
}

RULE (what_changes_nothing_is_no_change)
{
  unchanged (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("title=Café"), FALSE));
  unchanged (f, SEVERAL ("Intet", stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town="))));
  unchanged (f, stafet_use_several ("Intet", g_ptr_array_new ()));
  unchanged (f, SEVERAL ("Intet", promise ("Servering", "Lis Bæk", TUESDAY),
                         stafet_use_unassign ("Servering", LIS, TUESDAY)));
  unchanged (f, SEVERAL ("Intet", stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town=Viby")),
                         stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town="))));
}

RULE (two_edits_of_one_record_are_one_row_in_the_history)
{
  g_autoptr (StafetLogEntry) entry = NULL;
  const StafetLogRow *row;

  UNDOABLE (
    SEVERAL (NULL, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town=Viby")),
             stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town=Aarhus C", "note=Nøgle"))));
  entry = stafet_store_read_undo (f->store, 0, NULL);
  g_assert_cmpuint (entry->rows->len, ==, 1);
  row = g_ptr_array_index (entry->rows, 0);
  g_assert_cmpint (row->operation, ==, STAFET_CHANGE_UPDATE);
  g_assert_cmpuint (g_variant_n_children (row->after), ==, 2);
  g_assert_cmpstr (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->town, ==, "Aarhus C");
}

/* The booking versions in memory must be those of the store, or the next booking is refused. */
RULE (who_is_booked_twice_can_be_booked_again)
{
  done (f, SEVERAL (NULL, promise ("Servering", "Lis Bæk", TUESDAY),
                    stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("town=Viby")),
                    promise ("Servering", "Lis Bæk", TUESDAY + 7)));
  UNDOABLE (promise ("Servering", "Lis Bæk", TUESDAY + 14));
  done (f, stafet_use_unassign ("Servering", LIS, TUESDAY));
}

RULE (who_is_new_can_be_put_on_at_once)
{
  g_autofree char *image = NULL, *stored = NULL;

  UNDOABLE (SEVERAL ("Ny frivillig", add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Poul Dam", "phones=13583142")),
                     promise ("Servering", "Poul Dam", TUESDAY),
                     stafet_use_edit (STAFET_KIND_VOLUNTEER, "Poul Dam", PAIRS ("town=Viby")),
                     promise ("Servering", "Poul Dam", TUESDAY + 7)));
  assert_staffed (f, "Café", TUESDAY + 7, "Poul Dam promised 1");
  UNDOABLE (promise ("Servering", "Poul Dam", TUESDAY + 14));
  image = image_of_plan (f);
  stored = stored_image (f);
  g_assert_cmpstr (image, ==, stored);
}

RULE (a_new_room_can_be_used_at_once)
{
  UNDOABLE (SEVERAL (NULL, add (STAFET_KIND_ROOM, PAIRS ("name=Laden", "house=Møllestien")),
                     add (STAFET_KIND_ACTIVITY, PAIRS ("title=Banko", "house=Møllestien", "room=Laden",
                                                       "start=2026-11-26T14:00", "end=2026-11-26T16:00"))));
  PLAN_REFUSED (add (STAFET_KIND_ACTIVITY, PAIRS ("title=Krolf", "house=Møllestien", "room=Laden",
                                                  "start=2026-11-26T15:00", "end=2026-11-26T17:00")),
                CLASH);
}

RULE (who_is_taken_off_can_be_removed_at_once)
{
  done (f, promise ("Servering", "Lis Bæk", TUESDAY));
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"), DEPENDENCY);
  UNDOABLE (SEVERAL (NULL, stafet_use_unassign ("Servering", LIS, TUESDAY),
                     stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk")));
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, 2);
}

/* ——— Others ——— */

/* Another process that books Lis while we are thinking; the second time it is quiet. */
typedef struct
{
  Fixture *f;
  const char *shift;
  guint times;
} Intruder;

static gboolean
intrude_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Intruder *intruder = data;
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) other = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;

  (void) plan;
  (void) changeset;
  if (intruder->times++ > 0)
    return TRUE;
  store = stafet_store_open (intruder->f->path, error);
  g_assert_nonnull (store);
  stafet_store_set_author (store, "anden@maskine");
  other = stafet_plan_new (store, intruder->f->clock, error);
  outcome = stafet_plan_edit (other, promise (intruder->shift, "Lis Bæk", TUESDAY), error);
  g_assert_nonnull (outcome);
  return TRUE;
}

static StafetEdit *
intrude (Intruder *intruder)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, intrude_func, intruder, NULL);
}

RULE (what_another_booked_meanwhile_is_seen_at_the_second_try)
{
  Intruder intruder = { f, "Aftenvagt", 0 };
  gint64 head;

  ADD (SHIFT, "role=Aftenvagt", "wanted=1", "house=Skovvang", "start=2026-11-24T18:00",
       "end=2026-11-24T20:00");
  head = stafet_plan_get_head (f->plan);
  done (f, SEVERAL (NULL, intrude (&intruder), promise ("Servering", "Lis Bæk", TUESDAY),
                    promise ("Servering", "Lis Bæk", TUESDAY + 7)));
  g_assert_cmpuint (intruder.times, ==, 2);
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head + 2);
  assert_staffed (f, "Aftenvagt", TUESDAY, "Lis Bæk promised 1");
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
  done (f, promise ("Servering", "Lis Bæk", TUESDAY + 14));
}

RULE (what_another_booked_meanwhile_is_not_booked_over)
{
  Intruder intruder = { f, "Køkken", 0 };

  ADD (SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-11-24T13:00",
       "end=2026-11-24T15:00");
  {
    g_autoptr (GError) error = NULL;
    StafetOutcome *outcome =
      stafet_plan_edit (f->plan,
                        SEVERAL (NULL, intrude (&intruder),
                                 stafet_use_edit (STAFET_KIND_VOLUNTEER, "Bent Krag", PAIRS ("town=Viby")),
                                 promise ("Servering", "Lis Bæk", TUESDAY)),
                        &error);

    g_assert_null (outcome);
    g_assert_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH);
  }
  assert_staffed (f, "Køkken", TUESDAY, "Lis Bæk promised 1");
  assert_staffed (f, "Café", TUESDAY, "");
  g_assert_cmpstr (((StafetVolunteer *) FIND (VOLUNTEER, "Bent Krag"))->town, ==, "");
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(StafetOutcome **) data = stafet_plan_edit_finish (STAFET_PLAN (source), result, NULL);
}

RULE (queued_on_a_worker_they_are_one_change_too)
{
  StafetOutcome *outcome = NULL;

  stafet_plan_edit_async (
    f->plan,
    SEVERAL ("To", promise ("Servering", "Lis Bæk", TUESDAY), promise ("Servering", "Bent Krag", TUESDAY)),
    NULL, edited_cb, &outcome);
  while (outcome == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (outcome->label, ==, "To");
  stafet_outcome_free (outcome);
  assert_staffed (f, "Café", TUESDAY, "Bent Krag promised 1, Lis Bæk promised 1");
}

/* ——— Trying ——— */

static gboolean
try (StafetPlan *scratch, StafetEdit *edit_, StafetChangeset *into, StafetUid *created)
{
  g_autoptr (StafetEdit) owned = edit_;

  return stafet_plan_try (scratch, owned, into, created, NULL);
}

RULE (what_is_tried_changes_the_scratch_plan_alone)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *stored = NULL, *tried = NULL;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (f->plan);
  g_autoptr (StafetChangeset) into = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  Fixture other = { .plan = scratch };
  StafetUid created;

  g_assert_true (try (scratch, add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Poul Dam")), into, &created));
  g_assert_true (try (scratch, promise ("Servering", "Poul Dam", TUESDAY), into, NULL));
  after = image_of_plan (f);
  stored = stored_image (f);
  tried = image_of_plan (&other);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, stored);
  g_assert_nonnull (strstr (tried, "Poul Dam"));
  g_assert_cmpstr (((StafetRecord *) find (&other, STAFET_KIND_VOLUNTEER, "Poul Dam"))->uid, ==, created);
  g_assert_cmpuint (stafet_changeset_length (into), ==, 2);
}

RULE (a_failing_try_leaves_the_scratch_plan_as_it_was)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (f->plan);
  g_autoptr (StafetChangeset) into = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  Fixture other = { .plan = scratch };
  g_autofree char *before = image_of_plan (&other), *after = NULL;

  g_assert_false (try (scratch, promise ("Servering", "Lis Bæk", TUESDAY + 1), into, NULL));
  g_assert_false (try (scratch, stafet_use_remove (STAFET_KIND_HOUSE, "Møllestien"), into, NULL));
  after = image_of_plan (&other);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (stafet_changeset_length (into), ==, 0);
  g_assert_cmpuint (into->bookings->len, ==, 0);
  g_assert_cmpstr (into->label, ==, "");
}

static gboolean
warn_and_fail_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  (void) data;
  (void) changeset;
  stafet_plan_warn (plan, "Forgæves");
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, "Nej");
  return FALSE;
}

/* Asks whether something can be done, and does another thing when it cannot. */
static gboolean
fall_back_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (StafetEdit) instead = promise ("Servering", "Lis Bæk", TUESDAY);

  (void) data;
  g_assert_false (
    try (scratch, stafet_edit_new (STAFET_CHANGESET_EDIT, warn_and_fail_func, NULL, NULL), changeset, NULL));
  g_assert_true (stafet_plan_try (scratch, instead, changeset, NULL, error));
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

RULE (a_failing_try_warns_of_nothing)
{
  done (f, stafet_edit_new (STAFET_CHANGESET_EDIT, fall_back_func, NULL, NULL));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
}

/* A file that is gone would take in whatever is said, and lose it. */
RULE (a_store_that_is_gone_takes_nothing)
{
  g_autofree char *elsewhere = g_strconcat (f->path, ".elsewhere", NULL);
  g_autoptr (StafetStore) other = NULL;

  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  refused (f, promise ("Servering", "Lis Bæk", TUESDAY), STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING);
  /* Another in its place is not the same. */
  other = stafet_store_create (f->path, NULL, 0, NULL);
  g_assert_nonnull (other);
  refused (f, promise ("Servering", "Lis Bæk", TUESDAY), STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING);
  g_assert_cmpint (g_rename (elsewhere, f->path), ==, 0);
  done (f, promise ("Servering", "Lis Bæk", TUESDAY));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/several/are-one-change-with-one-undo", several_are_one_change_with_one_undo);
  TEST ("/plan/use/several/one-that-fails-leaves-nothing-of-any", one_that_fails_leaves_nothing_of_any);
  TEST ("/plan/use/several/each-sees-what-those-before-it-did", each_sees_what_those_before_it_did);
  TEST ("/plan/use/several/overlaps-among-them-are-refused", overlaps_among_them_are_refused);
  TEST ("/plan/use/several/are-named-by-the-first-that-changes-something",
        without_a_label_the_first_that_changes_something_names_them);
  TEST ("/plan/use/several/warnings-are-handed-on", warnings_are_handed_on);
  TEST ("/plan/use/several/what-changes-nothing-is-no-change", what_changes_nothing_is_no_change);
  TEST ("/plan/use/several/two-edits-of-one-record-are-one-row",
        two_edits_of_one_record_are_one_row_in_the_history);
  TEST ("/plan/use/several/who-is-booked-twice-can-be-booked-again", who_is_booked_twice_can_be_booked_again);
  TEST ("/plan/use/several/who-is-new-can-be-put-on-at-once", who_is_new_can_be_put_on_at_once);
  TEST ("/plan/use/several/a-new-room-can-be-used-at-once", a_new_room_can_be_used_at_once);
  TEST ("/plan/use/several/who-is-taken-off-can-be-removed-at-once", who_is_taken_off_can_be_removed_at_once);
  TEST ("/plan/use/several/another's-booking-is-seen-at-the-second-try",
        what_another_booked_meanwhile_is_seen_at_the_second_try);
  TEST ("/plan/use/several/another's-booking-is-not-booked-over",
        what_another_booked_meanwhile_is_not_booked_over);
  TEST ("/plan/use/several/queued-they-are-one-change-too", queued_on_a_worker_they_are_one_change_too);
  TEST ("/plan/use/try/changes-the-scratch-plan-alone", what_is_tried_changes_the_scratch_plan_alone);
  TEST ("/plan/use/try/a-failing-one-leaves-it-as-it-was", a_failing_try_leaves_the_scratch_plan_as_it_was);
  TEST ("/plan/use/try/a-failing-one-warns-of-nothing", a_failing_try_warns_of_nothing);
  TEST ("/plan/use/several/a-store-that-is-gone-takes-nothing", a_store_that_is_gone_takes_nothing);
  return g_test_run ();
}
