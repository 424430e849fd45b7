/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars that others made: what a file of theirs comes to.
 */
#include "core/stafet-words.h"
#include "ics/stafet-ics-expand.h"
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
