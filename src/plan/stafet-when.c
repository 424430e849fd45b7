/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes the fields of when.
 */
#include "stafet-when.h"

#include "core/stafet-activity.h"
#include "core/stafet-error.h"
#include "core/stafet-typed-rule.h"
#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"

/* What begins from here on may end the next morning, up to there. */
#define EVENING (17 * 60)
#define MORNING (10 * 60)

void
stafet_when_texts_clear (StafetWhenTexts *self)
{
  for (int i = 0; i < STAFET_N_WHEN; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

void
stafet_when_clear (StafetWhen *self)
{
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->season, g_free);
  g_clear_pointer (&self->skip_weeks, g_free);
  g_clear_pointer (&self->left_out, g_array_unref);
}

/* ——— Reading ——— */

typedef struct
{
  const StafetWhenTexts *typed;
  StafetDate today;
  StafetTypedRule rule;
  int from, to;
  StafetWall end; /* a date and a time in TO, or NONE */
  StafetDate first, until;
  GArray *left_out; /* nullable: StafetDate */
} Reading;

static const char *
text_of (const Reading *reading, StafetWhenField field)
{
  const char *text = reading->typed->texts[field];

  return text != NULL ? text : "";
}

static gboolean
refuse (GError **error, int code, const char *sentence)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
read_rule (Reading *reading, GError **error)
{
  if (*text_of (reading, STAFET_WHEN_RULE) == '\0')
    return refuse (error, STAFET_CORE_ERROR_REQUIRED,
                   _ ("When is it? Write for example “every Thursday 14-15.30” or “24/11 10-12”."));
  if (!stafet_typed_rule (text_of (reading, STAFET_WHEN_RULE), reading->today, &reading->rule, error))
    return FALSE;
  return reading->rule.which == NULL || reading->typed->vague
         || refuse (error, STAFET_CORE_ERROR_RULE, reading->rule.which);
}

/* "10-12" may stand in the first of the two fields. */
static gboolean
read_span (Reading *reading)
{
  return *text_of (reading, STAFET_WHEN_TO) == '\0'
         && stafet_typed_span (text_of (reading, STAFET_WHEN_FROM), &reading->from, &reading->to, NULL);
}

static gboolean
read_from (Reading *reading, GError **error)
{
  if (read_span (reading))
    return TRUE;
  reading->from = reading->rule.from;
  if (*text_of (reading, STAFET_WHEN_FROM) != '\0'
      && !stafet_typed_time (text_of (reading, STAFET_WHEN_FROM), &reading->from, error))
    return FALSE;
  return reading->from >= 0
         || refuse (error, STAFET_CORE_ERROR_REQUIRED,
                    _ ("At what time does it begin? Write for example 14."));
}

static gboolean
read_to (Reading *reading, GError **error)
{
  if (read_span (reading))
    return TRUE;
  reading->to = reading->rule.to;
  if (stafet_typed_instant (text_of (reading, STAFET_WHEN_TO), reading->today, &reading->end))
    {
      reading->to = stafet_wall_minutes (reading->end);
      return TRUE;
    }
  if (*text_of (reading, STAFET_WHEN_TO) != '\0'
      && !stafet_typed_time (text_of (reading, STAFET_WHEN_TO), &reading->to, error))
    return FALSE;
  return reading->to >= 0
         || refuse (error, STAFET_CORE_ERROR_REQUIRED,
                    _ ("At what time does it end? Write for example 15.30."));
}

/* A shorter way of saying the next morning is an end before the start: "22-1". Of an afternoon nobody means
 * it. */
static gboolean
is_end (int from, int to)
{
  return to <= STAFET_MINUTES_PER_DAY || (from >= EVENING && to - STAFET_MINUTES_PER_DAY <= MORNING);
}

/* The fields are often filled in before the words are changed: neither is passed over in silence. */
static gboolean
compare_times (Reading *reading, GError **error)
{
  gboolean same_from = reading->rule.from < 0 || reading->rule.from == reading->from;
  gboolean same_to = reading->rule.to < 0 || (reading->rule.to - reading->to) % STAFET_MINUTES_PER_DAY == 0;

  if (!reading->rule.lasts_days && !is_end (reading->rule.from, reading->rule.to))
    return refuse (error, STAFET_CORE_ERROR_ORDER, _ ("The end is before the start. Mend one of the two."));
  return (same_from && same_to)
         || refuse (error, STAFET_CORE_ERROR_ORDER,
                    _ ("The times here are others than those in From and To. Mend one of the two."));
}

static gboolean
settle_to (Reading *reading, GError **error)
{
  if (reading->end != STAFET_WALL_NONE || (reading->rule.lasts_days && reading->to == reading->rule.to))
    return TRUE;
  if (reading->to <= reading->from)
    reading->to += STAFET_MINUTES_PER_DAY;
  return is_end (reading->from, reading->to)
         || refuse (error, STAFET_CORE_ERROR_ORDER, _ ("The end is before the start. Mend one of the two."));
}

static gboolean
read_first (Reading *reading, GError **error)
{
  reading->first = reading->rule.first;
  if (*text_of (reading, STAFET_WHEN_FIRST) != '\0'
      && !stafet_typed_date (text_of (reading, STAFET_WHEN_FIRST), reading->today, &reading->first, error))
    return FALSE;
  if (reading->first != STAFET_DATE_NONE)
    return TRUE;
  if (*reading->rule.rule == '\0')
    return refuse (error, STAFET_CORE_ERROR_REQUIRED, _ ("On which day? Write for example 24/11."));
  reading->first = reading->today;
  return TRUE;
}

/* Of something that lasts for days. */
static gboolean
settle_end (Reading *reading, GError **error)
{
  if (reading->end == STAFET_WALL_NONE)
    return TRUE;
  reading->to = (int) (reading->end - stafet_wall_new (reading->first, 0));
  return reading->to > reading->from
         || refuse (error, STAFET_CORE_ERROR_ORDER, _ ("The end is before the start. Mend one of the two."));
}

static gboolean
read_until (Reading *reading, GError **error)
{
  reading->until = reading->rule.until;
  if (*text_of (reading, STAFET_WHEN_UNTIL) != '\0'
      && !stafet_typed_last_date (text_of (reading, STAFET_WHEN_UNTIL), reading->first, &reading->until,
                                  error))
    return FALSE;
  return reading->until == STAFET_DATE_NONE || reading->until >= reading->first
         || refuse (error, STAFET_CORE_ERROR_ORDER,
                    _ ("The last date is before the first. Mend one of the two."));
}

/* As with times. A single date is moved in its field, beside words that still say the old one. */
static gboolean
compare_dates (Reading *reading, GError **error)
{
  gboolean same_first = reading->rule.first == STAFET_DATE_NONE || reading->rule.first == reading->first;
  gboolean same_until = reading->rule.until == STAFET_DATE_NONE || reading->rule.until == reading->until;

  return *reading->rule.rule == '\0' || (same_first && same_until)
         || refuse (error, STAFET_CORE_ERROR_ORDER,
                    _ ("The dates here are others than those in the fields below. Mend one of the two."));
}

static void
set_text (StafetActivity *activity, const char *key, const char *text)
{
  stafet_record_take_text (activity, stafet_record_info_field (STAFET_RECORD_INFO (activity), key),
                           g_strdup (text));
}

/* Of a series with that rule, from the first date on. */
static gboolean
set_timing (const Reading *reading, StafetActivity *activity, GError **error)
{
  StafetTiming *timing = &activity->timing;

  set_text (activity, "rule", reading->rule.rule);
  set_text (activity, "season", reading->rule.season);
  set_text (activity, "skip_weeks", reading->rule.skip_weeks);
  timing->parity = reading->rule.parity;
  timing->start = stafet_wall_new (reading->first, reading->from);
  timing->end = stafet_wall_new (reading->first, reading->to);
  if (!stafet_timing_validate (timing, error))
    return FALSE;
  stafet_timing_derive (timing);
  return TRUE;
}

/* Moves the first date on to one that the rule gives. */
static gboolean
settle_first (Reading *reading, const StafetTiming *timing, GError **error)
{
  StafetDate next = stafet_expand_next (timing, reading->first);

  if (next == STAFET_DATE_NONE)
    return refuse (error, STAFET_CORE_ERROR_RULE,
                   _ ("The rule never gives a date. Look at its days, months, weeks and last date."));
  reading->first = next;
  return TRUE;
}

/* A date that the rule does not give is another than the one that was meant. */
static gboolean
refuse_left_out (StafetDate from, StafetDate to, GError **error)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *days =
    from == to ? stafet_words_date (language, from) : stafet_words_days (language, from, to);

  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
               _ ("Nothing would be held on %s anyway. Mend the date that is left out, or delete it."), days);
  return FALSE;
}

