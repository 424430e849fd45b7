/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * propose for the plan: lines by day with their reasons, and what stays empty.
 */
#include "core/stafet-words.h"
#include "plan/stafet-use-propose.h"
#include "schedule/stafet-proposal-why.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

static const char *
name_of (const StafetProposal *proposal, guint person)
{
  return ((StafetVolunteer *) g_ptr_array_index (proposal->people, person))->name;
}

/* ——— As JSON ——— */

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* The members that say which shift on which date. */
static void
add_hole (JsonBuilder *builder, const StafetProposal *proposal, guint number)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, number);

  STRING (builder, "shift", hole->staffing->shift->parent.uid);
  STRING (builder, "role", hole->staffing->shift->role);
  json_builder_set_member_name (builder, "occurrence");
  json_builder_begin_object (builder);
  stafet_cli_add_occurrence (builder, proposal->agenda, hole->entry);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder *builder, const GPtrArray *reasons)
{
  begin_list (builder, "reasons");
  for (guint i = 0; i < reasons->len; i++)
    {
      const StafetReason *reason = g_ptr_array_index (reasons, i);

      json_builder_begin_object (builder);
      STRING (builder, "code", reason->code);
      STRING (builder, "text", reason->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_line (JsonBuilder *builder, const StafetProposal *proposal, guint number)
{
  const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, number);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, line->volunteer);

  json_builder_begin_object (builder);
  add_hole (builder, proposal, line->shift);
  STRING (builder, "volunteer", volunteer->parent.uid);
  STRING (builder, "name", volunteer->name);
  add_reasons (builder, g_ptr_array_index (proposal->reasons, number));
  stafet_cli_add_line_cost (builder, line, TRUE);
  json_builder_end_object (builder);
}

static void
add_empty (JsonBuilder *builder, const StafetProposal *proposal, guint number)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, number);
  g_autofree char *because = stafet_proposal_why_empty (proposal, number, stafet_i18n_get_language ());

  json_builder_begin_object (builder);
  add_hole (builder, proposal, number);
  INTEGER (builder, "missing", stafet_proposal_left (proposal, number));
  STRING (builder, "because", because);
  INTEGER (builder, "come", hole->come);
  INTEGER (builder, "able", hole->able);
  INTEGER (builder, "hours", hole->hours);
  INTEGER (builder, "present", hole->present);
  INTEGER (builder, "free", hole->free);
  json_builder_end_object (builder);
}

static void
add_unused (JsonBuilder *builder, const StafetProposal *proposal, guint person)
{
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, person);
  g_autofree char *because = stafet_proposal_why_unused (proposal, person, stafet_i18n_get_language ());

  if (because == NULL)
    return;
  json_builder_begin_object (builder);
  STRING (builder, "volunteer", volunteer->parent.uid);
  STRING (builder, "name", volunteer->name);
  STRING (builder, "because", because);
  json_builder_end_object (builder);
}

static void
add_withdrawn (JsonBuilder *builder, const StafetProposal *proposal, const StafetRosterPair *pair)
{
  json_builder_begin_object (builder);
  add_hole (builder, proposal, pair->shift);
  STRING (builder, "name", name_of (proposal, pair->volunteer));
  json_builder_end_object (builder);
}

static void
add_all_withdrawn (JsonBuilder *builder, const StafetProposal *proposal)
{
  begin_list (builder, "withdrawn");
  for (guint i = 0; i < proposal->withdrawn->len; i++)
    add_withdrawn (builder, proposal, &g_array_index (proposal->withdrawn, StafetRosterPair, i));
  json_builder_end_array (builder);
}

static void
print_json (const StafetProposal *proposal, gboolean again)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  begin_list (builder, "assignments");
  for (guint i = 0; i < proposal->lines->len; i++)
    add_line (builder, proposal, i);
  json_builder_end_array (builder);
  begin_list (builder, "empty");
  for (guint i = 0; i < proposal->holes->len; i++)
    if (stafet_proposal_left (proposal, i) > 0)
      add_empty (builder, proposal, i);
  json_builder_end_array (builder);
  if (again)
    add_all_withdrawn (builder, proposal);
  begin_list (builder, "unused");
  for (guint i = 0; i < proposal->people->len; i++)
    add_unused (builder, proposal, i);
  json_builder_end_array (builder);
  INTEGER (builder, "coverage_cost", proposal->plan->cost.coverage);
  INTEGER (builder, "preference_cost", proposal->plan->cost.preference);
  json_builder_set_member_name (builder, "proved_coverage");
  json_builder_add_boolean_value (builder, stafet_proposal_is_proved (proposal));
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— In words ——— */

static void
print_line (const StafetProposal *proposal, guint number)
{
  const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, number);
  const GPtrArray *reasons = g_ptr_array_index (proposal->reasons, number);

  g_print ("    %s", name_of (proposal, line->volunteer));
  for (guint i = 0; i < reasons->len; i++)
    g_print ("%s%s", i > 0 ? ", " : ": ", ((StafetReason *) g_ptr_array_index (reasons, i))->text);
  g_print ("\n");
}

