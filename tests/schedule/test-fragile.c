/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what falls with one person to being told, and nothing else; and whose time in the store is over.
 */
#include "schedule/stafet-due.h"
#include "schedule/stafet-fragile.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "alder", "name", "Ellehuset", "kind", "community", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_SKILL, "lis-saws", "volunteer", "lis", "skill", "drejebænk", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_ACTIVITY, "wood", "title", "Sløjd", "house", "alder", "start", "2026-11-03T10:00",
       "end", "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", "lead", "lis", NULL);
  put (f, STAFET_KIND_SHIFT, "turn", "role", "Drejer", "wanted", "1", "skill", "drejebænk", "activity",
       "wood", NULL);
  put (f, STAFET_KIND_STANDING, "lis-turns", "shift", "turn", "volunteer", "lis", "from", "2026-11-03", NULL);
  /* Anybody can do that. */
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "alder", "start", "2026-11-05T10:00", "end",
       "2026-11-05T14:00", "rule", "FREQ=WEEKLY;BYDAY=TH", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "1", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "lis-serves", "shift", "serve", "volunteer", "lis", "from", "2026-11-05",
       NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetFragile *
look (Fixture *f)
{
  StafetAgendaQuery query = { .from = TUESDAY, .to = TUESDAY + 55 };

  return stafet_fragile_new (f->snapshot, &query, stafet_wall_new (TUESDAY, 480));
}

RULE (a_role_that_one_can_is_told)
{
  g_autoptr (StafetFragile) fragile = look (f);
  const StafetFragileShift *shift;
  g_autofree char *words = NULL;

  g_assert_cmpuint (fragile->shifts->len, ==, 1);
  shift = g_ptr_array_index (fragile->shifts, 0);
  g_assert_cmpstr (shift->entry->title, ==, "Sløjd");
  g_assert_cmpuint (shift->dates, ==, 8);
  words = stafet_fragile_shift_words (shift);
  g_assert_cmpstr (words, ==, "Kun Lis Bæk kan · 8 gange");
}

RULE (it_is_not_when_somebody_else_can)
{
  g_autoptr (StafetFragile) fragile = NULL;

  put (f, STAFET_KIND_SKILL, "bent-saws", "volunteer", "bent", "skill", "Drejebænk", NULL);
  fragile = look (f);
  g_assert_cmpuint (fragile->shifts->len, ==, 0);
}

RULE (dates_on_which_the_other_is_away_are_told)
{
  g_autoptr (StafetFragile) fragile = NULL;

  put (f, STAFET_KIND_SKILL, "bent-saws", "volunteer", "bent", "skill", "Drejebænk", NULL);
  put (f, STAFET_KIND_ABSENCE, "bent-away", "volunteer", "bent", "from", "2026-12-01", "to", "2026-12-10",
       NULL);
  fragile = look (f);
  g_assert_cmpuint (fragile->shifts->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (((StafetFragileShift *) fragile->shifts->pdata[i])->dates, <=, 2);
}

RULE (who_is_two_is_not_alone)
{
  g_autoptr (StafetFragile) fragile = NULL;

  put (f, STAFET_KIND_SKILL, "bent-saws", "volunteer", "bent", "skill", "drejebænk", NULL);
  put (f, STAFET_KIND_STANDING, "bent-turns", "shift", "turn", "volunteer", "bent", "from", "2026-11-03",
       NULL);
  fragile = look (f);
  g_assert_cmpuint (fragile->shifts->len, ==, 0);
}

RULE (whoever_leads_several_is_told)
{
  g_autoptr (StafetFragile) before = look (f), after = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpuint (before->leads->len, ==, 0);
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "alder", "start", "2026-11-04T14:00", "end",
       "2026-11-04T15:00", "rule", "FREQ=WEEKLY;BYDAY=WE", "lead", "lis", NULL);
  after = look (f);
  g_assert_cmpuint (after->leads->len, ==, 1);
  words = stafet_fragile_lead_words (after->leads->pdata[0]);
  g_assert_cmpstr (words, ==, "Leder 2 aktiviteter: Sløjd, Sang");
}

RULE (time_is_over_as_it_was_said)
{
  g_autoptr (GPtrArray) none = stafet_due_list (f->snapshot, TUESDAY), due = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  put (f, STAFET_KIND_VOLUNTEER, "anni", "name", "Anni Stub", "status", "stopped", "paused_until",
       "2025-06-01", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ove", "name", "Ove Lund", "keep_until", "2026-11-24", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "per", "name", "Per Dal", "keep_until", "2026-11-25", NULL);
  due = stafet_due_list (f->snapshot, TUESDAY);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpstr (((StafetVolunteer *) due->pdata[0])->name, ==, "Ove Lund");
  g_assert_cmpint (
    stafet_due_kept_until (stafet_snapshot_lookup (f->snapshot, STAFET_KIND_VOLUNTEER, "anni")), ==,
    stafet_date_new (2026, 12, 31));
}

#define CASE(name, func) g_test_add ("/schedule/fragile/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  stafet_i18n_init (NULL);
  g_test_init (&argc, &argv, NULL);
  CASE ("a-role-that-one-can-is-told", a_role_that_one_can_is_told);
  CASE ("it-is-not-when-somebody-else-can", it_is_not_when_somebody_else_can);
  CASE ("dates-on-which-the-other-is-away-are-told", dates_on_which_the_other_is_away_are_told);
  CASE ("who-is-two-is-not-alone", who_is_two_is_not_alone);
  CASE ("whoever-leads-several-is-told", whoever_leads_several_is_told);
  CASE ("time-is-over-as-it-was-said", time_is_over_as_it_was_said);
  return g_test_run ();
}
