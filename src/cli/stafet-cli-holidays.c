/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of school holidays: import holidays.
 */
#include "core/stafet-words.h"
#include "stafet-cli.h"
#include "table/stafet-holiday-file.h"

static const struct
{
  const char *key, *word;
} states[STAFET_N_HOLIDAY_STATES] = { { "new", N_ ("new") },
                                      { "known", N_ ("there already") },
                                      { "duplicate", N_ ("duplicate") },
                                      { "faulty", N_ ("faulty") } };

static void
add_line (JsonBuilder *builder, const StafetHolidayLine *line)
{
  char from[STAFET_DATE_SIZE], to[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, line->number);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, states[line->state].key);
  json_builder_set_member_name (builder, "from");
  json_builder_add_string_value (builder, stafet_date_write (line->holiday->from, from));
  json_builder_set_member_name (builder, "to");
  json_builder_add_string_value (builder, stafet_date_write (line->holiday->to, to));
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, line->holiday->text);
  json_builder_set_member_name (builder, "note");
  json_builder_add_string_value (builder, line->note != NULL ? line->note : "");
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *lines, gboolean written)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (builder, g_ptr_array_index (lines, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, written);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static void
print_line (const StafetHolidayLine *line)
{
  const StafetSchoolHoliday *holiday = line->holiday;
  g_autofree char *days =
    stafet_words_days_with_year (stafet_i18n_get_language (), holiday->from, holiday->to);

  g_print (_ ("Line %u: %s"), line->number, holiday->text);
  g_print (" · %s · %s%s%s\n", days, _ (states[line->state].word), line->note != NULL ? " · " : "",
           line->note != NULL ? line->note : "");
}

static void
print_text (const GPtrArray *lines, gboolean written)
{
  for (guint i = 0; i < lines->len; i++)
    print_line (g_ptr_array_index (lines, i));
  g_print ("%s\n", written ? _ ("The list is taken in.") : _ ("Nothing was written."));
}

gboolean
stafet_cli_import_holidays (StafetCli *cli, GError **error)
{
  StafetDate today = stafet_clock_today (cli->clock);
  g_autoptr (GPtrArray) lines = NULL, taken = NULL;
  gboolean written;
  StafetUid area;

  if (cli->list != NULL || cli->house != NULL || cli->unknown_houses != NULL || cli->set->len > 1)
    return stafet_cli_usage (
      error, _ ("--as, --house, --map and --unknown-houses belong to import csv. Write: stafetctl import "
                "holidays FILE [--area A] [--dry-run]"));
  if (!stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &area, error))
    return FALSE;
  lines = stafet_holiday_file_look (cli->arguments[1], today, error);
  if (lines == NULL || !stafet_holiday_file_check (lines, error))
    return FALSE;
  stafet_holiday_file_compare (lines, stafet_plan_get_snapshot (cli->plan), area);
  taken = stafet_holiday_file_new_ones (lines);
  written = taken->len > 0 && !cli->dry_run;
  if (written && !stafet_cli_edit (cli, stafet_use_import_holidays (taken, area), FALSE, error))
    return FALSE;
  if (stafet_cli_wants_json (cli))
    print_json (lines, written);
  else
    print_text (lines, written);
  return TRUE;
}
