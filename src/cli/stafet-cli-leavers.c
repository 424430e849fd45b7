/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands about a volunteer as a person: she stops, asks what is held on her, and is erased.
 */
#include "core/stafet-words.h"
#include "plan/stafet-access.h"
#include "plan/stafet-use-erase-volunteer.h"
#include "plan/stafet-use-leave.h"
#include "schedule/stafet-due.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-fragile.h"
#include "stafet-cli.h"

#include <string.h>

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* ——— leave ——— */

static gboolean
check_leave (StafetCli *cli, GError **error)
{
  return cli->from != STAFET_DATE_NONE
         || stafet_cli_usage (error, _ ("Say with --from DATE which is the first day without the person."));
}

static gboolean
run_leave (StafetCli *cli, GError **error)
{
  g_autoptr (StafetLeaving) told = stafet_leaving_try (cli->plan, cli->arguments[0], cli->from, error);
  g_autofree char *words = told != NULL ? stafet_leaving_words (told) : NULL;

  if (told == NULL)
    return FALSE;
  g_print ("%s\n", words);
  return cli->dry_run || stafet_cli_edit (cli, stafet_use_leave (cli->arguments[0], cli->from), FALSE, error);
}

/* ——— erase ——— */

static gboolean
check_erase (StafetCli *cli, GError **error)
{
  return cli->confirm != NULL || cli->dry_run
         || stafet_cli_usage (
           error, _ ("Say with --confirm NAME the whole name of whoever is to be erased for good, "
                     "or only look with --dry-run."));
}

static gboolean
run_erase (StafetCli *cli, GError **error)
{
  g_autoptr (StafetErasure) told = stafet_erasure_try (cli->plan, cli->arguments[0], error);
  g_autofree char *words = NULL;

  if (told == NULL)
    return FALSE;
  if (!cli->dry_run
      && !stafet_cli_edit (cli, stafet_use_erase_volunteer (cli->arguments[0], cli->confirm), FALSE, error))
    return FALSE;
  words = cli->dry_run ? stafet_erasure_words (told) : stafet_erasure_receipt (told);
  g_print ("%s\n", words);
  return TRUE;
}

/* ——— access ——— */

static gboolean
check_access (StafetCli *cli, GError **error)
{
  return cli->output != NULL
         || stafet_cli_usage (error, _ ("Say with -o FILE where to write it; - is the screen."));
}