static gboolean
settle_left_out (Reading *reading, const StafetTiming *timing, GError **error)
{
  const GArray *said = reading->rule.left_out;

  for (guint i = 0; said != NULL && i < said->len; i++)
    {
      StafetTypedLeftOut out = g_array_index (said, StafetTypedLeftOut, i);
      StafetDate date;

      for (; out.yearless && out.to < reading->first; out.from = stafet_date_next_year (out.from))
        out.to = stafet_date_next_year (out.to);
      date = stafet_expand_next (timing, MAX (out.from, reading->first));
      if ((date == STAFET_DATE_NONE || date > out.to) && !out.named && !reading->typed->vague)
        return refuse_left_out (out.from, out.to, error);
      for (; date != STAFET_DATE_NONE && date <= out.to; date = stafet_expand_next (timing, date + 1))
        g_array_append_val (reading->left_out, date);
    }
  return TRUE;
}

/* The dates of what recurs. */
static gboolean
settle_dates (Reading *reading, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
  StafetActivity *activity = (StafetActivity *) record;

  if (*reading->rule.rule == '\0')
    return TRUE;
  reading->left_out = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  return set_timing (reading, activity, error) && settle_first (reading, &activity->timing, error)
         && settle_left_out (reading, &activity->timing, error);
}

static void
fill (const Reading *reading, StafetWhen *when)
{
  *when = (StafetWhen){ .start = stafet_wall_new (reading->first, reading->from),
                        .end = stafet_wall_new (reading->first, reading->to),
                        .rule = g_strdup (reading->rule.rule),
                        .season = g_strdup (reading->rule.season),
                        .skip_weeks = g_strdup (reading->rule.skip_weeks),
                        .parity = reading->rule.parity,
                        .until = reading->until,
                        .holidays = reading->rule.holidays,
                        .school_holidays = reading->rule.school_holidays,
                        .left_out = reading->left_out != NULL && reading->left_out->len > 0
                                      ? g_array_ref (reading->left_out)
                                      : NULL };
}

