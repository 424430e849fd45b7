/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies the programme of a season: what clashes or cannot be copied is told and left out.
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-season.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

/* One series of the season, and what came of it; @trial NULL when it was not tried. */
typedef struct
{
  const StafetSeasonChoice *choice;
  const StafetSeasonTrialLine *trial;
} Row;

typedef struct
{
  StafetCli *cli;
  StafetSeasonWish wish;
  GArray *choices;          /* StafetSeasonChoice */
  GArray *lines;            /* StafetSeasonLine: those that are tried */
  GPtrArray *tried;         /* their StafetSeasonChoice, borrowed */
  StafetSeasonTrial *trial; /* of @lines */
} Season;

static void
season_clear (Season *season)
{
  g_clear_pointer (&season->choices, g_array_unref);
  g_clear_pointer (&season->lines, g_array_unref);
  g_clear_pointer (&season->tried, g_ptr_array_unref);
  g_clear_pointer (&season->trial, stafet_season_trial_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Season, season_clear)

/* ——— Which ——— */

static gboolean
is_named (const StafetSeasonChoice *choice, const char *title)
{
  g_autofree char *name = stafet_text_fold (stafet_record_get_label (choice->series));
  g_autofree char *asked = stafet_text_fold (title);

  return g_str_equal (name, asked) || g_str_equal (choice->series->uid, title);
}

/* Everything, or what --only names. */
static gboolean
is_wanted (const Season *season, const StafetSeasonChoice *choice)
{
  const char *const *only = (const char *const *) season->cli->set->pdata;

  if (*only == NULL)
    return TRUE;
  for (; *only != NULL; only++)
    if (is_named (choice, *only))
      return TRUE;
  return FALSE;
}

static gboolean
check_only (const Season *season, GError **error)
{
  for (const char *const *only = (const char *const *) season->cli->set->pdata; *only != NULL; only++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < season->choices->len && !found; i++)
        found = is_named (&g_array_index (season->choices, StafetSeasonChoice, i), *only);
      if (found)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN,
                   _ ("Nothing in that season is called “%s”. Look at it with --dry-run without --only."),
                   *only);
      return FALSE;
    }
  return TRUE;
}

static gboolean
season_find (Season *season, GError **error)
{
  StafetCli *cli = season->cli;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetAgendaQuery query = { 0 };

  if (!stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query.house, error)
      || !stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query.area, error))
    return FALSE;
  season->choices = stafet_season_find (snapshot, &query, &season->wish.span);
  season->lines = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));
  season->tried = g_ptr_array_new ();
  if (!check_only (season, error))
    return FALSE;
  for (guint i = 0; i < season->choices->len; i++)
    {
      StafetSeasonChoice *choice = &g_array_index (season->choices, StafetSeasonChoice, i);
      StafetSeasonLine line = { choice->series->uid, NULL, cli->anyway };

      if (choice->state != STAFET_SEASON_READY || !is_wanted (season, choice))
        continue;
      g_array_append_val (season->lines, line);
      g_ptr_array_add (season->tried, choice);
    }
  season->trial = stafet_season_try (
    cli->plan, &season->wish, (const StafetSeasonLine *) (gpointer) season->lines->data, season->lines->len);
  return TRUE;
}

static const StafetSeasonTrialLine *
trial_of (const Season *season, StafetSeasonChoice *choice)
{
  guint at;

  return g_ptr_array_find (season->tried, choice, &at) ? g_ptr_array_index (season->trial->lines, at) : NULL;
}

/* ——— JSON ——— */

static const char *
state_key (const Row *row)
{
  static const char *const states[] = { "", "goes_on", "there_already", "followed", "no_date" };

  if (row->trial == NULL)
    return row->choice->state == STAFET_SEASON_READY ? "left_out" : states[row->choice->state];
  if (row->trial->copy != NULL)
    return "copied";
  return row->trial->clashes ? "clash" : "refused";
}

