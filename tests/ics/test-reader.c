/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the reader of foreign calendars to what they may hold, and to what they may do to it.
 */
#include "core/stafet-error.h"
#include "ics/stafet-ics-reader.h"

#include <string.h>

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\n"

static StafetZone *
copenhagen (void)
{
  return stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
}

static StafetIcsFile *
try_bytes (const char *bytes, gsize length, const StafetIcsLimits *limits, GError **error)
{
  g_autoptr (StafetZone) local = copenhagen ();

  return stafet_ics_read (bytes, length, local, limits, error);
}

static StafetIcsFile *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  StafetIcsFile *file = try_bytes (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_refused (const char *bytes, gsize length, const StafetIcsLimits *limits, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_bytes (bytes, length, limits, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, word));
}

/* The fault of the only event. */
static void
assert_fault (const char *lines, const char *word)
{
  g_autofree char *text = g_strconcat (HEAD "BEGIN:VEVENT\r\nUID:a\r\n", lines, "END:VEVENT\r\n" TAIL, NULL);
  g_autoptr (StafetIcsFile) file = read_text (text);

  g_assert_cmpuint (file->components->len, ==, 1);
  g_assert_nonnull (stafet_ics_file_get (file, 0)->fault);
  if (strstr (stafet_ics_file_get (file, 0)->fault, word) == NULL)
    g_error ("»%s« does not say %s", stafet_ics_file_get (file, 0)->fault, word);
}

/* ——— Texts ——— */

static void
folded_line_keeps_its_bytes (void)
{
  /* The second fold lies inside the two octets of ø. */
  g_autoptr (StafetIcsFile) file = read_text (HEAD EVENT (
    "DTSTART:20261124T100000\r\nSUMMARY:F\xc3\xa6lles\r\n spisning p\xc3\xa5 f\xc3\r\n \xb8rste sal\n\t!\r\n")
                                                TAIL);

  g_assert_cmpstr (stafet_ics_file_get (file, 0)->title, ==, "Fællesspisning på første sal!");
  g_assert_cmpuint (file->notes->len, ==, 1); /* floating */
}

static void
escapes_are_undone (void)
{
  g_autoptr (StafetIcsFile) file = read_text (
    HEAD EVENT ("DTSTART;VALUE=DATE:20261124\r\nDESCRIPTION:Kaffe\\, te\\; br\\nvand\\N\\\\n\r\n") TAIL);

  g_assert_cmpstr (stafet_ics_file_get (file, 0)->description, ==, "Kaffe, te; br\nvand\n\\n");
}

static void
another_encoding_is_tried_and_told (void)
{
  g_autoptr (StafetIcsFile) file =
    read_text (HEAD EVENT ("DTSTART;VALUE=DATE:20261124\r\nSUMMARY:L\xe6sning p\xe5 \xd8\r\n") TAIL);

  g_assert_cmpstr (stafet_ics_file_get (file, 0)->title, ==, "Læsning på Ø");
  g_assert_cmpuint (file->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (file->notes, 0), "Windows-1252"));
}

static void
unknown_properties_stay_as_they_were (void)
{
  g_autoptr (StafetIcsFile) file = read_text (HEAD EVENT (
    "X-FOO;A=\"b;c:d\";E=f:v:w\\,\r\nDTSTART;VALUE=DATE:20261124\r\nGEO:56.1;10.2\r\nx-bar:Hej\\, du\r\n")
                                                TAIL);
  const StafetIcsComponent *event = stafet_ics_file_get (file, 0);
  g_autofree char *bar = stafet_ics_file_raw_text (file, event, "X-BAR");

  g_assert_cmpuint (event->n_raw, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (file->raw, event->first_raw), ==, "X-FOO;A=\"b;c:d\";E=f:v:w\\,");
  g_assert_cmpstr (g_ptr_array_index (file->raw, event->first_raw + 1), ==, "GEO:56.1;10.2");
  g_assert_cmpstr (bar, ==, "Hej, du");
  g_assert_null (stafet_ics_file_raw_text (file, event, "X-BA"));
}

