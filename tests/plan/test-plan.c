/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the plan and its store together: edits, undo, redo, other machines, conflicts, strict opening.
 */
#include "plan/stafet-item.h"
#include "plan/stafet-references.h"
#include "plan/stafet-use-cases.h"
#include "store/stafet-queries.h"
#include "store/stafet-schema.h"

#include "core/stafet-error.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path;
  StafetStore *store;
  StafetClock *clock;
  StafetPlan *plan;
} Fixture;

#define TUESDAY (stafet_date_new (2026, 11, 24))

static StafetPlan *
open_plan (Fixture *f, StafetStore **store)
{
  g_autoptr (GError) error = NULL;
  StafetPlan *plan;

  *store = stafet_store_open (f->path, &error);
  g_assert_no_error (error);
  plan = stafet_plan_new (*store, f->clock, &error);
  g_assert_no_error (error);
  return plan;
}

static StafetOutcome *
edit (StafetPlan *plan, StafetEdit *edit_)
{
  g_autoptr (GError) error = NULL;
  StafetOutcome *outcome = stafet_plan_edit (plan, edit_, &error);

  g_assert_no_error (error);
  return outcome;
}

static void
done (StafetPlan *plan, StafetEdit *edit_)
{
  g_autoptr (StafetOutcome) outcome = edit (plan, edit_);

  g_assert_cmpint (outcome->id, >, 0);
}

static void
refused (StafetPlan *plan, StafetEdit *edit_, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  StafetOutcome *outcome = stafet_plan_edit (plan, edit_, &error);

  g_assert_null (outcome);
  g_assert_error (error, domain, code);
}

#define ADD(kind, ...) done (f->plan, stafet_use_add (kind, (const char *const[]){ __VA_ARGS__, NULL }))

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetStore) made = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "stafet.db", NULL);
  f->clock = stafet_clock_new_fixed (zone, stafet_wall_new (TUESDAY, 480));
  made = stafet_store_create (f->path, NULL, 0, &error);
  g_assert_no_error (error);
  g_clear_object (&made);
  f->plan = open_plan (f, &f->store);
  ADD (STAFET_KIND_HOUSE, "name=Møllestien", "kind=community");
  ADD (STAFET_KIND_ACTIVITY, "title=Café", "house=møllestien", "start=2026-11-03T10:00",
       "end=2026-11-03T14:00", "rule=FREQ=WEEKLY;BYDAY=TU;COUNT=60");
  ADD (STAFET_KIND_SHIFT, "role=Servering", "wanted=2", "activity=Café");
  ADD (STAFET_KIND_VOLUNTEER, "name=Åse Kjær", "phones=13 58 31 42,1340 2218", "skills=café,krolf",
       "available=tue 09:00-15:00 preferred");
  ADD (STAFET_KIND_VOLUNTEER, "name=Bent Krag");
  ADD (STAFET_KIND_VOLUNTEER, "name=Lis Bæk");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GDir *dir;
  const char *name;

  (void) data;
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static StafetStaffing
staffing (StafetPlan *plan, StafetDate date, StafetAgenda **agenda)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *cafe = stafet_reference_find (snapshot, STAFET_KIND_ACTIVITY, "café", NULL);

  *agenda = stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, cafe->uid, date);
  g_assert_nonnull (*agenda);
  return ((StafetEntry *) g_ptr_array_index ((*agenda)->entries, 0))->shifts[0];
}

static void
assert_missing (StafetPlan *plan, StafetDate date, int permanent, int temporary)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  StafetStaffing s = staffing (plan, date, &agenda);

  g_assert_cmpint (s.permanent, ==, permanent);
  g_assert_cmpint (s.temporary, ==, temporary);
}

static void
what_was_saved_is_read_back (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) other = open_plan (f, &store);

  (void) data;
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *ours = stafet_snapshot_all (stafet_plan_get_snapshot (f->plan), (StafetKind) kind);
      const GPtrArray *theirs = stafet_snapshot_all (stafet_plan_get_snapshot (other), (StafetKind) kind);

      g_assert_cmpuint (ours->len, ==, theirs->len);
      for (guint i = 0; i < ours->len; i++)
        {
          StafetRecord *a = g_ptr_array_index (ours, i), *b = g_ptr_array_index (theirs, i);
          g_autoptr (GVariant) differences = stafet_record_image (a, b);

          g_assert_cmpuint (g_variant_n_children (differences), ==, 0);
          g_assert_cmpint (a->version, ==, b->version);
          g_assert_cmpint (a->booking_version, ==, b->booking_version);
        }
    }
}

