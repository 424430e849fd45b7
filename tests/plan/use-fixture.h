/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small house in a store of its own, on Tuesday 24 November 2026 at 8: what the tests of the use cases
 * begin with.
 */
#pragma once

#include "core/stafet-error.h"
#include "plan/stafet-check.h"
#include "plan/stafet-references.h"
#include "plan/stafet-use-cases.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path;
  StafetStore *store;
  StafetClock *clock;
  StafetPlan *plan;
  GPtrArray *warnings; /* of the newest edit */
  StafetUid created;   /* by the newest edit */
  char *message;       /* of the newest refusal */
} Fixture;

#define TUESDAY (stafet_date_new (2026, 11, 24))
#define NONE STAFET_DATE_NONE
#define PAIRS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define WHO(name) (&(StafetWho){ .volunteer = (name) })

/* Returns the id of the change, 0 when there was nothing to change. */
static inline gint64
edit (Fixture *f, StafetEdit *edit_)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (f->plan, edit_, &error);

  g_assert_no_error (error);
  g_clear_pointer (&f->warnings, g_ptr_array_unref);
  f->warnings = g_ptr_array_ref (outcome->warnings);
  f->created = outcome->created;
  if (outcome->id > 0)
    g_assert_cmpstr (outcome->label, !=, "");
  return outcome->id;
}

static inline void
done (Fixture *f, StafetEdit *edit_)
{
  g_assert_cmpint (edit (f, edit_), >, 0);
}

static inline void
unchanged (Fixture *f, StafetEdit *edit_)
{
  g_assert_cmpint (edit (f, edit_), ==, 0);
}

static inline void
refused (Fixture *f, StafetEdit *edit_, GQuark domain, int code)
{
  gint64 head = stafet_plan_get_head (f->plan);
  g_autoptr (GError) error = NULL;
  StafetOutcome *outcome = stafet_plan_edit (f->plan, edit_, &error);

  g_assert_null (outcome);
  g_assert_error (error, domain, code);
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
  g_free (f->message);
  f->message = g_strdup (error->message);
}

#define PLAN_REFUSED(edit_, code) refused (f, edit_, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_##code)
#define CORE_REFUSED(edit_, code) refused (f, edit_, STAFET_CORE_ERROR, STAFET_CORE_ERROR_##code)
#define ADD(kind, ...) done (f, stafet_use_add (STAFET_KIND_##kind, PAIRS (__VA_ARGS__)))
#define EDIT(kind, reference, ...)                                                                           \
  done (f, stafet_use_edit (STAFET_KIND_##kind, reference, PAIRS (__VA_ARGS__)))
#define FIND(kind, reference) (find (f, STAFET_KIND_##kind, reference))

static inline gpointer
find (Fixture *f, StafetKind kind, const char *reference)
{
  g_autoptr (GError) error = NULL;
  gpointer record = stafet_reference_find (stafet_plan_get_snapshot (f->plan), kind, reference, &error);

  g_assert_no_error (error);
  return record;
}

static inline const GPtrArray *
all (Fixture *f, StafetKind kind)
{
  return stafet_snapshot_all (stafet_plan_get_snapshot (f->plan), kind);
}

/* The series' entry on an original date; NULL when it has no such date. (transfer full) */
static inline StafetAgenda *
agenda_on (Fixture *f, StafetRecord *series, StafetDate date)
{
  return stafet_agenda_new_occurrence (stafet_plan_get_snapshot (f->plan), STAFET_RECORD_KIND (series),
                                       series->uid, date);
}

#define ENTRY(agenda) ((StafetEntry *) g_ptr_array_index ((agenda)->entries, 0))

static inline StafetStatus
status_on (Fixture *f, StafetRecord *series, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, series, date);

  g_assert_nonnull (agenda);
  return ENTRY (agenda)->status;
}

static inline gboolean
has_date (Fixture *f, StafetRecord *series, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, series, date);

  return agenda != NULL;
}