static void
several_calendars_are_one (void)
{
  g_autoptr (StafetIcsFile) file = read_text (
    "\xef\xbb\xbf" HEAD "X-WR-CALNAME:Kirken\r\n" EVENT ("DTSTART;VALUE=DATE:20261124\r\n") TAIL HEAD
    "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"
    "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261125\r\nBEGIN:VALARM\r\nSUMMARY:Alarm\r\n"
    "END:VALARM\r\nSUMMARY:Sang\r\nEND:VEVENT\r\n" TAIL);

  g_assert_cmpuint (file->components->len, ==, 2);
  g_assert_cmpstr (file->name, ==, "Kirken");
  g_assert_cmpstr (stafet_ics_file_get (file, 1)->title, ==, "Sang");
  g_assert_cmpuint (file->notes->len, ==, 1);
}

static void
nameless_events_are_named_by_what_they_say (void)
{
  const char *text =
    HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261124\r\nSUMMARY:Sang\r\nEND:VEVENT\r\n"
         "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261125\r\nSUMMARY:Sang\r\nEND:VEVENT\r\n" TAIL;
  g_autoptr (StafetIcsFile) one = read_text (text);
  g_autoptr (StafetIcsFile) two = read_text (text);

  g_assert_cmpstr (stafet_ics_file_get (one, 0)->uid, ==, stafet_ics_file_get (two, 0)->uid);
  g_assert_cmpstr (stafet_ics_file_get (one, 0)->uid, !=, stafet_ics_file_get (one, 1)->uid);
}

static void
what_is_told_again_is_noted (void)
{
#define SONG "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261124\r\n"
  g_autoptr (StafetIcsFile) twice =
    read_text (HEAD SONG "END:VEVENT\r\n" SONG "SEQUENCE:1\r\nEND:VEVENT\r\n" TAIL);
  g_autoptr (StafetIcsFile) series =
    read_text (HEAD SONG "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n" SONG
                         "RECURRENCE-ID;VALUE=DATE:20261124\r\nEND:VEVENT\r\n" SONG
                         "RECURRENCE-ID;VALUE=DATE:20261125\r\nEND:VEVENT\r\n" TAIL);

  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  g_assert_cmpuint (series->notes->len, ==, 0);
  g_assert_cmpuint (twice->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (twice->notes, 0), "(UID)"));
}

/* ——— Faults ——— */

static void
faults_are_told_in_words (void)
{
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  assert_fault ("SUMMARY:Sang\r\n", "DTSTART");
  assert_fault ("DTSTART:20260231T100000\r\n", "20260231T100000");
  assert_fault ("DTSTART:20261124T250000\r\n", "20261124T250000");
  assert_fault ("DTSTART:20261124T100000Z\r\nDTEND:20261124T090000Z\r\n", "before");
  assert_fault ("DTSTART:20261124T100000Z\r\nDURATION:-PT1H\r\n", "DURATION");
  assert_fault ("DTSTART:20261124T100000Z\r\nDURATION:P99999W\r\n", "DURATION");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=SOMETIMES\r\n", "malformed");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=HOURLY\r\n", "several times a day");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=SECONDLY;COUNT=3\r\n", "several times a day");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=YEARLY;BYWEEKNO=7;INTERVAL=70000\r\n", "malformed");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\n", "two rules");
  assert_fault ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY\r\n", "EXRULE");
  assert_fault ("DTSTART:20261124T100000Z\r\nEXDATE:20261124T100000Z,never\r\n", "never");
}

static void
too_many_dates_are_a_fault (void)
{
  g_autoptr (GString) lines = g_string_new ("DTSTART:20261124T100000Z\r\nRRULE:FREQ=DAILY\r\n");

  for (int i = 0; i < 201; i++)
    g_string_append_printf (lines, "EXDATE:202701%02dT%02d0000Z\r\n", i % 28 + 1, i / 28);
  assert_fault (lines->str, "200");
}

static void
a_text_beyond_bounds_is_a_fault (void)
{
  g_autofree char *long_text = g_strnfill (70000, 'a');
  g_autofree char *lines = g_strconcat ("DTSTART:20261124T100000Z\r\nSUMMARY:", long_text, "\r\n", NULL);

  assert_fault (lines, "64 kB");
}

static void
an_event_without_its_end_is_a_fault (void)
{
  g_autoptr (StafetIcsFile) file = read_text (
    HEAD "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T100000Z\r\n" EVENT ("DTSTART:20261124T100000Z\r\n") TAIL);

  g_assert_nonnull (stafet_ics_file_get (file, 0)->fault);
  g_assert_null (stafet_ics_file_get (file, 1)->fault);
}

