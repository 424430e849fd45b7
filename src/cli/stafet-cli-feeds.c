/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that hand calendars to somebody else: export, feeds, publish.
 */
#include "core/stafet-words.h"
#include "publish/stafet-exchange.h"
#include "publish/stafet-export.h"
#include "publish/stafet-publish-order.h"
#include "publish/stafet-publish-password.h"
#include "publish/stafet-publish.h"
#include "publish/stafet-reachable.h"
#include "publish/stafet-smith-page.h"
#include "stafet-cli.h"

#include <string.h>

static gboolean
names_of (StafetCli *cli, StafetFeed *feed, GError **error)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (feed), "names");

  return cli->names == NULL || stafet_record_set_text (feed, field, cli->names, error);
}

/* A feed for this once, that the store does not know. */
static StafetFeed *
feed_for_once (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetKind kind = cli->house != NULL  ? STAFET_KIND_HOUSE
                    : cli->ward != NULL ? STAFET_KIND_WARD
                                        : STAFET_KIND_VOLUNTEER;
  const char *text = cli->house != NULL ? cli->house : cli->ward != NULL ? cli->ward : cli->volunteer;
  StafetRecord *subject = stafet_reference_find (snapshot, kind, text, error);

  return subject != NULL ? stafet_export_feed_new (snapshot, kind, subject->uid) : NULL;
}

static StafetFeed *
feed_of (StafetCli *cli, GError **error)
{
  StafetFeed *stored;

  if ((cli->feed != NULL) + (cli->house != NULL) + (cli->ward != NULL) + (cli->volunteer != NULL) != 1)
    {
      stafet_cli_usage (error, _ ("Say whose calendar: one of --feed, --house, --ward and --volunteer."));
      return NULL;
    }
  if (cli->feed == NULL)
    return feed_for_once (cli, error);
  stored = stafet_reference_find (stafet_plan_get_snapshot (cli->plan), STAFET_KIND_FEED, cli->feed, error);
  if (stored == NULL)
    return NULL;
  /* A copy has no memory of what was published at the stored level of names. */
  return cli->names != NULL ? stafet_record_copy (stored) : g_object_ref (stored);
}

static gboolean
export_exchange (StafetCli *cli, GError **error)
{
  StafetUid house;

  if (cli->house == NULL || cli->feed != NULL || cli->ward != NULL || cli->volunteer != NULL
      || cli->names != NULL || cli->from != STAFET_DATE_NONE || cli->to != STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Write: stafetctl export ics --house H --exchange -o FILE"));
  return stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error)
         && stafet_exchange_export (cli->plan, house, cli->output, error);
}

/* The page for every member of staff, as publishing writes it. */
static gboolean
export_smith (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = NULL;

  if (cli->output == NULL)
    return stafet_cli_usage (error, _ ("Write: stafetctl export netvaerkssmed -o FILE"));
  bytes = stafet_smith_page_render (snapshot, stafet_clock_today (cli->clock),
                                    (StafetLanguage) stafet_snapshot_settings (snapshot)->language);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  return stafet_export_write (cli->plan, text, cli->output, error);
}

static gboolean
run_export (StafetCli *cli, GError **error)
{
  g_autoptr (StafetRecord) record = NULL;

  if (strcmp (cli->arguments[0], "csv") == 0)
    return stafet_cli_export_csv (cli, error);
  if (strcmp (cli->arguments[0], "netvaerkssmed") == 0)
    return export_smith (cli, error);
  if (strcmp (cli->arguments[0], "ics") != 0 || cli->output == NULL)
    return stafet_cli_usage (error, _ ("Write: stafetctl export ics … -o FILE"));
  if (cli->exchange)
    return export_exchange (cli, error);
  record = (StafetRecord *) feed_of (cli, error);
  return record != NULL && names_of (cli, (StafetFeed *) record, error)
         && stafet_export_ics (cli->plan, (StafetFeed *) record, cli->from, cli->to, cli->output, error);
}

/* ——— publish ——— */

/* Of --password-file, the environment or the keyring, whichever there is first; NULL without an error when
 * none knows one. */
static gboolean
find_password (StafetCli *cli, const StafetPublishPlace *place, char **password, GError **error)
{
  const char *environment = g_getenv ("STAFET_PUBLISH_PASSWORD");

  *password = NULL;
  if (cli->password_file != NULL)
    {
      *password = stafet_publish_password_read_file (cli->password_file, error);
      return *password != NULL;
    }
  if (place->user == NULL || *place->user == '\0')
    return TRUE;
  *password =
    environment != NULL ? g_strdup (environment) : stafet_publish_password_look_up (place->to, place->user);
  return TRUE;
}

static void
print_report (const StafetPublishReport *report)
{
  g_print (ngettext_ ("%u calendar", "%u calendars", report->feeds), report->feeds);
  g_print (", ");
  g_print (ngettext_ ("%u changed", "%u changed", report->written), report->written);
  g_print ("\n");
  if (report->refused > 0)
    g_printerr ("stafetctl: %s\n", _ ("The server takes calendars only, so what else there is to publish is "
                                      "not there."));
}

