/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds undoing one older change to its rule: it brings back exactly what that change changed, or refuses
 * with the reason and changes nothing.
 */
#include "play-fixture.h"
#include "store/stafet-store-private.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* Does what @edit_ says and returns its id. */
#define DONE(edit_) (did (f, edit_))
#define TAKE_BACK(id) (stafet_edit_undo_change (id, FALSE))
#define ANYWAY(id) (stafet_edit_undo_change (id, TRUE))
#define CHANGE(kind, reference, ...)                                                                         \
  DONE (stafet_use_edit (STAFET_KIND_##kind, reference, PAIRS (__VA_ARGS__)))
#define STORE_REFUSED(edit_, code) refused (f, edit_, STAFET_STORE_ERROR, STAFET_STORE_ERROR_##code)

static gint64
did (Fixture *f, StafetEdit *edit_)
{
  gint64 id = edit (f, edit_);

  g_assert_cmpint (id, >, 0);
  return id;
}

static const StafetActivity *
cafe (Fixture *f)
{
  return FIND (ACTIVITY, "Café");
}

static gboolean
is_undone (Fixture *f, gint64 id)
{
  g_autoptr (StafetLogEntry) entry = stafet_store_read_entry (f->store, id, NULL);

  return entry->undone;
}

static void
assert_said (Fixture *f, const char *part)
{
  if (strstr (f->message, part) == NULL)
    g_error ("“%s” does not say “%s”", f->message, part);
}

/* ——— Keys ——— */

RULE (keys_that_were_left_alone_go_back)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "price=15 kr.", "note=Husk kaffe");

  CHANGE (ACTIVITY, "Café", "capacity=40");
  UNDOABLE (TAKE_BACK (id));
  g_assert_cmpstr (cafe (f)->price, ==, "");
  g_assert_cmpstr (cafe (f)->note, ==, "");
  g_assert_cmpint (cafe (f)->capacity, ==, 40);
  assert_sound (f);
}

RULE (a_key_that_was_changed_again_is_named_with_who_and_when)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "start=2026-11-03T10:30", "price=15 kr.");

  stafet_store_set_author (f->store, "bent@kontoret");
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY, 14 * 60 + 10));
  CHANGE (ACTIVITY, "Café", "start=2026-11-03T11:00");
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY + 1, 480));
  STORE_REFUSED (TAKE_BACK (id), CONFLICT);
  assert_said (f, "bent ændrede »Start« på »Café« igen i går kl. 14.10.");
  g_assert_cmpstr (cafe (f)->price, ==, "15 kr.");
}

RULE (a_key_that_says_what_it_did_before_is_left_alone)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "price=15 kr.", "note=Husk kaffe");

  CHANGE (ACTIVITY, "Café", "price=");
  DONE (TAKE_BACK (id));
  g_assert_cmpstr (cafe (f)->note, ==, "");
  STORE_REFUSED (TAKE_BACK (99), NOTHING);
}

RULE (nothing_left_to_take_back_is_said)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "price=15 kr.");

  CHANGE (ACTIVITY, "Café", "price=");
  STORE_REFUSED (TAKE_BACK (id), NOTHING);
}

RULE (what_a_date_has_of_its_own_is_merged_key_by_key)
{
  gint64 moved = DONE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-01T11:00"), FALSE));
  gint64 priced = DONE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("price=Gratis"), FALSE));
  g_autoptr (StafetAgenda) agenda = NULL;

  UNDOABLE (TAKE_BACK (moved));
  agenda = agenda_on (f, FIND (ACTIVITY, "Café"), TUESDAY + 7);
  g_assert_cmpint (stafet_wall_minutes (ENTRY (agenda)->start), ==, 600);
  g_assert_nonnull (
    strstr (((StafetException *) g_ptr_array_index (all (f, STAFET_KIND_EXCEPTION), 0))->changes, "Gratis"));
  UNDOABLE (TAKE_BACK (priced));
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 0);
}

