/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of spreadsheets: import csv and export csv.
 */
#include "publish/stafet-publish-posix.h"
#include "stafet-cli.h"
#include "table/stafet-export-list.h"
#include "table/stafet-import.h"

#include <stdio.h>
#include <string.h>

static const char *const state_keys[STAFET_N_IMPORT_STATES] = { "new", "changed", "same", "duplicate",
                                                                "faulty" };
static const char *const state_words[STAFET_N_IMPORT_STATES] = { N_ ("new"), N_ ("changed"), N_ ("as before"),
                                                                 N_ ("duplicate"), N_ ("faulty") };

/* ——— What came of it ——— */

static void
add_row (JsonBuilder *builder, const StafetImportRow *row)
{
  const GPtrArray *reasons = stafet_import_row_get_reasons (row);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, stafet_import_row_get_number (row));
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, state_keys[stafet_import_row_get_state (row)]);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, stafet_import_row_get_name (row));
  json_builder_set_member_name (builder, "words");
  json_builder_add_string_value (builder, stafet_import_row_get_words (row));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (reasons, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder, const StafetTable *table, const StafetMapping *mapping)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mapping->n; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_string_value (
        builder, mapping->has_headings ? stafet_table_get (table, mapping->heading_row, i) : "");
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, mapping->columns[i] != NULL ? mapping->columns[i]->key : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_unknown (JsonBuilder *builder, const StafetUnknownHouse *house)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, house->name);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, house->rows);
  json_builder_end_object (builder);
}

static void
print_json (const StafetTable *table, const StafetMapping *mapping, const StafetImport *import,
            gboolean written)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_columns (builder, table, mapping);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->rows->len; i++)
    add_row (builder, g_ptr_array_index (import->rows, i));
  json_builder_end_array (builder);
  for (int state = 0; state < STAFET_N_IMPORT_STATES; state++)
    {
      json_builder_set_member_name (builder, state_keys[state]);
      json_builder_add_int_value (builder, import->counts[state]);
    }
  json_builder_set_member_name (builder, "unknown_houses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->unknown_houses->len; i++)
    add_unknown (builder, g_ptr_array_index (import->unknown_houses, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "assumed");
  json_builder_add_string_value (builder, stafet_import_assumed (import));
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, written);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static void
print_columns (const StafetTable *table, const StafetMapping *mapping)
{
  for (guint i = 0; i < mapping->n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *heading =
        mapping->has_headings ? stafet_table_get (table, mapping->heading_row, i) : number;

      if (mapping->columns[i] != NULL)
        g_print ("%s → %s\n", heading, _ (mapping->columns[i]->title));
      else
        g_print (_ ("%s is passed over\n"), heading);
    }
}

static void
print_line (const StafetImportRow *row, const char *text)
{
  g_print (_ ("Row %u, %s: "), stafet_import_row_get_number (row), stafet_import_row_title (row));
  g_print ("%s · %s\n", _ (state_words[stafet_import_row_get_state (row)]), text);
}

/* Rows of which there is something to say. */
static void
print_rows (const StafetImport *import)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const StafetImportRow *row = g_ptr_array_index (import->rows, i);
      const GPtrArray *reasons = stafet_import_row_get_reasons (row);

      if (*stafet_import_row_get_words (row) != '\0')
        print_line (row, stafet_import_row_get_words (row));
      for (guint j = 0; j < reasons->len; j++)
        print_line (row, g_ptr_array_index (reasons, j));
    }
}

/* How the rows of houses that are not there can come in. */
static void
print_unknown (const StafetCli *cli, const StafetImport *import)
{
  for (guint i = 0; i < import->unknown_houses->len; i++)
    {
      const StafetUnknownHouse *house = g_ptr_array_index (import->unknown_houses, i);

      g_print (ngettext_ ("Unknown house: %s (%u row)\n", "Unknown house: %s (%u rows)\n", house->rows),
               house->name, house->rows);
    }
  if (import->unknown_houses->len > 0 && cli->unknown_houses == NULL)
    g_print ("%s\n", _ ("--unknown-houses add makes community centres of them; --unknown-houses given puts "
                        "their rows under the house of --house."));
}

static void
print_text (const StafetCli *cli, const StafetTable *table, const StafetMapping *mapping,
            const StafetImport *import, gboolean written)
{
  g_autofree char *counts = stafet_import_count_words (import);

  print_columns (table, mapping);
  if (*stafet_import_assumed (import) != '\0')
    g_print ("%s\n", stafet_import_assumed (import));
  print_rows (import);
  print_unknown (cli, import);
  g_print ("%s\n%s\n", counts, written ? _ ("The list is taken in.") : _ ("Nothing was written."));
}

