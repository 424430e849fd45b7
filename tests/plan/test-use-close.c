/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the closing of shifts to what was ticked, and to being mended later.
 */
#include "use-fixture.h"

#include "plan/stafet-use-close.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* Of the café's only shift: all came as expected, but for those named. */
static StafetEdit *
close_but_for (Fixture *f, StafetDate date, const char *const *names)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, FIND (ACTIVITY, "Café"), date);
  g_autoptr (GHashTable) otherwise = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const StafetStaffing *staffing = &ENTRY (agenda)->shifts[0];
  GPtrArray *edits = g_ptr_array_new ();

  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    if (g_strv_contains (names, stafet_place_get_name (&staffing->places[i])))
      g_hash_table_add (otherwise, stafet_place_key (staffing, date, &staffing->places[i]));
  stafet_use_close_shift (stafet_plan_get_snapshot (f->plan), ENTRY (agenda), staffing, otherwise, edits);
  return stafet_use_several ("Closed", edits);
}

static StafetAttendance *
row_of (Fixture *f, const char *name)
{
  StafetUid uid = ((StafetRecord *) FIND (VOLUNTEER, name))->uid;

  for (guint i = 0; i < all (f, STAFET_KIND_ATTENDANCE)->len; i++)
    if (((StafetAttendance *) all (f, STAFET_KIND_ATTENDANCE)->pdata[i])->volunteer == uid)
      return all (f, STAFET_KIND_ATTENDANCE)->pdata[i];
  return NULL;
}

static void
put_on (Fixture *f)
{
  done (
    f, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY - 7, FALSE, FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, TRUE, TRUE));
}

RULE (all_came_but_for_who_did_not)
{
  put_on (f);
  UNDOABLE (close_but_for (f, TUESDAY - 7, PAIRS ("Bent Krag")));
  assert_staffed (f, "Café", TUESDAY - 7, "Lis Bæk asked 1, Åse Kjær promised 1, Bent Krag away 1");
  g_assert_cmpint (row_of (f, "Åse Kjær")->minutes, ==, 240);
  g_assert_cmpint (row_of (f, "Bent Krag")->status, ==, STAFET_ATTENDANCE_ABSENT);
  g_assert_null (row_of (f, "Lis Bæk"));
}

RULE (who_was_only_asked_may_have_come)
{
  put_on (f);
  done (f, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY - 7, FALSE));
  UNDOABLE (close_but_for (f, TUESDAY - 7, PAIRS ("Lis Bæk", "Bent Krag")));
  assert_staffed (f, "Café", TUESDAY - 7, "Bent Krag promised 1, Lis Bæk promised 1, Åse Kjær promised 1");
}

RULE (what_is_said_already_is_not_said_again)
{
  put_on (f);
  done (f, stafet_use_attend ("Servering", WHO ("Bent Krag"), TUESDAY - 7, TRUE, 90));
  done (f, close_but_for (f, TUESDAY - 7, PAIRS (NULL)));
  g_assert_cmpint (row_of (f, "Bent Krag")->minutes, ==, 90);
  unchanged (f, close_but_for (f, TUESDAY - 7, PAIRS (NULL)));
}

RULE (a_closed_shift_is_put_right)
{
  put_on (f);
  done (f, close_but_for (f, TUESDAY - 7, PAIRS ("Bent Krag")));
  done (f, stafet_use_attend ("Servering", &(StafetWho){ .guest = "Bo" }, TUESDAY - 7, TRUE, 0));
  UNDOABLE (close_but_for (f, TUESDAY - 7, PAIRS ("Bent Krag", "Åse Kjær", "Bo")));
  assert_staffed (f, "Café", TUESDAY - 7, "Bent Krag standing 1, Lis Bæk asked 1, Åse Kjær away 1");
  g_assert_cmpint (row_of (f, "Bent Krag")->minutes, ==, 240);
  g_assert_cmpuint (all (f, STAFET_KIND_ATTENDANCE)->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/close/all-came-but-for-who-did-not", all_came_but_for_who_did_not);
  TEST ("/plan/use/close/who-was-only-asked-may-have-come", who_was_only_asked_may_have_come);
  TEST ("/plan/use/close/what-is-said-already-is-not-said-again", what_is_said_already_is_not_said_again);
  TEST ("/plan/use/close/a-closed-shift-is-put-right", a_closed_shift_is_put_right);
  return g_test_run ();
}
