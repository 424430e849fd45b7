/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the row of a role to what is typed into it and what differs from its shift.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"
#include "app/stafet-role-row.h"

static StafetRoleRow *
show_row (App *app, const char *shift)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (app->plan.plan);

  return show (
    app, stafet_role_row_new (snapshot, shift != NULL ? find (&app->plan, STAFET_KIND_SHIFT, shift) : NULL));
}

static void
assert_pairs (StafetRoleRow *row, const char *expected)
{
  g_autoptr (GPtrArray) pairs = stafet_role_row_pairs (row);
  g_autofree char *text = g_strjoinv ("; ", (char **) pairs->pdata);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (guint *n)
{
  ++*n;
}

RULE (a_new_row_is_empty_until_a_role_is_written)
{
  StafetRoleRow *row = show_row (app, NULL);

  g_assert_true (stafet_role_row_is_empty (row));
  g_assert_null (stafet_role_row_get_shift (row));
  g_assert_cmpint (stafet_role_row_get_wanted (row), ==, 1);
  stafet_role_row_set (row, "   ", 4);
  g_assert_true (stafet_role_row_is_empty (row));
  stafet_role_row_set (row, "Vært", 4);
  g_assert_false (stafet_role_row_is_empty (row));
  assert_pairs (row, "role=Vært; wanted=4");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (row, "check")), TRUE);
  assert_pairs (row, "role=Vært; wanted=4; check=yes");
  assert_finalized (app);
}

RULE (a_shift_stands_in_its_row_and_only_changes_are_pairs)
{
  Fixture *f = &app->plan;
  StafetRoleRow *row;

  EDIT (SHIFT, "Servering", "min=2", "max=3", "check=yes");
  row = show_row (app, "Servering");
  g_assert_false (stafet_role_row_is_empty (row));
  g_assert_true (stafet_role_row_get_shift (row) == ((StafetRecord *) FIND (SHIFT, "Servering"))->uid);
  g_assert_cmpstr (stafet_role_row_get_role (row), ==, "Servering");
  g_assert_cmpint (stafet_role_row_get_wanted (row), ==, 2);
  assert_pairs (row, "");
  stafet_role_row_set (row, "Servering", 3);
  assert_pairs (row, "wanted=3");
  stafet_role_row_set (row, "Vært", 2);
  assert_pairs (row, "role=Vært");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (PART (row, "check")), FALSE);
  assert_pairs (row, "role=Vært; check=no");
  assert_finalized (app);
}

RULE (more_than_may_come_or_fewer_than_must_moves_the_bound)
{
  Fixture *f = &app->plan;
  StafetRoleRow *row;

  EDIT (SHIFT, "Servering", "min=2", "max=3");
  row = show_row (app, "Servering");
  stafet_role_row_set (row, "Servering", 5);
  assert_pairs (row, "wanted=5; max=5");
  stafet_role_row_set (row, "Servering", 1);
  assert_pairs (row, "wanted=1; min=1");
  assert_finalized (app);
}

RULE (who_stands_on_it_is_named)
{
  StafetChip *chip;

  chip = STAFET_CHIP (PART (show_row (app, "Servering"), "regulars"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));
  assert_finalized (app);
  done (&app->plan,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 0, FALSE));
  done (&app->plan, stafet_use_assign_standing ("Servering", WHO ("Bent Krag"), NONE, NONE,
                                                STAFET_PARITY_NONE, 0, FALSE));
  chip = STAFET_CHIP (PART (show_row (app, "Servering"), "regulars"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  assert_mentions (chip, "Lis Bæk");
  assert_mentions (chip, "Bent Krag");
  assert_finalized (app);
}

RULE (what_is_typed_is_told_and_clears_the_problem)
{
  StafetRoleRow *row = show_row (app, NULL);
  GtkWidget *problem = GTK_WIDGET (PART (row, "problem"));
  guint changed = 0, removed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (count_cb), &removed);
  stafet_role_row_set_problem (row, "A role is missing");
  g_assert_true (gtk_widget_get_visible (problem));
  gtk_editable_set_text (GTK_EDITABLE (PART (row, "role")), "Vært");
  g_assert_false (gtk_widget_get_visible (problem));
  g_assert_cmpuint (changed, ==, 1);
  gtk_spin_button_spin (GTK_SPIN_BUTTON (PART (row, "wanted")), GTK_SPIN_STEP_FORWARD, 1);
  g_assert_cmpuint (changed, ==, 2);
  gtk_widget_activate (GTK_WIDGET (PART (row, "check")));
  g_assert_cmpuint (changed, ==, 3);
  g_assert_cmpuint (removed, ==, 0);
  g_signal_emit_by_name (PART (row, "remove"), "clicked");
  g_assert_cmpuint (removed, ==, 1);
  assert_finalized (app);
}

/* A row of its own adjustment: two rows must not share their number. */
RULE (every_row_has_its_own_number)
{
  GtkWidget *box = show (app, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (app->plan.plan);
  GtkWidget *a = stafet_role_row_new (snapshot, NULL), *b = stafet_role_row_new (snapshot, NULL);

  gtk_box_append (GTK_BOX (box), a);
  gtk_box_append (GTK_BOX (box), b);
  stafet_role_row_set (STAFET_ROLE_ROW (a), "Vært", 7);
  g_assert_cmpint (stafet_role_row_get_wanted (STAFET_ROLE_ROW (b)), ==, 1);
  assert_finalized (app);
}

RULE (every_part_has_a_name_and_its_place_in_the_order)
{
  StafetRoleRow *row = show_row (app, "Servering");

  assert_name (PART (row, "role"), "Role");
  assert_name (PART (row, "wanted"), "How many are wanted");
  assert_name (PART (row, "remove"), "Remove the role");
  assert_tab_order (app, "GtkEntry GtkSpinButton GtkButton GtkCheckButton");
  assert_measures (GTK_WIDGET (row));
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define ROLE(name, func) APP_TEST ("/app/role-row/" name, func)
  ROLE ("a-new-row-is-empty-until-a-role-is-written", a_new_row_is_empty_until_a_role_is_written);
  ROLE ("a-shift-stands-in-its-row-and-only-changes-are-pairs",
        a_shift_stands_in_its_row_and_only_changes_are_pairs);
  ROLE ("more-than-may-come-or-fewer-than-must-moves-the-bound",
        more_than_may_come_or_fewer_than_must_moves_the_bound);
  ROLE ("who-stands-on-it-is-named", who_stands_on_it_is_named);
  ROLE ("what-is-typed-is-told-and-clears-the-problem", what_is_typed_is_told_and_clears_the_problem);
  ROLE ("every-row-has-its-own-number", every_row_has_its_own_number);
  ROLE ("every-part-has-a-name-and-its-place-in-the-order", every_part_has_a_name_and_its_place_in_the_order);
  return g_test_run ();
}
