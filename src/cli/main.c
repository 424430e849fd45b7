/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * stafetctl: everything the plan can do, without a window.
 */
#include "stafet-cli.h"

#include "core/stafet-error.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
G_DEFINE_QUARK (stafet-cli-error-quark, stafet_cli_error)
/* clang-format on */

static const StafetCommand *const families[] = {
  stafet_cli_questions, stafet_cli_candidates, stafet_cli_matching, stafet_cli_proposals, stafet_cli_records,
  stafet_cli_people,    stafet_cli_leavers,    stafet_cli_signups,  stafet_cli_calls,     stafet_cli_loans,
  stafet_cli_reviews,   stafet_cli_seasons,    stafet_cli_feeds,    stafet_cli_history,   stafet_cli_paper,
  stafet_cli_upkeep,    stafet_cli_recipients, stafet_cli_hours,    stafet_cli_serving
};

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
stafet_cli_edit_making (StafetCli *cli, StafetEdit *edit, StafetUid *created, GError **error)
{
  g_autoptr (GError) unsaved = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;

  if (!stafet_store_backup_daily (cli->store, stafet_clock_today (cli->clock), &unsaved))
    g_printerr (_ ("stafetctl: There is no backup of today: %s\n"), unsaved->message);
  outcome = stafet_plan_edit (cli->plan, edit, error);
  if (outcome == NULL)
    return FALSE;
  for (guint i = 0; i < outcome->warnings->len; i++)
    g_printerr ("stafetctl: %s\n", (const char *) g_ptr_array_index (outcome->warnings, i));
  if (created != NULL)
    *created = outcome->created;
  return TRUE;
}

gboolean
stafet_cli_edit (StafetCli *cli, StafetEdit *edit, gboolean print_created, GError **error)
{
  StafetUid created;

  if (!stafet_cli_edit_making (cli, edit, &created, error))
    return FALSE;
  if (print_created && created != NULL)
    g_print ("%s\n", created);
  return TRUE;
}