static void
names_are_found_by_folding_and_phone (Fixture *f, gconstpointer data)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (f->plan);
  gpointer aase = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, "aase kjaer", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_nonnull (aase);
  g_assert_true (stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, "+45 13583142", NULL) == aase);
  g_assert_nonnull (stafet_reference_find (snapshot, STAFET_KIND_SHIFT, "Café/servering", NULL));
  g_assert_null (stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, "Åse", &error));
  g_assert_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN);
}

static void
assert_skills (Fixture *f, const char *expected)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (f->plan);
  StafetRecord *lis = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, "Lis Bæk", NULL);
  const GPtrArray *skills = stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, lis->uid);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < skills->len; i++)
    g_string_append_printf (got, "%s%s", i > 0 ? "," : "",
                            ((StafetSkill *) g_ptr_array_index (skills, i))->skill);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
lists_stand_as_they_were_written (Fixture *f, gconstpointer data)
{
  static const char *const lists[] = { "krolf,café,sang,banko", "banko,sang,krolf", "krolf,banko", "" };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *pair = g_strconcat ("skills=", lists[i], NULL);

      done (f->plan, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", (const char *const[]){ pair, NULL }));
      assert_skills (f, lists[i]);
    }
  done (f->plan, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk",
                                  (const char *const[]){ "skills=sang, café,sang", NULL }));
  assert_skills (f, "sang,café");
  done (f->plan, stafet_edit_undo ());
  done (f->plan, stafet_edit_undo ());
  assert_skills (f, "krolf,banko");
}

static void
standing_regret_and_stand_in (Fixture *f, gconstpointer data)
{
  StafetWho aase = { .volunteer = "Åse Kjær" }, bent = { .volunteer = "Bent Krag" },
            lis = { .volunteer = "Lis Bæk" };

  (void) data;
  done (f->plan, stafet_use_assign_standing ("Servering", &aase, STAFET_DATE_NONE, STAFET_DATE_NONE,
                                             STAFET_PARITY_NONE, 1, FALSE));
  done (f->plan, stafet_use_assign_standing ("Servering", &bent, STAFET_DATE_NONE, STAFET_DATE_NONE,
                                             STAFET_PARITY_NONE, 1, FALSE));
  assert_missing (f->plan, TUESDAY, 0, 0);
  refused (f->plan, stafet_use_assign ("Servering", &bent, TUESDAY, FALSE, FALSE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_TWICE);
  refused (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, FALSE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_FULL);
  done (f->plan, stafet_use_regret ("Servering", &bent, TUESDAY, TRUE));
  assert_missing (f->plan, TUESDAY, 0, 1);
  done (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, TRUE, FALSE));
  assert_missing (f->plan, TUESDAY, 0, 1);
  done (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, FALSE));
  assert_missing (f->plan, TUESDAY, 0, 0);
  refused (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY + 1, FALSE, FALSE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_NO_DATE);
}

static void
overlap_of_a_person_is_refused_unless_anyway (Fixture *f, gconstpointer data)
{
  StafetWho lis = { .volunteer = "Lis Bæk" };

  (void) data;
  ADD (STAFET_KIND_SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-11-24T13:00",
       "end=2026-11-24T15:00");
  done (f->plan, stafet_use_assign ("Køkken", &lis, TUESDAY, FALSE, FALSE));
  refused (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, FALSE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_CLASH);
  done (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, TRUE));
}

static void
ending_a_standing_place_keeps_the_past (Fixture *f, gconstpointer data)
{
  StafetWho aase = { .volunteer = "Åse Kjær" }, lis = { .volunteer = "Lis Bæk" };

  (void) data;
  done (f->plan, stafet_use_assign_standing ("Servering", &aase, STAFET_DATE_NONE, STAFET_DATE_NONE,
                                             STAFET_PARITY_NONE, 1, FALSE));
  done (f->plan, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, FALSE));
  refused (f->plan, stafet_use_unassign ("Servering", &aase, TUESDAY), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_STATE);
  done (f->plan, stafet_use_unassign ("Servering", &lis, TUESDAY));
  assert_missing (f->plan, TUESDAY, 1, 0);
  done (f->plan, stafet_use_unassign_standing ("Servering", &aase, STAFET_DATE_NONE));
  assert_missing (f->plan, TUESDAY - 7, 1, 0);
  assert_missing (f->plan, TUESDAY, 2, 0);
  refused (f->plan, stafet_use_unassign_standing ("Servering", &aase, STAFET_DATE_NONE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_STATE);
}

