/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds which notes stand on a day, and in which house.
 */
#include "schedule/stafet-notes.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define UID(text) (stafet_uid_intern (text))
#define NOTE(uid, ...) put (f, STAFET_KIND_NOTE, uid, "text", uid, __VA_ARGS__, NULL)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "north", "name", "Nord", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "north", NULL);
  put (f, STAFET_KIND_HOUSE, "other", "name", "Trøjborg", "kind", "volunteer", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
append (GString *line, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                            ((StafetRecord *) g_ptr_array_index (notes, i))->uid);
}

/* "standing | coming" within seven days. */
static void
assert_notes (Fixture *f, const StafetAgendaQuery *query, const char *expected)
{
  g_auto (StafetNotes) notes = { NULL, NULL };
  g_autoptr (GString) line = g_string_new (NULL);

  stafet_notes_find (f->snapshot, query, 7, &notes);
  append (line, notes.standing);
  g_string_append (line, " | ");
  append (line, notes.coming);
  g_assert_cmpstr (line->str, ==, expected);
}

#define ASSERT_NOTES(expected, ...) assert_notes (f, &(StafetAgendaQuery){ __VA_ARGS__ }, expected)

RULE (dated_notes_come_first_and_stand_from_their_day_on)
{
  NOTE ("always-2", "on", "");
  NOTE ("always-1", "on", "");
  NOTE ("today", "on", "2026-11-24");
  NOTE ("late", "on", "2026-11-20");
  NOTE ("tomorrow", "on", "2026-11-25");
  NOTE ("in-a-week", "on", "2026-12-01");
  NOTE ("later", "on", "2026-12-02");
  ((StafetRecord *) stafet_snapshot_lookup (f->snapshot, STAFET_KIND_NOTE, "always-2"))->version = 1;
  ((StafetRecord *) stafet_snapshot_lookup (f->snapshot, STAFET_KIND_NOTE, "always-1"))->version = 2;
  ASSERT_NOTES ("late today always-2 always-1 | tomorrow in-a-week", .from = TUESDAY);
  ASSERT_NOTES ("always-2 always-1 | late today tomorrow", .from = TUESDAY - 5);
}

RULE (a_note_that_is_done_stands_no_more)
{
  NOTE ("done", "on", "2026-11-20", "done", "2026-11-23");
  NOTE ("also-done", "done", "2026-11-23");
  NOTE ("done-early", "on", "2026-11-25", "done", "2026-11-23");
  ASSERT_NOTES (" | ", .from = TUESDAY);
}

RULE (a_note_stands_in_its_own_house_and_one_without_in_all)
{
  NOTE ("mill-note", "house", "mill");
  NOTE ("other-note", "house", "other");
  NOTE ("cafe-note", "activity", "cafe");
  NOTE ("anywhere", "on", "2026-11-24");
  ASSERT_NOTES ("anywhere cafe-note mill-note | ", .from = TUESDAY, .house = UID ("mill"));
  ASSERT_NOTES ("anywhere other-note | ", .from = TUESDAY, .house = UID ("other"));
  ASSERT_NOTES ("anywhere cafe-note mill-note | ", .from = TUESDAY, .area = UID ("north"));
  ASSERT_NOTES ("anywhere cafe-note mill-note other-note | ", .from = TUESDAY);
}

RULE (a_note_of_a_house_about_anothers_activity_is_the_houses)
{
  NOTE ("note", "house", "other", "activity", "cafe");
  ASSERT_NOTES ("note | ", .from = TUESDAY, .house = UID ("other"));
  ASSERT_NOTES (" | ", .from = TUESDAY, .house = UID ("mill"));
}

RULE (a_note_is_overdue_once_its_day_has_passed)
{
  StafetNote *late = NOTE ("late", "on", "2026-11-23"), *today = NOTE ("today", "on", "2026-11-24");
  StafetNote *always = NOTE ("always", "on", ""),
             *done = NOTE ("done", "on", "2026-11-20", "done", "2026-11-24");

  g_assert_true (stafet_note_is_overdue (late, TUESDAY));
  g_assert_false (stafet_note_is_overdue (today, TUESDAY));
  g_assert_true (stafet_note_is_overdue (today, TUESDAY + 1));
  g_assert_false (stafet_note_is_overdue (always, TUESDAY));
  g_assert_false (stafet_note_is_overdue (done, TUESDAY));
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/notes/dated-ones-come-first-and-stand-from-their-day-on",
        dated_notes_come_first_and_stand_from_their_day_on);
  TEST ("/schedule/notes/one-that-is-done-stands-no-more", a_note_that_is_done_stands_no_more);
  TEST ("/schedule/notes/stand-in-their-own-house-and-without-one-in-all",
        a_note_stands_in_its_own_house_and_one_without_in_all);
  TEST ("/schedule/notes/about-anothers-activity-are-the-houses",
        a_note_of_a_house_about_anothers_activity_is_the_houses);
  TEST ("/schedule/notes/are-overdue-once-their-day-has-passed", a_note_is_overdue_once_its_day_has_passed);
  return g_test_run ();
}
