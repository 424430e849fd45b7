/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * propose.
 */
#include "schedule/stafet-roster-lines.h"
#include "schedule/stafet-roster-solve.h"
#include "stafet-cli.h"
#include "stafet-roster-file.h"

#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))
/* Two months: what a house plans at once. */
#define MOST_DAYS 62

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

static const char *
shift_id (const StafetRosterInstance *instance, guint shift)
{
  return STAFET_ROSTER_SHIFT (instance, shift)->id;
}

static const char *
volunteer_id (const StafetRosterInstance *instance, guint volunteer)
{
  return STAFET_ROSTER_VOLUNTEER (instance, volunteer)->id;
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

void
stafet_cli_add_line_cost (JsonBuilder *builder, const StafetRosterLine *line, gboolean asked)
{
  json_builder_set_member_name (builder, "cost");
  json_builder_begin_object (builder);
  INTEGER (builder, "new_face", line->new_face);
  INTEGER (builder, "time", line->own.time);
  INTEGER (builder, "house", line->own.house);
  INTEGER (builder, "distance", line->own.distance);
  INTEGER (builder, "load", line->load);
  INTEGER (builder, "unpopular", line->unpopular);
  if (asked)
    INTEGER (builder, "asked", line->own.asked);
  INTEGER (builder, "partner", line->partner);
  json_builder_end_object (builder);
}

static void
add_assignments (JsonBuilder *builder, const StafetRosterInstance *instance, const GArray *lines)
{
  begin_list (builder, "assignments");
  for (guint i = 0; i < lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (lines, StafetRosterLine, i);

      json_builder_begin_object (builder);
      STRING (builder, "shift", shift_id (instance, line->shift));
      STRING (builder, "volunteer", volunteer_id (instance, line->volunteer));
      stafet_cli_add_line_cost (builder, line, FALSE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_because (JsonBuilder *builder, const StafetRosterInstance *instance, const StafetRosterEmpty *empty)
{
  static const char *const kinds[] = { "funnel", "saturated", "caps" };

  json_builder_set_member_name (builder, "because");
  json_builder_begin_object (builder);
  STRING (builder, "kind", kinds[empty->kind]);
  if (empty->kind == STAFET_ROSTER_FUNNEL)
    {
      INTEGER (builder, "volunteers", instance->volunteers->len);
      INTEGER (builder, "with_skill", empty->with_skill);
      INTEGER (builder, "with_check", empty->with_check);
      INTEGER (builder, "of_house", empty->of_house);
      INTEGER (builder, "with_time", empty->with_time);
      INTEGER (builder, "present", empty->present);
    }
  else if (empty->kind == STAFET_ROSTER_SATURATED)
    {
      begin_list (builder, "volunteers");
      for (guint i = 0; i < empty->group->len; i++)
        json_builder_add_string_value (builder,
                                       volunteer_id (instance, g_array_index (empty->group, guint, i)));
      json_builder_end_array (builder);
    }
  else
    {
      INTEGER (builder, "eligible", empty->eligible);
      INTEGER (builder, "busy", empty->busy);
      INTEGER (builder, "per_day", empty->per_day);
      INTEGER (builder, "per_week", empty->per_week);
      INTEGER (builder, "per_month", empty->per_month);
    }
  json_builder_end_object (builder);
}

static void
add_empty (JsonBuilder *builder, const StafetRosterInstance *instance, const GPtrArray *empties)
{
  begin_list (builder, "empty");
  for (guint i = 0; i < empties->len; i++)
    {
      const StafetRosterEmpty *empty = g_ptr_array_index (empties, i);

      json_builder_begin_object (builder);
      STRING (builder, "shift", shift_id (instance, empty->shift));
      INTEGER (builder, "missing", empty->missing);
      add_because (builder, instance, empty);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_unused (JsonBuilder *builder, const StafetRosterPlan *plan)
{
  static const char *const words[] = { "not_needed", "skill", "check", "house", "time", "absent", "caps" };
  const StafetRosterInstance *instance = plan->instance;

  begin_list (builder, "unused");
  for (guint v = 0; v < instance->volunteers->len; v++)
    {
      if (plan->shifts[v]->len > 0)
        continue;
      json_builder_begin_object (builder);
      STRING (builder, "volunteer", volunteer_id (instance, v));
      STRING (builder, "because", words[stafet_roster_unused (plan, v)]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_broken_locks (JsonBuilder *builder, const StafetRosterPlan *plan)
{
  static const char *const words[] = { "skill", "check",   "house",    "time",      "absent", "overlap",
                                       "rest",  "per_day", "per_week", "per_month", "wanted" };
  const StafetRosterInstance *instance = plan->instance;

  begin_list (builder, "broken_locks");
  for (guint i = 0; i < instance->locked->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (instance->locked, StafetRosterPair, i);
      guint rules = stafet_roster_broken_rules (plan, pair);

      if (rules == 0)
        continue;
      json_builder_begin_object (builder);
      STRING (builder, "shift", shift_id (instance, pair->shift));
      STRING (builder, "volunteer", volunteer_id (instance, pair->volunteer));
      begin_list (builder, "rules");
      for (gsize bit = 0; bit < G_N_ELEMENTS (words); bit++)
        if ((rules & (1u << bit)) != 0)
          json_builder_add_string_value (builder, words[bit]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_plan (const StafetRosterPlan *plan, gint64 bound)
{
  const StafetRosterInstance *instance = plan->instance;
  g_autoptr (GArray) lines = stafet_roster_lines_new (plan);
  g_autoptr (GPtrArray) empties = stafet_roster_empties_new (plan);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_assignments (builder, instance, lines);
  add_empty (builder, instance, empties);
  add_unused (builder, plan);
  add_broken_locks (builder, plan);
  INTEGER (builder, "coverage_cost", plan->cost.coverage);
  INTEGER (builder, "changes", plan->cost.changes);
  INTEGER (builder, "preference_cost", plan->cost.preference);
  json_builder_set_member_name (builder, "proved_coverage");
  json_builder_add_boolean_value (builder, plan->cost.coverage == bound);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static gboolean
propose_for_instance (StafetCli *cli, GError **error)
{
  g_autoptr (StafetRosterInstance) instance = stafet_roster_file_read (cli->instance, error);
  g_autoptr (StafetRosterOptions) options = NULL;
  g_autoptr (StafetRosterPlan) plan = NULL;
  gint64 bound = 0;

  if (instance == NULL)
    return FALSE;
  if (stafet_roster_is_too_large (instance))
    return stafet_cli_usage (
      error,
      _ ("$: more than %d pairs of a shift and a volunteer are possible, which is more "
         "than can be solved at once. Plan fewer days or houses at a time."),
      STAFET_ROSTER_MOST_PAIRS);
  options = stafet_roster_options_new (instance);
  plan = stafet_roster_solve (options, NULL, &bound);
  print_plan (plan, bound);
  return TRUE;
}

static gboolean
run_propose (StafetCli *cli, GError **error)
{
  if (cli->instance != NULL)
    return propose_for_instance (cli, error);
  return stafet_cli_open_plan (cli, error) && stafet_cli_propose_for_plan (cli, error);
}

static gboolean
check_propose (StafetCli *cli, GError **error)
{
  if (cli->instance != NULL)
    return TRUE;
  if (cli->house != NULL && cli->area != NULL)
    return stafet_cli_usage (error, _ ("Ask about one of --house and --area."));
  if ((cli->house == NULL && cli->area == NULL) || cli->from == STAFET_DATE_NONE
      || cli->to == STAFET_DATE_NONE)
    return stafet_cli_usage (
      error, _ ("Say what is to be filled: --house HOUSE or --area AREA, and --from DATE --to DATE."));
  if (cli->to < cli->from)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  if (cli->to - cli->from >= MOST_DAYS)
    return stafet_cli_usage (error, _ ("Propose for at most %d days at a time."), MOST_DAYS);
  return TRUE;
}

static gboolean
check_why (StafetCli *cli, GError **error)
{
  return cli->on != STAFET_DATE_NONE || stafet_cli_usage (error, _ ("Say which date: --on DATE."));
}

const StafetCommand stafet_cli_proposals[] = {
  { "propose",
    "(--house H | --area A) --from D --to D [--ask-first] [--again] [--apply] | --instance FILE.json",
    N_ ("Proposes who fills the holes, and why; or fills the shifts of an instance."),
    "house area from to ask-first again apply format instance", 0, 0, FALSE, run_propose, check_propose },
  { "why", "SHIFT VOLUNTEER --on DATE", N_ ("Says why somebody is, or is not, proposed for a shift."),
    "on format", 2, 2, TRUE, stafet_cli_why, check_why },
  { NULL }
};
