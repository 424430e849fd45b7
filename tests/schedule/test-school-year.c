/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the list of school holidays to the place that is asked about, and the school year to its August.
 */
#include "schedule/stafet-school-year.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "west", "name", "Vest", NULL);
  put (f, STAFET_KIND_AREA, "east", "name", "Øst", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "west", NULL);
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "summer", "from", "2027-06-26", "to", "2027-08-08", "text",
       "Sommerferie", NULL);
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "winter", "from", "2027-02-13", "to", "2027-02-21", "text",
       "Vinterferie", "area", "west", NULL);
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "eastern", "from", "2027-02-06", "to", "2027-02-14", "text",
       "Vinterferie", "area", "east", NULL);
  put (f, STAFET_KIND_SCHOOL_HOLIDAY, "past", "from", "2026-10-10", "to", "2026-10-18", "text",
       "Efterårsferie", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
assert_finds (Fixture *f, StafetAgendaQuery query, const char *expected)
{
  g_autoptr (GPtrArray) found = stafet_school_holidays_find (f->snapshot, &query);
  g_autoptr (GString) uids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", ((StafetRecord *) found->pdata[i])->uid);
  g_assert_cmpstr (uids->str, ==, expected);
}

RULE (those_of_the_place_are_found)
{
  StafetDate end = TUESDAY + 365;

  assert_finds (f, (StafetAgendaQuery){ .from = TUESDAY, .to = end, .house = stafet_uid_intern ("mill") },
                "winter summer");
  assert_finds (f, (StafetAgendaQuery){ .from = TUESDAY, .to = end, .area = stafet_uid_intern ("west") },
                "winter summer");
  assert_finds (f, (StafetAgendaQuery){ .from = TUESDAY, .to = end, .area = stafet_uid_intern ("east") },
                "eastern summer");
  assert_finds (f, (StafetAgendaQuery){ .from = TUESDAY, .to = end }, "eastern winter summer");
  /* On one of its days is enough. */
  assert_finds (f,
                (StafetAgendaQuery){ .from = stafet_date_new (2026, 10, 18),
                                     .to = stafet_date_new (2027, 2, 13),
                                     .house = stafet_uid_intern ("mill") },
                "past winter");
}

RULE (a_school_year_begins_in_august)
{
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY + 365, .house = stafet_uid_intern ("mill") };
  g_autoptr (GPtrArray) known = stafet_school_holidays_find (f->snapshot, &query);
  g_autofree char *july = stafet_school_year_words (stafet_date_new (2027, 7, 31));
  g_autofree char *august = stafet_school_year_words (stafet_date_new (2099, 8, 1));

  g_assert_cmpstr (july, ==, "2026/27");
  g_assert_cmpstr (august, ==, "2099/00");
  g_assert_cmpint (stafet_school_year_begin (TUESDAY), ==, stafet_date_new (2026, 8, 1));
  g_assert_true (stafet_school_year_is_known (known, TUESDAY));
  /* The summer belongs to the year before it. */
  g_assert_false (stafet_school_year_is_known (known, stafet_date_new (2027, 8, 2)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schedule/school-year/of-the-place", Fixture, NULL, set_up, those_of_the_place_are_found,
              tear_down);
  g_test_add ("/schedule/school-year/august", Fixture, NULL, set_up, a_school_year_begins_in_august,
              tear_down);
  return g_test_run ();
}
