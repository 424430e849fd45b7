/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clauses of a typed recurrence that limit it: months and seasons, first and last days, what is left out.
 */
#include "stafet-typed-clause.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-timing.h"

typedef StafetTypedSaying Saying;

#define HIT STAFET_TYPED_HIT
#define MISS STAFET_TYPED_MISS
#define LAST_WEEK 53

static gboolean
take (Saying *s, StafetTypedKind kind, int *value)
{
  return stafet_typed_take (&s->reader, kind, value);
}

static gboolean
is (const Saying *s, guint ahead, StafetTypedKind kind)
{
  return stafet_typed_is (&s->reader, ahead, kind);
}

/* ——— Months, seasons, first and last days ——— */

/* "april–oktober" */
static gboolean
take_months (Saying *s, guint *months)
{
  int first, last;

  if (!take (s, STAFET_TYPED_MONTH, &first))
    return FALSE;
  last = first;
  if ((is (s, 0, STAFET_TYPED_DASH) || is (s, 0, STAFET_TYPED_TO)) && is (s, 1, STAFET_TYPED_MONTH))
    {
      s->reader.at++;
      take (s, STAFET_TYPED_MONTH, &last);
    }
  for (int month = first;; month = month % 12 + 1)
    {
      *months |= 1u << month;
      if (month == last)
        return TRUE;
    }
}

static gboolean
take_month_list (Saying *s, guint *months)
{
  guint back;

  if (!take_months (s, months))
    return FALSE;
  do
    back = s->reader.at;
  while (stafet_typed_take_separator (&s->reader) && take_months (s, months));
  s->reader.at = back;
  return TRUE;
}

/* "i juli og august", "i april–oktober" */
StafetTypedMatch
stafet_typed_clause_months (Saying *s, G_GNUC_UNUSED GError **error)
{
  if (!take (s, STAFET_TYPED_PREPOSITION, NULL))
    {
      /* A range without "i" is a season. */
      if (is (s, 1, STAFET_TYPED_DASH) || is (s, 1, STAFET_TYPED_TO))
        return MISS;
    }
  return take_month_list (s, &s->months) ? HIT : MISS;
}

/* "september til maj", "april-oktober": whole months, every year. */
StafetTypedMatch
stafet_typed_clause_season_of_months (Saying *s, G_GNUC_UNUSED GError **error)
{
  take (s, STAFET_TYPED_FROM, NULL);
  if (s->season_months[0] != 0 || !take (s, STAFET_TYPED_MONTH, &s->season_months[0]))
    return MISS;
  if (take (s, STAFET_TYPED_DASH, NULL)
      || (take (s, STAFET_TYPED_TO, NULL)
          && (!take (s, STAFET_TYPED_AND, NULL) || take (s, STAFET_TYPED_WITH, NULL))))
    if (take (s, STAFET_TYPED_MONTH, &s->season_months[1]) && stafet_typed_peek (&s->reader, 0)->digits != 4)
      return HIT;
  s->season_months[0] = s->season_months[1] = 0;
  return MISS;
}

/* "til", "til og med", "-" */
static gboolean
take_to (Saying *s)
{
  if (take (s, STAFET_TYPED_DASH, NULL))
    return TRUE;
  if (!take (s, STAFET_TYPED_TO, NULL))
    return FALSE;
  if (is (s, 0, STAFET_TYPED_AND) && is (s, 1, STAFET_TYPED_WITH))
    s->reader.at += 2;
  return TRUE;
}

static StafetTypedMatch
read_day (Saying *s, StafetTypedDay *day, GError **error)
{
  return stafet_typed_read_day (&s->reader, s->today, STAFET_TYPED_DOTS_ARE_TIMES, day, error);
}

