/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command that finds who could fill a hole.
 */
#include "core/stafet-text.h"
#include "schedule/stafet-candidates.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

static void
add_cost (JsonBuilder *builder, const StafetCandidateCost *cost)
{
  json_builder_set_member_name (builder, "cost");
  json_builder_begin_object (builder);
  INTEGER (builder, "new_face", cost->new_face);
  INTEGER (builder, "time", cost->time);
  INTEGER (builder, "house", cost->house);
  INTEGER (builder, "distance", cost->distance);
  INTEGER (builder, "load", cost->load);
  INTEGER (builder, "asked", cost->asked);
  INTEGER (builder, "partner", cost->partner);
  json_builder_end_object (builder);
}

static const GPtrArray *
phones_of (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  return stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
}

static void
add_candidate (JsonBuilder *builder, const StafetSnapshot *snapshot, const StafetCandidate *candidate)
{
  const GPtrArray *phones = phones_of (snapshot, candidate->volunteer);

  json_builder_begin_object (builder);
  STRING (builder, "volunteer", candidate->volunteer->parent.uid);
  STRING (builder, "name", candidate->volunteer->name);
  json_builder_set_member_name (builder, "phones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < phones->len; i++)
    json_builder_add_string_value (builder, ((StafetPhone *) g_ptr_array_index (phones, i))->number);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "possible");
  json_builder_add_boolean_value (builder, candidate->possible);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < candidate->reasons->len; i++)
    {
      const StafetReason *reason = g_ptr_array_index (candidate->reasons, i);

      json_builder_begin_object (builder);
      STRING (builder, "code", reason->code);
      STRING (builder, "text", reason->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_cost (builder, &candidate->cost);
  INTEGER (builder, "asked_lately", candidate->asked);
  STRING (builder, "lender", candidate->lender != NULL ? candidate->lender->parent.uid : "");
  STRING (builder, "lender_name", candidate->lender != NULL ? candidate->lender->name : "");
  json_builder_end_object (builder);
}

static void
print_candidate (const StafetSnapshot *snapshot, const StafetCandidate *candidate)
{
  const GPtrArray *phones = phones_of (snapshot, candidate->volunteer);
  g_autofree char *phone = phones->len > 0
                             ? stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, 0))->number)
                             : g_strdup ("");
  g_autofree char *when = NULL;
  int padding = 24 - (int) g_utf8_strlen (candidate->volunteer->name, -1);

  g_print ("  %s%*s  %-14s", candidate->volunteer->name, MAX (padding, 0), "", phone);
  for (guint i = 0; i < candidate->reasons->len; i++)
    g_print ("%s%s", i > 0 ? ", " : "  ", ((StafetReason *) g_ptr_array_index (candidate->reasons, i))->text);
  when = stafet_volunteer_call_words (candidate->volunteer, FALSE, stafet_i18n_get_language ());
  if (candidate->possible && *when != '\0')
    g_print (" · %s", when);
  g_print ("\n");
}

/* The possible ones stand first: @possible says which part to print. */
static void
print_candidates (const StafetSnapshot *snapshot, const GPtrArray *candidates, gboolean possible,
                  const char *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      const StafetCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->possible != possible)
        continue;
      if (!any)
        g_print ("%s\n", heading);
      any = TRUE;
      print_candidate (snapshot, candidate);
    }
}

static gboolean
run_candidates (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetShift *shift = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (cli->on == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say when: --on DATE."));
  shift = stafet_reference_find (snapshot, STAFET_KIND_SHIFT, cli->arguments[0], error);
  if (shift != NULL)
    candidates = stafet_candidates_find (snapshot, shift, cli->on, stafet_clock_now (cli->clock),
                                         stafet_i18n_get_language (), error);
  if (candidates == NULL)
    return FALSE;
  if (!stafet_cli_wants_json (cli))
    {
      print_candidates (snapshot, candidates, TRUE, _ ("Who can, the best first:"));
      print_candidates (snapshot, candidates, FALSE, _ ("Who cannot:"));
      return TRUE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (builder, snapshot, g_ptr_array_index (candidates, i));
  json_builder_end_array (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

const StafetCommand stafet_cli_candidates[] = { { "candidates", "SHIFT --on DATE [--format json]",
                                                  N_ ("Finds who could fill a hole, and why."), "on format",
                                                  1, 1, TRUE, run_candidates },
                                                { NULL } };
