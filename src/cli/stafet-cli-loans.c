/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * approve-loan, refuse-loan, withdraw-loan, move-loan and answer-loan.
 */
#include "stafet-cli.h"

/* The refusal that @key names; FALSE when there is none such. */
static gboolean
find_refusal (const char *key, StafetRefusal *refusal)
{
  const StafetEnumValue *values = stafet_record_info_field (&stafet_loan_info, "reason")->values;

  for (int i = 0; key != NULL && values[i].key != NULL; i++)
    if (g_str_equal (values[i].key, key))
      {
        *refusal = (StafetRefusal) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
run_approve (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli, stafet_use_approve_loan (cli->arguments[0], cli->by, cli->text, cli->anyway),
                          FALSE, error);
}

static gboolean
check_refuse (StafetCli *cli, GError **error)
{
  StafetRefusal reason;

  return find_refusal (cli->reason, &reason)
         || stafet_cli_usage (error,
                              _ ("Say why: --reason commercial|taken|unsuitable|closed|not_local|broken."));
}

static gboolean
run_refuse (StafetCli *cli, GError **error)
{
  StafetRefusal reason = STAFET_REFUSAL_COMMERCIAL;

  find_refusal (cli->reason, &reason);
  return stafet_cli_edit (cli, stafet_use_refuse_loan (cli->arguments[0], reason, cli->by, cli->text), FALSE,
                          error);
}

static gboolean
run_withdraw (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli, stafet_use_withdraw_loan (cli->arguments[0]), FALSE, error);
}

static gboolean
check_move (StafetCli *cli, GError **error)
{
  if (cli->on != STAFET_DATE_NONE && cli->start != STAFET_WALL_NONE && cli->end != STAFET_WALL_NONE)
    return TRUE;
  return stafet_cli_usage (error,
                           _ ("Say which date is to move, and to when: --on DATE --start WALL --end WALL."));
}

static gboolean
run_move (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (
    cli, stafet_use_propose_move (cli->arguments[0], cli->on, cli->start, cli->end, cli->room), FALSE, error);
}

static gboolean
check_answer (StafetCli *cli, GError **error)
{
  return g_str_equal (cli->arguments[1], "yes") || g_str_equal (cli->arguments[1], "no")
         || stafet_cli_usage (error, _ ("Write what the borrower says: yes or no."));
}

static gboolean
run_answer (StafetCli *cli, GError **error)
{
  gboolean yes = g_str_equal (cli->arguments[1], "yes");

  return stafet_cli_edit (cli, stafet_use_answer_move (cli->arguments[0], yes, cli->anyway), FALSE, error);
}

const StafetCommand stafet_cli_loans[] = {
  { "approve-loan", "LOAN --by WHO [--text T] [--anyway]",
    N_ ("Approves that a room is lent out: it is in the programme from then on."), "by text anyway", 1, 1,
    TRUE, run_approve },
  { "refuse-loan", "LOAN --reason commercial|taken|unsuitable|closed|not_local|broken --by WHO [--text T]",
    N_ ("Refuses it, for an objective reason."), "reason by text", 1, 1, TRUE, run_refuse, check_refuse },
  { "withdraw-loan", "LOAN", N_ ("The borrower needs the room no more."), "", 1, 1, TRUE, run_withdraw },
  { "move-loan", "LOAN --on D --start WALL --end WALL [--room R]",
    N_ ("Proposes to the borrower that one date moves."), "on start end room", 1, 1, TRUE, run_move,
    check_move },
  { "answer-loan", "LOAN yes|no [--anyway]", N_ ("Moves the date as proposed, or lets it stand."), "anyway",
    2, 2, TRUE, run_answer, check_answer },
  { NULL }
};
