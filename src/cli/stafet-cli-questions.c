/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that only ask: today, agenda, recur.
 */
#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

static void
add_date (JsonBuilder *builder, const char *name, StafetDate date)
{
  char buffer[STAFET_DATE_SIZE];

  STRING (builder, name, stafet_date_write (date, buffer));
}

static void
add_wall (JsonBuilder *builder, const char *name, StafetWall wall)
{
  char buffer[STAFET_WALL_SIZE];

  STRING (builder, name, stafet_wall_write (wall, buffer));
}

/* Uid and name of a record that may be missing: "" then. */
static void
add_reference (JsonBuilder *builder, const char *uid_name, const char *name_name, gpointer record)
{
  if (uid_name != NULL)
    STRING (builder, uid_name, record != NULL ? ((StafetRecord *) record)->uid : "");
  STRING (builder, name_name, record != NULL ? stafet_record_get_label (record) : "");
}

static void
add_places (JsonBuilder *builder, const StafetStaffing *staffing)
{
  static const char *const holders[] = { "volunteer", "organiser", "guest" };
  static const char *const states[] = { "standing", "promised", "asked" };

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < staffing->n_places; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      StafetUid uid = stafet_place_get_uid (place);

      json_builder_begin_object (builder);
      STRING (builder, "kind", holders[place->holder]);
      STRING (builder, "uid", uid != NULL ? uid : "");
      STRING (builder, "name", stafet_place_get_name (place));
      INTEGER (builder, "count", place->count);
      STRING (builder, "state", states[place->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "away");
  json_builder_begin_array (builder);
  for (guint i = staffing->n_places; i < staffing->n_places + staffing->n_away; i++)
    {
      StafetUid uid = stafet_place_get_uid (&staffing->places[i]);

      json_builder_begin_object (builder);
      STRING (builder, "uid", uid != NULL ? uid : "");
      STRING (builder, "name", stafet_place_get_name (&staffing->places[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shift (JsonBuilder *builder, const StafetStaffing *staffing)
{
  json_builder_begin_object (builder);
  STRING (builder, "shift", staffing->shift->parent.uid);
  STRING (builder, "role", staffing->shift->role);
  INTEGER (builder, "min", staffing->min);
  INTEGER (builder, "wanted", staffing->wanted);
  INTEGER (builder, "max", staffing->max);
  INTEGER (builder, "filled", staffing->filled);
  INTEGER (builder, "asked", staffing->asked);
  INTEGER (builder, "missing", staffing->missing);
  INTEGER (builder, "permanent", staffing->permanent);
  INTEGER (builder, "temporary", staffing->temporary);
  json_builder_set_member_name (builder, "looking");
  json_builder_add_boolean_value (builder, staffing->looking);
  add_places (builder, staffing);
  json_builder_end_object (builder);
}

static void
add_visit (JsonBuilder *builder, const StafetVisit *visit)
{
  json_builder_begin_object (builder);
  STRING (builder, "stop", visit->stop->parent.uid);
  add_reference (builder, "ward", "ward_name", visit->ward);
  add_wall (builder, "start", visit->start);
  add_wall (builder, "end", visit->end);
  add_reference (builder, NULL, "received_by", visit->received_by);
  json_builder_end_object (builder);
}

static const char *
category_key (gint32 category)
{
  const StafetField *field = stafet_record_info_field (stafet_record_info (STAFET_KIND_ACTIVITY), "category");

  return category == STAFET_ENUM_NONE ? "" : field->values[category].key;
}

static void
add_entry (JsonBuilder *builder, const StafetEntry *entry)
{
  static const char *const statuses[] = { "planned", "moved", "cancelled" };

  json_builder_begin_object (builder);
  STRING (builder, "series", entry->series);
  add_date (builder, "original_date", entry->original);
  add_wall (builder, "start", entry->start);
  add_wall (builder, "end", entry->end);
  STRING (builder, "title", entry->title);
  STRING (builder, "status", statuses[entry->status]);
  STRING (builder, "reason", stafet_entry_reason (entry, stafet_i18n_get_language ()));
  add_reference (builder, "house", "house_name", entry->house);
  add_reference (builder, "room", "room_name", entry->room);
  add_reference (builder, "ward", "ward_name", entry->ward);
  add_reference (builder, NULL, "organiser_name", entry->organiser);
  STRING (builder, "category", category_key (entry->category));
  json_builder_set_member_name (builder, "stops");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->n_visits; i++)
    add_visit (builder, &entry->visits[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "shifts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->n_shifts; i++)
    add_shift (builder, &entry->shifts[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_entries (JsonBuilder *builder, const StafetAgenda *agenda, gboolean holes)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < agenda->entries->len; i++)
    if (!holes || stafet_entry_missing (g_ptr_array_index (agenda->entries, i)) > 0)
      add_entry (builder, g_ptr_array_index (agenda->entries, i));
  json_builder_end_array (builder);
}

/* ——— In words ——— */

static void
print_clock (StafetWall start, StafetWall end)
{
  int a = stafet_wall_minutes (start), b = stafet_wall_minutes (end);

  g_print ("%2d.%02d–%02d.%02d  ", a / 60, a % 60, b / 60, b % 60);
}

static void
print_shift (const StafetStaffing *staffing)
{
  g_print ("             %s: ", staffing->shift->role);
  for (guint i = 0; i < staffing->n_places; i++)
    g_print ("%s%s%s", i > 0 ? ", " : "", stafet_place_get_name (&staffing->places[i]),
             staffing->places[i].state == STAFET_PLACE_ASKED ? _ (" (asked)") : "");
  if (staffing->missing > 0)
    {
      g_print ("%s", staffing->n_places > 0 ? " · " : "");
      g_print (_ ("missing %d of %d, %s"), staffing->missing, staffing->wanted,
               staffing->permanent > 0 ? _ ("permanently vacant") : _ ("only this time"));
    }
  g_print ("\n");
}

static void
print_entry (const StafetEntry *entry)
{
  gpointer place = entry->room != NULL   ? (gpointer) entry->room
                   : entry->ward != NULL ? (gpointer) entry->ward
                                         : (gpointer) entry->house;

  print_clock (entry->start, entry->end);
  g_print ("%s%s%s", entry->title, place != NULL ? " · " : "",
           place != NULL ? stafet_record_get_label (place) : "");
  if (entry->status == STAFET_STATUS_CANCELLED)
    g_print (" · %s: %s", _ ("CANCELLED"), stafet_entry_reason (entry, stafet_i18n_get_language ()));
  g_print ("\n");
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    print_shift (&entry->shifts[i]);
}

static void
print_entries (const StafetAgenda *agenda)
{
  StafetDate day = STAFET_DATE_NONE;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (stafet_wall_date (entry->start) != day)
        {
          g_autofree char *words =
            stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (entry->start));

          day = stafet_wall_date (entry->start);
          g_print ("%s\n", words);
        }
      print_entry (entry);
    }
}

/* ——— today, agenda ——— */

static gboolean
query_of (StafetCli *cli, StafetAgendaQuery *query, GError **error)
{
  if ((cli->house != NULL) + (cli->ward != NULL) + (cli->area != NULL) + (cli->volunteer != NULL) > 1)
    return stafet_cli_usage (error, _ ("Ask about one of --house, --ward, --area and --volunteer."));
  return stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query->house, error)
         && stafet_cli_reference (cli, STAFET_KIND_WARD, cli->ward, &query->ward, error)
         && stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query->area, error)
         && stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &query->volunteer, error);
}

static gboolean
run_agenda (StafetCli *cli, GError **error)
{
  StafetAgendaQuery query = { 0 };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (cli->from == NULL || cli->to == NULL)
    return stafet_cli_usage (error, _ ("Say which days: --from DATE --to DATE."));
  if (!stafet_cli_date (cli->from, 0, &query.from, error) || !stafet_cli_date (cli->to, 0, &query.to, error)
      || !query_of (cli, &query, error))
    return FALSE;
  if (query.to < query.from)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  agenda = stafet_agenda_new (stafet_plan_get_snapshot (cli->plan), &query);
  if (!stafet_cli_wants_json (cli))
    {
      print_entries (agenda);
      return TRUE;
    }
  add_entries (builder, agenda, FALSE);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* The only house that is no nursing home, or NULL. */
static StafetUid
own_house (const StafetSnapshot *snapshot)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  StafetUid only = NULL;

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->kind == STAFET_HOUSE_NURSING)
        continue;
      if (only != NULL)
        return NULL;
      only = house->parent.uid;
    }
  return only;
}

static void
print_today (const StafetAgenda *agenda, StafetDate date)
{
  g_autofree char *words = stafet_words_date_with_year (stafet_i18n_get_language (), date);
  g_autofree char *week = stafet_words_week (stafet_i18n_get_language (), stafet_date_iso_week (date, NULL));
  int missing = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    missing += stafet_entry_missing (g_ptr_array_index (agenda->entries, i));
  g_print (_ ("Today, %s"), words);
  g_print (" · %s · ", week);
  if (missing > 0)
    g_print (ngettext_ ("%d place is missing", "%d places are missing", (gulong) missing), missing);
  else
    g_print ("%s", _ ("everyone is there"));
  g_print ("\n");
  for (guint i = 0; i < agenda->entries->len; i++)
    print_entry (g_ptr_array_index (agenda->entries, i));
  if (agenda->entries->len == 0)
    g_print ("%s\n", _ ("Nothing is planned."));
}

/* Days of the last fortnight with a promised place that nobody has confirmed. */
static gboolean
is_unconfirmed (const StafetEntry *entry)
{
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      if (entry->shifts[i].places[j].state != STAFET_PLACE_ASKED && entry->shifts[i].places[j].came < 0)
        return TRUE;
  return FALSE;
}

static void
add_unconfirmed (JsonBuilder *builder, StafetSnapshot *snapshot, StafetAgendaQuery query)
{
  StafetDate today = query.from, last = STAFET_DATE_NONE;
  g_autoptr (StafetAgenda) agenda = NULL;
  char buffer[STAFET_DATE_SIZE];

  query.from = today - 14;
  query.to = today - 1;
  agenda = stafet_agenda_new (snapshot, &query);
  json_builder_set_member_name (builder, "unconfirmed_days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      StafetDate date = stafet_wall_date (entry->start);

      if (date == last || !is_unconfirmed (entry))
        continue;
      last = date;
      json_builder_add_string_value (builder, stafet_date_write (date, buffer));
    }
  json_builder_end_array (builder);
}

static void
add_closures (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetDate date)
{
  const GPtrArray *closures = stafet_snapshot_all (snapshot, STAFET_KIND_CLOSURE);

  json_builder_set_member_name (builder, "closures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < closures->len; i++)
    {
      StafetClosure *closure = g_ptr_array_index (closures, i);
      StafetWall start, end;

      stafet_moment_span (closure->from, closure->to, &start, &end);
      if (start >= stafet_wall_new (date + 1, 0) || end <= stafet_wall_new (date, 0))
        continue;
      json_builder_begin_object (builder);
      STRING (builder, "uid", closure->parent.uid);
      add_wall (builder, "from", start);
      add_wall (builder, "to", end);
      STRING (builder, "text", closure->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
run_today (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetAgendaQuery query = { 0 };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!stafet_cli_date (cli->date, stafet_clock_today (cli->clock), &query.from, error)
      || !query_of (cli, &query, error))
    return FALSE;
  query.to = query.from;
  if (query.house == NULL && query.area == NULL)
    query.house = own_house (snapshot);
  agenda = stafet_agenda_new (snapshot, &query);
  if (!stafet_cli_wants_json (cli))
    {
      print_today (agenda, query.from);
      return TRUE;
    }
  json_builder_begin_object (builder);
  add_date (builder, "date", query.from);
  STRING (builder, "house", query.house != NULL ? query.house : "");
  json_builder_set_member_name (builder, "holes");
  add_entries (builder, agenda, TRUE);
  json_builder_set_member_name (builder, "entries");
  add_entries (builder, agenda, FALSE);
  add_unconfirmed (builder, snapshot, query);
  add_closures (builder, snapshot, query.from);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— recur ——— */

static gboolean
filter_of (StafetCli *cli, StafetFilter *filter, GError **error)
{
  filter->parity = STAFET_PARITY_NONE;
  if (cli->parity != NULL && !g_str_equal (cli->parity, "odd") && !g_str_equal (cli->parity, "even"))
    return stafet_cli_usage (error, _ ("--parity is odd or even."));
  if (cli->parity != NULL)
    filter->parity = cli->parity[0] == 'o' ? STAFET_PARITY_ODD : STAFET_PARITY_EVEN;
  return stafet_season_parse (cli->season != NULL ? cli->season : "", &filter->season, error)
         && stafet_skip_weeks_parse (cli->skip_weeks != NULL ? cli->skip_weeks : "", &filter->skip_weeks,
                                     error);
}

static gboolean
recur_arguments (StafetCli *cli, StafetRule *rule, StafetWall *start, StafetFilter *filter, GError **error)
{
  if (cli->start == NULL || cli->rule == NULL || (cli->to == NULL && cli->count == 0))
    return stafet_cli_usage (error, _ ("Give --start WALL, --rule RRULE, and --to DATE or --count N."));
  if (!stafet_wall_parse (cli->start, start, error)
      || !stafet_rule_parse (cli->rule, stafet_clock_get_zone (cli->clock), rule, error)
      || !filter_of (cli, filter, error))
    return FALSE;
  if (rule->frequency == STAFET_FREQUENCY_WEEKLY || stafet_filter_is_empty (filter))
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                       _ ("Even or odd weeks, a season and weeks left out go with a weekly rule only."));
  return FALSE;
}

static gboolean
run_recur (StafetCli *cli, GError **error)
{
  StafetRule rule;
  StafetFilter filter = { 0 };
  StafetWall start;
  StafetDate from, to;
  g_autoptr (GArray) walls = NULL;
  char buffer[STAFET_WALL_SIZE];

  if (!recur_arguments (cli, &rule, &start, &filter, error)
      || !stafet_cli_date (cli->from, stafet_wall_date (start), &from, error)
      || !stafet_cli_date (cli->to, STAFET_DATE_NONE, &to, error))
    return FALSE;
  walls = stafet_expand_recur (&rule, start, &filter, from, to, (guint) cli->count);
  for (guint i = 0; i < walls->len; i++)
    g_print ("%s\n", stafet_wall_write (g_array_index (walls, StafetWall, i), buffer));
  if (walls->len > 0 || cli->to != NULL)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                       _ ("The rule never gives a date. Look at its days, months, weeks and last date."));
  return FALSE;
}

const StafetCommand stafet_cli_questions[] = {
  { "today", "[--house H | --area A] [--date D] [--format json]", 0, TRUE, run_today },
  { "agenda", "--from D --to D [--house H | --ward W | --area A | --volunteer V] [--format json]", 0, TRUE,
    run_agenda },
  { "recur",
    "--start WALL --rule RRULE [--parity even|odd] [--season MM-DD/MM-DD] [--skip-weeks N,N] [--from D] "
    "(--to D | --count N)",
    0, FALSE, run_recur },
  { NULL }
};
