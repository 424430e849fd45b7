/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a row of a week programme, as coordinators keep it.
 */
#include "core/stafet-text.h"
#include "core/stafet-typed-rule.h"
#include "core/stafet-typed.h"
#include "core/stafet-words.h"
#include "plan/stafet-when.h"
#include "schedule/stafet-expand.h"
#include "stafet-import-row.h"

#include <stdlib.h>
#include <string.h>

/* What a row says of when, and what its remarks are left with. */
typedef struct
{
  char *days, *repeat; /* owned */
  char *from, *to;     /* owned: one time each */
  GPtrArray *remarks;  /* char *: those that nothing was made of */
  char *rule;          /* owned: the words that were understood */
} When;

static void
when_clear (When *when)
{
  g_free (when->days);
  g_free (when->repeat);
  g_free (when->from);
  g_free (when->to);
  g_free (when->rule);
  g_clear_pointer (&when->remarks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (When, when_clear)

/* ——— Times ——— */

/* "19-21" may stand in one cell of the two. */
static void
read_times (When *when, const StafetImportSource *source)
{
  g_autofree char *from = stafet_import_cell (source, "from"), *to = stafet_import_cell (source, "to");
  const char *span = *to == '\0' ? from : *from == '\0' ? to : NULL;
  int start, end;

  if (span != NULL && stafet_typed_span (span, &start, &end, NULL))
    {
      when->from = g_strdup_printf ("%d.%02d", start / 60, start % 60);
      when->to = g_strdup_printf ("%d.%02d", end / 60 % 24, end % 60);
      return;
    }
  when->from = g_steal_pointer (&from);
  when->to = g_steal_pointer (&to);
}

/* ——— Days ——— */

/* "Onsdag" in one column and "2/12" in the next are one date; "man/ons/fre" are three days. (transfer full)
 */
static char *
read_days_of (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *whole = stafet_import_cell (source, "days");
  g_autofree char *cell = stafet_import_take_left_out (self, whole, source->today);
  g_auto (GStrv) parts = g_strsplit (cell, ", ", -1);
  g_autoptr (GRegex) stroke = g_regex_new ("(?<=[^\\d\\s])\\s*/\\s*(?=[^\\d\\s])", 0, 0, NULL);
  StafetDate date;

  for (guint i = 0; parts[i] != NULL; i++)
    if (strpbrk (parts[i], "0123456789") != NULL && stafet_import_date (parts[i], source->today, &date, NULL))
      return stafet_words_day_with_year (STAFET_LANGUAGE_DA, date);
  return g_regex_replace_literal (stroke, cell, -1, 0, ", ", 0, NULL);
}

/* ——— The rule ——— */

static gboolean
understood (const char *text, const StafetImportSource *source, StafetTypedRule *rule)
{
  return *text != '\0' && stafet_typed_rule (text, source->today, rule, NULL);
}

static gboolean
names_days (const char *text, const StafetImportSource *source)
{
  g_auto (StafetTypedRule) rule = { 0 };

  return understood (text, source, &rule)
         && (strstr (rule.rule, "BYDAY") != NULL || rule.first != STAFET_DATE_NONE);
}

/* A row below another of the same day may leave it out. (transfer full) */
static char *
read_days (StafetImportRow *self, const StafetImportSource *source, const char *repeat)
{
  StafetImportSource above = *source;
  char *days = read_days_of (self, source);

  if (*days != '\0' || !source->grouped || source->day_row == G_MAXUINT || names_days (repeat, source))
    return days;
  g_free (days);
  above.row = source->day_row;
  stafet_import_row_note (self, _ ("Its day is that of row %u, above it."), source->day_row + 1);
  return read_days_of (self, &above);
}

/* "én gang": the day cell has the date. */
static gboolean
is_once (const char *repeat)
{
  static const char *const words[] = { "en gang", "1 gang",  "enkelt gang", "enkeltstaaende",
                                       "once",    "engangs", NULL };
  g_autofree char *folded = stafet_text_fold (repeat);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The words of both cells: the one that says how often may name the days itself ("2. og 4. fredag"). */
static char *
rule_words (const When *when, const StafetImportSource *source)
{
  if (*when->repeat == '\0' || is_once (when->repeat))
    return g_strdup (when->days);
  if (*when->days == '\0' || names_days (when->repeat, source))
    return g_strdup (when->repeat);
  return g_strconcat (when->days, " ", when->repeat, NULL);
}

/* A remark such as "kun april-oktober" belongs to the rule. */
static void
add_remarks_to_rule (When *when, const StafetImportSource *source)
{
  for (guint i = 0; i < when->remarks->len;)
    {
      g_autofree char *longer =
        g_strconcat (when->rule, ", ", (const char *) g_ptr_array_index (when->remarks, i), NULL);
      g_auto (StafetTypedRule) rule = { 0 };

      if (!understood (longer, source, &rule))
        {
          i++;
          continue;
        }
      g_free (when->rule);
      when->rule = g_steal_pointer (&longer);
      g_ptr_array_remove_index (when->remarks, i);
    }
}

/* ——— Once a quarter ——— */

/* The weekday of which a month has four or five, where the rule does not say which: "once a quarter,
 * Thursday". 0: it says so. */
static StafetWeekday
vague_weekday (const char *rule)
{
  static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *days = strstr (rule, "BYDAY=");

  if (strstr (rule, "FREQ=MONTHLY") == NULL || days == NULL || strstr (rule, "BYSETPOS") != NULL)
    return 0;
  for (int i = 0; i < 7; i++)
    if (strcmp (days + strlen ("BYDAY="), codes[i]) == 0)
      return (StafetWeekday) (STAFET_MONDAY + i);
  return 0;
}

/* "Once a quarter", "every week": the day is whatever day it is today. */
static gboolean
names_no_date (const StafetImportSource *source, const char *words, const char *rule)
{
  g_auto (StafetTypedRule) typed = { 0 };

  return *rule != '\0' && strstr (rule, "BY") == NULL && strstr (rule, "FREQ=DAILY") == NULL
         && understood (words, source, &typed) && typed.first == STAFET_DATE_NONE;
}

static void
note_no_date (StafetImportRow *self, const StafetWhen *result)
{
  g_autofree char *day =
    stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (result->start));

  stafet_import_row_set (self, "draft", "yes");
  stafet_import_row_note (self, _ ("It does not say on which day: a draft from %s on."), day);
}

/* The first of the month, for want of better: a draft, for somebody to look at. */
static gboolean
settle_vague (StafetImportRow *self, const StafetImportSource *source, StafetWhenTexts *texts,
              StafetWhen *result)
{
  StafetWeekday weekday = vague_weekday (result->rule);
  const char *interval = strstr (result->rule, "INTERVAL="), *name;
  StafetWhenField wrong;

  if (weekday == 0)
    return TRUE;
  name = stafet_words_weekday (STAFET_LANGUAGE_DA, weekday);
  g_free (texts->texts[STAFET_WHEN_RULE]);
  texts->texts[STAFET_WHEN_RULE] = g_strdup_printf (
    "den 1. %s hver %d. måned", name, interval != NULL ? atoi (interval + strlen ("INTERVAL=")) : 1);
  stafet_when_clear (result);
  if (!stafet_when_read (texts, source->today, result, &wrong, NULL))
    return FALSE;
  stafet_import_row_set (self, "draft", "yes");
  stafet_import_row_note (self, _ ("It does not say which %s of the month: a draft on the first one."),
                          stafet_words_weekday (stafet_i18n_get_language (), weekday));
  return TRUE;
}

static gboolean
read_when (StafetImportRow *self, When *when, const StafetImportSource *source, StafetWhen *result)
{
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;

  read_times (when, source);
  when->rule = rule_words (when, source);
  if (*when->rule != '\0')
    add_remarks_to_rule (when, source);
  texts.vague = TRUE;
  texts.texts[STAFET_WHEN_RULE] = g_strdup (when->rule);
  texts.texts[STAFET_WHEN_FROM] = g_strdup (when->from);
  texts.texts[STAFET_WHEN_TO] = g_strdup (when->to);
  if (!stafet_when_read (&texts, source->today, result, &wrong, &error))
    return stafet_import_row_refuse (self, "%s", error->message);
  if (names_no_date (source, when->rule, result->rule))
    note_no_date (self, result);
  if (!settle_vague (self, source, &texts, result))
    return stafet_import_row_refuse (self, _ ("“%s” does not say which day of the month."), when->rule);
  return TRUE;
}

/* Holidays are as in a form that nobody filled in: what repeats is not held. */
static void
set_when (StafetImportRow *self, StafetWhen *when)
{
  self->not_on_holidays = when->holidays < 0 && *when->rule != '\0';
  if (self->not_on_holidays)
    when->holidays = STAFET_HOLIDAY_CANCEL;
  stafet_when_append_span (when, stafet_wall_date (when->start), self->pairs);
  stafet_when_append_rule (when, self->pairs);
}

/* A series goes on from its own first date, not from the one after today; what the list does not say stays.
 */
static void
set_changes (StafetImportRow *self, const StafetSnapshot *snapshot, const StafetWhen *when)
{
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, self->existing);
  char buffer[STAFET_DATE_SIZE];

  stafet_when_append_span (when, stafet_wall_date (activity->timing.start), self->pairs);
  stafet_import_row_set (self, "season", when->season);
  stafet_import_row_set (self, "skip_weeks", when->skip_weeks);
  stafet_import_row_set (self, "until", stafet_date_write (when->until, buffer));
}

/* ——— Where and who ——— */

/* "afd. B.1" is a ward, of the nursing home that the title names where several have one of that name. */
static StafetWard *
find_ward (const StafetImportSource *source, const char *room, const char *title)
{
  const GPtrArray *wards = stafet_snapshot_all (source->snapshot, STAFET_KIND_WARD);
  g_autofree char *folded = stafet_text_fold (room), *about = stafet_text_fold (title);
  const char *name = folded;
  StafetWard *found = NULL;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const prefixes[] = { "afdeling ", "afd. ", "afd " };

      if (g_str_has_prefix (name, prefixes[i]))
        name += strlen (prefixes[i]);
    }
  for (guint i = 0; i < wards->len; i++)
    {
      StafetWard *ward = g_ptr_array_index (wards, i);
      const StafetHouse *home = stafet_snapshot_get (source->snapshot, STAFET_KIND_HOUSE, ward->house);
      g_autofree char *own = stafet_text_fold (ward->name), *house = stafet_text_fold (home->name);

      if (strcmp (own, name) != 0)
        continue;
      if (strstr (about, house) != NULL)
        return ward;
      found = ward;
      n++;
    }
  return n == 1 ? found : NULL;
}