RULE (a_cancellation_goes_while_the_date_keeps_the_rest)
{
  gint64 id = DONE (stafet_use_cancel ("Café", TUESDAY + 7, NONE, "Rørskade"));

  DONE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("price=Gratis"), FALSE));
  UNDOABLE (TAKE_BACK (id));
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Café"), TUESDAY + 7), !=, STAFET_STATUS_CANCELLED);
  assert_sound (f);
}

/* ——— Rows ——— */

RULE (what_was_made_goes_unless_something_depends_on_it)
{
  gint64 made, shift;

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-04T14:00", "end=2026-12-04T16:00");
  made = stafet_plan_get_head (f->plan);
  ADD (SHIFT, "role=Opråber", "wanted=1", "activity=Banko");
  shift = stafet_plan_get_head (f->plan);
  PLAN_REFUSED (TAKE_BACK (made), DEPENDENCY);
  assert_said (f, "Opråber");
  DONE (TAKE_BACK (shift));
  UNDOABLE (TAKE_BACK (made));
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 1);
}

RULE (what_was_made_and_changed_again_stays)
{
  gint64 made;

  ADD (VOLUNTEER, "name=Karen Holm");
  made = stafet_plan_get_head (f->plan);
  CHANGE (VOLUNTEER, "Karen Holm", "note=Ringer helst");
  STORE_REFUSED (TAKE_BACK (made), CONFLICT);
  assert_said (f, "»Note«");
}

RULE (what_was_removed_comes_back_unless_what_it_belonged_to_is_gone)
{
  gint64 shift, activity;

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-12-04T14:00", "end=2026-12-04T16:00");
  ADD (SHIFT, "role=Opråber", "wanted=1", "activity=Banko");
  shift = DONE (stafet_use_remove (STAFET_KIND_SHIFT, "Opråber"));
  activity = DONE (stafet_use_remove (STAFET_KIND_ACTIVITY, "Banko"));
  PLAN_REFUSED (TAKE_BACK (shift), DEPENDENCY);
  assert_said (f, "væk");
  UNDOABLE (TAKE_BACK (activity));
  UNDOABLE (TAKE_BACK (shift));
  assert_sound (f);
}

RULE (what_was_changed_and_is_gone_is_named)
{
  gint64 id = CHANGE (VOLUNTEER, "Lis Bæk", "note=Ringer helst");

  stafet_store_set_author (f->store, "bent@kontoret");
  done (f, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  STORE_REFUSED (TAKE_BACK (id), CONFLICT);
  assert_said (f, "bent fjernede");
}

RULE (a_list_goes_back_whatever_stands_around_it)
{
  gint64 id = CHANGE (VOLUNTEER, "Lis Bæk", "skills=café,krolf");
  const GPtrArray *skills;

  CHANGE (VOLUNTEER, "Lis Bæk", "skills=sang,café,krolf");
  UNDOABLE (TAKE_BACK (id));
  skills = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_SKILL_BY_VOLUNTEER,
                                  ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid);
  g_assert_cmpuint (skills->len, ==, 1);
  g_assert_cmpstr (((StafetSkill *) g_ptr_array_index (skills, 0))->skill, ==, "sang");
}

/* ——— As any edit ——— */

RULE (nobody_is_booked_twice_but_anyway)
{
  gint64 id;

  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  id = DONE (stafet_use_unassign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7));
  ADD (SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-12-01T13:00",
       "end=2026-12-01T15:00");
  done (f, stafet_use_assign ("Køkken", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  PLAN_REFUSED (TAKE_BACK (id), CLASH);
  UNDOABLE (ANYWAY (id));
  assert_staffed (f, "Café", TUESDAY + 7, "Lis Bæk promised 1");
  assert_sound (f);
}

RULE (a_room_is_not_taken_twice_but_anyway)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "room=Værkstedet");

  ADD (ACTIVITY, "title=Dans", "house=Møllestien", "room=Salen", "start=2026-12-01T11:00",
       "end=2026-12-01T12:00");
  PLAN_REFUSED (TAKE_BACK (id), CLASH);
  edit (f, ANYWAY (id));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_true (cafe (f)->anyway);
}

