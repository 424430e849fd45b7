/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the fields of when to what people type into them, and to being read back as they were written.
 */
#include "plan/stafet-when.h"

#include "core/stafet-activity.h"
#include "core/stafet-error.h"
#include "schedule/stafet-expand.h"

#define TUESDAY (stafet_date_new (2026, 11, 24))
#define AT(hour, minute) ((hour) *60 + (minute))

/* Reads the five texts; the error and the field it is about are NULL and -1 when all is well. */
static gboolean
read (const char *const *typed, StafetWhen *when, int *wrong, GError **error)
{
  StafetWhenTexts texts = { { NULL } };
  StafetWhenField field = STAFET_N_WHEN;
  gboolean good;

  for (int i = 0; i < STAFET_N_WHEN; i++)
    texts.texts[i] = g_strdup (typed[i]);
  good = stafet_when_read (&texts, TUESDAY, when, &field, error);
  *wrong = good ? -1 : (int) field;
  stafet_when_texts_clear (&texts);
  return good;
}

#define TYPED(...) ((const char *const[STAFET_N_WHEN]){ __VA_ARGS__ })

static void
assert_wrong (const char *const *typed, StafetWhenField field, int code)
{
  g_auto (StafetWhen) when = { .start = 4711 };
  g_autoptr (GError) error = NULL;
  int wrong;

  g_assert_false (read (typed, &when, &wrong, &error));
  g_assert_error (error, STAFET_CORE_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_cmpint (wrong, ==, field);
  g_assert_cmpint (when.start, ==, 4711);
}

#define WRONG(field, code, ...)                                                                              \
  assert_wrong (TYPED (__VA_ARGS__), STAFET_WHEN_##field, STAFET_CORE_ERROR_##code)

/* "2026-11-26T14:00/2026-11-26T15:30 FREQ=…". */
static void
assert_read (const char *const *typed, const char *expected)
{
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *text = NULL;
  int wrong;

  g_assert_true (read (typed, &when, &wrong, &error));
  g_assert_no_error (error);
  text = g_strdup_printf ("%s/%s%s%s", stafet_wall_write (when.start, start),
                          stafet_wall_write (when.end, end), *when.rule != '\0' ? " " : "", when.rule);
  g_assert_cmpstr (text, ==, expected);
}

#define READ(expected, ...) assert_read (TYPED (__VA_ARGS__), expected)

static void
each_fault_names_its_field (void)
{
  WRONG (RULE, REQUIRED, "", "10", "12", "", "");
  WRONG (RULE, REQUIRED, NULL, NULL, NULL, NULL, NULL);
  WRONG (FROM, REQUIRED, "hver torsdag", "", "12", "", "");
  WRONG (TO, REQUIRED, "hver torsdag", "10", "", "", "");
  WRONG (TO, ORDER, "hver torsdag", "12", "10", "", "");
  WRONG (TO, ORDER, "hver torsdag", "12", "12", "", "");
  WRONG (UNTIL, ORDER, "hver torsdag", "10", "12", "1/12 2026", "30/11 2026");
  WRONG (RULE, ORDER, "hver torsdag 15-14", "", "", "", "");
  READ ("2026-11-26T22:00/2026-11-27T01:30 FREQ=WEEKLY;BYDAY=TH", "hver torsdag 22-1.30", "", "", "", "");
}

/* "2026-12-22 2026-12-29" */
static void
assert_left_out (const char *const *typed, const char *expected)
{
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) dates = g_string_new (NULL);
  char buffer[STAFET_DATE_SIZE];
  int wrong;

  g_assert_true (read (typed, &when, &wrong, &error));
  for (guint i = 0; when.left_out != NULL && i < when.left_out->len; i++)
    g_string_append_printf (dates, "%s%s", i > 0 ? " " : "",
                            stafet_date_write (g_array_index (when.left_out, StafetDate, i), buffer));
  g_assert_cmpstr (dates->str, ==, expected);
}

static void
a_date_that_is_left_out_is_one_of_the_rule (void)
{
  assert_left_out (TYPED ("hver tirsdag undt. 22/12 og 29/12", "10", "12", "", ""), "2026-12-22 2026-12-29");
  assert_left_out (TYPED ("man og tors undtagen 21/12-3/1", "10", "12", "", ""),
                   "2026-12-21 2026-12-24 2026-12-28 2026-12-31");
  /* The first such day of the series, not of the year. */
  assert_left_out (TYPED ("hver onsdag ikke 22/12", "10", "12", "1/9 2027", ""), "2027-12-22");
  assert_left_out (TYPED ("hver tirsdag", "10", "12", "", ""), "");
  WRONG (RULE, RULE, "hver tirsdag undtagen 24/12", "10", "12", "", "");
  WRONG (RULE, RULE, "hver tirsdag undtagen 22/12 2025", "10", "12", "", "");
  WRONG (RULE, RULE, "lige uger om tirsdagen undtagen 29/12", "10", "12", "", "");
}

static void
a_holiday_is_left_out_by_its_name (void)
{
  static const char *const said[][2] = {
    { "torsdag undtagen juleaften", "2026-12-24" },
    { "fredag undt. 1. juledag", "2026-12-25" },
    { "torsdag undtagen jul", "2026-12-24" },
    { "torsdag undt. jul og nytår", "2026-12-24 2026-12-31" },
    { "torsdag undtagen nytår", "2026-12-31" },
    /* What moves with Easter, of two years. */
    { "mandag undtagen 2. påskedag", "2027-03-29 2028-04-17" },
    { "mandag undtagen anden pinsedag", "2027-05-17 2028-06-05" },
    { "torsdag ikke Kristi himmelfartsdag", "2027-05-06 2028-05-25" },
    { "torsdag undtagen påske, 22/7 og uge 7", "2027-03-25 2028-04-13 2027-07-22" },
    { "every Thursday except Christmas", "2026-12-24" },
    /* It is no fault to name one that is on another weekday. */
    { "tirsdag undtagen jul", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    assert_left_out (TYPED (said[i][0], "10", "12", "", ""), said[i][1]);
}

/* A text that is not understood is refused by whatever code its reader has. */
static void
a_text_that_is_not_understood_names_its_field (void)
{
  static const struct
  {
    const char *typed[STAFET_N_WHEN];
    StafetWhenField field;
  } rows[] = {
    { { "hver blåmandag", "10", "12", "", "" }, STAFET_WHEN_RULE },
    { { "hver torsdag", "ti", "12", "", "" }, STAFET_WHEN_FROM },
    { { "hver torsdag", "25", "12", "", "" }, STAFET_WHEN_FROM },
    { { "hver torsdag", "10", "hen mod aften", "", "" }, STAFET_WHEN_TO },
    { { "hver torsdag", "10", "12", "snart", "" }, STAFET_WHEN_FIRST },
    { { "hver torsdag", "10", "12", "31/2", "" }, STAFET_WHEN_FIRST },
    { { "hver torsdag", "10", "12", "", "en dag" }, STAFET_WHEN_UNTIL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (StafetWhen) when = { 0 };
      g_autoptr (GError) error = NULL;
      int wrong;

      g_assert_false (read (rows[i].typed, &when, &wrong, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (wrong, ==, rows[i].field);
    }
}

static void
a_rule_that_never_gives_a_date_is_refused_beside_the_rule (void)
{
  WRONG (RULE, RULE, "den 5. torsdag i februar", "10", "12", "1/3 2026", "1/2 2027");
}

static void
the_words_may_say_it_all (void)
{
  READ ("2026-11-26T14:00/2026-11-26T15:30 FREQ=WEEKLY;BYDAY=TH", "hver torsdag 14-15.30", "", "", "", "");
  READ ("2026-12-24T10:00/2026-12-24T12:00", "24/12 10-12", "", "", "", "");
  READ ("2026-11-26T14:00/2026-11-26T15:30 FREQ=WEEKLY;BYDAY=TH", "every Thursday 14-15.30", "", "", "", "");
  READ ("2026-11-26T10:00/2026-11-26T12:00 FREQ=WEEKLY;BYDAY=TH", "hver torsdag", "10-12", "", "", "");
  WRONG (FROM, DATE, "hver torsdag", "10-12", "13", "", "");
}

static void
times_that_differ_are_refused_beside_the_rule (void)
{
  WRONG (RULE, ORDER, "hver torsdag 14-15.30", "9", "", "", "");
  WRONG (RULE, ORDER, "hver torsdag 14-15.30", "", "16", "", "");
  WRONG (RULE, ORDER, "hver torsdag 16-17", "14", "15.30", "", "");
  READ ("2026-11-26T14:00/2026-11-26T15:30 FREQ=WEEKLY;BYDAY=TH", "hver torsdag 14-15.30", "14", "15.30", "",
        "");
}

static void
dates_that_differ_are_refused_beside_the_rule (void)
{
  WRONG (RULE, ORDER, "hver torsdag 14-15.30 til 31/5", "", "", "", "30/4 2027");
  WRONG (RULE, ORDER, "hver torsdag 14-15.30 fra 1/12", "", "", "8/12", "");
  READ ("2026-12-03T14:00/2026-12-03T15:30 FREQ=WEEKLY;BYDAY=TH", "hver torsdag 14-15.30 fra 1/12 til 31/5",
        "", "", "1/12", "31/5 2027");
  /* An event is moved in its field. */
  READ ("2026-12-28T10:00/2026-12-28T12:00", "24/12 10-12", "", "", "28/12", "");
}

static void
what_a_field_says_weighs_more_than_the_words (void)
{
  READ ("2026-12-03T14:00/2026-12-03T15:30 FREQ=WEEKLY;BYDAY=TH", "hver torsdag 14-15.30", "", "", "1/12",
        "");
}

static void
the_first_date_moves_on_to_one_that_the_rule_gives (void)
{
  READ ("2026-11-26T10:00/2026-11-26T12:00 FREQ=WEEKLY;BYDAY=TH", "hver torsdag", "10", "12", "", "");
  READ ("2026-11-24T10:00/2026-11-24T12:00 FREQ=WEEKLY;BYDAY=TU", "hver tirsdag", "10", "12", "", "");
  READ ("2027-01-07T10:00/2027-01-07T12:00 FREQ=WEEKLY;BYDAY=TH", "hver torsdag", "10", "12", "1/1 2027", "");
}

static void
an_evening_may_end_the_next_morning (void)
{
  READ ("2026-11-27T22:00/2026-11-28T06:00 FREQ=WEEKLY;BYDAY=FR", "hver fredag", "22", "6", "", "");
  READ ("2026-11-27T17:00/2026-11-28T10:00 FREQ=WEEKLY;BYDAY=FR", "hver fredag", "17", "10", "", "");
  READ ("2026-11-27T21:00/2026-11-28T01:00 FREQ=WEEKLY;BYDAY=FR", "hver fredag", "21", "1", "", "");
  READ ("2026-11-27T20:00/2026-11-28T00:00 FREQ=WEEKLY;BYDAY=FR", "hver fredag", "20", "24", "", "");
  WRONG (TO, ORDER, "hver fredag", "16.59", "10", "", "");
  WRONG (TO, ORDER, "hver fredag", "22", "10.01", "", "");
}

/* ——— Pairs ——— */

static void
assert_pairs (GPtrArray *pairs, const char *expected)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (pairs, NULL);
  text = g_strjoinv (" ", (char **) pairs->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
a_span_is_moved_to_a_date_with_its_night (void)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_auto (StafetWhen) when = { 0 };
  int wrong;

  g_assert_true (read (TYPED ("hver fredag", "22", "6", "", ""), &when, &wrong, NULL));
  stafet_when_append_span (&when, TUESDAY, pairs);
  assert_pairs (pairs, "start=2026-11-24T22:00 end=2026-11-25T06:00");
}

static void
a_rule_in_pairs_says_of_holidays_only_what_was_said (void)
{
  g_autoptr (GPtrArray) silent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_auto (StafetWhen) when = { 0 }, other = { 0 };
  int wrong;

  g_assert_true (
    read (TYPED ("torsdag i lige uger, ikke uge 7 og 42", "10", "12", "", "31/5 2027"), &when, &wrong, NULL));
  stafet_when_append_rule (&when, silent);
  assert_pairs (silent, "rule=FREQ=WEEKLY;BYDAY=TH parity=even season= skip_weeks=7,42 until=2027-05-31");
  g_assert_true (read (TYPED ("hver torsdag, ikke på helligdage", "10", "12", "", ""), &other, &wrong, NULL));
  stafet_when_append_rule (&other, said);
  assert_pairs (said, "rule=FREQ=WEEKLY;BYDAY=TH parity= season= skip_weeks= until= holidays=cancel");
}

/* ——— There and back ——— */

static void
set_text (StafetActivity *activity, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;

  stafet_record_set_text (activity, stafet_record_info_field (STAFET_RECORD_INFO (activity), key), text,
                          &error);
  g_assert_no_error (error);
}

static const char *
pick (GRand *rand, const char *const *choices, gsize n)
{
  return choices[g_rand_int_range (rand, 0, (int) n)];
}

static void
fill_filters (GRand *rand, StafetActivity *activity)
{
  static const char *const seasons[] = { "", "", "09-01/05-31", "04-01/10-31" };
  static const char *const skips[] = { "", "", "7,42", "28,29,30" };

  set_text (activity, "season", pick (rand, seasons, G_N_ELEMENTS (seasons)));
  set_text (activity, "skip_weeks", pick (rand, skips, G_N_ELEMENTS (skips)));
  activity->timing.parity = g_rand_int_range (rand, STAFET_PARITY_NONE, STAFET_PARITY_EVEN + 1);
}

/* A timing that could be typed: its first date is one of its own. */
static gboolean
fill_at_random (GRand *rand, StafetActivity *activity)
{
  static const char *const rules[] = { "",
                                       "FREQ=DAILY",
                                       "FREQ=WEEKLY;BYDAY=TU",
                                       "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                                       "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
                                       "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU",
                                       "FREQ=MONTHLY;BYDAY=2TH,4TH",
                                       "FREQ=MONTHLY;BYDAY=-1SU",
                                       "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO" };
  StafetTiming *timing = &activity->timing;
  StafetDate first = TUESDAY + g_rand_int_range (rand, -200, 400), next;
  int from = 5 * g_rand_int_range (rand, 0, 288), last = from >= AT (17, 0) ? AT (34, 0) : AT (24, 0);
  int to = from + 5 * g_rand_int_range (rand, 1, (last - from) / 5 + 1);

  set_text (activity, "rule", pick (rand, rules, G_N_ELEMENTS (rules)));
  if (strstr (timing->rule, "WEEKLY") != NULL)
    fill_filters (rand, activity);
  timing->start = stafet_wall_new (first, from);
  timing->end = stafet_wall_new (first, to);
  if (*timing->rule != '\0' && g_rand_boolean (rand))
    timing->until = first + g_rand_int_range (rand, 30, 500);
  if (!stafet_timing_validate (timing, NULL))
    return FALSE;
  stafet_timing_derive (timing);
  next = stafet_expand_next (timing, first);
  if (next == STAFET_DATE_NONE)
    return FALSE;
  timing->start += (next - first) * STAFET_MINUTES_PER_DAY;
  timing->end += (next - first) * STAFET_MINUTES_PER_DAY;
  stafet_timing_derive (timing);
  return TRUE;
}

static void
assert_same_dates (const StafetTiming *a, const StafetTiming *b)
{
  StafetDate date = stafet_wall_date (a->start);

  for (int i = 0; i < 60 && date != STAFET_DATE_NONE; i++)
    {
      StafetDate next = stafet_expand_next (a, date);

      g_assert_cmpint (next, ==, stafet_expand_next (b, date));
      date = next != STAFET_DATE_NONE ? next + 1 : STAFET_DATE_NONE;
    }
}

static void
assert_reads_back (const StafetTiming *timing, StafetLanguage language)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
  StafetActivity *back = (StafetActivity *) record;
  g_auto (StafetWhenTexts) texts = { { NULL } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;

  stafet_when_write (timing, language, &texts);
  stafet_when_read (&texts, TUESDAY, &when, &wrong, &error);
  if (error != NULL)
    g_test_message ("%s | %s", texts.texts[STAFET_WHEN_RULE], texts.texts[STAFET_WHEN_FIRST]);
  g_assert_no_error (error);
  g_assert_cmpint (when.start, ==, timing->start);
  g_assert_cmpint (when.end, ==, timing->end);
  g_assert_cmpint (when.until, ==, timing->until);
  set_text (back, "rule", when.rule);
  set_text (back, "season", when.season);
  set_text (back, "skip_weeks", when.skip_weeks);
  back->timing.parity = when.parity;
  back->timing.start = when.start;
  back->timing.end = when.end;
  back->timing.until = when.until;
  stafet_timing_derive (&back->timing);
  assert_same_dates (timing, &back->timing);
}

static void
what_was_written_is_read_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n = 0;

  for (int round = 0; round < 4000; round++)
    {
      g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
      StafetActivity *activity = (StafetActivity *) record;

      if (!fill_at_random (rand, activity))
        continue;
      n++;
      assert_reads_back (&activity->timing, STAFET_LANGUAGE_DA);
      assert_reads_back (&activity->timing, STAFET_LANGUAGE_EN);
    }
  g_assert_cmpuint (n, >, 2000);
}

static void
an_end_at_midnight_is_written_as_24 (void)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
  StafetActivity *activity = (StafetActivity *) record;
  g_auto (StafetWhenTexts) texts = { { NULL } };

  activity->timing.start = stafet_wall_new (TUESDAY, AT (13, 0));
  activity->timing.end = stafet_wall_new (TUESDAY + 1, 0);
  stafet_timing_derive (&activity->timing);
  stafet_when_write (&activity->timing, STAFET_LANGUAGE_DA, &texts);
  g_assert_cmpstr (texts.texts[STAFET_WHEN_TO], ==, "24.00");
  assert_reads_back (&activity->timing, STAFET_LANGUAGE_DA);
}

static void
what_lasts_for_days_is_read_back (void)
{
  for (int start = 0; start < STAFET_MINUTES_PER_DAY; start += 95)
    for (int length = 15; length <= 14 * STAFET_MINUTES_PER_DAY; length += 1115)
      {
        g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
        StafetActivity *activity = (StafetActivity *) record;

        activity->timing.start = stafet_wall_new (TUESDAY, start);
        activity->timing.end = activity->timing.start + length;
        stafet_timing_derive (&activity->timing);
        assert_reads_back (&activity->timing, STAFET_LANGUAGE_DA);
        assert_reads_back (&activity->timing, STAFET_LANGUAGE_EN);
      }
}

static void
an_end_on_another_day_is_that_days (void)
{
  StafetWhenTexts texts = { { (char *) "27/11", (char *) "10", (char *) "29/11 kl. 16", (char *) "27/11",
                              (char *) "" } };
  g_auto (StafetWhen) when = { 0 };
  g_autoptr (GError) error = NULL;
  StafetWhenField wrong;

  g_assert_true (stafet_when_read (&texts, TUESDAY, &when, &wrong, &error));
  g_assert_no_error (error);
  g_assert_cmpint (when.start, ==, stafet_wall_new (TUESDAY + 3, AT (10, 0)));
  g_assert_cmpint (when.end, ==, stafet_wall_new (TUESDAY + 5, AT (16, 0)));
  texts.texts[STAFET_WHEN_TO] = (char *) "26/11 kl. 16";
  stafet_when_clear (&when);
  g_assert_false (stafet_when_read (&texts, TUESDAY, &when, &wrong, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER);
  g_assert_cmpint (wrong, ==, STAFET_WHEN_TO);
}

static void
texts_that_are_written_again_are_freed (void)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_ACTIVITY, "");
  StafetActivity *activity = (StafetActivity *) record;
  g_auto (StafetWhenTexts) texts = { { NULL } };

  activity->timing.start = stafet_wall_new (TUESDAY, AT (9, 5));
  activity->timing.end = stafet_wall_new (TUESDAY, AT (10, 0));
  stafet_timing_derive (&activity->timing);
  for (int i = 0; i < 2; i++)
    stafet_when_write (&activity->timing, STAFET_LANGUAGE_DA, &texts);
  g_assert_cmpstr (texts.texts[STAFET_WHEN_RULE], ==, "én gang");
  g_assert_cmpstr (texts.texts[STAFET_WHEN_FROM], ==, "9.05");
  g_assert_cmpstr (texts.texts[STAFET_WHEN_TO], ==, "10.00");
  g_assert_cmpstr (texts.texts[STAFET_WHEN_FIRST], ==, "24. november 2026");
  g_assert_cmpstr (texts.texts[STAFET_WHEN_UNTIL], ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
#define WHEN(name, func) g_test_add_func ("/plan/when/" name, func)
  WHEN ("a-date-that-is-left-out-is-one-of-the-rule", a_date_that_is_left_out_is_one_of_the_rule);
  WHEN ("a-holiday-is-left-out-by-its-name", a_holiday_is_left_out_by_its_name);
  WHEN ("each-fault-names-its-field", each_fault_names_its_field);
  WHEN ("a-text-that-is-not-understood-names-its-field", a_text_that_is_not_understood_names_its_field);
  WHEN ("a-rule-that-never-gives-a-date-is-refused-beside-the-rule",
        a_rule_that_never_gives_a_date_is_refused_beside_the_rule);
  WHEN ("the-words-may-say-it-all", the_words_may_say_it_all);
  WHEN ("times-that-differ-are-refused-beside-the-rule", times_that_differ_are_refused_beside_the_rule);
  WHEN ("dates-that-differ-are-refused-beside-the-rule", dates_that_differ_are_refused_beside_the_rule);
  WHEN ("what-a-field-says-weighs-more-than-the-words", what_a_field_says_weighs_more_than_the_words);
  WHEN ("the-first-date-moves-on-to-one-that-the-rule-gives",
        the_first_date_moves_on_to_one_that_the_rule_gives);
  WHEN ("an-evening-may-end-the-next-morning", an_evening_may_end_the_next_morning);
  WHEN ("a-span-is-moved-to-a-date-with-its-night", a_span_is_moved_to_a_date_with_its_night);
  WHEN ("a-rule-in-pairs-says-of-holidays-only-what-was-said",
        a_rule_in_pairs_says_of_holidays_only_what_was_said);
  WHEN ("what-was-written-is-read-back", what_was_written_is_read_back);
  WHEN ("an-end-at-midnight-is-written-as-24", an_end_at_midnight_is_written_as_24);
  WHEN ("what-lasts-for-days-is-read-back", what_lasts_for_days_is_read_back);
  WHEN ("an-end-on-another-day-is-that-days", an_end_on_another_day_is_that_days);
  WHEN ("texts-that-are-written-again-are-freed", texts_that_are_written_again_are_freed);
  return g_test_run ();
}
