/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on records, dates and people: list, show, add, edit, remove, cancel, assign, regret, unassign,
 * attend.
 */
#include "core/stafet-error.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-load.h"
#include "stafet-cli.h"

/* ——— JSON of a record ——— */

/* Kinds whose first keys people know in another order than the record's own: lists stand among the fields. */
static const struct
{
  StafetKind kind;
  const char *keys;
} key_orders[] = {
  { STAFET_KIND_VOLUNTEER,
    "name short_name phones mail address postcode town radius_km houses only_these_houses blocked_houses "
    "partners keep_apart kind skills available by_agreement per_day per_week per_month rest_minutes "
    "wished_per_week protected status paused_until check_asked check_seen check_by check_until call_when "
    "started note" },
  { STAFET_KIND_ACTIVITY,
    "title house start end category lead room ward address rule parity season skip_weeks until holidays "
    "school_holidays organiser public_text price doors_open meeting_place received_by make_ready note "
    "capacity signup_days visibility draft counts_hours" },
};

static const char *
key_order (StafetKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key_orders); i++)
    if (key_orders[i].kind == kind)
      return key_orders[i].keys;
  return NULL;
}

/* The keys of a kind as the command line knows them: those in order, then all others. (transfer full) */
static char **
visible_keys (const StafetRecordInfo *info)
{
  const char *order = key_order (info->kind);
  g_auto (GStrv) first = g_strsplit (order != NULL ? order : "", " ", -1);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_strv_builder_addv (keys, (const char **) first);
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if ((field->flags & STAFET_FIELD_HIDDEN) == 0
        && !g_strv_contains ((const char *const *) first, field->name))
      g_strv_builder_add (keys, field->name);
  for (const StafetList *list = info->lists; list != NULL && list->name != NULL; list++)
    if (!g_strv_contains ((const char *const *) first, list->name))
      g_strv_builder_add (keys, list->name);
  return g_strv_builder_end (keys);
}

/* A shift without a maximum takes as many as are wanted. */
static gint32
number_of (StafetRecord *record, const StafetField *field)
{
  gint32 number = STAFET_FIELD_AT (gint32, record, field);

  if (number == STAFET_INTEGER_NONE && STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT
      && g_str_equal (field->name, "max"))
    return ((StafetShift *) record)->wanted;
  return number;
}

static void
add_value (JsonBuilder *builder, StafetRecord *record, const StafetField *field)
{
  g_autofree char *text = NULL;
  gint32 number;

  switch (field->type)
    {
    case STAFET_FIELD_FLAG:
      json_builder_add_boolean_value (builder, STAFET_FIELD_AT (gboolean, record, field));
      return;
    case STAFET_FIELD_INTEGER:
    case STAFET_FIELD_HUNDREDTHS:
      number = number_of (record, field);
      if (number == STAFET_INTEGER_NONE)
        json_builder_add_null_value (builder);
      else if (field->type == STAFET_FIELD_INTEGER)
        json_builder_add_int_value (builder, number);
      else
        json_builder_add_double_value (builder, number / 100.0);
      return;
    default:
      text = stafet_record_get_text (record, field);
      json_builder_add_string_value (builder, text);
    }
}

static void
add_list (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record, const StafetList *list)
{
  g_auto (GStrv) texts = stafet_snapshot_list_texts (snapshot, record, list);

  json_builder_begin_array (builder);
  for (char **text = texts; *text != NULL; text++)
    json_builder_add_string_value (builder, *text);
  json_builder_end_array (builder);
}

void
stafet_cli_add_keys (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  g_auto (GStrv) keys = visible_keys (info);

  json_builder_set_member_name (builder, "kind");
  /* Kinds with a key "kind" of their own (a house's) show that one: it is written over this. */
  json_builder_add_string_value (builder, info->name);
  json_builder_set_member_name (builder, "uid");
  json_builder_add_string_value (builder, record->uid);
  for (char **key = keys; *key != NULL; key++)
    {
      const StafetField *field = stafet_record_info_field (info, *key);

      json_builder_set_member_name (builder, *key);
      if (field != NULL)
        add_value (builder, record, field);
      else
        add_list (builder, snapshot, record, stafet_record_info_list (info, *key));
    }
}

