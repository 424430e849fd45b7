/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single dates that a week programme leaves out: "hver tirsdag, ikke 22/12 og 29/12".
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-import-row.h"

#define MONTH "(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\\p{L}*\\.?"
#define DATE                                                                                                 \
  "(?:\\d{1,2}\\s?[./]\\s?\\d{1,2}\\.?(?:[ ./-]?\\d{4}|[./-]\\d{2})?|\\d{1,2}\\.? " MONTH "(?: \\d{4})?)"
/* "d. ", "tirsdag den " */
#define BEFORE "(?:\\p{L}*dag\\s+)?(?:d\\.\\s*|den\\s+|on\\s+)?"
/* A period or a time behind it says something else. */
#define CLAUSE                                                                                               \
  "[\\s,(]*(?<!\\p{L})(?:undtagen|undt\\.?|bortset fra|ikke|aflyst|except|not)\\s+" BEFORE "(" DATE          \
  "(?:\\s*(?:,|og|samt|and|&|\\+)\\s*" BEFORE DATE ")*)\\s*\\)?\\s*(?=$|[,;)])"

static gboolean
has_date (const GArray *dates, StafetDate date)
{
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, StafetDate, i) == date)
      return TRUE;
  return FALSE;
}

/* FALSE when one of them is none. */
static gboolean
read_dates (const char *list, StafetDate today, GArray *dates)
{
  g_autoptr (GRegex) regex = g_regex_new (DATE, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, list, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *text = g_match_info_fetch (match, 0);
      StafetDate date;

      if (!stafet_import_date (text, today, &date, NULL))
        return FALSE;
      g_array_append_val (dates, date);
    }
  return TRUE;
}

void
stafet_import_leave_out (StafetImportRow *self, const GArray *dates)
{
  for (guint i = 0; i < dates->len; i++)
    if (!has_date (self->left_out, g_array_index (dates, StafetDate, i)))
      g_array_append_vals (self->left_out, &g_array_index (dates, StafetDate, i), 1);
}

char *
stafet_import_take_left_out (StafetImportRow *self, const char *text, StafetDate today)
{
  g_autoptr (GRegex) regex = g_regex_new (CLAUSE, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (StafetDate));

  if (*text == '\0' || !g_regex_match (regex, text, 0, &match))
    return g_strdup (text);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *list = g_match_info_fetch (match, 1);

      if (!read_dates (list, today, dates))
        return g_strdup (text);
    }
  stafet_import_leave_out (self, dates);
  return g_strstrip (g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL));
}

/* "22 December and 29 December 2026". (transfer full) */
static char *
list_dates (const GArray *dates)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add (words, stafet_words_date_with_year (language, g_array_index (dates, StafetDate, i)));
  return stafet_names_join (language, (const char *const *) words->pdata, words->len);
}

void
stafet_import_note_left_out (StafetImportRow *self, const StafetTiming *timing)
{
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  g_autofree char *held_words = NULL, *other_words = NULL;

  for (guint i = 0; i < self->left_out->len; i++)
    {
      StafetDate date = g_array_index (self->left_out, StafetDate, i);
      gboolean is_held = stafet_expand_holds (timing, date);

      g_array_append_val (is_held ? held : others, date);
    }
  held_words = list_dates (held);
  other_words = list_dates (others);
  if (held->len > 0)
    stafet_import_row_note (self, _ ("Not held on %s."), held_words);
  if (others->len > 0)
    stafet_import_row_note (self, _ ("It has no date on %s: there is nothing to leave out."), other_words);
}