static gboolean
verify (StafetCli *cli, const StafetPublishPlace *place, GError **error)
{
  g_autoptr (StafetReachable) reachable = stafet_reachable_new (cli->plan, place->to, place->seconds, error);

  if (reachable == NULL)
    return FALSE;
  if (reachable->verdict == STAFET_REACHABLE_RIGHT)
    {
      g_print ("%s\n", reachable->words);
      return TRUE;
    }
  g_set_error_literal (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE, reachable->words);
  return FALSE;
}

static gboolean
print_order (StafetCli *cli)
{
  g_autofree char *text =
    stafet_publish_order_write (stafet_plan_get_snapshot (cli->plan), stafet_i18n_get_language ());

  g_print ("%s\n", text);
  return TRUE;
}

static gboolean
publish_to (StafetCli *cli, StafetPublishPlace *place, GError **error)
{
  StafetPublishReport report;
  char *password;
  gboolean good;

  if (!find_password (cli, place, &password, error))
    return FALSE;
  place->password = password;
  good = stafet_publish (cli->plan, place, &report, error);
  stafet_publish_password_free (password);
  if (!good)
    return FALSE;
  print_report (&report);
  return !cli->verify || verify (cli, place, error);
}

static gboolean
run_publish (StafetCli *cli, GError **error)
{
  StafetPublishPlace place = { .to = cli->arguments[0] };
  g_autoptr (StafetSnapshot) snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (cli->plan));

  if (cli->order_text)
    return print_order (cli);
  if (cli->n_arguments == 0 && !stafet_publish_get_place (snapshot, &place, error))
    return FALSE;
  place.user = stafet_snapshot_settings (snapshot)->publish_user;
  place.seconds = (guint) cli->timeout;
  return publish_to (cli, &place, error);
}

static gboolean
run_new_link (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli, stafet_use_new_link (cli->arguments[0]), FALSE, error);
}

/* ——— feeds ——— */

static void
add_feed (JsonBuilder *builder, StafetCli *cli, StafetFeed *feed)
{
  g_autofree char *file = stafet_publish_get_file (feed);
  char last[STAFET_INSTANT_SIZE], changed[STAFET_INSTANT_SIZE];

  json_builder_begin_object (builder);
  stafet_cli_add_keys (builder, stafet_plan_get_snapshot (cli->plan), (StafetRecord *) feed);
  json_builder_set_member_name (builder, "token");
  json_builder_add_string_value (builder, feed->token);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, file);
  json_builder_set_member_name (builder, "last_published");
  json_builder_add_string_value (builder,
                                 stafet_instant_write (stafet_publish_get_last (cli->store, feed), last));
  json_builder_set_member_name (builder, "last_changed");
  json_builder_add_string_value (
    builder, stafet_instant_write (stafet_publish_get_changed (cli->store, feed), changed));
  json_builder_end_object (builder);
}

static void
print_feed (StafetCli *cli, const StafetFeed *feed)
{
  g_autofree char *file = stafet_publish_get_file (feed);
  StafetInstant last = stafet_publish_get_last (cli->store, feed);
  StafetWall wall =
    last != STAFET_INSTANT_NONE ? stafet_zone_to_wall (stafet_clock_get_zone (cli->clock), last) : 0;
  g_autofree char *words = last != STAFET_INSTANT_NONE
                             ? stafet_words_instant (stafet_i18n_get_language (), wall)
                             : g_strdup (_ ("not published yet"));

  g_print ("%s  %s\n  %s · %s\n", feed->parent.uid, feed->name, file, words);
}

static gboolean
run_feeds (StafetCli *cli, GError **error)
{
  g_autoptr (GPtrArray) feeds =
    stafet_cli_records_of (stafet_plan_get_snapshot (cli->plan), STAFET_KIND_FEED, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  (void) error;
  json_builder_begin_array (builder);
  for (guint i = 0; i < feeds->len; i++)
    if (stafet_cli_wants_json (cli))
      add_feed (builder, cli, g_ptr_array_index (feeds, i));
    else
      print_feed (cli, g_ptr_array_index (feeds, i));
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  return TRUE;
}

const StafetCommand stafet_cli_feeds[] = {
  { "export",
    "ics (--feed F | --house H | --ward W | --volunteer V) [--names counts|first|full] "
    "[--from D --to D] -o FILE | ics --house H --exchange -o FILE | csv --as "
    "volunteers|activities|houses|offers "
    "[--house H] -o FILE | netvaerkssmed -o FILE",
    N_ ("Writes a calendar, a list for a spreadsheet, or the page for every member of staff to a file."),
    "feed house ward volunteer names from to exchange output as", 1, 1, TRUE, run_export },
  { "feeds", "[--format json]", N_ ("Lists the calendars, their files and when they were published."),
    "format", 0, 0, TRUE, run_feeds },
  { "new-link", "FEED", N_ ("Gives a calendar a new link, and takes the old one back."), "", 1, 1, TRUE,
    run_new_link },
  { "publish", "[DIR] [--verify] [--password-file FILE] [--timeout N] | --order-text",
    N_ ("Publishes every calendar to where the settings say, or to a folder."),
    "verify password-file timeout order-text", 0, 1, TRUE, run_publish },
  { NULL }
};
