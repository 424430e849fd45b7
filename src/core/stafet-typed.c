/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads typed times of day, spans and lengths.
 */
#include "stafet-typed.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-typed-token.h"

#include <string.h>

#define HOUR 60
#define LONGEST_HOURS (14 * 24)

/* ——— Times of day ——— */

/* What stands behind @ahead as ".30" or ":30". */
static gboolean
has_minutes (const StafetTypedReader *reader, guint ahead)
{
  const StafetTypedToken *sign = stafet_typed_peek (reader, ahead);

  return (sign->kind == STAFET_TYPED_DOT || sign->kind == STAFET_TYPED_COLON) && sign->glued
         && stafet_typed_is (reader, ahead + 1, STAFET_TYPED_NUMBER)
         && stafet_typed_peek (reader, ahead + 1)->glued;
}

StafetTypedMatch
stafet_typed_read_clock (StafetTypedReader *reader, int *minutes)
{
  const StafetTypedToken *number = stafet_typed_peek (reader, 0);
  int hour = number->value, minute = 0;

  if (number->kind != STAFET_TYPED_NUMBER || number->digits < 1 || number->digits > 4)
    return STAFET_TYPED_MISS;
  reader->at++;
  if (number->digits > 2)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (!number->ordinal && has_minutes (reader, 0))
    {
      if (stafet_typed_peek (reader, 1)->digits != 2)
        return STAFET_TYPED_MISS;
      minute = stafet_typed_peek (reader, 1)->value;
      reader->at += 2;
    }
  *minutes = hour * HOUR + minute;
  return minute < HOUR && *minutes <= STAFET_MINUTES_PER_DAY ? STAFET_TYPED_HIT : STAFET_TYPED_MISS;
}

StafetTypedMatch
stafet_typed_read_span (StafetTypedReader *reader, int *from, int *to, GError **error)
{
  gboolean dotted; /* "1.-15. maj" are days */

  stafet_typed_take (reader, STAFET_TYPED_FROM, NULL);
  stafet_typed_take (reader, STAFET_TYPED_AT, NULL);
  if (stafet_typed_read_clock (reader, from) != STAFET_TYPED_HIT
      || (!stafet_typed_take (reader, STAFET_TYPED_DASH, NULL)
          && !stafet_typed_take (reader, STAFET_TYPED_TO, NULL)))
    return STAFET_TYPED_MISS;
  stafet_typed_take (reader, STAFET_TYPED_AT, NULL);
  dotted = stafet_typed_peek (reader, 0)->ordinal;
  if (stafet_typed_read_clock (reader, to) != STAFET_TYPED_HIT
      || stafet_typed_is (reader, 0, STAFET_TYPED_SLASH)
      || (dotted && stafet_typed_is (reader, 0, STAFET_TYPED_MONTH)))
    return STAFET_TYPED_MISS;
  if (*from % STAFET_MINUTES_PER_DAY == *to || *from == *to)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                           _ ("It ends when it starts. Write two times, for example 10-12."));
      return STAFET_TYPED_REFUSED;
    }
  *from %= STAFET_MINUTES_PER_DAY;
  if (*to < *from)
    *to += STAFET_MINUTES_PER_DAY;
  return STAFET_TYPED_HIT;
}

gboolean
stafet_typed_time (const char *text, int *minutes, GError **error)
{
  g_auto (StafetTypedReader) reader = { 0 };

  if (!stafet_typed_reader_init (&reader, text, error))
    return FALSE;
  stafet_typed_take (&reader, STAFET_TYPED_AT, NULL);
  if (stafet_typed_read_clock (&reader, minutes) == STAFET_TYPED_HIT && stafet_typed_at_end (&reader))
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
               _ ("“%s” is not a time of day. Write for example 10, 10.30 or 1030."), text);
  return FALSE;
}

gboolean
stafet_typed_instant (const char *text, StafetDate today, StafetWall *instant)
{
  g_auto (StafetTypedReader) reader = { 0 };
  StafetTypedDay day;
  int minutes;

  if (!stafet_typed_reader_init (&reader, text, NULL)
      || stafet_typed_read_day (&reader, today, STAFET_TYPED_DOTS_ARE_TIMES, &day, NULL) != STAFET_TYPED_HIT)
    return FALSE;
  stafet_typed_take (&reader, STAFET_TYPED_AT, NULL);
  if (stafet_typed_read_clock (&reader, &minutes) != STAFET_TYPED_HIT || !stafet_typed_at_end (&reader))
    return FALSE;
  *instant = stafet_wall_new (day.date, minutes);
  return TRUE;
}

gboolean
stafet_typed_span (const char *text, int *from, int *to, GError **error)
{
  g_auto (StafetTypedReader) reader = { 0 };
  StafetTypedMatch match;

  if (!stafet_typed_reader_init (&reader, text, error))
    return FALSE;
  match = stafet_typed_read_span (&reader, from, to, error);
  if (match == STAFET_TYPED_HIT && stafet_typed_at_end (&reader))
    return TRUE;
  if (match != STAFET_TYPED_REFUSED)
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
                 _ ("“%s” does not say from when to when. Write for example 10-12 or 10.30-12."), text);
  return FALSE;
}