void
stafet_cli_add_record (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record)
{
  json_builder_begin_object (builder);
  stafet_cli_add_keys (builder, snapshot, record);
  json_builder_end_object (builder);
}

/* ——— A volunteer's figures ——— */

/* {"weeks": 8, "shifts": 9, "wished": 8.0, "last_unpopular": "2026-11-03", "known": [{"uid", "title",
 * "regular", "times"}]} */
static void
add_figures (JsonBuilder *builder, const StafetLoad *load)
{
  char date[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "weeks");
  json_builder_add_int_value (builder, STAFET_LOAD_WEEKS);
  json_builder_set_member_name (builder, "shifts");
  json_builder_add_int_value (builder, load->shifts);
  json_builder_set_member_name (builder, "wished");
  if (load->wished_per_week == STAFET_INTEGER_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, load->wished / 100.0);
  json_builder_set_member_name (builder, "last_unpopular");
  json_builder_add_string_value (builder, stafet_date_write (load->unpopular, date));
  json_builder_set_member_name (builder, "known");
  json_builder_begin_array (builder);
  for (guint i = 0; i < load->known->len; i++)
    {
      const StafetKnownSeries *known = &g_array_index (load->known, StafetKnownSeries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "uid");
      json_builder_add_string_value (builder, known->series->uid);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, stafet_record_get_label (known->series));
      json_builder_set_member_name (builder, "regular");
      json_builder_add_boolean_value (builder, known->regular);
      json_builder_set_member_name (builder, "times");
      json_builder_add_int_value (builder, known->times);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_figures (const StafetLoad *load)
{
  g_autofree char *day = load->unpopular_shift != NULL
                           ? stafet_words_day_with_year (stafet_i18n_get_language (), load->unpopular)
                           : NULL;

  g_print ("  %s: %d\n", _ ("Shifts in the last eight weeks"), load->shifts);
  if (day != NULL)
    g_print ("  %s: %s\n", _ ("Last on a shift that few want"), day);
  for (guint i = 0; i < load->known->len; i++)
    g_print ("%s%s", i == 0 ? _ ("  Known face of: ") : ", ",
             stafet_record_get_label (g_array_index (load->known, StafetKnownSeries, i).series));
  if (load->known->len > 0)
    g_print ("\n");
}

/* ——— A record in words ——— */

/* A uid as the name of what it refers to. (transfer full) */
static char *
name_of (const StafetSnapshot *snapshot, StafetKind kind, const char *uid)
{
  StafetRecord *target = stafet_snapshot_lookup (snapshot, kind, uid);

  return g_strdup (target != NULL ? stafet_record_get_label (target) : uid);
}

/* "" for what is not set, or not worth saying. (transfer full) */
static char *
field_in_words (const StafetSnapshot *snapshot, StafetRecord *record, const StafetField *field)
{
  g_autofree char *text = stafet_record_get_text (record, field);
  gint32 number;

  if ((field->flags & STAFET_FIELD_HIDDEN) != 0 || *text == '\0')
    return g_strdup ("");
  switch (field->type)
    {
    case STAFET_FIELD_REF:
      return name_of (snapshot, field->target, text);
    case STAFET_FIELD_FLAG:
      return g_strdup (STAFET_FIELD_AT (gboolean, record, field) ? _ ("yes") : "");
    case STAFET_FIELD_ENUM:
      number = STAFET_FIELD_AT (gint32, record, field);
      return g_strdup (_ (field->values[number].title));
    default:
      return (field->flags & STAFET_FIELD_PHONE) != 0 ? stafet_phone_format (text) : g_steal_pointer (&text);
    }
}

/* (transfer full) */
static char *
list_in_words (const StafetSnapshot *snapshot, StafetRecord *record, const StafetList *list)
{
  g_auto (GStrv) texts = stafet_snapshot_list_texts (snapshot, record, list);
  const StafetField *value =
    list->value != NULL ? stafet_record_info_field (stafet_record_info (list->link), list->value) : NULL;

  for (char **text = texts; value != NULL && *text != NULL; text++)
    {
      g_autofree char *own = *text;

      *text = value->type == STAFET_FIELD_REF            ? name_of (snapshot, value->target, own)
              : (value->flags & STAFET_FIELD_PHONE) != 0 ? stafet_phone_format (own)
                                                         : g_steal_pointer (&own);
    }
  return g_strjoinv (", ", texts);
}

static void
print_record (const StafetSnapshot *snapshot, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  g_auto (GStrv) keys = visible_keys (info);

  g_print ("%s  %s\n", record->uid, stafet_record_get_label (record));
  for (char **key = keys; *key != NULL; key++)
    {
      const StafetField *field = stafet_record_info_field (info, *key);
      const StafetList *list = stafet_record_info_list (info, *key);
      g_autofree char *text =
        field != NULL ? field_in_words (snapshot, record, field) : list_in_words (snapshot, record, list);

      if (*text != '\0')
        g_print ("  %s (%s): %s\n", _ (field != NULL ? field->title : list->title), *key, text);
    }
}

/* One line that names a record; kinds without a name show what they hold, and a shift of an activity what
 * it is called on the command line. (transfer full) */
static char *
record_line (const StafetSnapshot *snapshot, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  StafetUid activity = info->kind == STAFET_KIND_SHIFT ? ((StafetShift *) record)->activity : NULL;
  g_autoptr (GString) line = g_string_new (info->label != NULL ? stafet_record_get_label (record) : NULL);

  if (activity != NULL)
    {
      g_autofree char *title = name_of (snapshot, STAFET_KIND_ACTIVITY, activity);

      return g_strdup_printf ("%s/%s", title, line->str);
    }
  for (const StafetField *field = info->fields; info->label == NULL && field->name != NULL; field++)
    {
      g_autofree char *text = field_in_words (snapshot, record, field);

      if (*text != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  return g_strdup (line->str);
}

/* ——— list, show ——— */

/* Of the kinds that are not added by themselves, those that tell what a plan holds. */
static gboolean
may_be_listed (StafetKind kind)
{
  switch (kind)
    {
    case STAFET_KIND_NONE:
      return FALSE;
    case STAFET_KIND_SETTINGS:
    case STAFET_KIND_EXCEPTION:
    case STAFET_KIND_STANDING:
    case STAFET_KIND_ASSIGNMENT:
    case STAFET_KIND_ATTENDANCE:
    case STAFET_KIND_CALL:
    case STAFET_KIND_SCHOOL_HOLIDAY:
      return TRUE;
    default:
      return stafet_record_info (kind)->public_kind;
    }
}

static StafetKind
kind_argument (const char *name, GError **error)
{
  StafetKind kind = stafet_kind_from_name (name);
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (may_be_listed (kind))
    return kind;
  for (kind = STAFET_KIND_NONE + 1; kind < STAFET_N_KINDS; kind++)
    if (stafet_record_info (kind)->public_kind)
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", stafet_record_info (kind)->name);
  stafet_cli_usage (error, _ ("There is no kind “%s”. Kinds are %s."), name, kinds->str);
  return STAFET_KIND_NONE;
}

static gboolean
comes_home (const StafetSnapshot *snapshot, StafetRecord *volunteer, StafetUid house)
{
  const GPtrArray *links =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer->uid);

  for (guint i = 0; i < links->len; i++)
    {
      StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->house == house && link->relation == STAFET_VOLUNTEER_HOUSE_HOME)
        return TRUE;
    }
  return FALSE;
}

/* Whether a field says where the record belongs: its house, or what has one in turn. */
static gboolean
leads_to_house (const StafetField *field)
{
  static const char *const names[] = { "house", "ward", "room", "activity", "shift", "volunteer", NULL };

  return field->type == STAFET_FIELD_REF && g_strv_contains (names, field->name);
}

/* A volunteer belongs to the houses she comes to; anything else to its own house or its place's. */
static gboolean
in_house (const StafetSnapshot *snapshot, StafetRecord *record, StafetUid house)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  if (house == NULL || record->uid == house)
    return TRUE;
  if (info->kind == STAFET_KIND_VOLUNTEER)
    return comes_home (snapshot, record, house);
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      StafetRecord *target =
        leads_to_house (field)
          ? stafet_snapshot_get (snapshot, field->target, STAFET_FIELD_AT (StafetUid, record, field))
          : NULL;

      if (target != NULL && in_house (snapshot, target, house))
        return TRUE;
    }
  return FALSE;
}

