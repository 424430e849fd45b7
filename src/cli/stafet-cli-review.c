/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review of holidays and closures.
 */
#include "core/stafet-words.h"
#include "schedule/stafet-review.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

static StafetAgenda *
agenda_of (const StafetReview *review, const StafetEntry *entry)
{
  for (guint i = 0; i < review->agendas->len; i++)
    {
      StafetAgenda *agenda = g_ptr_array_index (review->agendas, i);

      if (g_ptr_array_find (agenda->entries, entry, NULL))
        return agenda;
    }
  return NULL;
}

/* ——— JSON ——— */

static const char *
hurdle_kind (const StafetHurdle *hurdle)
{
  return hurdle->closure != NULL ? "closure" : hurdle->holiday != NULL ? "holiday" : "school_holiday";
}

static const char *
hurdle_uid (const StafetHurdle *hurdle)
{
  if (hurdle->closure != NULL)
    return hurdle->closure->parent.uid;
  return hurdle->school != NULL ? hurdle->school->parent.uid : "";
}

static void
add_group (JsonBuilder *builder, const StafetReview *review, const StafetReviewGroup *group)
{
  static const char *const states[] = { "held", "kept", "ask", "policy", "closed", "cancelled", "moved" };
  char date[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "kind", hurdle_kind (&group->hurdle));
  STRING (builder, "uid", hurdle_uid (&group->hurdle));
  STRING (builder, "name", stafet_hurdle_name (&group->hurdle, stafet_i18n_get_language ()));
  STRING (builder, "from", stafet_date_write (group->from, date));
  STRING (builder, "to", stafet_date_write (group->to, date));
  json_builder_set_member_name (builder, "occurrences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->items->len; i++)
    {
      const StafetReviewItem *item = &g_array_index (group->items, StafetReviewItem, i);

      json_builder_begin_object (builder);
      stafet_cli_add_occurrence (builder, agenda_of (review, item->entry), item->entry);
      STRING (builder, "state", states[item->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* ——— In words ——— */

static void
print_group (const StafetReview *review, const StafetReviewGroup *group)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = group->from == group->to ? stafet_words_date_with_year (language, group->from)
                                                  : stafet_words_days (language, group->from, group->to);

  g_print ("%s, %s\n", stafet_hurdle_name (&group->hurdle, language), day);
  for (guint i = 0; i < group->items->len; i++)
    {
      const StafetReviewItem *item = &g_array_index (group->items, StafetReviewItem, i);
      g_autofree char *line = stafet_cli_occurrence_line (agenda_of (review, item->entry), item->entry);

      g_print ("  %s: %s\n", line, stafet_review_state_words (item->state, language));
    }
}

static void
print_review (const StafetReview *review)
{
  guint asks = stafet_review_count (review, STAFET_REVIEW_ASK);

  for (guint i = 0; i < review->groups->len; i++)
    print_group (review, g_ptr_array_index (review->groups, i));
  if (review->groups->len == 0)
    g_print ("%s\n", _ ("Nothing that is planned meets a holiday or a closure."));
  if (asks == 0)
    return;
  g_print (ngettext_ ("\n%u date waits for an answer: hold it with restore-date, cancel it with cancel, or "
                      "move it with edit --on.\n",
                      "\n%u dates wait for an answer: hold them with restore-date, cancel them with cancel, "
                      "or move them with edit --on.\n",
                      asks),
           asks);
}

/* ——— review ——— */

static gboolean
query_of (StafetCli *cli, StafetAgendaQuery *query, GError **error)
{
  return stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query->house, error)
         && stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query->area, error);
}

static gboolean
run_holidays (StafetCli *cli, const StafetAgendaQuery *query)
{
  g_autoptr (StafetReview) review = stafet_review_new (stafet_plan_get_snapshot (cli->plan), query);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!stafet_cli_wants_json (cli))
    {
      print_review (review);
      return TRUE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < review->groups->len; i++)
    add_group (builder, review, g_ptr_array_index (review->groups, i));
  json_builder_end_array (builder);
  stafet_cli_print_json (builder);
  return TRUE;
}

static gboolean
check_review (StafetCli *cli, GError **error)
{
  if (cli->house != NULL && cli->area != NULL)
    return stafet_cli_usage (error, _ ("Ask about one of --house and --area."));
  if (cli->from == STAFET_DATE_NONE || cli->to == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say which days: --from DATE --to DATE."));
  return TRUE;
}

static gboolean
run_review (StafetCli *cli, GError **error)
{
  StafetAgendaQuery query = { .from = cli->from, .to = cli->to };

  return query_of (cli, &query, error) && run_holidays (cli, &query);
}

const StafetCommand stafet_cli_reviews[] = {
  { "review", "--from D --to D [--house H | --area A] [--format json]",
    N_ ("Lists what meets a holiday or a closure, and what becomes of it."), "from to house area format", 0,
    0, TRUE, run_review, check_review },
  { NULL }
};
