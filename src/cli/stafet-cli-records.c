/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on records and on people: list, show, add, edit, remove, assign, regret.
 */
#include "core/stafet-text.h"
#include "stafet-cli.h"

/* ——— JSON of a record ——— */

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
      number = STAFET_FIELD_AT (gint32, record, field);
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
  const GPtrArray *links = stafet_snapshot_index (snapshot, list->index, record->uid);
  const StafetRecordInfo *info = stafet_record_info (list->link);
  const StafetField *which = list->which != NULL ? stafet_record_info_field (info, list->which) : NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);
      g_autofree char *text = NULL;

      if (which != NULL && STAFET_FIELD_AT (gint32, link, which) != list->which_value)
        continue;
      text = list->value != NULL ? stafet_record_get_text (link, stafet_record_info_field (info, list->value))
                                 : list->write (link);
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
}

static void
add_record (JsonBuilder *builder, const StafetSnapshot *snapshot, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, info->name);
  /* Kinds with a key "kind" of their own (a house's) show that one: it is written over this. */
  json_builder_set_member_name (builder, "uid");
  json_builder_add_string_value (builder, record->uid);
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      if ((field->flags & STAFET_FIELD_HIDDEN) != 0)
        continue;
      json_builder_set_member_name (builder, field->name);
      add_value (builder, record, field);
    }
  for (const StafetList *list = info->lists; list != NULL && list->name != NULL; list++)
    {
      json_builder_set_member_name (builder, list->name);
      add_list (builder, snapshot, record, list);
    }
  json_builder_end_object (builder);
}

static void
print_record (StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  g_print ("%s  %s\n", record->uid, stafet_record_get_label (record));
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      g_autofree char *text = stafet_record_get_text (record, field);

      if (*text != '\0' && (field->flags & STAFET_FIELD_HIDDEN) == 0)
        g_print ("  %s (%s): %s\n", _ (field->title), field->name, text);
    }
}

/* ——— list, show ——— */

static StafetKind
kind_argument (const char *name, GError **error)
{
  StafetKind kind = stafet_kind_from_name (name);

  if (kind == STAFET_KIND_NONE || kind == STAFET_KIND_PUBLISHED)
    {
      stafet_cli_usage (error,
                        _ ("There is no kind “%s”. Kinds are area, house, ward, room, contact, organiser, "
                           "volunteer, activity, stop, shift, absence, closure and feed."),
                        name);
      return STAFET_KIND_NONE;
    }
  return kind;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  StafetRecord *x = *(StafetRecord *const *) a, *y = *(StafetRecord *const *) b;
  int order = stafet_text_compare (stafet_record_get_label (x), stafet_record_get_label (y));

  return order != 0 ? order : g_strcmp0 (x->uid, y->uid);
}

static gboolean
in_house (const StafetSnapshot *snapshot, StafetRecord *record, StafetUid house)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), "house");

  if (house == NULL || (field != NULL && STAFET_FIELD_AT (StafetUid, record, field) == house))
    return TRUE;
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_VOLUNTEER)
    {
      const GPtrArray *links =
        stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, record->uid);

      for (guint i = 0; i < links->len; i++)
        {
          StafetVolunteerHouse *link = g_ptr_array_index (links, i);

          if (link->house == house && link->relation == STAFET_VOLUNTEER_HOUSE_HOME)
            return TRUE;
        }
    }
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT)
    {
      StafetActivity *activity =
        stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, ((StafetShift *) record)->activity);

      return activity != NULL && activity->house == house;
    }
  return FALSE;
}

