/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on what was done: history, undo, redo.
 */
#include "core/stafet-words.h"
#include "plan/stafet-history-words.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* So many rows of one entry are told: a list that was taken in has thousands. */
#define MOST_ROWS 20

/* ——— history ——— */

static void
add_changed_keys (JsonBuilder *builder, const StafetLogRow *row)
{
  GVariant *image = row->after != NULL ? row->after : row->before;
  GVariantIter iter;
  const char *name, *text;

  json_builder_set_member_name (builder, "keys");
  json_builder_begin_array (builder);
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    json_builder_add_string_value (builder, name);
  json_builder_end_array (builder);
}

static void
add_log_entry (JsonBuilder *builder, const StafetLogEntry *entry)
{
  static const char *const operations[] = { "insert", "update", "delete" };
  char buffer[STAFET_INSTANT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, entry->id);
  STRING (builder, "at", stafet_instant_write (entry->at, buffer));
  STRING (builder, "author", entry->author);
  STRING (builder, "label", entry->label);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, entry->undone);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      json_builder_begin_object (builder);
      STRING (builder, "kind", stafet_kind_get_name (row->kind));
      STRING (builder, "uid", row->uid);
      STRING (builder, "operation", operations[row->operation]);
      add_changed_keys (builder, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static const char *
entry_mark (const StafetLogEntry *entry)
{
  if (entry->kind == STAFET_CHANGESET_UNDO)
    return _ (" (undo)");
  if (entry->kind == STAFET_CHANGESET_REDO)
    return _ (" (redo)");
  return entry->undone ? _ (" (undone)") : "";
}

static void
print_log_entry (StafetCli *cli, GHashTable *gone, const StafetLogEntry *entry)
{
  StafetZone *zone = stafet_clock_get_zone (cli->clock);
  g_autofree char *at =
    stafet_words_instant (stafet_i18n_get_language (), stafet_zone_to_wall (zone, entry->at));
  g_autoptr (GPtrArray) lines =
    stafet_history_words_lines (stafet_plan_get_snapshot (cli->plan), zone, gone, entry);

  g_print ("%4" G_GINT64_FORMAT "  %s  %s  %s%s\n", entry->id, at, entry->author, entry->label,
           entry_mark (entry));
  for (guint i = 0; i < lines->len; i++)
    g_print ("      %s\n", (const char *) g_ptr_array_index (lines, i));
}

/* A name of what is there, or the uid of what is gone but stands in the history. */
static gboolean
subject_of (StafetCli *cli, gpointer record, const char *text, StafetUid *uid, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (record != NULL)
    *uid = ((StafetRecord *) record)->uid;
  else if (g_error_matches (*error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN))
    {
      changes = stafet_store_read_changes_of (cli->store, stafet_uid_intern (text), 0, NULL);
      if (changes != NULL && changes->len > 0)
        {
          g_clear_error (error);
          *uid = stafet_uid_intern (text);
        }
    }
  return *uid != NULL;
}

static gboolean
find_subject (StafetCli *cli, StafetKind kind, const char *text, StafetUid *uid, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  g_autoptr (GError) unknown = NULL;
  gpointer record;

  if (text == NULL)
    return TRUE;
  record = kind == STAFET_KIND_ACTIVITY ? stafet_reference_find_series (snapshot, text, &unknown)
                                        : stafet_reference_find (snapshot, kind, text, &unknown);
  if (subject_of (cli, record, text, uid, &unknown))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&unknown));
  return FALSE;
}

static StafetInstant
since_of (StafetCli *cli)
{
  StafetWall start, end;

  if (cli->since == STAFET_MOMENT_NONE)
    return 0;
  stafet_moment_span (cli->since, cli->since, &start, &end);
  return stafet_zone_to_instant (stafet_clock_get_zone (cli->clock), start);
}

static gboolean
query_of (StafetCli *cli, StafetHistoryQuery *query, GError **error)
{
  query->limit = (guint) MAX (cli->limit, 0);
  query->since = since_of (cli);
  query->rows = stafet_cli_wants_json (cli) ? 0 : MOST_ROWS;
  return find_subject (cli, STAFET_KIND_HOUSE, cli->house, &query->house, error)
         && find_subject (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &query->volunteer, error)
         && find_subject (cli, STAFET_KIND_ACTIVITY, cli->activity, &query->series, error);
}

static gboolean
run_history (StafetCli *cli, GError **error)
{
  StafetHistoryQuery query = { 0 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!query_of (cli, &query, error))
    return FALSE;
  entries = stafet_store_find_history (cli->store, &query, error);
  if (entries == NULL)
    return FALSE;
  gone = stafet_history_words_gone (cli->store, stafet_plan_get_snapshot (cli->plan), entries);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const StafetLogEntry *entry = g_ptr_array_index (entries, i);

      if (stafet_cli_wants_json (cli))
        add_log_entry (builder, entry);
      else
        print_log_entry (cli, gone, entry);
    }
  json_builder_end_array (builder);
  if (stafet_cli_wants_json (cli))
    stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— undo, redo ——— */

static gboolean
take_back (StafetCli *cli, StafetEdit *edit, const char *format, GError **error)
{
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (cli->plan, edit, error);

  if (outcome == NULL)
    return FALSE;
  for (guint i = 0; i < outcome->warnings->len; i++)
    g_printerr ("stafetctl: %s\n", (const char *) g_ptr_array_index (outcome->warnings, i));
  g_print (format, outcome->label);
  return TRUE;
}

static gboolean
run_undo (StafetCli *cli, GError **error)
{
  if (cli->change != 0)
    return take_back (cli, stafet_edit_undo_change (cli->change, cli->anyway), "%s\n", error);
  return take_back (cli, stafet_edit_undo (), _ ("Undone: %s\n"), error);
}

static gboolean
check_undo (StafetCli *cli, GError **error)
{
  return !cli->anyway || cli->change != 0
         || stafet_cli_usage (error,
                              _ ("--anyway goes with --change: your newest change is undone as it is."));
}

static gboolean
run_redo (StafetCli *cli, GError **error)
{
  return take_back (cli, stafet_edit_redo (), _ ("Redone: %s\n"), error);
}

const StafetCommand stafet_cli_history[] = {
  { "history", "[--limit N] [--since WHEN] [--house H] [--volunteer V] [--activity A] [--format json]",
    N_ ("Shows who changed what, newest first."), "limit since house volunteer activity format", 0, 0, TRUE,
    run_history },
  { "undo", "[--change ID [--anyway]]",
    N_ ("Takes back your newest change, or one older change where it still applies."), "change anyway", 0, 0,
    TRUE, run_undo, check_undo },
  { "redo", "", N_ ("Makes the change again that you took back."), "", 0, 0, TRUE, run_redo },
  { NULL }
};
