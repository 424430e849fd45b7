/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on who comes to a date: sign-up, sign-off, signups, head-count.
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-private.h"
#include "schedule/stafet-signups.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

/* ——— sign-up, sign-off, head-count ——— */

static void
add_pair (GStrvBuilder *pairs, const char *key, const char *value)
{
  g_autofree char *pair = value != NULL ? g_strdup_printf ("%s=%s", key, value) : NULL;

  if (pair != NULL)
    g_strv_builder_add (pairs, pair);
}

/* What the options say, as "KEY=VALUE". (transfer full) */
static char **
signup_pairs (StafetCli *cli)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();

  add_pair (pairs, "name", cli->arguments[1]);
  add_pair (pairs, "phone", cli->phone);
  add_pair (pairs, "heads", cli->heads);
  add_pair (pairs, "transport", cli->transport);
  add_pair (pairs, "aid", cli->aid ? "yes" : NULL);
  add_pair (pairs, "meals", cli->meals);
  add_pair (pairs, "take_home", cli->take_home);
  return g_strv_builder_end (pairs);
}

static gboolean
check_on (StafetCli *cli, GError **error)
{
  return cli->on != STAFET_DATE_NONE || stafet_cli_usage (error, _ ("Say when: --on DATE."));
}

static gboolean
check_sign_up (StafetCli *cli, GError **error)
{
  g_auto (GStrv) pairs = signup_pairs (cli);
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);

  return zone != NULL && check_on (cli, error)
         && stafet_use_check_pairs (STAFET_KIND_SIGNUP, (const char *const *) pairs, zone, FALSE, error);
}

static gboolean
run_sign_up (StafetCli *cli, GError **error)
{
  g_auto (GStrv) pairs = signup_pairs (cli);

  return stafet_cli_edit (
    cli, stafet_use_sign_up (cli->arguments[0], cli->on, (const char *const *) pairs, cli->anyway), TRUE,
    error);
}

static gboolean
run_sign_off (StafetCli *cli, GError **error)
{
  return stafet_cli_edit (cli, stafet_use_sign_off (cli->arguments[0]), FALSE, error);
}

/* (transfer full) */
static char **
head_count_pairs (StafetCli *cli)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();

  add_pair (pairs, "heads", cli->arguments[1]);
  add_pair (pairs, "method", cli->method != NULL ? cli->method : stafet_method_values[0].key);
  return g_strv_builder_end (pairs);
}

static gboolean
check_head_count (StafetCli *cli, GError **error)
{
  g_auto (GStrv) pairs = head_count_pairs (cli);
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);

  return zone != NULL && check_on (cli, error)
         && stafet_use_check_pairs (STAFET_KIND_TALLY, (const char *const *) pairs, zone, FALSE, error);
}

static gboolean
run_head_count (StafetCli *cli, GError **error)
{
  g_auto (GStrv) pairs = head_count_pairs (cli);

  return stafet_cli_edit (cli, stafet_use_count (cli->arguments[0], cli->on, (const char *const *) pairs),
                          FALSE, error);
}

/* ——— signups in words ——— */

static void
append_orders (GString *line, const StafetEntry *entry, const StafetSignup *signup)
{
  int meals = stafet_signup_meals (signup);

  if (signup->transport[0] != '\0')
    g_string_append_printf (line, _ (" · fetched from %s"), signup->transport);
  if (signup->aid)
    g_string_append_printf (line, ", %s", _ ("with a place for an aid"));
  if (entry->activity->meal && meals != signup->heads)
    g_string_append_printf (line, ngettext_ (" · %d meal", " · %d meals", (gulong) meals), meals);
  if (entry->activity->meal && signup->take_home > 0)
    g_string_append_printf (line, _ (" · %d to take home"), signup->take_home);
  if (signup->note[0] != '\0')
    g_string_append_printf (line, " · %s", signup->note);
}

static void
print_signups (const StafetEntry *entry, const GPtrArray *signups)
{
  for (guint i = 0; i < signups->len; i++)
    {
      const StafetSignup *signup = g_ptr_array_index (signups, i);
      g_autofree char *phone = stafet_phone_format (signup->phone);
      g_autoptr (GString) line = g_string_new (signup->name);

      if (signup->heads != 1)
        g_string_append_printf (line, ", %d", signup->heads);
      if (*phone != '\0')
        g_string_append_printf (line, " · %s", phone);
      append_orders (line, entry, signup);
      g_print ("  %s  %2u. %s\n", signup->parent.uid, i + 1, line->str);
    }
}

/* "38 of 40 places taken", "38 signed up" */
static void
print_places (const StafetSignups *signups)
{
  if (signups->capacity == STAFET_SIGNUPS_NO_LIMIT)
    g_print (_ ("%d signed up\n"), signups->signed_up);
  else
    g_print (_ ("%d signed up, %d of %d places free\n"), signups->signed_up, signups->free,
             signups->capacity);
}

static void
print_tally (const StafetTally *tally)
{
  if (tally == NULL || tally->heads == STAFET_INTEGER_NONE)
    return;
  if (tally->method == STAFET_ENUM_NONE)
    g_print (_ ("%d came\n"), tally->heads);
  else
    g_print (_ ("%d came (%s)\n"), tally->heads, _ (stafet_method_values[tally->method].title));
}