/* A day, or the first or last of a month: "31/5 2027", "maj 2027", "i morgen". */
static StafetTypedMatch
read_limit (Saying *s, gboolean last, StafetTypedDay *day, GError **error)
{
  guint back = s->reader.at;
  StafetTypedMatch match = read_day (s, day, error);
  int month, year, now_month, now_day;
  const StafetTypedToken *token;

  if (match != MISS)
    return match;
  s->reader.at = back;
  *day = (StafetTypedDay){ .year = 1 };
  if (stafet_typed_read_nearby (&s->reader, s->today, &day->date) == HIT)
    return HIT;
  if (is (s, 0, STAFET_TYPED_UNIT))
    {
      match = stafet_typed_read_week (&s->reader, s->today, &day->date, error);
      day->date += match == HIT && last ? 6 : 0;
      return match;
    }
  if (!take (s, STAFET_TYPED_MONTH, &month))
    return MISS;
  stafet_date_split (s->today, &year, &now_month, &now_day);
  token = stafet_typed_peek (&s->reader, 0);
  if (token->kind == STAFET_TYPED_NUMBER && token->digits == 4 && token->value >= 1900 && token->value < 2200)
    {
      day->year = year = token->value;
      s->reader.at++;
    }
  else
    {
      day->year = 0;
      year += month < now_month;
    }
  day->month = month;
  day->day = last ? stafet_date_days_in_month (year, month) : 1;
  day->date = stafet_date_new (year, month, day->day);
  return day->date != STAFET_DATE_NONE ? HIT : MISS;
}

/* The same day of a year not after @limit. */
static void
place_before (StafetTypedDay *day, StafetDate limit)
{
  int year, month, d;

  stafet_date_split (limit, &year, &month, &d);
  for (int back = 0; back <= 8; back++)
    {
      StafetDate date = stafet_date_new (year - back, day->month, day->day);

      if (date != STAFET_DATE_NONE && date <= limit)
        {
          day->date = date;
          return;
        }
    }
}

/* Both ends; a refusal of the first counts only when there is a second. */
static StafetTypedMatch
read_ends (Saying *s, StafetTypedDay *from, StafetTypedDay *to, GError **error)
{
  g_autoptr (GError) why = NULL;
  StafetTypedMatch match = read_day (s, from, &why), other;

  if (match == MISS || !take_to (s))
    return MISS;
  other = read_day (s, to, match == HIT ? error : NULL);
  if (match == STAFET_TYPED_REFUSED && other != MISS)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return match;
    }
  return other;
}

/* "27/11 kl. 10" */
static gboolean
take_instant (Saying *s, StafetDate *date, int *minutes)
{
  StafetTypedDay day;

  if (read_day (s, &day, NULL) != HIT)
    return FALSE;
  *date = day.date;
  take (s, STAFET_TYPED_AT, NULL);
  return stafet_typed_read_clock (&s->reader, minutes) == HIT;
}

/* "27/11 kl. 10 til 29/11 kl. 16"; "hele dagen" */
StafetTypedMatch
stafet_typed_clause_lasting (Saying *s, GError **error)
{
  StafetDate first, last;
  int from, to;

  if (s->from >= 0)
    return MISS;
  if (take (s, STAFET_TYPED_WHOLE, NULL))
    {
      s->from = 0;
      s->to = STAFET_MINUTES_PER_DAY;
      return stafet_typed_take_unit (&s->reader, STAFET_TYPED_DAY) ? HIT : MISS;
    }
  take (s, STAFET_TYPED_FROM, NULL);
  if (s->on.date != STAFET_DATE_NONE || !take_instant (s, &first, &from) || !take_to (s)
      || !take_instant (s, &last, &to))
    return MISS;
  s->on = (StafetTypedDay){ .date = first, .year = 1 };
  s->from = from;
  s->to = (last - first) * STAFET_MINUTES_PER_DAY + to;
  s->lasts_days = TRUE;
  if (s->to > s->from)
    return HIT;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The end is before the start. Mend one of the two."));
  return STAFET_TYPED_REFUSED;
}

/* "1/9 til 31/5": a season; with a year at either end the first and the last day. */
StafetTypedMatch
stafet_typed_clause_day_range (Saying *s, GError **error)
{
  StafetTypedDay from, to;
  StafetTypedMatch match;

  take (s, STAFET_TYPED_FROM, NULL);
  if (is (s, 0, STAFET_TYPED_WEEKDAY) || s->season.from != 0 || s->first.date != STAFET_DATE_NONE
      || s->until.date != STAFET_DATE_NONE)
    return MISS;
  match = read_ends (s, &from, &to, error);
  if (match != HIT)
    return match;
  if (from.year == 0 && to.year == 0)
    s->season = (StafetSeason){ (gint16) (from.month * 100 + from.day), (gint16) (to.month * 100 + to.day) };
  else
    {
      if (from.year == 0)
        place_before (&from, to.date);
      s->first = from;
      s->until = to;
    }
  return HIT;
}