/* What is made of that name: never of a formula or a dash. (transfer full) */
static char *
named_cell (StafetImportRow *self, const StafetImportSource *source, const char *key)
{
  g_autofree char *cell = stafet_import_cell (source, key);

  if (*cell == '=' || *cell == '@')
    stafet_import_row_note (self, _ ("“%s” looks like a formula and is left out."), cell);
  return *cell == '=' || *cell == '@' || strcmp (cell, "-") == 0 ? g_strdup ("") : g_steal_pointer (&cell);
}

static void
read_place (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *room = named_cell (self, source, "room"), *folded = stafet_text_fold (room);
  StafetWard *ward = *room != '\0' ? find_ward (source, room, self->name) : NULL;

  self->house = stafet_import_row_house (self, source);
  stafet_import_row_set (self, "house", self->house != NULL ? self->house : "");
  if (ward != NULL)
    stafet_import_row_set (self, "ward", ward->parent.uid);
  else if ((g_str_has_prefix (folded, "afd.") || g_str_has_prefix (folded, "afdeling ")))
    {
      stafet_import_row_set (self, "meeting_place", room);
      stafet_import_row_note (self, _ ("There is no ward “%s”: it is kept as the meeting place."), room);
    }
  else if (*room != '\0')
    self->room = g_steal_pointer (&room);
}

