/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets of paper: print.
 */
#include "paper/stafet-sheet-arrivals.h"
#include "paper/stafet-sheet-calls.h"
#include "paper/stafet-sheet-doors.h"
#include "paper/stafet-sheet-loan.h"
#include "paper/stafet-sheet-programme.h"
#include "paper/stafet-sheet-roster.h"
#include "paper/stafet-sheet-sharing.h"
#include "publish/stafet-share.h"
#include "schedule/stafet-day.h"
#include "stafet-cli.h"

#include <stdio.h>
#include <string.h>

/* A sheet, and what it is about. */
typedef struct
{
  const char *name;
  gboolean house, ward, volunteer, loan, feed; /* which options go with it */
  StafetSheet *(*make) (StafetCli *cli, StafetDate monday, GError **error);
} Sheet;

/* ——— What each is about ——— */

/* --house, or the only house that is no nursing home. */
static gboolean
own_house (StafetCli *cli, StafetUid *house, GError **error)
{
  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, house, error))
    return FALSE;
  if (*house == NULL)
    *house = stafet_day_own_house (stafet_plan_get_snapshot (cli->plan));
  if (*house != NULL)
    return TRUE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_AMBIGUOUS,
                       _ ("Say which house with --house: stafetctl list house shows them."));
  return FALSE;
}

typedef StafetSheet *(*HouseSheet) (StafetSnapshot *snapshot, StafetUid house, StafetDate monday,
                                    StafetWall now);

static StafetSheet *
make_of_house (StafetCli *cli, StafetDate monday, HouseSheet make, GError **error)
{
  StafetUid house;

  if (!own_house (cli, &house, error))
    return NULL;
  return make (stafet_plan_get_snapshot (cli->plan), house, monday, stafet_clock_now (cli->clock));
}

static StafetSheet *
make_programme (StafetCli *cli, StafetDate monday, GError **error)
{
  return make_of_house (cli, monday, stafet_sheet_programme_new, error);
}

static StafetSheet *
make_doors (StafetCli *cli, StafetDate monday, GError **error)
{
  return make_of_house (cli, monday, stafet_sheet_doors_new, error);
}

static StafetSheet *
make_calls (StafetCli *cli, StafetDate monday, GError **error)
{
  return make_of_house (cli, monday, stafet_sheet_calls_new, error);
}

static StafetSheet *
make_arrivals (StafetCli *cli, StafetDate monday, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetUid house, ward;

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error)
      || !stafet_cli_reference (cli, STAFET_KIND_WARD, cli->ward, &ward, error))
    return NULL;
  if (ward == NULL && stafet_snapshot_index (snapshot, STAFET_INDEX_WARD_BY_HOUSE, house)->len == 0)
    {
      const StafetHouse *named = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house);

      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN,
                   _ ("%s has no wards. Name a nursing home with --house, or a ward with --ward."),
                   named->name);
      return NULL;
    }
  return stafet_sheet_arrivals_new (snapshot, house, ward, monday, stafet_clock_now (cli->clock));
}

static StafetSheet *
make_roster (StafetCli *cli, StafetDate monday, GError **error)
{
  StafetUid volunteer;

  if (!stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &volunteer, error))
    return NULL;
  return stafet_sheet_roster_new (stafet_plan_get_snapshot (cli->plan), volunteer, monday,
                                  stafet_clock_now (cli->clock));
}

static StafetSheet *
make_loan (StafetCli *cli, StafetDate monday, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  const StafetLoan *loan = stafet_reference_find (snapshot, STAFET_KIND_LOAN, cli->loan, error);

  (void) monday;
  return loan != NULL ? stafet_sheet_loan_new (snapshot, loan, stafet_clock_now (cli->clock)) : NULL;
}

static StafetSheet *
make_sharing (StafetCli *cli, StafetDate monday, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetLanguage language = (StafetLanguage) stafet_snapshot_settings (snapshot)->language;
  const StafetFeed *feed = stafet_reference_find (snapshot, STAFET_KIND_FEED, cli->feed, error);
  g_autofree char *whose = feed != NULL ? stafet_share_whose (snapshot, feed, language) : NULL;
  g_autofree char *caution = feed != NULL ? stafet_share_caution (feed, language) : NULL;
  StafetSharing sharing = { feed, whose, caution, NULL };
  StafetSheet *sheet;

  (void) monday;
  if (feed == NULL)
    return NULL;
  sharing.sender = stafet_share_sender (snapshot, feed, stafet_clock_today (cli->clock));
  sheet = stafet_sheet_sharing_new (snapshot, &sharing, stafet_clock_now (cli->clock));
  if (sheet == NULL)
    g_set_error_literal (
      error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
      _ ("Nobody knows yet under which address calendars are read. Say it with: stafetctl edit "
         "settings --set publish_address=https://…"));
  return sheet;
}

