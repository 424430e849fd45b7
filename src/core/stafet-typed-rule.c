/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a typed recurrence clause by clause, and makes one rule with its filters of what they say together.
 */
#include "stafet-typed-rule.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-typed-clause.h"
#include "stafet-words.h"

#include <string.h>

typedef StafetTypedSaying Saying;

#define LONGEST_DAYS 14       /* of one date, as stafet_timing_validate() has it */
#define MONTHS_WITH_WEEKDAY 5 /* no month has a sixth Thursday */

/* ——— Refusals ——— */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE, message);
  return FALSE;
}

static gboolean
refuse_words (const GString *words, GError **error)
{
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
               _ ("“%s” is not understood. Write for example “every Thursday 14-15.30” or “the 2nd and 4th "
                  "Thursday of the month”."),
               words->str);
  return FALSE;
}

static gboolean
refuse_together (GError **error)
{
  return refuse (error, _ ("That does not go together. Say it once, for example “every Thursday 14-15.30” or "
                           "“Tuesday 24 November 10-12”."));
}

/* ——— Reading ——— */

static void
add_word (GString *words, const StafetTypedToken *token)
{
  if (words->len > 0 && !token->glued)
    g_string_append_c (words, ' ');
  g_string_append_len (words, token->start, (gssize) token->length);
}

static gboolean
read_all (Saying *s, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  while (!stafet_typed_at_end (&s->reader))
    {
      StafetTypedMatch match = stafet_typed_read_clause (s, error);

      if (match == STAFET_TYPED_REFUSED)
        return FALSE;
      if (match == STAFET_TYPED_HIT)
        continue;
      add_word (words, stafet_typed_peek (&s->reader, 0));
      s->reader.at++;
    }
  return words->len == 0 || refuse_words (words, error);
}

/* ——— What it amounts to ——— */

static gboolean
has_filter (const Saying *s)
{
  return s->parity != STAFET_PARITY_NONE || s->season.from != 0 || s->skip_weeks != 0;
}

static gboolean
recurs (const Saying *s)
{
  return s->frequency >= 0 || s->days != 0 || s->n_numbered > 0 || s->month_days.n > 0 || s->positions.n > 0
         || s->parity != STAFET_PARITY_NONE;
}

/* Once, on the day that was said or on the next such weekday. */
static gboolean
settle_once (Saying *s, GError **error)
{
  guint days = s->days;

  s->days = 0;
  if (recurs (s) || has_filter (s) || s->count > 1 || s->days_left_out != 0 || s->left_out != NULL
      || s->months != 0 || s->months_left_out != 0 || s->season_months[0] != 0
      || s->until.date != STAFET_DATE_NONE)
    return refuse_together (error);
  if (days == 0)
    return TRUE;
  if ((days & (days - 1)) != 0 || s->on.date != STAFET_DATE_NONE)
    return refuse_together (error);
  s->on.date = stafet_typed_coming (s->first.date != STAFET_DATE_NONE ? s->first.date : s->today,
                                    g_bit_nth_lsf (days, 0));
  return TRUE;
}

static void
settle_frequency (Saying *s)
{
  if (s->frequency >= 0)
    return;
  s->interval = 1;
  if (s->n_numbered > 0 || s->month_days.n > 0 || s->positions.n > 0)
    s->frequency = STAFET_FREQUENCY_MONTHLY;
  else
    s->frequency = STAFET_FREQUENCY_WEEKLY;
}

/* A day that stands beside a recurrence is its day of the year: "hvert år den 24. december". */
static gboolean
settle_day_of_year (Saying *s, GError **error)
{
  if (s->on.date == STAFET_DATE_NONE)
    return !s->one_month || s->frequency == STAFET_FREQUENCY_YEARLY || refuse_together (error);
  if (s->frequency != STAFET_FREQUENCY_YEARLY || s->on.year != 0 || s->month_days.n > 0
      || ((s->days != 0 || s->n_numbered > 0) && !s->days_limit))
    return refuse_together (error);
  s->month_days.numbers[s->month_days.n++] = s->on.day;
  s->months |= 1u << s->on.month;
  s->on.date = STAFET_DATE_NONE;
  return TRUE;
}

/* A season of whole months is a filter of a weekly rule; every other rule names the months itself. */
static void
settle_months (Saying *s)
{
  int from = s->season_months[0], to = s->season_months[1];

  if (s->months_left_out != 0)
    s->months = (s->months != 0 ? s->months : STAFET_TYPED_ALL_MONTHS) & ~s->months_left_out;
  if (from == 0)
    return;
  if (s->frequency == STAFET_FREQUENCY_WEEKLY && s->season.from == 0)
    {
      /* A leap year, so that a season that ends with February has its last day. */
      s->season.from = (gint16) (from * 100 + 1);
      s->season.to = (gint16) (to * 100 + stafet_date_days_in_month (2024, to));
      return;
    }
  for (int month = from;; month = month % 12 + 1)
    {
      s->months |= 1u << month;
      if (month == to)
        return;
    }
}

