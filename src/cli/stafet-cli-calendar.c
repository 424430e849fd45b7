/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars that others made: what a file of theirs comes to.
 */
#include "core/stafet-words.h"
#include "ics/stafet-ics-expand.h"
#include "publish/stafet-calendar-import.h"
#include "publish/stafet-fetch.h"
#include "stafet-cli.h"

static const char *const statuses[] = { "planned", "moved", "cancelled" };

/* ——— agenda --file ——— */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* A date where it is all day, else a wall time. */
static void
add_time (JsonBuilder *builder, const char *name, StafetWall wall, gboolean all_day)
{
  char date[STAFET_DATE_SIZE], time[STAFET_WALL_SIZE];

  add_string (builder, name,
              all_day ? stafet_date_write (stafet_wall_date (wall), date) : stafet_wall_write (wall, time));
}

static void
add_instance (JsonBuilder *builder, const StafetIcsInstance *instance)
{
  json_builder_begin_object (builder);
  add_string (builder, "uid", instance->component->uid);
  add_time (builder, "start", instance->start, instance->all_day);
  add_time (builder, "end", instance->end, instance->all_day);
  json_builder_set_member_name (builder, "all_day");
  json_builder_add_boolean_value (builder, instance->all_day);
  add_string (builder, "title", instance->component->title);
  add_string (builder, "status", statuses[instance->status]);
  json_builder_end_object (builder);
}

static void
print_instances (const GArray *instances)
{
  StafetDate day = STAFET_DATE_NONE;

  for (guint i = 0; i < instances->len; i++)
    {
      const StafetIcsInstance *instance = &g_array_index (instances, StafetIcsInstance, i);
      g_autofree char *words =
        stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (instance->start));
      g_autofree char *span = instance->all_day ? g_strdup (_ ("all day"))
                                                : stafet_words_time_span (stafet_i18n_get_language (),
                                                                          instance->start, instance->end);

      if (stafet_wall_date (instance->start) != day)
        g_print ("%s%s\n", i > 0 ? "\n" : "", words);
      day = stafet_wall_date (instance->start);
      g_print ("  %s  %s%s%s\n", span, instance->component->title,
               instance->status == STAFET_ICS_CANCELLED ? " · " : "",
               instance->status == STAFET_ICS_CANCELLED ? _ ("CANCELLED") : "");
    }
  if (instances->len == 0)
    g_print ("%s\n", _ ("Nothing is planned."));
}

/* What was assumed and what is wrong goes beside the answer. */
static void
print_faults (const StafetIcsFile *file)
{
  for (guint i = 0; i < file->notes->len; i++)
    g_printerr ("stafetctl: %s\n", (const char *) g_ptr_array_index (file->notes, i));
  for (guint i = 0; i < file->components->len; i++)
    {
      const StafetIcsComponent *component = stafet_ics_file_get (file, i);
      g_autofree char *words = NULL;

      if (component->fault == NULL)
        continue;
      words = stafet_ics_component_words (component, stafet_i18n_get_language ());
      g_printerr (_ ("stafetctl: %s is left out: %s\n"), words, component->fault);
    }
}