StafetParity
stafet_cli_parity (StafetCli *cli)
{
  if (cli->parity == NULL)
    return STAFET_PARITY_NONE;
  return *cli->parity == 'o' ? STAFET_PARITY_ODD : STAFET_PARITY_EVEN;
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

typedef enum
{
  OPTION_TEXT,
  OPTION_FILE,   /* any bytes */
  OPTION_CHOICE, /* one of the words of its value, with | between */
  OPTION_DATE,
  OPTION_WALL,
  OPTION_MOMENT, /* a date or a wall time */
  OPTION_WEEK,
  OPTION_NUMBER, /* from 1 to MOST_NUMBER */
  OPTION_PAIRS,  /* may be repeated */
  OPTION_FLAG
} OptionType;

typedef struct
{
  const char *name;
  OptionType type;
  gsize offset; /* in StafetCli */
  const char *value;
  const char *title; /* translatable */
  char letter;       /* the short form, or 0 */
} Option;

#define OPTION(name, type, member, value, title, ...)                                                        \
  {                                                                                                          \
    name, OPTION_##type, G_STRUCT_OFFSET (StafetCli, member), value, title, ##__VA_ARGS__                    \
  }
/* The first of the table go with every command. */
#define N_EVERYWHERE 5
#define MOST_NUMBER 1000000

static const Option options[] = {
  OPTION ("store", FILE, store_path, "FILE", N_ ("The store's file")),
  OPTION ("now", WALL, now, "WALL", N_ ("What time it is")),
  OPTION ("today", DATE, today, "DATE", N_ ("What day it is, at 8")),
  OPTION ("lang", CHOICE, language, "da|en", N_ ("da or en")),
  OPTION ("help", FLAG, help, NULL, N_ ("Show this help"), 'h'),
  OPTION ("house", TEXT, house, "H", N_ ("Only this house")),
  OPTION ("ward", TEXT, ward, "W", N_ ("Only this ward")),
  OPTION ("area", TEXT, area, "A", N_ ("Only this area")),
  OPTION ("volunteer", TEXT, volunteer, "V", N_ ("Only this volunteer")),
  OPTION ("activity", TEXT, activity, "A", N_ ("Only this activity")),
  OPTION ("date", DATE, date, "D", N_ ("Which day")),
  OPTION ("from", DATE, from, "D", N_ ("The first day")),
  OPTION ("to", DATE, to, "D", N_ ("The last day")),
  OPTION ("week", WEEK, week, "YEAR-Wnn", N_ ("Which week; without it, this one")),
  OPTION ("on", DATE, on, "DATE", N_ ("The original date")),
  OPTION ("following", FLAG, following, NULL, N_ ("That date and those after it")),
  OPTION ("file", FILE, file, "FILE", N_ ("A calendar file that somebody else made, instead of the store")),
  OPTION ("format", CHOICE, format, "text|json", N_ ("json for programs")),
  OPTION ("set", PAIRS, set, "KEY=VALUE", N_ ("Give a key a value; may be repeated")),
  OPTION ("by", TEXT, by, "ORGANISER", N_ ("An organiser instead of a volunteer, or who decides")),
  OPTION ("guest", TEXT, guest, "NAME", N_ ("A guest's first name instead of a volunteer")),
  OPTION ("count", NUMBER, count, "N", N_ ("How many")),
  OPTION ("parity", CHOICE, parity, "even|odd", N_ ("Even or odd weeks")),
  OPTION ("every", NUMBER, every, "N", N_ ("Every how many weeks")),
  OPTION ("standing", FLAG, standing, NULL, N_ ("On every date")),
  OPTION ("apply", FLAG, apply, NULL, N_ ("Ask all of them")),
  OPTION ("again", FLAG, again, NULL,
          N_ ("Take back questions nobody was rung about, where that fills more")),
  OPTION ("ask-first", FLAG, ask_first, NULL, N_ ("Also those whose times are by agreement")),
  OPTION ("asked", FLAG, asked, NULL, N_ ("Asked, not promised yet")),
  OPTION ("if-needed", FLAG, if_needed, NULL, N_ ("Takes it if nobody else can")),
  OPTION ("anyway", FLAG, anyway, NULL, N_ ("In spite of an overlap or a full shift")),
  OPTION ("looking", FLAG, looking, NULL, N_ ("A stand-in is being looked for")),
  OPTION ("start", WALL, start, "WALL", N_ ("The first wall time")),
  OPTION ("rule", TEXT, rule, "RRULE", N_ ("A recurrence rule (RFC 5545)")),
  OPTION ("season", TEXT, season, "MM-DD/MM-DD", N_ ("Only in this part of the year")),
  OPTION ("skip-weeks", TEXT, skip_weeks, "N,N", N_ ("Not in these weeks")),
  OPTION ("feed", TEXT, feed, "F", N_ ("A calendar subscription of the store")),
  OPTION ("names", CHOICE, names, "counts|first|full", N_ ("How people are named")),
  OPTION ("exchange", FLAG, exchange, NULL, N_ ("Everything of the house as series, for another program")),
  OPTION ("output", FILE, output, "FILE", N_ ("Where to write; - is standard output"), 'o'),
  OPTION ("reason", TEXT, reason, "TEXT", N_ ("Why it is cancelled")),
  OPTION ("as-planned", FLAG, as_planned, NULL, N_ ("Everybody came")),
  OPTION ("came", FLAG, came, NULL, N_ ("This one came")),
  OPTION ("absent", FLAG, absent, NULL, N_ ("This one did not come")),
  OPTION ("reopen", FLAG, reopen, NULL, N_ ("Nobody is confirmed any more")),
  OPTION ("minutes", NUMBER, minutes, "N", N_ ("How long, in minutes")),
  OPTION ("phone", TEXT, phone, "P", N_ ("Her phone number")),
  OPTION ("heads", TEXT, heads, "N", N_ ("How many come, with her")),
  OPTION ("transport", TEXT, transport, "FROM", N_ ("From where she is fetched")),
  OPTION ("aid", FLAG, aid, NULL, N_ ("With a place for an aid on the transport")),
  OPTION ("meals", TEXT, meals, "N", N_ ("How many eat; without it all heads")),
  OPTION ("take-home", TEXT, take_home, "N", N_ ("How many meals she takes home")),
  OPTION ("method", CHOICE, method, "counted|estimated|reported", N_ ("How it was counted")),
  OPTION ("example", CHOICE, example, "house|municipality", N_ ("Filled with invented people and plans")),
  OPTION ("seed", NUMBER, seed, "N", N_ ("Which example: the same number gives the same one")),
  OPTION ("as", CHOICE, list, "volunteers|activities|houses|offers|even|odd|fortnight",
          N_ ("What a list is about, or how a series goes on")),
  OPTION ("unknown-houses", CHOICE, unknown_houses, "add|given",
          N_ ("What becomes of rows that name a house which is not there")),
  OPTION ("map", PAIRS, set, "COLUMN=KEY", N_ ("What a column says; may be repeated")),
  OPTION ("wish", TEXT, wish, "TEXT", N_ ("What is wished for, in everyday words")),
  OPTION ("join", FLAG, join, NULL, N_ ("To join something")),
  OPTION ("give", FLAG, give, NULL, N_ ("To do something for others")),
  OPTION ("postcode", TEXT, postcode, "P", N_ ("Where the citizen lives")),
  OPTION ("when", TEXT, when, "TEXT", N_ ("At which times, for example: in the morning, on Tuesdays")),
  OPTION ("price", TEXT, price, "KRONER", N_ ("What it may cost at most")),
  OPTION ("lift", FLAG, lift, NULL, N_ ("Whoever comes has to be fetched")),
  OPTION ("company", FLAG, company, NULL, N_ ("Whoever comes would like company the first time")),
  OPTION ("public", FLAG, public_only, NULL, N_ ("Only what may stand on a public page")),
  OPTION ("dry-run", FLAG, dry_run, NULL, N_ ("Only look, write nothing")),
  OPTION ("change", NUMBER, change, "ID", N_ ("The number of a change in the history")),
  OPTION ("since", MOMENT, since, "WHEN", N_ ("From this date or wall time on")),
  OPTION ("limit", NUMBER, limit, "N", N_ ("At most so many")),
  OPTION ("room", TEXT, room, "R", N_ ("Only this room or vehicle")),
  OPTION ("end", WALL, end, "WALL", N_ ("The last wall time")),
  OPTION ("text", TEXT, text, "TEXT", N_ ("What those who meet a closed door read")),
  OPTION ("closure", TEXT, closure, "C", N_ ("A closure of the store")),
  OPTION ("loan", TEXT, loan, "L", N_ ("A loan of the store")),
  OPTION ("series", TEXT, series, "S", N_ ("An activity, or a shift that stands alone")),
  OPTION ("occurrence", TEXT, occurrence, "SERIES", N_ ("An activity or a shift, on a date")),
  OPTION ("skill", TEXT, skill, "S", N_ ("Only who can do this")),
  OPTION ("instance", FILE, instance, "FILE.json", N_ ("An instance of the rostering problem")),
  OPTION ("whom", TEXT, whom, "WHO", N_ ("Who was rung up, as the call list names her")),
  OPTION ("confirm", TEXT, confirm, "NAME", N_ ("The whole name of whoever is to be erased")),
  OPTION ("outcome", CHOICE, outcome, "told|rang|no_answer", N_ ("How the call went")),
  OPTION ("went", CHOICE, call_outcome, "rang|no_answer|cannot|waits|if_needed|yes",
          N_ ("How the call went, and what she said")),
  OPTION ("for", DATE, other, "DATE2", N_ ("The original date of the shift it is swapped for")),
  OPTION ("answer", CHOICE, answer, "yes|no", N_ ("Whether the volunteer is lent")),
  OPTION ("listen", TEXT, listen, "ADDRESS:PORT",
          N_ ("Where to listen; without it 127.0.0.1 and any free port")),
  OPTION ("folder", FILE, folder, "DIR", N_ ("A published folder instead of the store")),
  OPTION ("alternating", FLAG, alternating, NULL, N_ ("What goes every other week, across a new year")),
  OPTION ("year", NUMBER, year, "N", N_ ("The year that begins")),
  OPTION ("into", DATE, into, "D", N_ ("The first day of the new season")),
  OPTION ("until", DATE, until, "D", N_ ("The last day of the new season")),
  OPTION ("only", PAIRS, set, "TITLE", N_ ("Only this activity; may be repeated")),
  OPTION ("without-people", FLAG, without_people, NULL, N_ ("Without standing places")),
  OPTION ("verify", FLAG, verify, NULL, N_ ("Look afterwards whether readers get the newest version")),
  OPTION ("order-text", FLAG, order_text, NULL, N_ ("The text of an order to the IT department")),
  OPTION ("password-file", FILE, password_file, "FILE", N_ ("Where the password stands, on the first line")),
  OPTION ("timeout", NUMBER, timeout, "N", N_ ("How many seconds an answer may take")),
  OPTION ("drafts", FLAG, drafts, NULL, N_ ("As drafts, which are shown nowhere else")),
};
G_STATIC_ASSERT (G_N_ELEMENTS (options) <= STAFET_CLI_MOST_OPTIONS);

/* Whether @word is one of the words of @list, which @separator parts. */
static gboolean
has_word (const char *list, char separator, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; length > 0 && (at = strstr (at, word)) != NULL; at += length)
    if ((at == list || at[-1] == separator) && (at[length] == separator || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
check_text (const char *text, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_utf8_make_valid (text, -1);
  return stafet_cli_usage (error, _ ("“%s” is not text in UTF-8. Write it again with ordinary letters."),
                           shown);
}

static gboolean
read_number (const Option *option, const char *text, int *number, GError **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, 1, MOST_NUMBER, &value, NULL))
    return stafet_cli_usage (error, _ ("--%s cannot be “%s”. Write a whole number from 1 to %d."),
                             option->name, text, MOST_NUMBER);
  *number = (int) value;
  return TRUE;
}

static gboolean
read_moment (const char *text, StafetMoment *moment, GError **error)
{
  StafetDate date;
  StafetWall wall;

  if (strchr (text, 'T') == NULL)
    {
      if (!stafet_date_parse (text, &date, error))
        return FALSE;
      *moment = stafet_moment_from_date (date);
      return TRUE;
    }
  if (!stafet_wall_parse (text, &wall, error))
    return FALSE;
  *moment = stafet_moment_from_wall (wall);
  return TRUE;
}

static gboolean
read_option (StafetCli *cli, const Option *option, const char *text, GError **error)
{
  gpointer member = G_STRUCT_MEMBER_P (cli, option->offset);

  if (option->type != OPTION_FILE && option->type != OPTION_FLAG && !check_text (text, error))
    return FALSE;
  switch (option->type)
    {
    case OPTION_FLAG:
      *(gboolean *) member = TRUE;
      return TRUE;
    case OPTION_DATE:
      return stafet_date_parse (text, member, error);
    case OPTION_WALL:
      return stafet_wall_parse (text, member, error);
    case OPTION_MOMENT:
      return read_moment (text, member, error);
    case OPTION_WEEK:
      return stafet_week_parse (text, member, error);
    case OPTION_NUMBER:
      return read_number (option, text, member, error);
    case OPTION_PAIRS:
      g_ptr_array_add (*(GPtrArray **) member, (char *) text);
      return TRUE;
    case OPTION_CHOICE:
      if (!has_word (option->value, '|', text))
        return stafet_cli_usage (error, _ ("--%s cannot be “%s”. Write one of: %s."), option->name, text,
                                 option->value);
      break;
    default:
      break;
    }
  *(const char **) member = text;
  return TRUE;
}

/* The option that "--name", "--name=value" or a letter names; @value is what stands behind the sign, or
 * NULL. */
static const Option *
find_option (const char *argument, const char **value)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *name =
    equals != NULL ? g_strndup (argument, (gsize) (equals - argument)) : g_strdup (argument);

  *value = equals != NULL ? equals + 1 : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *letter = g_strdup_printf ("-%c", options[i].letter);

      if ((g_str_has_prefix (name, "--") && strcmp (name + 2, options[i].name) == 0)
          || (options[i].letter != 0 && strcmp (argument, letter) == 0))
        return &options[i];
    }
  return NULL;
}