static void
who_came_is_kept_when_the_plan_changes (Fixture *f, gconstpointer data)
{
  StafetWho aase = { .volunteer = "Åse Kjær" }, bent = { .volunteer = "Bent Krag" },
            lis = { .volunteer = "Lis Bæk" };

  (void) data;
  done (f->plan, stafet_use_assign_standing ("Servering", &aase, STAFET_DATE_NONE, STAFET_DATE_NONE,
                                             STAFET_PARITY_NONE, 1, FALSE));
  done (f->plan, stafet_use_assign_standing ("Servering", &bent, STAFET_DATE_NONE, STAFET_DATE_NONE,
                                             STAFET_PARITY_NONE, 1, FALSE));
  done (f->plan, stafet_use_attend ("Servering", &bent, TUESDAY, FALSE, 0));
  done (f->plan, stafet_use_attend ("Servering", &lis, TUESDAY, TRUE, 90));
  done (f->plan, stafet_use_attend_as_planned ("Servering", TUESDAY));
  assert_missing (f->plan, TUESDAY, 0, 0);
  done (f->plan, stafet_use_attend ("Servering", &lis, TUESDAY, FALSE, 0));
  assert_missing (f->plan, TUESDAY, 0, 1);
  done (f->plan, stafet_use_unassign_standing ("Servering", &aase, TUESDAY - 1));
  assert_missing (f->plan, TUESDAY, 1, 0);
  refused (f->plan, stafet_use_attend_as_planned ("Servering", TUESDAY + 7), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_STATE);
}