/* Sorted by name. (transfer container) */
GPtrArray *
stafet_cli_records_of (const StafetSnapshot *snapshot, StafetKind kind, StafetUid house)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, kind);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (in_house (snapshot, g_ptr_array_index (all, i), house))
      g_ptr_array_add (records, g_ptr_array_index (all, i));
  g_ptr_array_sort (records, stafet_record_compare_labels);
  return records;
}

static gboolean
run_list (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetKind kind = kind_argument (cli->arguments[0], error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  StafetUid house;

  if (kind == STAFET_KIND_NONE || !stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error))
    return FALSE;
  records = stafet_cli_records_of (snapshot, kind, house);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (records, i);
      g_autofree char *line = record_line (snapshot, record);

      if (stafet_cli_wants_json (cli))
        stafet_cli_add_record (builder, snapshot, record);
      else
        g_print ("%s  %s\n", record->uid, line);
    }
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  return TRUE;
}

static StafetRecord *
any_record (StafetCli *cli, const char *text, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);

  if (g_str_equal (text, STAFET_SETTINGS_UID))
    return (StafetRecord *) stafet_snapshot_settings (snapshot);
  return stafet_reference_find_any (snapshot, text, error);
}

static gboolean
run_show (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetRecord *record = any_record (cli, cli->arguments[0], error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (StafetAgenda) agenda = NULL;
  g_auto (StafetLoad) load = { 0 };

  if (record == NULL)
    return FALSE;
  if (cli->on != STAFET_DATE_NONE)
    {
      if (STAFET_RECORD_KIND (record) != STAFET_KIND_ACTIVITY)
        return stafet_cli_usage (error, _ ("--on goes with an activity: only that has dates to show."));
      agenda = stafet_cli_occurrence (cli, record, error);
      if (agenda == NULL)
        return FALSE;
      record = &((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->activity->parent;
    }
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_VOLUNTEER)
    stafet_load_init (&load, snapshot, (StafetVolunteer *) record,
                      stafet_clock_today (stafet_plan_get_clock (cli->plan)));
  if (!stafet_cli_wants_json (cli))
    {
      print_record (snapshot, record);
      if (load.known != NULL)
        print_figures (&load);
      return TRUE;
    }
  json_builder_begin_object (builder);
  stafet_cli_add_keys (builder, snapshot, record);
  if (load.known != NULL)
    {
      json_builder_set_member_name (builder, "figures");
      add_figures (builder, &load);
    }
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— add, edit, remove ——— */

static const char *const *
pairs_of (StafetCli *cli)
{
  return (const char *const *) cli->set->pdata;
}

static gboolean
check_add (StafetCli *cli, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);
  StafetKind kind = kind_argument (cli->arguments[0], error);

  if (zone == NULL || kind == STAFET_KIND_NONE)
    return FALSE;
  if (!stafet_record_info (kind)->public_kind)
    return stafet_cli_usage (error, _ ("A %s is not added by itself."), _ (stafet_record_info (kind)->title));
  return stafet_use_check_pairs (kind, pairs_of (cli), zone, TRUE, error);
}

static gboolean
run_add (StafetCli *cli, GError **error)
{
  StafetKind kind = stafet_kind_from_name (cli->arguments[0]);

  return stafet_cli_edit (
    cli, cli->anyway ? stafet_use_add_anyway (kind, pairs_of (cli)) : stafet_use_add (kind, pairs_of (cli)),
    TRUE, error);
}

/* A pair is malformed when no kind has the key, or all that have it refuse the value with the same words.
 * Where each has words of its own, it is for the record to say which values it takes. */
static gboolean
check_pair (const char *pair, const StafetZone *zone, GError **error)
{
  const char *const pairs[] = { pair, NULL };
  g_autoptr (GError) refusal = NULL;
  gboolean of_key = FALSE, differ = FALSE;

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      g_autoptr (GError) own = NULL;

      if (stafet_use_check_pairs ((StafetKind) kind, pairs, zone, FALSE, &own))
        return TRUE;
      if (refusal != NULL && g_error_matches (own, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY))
        continue;
      differ |= of_key && strcmp (own->message, refusal->message) != 0;
      of_key |= !g_error_matches (own, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY);
      g_clear_error (&refusal);
      refusal = g_steal_pointer (&own);
    }
  if (differ)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

static gboolean
check_edit (StafetCli *cli, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);

  if (zone == NULL)
    return FALSE;
  if (*pairs_of (cli) == NULL)
    return stafet_cli_usage (error, _ ("Say what to change: --set KEY=VALUE."));
  if (cli->following && cli->on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("--following goes with a date: --on DATE."));
  for (const char *const *pair = pairs_of (cli); *pair != NULL; pair++)
    if (!check_pair (*pair, zone, error))
      return FALSE;
  return TRUE;
}

/* One date of a series, or that date and those after it. */
static gboolean
edit_dates (StafetCli *cli, GError **error)
{
  if (cli->following)
    return stafet_cli_edit (
      cli, stafet_use_edit_following (cli->arguments[0], cli->on, pairs_of (cli), cli->anyway), TRUE, error);
  return stafet_cli_edit (cli, stafet_use_edit_on (cli->arguments[0], cli->on, pairs_of (cli), cli->anyway),
                          FALSE, error);
}

static gboolean
run_edit (StafetCli *cli, GError **error)
{
  StafetRecord *record;
  StafetKind kind;

  if (cli->on != STAFET_DATE_NONE)
    return edit_dates (cli, error);
  record = any_record (cli, cli->arguments[0], error);
  if (record == NULL)
    return FALSE;
  kind = STAFET_RECORD_KIND (record);
  return stafet_cli_edit (cli,
                          cli->anyway ? stafet_use_edit_anyway (kind, record->uid, pairs_of (cli))
                                      : stafet_use_edit (kind, record->uid, pairs_of (cli)),
                          FALSE, error);
}

static gboolean
run_remove (StafetCli *cli, GError **error)
{
  StafetRecord *record = any_record (cli, cli->arguments[0], error);

  return record != NULL
         && stafet_cli_edit (cli, stafet_use_remove (STAFET_RECORD_KIND (record), record->uid), FALSE, error);
}

/* ——— assign, regret ——— */

static gboolean
who_of (StafetCli *cli, StafetWho *who, GError **error)
{
  who->volunteer = cli->n_arguments > 1 ? cli->arguments[1] : NULL;
  who->organiser = cli->by;
  who->guest = cli->guest;
  who->count = cli->count;
  if ((who->volunteer != NULL) + (who->organiser != NULL) + (who->guest != NULL) != 1)
    return stafet_cli_usage (error, _ ("Say who: one volunteer, --by ORGANISER or --guest NAME."));
  if (who->count > 0 && who->organiser == NULL)
    return stafet_cli_usage (error, _ ("--count goes with --by ORGANISER: only they send several."));
  return TRUE;
}

/* One date or a standing place: each has options of its own. */
static gboolean
check_when (StafetCli *cli, GError **error)
{
  gboolean spans =
    cli->from != STAFET_DATE_NONE || cli->to != STAFET_DATE_NONE || cli->parity != NULL || cli->every > 0;

  if (cli->standing == (cli->on != STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say when: --on DATE for one date, or --standing."));
  if (!cli->standing && spans)
    return stafet_cli_usage (error, _ ("--from, --to, --parity and --every go with --standing."));
  if (cli->standing && (cli->asked || cli->if_needed || cli->guest != NULL))
    return stafet_cli_usage (error, _ ("--asked, --if-needed and --guest go with one date: --on DATE."));
  if (cli->if_needed && (cli->asked || cli->by != NULL || cli->guest != NULL))
    return stafet_cli_usage (error, _ ("--if-needed is said of a volunteer, and not with --asked."));
  return TRUE;
}

static gboolean
run_assign (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  const char *shift = cli->arguments[0];

  if (!who_of (cli, &who, error) || !check_when (cli, error))
    return FALSE;
  if (cli->standing)
    return stafet_cli_edit (cli,
                            stafet_use_assign_standing (shift, &who, cli->from, cli->to,
                                                        stafet_cli_parity (cli), MAX (cli->every, 1),
                                                        cli->anyway),
                            FALSE, error);
  if (cli->if_needed)
    return stafet_cli_edit (cli, stafet_use_assign_if_needed (shift, who.volunteer, cli->on, cli->anyway),
                            FALSE, error);
  return stafet_cli_edit (cli, stafet_use_assign (shift, &who, cli->on, cli->asked, cli->anyway), FALSE,
                          error);
}

static gboolean
run_regret (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };

  if (!who_of (cli, &who, error))
    return FALSE;
  if (cli->standing == (cli->on != STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say when: --on DATE for one date, or --standing."));
  if (cli->standing != (cli->from != STAFET_DATE_NONE) || (cli->standing && cli->looking))
    return stafet_cli_usage (error, _ ("--standing and --from D go together, --looking with --on DATE."));
  if (cli->standing)
    return stafet_cli_edit (cli, stafet_use_unassign_standing (cli->arguments[0], &who, cli->from - 1), FALSE,
                            error);
  return stafet_cli_edit (cli, stafet_use_regret (cli->arguments[0], &who, cli->on, cli->looking), FALSE,
                          error);
}

static gboolean
run_unassign (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };

  if (!who_of (cli, &who, error))
    return FALSE;
  if (cli->standing == (cli->on != STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say when: --on DATE for one date, or --standing."));
  if (!cli->standing && cli->to != STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("--to goes with --standing."));
  if (cli->standing)
    return stafet_cli_edit (cli, stafet_use_unassign_standing (cli->arguments[0], &who, cli->to), FALSE,
                            error);
  return stafet_cli_edit (cli, stafet_use_unassign (cli->arguments[0], &who, cli->on), FALSE, error);
}

static gboolean
run_attend (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  const char *shift = cli->arguments[0];

  if (cli->on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  if (cli->as_planned + cli->came + cli->absent + cli->reopen != 1)
    return stafet_cli_usage (error, _ ("Say one of --as-planned, --came, --absent and --reopen."));
  if ((cli->as_planned || cli->reopen)
      && (cli->n_arguments > 1 || cli->by != NULL || cli->guest != NULL || cli->minutes > 0))
    return stafet_cli_usage (error,
                             _ ("--as-planned and --reopen are for everybody on the shift: name nobody."));
  if ((cli->method != NULL || cli->count > 0) && (cli->by == NULL || !cli->came))
    return stafet_cli_usage (error, _ ("--count and --method go with --by and --came."));
  if (cli->as_planned || cli->reopen)
    return stafet_cli_edit (
      cli, cli->reopen ? stafet_use_reopen (shift, cli->on) : stafet_use_attend_as_planned (shift, cli->on),
      FALSE, error);
  for (int i = 0; cli->method != NULL && stafet_method_values[i].key != NULL; i++)
    if (g_str_equal (cli->method, stafet_method_values[i].key))
      who.method = (StafetMethod) i;
  return who_of (cli, &who, error)
         && stafet_cli_edit (cli, stafet_use_attend (shift, &who, cli->on, cli->came, cli->minutes), FALSE,
                             error);
}

/* ——— cancel, restore-date ——— */

static gboolean
run_cancel (StafetCli *cli, GError **error)
{
  StafetDate to = cli->to != STAFET_DATE_NONE ? cli->to : cli->on;

  if (cli->on == STAFET_DATE_NONE || cli->reason == NULL || *cli->reason == '\0')
    return stafet_cli_usage (error, _ ("Say when and why: --on DATE --reason TEXT."));
  if (to < cli->on)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  return stafet_cli_edit (cli, stafet_use_cancel (cli->arguments[0], cli->on, to, cli->reason), FALSE, error);
}

static gboolean
run_restore_date (StafetCli *cli, GError **error)
{
  if (cli->on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  return stafet_cli_edit (cli,
                          cli->anyway ? stafet_use_restore_date_anyway (cli->arguments[0], cli->on)
                                      : stafet_use_restore_date (cli->arguments[0], cli->on),
                          FALSE, error);
}

const StafetCommand stafet_cli_records[] = {
  { "list", "KIND [--house H] [--format json]", N_ ("Lists all records of a kind."), "house format", 1, 1,
    TRUE, run_list },
  { "show", "REF [--on DATE] [--format json]",
    N_ ("Shows one record with all it holds: an activity also as it is on one date."), "on format", 1, 1,
    TRUE, run_show },
  { "add", "KIND --set KEY=VALUE … [--anyway]", N_ ("Adds a record and prints its uid."), "set anyway", 1, 1,
    TRUE, run_add, check_add },
  { "edit", "REF [--on DATE [--following]] --set KEY=VALUE … [--anyway]",
    N_ ("Changes a record: a series on all dates, on one, or from one on."), "set on following anyway", 1, 1,
    TRUE, run_edit, check_edit },
  { "remove", "REF", N_ ("Removes a record that nothing depends on."), "", 1, 1, TRUE, run_remove },
  { "cancel", "SERIES --on DATE [--to DATE] --reason TEXT", N_ ("Cancels the dates of a series in a period."),
    "on to reason", 1, 1, TRUE, run_cancel },
  { "restore-date", "SERIES --on DATE [--anyway]", N_ ("Holds a cancelled date after all."), "on anyway", 1,
    1, TRUE, run_restore_date },
  { "assign",
    "SHIFT VOLUNTEER|--by ORGANISER --count N|--guest NAME (--on DATE [--asked | --if-needed] | --standing "
    "[--from D] "
    "[--to D] [--parity even|odd] [--every N]) [--anyway]",
    N_ ("Puts somebody on a shift."),
    "by count guest on asked if-needed standing from to parity every anyway", 1, 2, TRUE, run_assign },
  { "regret", "SHIFT VOLUNTEER|--by ORGANISER|--guest NAME (--on DATE [--looking] | --standing --from D)",
    N_ ("Takes somebody's regrets for a date, or from a date on."), "by guest on looking standing from", 1, 2,
    TRUE, run_regret },
  { "attend",
    "SHIFT --on DATE (--as-planned | --reopen | VOLUNTEER|--by ORGANISER|--guest NAME --came|--absent "
    "[--minutes N] [--count N] [--method counted|estimated|reported])",
    N_ ("Tells who came."), "by guest on as-planned reopen came absent minutes count method", 1, 2, TRUE,
    run_attend },
  { "unassign", "SHIFT VOLUNTEER|--by ORGANISER|--guest NAME (--on DATE | --standing [--to DATE])",
    N_ ("Takes somebody off a shift."), "by guest on standing to", 1, 2, TRUE, run_unassign },
  { NULL }
};