/* "første gang", "sidste gang" */
static gboolean
take_time (Saying *s, int ordinal)
{
  if (!is (s, 0, STAFET_TYPED_ORDINAL) || stafet_typed_peek (&s->reader, 0)->value != ordinal
      || !is (s, 1, STAFET_TYPED_TIMES))
    return FALSE;
  s->reader.at += 2;
  return TRUE;
}

/* "fra 1/9", "første gang 1/9", "fra uge 36", "fra i morgen", "fra og med september" */
StafetTypedMatch
stafet_typed_clause_first (Saying *s, GError **error)
{
  if (s->first.date != STAFET_DATE_NONE || (!take (s, STAFET_TYPED_FROM, NULL) && !take_time (s, 1)))
    return MISS;
  if (is (s, 0, STAFET_TYPED_AND) && is (s, 1, STAFET_TYPED_WITH))
    s->reader.at += 2;
  return read_limit (s, FALSE, &s->first, error);
}

/* "til 31/5 2027", "sidste gang 31/5", "til uge 20", "til og med 31. maj", "til maj" */
StafetTypedMatch
stafet_typed_clause_until (Saying *s, GError **error)
{
  if (s->until.date != STAFET_DATE_NONE || is (s, 0, STAFET_TYPED_DASH)
      || (!take_to (s) && !take_time (s, -1)))
    return MISS;
  return read_limit (s, TRUE, &s->until, error);
}

/* Whether the day that was just read goes on to another, or "i marts" in it to "i marts–maj" or "i marts
 * og maj". */
static gboolean
begins_range (const Saying *s)
{
  Saying ahead = *s;
  StafetTypedDay beyond;

  if (stafet_typed_take_separator (&ahead.reader))
    return is (&ahead, 0, STAFET_TYPED_MONTH);
  return take_to (&ahead) && (is (&ahead, 0, STAFET_TYPED_MONTH) || read_day (&ahead, &beyond, NULL) != MISS);
}

/* ——— Several days ——— */

/* The next day of a list: "8/12", "uge 51" behind @weekday. */
static gboolean
take_next_day (Saying *s, int weekday, StafetDate *date)
{
  StafetTypedDay day;
  int week, year;
  StafetDate monday;

  if (weekday == 0)
    {
      if (read_day (s, &day, NULL) != HIT)
        return FALSE;
      *date = day.date;
      return TRUE;
    }
  stafet_typed_take_unit (&s->reader, STAFET_TYPED_WEEK);
  if (stafet_typed_peek (&s->reader, 0)->digits < 1 || stafet_typed_is (&s->reader, 1, STAFET_TYPED_SLASH)
      || !take (s, STAFET_TYPED_NUMBER, &week))
    return FALSE;
  stafet_date_iso_week (*date, &year);
  monday = stafet_date_from_iso_week (year, week);
  if (monday != STAFET_DATE_NONE && monday < *date - 6)
    monday = stafet_date_from_iso_week (year + 1, week);
  *date = monday + weekday - 1;
  return monday != STAFET_DATE_NONE;
}

static StafetTypedMatch
refuse_uneven (GError **error)
{
  g_set_error_literal (
    error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
    _ ("Those dates do not lie equally many weeks apart. Make an activity of each, or of those "
       "that do."));
  return STAFET_TYPED_REFUSED;
}

/* "24/12 og 31/12 hvert år" */
static gboolean
goes_on_for_ever (const Saying *s)
{
  for (guint i = 0; !is (s, i, STAFET_TYPED_END); i++)
    if (is (s, i, STAFET_TYPED_EVERY) || is (s, i, STAFET_TYPED_ADVERB))
      return TRUE;
  return FALSE;
}

