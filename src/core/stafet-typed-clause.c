/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clauses of a typed recurrence. Their order in the table at the end is their precedence: a form that
 * begins like a shorter one comes first.
 */
#include "stafet-typed-clause.h"

#include "stafet-timing.h"

typedef StafetTypedSaying Saying;
typedef StafetTypedMatch (*Clause) (Saying *, GError **);

#define HIT STAFET_TYPED_HIT
#define MISS STAFET_TYPED_MISS
#define MOST_INTERVAL 1000
#define MOST_COUNT 10000
#define LAST_WEEK 53
#define LAST_DAY 31

/* ——— Steps that many clauses share ——— */

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

static gboolean
take_unit (Saying *s, StafetTypedUnit unit)
{
  int value;

  if (!is (s, 0, STAFET_TYPED_UNIT) || stafet_typed_peek (&s->reader, 0)->value != (int) unit)
    return FALSE;
  return take (s, STAFET_TYPED_UNIT, &value);
}

/* "og", ",", ", og", "eller": what stands between the members of a list. */
static gboolean
take_separator (Saying *s)
{
  guint back = s->reader.at;

  stafet_typed_skip (&s->reader, STAFET_TYPED_COMMA);
  if (!take (s, STAFET_TYPED_AND, NULL))
    take (s, STAFET_TYPED_OR, NULL);
  return s->reader.at > back;
}

static gboolean
add_number (StafetTypedNumbers *list, int number)
{
  if (list->n == STAFET_TYPED_MOST)
    return FALSE;
  list->numbers[list->n++] = number;
  return TRUE;
}

/* How often, said by a unit of time. What was said before of the same holds. */
static StafetTypedMatch
say_unit (Saying *s, int unit, int interval)
{
  static const struct
  {
    StafetFrequency frequency;
    int interval;
  } units[] = { { STAFET_FREQUENCY_DAILY, 1 },   { STAFET_FREQUENCY_WEEKLY, 1 },
                { STAFET_FREQUENCY_MONTHLY, 1 }, { STAFET_FREQUENCY_MONTHLY, 3 },
                { STAFET_FREQUENCY_MONTHLY, 6 }, { STAFET_FREQUENCY_YEARLY, 1 } };

  interval *= units[unit].interval;
  if (interval < 1 || interval > MOST_INTERVAL)
    return MISS;
  if (unit == STAFET_TYPED_DAY && interval == 1 && s->frequency > STAFET_FREQUENCY_DAILY)
    s->days = STAFET_TYPED_ALL_DAYS;
  else if (s->frequency >= 0)
    return MISS;
  else
    {
      s->frequency = (int) units[unit].frequency;
      s->interval = interval;
    }
  return HIT;
}

/* ——— How often ——— */

/* "i måneden", "of the month", "om ugen": how often, unless it was said; then only what days are counted in.
 */
static gboolean
take_of_unit (Saying *s, int *unit)
{
  guint back = s->reader.at;

  take (s, STAFET_TYPED_PREPOSITION, NULL);
  if (!take (s, STAFET_TYPED_EVERY, NULL) && !take (s, STAFET_TYPED_ARTICLE, NULL))
    take (s, STAFET_TYPED_NUMBER, NULL);
  if (s->reader.at > back && take (s, STAFET_TYPED_UNIT, unit))
    return TRUE;
  s->reader.at = back;
  return FALSE;
}

static StafetTypedMatch
of_unit (Saying *s, G_GNUC_UNUSED GError **error)
{
  int unit;

  if (!is (s, 0, STAFET_TYPED_PREPOSITION) || !take_of_unit (s, &unit) || unit == STAFET_TYPED_DAY)
    return MISS;
  return s->frequency >= 0 ? HIT : say_unit (s, unit, 1);
}

/* "en gang", "en enkelt gang", "once"; "en gang i kvartalet" */
static StafetTypedMatch
once (Saying *s, G_GNUC_UNUSED GError **error)
{
  int number = 1, unit;

  if (!take (s, STAFET_TYPED_ONCE, NULL))
    {
      if (!take (s, STAFET_TYPED_NUMBER, &number) || number != 1)
        return MISS;
      take (s, STAFET_TYPED_SINGLE, NULL);
      if (!take (s, STAFET_TYPED_TIMES, NULL))
        return MISS;
    }
  if (take_of_unit (s, &unit))
    return say_unit (s, unit, 1);
  s->once = TRUE;
  return HIT;
}