gboolean
stafet_when_read (const StafetWhenTexts *typed, StafetDate today, StafetWhen *when, StafetWhenField *wrong,
                  GError **error)
{
  typedef gboolean (*ReadFunc) (Reading *, GError **);
  static const struct
  {
    ReadFunc func;
    StafetWhenField field;
  } steps[] = { { read_rule, STAFET_WHEN_RULE },     { read_from, STAFET_WHEN_FROM },
                { read_to, STAFET_WHEN_TO },         { compare_times, STAFET_WHEN_RULE },
                { settle_to, STAFET_WHEN_TO },       { read_first, STAFET_WHEN_FIRST },
                { settle_end, STAFET_WHEN_TO },      { read_until, STAFET_WHEN_UNTIL },
                { compare_dates, STAFET_WHEN_RULE }, { settle_dates, STAFET_WHEN_RULE } };
  Reading reading = { .typed = typed, .today = today, .end = STAFET_WALL_NONE };
  gboolean good = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (steps) && good; i++)
    {
      good = steps[i].func (&reading, error);
      *wrong = steps[i].field;
    }
  if (good)
    fill (&reading, when);
  stafet_typed_rule_clear (&reading.rule);
  g_clear_pointer (&reading.left_out, g_array_unref);
  return good;
}

/* ——— Writing ——— */

