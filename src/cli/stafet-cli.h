/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of stafetctl share: options, the open plan, output.
 */
#pragma once

#include "plan/stafet-references.h"
#include "plan/stafet-use-cases.h"
#include "schedule/stafet-roster-lines.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* At least as many as there are options. */
#define STAFET_CLI_MOST_OPTIONS 112

/* One invocation: its options, and what was opened for it. Texts are borrowed from the arguments of the
 * program and are valid UTF-8; NULL, FALSE, 0 or NONE stand for what was not given. */
typedef struct
{
  /* Everywhere. */
  const char *store_path, *language;
  StafetWall now;
  StafetDate today;
  gboolean help;
  /* Of the commands. */
  const char *house, *ward, *area, *volunteer, *activity, *by, *guest;
  const char *format, *parity, *rule, *season, *skip_weeks, *feed, *names, *output, *reason, *example, *list;
  const char *phone, *heads, *transport, *meals, *take_home, *method;
  const char *unknown_houses, *confirm;
  const char *room, *text, *closure, *series, *outcome, *loan, *whom, *instance, *occurrence, *skill;
  const char *call_outcome, *answer, *password_file, *file;
  const char *listen, *folder;
  const char *wish, *postcode, *when, *price;
  StafetDate other; /* of the shift that is swapped for */
  StafetDate date, from, to, on, into, until;
  StafetDate week; /* its Monday */
  StafetWall start, end;
  StafetMoment since;
  int count, every, limit, minutes, seed, change, year, timeout;
  gboolean dry_run, following, asked, if_needed, anyway, standing, looking, as_planned, came, absent,
    alternating, without_people, drafts, aid, apply, ask_first, again, reopen, verify, order_text, exchange,
    join, give, lift, company, public_only;
  /* "KEY=VALUE" of --set, "COLUMN=KEY" of --map, TITLE of --only; NULL at the end once all are read; owned */
  GPtrArray *set;

  guint8 given[STAFET_CLI_MOST_OPTIONS]; /* a flag for each option of the table */
  const char *const *arguments;          /* without the command itself */
  guint n_arguments;
  GPtrArray *words; /* the command and its arguments; owned */

  char *default_path; /* owned */
  StafetStore *store;
  StafetClock *clock;
  StafetPlan *plan;
} StafetCli;

typedef struct
{
  const char *name;
  const char *usage;          /* what stands behind the name */
  const char *summary;        /* what it does: translatable */
  const char *options;        /* the names of its options, with spaces between */
  guint n_minimum, n_maximum; /* arguments */
  gboolean needs_plan;
  gboolean (*run) (StafetCli *cli, GError **error);
  /* What is malformed whatever the store holds, before it is opened: nullable. */
  gboolean (*check) (StafetCli *cli, GError **error);
} StafetCommand;

typedef enum
{
  STAFET_CLI_ERROR_USAGE,
  STAFET_CLI_ERROR_CHECK,
  STAFET_CLI_ERROR_OUTPUT
} StafetCliError;

#define STAFET_CLI_ERROR (stafet_cli_error_quark ())
GQuark stafet_cli_error_quark (void);

/* Each family's commands; a NULL name ends the table. */
extern const StafetCommand stafet_cli_records[];    /* list show add edit remove cancel assign regret … */
extern const StafetCommand stafet_cli_people[];     /* call swap lend */
extern const StafetCommand stafet_cli_questions[];  /* today agenda recur */
extern const StafetCommand stafet_cli_calls[];      /* close end-house calls */
extern const StafetCommand stafet_cli_leavers[];    /* leave erase access due fragile */
extern const StafetCommand stafet_cli_hours[];      /* hours */
extern const StafetCommand stafet_cli_recipients[]; /* recipients */
extern const StafetCommand stafet_cli_reviews[];    /* review settle */
extern const StafetCommand stafet_cli_seasons[];    /* copy-season */
extern const StafetCommand stafet_cli_candidates[]; /* candidates */
extern const StafetCommand stafet_cli_matching[];   /* match */
extern const StafetCommand stafet_cli_proposals[];  /* propose why */
extern const StafetCommand stafet_cli_feeds[];      /* feeds export publish new-link */
extern const StafetCommand stafet_cli_loans[];      /* approve-loan refuse-loan withdraw-loan … */
extern const StafetCommand stafet_cli_history[];    /* history undo redo */
extern const StafetCommand stafet_cli_paper[];      /* print */
extern const StafetCommand stafet_cli_serving[];    /* serve */
extern const StafetCommand stafet_cli_signups[];    /* sign-up sign-off signups head-count */
extern const StafetCommand stafet_cli_upkeep[];     /* init import check upkeep backup backups restore */