RULE (a_full_shift_takes_no_more_but_anyway)
{
  gint64 id;

  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY + 7, FALSE, FALSE));
  id = DONE (stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  PLAN_REFUSED (TAKE_BACK (id), FULL);
  DONE (ANYWAY (id));
}

RULE (nobody_stands_twice_on_a_shift)
{
  gint64 dated, standing;

  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, FALSE, FALSE));
  dated = DONE (stafet_use_unassign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 7, TRUE, FALSE));
  PLAN_REFUSED (TAKE_BACK (dated), TWICE);
  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
  standing = DONE (stafet_use_unassign_standing ("Servering", WHO ("Bent Krag"), TUESDAY + 21));
  done (f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), TUESDAY + 56, NONE, STAFET_PARITY_NONE,
                                       1, FALSE));
  PLAN_REFUSED (TAKE_BACK (standing), TWICE);
}

RULE (an_activity_is_not_turned_upside_down)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "end=2026-11-03T16:00");

  CHANGE (ACTIVITY, "Café", "start=2026-11-03T14:00");
  CORE_REFUSED (TAKE_BACK (id), ORDER);
}

RULE (one_date_is_not_turned_upside_down)
{
  gint64 id = DONE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("end=2026-12-01T16:00"), FALSE));

  DONE (stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("start=2026-12-01T14:00"), FALSE));
  CORE_REFUSED (TAKE_BACK (id), ORDER);
}

RULE (two_rooms_of_a_house_have_two_names)
{
  gint64 id = CHANGE (ROOM, "Værkstedet", "name=Smedjen");

  ADD (ROOM, "name=Værkstedet", "house=Møllestien");
  PLAN_REFUSED (TAKE_BACK (id), STATE);
}

/* ——— What can be undone, and undone again ——— */

RULE (only_edits_that_stand_are_undone)
{
  gint64 id = CHANGE (ACTIVITY, "Café", "price=15 kr.");

  CHANGE (ACTIVITY, "Café", "capacity=40");
  done (f, stafet_edit_undo ());
  PLAN_REFUSED (TAKE_BACK (stafet_plan_get_head (f->plan)), STATE);
  PLAN_REFUSED (TAKE_BACK (stafet_plan_get_head (f->plan) - 1), STATE);
  DONE (TAKE_BACK (id));
  g_assert_true (is_undone (f, id));
  PLAN_REFUSED (TAKE_BACK (id), STATE);
  assert_said (f, "allerede fortrudt");
}

RULE (what_the_system_did_is_not_undone)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  g_autoptr (StafetRecord) area = stafet_record_new (STAFET_KIND_AREA, NULL);

  stafet_record_set_text (area, stafet_record_info_field (STAFET_RECORD_INFO (area), "name"), "Nord", NULL);
  stafet_changeset_insert (changeset, g_steal_pointer (&area));
  g_assert_true (stafet_store_apply (f->store, changeset, stafet_clock_instant (f->clock), NULL));
  PLAN_REFUSED (TAKE_BACK (changeset->id), STATE);
}

RULE (what_is_no_longer_kept_does_not_come_back)
{
  gint64 id = CHANGE (VOLUNTEER, "Lis Bæk", "note=Ringer helst");
  gint64 gone = DONE (stafet_use_remove (STAFET_KIND_VOLUNTEER, "Åse Kjær"));
  g_autofree char *sql = g_strdup_printf (
    "UPDATE change_row SET before = '{''note'': ''\\u001a''}', after = before WHERE log = %" G_GINT64_FORMAT
    ";"
    "UPDATE change_row SET before = NULL WHERE log = %" G_GINT64_FORMAT,
    id, gone);

  g_assert_true (stafet_connection_execute (f->store->connection, sql, NULL));
  STORE_REFUSED (TAKE_BACK (id), CONFLICT);
  assert_said (f, "gemmes ikke længere");
  STORE_REFUSED (TAKE_BACK (gone), CONFLICT);
  assert_said (f, "gemmes ikke længere");
}