/* Days of the week are counted by a weekly rule wherever that gives the same dates: it carries filters. */
static void
settle_daily (Saying *s)
{
  if (s->frequency != STAFET_FREQUENCY_DAILY || s->month_days.n > 0)
    return;
  if (s->interval == 1)
    {
      if (!has_filter (s) && s->days_left_out == 0 && s->season_months[0] == 0
          && (s->days == 0 || s->days_limit))
        return;
      s->frequency = STAFET_FREQUENCY_WEEKLY;
      s->days = s->days != 0 ? s->days : STAFET_TYPED_ALL_DAYS;
    }
  else if (s->interval % 7 == 0 && !s->days_limit)
    {
      s->frequency = STAFET_FREQUENCY_WEEKLY;
      s->interval /= 7;
    }
}

/* "hver anden uge, lige uger": the even weeks are what is meant by every other. */
static void
settle_parity (Saying *s)
{
  if (s->parity != STAFET_PARITY_NONE && s->interval == 2 && !s->parity_limits)
    s->interval = 1;
}

/* "1/9 til 31/5" of a rule that is not weekly: the same as its whole months. */
static void
settle_season (Saying *s)
{
  int from = s->season.from, to = s->season.to;

  if (s->frequency == STAFET_FREQUENCY_WEEKLY || from == 0 || from % 100 != 1
      || to % 100 != stafet_date_days_in_month (2024, to / 100) || s->season_months[0] != 0)
    return;
  s->season = (StafetSeason){ 0, 0 };
  s->season_months[0] = from / 100;
  s->season_months[1] = to / 100;
}

/* "en gang i kvartalet torsdag": one of a dozen, and only who says it knows which. */
static char *
ask_which (const Saying *s)
{
  const char *day;

  if ((s->frequency != STAFET_FREQUENCY_MONTHLY && s->frequency != STAFET_FREQUENCY_YEARLY)
      || s->lone_days == 0 || s->n_numbered > 0 || s->month_days.n > 0 || s->positions.n > 0 || s->days_limit)
    return NULL;
  day = stafet_words_weekday (stafet_i18n_get_language (), (StafetWeekday) g_bit_nth_lsf (s->lone_days, 0));
  if (s->frequency == STAFET_FREQUENCY_YEARLY)
    return g_strdup_printf (
      _ ("It does not say which %s of the year. Write for example “every year the 1st %s in March”."), day,
      day);
  if (s->interval == 1)
    return g_strdup_printf (
      _ ("It does not say which %s of the month. Write for example “the 1st %s of the month”."), day, day);
  return g_strdup_printf (_ ("It does not say which %s. Write for example “the 1st %s every %d months”."),
                          day, day, s->interval);
}

static gboolean
settle (Saying *s, GError **error)
{
  if (s->frequency < 0 && s->month_days.n > 0)
    return refuse (error,
                   _ ("A day without a month may be one date, or one in every month. Write for example "
                      "“24/11” or “the 24th of the month”."));
  settle_frequency (s);
  s->which = ask_which (s);
  settle_daily (s);
  settle_season (s);
  settle_months (s);
  settle_parity (s);
  if (s->days_left_out != 0)
    s->days = (s->days != 0 ? s->days : STAFET_TYPED_ALL_DAYS) & ~s->days_left_out;
  if (!settle_day_of_year (s, error))
    return FALSE;
  if (s->frequency != STAFET_FREQUENCY_WEEKLY && has_filter (s))
    return refuse (error, _ ("Even or odd weeks, a season and weeks left out go with a weekly rule only."));
  for (guint i = 0; i < s->n_numbered; i++)
    if (s->frequency == STAFET_FREQUENCY_MONTHLY && ABS (s->numbered[i].ordinal) > MONTHS_WITH_WEEKDAY)
      return refuse (error,
                     _ ("No month has a sixth of any weekday. Write for example “the 2nd Thursday of the "
                        "month”."));
  if ((s->days_left_out != 0 && s->days == 0) || (s->months_left_out != 0 && s->months == 0))
    return refuse_together (error);
  return TRUE;
}

/* ——— Writing it ——— */