gboolean stafet_cli_wants_json (StafetCli *cli);
/* For a command that needs the plan only at times. */
gboolean stafet_cli_open_plan (StafetCli *cli, GError **error);
/* Proposes who fills the holes of the places and the days that the options name (stafet-cli-proposal.c). */
gboolean stafet_cli_propose_for_plan (StafetCli *cli, GError **error);
/* What a line of a plan costs, as the member "cost" of an object; @asked: also how often she was asked
 * lately, of which an instance of a file knows nothing. */
void stafet_cli_add_line_cost (JsonBuilder *builder, const StafetRosterLine *line, gboolean asked);
/* Why the second argument is, or is not, proposed for the first one on a date. */
gboolean stafet_cli_why (StafetCli *cli, GError **error);
/* Prints the builder's root, pretty, with a line feed. */
void stafet_cli_print_json (JsonBuilder *builder);
/* One record as list and show tell it: kind, uid and every key. */
void stafet_cli_add_record (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record);
/* The members alone, for an object that has more of them. */
void stafet_cli_add_keys (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record);
/* Every record of @kind, of @house where it is not NULL, sorted by name. (transfer container) */
GPtrArray *stafet_cli_records_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid house);
/* The date of an activity that --on names: its agenda's only entry. (transfer full) */
StafetAgenda *stafet_cli_occurrence (StafetCli *cli, StafetRecord *activity, GError **error);
/* Runs an edit, prints its warnings, and with @print_created the uid it made. Takes @edit. */
gboolean stafet_cli_edit (StafetCli *cli, StafetEdit *edit, gboolean print_created, GError **error);
/* The same without printing it: @created (nullable) is what it made, or NULL. */
gboolean stafet_cli_edit_making (StafetCli *cli, StafetEdit *edit, StafetUid *created, GError **error);
/* An occurrence as members of an object: series, original_date, original_start, start, end, title, status,
 * reason and where.
 */
void stafet_cli_add_occurrence (JsonBuilder *builder, const StafetAgenda *agenda, const StafetEntry *entry);
/* "tir. 24/11  10.00–14.00  Café · Salen". (transfer full) */
char *stafet_cli_occurrence_line (const StafetAgenda *agenda, const StafetEntry *entry);
/* "import csv" and "export csv" (stafet-cli-lists.c). */
gboolean stafet_cli_import_csv (StafetCli *cli, GError **error);
gboolean stafet_cli_import_holidays (StafetCli *cli, GError **error);
gboolean stafet_cli_export_csv (StafetCli *cli, GError **error);
/* --house, or the one house there is that is no nursing home: NULL in @house when that is not clear. */
gboolean stafet_cli_house_of (StafetCli *cli, StafetUid *house, GError **error);
/* "agenda --file": of a calendar that somebody else made (stafet-cli-calendar.c). */
gboolean stafet_cli_agenda_of_file (StafetCli *cli, GError **error);
/* "import ics" of a file or an address (stafet-cli-calendar.c). */
gboolean stafet_cli_import_ics (StafetCli *cli, GError **error);
gboolean stafet_cli_fetch (StafetCli *cli, GError **error);
/* Always FALSE. */
gboolean stafet_cli_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* What --parity says, STAFET_PARITY_NONE without it. */
StafetParity stafet_cli_parity (StafetCli *cli);
/* The record an option names: NULL in @uid when it was not given. */
gboolean stafet_cli_reference (StafetCli *cli, StafetKind kind, const char *text, StafetUid *uid,
                               GError **error);

G_END_DECLS