RULE (what_a_newer_program_did_is_left_to_it)
{
  gint64 id = CHANGE (VOLUNTEER, "Lis Bæk", "note=Ringer helst");
  g_autofree char *sql =
    g_strdup_printf ("UPDATE change_row SET kind_name = 'baton' WHERE log = %" G_GINT64_FORMAT, id);
  g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
  g_autoptr (StafetPlan) other = NULL;

  g_assert_true (stafet_connection_execute (f->store->connection, sql, NULL));
  STORE_REFUSED (TAKE_BACK (id), CONFLICT);
  STORE_REFUSED (stafet_edit_undo (), CONFLICT);
  /* Others pass over it. */
  other = stafet_plan_new (store, f->clock, NULL);
  DONE (stafet_use_edit (STAFET_KIND_ROOM, "Salen", PAIRS ("tables=40")));
  g_assert_true (
    stafet_connection_execute (f->store->connection, "UPDATE change_row SET kind_name = 'baton'", NULL));
  g_assert_true (stafet_plan_refresh (other, NULL, NULL));
  g_assert_cmpint (stafet_plan_get_head (other), ==, stafet_plan_get_head (f->plan));
}

RULE (what_another_made_is_undone_and_is_no_more_hers_to_undo)
{
  gint64 mine = CHANGE (ACTIVITY, "Café", "capacity=40"), theirs;

  stafet_store_set_author (f->store, "bent@kontoret");
  theirs = CHANGE (ACTIVITY, "Café", "price=15 kr.");
  DONE (TAKE_BACK (mine));
  done (f, stafet_edit_undo ());
  g_assert_false (is_undone (f, mine));
  done (f, stafet_edit_redo ());
  g_assert_true (is_undone (f, mine));
  done (f, stafet_edit_undo ());
  done (f, stafet_edit_undo ());
  g_assert_true (is_undone (f, theirs));
  g_assert_cmpint (cafe (f)->capacity, ==, 40);
  g_assert_cmpstr (cafe (f)->price, ==, "");
}

RULE (the_chain_of_undo_goes_on_around_it)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *back = NULL, *again = NULL;
  gint64 first = CHANGE (ACTIVITY, "Café", "price=15 kr.");

  CHANGE (ACTIVITY, "Café", "capacity=40");
  DONE (TAKE_BACK (first));
  CHANGE (ACTIVITY, "Café", "price=20 kr.");
  after = image_of_plan (f);
  for (int i = 0; i < 4; i++)
    done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (back, ==, before);
  for (int i = 0; i < 4; i++)
    done (f, stafet_edit_redo ());
  again = image_of_plan (f);
  g_assert_cmpstr (again, ==, after);
  g_assert_true (is_undone (f, first));
}

RULE (taking_back_is_taken_back_by_another)
{
  gint64 first = CHANGE (ACTIVITY, "Café", "price=15 kr."), back, again;

  back = DONE (TAKE_BACK (first));
  stafet_store_set_author (f->store, "bent@kontoret");
  again = DONE (TAKE_BACK (back));
  g_assert_cmpstr (cafe (f)->price, ==, "15 kr.");
  g_assert_false (is_undone (f, first));
  g_assert_true (is_undone (f, back));
  done (f, stafet_edit_undo ());
  g_assert_true (is_undone (f, first));
  g_assert_false (is_undone (f, back));
  g_assert_true (is_undone (f, again));
}

