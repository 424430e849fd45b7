/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A series' recurrence in words: how often, on which days, and then every limit with a comma before it.
 * What has no everyday wording is still said in full, so that the words never promise another date.
 */
#include "stafet-text.h"
#include "stafet-words.h"

#define SHORTEST_MONTH_RUN 3

typedef struct
{
  StafetLanguage language;
  const StafetTiming *timing;
  const StafetRule *rule;
  StafetDate start;
  GPtrArray *parts; /* owned texts, later joined with commas */
} Saying;

/* ——— Lists ——— */

static char *
join (StafetLanguage language, GPtrArray *words)
{
  return stafet_names_join (language, (const char *const *) words->pdata, words->len);
}

/* "2.", "sidste"; negative numbers count from the end. */
static char *
ordinal_words (StafetLanguage language, int n)
{
  g_autofree char *from_last = NULL;

  if (n == -1)
    return g_strdup (stafet_i18n_context (language, "ordinal", "last"));
  if (n == -2)
    return g_strdup (stafet_i18n_context (language, "ordinal", "second last"));
  if (n < 0)
    {
      from_last = ordinal_words (language, -n);
      return g_strdup_printf (stafet_i18n_context (language, "ordinal", "%s last"), from_last);
    }
  if (n % 10 == 1 && n % 100 != 11)
    return g_strdup_printf (stafet_i18n_text (language, "%dst"), n);
  if (n % 10 == 2 && n % 100 != 12)
    return g_strdup_printf (stafet_i18n_text (language, "%dnd"), n);
  if (n % 10 == 3 && n % 100 != 13)
    return g_strdup_printf (stafet_i18n_text (language, "%drd"), n);
  return g_strdup_printf (stafet_i18n_text (language, "%dth"), n);
}

/* "1., 3. og sidste": @numbers ascend, those from the end are said last. */
static char *
ordinals (StafetLanguage language, const GArray *numbers)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int sign = 1; sign >= -1; sign -= 2)
    for (guint i = 0; i < numbers->len; i++)
      if (g_array_index (numbers, int, i) * sign > 0)
        g_ptr_array_add (words, ordinal_words (language, g_array_index (numbers, int, i)));
  return join (language, words);
}

/* "den 2. og 4. torsdag", "sidste søndag" */
static char *
numbered (StafetLanguage language, const GArray *numbers, const char *noun)
{
  g_autofree char *words = ordinals (language, numbers);
  gboolean counted = g_array_index (numbers, int, numbers->len - 1) > 0;

  return g_strdup_printf (counted ? stafet_i18n_context (language, "numbered days", "the %s %s")
                                  : stafet_i18n_context (language, "last days", "the %s %s"),
                          words, noun);
}

static GArray *
set_positions (const StafetRule *rule)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < rule->n_by_set_pos; i++)
    {
      int position = rule->by_set_pos[i];

      g_array_append_val (numbers, position);
    }
  return numbers;
}

/* ——— Days of the month and months ——— */

/* "den 1. og 15.", "sidste dag", "den 1. og sidste dag"; of the start when the rule names none. */
static char *
month_days (const Saying *s)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *words = NULL;
  int year, month, day;

  for (int i = 0; i < s->rule->n_by_month_day; i++)
    {
      day = s->rule->by_month_day[i];
      g_array_append_val (numbers, day);
    }
  if (numbers->len == 0)
    {
      stafet_date_split (s->start, &year, &month, &day);
      g_array_append_val (numbers, day);
    }
  if (g_array_index (numbers, int, 0) < 0)
    return numbered (s->language, numbers, stafet_i18n_context (s->language, "of a month", "day"));
  words = ordinals (s->language, numbers);
  return g_strdup_printf (stafet_i18n_context (s->language, "days of a month", "the %s"), words);
}

/* Months that follow one another read "april–oktober". */
static char *
month_names (const Saying *s)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const StafetRule *rule = s->rule;

  for (int i = 0; i < rule->n_by_month;)
    {
      const char *first = stafet_words_month (s->language, rule->by_month[i]);
      int run = 1;

      while (i + run < rule->n_by_month && rule->by_month[i + run] == rule->by_month[i] + run)
        run++;
      if (run < SHORTEST_MONTH_RUN)
        run = 1;
      if (run == 1)
        g_ptr_array_add (words, g_strdup (first));
      else
        g_ptr_array_add (
          words,
          g_strdup_printf ("%s–%s", first, stafet_words_month (s->language, rule->by_month[i + run - 1])));
      i += run;
    }
  return join (s->language, words);
}

/* ——— Weekdays ——— */

/* "mandag og onsdag": the rule's, ordinals left out, or the start's when it names none. */
static char *
weekday_names (const Saying *s)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint named = 0;

  for (int i = 0; i < s->rule->n_by_day; i++)
    named |= 1u << s->rule->by_day[i].weekday;
  if (named == 0)
    named = 1u << stafet_date_weekday (s->start);
  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    if (named >> day & 1)
      g_ptr_array_add (words, g_strdup (stafet_words_weekday (s->language, (StafetWeekday) day)));
  return join (s->language, words);
}

