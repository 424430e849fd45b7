/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people type, cut into tokens and looked up in one vocabulary of Danish and English words: the ground
 * that the readers of dates, rules and weekly times stand on.
 */
#pragma once

#include "stafet-date.h"

G_BEGIN_DECLS

/**
 * StafetTypedKind:
 * @STAFET_TYPED_NUMBER: digits, or a word for a small number ("tre"), which has no digits
 * @STAFET_TYPED_ORDINAL: a word: "anden" is 2, "sidste" -1
 * @STAFET_TYPED_UNIT: a StafetTypedUnit: "uge"
 * @STAFET_TYPED_ADVERB: a StafetTypedUnit: "ugentligt"
 * @STAFET_TYPED_DAY_SET: a bit per weekday: "hverdage"
 * @STAFET_TYPED_PARITY: a StafetParity: "lige"
 * @STAFET_TYPED_NEARBY: days from today: "imorgen"
 * @STAFET_TYPED_FEAST: the same day of every year, month * 100 + day: "juleaften"
 * @STAFET_TYPED_EASTER: a day that moves with Easter: 100 and the days after Easter Sunday
 * @STAFET_TYPED_BREAK: a StafetTypedBreak: "jul"
 * @STAFET_TYPED_DAY_PART: a StafetTypedDayPart: "formiddag"
 * @STAFET_TYPED_PREPOSITION: 1 is "på", 0 any other: "i", "om"; people mix them, and only "på torsdag" counts
 * @STAFET_TYPED_HALF: "½", "halve"
 * @STAFET_TYPED_FILLER: says nothing alone: "dog"
 * @STAFET_TYPED_UNKNOWN: no word of the vocabulary
 */
typedef enum
{
  STAFET_TYPED_END,
  STAFET_TYPED_NUMBER,
  STAFET_TYPED_DOT,
  STAFET_TYPED_COLON,
  STAFET_TYPED_SLASH,
  STAFET_TYPED_DASH,
  STAFET_TYPED_COMMA,
  STAFET_TYPED_BRACKET,
  STAFET_TYPED_HALF,
  STAFET_TYPED_WEEKDAY,
  STAFET_TYPED_MONTH,
  STAFET_TYPED_ORDINAL,
  STAFET_TYPED_UNIT,
  STAFET_TYPED_ADVERB,
  STAFET_TYPED_DAY_SET,
  STAFET_TYPED_PARITY,
  STAFET_TYPED_NEARBY,
  STAFET_TYPED_FEAST,
  STAFET_TYPED_EASTER,
  STAFET_TYPED_BREAK,
  STAFET_TYPED_DAY_PART,
  STAFET_TYPED_EVERY,
  STAFET_TYPED_AND,
  STAFET_TYPED_OR,
  STAFET_TYPED_PREPOSITION,
  STAFET_TYPED_ARTICLE,
  STAFET_TYPED_AT,
  STAFET_TYPED_FROM,
  STAFET_TYPED_TO,
  STAFET_TYPED_WITH,
  STAFET_TYPED_NOT,
  STAFET_TYPED_ONLY,
  STAFET_TYPED_ALSO,
  STAFET_TYPED_TIMES,
  STAFET_TYPED_ONCE,
  STAFET_TYPED_SINGLE,
  STAFET_TYPED_HOLIDAY,
  STAFET_TYPED_SCHOOL,
  STAFET_TYPED_NEXT,
  STAFET_TYPED_AFTER,
  STAFET_TYPED_THEM,
  STAFET_TYPED_HOUR,
  STAFET_TYPED_MINUTE,
  STAFET_TYPED_WHOLE,
  STAFET_TYPED_PREFERRED,
  STAFET_TYPED_AGREEMENT,
  STAFET_TYPED_FILLER,
  STAFET_TYPED_UNKNOWN
} StafetTypedKind;

typedef enum
{
  STAFET_TYPED_DAY,
  STAFET_TYPED_WEEK,
  STAFET_TYPED_MONTHS,
  STAFET_TYPED_QUARTER,
  STAFET_TYPED_HALF_YEAR,
  STAFET_TYPED_YEAR
} StafetTypedUnit;

/* Days that people leave out together. */
typedef enum
{
  STAFET_TYPED_CHRISTMAS,
  STAFET_TYPED_NEW_YEAR,
  STAFET_TYPED_EASTER_DAYS,
  STAFET_TYPED_WHITSUN
} StafetTypedBreak;

