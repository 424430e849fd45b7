/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is told to who is not looking: only what is new, once, and never a name.
 */
#include "plan/stafet-example.h"
#include "schedule/stafet-alerts.h"
#include "snapshot-fixture.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define AT(hour, minute) (stafet_wall_new (TUESDAY, 60 * (hour) + (minute)))

/* The café needs two at ten, and has Lis and Bent. */
static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_HOUSE, "other", "name", "Trøjborg", "kind", "volunteer", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-23T10:00", "end",
       "2026-11-23T14:00", "rule", "FREQ=DAILY", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "2", "activity", "cafe", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "serve", "volunteer", "bent", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static void
regret (Fixture *f, const char *uid, const char *volunteer, const char *date)
{
  put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", "serve", "date", date, "volunteer", volunteer, "state",
       "declined", NULL);
}

/* The plan goes on from a copy, as the real one does. (transfer full) what it was */
static StafetSnapshot *
keep (Fixture *f)
{
  StafetSnapshot *before = f->snapshot;

  f->snapshot = stafet_snapshot_copy (before);
  return before;
}

/* "title: body > action", joined by a line end. */
static void
assert_told (Fixture *f, StafetSnapshot *seen, StafetWall looked, StafetWall now, const char *house,
             const char *expected)
{
  StafetAgendaQuery place = { .house = house != NULL ? stafet_uid_intern (house) : NULL };
  g_autoptr (GPtrArray) alerts = stafet_alerts_find (seen, looked, f->snapshot, &place, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < alerts->len; i++)
    {
      const StafetAlert *alert = g_ptr_array_index (alerts, i);
      g_autofree char *target =
        alert->target != NULL ? g_variant_print (alert->target, FALSE) : g_strdup ("");

      g_string_append_printf (text, "%s%s: %s > %s %s", i > 0 ? "\n" : "", alert->title, alert->body,
                              alert->action, target);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* ——— Holes ——— */

#define HOLE_TODAY "1 is missing today: 10:00–14:00 · Café · Servering > app.find ('serve', 20781)"

RULE (a_hole_that_came_is_told_and_one_that_was_there_is_not)
{
  g_autoptr (StafetSnapshot) seen = keep (f);

  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill", "");
  regret (f, "r1", "bent", "2026-11-24");
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill", HOLE_TODAY);
  assert_told (f, f->snapshot, AT (8, 40), AT (8, 50), "mill", "");
  /* Nobody can do anything about it any more. */
  assert_told (f, seen, AT (8, 30), AT (14, 0), "mill", "");
}

RULE (a_hole_that_is_filled_is_told_no_longer)
{
  g_autoptr (StafetSnapshot) seen = keep (f);

  put (f, STAFET_KIND_VOLUNTEER, "aase", "name", "Åse Kjær", NULL);
  regret (f, "r1", "bent", "2026-11-24");
  put (f, STAFET_KIND_ASSIGNMENT, "p1", "shift", "serve", "date", "2026-11-24", "volunteer", "aase", "state",
       "promised", NULL);
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill", "");
}

RULE (today_and_tomorrow_are_near_and_other_days_are_not)
{
  g_autoptr (StafetSnapshot) seen = keep (f);

  regret (f, "r1", "bent", "2026-11-26");
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill", "");
  regret (f, "r2", "bent", "2026-11-25");
  regret (f, "r3", "lis", "2026-11-25");
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill",
               "2 are missing tomorrow: 10:00–14:00 · Café · Servering > app.find ('serve', 20782)");
}

RULE (only_the_houses_in_view_are_told_of_and_are_named_where_there_are_several)
{
  g_autoptr (StafetSnapshot) seen = keep (f);

  regret (f, "r1", "bent", "2026-11-24");
  assert_told (f, seen, AT (8, 30), AT (8, 40), "other", "");
  assert_told (f, seen, AT (8, 30), AT (8, 40), NULL,
               "1 is missing today: 10:00–14:00 · Café · Servering · Møllestien > app.find ('serve', 20781)");
}

RULE (many_holes_at_once_are_one_matter)
{
  g_autoptr (StafetSnapshot) seen = NULL;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *uid = g_strdup_printf ("more%d", i);

      put (f, STAFET_KIND_SHIFT, uid, "role", "Opvask", "wanted", "0", "activity", "cafe", NULL);
    }
  seen = keep (f);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *uid = g_strdup_printf ("more%d", i);

      put (f, STAFET_KIND_SHIFT, uid, "wanted", "1", NULL);
    }
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill",
               "8 places are missing today and tomorrow: The plan was changed on another machine. > "
               "app.show-day 20781");
}

