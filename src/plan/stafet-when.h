/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When something happens, as it is typed into a form, and as a series keeps it.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "core/stafet-timing.h"

G_BEGIN_DECLS

/* The fields of a form; any text may be empty. */
typedef enum
{
  STAFET_WHEN_RULE,  /* "every Thursday in even weeks", "24/11": stafet_typed_rule() reads it */
  STAFET_WHEN_FROM,  /* a time; the rule's text may say it instead, or say the same */
  STAFET_WHEN_TO,    /* the same; a date and a time of what lasts for days */
  STAFET_WHEN_FIRST, /* a date: the first one; today unless the rule's text says it */
  STAFET_WHEN_UNTIL, /* a date: the last one possible */
  STAFET_N_WHEN
} StafetWhenField;

typedef struct
{
  char *texts[STAFET_N_WHEN]; /* owned */
  gboolean vague; /* "once a month on Thursday" is every Thursday, and the reader settles it; a date
                   * that is left out may be none of the rule's */
} StafetWhenTexts;

void stafet_when_texts_clear (StafetWhenTexts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetWhenTexts, stafet_when_texts_clear)

/* What was understood. */
typedef struct
{
  StafetWall start, end; /* of the first occurrence: the first date on or after FIRST that the rule gives */
  char *rule, *season, *skip_weeks; /* owned; "" none */
  gint32 parity;
  StafetDate until;                 /* NONE: for ever */
  gint32 holidays, school_holidays; /* StafetHolidayPolicy; -1: nothing was said of them */
  GArray *left_out;                 /* nullable: StafetDate, of the rule, that are not held */
} StafetWhen;

void stafet_when_clear (StafetWhen *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetWhen, stafet_when_clear)

/* FALSE with a sentence, and in @wrong the field that it is about. Times in the rule's text that are others
 * than those in FROM and TO are refused, and so are dates of a recurring rule that are others than those in
 * FIRST and UNTIL: nobody can tell which of them are meant; so is a date that is left out and none of the
 * rule's. An end that is not after the start is refused,
 * but for evenings that end the next morning. @when is filled in only on success. */
gboolean stafet_when_read (const StafetWhenTexts *typed, StafetDate today, StafetWhen *when,
                           StafetWhenField *wrong, GError **error);
/* The texts that stafet_when_read() reads back to @timing, which is derived. */
void stafet_when_write (const StafetTiming *timing, StafetLanguage language, StafetWhenTexts *texts);
/* FROM, TO and FIRST alone, of one date. */
void stafet_when_write_span (StafetWall start, StafetWall end, StafetLanguage language,
                             StafetWhenTexts *texts);

/* "start=…" and "end=…" of @when moved to @date, and the keys of the series. @pairs gets
 * (transfer full) char *. */
void stafet_when_append_span (const StafetWhen *when, StafetDate date, GPtrArray *pairs);
void stafet_when_append_rule (const StafetWhen *when, GPtrArray *pairs);

G_END_DECLS
