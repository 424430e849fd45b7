/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the iCalendar writer to RFC 5545: folding, escaping, dates and zones.
 */
#include "ics/stafet-ics-writer.h"
#include "ics/stafet-ics-zone.h"

#include <string.h>

/* ——— Text ——— */

/* Random text of letters, wide letters, escapes and line feeds; free of what the writer drops. */
static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "a", " ", "æ", "Å", "–", "“", "😀", "\\", ";", ",", "\n", "n", ":" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 400);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What a reader does: joins folded lines and resolves escapes. */
static char *
read_text (const char *written, const char *name)
{
  g_auto (GStrv) folds = g_strsplit (written, "\r\n ", -1);
  g_autofree char *line = g_strjoinv ("", folds);
  GString *text = g_string_new (NULL);
  const char *c = line + strlen (name) + 1;

  for (; *c != '\r'; c++)
    if (*c != '\\')
      g_string_append_c (text, *c);
    else
      g_string_append_c (text, *++c == 'n' ? '\n' : *c);
  g_assert_cmpstr (c, ==, "\r\n");
  return g_string_free (text, FALSE);
}

static void
assert_lines (const char *written)
{
  g_auto (GStrv) lines = g_strsplit (written, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      gsize length = strlen (*line);

      g_assert_cmpuint (length, <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
      g_assert_null (strpbrk (*line, "\r\n"));
      /* No escape is torn: a line never ends in an odd number of backslashes. */
      while (length > 0 && (*line)[length - 1] == '\\')
        length--;
      g_assert_cmpuint ((strlen (*line) - length) % 2, ==, 0);
    }
}

static void
random_texts_come_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (75);

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *read = NULL;

      stafet_ics_write_text (out, "DESCRIPTION", text);
      assert_lines (out->str);
      read = read_text (out->str, "DESCRIPTION");
      g_assert_cmpstr (read, ==, text);
    }
}

static void
a_line_of_75_is_not_folded (void)
{
  g_autofree char *fits = g_strnfill (73, 'x');
  g_autofree char *too_long = g_strnfill (74, 'x');
  g_autoptr (GString) out = g_string_new (NULL);

  stafet_ics_write_text (out, "A", fits);
  g_assert_cmpuint (out->len, ==, 77);
  g_string_truncate (out, 0);
  stafet_ics_write_text (out, "A", too_long);
  g_assert_true (g_str_has_suffix (out->str, "\r\n x\r\n"));
}

static void
controls_are_dropped (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  stafet_ics_write_text (out, "SUMMARY",
                         "a\tb\x01"
                         "c\rd\x7f"
                         "e\xc2\x85"
                         "f\xc2\x9f"
                         "g\xe2\x80\xa8h");
  g_assert_cmpstr (out->str, ==, "SUMMARY:a bcde\\nfg\\nh\r\n");
}

/* ——— Zones ——— */

static char *
zone_text (const char *name)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (name, NULL);
  GString *out = g_string_new (NULL);

  if (zone != NULL)
    stafet_ics_write_zone (out, zone, 2026);
  return g_string_free (out, FALSE);
}

static void
copenhagen_is_pinned (void)
{
  g_autofree char *text = zone_text ("Europe/Copenhagen");

  g_assert_cmpstr (text, ==,
                   "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n"
                   "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                   "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
                   "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                   "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n"
                   "END:VTIMEZONE\r\n");
}

static void
other_zones_follow_their_rules (void)
{
  g_autofree char *new_york = zone_text ("America/New_York");
  g_autofree char *kolkata = zone_text ("Asia/Kolkata");

  if (*new_york == '\0')
    {
      g_test_skip ("no zone database");
      return;
    }
  g_assert_cmpstr (new_york, ==,
                   "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n"
                   "BEGIN:DAYLIGHT\r\nDTSTART:19700308T020000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
                   "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\n"
                   "BEGIN:STANDARD\r\nDTSTART:19701101T020000\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"
                   "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"
                   "END:VTIMEZONE\r\n");
  g_assert_cmpstr (kolkata, ==,
                   "BEGIN:VTIMEZONE\r\nTZID:Asia/Kolkata\r\n"
                   "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                   "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\n"
                   "END:VTIMEZONE\r\n");
}

/* ——— Events ——— */

static void
an_event_has_all_its_lines (void)
{
  StafetWall start = stafet_wall_new (stafet_date_new (2026, 10, 24), 22 * 60);
  StafetIcsEvent event = { .uid = "abc-20261024@stafet",
                           .start = start,
                           .end = start + 8 * 60,
                           .summary = "Vågetjeneste: Lis",
                           .location = "",
                           .description = "Kaffe, kage",
                           .category = "Plejehjem",
                           .transparent = TRUE,
                           .sequence = 12,
                           .stamp = 1764000001 };
  g_autoptr (GString) out = g_string_new (NULL);

  stafet_ics_write_event (out, &event, "Europe/Copenhagen");
  g_assert_cmpstr (out->str, ==,
                   "BEGIN:VEVENT\r\nUID:abc-20261024@stafet\r\n"
                   "DTSTAMP:20251124T160001Z\r\nLAST-MODIFIED:20251124T160001Z\r\nSEQUENCE:12\r\n"
                   "DTSTART;TZID=Europe/Copenhagen:20261024T220000\r\n"
                   "DTEND;TZID=Europe/Copenhagen:20261025T060000\r\n"
                   "SUMMARY:Vågetjeneste: Lis\r\nDESCRIPTION:Kaffe\\, kage\r\nCATEGORIES:Plejehjem\r\n"
                   "STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

static void
an_all_day_event_has_dates (void)
{
  StafetWall start = stafet_wall_new (stafet_date_new (2026, 2, 28), 0);
  StafetIcsEvent event = { .uid = "u", .start = start, .end = start + 1440, .all_day = TRUE, .summary = "s" };
  g_autoptr (GString) out = g_string_new (NULL);

  stafet_ics_write_event (out, &event, "Europe/Copenhagen");
  g_assert_nonnull (strstr (out->str, "DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/writer/random-texts-come-back", random_texts_come_back);
  g_test_add_func ("/ics/writer/a-line-of-75-is-not-folded", a_line_of_75_is_not_folded);
  g_test_add_func ("/ics/writer/controls-are-dropped", controls_are_dropped);
  g_test_add_func ("/ics/zone/copenhagen-is-pinned", copenhagen_is_pinned);
  g_test_add_func ("/ics/zone/others-follow-their-rules", other_zones_follow_their_rules);
  g_test_add_func ("/ics/writer/an-event-has-all-its-lines", an_event_has_all_its_lines);
  g_test_add_func ("/ics/writer/an-all-day-event-has-dates", an_all_day_event_has_dates);
  return g_test_run ();
}