static void
fill_days (StafetRule *rule, const Saying *s)
{
  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    if (s->days >> day & 1)
      rule->by_day[rule->n_by_day++] = (StafetByDay){ 0, (gint8) day };
  for (guint i = 0; i < s->n_numbered; i++)
    rule->by_day[rule->n_by_day++] = s->numbered[i];
}

/* The canonical text: written, and read and written again, because only reading sorts. */
static char *
write_rule (const Saying *s, GError **error)
{
  StafetRule rule = { .frequency = (StafetFrequency) s->frequency,
                      .interval = (gint16) s->interval,
                      .week_start = STAFET_MONDAY,
                      .count = s->count,
                      .until = STAFET_WALL_NONE };
  StafetRule sorted;
  g_autofree char *text = NULL;

  fill_days (&rule, s);
  for (guint i = 0; i < s->month_days.n; i++)
    rule.by_month_day[rule.n_by_month_day++] = (gint8) s->month_days.numbers[i];
  for (guint i = 0; i < s->positions.n; i++)
    rule.by_set_pos[rule.n_by_set_pos++] = (gint16) s->positions.numbers[i];
  for (int month = 1; month <= 12; month++)
    if (s->months >> month & 1)
      rule.by_month[rule.n_by_month++] = (gint8) month;
  text = stafet_rule_write (&rule);
  return stafet_rule_parse (text, NULL, &sorted, error) ? stafet_rule_write (&sorted) : NULL;
}

static char *
write_weeks (guint64 weeks)
{
  GString *out = g_string_new (NULL);

  for (int week = 1; week <= 53; week++)
    if (weeks >> week & 1)
      g_string_append_printf (out, "%s%d", out->len > 0 ? "," : "", week);
  return g_string_free (out, FALSE);
}

static char *
write_season (const StafetSeason *season)
{
  if (season->from == 0)
    return g_strdup ("");
  return g_strdup_printf ("%02d-%02d/%02d-%02d", season->from / 100, season->from % 100, season->to / 100,
                          season->to % 100);
}

/* A last day without a year is the first that is not before the beginning. */
static StafetDate
place_until (const Saying *s)
{
  StafetDate start = s->first.date != STAFET_DATE_NONE ? s->first.date : s->today;
  int year, month, day;

  if (s->until.date == STAFET_DATE_NONE || s->until.year != 0)
    return s->until.date;
  stafet_date_split (start, &year, &month, &day);
  for (int i = 0; i <= 8; i++)
    {
      StafetDate date = stafet_date_new (year + i, s->until.month, s->until.day);

      if (date != STAFET_DATE_NONE && date >= start)
        return date;
    }
  return s->until.date;
}

static gboolean
fill (const Saying *s, gboolean once, StafetTypedRule *out, GError **error)
{
  out->rule = once ? g_strdup ("") : write_rule (s, error);
  if (out->rule == NULL)
    return FALSE;
  out->parity = s->parity;
  out->season = write_season (&s->season);
  out->skip_weeks = write_weeks (s->skip_weeks);
  out->first = once && s->on.date != STAFET_DATE_NONE ? s->on.date : s->first.date;
  out->until = place_until (s);
  out->from = s->from;
  out->to = s->to;
  out->lasts_days = s->lasts_days;
  out->which = g_strdup (s->which);
  out->holidays = s->holidays;
  out->school_holidays = s->school_holidays;
  out->left_out = s->left_out != NULL ? g_array_ref (s->left_out) : NULL;
  if (out->first == STAFET_DATE_NONE || out->until == STAFET_DATE_NONE || out->first <= out->until)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The last date is before the first. Mend one of the two."));
  return FALSE;
}

/* "fredag aften 7-9" is meant to be at 19. */
static gboolean
check_day_part (const Saying *s, GError **error)
{
  static const struct
  {
    int earliest, latest;
  } parts[] = { [STAFET_TYPED_EARLY] = { 4, 11 },
                [STAFET_TYPED_FORENOON] = { 4, 12 },
                [STAFET_TYPED_AFTERNOON] = { 11, 19 },
                [STAFET_TYPED_EVENING] = { 15, 24 } };

  if (s->day_part == 0 || s->from < 0
      || (s->from >= parts[s->day_part - 1].earliest * 60 && s->from <= parts[s->day_part - 1].latest * 60))
    return TRUE;
  return refuse (error, _ ("The time is at another time of the day than the words say. Seven in the evening "
                           "is written 19."));
}