static void
add_meetings (JsonBuilder *builder, const GArray *meetings)
{
  static const char *const states[] = { "held", "kept", "ask", "policy", "closed", "cancelled", "moved" };
  char date[STAFET_DATE_SIZE];

  json_builder_set_member_name (builder, "meets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < meetings->len; i++)
    {
      const StafetSeasonMeeting *meeting = &g_array_index (meetings, StafetSeasonMeeting, i);

      json_builder_begin_object (builder);
      STRING (builder, "date", stafet_date_write (meeting->date, date));
      STRING (builder, "name", stafet_hurdle_name (&meeting->hurdle, stafet_i18n_get_language ()));
      STRING (builder, "state", states[meeting->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_people (JsonBuilder *builder, const GArray *people)
{
  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    {
      const StafetSeasonPerson *person = &g_array_index (people, StafetSeasonPerson, i);

      json_builder_begin_object (builder);
      STRING (builder, "volunteer", person->volunteer->parent.uid);
      STRING (builder, "name", person->volunteer->name);
      STRING (builder, "trouble", person->trouble == STAFET_SEASON_STOPPED ? "stopped" : "away");
      json_builder_set_member_name (builder, "dates");
      json_builder_add_int_value (builder, person->n_away);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_trial (JsonBuilder *builder, const StafetSeasonTrialLine *trial)
{
  char date[STAFET_DATE_SIZE];

  json_builder_set_member_name (builder, "dates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trial->dates->len; i++)
    json_builder_add_string_value (builder,
                                   stafet_date_write (g_array_index (trial->dates, StafetDate, i), date));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trial->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (trial->notes, i));
  if (trial->refusal != NULL)
    json_builder_add_string_value (builder, trial->refusal->message);
  json_builder_end_array (builder);
  add_meetings (builder, trial->meetings);
  add_people (builder, trial->people);
}

static void
add_row (JsonBuilder *builder, const Row *row)
{
  char wall[STAFET_WALL_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "series", row->choice->series->uid);
  STRING (builder, "title", stafet_record_get_label (row->choice->series));
  STRING (builder, "state", state_key (row));
  json_builder_set_member_name (builder, "source_dates");
  json_builder_add_int_value (builder, row->choice->n_dates);
  STRING (builder, "start", stafet_wall_write (row->choice->start, wall));
  STRING (builder, "end", stafet_wall_write (row->choice->end, wall));
  if (row->trial != NULL)
    add_trial (builder, row->trial);
  json_builder_end_object (builder);
}

static void
print_json (const Season *season, gboolean written)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char date[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  STRING (builder, "into", stafet_date_write (season->wish.span.into, date));
  STRING (builder, "until", stafet_date_write (season->wish.span.until, date));
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, written);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < season->choices->len; i++)
    {
      StafetSeasonChoice *choice = &g_array_index (season->choices, StafetSeasonChoice, i);

      add_row (builder, &(Row){ choice, trial_of (season, choice) });
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— In words ——— */

static void
print_trial (const StafetSeasonTrialLine *trial)
{
  StafetLanguage language = stafet_i18n_get_language ();

  for (guint i = 0; i < trial->notes->len; i++)
    g_print ("      %s\n", (const char *) g_ptr_array_index (trial->notes, i));
  if (trial->refusal != NULL)
    g_print ("      %s\n", trial->refusal->message);
  for (guint i = 0; i < trial->meetings->len; i++)
    {
      const StafetSeasonMeeting *meeting = &g_array_index (trial->meetings, StafetSeasonMeeting, i);
      g_autofree char *day = stafet_words_short_date (language, meeting->date);

      g_print ("      %s  %s: %s\n", day, stafet_hurdle_name (&meeting->hurdle, language),
               stafet_review_state_words (meeting->state, language));
    }
  for (guint i = 0; i < trial->people->len; i++)
    {
      const StafetSeasonPerson *person = &g_array_index (trial->people, StafetSeasonPerson, i);

      if (person->trouble == STAFET_SEASON_STOPPED)
        g_print (_ ("      %s has stopped and does not come along\n"), person->volunteer->name);
      else
        g_print (
          ngettext_ ("      %s is away on %u date\n", "      %s is away on %u dates\n", person->n_away),
          person->volunteer->name, person->n_away);
    }
}

static const char *
state_in_words (const Row *row)
{
  if (row->trial == NULL)
    return row->choice->state == STAFET_SEASON_READY
             ? _ ("left out")
             : stafet_season_state_words (row->choice->state, stafet_i18n_get_language ());
  if (row->trial->copy != NULL)
    return NULL;
  return row->trial->clashes ? _ ("left out: it clashes (--anyway copies it all the same)")
                             : _ ("left out: it cannot be copied");
}

/* "Sang: tor. 19/8 kl. 14.00, 18 gange"; or why it is left out. */
static void
print_row (const Row *row)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const char *why = state_in_words (row);

  g_print ("  %s: ", stafet_record_get_label (row->choice->series));
  if (why != NULL || row->trial == NULL)
    g_print ("%s\n", why);
  else
    {
      g_autofree char *day = stafet_words_short_date (language, stafet_wall_date (row->choice->start));
      g_autofree char *time = stafet_words_time_span (language, row->choice->start, row->choice->end);
      guint n = row->trial->dates->len;

      g_print (ngettext_ ("from %s %s, %u date\n", "from %s %s, %u dates\n", n), day, time, n);
    }
  if (row->trial != NULL)
    print_trial (row->trial);
}

static void
print_words (const Season *season)
{
  for (guint i = 0; i < season->choices->len; i++)
    {
      StafetSeasonChoice *choice = &g_array_index (season->choices, StafetSeasonChoice, i);

      print_row (&(Row){ choice, trial_of (season, choice) });
    }
  if (season->choices->len == 0)
    g_print ("%s\n", _ ("Nothing has a date in that season."));
}

/* ——— copy-season ——— */

static gboolean
check_season (StafetCli *cli, GError **error)
{
  if ((cli->house != NULL) == (cli->area != NULL))
    return stafet_cli_usage (error, _ ("Say whose programme it is: one of --house and --area."));
  if (cli->from == STAFET_DATE_NONE || cli->to == STAFET_DATE_NONE || cli->into == STAFET_DATE_NONE)
    return stafet_cli_usage (
      error, _ ("Say which season is copied, and where to: --from DATE --to DATE --into DATE."));
  if (cli->into <= cli->to || (cli->until != STAFET_DATE_NONE && cli->until < cli->into))
    return stafet_cli_usage (error,
                             _ ("The new season begins after the one that is copied, and ends after that."));
  return TRUE;
}

/* The lines that went well, as one change. */
static gboolean
write_season (const Season *season, GError **error)
{
  g_autoptr (GArray) good = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));

  for (guint i = 0; i < season->lines->len; i++)
    if (((StafetSeasonTrialLine *) g_ptr_array_index (season->trial->lines, i))->copy != NULL)
      g_array_append_val (good, g_array_index (season->lines, StafetSeasonLine, i));
  return good->len == 0
         || stafet_cli_edit_making (season->cli,
                                    stafet_use_copy_season (&season->wish,
                                                            (const StafetSeasonLine *) (gpointer) good->data,
                                                            good->len),
                                    NULL, error);
}

static gboolean
run_season (StafetCli *cli, GError **error)
{
  StafetDate until = cli->until != STAFET_DATE_NONE ? cli->until : cli->into + (cli->to - cli->from);
  g_auto (Season)
    season = { .cli = cli,
               .wish = { { cli->from, cli->to, cli->into, until }, !cli->without_people, cli->drafts } };

  if (!season_find (&season, error) || (!cli->dry_run && !write_season (&season, error)))
    return FALSE;
  if (stafet_cli_wants_json (cli))
    print_json (&season, !cli->dry_run);
  else
    print_words (&season);
  return TRUE;
}

const StafetCommand stafet_cli_seasons[] = {
  { "copy-season",
    "(--house H | --area A) --from D --to D --into D [--until D] [--only TITLE …] [--without-people] "
    "[--drafts] "
    "[--anyway] [--dry-run] [--format json]",
    N_ ("Copies the programme of a season to another."),
    "house area from to into until only without-people drafts anyway dry-run format", 0, 0, TRUE, run_season,
    check_season },
  { NULL }
};