static StafetStatus
status_on (StafetPlan *plan, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  staffing (plan, date, &agenda);
  return ((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->status;
}

static void
cancelled_dates_come_back (Fixture *f, gconstpointer data)
{
  (void) data;
  done (f->plan, stafet_use_cancel ("Café", TUESDAY, TUESDAY + 13, "Rørskade"));
  g_assert_cmpint (status_on (f->plan, TUESDAY), ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (f->plan, TUESDAY + 7), ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (f->plan, TUESDAY + 14), ==, STAFET_STATUS_PLANNED);
  done (f->plan, stafet_use_restore_date ("Café", TUESDAY));
  g_assert_cmpint (status_on (f->plan, TUESDAY), ==, STAFET_STATUS_PLANNED);
  ADD (STAFET_KIND_CLOSURE, "from=2026-11-24", "to=2026-11-24", "text=Personaledag", "house=Møllestien");
  g_assert_cmpint (status_on (f->plan, TUESDAY), ==, STAFET_STATUS_CANCELLED);
  done (f->plan, stafet_use_restore_date ("Café", TUESDAY));
  g_assert_cmpint (status_on (f->plan, TUESDAY), ==, STAFET_STATUS_PLANNED);
  refused (f->plan, stafet_use_cancel ("Café", TUESDAY + 1, TUESDAY + 1, "x"), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_NO_DATE);
}

static void
undo_and_redo_walk_back_and_forth (Fixture *f, gconstpointer data)
{
  StafetWho aase = { .volunteer = "Åse Kjær" };

  (void) data;
  done (f->plan, stafet_use_assign ("Servering", &aase, TUESDAY, FALSE, FALSE));
  done (f->plan, stafet_use_regret ("Servering", &aase, TUESDAY, FALSE));
  assert_missing (f->plan, TUESDAY, 2, 0);
  done (f->plan, stafet_edit_undo ());
  assert_missing (f->plan, TUESDAY, 1, 0);
  done (f->plan, stafet_edit_undo ());
  assert_missing (f->plan, TUESDAY, 2, 0);
  done (f->plan, stafet_edit_redo ());
  assert_missing (f->plan, TUESDAY, 1, 0);
  done (f->plan,
        stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", (const char *const[]){ "note=Har nøgle", NULL }));
  refused (f->plan, stafet_edit_redo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
}

static void
undoing_everything_empties_the_store (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StafetOutcome *outcome;

  (void) data;
  while ((outcome = stafet_plan_edit (f->plan, stafet_edit_undo (), &error)) != NULL)
    stafet_outcome_free (outcome);
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING);
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    g_assert_cmpuint (stafet_snapshot_all (stafet_plan_get_snapshot (f->plan), (StafetKind) kind)->len, ==,
                      0);
}

static void
another_machine_is_noticed_and_never_overwritten (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) other = open_plan (f, &store);
  StafetWho lis = { .volunteer = "Lis Bæk" };
  gboolean changed;

  (void) data;
  ADD (STAFET_KIND_SHIFT, "role=Køkken", "wanted=1", "house=Møllestien", "start=2026-11-24T13:00",
       "end=2026-11-24T15:00");
  done (f->plan, stafet_use_assign ("Køkken", &lis, TUESDAY, FALSE, FALSE));
  /* The other has not looked since: its own edit makes it look. */
  refused (other, stafet_use_assign ("Servering", &lis, TUESDAY, FALSE, FALSE), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_CLASH);
  done (other,
        stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", (const char *const[]){ "town=Aarhus C", NULL }));
  g_assert_true (stafet_plan_refresh (f->plan, &changed, NULL));
  g_assert_true (changed);
  g_assert_cmpstr (((StafetVolunteer *) stafet_reference_find (stafet_plan_get_snapshot (f->plan),
                                                               STAFET_KIND_VOLUNTEER, "Lis Bæk", NULL))
                     ->town,
                   ==, "Aarhus C");
}

static void
stale_row_is_a_conflict (Fixture *f, gconstpointer data)
{
  StafetRecord *lis =
    stafet_reference_find (stafet_plan_get_snapshot (f->plan), STAFET_KIND_VOLUNTEER, "Lis Bæk", NULL);
  g_autoptr (StafetRecord) stale = stafet_record_copy (lis);
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (GError) error = NULL;

  (void) data;
  done (f->plan,
        stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", (const char *const[]){ "town=Viby", NULL }));
  stafet_changeset_update (changeset, stale, stafet_record_copy (stale));
  g_assert_false (stafet_store_apply (f->store, changeset, 0, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
}

static void
live_list_keeps_its_items (Fixture *f, gconstpointer data)
{
  GListModel *list = stafet_plan_get_list (f->plan, STAFET_KIND_VOLUNTEER);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (StafetItem) first = g_list_model_get_item (list, 0), still = NULL;
  g_autofree char *name = g_strdup (((StafetVolunteer *) stafet_item_get_record (first))->name);

  (void) data;
  done (f->plan, stafet_use_edit (STAFET_KIND_VOLUNTEER, name, (const char *const[]){ "town=Viby J", NULL }));
  still = g_list_model_get_item (list, 0);
  g_assert_true (still == first);
  g_assert_cmpstr (((StafetVolunteer *) stafet_item_get_record (first))->town, ==, "Viby J");
  ADD (STAFET_KIND_VOLUNTEER, "name=Poul Dam");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n + 1);
  done (f->plan, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Poul Dam"));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
assert_in_order (Fixture *f, StafetKind kind)
{
  const GPtrArray *all = stafet_snapshot_all (stafet_plan_get_snapshot (f->plan), kind);

  for (guint i = 1; i < all->len; i++)
    g_assert_cmpstr (((StafetRecord *) all->pdata[i - 1])->uid, <, ((StafetRecord *) all->pdata[i])->uid);
}

/* A long list that is taken in, and taken back. */
static void
many_changes_are_told_to_a_list_as_one (Fixture *f, gconstpointer data)
{
  GListModel *list = stafet_plan_get_list (f->plan, STAFET_KIND_VOLUNTEER);
  guint n = g_list_model_get_n_items (list), told = 0;
  g_autoptr (StafetItem) first = g_list_model_get_item (list, 0), still = NULL;
  GPtrArray *edits = g_ptr_array_new ();

  (void) data;
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *pair = g_strdup_printf ("name=Frivillig %d", i);

      g_ptr_array_add (edits, stafet_use_add (STAFET_KIND_VOLUNTEER, (const char *const[]){ pair, NULL }));
    }
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_cb), &told);
  done (f->plan, stafet_use_several ("Mange", edits));
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n + 200);
  assert_in_order (f, STAFET_KIND_VOLUNTEER);
  done (f->plan, stafet_edit_undo ());
  g_assert_cmpuint (told, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
  assert_in_order (f, STAFET_KIND_VOLUNTEER);
  still = g_list_model_get_item (list, 0);
  g_assert_true (still == first);
  ADD (STAFET_KIND_VOLUNTEER, "name=Poul Dam");
  assert_in_order (f, STAFET_KIND_VOLUNTEER);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit_finish (STAFET_PLAN (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  ++*(int *) data;
}

static void
queued_edits_follow_one_another (Fixture *f, gconstpointer data)
{
  int n = 0;

  (void) data;
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *pair = g_strdup_printf ("note=udgave %d", i);

      stafet_plan_edit_async (
        f->plan, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", (const char *const[]){ pair, NULL }),
        NULL, edited_cb, &n);
    }
  while (n < 20)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (((StafetVolunteer *) stafet_reference_find (stafet_plan_get_snapshot (f->plan),
                                                               STAFET_KIND_VOLUNTEER, "Lis Bæk", NULL))
                     ->note,
                   ==, "udgave 19");
}

static const char *
note_of (StafetPlan *plan, const char *name)
{
  return ((StafetVolunteer *) stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_VOLUNTEER,
                                                     name, NULL))
    ->note;
}

static StafetEdit *
set_note (const char *name, const char *pair)
{
  return stafet_use_edit (STAFET_KIND_VOLUNTEER, name, (const char *const[]){ pair, NULL });
}

static void
edit_in_worker (Fixture *f, StafetEdit *edit_)
{
  int n = 0;

  stafet_plan_edit_async (f->plan, edit_, NULL, edited_cb, &n);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
what_another_writes_after_a_worker_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) other = open_plan (f, &store);
  int n = 0;

  (void) data;
  stafet_plan_edit_async (f->plan, set_note ("Lis Bæk", "note=mit"), NULL, edited_cb, &n);
  while (strcmp (note_of (other, "Lis Bæk"), "mit") != 0)
    g_assert_true (stafet_plan_refresh (other, NULL, NULL));
  done (other, set_note ("Lis Bæk", "note=deres"));
  /* The answer of the worker has not come. */
  g_assert_true (stafet_plan_refresh (f->plan, NULL, NULL));
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (stafet_plan_refresh (f->plan, NULL, NULL));
  g_assert_cmpstr (note_of (f->plan, "Lis Bæk"), ==, "deres");
  edit_in_worker (f, set_note ("Lis Bæk", "note=mit igen"));
  g_assert_cmpstr (note_of (f->plan, "Lis Bæk"), ==, "mit igen");
}

static void
edit_once_cb (StafetPlan *plan, gpointer changeset, int *n)
{
  (void) changeset;
  if (*n < 0)
    return;
  *n = -1;
  stafet_plan_edit_async (plan, set_note ("Bent Krag", "note=fulgte efter"), NULL, edited_cb, n);
}

/* Whoever is told of a change, or of the end of an edit, may have an edit of its own. */
static void
an_edit_may_follow_from_another (Fixture *f, gconstpointer data)
{
  int follows = 0, n = 0;

  (void) data;
  g_signal_connect (f->plan, "changed", G_CALLBACK (edit_once_cb), &follows);
  for (int i = 0; i < 3; i++)
    stafet_plan_edit_async (f->plan, set_note ("Lis Bæk", i % 2 == 0 ? "note=lige" : "note=ulige"), NULL,
                            edited_cb, &n);
  while (n < 3 || follows < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (note_of (f->plan, "Lis Bæk"), ==, "lige");
  g_assert_cmpstr (note_of (f->plan, "Bent Krag"), ==, "fulgte efter");
}

/* Another machine writes while ours evaluates: so that is done once more, on what is so then. */
static gboolean
interrupted_func (StafetPlan *plan, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetEdit) own = set_note ("Bent Krag", "note=mit");
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  StafetSnapshot *before = stafet_plan_get_snapshot (plan);

  if (strcmp (note_of (arguments, "Lis Bæk"), "deres") != 0)
    done (arguments, set_note ("Lis Bæk", "note=deres"));
  else
    g_assert_cmpstr (note_of (plan, "Lis Bæk"), ==, "deres");
  g_assert_true (before == stafet_plan_get_snapshot (plan));
  return stafet_plan_try (scratch, own, changeset, NULL, error);
}

static void
what_another_writes_before_a_worker_is_read (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) other = open_plan (f, &store);

  (void) data;
  edit_in_worker (f, stafet_edit_new (STAFET_CHANGESET_EDIT, interrupted_func, other, NULL));
  g_assert_true (stafet_plan_refresh (f->plan, NULL, NULL));
  g_assert_cmpstr (note_of (f->plan, "Bent Krag"), ==, "mit");
  g_assert_cmpstr (note_of (f->plan, "Lis Bæk"), ==, "deres");
}

static void
the_zone_stays_while_its_name_does (Fixture *f, gconstpointer data)
{
  StafetZone *zone = stafet_clock_get_zone (f->clock);

  (void) data;
  done (f->plan, set_note ("Lis Bæk", "note=x"));
  g_assert_true (stafet_clock_get_zone (f->clock) == zone);
}

static void
bad_input_changes_nothing (Fixture *f, gconstpointer data)
{
  static const struct
  {
    StafetKind kind;
    const char *pairs[6];
    int code;
  } bad[] = {
    { STAFET_KIND_VOLUNTEER, { "name=Ole", "note=cpr 010190-1234" }, STAFET_CORE_ERROR_CPR },
    { STAFET_KIND_VOLUNTEER, { "name=Ole", "shoe=42" }, STAFET_CORE_ERROR_KEY },
    { STAFET_KIND_VOLUNTEER, { "town=Viby" }, STAFET_CORE_ERROR_REQUIRED },
    { STAFET_KIND_ACTIVITY,
      { "title=X", "house=Møllestien", "start=2026-11-24T12:00", "end=2026-11-24T10:00" },
      STAFET_CORE_ERROR_ORDER },
    { STAFET_KIND_ACTIVITY,
      { "title=X", "house=Møllestien", "start=2026-03-29T02:30", "end=2026-03-29T05:00" },
      STAFET_CORE_ERROR_GAP },
    { STAFET_KIND_ACTIVITY,
      { "title=X", "house=Møllestien", "start=2026-02-30T10:00" },
      STAFET_CORE_ERROR_DATE },
    { STAFET_KIND_ACTIVITY,
      { "title=X", "house=Møllestien", "start=2026-11-24T10:00", "end=2026-11-24T11:00",
        "rule=FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" },
      STAFET_CORE_ERROR_RULE },
    { STAFET_KIND_SHIFT, { "role=X", "activity=Café", "wanted=3", "max=2" }, STAFET_CORE_ERROR_VALUE },
  };
  gint64 head = stafet_plan_get_head (f->plan);
  StafetWho guest = { .guest = "Bo 010190-1234" };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    refused (f->plan, stafet_use_add (bad[i].kind, bad[i].pairs), STAFET_CORE_ERROR, bad[i].code);
  refused (f->plan, stafet_use_cancel ("Café", TUESDAY, TUESDAY, "Se 010190-1234"), STAFET_CORE_ERROR,
           STAFET_CORE_ERROR_CPR);
  refused (f->plan, stafet_use_assign ("Servering", &guest, TUESDAY, FALSE, FALSE), STAFET_CORE_ERROR,
           STAFET_CORE_ERROR_CPR);
  refused (f->plan, stafet_use_attend ("Servering", &guest, TUESDAY, TRUE, 0), STAFET_CORE_ERROR,
           STAFET_CORE_ERROR_CPR);
  refused (f->plan, stafet_use_remove (STAFET_KIND_HOUSE, "Møllestien"), STAFET_PLAN_ERROR,
           STAFET_PLAN_ERROR_DEPENDENCY);
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
}

/* ——— The store alone ——— */

static void
assert_refused (const char *path, const char *bytes, gssize length, StafetStoreError code)
{
  g_autoptr (GError) error = NULL;

  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_null (stafet_store_open (path, &error));
  g_assert_error (error, STAFET_STORE_ERROR, (int) code);
}

static void
opening_is_strict (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "other.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  (void) data;
  assert_refused (path, NULL, 0, STAFET_STORE_ERROR_MISSING);
  assert_refused (path, "Kære dagbog, i dag var der krolf og kage.", -1, STAFET_STORE_ERROR_UNREADABLE);
  g_assert_true (stafet_store_backup (f->store, path, NULL));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[68] ^= 1; /* the application id */
  assert_refused (path, bytes, (gssize) length, STAFET_STORE_ERROR_FOREIGN);
  bytes[68] ^= 1;
  assert_refused (path, bytes, (gssize) length / 3, STAFET_STORE_ERROR_UNREADABLE);
}

static void
backup_comes_back (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.db", NULL);
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  stafet_store_backup (f->store, path, &error);
  g_assert_no_error (error);
  ADD (STAFET_KIND_VOLUNTEER, "name=Ebbe Lind");
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  stafet_store_restore (f->path, path, &error);
  g_assert_no_error (error);
  plan = open_plan (f, &store);
  g_assert_nonnull (
    stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_VOLUNTEER, "Lis Bæk", NULL));
  g_assert_null (
    stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_VOLUNTEER, "Ebbe Lind", NULL));
}