/* Reads the option at @argv[@at]. Returns how many arguments it took; 0 is an error. */
static int
take_option (StafetCli *cli, char **argv, int at, GError **error)
{
  const char *value;
  const Option *option = find_option (argv[at], &value);
  gboolean behind;

  if (option == NULL)
    return stafet_cli_usage (error, _ ("There is no option “%s”. stafetctl --help lists them."), argv[at]);
  if (option->type == OPTION_FLAG && value != NULL)
    return stafet_cli_usage (error, _ ("--%s takes no value: write it alone."), option->name);
  behind = option->type != OPTION_FLAG && value == NULL;
  if (behind)
    value = argv[at + 1];
  if (behind && value == NULL)
    return stafet_cli_usage (error, _ ("--%s lacks its value: write --%s %s."), option->name, option->name,
                             option->value);
  cli->given[option - options] = TRUE;
  if (!read_option (cli, option, value, error))
    return 0;
  return behind ? 2 : 1;
}

static gboolean
parse (StafetCli *cli, int argc, char **argv, GError **error)
{
  gboolean only_words = FALSE;

  for (int at = 1, taken; at < argc; at += taken)
    {
      taken = 1;
      if (!only_words && strcmp (argv[at], "--") == 0)
        only_words = TRUE;
      else if (!only_words && argv[at][0] == '-' && argv[at][1] != '\0')
        taken = take_option (cli, argv, at, error);
      else if (check_text (argv[at], error))
        g_ptr_array_add (cli->words, argv[at]);
      else
        taken = 0;
      if (taken == 0)
        return FALSE;
    }
  g_ptr_array_add (cli->set, NULL);
  g_ptr_array_add (cli->words, NULL);
  cli->arguments = (const char *const *) cli->words->pdata + 1;
  cli->n_arguments = cli->words->len >= 2 ? cli->words->len - 2 : 0;
  return TRUE;
}