RULE (another_machine_follows)
{
  g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
  g_autoptr (StafetPlan) other = stafet_plan_new (store, f->clock, NULL);
  gint64 id = CHANGE (ACTIVITY, "Café", "price=15 kr.");

  DONE (TAKE_BACK (id));
  g_assert_true (stafet_plan_refresh (other, NULL, NULL));
  g_assert_cmpstr (((StafetActivity *) stafet_reference_find (stafet_plan_get_snapshot (other),
                                                              STAFET_KIND_ACTIVITY, "Café", NULL))
                     ->price,
                   ==, "");
}

/* ——— Played ——— */

static const StafetLogRow *
row_of (const StafetLogEntry *entry, const StafetLogRow *like)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      if (row->kind == like->kind && row->uid == like->uid)
        return row;
    }
  return NULL;
}

/* Every key that was written stands as it was before the older change, and belongs to it. */
static void
assert_is_part_of (const StafetLogRow *row, const StafetLogRow *older)
{
  const char *key, *text, *was;
  GVariantIter iter;

  if (older == NULL)
    g_error ("A row that the older change had nothing to do with");
  g_assert_cmpint (row->operation, ==,
                   older->operation == STAFET_CHANGE_INSERT   ? STAFET_CHANGE_DELETE
                   : older->operation == STAFET_CHANGE_DELETE ? STAFET_CHANGE_INSERT
                                                              : STAFET_CHANGE_UPDATE);
  if (row->after == NULL)
    return;
  g_variant_iter_init (&iter, row->after);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &text))
    {
      g_assert_true (g_variant_lookup (older->before, key, "&s", &was));
      g_assert_cmpstr (text, ==, was);
    }
}

/* Every key of the older change says what it did before. */
static void
assert_is_back (Fixture *f, const StafetLogRow *older)
{
  StafetRecord *now = stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), older->kind, older->uid);
  const char *key, *was;
  GVariantIter iter;

  g_assert_true ((now == NULL) == (older->operation == STAFET_CHANGE_INSERT));
  if (now == NULL)
    return;
  g_variant_iter_init (&iter, older->before);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &was))
    {
      g_autofree char *is =
        stafet_record_get_text (now, stafet_record_info_field (STAFET_RECORD_INFO (now), key));

      if (strcmp (key, "position") != 0)
        g_assert_cmpstr (is, ==, was);
    }
}

static void
assert_exact (Fixture *f, gint64 id, const StafetLogEntry *older)
{
  g_autoptr (StafetLogEntry) entry = stafet_store_read_entry (f->store, id, NULL);

  g_assert_cmpint (entry->target, ==, older->id);
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      /* A date's own row is merged within its keys: rules of its own hold it. */
      if (row->kind != STAFET_KIND_EXCEPTION)
        assert_is_part_of (row, row_of (older, row));
    }
  for (guint i = 0; i < older->rows->len; i++)
    if (((StafetLogRow *) g_ptr_array_index (older->rows, i))->kind != STAFET_KIND_EXCEPTION)
      assert_is_back (f, g_ptr_array_index (older->rows, i));
}

static gboolean
take_back_some (Fixture *f)
{
  gint64 id = g_test_rand_int_range (1, (int) stafet_plan_get_head (f->plan) + 1);
  g_autoptr (StafetLogEntry) older = stafet_store_read_entry (f->store, id, NULL);
  g_autofree char *before = image_of_plan (f), *after = NULL, *back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (f->plan, TAKE_BACK (id), &error);

  after = image_of_plan (f);
  assert_sound (f);
  if (outcome == NULL)
    {
      g_assert_cmpuint (strlen (error->message), >, 20);
      g_assert_cmpstr (before, ==, after);
      return FALSE;
    }
  assert_exact (f, outcome->id, older);
  done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (back, ==, before);
  if (g_test_rand_bit ())
    done (f, stafet_edit_redo ());
  return TRUE;
}