static void
print_answer (const StafetEntry *entry, const StafetSignups *signups)
{
  g_autofree char *day =
    stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (entry->start));

  g_print ("%s · %s\n", entry->title, day);
  if (entry->status == STAFET_STATUS_CANCELLED)
    g_print ("%s: %s\n", _ ("CANCELLED"), stafet_entry_reason (entry, stafet_i18n_get_language ()));
  print_places (signups);
  print_signups (entry, signups->coming);
  if (signups->waiting->len > 0)
    g_print ("%s\n", _ ("Waiting list:"));
  print_signups (entry, signups->waiting);
  if (signups->transport->len > 0)
    g_print (ngettext_ ("Transport: %d head, %d places for an aid\n",
                        "Transport: %d heads, %d places for an aid\n", (gulong) signups->fetched),
             signups->fetched, signups->aids);
  if (entry->activity->meal)
    g_print (_ ("Kitchen: %d meals, %d to take home\n"), signups->meals, signups->take_home);
  print_tally (signups->tally);
}

/* ——— signups for programs ——— */

static void
add_number (JsonBuilder *builder, const char *name, gboolean known, int number)
{
  json_builder_set_member_name (builder, name);
  if (known)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_list (JsonBuilder *builder, const StafetSnapshot *snapshot, const char *name, const GPtrArray *signups)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < signups->len; i++)
    stafet_cli_add_record (builder, snapshot, g_ptr_array_index (signups, i));
  json_builder_end_array (builder);
}

/* Last day to sign up; "" without one. */
static void
add_deadline (JsonBuilder *builder, const StafetEntry *entry)
{
  gint32 days = entry->activity->signup_days;
  char buffer[STAFET_DATE_SIZE];

  STRING (builder, "deadline",
          days != STAFET_INTEGER_NONE ? stafet_date_write (stafet_wall_date (entry->start) - days, buffer)
                                      : "");
}

static void
print_json (const StafetSnapshot *snapshot, const StafetEntry *entry, const StafetSignups *signups)
{
  static const char *const statuses[] = { "planned", "moved", "cancelled" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean limited = signups->capacity != STAFET_SIGNUPS_NO_LIMIT;
  char date[STAFET_DATE_SIZE], start[STAFET_WALL_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "series", entry->series);
  STRING (builder, "original_date", stafet_date_write (entry->original, date));
  STRING (builder, "start", stafet_wall_write (entry->start, start));
  STRING (builder, "title", entry->title);
  STRING (builder, "status", statuses[entry->status]);
  STRING (builder, "public_text", entry->activity->public_text);
  STRING (builder, "volunteer_text", entry->activity->volunteer_text);
  add_deadline (builder, entry);
  add_number (builder, "capacity", limited, signups->capacity);
  INTEGER (builder, "signed", signups->signed_up);
  add_number (builder, "free", limited, signups->free);
  INTEGER (builder, "waiting", signups->waiting_heads);
  INTEGER (builder, "fetched", signups->fetched);
  INTEGER (builder, "aids", signups->aids);
  add_number (builder, "meals", entry->activity->meal, signups->meals);
  add_number (builder, "take_home", entry->activity->meal, signups->take_home);
  add_list (builder, snapshot, "signups", signups->coming);
  add_list (builder, snapshot, "waiting_list", signups->waiting);
  add_list (builder, snapshot, "transport", signups->transport);
  json_builder_set_member_name (builder, "tally");
  if (signups->tally != NULL)
    stafet_cli_add_record (builder, snapshot, &signups->tally->parent);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— signups ——— */

StafetAgenda *
stafet_cli_occurrence (StafetCli *cli, StafetRecord *activity, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);

  if (!stafet_use_check_date (snapshot, activity, cli->on, error))
    return NULL;
  return stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, activity->uid, cli->on);
}

static gboolean
run_signups (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetRecord *activity = stafet_reference_find (snapshot, STAFET_KIND_ACTIVITY, cli->arguments[0], error);
  g_autoptr (StafetAgenda) agenda = activity != NULL ? stafet_cli_occurrence (cli, activity, error) : NULL;
  g_auto (StafetSignups) signups = { NULL };
  const StafetEntry *entry;

  if (agenda == NULL)
    return FALSE;
  entry = g_ptr_array_index (agenda->entries, 0);
  stafet_signups_find (snapshot, entry->activity, cli->on, &signups);
  if (stafet_cli_wants_json (cli))
    print_json (snapshot, entry, &signups);
  else
    print_answer (entry, &signups);
  return TRUE;
}

const StafetCommand stafet_cli_signups[] = {
  { "sign-up",
    "SERIES NAME --on DATE [--phone P] [--heads N] [--transport FROM] [--aid] [--meals N] [--take-home N] "
    "[--anyway]",
    N_ ("Signs somebody up for a date, or puts her on the waiting list."),
    "on phone heads transport aid meals take-home anyway", 2, 2, TRUE, run_sign_up, check_sign_up },
  { "sign-off", "SIGNUP", N_ ("Takes a sign-up away: who waits moves up."), "", 1, 1, TRUE, run_sign_off },
  { "signups", "SERIES --on DATE [--format json]",
    N_ ("Shows who comes to a date, who waits, who is fetched and what is eaten."), "on format", 1, 1, TRUE,
    run_signups, check_on },
  { "head-count", "SERIES --on DATE N [--method counted|estimated|reported]",
    N_ ("Tells how many came to a date."), "on method", 2, 2, TRUE, run_head_count, check_head_count },
  { NULL }
};