/* ——— What is no calendar ——— */

static void
what_is_no_calendar_is_refused_with_a_sentence (void)
{
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  assert_refused ("", 0, NULL, "empty");
  assert_refused ("  \r\n ", 5, NULL, "empty");
  assert_refused ("<!DOCTYPE html><html>", 21, NULL, "web page");
  assert_refused ("Navn;Telefon\r\nKaren;1\r\n", 23, NULL, "not a calendar");
  assert_refused ("PK\x03\x04\0\0\0\0", 8, NULL, "not a calendar");
}

static void
bounds_hold (void)
{
  StafetIcsLimits limits = stafet_ics_limits;
  g_autoptr (GString) many = g_string_new (HEAD);

  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  for (int i = 0; i < 20000; i++)
    g_string_append (many, "BEGIN:VTODO\r\nEND:VTODO\r\n");
  g_string_append (many, TAIL);
  assert_refused (many->str, many->len, NULL, "20,000");
  limits.octets = 100;
  assert_refused (many->str, many->len, &limits, "10 MB");
}

static const char whole[] = HEAD
  "BEGIN:VTIMEZONE\r\nTZID:Egen\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;"
  "BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT (
    "DTSTART;TZID=Egen:20261124T100000\r\nDTEND;TZID=Egen:20261124T110000\r\nSUMMARY:L\xc3\xa6s\r\n ning\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Egen:20261201T100000\r\nRDATE;VALUE=PERIOD:20270101T100000Z/"
    "PT2H\r\n"
    "X-A;B=\"c\":d\r\n") TAIL;

static void
truncated_anywhere_is_refused (void)
{
  gsize last = strlen (whole) - strlen ("\r\n");

  g_assert_nonnull (strstr (whole, "END:VCALENDAR"));
  for (gsize n = 0; n < strlen (whole); n++)
    {
      g_autofree char *exact = g_memdup2 (whole, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (StafetIcsFile) file = try_bytes (exact, n, NULL, &error);

      g_assert_true (n >= last ? file != NULL : file == NULL);
      g_assert_true (file != NULL || error->message[0] != '\0');
    }
}

static void
random_octets_are_survived (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *bytes = g_memdup2 (whole, sizeof whole - 1);
      gsize length = sizeof whole - 1;
      g_autoptr (StafetIcsFile) file = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        bytes[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      file = try_bytes (bytes, length, NULL, &error);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/read/folded-line-keeps-its-bytes", folded_line_keeps_its_bytes);
  g_test_add_func ("/ics/read/escapes-are-undone", escapes_are_undone);
  g_test_add_func ("/ics/read/another-encoding-is-tried-and-told", another_encoding_is_tried_and_told);
  g_test_add_func ("/ics/read/unknown-properties-stay-as-they-were", unknown_properties_stay_as_they_were);
  g_test_add_func ("/ics/read/several-calendars-are-one", several_calendars_are_one);
  g_test_add_func ("/ics/read/nameless-events-are-named-by-what-they-say",
                   nameless_events_are_named_by_what_they_say);
  g_test_add_func ("/ics/read/what-is-told-again-is-noted", what_is_told_again_is_noted);
  g_test_add_func ("/ics/read/faults-are-told-in-words", faults_are_told_in_words);
  g_test_add_func ("/ics/read/too-many-dates-are-a-fault", too_many_dates_are_a_fault);
  g_test_add_func ("/ics/read/a-text-beyond-bounds-is-a-fault", a_text_beyond_bounds_is_a_fault);
  g_test_add_func ("/ics/read/an-event-without-its-end-is-a-fault", an_event_without_its_end_is_a_fault);
  g_test_add_func ("/ics/read/what-is-no-calendar-is-refused-with-a-sentence",
                   what_is_no_calendar_is_refused_with_a_sentence);
  g_test_add_func ("/ics/read/bounds-hold", bounds_hold);
  g_test_add_func ("/ics/read/truncated-anywhere-is-refused", truncated_anywhere_is_refused);
  g_test_add_func ("/ics/read/random-octets-are-survived", random_octets_are_survived);
  return g_test_run ();
}
