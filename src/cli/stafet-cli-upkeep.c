/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that look after the store: init, import, history, undo, redo, check, backup, restore.
 */
#include "core/stafet-error.h"
#include "plan/stafet-example.h"
#include "stafet-cli.h"

#include <stdio.h>
#include <string.h>

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* The settings of a new store. */
static StafetChangeset *
first_change (void)
{
  StafetChangeset *changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  StafetRecord *settings = stafet_record_new (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID);

  stafet_record_take_text (settings, stafet_record_info_field (STAFET_RECORD_INFO (settings), "zone"),
                           g_strdup (STAFET_ZONE_DEFAULT));
  stafet_changeset_set_label (changeset, "%s", _ ("New store"));
  stafet_changeset_insert (changeset, settings);
  return changeset;
}

static StafetChangeset *
example (StafetCli *cli)
{
  StafetExampleSize size;

  stafet_example_size_from_name (cli->example, &size);
  return stafet_example_new (size, (guint32) MAX (cli->seed, 1), stafet_clock_today (cli->clock));
}

static gboolean
run_init (StafetCli *cli, GError **error)
{
  g_autoptr (StafetChangeset) changeset = cli->example != NULL ? example (cli) : first_change ();
  g_autoptr (StafetStore) store =
    stafet_store_create (cli->store_path, changeset, stafet_clock_instant (cli->clock), error);

  if (store == NULL)
    return FALSE;
  g_print (_ ("A new store is at %s.\n"), cli->store_path);
  return TRUE;
}

/* ——— import holidays ——— */

#define FILE_MAX (10 * 1000 * 1000)
#define LINES_MAX 20000
#define N_COLUMNS 3

static gboolean file_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
file_error (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  *error = g_error_new_valist (STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, format, args);
  va_end (args);
  return FALSE;
}

/* The whole file as UTF-8: what is not, is read as Windows-1252. (transfer full) */
static char *
read_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;
  const char *bytes = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  char *text = NULL;

  if (length > FILE_MAX)
    file_error (error, _ ("%s is larger than 10 MB: that is no table of school holidays."), path);
  else if (length == 0 || memchr (bytes, '\0', length) != NULL)
    file_error (error, _ ("%s cannot be read as a table. Save it as CSV: from;to;text."), path);
  else if (g_utf8_validate (bytes, (gssize) length, NULL))
    text = g_strndup (bytes, length);
  else
    text = g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (text == NULL && error != NULL && *error == NULL)
    file_error (error, _ ("%s cannot be read as a table. Save it as CSV: from;to;text."), path);
  return text;
}

/* Cuts a line into its cells, in place; a cell may stand in quotation marks. Returns how many, or -1 for a
 * quotation mark that is not closed. */
static int
split_cells (char *line, char separator, char *cells[N_COLUMNS + 1])
{
  int n = 0;

  for (char *from = line; from != NULL && n <= N_COLUMNS;)
    {
      gboolean quoted = *from == '"', open = quoted;
      char *to = from;

      cells[n++] = from;
      for (from += quoted; *from != '\0' && (open || *from != separator); from++)
        {
          if (quoted && *from == '"' && (!open || from[1] != '"'))
            open = !open;
          else
            *to++ = *from == '"' && quoted ? *from++ : *from;
        }
      if (open)
        return -1;
      from = *from == separator ? from + 1 : NULL;
      *to = '\0';
      g_strstrip (cells[n - 1]);
    }
  return n;
}

/* YYYY-MM-DD, or as Danes write it: d/m/yyyy, d-m-yyyy or d.m.yyyy. */
static gboolean
read_date (const char *text, StafetDate *date)
{
  int day, month, year, used = 0;
  char first, second;

  if (stafet_date_parse (text, date, NULL))
    return TRUE;
  if (sscanf (text, "%2d%c%2d%c%4d%n", &day, &first, &month, &second, &year, &used) != 5 || text[used] != '\0'
      || first != second || strchr ("/-.", first) == NULL)
    return FALSE;
  *date = stafet_date_new (year, month, day);
  return *date != STAFET_DATE_NONE;
}