/* "Bent Krag promised 1, Lis Bæk away 1" for the first shift of a series. (transfer full) */
static inline char *
staffed (Fixture *f, StafetRecord *series, StafetDate date)
{
  static const char *const states[] = { "standing", "promised", "asked", "if needed", "away" };
  g_autoptr (StafetAgenda) agenda = agenda_on (f, series, date);
  GString *text = g_string_new (NULL);
  const StafetStaffing *staffing;

  g_assert_nonnull (agenda);
  staffing = &ENTRY (agenda)->shifts[0];
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    g_string_append_printf (text, "%s%s %s %d", i > 0 ? ", " : "",
                            stafet_place_get_name (&staffing->places[i]), states[staffing->places[i].state],
                            staffing->places[i].count);
  return g_string_free (text, FALSE);
}

static inline void
assert_staffed (Fixture *f, const char *series, StafetDate date, const char *expected)
{
  g_autoptr (GError) error = NULL;
  StafetRecord *record = stafet_reference_find_series (stafet_plan_get_snapshot (f->plan), series, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = staffed (f, record, date);
  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_sound (Fixture *f)
{
  g_autoptr (GPtrArray) faults = stafet_plan_check (f->plan);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Every record of the plan as text, in order. (transfer full) */
static inline char *
image_of_plan (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    for (guint i = 0; i < all (f, (StafetKind) kind)->len; i++)
      {
        StafetRecord *record = g_ptr_array_index (all (f, (StafetKind) kind), i);
        g_autoptr (GVariant) image = stafet_record_image (record, NULL);
        g_autofree char *written = stafet_image_write (image);

        g_string_append_printf (text, "%s %s %s\n", stafet_kind_get_name ((StafetKind) kind), record->uid,
                                written);
      }
  return g_string_free (text, FALSE);
}

/* Takes back the newest change and does it once more: nothing but what it did may differ. */
static inline void
assert_undoes_to (Fixture *f, const char *before)
{
  g_autofree char *after = image_of_plan (f);
  g_autofree char *back = NULL, *again = NULL;

  done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (back, ==, before);
  done (f, stafet_edit_redo ());
  again = image_of_plan (f);
  g_assert_cmpstr (again, ==, after);
  assert_sound (f);
}

#define UNDOABLE(edit_)                                                                                      \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *before_ = image_of_plan (f);                                                            \
    done (f, edit_);                                                                                         \
    assert_undoes_to (f, before_);                                                                           \
  }                                                                                                          \
  G_STMT_END

static inline void
fill_house (Fixture *f)
{
  ADD (HOUSE, "name=Møllestien", "kind=community");
  ADD (ROOM, "name=Salen", "house=Møllestien", "setup_minutes=15");
  ADD (ROOM, "name=Værkstedet", "house=Møllestien");
  ADD (HOUSE, "name=Skovvang", "kind=nursing");
  ADD (WARD, "name=B.1", "house=Skovvang");
  ADD (ACTIVITY, "title=Café", "house=Møllestien", "start=2026-11-03T10:00", "end=2026-11-03T14:00",
       "rule=FREQ=WEEKLY;BYDAY=TU", "room=Salen");
  ADD (SHIFT, "role=Servering", "wanted=2", "activity=Café");
  ADD (SHIFT, "role=Nattevagt", "wanted=1", "house=Skovvang", "start=2026-11-24T22:00",
       "end=2026-11-25T06:00", "rule=FREQ=DAILY");
  ADD (VOLUNTEER, "name=Åse Kjær");
  ADD (VOLUNTEER, "name=Bent Krag");
  ADD (VOLUNTEER, "name=Lis Bæk");
  ADD (ORGANISER, "name=Sangvennerne");
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetStore) made = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "stafet.db", NULL);
  f->clock = stafet_clock_new_fixed (zone, stafet_wall_new (TUESDAY, 480));
  f->store = stafet_store_create (f->path, NULL, 0, &error);
  g_assert_no_error (error);
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  fill_house (f);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  (void) data;
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  g_clear_pointer (&f->warnings, g_ptr_array_unref);
  g_clear_pointer (&f->message, g_free);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