/* "tirsdag 1/12, 8/12 og 15/12", "fredag i uge 49 og 51": as many times, so many weeks apart. */
StafetTypedMatch
stafet_typed_clause_several_days (Saying *s, GError **error)
{
  int weekday = is (s, 0, STAFET_TYPED_WEEKDAY) ? stafet_typed_peek (&s->reader, 0)->value : 0;
  StafetDate first, last, date;
  int step = 0;
  guint back, n = 1;

  if (s->frequency >= 0 || s->count > 0 || s->first.date != STAFET_DATE_NONE || s->on.date != STAFET_DATE_NONE
      || goes_on_for_ever (s))
    return MISS;
  back = s->reader.at;
  if (stafet_typed_read_week (&s->reader, s->today, &first, NULL) != HIT || weekday == 0)
    {
      s->reader.at = back;
      weekday = 0;
      if (!take_next_day (s, 0, &first))
        return MISS;
    }
  for (last = first;; last = date, n++)
    {
      back = s->reader.at;
      date = last;
      if (!stafet_typed_take_separator (&s->reader) || !take_next_day (s, weekday, &date))
        break;
      if (date <= last || (date - last) % 7 != 0 || (step != 0 && date - last != step))
        return refuse_uneven (error);
      step = date - last;
    }
  s->reader.at = back;
  if (n == 1)
    return MISS;
  s->first = (StafetTypedDay){ .date = first, .year = 1 };
  s->frequency = STAFET_FREQUENCY_WEEKLY;
  s->interval = step / 7;
  s->days |= 1u << stafet_date_weekday (first);
  s->count = (int) n;
  return HIT;
}

/* "tirsdag den 24. november", "i morgen": a day that stands alone. */
StafetTypedMatch
stafet_typed_clause_on_day (Saying *s, GError **error)
{
  g_autoptr (GError) why = NULL;
  StafetTypedMatch match;
  guint back = s->reader.at;

  if (s->on.date != STAFET_DATE_NONE)
    return MISS;
  match = read_day (s, &s->on, &why);
  if (match == MISS)
    {
      s->reader.at = back;
      s->on = (StafetTypedDay){ .year = 1 };
      match = stafet_typed_read_nearby (&s->reader, s->today, &s->on.date);
      if (match == MISS && is (s, 0, STAFET_TYPED_WEEKDAY))
        match = stafet_typed_read_week (&s->reader, s->today, &s->on.date, error);
      return match;
    }
  if (begins_range (s))
    return MISS; /* "torsdag 1/9 til 31/5" is a weekday and a season, whatever day 1 September is */
  if (match == STAFET_TYPED_REFUSED)
    g_propagate_error (error, g_steal_pointer (&why));
  return match;
}

/* ——— What is left out, and what is not ——— */

/* "uge 7-9", "7" */
static gboolean
take_weeks (Saying *s)
{
  const StafetTypedToken *token = stafet_typed_peek (&s->reader, 0),
                         *next = stafet_typed_peek (&s->reader, 1);
  int first_week, last_week;

  if (token->digits < 1 || token->digits > 2 || next->kind == STAFET_TYPED_TIMES
      || next->kind == STAFET_TYPED_SLASH || next->kind == STAFET_TYPED_DOT
      || next->kind == STAFET_TYPED_COLON || next->kind == STAFET_TYPED_MONTH
      || !take (s, STAFET_TYPED_NUMBER, &first_week))
    return FALSE;
  last_week = first_week;
  if (take (s, STAFET_TYPED_DASH, NULL) && !take (s, STAFET_TYPED_NUMBER, &last_week))
    return FALSE;
  if (first_week < 1 || last_week > LAST_WEEK || first_week > last_week)
    return FALSE;
  for (int week = first_week; week <= last_week; week++)
    s->skip_weeks |= G_GUINT64_CONSTANT (1) << week;
  return TRUE;
}

/* "uge 7, 42 og uge 43" */
static gboolean
take_week_list (Saying *s)
{
  guint back;

  if (!stafet_typed_take_unit (&s->reader, STAFET_TYPED_WEEK) || !take_weeks (s))
    return FALSE;
  do
    {
      back = s->reader.at;
      if (!stafet_typed_take_separator (&s->reader))
        break;
      stafet_typed_take_unit (&s->reader, STAFET_TYPED_WEEK);
    }
  while (take_weeks (s));
  s->reader.at = back;
  return TRUE;
}