/* One line of the table as a record; NULL with a sentence that names the line. */
static StafetRecord *
read_holiday (char *cells[], int n, guint line, StafetUid area, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);
  StafetSchoolHoliday *holiday = (StafetSchoolHoliday *) record;
  g_autoptr (GError) fault = NULL;

  if (n != N_COLUMNS)
    file_error (error, _ ("Line %u: write three cells: from;to;text."), line);
  else if (!read_date (cells[0], &holiday->from) || !read_date (cells[1], &holiday->to))
    file_error (error, _ ("Line %u: “%s” and “%s” are not both dates. Write for example 2027-02-13."), line,
                cells[0], cells[1]);
  else
    {
      holiday->area = area;
      if (stafet_record_set_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), "text"),
                                  cells[2], &fault)
          && stafet_record_validate (record, &fault))
        return g_steal_pointer (&record);
      file_error (error, _ ("Line %u: %s"), line, fault->message);
    }
  return NULL;
}

/* A first line without any digit names the columns. */
static gboolean
is_heading (const char *line)
{
  return strpbrk (line, "0123456789") == NULL;
}

/* The records of a table, or NULL with every fault it has. (transfer full) */
static GPtrArray *
read_holidays (char *text, StafetUid area, GError **error)
{
  const char *start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  g_auto (GStrv) lines = g_strsplit_set (start, "\n", -1);
  char separator = lines[0] != NULL && strchr (lines[0], ';') != NULL ? ';' : ',';
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) faults = g_string_new (NULL);
  char *cells[N_COLUMNS + 1];

  if (g_strv_length (lines) > LINES_MAX)
    {
      file_error (error, _ ("The table has more than %d lines: that is no table of school holidays."),
                  LINES_MAX);
      return NULL;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      StafetRecord *holiday;

      if (*g_strstrip (lines[i]) == '\0' || (i == 0 && is_heading (lines[i])))
        continue;
      holiday = read_holiday (cells, split_cells (lines[i], separator, cells), i + 1, area, &fault);
      if (holiday != NULL)
        g_ptr_array_add (holidays, holiday);
      else
        g_string_append_printf (faults, "\n  %s", fault->message);
    }
  if (faults->len > 0)
    file_error (error, _ ("Nothing was imported, because the table has faults:%s"), faults->str);
  else if (holidays->len == 0)
    file_error (error, _ ("The table has no school holidays. Write a line for each: from;to;text."));
  else
    return g_steal_pointer (&holidays);
  return NULL;
}

/* A holiday that is there already is not put there twice. */
static gboolean
is_known (const StafetSnapshot *snapshot, const StafetSchoolHoliday *holiday)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetSchoolHoliday *other = g_ptr_array_index (all, i);

      if (other->from == holiday->from && other->to == holiday->to && other->area == holiday->area
          && strcmp (other->text, holiday->text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
import_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const GPtrArray *holidays = data;

  (void) error;
  for (guint i = 0; i < holidays->len; i++)
    if (!is_known (stafet_plan_get_snapshot (plan), g_ptr_array_index (holidays, i)))
      stafet_changeset_insert (changeset, g_object_ref (g_ptr_array_index (holidays, i)));
  stafet_changeset_set_label (changeset, "%s", _ ("School holidays imported"));
  return TRUE;
}

static gboolean
run_import (StafetCli *cli, GError **error)
{
  g_autofree char *text = NULL;
  GPtrArray *holidays = NULL;
  StafetUid area;

  if (strcmp (cli->arguments[0], "holidays") != 0)
    return stafet_cli_usage (error, _ ("Write: stafetctl import holidays FILE"));
  if (!stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &area, error))
    return FALSE;
  text = read_file (cli->arguments[1], error);
  if (text != NULL)
    holidays = read_holidays (text, area, error);
  return holidays != NULL
         && stafet_cli_edit (
           cli,
           stafet_edit_new (STAFET_CHANGESET_EDIT, import_func, holidays, (GDestroyNotify) g_ptr_array_unref),
           FALSE, error);
}

/* ——— History ——— */

static void
add_changed_keys (JsonBuilder *builder, const StafetLogRow *row)
{
  GVariant *image = row->after != NULL ? row->after : row->before;
  GVariantIter iter;
  const char *name, *text;

  json_builder_set_member_name (builder, "keys");
  json_builder_begin_array (builder);
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    json_builder_add_string_value (builder, name);
  json_builder_end_array (builder);
}