/* The next time that the season comes round, as a first and a last day. */
static void
place_season (Saying *s)
{
  int year, month, day, over = s->season.from > s->season.to;

  stafet_date_split (s->today, &year, &month, &day);
  for (int later = 0; later < 2; later++)
    {
      s->first.date = stafet_date_new (year + later, s->season.from / 100, s->season.from % 100);
      s->until.date = stafet_date_new (year + later + over, s->season.to / 100, s->season.to % 100);
      if (s->until.date >= s->today)
        break;
    }
  s->first.year = s->until.year = 1;
  s->season = (StafetSeason){ 0, 0 };
}

/* A longer one is a season that has no days yet. */
static gboolean
is_short (const StafetSeason *season)
{
  gboolean over = season->from > season->to;
  StafetDate from = stafet_date_new (2027, season->from / 100, season->from % 100);
  StafetDate to = stafet_date_new (2027 + over, season->to / 100, season->to % 100);

  return from != STAFET_DATE_NONE && to != STAFET_DATE_NONE && to - from < LONGEST_DAYS;
}

/* "1/12-24/12 kl. 10-12": every day from the first to the last. "28/11-29/11": both days whole, at one
 * stretch. */
static void
settle_days_between (Saying *s)
{
  gboolean ends = s->first.date != STAFET_DATE_NONE && s->until.date != STAFET_DATE_NONE;
  gboolean whole = s->from < 0 || (s->from == 0 && s->to == STAFET_MINUTES_PER_DAY);

  if (s->once || recurs (s) || s->on.date != STAFET_DATE_NONE || s->coming != 0 || s->skip_weeks != 0
      || s->months != 0 || s->count > 0 || (s->season.from == 0 && !ends))
    return;
  if (whole && s->season.from != 0 && !is_short (&s->season))
    return;
  if (s->season.from != 0)
    place_season (s);
  if (!whole)
    s->frequency = STAFET_FREQUENCY_DAILY;
  else if (s->until.date >= s->first.date && s->until.date - s->first.date < LONGEST_DAYS)
    {
      s->on = s->first;
      s->from = 0;
      s->to = (s->until.date - s->first.date + 1) * STAFET_MINUTES_PER_DAY;
      s->lasts_days = TRUE;
      s->first.date = s->until.date = STAFET_DATE_NONE;
    }
}

/* "på torsdag" alone is one day; beside anything that repeats it is every Thursday. */
static void
settle_coming (Saying *s)
{
  if (s->coming == 0)
    return;
  if (s->once || recurs (s) || has_filter (s) || s->count > 0 || s->first.date != STAFET_DATE_NONE
      || s->until.date != STAFET_DATE_NONE || s->months != 0 || s->season_months[0] != 0 || s->holidays >= 0
      || s->school_holidays >= 0)
    {
      s->days |= 1u << s->coming;
      s->lone_days |= 1u << s->coming;
    }
  else if (s->on.date == STAFET_DATE_NONE)
    s->on.date = stafet_typed_coming (s->today, s->coming);
}

static gboolean
make (Saying *s, StafetTypedRule *out, GError **error)
{
  gboolean once;

  settle_days_between (s);
  settle_coming (s);
  if (!check_day_part (s, error))
    return FALSE;
  once = s->once || (!recurs (s) && s->on.date != STAFET_DATE_NONE);

  if (!once && !recurs (s))
    return refuse (error, _ ("It does not say which days. Write for example “every Thursday 14-15.30” or "
                             "“Tuesday 24 November 10-12”."));
  if (once ? !settle_once (s, error) : !settle (s, error))
    return FALSE;
  return fill (s, once, out, error);
}

void
stafet_typed_rule_clear (StafetTypedRule *rule)
{
  g_clear_pointer (&rule->rule, g_free);
  g_clear_pointer (&rule->season, g_free);
  g_clear_pointer (&rule->which, g_free);
  g_clear_pointer (&rule->skip_weeks, g_free);
  g_clear_pointer (&rule->left_out, g_array_unref);
}

gboolean
stafet_typed_rule (const char *text, StafetDate today, StafetTypedRule *out, GError **error)
{
  Saying s = { .today = today,
               .frequency = -1,
               .interval = 1,
               .parity = STAFET_PARITY_NONE,
               .on = { .date = STAFET_DATE_NONE },
               .first = { .date = STAFET_DATE_NONE },
               .until = { .date = STAFET_DATE_NONE },
               .from = -1,
               .to = -1,
               .holidays = -1,
               .school_holidays = -1 };
  gboolean read;

  memset (out, 0, sizeof *out);
  read = stafet_typed_reader_init (&s.reader, text, error) && read_all (&s, error) && make (&s, out, error);
  stafet_typed_reader_clear (&s.reader);
  g_free (s.which);
  g_clear_pointer (&s.left_out, g_array_unref);
  if (!read)
    stafet_typed_rule_clear (out);
  return read;
}
