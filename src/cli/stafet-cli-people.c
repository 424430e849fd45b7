/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands about one person on one date beside putting on and taking off: a call and what came of it, a
 * swap, and the answer of a house that is asked to lend.
 */
#include "schedule/stafet-borrowings.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* ——— call ——— */

static StafetEdit *
call_and (StafetEdit *answer, const char *shift, const char *volunteer, StafetDate date)
{
  GPtrArray *edits = g_ptr_array_new ();

  g_ptr_array_add (edits, answer);
  g_ptr_array_add (edits, stafet_use_call (shift, volunteer, date, STAFET_CALL_RANG));
  return stafet_use_several (NULL, edits);
}

/* (transfer full) */
static StafetEdit *
call_edit (const StafetCli *cli)
{
  const char *shift = cli->arguments[0], *volunteer = cli->arguments[1], *outcome = cli->call_outcome;
  const StafetWho who = { .volunteer = volunteer };

  if (g_str_equal (outcome, "yes"))
    return call_and (stafet_use_assign (shift, &who, cli->on, FALSE, cli->anyway), shift, volunteer, cli->on);
  if (g_str_equal (outcome, "if_needed"))
    return call_and (stafet_use_assign_if_needed (shift, volunteer, cli->on, cli->anyway), shift, volunteer,
                     cli->on);
  if (g_str_equal (outcome, "cannot"))
    return stafet_use_cannot (shift, volunteer, cli->on);
  if (g_str_equal (outcome, "waits"))
    return stafet_use_call (shift, volunteer, cli->on, STAFET_CALL_WAITS);
  return stafet_use_call (shift, volunteer, cli->on,
                          g_str_equal (outcome, "no_answer") ? STAFET_CALL_NO_ANSWER : STAFET_CALL_RANG);
}

static gboolean
check_call (StafetCli *cli, GError **error)
{
  if (cli->on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  if (cli->call_outcome == NULL)
    return stafet_cli_usage (
      error, _ ("Say how the call went: --went rang, no_answer, cannot, waits, if_needed or yes."));
  return TRUE;
}

static gboolean
run_call (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli, call_edit (cli), FALSE, error);
}

/* ——— swap ——— */

static gboolean
check_swap (StafetCli *cli, GError **error)
{
  if (cli->on != STAFET_DATE_NONE && cli->other != STAFET_DATE_NONE)
    return TRUE;
  return stafet_cli_usage (error,
                           _ ("Say when: --on DATE of the first shift, and --for DATE of the other one."));
}

static gboolean
run_swap (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli,
                          stafet_use_swap (cli->arguments[0], cli->arguments[1], cli->on, cli->arguments[2],
                                           cli->n_arguments > 3 ? cli->arguments[3] : NULL, cli->other),
                          FALSE, error);
}

/* ——— lend ——— */

static void
add_borrowing (JsonBuilder *builder, const StafetBorrowing *borrowing)
{
  char date[STAFET_DATE_SIZE], wall[STAFET_WALL_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "shift", borrowing->shift->parent.uid);
  STRING (builder, "original_date", stafet_date_write (borrowing->date, date));
  STRING (builder, "start", stafet_wall_write (borrowing->start, wall));
  STRING (builder, "end", stafet_wall_write (borrowing->end, wall));
  STRING (builder, "title", borrowing->title);
  STRING (builder, "house_name", borrowing->house_name);
  STRING (builder, "volunteer", borrowing->volunteer->parent.uid);
  STRING (builder, "name", borrowing->volunteer->name);
  json_builder_end_object (builder);
}

static gboolean
print_borrowings (StafetCli *cli, GError **error)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetAgendaQuery places = { .from = STAFET_DATE_NONE };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &places.house, error)
      || !stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &places.area, error))
    return FALSE;
  found =
    stafet_borrowings_find (stafet_plan_get_snapshot (cli->plan), &places, stafet_clock_now (cli->clock));
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      const StafetBorrowing *borrowing = g_ptr_array_index (found, i);
      g_autofree char *words = stafet_borrowing_words (borrowing, language);
      g_autofree char *when = stafet_borrowing_when (borrowing, language);

      add_borrowing (builder, borrowing);
      if (!stafet_cli_wants_json (cli))
        g_print ("%s: %s\n", words, when);
    }
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  else if (found->len == 0)
    g_print (_ ("No house waits for an answer.\n"));
  return TRUE;
}

static gboolean
check_lend (StafetCli *cli, GError **error)
{
  gboolean lists = cli->n_arguments == 0 && cli->answer == NULL && cli->on == STAFET_DATE_NONE;
  gboolean answers = cli->n_arguments == 2 && cli->answer != NULL && cli->on != STAFET_DATE_NONE
                     && cli->house == NULL && cli->area == NULL;

  if (lists || answers)
    return TRUE;
  return stafet_cli_usage (error,
                           _ ("Write SHIFT VOLUNTEER --on DATE --answer yes or no; or nothing of them, to "
                              "see who waits for an answer."));
}

static gboolean
run_lend (StafetCli *cli, GError **error)
{
  if (cli->n_arguments == 0)
    return print_borrowings (cli, error);
  return stafet_cli_edit (cli,
                          stafet_use_answer_borrowing (cli->arguments[0], cli->arguments[1], cli->on,
                                                       g_str_equal (cli->answer, "yes")),
                          FALSE, error);
}

const StafetCommand stafet_cli_people[] = {
  { "call", "SHIFT VOLUNTEER --on DATE --went rang|no_answer|cannot|waits|if_needed|yes [--anyway]",
    N_ ("Notes that a volunteer was rung about a date, and what she said."), "on went anyway", 2, 2, TRUE,
    run_call, check_call },
  { "swap", "SHIFT VOLUNTEER SHIFT2 [VOLUNTEER2] --on DATE --for DATE2",
    N_ ("Lets two volunteers change places, or one go to a vacant one."), "on for", 3, 4, TRUE, run_swap,
    check_swap },
  { "lend", "[SHIFT VOLUNTEER --on DATE --answer yes|no | [--house H | --area A] [--format json]]",
    N_ ("Answers a house that wants to borrow a volunteer, or lists what waits for an answer."),
    "on answer house area format", 0, 2, TRUE, run_lend, check_lend },
  { NULL }
};