static const StafetCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    for (const StafetCommand *command = families[i]; name != NULL && command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;
  return NULL;
}

static gboolean
check_typed (StafetKind kind, const char *key, const char *text, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (kind, "");

  return text == NULL
         || stafet_record_set_text (record, stafet_record_info_field (stafet_record_info (kind), key), text,
                                    error);
}

/* Dates in order and texts that may be kept. */
static gboolean
check_values (StafetCli *cli, GError **error)
{
  StafetDate first = cli->from != STAFET_DATE_NONE ? cli->from : cli->on;

  if (first != STAFET_DATE_NONE && cli->to != STAFET_DATE_NONE && cli->to < first)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  return check_typed (STAFET_KIND_EXCEPTION, "reason", cli->reason, error)
         && check_typed (STAFET_KIND_ASSIGNMENT, "guest", cli->guest, error);
}

/* Only options that the command knows, and as many arguments as it takes. */
static gboolean
check_call (StafetCli *cli, const StafetCommand *command, GError **error)
{
  for (gsize i = N_EVERYWHERE; i < G_N_ELEMENTS (options); i++)
    if (cli->given[i] && !has_word (command->options, ' ', options[i].name))
      return stafet_cli_usage (error, _ ("--%s does not go with %s. Write: stafetctl %s %s"), options[i].name,
                               command->name, command->name, command->usage);
  if (cli->n_arguments < command->n_minimum || cli->n_arguments > command->n_maximum)
    return stafet_cli_usage (error, _ ("Write: stafetctl %s %s"), command->name, command->usage);
  if (cli->now != STAFET_WALL_NONE && cli->today != STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say what time it is with --now or --today, not with both."));
  return check_values (cli, error) && (command->check == NULL || command->check (cli, error));
}

/* ——— Help ——— */

static void
print_option (const Option *option)
{
  g_autofree char *letter = option->letter != 0 ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("");
  g_autofree char *left =
    g_strdup_printf ("%s--%s%s%s", letter, option->name, option->value != NULL ? " " : "",
                     option->value != NULL ? option->value : "");

  g_print ("  %-30s %s\n", left, _ (option->title));
}

static void
print_help (const StafetCommand *command)
{
  if (command != NULL)
    g_print ("stafetctl %s %s\n  %s\n", command->name, command->usage, _ (command->summary));
  else
    {
      g_print ("%s\n\n", _ ("stafetctl COMMAND … plans a house's activities and volunteers."));
      for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
        for (const StafetCommand *each = families[i]; each->name != NULL; each++)
          g_print ("  %-13s %s\n", each->name, _ (each->summary));
      g_print ("\n%s\n", _ ("stafetctl COMMAND --help tells how to write a command."));
    }
  g_print ("\n");
  for (gsize i = 0; command != NULL && i < G_N_ELEMENTS (options); i++)
    if (has_word (command->options, ' ', options[i].name))
      print_option (&options[i]);
  for (gsize i = 0; i < N_EVERYWHERE; i++)
    print_option (&options[i]);
}

/* ——— Time and store ——— */

static gboolean
make_clock (StafetCli *cli, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);
  const char *environment = g_getenv ("STAFET_NOW");

  if (zone == NULL)
    return FALSE;
  if (cli->today != STAFET_DATE_NONE)
    cli->now = stafet_wall_new (cli->today, 8 * 60);
  if (cli->now == STAFET_WALL_NONE && environment != NULL && *environment != '\0'
      && !stafet_wall_parse (environment, &cli->now, error))
    return FALSE;
  if (cli->now != STAFET_WALL_NONE)
    cli->clock = stafet_clock_new_fixed (zone, cli->now);
  else
    cli->clock = stafet_clock_new (zone);
  return TRUE;
}

