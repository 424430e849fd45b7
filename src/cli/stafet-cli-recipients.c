/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to write to about a date, an activity or a house, and how each is reached.
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-letter.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define FLAG(builder, name, value)                                                                           \
  (json_builder_set_member_name (builder, name), json_builder_add_boolean_value (builder, value))

/* What is asked about, and the letter that goes with it. */
typedef struct
{
  StafetRecipients *recipients; /* owned */
  StafetLetter letter;
} Answer;

/* ——— JSON ——— */

static gboolean
is_protected (const StafetCallLine *line)
{
  return line->kind == STAFET_CALL_LINE_VOLUNTEER && ((StafetVolunteer *) line->record)->protected_;
}

static void
add_recipient (JsonBuilder *builder, const StafetRecipient *recipient)
{
  static const char *const ways[] = { "mail", "message", "call", "none" };
  static const char *const kinds[] = { "ward", "volunteer", "organiser", "contact", "signup", "guest" };
  const StafetCallLine *line = recipient->line;

  json_builder_begin_object (builder);
  STRING (builder, "by", ways[recipient->by]);
  STRING (builder, "kind", kinds[line->kind]);
  STRING (builder, "uid", line->record != NULL ? line->record->uid : "");
  STRING (builder, "name", line->name);
  FLAG (builder, "protected", is_protected (line));
  STRING (builder, "mail", recipient->mail);
  STRING (builder, "mobile", recipient->mobile);
  json_builder_set_member_name (builder, "phones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->phones->len; i++)
    json_builder_add_string_value (builder, line->phones->pdata[i]);
  json_builder_end_array (builder);
  STRING (builder, "call_when", line->call_when);
  FLAG (builder, "only_asked", line->only_asked);
  FLAG (builder, "told", line->called == STAFET_CALLED_TOLD);
  json_builder_end_object (builder);
}

static void
add_left_out (JsonBuilder *builder, const StafetLeftOut *left)
{
  static const char *const reasons[] = { "regrets", "away", "paused", "stopped", "check" };

  json_builder_begin_object (builder);
  STRING (builder, "uid", left->volunteer->parent.uid);
  STRING (builder, "name", left->volunteer->name);
  STRING (builder, "reason", reasons[left->reason]);
  json_builder_end_object (builder);
}

static void
print_json (const Answer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean with_text;
  g_autoptr (GPtrArray) drafts =
    stafet_letter_drafts (answer->recipients, answer->letter.subject, answer->letter.text, &with_text);

  json_builder_begin_object (builder);
  STRING (builder, "subject", answer->letter.subject);
  STRING (builder, "text", answer->letter.text);
  json_builder_set_member_name (builder, "drafts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < drafts->len; i++)
    json_builder_add_string_value (builder, ((StafetMailDraft *) drafts->pdata[i])->uri);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "recipients");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->recipients->recipients->len; i++)
    add_recipient (builder, &g_array_index (answer->recipients->recipients, StafetRecipient, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->recipients->left_out->len; i++)
    add_left_out (builder, &g_array_index (answer->recipients->left_out, StafetLeftOut, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

/* ——— In words ——— */

/* The address, or the number to write to or to ring, and when. (transfer full) */
static char *
where_of (const StafetRecipient *recipient)
{
  const StafetCallLine *line = recipient->line;
  g_autofree char *phone = NULL;

  if (recipient->by == STAFET_REACHED_BY_MAIL)
    return g_strdup (recipient->mail);
  if (recipient->by == STAFET_REACHED_BY_MESSAGE)
    return stafet_phone_format (recipient->mobile);
  if (line->phones->len == 0)
    return g_strdup ("");
  phone = stafet_phone_format (line->phones->pdata[0]);
  return g_strconcat (phone, *line->call_when != '\0' ? " · " : "", line->call_when, NULL);
}

static void
print_recipient (const StafetRecipient *recipient)
{
  g_autofree char *where = where_of (recipient);
  int padding = 28 - (int) g_utf8_strlen (recipient->line->name, -1);

  g_print ("  %s%*s  %s%s%s\n", recipient->line->name, MAX (padding, 0), "", where,
           recipient->line->called == STAFET_CALLED_TOLD ? " · " : "",
           recipient->line->called == STAFET_CALLED_TOLD ? _ ("told") : "");
}

static void
print_words (const Answer *answer)
{
  static const char *const titles[] = { N_ ("By e-mail:"), N_ ("By text message:"), N_ ("To ring:"),
                                        N_ ("Neither address nor number is known:") };
  const StafetRecipients *recipients = answer->recipients;

  for (guint by = 0, i = 0; by < STAFET_N_REACHED; by++)
    {
      if (recipients->n[by] > 0)
        g_print ("%s\n", _ (titles[by]));
      for (guint end = i + recipients->n[by]; i < end; i++)
        print_recipient (&g_array_index (recipients->recipients, StafetRecipient, i));
    }
  if (recipients->recipients->len == 0)
    g_print ("%s\n", _ ("There is nobody to write to."));
  if (recipients->left_out->len > 0)
    g_print ("%s\n", _ ("Left out:"));
  for (guint i = 0; i < recipients->left_out->len; i++)
    {
      const StafetLeftOut *left = &g_array_index (recipients->left_out, StafetLeftOut, i);

      g_print ("  %s: %s\n", left->volunteer->name,
               stafet_left_out_words (stafet_i18n_get_language (), left->reason));
    }
  g_print ("\n%s\n\n%s\n", answer->letter.subject, answer->letter.text);
}

/* ——— What is asked about ——— */

static gboolean
answer_date (StafetCli *cli, Answer *answer, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetRecord *series = stafet_reference_find_series (snapshot, cli->occurrence, error);
  const StafetShift *shift = (const StafetShift *) series;
  g_autofree char *day = NULL;

  if (series == NULL)
    return FALSE;
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_SHIFT && shift->activity != NULL)
    series = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity);
  answer->recipients = stafet_recipients_new (
    stafet_call_list_new_everybody (snapshot, STAFET_RECORD_KIND (series), series->uid, cli->on),
    stafet_clock_now (cli->clock));
  if (answer->recipients != NULL)
    {
      stafet_letter_write_date (&answer->letter, answer->recipients->calls->agenda);
      return TRUE;
    }
  day = stafet_words_date (stafet_i18n_get_language (), cli->on);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” does not take place on %s. Look at its dates."), stafet_record_get_label (series),
               day);
  return FALSE;
}

static gboolean
answer_activity (StafetCli *cli, Answer *answer, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetActivity *activity = stafet_reference_find (snapshot, STAFET_KIND_ACTIVITY, cli->activity, error);
  StafetDate today = stafet_clock_today (cli->clock);

  if (activity == NULL)
    return FALSE;
  answer->recipients = stafet_recipients_new (stafet_call_list_new_activity (snapshot, activity, today),
                                              stafet_clock_now (cli->clock));
  stafet_letter_write_activity (&answer->letter, snapshot, activity);
  return TRUE;
}

static gboolean
has_skill (const StafetSnapshot *snapshot, const StafetRecord *volunteer, const char *wanted)
{
  const GPtrArray *skills = stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, volunteer->uid);

  for (guint i = 0; i < skills->len; i++)
    {
      g_autofree char *skill = stafet_text_fold (((StafetSkill *) skills->pdata[i])->skill);

      if (g_str_equal (skill, wanted))
        return TRUE;
    }
  return FALSE;
}

