/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * stafetctl: everything the plan can do, without a window.
 */
#include "stafet-cli.h"

#include "core/stafet-error.h"
#include <string.h>

G_DEFINE_QUARK (stafet - cli - error - quark, stafet_cli_error)

static const StafetCommand *const families[] = { stafet_cli_upkeep, stafet_cli_questions, stafet_cli_records,
                                                 stafet_cli_feeds };

/* ——— What commands share ——— */

gboolean
stafet_cli_usage (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (STAFET_CLI_ERROR, STAFET_CLI_ERROR_USAGE, format, args);
  va_end (args);
  return FALSE;
}

gboolean
stafet_cli_wants_json (StafetCli *cli)
{
  return g_strcmp0 (cli->format, "json") == 0;
}

void
stafet_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

gboolean
stafet_cli_edit (StafetCli *cli, StafetEdit *edit, gboolean print_created, GError **error)
{
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (cli->plan, edit, error);

  if (outcome == NULL)
    return FALSE;
  for (guint i = 0; i < outcome->warnings->len; i++)
    g_printerr ("stafetctl: %s\n", (const char *) g_ptr_array_index (outcome->warnings, i));
  if (print_created && outcome->created != NULL)
    g_print ("%s\n", outcome->created);
  return TRUE;
}

gboolean
stafet_cli_date (const char *text, StafetDate fallback, StafetDate *date, GError **error)
{
  *date = fallback;
  return text == NULL || stafet_date_parse (text, date, error);
}

gboolean
stafet_cli_reference (StafetCli *cli, StafetKind kind, const char *text, StafetUid *uid, GError **error)
{
  StafetRecord *record;

  *uid = NULL;
  if (text == NULL)
    return TRUE;
  record = stafet_reference_find (stafet_plan_get_snapshot (cli->plan), kind, text, error);
  if (record != NULL)
    *uid = record->uid;
  return record != NULL;
}

/* ——— Options ——— */