gboolean
stafet_cli_open_plan (StafetCli *cli, GError **error)
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

static void
set_language (StafetCli *cli)
{
  if (cli->language != NULL)
    stafet_i18n_set_language (*cli->language == 'e' ? STAFET_LANGUAGE_EN : STAFET_LANGUAGE_DA);
}

/* What was printed must have arrived: a full disk behind ">" is a failure too. */
static gboolean
flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error_literal (error, STAFET_CLI_ERROR, STAFET_CLI_ERROR_OUTPUT,
                       _ ("The output could not be written. Is the disk full?"));
  return FALSE;
}

static gboolean
run (StafetCli *cli, int argc, char **argv, GError **error)
{
  const StafetCommand *command;

  if (!parse (cli, argc, argv, error))
    return FALSE;
  set_language (cli);
  command = find_command (g_ptr_array_index (cli->words, 0));
  if (cli->help)
    {
      print_help (command);
      return flush (error);
    }
  if (command == NULL && cli->words->len > 1)
    return stafet_cli_usage (error, _ ("There is no command “%s”. stafetctl --help lists them."),
                             (const char *) g_ptr_array_index (cli->words, 0));
  if (command == NULL)
    return stafet_cli_usage (error,
                             _ ("Say what to do: stafetctl COMMAND. stafetctl --help lists the commands."));
  if (cli->store_path == NULL)
    cli->store_path = cli->default_path =
      g_build_filename (g_get_user_data_dir (), "stafet", "stafet.db", NULL);
  return check_call (cli, command, error) && make_clock (cli, error)
         && (!command->needs_plan || stafet_cli_open_plan (cli, error)) && command->run (cli, error)
         && flush (error);
}