/* ——— The command ——— */

static gboolean
map_columns (StafetCli *cli, StafetMapping *mapping, const StafetTable *table, StafetListKind kind,
             GError **error)
{
  for (guint i = 0; i + 1 < cli->set->len; i++)
    if (!stafet_mapping_set (mapping, table, kind, g_ptr_array_index (cli->set, i), error))
      return FALSE;
  return TRUE;
}

gboolean
stafet_cli_house_of (StafetCli *cli, StafetUid *house, GError **error)
{
  const GPtrArray *houses = stafet_snapshot_all (stafet_plan_get_snapshot (cli->plan), STAFET_KIND_HOUSE);
  guint n = 0;

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, house, error))
    return FALSE;
  if (*house != NULL)
    return TRUE;
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *one = g_ptr_array_index (houses, i);

      if (one->kind == STAFET_HOUSE_NURSING)
        continue;
      *house = one->parent.uid;
      n++;
    }
  if (n != 1)
    *house = NULL;
  return TRUE;
}

static StafetImportHouse
unknown_of (const StafetCli *cli)
{
  if (g_strcmp0 (cli->unknown_houses, "add") == 0)
    return STAFET_IMPORT_HOUSE_ADD;
  return g_strcmp0 (cli->unknown_houses, "given") == 0 ? STAFET_IMPORT_HOUSE_GIVEN
                                                       : STAFET_IMPORT_HOUSE_REFUSE;
}

gboolean
stafet_cli_import_csv (StafetCli *cli, GError **error)
{
  g_autoptr (StafetTable) table = NULL;
  g_autoptr (StafetMapping) mapping = NULL;
  g_autoptr (StafetImport) import = NULL;
  StafetImportHouses houses = { 0 };
  StafetEdit *edit;
  StafetListKind kind;

  if (cli->list == NULL || !stafet_list_kind_parse (cli->list, &kind))
    return stafet_cli_usage (error,
                             _ ("Write: stafetctl import csv FILE --as volunteers|activities|houses|offers"));
  table = stafet_table_read_file (cli->arguments[1], error);
  if (table == NULL)
    return FALSE;
  mapping = stafet_mapping_guess (table, kind);
  if (!map_columns (cli, mapping, table, kind, error) || !stafet_cli_house_of (cli, &houses.given, error))
    return FALSE;
  houses.unknown = unknown_of (cli);
  import = stafet_import_new (cli->plan, table, mapping, kind, &houses, stafet_clock_today (cli->clock));
  edit = cli->dry_run ? NULL : stafet_import_edit (import);
  if (edit != NULL && !stafet_cli_edit (cli, edit, FALSE, error))
    return FALSE;
  if (stafet_cli_wants_json (cli))
    print_json (table, mapping, import, edit != NULL);
  else
    print_text (cli, table, mapping, import, edit != NULL);
  return TRUE;
}

/* ——— export csv ——— */

static gboolean
write_list (StafetCli *cli, const GString *bytes, GError **error)
{
  if (strcmp (cli->output, "-") == 0)
    {
      fwrite (bytes->str, 1, bytes->len, stdout);
      return TRUE;
    }
  if (!stafet_store_owns (cli->store, cli->output))
    return stafet_publish_write (cli->output, bytes, error);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s is the store itself. Choose another file for the list."), cli->output);
  return FALSE;
}

gboolean
stafet_cli_export_csv (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) bytes = NULL;
  g_autofree char *text = NULL;
  StafetListKind kind;
  StafetUid house;
  guint left_out;

  if (cli->output == NULL || cli->list == NULL || !stafet_list_kind_parse (cli->list, &kind))
    return stafet_cli_usage (
      error, _ ("Write: stafetctl export csv --as volunteers|activities|houses|offers -o FILE"));
  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error))
    return FALSE;
  rows = stafet_export_list (snapshot, kind, house, stafet_clock_today (cli->clock),
                             stafet_i18n_get_language (), &left_out);
  text = stafet_table_write (rows);
  bytes = g_string_new (text);
  if (!write_list (cli, bytes, error))
    return FALSE;
  if (left_out > 0)
    g_printerr (ngettext_ ("%u volunteer with a protected name is left out.\n",
                           "%u volunteers with protected names are left out.\n", left_out),
                left_out);
  return TRUE;
}