typedef enum
{
  STAFET_TYPED_EARLY,
  STAFET_TYPED_FORENOON,
  STAFET_TYPED_AFTERNOON,
  STAFET_TYPED_EVENING
} StafetTypedDayPart;

typedef struct
{
  StafetTypedKind kind;
  int value;
  int digits;        /* of a number in digits */
  gboolean ordinal;  /* a number with a full stop or "th" behind it */
  gboolean many;     /* a weekday in the plural or the definite: "torsdage", "torsdagen" */
  gboolean glued;    /* no space before it */
  const char *start; /* as typed, in the reader's text */
  gsize length;
} StafetTypedToken;

/* A place in a typed text. Plain: a copy of @at is a place to go back to. */
typedef struct
{
  char *text;
  GArray *tokens;
  guint at;
} StafetTypedReader;

/* Whether a form stands at the reader's place. A miss leaves the place anywhere: whoever tried goes back. */
typedef enum
{
  STAFET_TYPED_MISS,
  STAFET_TYPED_HIT,
  STAFET_TYPED_REFUSED /* it does, and cannot be meant: the error says why */
} StafetTypedMatch;

/* Refuses what is not UTF-8 or far too long to be meant. */
gboolean stafet_typed_reader_init (StafetTypedReader *reader, const char *text, GError **error);
void stafet_typed_reader_clear (StafetTypedReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetTypedReader, stafet_typed_reader_clear)

/* The token @ahead of the reader's place; one of kind END behind the last. Never NULL. */
const StafetTypedToken *stafet_typed_peek (const StafetTypedReader *reader, guint ahead);
gboolean stafet_typed_is (const StafetTypedReader *reader, guint ahead, StafetTypedKind kind);
/* Steps over one token of @kind; @value (nullable) gets its value. */
gboolean stafet_typed_take (StafetTypedReader *reader, StafetTypedKind kind, int *value);
/* Steps over tokens of @kind, none too. */
void stafet_typed_skip (StafetTypedReader *reader, StafetTypedKind kind);
gboolean stafet_typed_take_unit (StafetTypedReader *reader, StafetTypedUnit unit);
/* "og", ",", ", og", "eller": what stands between the members of a list. */
gboolean stafet_typed_take_separator (StafetTypedReader *reader);
gboolean stafet_typed_at_end (const StafetTypedReader *reader);
/* Fills in what the vocabulary knows of a folded word; FALSE for one that is not in it. */
gboolean stafet_typed_word (const char *folded, StafetTypedToken *token);

/* A calendar day as said. */
typedef struct
{
  StafetDate date; /* STAFET_DATE_NONE: none was said */
  int year;        /* 0: not said, and @date is the likely one */
  int month, day;
} StafetTypedDay;

/* How dates may be written where the reader stands. */
typedef enum
{
  STAFET_TYPED_DOTS_ARE_DATES, /* "24.11" is a date */
  STAFET_TYPED_DOTS_ARE_TIMES  /* it is a time of day; "24.11." and "24.11.2026" are dates */
} StafetTypedDots;

/* "10", "10.30", "1030", "24.00" */
StafetTypedMatch stafet_typed_read_clock (StafetTypedReader *reader, int *minutes);
/* "kl. 10-12", "10.30 til 12"; @to is behind @from, past midnight if need be. */
StafetTypedMatch stafet_typed_read_span (StafetTypedReader *reader, int *from, int *to, GError **error);
/* "24/11 2026", "24. november", "tirsdag den 24. november". */
StafetTypedMatch stafet_typed_read_day (StafetTypedReader *reader, StafetDate today, StafetTypedDots dots,
                                        StafetTypedDay *day, GError **error);
/* "i dag", "i morgen", "om 3 uger", "næste torsdag", "næste uge" (its Monday). */
StafetTypedMatch stafet_typed_read_nearby (StafetTypedReader *reader, StafetDate today, StafetDate *date);
/* "uge 48" (its Monday), "torsdag i uge 48", "uge 53 2026". */
StafetTypedMatch stafet_typed_read_week (StafetTypedReader *reader, StafetDate today, StafetDate *date,
                                         GError **error);
/* "man, ons og fre", "tirsdag-torsdag", "hverdage": a bit per weekday. */
StafetTypedMatch stafet_typed_read_weekdays (StafetTypedReader *reader, guint *days);
/* "lige uger" */
StafetTypedMatch stafet_typed_read_parity (StafetTypedReader *reader, gint32 *parity);
/* The first such weekday from @from on, itself included. */
StafetDate stafet_typed_coming (StafetDate from, int weekday);

G_END_DECLS