/* "helligdage", "skoleferier", "school holidays" */
static gboolean
take_holidays (Saying *s, StafetHolidayPolicy policy)
{
  stafet_typed_skip (&s->reader, STAFET_TYPED_FILLER);
  if (take (s, STAFET_TYPED_SCHOOL, NULL))
    {
      stafet_typed_skip (&s->reader, STAFET_TYPED_SCHOOL);
      take (s, STAFET_TYPED_HOLIDAY, NULL);
      s->school_holidays = (gint32) policy;
      return TRUE;
    }
  if (!take (s, STAFET_TYPED_HOLIDAY, NULL))
    return FALSE;
  s->holidays = (gint32) policy;
  return TRUE;
}

/* ——— Single dates ——— */

/* Behind a comma a longer span is the season of the series: "undt. 22/12, 1/9 til 31/5". */
#define LONGEST_BREAK 60

/* "22/12 - 5/1" from its dash on; what stands there otherwise is somebody else's. */
static void
take_end (Saying *s, StafetTypedLeftOut *out)
{
  guint back = s->reader.at;
  StafetTypedDay day;

  if (!take_to (s) || read_day (s, &day, NULL) != HIT)
    {
      s->reader.at = back;
      return;
    }
  out->to = day.date;
  out->yearless = out->yearless && day.year == 0;
  while (day.year == 0 && out->to < out->from)
    out->to = stafet_date_next_year (out->to);
}

static void
leave_out (Saying *s, const StafetTypedLeftOut *out)
{
  if (s->left_out == NULL)
    s->left_out = g_array_new (FALSE, FALSE, sizeof (StafetTypedLeftOut));
  g_array_append_val (s->left_out, *out);
}

/* "22/12", "22/12-5/1". @listed: behind others. */
static StafetTypedMatch
take_day_out (Saying *s, gboolean listed, GError **error)
{
  StafetTypedDay day;
  StafetTypedMatch match = read_day (s, &day, error);
  StafetTypedLeftOut out = { .from = day.date, .to = day.date, .yearless = day.year == 0 };

  if (match != HIT)
    return match;
  take_end (s, &out);
  if (listed && out.to - out.from > LONGEST_BREAK)
    return MISS;
  if (out.to < out.from)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                           _ ("The last date is before the first. Mend one of the two."));
      return STAFET_TYPED_REFUSED;
    }
  leave_out (s, &out);
  return HIT;
}

/* ——— Holidays by name ——— */

/* So many years of what moves with Easter are left out: a later one is another year's plan. */
#define EASTERS 2

/* The days from @from to @to after Easter Sunday. */
static void
leave_easter_out (Saying *s, int from, int to)
{
  guint found = 0;
  int year;

  stafet_date_split (s->today, &year, NULL, NULL);
  for (; found < EASTERS; year++)
    {
      StafetDate sunday = stafet_date_easter_sunday (year);

      if (sunday + to < s->today)
        continue;
      leave_out (s, &(StafetTypedLeftOut){ .from = sunday + from, .to = sunday + to, .named = TRUE });
      found++;
    }
}

/* From @from of December on, for so many days. */
static void
leave_december_out (Saying *s, int from, int days)
{
  StafetTypedLeftOut out = { .yearless = TRUE, .named = TRUE };
  int year;

  stafet_date_split (s->today, &year, NULL, NULL);
  /* In the first days of January the last one is not over. */
  for (year--; out.from == STAFET_DATE_NONE || out.to < s->today; year++)
    {
      out.from = stafet_date_new (year, 12, from);
      out.to = out.from + days - 1;
    }
  leave_out (s, &out);
}

/* "jul og nytår" is one span, with the days between. */
static gboolean
take_new_year (Saying *s)
{
  guint back = s->reader.at;
  int which;

  if (take (s, STAFET_TYPED_AND, NULL) && take (s, STAFET_TYPED_BREAK, &which)
      && which == STAFET_TYPED_NEW_YEAR)
    return TRUE;
  s->reader.at = back;
  return FALSE;
}

static void
leave_break_out (Saying *s, StafetTypedBreak which)
{
  switch (which)
    {
    case STAFET_TYPED_CHRISTMAS:
      leave_december_out (s, 24, take_new_year (s) ? 9 : 3);
      break;
    case STAFET_TYPED_NEW_YEAR:
      leave_december_out (s, 31, 2);
      break;
    case STAFET_TYPED_EASTER_DAYS:
      leave_easter_out (s, -3, 1);
      break;
    case STAFET_TYPED_WHITSUN:
      leave_easter_out (s, 49, 50);
      break;
    }
}