/* "75,-" and "20" are kroner. */
static void
read_price (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *price = named_cell (self, source, "price"), *text = NULL;
  gsize figures = strspn (price, "0123456789");

  if (figures > 0
      && (price[figures] == '\0' || strcmp (price + figures, ",-") == 0
          || strcmp (price + figures, ".-") == 0))
    text = g_strdup_printf ("%.*s kr.", (int) figures, price);
  stafet_import_row_set (self, "price", text != NULL ? text : price);
}

/* ——— Remarks ——— */

/* "mandag", "1. december": so many days before. */
static gboolean
set_last_day (StafetImportRow *self, const char *last, StafetDate first)
{
  g_autofree char *days = NULL;
  StafetDate date;

  /* The last of that day before the first date, whatever day it is now. */
  if (!stafet_typed_date (last, first - 6, &date, NULL) || date > first || date < first - 366)
    return FALSE;
  days = g_strdup_printf ("%d", first - date);
  stafet_import_row_set (self, "signup_days", days);
  return TRUE;
}

/* "tilmelding senest mandag". */
static gboolean
read_signup (StafetImportRow *self, const char *remark, StafetDate first)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("tilmelding.*?\\b(?:senest|inden|til)\\s+(?:den\\s+)?(.+)$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *last = NULL;

  if (!g_regex_match (regex, remark, 0, &match))
    return FALSE;
  last = g_match_info_fetch (match, 1);
  return set_last_day (self, last, first);
}