RULE (what_a_hall_is_let_for_is_not_told)
{
  g_autoptr (StafetSnapshot) seen = NULL;

  put (f, STAFET_KIND_ACTIVITY, "cafe", "visibility", "occupied", "title", "Bents fødselsdag", NULL);
  seen = keep (f);
  regret (f, "r1", "bent", "2026-11-24");
  assert_told (f, seen, AT (8, 30), AT (8, 40), "mill",
               "1 is missing today: 10:00–14:00 · Servering > app.find ('serve', 20781)");
}

/* ——— Notes ——— */

#define NOTE(n) n ": What it says stands on the page Today. > app.show-day 20781"

RULE (notes_of_the_day_are_told_in_the_morning_to_who_has_not_seen_them)
{
  g_autoptr (StafetSnapshot) seen = NULL;
  StafetWall yesterday = AT (15, 0) - 24 * 60;

  put (f, STAFET_KIND_NOTE, "n1", "text", "Ring til Lis", "on", "2026-11-24", NULL);
  put (f, STAFET_KIND_NOTE, "n2", "text", "Uden dag", NULL);
  put (f, STAFET_KIND_NOTE, "n3", "text", "I går", "on", "2026-11-23", NULL);
  seen = keep (f);
  assert_told (f, seen, yesterday, AT (7, 59), "mill", "");
  assert_told (f, seen, yesterday, AT (8, 0), "mill", NOTE ("1 note is for today"));
  assert_told (f, seen, AT (6, 30), AT (8, 0), "mill", "");
  put (f, STAFET_KIND_NOTE, "n4", "text", "Fra en anden maskine", "on", "2026-11-24", NULL);
  assert_told (f, seen, AT (6, 30), AT (8, 0), "mill", NOTE ("1 note is for today"));
  assert_told (f, seen, yesterday, AT (8, 0), "mill", NOTE ("2 notes are for today"));
  put (f, STAFET_KIND_NOTE, "n1", "done", "2026-11-24", NULL);
  put (f, STAFET_KIND_NOTE, "n4", "done", "2026-11-24", NULL);
  assert_told (f, seen, yesterday, AT (8, 0), "mill", "");
}

/* ——— The day is over ——— */

#define WHO_CAME                                                                                             \
  "Who came today?: Nobody has said so yet. Tick those who came, or choose All came as planned. > "          \
  "app.show-day 20781"

RULE (who_came_is_asked_once_the_last_thing_of_the_day_is_over)
{
  g_autoptr (StafetSnapshot) seen = NULL;

  put (f, STAFET_KIND_ACTIVITY, "talk", "title", "Foredrag", "house", "mill", "start", "2026-11-24T19:00",
       "end", "2026-11-24T21:00", NULL);
  seen = keep (f);
  assert_told (f, seen, AT (8, 0), AT (14, 30), "mill", "");
  assert_told (f, seen, AT (8, 0), AT (21, 14), "mill", "");
  assert_told (f, seen, AT (8, 0), AT (21, 15), "mill", WHO_CAME);
  assert_told (f, seen, AT (21, 5), AT (21, 15), "mill", "");
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-11-24", "volunteer", "lis", "status",
       "came", NULL);
  assert_told (f, seen, AT (8, 0), AT (21, 15), "mill", WHO_CAME);
  put (f, STAFET_KIND_ATTENDANCE, "a2", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "status",
       "absent", NULL);
  assert_told (f, seen, AT (8, 0), AT (21, 15), "mill", "");
}

/* ——— Names ——— */