static void
open_plan_notices_a_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.db", NULL);
  GListModel *list = stafet_plan_get_list (f->plan, STAFET_KIND_VOLUNTEER);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  (void) data;
  g_assert_true (stafet_store_backup (f->store, path, &error));
  ADD (STAFET_KIND_VOLUNTEER, "name=Ebbe Lind");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n + 1);
  g_assert_true (stafet_store_restore (f->path, path, &error));
  g_assert_true (stafet_plan_refresh (f->plan, &changed, &error));
  g_assert_true (changed);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
  g_assert_null (
    stafet_reference_find (stafet_plan_get_snapshot (f->plan), STAFET_KIND_VOLUNTEER, "Ebbe Lind", NULL));
  ADD (STAFET_KIND_VOLUNTEER, "name=Poul Dam");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/what-was-saved-is-read-back", what_was_saved_is_read_back);
  TEST ("/plan/references/names-are-found-by-folding-and-phone", names_are_found_by_folding_and_phone);
  TEST ("/plan/lists-stand-as-they-were-written", lists_stand_as_they_were_written);
  TEST ("/plan/people/standing-regret-and-stand-in", standing_regret_and_stand_in);
  TEST ("/plan/people/overlap-is-refused-unless-anyway", overlap_of_a_person_is_refused_unless_anyway);
  TEST ("/plan/people/ending-a-standing-place-keeps-the-past", ending_a_standing_place_keeps_the_past);
  TEST ("/plan/people/who-came-is-kept-when-the-plan-changes", who_came_is_kept_when_the_plan_changes);
  TEST ("/plan/dates/cancelled-dates-come-back", cancelled_dates_come_back);
  TEST ("/plan/undo/walks-back-and-forth", undo_and_redo_walk_back_and_forth);
  TEST ("/plan/undo/undoing-everything-empties-the-store", undoing_everything_empties_the_store);
  TEST ("/plan/others/another-machine-is-noticed-and-never-overwritten",
        another_machine_is_noticed_and_never_overwritten);
  TEST ("/plan/others/stale-row-is-a-conflict", stale_row_is_a_conflict);
  TEST ("/plan/list/keeps-its-items", live_list_keeps_its_items);
  TEST ("/plan/list/many-changes-are-told-as-one", many_changes_are_told_to_a_list_as_one);
  TEST ("/plan/queue/edits-follow-one-another", queued_edits_follow_one_another);
  TEST ("/plan/others/what-another-writes-after-a-worker-stays", what_another_writes_after_a_worker_stays);
  TEST ("/plan/others/what-another-writes-before-a-worker-is-read",
        what_another_writes_before_a_worker_is_read);
  TEST ("/plan/queue/an-edit-may-follow-from-another", an_edit_may_follow_from_another);
  TEST ("/plan/the-zone-stays-while-its-name-does", the_zone_stays_while_its_name_does);
  TEST ("/plan/bad-input-changes-nothing", bad_input_changes_nothing);
  TEST ("/store/opening-is-strict", opening_is_strict);
  TEST ("/store/backup-comes-back", backup_comes_back);
  TEST ("/plan/others/open-plan-notices-a-restore", open_plan_notices_a_restore);
  return g_test_run ();
}