/* ——— Lengths ——— */

/* ",5" or ".25" of an hour. */
static gboolean
take_decimals (StafetTypedReader *reader, int *minutes)
{
  const StafetTypedToken *sign = stafet_typed_peek (reader, 0), *part = stafet_typed_peek (reader, 1);

  if ((sign->kind != STAFET_TYPED_COMMA && sign->kind != STAFET_TYPED_DOT) || !sign->glued
      || part->kind != STAFET_TYPED_NUMBER || !part->glued || part->ordinal)
    return FALSE;
  /* In Danish "3.30" is also how half past three is written. */
  if (part->digits > 2 || (part->digits == 2 && sign->kind == STAFET_TYPED_DOT))
    return FALSE;
  *minutes += (part->value * (part->digits == 1 ? 10 : 1) * HOUR + 50) / 100;
  reader->at += 2;
  return TRUE;
}

/* "3", "3,5", "3½", "3:30" and the word for hours, if any. */
static gboolean
take_hours (StafetTypedReader *reader, int *minutes)
{
  int hours;

  if (!stafet_typed_take (reader, STAFET_TYPED_NUMBER, &hours) || hours > LONGEST_HOURS)
    return FALSE;
  *minutes = hours * HOUR;
  if (stafet_typed_is (reader, 0, STAFET_TYPED_COLON) && has_minutes (reader, 0))
    {
      const StafetTypedToken *part = stafet_typed_peek (reader, 1);

      if (part->digits != 2 || part->value >= HOUR)
        return FALSE;
      *minutes += part->value;
      reader->at += 2;
    }
  else if (stafet_typed_take (reader, STAFET_TYPED_HALF, NULL))
    *minutes += HOUR / 2;
  else
    take_decimals (reader, minutes);
  return TRUE;
}

/* "45 min" */
static gboolean
take_minutes (StafetTypedReader *reader, int *minutes)
{
  int number;

  if (!stafet_typed_is (reader, 1, STAFET_TYPED_MINUTE)
      || !stafet_typed_take (reader, STAFET_TYPED_NUMBER, &number) || number > LONGEST_HOURS * HOUR)
    return FALSE;
  *minutes += number;
  return stafet_typed_take (reader, STAFET_TYPED_MINUTE, NULL);
}

static gboolean
read_length (StafetTypedReader *reader, int *minutes)
{
  *minutes = 0;
  if (take_minutes (reader, minutes))
    return stafet_typed_at_end (reader);
  if (!take_hours (reader, minutes))
    return FALSE;
  if (stafet_typed_take (reader, STAFET_TYPED_HOUR, NULL))
    {
      stafet_typed_take (reader, STAFET_TYPED_AND, NULL);
      take_minutes (reader, minutes);
    }
  return stafet_typed_at_end (reader) && *minutes <= LONGEST_HOURS * HOUR;
}

gboolean
stafet_typed_hours (const char *text, int *minutes, GError **error)
{
  g_auto (StafetTypedReader) reader = { 0 };

  if (!stafet_typed_reader_init (&reader, text, error))
    return FALSE;
  if (read_length (&reader, minutes))
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("“%s” is not a number of hours. Write for example 3,5 or 3:30 or 45 min."), text);
  return FALSE;
}

/* ——— Amounts ——— */

/* "25000", or groups of three: "1.200", "1 200". */
static gboolean
read_grouped (const char *text, gint64 *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize first = strspn (text, "0123456789");
  char between = text[first];

  g_string_append_len (digits, text, (gssize) first);
  if (between != '\0' && (strchr (". ", between) == NULL || first < 1 || first > 3))
    return FALSE;
  for (const char *rest = text + first; *rest != '\0'; rest += 4)
    {
      if (*rest != between || strspn (rest + 1, "0123456789") != 3)
        return FALSE;
      g_string_append_len (digits, rest + 1, 3);
    }
  return g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT32, number, NULL);
}

gboolean
stafet_typed_kroner (const char *text, gint64 *kroner)
{
  /* The longer ones first. */
  static const char *const after[] = { "kroner", "kr.", "kr", "dkk", ",-", ",00" };
  static const char *const before[] = { "kr.", "kr", "dkk" };
  g_auto (GStrv) spaced = g_strsplit (text, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", spaced), *bare = g_ascii_strdown (plain, -1);

  g_strstrip (bare);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_suffix (bare, after[i]))
      {
        bare[strlen (bare) - strlen (after[i])] = '\0';
        g_strchomp (bare);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (bare, before[i]))
      {
        memmove (bare, bare + strlen (before[i]), strlen (bare + strlen (before[i])) + 1);
        g_strchug (bare);
      }
  return read_grouped (bare, kroner);
}
