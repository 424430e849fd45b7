/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command that asks what fits a citizen's wish.
 */
#include "core/stafet-cpr.h"
#include "core/stafet-error.h"
#include "core/stafet-text.h"
#include "schedule/stafet-match.h"
#include "stafet-cli.h"

#include <string.h>

#define USUAL_COUNT 10

static void
add_match (JsonBuilder *builder, const StafetMatch *match)
{
  char buffer[STAFET_DATE_SIZE];

#define STRING(name, value)                                                                                  \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
  json_builder_begin_object (builder);
  STRING ("kind", stafet_kind_get_name (match->kind));
  STRING ("uid", match->record->uid);
  STRING ("title", match->title);
  STRING ("detail", match->detail);
  STRING ("house", match->house != NULL ? match->house->parent.uid : "");
  STRING ("house_name", match->house != NULL ? match->house->name : "");
  STRING ("next", match->next != STAFET_DATE_NONE ? stafet_date_write (match->next, buffer) : "");
  json_builder_set_member_name (builder, "metres");
  if (match->metres != STAFET_DISTANCE_UNKNOWN)
    json_builder_add_int_value (builder, match->metres);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const StafetMatchReason *reason = g_ptr_array_index (match->reasons, i);

      json_builder_begin_object (builder);
      STRING ("code", reason->code);
      STRING ("text", reason->text);
      json_builder_set_member_name (builder, "fits");
      json_builder_add_boolean_value (builder, reason->fits);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
#undef STRING
}

static void
print_match (const StafetMatch *match)
{
  g_print ("%s%s%s\n", match->title, *match->detail != '\0' ? " · " : "", match->detail);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const StafetMatchReason *reason = g_ptr_array_index (match->reasons, i);

      g_print ("  %s %s\n", reason->fits ? "✓" : "!", reason->text);
    }
}

/* What was taken from the words, so that nobody wonders. */
static void
print_understood (const StafetMatches *matches, const StafetWish *wish)
{
  static const char *const sides[] = {
    [STAFET_SIDE_JOIN] = N_ ("Wants to join something"),
    [STAFET_SIDE_GIVE] = N_ ("Wants to do something for others"),
    [STAFET_SIDE_BOTH] = N_ ("Wants to join something, and to do something for others"),
  };

  g_print ("%s", _ (sides[matches->understood.side]));
  if (*matches->understood.place != '\0' && *wish->from.postcode == '\0')
    g_print (" · %s", matches->understood.place);
  g_print ("\n");
  if (matches->nothing_fits)
    g_print ("%s\n", *wish->text == '\0'
                       ? _ ("The wish says nothing yet. This is open to everybody:")
                       : _ ("Nothing was found by these words. This is open to everybody:"));
  g_print ("\n");
}

static gboolean
read_price (StafetCli *cli, gint32 *price, GError **error)
{
  guint64 kroner;

  if (cli->price == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (cli->price, 10, 0, 100000, &kroner, NULL))
    return stafet_cli_usage (error, _ ("“%s” is no price. Write whole kroner, for example 50; 0 is free."),
                             cli->price);
  *price = (gint32) kroner;
  return TRUE;
}

/* Left out without a word, what was meant to be kept to would not be. */
static gboolean
check_when (StafetCli *cli, GError **error)
{
  guint parts = 0, weekdays = 0;
  g_autoptr (GArray) tokens = NULL;

  if (cli->when == NULL)
    return TRUE;
  tokens = stafet_tokens_new (cli->when);
  stafet_wish_read_times (tokens, &parts, &weekdays);
  return (parts | weekdays) != 0
         || stafet_cli_usage (error,
                              _ ("“%s” names no time. Write weekdays or parts of a day, for example "
                                 "“tirsdag formiddag” or “weekend”."),
                              cli->when);
}

static gboolean
check_match (StafetCli *cli, GError **error)
{
  gint32 price;

  if (cli->wish == NULL)
    return stafet_cli_usage (error, _ ("Say what is wished for: --wish TEXT."));
  if (stafet_cpr_find (cli->wish, NULL))
    {
      g_set_error_literal (
        error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_CPR,
        _ ("The wish holds a number shaped like a CPR number. Stafet keeps none: leave it out."));
      return FALSE;
    }
  return check_when (cli, error) && read_price (cli, &price, error);
}

static gboolean
read_wish (StafetCli *cli, StafetWish *wish, char **text, GError **error)
{
  *text = stafet_text_clean (cli->wish, error);
  if (*text == NULL)
    return FALSE;
  wish->text = *text;
  if (cli->join || cli->give)
    wish->side = cli->join && cli->give ? STAFET_SIDE_BOTH : cli->give ? STAFET_SIDE_GIVE : STAFET_SIDE_JOIN;
  if (cli->postcode != NULL && stafet_postcodes_town (cli->postcode) == NULL)
    g_printerr (_ ("stafetctl: Where the postcode %s is, nobody here knows: distances are left out.\n"),
                cli->postcode);
  wish->from.postcode = cli->postcode != NULL ? cli->postcode : "";
  wish->from.coordinates = "";
  wish->times = cli->when;
  return read_price (cli, &wish->price, error);
}

static gboolean
run_match (StafetCli *cli, GError **error)
{
  StafetWish wish = { .side = STAFET_ENUM_NONE,
                      .price = STAFET_INTEGER_NONE,
                      .company = cli->company,
                      .travel = cli->lift ? (gint32) STAFET_TRAVEL_LIFT : STAFET_ENUM_NONE };
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  g_autofree char *text = NULL;
  g_autoptr (StafetMatchIndex) index = NULL;
  g_autoptr (StafetMatches) matches = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const StafetHouse *at;
  StafetUid house;

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error)
      || !read_wish (cli, &wish, &text, error))
    return FALSE;
  at = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house);
  if (at != NULL)
    wish.here = (StafetSpot){ at->coordinates, at->postcode };
  index = stafet_match_index_new (snapshot, stafet_clock_now (cli->clock), cli->public_only);
  matches = stafet_match (index, &wish, house, cli->limit > 0 ? (guint) cli->limit : USUAL_COUNT,
                          stafet_i18n_get_language ());
  if (!stafet_cli_wants_json (cli))
    {
      print_understood (matches, &wish);
      for (guint i = 0; i < matches->matches->len; i++)
        print_match (g_ptr_array_index (matches->matches, i));
      return TRUE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < matches->matches->len; i++)
    add_match (builder, g_ptr_array_index (matches->matches, i));
  json_builder_end_array (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

const StafetCommand stafet_cli_matching[] = {
  { "match",
    "--wish TEXT [--join] [--give] [--postcode P] [--when TEXT] "
    "[--price KRONER] [--lift] [--company] [--house H] [--public] [--limit N] "
    "[--format json]",
    N_ ("Finds what fits a citizen's wish, and says why."),
    "wish join give postcode when price lift company house public limit format", 0, 0, TRUE, run_match,
    check_match },
  { NULL }
};