/* 1: refused because of what the store holds; 2: malformed whatever it holds. */
static int
exit_code (const GError *error)
{
  if (error->domain == STAFET_CLI_ERROR)
    return error->code == STAFET_CLI_ERROR_USAGE ? 2 : 1;
  if (error->domain == STAFET_CORE_ERROR
      || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED))
    return 2;
  if (error->domain == STAFET_STORE_ERROR
      && (error->code == STAFET_STORE_ERROR_UNREADABLE || error->code == STAFET_STORE_ERROR_FOREIGN
          || error->code == STAFET_STORE_ERROR_NEWER))
    return 2;
  return 1;
}

int
main (int argc, char **argv)
{
  StafetCli cli = { .now = STAFET_WALL_NONE,
                    .today = STAFET_DATE_NONE,
                    .date = STAFET_DATE_NONE,
                    .from = STAFET_DATE_NONE,
                    .to = STAFET_DATE_NONE,
                    .on = STAFET_DATE_NONE,
                    .into = STAFET_DATE_NONE,
                    .other = STAFET_DATE_NONE,
                    .until = STAFET_DATE_NONE,
                    .week = STAFET_DATE_NONE,
                    .start = STAFET_WALL_NONE,
                    .end = STAFET_WALL_NONE,
                    .since = STAFET_MOMENT_NONE,
                    .set = g_ptr_array_new (),
                    .words = g_ptr_array_new () };
  g_autoptr (GError) error = NULL;
  int code = 0;

  stafet_i18n_init (STAFET_LOCALE_DIR_DEFAULT);
  if (!run (&cli, argc, argv, &error))
    {
      g_printerr ("stafetctl: %s\n", error->message);
      if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
          || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL))
        g_printerr (_ ("With --anyway it is done all the same.\n"));
      code = exit_code (error);
    }
  g_clear_object (&cli.plan);
  g_clear_object (&cli.store);
  g_clear_object (&cli.clock);
  g_ptr_array_unref (cli.set);
  g_ptr_array_unref (cli.words);
  g_free (cli.default_path);
  return code;
}
