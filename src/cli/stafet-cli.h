/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of stafetctl share: options, the open plan, output.
 */
#pragma once

#include "plan/stafet-references.h"
#include "plan/stafet-use-cases.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One invocation: its options, and what was opened for it. */
typedef struct
{
  /* Everywhere. */
  char *store_path, *now, *today, *language;
  /* Of the commands; NULL, FALSE or 0 when not given. */
  char *house, *ward, *area, *volunteer, *date, *from, *to, *on, *format, *by, *guest, *parity;
  char *start, *rule, *season, *skip_weeks, *feed, *names, *output, *reason;
  char **set;
  gboolean asked, anyway, standing, looking, as_planned, came, absent;
  int count, every, limit, minutes;
  char **arguments; /* without the command itself */
  guint n_arguments;

  StafetStore *store;
  StafetClock *clock;
  StafetPlan *plan;
} StafetCli;

typedef struct
{
  const char *name;
  const char *usage; /* what stands behind the name */
  guint arguments;   /* exactly so many */
  gboolean needs_plan;
  gboolean (*run) (StafetCli *cli, GError **error);
} StafetCommand;

typedef enum
{
  STAFET_CLI_ERROR_USAGE,
  STAFET_CLI_ERROR_CHECK
} StafetCliError;

#define STAFET_CLI_ERROR (stafet_cli_error_quark ())
GQuark stafet_cli_error_quark (void);

/* Each family's commands; a NULL name ends the table. */
extern const StafetCommand stafet_cli_records[];   /* list show add edit remove assign regret */
extern const StafetCommand stafet_cli_questions[]; /* today agenda recur */
extern const StafetCommand stafet_cli_feeds[];     /* export */
extern const StafetCommand stafet_cli_upkeep[];    /* init history undo redo check backup restore */

gboolean stafet_cli_wants_json (StafetCli *cli);
/* Prints the builder's root, pretty, with a line feed. */
void stafet_cli_print_json (JsonBuilder *builder);
/* Runs an edit, prints its warnings, and with @print_created the uid it made. Takes @edit. */
gboolean stafet_cli_edit (StafetCli *cli, StafetEdit *edit, gboolean print_created, GError **error);
/* An option's date; @fallback when it was not given. */
gboolean stafet_cli_date (const char *text, StafetDate fallback, StafetDate *date, GError **error);
gboolean stafet_cli_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The record an option names: NULL in @uid when it was not given. */
gboolean stafet_cli_reference (StafetCli *cli, StafetKind kind, const char *text, StafetUid *uid,
                               GError **error);

G_END_DECLS
