/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long people came, and what nobody has confirmed yet.
 */
#include "core/stafet-words.h"
#include "schedule/stafet-hours.h"
#include "stafet-cli.h"

#define NUMBER(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

/* ——— JSON ——— */

static void
add_sums (JsonBuilder *builder, const StafetHoursLine *line)
{
  NUMBER (builder, "times", line->times);
  NUMBER (builder, "confirmed_minutes", line->confirmed);
  NUMBER (builder, "planned_minutes", line->planned);
}

static void
add_heads (JsonBuilder *builder, const StafetHoursLine *line)
{
  json_builder_set_member_name (builder, "heads");
  json_builder_begin_object (builder);
  for (int method = 0; method < STAFET_N_METHODS; method++)
    NUMBER (builder, stafet_method_values[method].key, line->heads[method]);
  json_builder_end_object (builder);
}

static void
add_lines (JsonBuilder *builder, const char *name, const char *kind, const GPtrArray *lines, gboolean heads)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const StafetHoursLine *line = lines->pdata[i];
      const StafetRecord *who = line->who;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, kind);
      json_builder_add_string_value (builder, who->uid);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, stafet_record_get_label (who));
      add_sums (builder, line);
      if (heads)
        add_heads (builder, line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (StafetCli *cli, const StafetHours *hours)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char buffer[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "from");
  json_builder_add_string_value (builder, stafet_date_write (cli->from, buffer));
  json_builder_set_member_name (builder, "to");
  json_builder_add_string_value (builder, stafet_date_write (cli->to, buffer));
  add_lines (builder, "volunteers", "volunteer", hours->volunteers, FALSE);
  add_lines (builder, "organisers", "organiser", hours->organisers, TRUE);
  json_builder_set_member_name (builder, "guests");
  json_builder_begin_object (builder);
  add_sums (builder, &hours->guests);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_sums (builder, &hours->total);
  add_heads (builder, &hours->total);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— In words ——— */

/* "12 people, counted; 4 people, estimated". (transfer full) */
static char *
heads_words (const StafetHoursLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int method = 0; method < STAFET_N_METHODS; method++)
    {
      g_autofree char *words = g_strdup_printf (_ ("%1$d people, %2$s"), (int) line->heads[method],
                                                _ (stafet_method_values[method].title));

      if (line->heads[method] > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return g_strdup (text->str);
}

static void
print_cell (const char *text, int width)
{
  g_print ("%s%*s  ", text, MAX (width - (int) g_utf8_strlen (text, -1), 0), "");
}

static void
print_line (const char *name, const StafetHoursLine *line)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *confirmed = stafet_hours_words (language, line->confirmed);
  g_autofree char *planned = stafet_hours_words (language, line->planned);
  g_autofree char *heads = heads_words (line);

  print_cell (name, 28);
  print_cell (confirmed, 18);
  print_cell (planned, 18);
  g_print ("%s\n", heads);
}

static void
print_words (const StafetHours *hours)
{
  print_cell ("", 28);
  print_cell (_ ("confirmed"), 18);
  g_print ("%s\n", _ ("planned, not confirmed"));
  for (guint i = 0; i < hours->volunteers->len + hours->organisers->len; i++)
    {
      const StafetHoursLine *line = i < hours->volunteers->len
                                      ? hours->volunteers->pdata[i]
                                      : hours->organisers->pdata[i - hours->volunteers->len];

      print_line (stafet_record_get_label (line->who), line);
    }
  if (hours->guests.times > 0 || hours->guests.planned > 0)
    print_line (_ ("Guests"), &hours->guests);
  print_line (_ ("All together"), &hours->total);
}

/* ——— The command ——— */

static gboolean
check_hours (StafetCli *cli, GError **error)
{
  if (cli->from == STAFET_DATE_NONE || cli->to == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say which days: --from DATE and --to DATE."));
  if (cli->from > cli->to)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  if ((cli->house != NULL) + (cli->area != NULL) + (cli->volunteer != NULL) > 1)
    return stafet_cli_usage (error, _ ("Give one of --house, --area and --volunteer."));
  return TRUE;
}

/* Older days are not in the plan: what they would add is nothing, which is not true. */
static gboolean
check_known (StafetCli *cli, GError **error)
{
  StafetDate since = stafet_plan_get_since (cli->plan);
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), since);

  if (cli->from >= since)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("Hours are known from %s on. Ask from that day, or a later one."), day);
  return FALSE;
}

static gboolean
run_hours (StafetCli *cli, GError **error)
{
  StafetAgendaQuery query = { .from = cli->from, .to = cli->to };
  g_autoptr (StafetHours) hours = NULL;

  if (!check_known (cli, error)
      || !stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query.house, error)
      || !stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query.area, error)
      || !stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &query.volunteer, error))
    return FALSE;
  hours = stafet_hours_new (stafet_plan_get_snapshot (cli->plan), &query, stafet_clock_now (cli->clock),
                            stafet_clock_get_zone (cli->clock));
  if (stafet_cli_wants_json (cli))
    print_json (cli, hours);
  else
    print_words (hours);
  return TRUE;
}

const StafetCommand stafet_cli_hours[] = {
  { "hours", "--from D --to D [--house H | --area A | --volunteer V] [--format json]",
    N_ ("Adds up how long people came, and what was planned and nobody confirmed."),
    "from to house area volunteer format", 0, 0, TRUE, run_hours, check_hours },
  { NULL }
};
