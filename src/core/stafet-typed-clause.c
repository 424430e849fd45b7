/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clauses of a typed recurrence. Their order in the table at the end is their precedence: a form that
 * begins like a shorter one comes first.
 */
#include "stafet-typed-clause.h"

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

/* "en", not "1" */
static gboolean
is_a (const Saying *s, guint ahead)
{
  const StafetTypedToken *token = stafet_typed_peek (&s->reader, ahead);

  return token->kind == STAFET_TYPED_NUMBER && token->digits == 0 && token->value == 1;
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

  if (!is (s, 0, STAFET_TYPED_PREPOSITION) || !take_of_unit (s, &unit) || unit == STAFET_TYPED_DAY
      || (unit == STAFET_TYPED_WEEK && is (s, 0, STAFET_TYPED_NUMBER)))
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
  if (take (s, STAFET_TYPED_HALF, NULL))
    return stafet_typed_take_unit (&s->reader, STAFET_TYPED_YEAR) ? say_unit (s, STAFET_TYPED_HALF_YEAR, 1)
                                                                  : MISS;
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
      if (!stafet_typed_take_separator (&s->reader))
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
    stafet_typed_take_unit (&s->reader, STAFET_TYPED_DAY);
  return add_all (&s->month_days, &list, LAST_DAY) ? HIT : MISS;
}

/* "man, ons og fre", "hverdage", "hver torsdag", "om torsdagen" */
static StafetTypedMatch
weekdays (Saying *s, G_GNUC_UNUSED GError **error)
{
  gboolean each = take (s, STAFET_TYPED_EVERY, NULL), lone;
  guint days;

  if (is (s, 1, STAFET_TYPED_WEEKDAY) && is (s, 2, STAFET_TYPED_TO))
    take (s, STAFET_TYPED_FROM, NULL); /* "fra mandag til fredag" */
  if (s->frequency >= 0 && is (s, 0, STAFET_TYPED_PREPOSITION) && is_a (s, 1)
      && is (s, 2, STAFET_TYPED_WEEKDAY))
    s->reader.at += 2; /* "hver fjerde uge på en torsdag" */
  lone = !each && is (s, 0, STAFET_TYPED_WEEKDAY) && !stafet_typed_peek (&s->reader, 0)->many;
  if (stafet_typed_read_weekdays (&s->reader, &days) != HIT)
    return MISS;
  if (lone)
    s->lone_days |= days;
  s->days |= days;
  s->days_limit |= s->only;
  return HIT;
}

/* "på torsdag": the next one, unless something else is said that makes it every one. */
static StafetTypedMatch
coming (Saying *s, G_GNUC_UNUSED GError **error)
{
  guint days;

  if (s->coming != 0 || stafet_typed_peek (&s->reader, 0)->value != 1
      || !take (s, STAFET_TYPED_PREPOSITION, NULL) || stafet_typed_peek (&s->reader, 0)->many
      || stafet_typed_read_weekdays (&s->reader, &days) != HIT || (days & (days - 1)) != 0)
    return MISS;
  s->coming = g_bit_nth_lsf (days, 0);
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

/* "(2 timer)", "i 90 minutter": how long, behind a start alone. */
static StafetTypedMatch
length (Saying *s, G_GNUC_UNUSED GError **error)
{
  int number, minutes;

  if (s->from < 0 || s->to >= 0)
    return MISS;
  take (s, STAFET_TYPED_PREPOSITION, NULL);
  if (!take (s, STAFET_TYPED_NUMBER, &number))
    return MISS;
  minutes = number * 60 + (take (s, STAFET_TYPED_HALF, NULL) ? 30 : 0);
  if (take (s, STAFET_TYPED_MINUTE, NULL))
    minutes = number;
  else if (!take (s, STAFET_TYPED_HOUR, NULL))
    return MISS;
  if (minutes < 1 || minutes > STAFET_MINUTES_PER_DAY)
    return MISS;
  s->to = s->from + minutes;
  return HIT;
}

/* "torsdag formiddag 10-12": the times say it, and are held to it. */
static StafetTypedMatch
day_part (Saying *s, G_GNUC_UNUSED GError **error)
{
  int value;

  if (s->day_part != 0 || !take (s, STAFET_TYPED_DAY_PART, &value))
    return MISS;
  s->day_part = 1 + value;
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
  static const Clause clauses[] = { once,
                                    count,
                                    stafet_typed_clause_left_out,
                                    stafet_typed_clause_kept,
                                    stafet_typed_clause_lasting,
                                    stafet_typed_clause_day_range,
                                    stafet_typed_clause_season_of_months,
                                    stafet_typed_clause_first,
                                    stafet_typed_clause_until,
                                    stafet_typed_clause_several_days,
                                    stafet_typed_clause_on_day,
                                    coming,
                                    every,
                                    adverb,
                                    ordinals,
                                    span,
                                    start,
                                    length,
                                    day_part,
                                    of_unit,
                                    stafet_typed_clause_months,
                                    parity,
                                    weekdays };
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