static void
add_log_entry (JsonBuilder *builder, const StafetLogEntry *entry)
{
  static const char *const operations[] = { "insert", "update", "delete" };
  char buffer[STAFET_INSTANT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, entry->id);
  STRING (builder, "at", stafet_instant_write (entry->at, buffer));
  STRING (builder, "author", entry->author);
  STRING (builder, "label", entry->label);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, entry->undone);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      json_builder_begin_object (builder);
      STRING (builder, "kind", stafet_kind_get_name (row->kind));
      STRING (builder, "uid", row->uid);
      STRING (builder, "operation", operations[row->operation]);
      add_changed_keys (builder, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static const char *
entry_mark (const StafetLogEntry *entry)
{
  if (entry->kind == STAFET_CHANGESET_UNDO)
    return _ (" (undo)");
  if (entry->kind == STAFET_CHANGESET_REDO)
    return _ (" (redo)");
  return entry->undone ? _ (" (undone)") : "";
}

static gboolean
run_history (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) entries = stafet_store_read_history (cli->store, (guint) MAX (cli->limit, 0), error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char buffer[STAFET_INSTANT_SIZE];

  if (entries == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const StafetLogEntry *entry = g_ptr_array_index (entries, i);

      if (stafet_cli_wants_json (cli))
        add_log_entry (builder, entry);
      else
        g_print ("%4" G_GINT64_FORMAT "  %s  %s  %s%s\n", entry->id, stafet_instant_write (entry->at, buffer),
                 entry->author, entry->label, entry_mark (entry));
    }
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  return TRUE;
}

static gboolean
take_back (StafetCli *cli, StafetEdit *edit, const char *format, GError **error)
{
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (cli->plan, edit, error);

  if (outcome == NULL)
    return FALSE;
  g_print (format, outcome->label);
  return TRUE;
}

static gboolean
run_undo (StafetCli *cli, GError **error)
{
  return take_back (cli, stafet_edit_undo (), _ ("Undone: %s\n"), error);
}

static gboolean
run_redo (StafetCli *cli, GError **error)
{
  return take_back (cli, stafet_edit_redo (), _ ("Redone: %s\n"), error);
}

/* ——— check, backup, restore ——— */

static gboolean
run_check (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) faults = stafet_store_check (cli->store, error);

  if (faults == NULL)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (faults, i));
  if (faults->len == 0)
    return TRUE;
  g_set_error (
    error, STAFET_CLI_ERROR, STAFET_CLI_ERROR_CHECK,
    ngettext_ ("%u fault. Restore the newest backup.", "%u faults. Restore the newest backup.", faults->len),
    faults->len);
  return FALSE;
}

static gboolean
run_backup (StafetCli *cli, GError **error)
{
  return stafet_store_backup (cli->store, cli->arguments[0], error);
}

static gboolean
run_restore (StafetCli *cli, GError **error)
{
  if (!g_file_test (cli->arguments[0], G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE,
                   _ ("There is no file %s. Write where the backup is."), cli->arguments[0]);
      return FALSE;
    }
  return stafet_store_restore (cli->store_path, cli->arguments[0], error);
}

const StafetCommand stafet_cli_upkeep[] = {
  { "init", "[--example house|municipality] [--seed N]", N_ ("Makes a new store: empty, or an example."),
    "example seed", 0, 0, FALSE, run_init },
  { "import", "holidays FILE [--area A]", N_ ("Reads school holidays from a table: from;to;text."), "area", 2,
    2, TRUE, run_import },
  { "history", "[--limit N] [--format json]", N_ ("Shows who changed what, newest first."), "limit format", 0,
    0, TRUE, run_history },
  { "undo", "", N_ ("Takes back your newest change."), "", 0, 0, TRUE, run_undo },
  { "redo", "", N_ ("Makes the change again that you took back."), "", 0, 0, TRUE, run_redo },
  { "check", "", N_ ("Looks for faults in the store."), "", 0, 0, TRUE, run_check },
  { "backup", "FILE", N_ ("Writes a copy of the store."), "", 1, 1, TRUE, run_backup },
  { "restore", "FILE", N_ ("Puts a copy back in place of the store."), "", 1, 1, FALSE, run_restore },
  { NULL }
};
