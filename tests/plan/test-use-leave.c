/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what happens when a volunteer stops on a date: what becomes free, what stays, and that it is undone
 * as one.
 */
#include "plan/stafet-use-leave.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NEXT (TUESDAY + 7)

RULE (places_become_free_from_the_date_on)
{
  StafetVolunteer *volunteer;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Nattevagt", WHO ("Lis Bæk"), TUESDAY + 1, FALSE, FALSE));
  done (f, stafet_use_assign ("Nattevagt", WHO ("Lis Bæk"), NEXT + 1, FALSE, FALSE));
  UNDOABLE (stafet_use_leave ("Lis Bæk", NEXT));
  assert_staffed (f, "Café", TUESDAY - 7, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk standing 1");
  assert_staffed (f, "Café", NEXT, "");
  assert_staffed (f, "Nattevagt", TUESDAY + 1, "Lis Bæk promised 1");
  assert_staffed (f, "Nattevagt", NEXT + 1, "");
  volunteer = FIND (VOLUNTEER, "Lis Bæk");
  g_assert_cmpint (volunteer->status, ==, STAFET_VOLUNTEER_STOPPED);
  g_assert_cmpint (volunteer->keep_until, ==, stafet_date_new (2027, 12, 31));
}

RULE (she_comes_until_then)
{
  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY, FALSE, FALSE));
  PLAN_REFUSED (stafet_use_assign ("Servering", WHO ("Lis Bæk"), NEXT, FALSE, FALSE), STATE);
  PLAN_REFUSED (
    stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE),
    STATE);
  assert_staffed (f, "Café", TUESDAY, "Lis Bæk promised 1");
}

RULE (who_stops_on_a_break_stops_at_once)
{
  EDIT (VOLUNTEER, "Lis Bæk", "status=paused", "paused_until=2027-06-01");
  EDIT (VOLUNTEER, "Lis Bæk", "status=stopped");
  g_assert_true (stafet_volunteer_has_stopped (FIND (VOLUNTEER, "Lis Bæk"), TUESDAY));
}

RULE (until_when_she_is_kept_is_said_once)
{
  EDIT (VOLUNTEER, "Lis Bæk", "keep_until=2027-03-01");
  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  g_assert_cmpint (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->keep_until, ==,
                   stafet_date_new (2027, 3, 1));
  UNDOABLE (stafet_use_keep ("Lis Bæk", stafet_date_new (2028, 12, 31)));
  unchanged (f, stafet_use_keep ("Lis Bæk", stafet_date_new (2028, 12, 31)));
}

RULE (nobody_is_kept_until_a_day_before_she_stops)
{
  EDIT (VOLUNTEER, "Lis Bæk", "keep_until=2026-11-25");
  done (f, stafet_use_leave ("Lis Bæk", NEXT));
  g_assert_cmpint (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->keep_until, ==,
                   stafet_date_new (2027, 12, 31));
}

RULE (nobody_stops_in_the_past_or_twice)
{
  PLAN_REFUSED (stafet_use_leave ("Lis Bæk", TUESDAY - 1), MALFORMED);
  done (f, stafet_use_leave ("Lis Bæk", TUESDAY));
  PLAN_REFUSED (stafet_use_leave ("Lis Bæk", NEXT), STATE);
}

RULE (it_is_said_before_what_becomes_free)
{
  g_autoptr (StafetLeaving) told = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  ADD (STOP, "activity=Café", "ward=B.1", "from_minute=0", "to_minute=60");
  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Nattevagt", WHO ("Lis Bæk"), NEXT + 1, FALSE, FALSE));
  EDIT (ACTIVITY, "Café", "lead=Lis Bæk");
  told = stafet_leaving_try (f->plan, "Lis Bæk", NEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->standings->len, ==, 1);
  g_assert_cmpuint (told->promises->len, ==, 1);
  g_assert_cmpuint (told->wards->len, ==, 1);
  g_assert_cmpuint (told->leads->len, ==, 1);
  words = stafet_leaving_words (told);
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "30. november 2026"));
  g_assert_nonnull (strstr (words, "31. december 2027"));
  assert_staffed (f, "Café", NEXT, "Lis Bæk standing 1");
}

int
main (int argc, char **argv)
{
  stafet_i18n_init (NULL);
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/leave/places-become-free-from-the-date-on", places_become_free_from_the_date_on);
  TEST ("/plan/leave/she-comes-until-then", she_comes_until_then);
  TEST ("/plan/leave/who-stops-on-a-break-stops-at-once", who_stops_on_a_break_stops_at_once);
  TEST ("/plan/leave/until-when-she-is-kept-is-said-once", until_when_she_is_kept_is_said_once);
  TEST ("/plan/leave/nobody-is-kept-until-before-she-stops", nobody_is_kept_until_a_day_before_she_stops);
  TEST ("/plan/leave/nobody-stops-in-the-past-or-twice", nobody_stops_in_the_past_or_twice);
  TEST ("/plan/leave/it-is-said-before-what-becomes-free", it_is_said_before_what_becomes_free);
  return g_test_run ();
}