static char *
time_text (int minutes)
{
  return g_strdup_printf ("%d.%02d", minutes / 60, minutes % 60);
}

/* An end at midnight is that of the day, not the beginning of the next. */
static int
end_minutes (StafetWall end)
{
  int minutes = stafet_wall_minutes (end);

  return minutes > 0 ? minutes : STAFET_MINUTES_PER_DAY;
}

/* The day too when it is not that of the start, nor the morning after. (transfer full) */
static char *
end_text (StafetWall start, StafetWall end, StafetLanguage language)
{
  g_autofree char *time = time_text (end_minutes (end)), *day = NULL;

  if (end - start <= STAFET_MINUTES_PER_DAY
      && is_end (stafet_wall_minutes (start), (int) (end - start) + stafet_wall_minutes (start)))
    return g_steal_pointer (&time);
  day = stafet_words_day_with_year (language, stafet_wall_date (end - 1));
  return g_strdup_printf ("%s %s", day, time);
}

void
stafet_when_write_span (StafetWall start, StafetWall end, StafetLanguage language, StafetWhenTexts *texts)
{
  g_free (texts->texts[STAFET_WHEN_FROM]);
  g_free (texts->texts[STAFET_WHEN_TO]);
  g_free (texts->texts[STAFET_WHEN_FIRST]);
  texts->texts[STAFET_WHEN_FROM] = time_text (stafet_wall_minutes (start));
  texts->texts[STAFET_WHEN_TO] = end_text (start, end, language);
  texts->texts[STAFET_WHEN_FIRST] = stafet_words_day_with_year (language, stafet_wall_date (start));
}

void
stafet_when_write (const StafetTiming *timing, StafetLanguage language, StafetWhenTexts *texts)
{
  stafet_when_texts_clear (texts);
  stafet_when_write_span (timing->start, timing->end, language, texts);
  texts->texts[STAFET_WHEN_RULE] = stafet_words_rule (language, timing);
  texts->texts[STAFET_WHEN_UNTIL] =
    timing->until != STAFET_DATE_NONE ? stafet_words_day_with_year (language, timing->until) : g_strdup ("");
}

/* ——— Pairs ——— */

static void
append (GPtrArray *pairs, const char *key, const char *value)
{
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, value));
}

void
stafet_when_append_span (const StafetWhen *when, StafetDate date, GPtrArray *pairs)
{
  int days = date - stafet_wall_date (when->start);
  char buffer[STAFET_WALL_SIZE];

  append (pairs, "start", stafet_wall_write (when->start + days * STAFET_MINUTES_PER_DAY, buffer));
  append (pairs, "end", stafet_wall_write (when->end + days * STAFET_MINUTES_PER_DAY, buffer));
}

void
stafet_when_append_rule (const StafetWhen *when, GPtrArray *pairs)
{
  static const char *const parities[] = { "", "odd", "even" };
  static const char *const policies[] = { "keep", "cancel", "ask" };
  char buffer[STAFET_DATE_SIZE];

  append (pairs, "rule", when->rule);
  append (pairs, "parity", parities[when->parity + 1]);
  append (pairs, "season", when->season);
  append (pairs, "skip_weeks", when->skip_weeks);
  append (pairs, "until", stafet_date_write (when->until, buffer));
  if (when->holidays >= 0)
    append (pairs, "holidays", policies[when->holidays]);
  if (when->school_holidays >= 0)
    append (pairs, "school_holidays", policies[when->school_holidays]);
}