/* For nobody else to read. */
static gboolean
run_access (StafetCli *cli, GError **error)
{
  g_autofree char *text = stafet_access_text (cli->plan, cli->arguments[0], error);

  if (text == NULL)
    return FALSE;
  if (strcmp (cli->output, "-") == 0)
    g_print ("%s", text);
  else if (!g_file_set_contents_full (cli->output, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    {
      g_set_error (error, STAFET_CLI_ERROR, STAFET_CLI_ERROR_OUTPUT, _ ("%s cannot be written."),
                   cli->output);
      return FALSE;
    }
  return TRUE;
}

/* ——— due ——— */

static void
add_due (JsonBuilder *builder, const StafetVolunteer *volunteer)
{
  char until[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "volunteer", volunteer->parent.uid);
  STRING (builder, "name", volunteer->name);
  STRING (builder, "keep_until", stafet_date_write (stafet_due_kept_until (volunteer), until));
  json_builder_end_object (builder);
}

static void
print_due (const StafetVolunteer *volunteer)
{
  g_autofree char *until =
    stafet_words_day_with_year (stafet_i18n_get_language (), stafet_due_kept_until (volunteer));
  int padding = 28 - (int) g_utf8_strlen (volunteer->name, -1);

  g_print (_ ("  %s%*s  kept until %s\n"), volunteer->name, MAX (padding, 0), "", until);
}

static gboolean
run_due (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) due =
    stafet_due_list (stafet_plan_get_snapshot (cli->plan), stafet_clock_today (cli->clock));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  (void) error;
  json_builder_begin_array (builder);
  for (guint i = 0; i < due->len; i++)
    if (stafet_cli_wants_json (cli))
      add_due (builder, g_ptr_array_index (due, i));
    else
      print_due (g_ptr_array_index (due, i));
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  else if (due->len == 0)
    g_print ("%s\n", _ ("Nobody is kept longer than was said."));
  return TRUE;
}

/* ——— fragile ——— */

static void
add_fragile_shift (JsonBuilder *builder, const StafetFragile *fragile, const StafetFragileShift *shift)
{
  json_builder_begin_object (builder);
  STRING (builder, "volunteer", shift->volunteer->parent.uid);
  STRING (builder, "name", shift->volunteer->name);
  STRING (builder, "shift", shift->staffing->shift->parent.uid);
  STRING (builder, "role", shift->staffing->shift->role);
  json_builder_set_member_name (builder, "dates");
  json_builder_add_int_value (builder, shift->dates);
  json_builder_set_member_name (builder, "first");
  json_builder_begin_object (builder);
  stafet_cli_add_occurrence (builder, fragile->agenda, shift->entry);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_fragile_lead (JsonBuilder *builder, const StafetFragileLead *lead)
{
  json_builder_begin_object (builder);
  STRING (builder, "volunteer", lead->volunteer->parent.uid);
  STRING (builder, "name", lead->volunteer->name);
  json_builder_set_member_name (builder, "activities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lead->entries->len; i++)
    json_builder_add_string_value (builder, ((StafetEntry *) lead->entries->pdata[i])->series);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_fragile_json (const StafetFragile *fragile)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "shifts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fragile->shifts->len; i++)
    add_fragile_shift (builder, fragile, g_ptr_array_index (fragile->shifts, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "leads");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fragile->leads->len; i++)
    add_fragile_lead (builder, g_ptr_array_index (fragile->leads, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static void
print_fragile (const StafetFragile *fragile)
{
  for (guint i = 0; i < fragile->shifts->len; i++)
    {
      const StafetFragileShift *shift = g_ptr_array_index (fragile->shifts, i);
      g_autofree char *title = stafet_entry_words_shift (shift->entry, shift->staffing);
      g_autofree char *why = stafet_fragile_shift_words (shift);

      g_print ("%s: %s\n", title, why);
    }
  for (guint i = 0; i < fragile->leads->len; i++)
    {
      const StafetFragileLead *lead = g_ptr_array_index (fragile->leads, i);
      g_autofree char *words = stafet_fragile_lead_words (lead);

      g_print ("%s: %s\n", lead->volunteer->name, words);
    }
  if (fragile->shifts->len == 0)
    g_print ("%s\n", _ ("No role falls with one person in the next eight weeks."));
}

static gboolean
run_fragile (StafetCli *cli, GError **error)
{
  StafetDate today = stafet_clock_today (cli->clock);
  StafetAgendaQuery query = { .from = today, .to = today + STAFET_FRAGILE_WEEKS * 7 - 1 };
  g_autoptr (StafetFragile) fragile = NULL;

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query.house, error))
    return FALSE;
  fragile = stafet_fragile_new (stafet_plan_get_snapshot (cli->plan), &query, stafet_clock_now (cli->clock));
  if (stafet_cli_wants_json (cli))
    print_fragile_json (fragile);
  else
    print_fragile (fragile);
  return TRUE;
}

const StafetCommand stafet_cli_leavers[] = {
  { "leave", "VOLUNTEER --from D [--dry-run]",
    N_ ("A volunteer stops: says what becomes free from that day on, and does it."), "from dry-run", 1, 1,
    TRUE, run_leave, check_leave },
  { "erase", "VOLUNTEER --confirm NAME [--dry-run]",
    N_ ("Erases a volunteer for good, and says what went and what stays."), "confirm dry-run", 1, 1, TRUE,
    run_erase, check_erase },
  { "access", "VOLUNTEER -o FILE", N_ ("Writes down all that is held on a volunteer."), "output", 1, 1, TRUE,
    run_access, check_access },
  { "due", "[--format json]", N_ ("Lists whose data are kept no longer unless somebody says so."), "format",
    0, 0, TRUE, run_due },
  { "fragile", "[--house H] [--format json]",
    N_ ("Lists what falls with one person in the next eight weeks."), "house format", 0, 0, TRUE,
    run_fragile },
  { NULL }
};