static gboolean
read_doors (StafetImportRow *self, const char *remark)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^dør(?:e|ene)?\\s+åb(?:nes?|ner|en|ne)\\s+(?:kl\\.?\\s*)?(.+)$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *time = NULL, *text = NULL;
  int minutes;

  if (!g_regex_match (regex, remark, 0, &match))
    return FALSE;
  time = g_match_info_fetch (match, 1);
  if (!stafet_typed_time (time, &minutes, NULL))
    return FALSE;
  text = g_strdup_printf ("%d.%02d", minutes / 60, minutes % 60);
  stafet_import_row_set (self, "doors_open", text);
  return TRUE;
}

static gboolean
read_heads (StafetImportRow *self, const char *remark)
{
  char *behind = NULL;
  guint64 n = g_ascii_strtoull (remark, &behind, 10);
  g_autofree char *folded = stafet_text_fold (behind);

  /* Nothing else: what is said of them stays a remark. */
  if (behind == remark || n < 1 || n > 100
      || (*folded != '\0' && strcmp (folded, "frivillig") != 0 && strcmp (folded, "frivillige") != 0))
    return FALSE;
  self->heads = (int) n;
  return TRUE;
}

/* What nothing else is made of is for the public, as in the list; the deadline of sign-up is said there too.
 */
static void
set_remarks (StafetImportRow *self, const When *when, StafetDate first)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < when->remarks->len; i++)
    {
      char *remark = g_ptr_array_index (when->remarks, i);

      if (read_doors (self, remark) || (strstr (remark, "rivillig") != NULL && read_heads (self, remark)))
        continue;
      read_signup (self, remark, first);
      g_ptr_array_add (rest, remark);
    }
  g_ptr_array_add (rest, NULL);
  text = g_strjoinv (", ", (char **) rest->pdata);
  stafet_import_row_set (self, "public_text", text);
}

static void
split_remarks (When *when, const char *cell)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[,;]\\s+", cell, 0, 0);

  when->remarks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    /* A dash stands for nothing. */
    if (*parts[i] != '\0' && strcmp (parts[i], "-") != 0)
      g_ptr_array_add (when->remarks, g_strdup (parts[i]));
}

/* ——— Who comes ——— */

/* "24", "24 pladser". */
static void
read_capacity (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "capacity"), *text = NULL;
  gsize figures = strspn (cell, "0123456789");
  g_autofree char *behind = stafet_text_fold (cell + figures);

  if (*cell == '\0' || strcmp (cell, "-") == 0)
    return;
  if (figures > 0 && figures < 6
      && (*behind == '\0' || strcmp (behind, "pladser") == 0 || strcmp (behind, "personer") == 0
          || strcmp (behind, "places") == 0))
    {
      text = g_strndup (cell, figures);
      stafet_import_row_set (self, "capacity", text);
    }
  else
    stafet_import_row_note (self, _ ("“%s” does not say how many there is room for."), cell);
}