gboolean
stafet_cli_agenda_of_file (StafetCli *cli, GError **error)
{
  StafetZone *zone = stafet_clock_get_zone (cli->clock);
  g_autoptr (StafetIcsFile) file = stafet_ics_read_file (cli->file, zone, error);
  StafetIcsPatience patience = stafet_ics_patience ();
  g_autoptr (GArray) instances = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (file == NULL)
    return FALSE;
  instances = stafet_ics_expand (file, NULL, zone, cli->from, cli->to, &patience, error);
  if (instances == NULL)
    return FALSE;
  print_faults (file);
  if (!stafet_cli_wants_json (cli))
    {
      print_instances (instances);
      return TRUE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < instances->len; i++)
    add_instance (builder, &g_array_index (instances, StafetIcsInstance, i));
  json_builder_end_array (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— import ics ——— */

static const char *const state_keys[STAFET_N_CALENDAR_STATES] = { "new", "changed", "same", "gone",
                                                                  "faulty" };
static void
add_row (JsonBuilder *builder, const StafetCalendarRow *row)
{
  json_builder_begin_object (builder);
  add_string (builder, "state", state_keys[row->state]);
  add_string (builder, "title", row->title);
  add_string (builder, "words", row->words);
  add_string (builder, "reason", row->reason);
  json_builder_end_object (builder);
}

static void
print_import_json (const StafetCalendarImport *import, gboolean written)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->rows->len; i++)
    add_row (builder, g_ptr_array_index (import->rows, i));
  json_builder_end_array (builder);
  for (int state = 0; state < STAFET_N_CALENDAR_STATES; state++)
    {
      json_builder_set_member_name (builder, state_keys[state]);
      json_builder_add_int_value (builder, import->counts[state]);
    }
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (import->notes, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, written);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static void
print_import (const StafetCalendarImport *import, gboolean written)
{
  for (guint i = 0; i < import->notes->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (import->notes, i));
  for (guint i = 0; i < import->rows->len; i++)
    {
      const StafetCalendarRow *row = g_ptr_array_index (import->rows, i);

      if (row->state != STAFET_CALENDAR_SAME)
        g_print ("%s: %s%s%s%s%s\n", stafet_calendar_state_word (row->state), row->title,
                 *row->words != '\0' ? " · " : "", row->words, *row->reason != '\0' ? " · " : "",
                 row->reason);
    }
  for (int state = 0; state < STAFET_N_CALENDAR_STATES; state++)
    g_print ("%s%u %s", state > 0 ? ", " : "", import->counts[state],
             stafet_calendar_state_word ((StafetCalendarState) state));
  g_print ("\n%s\n", written ? _ ("The calendar is taken in.") : _ ("Nothing was written."));
}

static gboolean
find_house (StafetCli *cli, StafetUid *house, GError **error)
{
  if (!stafet_cli_house_of (cli, house, error))
    return FALSE;
  return *house != NULL || stafet_cli_usage (error, _ ("Say which house the calendar is for: --house H."));
}

/* Writes what is new, unless it is only looked at, and says what it was. */
static gboolean
take_in (StafetCli *cli, const StafetCalendarImport *import, GError **error)
{
  StafetEdit *edit = cli->dry_run ? NULL : stafet_calendar_import_edit (import);

  if (edit != NULL && !stafet_cli_edit (cli, edit, FALSE, error))
    return FALSE;
  if (stafet_cli_wants_json (cli))
    print_import_json (import, edit != NULL);
  else
    print_import (import, edit != NULL);
  return TRUE;
}

gboolean
stafet_cli_import_ics (StafetCli *cli, GError **error)
{
  const char *source = cli->arguments[1];
  g_autofree char *name = stafet_fetch_is_address (source) ? g_strdup (source) : g_path_get_basename (source);
  g_autoptr (StafetIcsFile) file =
    stafet_calendar_read (source, stafet_clock_get_zone (cli->clock), NULL, error);
  g_autoptr (StafetCalendarImport) import = NULL;
  StafetUid house;

  if (file == NULL || !find_house (cli, &house, error))
    return FALSE;
  import = stafet_calendar_import_new (cli->plan, file, house, name, NULL);
  return take_in (cli, import, error);
}

gboolean
stafet_cli_fetch (StafetCli *cli, GError **error)
{
  StafetCalendar *calendar = stafet_reference_find (stafet_plan_get_snapshot (cli->plan),
                                                    STAFET_KIND_CALENDAR, cli->arguments[0], error);
  g_autoptr (StafetIcsFile) file = NULL;
  g_autoptr (StafetCalendarImport) import = NULL;

  if (calendar == NULL)
    return FALSE;
  file = stafet_calendar_read (calendar->address, stafet_clock_get_zone (cli->clock), NULL, error);
  if (file == NULL)
    return FALSE;
  import = stafet_calendar_import_new (cli->plan, file, calendar->house, calendar->address, calendar);
  return take_in (cli, import, error);
}
