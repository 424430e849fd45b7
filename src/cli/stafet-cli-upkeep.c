/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that look after the store: init, import, check, upkeep, backup, restore.
 */
#include "core/stafet-error.h"
#include "plan/stafet-check.h"
#include "plan/stafet-example.h"
#include "stafet-cli.h"
#include "stafet-holiday-file.h"

#include <stdio.h>
#include <string.h>

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
  g_autoptr (GPtrArray) holidays = NULL;

  if (strcmp (cli->arguments[0], "csv") == 0)
    return stafet_cli_import_csv (cli, error);
  if (strcmp (cli->arguments[0], "holidays") != 0)
    return stafet_cli_usage (error, _ ("Write: stafetctl import holidays FILE, or import csv FILE --as …"));
  holidays = stafet_holiday_file_read (cli->arguments[1], error);
  return holidays != NULL
         && stafet_cli_edit (cli, stafet_use_import_holidays (holidays, cli->area), FALSE, error);
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
  g_autoptr (StafetOutcome) outcome = NULL;

  if (!stafet_store_backup_daily (cli->store, stafet_clock_today (cli->clock), error))
    return FALSE;
  outcome = stafet_plan_edit (cli->plan, stafet_use_erase_signups (), error);
  if (outcome != NULL && outcome->id != 0)
    g_print ("%s\n", outcome->label);
  return outcome != NULL;
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
  { "import",
    "holidays FILE [--area A] | csv FILE --as volunteers|activities|houses [--house H] [--map COLUMN=KEY …] "
    "[--dry-run] [--format json]",
    N_ ("Reads school holidays from a table (from;to;text), or a list from a spreadsheet."),
    "area as house map dry-run format", 2, 2, TRUE, run_import },
  { "check", "", N_ ("Looks for faults in the store."), "", 0, 0, TRUE, run_check },
  { "upkeep", "", N_ ("Does what is to be done every day: copies the store, and erases old sign-ups."), "", 0,
    0, TRUE, run_upkeep },
  { "backup", "FILE", N_ ("Writes a copy of the store."), "", 1, 1, TRUE, run_backup },
  { "restore", "FILE", N_ ("Puts a copy back in place of the store."), "", 1, 1, FALSE, run_restore },
  { NULL }
};