static gboolean
parse_options (StafetCli *cli, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &cli->store_path, N_ ("The store's file"), "FILE" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &cli->now, N_ ("What time it is"), "WALL" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &cli->today, N_ ("What day it is, at 8"), "DATE" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &cli->language, N_ ("da or en"), "LANG" },
    { "house", 0, 0, G_OPTION_ARG_STRING, &cli->house, N_ ("Only this house"), "H" },
    { "ward", 0, 0, G_OPTION_ARG_STRING, &cli->ward, N_ ("Only this ward"), "W" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &cli->area, N_ ("Only this area"), "A" },
    { "volunteer", 0, 0, G_OPTION_ARG_STRING, &cli->volunteer, N_ ("Only this volunteer"), "V" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &cli->date, N_ ("Which day"), "D" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &cli->from, N_ ("The first day"), "D" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &cli->to, N_ ("The last day"), "D" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &cli->on, N_ ("The original date"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &cli->format, N_ ("json for programs"), "json" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &cli->set, N_ ("Give a key a value; may be repeated"),
      "KEY=VALUE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &cli->by, N_ ("An organiser instead of a volunteer"), "ORGANISER" },
    { "guest", 0, 0, G_OPTION_ARG_STRING, &cli->guest, N_ ("A guest's first name instead of a volunteer"),
      "NAME" },
    { "count", 0, 0, G_OPTION_ARG_INT, &cli->count, N_ ("How many"), "N" },
    { "parity", 0, 0, G_OPTION_ARG_STRING, &cli->parity, N_ ("Even or odd weeks"), "even|odd" },
    { "every", 0, 0, G_OPTION_ARG_INT, &cli->every, N_ ("Every how many weeks"), "N" },
    { "standing", 0, 0, G_OPTION_ARG_NONE, &cli->standing, N_ ("On every date"), NULL },
    { "asked", 0, 0, G_OPTION_ARG_NONE, &cli->asked, N_ ("Asked, not promised yet"), NULL },
    { "anyway", 0, 0, G_OPTION_ARG_NONE, &cli->anyway, N_ ("In spite of an overlap or a full shift"), NULL },
    { "looking", 0, 0, G_OPTION_ARG_NONE, &cli->looking, N_ ("A stand-in is being looked for"), NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &cli->start, N_ ("The first wall time"), "WALL" },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &cli->rule, N_ ("A recurrence rule (RFC 5545)"), "RRULE" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &cli->season, N_ ("Only in this part of the year"),
      "MM-DD/MM-DD" },
    { "skip-weeks", 0, 0, G_OPTION_ARG_STRING, &cli->skip_weeks, N_ ("Not in these weeks"), "N,N" },
    { "feed", 0, 0, G_OPTION_ARG_STRING, &cli->feed, N_ ("A calendar subscription of the store"), "F" },
    { "names", 0, 0, G_OPTION_ARG_STRING, &cli->names, N_ ("How people are named"), "counts|first|full" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &cli->output, N_ ("Where to write; - is standard output"),
      "FILE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &cli->reason, N_ ("Why it is cancelled"), "TEXT" },
    { "as-planned", 0, 0, G_OPTION_ARG_NONE, &cli->as_planned, N_ ("Everybody came"), NULL },
    { "came", 0, 0, G_OPTION_ARG_NONE, &cli->came, N_ ("This one came"), NULL },
    { "absent", 0, 0, G_OPTION_ARG_NONE, &cli->absent, N_ ("This one did not come"), NULL },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &cli->minutes, N_ ("How long, in minutes"), "N" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &cli->limit, N_ ("At most so many"), "N" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND …");
  g_autoptr (GString) commands = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    for (const StafetCommand *command = families[i]; command->name != NULL; command++)
      g_string_append_printf (commands, "  %s %s\n", command->name, command->usage);
  g_option_context_set_description (context, commands->str);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

static const StafetCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    for (const StafetCommand *command = families[i]; command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;
  return NULL;
}

static gboolean
set_language (StafetCli *cli, GError **error)
{
  if (cli->language == NULL)
    return TRUE;
  if (strcmp (cli->language, "da") != 0 && strcmp (cli->language, "en") != 0)
    return stafet_cli_usage (error, _ ("--lang is da or en."));
  stafet_i18n_set_language (cli->language[0] == 'e' ? STAFET_LANGUAGE_EN : STAFET_LANGUAGE_DA);
  return TRUE;
}

/* ——— Time and store ——— */

static gboolean
make_clock (StafetCli *cli, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);
  const char *now = cli->now != NULL ? cli->now : g_getenv ("STAFET_NOW");
  StafetWall wall;
  StafetDate date;

  if (zone == NULL)
    return FALSE;
  if (cli->today != NULL)
    {
      if (!stafet_date_parse (cli->today, &date, error))
        return FALSE;
      cli->clock = stafet_clock_new_fixed (zone, stafet_wall_new (date, 8 * 60));
    }
  else if (now != NULL)
    {
      if (!stafet_wall_parse (now, &wall, error))
        return FALSE;
      cli->clock = stafet_clock_new_fixed (zone, wall);
    }
  else
    cli->clock = stafet_clock_new (zone);
  return TRUE;
}

static gboolean
open_plan (StafetCli *cli, GError **error)
{
  cli->store = stafet_store_open (cli->store_path, error);
  cli->plan = cli->store != NULL ? stafet_plan_new (cli->store, cli->clock, error) : NULL;
  if (cli->plan == NULL)
    return FALSE;
  if (cli->language == NULL)
    stafet_i18n_set_language (
      (StafetLanguage) stafet_snapshot_settings (stafet_plan_get_snapshot (cli->plan))->language);
  return TRUE;
}

static gboolean
run (StafetCli *cli, int argc, char **argv, GError **error)
{
  const StafetCommand *command = argc > 1 ? find_command (argv[1]) : NULL;
  guint extra;

  if (!set_language (cli, error))
    return FALSE;
  if (command == NULL)
    return stafet_cli_usage (error,
                             _ ("Say what to do: stafetctl COMMAND. stafetctl --help lists the commands."));
  cli->arguments = argv + 2;
  cli->n_arguments = (guint) (argc - 2);
  /* The volunteer of assign, unassign, regret and attend may be an option instead. */
  extra = g_str_has_suffix (command->name, "assign") || strcmp (command->name, "regret") == 0
              || strcmp (command->name, "attend") == 0
            ? 1
            : 0;
  if (cli->n_arguments < command->arguments || cli->n_arguments > command->arguments + extra)
    return stafet_cli_usage (error, _ ("Write: stafetctl %s %s"), command->name, command->usage);
  if (cli->format != NULL && strcmp (cli->format, "json") != 0)
    return stafet_cli_usage (error, _ ("--format is json."));
  if (cli->store_path == NULL)
    cli->store_path = g_build_filename (g_get_user_data_dir (), "stafet", "stafet.db", NULL);
  return make_clock (cli, error) && (!command->needs_plan || open_plan (cli, error))
         && command->run (cli, error);
}

/* 1: refused because of what the store holds; 2: malformed whatever it holds. */
static int
exit_code (const GError *error)
{
  if (error->domain == STAFET_CLI_ERROR)
    return error->code == STAFET_CLI_ERROR_CHECK ? 1 : 2;
  if (error->domain == STAFET_CORE_ERROR || error->domain == G_OPTION_ERROR)
    return 2;
  if (error->domain == STAFET_STORE_ERROR
      && (error->code == STAFET_STORE_ERROR_UNREADABLE || error->code == STAFET_STORE_ERROR_FOREIGN
          || error->code == STAFET_STORE_ERROR_NEWER))
    return 2;
  return 1;
}

static void
clear (StafetCli *cli)
{
  char **texts[] = { &cli->store_path, &cli->now,   &cli->today,     &cli->language, &cli->house,
                     &cli->ward,       &cli->area,  &cli->volunteer, &cli->date,     &cli->from,
                     &cli->to,         &cli->on,    &cli->format,    &cli->by,       &cli->guest,
                     &cli->parity,     &cli->start, &cli->rule,      &cli->season,   &cli->skip_weeks,
                     &cli->feed,       &cli->names, &cli->output,    &cli->reason };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&cli->set, g_strfreev);
  g_clear_object (&cli->plan);
  g_clear_object (&cli->store);
  g_clear_object (&cli->clock);
}

int
main (int argc, char **argv)
{
  StafetCli cli = { 0 };
  g_autoptr (GError) error = NULL;
  int code = 0;

  stafet_i18n_init (STAFET_LOCALE_DIR_DEFAULT);
  if (!parse_options (&cli, &argc, &argv, &error) || !run (&cli, argc, argv, &error))
    {
      g_printerr ("stafetctl: %s\n", error->message);
      code = exit_code (error);
    }
  clear (&cli);
  return code;
}
