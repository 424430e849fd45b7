/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the store share: a store in a folder of its own, and records to put into it.
 */
#pragma once

#include "core/stafet-activity.h"
#include "core/stafet-assignment.h"
#include "core/stafet-house-rules.h"
#include "core/stafet-place.h"
#include "core/stafet-volunteer.h"
#include "store/stafet-store.h"

#include <glib/gstdio.h>
#include <string.h>

/* 2026-11-24T07:40:00Z, 08:40 in Copenhagen. */
#define TEST_INSTANT G_GINT64_CONSTANT (1795506000)

typedef struct
{
  char *folder, *path;
  StafetStore *store;
} Fixture;

static inline void
set_text (gpointer record, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), key);

  g_assert_nonnull (field);
  stafet_record_set_text (record, field, text, &error);
  g_assert_no_error (error);
}

static inline gpointer
new_area (const char *uid, const char *name)
{
  gpointer area = stafet_record_new (STAFET_KIND_AREA, uid);

  set_text (area, "name", name);
  return area;
}

static inline gpointer
new_house (const char *uid, const char *area)
{
  gpointer house = stafet_record_new (STAFET_KIND_HOUSE, uid);

  set_text (house, "name", "Møllestien");
  set_text (house, "kind", "community");
  set_text (house, "area", area);
  return house;
}

static inline gpointer
new_volunteer (const char *uid, const char *name)
{
  gpointer volunteer = stafet_record_new (STAFET_KIND_VOLUNTEER, uid);

  set_text (volunteer, "name", name);
  return volunteer;
}

/* A changed copy: (transfer full). */
static inline gpointer
changed (gpointer record, const char *key, const char *text)
{
  gpointer copy = stafet_record_copy (record);

  set_text (copy, key, text);
  return copy;
}

static inline StafetChangeset *
new_edit (const char *label)
{
  StafetChangeset *changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  stafet_changeset_set_label (changeset, "%s", label);
  return changeset;
}

static inline gint64
commit (StafetStore *store, StafetChangeset *changeset)
{
  g_autoptr (GError) error = NULL;

  stafet_store_apply (store, changeset, TEST_INSTANT, &error);
  g_assert_no_error (error);
  return changeset->id;
}

static inline void
assert_refused (StafetStore *store, StafetChangeset *changeset, StafetStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_store_apply (store, changeset, TEST_INSTANT, &error));
  g_assert_error (error, STAFET_STORE_ERROR, (int) code);
  g_assert_cmpint (changeset->id, ==, 0);
}

/* Commits @record as new and returns it, as it is stored: (transfer full). */
static inline gpointer
stored (StafetStore *store, gpointer record)
{
  g_autoptr (StafetChangeset) changeset = new_edit ("Oprettet");

  stafet_changeset_insert (changeset, g_object_ref (record));
  commit (store, changeset);
  return record;
}

static inline gint64
commit_rename (StafetStore *store, gpointer *record, const char *name)
{
  g_autoptr (StafetChangeset) changeset = new_edit (name);
  gpointer after = changed (*record, "name", name);

  stafet_changeset_update (changeset, *record, g_object_ref (after));
  commit (store, changeset);
  g_object_unref (*record);
  *record = after;
  return changeset->id;
}

static inline void
keep_row_cb (StafetRecord *record, gpointer rows)
{
  g_ptr_array_add (rows, record);
}

static inline GPtrArray *
load (StafetStore *store, StafetKind kind)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  stafet_store_load (store, kind, STAFET_DATE_NONE, keep_row_cb, rows, &error);
  g_assert_no_error (error);
  return rows;
}

static inline guint
count (StafetStore *store, StafetKind kind)
{
  g_autoptr (GPtrArray) rows = load (store, kind);

  return rows->len;
}

static inline gint64
head (StafetStore *store)
{
  g_autoptr (GError) error = NULL;
  StafetInstant at;
  gint64 id;

  stafet_store_read_head (store, &id, &at, &error);
  g_assert_no_error (error);
  return id;
}

static inline void
assert_sound (StafetStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = stafet_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

static inline StafetStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  StafetStore *store = stafet_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "stafet.db", NULL);
  f->store = stafet_store_create (f->path, NULL, TEST_INSTANT, &error);
  g_assert_no_error (error);
}

static inline void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static inline guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  g_clear_object (&f->store);
  empty_folder (f->folder);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