static gboolean
is_numbered (const StafetRule *rule)
{
  for (int i = 0; i < rule->n_by_day; i++)
    if (rule->by_day[i].ordinal != 0)
      return TRUE;
  return FALSE;
}

/* One weekday with every number it has: "den 2. og 4. torsdag", or "hver torsdag". NULL: not named. */
static char *
one_weekday (const Saying *s, StafetWeekday weekday)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  const char *name = stafet_words_weekday (s->language, weekday);

  for (int i = 0; i < s->rule->n_by_day; i++)
    if (s->rule->by_day[i].weekday == (int) weekday)
      {
        int ordinal = s->rule->by_day[i].ordinal;

        if (ordinal == 0)
          return g_strdup_printf (stafet_i18n_context (s->language, "a weekday", "every %s"), name);
        g_array_append_val (numbers, ordinal);
      }
  return numbers->len > 0 ? numbered (s->language, numbers, name) : NULL;
}

/* "den 1. mandag og den 3. torsdag" */
static char *
numbered_weekdays (const Saying *s)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    {
      char *phrase = one_weekday (s, (StafetWeekday) day);

      if (phrase != NULL)
        g_ptr_array_add (words, phrase);
    }
  return join (s->language, words);
}

/* What BYSETPOS picks from, when a word for it exists: one weekday, Monday to Friday, every day. */
static const char *
picked_from (const Saying *s)
{
  const StafetRule *rule = s->rule;

  if (rule->n_by_month_day > 0 || is_numbered (rule))
    return NULL;
  if (rule->n_by_day == 1)
    return stafet_words_weekday (s->language, (StafetWeekday) rule->by_day[0].weekday);
  if (rule->n_by_day == 5 && rule->by_day[4].weekday == STAFET_FRIDAY)
    return stafet_i18n_context (s->language, "Monday to Friday", "weekday");
  return rule->n_by_day == 7 ? stafet_i18n_context (s->language, "of a month", "day") : NULL;
}

/* ——— Parts ——— */

/* Takes @words. */
static void
say (Saying *s, char *words)
{
  g_ptr_array_add (s->parts, words);
}

/* Says @format around @words, which it takes. */
static void
say_around (Saying *s, const char *format, char *words)
{
  say (s, g_strdup_printf (format, words));
  g_free (words);
}

/* Like say_around(), with the rule's interval before the words. */
static void
say_every (Saying *s, const char *format, char *words)
{
  say (s, g_strdup_printf (format, s->rule->interval, words));
  g_free (words);
}

/* The months that limit what was said. */
static void
say_only_months (Saying *s)
{
  if (s->rule->n_by_month > 0)
    say_around (s, stafet_i18n_text (s->language, "only in %s"), month_names (s));
}

static void
say_daily (Saying *s)
{
  if (s->rule->interval == 1)
    say (s, g_strdup (stafet_i18n_text (s->language, "every day")));
  else
    say (s, g_strdup_printf (stafet_i18n_text (s->language, "every %d days"), s->rule->interval));
  if (s->rule->n_by_day > 0)
    say_around (s, stafet_i18n_text (s->language, "only %s"), weekday_names (s));
  if (s->rule->n_by_month_day > 0)
    say_around (s, stafet_i18n_text (s->language, "only %s of the month"), month_days (s));
  say_only_months (s);
}

static void
say_weekly (Saying *s)
{
  const StafetRule *rule = s->rule;
  gint32 parity = s->timing->filter.parity;
  char *days =
    rule->n_by_day == 7 ? g_strdup (stafet_i18n_text (s->language, "every day")) : weekday_names (s);

  if (rule->interval > 1)
    say_every (s, stafet_i18n_text (s->language, "every %d weeks on %s"), days);
  else if (parity == STAFET_PARITY_EVEN)
    say_around (s, stafet_i18n_text (s->language, "%s in even weeks"), days);
  else if (parity == STAFET_PARITY_ODD)
    say_around (s, stafet_i18n_text (s->language, "%s in odd weeks"), days);
  else if (rule->n_by_day == 7)
    say (s, days);
  else if (rule->n_by_day < 2)
    say_around (s, stafet_i18n_context (s->language, "a weekday", "every %s"), days);
  else
    say_around (s, stafet_i18n_text (s->language, "every week on %s"), days);
  if (rule->interval > 1 && parity == STAFET_PARITY_EVEN)
    say (s, g_strdup (stafet_i18n_text (s->language, "only even weeks")));
  if (rule->interval > 1 && parity == STAFET_PARITY_ODD)
    say (s, g_strdup (stafet_i18n_text (s->language, "only odd weeks")));
  say_only_months (s);
}

/* The days of a month or a year that the rule names, before BYSETPOS. */
static char *
named_days (const Saying *s)
{
  return s->rule->n_by_day > 0 && s->rule->n_by_month_day == 0 ? numbered_weekdays (s) : month_days (s);
}

