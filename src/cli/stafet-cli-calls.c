/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closing a place for a time or a house for good, and whom to ring about what is cancelled, moved or changed.
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-end-house.h"
#include "plan/stafet-use-merge-house.h"
#include "schedule/stafet-call-list.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* ——— JSON ——— */

static void
add_callee (JsonBuilder *builder, const StafetCallList *list, const StafetCallLine *callee)
{
  static const char *const kinds[] = { "ward", "volunteer", "organiser", "contact", "signup", "guest" };
  static const char *const outcomes[] = { "", "no_answer", "rang", "told" };

  json_builder_begin_object (builder);
  STRING (builder, "kind", kinds[callee->kind]);
  STRING (builder, "uid", callee->record != NULL ? callee->record->uid : "");
  STRING (builder, "name", callee->name);
  STRING (builder, "beside", callee->beside);
  json_builder_set_member_name (builder, "phones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < callee->phones->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (callee->phones, i));
  json_builder_end_array (builder);
  STRING (builder, "through", callee->through != NULL ? stafet_record_get_label (callee->through) : "");
  STRING (builder, "call_when", callee->call_when);
  json_builder_set_member_name (builder, "only_asked");
  json_builder_add_boolean_value (builder, callee->only_asked);
  STRING (builder, "called", outcomes[callee->called]);
  json_builder_set_member_name (builder, "occurrences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < callee->entries->len; i++)
    {
      guint at;

      if (g_ptr_array_find (list->agenda->entries, g_ptr_array_index (callee->entries, i), &at))
        json_builder_add_int_value (builder, at);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const StafetCallList *list, StafetUid closure, StafetWall now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  STRING (builder, "closure", closure != NULL ? closure : "");
  json_builder_set_member_name (builder, "due");
  json_builder_add_boolean_value (builder, stafet_call_list_is_due (list, now));
  json_builder_set_member_name (builder, "occurrences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->agenda->entries->len; i++)
    {
      json_builder_begin_object (builder);
      stafet_cli_add_occurrence (builder, list->agenda, g_ptr_array_index (list->agenda->entries, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "calls");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->lines->len; i++)
    add_callee (builder, list, g_ptr_array_index (list->lines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— In words ——— */

/* "12 34 56 78 / 87 65 43 21". (transfer full) */
static char *
phones_in_words (const StafetCallLine *callee)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < callee->phones->len; i++)
    {
      g_autofree char *phone = stafet_phone_format (g_ptr_array_index (callee->phones, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", phone);
    }
  return g_string_free (text, FALSE);
}

static const char *
called_in_words (const StafetCallLine *callee)
{
  static const char *const words[] = { N_ ("to ring"), N_ ("no answer"), N_ ("rang"), N_ ("told") };

  return _ (words[callee->called]);
}

static void
print_callee (const StafetCallLine *callee)
{
  g_autofree char *phones = phones_in_words (callee);
  g_autofree char *when = stafet_call_line_when (callee, stafet_i18n_get_language ());
  g_autofree char *name =
    g_strconcat (callee->name, *callee->beside != '\0' ? ", " : "", callee->beside, NULL);
  int padding = 28 - (int) g_utf8_strlen (name, -1);

  g_print ("  %s%*s  %s", name, MAX (padding, 0), "", *phones != '\0' ? phones : _ ("no phone"));
  if (callee->through != NULL)
    g_print (" (%s)", stafet_record_get_label (callee->through));
  if (*when != '\0')
    g_print (" · %s", when);
  if (callee->only_asked)
    g_print (" · %s", _ ("only asked"));
  g_print (" · %s", called_in_words (callee));
  g_print ("\n     ");
  for (guint i = 0; i < callee->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (callee->entries, i);
      g_autofree char *day =
        stafet_words_short_date (stafet_i18n_get_language (), stafet_wall_date (entry->start));

      g_print ("%s%s %s", i > 0 ? ", " : "", day, entry->title);
    }
  g_print ("\n");
}

static void
print_words (const StafetCallList *list, const char *heading)
{
  if (list->agenda->entries->len == 0)
    g_print ("%s\n", _ ("Nothing that is planned is touched."));
  else
    g_print ("%s\n", heading);
  for (guint i = 0; i < list->agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (list->agenda->entries, i);
      g_autofree char *line = stafet_cli_occurrence_line (list->agenda, entry);

      g_print ("  %s%s%s\n", line, entry->status == STAFET_STATUS_CANCELLED ? " · " : "",
               entry->status == STAFET_STATUS_CANCELLED
                 ? stafet_entry_reason (entry, stafet_i18n_get_language ())
                 : "");
    }
  if (list->lines->len > 0)
    g_print ("\n%s\n", _ ("Ring, in this order:"));
  for (guint i = 0; i < list->lines->len; i++)
    print_callee (g_ptr_array_index (list->lines, i));
}

static void
print_list (StafetCli *cli, const StafetCallList *list, StafetUid closure, const char *heading)
{
  if (stafet_cli_wants_json (cli))
    print_json (list, closure, stafet_clock_now (cli->clock));
  else
    print_words (list, heading);
}

/* ——— close ——— */

/* "KEY=VALUE" of the closure that the options describe. (transfer full) */
static char **
closure_pairs (StafetCli *cli)
{
  const struct
  {
    const char *key, *value;
  } places[] = {
    { "house", cli->house }, { "area", cli->area }, { "ward", cli->ward }, { "room", cli->room }
  };
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();
  char from[STAFET_WALL_SIZE], to[STAFET_WALL_SIZE];
  g_autofree char *first = NULL, *last = NULL, *text = g_strconcat ("text=", cli->text, NULL);

  if (cli->start != STAFET_WALL_NONE)
    {
      stafet_wall_write (cli->start, from);
      stafet_wall_write (cli->end, to);
    }
  else
    {
      stafet_date_write (cli->from, from);
      stafet_date_write (cli->to != STAFET_DATE_NONE ? cli->to : cli->from, to);
    }
  first = g_strconcat ("from=", from, NULL);
  last = g_strconcat ("to=", to, NULL);
  g_strv_builder_add_many (pairs, first, last, text, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *pair = g_strconcat (places[i].key, "=", places[i].value, NULL);

      if (places[i].value != NULL)
        g_strv_builder_add (pairs, pair);
    }
  return g_strv_builder_end (pairs);
}

static gboolean
check_close (StafetCli *cli, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);
  g_auto (GStrv) pairs = NULL;
  gboolean hours = cli->start != STAFET_WALL_NONE && cli->end != STAFET_WALL_NONE;

  if (zone == NULL)
    return FALSE;
  if ((cli->house != NULL) + (cli->area != NULL) + (cli->ward != NULL) + (cli->room != NULL) != 1)
    return stafet_cli_usage (error, _ ("Say what is closed: one of --house, --area, --ward and --room."));
  if ((cli->from != STAFET_DATE_NONE) == hours
      || (cli->start != STAFET_WALL_NONE) != (cli->end != STAFET_WALL_NONE))
    return stafet_cli_usage (
      error, _ ("Say when: --from DATE and perhaps --to DATE, or --start WALL and --end WALL for hours."));
  if (cli->text == NULL)
    return stafet_cli_usage (error, _ ("Say why with --text: those who meet a closed door read it."));
  pairs = closure_pairs (cli);
  return stafet_use_check_pairs (STAFET_KIND_CLOSURE, (const char *const *) pairs, zone, TRUE, error);
}

/* What the closure would cancel, on a plan that nobody else sees. */
static gboolean
try_close (StafetCli *cli, const char *const *pairs, StafetPlan **scratch, StafetUid *closure, GError **error)
{
  g_autoptr (StafetEdit) edit = stafet_use_add (STAFET_KIND_CLOSURE, pairs);
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  *scratch = stafet_plan_new_scratch (cli->plan);
  return stafet_plan_try (*scratch, edit, changeset, closure, error);
}

static gboolean
run_close (StafetCli *cli, GError **error)
{
  g_auto (GStrv) pairs = closure_pairs (cli);
  const char *const *given = (const char *const *) pairs;
  g_autoptr (StafetPlan) scratch = NULL;
  g_autoptr (StafetCallList) list = NULL;
  StafetSnapshot *snapshot;
  StafetUid closure = NULL;

  if (cli->dry_run
        ? !try_close (cli, given, &scratch, &closure, error)
        : !stafet_cli_edit_making (cli, stafet_use_add (STAFET_KIND_CLOSURE, given), &closure, error))
    return FALSE;
  snapshot = stafet_plan_get_snapshot (cli->dry_run ? scratch : cli->plan);
  list = stafet_call_list_new_closure (snapshot, stafet_snapshot_get (snapshot, STAFET_KIND_CLOSURE, closure),
                                       stafet_clock_now (cli->clock));
  print_list (cli, list, cli->dry_run ? NULL : closure,
              cli->dry_run ? _ ("This would be cancelled:") : _ ("Cancelled:"));
  return TRUE;
}

/* ——— end-house ——— */

static gboolean
check_end_house (StafetCli *cli, GError **error)
{
  if (cli->from == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say with --from DATE from when on the house is closed."));
  return TRUE;
}

/* Into another house. */
static gboolean
run_merge (StafetCli *cli, GError **error)
{
  const char *house = cli->arguments[0], *into = cli->arguments[1];
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (cli->plan);
  StafetHouseMerge merge;
  g_autofree char *words = NULL;

  if (!stafet_house_merge_try (scratch, house, into, cli->from, &merge, error))
    return FALSE;
  words = stafet_house_merge_words (&merge, cli->from);
  g_print ("%s\n", words);
  return cli->dry_run || stafet_cli_edit (cli, stafet_use_merge_house (house, into, cli->from), FALSE, error);
}

static gboolean
run_end_house (StafetCli *cli, GError **error)
{
  StafetHouseEnd end;
  g_autofree char *words = NULL;

  if (cli->n_arguments == 2)
    return run_merge (cli, error);
  if (!stafet_house_end_try (cli->plan, cli->arguments[0], cli->from, &end, error))
    return FALSE;
  words = stafet_house_end_words (&end, cli->from);
  g_print ("%s\n", words);
  return cli->dry_run
         || stafet_cli_edit (cli, stafet_use_end_house (cli->arguments[0], cli->from), FALSE, error);
}

/* ——— calls ——— */

static gboolean
check_calls (StafetCli *cli, GError **error)
{
  if ((cli->closure != NULL) == (cli->series != NULL)
      || (cli->series != NULL) != (cli->on != STAFET_DATE_NONE))
    return stafet_cli_usage (error,
                             _ ("Say what it is about: --closure CLOSURE, or --series SERIES --on DATE."));
  if ((cli->volunteer != NULL) + (cli->whom != NULL) != (cli->outcome != NULL))
    return stafet_cli_usage (error,
                             _ ("--outcome notes a call together with one of --volunteer and --whom."));
  return TRUE;
}

/* Refuses a date that the series does not have as every other command does. (transfer full) */
static StafetCallList *
list_of_date (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetRecord *record = stafet_reference_find_series (snapshot, cli->series, error);
  StafetCallList *list;
  g_autofree char *day = NULL;

  if (record == NULL)
    return NULL;
  list = stafet_call_list_new_date (snapshot, STAFET_RECORD_KIND (record), record->uid, cli->on);
  if (list != NULL)
    return list;
  day = stafet_words_date (stafet_i18n_get_language (), cli->on);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” does not take place on %s. Look at its dates."), stafet_record_get_label (record),
               day);
  return NULL;
}

static StafetCallList *
list_of_closure (StafetCli *cli, StafetUid *uid, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetClosure *closure = stafet_reference_find (snapshot, STAFET_KIND_CLOSURE, cli->closure, error);

  if (closure == NULL)
    return NULL;
  *uid = closure->parent.uid;
  return stafet_call_list_new_closure (snapshot, closure, stafet_clock_now (cli->clock));
}

/* Whether a line is about whoever is meant: a volunteer, or whatever is called so in the list. */
static gboolean
is_meant (const StafetCallLine *line, StafetUid volunteer, const char *whom)
{
  g_autofree char *name = stafet_text_fold (line->name);
  g_autofree char *wanted = whom != NULL ? stafet_text_fold (whom) : NULL;

  if (whom == NULL)
    return line->kind == STAFET_CALL_LINE_VOLUNTEER && line->record->uid == volunteer;
  return g_str_equal (name, wanted) || (line->record != NULL && g_str_equal (line->record->uid, whom));
}

static const StafetCallLine *
find_line (StafetCli *cli, const StafetCallList *list, GError **error)
{
  StafetUid volunteer;

  if (!stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &volunteer, error))
    return NULL;
  for (guint i = 0; i < list->lines->len; i++)
    if (is_meant (g_ptr_array_index (list->lines, i), volunteer, cli->whom))
      return g_ptr_array_index (list->lines, i);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” is not in the list. See who is, without --outcome."),
               cli->volunteer != NULL ? cli->volunteer : cli->whom);
  return NULL;
}

static gboolean
note_call (StafetCli *cli, const StafetCallList *list, GError **error)
{
  static const struct
  {
    const char *word;
    StafetCallOutcome outcome;
  } outcomes[] = { { "told", STAFET_CALL_TOLD },
                   { "rang", STAFET_CALL_RANG },
                   { "no_answer", STAFET_CALL_NO_ANSWER } };
  StafetCallOutcome outcome = STAFET_CALL_RANG;
  const StafetCallLine *line;

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (cli->outcome, outcomes[i].word))
      outcome = outcomes[i].outcome;
  line = find_line (cli, list, error);
  return line != NULL && stafet_cli_edit (cli, stafet_use_call_line (line, outcome), FALSE, error);
}

static gboolean
run_calls (StafetCli *cli, GError **error)
{
  StafetUid closure = NULL;
  g_autoptr (StafetCallList) list =
    cli->closure != NULL ? list_of_closure (cli, &closure, error) : list_of_date (cli, error);

  if (list == NULL)
    return FALSE;
  if (cli->outcome != NULL)
    return note_call (cli, list, error);
  print_list (cli, list, closure, _ ("It is about:"));
  return TRUE;
}

const StafetCommand stafet_cli_calls[] = {
  { "close",
    "(--house H | --area A | --ward W | --room R) (--from D [--to D] | --start WALL --end WALL) --text TEXT "
    "[--dry-run] [--format json]",
    N_ ("Closes a place, and lists what that cancels and whom to ring."),
    "house area ward room from to start end text dry-run format", 0, 0, TRUE, run_close, check_close },
  { "end-house", "HOUSE [INTO] --from D [--dry-run]",
    N_ ("Closes a house for good: what happens there ends, or goes on in another house."), "from dry-run", 1,
    2, TRUE, run_end_house, check_end_house },
  { "calls",
    "(--closure C | --series S --on DATE) [(--volunteer V | --whom WHO) --outcome told|rang|no_answer] "
    "[--format json]",
    N_ ("Lists whom to ring about a closure or a date, or notes that somebody was rung."),
    "closure series on volunteer whom outcome format", 0, 0, TRUE, run_calls, check_calls },
  { NULL }
};
