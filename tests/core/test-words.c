/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds dates, times and recurrence against how they are said, in Danish and in English.
 */
#include "core/stafet-words.h"

#include "core/stafet-activity.h"

#define DA STAFET_LANGUAGE_DA
#define EN STAFET_LANGUAGE_EN
#define TUESDAY (stafet_date_new (2026, 11, 24))

/* Takes @text. */
static void
assert_says (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static StafetWall
at (int day, int hour, int minute)
{
  return stafet_wall_new (TUESDAY + day, hour * 60 + minute);
}

static void
dates (void)
{
  assert_says (stafet_words_date (DA, TUESDAY), "tirsdag den 24. november");
  assert_says (stafet_words_date (EN, TUESDAY), "Tuesday 24 November");
  assert_says (stafet_words_date_with_year (DA, TUESDAY), "tirsdag den 24. november 2026");
  assert_says (stafet_words_date_with_year (EN, TUESDAY), "Tuesday 24 November 2026");
  assert_says (stafet_words_short_date (DA, TUESDAY), "tir. 24/11");
  assert_says (stafet_words_short_date (EN, TUESDAY), "Tue 24/11");
  assert_says (stafet_words_day (DA, TUESDAY), "24. november");
  assert_says (stafet_words_day_with_year (DA, TUESDAY), "24. november 2026");
  assert_says (stafet_words_date (DA, stafet_date_new (2027, 1, 3)), "søndag den 3. januar");
  assert_says (stafet_words_week (DA, stafet_date_iso_week (TUESDAY, NULL)), "uge 48");
  assert_says (stafet_words_week (EN, 53), "week 53");
}

static void
names (void)
{
  g_assert_cmpstr (stafet_words_weekday (DA, STAFET_MONDAY), ==, "mandag");
  g_assert_cmpstr (stafet_words_weekday (DA, STAFET_SATURDAY), ==, "lørdag");
  g_assert_cmpstr (stafet_words_weekday (EN, STAFET_SUNDAY), ==, "Sunday");
  g_assert_cmpstr (stafet_words_month (DA, 5), ==, "maj");
  g_assert_cmpstr (stafet_words_month (EN, 12), ==, "December");
}

static void
times (void)
{
  assert_says (stafet_words_time (DA, 8 * 60 + 30), "kl. 8.30");
  assert_says (stafet_words_time (EN, 8 * 60 + 30), "8:30");
  assert_says (stafet_words_time (DA, 5), "kl. 0.05");
  assert_says (stafet_words_time_span (DA, at (0, 10, 0), at (0, 12, 0)), "kl. 10.00–12.00");
  assert_says (stafet_words_time_span (EN, at (0, 10, 0), at (0, 12, 0)), "10:00–12:00");
  assert_says (stafet_words_hours (DA, at (0, 10, 0), at (0, 12, 0)), "10.00–12.00");
  assert_says (stafet_words_hours (EN, at (0, 10, 0), at (0, 12, 0)), "10:00–12:00");
  assert_says (stafet_words_hours (DA, at (0, 22, 0), at (1, 0, 0)), "22.00–24.00");
  assert_says (stafet_words_time_span (DA, at (0, 22, 0), at (1, 6, 0)), "kl. 22.00–6.00");
  assert_says (stafet_words_instant (DA, at (-1, 8, 30)), "23. november kl. 8.30");
  assert_says (stafet_words_instant (EN, at (-1, 8, 30)), "23 November at 8:30");
}

static void
midnight_ends_a_day (void)
{
  assert_says (stafet_words_time_span (DA, at (0, 22, 0), at (1, 0, 0)), "kl. 22.00–24.00");
  assert_says (stafet_words_time_span (DA, at (0, 0, 0), at (1, 0, 0)), "kl. 0.00–24.00");
  assert_says (stafet_words_time_span (DA, at (0, 0, 0), at (0, 1, 0)), "kl. 0.00–1.00");
}

static void
long_spans_name_their_end (void)
{
  assert_says (stafet_words_time_span (DA, at (0, 10, 0), at (1, 10, 0)), "kl. 10.00–10.00");
  assert_says (stafet_words_time_span (DA, at (0, 10, 0), at (2, 12, 0)),
               "kl. 10.00 – 26. november kl. 12.00");
  assert_says (stafet_words_time_span (EN, at (0, 10, 0), at (2, 12, 0)), "10:00 – 26 November at 12:00");
}

static void
some_days_have_a_year (void)
{
  StafetDate day = stafet_wall_date (at (0, 0, 0));

  assert_says (stafet_words_days_with_year (DA, day, day + 5), "24.–29. november 2026");
  assert_says (stafet_words_days_with_year (DA, day + 30, day + 41), "24. december – 4. januar 2027");
  assert_says (stafet_words_days_with_year (EN, day, day), "24 November 2026");
}

/* ——— Rules ——— */

typedef struct
{
  const char *rule;
  const char *danish;
  const char *english;
} Words;

/* A series that starts on Tuesday 24 November 2026. */
static StafetActivity *
series (const char *rule)
{
  g_autoptr (GError) error = NULL;
  StafetActivity *activity = stafet_record_new (STAFET_KIND_ACTIVITY, "a");

  activity->timing.start = at (0, 10, 0);
  activity->timing.end = at (0, 12, 0);
  stafet_record_take_text (activity, stafet_record_info_field (&stafet_activity_info, "rule"),
                           g_strdup (rule));
  g_assert_true (stafet_timing_validate (&activity->timing, &error));
  g_assert_no_error (error);
  stafet_timing_derive (&activity->timing);
  return activity;
}

static void
assert_rules (const Words *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (StafetRecord) activity = STAFET_RECORD (series (words[i].rule));
      const StafetTiming *timing = &((StafetActivity *) activity)->timing;

      assert_says (stafet_words_rule (DA, timing), words[i].danish);
      assert_says (stafet_words_rule (EN, timing), words[i].english);
    }
}