static const Sheet sheets[] = {
  { "programme", TRUE, FALSE, FALSE, FALSE, FALSE, make_programme },
  { "doors", TRUE, FALSE, FALSE, FALSE, FALSE, make_doors },
  { "arrivals", TRUE, TRUE, FALSE, FALSE, FALSE, make_arrivals },
  { "calls", TRUE, FALSE, FALSE, FALSE, FALSE, make_calls },
  { "roster", FALSE, FALSE, TRUE, FALSE, FALSE, make_roster },
  { "loan", FALSE, FALSE, FALSE, TRUE, FALSE, make_loan },
  { "sharing", FALSE, FALSE, FALSE, FALSE, TRUE, make_sharing },
};

/* ——— The command ——— */

static const Sheet *
find_sheet (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (strcmp (sheets[i].name, name) == 0)
      return &sheets[i];
  return NULL;
}

/* Only options that go with the sheet, and those that it cannot be without. */
static gboolean
check_options (StafetCli *cli, const Sheet *sheet, GError **error)
{
  const char *stray = NULL;

  if (cli->house != NULL && !sheet->house)
    stray = "house";
  else if (cli->ward != NULL && !sheet->ward)
    stray = "ward";
  else if (cli->volunteer != NULL && !sheet->volunteer)
    stray = "volunteer";
  else if (cli->loan != NULL && !sheet->loan)
    stray = "loan";
  else if (cli->feed != NULL && !sheet->feed)
    stray = "feed";
  if (stray != NULL)
    return stafet_cli_usage (error, _ ("--%s does not go with the sheet “%s”."), stray, sheet->name);
  if (sheet->ward && (cli->house != NULL) == (cli->ward != NULL))
    return stafet_cli_usage (error, _ ("Say who is visited: one of --ward and --house."));
  if (sheet->volunteer && cli->volunteer == NULL)
    return stafet_cli_usage (error, _ ("Say whose card it is: --volunteer V."));
  if (sheet->loan && cli->loan == NULL)
    return stafet_cli_usage (error, _ ("Say which loan it is about: --loan L."));
  if (sheet->feed && cli->feed == NULL)
    return stafet_cli_usage (error, _ ("Say which calendar it is about: --feed F."));
  return TRUE;
}

static gboolean
check_print (StafetCli *cli, GError **error)
{
  const Sheet *sheet = find_sheet (cli->arguments[0]);

  if (sheet == NULL)
    return stafet_cli_usage (
      error,
      _ ("There is no sheet “%s”. Write one of: programme, doors, arrivals, calls, roster, loan, sharing."),
      cli->arguments[0]);
  if (cli->output == NULL)
    return stafet_cli_usage (error,
                             _ ("Say where the sheet goes: -o FILE.pdf, or -o - for standard output."));
  return check_options (cli, sheet, error);
}

static gboolean
write_sheet (StafetCli *cli, const StafetSheet *sheet, GError **error)
{
  g_autoptr (GString) pdf = NULL;

  if (stafet_store_owns (cli->store, cli->output))
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s is the store itself. Choose another file for the sheet."), cli->output);
      return FALSE;
    }
  if (strcmp (cli->output, "-") != 0)
    return stafet_sheet_write_pdf (sheet, cli->output, error);
  pdf = stafet_sheet_make_pdf (sheet, error);
  if (pdf == NULL)
    return FALSE;
  fwrite (pdf->str, 1, pdf->len, stdout);
  return TRUE;
}

static gboolean
run_print (StafetCli *cli, GError **error)
{
  StafetDate monday =
    cli->week != STAFET_DATE_NONE ? cli->week : stafet_date_monday (stafet_clock_today (cli->clock));
  const Sheet *kind = find_sheet (cli->arguments[0]);
  g_autoptr (StafetSheet) sheet = kind != NULL ? kind->make (cli, monday, error) : NULL;

  return sheet != NULL && write_sheet (cli, sheet, error);
}

const StafetCommand stafet_cli_paper[] = {
  { "print",
    "programme|doors|calls [--house H] | arrivals (--ward W | --house H) | roster --volunteer V "
    "| loan --loan L | sharing --feed F [--week YEAR-Wnn] -o FILE.pdf",
    N_ ("Writes a sheet of paper as a PDF."), "house ward volunteer loan feed week output", 1, 1, TRUE,
    run_print, check_print },
  { NULL }
};