static gboolean
run_list (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetKind kind = kind_argument (cli->arguments[0], error);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const GPtrArray *all;
  StafetUid house;

  if (kind == STAFET_KIND_NONE || !stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &house, error))
    return FALSE;
  all = stafet_snapshot_all (snapshot, kind);
  for (guint i = 0; i < all->len; i++)
    if (in_house (snapshot, g_ptr_array_index (all, i), house))
      g_ptr_array_add (records, g_ptr_array_index (all, i));
  g_ptr_array_sort (records, compare_labels);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (records, i);

      if (stafet_cli_wants_json (cli))
        add_record (builder, snapshot, record);
      else
        g_print ("%s  %s\n", record->uid, stafet_record_get_label (record));
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
  StafetRecord *record = any_record (cli, cli->arguments[0], error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (record == NULL)
    return FALSE;
  if (!stafet_cli_wants_json (cli))
    {
      print_record (record);
      return TRUE;
    }
  add_record (builder, stafet_plan_get_snapshot (cli->plan), record);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— add, edit, remove ——— */

static const char *const *
pairs_of (StafetCli *cli)
{
  static const char *const none[] = { NULL };

  return cli->set != NULL ? (const char *const *) cli->set : none;
}

static gboolean
run_add (StafetCli *cli, GError **error)
{
  StafetKind kind = kind_argument (cli->arguments[0], error);

  if (kind == STAFET_KIND_NONE)
    return FALSE;
  if (!stafet_record_info (kind)->public_kind)
    return stafet_cli_usage (error, _ ("A %s is not added by itself."), _ (stafet_record_info (kind)->title));
  return stafet_cli_edit (cli, stafet_use_add (kind, pairs_of (cli)), TRUE, error);
}

static gboolean
run_edit (StafetCli *cli, GError **error)
{
  StafetRecord *record = any_record (cli, cli->arguments[0], error);

  if (record == NULL)
    return FALSE;
  if (cli->set == NULL)
    return stafet_cli_usage (error, _ ("Say what to change: --set KEY=VALUE."));
  return stafet_cli_edit (cli, stafet_use_edit (STAFET_RECORD_KIND (record), record->uid, pairs_of (cli)),
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
  if ((who->volunteer != NULL) + (who->organiser != NULL) + (who->guest != NULL) == 1)
    return TRUE;
  return stafet_cli_usage (error, _ ("Say who: one volunteer, --by ORGANISER or --guest NAME."));
}

static gboolean
parity_of (StafetCli *cli, int *parity, GError **error)
{
  *parity = STAFET_PARITY_NONE;
  if (cli->parity == NULL)
    return TRUE;
  if (g_str_equal (cli->parity, "odd") || g_str_equal (cli->parity, "even"))
    {
      *parity = cli->parity[0] == 'o' ? STAFET_PARITY_ODD : STAFET_PARITY_EVEN;
      return TRUE;
    }
  return stafet_cli_usage (error, _ ("--parity is odd or even."));
}

static gboolean
run_assign (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  StafetDate on, from, to;
  int parity;

  if (!who_of (cli, &who, error) || !stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error)
      || !stafet_cli_date (cli->from, STAFET_DATE_NONE, &from, error)
      || !stafet_cli_date (cli->to, STAFET_DATE_NONE, &to, error) || !parity_of (cli, &parity, error))
    return FALSE;
  if (cli->standing == (on != STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say when: --on DATE for one date, or --standing."));
  if (cli->standing)
    return stafet_cli_edit (cli,
                            stafet_use_assign_standing (cli->arguments[0], &who, from, to, parity,
                                                        MAX (cli->every, 1), cli->anyway),
                            FALSE, error);
  return stafet_cli_edit (cli, stafet_use_assign (cli->arguments[0], &who, on, cli->asked, cli->anyway),
                          FALSE, error);
}

static gboolean
run_regret (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  StafetDate on;

  if (!who_of (cli, &who, error) || !stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error))
    return FALSE;
  if (on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  return stafet_cli_edit (cli, stafet_use_regret (cli->arguments[0], &who, on, cli->looking), FALSE, error);
}

static gboolean
run_unassign (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  StafetDate on, to;

  if (!who_of (cli, &who, error) || !stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error)
      || !stafet_cli_date (cli->to, STAFET_DATE_NONE, &to, error))
    return FALSE;
  if (cli->standing == (on != STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say when: --on DATE for one date, or --standing."));
  if (cli->standing)
    return stafet_cli_edit (cli, stafet_use_unassign_standing (cli->arguments[0], &who, to), FALSE, error);
  return stafet_cli_edit (cli, stafet_use_unassign (cli->arguments[0], &who, on), FALSE, error);
}

static gboolean
run_attend (StafetCli *cli, GError **error)
{
  StafetWho who = { NULL };
  StafetDate on;

  if (!stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error))
    return FALSE;
  if (on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  if (cli->as_planned + cli->came + cli->absent != 1 || cli->minutes < 0)
    return stafet_cli_usage (error, _ ("Say one of --as-planned, --came and --absent."));
  if (cli->as_planned)
    return stafet_cli_edit (cli, stafet_use_attend_as_planned (cli->arguments[0], on), FALSE, error);
  return who_of (cli, &who, error)
         && stafet_cli_edit (cli, stafet_use_attend (cli->arguments[0], &who, on, cli->came, cli->minutes),
                             FALSE, error);
}

/* ——— cancel, restore-date ——— */

static gboolean
run_cancel (StafetCli *cli, GError **error)
{
  StafetDate on, to;

  if (!stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error) || !stafet_cli_date (cli->to, on, &to, error))
    return FALSE;
  if (on == STAFET_DATE_NONE || cli->reason == NULL)
    return stafet_cli_usage (error, _ ("Say when and why: --on DATE --reason TEXT."));
  if (to < on)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  return stafet_cli_edit (cli, stafet_use_cancel (cli->arguments[0], on, to, cli->reason), FALSE, error);
}

static gboolean
run_restore_date (StafetCli *cli, GError **error)
{
  StafetDate on;

  if (!stafet_cli_date (cli->on, STAFET_DATE_NONE, &on, error))
    return FALSE;
  if (on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  return stafet_cli_edit (cli, stafet_use_restore_date (cli->arguments[0], on), FALSE, error);
}

const StafetCommand stafet_cli_records[] = {
  { "list", "KIND [--house H] [--format json]", 1, TRUE, run_list },
  { "show", "REF [--format json]", 1, TRUE, run_show },
  { "add", "KIND --set KEY=VALUE …", 1, TRUE, run_add },
  { "edit", "REF --set KEY=VALUE …", 1, TRUE, run_edit },
  { "remove", "REF", 1, TRUE, run_remove },
  { "cancel", "SERIES --on DATE [--to DATE] --reason TEXT", 1, TRUE, run_cancel },
  { "restore-date", "SERIES --on DATE", 1, TRUE, run_restore_date },
  { "assign",
    "SHIFT VOLUNTEER|--by ORGANISER --count N|--guest NAME (--on DATE [--asked] | --standing [--from D] "
    "[--to D] [--parity even|odd] [--every N]) [--anyway]",
    1, TRUE, run_assign },
  { "regret", "SHIFT VOLUNTEER|--by ORGANISER|--guest NAME --on DATE [--looking]", 1, TRUE, run_regret },
  { "attend",
    "SHIFT --on DATE (--as-planned | VOLUNTEER|--by ORGANISER|--guest NAME --came|--absent [--minutes N])", 1,
    TRUE, run_attend },
  { "unassign", "SHIFT VOLUNTEER|--by ORGANISER|--guest NAME (--on DATE | --standing [--to DATE])", 1, TRUE,
    run_unassign },
  { NULL }
};