/* "påske", "2. påskedag", "anden pinsedag", "Kristi himmelfartsdag" */
static gboolean
take_named (Saying *s)
{
  const StafetTypedToken *number;
  int value, day;

  stafet_typed_skip (&s->reader, STAFET_TYPED_FILLER);
  if (take (s, STAFET_TYPED_BREAK, &value))
    {
      leave_break_out (s, (StafetTypedBreak) value);
      return TRUE;
    }
  number = stafet_typed_peek (&s->reader, 0);
  value = number->kind == STAFET_TYPED_ORDINAL || (number->kind == STAFET_TYPED_NUMBER && number->ordinal)
            ? number->value
            : 0;
  s->reader.at += value > 0 ? 1 : 0;
  if (!take (s, STAFET_TYPED_EASTER, &day) || value > 2)
    return FALSE;
  day += value == 2 ? 1 : 0;
  leave_easter_out (s, day - 100, day - 100);
  return TRUE;
}

/* Further things that are left out, or kept: "uge 7 og 42, helligdage og 22/12". */
static StafetTypedMatch
take_more (Saying *s, StafetHolidayPolicy policy, GError **error)
{
  gboolean cancel = policy == STAFET_HOLIDAY_CANCEL;
  StafetTypedMatch match = HIT;
  guint back, item;

  do
    {
      back = s->reader.at;
      if (!stafet_typed_take_separator (&s->reader) && !take (s, STAFET_TYPED_SLASH, NULL))
        break;
      take (s, STAFET_TYPED_NOT, NULL);
      stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
      item = s->reader.at;
      if (take_holidays (s, policy) || (s->reader.at = item, cancel && take_week_list (s)))
        continue;
      s->reader.at = item;
      if (cancel && take_named (s))
        continue;
      s->reader.at = item;
      match = cancel ? take_day_out (s, TRUE, error) : MISS;
    }
  while (match == HIT);
  s->reader.at = match == HIT || match == MISS ? back : s->reader.at;
  return match == STAFET_TYPED_REFUSED ? match : HIT;
}

/* "ikke i uge 7 og 42", "undtagen helligdage", "ikke i ulige uger", "undtagen søndag", "ikke i juli",
 * "undt. 22/12 og 29/12" */
StafetTypedMatch
stafet_typed_clause_left_out (Saying *s, GError **error)
{
  StafetTypedMatch match;
  gint32 other;
  guint back;

  if (!take (s, STAFET_TYPED_NOT, NULL))
    return MISS;
  take (s, STAFET_TYPED_FROM, NULL); /* "bortset fra" */
  stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
  back = s->reader.at;
  if (take_week_list (s) || (s->reader.at = back, take_holidays (s, STAFET_HOLIDAY_CANCEL)))
    return take_more (s, STAFET_HOLIDAY_CANCEL, error);
  s->reader.at = back;
  if (take_named (s))
    return take_more (s, STAFET_HOLIDAY_CANCEL, error);
  s->reader.at = back;
  match = take_day_out (s, FALSE, error);
  if (match != MISS)
    return match == HIT ? take_more (s, STAFET_HOLIDAY_CANCEL, error) : match;
  s->reader.at = back;
  if (take_month_list (s, &s->months_left_out))
    return HIT;
  if (is (s, 0, STAFET_TYPED_PARITY))
    {
      if (s->parity != STAFET_PARITY_NONE || stafet_typed_read_parity (&s->reader, &other) != HIT)
        return MISS;
      s->parity = other == STAFET_PARITY_EVEN ? STAFET_PARITY_ODD : STAFET_PARITY_EVEN;
      return HIT;
    }
  return stafet_typed_read_weekdays (&s->reader, &s->days_left_out);
}

/* "også på helligdage" */
StafetTypedMatch
stafet_typed_clause_kept (Saying *s, GError **error)
{
  if (!take (s, STAFET_TYPED_ALSO, NULL))
    return MISS;
  stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
  if (!take_holidays (s, STAFET_HOLIDAY_KEEP))
    return MISS;
  return take_more (s, STAFET_HOLIDAY_KEEP, error);
}
