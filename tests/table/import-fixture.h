/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of lists look at them with.
 */
#pragma once

#include "../plan/use-fixture.h"

#include "core/stafet-text.h"
#include "table/stafet-import.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* (transfer full) */
G_GNUC_UNUSED static StafetImport *
look_with (Fixture *f, StafetListKind kind, const char *house, StafetImportHouse unknown, const char *text)
{
  g_autoptr (StafetTable) table = stafet_table_read (text, strlen (text), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, kind);

  StafetImportHouses houses = { .unknown = unknown };

  if (house != NULL)
    houses.given = ((StafetRecord *) find (f, STAFET_KIND_HOUSE, house))->uid;
  return stafet_import_new (f->plan, table, mapping, kind, &houses, TUESDAY);
}

G_GNUC_UNUSED static StafetImport *
look (Fixture *f, StafetListKind kind, const char *house, const char *text)
{
  return look_with (f, kind, house, STAFET_IMPORT_HOUSE_REFUSE, text);
}

#define VOLUNTEERS(...) look (f, STAFET_LIST_VOLUNTEERS, "Møllestien", __VA_ARGS__)
#define ACTIVITIES(...) look (f, STAFET_LIST_ACTIVITIES, "Møllestien", __VA_ARGS__)

/* "Eva: new; Bo: faulty (no phone)". (transfer full) */
G_GNUC_UNUSED static char *
describe (const StafetImport *import)
{
  static const char *const states[] = { "new", "changed", "same", "duplicate", "faulty" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->rows->len; i++)
    {
      const StafetImportRow *row = g_ptr_array_index (import->rows, i);

      g_string_append_printf (text, "%s%u %s: %s", i > 0 ? "; " : "", stafet_import_row_get_number (row),
                              stafet_import_row_get_name (row), states[stafet_import_row_get_state (row)]);
    }
  return g_string_free (text, FALSE);
}

G_GNUC_UNUSED static void
assert_looks (StafetImport *import, const char *expected)
{
  g_autofree char *text = describe (import);

  g_assert_cmpstr (text, ==, expected);
  stafet_import_free (import);
}

G_GNUC_UNUSED static void
assert_says (const StafetImport *import, guint i, const char *part)
{
  const GPtrArray *reasons = stafet_import_row_get_reasons (g_ptr_array_index (import->rows, i));

  for (guint j = 0; j < reasons->len; j++)
    if (strstr (g_ptr_array_index (reasons, j), part) != NULL)
      return;
  g_error ("Row %u does not say “%s”, but “%s”", i, part,
           reasons->len > 0 ? (char *) g_ptr_array_index (reasons, 0) : "nothing");
}

G_GNUC_UNUSED static void
assert_never_says (const StafetImport *import, guint i, const char *part)
{
  const GPtrArray *reasons = stafet_import_row_get_reasons (g_ptr_array_index (import->rows, i));

  for (guint j = 0; j < reasons->len; j++)
    g_assert_null (strstr (g_ptr_array_index (reasons, j), part));
}

G_GNUC_UNUSED static void
assert_words (const StafetImport *import, guint i, const char *expected)
{
  g_assert_cmpstr (stafet_import_row_get_words (g_ptr_array_index (import->rows, i)), ==, expected);
}

G_GNUC_UNUSED static void
take_in (Fixture *f, StafetImport *import)
{
  StafetEdit *edit = stafet_import_edit (import);

  g_assert_nonnull (edit);
  stafet_import_free (import);
  done (f, edit);
}

/* The value of a key as the command line shows it, lists too. (transfer full) */
G_GNUC_UNUSED static char *
value_of (Fixture *f, StafetKind kind, const char *reference, const char *key)
{
  StafetRecord *record = find (f, kind, reference);
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const StafetList *list = stafet_record_info_list (info, key);
  const GPtrArray *links;
  g_autoptr (GPtrArray) items = NULL;

  if (list == NULL)
    return stafet_record_get_text (record, stafet_record_info_field (info, key));
  links = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), list->index, record->uid);
  items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);

      g_ptr_array_add (items, list->value != NULL ? stafet_record_get_text (
                                link, stafet_record_info_field (STAFET_RECORD_INFO (link), list->value))
                                                  : list->write (link));
    }
  g_ptr_array_add (items, NULL);
  return g_strjoinv (", ", (char **) items->pdata);
}

G_GNUC_UNUSED static void
assert_value (Fixture *f, StafetKind kind, const char *reference, const char *key, const char *expected)
{
  g_autofree char *text = value_of (f, kind, reference, key);

  g_assert_cmpstr (text, ==, expected);
}

#define VOLUNTEER(name, key, expected) assert_value (f, STAFET_KIND_VOLUNTEER, name, key, expected)
#define ACTIVITY(title, key, expected) assert_value (f, STAFET_KIND_ACTIVITY, title, key, expected)
