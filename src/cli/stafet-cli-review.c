/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review of holidays and closures, and that of what goes every other week.
 */
#include "core/stafet-words.h"
#include "schedule/stafet-alternate.h"
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

/* ——— Every other week ——— */

static const char *
way_key (StafetAlternateWay way)
{
  static const char *const keys[] = { "odd", "even", "fortnight", "both" };

  return keys[way];
}

static void
add_dates (JsonBuilder *builder, const char *name, const GArray *dates)
{
  char date[STAFET_DATE_SIZE];

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < dates->len; i++)
    json_builder_add_string_value (builder, stafet_date_write (g_array_index (dates, StafetDate, i), date));
  json_builder_end_array (builder);
}

static void
add_alternating (JsonBuilder *builder, const StafetAlternation *found, const StafetAlternating *item)
{
  g_autofree char *name = stafet_alternating_name (found, item);

  json_builder_begin_object (builder);
  STRING (builder, "kind", item->standing != NULL ? "standing" : "series");
  STRING (builder, "uid", item->standing != NULL ? item->standing->parent.uid : item->series->uid);
  STRING (builder, "series", item->series->uid);
  STRING (builder, "title", stafet_record_get_label (item->series));
  STRING (builder, "name", name);
  STRING (builder, "stands", way_key (item->stands));
  STRING (builder, "weeks", way_key (item->weeks));
  add_dates (builder, "by_week", item->by_week);
  add_dates (builder, "by_count", item->by_count);
  json_builder_set_member_name (builder, "agree");
  json_builder_add_boolean_value (builder, item->agree);
  json_builder_end_object (builder);
}

static void
print_alternation_json (const StafetAlternation *found, int year)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char date[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, year);
  STRING (builder, "from", stafet_date_write (found->turn, date));
  json_builder_set_member_name (builder, "week_53");
  json_builder_add_boolean_value (builder, found->week_53);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->items->len; i++)
    add_alternating (builder, found, g_ptr_array_index (found->items, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* One way of going on; a star before the one that stands. */
static void
print_way (const StafetAlternating *item, StafetAlternateWay way, const GArray *dates)
{
  StafetLanguage language = stafet_i18n_get_language ();

  g_print ("    %c %s:", item->stands == way ? '*' : ' ', stafet_alternate_way_words (way, language));
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *day = stafet_words_short_date (language, g_array_index (dates, StafetDate, i));

      g_print ("%s %s", i > 0 ? "," : "", day);
    }
  g_print ("\n");
}

static void
print_alternation (const StafetAlternation *found)
{
  if (found->week_53)
    g_print ("%s\n",
             _ ("The year begins after a week 53: even and odd weeks go on with the numbers, every 14 "
                "days goes on counting. * is how it stands now."));
  else
    g_print ("%s\n", _ ("The year does not begin after a week 53: both ways agree."));
  for (guint i = 0; i < found->items->len; i++)
    {
      const StafetAlternating *item = g_ptr_array_index (found->items, i);
      g_autofree char *name = stafet_alternating_name (found, item);

      g_print ("  %s  %s%s%s\n", item->standing != NULL ? item->standing->parent.uid : item->series->uid,
               item->standing != NULL ? stafet_record_get_label (item->series) : "",
               item->standing != NULL ? " · " : "", name);
      if (item->stands == STAFET_ALTERNATE_BOTH)
        g_print ("    * %s\n",
                 stafet_alternate_way_words (STAFET_ALTERNATE_BOTH, stafet_i18n_get_language ()));
      print_way (item, item->weeks, item->by_week);
      if (!item->agree)
        print_way (item, STAFET_ALTERNATE_FORTNIGHT, item->by_count);
    }
  if (found->items->len == 0)
    g_print ("%s\n", _ ("Nothing goes every other week across that new year."));
}

static void
run_alternating (StafetCli *cli, const StafetAgendaQuery *query)
{
  g_autoptr (StafetAlternation) found =
    stafet_alternation_new (stafet_plan_get_snapshot (cli->plan), query, cli->year);

  if (stafet_cli_wants_json (cli))
    print_alternation_json (found, cli->year);
  else
    print_alternation (found);
}

/* ——— Commands ——— */

static gboolean
check_review (StafetCli *cli, GError **error)
{
  gboolean period = cli->from != STAFET_DATE_NONE && cli->to != STAFET_DATE_NONE;

  if (cli->house != NULL && cli->area != NULL)
    return stafet_cli_usage (error, _ ("Ask about one of --house and --area."));
  if (!cli->alternating && (!period || cli->year != 0))
    return stafet_cli_usage (error, _ ("Say which days: --from DATE --to DATE."));
  if (cli->alternating
      && (cli->from != STAFET_DATE_NONE || cli->to != STAFET_DATE_NONE
          || stafet_date_from_iso_week (cli->year, 1) == STAFET_DATE_NONE))
    return stafet_cli_usage (error, _ ("Say which year begins: --alternating --year YEAR."));
  return TRUE;
}

static gboolean
run_review (StafetCli *cli, GError **error)
{
  StafetAgendaQuery query = { .from = cli->from, .to = cli->to };

  if (!query_of (cli, &query, error))
    return FALSE;
  if (!cli->alternating)
    return run_holidays (cli, &query);
  run_alternating (cli, &query);
  return TRUE;
}

static gboolean
find_way (StafetCli *cli, StafetAlternateWay *way)
{
  for (int i = STAFET_ALTERNATE_ODD; i <= STAFET_ALTERNATE_FORTNIGHT; i++)
    if (g_strcmp0 (cli->list, way_key ((StafetAlternateWay) i)) == 0)
      {
        *way = (StafetAlternateWay) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_settle (StafetCli *cli, GError **error)
{
  StafetAlternateWay way;

  return (cli->from != STAFET_DATE_NONE && find_way (cli, &way))
         || stafet_cli_usage (error, _ ("Say how and from when: --as even|odd|fortnight --from DATE."));
}

static gboolean
run_settle (StafetCli *cli, GError **error)
{
  StafetAlternateWay way = STAFET_ALTERNATE_FORTNIGHT;

  find_way (cli, &way);
  return stafet_cli_edit (cli, stafet_use_settle (cli->arguments[0], way, cli->from, cli->anyway), TRUE,
                          error);
}

const StafetCommand stafet_cli_reviews[] = {
  { "review", "(--from D --to D | --alternating --year N) [--house H | --area A] [--format json]",
    N_ ("Lists what meets a holiday or a closure, or goes every other week across a new year."),
    "from to alternating year house area format", 0, 0, TRUE, run_review, check_review },
  { "settle", "SERIES --as even|odd|fortnight --from D [--anyway]",
    N_ ("Settles how what goes every other week goes on."), "as from anyway", 1, 1, TRUE, run_settle,
    check_settle },
  { NULL }
};
