/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that hand a calendar to somebody else: export.
 */
#include "publish/stafet-feed.h"
#include "stafet-cli.h"

#include <string.h>

static gboolean
names_of (StafetCli *cli, StafetFeed *feed, GError **error)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (feed), "names");

  return cli->names == NULL || stafet_record_set_text (feed, field, cli->names, error);
}

static void
call_it (StafetFeed *feed, gpointer record)
{
  stafet_record_take_text (feed, stafet_record_info_field (STAFET_RECORD_INFO (feed), "name"),
                           g_strdup (stafet_record_get_label (record)));
}

/* A feed for this once, that the store does not know: its uid hangs on the place, so that two exports are
 * the same to the byte. */
static StafetFeed *
feed_for_once (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetKind kind = cli->house != NULL  ? STAFET_KIND_HOUSE
                    : cli->ward != NULL ? STAFET_KIND_WARD
                                        : STAFET_KIND_VOLUNTEER;
  const char *text = cli->house != NULL ? cli->house : cli->ward != NULL ? cli->ward : cli->volunteer;
  StafetRecord *place = stafet_reference_find (snapshot, kind, text, error);
  StafetFeed *feed;

  if (place == NULL)
    return NULL;
  feed = stafet_record_new (STAFET_KIND_FEED, place->uid);
  feed->house = kind == STAFET_KIND_HOUSE ? place->uid : NULL;
  feed->ward = kind == STAFET_KIND_WARD ? place->uid : NULL;
  feed->volunteer = kind == STAFET_KIND_VOLUNTEER ? place->uid : NULL;
  feed->kind = kind == STAFET_KIND_WARD        ? STAFET_FEED_ARRIVALS
               : kind == STAFET_KIND_VOLUNTEER ? STAFET_FEED_OWN
                                               : STAFET_FEED_PROGRAMME;
  if (kind == STAFET_KIND_HOUSE && ((StafetHouse *) place)->kind == STAFET_HOUSE_NURSING)
    feed->kind = STAFET_FEED_ARRIVALS;
  call_it (feed, place);
  return feed;
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
  return stored != NULL ? stafet_record_copy (stored) : NULL;
}

/* Written beside, synced and renamed: a subscriber never sees half a calendar. */
static gboolean
write_file (const char *path, const GString *calendar, GError **error)
{
  if (g_file_set_contents_full (path, calendar->str, (gssize) calendar->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, NULL))
    return TRUE;
  g_set_error (error, STAFET_CLI_ERROR, STAFET_CLI_ERROR_OUTPUT,
               _ ("%s cannot be written. Nothing was changed."), path);
  return FALSE;
}

static gboolean
run_export (StafetCli *cli, GError **error)
{
  g_autoptr (StafetRecord) record = NULL;
  g_autoptr (GString) calendar = NULL;

  if (strcmp (cli->arguments[0], "ics") != 0 || cli->output == NULL)
    return stafet_cli_usage (error, _ ("Write: stafetctl export ics … -o FILE"));
  record = (StafetRecord *) feed_of (cli, error);
  if (record == NULL || !names_of (cli, (StafetFeed *) record, error))
    return FALSE;
  calendar = stafet_feed_render (stafet_plan_get_snapshot (cli->plan), (StafetFeed *) record,
                                 stafet_clock_today (cli->clock));
  if (strcmp (cli->output, "-") != 0)
    return write_file (cli->output, calendar, error);
  g_print ("%s", calendar->str);
  return TRUE;
}

const StafetCommand stafet_cli_feeds[] = {
  { "export", "ics (--feed F | --house H | --ward W | --volunteer V) [--names counts|first|full] -o FILE",
    N_ ("Writes a calendar to a file."), "feed house ward volunteer names output", 1, 1, TRUE, run_export },
  { NULL }
};