/* The lines of one hole, from @next on; the first one behind them. */
static guint
print_hole (const StafetProposal *proposal, guint number, guint next)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, number);
  g_autofree char *where = stafet_cli_occurrence_line (proposal->agenda, hole->entry);
  int left = stafet_proposal_left (proposal, number);

  g_print ("%s · %s\n", where, hole->staffing->shift->role);
  for (;
       next < proposal->lines->len && g_array_index (proposal->lines, StafetRosterLine, next).shift == number;
       next++)
    print_line (proposal, next);
  if (left > 0)
    {
      g_autofree char *because = stafet_proposal_why_empty (proposal, number, stafet_i18n_get_language ());

      g_print (ngettext_ ("    %d place stays empty: %s\n", "    %d places stay empty: %s\n", left), left,
               because);
    }
  return next;
}

static void
print_withdrawn (const StafetProposal *proposal)
{
  for (guint i = 0; i < proposal->withdrawn->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (proposal->withdrawn, StafetRosterPair, i);
      const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, pair->shift);
      g_autofree char *where = stafet_cli_occurrence_line (proposal->agenda, hole->entry);

      g_print (_ ("%s\n    the question to %s is taken back\n"), where, name_of (proposal, pair->volunteer));
    }
}

static void
print_words (const StafetProposal *proposal)
{
  guint next = 0;
  int left = 0;

  for (guint i = 0; i < proposal->holes->len; i++)
    {
      next = print_hole (proposal, i, next);
      left += stafet_proposal_left (proposal, i);
    }
  if (proposal->holes->len == 0)
    {
      g_print ("%s\n", _ ("Nobody is missing in that time."));
      return;
    }
  print_withdrawn (proposal);
  g_print (ngettext_ ("\n%u place can be filled", "\n%u places can be filled", proposal->lines->len),
           proposal->lines->len);
  g_print (ngettext_ (", %d stays empty.", ", %d stay empty.", left), left);
  if (left > 0 && stafet_proposal_is_proved (proposal))
    g_print (" %s", _ ("Proved: no plan fills more."));
  g_print ("\n");
}

gboolean
stafet_cli_propose_for_plan (StafetCli *cli, GError **error)
{
  StafetProposalQuery query = { .places = { .from = cli->from, .to = cli->to },
                                .now = stafet_clock_now (cli->clock),
                                .ask_first = cli->ask_first,
                                .again = cli->again,
                                .language = stafet_i18n_get_language () };
  g_autoptr (StafetProposal) proposal = NULL;

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query.places.house, error)
      || !stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query.places.area, error))
    return FALSE;
  proposal = stafet_proposal_new (stafet_plan_get_snapshot (cli->plan), &query, NULL);
  if (stafet_cli_wants_json (cli))
    print_json (proposal, cli->again);
  else
    print_words (proposal);
  if (!cli->apply || proposal->lines->len == 0)
    return TRUE;
  return stafet_cli_edit (cli, stafet_use_ask_proposed (proposal, proposal->lines), FALSE, error);
}

/* ——— why ——— */

static void
print_why_json (const StafetWhy *why, const char *words)
{
  static const char *const kinds[] = { "proposed", "full",      "barred",  "unasked",
                                       "dearer",   "less_good", "as_good", "reserve" };
  static const char *const weights[] = { "known_faces", "wishes", "distance", "fair_share" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  STRING (builder, "kind", kinds[why->kind]);
  STRING (builder, "text", words);
  add_reasons (builder, why->reasons);
  begin_list (builder, "emptied");
  for (guint i = 0; i < why->emptied->len; i++)
    {
      json_builder_begin_object (builder);
      add_hole (builder, why->proposal, g_array_index (why->emptied, guint, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "instead");
  for (guint i = 0; i < why->instead->len; i++)
    json_builder_add_string_value (builder, name_of (why->proposal, g_array_index (why->instead, guint, i)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "more");
  json_builder_begin_object (builder);
  for (int i = 0; i < STAFET_WHY_N_WEIGHTS; i++)
    INTEGER (builder, weights[i], why->more[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

gboolean
stafet_cli_why (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetLanguage language = stafet_i18n_get_language ();
  StafetUid shift, volunteer;
  g_autoptr (StafetWhy) why = NULL;
  g_autofree char *words = NULL;

  if (!stafet_cli_reference (cli, STAFET_KIND_SHIFT, cli->arguments[0], &shift, error)
      || !stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->arguments[1], &volunteer, error))
    return FALSE;
  why = stafet_why_new (snapshot, stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, shift), cli->on,
                        stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, volunteer),
                        stafet_clock_now (cli->clock), language, error);
  if (why == NULL)
    return FALSE;
  words = stafet_why_words (why, stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, volunteer), language);
  if (stafet_cli_wants_json (cli))
    print_why_json (why, words);
  else
    g_print ("%s\n", words);
  return TRUE;
}