/* "10 gange", but not "2 gange om ugen". */
static StafetTypedMatch
count (Saying *s, G_GNUC_UNUSED GError **error)
{
  int number, unit;

  if (s->count > 0 || !take (s, STAFET_TYPED_NUMBER, &number) || !take (s, STAFET_TYPED_TIMES, NULL)
      || number < 1 || number > MOST_COUNT || take_of_unit (s, &unit))
    return MISS;
  s->count = number;
  return HIT;
}

static StafetTypedMatch
adverb (Saying *s, G_GNUC_UNUSED GError **error)
{
  int unit;

  return take (s, STAFET_TYPED_ADVERB, &unit) ? say_unit (s, unit, 1) : MISS;
}

/* "hver uge", "hver 3. måned", "hver anden torsdag", "hver lige uge", "hver hverdag" */
static StafetTypedMatch
every (Saying *s, G_GNUC_UNUSED GError **error)
{
  int interval = 1, unit;
  gboolean counted;
  Saying ahead;

  if (!take (s, STAFET_TYPED_EVERY, NULL))
    return MISS;
  counted = take (s, STAFET_TYPED_NUMBER, &interval) || take (s, STAFET_TYPED_ORDINAL, &interval);
  if (take (s, STAFET_TYPED_UNIT, &unit))
    return say_unit (s, unit, interval);
  if (!counted || !is (s, 0, STAFET_TYPED_WEEKDAY)
      || stafet_typed_read_weekdays (&s->reader, &s->days) != HIT)
    return MISS; /* "hver torsdag" and "hver lige uge" go on as if "hver" had not been said */
  ahead = *s;
  if (take_of_unit (&ahead, &unit) && unit != STAFET_TYPED_WEEK)
    return MISS; /* "hver 1. torsdag i måneden" is numbered */
  return say_unit (s, STAFET_TYPED_WEEK, interval);
}

/* ——— Days ——— */

/* "2.", "sidste", "næstsidste", "3. sidste" */
static gboolean
take_ordinal (Saying *s, gboolean bare, int *number)
{
  const StafetTypedToken *token = stafet_typed_peek (&s->reader, 0);
  int last;

  if (token->kind != STAFET_TYPED_ORDINAL
      && (token->kind != STAFET_TYPED_NUMBER || token->digits < 1 || !(token->ordinal || bare)))
    return FALSE;
  *number = token->value;
  s->reader.at++;
  if (*number > 0 && is (s, 0, STAFET_TYPED_ORDINAL) && stafet_typed_peek (&s->reader, 0)->value == -1
      && take (s, STAFET_TYPED_ORDINAL, &last))
    *number = -*number;
  return *number != 0 && ABS (*number) <= LAST_WEEK;
}

/* "1., 3. og sidste"; with "den" before it the full stops may be missing. */
static gboolean
take_ordinals (Saying *s, StafetTypedNumbers *list)
{
  gboolean bare = take (s, STAFET_TYPED_ARTICLE, NULL);
  guint back;
  int number;

  list->n = 0;
  if (!take_ordinal (s, bare, &number) || !add_number (list, number))
    return FALSE;
  do
    {
      back = s->reader.at;
      if (!take_separator (s))
        break;
      take (s, STAFET_TYPED_ARTICLE, NULL);
    }
  while (take_ordinal (s, bare, &number) && add_number (list, number));
  s->reader.at = back;
  return TRUE;
}

static gboolean
add_numbered (Saying *s, const StafetTypedNumbers *list, guint days)
{
  for (guint i = 0; i < list->n; i++)
    for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
      if (days >> day & 1)
        {
          if (s->n_numbered == STAFET_TYPED_MOST)
            return FALSE;
          s->numbered[s->n_numbered++] = (StafetByDay){ (gint8) list->numbers[i], (gint8) day };
        }
  return TRUE;
}

static gboolean
add_all (StafetTypedNumbers *list, const StafetTypedNumbers *more, int highest)
{
  for (guint i = 0; i < more->n; i++)
    if (ABS (more->numbers[i]) > highest || !add_number (list, more->numbers[i]))
      return FALSE;
  return TRUE;
}

