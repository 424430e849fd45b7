/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that look after the store: init, import, check, upkeep, backup, backups, restore.
 */
#include "core/stafet-error.h"
#include "plan/stafet-backup-words.h"
#include "plan/stafet-check.h"
#include "plan/stafet-example.h"
#include "plan/stafet-restore.h"
#include "stafet-cli.h"

#include <stdio.h>
#include <string.h>

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define NUMBER(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

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

/* ——— import ——— */

static gboolean
run_import (StafetCli *cli, GError **error)
{
  if (strcmp (cli->arguments[0], "csv") == 0)
    return stafet_cli_import_csv (cli, error);
  if (strcmp (cli->arguments[0], "holidays") == 0)
    return stafet_cli_import_holidays (cli, error);
  if (strcmp (cli->arguments[0], "ics") == 0)
    return stafet_cli_import_ics (cli, error);
  return stafet_cli_usage (error,
                           _ ("Write: stafetctl import ics FILE, import holidays FILE, or import csv FILE "
                              "--as …"));
}

/* ——— check, backup, restore ——— */

/* What the engine finds in the file, and what the plan finds in the records. */
static gboolean
run_check (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) faults = stafet_store_check (cli->store, error);
  g_autoptr (GPtrArray) broken = faults != NULL ? stafet_plan_check (cli->plan) : NULL;

  if (faults == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (faults, g_steal_pointer (&broken));
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

/* What is to be done every day: the day's copy, and the erasure of what is kept no longer. */
static gboolean
run_upkeep (StafetCli *cli, GError **error)
{
  g_autoptr (StafetOutcome) outcome = NULL, enquiries = NULL, expired = NULL;

  if (!stafet_store_backup_daily (cli->store, stafet_clock_today (cli->clock), error)
      || !stafet_erase_returned (cli->plan, error))
    return FALSE;
  outcome = stafet_plan_edit (cli->plan, stafet_use_erase_signups (), error);
  if (outcome != NULL && outcome->id != 0)
    g_print ("%s\n", outcome->label);
  enquiries = outcome != NULL ? stafet_plan_edit (cli->plan, stafet_use_erase_due (), error) : NULL;
  if (enquiries != NULL && enquiries->id != 0)
    g_print ("%s\n", enquiries->label);
  expired = enquiries != NULL ? stafet_plan_edit (cli->plan, stafet_use_expire (), error) : NULL;
  return expired != NULL;
}

static gboolean
run_backup (StafetCli *cli, GError **error)
{
  return stafet_store_backup (cli->store, cli->arguments[0], error);
}

static void
add_backup (JsonBuilder *builder, const StafetBackup *backup)
{
  static const char *const kinds[] = { "daily", "by_hand", "replaced", "upgrade", "elsewhere" };
  char buffer[STAFET_INSTANT_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "file", backup->path);
  STRING (builder, "kind", kinds[backup->kind]);
  NUMBER (builder, "size", backup->size);
  if (backup->fault != NULL)
    STRING (builder, "fault", backup->fault);
  else
    {
      STRING (builder, "changed", stafet_instant_write (backup->newest, buffer));
      NUMBER (builder, "houses", backup->houses);
      NUMBER (builder, "volunteers", backup->volunteers);
      NUMBER (builder, "activities", backup->activities);
    }
  json_builder_end_object (builder);
}

static void
print_backup (StafetCli *cli, const StafetBackup *backup)
{
  StafetZone *zone = stafet_clock_get_zone (cli->clock);
  g_autofree char *title = stafet_backup_words_title (backup, zone, stafet_clock_today (cli->clock));
  g_autofree char *detail = stafet_backup_words_detail (backup, zone, stafet_clock_today (cli->clock));

  g_print ("%s\n  %s\n  %s\n", title, detail, backup->path);
}

/* Also of a store that cannot be opened: then they are wanted most. */
static gboolean
run_backups (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) backups = stafet_backup_list (cli->store_path);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  (void) error;
  json_builder_begin_array (builder);
  for (guint i = 0; i < backups->len; i++)
    if (stafet_cli_wants_json (cli))
      add_backup (builder, g_ptr_array_index (backups, i));
    else
      print_backup (cli, g_ptr_array_index (backups, i));
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  return TRUE;
}

/* What it would do. A store that cannot be read says nothing of what would be lost. */
static gboolean
say_restore (StafetCli *cli, GError **error)
{
  g_autoptr (StafetBackup) backup = stafet_backup_new (cli->store_path, cli->arguments[0]);
  g_autoptr (StafetStore) store = stafet_store_open (cli->store_path, NULL);
  g_autoptr (GPtrArray) sentences = NULL;
  StafetBackupLoss loss;

  if (!stafet_backup_check (backup->path, error))
    return FALSE;
  if (store != NULL && !stafet_backup_compare (store, backup->path, &loss, NULL))
    g_clear_object (&store);
  sentences =
    stafet_backup_words_restore (backup, store != NULL ? &loss : NULL, stafet_clock_get_zone (cli->clock),
                                 stafet_clock_today (cli->clock));
  for (guint i = 0; i < sentences->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (sentences, i));
  return TRUE;
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
  return cli->dry_run ? say_restore (cli, error)
                      : stafet_restore (cli->store_path, cli->arguments[0], cli->clock, error);
}

const StafetCommand stafet_cli_upkeep[] = {
  { "init", "[--example house|municipality] [--seed N]", N_ ("Makes a new store: empty, or an example."),
    "example seed", 0, 0, FALSE, run_init },
  { "fetch", "CALENDAR [--dry-run] [--format json]",
    N_ ("Reads a calendar of others again, which is shown beside the house's own."), "dry-run format", 1, 1,
    TRUE, stafet_cli_fetch },
  { "import",
    "ics FILE|URL [--house H] [--dry-run] [--format json] | holidays FILE [--area A] [--dry-run] [--format "
    "json] "
    "| csv FILE --as volunteers|activities|houses|offers "
    "[--house H] "
    "[--unknown-houses add|given] [--map COLUMN=KEY …] [--dry-run] [--format json]",
    N_ ("Reads a calendar, school holidays from a table (from;to;text), or a list from a spreadsheet."),
    "area as house unknown-houses map dry-run format", 2, 2, TRUE, run_import },
  { "check", "", N_ ("Looks for faults in the store."), "", 0, 0, TRUE, run_check },
  { "upkeep", "",
    N_ ("Does what is to be done every day: copies the store, and erases what is kept no longer."), "", 0, 0,
    TRUE, run_upkeep },
  { "backup", "FILE", N_ ("Writes a copy of the store."), "", 1, 1, TRUE, run_backup },
  { "backups", "[--format json]", N_ ("Lists the copies of the store that there are."), "format", 0, 0, FALSE,
    run_backups },
  { "restore", "FILE [--dry-run]", N_ ("Puts a copy back in place of the store, or says what that would do."),
    "dry-run", 1, 1, FALSE, run_restore },
  { NULL }
};