static gboolean
answer_house (StafetCli *cli, Answer *answer, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetHouse *house = stafet_reference_find (snapshot, STAFET_KIND_HOUSE, cli->house, error);
  g_autofree char *skill = cli->skill != NULL ? stafet_text_fold (cli->skill) : NULL;
  g_autoptr (GPtrArray) volunteers = NULL;

  if (house == NULL)
    return FALSE;
  volunteers = stafet_cli_records_of (snapshot, STAFET_KIND_VOLUNTEER, house->parent.uid);
  for (guint i = volunteers->len; skill != NULL && i > 0; i--)
    if (!has_skill (snapshot, volunteers->pdata[i - 1], skill))
      g_ptr_array_remove_index (volunteers, i - 1);
  answer->recipients = stafet_recipients_new (stafet_call_list_new_volunteers (snapshot, volunteers),
                                              stafet_clock_now (cli->clock));
  stafet_letter_write_house (&answer->letter, snapshot, house);
  return TRUE;
}

static gboolean
check_recipients (StafetCli *cli, GError **error)
{
  if ((cli->occurrence != NULL) + (cli->activity != NULL) + (cli->house != NULL) != 1
      || (cli->occurrence != NULL) != (cli->on != STAFET_DATE_NONE)
      || (cli->skill != NULL && cli->house == NULL))
    return stafet_cli_usage (
      error,
      _ ("Say whom it is for: --occurrence SERIES --on DATE, --activity ACTIVITY, or --house HOUSE and "
         "perhaps --skill SKILL."));
  return TRUE;
}

static gboolean
run_recipients (StafetCli *cli, GError **error)
{
  Answer answer = { NULL, { NULL, NULL } };
  gboolean done = cli->occurrence != NULL ? answer_date (cli, &answer, error)
                  : cli->activity != NULL ? answer_activity (cli, &answer, error)
                                          : answer_house (cli, &answer, error);

  if (done && stafet_cli_wants_json (cli))
    print_json (&answer);
  else if (done)
    print_words (&answer);
  g_clear_pointer (&answer.recipients, stafet_recipients_free);
  stafet_letter_clear (&answer.letter);
  return done;
}

const StafetCommand stafet_cli_recipients[] = {
  { "recipients",
    "(--occurrence SHIFT-OR-ACTIVITY --on DATE | --activity A | --house H [--skill S]) [--format json]",
    N_ ("Lists whom to write to, how each is reached, and the letter to begin with."),
    "occurrence on activity house skill format", 0, 0, TRUE, run_recipients, check_recipients },
  { NULL }
};