/* "den 2. og 4. torsdag", "sidste dag", "den 1. hverdag", "den 15.", "den 2. af dem", "den 1. og 15. marts"
 */
static StafetTypedMatch
ordinals (Saying *s, G_GNUC_UNUSED GError **error)
{
  StafetTypedNumbers list;
  guint days;
  int value;

  take (s, STAFET_TYPED_EVERY, NULL);
  if (!take_ordinals (s, &list))
    return MISS;
  s->days_limit |= s->only && is (s, 0, STAFET_TYPED_WEEKDAY);
  if (is (s, 0, STAFET_TYPED_WEEKDAY))
    return stafet_typed_read_weekdays (&s->reader, &days) == HIT && add_numbered (s, &list, days) ? HIT
                                                                                                  : MISS;
  if (take (s, STAFET_TYPED_DAY_SET, &value))
    {
      s->days = (guint) value;
      return add_all (&s->positions, &list, LAST_DAY) ? HIT : MISS;
    }
  if (is (s, 0, STAFET_TYPED_PREPOSITION) && is (s, 1, STAFET_TYPED_THEM))
    {
      s->reader.at += 2;
      return add_all (&s->positions, &list, 366) ? HIT : MISS;
    }
  if (take (s, STAFET_TYPED_MONTH, &value))
    {
      s->months |= 1u << value;
      s->one_month = TRUE;
    }
  else
    take_unit (s, STAFET_TYPED_DAY);
  return add_all (&s->month_days, &list, LAST_DAY) ? HIT : MISS;
}

/* "man, ons og fre", "hverdage", "hver torsdag", "om torsdagen" */
static StafetTypedMatch
weekdays (Saying *s, G_GNUC_UNUSED GError **error)
{
  guint days;

  take (s, STAFET_TYPED_EVERY, NULL);
  if (stafet_typed_read_weekdays (&s->reader, &days) != HIT)
    return MISS;
  s->days |= days;
  s->days_limit |= s->only;
  return HIT;
}

static StafetTypedMatch
parity (Saying *s, G_GNUC_UNUSED GError **error)
{
  take (s, STAFET_TYPED_EVERY, NULL);
  if (s->parity != STAFET_PARITY_NONE || stafet_typed_read_parity (&s->reader, &s->parity) != HIT)
    return MISS;
  s->parity_limits = s->only;
  return HIT;
}

/* ——— Times ——— */

static StafetTypedMatch
span (Saying *s, GError **error)
{
  int from, to;
  StafetTypedMatch match;

  match = s->from < 0 ? stafet_typed_read_span (&s->reader, &from, &to, error) : MISS;
  if (match != HIT)
    return match;
  s->from = from;
  s->to = to;
  return HIT;
}

/* "kl. 14", "14.30": a start alone; a number alone is no time. */
static StafetTypedMatch
start (Saying *s, G_GNUC_UNUSED GError **error)
{
  gboolean said = take (s, STAFET_TYPED_AT, NULL);
  guint back = s->reader.at;
  int minutes;

  if (s->from >= 0 || stafet_typed_read_clock (&s->reader, &minutes) != HIT
      || minutes == STAFET_MINUTES_PER_DAY || (!said && s->reader.at < back + 3))
    return MISS;
  s->from = minutes;
  return HIT;
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
  while (take_separator (s) && take_months (s, months));
  s->reader.at = back;
  return TRUE;
}

/* "i juli og august", "i april–oktober" */
static StafetTypedMatch
months (Saying *s, G_GNUC_UNUSED GError **error)
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
static StafetTypedMatch
season_of_months (Saying *s, G_GNUC_UNUSED GError **error)
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
  s->reader.at = back;
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

/* "1/9 til 31/5": a season; with a year at either end the first and the last day. */
static StafetTypedMatch
day_range (Saying *s, GError **error)
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

/* "fra 1/9", "fra i morgen", "fra og med september" */
static StafetTypedMatch
first (Saying *s, GError **error)
{
  if (s->first.date != STAFET_DATE_NONE || !take (s, STAFET_TYPED_FROM, NULL))
    return MISS;
  if (is (s, 0, STAFET_TYPED_AND) && is (s, 1, STAFET_TYPED_WITH))
    s->reader.at += 2;
  return read_limit (s, FALSE, &s->first, error);
}