static void
assert_names_nobody (const StafetSnapshot *snapshot, const GPtrArray *alerts)
{
  static const struct
  {
    StafetKind kind;
    const char *key;
  } named[] = { { STAFET_KIND_VOLUNTEER, "name" }, { STAFET_KIND_SIGNUP, "name" },
                { STAFET_KIND_CONTACT, "name" },   { STAFET_KIND_ASSIGNMENT, "guest" },
                { STAFET_KIND_NOTE, "text" },      { STAFET_KIND_PHONE, "number" } };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      const GPtrArray *all = stafet_snapshot_all (snapshot, named[i].kind);
      const StafetField *field = stafet_record_info_field (stafet_record_info (named[i].kind), named[i].key);

      for (guint j = 0; j < all->len; j++)
        {
          g_autofree char *name = stafet_record_get_text (g_ptr_array_index (all, j), field);

          for (guint k = 0; *name != '\0' && k < alerts->len; k++)
            {
              const StafetAlert *alert = g_ptr_array_index (alerts, k);

              g_assert_null (strstr (alert->title, name));
              g_assert_null (strstr (alert->body, name));
              g_assert_null (strstr (alert->id, name));
            }
        }
    }
}

/* Everybody of the example sends regrets, one after the other, at every hour of the day. */
static void
no_text_names_anybody (void)
{
  g_autoptr (StafetChangeset) example = stafet_example_new (STAFET_EXAMPLE_HOUSE, 1, TUESDAY);
  Fixture f = { stafet_snapshot_new () };
  g_autoptr (StafetSnapshot) seen = NULL;
  const GPtrArray *volunteers;
  StafetAgendaQuery place = { 0 };
  guint n = 0;

  stafet_snapshot_apply (f.snapshot, example);
  put (&f, STAFET_KIND_NOTE, "n1", "text", "Ring til Lis Bæk", "on", "2026-11-24", NULL);
  seen = keep (&f);
  volunteers = stafet_snapshot_all (seen, STAFET_KIND_VOLUNTEER);
  g_assert_cmpuint (volunteers->len, >, 20);
  for (guint i = 0; i < volunteers->len; i++)
    {
      stafet_snapshot_unref (f.snapshot);
      f.snapshot = stafet_snapshot_copy (seen);
      put (&f, STAFET_KIND_ABSENCE, "gone", "volunteer",
           ((StafetRecord *) g_ptr_array_index (volunteers, i))->uid, "from", "2026-11-24", "to",
           "2026-11-25", NULL);
      for (int hour = 0; hour < 24; hour++)
        {
          g_autoptr (GPtrArray) alerts =
            stafet_alerts_find (seen, AT (0, 0) - 60, f.snapshot, &place, AT (hour, 30));

          n += alerts->len;
          assert_names_nobody (f.snapshot, alerts);
        }
    }
  g_assert_cmpuint (n, >, 400);
  stafet_snapshot_unref (f.snapshot);
}

static void
what_is_published_by_hand_is_told_without_a_path (void)
{
  g_autoptr (StafetAlert) alert = stafet_alert_new_publishing_failed ();

  g_assert_cmpstr (alert->title, ==, "The calendars could not be published");
  g_assert_cmpstr (alert->body, ==, "The page Nursing homes says why.");
  g_assert_cmpstr (alert->action, ==, "app.nursing");
}

#define TEST(path, func) g_test_add ("/schedule/alerts/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("holes/only-those-that-came", a_hole_that_came_is_told_and_one_that_was_there_is_not);
  TEST ("holes/not-when-filled", a_hole_that_is_filled_is_told_no_longer);
  TEST ("holes/today-and-tomorrow", today_and_tomorrow_are_near_and_other_days_are_not);
  TEST ("holes/of-the-houses-in-view",
        only_the_houses_in_view_are_told_of_and_are_named_where_there_are_several);
  TEST ("holes/many-at-once-are-one-matter", many_holes_at_once_are_one_matter);
  TEST ("holes/not-what-a-hall-is-let-for", what_a_hall_is_let_for_is_not_told);
  TEST ("notes/in-the-morning", notes_of_the_day_are_told_in_the_morning_to_who_has_not_seen_them);
  TEST ("day/once-it-is-over", who_came_is_asked_once_the_last_thing_of_the_day_is_over);
  g_test_add_func ("/schedule/alerts/no-text-names-anybody", no_text_names_anybody);
  g_test_add_func ("/schedule/alerts/publishing-without-a-path",
                   what_is_published_by_hand_is_told_without_a_path);
  return g_test_run ();
}
