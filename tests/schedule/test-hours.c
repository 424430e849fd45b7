/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds hours to closed days, and what nobody confirmed to a column of its own.
 */
#include "core/stafet-i18n.h"
#include "schedule/stafet-hours.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NOW (stafet_wall_new (TUESDAY, 480))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "start", "2026-11-03T10:00", "end",
       "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "max", "9", "activity", "cafe",
       NULL);
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
assert_hours (Fixture *f, StafetUid volunteer, const char *expected)
{
  StafetAgendaQuery query = { .from = TUESDAY - WEEKS (3),
                              .to = TUESDAY + WEEKS (3),
                              .volunteer = volunteer };
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetHours) hours = stafet_hours_new (f->snapshot, &query, NOW, zone);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hours->volunteers->len; i++)
    {
      const StafetHoursLine *line = hours->volunteers->pdata[i];

      g_string_append_printf (text, "%s %u×%d+%d; ", stafet_record_get_label (line->who), line->times,
                              (int) line->confirmed, (int) line->planned);
    }
  for (guint i = 0; i < hours->organisers->len; i++)
    {
      const StafetHoursLine *line = hours->organisers->pdata[i];

      g_string_append_printf (text, "%s %d+%d heads %d/%d/%d; ", stafet_record_get_label (line->who),
                              (int) line->confirmed, (int) line->planned, (int) line->heads[0],
                              (int) line->heads[1], (int) line->heads[2]);
    }
  g_string_append_printf (text, "guests %d+%d; all %d+%d", (int) hours->guests.confirmed,
                          (int) hours->guests.planned, (int) hours->total.confirmed,
                          (int) hours->total.planned);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Three dates are over, the fourth is today at ten. */
RULE (what_nobody_confirmed_is_planned_alone)
{
  assert_hours (f, NULL, "Bent Krag 0×0+720; Lis Bæk 0×0+720; guests 0+0; all 0+1440");
}

RULE (hours_come_from_closed_days)
{
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-11-17", "volunteer", "lis", "status",
       "came", "minutes", "240", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "a2", "shift", "serve", "date", "2026-11-10", "volunteer", "lis", "status",
       "came", "minutes", "90", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "a3", "shift", "serve", "date", "2026-11-17", "volunteer", "bent", "status",
       "absent", NULL);
  assert_hours (f, NULL, "Bent Krag 0×0+480; Lis Bæk 2×330+240; guests 0+0; all 330+720");
  assert_hours (f, stafet_uid_intern ("lis"), "Lis Bæk 2×330+240; guests 0+0; all 330+240");
}

RULE (groups_count_heads_by_how_they_were_counted)
{
  put (f, STAFET_KIND_ATTENDANCE, "a1", "shift", "serve", "date", "2026-11-17", "organiser", "choir", "count",
       "4", "status", "extra", "minutes", "60", "method", "estimated", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "a2", "shift", "serve", "date", "2026-11-10", "organiser", "choir", "count",
       "3", "status", "extra", "minutes", "60", "method", "counted", NULL);
  put (f, STAFET_KIND_ATTENDANCE, "a3", "shift", "serve", "date", "2026-11-10", "guest", "Bo", "status",
       "extra", "minutes", "30", NULL);
  assert_hours (
    f, NULL, "Bent Krag 0×0+720; Lis Bæk 0×0+720; Sangvennerne 420+0 heads 3/4/0; guests 30+0; all 450+1440");
}

RULE (regrets_cancelled_dates_and_what_does_not_count_are_no_hours)
{
  put (f, STAFET_KIND_ASSIGNMENT, "d1", "shift", "serve", "date", "2026-11-17", "volunteer", "lis", "state",
       "declined", NULL);
  put (f, STAFET_KIND_EXCEPTION, "x", "activity", "cafe", "date", "2026-11-10", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_hours (f, NULL, "Bent Krag 0×0+480; Lis Bæk 0×0+240; guests 0+0; all 0+720");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "counts_hours", "no", NULL);
  assert_hours (f, NULL, "guests 0+0; all 0+0");
}

static void
assert_words (gint64 minutes, const char *expected)
{
  g_autofree char *words = stafet_hours_words (STAFET_LANGUAGE_DA, minutes);

  g_assert_cmpstr (words, ==, expected);
}

RULE (hours_are_said_in_hours_and_minutes)
{
  (void) f;
  assert_words (0, "0 min.");
  assert_words (45, "45 min.");
  assert_words (60, "1 time");
  assert_words (255, "4 timer 15 min.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
#define TEST(path, func) g_test_add ("/schedule/hours/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("what-nobody-confirmed-is-planned-alone", what_nobody_confirmed_is_planned_alone);
  TEST ("hours-come-from-closed-days", hours_come_from_closed_days);
  TEST ("groups-count-heads-by-how-they-were-counted", groups_count_heads_by_how_they_were_counted);
  TEST ("regrets-cancelled-dates-and-what-does-not-count-are-no-hours",
        regrets_cancelled_dates_and_what_does_not_count_are_no_hours);
  TEST ("hours-are-said-in-hours-and-minutes", hours_are_said_in_hours_and_minutes);
#undef TEST
  return g_test_run ();
}