/* "til 31/5 2027", "til og med 31. maj", "til maj" */
static StafetTypedMatch
until (Saying *s, GError **error)
{
  if (s->until.date != STAFET_DATE_NONE || is (s, 0, STAFET_TYPED_DASH) || !take_to (s))
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

  if (take_separator (&ahead))
    return is (&ahead, 0, STAFET_TYPED_MONTH);
  return take_to (&ahead) && (is (&ahead, 0, STAFET_TYPED_MONTH) || read_day (&ahead, &beyond, NULL) != MISS);
}

/* "tirsdag den 24. november", "i morgen": a day that stands alone. */
static StafetTypedMatch
on_day (Saying *s, GError **error)
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
      return stafet_typed_read_nearby (&s->reader, s->today, &s->on.date);
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

  if (!take_unit (s, STAFET_TYPED_WEEK) || !take_weeks (s))
    return FALSE;
  do
    {
      back = s->reader.at;
      if (!take_separator (s))
        break;
      take_unit (s, STAFET_TYPED_WEEK);
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

/* Further things that are left out, or kept: "uge 7 og 42, helligdage og skoleferier". */
static void
take_more (Saying *s, StafetHolidayPolicy policy)
{
  guint back;

  do
    {
      back = s->reader.at;
      if (!take_separator (s))
        break;
      stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
    }
  while (take_holidays (s, policy) || (policy == STAFET_HOLIDAY_CANCEL && take_week_list (s)));
  s->reader.at = back;
}

/* "ikke i uge 7 og 42", "undtagen helligdage", "ikke i ulige uger", "undtagen søndag", "ikke i juli" */
static StafetTypedMatch
left_out (Saying *s, G_GNUC_UNUSED GError **error)
{
  gint32 other;
  guint back;

  if (!take (s, STAFET_TYPED_NOT, NULL))
    return MISS;
  take (s, STAFET_TYPED_FROM, NULL); /* "bortset fra" */
  stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
  back = s->reader.at;
  if (take_week_list (s) || (s->reader.at = back, take_holidays (s, STAFET_HOLIDAY_CANCEL)))
    {
      take_more (s, STAFET_HOLIDAY_CANCEL);
      return HIT;
    }
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
static StafetTypedMatch
kept (Saying *s, G_GNUC_UNUSED GError **error)
{
  if (!take (s, STAFET_TYPED_ALSO, NULL))
    return MISS;
  stafet_typed_skip (&s->reader, STAFET_TYPED_PREPOSITION);
  if (!take_holidays (s, STAFET_HOLIDAY_KEEP))
    return MISS;
  take_more (s, STAFET_HOLIDAY_KEEP);
  return HIT;
}

/* ——— What says nothing alone ——— */

/* Separators and small words; "kun" is remembered for the clause behind it. */
static StafetTypedMatch
small_words (Saying *s, G_GNUC_UNUSED GError **error)
{
  static const StafetTypedKind small[] = { STAFET_TYPED_COMMA, STAFET_TYPED_BRACKET,     STAFET_TYPED_AND,
                                           STAFET_TYPED_ONLY,  STAFET_TYPED_PREPOSITION, STAFET_TYPED_ARTICLE,
                                           STAFET_TYPED_ALSO,  STAFET_TYPED_FILLER };

  if (is (s, 0, STAFET_TYPED_DASH))
    {
      if (stafet_typed_peek (&s->reader, 0)->glued || s->reader.at == 0)
        return MISS;
      s->reader.at++;
      return HIT;
    }
  s->only |= is (s, 0, STAFET_TYPED_ONLY);
  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    if (take (s, small[i], NULL))
      return HIT;
  return MISS;
}

StafetTypedMatch
stafet_typed_read_clause (StafetTypedSaying *saying, GError **error)
{
  static const Clause clauses[] = { once,  count, left_out, kept,   day_range, season_of_months,
                                    first, until, on_day,   every,  adverb,    ordinals,
                                    span,  start, of_unit,  months, parity,    weekdays };
  StafetTypedSaying before;

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      StafetTypedMatch match;

      before = *saying;
      match = clauses[i](saying, error);
      if (match == STAFET_TYPED_HIT)
        saying->only = FALSE;
      if (match != STAFET_TYPED_MISS)
        return match;
      *saying = before;
    }
  return small_words (saying, error);
}