/* The weekdays beside days of the month: numbered over the year where the rule numbers them so. */
static char *
weekdays_beside (const Saying *s)
{
  g_autofree char *days = NULL;

  if (!is_numbered (s->rule))
    return weekday_names (s);
  days = numbered_weekdays (s);
  if (s->rule->frequency != STAFET_FREQUENCY_YEARLY || s->rule->n_by_month > 0)
    return g_steal_pointer (&days);
  return g_strdup_printf (stafet_i18n_text (s->language, "%s of the year"), days);
}

/* What named_days() left out. */
static void
say_only_days (Saying *s, gboolean picked)
{
  const StafetRule *rule = s->rule;
  g_autoptr (GArray) positions = set_positions (rule);

  if (rule->n_by_day > 0 && rule->n_by_month_day > 0)
    say_around (s, stafet_i18n_text (s->language, "only %s"), weekdays_beside (s));
  if (positions->len > 0 && !picked)
    say_around (s, stafet_i18n_text (s->language, "only the %s of them"), ordinals (s->language, positions));
}

static void
say_monthly (Saying *s)
{
  g_autoptr (GArray) positions = set_positions (s->rule);
  const char *noun = positions->len > 0 ? picked_from (s) : NULL;
  char *days = noun != NULL ? numbered (s->language, positions, noun) : named_days (s);

  if (s->rule->interval == 1)
    say_around (s, stafet_i18n_text (s->language, "%s of the month"), days);
  else
    {
      say (s,
           g_strdup_printf (stafet_i18n_text (s->language, "%s every %d months"), days, s->rule->interval));
      g_free (days);
    }
  say_only_days (s, noun != NULL);
  say_only_months (s);
}

/* "den 24. november", "sidste søndag i marts", "den 1. i måneden", "den 20. mandag i året" */
static char *
days_of_year (const Saying *s)
{
  const StafetRule *rule = s->rule;
  gboolean dates = rule->n_by_day == 0 && (rule->n_by_month_day == 0 || rule->by_month_day[0] > 0);
  g_autofree char *days = named_days (s), *months = month_names (s);
  int year, month, day;

  stafet_date_split (s->start, &year, &month, &day);
  if (rule->n_by_month == 0 && rule->n_by_month_day == 0 && rule->n_by_day == 0)
    return g_strdup_printf (stafet_i18n_context (s->language, "days, one month", "%s of %s"), days,
                            stafet_words_month (s->language, month));
  if (rule->n_by_month == 1 && dates)
    return g_strdup_printf (stafet_i18n_context (s->language, "days, one month", "%s of %s"), days, months);
  if (rule->n_by_month > 0)
    return g_strdup_printf (stafet_i18n_context (s->language, "days, months", "%s in %s"), days, months);
  if (rule->n_by_month_day > 0)
    return g_strdup_printf (stafet_i18n_text (s->language, "%s of the month"), days);
  if (is_numbered (rule))
    return g_strdup_printf (stafet_i18n_text (s->language, "%s of the year"), days);
  return g_steal_pointer (&days);
}

static void
say_yearly (Saying *s)
{
  char *days = days_of_year (s);

  if (s->rule->interval == 1)
    say_around (s, stafet_i18n_text (s->language, "every year %s"), days);
  else
    say_every (s, stafet_i18n_text (s->language, "every %d years %s"), days);
  say_only_days (s, FALSE);
}

/* ——— The whole ——— */

/* @month_day is month * 100 + day. */
static char *
season_day (StafetLanguage language, int month_day)
{
  /* A leap year, so that a season may end on 29 February. */
  return stafet_words_day (language, stafet_date_new (2024, month_day / 100, month_day % 100));
}

static void
say_season (Saying *s)
{
  const StafetSeason *season = &s->timing->filter.season;
  g_autofree char *from = NULL, *to = NULL;

  if (season->from == 0)
    return;
  from = season_day (s->language, season->from);
  to = season_day (s->language, season->to);
  say (s, g_strdup_printf (stafet_i18n_context (s->language, "season", "%s to %s"), from, to));
}

static void
say_skipped_weeks (Saying *s)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func (g_free);

  for (int week = 1; week <= 53; week++)
    if (s->timing->filter.skip_weeks >> week & 1)
      g_ptr_array_add (weeks, g_strdup_printf ("%d", week));
  if (weeks->len > 0)
    say_around (s, stafet_i18n_plural (s->language, "not in week %s", "not in weeks %s", weeks->len),
                join (s->language, weeks));
}

char *
stafet_words_rule (StafetLanguage language, const StafetTiming *timing)
{
  static void (*const say_frequency[]) (Saying *) = { say_daily, say_weekly, say_monthly, say_yearly };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Saying s = { language, timing, &timing->parsed, timing->first_date, parts };

  if (!timing->recurs)
    return g_strdup (stafet_i18n_text (language, "once"));
  say_frequency[s.rule->frequency](&s);
  say_season (&s);
  say_skipped_weeks (&s);
  if (timing->until != STAFET_DATE_NONE)
    say_around (&s, stafet_i18n_text (language, "until %s"),
                stafet_words_day_with_year (language, timing->until));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