static void
once_and_every_day (void)
{
  static const Words words[] = {
    { "", "én gang", "once" },
    { "FREQ=DAILY", "hver dag", "every day" },
    { "FREQ=DAILY;INTERVAL=3", "hver 3. dag", "every 3 days" },
    { "FREQ=DAILY;BYDAY=MO,FR", "hver dag, kun mandag og fredag", "every day, only Monday and Friday" },
    { "FREQ=DAILY;BYMONTHDAY=1,15", "hver dag, kun den 1. og 15. i måneden",
      "every day, only the 1st and 15th of the month" },
    { "FREQ=DAILY;BYMONTH=7,8", "hver dag, kun i juli og august", "every day, only in July and August" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
weeks (void)
{
  static const Words words[] = {
    { "FREQ=WEEKLY", "hver tirsdag", "every Tuesday" },
    { "FREQ=WEEKLY;BYDAY=FR", "hver fredag", "every Friday" },
    { "FREQ=WEEKLY;BYDAY=WE,MO", "hver uge mandag og onsdag", "every week on Monday and Wednesday" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "hver dag", "every day" },
    { "FREQ=WEEKLY;INTERVAL=2", "hver 2. uge tirsdag", "every 2 weeks on Tuesday" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU", "hver 2. uge hver dag",
      "every 2 weeks on every day" },
    { "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10", "hver tirsdag, kun i april–oktober",
      "every Tuesday, only in April–October" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
months (void)
{
  static const Words words[] = {
    { "FREQ=MONTHLY", "den 24. i måneden", "the 24th of the month" },
    { "FREQ=MONTHLY;BYDAY=2TH,4TH", "den 2. og 4. torsdag i måneden",
      "the 2nd and 4th Thursday of the month" },
    { "FREQ=MONTHLY;BYDAY=-1SU", "sidste søndag i måneden", "the last Sunday of the month" },
    { "FREQ=MONTHLY;BYDAY=1TH,-1TH", "den 1. og sidste torsdag i måneden",
      "the 1st and last Thursday of the month" },
    { "FREQ=MONTHLY;BYDAY=-2FR", "næstsidste fredag i måneden", "the second last Friday of the month" },
    { "FREQ=MONTHLY;BYDAY=-3FR", "3. sidste fredag i måneden", "the 3rd last Friday of the month" },
    { "FREQ=MONTHLY;BYDAY=1MO,3TH", "den 1. mandag og den 3. torsdag i måneden",
      "the 1st Monday and the 3rd Thursday of the month" },
    { "FREQ=MONTHLY;BYDAY=MO", "hver mandag i måneden", "every Monday of the month" },
    { "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "den 1. tirsdag hver 3. måned", "the 1st Tuesday every 3 months" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,15", "den 1. og 15. i måneden", "the 1st and 15th of the month" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "sidste dag i måneden", "the last day of the month" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,-1", "den 1. og sidste dag i måneden", "the 1st and last day of the month" },
    { "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "den 13. i måneden, kun fredag",
      "the 13th of the month, only Friday" },
    { "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=4,10", "den 1. tirsdag i måneden, kun i april og oktober",
      "the 1st Tuesday of the month, only in April and October" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
positions (void)
{
  static const Words words[] = {
    { "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2,4", "den 2. og 4. torsdag i måneden",
      "the 2nd and 4th Thursday of the month" },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "sidste hverdag i måneden",
      "the last weekday of the month" },
    { "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "hver lørdag og hver søndag i måneden, kun den 1. af dem",
      "every Saturday and every Sunday of the month, only the 1st of them" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
years (void)
{
  static const Words words[] = {
    { "FREQ=YEARLY", "hvert år den 24. november", "every year the 24th of November" },
    { "FREQ=YEARLY;INTERVAL=2", "hvert 2. år den 24. november", "every 2 years the 24th of November" },
    { "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5", "hvert år den 5. juni", "every year the 5th of June" },
    { "FREQ=YEARLY;BYMONTH=4,10", "hvert år den 24. i april og oktober",
      "every year the 24th in April and October" },
    { "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "hvert år sidste søndag i marts",
      "every year the last Sunday in March" },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "hvert år sidste dag i februar",
      "every year the last day in February" },
    { "FREQ=YEARLY;BYDAY=20MO", "hvert år den 20. mandag i året", "every year the 20th Monday of the year" },
    { "FREQ=YEARLY;BYMONTHDAY=1", "hvert år den 1. i måneden", "every year the 1st of the month" },
    { "FREQ=YEARLY;BYDAY=20MO;BYMONTHDAY=15", "hvert år den 15. i måneden, kun den 20. mandag i året",
      "every year the 15th of the month, only the 20th Monday of the year" },
    { "FREQ=YEARLY;BYMONTH=6;BYDAY=2FR;BYMONTHDAY=13", "hvert år den 13. i juni, kun den 2. fredag",
      "every year the 13th in June, only the 2nd Friday" },
    { "FREQ=YEARLY;BYDAY=MO", "hvert år hver mandag", "every year every Monday" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
every_ordinal_is_english (void)
{
  static const Words words[] = {
    { "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,11,12,13,21,22,23,31",
      "den 1., 2., 3., 4., 11., 12., 13., 21., 22., 23. og 31. i måneden",
      "the 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd and 31st of the month" },
  };

  assert_rules (words, G_N_ELEMENTS (words));
}

static void
set_filter (StafetActivity *activity, gint32 parity, const char *season, const char *weeks, StafetDate until)
{
  activity->timing.parity = parity;
  stafet_record_take_text (activity, stafet_record_info_field (&stafet_activity_info, "season"),
                           g_strdup (season));
  stafet_record_take_text (activity, stafet_record_info_field (&stafet_activity_info, "skip_weeks"),
                           g_strdup (weeks));
  activity->timing.until = until;
  stafet_timing_derive (&activity->timing);
}

static void
filters_follow_the_days (void)
{
  StafetActivity *activity = series ("FREQ=WEEKLY");

  set_filter (activity, STAFET_PARITY_EVEN, "", "", STAFET_DATE_NONE);
  assert_says (stafet_words_rule (DA, &activity->timing), "tirsdag i lige uger");
  assert_says (stafet_words_rule (EN, &activity->timing), "Tuesday in even weeks");
  set_filter (activity, STAFET_PARITY_ODD, "", "7", STAFET_DATE_NONE);
  assert_says (stafet_words_rule (DA, &activity->timing), "tirsdag i ulige uger, ikke uge 7");
  assert_says (stafet_words_rule (EN, &activity->timing), "Tuesday in odd weeks, not in week 7");
  set_filter (activity, STAFET_PARITY_NONE, "09-01/05-31", "42,7", stafet_date_new (2027, 5, 31));
  assert_says (stafet_words_rule (DA, &activity->timing),
               "hver tirsdag, 1. september til 31. maj, ikke uge 7 og 42, til 31. maj 2027");
  assert_says (stafet_words_rule (EN, &activity->timing),
               "every Tuesday, 1 September to 31 May, not in weeks 7 and 42, until 31 May 2027");
  set_filter (activity, STAFET_PARITY_NONE, "02-29/03-01", "", STAFET_DATE_NONE);
  assert_says (stafet_words_rule (DA, &activity->timing), "hver tirsdag, 29. februar til 1. marts");
  g_object_unref (activity);
}

static void
parity_beside_an_interval_is_said (void)
{
  StafetActivity *activity = series ("FREQ=WEEKLY;INTERVAL=3");

  set_filter (activity, STAFET_PARITY_EVEN, "", "", STAFET_DATE_NONE);
  assert_says (stafet_words_rule (DA, &activity->timing), "hver 3. uge tirsdag, kun lige uger");
  set_filter (activity, STAFET_PARITY_ODD, "", "", STAFET_DATE_NONE);
  assert_says (stafet_words_rule (EN, &activity->timing), "every 3 weeks on Tuesday, only odd weeks");
  g_object_unref (activity);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  g_test_add_func ("/core/words/dates", dates);
  g_test_add_func ("/core/words/names-of-days-and-months", names);
  g_test_add_func ("/core/words/times", times);
  g_test_add_func ("/core/words/midnight-ends-a-day", midnight_ends_a_day);
  g_test_add_func ("/core/words/long-spans-name-their-end", long_spans_name_their_end);
  g_test_add_func ("/core/words/some-days-have-a-year", some_days_have_a_year);
  g_test_add_func ("/core/words/rule/once-and-every-day", once_and_every_day);
  g_test_add_func ("/core/words/rule/weeks", weeks);
  g_test_add_func ("/core/words/rule/months", months);
  g_test_add_func ("/core/words/rule/positions", positions);
  g_test_add_func ("/core/words/rule/years", years);
  g_test_add_func ("/core/words/rule/every-ordinal-is-english", every_ordinal_is_english);
  g_test_add_func ("/core/words/rule/filters-follow-the-days", filters_follow_the_days);
  g_test_add_func ("/core/words/rule/parity-beside-an-interval-is-said", parity_beside_an_interval_is_said);
  return g_test_run ();
}