RULE (a_random_older_change_goes_back_exactly_or_not_at_all)
{
  g_autofree char *before = image_of_plan (f), *end = NULL;
  gint64 first = stafet_plan_get_head (f->plan);
  guint taken = 0;

  play (f);
  for (int i = 0; i < 120; i++)
    taken += take_back_some (f);
  g_assert_cmpuint (taken, >, 5);
  /* And the chain of undo leads back to where it began. */
  for (;;)
    {
      g_autoptr (StafetLogEntry) next = stafet_store_read_undo (f->store, 0, NULL);

      if (next == NULL || next->id <= first)
        break;
      done (f, stafet_edit_undo ());
    }
  end = image_of_plan (f);
  g_assert_cmpstr (before, ==, end);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  TEST ("/plan/undo-change/keys-left-alone-go-back", keys_that_were_left_alone_go_back);
  TEST ("/plan/undo-change/a-key-changed-again-is-named",
        a_key_that_was_changed_again_is_named_with_who_and_when);
  TEST ("/plan/undo-change/a-key-as-before-is-left-alone", a_key_that_says_what_it_did_before_is_left_alone);
  TEST ("/plan/undo-change/nothing-left-is-said", nothing_left_to_take_back_is_said);
  TEST ("/plan/undo-change/a-date-is-merged-key-by-key", what_a_date_has_of_its_own_is_merged_key_by_key);
  TEST ("/plan/undo-change/a-cancellation-goes-alone", a_cancellation_goes_while_the_date_keeps_the_rest);
  TEST ("/plan/undo-change/what-was-made-goes-unless-depended-on",
        what_was_made_goes_unless_something_depends_on_it);
  TEST ("/plan/undo-change/what-was-made-and-changed-stays", what_was_made_and_changed_again_stays);
  TEST ("/plan/undo-change/what-was-removed-comes-back",
        what_was_removed_comes_back_unless_what_it_belonged_to_is_gone);
  TEST ("/plan/undo-change/what-was-changed-and-is-gone-is-named", what_was_changed_and_is_gone_is_named);
  TEST ("/plan/undo-change/a-list-goes-back", a_list_goes_back_whatever_stands_around_it);
  TEST ("/plan/undo-change/nobody-is-booked-twice-but-anyway", nobody_is_booked_twice_but_anyway);
  TEST ("/plan/undo-change/a-room-is-not-taken-twice-but-anyway", a_room_is_not_taken_twice_but_anyway);
  TEST ("/plan/undo-change/a-full-shift-takes-no-more-but-anyway", a_full_shift_takes_no_more_but_anyway);
  TEST ("/plan/undo-change/nobody-stands-twice-on-a-shift", nobody_stands_twice_on_a_shift);
  TEST ("/plan/undo-change/an-activity-is-not-turned-upside-down", an_activity_is_not_turned_upside_down);
  TEST ("/plan/undo-change/one-date-is-not-turned-upside-down", one_date_is_not_turned_upside_down);
  TEST ("/plan/undo-change/two-rooms-have-two-names", two_rooms_of_a_house_have_two_names);
  TEST ("/plan/undo-change/only-edits-that-stand", only_edits_that_stand_are_undone);
  TEST ("/plan/undo-change/not-what-the-system-did", what_the_system_did_is_not_undone);
  TEST ("/plan/undo-change/not-what-is-no-longer-kept", what_is_no_longer_kept_does_not_come_back);
  TEST ("/plan/undo-change/not-what-a-newer-program-did", what_a_newer_program_did_is_left_to_it);
  TEST ("/plan/undo-change/anothers-is-no-more-hers-to-undo",
        what_another_made_is_undone_and_is_no_more_hers_to_undo);
  TEST ("/plan/undo-change/the-chain-of-undo-goes-on", the_chain_of_undo_goes_on_around_it);
  TEST ("/plan/undo-change/is-taken-back-by-another", taking_back_is_taken_back_by_another);
  TEST ("/plan/undo-change/another-machine-follows", another_machine_follows);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/undo-change/exactly-or-not-at-all/%d", i);

      TEST (path, a_random_older_change_goes_back_exactly_or_not_at_all);
    }
  return g_test_run ();
}
