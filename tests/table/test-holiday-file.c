/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the table of school holidays to telling of every line what becomes of it, and why.
 */
#include "../plan/use-fixture.h"

#include "table/stafet-holiday-file.h"
#include "table/stafet-table.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* In the folder of the store. (transfer full) */
static char *
write_file (Fixture *f, const char *text, gssize length)
{
  char *path = g_build_filename (f->folder, "ferier.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

/* (transfer full) */
static GPtrArray *
look (Fixture *f, const char *text, gssize length, GError **error)
{
  g_autofree char *path = write_file (f, text, length);
  GPtrArray *lines = stafet_holiday_file_look (path, stafet_clock_today (f->clock), error);

  g_unlink (path);
  return lines;
}

static void
assert_looks (Fixture *f, const char *text, StafetUid area, const char *expected)
{
  static const char *const states[] = { "new", "known", "twice", "faulty" };
  g_autoptr (GPtrArray) lines = look (f, text, -1, NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  stafet_holiday_file_compare (lines, stafet_plan_get_snapshot (f->plan), area);
  for (guint i = 0; i < lines->len; i++)
    {
      const StafetHolidayLine *line = g_ptr_array_index (lines, i);

      g_assert_true ((line->holiday == NULL) == (line->fault != NULL));
      g_string_append_printf (told, "%s%u %s", i > 0 ? ", " : "", line->number, states[line->state]);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
assert_refused (Fixture *f, const char *text, gssize length, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = look (f, text, length, &error);

  g_assert_null (lines);
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, part));
}

/* Only a list of them is taken in: here a list of one. */
static void
add_school (Fixture *f, const char *from, const char *to, const char *text, const char *area)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  StafetSchoolHoliday *holiday = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);

  g_ptr_array_add (holidays, holiday);
  g_assert_true (stafet_date_parse (from, &holiday->from, NULL)
                 && stafet_date_parse (to, &holiday->to, NULL));
  stafet_record_set_text ((StafetRecord *) holiday,
                          stafet_record_info_field (STAFET_RECORD_INFO (holiday), "text"), text, NULL);
  done (f, stafet_use_import_holidays (holidays, area));
}

#define TABLE                                                                                                \
  "Fra;Til;Tekst\n13/2/2027;21/2/2027;Vinterferie\n\nsnart;2027-03-29;Påske\n"                              \
  "2027-02-13;2027-02-21;Vinterferie\n2027-02-21;2027-02-13;Baglæns\n2027-10-16;2027-10-24;Efterårsferie\n"

RULE (every_line_is_told_what_becomes_of_it)
{
  StafetUid north;

  ADD (AREA, "name=Nord");
  north = ((StafetRecord *) FIND (AREA, "Nord"))->uid;
  add_school (f, "2027-10-16", "2027-10-24", "Efterårsferie", NULL);
  assert_looks (f, TABLE, NULL, "2 new, 4 faulty, 5 twice, 6 faulty, 7 known");
  /* One that holds everywhere is not that of an area. */
  assert_looks (f, TABLE, north, "2 new, 4 faulty, 5 twice, 6 faulty, 7 new");
  add_school (f, "2027-02-13", "2027-02-21", "Vinterferie", "Nord");
  assert_looks (f, TABLE, north, "2 known, 4 faulty, 5 known, 6 faulty, 7 new");
}

/* As people and the municipalities' pages write them. */
RULE (a_line_is_read_as_people_write_it)
{
  static const char *const lines_of[] = {
    "13/2 2027;21/2 2027;Vinterferie",
    "13.02.2027;21.02.2027;Vinterferie;;",
    "13. februar 2027;21. februar 2027;Vinterferie",
    "lørdag den 13. februar 2027;søndag den 21. februar 2027;Vinterferie",
    "Vinterferie;13/2 27;21/2 27",
    "Ferie;Fra;Til\nVinterferie;13-02-2027;21-02-2027",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines_of); i++)
    {
      g_autoptr (GPtrArray) lines = look (f, lines_of[i], -1, NULL);
      const StafetHolidayLine *line = g_ptr_array_index (lines, 0);

      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_cmpstr (line->fault, ==, NULL);
      g_assert_cmpint (line->holiday->from, ==, stafet_date_new (2027, 2, 13));
      g_assert_cmpint (line->holiday->to, ==, stafet_date_new (2027, 2, 21));
      g_assert_cmpstr (line->holiday->text, ==, "Vinterferie");
    }
  assert_looks (f, "31/2 2027;1/3 2027;Umulig\nVinterferie;snart;21/2 2027\n;13/2 2027;21/2 2027\n", NULL,
                "1 faulty, 2 faulty, 3 faulty");
}

RULE (what_overlaps_another_is_told)
{
  g_autoptr (GPtrArray) lines = NULL;

  add_school (f, "2027-02-15", "2027-02-21", "Vinterferie", NULL);
  lines = look (f, "2027-02-13;2027-02-21;Vinterferie\n2027-02-22;2027-02-23;Fri", -1, NULL);
  stafet_holiday_file_compare (lines, stafet_plan_get_snapshot (f->plan), NULL);
  g_assert_nonnull (strstr (((StafetHolidayLine *) g_ptr_array_index (lines, 0))->note, "overlaps"));
  g_assert_null (((StafetHolidayLine *) g_ptr_array_index (lines, 1))->note);
}

RULE (what_is_no_table_is_refused)
{
  g_autofree char *large = g_strnfill (STAFET_TABLE_BYTES_MAX + 1, 'x');
  g_autoptr (GError) error = NULL;

  assert_refused (f, "", 0, "no school holidays");
  assert_refused (f, "fra;til;tekst\n\n", -1, "no school holidays");
  assert_refused (f, "a\0b", 3, "no table");
  assert_refused (f, large, STAFET_TABLE_BYTES_MAX + 1, "more than 50 MB");
  g_assert_null (stafet_holiday_file_look ("/nowhere/ferier.csv", stafet_clock_today (f->clock), &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/table/holiday-file/every-line", Fixture, NULL, set_up, every_line_is_told_what_becomes_of_it,
              tear_down);
  g_test_add ("/table/holiday-file/as-written", Fixture, NULL, set_up, a_line_is_read_as_people_write_it,
              tear_down);
  g_test_add ("/table/holiday-file/overlap", Fixture, NULL, set_up, what_overlaps_another_is_told, tear_down);
  g_test_add ("/table/holiday-file/no-table", Fixture, NULL, set_up, what_is_no_table_is_refused, tear_down);
  return g_test_run ();
}