/* "3", "3 dage før", "samme dag", "mandag", "1. december". */
static void
read_signup_days (StafetImportRow *self, const StafetImportSource *source, StafetDate first)
{
  g_autoptr (GRegex) before = g_regex_new (
    "^(?:tilmelding:?\\s+)?(?:senest|inden|til|by|until)\\s+(?:den\\s+)?", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *whole = stafet_import_cell (source, "signup_days");
  g_autofree char *cell = g_regex_replace_literal (before, whole, -1, 0, "", 0, NULL);
  g_autofree char *folded = stafet_text_fold (cell);
  g_autoptr (GRegex) regex =
    g_regex_new ("^(\\d{1,3})(?: (?:dage?|days?)(?: (?:foer|inden|before))?)?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *days = NULL;

  if (*cell == '\0' || strcmp (cell, "-") == 0)
    return;
  if (g_regex_match (regex, folded, 0, &match))
    days = g_match_info_fetch (match, 1);
  else if (strcmp (folded, "samme dag") == 0 || strcmp (folded, "paa dagen") == 0
           || strcmp (folded, "same day") == 0 || strcmp (folded, "on the day") == 0)
    days = g_strdup ("0");
  if (days != NULL)
    stafet_import_row_set (self, "signup_days", days);
  else if (!set_last_day (self, cell, first))
    stafet_import_row_note (self, _ ("“%s” does not say how many days before one has to sign up."), whole);
}

/* "ja", "x", "nej". */
static void
read_flag (StafetImportRow *self, const StafetImportSource *source, const char *key)
{
  static const char *const yes[] = { "ja", "j", "x", "1", "yes", "y", "sand", "true", NULL };
  static const char *const no[] = { "nej", "n", "0", "no", "falsk", "false", "-", "", NULL };
  g_autofree char *cell = stafet_import_cell (source, key), *folded = stafet_text_fold (cell);

  if (g_strv_contains (yes, folded))
    stafet_import_row_set (self, key, "yes");
  else if (!g_strv_contains (no, folded))
    stafet_import_row_note (self, _ ("“%s” is neither yes nor no."), cell);
  else if (*folded != '\0')
    stafet_import_row_set (self, key, "no");
}

static void
read_lead (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *name = named_cell (self, source, "lead");
  const StafetVolunteer *lead = stafet_import_find_volunteer (source, name);

  if (lead != NULL)
    stafet_import_row_set (self, "lead", lead->parent.uid);
  else if (*name != '\0')
    stafet_import_row_note (self, _ ("There is no volunteer “%s”, or several: it gets no lead."), name);
}

static void
read_doors_cell (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "doors_open"), *text = NULL;
  int minutes;

  if (*cell == '\0' || strcmp (cell, "-") == 0)
    return;
  if (stafet_typed_time (cell, &minutes, NULL))
    text = g_strdup_printf ("%d.%02d", minutes / 60, minutes % 60);
  stafet_import_row_set (self, "doors_open", text != NULL ? text : cell);
}

static void
read_who_comes (StafetImportRow *self, const StafetImportSource *source, StafetDate first)
{
  g_autofree char *text = stafet_import_cell (source, "volunteer_text");

  read_lead (self, source);
  read_doors_cell (self, source);
  read_capacity (self, source);
  read_signup_days (self, source, first);
  read_flag (self, source, "meal");
  read_flag (self, source, "transport");
  stafet_import_row_set (self, "volunteer_text", text);
}

/* ——— The row ——— */

/* What is there is changed where it is plain how; else it stays. */
static void
settle_existing (StafetImportRow *self, const StafetImportSource *source, StafetWhen *when)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetActivity *existing = NULL;
  StafetLikeness likeness = stafet_import_find_activity (self, source, when, &existing);
  g_autofree char *days = NULL, *times = NULL;

  if (likeness != STAFET_LIKE_OTHER_DAYS && when->left_out != NULL)
    stafet_import_leave_out (self, when->left_out);
  if (likeness == STAFET_LIKE_NOTHING)
    {
      set_when (self, when);
      return;
    }
  self->existing = existing->parent.uid;
  days = stafet_words_rule (language, &existing->timing);
  times = stafet_words_time_span (language, existing->timing.start, existing->timing.end);
  if (likeness == STAFET_LIKE_OTHER_DAYS)
    {
      self->state = STAFET_IMPORT_DUPLICATE;
      stafet_import_row_note (self, _ ("It is there already, %s %s: that stays as it is."), days, times);
      return;
    }
  if (likeness == STAFET_LIKE_OTHER_TIME)
    stafet_import_row_note (self, _ ("It is there already, %s: its time changes."), times);
  set_changes (self, source->snapshot, when);
}

/* Without the single dates that it leaves out. (transfer full) */
static char *
cell_without_dates (StafetImportRow *self, const StafetImportSource *source, const char *key)
{
  g_autofree char *cell = stafet_import_cell (source, key);

  return stafet_import_take_left_out (self, cell, source->today);
}

void
stafet_import_read_activity (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *note = cell_without_dates (self, source, "note"),
                  *heads = stafet_import_cell (source, "volunteers");
  g_auto (When) when = { .repeat = cell_without_dates (self, source, "rule") };
  g_auto (StafetWhen) result = { 0 };

  self->kind = STAFET_KIND_ACTIVITY;
  g_free (self->name);
  self->name = stafet_import_cell (source, "title");
  if (!stafet_import_has_column (source, "title"))
    stafet_import_row_refuse (
      self, "%s", _ ("No column is said to be the titles. Say which one is, or write “Aktivitet” above it."));
  else if (*self->name == '\0')
    stafet_import_row_refuse (self, _ ("It has no title."));
  else if (strchr ("=@", *self->name) != NULL)
    stafet_import_row_refuse (self, _ ("“%s” is a formula and no title."), self->name);
  stafet_import_row_set (self, "title", self->name);
  when.days = read_days (self, source, when.repeat);
  split_remarks (&when, note);
  read_place (self, source);
  if (!read_when (self, &when, source, &result) || self->state == STAFET_IMPORT_FAULTY)
    return;
  self->organiser = named_cell (self, source, "organiser");
  read_price (self, source);
  if (*heads != '\0' && !read_heads (self, heads))
    stafet_import_row_note (self, _ ("“%s” does not say how many volunteers."), heads);
  set_remarks (self, &when, stafet_wall_date (result.start));
  read_who_comes (self, source, stafet_wall_date (result.start));
  settle_existing (self, source, &result);
}
